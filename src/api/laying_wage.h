// What laying costs where an hour of one person has a price: without it many small trunks may seem cheaper than one.
//
// Units:  hundredths of the currency of the prices; the wage is for an hour of one person.
// Shape:  of a trunk: pulling, dressing and labelling both ends, by the rates of data/labour_rates.csv. Metres are not in it: they depend on the way.
#pragma once

#include <cstdint>

#include "api/load.h"
#include "lang/design.h"

namespace ferrule::api {

// So many thousandths of a minute.
std::int64_t paid(std::int64_t minutes, std::int64_t wage);

// Wishes that state a `trunk_cost` keep it.
void pay_for_laying(const Loaded& loaded, std::int64_t wage, lang::Design& design);

}  // namespace ferrule::api
