// explanation, examples and tests: docs/rules/lane-used-twice.md
#include <unordered_map>
#include <fmt/format.h>

#include "check/rule.h"

namespace ferrule::check {
namespace {

std::uint64_t lanes_of(const plant::LaneSet& set) {
  std::uint64_t mask = 0;
  for (const plant::LaneSet::Fibre& fibre : set.fibres) mask |= std::uint64_t{1} << ((set.first_lane + fibre.number) & 63);
  return mask;
}

}  // namespace

// Two links claim the same lane of a port.
void lane_used_twice(const View& view, Report& report) {
  const plant::Plant& plant = view.plant;
  std::vector<bool> seen(plant.connectors.size()), again(plant.connectors.size());
  const auto mark = [&](std::uint32_t connector) {
    if (connector == plant::kNone) return;
    if (seen[connector]) again[connector] = true;
    seen[connector] = true;
  };
  for (const plant::Bundle& bundle : plant.bundles) {
    mark(bundle.a);
    mark(bundle.b);
  }
  struct First {
    std::uint64_t lanes = 0;
    std::uint32_t bundle = 0;
  };
  std::unordered_map<std::uint32_t, std::vector<First>> used;
  for (std::uint32_t id = 0; id < plant.bundles.size(); ++id) {
    const plant::Bundle& bundle = plant.bundles[id];
    const auto use = [&](std::uint32_t connector, std::uint32_t set) {
      if (connector == plant::kNone || set == plant::kNone || !again[connector]) return;
      const std::uint64_t lanes = lanes_of(plant.lane_sets[set]);
      for (const First& first : used[connector]) {
        if ((first.lanes & lanes) == 0) continue;
        const plant::ShortPlace& place = plant.links[link_of_bundle(plant, first.bundle)].place;
        report.bundles({first.bundle, id}, fmt::format("a lane of {} is used by two links", plant.spelled(connector)))
            .note({place.source, place.offset, place.length},
                  fmt::format("{} uses it first", plant.link_name(link_of_bundle(plant, first.bundle))))
            .help("give each link its own lanes (port:1, port:2), or remove one of the links");
        return;
      }
      used[connector].push_back({lanes, id});
    };
    // A monitor listens to lanes that are another link's: only the port where it listens is its own.
    const bool monitor = bundle.b_set != plant::kNone && plant.lane_sets[bundle.a_set].one_way;
    if (!monitor) use(bundle.a, bundle.a_set);
    use(bundle.b, bundle.b_set);
  }
}

}  // namespace ferrule::check
