// Rows of a table as CSV for other programs: commas, a line feed behind each row, quotes where RFC 4180 asks for them.
#pragma once

#include <string>
#include <vector>

namespace ferrule::write {

std::string csv_row(const std::vector<std::string>& cells);

}  // namespace ferrule::write
