#include "effort/bundles.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <fmt/format.h>

namespace ferrule::effort {
namespace {

using Trays = std::vector<std::uint32_t>;

struct Group {
  std::uint32_t phase = plant::kNone, racks_a = 0, racks_b = 0;
  Trays trays;
  std::vector<std::uint32_t> cables;
};

const Trays& trays_of(const plant::Plant& plant, const LaidCable& cable) {
  static const Trays kNoTrays;
  const auto lying = plant.laying.find(cable.asset);
  return lying == plant.laying.end() ? kNoTrays : lying->second.trays;
}

std::string racks_spelled(const plant::Plant& plant, const std::vector<std::uint32_t>& racks) {
  constexpr std::size_t kNamed = 2;
  std::string out;
  for (std::size_t i = 0; i < std::min(racks.size(), kNamed); ++i) out += "-" + plant.racks[racks[i]].name;
  return racks.size() <= kNamed ? out : out + fmt::format("+{}", racks.size() - kNamed);
}

std::vector<Group> groups_of(const plant::Plant& plant, const LaidCables& laid, std::uint64_t& loose) {
  using Key = std::tuple<std::uint32_t, std::vector<std::uint32_t>, std::vector<std::uint32_t>, Trays>;
  std::map<Key, Group> groups;
  for (std::uint32_t i = 0; i < laid.cables.size(); ++i) {
    const LaidCable& cable = laid.cables[i];
    if (cable.loose || cable.racks_a == 0 || cable.racks_b == 0) {
      ++loose;
      continue;
    }
    std::uint32_t a = cable.racks_a, b = cable.racks_b;
    Trays trays = trays_of(plant, cable);
    if (laid.sets.racks(b) < laid.sets.racks(a)) {  // drawn from the other end, it is the same way
      std::swap(a, b);
      std::reverse(trays.begin(), trays.end());
    }
    Group& group = groups[Key(cable.phase, laid.sets.racks(a), laid.sets.racks(b), trays)];
    if (group.cables.empty()) group = {cable.phase, a, b, std::move(trays), {}};
    group.cables.push_back(i);
  }
  std::vector<Group> out;
  for (auto& [key, group] : groups) out.push_back(std::move(group));
  return out;
}

void measure_bundle(const LaidCables& laid, CableBundle& bundle) {
  for (const std::uint32_t index : bundle.cables) {
    const std::uint32_t length = laid.cables[index].length_mm;
    if (length == 0) {
      ++bundle.without_length;
      continue;
    }
    bundle.shortest_mm = bundle.shortest_mm == 0 ? length : std::min(bundle.shortest_mm, length);
    bundle.longest_mm = std::max(bundle.longest_mm, length);
  }
}

}  // namespace

BundlePlan bundle_plan(const plant::Plant& plant, const LaidCables& laid, int most) {
  BundlePlan plan;
  std::map<std::string, int> used;
  for (const Group& group : groups_of(plant, laid, plan.loose)) {
    const std::vector<std::uint32_t>&a = laid.sets.racks(group.racks_a), &b = laid.sets.racks(group.racks_b);
    const std::string name = "B" + racks_spelled(plant, a) + (a == b ? std::string() : racks_spelled(plant, b));
    const std::size_t count = group.cables.size(), largest = static_cast<std::size_t>(std::max(most, 1));
    const std::size_t bundles = (count + largest - 1) / largest;
    for (std::size_t i = 0; i < bundles; ++i) {
      const auto begin = static_cast<std::ptrdiff_t>(count * i / bundles),
                 end = static_cast<std::ptrdiff_t>(count * (i + 1) / bundles);
      CableBundle bundle;
      bundle.name = fmt::format("{}-{}", name, ++used[name]);
      bundle.phase = group.phase;
      bundle.racks_a = a;
      bundle.racks_b = b;
      bundle.trays = group.trays;
      bundle.cables.assign(group.cables.begin() + begin, group.cables.begin() + end);
      measure_bundle(laid, bundle);
      plan.bundles.push_back(std::move(bundle));
    }
  }
  return plan;
}

}  // namespace ferrule::effort
