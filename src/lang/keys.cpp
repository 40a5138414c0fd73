// The top of the language, and its tables. One row per key: what it takes, whether it must be there, one line of help for the schema.
// Sections are ordered as in docs/language/plant.md; what stands in them is declared in the other keys_*.cpp.
#include "lang/keys.h"

#include "lang/keys_fabric.h"
#include "lang/keys_parts.h"
#include "lang/keys_shapes.h"

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
  static constexpr const Mapping* kAll[] = {&kProject,
                                            &kPolicy,
                                            &kAllowances,
                                            &kSpares,
                                            &kStockStep,
                                            &kStockLengths,
                                            &kBlock,
                                            &kModuleBlock,
                                            &kAnyLanes,
                                            &kCordPart,
                                            &kBreakoutPart,
                                            &kConversionPart,
                                            &kCassettePart,
                                            &kAdapterPanelPart,
                                            &kTransceiverPart,
                                            &kModulePart,
                                            &kTapPart,
                                            &kLoopbackPart,
                                            &kRack,
                                            &kRackType,
                                            &kDrop,
                                            &kHall,
                                            &kTray,
                                            &kEquipment,
                                            &kPanel,
                                            &kCable,
                                            &kSplice,
                                            &kCoupler,
                                            &kLink,
                                            &kWaiver,
                                            &kFabric,
                                            &kTier,
                                            &kLinkRule,
                                            &kPublished,
                                            &kCablingWish,
                                            &kAlternative};
  return kAll;
}

}  // namespace ferrule::lang::keys
