// Reads what a design is made from: the sections fabric, cabling and alternatives, the limits of the policy, and the text that goes over
// as it is.
//
// Shape:  sections from all files of the project; the policy's limits from the first one.
// Errors: findings as everywhere in the language; a tier or rule that is wrong is left out, and the design with it.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "lang/design.h"
#include "lang/documents.h"
#include "lang/listed_links.h"
#include "lang/parts.h"

namespace ferrule::lang {

// `phases`: those of the project, in their order. Nothing when the project has no fabric, or one that is wrong.
// `stock`: the equipment of the project, which files of links may name.
std::optional<Design> read_design(Reader& reader, Parts& parts, const Stock& stock, const std::vector<std::string>& phases,
                                  const std::deque<Document>& documents);

}  // namespace ferrule::lang
