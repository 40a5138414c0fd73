// How many ports of a connector a rack unit of panels holds, by order of magnitude: for comparing with a cabling that is not there.
//
// Errors: a bad row is a finding at data/panel_density.csv:line:column when the facts are loaded, and is left out.
// Source: data/panel_density.csv; an estimate of low confidence, and whoever uses it says so.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "facts/facts.h"

namespace ferrule::facts {

struct RawTable;

struct PanelDensity : Row {
  std::string connector;
  int ports_per_unit = 0;
};

std::vector<PanelDensity> read_panel_densities(const RawTable& raw, diag::Findings& findings);

// Of loaded facts, whose bad rows were reported then; nothing where no row is of that connector.
std::optional<PanelDensity> panel_density(const Facts& facts, std::string_view connector);

}  // namespace ferrule::facts
