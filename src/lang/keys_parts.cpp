#include "lang/keys_parts.h"

#include "lang/keys.h"
#include "lang/keys_shapes.h"

namespace ferrule::lang::keys {

// A connector block.
namespace {
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
constinit const Mapping kModuleBlock{"module-block", kBlockKeys, kModuleBlockMore};
namespace {
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
}  // namespace
constinit const Mapping kCordPart{"cord", kCordKeys, kPartCommon};
namespace {

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
}  // namespace
constinit const Mapping kBreakoutPart{"breakout", kBreakoutKeys, kPartCommon};
namespace {

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
}  // namespace
constinit const Mapping kConversionPart{"conversion", kConversionKeys, kPartCommon};
namespace {

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
}  // namespace
constinit const Mapping kCassettePart{"cassette", kCassetteKeys, kPartCommon};
namespace {

constexpr std::string_view kPanelWords[] = {"adapter-panel"};
constexpr Shape kPanelKind{.takes = Takes::kWord, .words = kPanelWords};
constexpr Key kAdapterPanelKeys[] = {
    {"kind", &kPanelKind, true, "what the part is"},
    {"connector", &kText, true, "what plugs in from both sides: MPO-12, LC-duplex"},
    {"adapter", &kText, false, "A (opposed keys) or B (aligned keys)"},
    {"count", &kCount, false, "how many ports; 1 when absent"},
};
}  // namespace
constinit const Mapping kAdapterPanelPart{"adapter-panel", kAdapterPanelKeys, kPartCommon};
namespace {

constexpr Key kAnyLaneKeys[] = {
    {"tx", &kPositions, false, "positions of transmit lanes 1, 2, ..."},
    {"rx", &kPositions, false, "positions of receive lanes 1, 2, ..."},
    {"tr", &kPositions, false, "positions of lanes 1, 2, ... on side TR of a bidirectional optic"},
    {"rt", &kPositions, false, "positions of lanes 1, 2, ... on side RT"},
};
}  // namespace
constinit const Mapping kAnyLanes{"receptacle-lanes", kAnyLaneKeys};
namespace {
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
}  // namespace
constinit const Mapping kTransceiverPart{"transceiver", kTransceiverKeys, kPartCommon};
namespace {

constexpr std::string_view kModuleWords[] = {"module"};
constexpr Shape kModuleKind{.takes = Takes::kWord, .words = kModuleWords};
constexpr Key kModuleKeys[] = {
    {"kind", &kModuleKind, true, "what the part is"},
    {"faces", &kFaces, true, "faces by name: r[1-4]: {connector: MPO-12, adapter: A}"},
    {"map", &kMap, false, "listed map: a.1-4 = b.4-1, or a CSV file"},
};
}  // namespace
constinit const Mapping kModulePart{"module", kModuleKeys, kPartCommon};
namespace {

constexpr std::string_view kTapWords[] = {"tap"};
constexpr Shape kTapKind{.takes = Takes::kWord, .words = kTapWords};
constexpr Key kTapKeys[] = {
    {"kind", &kTapKind, true, "what the part is"},
    {"faces", &kFaces, true, "faces by name: a, b, and the monitor's"},
    {"map", &kMap, false, "listed map of the live path: a.1-2 = b.1-2"},
    {"branches", &kTexts, false, "what is copied where, with its loss: a.1 -> m.1 = 3.7 dB"},
    {"live_loss", &kLoss, false, "loss of the live path"},
};
}  // namespace
constinit const Mapping kTapPart{"tap", kTapKeys, kPartCommon};
namespace {

constexpr std::string_view kLoopbackWords[] = {"loopback"};
constexpr Shape kLoopbackKind{.takes = Takes::kWord, .words = kLoopbackWords};
constexpr Key kLoopbackKeys[] = {
    {"kind", &kLoopbackKind, true, "what the part is"},
    {"connector", &kBlockShape, true, "its plug"},
    {"map", &kMap, false, "listed map over face a; n to N+1-n when absent"},
};
}  // namespace
constinit const Mapping kLoopbackPart{"loopback", kLoopbackKeys, kPartCommon};
namespace {

constexpr const Mapping* kPartKinds[] = {&kCordPart,        &kBreakoutPart, &kConversionPart, &kCassettePart, &kAdapterPanelPart,
                                         &kTransceiverPart, &kModulePart,   &kTapPart,        &kLoopbackPart};
constexpr Shape kPartMapping{.takes = Takes::kByKind, .kinds = kPartKinds};
constexpr const Shape* kPartOf[] = {&kText, &kPartMapping};
}  // namespace
constinit const Shape kPart{.takes = Takes::kEither, .either = kPartOf};

}  // namespace ferrule::lang::keys
