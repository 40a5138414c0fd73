#include "check/interwork.h"

#include <algorithm>

namespace ferrule::check {
namespace {

void add_breakouts(const facts::Facts& facts, const facts::Optic& optic, int lanes, std::vector<Language>& out) {
  for (const facts::Breakout& breakout : optic.breakouts) {
    const facts::Optic* part = facts.optic(breakout.pmd);
    if (part != nullptr && part->lanes == lanes) out.push_back({part->pmd, breakout.part_dependent});
  }
}

}  // namespace

std::vector<Language> languages(const View& view, std::uint32_t lane_set) {
  std::vector<Language> out;
  const plant::LaneSet& set = view.plant.lane_sets[lane_set];
  const facts::Optic* optic = view.facts.optic(view.plant.face_type(set.face).application);
  if (optic == nullptr) return out;
  const facts::Optic* port = optic->receptacles > 1 && !optic->port_application.empty() ? view.facts.optic(optic->port_application) : nullptr;
  if (set.whole) {
    out.push_back({optic->receptacles > 1 && port != nullptr ? port->pmd : optic->pmd, false});
    // Two receptacles of the same twin module speak with each other even where no single-port partner is known.
    if (optic->receptacles > 1 && port != nullptr) out.push_back({optic->pmd, false});
  }
  add_breakouts(view.facts, *optic, set.lanes, out);
  if (port != nullptr) add_breakouts(view.facts, *port, set.lanes, out);
  return out;
}

Interwork interwork(const View& view, std::uint32_t a_set, std::uint32_t b_set) {
  const std::vector<Language> near = languages(view, a_set), far = languages(view, b_set);
  const plant::LaneSet& a = view.plant.lane_sets[a_set];
  const plant::LaneSet& b = view.plant.lane_sets[b_set];
  const std::string& a_app = view.plant.face_type(a.face).application;
  const std::string& b_app = view.plant.face_type(b.face).application;
  if (a_app.empty() || b_app.empty()) return Interwork::kNotKnown;
  // Part of a port with the same part of an equal port: the lanes of one optic speak with each other.
  if (a_app == b_app && a.lanes == b.lanes && a.whole == b.whole) return Interwork::kYes;
  Interwork best = Interwork::kNo;
  for (const Language& x : near)
    for (const Language& y : far)
      if (x.pmd == y.pmd) {
        if (!x.part_dependent && !y.part_dependent) return Interwork::kYes;
        best = Interwork::kPartDependent;
      }
  return best;
}

}  // namespace ferrule::check
