#include "api/effort_rates.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"
#include "facts/raw_table.h"
#include "syntax/faults.h"

namespace ferrule::api {
namespace {

constexpr std::uint64_t kMostRateBytes = std::uint64_t{1} << 20;

bool has_rate_columns(const facts::RawTable& raw, diag::Findings& findings) {
  if (raw.table.header.empty()) return false;  // which was said
  bool all = true;
  for (const std::string_view column : {"task", "of", "per", "minutes"}) {
    if (raw.table.column(column)) continue;
    all = false;
    findings
        .add("D102", "missing-column", diag::Severity::kError, raw.header,
             fmt::format("a table of rates needs the column {}", column))
        .help("begin the file with the line task,of,per,minutes; data/labour_rates.csv is one")
        .unreadable();
  }
  return all;
}

}  // namespace

LabourRates labour_rates_for(const std::string& path, Loaded& loaded, diag::Findings& findings) {
  LabourRates out{facts::labour_rates(loaded.facts), 0};
  if (path.empty()) return out;
  const Result<std::uint32_t> source = loaded.sources.read(path, kMostRateBytes);
  if (!source) {
    syntax::report_unreadable(source.error(), {}, findings);
    return out;
  }
  const facts::RawTable raw = facts::read_raw_table("rates", loaded.sources, *source, findings);
  if (!has_rate_columns(raw, findings)) return out;
  for (const facts::LabourRate& own : facts::read_labour_rates(raw, false, findings)) {
    ++out.own;
    const auto same = std::find_if(out.rates.begin(), out.rates.end(), [&](const auto& rate) { return rate.key == own.key; });
    if (same == out.rates.end())
      out.rates.push_back(own);
    else
      *same = own;
  }
  return out;
}

}  // namespace ferrule::api
