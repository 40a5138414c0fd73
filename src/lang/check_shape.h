// Holds one node against its declaration and says what differs: unknown keys with the nearest known one, missing keys, values of
// the wrong form. What a good value means is for whoever reads it.
#pragma once

#include "lang/reader.h"
#include "lang/shape.h"
#include "syntax/node.h"

namespace ferrule::lang {

// False when something is wrong enough that the entry should be skipped: a missing key or a wrong value. An unknown key is said and
// passed over. `what` names the value in messages: "u", "an item of cables".
bool fits(Reader& reader, const syntax::Node& node, const Shape& shape, std::string_view what);

// Only whether the node is a mapping, a list or a value as the shape wants it.
bool fits_kind(Reader& reader, const syntax::Node& node, const Shape& shape, std::string_view what);

// Is the key of a mapping a name, or a range of names where `ranges`?
bool fits_name(Reader& reader, std::string_view text, diag::Place place, bool ranges);

// Only the keys of the mapping, not what stands below them.
bool fits_keys(Reader& reader, const syntax::Node& node, const Mapping& mapping);

// One scalar, wherever it stands: a YAML value or a CSV cell.
bool fits_text(Reader& reader, std::string_view text, diag::Place place, const Shape& shape, std::string_view what);

// The mapping that a part's `kind` names; null when it names none.
const Mapping* mapping_of_kind(const Shape& shape, std::string_view kind);

// What a shape takes, in words: "a length with its unit (30 m, 98.4 ft)".
std::string takes(const Shape& shape);

}  // namespace ferrule::lang
