// Words that must be rows of facts: a grade nobody knows would silently count as unstated.
#pragma once

#include "lang/reader.h"

namespace ferrule::lang {

bool known_grade(Reader& reader, std::string_view word, diag::Place place);
bool known_fibre(Reader& reader, std::string_view word, diag::Place place);       // "OM4"
bool known_conversion(Reader& reader, std::string_view word, diag::Place place);  // "2x12-3x8-P1", "2x12-3x8"
bool known_rule(Reader& reader, std::string_view word, diag::Place place);        // code or name of a rule whose level can be set
bool known_jacket(Reader& reader, std::string_view word, diag::Place place);      // "OFNP", "LSZH OFNR", "B2ca-s1a,d1,a1"
bool known_space(Reader& reader, std::string_view word, diag::Place place);       // "plenum", "Dca-s2,d2,a2"

}  // namespace ferrule::lang
