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

std::vector<PortRun*> Fabric::all_runs() {
  std::vector<PortRun*> out;
  for (Tier& tier : tiers)
    for (PortRun& run : tier.ports) out.push_back(&run);
  for (ListedDevice& device : devices)
    for (PortRun& run : device.ports) out.push_back(&run);
  return out;
}

std::vector<const PortRun*> Fabric::all_runs() const {
  std::vector<const PortRun*> out;
  for (const Tier& tier : tiers)
    for (const PortRun& run : tier.ports) out.push_back(&run);
  for (const ListedDevice& device : devices)
    for (const PortRun& run : device.ports) out.push_back(&run);
  return out;
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
