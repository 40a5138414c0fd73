#include "write/csv.h"

#include <string_view>
#include <fmt/format.h>

namespace ferrule::write {
namespace {

std::string quoted(std::string_view cell) {
  if (cell.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(cell);
  std::string out = "\"";
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

}  // namespace

std::string csv_row(const std::vector<std::string>& cells) {
  std::string row;
  for (const std::string& cell : cells) {
    if (!row.empty() || &cell != cells.data()) row += ',';
    row += quoted(cell);
  }
  return row + '\n';
}

std::string csv_thousandths(std::int64_t value) {
  std::string out = fmt::format("{}.{:03}", value / 1000, value % 1000);
  out.erase(out.find_last_not_of('0') + 1);
  if (out.ends_with('.')) out.pop_back();
  return out;
}

}  // namespace ferrule::write
