#include "lang/port_optic.h"

#include <algorithm>

namespace ferrule::lang {
namespace {

// Breakouts of `from`, of which a receptacle has so many lanes.
void add_breakouts(const facts::Facts& facts, const facts::Optic& from, int lanes, std::vector<synth::Breakout>& out) {
  for (const facts::Breakout& breakout : from.breakouts) {
    const facts::Optic* leg = facts.optic(breakout.pmd);
    if (leg == nullptr || leg->receptacles != 1 || leg->lanes == 0 || leg->lanes >= lanes || lanes % leg->lanes != 0) continue;
    const int legs = lanes / leg->lanes;
    if (legs * std::max(from.receptacles, 1) != breakout.count) continue;
    const auto known =
        std::find_if(out.begin(), out.end(), [&](const synth::Breakout& other) { return other.optic == leg->pmd; });
    if (known == out.end()) out.push_back({leg->pmd, legs, leg->lanes, !breakout.part_dependent});
  }
}

}  // namespace

void set_optic(const facts::Facts& facts, const plant::PartType& transceiver, synth::PortRun& run) {
  run.receptacles = std::max(1, static_cast<int>(transceiver.faces.size()));
  run.speaks.clear();
  run.breakouts.clear();
  const facts::Optic* optic = facts.optic(transceiver.application);
  if (optic == nullptr || optic->receptacles != run.receptacles) return;
  const facts::Optic* port = run.receptacles > 1 ? facts.optic(optic->port_application) : nullptr;
  run.speaks = port != nullptr ? port->pmd : optic->pmd;
  const int lanes = optic->lanes / run.receptacles;
  add_breakouts(facts, *optic, lanes, run.breakouts);
  if (port != nullptr) add_breakouts(facts, *port, lanes, run.breakouts);
}

}  // namespace ferrule::lang
