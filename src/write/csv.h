// Rows of a table as CSV for other programs: commas, a line feed behind each row, quotes where RFC 4180 asks for them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace ferrule::write {

std::string csv_row(const std::vector<std::string>& cells);

// Thousandths of something, at least 0, without a unit: 12500 is 12.5.
std::string csv_thousandths(std::int64_t value);

}  // namespace ferrule::write
