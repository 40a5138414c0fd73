#include <array>

#include "facts/distinct.h"
#include "facts/generic_prices.h"
#include "facts/link_columns.h"
#include "facts/loader.h"
#include "facts/price_columns.h"
#include "facts/test_limits.h"

namespace ferrule::facts {
namespace {

constexpr std::array<int, 6> kWindows{850, 953, 1300, 1310, 1383, 1550};

void read_attenuation(RowReader& row, std::string_view scheme, std::unordered_map<int, Attenuation>& out) {
  for (int window : kWindows)
    if (const auto value = row.decibel_per_km(fmt::format("{}_att_{}nm_dB_km", scheme, window))) out.emplace(window, *value);
}

}  // namespace

void Loader::load_fibres() {
  Distinct names;
  each_row("fibres", {"fibre_class", "aliases", "mode", "core_um", "tia_att_850nm_dB_km", "tia_att_1310nm_dB_km"},
           [&](RowReader& row) {
             Fibre fibre;
             row.fact(fibre);
             fibre.name = row.required("fibre_class");
             fibre.mode = row.one_of("mode", {"MM", "SM"});
             fibre.aliases = row.list("aliases");
             fibre.core_um = row.text("core_um");
             read_attenuation(row, "tia", fibre.tia);
             read_attenuation(row, "iso", fibre.iso);
             names.add(row, "fibre_class", fibre.name);
             if (row.good()) facts_.content_->fibres.push_back(std::move(fibre));
           });
}

void Loader::load_substitutions() {
  Distinct keys;
  each_row("fibre_substitution", {"required", "offered", "verdict", "why"}, [&](RowReader& row) {
    FibreSubstitution rule;
    row.fact(rule);
    rule.required = row.required("required");
    rule.offered = row.required("offered");
    rule.verdict = row.required("verdict");
    rule.why = row.text("why");
    keys.add(row, "required", fmt::format("{} for {}", rule.offered, rule.required));
    if (row.good()) facts_.content_->substitutions.push_back(std::move(rule));
  });
}

void Loader::load_splices() {
  each_row("splices", {"mode", "kind", "loss_max_dB"}, [&](RowReader& row) {
    Splice splice;
    row.fact(splice);
    splice.mode = row.one_of("mode", {"MM", "SM"});
    splice.kind = row.required("kind");
    splice.most = row.decibel("loss_max_dB");
    splice.typical = row.decibel("loss_typ_dB");
    if (row.good()) facts_.content_->splices.push_back(std::move(splice));
  });
}

void Loader::load_splitter_limits() {
  Distinct keys;
  each_row("splitter_limits", {"splitter", "aliases", "mode", "fibre_class", "channel_length_max_m"}, [&](RowReader& row) {
    SplitterLimit limit;
    row.fact(limit);
    limit.name = row.required("splitter");
    limit.aliases = row.list("aliases");
    limit.mode = row.one_of("mode", {"MM", "SM"});
    limit.fibre_class = row.required("fibre_class");
    limit.optics = row.list("applies_to");
    row.required("channel_length_max_m");
    limit.longest = row.metres("channel_length_max_m").value_or(Length{});
    keys.add(row, "splitter", fmt::format("{} over {}", limit.name, limit.fibre_class));
    if (row.good()) facts_.content_->splitter_limits.push_back(std::move(limit));
  });
}

// Only held against its rules here; who asks reads it from the table (test_limits.h).
void Loader::load_test_limits() {
  const RawTable* raw = find("test_limits");
  if (raw == nullptr || !has_columns(*raw, {"edition", "name", "mode", "attenuation_of", "reference_to_standard_dB",
                                            "connection_max_dB", "splice_max_dB", "reference_to_reference_dB", "wavelengths_nm"}))
    return;
  read_test_limits(*raw, findings_);
}

void Loader::load_generic_prices() {
  const RawTable* raw = find("generic_prices");
  if (raw == nullptr ||
      !has_columns(*raw, {"kind", "mode", "connector", "connectors_most", "rate_most_gbps", "price", "per_metre", "currency"}))
    return;
  read_generic_prices(*raw, findings_);
}

void Loader::load_price_columns() {
  const RawTable* raw = find("price_columns");
  if (raw != nullptr && has_columns(*raw, {"words", "means"})) read_price_columns(*raw, findings_);
}

void Loader::load_link_columns() {
  const RawTable* raw = find("link_columns");
  if (raw != nullptr && has_columns(*raw, {"words", "means"})) read_link_columns(*raw, findings_);
}

}  // namespace ferrule::facts
