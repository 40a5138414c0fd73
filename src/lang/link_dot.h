// A graph of Graphviz as tools for cabling write it: nodes with a role, and edges between ports.
//
//     graph network {
//       "leaf1" [role="leaf"]
//       "leaf1":"swp1" -- "spine1":"swp3"
//     }
//
// Shape:  the same link may stand twice. Attributes of nodes whose names are words of link tables (role, function, rack, u: see
//         data/link_columns.csv) are read, also behind the edges; others are passed over, as are those of graphs and subgraphs, whose nodes
//         and edges count. The line that begins the graph may be missing.
// Errors: F841 at what it does not read: an edge without ports, to a subgraph, names in HTML, and what is no sentence of the language.
// Source: the language, graphviz.org; its use, data/sources.csv [CVT] [CUMULUS-VX].
#pragma once

#include "facts/link_columns.h"
#include "lang/link_row.h"
#include "lang/reader.h"

namespace ferrule::lang {

bool looks_like_dot(std::string_view text);

LinkFile read_link_dot(Reader& reader, const facts::LinkWords& words, std::uint32_t source, std::uint32_t begin);

}  // namespace ferrule::lang
