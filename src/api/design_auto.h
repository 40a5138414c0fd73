// Wishes that are left open (`as: auto`, `base: auto`): every combination is designed, and the best that is proven is taken.
//
//     cheapest      by the price list, where everything of all of them has a price, and what each part number costs besides
//     fewest parts  else: cables, panels and cassettes that have to be bought
//
// Shape:  combinations of all rules up to kMostCombinations; of more, rule after rule, the others as they were chosen before or first.
// Errors: none of its own. When no combination is proven the design is that of the first, with its findings; most_parts that none keeps is
//         F821 at the wish.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "api/design.h"
#include "lang/design.h"

namespace ferrule::api {

inline constexpr std::size_t kMostCombinations = 32;

bool leaves_open(const lang::Design& design);

using DesignAsWritten = std::function<DesignReport(std::unique_ptr<Loaded>)>;

// `loaded` has a design that leaves wishes open. The report says what was taken, and why, in `choices`.
DesignReport design_best(std::unique_ptr<Loaded> loaded, const std::string& data, const std::vector<std::string>& prices,
                         const DesignAsWritten& as_written);

}  // namespace ferrule::api
