#include "check/meetings.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <fmt/format.h>

#include "check/add_once.h"
#include "check/words.h"

namespace ferrule::check {
namespace {

Met met_of(const View& view, std::uint32_t kind) {
  const JointKind& joint = view.proof.joint_kinds[kind];
  Met met{view, kind, joint.face_a, joint.face_b, joint.joint};
  if (!is_cable(view.plant.face_type(met.near).kind) && is_cable(view.plant.face_type(met.far).kind))
    std::swap(met.near, met.far);
  return met;
}

}  // namespace

std::vector<Meeting> meetings(const View& view, const Fault& fault) {
  std::vector<Meeting> found;
  std::map<std::tuple<std::uint32_t, std::uint32_t, std::string>, std::size_t> known;
  for (std::uint32_t kind = 0; kind < view.proof.joint_kinds.size(); ++kind) {
    const Met met = met_of(view, kind);
    std::optional<std::string> what = fault(met);
    if (!what) continue;
    const auto [at, fresh] =
        known.try_emplace({view.plant.faces[met.near].type, view.plant.faces[met.far].type, *what}, found.size());
    if (fresh) found.push_back({{}, {}, {}, met.joint, std::move(*what)});
    Meeting& meeting = found[at->second];
    add_once(meeting.near, met.near);
    add_once(meeting.far, met.far);
    meeting.kinds.push_back(kind);
  }
  for (Meeting& meeting : found) {
    std::sort(meeting.near.begin(), meeting.near.end());
    std::sort(meeting.far.begin(), meeting.far.end());
  }
  return found;
}

bool spliced(const Met& met) { return met.joint == plant::Joint::kSplice; }

bool latch(const Met& met) {
  const facts::Connector* near = connector_of(met.view, met.near);
  const facts::Connector* far = connector_of(met.view, met.far);
  if (near != nullptr && far != nullptr && near->family != far->family) return false;
  return met.near_face().columns == met.far_face().columns;
}

std::string near_part(const View& view, const Meeting& meeting) { return spell_faces(view, meeting.near); }
std::string far_part(const View& view, const Meeting& meeting) { return spell_faces(view, meeting.far); }

std::string sentence(const View& view, const Meeting& meeting, std::string_view what) {
  return fmt::format("{} {} {}, {}", near_part(view, meeting), meeting.near.size() == 1 ? "meets" : "meet",
                     far_part(view, meeting), what);
}

void describe(const View& view, const Meeting& meeting, std::string_view near, std::string_view far, Report::Builder& finding) {
  const auto point = [&](const std::vector<std::uint32_t>& faces, std::string_view what) {
    const diag::Place& place = view.plant.face_type(faces.front()).place;
    if (place.known())
      finding.note(place, fmt::format("{} {} {}", spell_faces(view, faces), faces.size() == 1 ? "is" : "are", what));
  };
  point(meeting.near, near);
  if (meeting.far != meeting.near) point(meeting.far, far);
}

std::vector<Untold> untold(const View& view, const std::function<bool(const Met&, std::uint32_t face)>& unknown) {
  std::vector<Untold> found;
  std::map<std::uint32_t, std::size_t> known;
  for (std::uint32_t kind = 0; kind < view.proof.joint_kinds.size(); ++kind) {
    const Met met = met_of(view, kind);
    for (const std::uint32_t face : {met.near, met.far}) {
      if (!unknown(met, face)) continue;
      const auto [at, fresh] = known.try_emplace(view.plant.faces[face].type, found.size());
      if (fresh) found.emplace_back();
      add_once(found[at->second].faces, face);
      add_once(found[at->second].kinds, kind);
    }
  }
  for (Untold& entry : found) std::sort(entry.faces.begin(), entry.faces.end());
  return found;
}

}  // namespace ferrule::check
