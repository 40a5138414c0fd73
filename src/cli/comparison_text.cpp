#include "cli/comparison_text.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"
#include "cli/columns.h"

namespace ferrule::cli {

std::string comparison_text(const api::Comparison& comparison) {
  constexpr std::string_view kWords[] = {"differs", "incomparable", "partly", "equal"};
  constexpr std::size_t kValue = 20;
  std::string out;
  for (std::size_t i = 0; i < comparison.lines.size(); ++i)
    out += fmt::format("{}  {}\n", static_cast<char>('A' + i % 26), printable(comparison.lines[i]));
  out += "\n" + padded("", 40);
  for (std::size_t i = 0; i < comparison.lines.size(); ++i)
    out += padded(std::string(1, static_cast<char>('A' + i % 26)), kValue);
  while (!out.empty() && out.back() == ' ') out.pop_back();
  out += '\n';
  for (const spec::ComparedField& field : comparison.fields) {
    const bool nobody = std::all_of(field.values.begin(), field.values.end(), [](const std::string& v) { return v.empty(); });
    std::string row = padded(nobody ? "not stated" : std::string(kWords[static_cast<std::size_t>(field.difference)]), 14) +
                      padded(fmt::format("{} {}", field.field_class, field.field), 26);
    for (const std::string& value : field.values)
      row += padded(value.empty() ? "?" : printable(shortened(value, kValue - 2)), kValue);
    while (row.back() == ' ') row.pop_back();
    out += row + "\n";
  }
  return out;
}

}  // namespace ferrule::cli
