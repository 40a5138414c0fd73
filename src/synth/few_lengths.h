// In how few lengths the cables of each part are ordered: what one more part number costs against what longer cables do.
//
//     needed    3 3 3   4 4   6 6   7     four part numbers
//     ordered   4 4 4   4 4   7 7   7     two, when a part number costs more than three cables of one metre more and two of one
//
// Shape:  phase by phase: what an earlier one orders is a part number already. For each part the choice is exact.
// Units:  of the price, whatever that is; a cable is never ordered shorter than before.
// Errors: none; parts without a price keep their lengths.
#pragma once

#include <cstdint>

#include "synth/cabling.h"
#include "synth/plan.h"

namespace ferrule::synth {

// How many cables are ordered longer than they would be.
std::uint64_t order_in_few_lengths(Plan& plan, const PartPrice& price, std::int64_t number_cost);

// Parts and lengths of the plan, each once: what a bill calls part numbers, without transceivers.
std::size_t part_numbers(const Plan& plan);

}  // namespace ferrule::synth
