// The prices of what is swapped, gathered from a price list and from the command line; the latter goes first.
//
// Shape:  the price of an offer is the one stated for it, or that of its name in the list (a part of the plant, a part number), or for
//         a single swap that of the name `offer`.
// Errors: a Failure whose place is the word that is wrong.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "api/budget_change.h"

namespace ferrule::api {

class SwapPrices {
 public:
  // What is wrong with the list's file is in the findings.
  Result<void> read(const ChangeRequest& request, diag::Sources& sources, diag::Findings& findings);

  // Fills parts, the cost of all pieces and the currency.
  void cost(const std::vector<Swap>& swaps, const std::vector<OfferedPart>& parts, BudgetChange& change) const;

 private:
  SwapCost cost_of(const Swap& swap, const OfferedPart& part, bool only) const;

  bool asked_ = false;
  PriceList list_;
  std::map<std::string, Price, std::less<>> of_offers_;  // by the part that is swapped
};

}  // namespace ferrule::api
