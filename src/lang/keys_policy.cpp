// What the project demands and accepts: its policy, and waivers.
#include "lang/keys.h"
#include "lang/keys_shapes.h"

namespace ferrule::lang::keys {

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

}  // namespace ferrule::lang::keys
