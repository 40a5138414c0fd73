#include "check/budget.h"

#include <algorithm>
#include <numeric>
#include <utility>
#include <fmt/format.h>

#include "check/channel.h"
#include "check/way_words.h"

namespace ferrule::check {
namespace {

// The leaf that loses most is the one whose sum is shown; where another leaf is worse in one respect (its glass, a figure nobody
// states), that counts as well: every fibre of the link must get through.
loss::WayLoss worst_loss(const View& view, const Way& way, const std::vector<std::string>& wavelengths,
                         const loss::Assumptions& assumptions) {
  loss::WayLoss worst;
  bool first = true;
  for (std::size_t leaf = 0; leaf < way.leaves.size(); ++leaf) {
    if (!way.leaves[leaf].counts) continue;
    loss::WayLoss here =
        loss::way_loss(view.plant, view.proof.light, way.leaves[leaf].step, view.facts, wavelengths, assumptions);
    if (std::exchange(first, false)) {
      worst = std::move(here);
      continue;
    }
    if (here.stated > worst.stated) {
      std::swap(here.items, worst.items);
      std::swap(here.stated, worst.stated);
      std::swap(here.end, worst.end);
    }
    worst.safe = std::max(worst.safe, here.safe);
    worst.connections = std::max(worst.connections, here.connections);
    worst.assumed = worst.assumed || here.assumed;
    if (here.glass > worst.glass) {
      worst.glass = here.glass;
      worst.glass_why = here.glass_why;
    }
    for (std::string& what : here.unknown)
      if (std::find(worst.unknown.begin(), worst.unknown.end(), what) == worst.unknown.end())
        worst.unknown.push_back(std::move(what));
  }
  return worst;
}

void find_classes(const View& view, const Way& way, Budget& budget) {
  for (std::size_t leaf = 0; leaf < way.leaves.size(); ++leaf) {
    if (!way.leaves[leaf].counts) continue;
    for (const Passed& part : passed(view, way, leaf)) {
      const plant::PartType& type = view.plant.types[part.type];
      if (type.kind == plant::Kind::kTransceiver) continue;
      if (type.fibre.empty()) {
        budget.class_unstated = true;
        continue;
      }
      if (std::find(budget.classes.begin(), budget.classes.end(), type.fibre) == budget.classes.end())
        budget.classes.push_back(type.fibre);
    }
  }
}

// The row of the class with the shortest reach, one without a reach before all; null as soon as one class has no row.
const facts::Reach* weakest(const facts::Facts& facts, const facts::Optic& optic, const std::vector<std::string>& classes) {
  const facts::Reach* row = nullptr;
  for (const std::string& name : classes) {
    const facts::Reach* here = reach_over(facts, optic, name);
    if (here == nullptr) return nullptr;
    if (row == nullptr || (here->longest && row->longest && *here->longest < *row->longest) || (!here->longest && row->longest))
      row = here;
  }
  return row;
}

template <class T>
void tighten(std::optional<T>& limit, const std::optional<T>& other) {
  if (other && (!limit || *other < *limit)) limit = other;
}

void apply_row(const Limit& limit, Budget& budget) {
  const facts::Reach& row = *limit.reach;
  const std::string of = fmt::format("{} over {}", limit.optic->pmd, row.fibre_class);
  if (row.longest && (!budget.longest_reach || *row.longest < *budget.longest_reach)) {
    budget.longest_reach = row.longest;
    budget.reach_of = of;
  }
  if (row.shortest && (!budget.shortest_reach || *row.shortest > *budget.shortest_reach)) budget.shortest_reach = row.shortest;
  if (row.channel_loss && (!budget.loss_limit || *row.channel_loss < *budget.loss_limit)) {
    budget.loss_limit = row.channel_loss;
    budget.loss_limit_of = of;
  }
  tighten(budget.connection_limit, row.connection_loss);
  tighten(budget.most_connections, row.most_connections);
  tighten(budget.most_connections, limit.optic->most_connections);
  tighten(budget.loss_per_connection, row.loss_per_connection);
}

// An end whose channel loss nobody stated is still covered when nothing but glass lies in between (its reach says so), or when the
// vendor states joints instead and they hold.
bool covered(const Limit& limit, const Budget& budget) {
  if (limit.reach == nullptr) return false;
  if (limit.reach->channel_loss) return true;
  if (!limit.reach->longest) return false;
  const auto joint = [](const loss::Item& item) { return item.kind != loss::ItemKind::kAllowance; };
  if (std::none_of(budget.loss.items.begin(), budget.loss.items.end(), joint)) return true;
  if (!limit.reach->most_connections || !limit.reach->loss_per_connection) return false;
  return budget.loss.connections <= *limit.reach->most_connections &&
         std::all_of(budget.loss.items.begin(), budget.loss.items.end(),
                     [&](const loss::Item& item) { return !joint(item) || item.safe <= *limit.reach->loss_per_connection; });
}

}  // namespace

const facts::Optic* near_optic(const View& view, const Way& way) {
  return view.facts.optic(view.plant.face_type(view.plant.lane_sets[way.a_set].face).application);
}

const facts::Optic* far_optic(const View& view, const Way& way) {
  if (way.b_set != plant::kNone) return view.facts.optic(view.plant.face_type(view.plant.lane_sets[way.b_set].face).application);
  for (const Fate& fate : way.fates)
    if (fate.ending == plant::Ending::kPort && way.leaves[fate.leaf].arrival == 0)
      return view.facts.optic(view.plant.face_type(view.proof.light.step(way.leaves[fate.leaf].step).face).application);
  return nullptr;
}

std::string why_no_limit(const Budget& budget) {
  if (budget.loss_limit) return "";
  if (!budget.loss_covered) return "no channel loss is stated for this optic over this fibre";
  const std::string_view beside = loss::allowance_of(budget.loss) == Loss{} ? "" : "; allowances have no place in it";
  if (!budget.most_connections || !budget.loss_per_connection)
    return fmt::format("no channel loss is stated; its reach stands for it{}", beside);
  return fmt::format("no channel loss is stated; its reach and at most {} connections of {} each stand for it{}",
                     *budget.most_connections, spell(*budget.loss_per_connection), beside);
}

std::vector<std::string> wavelengths_of(const View& view, const Way& way) {
  std::vector<std::string> all;
  for (const facts::Optic* optic : {near_optic(view, way), far_optic(view, way)})
    if (optic != nullptr)
      for (const std::string& nm : optic->wavelengths_nm)
        if (std::find(all.begin(), all.end(), nm) == all.end()) all.push_back(nm);
  return all;
}

loss::Assumptions assumptions_of(const View& view) {
  return {view.settings.policy.iso_attenuation, view.settings.policy.grade, view.settings.policy.allowances};
}

Budget budget_of(const View& view, const Way& way) { return budget_of(view, way, wavelengths_of(view, way)); }

Budget budget_of(const View& view, const Way& way, const std::vector<std::string>& wavelengths_nm) {
  Budget budget;
  const facts::Optic* near = near_optic(view, way);
  const facts::Optic* far = far_optic(view, way);
  for (const Fate& fate : way.fates) budget.at_port = budget.at_port || fate.ending == plant::Ending::kPort;
  find_classes(view, way, budget);
  if (near == nullptr || way.leaves.empty()) return budget;
  budget.loss = worst_loss(view, way, wavelengths_nm, assumptions_of(view));
  for (const facts::Optic* optic : {near, far}) {
    if (optic == nullptr) continue;
    const Limit limit{optic, budget.classes.empty() ? nullptr : weakest(view.facts, *optic, budget.classes)};
    if (limit.reach != nullptr) apply_row(limit, budget);
    budget.limits.push_back(limit);
    if (near == far) break;
  }
  budget.loss_covered = !budget.limits.empty() && std::all_of(budget.limits.begin(), budget.limits.end(),
                                                              [&](const Limit& limit) { return covered(limit, budget); });
  return budget;
}

std::vector<std::uint32_t> BundlesByWay::of(std::uint32_t way) {
  if (first_.empty()) {
    first_.assign(proof_.ways.size() + 1, 0);
    for (const std::uint32_t id : proof_.way_of_bundle) ++first_[id + 1];
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
    bundles_.resize(proof_.way_of_bundle.size());
    std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
    for (std::uint32_t bundle = 0; bundle < bundles_.size(); ++bundle) bundles_[next[proof_.way_of_bundle[bundle]]++] = bundle;
  }
  return {bundles_.begin() + first_[way], bundles_.begin() + first_[way + 1]};
}

Length length_of(const View& view, std::uint32_t bundle) {
  const Way& way = view.proof.ways[view.proof.way_of_bundle[bundle]];
  if (way.leaves.size() <= 1) return {view.proof.first_leaf[bundle].length_mm};
  Length longest;
  const std::vector<plant::Light::Leaf> leaves = view.proof.leaves_of(bundle);
  for (std::size_t leaf = 0; leaf < leaves.size(); ++leaf)
    if (way.leaves[leaf].counts) longest = std::max(longest, Length{leaves[leaf].length_mm});
  return longest;
}

}  // namespace ferrule::check
