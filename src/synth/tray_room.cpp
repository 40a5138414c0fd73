#include "synth/tray_room.h"

#include <algorithm>
#include <cstdlib>

namespace ferrule::synth {

TrayStretch::TrayStretch(std::uint32_t of, std::int64_t one, std::int64_t other)
    : tray(of), from(one == other ? one - 1 : std::min(one, other)), to(one == other ? one + 1 : std::max(one, other)) {}

TrayStretch stretch_between(const std::vector<TrayRun>& trays, std::uint32_t tray, Point from, Point to) {
  const Point& begin = trays[tray].from;
  const auto along = [&](Point at) { return std::abs(at.x - begin.x) + std::abs(at.y - begin.y); };
  return {tray, along(from), along(to)};
}

// The part that begins there; a longer one is divided.
std::size_t TrayRoom::Loads::begin_at(std::int64_t place) {
  const auto found = std::lower_bound(at.begin(), at.end(), place);
  const auto index = found - at.begin();
  if (found != at.end() && *found == place) return static_cast<std::size_t>(index);
  const std::int64_t before = index == 0 ? 0 : load[static_cast<std::size_t>(index) - 1];
  at.insert(found, place);
  load.insert(load.begin() + index, before);
  return static_cast<std::size_t>(index);
}

std::uint32_t TrayRoom::add_drop(std::optional<std::int64_t> limit) {
  limits_.push_back(limit);
  trays_.emplace_back();
  return count() - 1;
}

void TrayRoom::add(const TrayStretch& stretch, std::int64_t section) {
  if (!limits_[stretch.tray]) return;
  Loads& tray = trays_[stretch.tray];
  tray.begin_at(stretch.from);
  const std::size_t end = tray.begin_at(stretch.to);
  for (std::size_t i = tray.begin_at(stretch.from); i < end; ++i) tray.load[i] += section;
}

bool TrayRoom::holds(const TrayStretch& stretch, std::int64_t section) const {
  return !limits_[stretch.tray] || most_in(stretch) + section <= *limits_[stretch.tray];
}

std::int64_t TrayRoom::most_in(const TrayStretch& stretch) const {
  const Loads& tray = trays_[stretch.tray];
  const auto behind = std::upper_bound(tray.at.begin(), tray.at.end(), stretch.from) - tray.at.begin();
  std::int64_t most = 0;
  for (auto i = static_cast<std::size_t>(std::max<std::ptrdiff_t>(behind - 1, 0)); i < tray.at.size() && tray.at[i] < stretch.to;
       ++i)
    most = std::max(most, tray.load[i]);
  return most;
}

std::optional<TrayStretch> TrayRoom::fullest_over(std::uint32_t tray) const {
  if (!limits_[tray]) return std::nullopt;
  const Loads& loads = trays_[tray];
  const auto fullest = std::max_element(loads.load.begin(), loads.load.end());
  if (fullest == loads.load.end() || *fullest <= *limits_[tray]) return std::nullopt;
  const auto index = static_cast<std::size_t>(fullest - loads.load.begin());
  return TrayStretch(tray, loads.at[index], loads.at[index + 1]);  // there is a next: behind the last nothing lies
}

}  // namespace ferrule::synth
