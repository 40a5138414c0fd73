// Methods of polarity as a plan takes them where nobody asks for one, and what each is made of.
//
// Shape:  first those with one kind of cord at both ends, since a cord at the wrong end is the commonest mistake in a hall; of these first
//         those whose trunk serves parallel optics as well, then those with one kind of cassette. U1 and U2, B, C, A by the tables.
// Errors: none.
// Source: data/methods.csv
#pragma once

#include <string>
#include <vector>

#include "facts/facts.h"

namespace ferrule::api {

std::vector<const facts::Method*> methods_by_preference(const facts::Facts& facts);

// "Type B trunk, Type A adapters, universal cassettes, A-to-B cords at both ends"
std::string parts_of_method(const facts::Method& method);

// Why that one comes first, as far as it does: "one kind of cord at both ends, one kind of cassette"; empty: neither holds.
std::string merits_of_method(const facts::Method& method);

}  // namespace ferrule::api
