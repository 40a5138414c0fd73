#include "facts/labour_rates.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"
#include "facts/row_reader.h"

namespace ferrule::facts {
namespace {

constexpr RateKey kRateKeys[] = {
    {"mount", "panel", "piece"}, {"mount", "cassette", "piece"}, {"mount", "transceiver", "piece"}, {"pull", "trunk", "end"},
    {"pull", "trunk", "metre"},  {"pull", "breakout", "end"},    {"pull", "breakout", "metre"},     {"pull", "cord", "end"},
    {"pull", "cord", "metre"},   {"dress", "trunk", "end"},      {"dress", "breakout", "end"},      {"dress", "cord", "end"},
    {"label", "cable", "end"},   {"clean", "array", "ferrule"},  {"clean", "single", "ferrule"},    {"plug", "array", "plug"},
    {"plug", "duplex", "plug"},  {"plug", "single", "plug"},     {"test", "link", "link"},          {"test", "fibre", "fibre"},
};
constexpr std::int64_t kMostMinutes = 1'000;  // two days of work for one plug are a slip

std::string spelled(std::string_view task, std::string_view of, std::string_view per) {
  return fmt::format("{} {} per {}", task, of, per);
}

// The key of a row; null when there is none like it, which is said.
const RateKey* key_of(RowReader& row) {
  const std::string task = row.required("task"), of = row.required("of"), per = row.required("per");
  if (!row.good()) return nullptr;
  const auto known = std::find(std::begin(kRateKeys), std::end(kRateKeys), RateKey{task, of, per});
  if (known != std::end(kRateKeys)) return known;
  std::vector<std::string> names;
  for (const RateKey& key : kRateKeys) names.push_back(spelled(key.task, key.of, key.per));
  row.bad("task", fmt::format("there is no rate for {}; known: {}", printable(shortened(spelled(task, of, per), 60)),
                              joined(names, ", ")));
  return nullptr;
}

}  // namespace

std::span<const RateKey> rate_keys() { return kRateKeys; }

std::vector<LabourRate> read_labour_rates(const RawTable& raw, bool ships, diag::Findings& findings) {
  std::vector<LabourRate> rates;
  for (std::size_t i = 0; i < raw.table.rows.size(); ++i) {
    RowReader row(raw, i, findings);
    Row fact;
    if (ships) row.fact(fact);
    const RateKey* const key = key_of(row);
    const std::string text = row.required("minutes");
    const std::optional<std::int64_t> minutes = parse_decimal(text, 3);
    if (row.good() && (!minutes || *minutes < 0 || *minutes > kMostMinutes * 1000))
      row.bad("minutes", fmt::format("'{}' is no number of minutes from 0 to {}", printable(shortened(text, 40)),
                                     with_thousands(kMostMinutes)));
    if (key == nullptr || !row.good()) continue;
    const auto again = std::find_if(rates.begin(), rates.end(), [&](const LabourRate& rate) { return rate.key == *key; });
    if (again == rates.end())
      rates.push_back({*key, *minutes, row.place()});
    else
      row.bad("task", fmt::format("{} has a rate already", spelled(key->task, key->of, key->per)));
  }
  return rates;
}

std::vector<LabourRate> labour_rates(const Facts& facts) {
  const Table* const table = facts.table("labour_rates");
  if (table == nullptr) return {};
  diag::Findings told_before;
  return read_labour_rates(raw_table_of(*table), true, told_before);
}

}  // namespace ferrule::facts
