#include "cli/effort_words.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/quantity.h"
#include "cli/columns.h"
#include "cli/wrap.h"

namespace ferrule::cli {
namespace {

// One decimal of a whole number of `unit`s, rounded half up.
std::string tenths(std::int64_t value, std::int64_t unit) {
  const auto rounded = static_cast<std::uint64_t>((static_cast<Wide>(value) * 10 + unit / 2) / unit);
  return fmt::format("{}.{}", with_thousands(rounded / 10), rounded % 10);
}

std::string to_the_right(const std::string& text, std::size_t width) {
  const std::size_t have = columns(text);
  return have < width ? std::string(width - have, ' ') + text : text;
}

}  // namespace

std::string figures_table(const TableRows& rows, std::size_t words, std::size_t remarks) {
  std::vector<std::size_t> widths(rows.front().size());
  for (const TableRow& row : rows)
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], columns(row[i]));
  std::string out;
  for (const TableRow& row : rows) {
    const bool head = &row == &rows.front();
    std::string line = head ? "" : "  ";
    for (std::size_t i = 0; i < row.size(); ++i) {
      const bool left = i < words || (remarks > 0 && i >= remarks);
      const std::size_t width = widths[i] + (head && i == 0 ? 2 : 0);
      line += (i == 0 ? "" : "  ") + (left ? padded(row[i], width) : to_the_right(row[i], width));
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + "\n";
  }
  return out;
}

std::string percent(std::int64_t hundredths) {
  return hundredths > 0 && hundredths < 100 ? tenths(hundredths, 100) + " %"
                                            : with_thousands(static_cast<std::uint64_t>(hundredths + 50) / 100) + " %";
}

std::string per_cent(std::uint64_t part, std::uint64_t all) {
  return all == 0 ? std::string() : percent(static_cast<std::int64_t>((part * 10'000 + all / 2) / all));
}

std::string ratio(std::int64_t above, std::int64_t below) { return below == 0 ? std::string() : tenths(above, below) + " : 1"; }

std::string hours_said(std::int64_t work) {
  constexpr std::int64_t kMinute = 1'000, kHour = 60 * kMinute;
  if (work >= kHour) return tenths(work, kHour) + " h";
  return work > 0 && work < kMinute ? "< 1 min" : fmt::format("{} min", (work + kMinute / 2) / kMinute);
}

std::string kilograms(std::int64_t grams) { return tenths(grams, 1'000) + " kg"; }

std::string kilograms_a_metre(std::int64_t grams_per_km) {
  const std::int64_t rounded = (grams_per_km + 500) / 1000;  // grams for a metre
  return fmt::format("{}.{:03} kg/m", rounded / 1000, rounded % 1000);
}

std::string square_millimetres(std::int64_t square_um) {
  return with_thousands(static_cast<std::uint64_t>((square_um + 500'000) / 1'000'000)) + " mm2";
}

std::string kilometres(std::int64_t millimetres) {
  return millimetres >= 1'000'000 ? tenths(millimetres, 1'000'000) + " km" : spell(Length{millimetres});
}

std::string task_pieces(effort::Task task, std::uint64_t number) {
  switch (task) {
    case effort::Task::kMount: return counted(number, "piece");
    case effort::Task::kPull:
    case effort::Task::kDress: return counted(number, "cable");
    case effort::Task::kLabel: return counted(number, "cable end");
    case effort::Task::kClean: return counted(number, "ferrule");
    case effort::Task::kPlug: return counted(number, "plug");
    case effort::Task::kTest: break;
  }
  return counted(number, "link");
}

}  // namespace ferrule::cli
