#include "api/design_trays.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"
#include "check/proof.h"
#include "effort/tray_loads.h"
#include "synth/codes.h"

namespace ferrule::api {
namespace {

bool any_limit(const plant::Measures& measures) {
  return std::any_of(measures.trays.begin(), measures.trays.end(),
                     [](const plant::TrayMeasures& tray) { return tray.fill_most.has_value(); });
}

std::string in_percent(std::int64_t hundredths) { return fmt::format("{} %", (hundredths + 50) / 100); }

diag::Place place_in(const Loaded& project, const std::string& tray) {
  for (const plant::Tray& own : project.plant.trays)
    if (own.name == tray) return own.place;
  return {};
}

void say_over(const effort::TrayLoad& load, const plant::Tray& tray, const Loaded& project, diag::Findings& findings) {
  auto finding = synth::say(findings, synth::kTrayTooFull, place_in(project, tray.name),
                            fmt::format("tray {} would be filled to {}, and its `fill` is {}", printable(tray.name),
                                        in_percent(*load.fill()), in_percent(load.limit)));
  finding.note(fmt::format("{} lie side by side in its fullest stretch", counted(load.side_by_side, "cable")));
  if (load.diameter_estimated) finding.note("the thickness of some is an estimate (data/cable_sizes.csv)");
  if (load.without_diameter > 0)
    finding.note(fmt::format("{} of unknown thickness not counted", counted(load.without_diameter, "cable")));
  finding.help("trunks between panels instead of cords (`as: structured`), a wider tray, or another way for some cables");
}

}  // namespace

void hold_trays(const CheckReport& made, const Loaded& project, diag::Findings& findings) {
  const Loaded& loaded = *made.loaded;
  if (made.proof == nullptr || !any_limit(loaded.measures)) return;
  effort::Sites sites(loaded.plant);
  const effort::CableSizes sizes(loaded.plant, loaded.measures, loaded.facts);
  const effort::LaidCables laid = effort::laid_cables(loaded.plant, *made.proof, sites);
  const std::vector<effort::TrayLoad> loads = effort::tray_loads(loaded.plant, loaded.measures, laid, sizes, std::nullopt);
  for (std::size_t i = 0; i < loads.size(); ++i)
    if (!loads[i].limit_assumed && loads[i].over()) say_over(loads[i], loaded.plant.trays[i], project, findings);
}

}  // namespace ferrule::api
