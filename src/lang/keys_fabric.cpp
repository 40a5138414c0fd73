#include "lang/keys_fabric.h"

namespace ferrule::lang::keys {
namespace {

constexpr Shape kText{.takes = Takes::kText};
constexpr Shape kName{.takes = Takes::kName};
constexpr Shape kYesNo{.takes = Takes::kYesNo};
constexpr Shape kLength{.takes = Takes::kLength};
constexpr Shape kUnit{.takes = Takes::kWhole, .least = 1, .most = 200};
constexpr Shape kMany{.takes = Takes::kWhole, .least = 0, .most = 1'000'000};
constexpr Shape kSome{.takes = Takes::kWhole, .least = 1, .most = 1'000'000};
constexpr Shape kPlaces{.takes = Takes::kWhole, .least = 1, .most = 1024};
constexpr Shape kPercent{.takes = Takes::kWhole, .least = 0, .most = 100};

constexpr Shape kNameList{.takes = Takes::kList, .item = &kName};
constexpr Shape kTextList{.takes = Takes::kList, .item = &kText};
constexpr Shape kPlacesList{.takes = Takes::kList, .most = 16, .item = &kPlaces};
constexpr const Shape* kNamesOf[] = {&kName, &kNameList};
constexpr Shape kNameOrNames{.takes = Takes::kEither, .either = kNamesOf};
constexpr const Shape* kTextsOf[] = {&kText, &kTextList};
constexpr Shape kTextOrTexts{.takes = Takes::kEither, .either = kTextsOf};

constexpr Shape kCounts{.takes = Takes::kNamed, .item = &kMany, .may_be_empty = true, .ranges = false};
constexpr Shape kGroups{.takes = Takes::kNamed, .item = &kSome, .may_be_empty = true, .ranges = false};
constexpr Shape kCountsList{.takes = Takes::kList, .item = &kCounts, .may_be_empty = true};
constexpr Shape kPlace{.takes = Takes::kNamed, .item = &kText, .ranges = false};
constexpr Shape kPlaceList{.takes = Takes::kList, .item = &kPlace, .may_be_empty = true};
constexpr Shape kPorts{.takes = Takes::kNamed, .item = &kText, .may_be_empty = true};

constexpr Key kTierKeys[] = {
    {"per", &kNameOrNames, false, "groups that it is counted in, the slowest first"},
    {"count", &kText, true, "how many in each of them; auto: as many as the links need"},
    {"except", &kPlaceList, false, "where the count is another: {su: last, count: 31}"},
    {"ports", &kPorts, true, "ports by name: an optic, a part of kind transceiver, or copper"},
    {"height", &kUnit, false, "in rack units; 1 when absent"},
    {"racks", &kTextOrTexts, false, "where they stand, in order; {su} is the number of the group"},
    {"per_rack", &kPlaces, false, "how many stand in one rack; as many as fit when absent"},
    {"u", &kUnit, false, "rack unit of the lowest"},
    {"phase", &kText, false, "the phase in which it comes"},
};
constexpr Key kLinkRuleKeys[] = {
    {"name", &kName, false, "what the rule is called; from-to when absent"},
    {"from", &kName, true, "a tier"},
    {"to", &kName, true, "a tier"},
    {"same", &kTextOrTexts, false, "groups that must be equal; n=rail: the number of one is the rail of the other"},
    {"rail", &kYesNo, false, "the k-th receptacle goes to the k-th partner"},
    {"fill", &kYesNo, false, "each device to one partner; one is filled before the next: servers and the switch in their rack"},
    {"each", &kPlaces, false, "links between two devices"},
    {"up", &kSome, false, "links of each device of `from`; all that are free when absent"},
    {"uneven", &kYesNo, false, "links may be spread unevenly"},
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
constexpr Shape kRules{.takes = Takes::kList, .item = &kLinkRuleEntry, .may_be_empty = true};
constexpr Key kFabricKeys[] = {
    {"groups", &kGroups, false, "what tiers are counted in: {su: 4}"},
    {"tiers", &kTiers, true, "equal devices by name"},
    {"links", &kRules, true, "which tier is joined to which"},
    {"published", &kPublishedEntry, false, "counts that somebody printed, to be held against those of the rules"},
};

constexpr std::string_view kCablingWords[] = {"direct", "structured"};
constexpr Shape kCablingWord{.takes = Takes::kWord, .words = kCablingWords};
constexpr std::string_view kMethodWords[] = {"A", "B", "C", "U1", "U2"};
constexpr Shape kMethod{.takes = Takes::kWord, .words = kMethodWords};
constexpr std::string_view kBaseWords[] = {"8", "12", "16", "24"};
constexpr Shape kBase{.takes = Takes::kWord, .words = kBaseWords};
constexpr Key kCablingKeys[] = {
    {"as", &kCablingWord, false, "direct: a cord for each link; structured: panels and trunks"},
    {"trunks", &kPlacesList, false, "plugs at each end of the trunks that may be bought"},
    {"panel_ports", &kPlaces, false, "ports, or cassette slots, of a panel of one rack unit"},
    {"spare", &kPercent, false, "per cent of further plugs between two racks"},
    {"length", &kLength, false, "of every cord, where the hall does not say it"},
    {"base", &kBase, false, "fibres of a trunk's plug"},
    {"method", &kMethod, false, "method of polarity; whatever is proven first when absent"},
    {"fibre", &kText, false, "fibre class of new parts: OM4, OS2"},
    {"grade", &kText, false, "loss grade of new parts"},
    {"jacket", &kText, false, "listing or class of the jackets of new parts"},
};
}  // namespace
constinit const Mapping kFabric{"fabric", kFabricKeys};
constinit const Mapping kCablingWish{"cabling", kCablingKeys};
constinit const Shape kFabricEntry{.takes = Takes::kMapping, .mapping = &kFabric};
constinit const Shape kCablingWishEntry{.takes = Takes::kMapping, .mapping = &kCablingWish};
constinit const Shape kCablingEntry{.takes = Takes::kNamed, .item = &kCablingWishEntry, .may_be_empty = true, .ranges = false};

}  // namespace ferrule::lang::keys
