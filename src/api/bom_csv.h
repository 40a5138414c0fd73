// A bill of materials as a table for other programs: CSV, and the same rows for a workbook.
//
// Shape:  one row for each line; columns of prices only where prices were asked for. Lengths in metres, prices with two decimals and
//         without thousands separators; what is not known is blank. `ids` are ranges of the plant language, parted by blanks.
#pragma once

#include <string>
#include <vector>

#include "api/bom.h"

namespace ferrule::api {

struct BomCell {
  enum class Kind : std::uint8_t { kText, kWhole, kMetres, kMoney } kind = Kind::kText;
  std::string text;        // kText
  std::int64_t value = 0;  // kWhole; kMetres in millimetres; kMoney in hundredths
  bool blank = false;      // not known
};

std::vector<std::string> bom_columns(const Bom& bom);
std::vector<BomCell> bom_cells(const Bom& bom, const BomLine& line);  // as wide as the columns

std::string bom_csv(const Bom& bom);

// Names of the pieces of a line, as ranges; and of its racks.
std::vector<std::string> piece_ranges(const Bom& bom, const BomLine& line);
std::vector<std::string> rack_ranges(const Bom& bom, const BomLine& line);

}  // namespace ferrule::api
