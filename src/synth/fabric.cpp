#include "synth/fabric.h"

#include <algorithm>
#include <string_view>

namespace ferrule::synth {

int PortRun::count() const {
  std::int64_t ports = 0;
  for (const plant::NameRun& run : names) ports += run.count;
  return static_cast<int>(std::min<std::int64_t>(ports * receptacles, kMostReceptacles));
}

int Tier::receptacles() const {
  std::int64_t sum = 0;
  for (const PortRun& run : ports) sum += run.count();
  return static_cast<int>(std::min<std::int64_t>(sum, kMostReceptacles));
}

const Tier* Fabric::tier(std::string_view name) const {
  for (const Tier& tier : tiers)
    if (tier.name == name) return &tier;
  return nullptr;
}

std::optional<int> Fabric::group(std::string_view name) const {
  for (std::size_t i = 0; i < groups.size(); ++i)
    if (groups[i].name == name) return static_cast<int>(i);
  return std::nullopt;
}

}  // namespace ferrule::synth
