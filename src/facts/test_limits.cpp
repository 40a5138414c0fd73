#include "facts/test_limits.h"

#include <fmt/format.h>

#include "facts/distinct.h"
#include "facts/row_reader.h"

namespace ferrule::facts {

std::vector<TestLimit> read_test_limits(const RawTable& raw, diag::Findings& findings) {
  std::vector<TestLimit> limits;
  Distinct keys;
  for (std::size_t i = 0; i < raw.table.rows.size(); ++i) {
    RowReader row(raw, i, findings);
    TestLimit limit;
    row.fact(limit);
    limit.edition = row.required("edition");
    limit.name = row.required("name");
    limit.mode = row.one_of("mode", {"MM", "SM"});
    limit.iso_attenuation = row.one_of("attenuation_of", {"tia", "iso"}) == "iso";
    limit.reference_to_standard = row.decibel("reference_to_standard_dB");
    limit.connection = row.decibel("connection_max_dB");
    limit.splice = row.decibel("splice_max_dB");
    limit.reference_to_reference = row.decibel("reference_to_reference_dB");
    limit.wavelengths_nm = row.list("wavelengths_nm");
    for (const std::string& nm : limit.wavelengths_nm)
      if (!parse_decimal(nm, 0)) row.bad("wavelengths_nm", fmt::format("'{}' is no wavelength in nm", nm));
    keys.add(row, "edition", fmt::format("{} {}", limit.edition, limit.mode));
    if (row.good()) limits.push_back(std::move(limit));
  }
  return limits;
}

std::vector<TestLimit> test_limits(const Facts& facts) {
  const Table* const table = facts.table("test_limits");
  if (table == nullptr) return {};
  diag::Findings told_before;
  return read_test_limits(raw_table_of(*table), told_before);
}

}  // namespace ferrule::facts
