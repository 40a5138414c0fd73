// Wishes that are left open (`as: auto`, `base: auto`): every combination is designed, and the best that is proven is taken.
//
//     cheapest      by the price list, where everything of all of them has a price, and what each part number costs besides; where an hour
//                   has a price, with the hours to lay it
//     fewest parts  else: cables, panels and cassettes that have to be bought
//
// Shape:  one with more part numbers than `most_parts` is designed again, its cables in fewer lengths, as if part numbers cost more and more,
//         until there are few enough.
//         combinations of all rules up to kMostCombinations; of more, rule after rule, the others as they were chosen before or first.
// Errors: none of its own. When no combination is proven the design is that of the first, with its findings; most_parts that none keeps is
//         F821 at the wish.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "api/design.h"
#include "lang/design.h"

namespace ferrule::api {

inline constexpr std::size_t kMostCombinations = 32;

bool leaves_open(const lang::Design& design);

// With what each part number costs, in hundredths, or in millimetres of cable where no list has prices.
using DesignAsWritten = std::function<DesignReport(std::unique_ptr<Loaded>, std::optional<std::int64_t> number_cost)>;

// `loaded` has a design that leaves wishes open. The report says what was taken, and why, in `choices`. What is taken is chosen by the
// `whole` design, with all of its phases; what is asked for may end with an earlier one.
DesignReport design_best(std::unique_ptr<Loaded> loaded, const std::string& data, const DesignOptions& options,
                         const DesignAsWritten& whole, const DesignAsWritten& asked);

}  // namespace ferrule::api
