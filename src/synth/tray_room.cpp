#include "synth/tray_room.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>

namespace ferrule::synth {

TrayStretch::TrayStretch(std::uint32_t of, std::int64_t one, std::int64_t other)
    : tray(of), from(std::min(one, other)), to(std::max(std::max(one, other), from + 1)) {}

TrayStretch stretch_between(const std::vector<TrayRun>& trays, std::uint32_t tray, Point from, Point to) {
  const Point& begin = trays[tray].from;
  const auto along = [&](Point at) { return std::abs(at.x - begin.x) + std::abs(at.y - begin.y); };
  return {tray, along(from), along(to)};
}

void TrayRoom::add(const TrayStretch& stretch, std::int64_t section) {
  if (!limits_[stretch.tray]) return;
  auto& turns = turns_[stretch.tray];
  turns[stretch.from] += section;
  turns[stretch.to] -= section;
}

bool TrayRoom::holds(const TrayStretch& stretch, std::int64_t section) const {
  return !limits_[stretch.tray] || most_in(stretch) + section <= *limits_[stretch.tray];
}

std::int64_t TrayRoom::most_in(const TrayStretch& stretch) const {
  std::int64_t load = 0, most = 0;
  for (const auto& [at, change] : turns_[stretch.tray]) {
    if (at >= stretch.to) break;
    if (at > stretch.from) most = std::max(most, load);
    load += change;
  }
  return std::max(most, load);
}

std::optional<TrayStretch> TrayRoom::fullest_over(std::uint32_t tray) const {
  if (!limits_[tray]) return std::nullopt;
  const auto& turns = turns_[tray];
  std::optional<TrayStretch> fullest;
  std::int64_t load = 0, most = *limits_[tray];
  for (auto at = turns.begin(); at != turns.end(); ++at) {
    load += at->second;
    if (load <= most) continue;
    most = load;
    fullest = TrayStretch(tray, at->first, std::next(at)->first);  // there is a next: at the last nothing is left
  }
  return fullest;
}

}  // namespace ferrule::synth
