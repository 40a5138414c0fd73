// The table. One row per key: what it takes, whether it must be there, one line of help for the schema. Sections are ordered as in
// docs/language/plant.md.
#include "lang/keys.h"

#include "lang/keys_fabric.h"

namespace ferrule::lang {

bool fits_key(std::string_view pattern, std::string_view key) {
  if (!pattern.ends_with('#')) return pattern == key;
  pattern.remove_suffix(1);
  if (!key.starts_with(pattern) || key.size() == pattern.size() || key.size() > pattern.size() + 4) return false;
  key.remove_prefix(pattern.size());
  return key.front() != '0' && key.find_first_not_of("0123456789") == std::string_view::npos;
}

const Key* Mapping::find(std::string_view key) const {
  for (const Key& known : keys)
    if (fits_key(known.name, key)) return &known;
  for (const Key& known : more)
    if (fits_key(known.name, key)) return &known;
  return nullptr;
}

}  // namespace ferrule::lang

namespace ferrule::lang::keys {
namespace {

// Scalars.
constexpr Shape kText{.takes = Takes::kText};
constexpr Shape kName{.takes = Takes::kName};
constexpr Shape kNames{.takes = Takes::kNames};
constexpr Shape kEnd{.takes = Takes::kEnd, .may_be_empty = true};
constexpr Shape kLinkEnd{.takes = Takes::kEnd};
constexpr Shape kYesNo{.takes = Takes::kYesNo};
constexpr Shape kLength{.takes = Takes::kLength};
constexpr Shape kCableLength{.takes = Takes::kLength, .least = 1};
constexpr Shape kLoss{.takes = Takes::kLoss};
constexpr Shape kDate{.takes = Takes::kDate};
constexpr Shape kSpare{.takes = Takes::kSpare};
constexpr Shape kShare{.takes = Takes::kShare};
constexpr Shape kDiameter{.takes = Takes::kDiameter};
constexpr Shape kWeight{.takes = Takes::kWeight};
constexpr Shape kVersion{.takes = Takes::kWhole, .least = 1, .most = 1};
constexpr Shape kUnits{.takes = Takes::kWhole, .least = 1, .most = 200};
constexpr Shape kUnit{.takes = Takes::kWhole, .least = 1, .most = 200};
constexpr Shape kCount{.takes = Takes::kWhole, .least = 1, .most = 1024};
constexpr Shape kReceptacles{.takes = Takes::kWhole, .least = 1, .most = 8};
constexpr Shape kFibres{.takes = Takes::kWhole, .least = 1, .most = 100'000};
constexpr std::string_view kMethodWords[] = {"A", "B", "C", "U1", "U2"};
constexpr Shape kMethod{.takes = Takes::kWord, .words = kMethodWords};
constexpr Shape kConnections{.takes = Takes::kWhole, .least = 0, .most = 1000};
constexpr Shape kSpan{.takes = Takes::kSpan};

constexpr std::string_view kPinWords[] = {"pinned", "unpinned", "male", "female"};
constexpr Shape kGender{.takes = Takes::kWord, .words = kPinWords};
constexpr std::string_view kPolishWords[] = {"PC", "UPC", "APC", "flat", "angled", "angled-up"};
constexpr Shape kPolish{.takes = Takes::kWord, .words = kPolishWords};
constexpr std::string_view kPinoutWords[] = {"R", "P"};
constexpr Shape kPinout{.takes = Takes::kWord, .words = kPinoutWords};
constexpr std::string_view kMixedWords[] = {"allowed", "warn", "refuse"};
constexpr Shape kMixed{.takes = Takes::kWord, .words = kMixedWords};
constexpr std::string_view kLossWords[] = {"worst-case"};
constexpr Shape kLossWord{.takes = Takes::kWord, .words = kLossWords};
constexpr std::string_view kAttenuationWords[] = {"TIA", "ISO"};
constexpr Shape kAttenuation{.takes = Takes::kWord, .words = kAttenuationWords};
constexpr std::string_view kLawWords[] = {"gamma", "lognormal"};
constexpr Shape kLaw{.takes = Takes::kWord, .words = kLawWords};
constexpr std::string_view kBrandWords[] = {"MPO", "MTP", "any"};
constexpr Shape kBrandWord{.takes = Takes::kWord, .words = kBrandWords};
constexpr std::string_view kSideWords[] = {"A", "B"};
constexpr Shape kSide{.takes = Takes::kWord, .words = kSideWords};
constexpr std::string_view kSpliceWords[] = {"fusion", "mechanical"};
constexpr Shape kSpliceWord{.takes = Takes::kWord, .words = kSpliceWords};
constexpr std::string_view kLevelWords[] = {"error", "warning", "note", "off"};

// Lists and alternatives.
constexpr Shape kTexts{.takes = Takes::kList, .item = &kText};
constexpr Shape kNameList{.takes = Takes::kList, .item = &kName};
constexpr Shape kEnds{.takes = Takes::kList, .most = 1024, .item = &kEnd};
constexpr const Shape* kEndOrEndsOf[] = {&kEnd, &kEnds};
constexpr Shape kEndOrEnds{.takes = Takes::kEither, .either = kEndOrEndsOf, .may_be_empty = true};
constexpr Shape kSpans{.takes = Takes::kList, .most = 128, .item = &kSpan};
constexpr const Shape* kPositionsOf[] = {&kSpan, &kSpans};
constexpr Shape kPositions{.takes = Takes::kEither, .either = kPositionsOf};
constexpr Shape kPlace{.takes = Takes::kPlace};
constexpr Shape kPoint{.takes = Takes::kList, .least = 2, .most = 2, .item = &kPlace};
constexpr const Shape* kMapOf[] = {&kText, &kTexts};
constexpr Shape kMap{.takes = Takes::kEither, .either = kMapOf};
constexpr const Shape* kSubjectsOf[] = {&kText, &kTexts};
constexpr Shape kSubjects{.takes = Takes::kEither, .either = kSubjectsOf};
constexpr const Shape* kRouteOf[] = {&kName, &kNameList};
constexpr Shape kRoute{.takes = Takes::kEither, .either = kRouteOf};

// A connector block.
constexpr Key kBlockKeys[] = {
    {"connector", &kText, true, "connector of data/connectors.csv: MPO-12, LC-duplex, ..."},
    {"gender", &kGender, false, "guide pins: pinned (male) or unpinned (female)"},
    {"polish", &kPolish, false, "PC, UPC and flat are flat; APC is angled; angled-up has its slope turned over"},
    {"count", &kCount, false, "how many connectors of this kind; 1 when absent"},
    {"populated", &kPositions, false, "positions that hold a fibre, [1-4, 9-12]; the connector's own when absent"},
    {"grade", &kText, false, "loss grade of this end"},
    {"brand", &kText, false, "brand of this end"},
    {"loss", &kLoss, false, "stated maximum per joint at this end"},
};
constexpr Key kModuleBlockMore[] = {
    {"adapter", &kText, false, "adapter of this face: A (opposed keys) or B (aligned keys)"},
};
}  // namespace

constinit const Mapping kBlock{"block", kBlockKeys};
namespace {
constinit const Mapping kModuleBlock{"module-block", kBlockKeys, kModuleBlockMore};
constexpr Shape kBlockMapping{.takes = Takes::kMapping, .mapping = &kBlock};
constexpr const Shape* kBlockOf[] = {&kText, &kBlockMapping};
constexpr Shape kBlockShape{.takes = Takes::kEither, .either = kBlockOf};
constexpr Shape kModuleBlockMapping{.takes = Takes::kMapping, .mapping = &kModuleBlock};
constexpr const Shape* kModuleBlockOf[] = {&kText, &kModuleBlockMapping};
constexpr Shape kModuleBlockShape{.takes = Takes::kEither, .either = kModuleBlockOf};
constexpr Shape kFaces{.takes = Takes::kNamed, .item = &kModuleBlockShape};

// Parts. What every kind may state.
constexpr Key kPartCommon[] = {
    {"fibre", &kText, false, "fibre class of data/fibres.csv: OM4, OS2, ..."},
    {"grade", &kText, false, "loss grade: standard, low-loss, ..."},
    {"brand", &kText, false, "brand of the connectors"},
    {"jacket", &kText, false, "listing or class of the jacket: OFNP, B2ca-s1a,d1,a1, LSZH"},
    {"loss", &kLoss, false, "stated maximum per joint: 0.35 dB"},
    {"field_changeable", &kYesNo, false, "pins and key side can be changed in the field"},
    {"source", &kText, false, "where a stated map or lane list comes from"},
    {"notes", &kText, false, "for people"},
};

constexpr std::string_view kCordWords[] = {"cord", "trunk", "extension"};
constexpr Shape kCordKind{.takes = Takes::kWord, .words = kCordWords};
constexpr Key kCordKeys[] = {
    {"kind", &kCordKind, true, "what the part is"},
    {"a", &kBlockShape, false, "connector of end a"},
    {"b", &kBlockShape, false, "connector of end b"},
    {"ends", &kBlockShape, false, "connector of both ends"},
    {"polarity", &kText, false, "array: A, B, C, B24-R, B24-P, ...; duplex: A-to-B, A-to-A"},
    {"pinout", &kPinout, false, "beside `polarity: B` for two rows: R (full reversal) or P (rows kept)"},
    {"legs", &kCount, false, "plugs per end: plug i goes to plug i"},
    {"diameter", &kDiameter, false, "outside diameter of the cable: 3.6 mm; for tray fill"},
    {"weight", &kWeight, false, "of the cable: 9.5 g/m or 9.5 kg/km"},
    {"fibres", &kFibres, false, "total, checked against the connectors"},
    {"map", &kMap, false, "listed map in place of `polarity`"},
    {"method", &kText, false, {}, "a method is a system, not a cable: write the cable's type, `polarity: B`"},
};
constinit const Mapping kCordPart{"cord", kCordKeys, kPartCommon};

constexpr std::string_view kBreakoutWords[] = {"breakout"};
constexpr Shape kBreakoutKind{.takes = Takes::kWord, .words = kBreakoutWords};
constexpr Key kBreakoutKeys[] = {
    {"kind", &kBreakoutKind, true, "what the part is"},
    {"head", &kBlockShape, false, "connector of the head (end a)"},
    {"leg", &kBlockShape, false, "connector of the legs (end b), with count"},
    {"a", &kBlockShape, false, "the head"},
    {"b", &kBlockShape, false, "the legs"},
    {"wiring", &kText, false, "name in data/breakouts.csv: port, consecutive, universal, port-4xLC, ..."},
    {"diameter", &kDiameter, false, "outside diameter of the cable: 3.6 mm; for tray fill"},
    {"weight", &kWeight, false, "of the cable: 9.5 g/m or 9.5 kg/km"},
    {"fibres", &kFibres, false, "total, checked"},
    {"map", &kMap, false, "listed map in place of `wiring`"},
    {"polarity", &kText, false, {}, "a breakout has no type letter: write `wiring:` or list its map"},
};
constinit const Mapping kBreakoutPart{"breakout", kBreakoutKeys, kPartCommon};

constexpr std::string_view kConversionWords[] = {"conversion"};
constexpr Shape kConversionKind{.takes = Takes::kWord, .words = kConversionWords};
constexpr Key kConversionKeys[] = {
    {"kind", &kConversionKind, true, "what the part is"},
    {"a", &kBlockShape, true, "connectors of end a, with count"},
    {"b", &kBlockShape, true, "connectors of end b, with count"},
    {"wiring", &kText, false, "name in data/conversions.csv: P1, P2, P3, 2x12-24, ..."},
    {"diameter", &kDiameter, false, "outside diameter of the cable: 3.6 mm; for tray fill"},
    {"weight", &kWeight, false, "of the cable: 9.5 g/m or 9.5 kg/km"},
    {"fibres", &kFibres, false, "total, checked"},
    {"map", &kMap, false, "listed map in place of `wiring`"},
};
constinit const Mapping kConversionPart{"conversion", kConversionKeys, kPartCommon};

constexpr std::string_view kCassetteWords[] = {"cassette"};
constexpr Shape kCassetteKind{.takes = Takes::kWord, .words = kCassetteWords};
constexpr Key kCassetteKeys[] = {
    {"kind", &kCassetteKind, true, "what the part is"},
    {"rear", &kBlockShape, true, "plugs behind the rear adapters, with count"},
    {"front", &kBlockShape, true, "front ports, with count"},
    {"adapter", &kText, false, "rear adapters: A (opposed keys) or B (aligned keys)"},
    {"front_adapter", &kText, false, "front adapters of array fronts: A or B"},
    {"transition", &kText, false, "name in data/transitions.csv, or data/conversions.csv for array fronts"},
    {"turnable", &kYesNo, false, "the housing may be turned over, which renumbers its ports"},
    {"turned", &kYesNo, false, "it is turned over"},
    {"map", &kMap, false, "listed map in place of `transition`"},
    {"method", &kText, false, {}, "a method is a system, not a cassette: write `transition:` and `adapter:`"},
    {"polarity", &kText, false, {}, "write the cassette's wiring as `transition:` and its rear adapters as `adapter:`"},
};
constinit const Mapping kCassettePart{"cassette", kCassetteKeys, kPartCommon};

constexpr std::string_view kPanelWords[] = {"adapter-panel"};
constexpr Shape kPanelKind{.takes = Takes::kWord, .words = kPanelWords};
constexpr Key kAdapterPanelKeys[] = {
    {"kind", &kPanelKind, true, "what the part is"},
    {"connector", &kText, true, "what plugs in from both sides: MPO-12, LC-duplex"},
    {"adapter", &kText, false, "A (opposed keys) or B (aligned keys)"},
    {"count", &kCount, false, "how many ports; 1 when absent"},
};
constinit const Mapping kAdapterPanelPart{"adapter-panel", kAdapterPanelKeys, kPartCommon};

constexpr Key kAnyLaneKeys[] = {
    {"tx", &kPositions, false, "positions of transmit lanes 1, 2, ..."},
    {"rx", &kPositions, false, "positions of receive lanes 1, 2, ..."},
    {"tr", &kPositions, false, "positions of lanes 1, 2, ... on side TR of a bidirectional optic"},
    {"rt", &kPositions, false, "positions of lanes 1, 2, ... on side RT"},
};
constinit const Mapping kAnyLanes{"receptacle-lanes", kAnyLaneKeys};
constexpr Shape kLaneMapping{.takes = Takes::kMapping, .mapping = &kAnyLanes};
constexpr Shape kLaneMappings{.takes = Takes::kList, .least = 1, .most = 8, .item = &kLaneMapping};
constexpr const Shape* kLanesOf[] = {&kLaneMapping, &kLaneMappings};
constexpr Shape kLanesShape{.takes = Takes::kEither, .either = kLanesOf};
constexpr std::string_view kTransceiverWords[] = {"transceiver"};
constexpr Shape kTransceiverKind{.takes = Takes::kWord, .words = kTransceiverWords};
constexpr Key kTransceiverKeys[] = {
    {"kind", &kTransceiverKind, true, "what the part is"},
    {"optic", &kText, true, "row of data/optics.csv: 400GBASE-DR4"},
    {"receptacles", &kReceptacles, false, "how many, where the part differs from the table"},
    {"connector", &kText, false, "of its receptacles, where the part differs from the table"},
    {"polish", &kPolish, false, "of its receptacles, where the part differs from the table"},
    {"lanes", &kLanesShape, false, "plug positions of its lanes; a list gives one mapping per receptacle; needs `source`"},
};
constinit const Mapping kTransceiverPart{"transceiver", kTransceiverKeys, kPartCommon};

constexpr std::string_view kModuleWords[] = {"module"};
constexpr Shape kModuleKind{.takes = Takes::kWord, .words = kModuleWords};
constexpr Key kModuleKeys[] = {
    {"kind", &kModuleKind, true, "what the part is"},
    {"faces", &kFaces, true, "faces by name: r[1-4]: {connector: MPO-12, adapter: A}"},
    {"map", &kMap, false, "listed map: a.1-4 = b.4-1, or a CSV file"},
};
constinit const Mapping kModulePart{"module", kModuleKeys, kPartCommon};

constexpr std::string_view kTapWords[] = {"tap"};
constexpr Shape kTapKind{.takes = Takes::kWord, .words = kTapWords};
constexpr Key kTapKeys[] = {
    {"kind", &kTapKind, true, "what the part is"},
    {"faces", &kFaces, true, "faces by name: a, b, and the monitor's"},
    {"map", &kMap, false, "listed map of the live path: a.1-2 = b.1-2"},
    {"branches", &kTexts, false, "what is copied where, with its loss: a.1 -> m.1 = 3.7 dB"},
    {"live_loss", &kLoss, false, "loss of the live path"},
};
constinit const Mapping kTapPart{"tap", kTapKeys, kPartCommon};

constexpr std::string_view kLoopbackWords[] = {"loopback"};
constexpr Shape kLoopbackKind{.takes = Takes::kWord, .words = kLoopbackWords};
constexpr Key kLoopbackKeys[] = {
    {"kind", &kLoopbackKind, true, "what the part is"},
    {"connector", &kBlockShape, true, "its plug"},
    {"map", &kMap, false, "listed map over face a; n to N+1-n when absent"},
};
constinit const Mapping kLoopbackPart{"loopback", kLoopbackKeys, kPartCommon};

constexpr const Mapping* kPartKinds[] = {&kCordPart,        &kBreakoutPart, &kConversionPart, &kCassettePart, &kAdapterPanelPart,
                                         &kTransceiverPart, &kModulePart,   &kTapPart,        &kLoopbackPart};
constexpr Shape kPartMapping{.takes = Takes::kByKind, .kinds = kPartKinds};
constexpr const Shape* kPartOf[] = {&kText, &kPartMapping};
}  // namespace
constinit const Shape kPart{.takes = Takes::kEither, .either = kPartOf};

// Where things stand and lie.
namespace {
constexpr Key kDropKeys[] = {
    {"width", &kLength, false, "inside, across the cables"},
    {"depth", &kLength, false, "inside: how thick cables may lie"},
    {"fill", &kShare, false, "what cables may take of its section: 40 %"},
};
constexpr Mapping kDrop{"drop", kDropKeys};
constexpr Shape kDropShape{.takes = Takes::kMapping, .mapping = &kDrop};
constexpr Key kRackKeys[] = {
    {"type", &kName, false, "one of `rack_types`, which says what is not said here"},
    {"at", &kPoint, false, "where it stands in the hall: [x, y]"},
    {"step", &kPoint, false, "from each rack of the range to the next: [x, y]"},
    {"units", &kUnits, false, "height in rack units"},
    {"space", &kText, false, "plenum, riser, general, or a CPR class"},
    {"hall", &kName, false, "the hall it stands in, for the bill of materials"},
    {"row", &kName, false, "its row of racks"},
    {"phase", &kName, false, "one of `phases`: when it and what stands in it are built"},
    {"drop", &kDropShape, false, "how its cables come down from a tray, from each that they lie in"},
};
constexpr Key kRackTypeKeys[] = {
    {"units", &kUnits, false, "height in rack units"},
    {"space", &kText, false, "plenum, riser, general, or a CPR class"},
    {"hall", &kName, false, "the hall they stand in"},
    {"row", &kName, false, "their row of racks"},
    {"phase", &kName, false, "one of `phases`: when they and what stands in them are built"},
    {"drop", &kDropShape, false, "how their cables come down from a tray, from each that they lie in"},
};
constexpr Key kHallKeys[] = {
    {"from", &kPoint, true, "one corner: [x, y]"},
    {"to", &kPoint, true, "the corner that faces it"},
};
constexpr Key kTrayKeys[] = {
    {"space", &kText, false, "plenum, riser, general, or a CPR class"},
    {"length", &kLength, false, "length of the tray, where a cable that lies in it lies in all of it"},
    {"from", &kPoint, false, "where it begins in the hall: [x, y]"},
    {"to", &kPoint, false, "where it ends; along x or along y"},
    {"height", &kLength, false, "above the floor"},
    {"width", &kLength, false, "inside, across the cables"},
    {"depth", &kLength, false, "inside: how high cables may lie"},
    {"fill", &kShare, false, "what cables may take of its section: 40 %"},
    {"side", &kSide, false, "route A or B that it belongs to; both when absent"},
    {"hall", &kName, false, "racks of other halls do not reach it; all do when absent"},
    {"step", &kPoint, false, "from each tray of the range to the next: [x, y]"},
};
}  // namespace
constinit const Mapping kRack{"rack", kRackKeys};
constinit const Mapping kRackType{"rack type", kRackTypeKeys};
constinit const Mapping kHall{"hall", kHallKeys};
constinit const Mapping kTray{"tray", kTrayKeys};
constinit const Shape kRackEntry{.takes = Takes::kMapping, .mapping = &kRack, .may_be_empty = true};
constinit const Shape kRackTypeEntry{.takes = Takes::kMapping, .mapping = &kRackType};
constinit const Shape kHallEntry{.takes = Takes::kMapping, .mapping = &kHall};
constinit const Shape kTrayEntry{.takes = Takes::kMapping, .mapping = &kTray, .may_be_empty = true};

// Equipment and panels.
constinit const Shape kNodePorts{.takes = Takes::kNamed, .item = &kText, .may_be_empty = true};
namespace {
constexpr Shape kSlotMapping{.takes = Takes::kNamed, .item = &kText};
constexpr const Shape* kSlotsOf[] = {&kText, &kSlotMapping};
}  // namespace
constinit const Shape kPanelSlots{.takes = Takes::kEither, .either = kSlotsOf};
namespace {
constexpr Key kEquipmentKeys[] = {
    {"rack", &kNames, false, "the rack it stands in; a range runs in step with its names"},
    {"u", &kUnit, false, "rack unit of its lowest edge"},
    {"height", &kUnit, false, "in rack units; 1 when absent"},
    {"ports", &kNodePorts, false, "ports by name: an optic, or a part of kind transceiver"},
    {"phase", &kName, false, "one of `phases`; that of its rack when absent"},
};
constexpr Key kPanelKeys[] = {
    {"rack", &kNames, false, "the rack it stands in; a range runs in step with its names"},
    {"u", &kUnit, false, "rack unit of its lowest edge"},
    {"height", &kUnit, false, "in rack units; 1 when absent"},
    {"slots", &kPanelSlots, false, "parts by slot, or the one part of a panel without slots"},
    {"part", &kText, false, "the one part of a panel without slots"},
    {"phase", &kName, false, "one of `phases`; that of its rack when absent"},
};
}  // namespace
constinit const Mapping kEquipment{"equipment", kEquipmentKeys};
constinit const Mapping kPanel{"panel", kPanelKeys};
constinit const Shape kEquipmentEntry{.takes = Takes::kMapping, .mapping = &kEquipment};
constinit const Shape kPanelEntry{.takes = Takes::kMapping, .mapping = &kPanel};

// Cables and joints.
namespace {
constexpr Key kCableKeys[] = {
    {"id", &kNames, true, "name of the cable, or a range of names"},
    {"part", &kText, true, "its part type"},
    {"length", &kCableLength, false, "30 m, 98.4 ft"},
    {"slack", &kLength, false, "coiled up beside it and not in `length`; the cable is as long as both"},
    {"a", &kEndOrEnds, false, "where end a is plugged; a list or a range for several plugs"},
    {"b", &kEndOrEnds, false, "where end b is plugged"},
    {"head", &kEndOrEnds, false, "end a of a breakout"},
    {"legs", &kEndOrEnds, false, "end b of a breakout"},
    {"a#", &kEnd, false, "where one plug of end a goes"},
    {"b#", &kEnd, false, "where one plug of end b goes"},
    {"leg#", &kEnd, false, "where one leg of a breakout goes"},
    {"route", &kRoute, false, "trays in order"},
    {"side", &kSide, false, "route A or B"},
    {"label", &kText, false, "what is printed on it"},
    {"space", &kText, false, "the strictest space it passes"},
    {"phase", &kName, false, "one of `phases`; the later one of its ends when absent"},
};
constexpr Key kSpliceKeys[] = {
    {"id", &kNames, true, "name of the splice"},
    {"a", &kLinkEnd, true, "cable end: T1/b"},
    {"b", &kLinkEnd, true, "cable end: T2/a"},
    {"kind", &kSpliceWord, false, "fusion or mechanical"},
};
constexpr Key kCouplerKeys[] = {
    {"id", &kNames, true, "name of the coupler"},
    {"a", &kLinkEnd, true, "cable end: T1/b"},
    {"b", &kLinkEnd, true, "cable end: C1/a"},
    {"adapter", &kText, false, "A (opposed keys) or B (aligned keys)"},
};
}  // namespace
constinit const Mapping kCable{"cable", kCableKeys};
constinit const Mapping kSplice{"splice", kSpliceKeys};
constinit const Mapping kCoupler{"coupler", kCouplerKeys};
constinit const Shape kCableEntry{.takes = Takes::kMapping, .mapping = &kCable};
constinit const Shape kSpliceEntry{.takes = Takes::kMapping, .mapping = &kSplice};
constinit const Shape kCouplerEntry{.takes = Takes::kMapping, .mapping = &kCoupler};

// The intent.
namespace {
constexpr Key kLinkKeys[] = {
    {"id", &kNames, true, "name of the link, or a range of names"},
    {"a", &kLinkEnd, true, "port, receptacle or lanes: leaf1/Eth1, leaf1/Eth1/2, leaf1/Eth1:3"},
    {"b", &kLinkEnd, true, "as a; or any, when the plant decides the partner"},
    {"application", &kText, false, "what runs over it, when it is not the optic's own"},
    {"one_way", &kYesNo, false, "b is a monitor fed by a tap"},
};
}  // namespace
constinit const Mapping kLink{"link", kLinkKeys};
constinit const Shape kLinkEntry{.takes = Takes::kMapping, .mapping = &kLink};

// What the project demands and accepts.
namespace {
constexpr Key kAllowanceKeys[] = {
    {"temperature", &kLoss, false, "of every channel, for cable that is colder or warmer than when it was measured"},
    {"ageing", &kLoss, false, "of every channel, for connectors that wear and sources that fade"},
    {"repair", &kLoss, false, "of every channel, for splices that are not there yet"},
};
}  // namespace
constinit const Mapping kAllowances{"allowances", kAllowanceKeys};
namespace {
constexpr Key kSpareKeys[] = {
    {"cords", &kSpare, false, "spare cords: a count of each, or a percentage (2 %), rounded up"},
    {"trunks", &kSpare, false, "spare trunks"},
    {"extensions", &kSpare, false, "spare extensions"},
    {"breakouts", &kSpare, false, "spare breakouts"},
    {"conversions", &kSpare, false, "spare conversion cables"},
    {"loopbacks", &kSpare, false, "spare loopbacks"},
    {"cassettes", &kSpare, false, "spare cassettes"},
    {"adapter_panels", &kSpare, false, "spare adapter panels"},
    {"modules", &kSpare, false, "spare modules"},
    {"taps", &kSpare, false, "spare taps"},
    {"couplers", &kSpare, false, "spare couplers"},
    {"transceivers", &kSpare, false, "spare transceivers"},
};
constexpr Key kStockStepKeys[] = {
    {"step", &kLength, true, "sold in whole multiples of this length"},
    {"least", &kLength, false, "the shortest that is sold"},
    {"most", &kLength, false, "the longest that is sold"},
};
}  // namespace
constinit const Mapping kSpares{"spares", kSpareKeys};
constinit const Mapping kStockStep{"stock-step", kStockStepKeys};
namespace {
constexpr Shape kSparesEntry{.takes = Takes::kMapping, .mapping = &kSpares, .may_be_empty = true};
constexpr Shape kLengths{.takes = Takes::kList, .least = 1, .most = 1000, .item = &kLength};
constexpr Shape kStockStepEntry{.takes = Takes::kMapping, .mapping = &kStockStep};
constexpr const Shape* kStockOf[] = {&kLengths, &kStockStepEntry};
constexpr Shape kStock{.takes = Takes::kEither, .either = kStockOf};
constexpr Key kStockKeys[] = {
    {"cord", &kStock, false, "lengths in which cords are sold: [1 m, 2 m, 3 m], or {step: 1 m}"},
    {"trunk", &kStock, false, "lengths in which trunks are sold"},
    {"extension", &kStock, false, "lengths in which extensions are sold"},
    {"breakout", &kStock, false, "lengths in which breakouts are sold"},
    {"conversion", &kStock, false, "lengths in which conversion cables are sold"},
};
}  // namespace
constinit const Mapping kStockLengths{"stock-lengths", kStockKeys};
namespace {
constexpr Shape kStockEntry{.takes = Takes::kMapping, .mapping = &kStockLengths, .may_be_empty = true};
constexpr Shape kAllowancesEntry{.takes = Takes::kMapping, .mapping = &kAllowances, .may_be_empty = true};
constexpr Key kPolicyKeys[] = {
    {"brand", &kBrandWord, false, "brand of multi-fibre connectors that the project demands"},
    {"mixed_brands", &kMixed, false, "what a joint of two brands is"},
    {"loss", &kLossWord, false, "how losses are added"},
    {"attenuation", &kAttenuation, false, "whose cable attenuation figures"},
    {"spaces", &kText, false, "space of cables that leave their rack: plenum, riser, general, or a CPR class"},
    {"separate_routes", &kYesNo, false, "A and B routes may not share a tray"},
    {"max_connections", &kConnections, false, "most connections in a channel"},
    {"max_length", &kLength, false, "longest channel"},
    {"margin", &kLoss, false, "what a channel keeps below its limit, at worst or at margin_at"},
    {"margin_at", &kShare, false, "share of fibres that keep the margin (99.9 %), in place of the worst case"},
    {"method", &kMethod, false, "the method that the project claims to follow; a rule compares the parts with it"},
    {"slack", &kLength, false,
     "added to the rack-to-rack distance, or to the length of a drawn route, for the least cable length"},
    {"grade", &kText, false, "assumed for joints whose grade nobody states"},
    {"allowances", &kAllowancesEntry, false, "kept back of the limit of every channel"},
    {"law", &kLaw, false, "law fitted to the mean and 97 % value of a grade; gamma when absent"},
    {"spares", &kSparesEntry, false, "spare parts by kind, for the bill of materials"},
    {"stock_lengths", &kStockEntry, false, "lengths in which cables are sold, by kind"},
};
constexpr Key kWaiverKeys[] = {
    {"rule", &kText, true, "code or name of the rule"}, {"for", &kSubjects, true, "the subjects it covers, or all"},
    {"reason", &kText, true, "why it is accepted"},     {"owner", &kText, true, "who answers for it"},
    {"until", &kDate, false, "last day: 2027-03-01"},
};
}  // namespace
constinit const Mapping kPolicy{"policy", kPolicyKeys};
constinit const Mapping kWaiver{"waiver", kWaiverKeys};
constinit const Shape kPolicyEntry{.takes = Takes::kMapping, .mapping = &kPolicy, .may_be_empty = true};
constinit const Shape kWaiverEntry{.takes = Takes::kMapping, .mapping = &kWaiver};
constinit const Shape kLevelEntry{.takes = Takes::kWord, .words = kLevelWords};

// The top level.
namespace {
constexpr Shape kPhases{.takes = Takes::kList, .most = 1000, .item = &kName, .may_be_empty = true};
constexpr Shape kIncludes{.takes = Takes::kList, .item = &kText, .may_be_empty = true};
constexpr Shape kParts{.takes = Takes::kNamed, .item = &kPart, .may_be_empty = true, .ranges = false};
constexpr Shape kRacks{.takes = Takes::kNamed, .item = &kRackEntry, .may_be_empty = true};
constexpr Shape kRackTypes{.takes = Takes::kNamed, .item = &kRackTypeEntry, .may_be_empty = true, .ranges = false};
constexpr Shape kHalls{.takes = Takes::kNamed, .item = &kHallEntry, .may_be_empty = true, .ranges = false};
constexpr Shape kTrays{.takes = Takes::kNamed, .item = &kTrayEntry, .may_be_empty = true};

// A table: a list of entries and CSV names, or one CSV name.
constexpr const Shape* kCableItemOf[] = {&kText, &kCableEntry};
constexpr Shape kCableItem{.takes = Takes::kEither, .either = kCableItemOf};
constexpr Shape kCableList{.takes = Takes::kList, .most = 100'000'000, .item = &kCableItem};
constexpr const Shape* kCablesOf[] = {&kText, &kCableList};
constexpr Shape kCables{.takes = Takes::kEither, .either = kCablesOf, .may_be_empty = true};
constexpr const Shape* kLinkItemOf[] = {&kText, &kLinkEntry};
constexpr Shape kLinkItem{.takes = Takes::kEither, .either = kLinkItemOf};
constexpr Shape kLinkList{.takes = Takes::kList, .most = 100'000'000, .item = &kLinkItem};
constexpr const Shape* kLinksOf[] = {&kText, &kLinkList};
constexpr Shape kLinks{.takes = Takes::kEither, .either = kLinksOf, .may_be_empty = true};
constexpr Shape kSplices{.takes = Takes::kList, .most = 100'000'000, .item = &kSpliceEntry, .may_be_empty = true};
constexpr Shape kCouplers{.takes = Takes::kList, .most = 100'000'000, .item = &kCouplerEntry, .may_be_empty = true};
constexpr Shape kEquipmentMapping{.takes = Takes::kNamed, .item = &kEquipmentEntry};
constexpr const Shape* kEquipmentOf[] = {&kText, &kEquipmentMapping};
constexpr Shape kEquipmentShape{.takes = Takes::kEither, .either = kEquipmentOf, .may_be_empty = true};
constexpr Shape kPanelMapping{.takes = Takes::kNamed, .item = &kPanelEntry};
constexpr const Shape* kPanelsOf[] = {&kText, &kPanelMapping};
constexpr Shape kPanels{.takes = Takes::kEither, .either = kPanelsOf, .may_be_empty = true};
constexpr const Shape* kLotsOf[] = {&kText, &kTexts};
constexpr Shape kLots{.takes = Takes::kEither, .either = kLotsOf, .may_be_empty = true};
constexpr Shape kWaivers{.takes = Takes::kList, .item = &kWaiverEntry, .may_be_empty = true};
constexpr Shape kLevels{.takes = Takes::kNamed, .item = &kLevelEntry, .may_be_empty = true, .ranges = false};

constexpr Key kProjectKeys[] = {
    {"ferrule", &kVersion, true, "version of the language"},
    {"project", &kName, false, "name of the project"},
    {"policy", &kPolicyEntry, false, "what the project demands beyond physics"},
    {"phases", &kPhases, false, "in which the plant is built, in that order"},
};
constexpr Key kIncludedKeys[] = {
    {"ferrule", &kVersion, false, "version of the language"},
    {"project", &kName, false, {}, "the project is named in the file that includes this one"},
    {"policy", &kPolicyEntry, false, {}, "the policy stands in the file that includes this one"},
    {"phases", &kPhases, false, {}, "the phases stand in the file that includes this one"},
};
constexpr Key kSections[] = {
    {"include", &kIncludes, false, "further YAML files, relative to this one"},
    {"parts", &kParts, false, "part types by name"},
    {"halls", &kHalls, false, "how large each hall is: what is drawn outside of it is found"},
    {"rack_types", &kRackTypes, false, "templates of racks by name"},
    {"racks", &kRacks, false, "racks by name"},
    {"trays", &kTrays, false, "trays by name"},
    {"equipment", &kEquipmentShape, false, "what has transceivers, by name; or a CSV file"},
    {"panels", &kPanels, false, "patch panels by name; or a CSV file"},
    {"cables", &kCables, false, "cables: a list, a CSV file, or a list of both"},
    {"splices", &kSplices, false, "cable ends joined fibre to fibre"},
    {"couplers", &kCouplers, false, "cable ends joined by an adapter outside panels"},
    {"links", &kLinks, false, "the intent: a list, a CSV file, or a list of both"},
    {"fabric", &kFabricEntry, false, "what a plant is to be designed for: tiers and how they are joined"},
    {"cabling", &kCablingEntry, false, "how the links of a fabric are cabled, by rule or for all"},
    {"alternatives", &kAlternativesEntry, false, "changes of cabling or optics by name, to be compared with the design as it is"},
    {"lots", &kLots, false, "measured losses of connectors: a CSV file, or a list of them"},
    {"rules", &kLevels, false, "levels of rules by code or name"},
    {"waivers", &kWaivers, false, "findings accepted for a while"},
};
}  // namespace
constinit const Mapping kProject{"project", kProjectKeys, kSections};
constinit const Mapping kIncluded{"included", kIncludedKeys, kSections};

// CSV tables.
namespace {
constexpr Key kCableColumns[] = {
    {"id", &kNames, true}, {"part", &kText, true}, {"length", &kCableLength}, {"slack", &kLength},
    {"a", &kEnd},          {"b", &kEnd},           {"head", &kEnd},           {"legs", &kEnd},
    {"a#", &kEnd},         {"b#", &kEnd},          {"leg#", &kEnd},           {"route", &kText},
    {"side", &kSide},      {"label", &kText},      {"space", &kText},         {"phase", &kName},
};
constexpr Key kLinkColumns[] = {
    {"id", &kNames, true}, {"a", &kLinkEnd, true}, {"b", &kLinkEnd, true}, {"application", &kText}, {"one_way", &kYesNo},
};
constexpr Key kEquipmentColumns[] = {
    {"name", &kNames, true}, {"rack", &kNames}, {"u", &kUnit},     {"height", &kUnit},
    {"ports", &kNames},      {"optic", &kText}, {"phase", &kName},
};
constexpr Key kPanelColumns[] = {
    {"name", &kNames, true}, {"rack", &kNames}, {"u", &kUnit},     {"height", &kUnit},
    {"slots", &kNames},      {"part", &kText},  {"phase", &kName},
};
constexpr Key kLotColumns[] = {
    {"part", &kText, true},
    {"connector", &kText},
    {"fibre", &kText, true},
    {"loss", &kText, true},
};
constexpr Key kMapColumns[] = {
    {"a_face", &kName, true},
    {"a_position", &kCount, true},
    {"b_face", &kName, true},
    {"b_position", &kCount, true},
};
}  // namespace
constinit const Mapping kCableTable{"cable table", kCableColumns};
constinit const Mapping kLinkTable{"link table", kLinkColumns};
constinit const Mapping kEquipmentTable{"equipment table", kEquipmentColumns};
constinit const Mapping kPanelTable{"panel table", kPanelColumns};
constinit const Mapping kLotTable{"lot table", kLotColumns};
constinit const Mapping kMapTable{"map table", kMapColumns};

std::span<const Mapping* const> all() {
  static constexpr const Mapping* kAll[] = {
      &kProject,         &kPolicy,     &kAllowances, &kSpares,       &kStockStep,      &kStockLengths, &kBlock,
      &kModuleBlock,     &kAnyLanes,   &kCordPart,   &kBreakoutPart, &kConversionPart, &kCassettePart, &kAdapterPanelPart,
      &kTransceiverPart, &kModulePart, &kTapPart,    &kLoopbackPart, &kRack,           &kHall,         &kTray,
      &kEquipment,       &kPanel,      &kCable,      &kSplice,       &kCoupler,        &kLink,         &kWaiver,
      &kFabric,          &kTier,       &kLinkRule,   &kPublished,    &kCablingWish,    &kAlternative};
  return kAll;
}

}  // namespace ferrule::lang::keys
