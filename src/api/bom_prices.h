// Prices for the articles of a bill: from catalogues, and from the orders of magnitude that ship with the program.
//
// Shape:  of several sources the first that has a price for an article counts. In a catalogue a row that names the part goes before one
//         that describes it, and one of that length before one of any; of descriptions that fit (bom_match.h) the cheapest.
//         Price breaks count the article's quantity in the whole bill, spares and pieces up to the least order among them.
// Errors: findings in the bill: those of price_book.h, B803 to B807.
#pragma once

#include <string>

#include "api/bom.h"

namespace ferrule::api {

// The name of what ships, as the word for --prices.
inline constexpr std::string_view kGenericPrices = "generic";

void add_prices(Bom& bom, const std::string& data);

// What is wrong with lists, for verbs that ask them for prices again and again and say it once: findings of `loaded`, which is not
// readable when a list is not.
void hold_price_lists(const std::vector<std::string>& names, Loaded& loaded);

}  // namespace ferrule::api
