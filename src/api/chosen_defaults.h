// What a design took where its project left it unsaid, in sentences: the method of polarity of duplex links over cassettes, and why that
// one; how many cassettes stand in a rack unit; a map that is only guessed; and which parts of the project it did not take, and why.
//
// Errors: none.
#pragma once

#include <string>
#include <vector>

#include "api/design_parts.h"
#include "facts/facts.h"
#include "lang/design.h"

namespace ferrule::api {

// `design` with what the policy says in its wishes; `recipes` by rule.
std::vector<std::string> chosen_defaults(const facts::Facts& facts, const lang::Design& design,
                                         const std::vector<RecipeReport>& recipes);

}  // namespace ferrule::api
