// Reads the section `alternatives`: changes of cabling or optics that the author wants to see beside the project as it is.
//
// Shape:  in the order of the file; each has the wishes of the project with its own in them.
// Errors: findings as everywhere in the language; an alternative without a good name or form is left out, as is an optic nobody has.
#pragma once

#include <vector>

#include "lang/design.h"
#include "lang/parts.h"
#include "syntax/node.h"

namespace ferrule::lang {

// `design`: its fabric and wishes are read.
std::vector<NamedChange> read_alternatives(Reader& reader, Parts& parts, const Design& design, const syntax::Node& section);

}  // namespace ferrule::lang
