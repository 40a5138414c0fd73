// Maps of parts: rows of facts and maps that a project lists, laid into a PartType.
//
// Errors: a map that does not fit the faces is a finding (face-mismatch); a map that nobody stated or published leaves the type
//         with map_known false and the reason, which is no finding here: what needs it will be unproven.
#pragma once

#include "lang/part_block.h"

namespace ferrule::lang {

// Where a part is described; listed maps in CSV files are named relative to `file`.
struct PartText {
  Reader& reader;
  const syntax::Node& node;
  const std::string& file;
};

// The map under `map:`, when there is one. `laid` tells whether there was; false is returned when it is wrong.
bool lay_listed_map(const PartText& text, Part& part, bool& laid);

// Faces `a` and `b` joined by a permutation of equal faces: every fibre of one has its partner in the other, or it is a mismatch.
bool lay_permutation(Reader& reader, Part& part, std::uint16_t a, std::uint16_t b, const facts::Permutation& map,
                     diag::Place place);

// A breakout or a conversion: a-faces from `first_a`, b-faces from `first_b`; `reversed` reads the map from its b side.
bool lay_listed_fact(Reader& reader, Part& part, const facts::ListedMap& map, std::uint16_t first_a, std::uint16_t first_b,
                     bool reversed, diag::Place place);

void leave_unknown(Part& part, std::string because);
void cite(Part& part, std::string what, const facts::Row& row);

// Adds the rows of the table whose name is `word` or has it as its first or last word ("port" of "port-4xLC", "P1" of "2x12-3x8-P1").
std::vector<const facts::ListedMap*> listed_maps_named(const std::vector<facts::ListedMap>& table, const facts::ListedMap* exact,
                                                       std::string_view word);

// Do the faces have the arrangement that the map's connectors have?
bool same_arrangement(const facts::Facts& facts, std::string_view connector, const spec::Face& face);

}  // namespace ferrule::lang
