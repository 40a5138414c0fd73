// Estimates for those who lay cables. Only held against their rules here; who asks reads them from the tables.
#include "facts/cable_sizes.h"
#include "facts/labour_rates.h"
#include "facts/loader.h"
#include "facts/panel_density.h"

namespace ferrule::facts {

void Loader::load_laying() {
  if (const RawTable* raw = find("cable_sizes");
      raw != nullptr && has_columns(*raw, {"kind", "connector", "fibres_most", "diameter_mm", "weight_g_per_m"}))
    read_cable_sizes(*raw, findings_);
  if (const RawTable* raw = find("panel_density"); raw != nullptr && has_columns(*raw, {"connector", "ports_per_unit"}))
    read_panel_densities(*raw, findings_);
  if (const RawTable* raw = find("labour_rates"); raw != nullptr && has_columns(*raw, {"task", "of", "per", "minutes"}))
    read_labour_rates(*raw, true, findings_);
}

}  // namespace ferrule::facts
