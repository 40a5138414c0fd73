// What an offer in the place of a part changes: every margin, how links spread, the first test of the hall, and what that costs.
//
//     plant as it is  --- group of links, before ---+
//                                                   +-->  margin 0.29 -> 0.79 dB, expected to fail 4.1 -> 0.2 links, 900.00 more
//     with the offers --- the same links, after ----+
//
// Units:  Price in hundredths of one currency. Failures are links expected above their limit at the first test, loss alone.
// Shape:  a group is links whose figures are equal before and equal after, told by the longest of them. Links that the offers do not
//         touch are in the hall, and in no group.
//         Money for a failure needs: every link that was proven is proven still, prices of all that is swapped, and chances of all
//         links that change. Where the difference of failures cannot be told from nought there is none.
// Errors: `why_not` as of OfferedPlant; wrong prices are findings, and the exit code 3.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "api/budget.h"
#include "api/offered_plant.h"
#include "api/price_list.h"

namespace ferrule::api {

struct Swap {
  PartOffer offer;
  std::string asked;  // the offer as it was typed: a part number stands for its line, and may have a price
};

struct PriceRequest {
  std::string file;                    // of a price list; empty: none
  std::vector<std::string> of_parts;   // "trunk=12.50"
  std::vector<std::string> of_offers;  // "9.80" for the only swap, or "trunk=9.80" for the offer in its place
  bool asked() const { return !file.empty() || !of_parts.empty() || !of_offers.empty(); }
};

struct SwapCost {
  OfferedPart part;
  std::optional<Price> before, after;  // of one piece
  std::string no_price;                // whose price is missing; empty when none is
};

struct ChangeGroup {
  std::uint64_t links = 0;
  std::vector<std::string> names;  // the first few
  check::Verdict verdict_before = check::Verdict::kUnproven, verdict_after = check::Verdict::kFaulty;
  BudgetGroup before, after;                           // figures alone: counts and names stand above
  bool counted_before = false, counted_after = false;  // they have a distribution and a limit

  bool lost() const { return verdict_before == check::Verdict::kProven && verdict_after != check::Verdict::kProven; }
};

struct Failures {  // expected at the first test, of the links that change
  double before = 0, after = 0;
  double not_told_apart = 0;  // smaller differences are none
  double avoided() const { return before - after; }
};

enum class Bargain : std::uint8_t {
  kNotKnown,    // why_no_money says why
  kPerAvoided,  // dearer, and fewer fail: money for each failure avoided
  kPerCaused,   // cheaper, and more fail: money saved for each failure caused
  kBetter,      // fewer fail, and it is no dearer
  kWorse,       // more fail, and it is no cheaper
  kNoDifference
};
std::string_view spell(Bargain bargain);  // "per-avoided-failure", ...

struct Money {
  Bargain bargain = Bargain::kNotKnown;
  double per_failure = 0;  // hundredths; of the first two
};

struct BudgetChange {
  BudgetOptions options;
  std::string project, currency;
  std::vector<SwapCost> parts;
  std::uint64_t links = 0, touched = 0, still_proven = 0, lost_faulty = 0, lost_unproven = 0, not_proven_before = 0;
  std::uint64_t newly_proven = 0;             // of the latter
  std::vector<std::string> faulty, unproven;  // no longer proven: the first few names
  std::vector<diag::Finding> brought;         // that the offers brought
  std::vector<ChangeGroup> groups;            // no longer proven first, then by the margin that is left
  HallBudget hall_before, hall_after;
  std::optional<Failures> apart, together;       // nothing when some link that changes has no chances
  std::optional<Price> cost_before, cost_after;  // of all pieces
  std::string why_no_money;                      // when prices were asked for
  Money money_apart, money_together;
  bool priced = false;

  std::unique_ptr<diag::Sources> price_sources;
  diag::Findings price_findings;
  std::unique_ptr<Loaded> before, after;  // what `brought` points into is the latter
  std::string why_not, help;
  Exit exit = Exit::kClean;

  std::uint64_t lost() const { return lost_faulty + lost_unproven; }
};

struct ChangeRequest {
  LoadRequest project;
  std::vector<Swap> swaps;  // made together
  PriceRequest prices;
  BudgetOptions options;
};

BudgetChange budget_change(const ChangeRequest& request);

}  // namespace ferrule::api
