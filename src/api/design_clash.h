// Why there is no plan: the smallest set of wishes that clash, and what giving up each of them would bring.
//
//     give up one wish alone, in turn         those that help are told with the plan that they bring, and are the clash
//     give up all                             where no one alone helps; wishes of ports and of the plant together where one kind is not enough
//     give up all but one                     a wish that nothing helps while it holds
//     give up wish after wish for good        while there is still no plan: what must stay is the clash
//     give up two, where no one alone helps   of each pair one is of the clash
//
// Shape:  every trial is the whole design, in memory, with the same rules; nothing is written.
//         Wishes that are told to clash each have a part in a plan that is told, where one was found.
// Errors: none. The search stops after so many trials, and says so: `stopped`.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "api/design.h"
#include "api/design_wishes.h"

namespace ferrule::api {

struct ClashRequest {
  std::function<std::unique_ptr<Loaded>()> load;  // the project anew, for each trial
  std::string data;
  std::vector<std::string> prices;  // as of BomOptions; empty: none
  DesignOptions design = {};
};

struct GivenUp {
  std::vector<std::size_t> wishes;  // into Clash::wishes; none of them can be kept
  std::string brings;               // "16 cords, 2 trunks, ..."
};

struct Clash {
  std::vector<HeldWish> wishes;
  std::vector<std::size_t> clashing;  // empty: nothing that was tried helps, or the search stopped before
  std::vector<GivenUp> helps;
  std::string remains;  // what stands in the way with every wish given up; empty: nothing
  std::size_t trials = 0;
  bool stopped = false;
};

// Of a design that ended infeasible.
Clash find_clash(const ClashRequest& request, const DesignReport& report);

// The clash as a finding of the design (F861). Nothing happens to a design that is not infeasible, or
// that is so by a fault of the project that no wish can mend.
void explain_no_plan(const ClashRequest& request, DesignReport& report);

}  // namespace ferrule::api
