#include "check/interwork.h"

#include <algorithm>
#include <set>

namespace ferrule::check {
namespace {

void add_breakouts(const facts::Facts& facts, const facts::Optic& optic, int lanes, std::vector<Language>& out) {
  for (const facts::Breakout& breakout : optic.breakouts) {
    const facts::Optic* part = facts.optic(breakout.pmd);
    if (part != nullptr && part->lanes == lanes) out.push_back({part->pmd, breakout.part_dependent});
  }
}

}  // namespace

Speaker speaker_of(const View& view, std::uint32_t lane_set) {
  const plant::LaneSet& set = view.plant.lane_sets[lane_set];
  return {set.face, set.lanes, set.whole};
}

std::optional<Speaker> far_speaker(const View& view, const Way& way) {
  if (way.b_set != plant::kNone) return speaker_of(view, way.b_set);
  std::set<int> reached;
  std::uint32_t face = plant::kNone;
  for (const Fate& fate : way.fates) {
    if (fate.outcome != Outcome::kExact && fate.outcome != Outcome::kPermuted) continue;
    face = view.proof.light.step(way.leaves[fate.leaf].step).face;
    reached.insert(fate.arrived_lane);
  }
  if (face == plant::kNone) return std::nullopt;
  int lanes = 0;
  for (const plant::Lane& lane : view.plant.face_type(face).lanes)
    if (lane.face == view.plant.faces[face].index) lanes = std::max(lanes, lane.number + 1);
  return Speaker{face, static_cast<int>(reached.size()), static_cast<int>(reached.size()) == lanes};
}

std::vector<Language> languages(const View& view, const Speaker& speaker) {
  std::vector<Language> out;
  const facts::Optic* optic = view.facts.optic(view.plant.face_type(speaker.face).application);
  if (optic == nullptr) return out;
  const facts::Optic* port =
      optic->receptacles > 1 && !optic->port_application.empty() ? view.facts.optic(optic->port_application) : nullptr;
  if (speaker.whole) {
    out.push_back({optic->receptacles > 1 && port != nullptr ? port->pmd : optic->pmd, false});
    // Two receptacles of the same twin module speak with each other even where no single-port partner is known.
    if (optic->receptacles > 1 && port != nullptr) out.push_back({optic->pmd, false});
  }
  add_breakouts(view.facts, *optic, speaker.lanes, out);
  if (port != nullptr) add_breakouts(view.facts, *port, speaker.lanes, out);
  return out;
}

Interwork interwork(const View& view, const Speaker& a, const Speaker& b) {
  const std::string& a_app = view.plant.face_type(a.face).application;
  const std::string& b_app = view.plant.face_type(b.face).application;
  if (a_app.empty() || b_app.empty()) return Interwork::kNotKnown;
  // Part of a port with the same part of an equal port: the lanes of one optic speak with each other.
  if (a_app == b_app && a.lanes == b.lanes && a.whole == b.whole) return Interwork::kYes;
  Interwork best = Interwork::kNo;
  for (const Language& x : languages(view, a))
    for (const Language& y : languages(view, b))
      if (x.pmd == y.pmd) {
        if (!x.part_dependent && !y.part_dependent) return Interwork::kYes;
        best = Interwork::kPartDependent;
      }
  return best;
}

}  // namespace ferrule::check
