#include "check/reflections.h"

#include <algorithm>

#include "base/text.h"
#include "check/budget.h"

namespace ferrule::check {
namespace {

bool names(const std::vector<std::string>& list, std::string_view word) {
  return list.empty() || std::any_of(list.begin(), list.end(), [&](const std::string& one) { return same_folded(one, word); });
}

// The row that promises a return loss of this face: of its grade and polish, the trade's before one maker's.
const facts::Grade* return_row(const View& view, std::uint32_t face, spec::Mode mode, bool angled) {
  const plant::TypeFace& own = view.plant.face(face);
  const plant::PartType& type = view.plant.face_type(face);
  const facts::Connector* const connector = view.facts.connector(own.face.connector);
  const std::string& stated = own.grade.empty() ? type.grade : own.grade;
  const std::string& grade = stated.empty() ? view.settings.policy.grade : stated;
  if (connector == nullptr) return nullptr;
  const facts::Grade* found = nullptr;
  for (const facts::Grade& row : view.facts.grades()) {
    if (!row.return_loss || row.mode != (mode == spec::Mode::kSingle ? "SM" : "MM") || !same_folded(row.grade, grade)) continue;
    const bool fits =
        row.connectors.empty() ? same_folded(row.family, connector->family) : names(row.connectors, connector->name);
    if (!fits) continue;
    if (row.polishes.empty() || !names(row.polishes, angled ? "angled" : "flat")) continue;
    if (row.owner.empty()) return &row;
    if (found == nullptr) found = &row;
  }
  return found;
}

void add_return(const View& view, std::uint32_t face, spec::Mode mode, bool angled, Reflections& sum) {
  const facts::Grade* const row = return_row(view, face, mode, angled);
  if (row == nullptr) {
    sum.figure_missing = true;
    return;
  }
  if (sum.least_return && *sum.least_return <= *row->return_loss) return;
  sum.least_return = row->return_loss;
  sum.of = row->line;
}

void add_joint(const View& view, std::uint32_t near, std::uint32_t far, Reflections& sum) {
  const spec::Polish a = view.plant.face(near).face.polish, b = view.plant.face(far).face.polish;
  const bool unknown = a == spec::Polish::kUnknown || b == spec::Polish::kUnknown;
  const bool flat = (a != spec::Polish::kUnknown && !spec::angled(a)) || (b != spec::Polish::kUnknown && !spec::angled(b));
  if (!flat && unknown) {
    ++sum.not_stated;
    sum.figure_missing = true;
    return;
  }
  ++(flat ? sum.flat : sum.angled);
  const spec::Mode mode =
      view.plant.face_type(near).mode != spec::Mode::kUnknown ? view.plant.face_type(near).mode : view.plant.face_type(far).mode;
  add_return(view, near, mode, !flat, sum);
  add_return(view, far, mode, !flat, sum);
}

}  // namespace

Reflections reflections_of(const View& view, const Way& way) {
  Reflections most;
  const plant::Light& light = view.proof.light;
  for (const WayLeaf& leaf : way.leaves) {
    if (!leaf.counts) continue;
    Reflections here;
    for (const std::uint32_t id : light.way_to(leaf.step)) {
      const plant::Step& step = light.step(id);
      const plant::Exit& from = light.exit(step.from);
      if (step.face == plant::kNone || step.joint == plant::Joint::kSplice) continue;
      if (!view.plant.terminal(step.face) && !view.plant.terminal(from.face)) add_joint(view, from.face, step.face, here);
    }
    if (here.figure_missing) here.least_return.reset();
    if (here.flat > most.flat || (here.flat == most.flat && here.all() > most.all())) most = here;
  }
  return most;
}

ReflectionRule reflection_rule(const View& view, const Way& way) {
  ReflectionRule rule;
  for (const facts::Optic* const optic : {near_optic(view, way), far_optic(view, way)}) {
    if (optic == nullptr) continue;
    if (optic->reflections_counted && rule.counted == nullptr) rule.counted = optic;
    if (optic->return_loss && (rule.asks == nullptr || *optic->return_loss > *rule.asks->return_loss)) rule.asks = optic;
  }
  return rule;
}

}  // namespace ferrule::check
