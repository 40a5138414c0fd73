// A sheet or CSV file of links, under a header of one or two rows.
//
//     A-Node Name,A-Port,Z-Node Name,Z-Port        Source,,,,Destination,,,        Rack,U,Name,Port,Rack,U,Name,Port
//     leaf1,swp1,spine1,swp3                       Rack,U,Name,Port,Rack,U,Name,Port
//
// Shape:  the header is the first row, within thirty, that names device and port of both ends; the row above it may say which end a
//         column is of; where nothing says it, the second of two equal columns is of the other end. A later header takes its place.
//         Words of headers are facts (data/link_columns.csv). Other columns are passed over. A row of several links, by its quantity,
//         names as many ports at both ends (port_ranges.h).
// Errors: F841 at a row that says one end, or a part of one, or a quantity that its ports do not have. Nothing when the table has no such
//         header.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "facts/link_columns.h"
#include "lang/link_row.h"
#include "lang/reader.h"
#include "syntax/table.h"

namespace ferrule::lang {

std::optional<std::vector<LinkRow>> read_link_table(Reader& reader, const facts::LinkWords& words, const syntax::Table& table);

// Of a table without a header of links: the row, within the first ones, that is most like one, and what it says and lacks.
struct NearestHeader {
  diag::Place place;
  std::vector<std::string> known, unknown;  // its cells, as written: those that are words of such headers, and the others
  std::vector<std::string> lacking;         // "the port of the second end"
};

// Nothing when no row has two cells.
std::optional<NearestHeader> nearest_header(const facts::LinkWords& words, const syntax::Table& table);

// "leaf1/Eth1/1", "leaf1:swp3": the device ends at the first slash, or else at the first colon.
void split_link_end(const LinkCell& whole, LinkCell& node, LinkCell& port);

}  // namespace ferrule::lang
