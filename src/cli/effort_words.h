// Figures of space and work as people read them, and the tables that they stand in.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/text.h"
#include "effort/labour.h"

namespace ferrule::cli {

using TableRow = std::vector<std::string>;
using TableRows = std::vector<TableRow>;
constexpr std::size_t kMostRows = 20;  // of a table; one of more is cut short or left out

// Two columns in and two apart; the first `words` columns stand left, the others right, and the last `remarks` of them left again.
std::string figures_table(const TableRows& rows, std::size_t words, std::size_t remarks = 0);

template <std::integral Number>
std::string whole(Number number) {
  return with_thousands(static_cast<std::uint64_t>(number));
}
std::string percent(std::int64_t hundredths);                      // of a per cent: "38 %"; "0.4 %" below one
std::string per_cent(std::uint64_t part, std::uint64_t all);       // "38 %"
std::string ratio(std::int64_t above, std::int64_t below);         // "4.0 : 1"; empty when there is nothing below
std::string hours_said(std::int64_t work);                         // thousandths of a minute: "12.5 h", "48 min"
std::string kilograms(std::int64_t grams);                         // "12.5 kg"
std::string kilograms_a_metre(std::int64_t grams_per_km);          // "1.24 kg/m"
std::string square_millimetres(std::int64_t square_um);            // "1,810 mm2"
std::string kilometres(std::int64_t millimetres);                  // "1.3 km", "34 m"
std::string task_pieces(effort::Task task, std::uint64_t number);  // "12 cables"

}  // namespace ferrule::cli
