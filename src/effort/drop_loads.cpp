#include "effort/drop_loads.h"

#include <map>
#include <tuple>
#include <utility>
#include <fmt/format.h>

#include "base/text.h"
#include "effort/tray_spans.h"

namespace ferrule::effort {
namespace {

using plant::kNone;

class Drops {
 public:
  Drops(const plant::Plant& plant, const LaidCables& laid, const CableSizes& sizes) : plant_(plant), laid_(laid), sizes_(sizes) {}

  void lay(const LaidCable& cable) {
    const TrayEnds trays = tray_ends(plant_, cable, laid_);
    if (trays.a == kNone && cable.racks_a == cable.racks_b) return;  // within a rack
    add(cable, cable.racks_a, trays.a, trays.sure);
    add(cable, cable.racks_b, trays.b, trays.sure);
  }

  std::vector<DropLoad> take(const plant::Measures& measures, std::optional<std::int64_t> limit) {
    std::vector<DropLoad> out;
    for (auto& [place, drop] : drops_) {
      std::tie(drop.rack, drop.tray) = place;
      drop.hold_to(measures.drop(drop.rack), limit);
      out.push_back(drop);
    }
    return out;
  }

 private:
  void add(const LaidCable& cable, std::uint32_t racks, std::uint32_t tray, bool sure) {
    const SizeOfCable& size = sizes_.of(cable.type);
    sure = sure && laid_.sets.only(racks) != kNone;  // of a harness, a rack may have no more than a thin tail
    for (const std::uint32_t rack : laid_.sets.racks(racks)) {
      DropLoad& drop = drops_[{rack, known_as(rack, tray)}];
      ++drop.cables;
      drop.without_diameter += size.diameter_um ? 0 : 1;
      drop.section_um2 += size.section_um2();
      if (sure) drop.least_section_um2 += size.least_section_um2();
      drop.duplex_section_um2 += sizes_.duplex().section_um2() * cable.pairs;
      drop.diameter_estimated = drop.diameter_estimated || size.diameter_estimated;
    }
  }

  std::uint32_t known_as(std::uint32_t rack, std::uint32_t tray) {
    if (tray == kNone) return kNone;
    const auto [at, fresh] = known_.try_emplace({rack, tray});
    if (fresh) at->second = drop_of(plant_, rack, tray);
    return at->second;
  }

  const plant::Plant& plant_;
  const LaidCables& laid_;
  const CableSizes& sizes_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, DropLoad> drops_;  // by rack and tray
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> known_;
};

}  // namespace

TrayEnds tray_ends(const plant::Plant& plant, const LaidCable& cable, const LaidCables& laid) {
  const auto lying = plant.laying.find(cable.asset);
  if (lying == plant.laying.end() || lying->second.trays.empty()) return {};
  const std::vector<std::uint32_t>& trays = lying->second.trays;
  const auto some = [&](std::uint32_t racks) { return laid.sets.racks(racks).empty() ? kNone : laid.sets.racks(racks).front(); };
  switch (written_from(plant, trays, some(cable.racks_a), some(cable.racks_b))) {
    case WrittenFrom::kB: return {trays.back(), trays.front(), true};
    case WrittenFrom::kA: return {trays.front(), trays.back(), true};
    case WrittenFrom::kUnknown: break;
  }
  return {trays.front(), trays.back(), trays.front() == trays.back()};
}

std::string spell(const DropLoad& drop, const plant::Plant& plant) {
  const std::string rack = printable(plant.racks[drop.rack].name);
  return drop.tray == kNone ? "the drop into rack " + rack
                            : fmt::format("the drop from tray {} into rack {}", printable(plant.trays[drop.tray].name), rack);
}

std::vector<DropLoad> drop_loads(const plant::Plant& plant, const plant::Measures& measures, const LaidCables& laid,
                                 const CableSizes& sizes, std::optional<std::int64_t> limit) {
  Drops drops(plant, laid, sizes);
  for (const LaidCable& cable : laid.cables) drops.lay(cable);
  return drops.take(measures, limit);
}

}  // namespace ferrule::effort
