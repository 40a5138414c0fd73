// What one table says of a row of another: a name that is nowhere is a slip in the facts, and what
// rests on it would silently become unknown.
#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"
#include "facts/loader.h"

namespace ferrule::facts {

void Loader::refer(const Row& row, bool known, std::string_view what, std::string_view name) {
  if (known) return;
  findings_.add("D105", "dangling-reference", diag::Severity::kError, row.place,
                fmt::format("this row names the {} '{}', which no table knows", what, printable(name)));
}

void Loader::check_references() {
  const Facts& f = facts_;
  const auto connector = [&](const Row& row, const std::string& name) { refer(row, f.connector(name), "connector", name); };
  const auto optic = [&](const Row& row, const std::string& name) { refer(row, f.optic(name), "optic", name); };
  const auto fibre = [&](const Row& row, const std::string& name) { refer(row, f.fibre(name), "fibre class", name); };
  const auto cord = [&](const Row& row, const std::string& name) { refer(row, f.duplex_cord(name), "duplex cord", name); };
  const auto transition = [&](const Row& row, const std::string& name) {
    refer(row, f.transition(name, "MPO-12"), "transition", name);
  };

  for (const Optic& o : f.content_->optics) {
    connector(o, o.connector);
    if (!o.lane_map.empty()) refer(o, !f.lane_map(o.lane_map).empty(), "lane map", o.lane_map);
    if (!o.port_application.empty()) optic(o, o.port_application);
    for (const Breakout& breakout : o.breakouts) optic(o, breakout.pmd);
    for (const Reach& reach : o.reaches) fibre(reach, reach.fibre_class);
  }
  for (const Transition& t : f.content_->transitions) connector(t, t.connector);
  for (const auto* maps : {&f.content_->breakouts, &f.content_->conversions})
    for (const ListedMap& map : *maps) {
      connector(map, map.a_connector);
      connector(map, map.b_connector);
    }
  for (const Method& m : f.content_->methods) {
    refer(m, f.array_map(m.trunk, 1, 12), "array map", m.trunk);
    refer(m, f.adapter_map(m.adapter, 1, 12), "adapter", m.adapter);
    for (const std::string& name : {m.near_transition, m.far_transition}) transition(m, name);
    for (const std::string& name : {m.near_cord, m.far_cord}) cord(m, name);
  }
  for (const FibreSubstitution& s : f.content_->substitutions)
    for (const std::string& name : {s.required, s.offered}) fibre(s, name);
  for (const Grade& grade : f.content_->grades)
    for (const std::string& name : grade.connectors) connector(grade, name);
  for (const Jacket& jacket : f.content_->jackets)
    for (const std::string& name : jacket.may_be_replaced_by) refer(jacket, f.jacket(name), "jacket", name);
  for (const Space& space : f.content_->spaces)
    for (const std::string& name : space.accepted) refer(space, f.jacket(name), "jacket", name);
  for (const SplitterLimit& limit : f.content_->splitter_limits) {
    fibre(limit, limit.fibre_class);
    for (const std::string& name : limit.optics) optic(limit, name);
  }
}

}  // namespace ferrule::facts
