#include "lang/keys_fabric.h"

#include "lang/keys_shapes.h"

namespace ferrule::lang::keys {
namespace {

constexpr Shape kMany{.takes = Takes::kWhole, .least = 0, .most = 1'000'000};
constexpr Shape kSome{.takes = Takes::kWhole, .least = 1, .most = 1'000'000};
constexpr Shape kPlaces{.takes = Takes::kWhole, .least = 1, .most = 1024};
constexpr Shape kLegs{.takes = Takes::kWhole, .least = 1, .most = 16};
constexpr Shape kPercent{.takes = Takes::kWhole, .least = 0, .most = 100};

constexpr Shape kPlacesList{.takes = Takes::kList, .most = 16, .item = &kPlaces};
constexpr const Shape* kNamesOf[] = {&kName, &kNameList};
constexpr Shape kNameOrNames{.takes = Takes::kEither, .either = kNamesOf};
constexpr const Shape* kTextsOf[] = {&kText, &kTexts};
constexpr Shape kTextOrTexts{.takes = Takes::kEither, .either = kTextsOf};

constexpr Shape kCounts{.takes = Takes::kNamed, .item = &kMany, .may_be_empty = true, .ranges = false};
constexpr Shape kGroups{.takes = Takes::kNamed, .item = &kSome, .may_be_empty = true, .ranges = false};
constexpr Shape kCountsList{.takes = Takes::kList, .item = &kCounts, .may_be_empty = true};
constexpr Shape kException{.takes = Takes::kNamed, .item = &kText, .ranges = false};
constexpr Shape kExceptions{.takes = Takes::kList, .item = &kException, .may_be_empty = true};
constexpr Shape kPorts{.takes = Takes::kNamed, .item = &kText, .may_be_empty = true};

constexpr std::string_view kNumberedWords[] = {"ports", "receptacles"};
constexpr Shape kNumberedWord{.takes = Takes::kWord, .words = kNumberedWords};

constexpr Key kTierKeys[] = {
    {"per", &kNameOrNames, false, "groups that it is counted in, the slowest first"},
    {"count", &kText, false, "how many in each of them; auto: as many as the links need"},
    {"devices", &kTextOrTexts, false, "in place of a count: the devices of files of links whose names fit, leaf* or leaf[1-8]"},
    {"type", &kTextOrTexts, false, "in place of a count: the devices that such a file says to be of this type"},
    {"numbered", &kNumberedWord, false, "receptacles: such a file numbers ports through the receptacles of all optics"},
    {"except", &kExceptions, false, "where the count is another: {su: last, count: 31}"},
    {"ports", &kPorts, false,
     "ports by name: an optic, a part of kind transceiver, or copper; with `devices` or `type` also by pattern: \"*\""},
    {"height", &kUnit, false, "in rack units; 1 when absent"},
    {"racks", &kTextOrTexts, false, "where they stand, in order; {su} is the number of the group"},
    {"per_rack", &kPlaces, false, "how many stand in one rack; as many as fit when absent"},
    {"u", &kUnit, false, "rack unit of the lowest"},
    {"phase", &kText, false, "the phase in which it comes"},
};
constexpr Key kLinkRuleKeys[] = {
    {"name", &kName, false, "what the rule is called; from-to when absent"},
    {"from", &kName, false, "a tier"},
    {"to", &kName, false, "a tier"},
    {"file", &kText, false, "in place of a rule: a file of links (XLSX, CSV, topo, dot)"},
    {"sheets", &kTextOrTexts, false, "of that file; all sheets when absent"},
    {"same", &kTextOrTexts, false, "groups that must be equal; n=rail: the number of one is the rail of the other"},
    {"rail", &kYesNo, false, "the k-th receptacle goes to the k-th partner"},
    {"fill", &kYesNo, false, "each device to one partner; one is filled before the next: servers and the switch in their rack"},
    {"from_ports", &kTextOrTexts, false,
     "ports of `from` that it takes, as its tier names them; else those whose optic both tiers have"},
    {"to_ports", &kTextOrTexts, false, "ports of `to` that it takes"},
    {"each", &kPlaces, false, "links between two devices"},
    {"up", &kSome, false, "links of each device of `from`; all that are free when absent"},
    {"uneven", &kYesNo, false, "links may be spread unevenly"},
    {"breakout", &kLegs, false,
     "links of a receptacle whose lanes go apart, over a harness; 1: none; when absent, as one optic is a breakout of the other"},
};
}  // namespace
constinit const Mapping kTier{"tier", kTierKeys};
constinit const Mapping kLinkRule{"link-rule", kLinkRuleKeys};
constinit const Shape kTierEntry{.takes = Takes::kMapping, .mapping = &kTier};
constinit const Shape kLinkRuleEntry{.takes = Takes::kMapping, .mapping = &kLinkRule};
namespace {
constexpr Key kPublishedKeys[] = {
    {"source", &kText, true, "whose table"},
    {"rows", &kCountsList, true, "groups and counts as printed: {su: 4, spine: 18}"},
};
}  // namespace
constinit const Mapping kPublished{"published", kPublishedKeys};
namespace {
constexpr Shape kPublishedEntry{.takes = Takes::kMapping, .mapping = &kPublished};
constexpr Shape kTiers{.takes = Takes::kNamed, .item = &kTierEntry, .ranges = false};
constexpr const Shape* kRuleOrFileOf[] = {&kText, &kLinkRuleEntry};
constexpr Shape kRuleOrFile{.takes = Takes::kEither, .either = kRuleOrFileOf};
constexpr Shape kRuleList{.takes = Takes::kList, .item = &kRuleOrFile, .may_be_empty = true};
constexpr const Shape* kRulesOf[] = {&kText, &kLinkRuleEntry, &kRuleList};
constexpr Shape kRules{.takes = Takes::kEither, .either = kRulesOf, .may_be_empty = true};
constexpr Shape kGrowthPhases{.takes = Takes::kNamed, .item = &kCounts, .ranges = false};
constexpr Key kFabricKeys[] = {
    {"groups", &kGroups, false, "what tiers are counted in: {su: 4}"},
    {"tiers", &kTiers, false, "equal devices by name; may be absent where files of links say all"},
    {"links", &kRules, true, "which tier is joined to which, or files of links"},
    {"growth", &kGrowthPhases, false, "what stands of groups and tiers when a phase ends: {P1: {su: 2}, P2: {su: 3}}"},
    {"published", &kPublishedEntry, false, "counts that somebody printed, to be held against those of the rules"},
};

constexpr std::string_view kCablingWords[] = {"direct", "structured", "auto"};
constexpr Shape kCablingWord{.takes = Takes::kWord, .words = kCablingWords};
constexpr std::string_view kWishedMethods[] = {"A", "B", "C", "U1", "U2"};
constexpr Shape kWishedMethod{.takes = Takes::kWord, .words = kWishedMethods};
constexpr std::string_view kBaseWords[] = {"8", "12", "16", "24", "auto"};
constexpr Shape kBase{.takes = Takes::kWord, .words = kBaseWords};
constexpr std::string_view kFanOutWords[] = {"harness", "cassette"};
constexpr Shape kFanOut{.takes = Takes::kWord, .words = kFanOutWords};
constexpr std::string_view kRouteWords[] = {"A", "B", "both"};
constexpr Shape kRoutes{.takes = Takes::kWord, .words = kRouteWords};
constexpr Key kCablingKeys[] = {
    {"as", &kCablingWord, false, "direct: a cord for each link; structured: panels and trunks; auto: what costs least"},
    {"trunks", &kPlacesList, false, "plugs at each end of the trunks that may be bought"},
    {"trunk_cost", &kText, false, "what each trunk costs besides its price, to lay and label it: 60.00"},
    {"panel_ports", &kPlaces, false, "ports of an adapter panel of one rack unit"},
    {"panel_cassettes", &kPlaces, false, "cassettes in a panel of one rack unit"},
    {"spare", &kPercent, false, "per cent of further plugs between two racks"},
    {"growth", &kText, false, "plugs laid for later phases: per cent of those needed, or planned: all that later phases need"},
    {"routes", &kRoutes, false, "A or B: the trays of that side; both: the links of each device take turns"},
    {"length", &kCableLength, false, "of every cord, where the hall does not say it"},
    {"fan_out", &kFanOut, false,
     "of breakouts over trunks: a harness at the far panel, or a cassette and cords; whichever is proven first"},
    {"base", &kBase, false, "fibres of a trunk's plug"},
    {"conversion", &kText, false,
     "what regroups fibres behind the panels of parallel optics: a name of data/conversions.csv, or all of its patterns: "
     "2x12-3x8"},
    {"method", &kWishedMethod, false, "method of polarity; whatever is proven first when absent"},
    {"fibre", &kText, false, "fibre class of new parts: OM4, OS2"},
    {"grade", &kText, false, "loss grade of new parts"},
    {"jacket", &kText, false, "listing or class of the jackets of new parts"},
    {"most_parts", &kSome, false, "different part numbers of the whole bill, at most"},
    {"part_number_cost", &kText, false, "what each part number costs besides its pieces: 250.00"},
};
constexpr Shape kCablingChange{.takes = Takes::kNamed, .item = &kCablingWishEntry, .may_be_empty = true, .ranges = false};
constexpr Shape kOpticChange{.takes = Takes::kNamed, .item = &kText, .may_be_empty = true, .ranges = false};
constexpr Key kAlternativeKeys[] = {
    {"say", &kText, false, "what it is, in a few words"},
    {"cabling", &kCablingChange, false, "wishes that differ, by rule or for all"},
    {"optics", &kOpticChange, false, "optics of ports, and what takes their place: {400GBASE-DR4: 400GBASE-SR4}"},
};
}  // namespace
constinit const Mapping kFabric{"fabric", kFabricKeys};
constinit const Mapping kCablingWish{"cabling", kCablingKeys};
constinit const Mapping kAlternative{"alternative", kAlternativeKeys};
constinit const Shape kFabricEntry{.takes = Takes::kMapping, .mapping = &kFabric};
constinit const Shape kCablingWishEntry{.takes = Takes::kMapping, .mapping = &kCablingWish};
constinit const Shape kCablingEntry{.takes = Takes::kNamed, .item = &kCablingWishEntry, .may_be_empty = true, .ranges = false};
constinit const Shape kAlternativeEntry{.takes = Takes::kMapping, .mapping = &kAlternative};
constinit const Shape kAlternativesEntry{
    .takes = Takes::kNamed, .item = &kAlternativeEntry, .may_be_empty = true, .ranges = false};

}  // namespace ferrule::lang::keys
