#include "facts/panel_density.h"

#include "facts/row_reader.h"

namespace ferrule::facts {

std::vector<PanelDensity> read_panel_densities(const RawTable& raw, diag::Findings& findings) {
  std::vector<PanelDensity> densities;
  for (std::size_t i = 0; i < raw.table.rows.size(); ++i) {
    RowReader row(raw, i, findings);
    PanelDensity density;
    row.fact(density);
    density.connector = row.required("connector");
    density.ports_per_unit = row.required_number("ports_per_unit", 1, 10'000);
    if (row.good()) densities.push_back(std::move(density));
  }
  return densities;
}

std::optional<PanelDensity> panel_density(const Facts& facts, std::string_view connector) {
  const Table* const table = facts.table("panel_density");
  if (table == nullptr) return std::nullopt;
  diag::Findings told_before;
  for (PanelDensity& density : read_panel_densities(raw_table_of(*table), told_before))
    if (density.connector == connector) return std::move(density);
  return std::nullopt;
}

}  // namespace ferrule::facts
