#include "synth/tray_paths.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <optional>
#include <queue>
#include <tuple>

namespace ferrule::synth {
namespace {

struct Box {
  std::int64_t left, right, low, high;
};

Box box(const TrayRun& tray) {
  return {std::min(tray.from.x, tray.to.x), std::max(tray.from.x, tray.to.x), std::min(tray.from.y, tray.to.y),
          std::max(tray.from.y, tray.to.y)};
}

// Where two trays meet; of two that run side by side over a stretch, its beginning.
std::optional<Point> meeting_of(const TrayRun& a, const TrayRun& b) {
  const Box one = box(a), two = box(b);
  const Point at{std::max(one.left, two.left), std::max(one.low, two.low)};
  if (at.x > std::min(one.right, two.right) || at.y > std::min(one.high, two.high)) return std::nullopt;
  return at;
}

std::int64_t gap_between(const TrayRun& a, const TrayRun& b) {
  const Box one = box(a), two = box(b);
  return std::max({std::int64_t{0}, two.left - one.right, one.left - two.right}) +
         std::max({std::int64_t{0}, two.low - one.high, one.low - two.high});
}

std::int64_t apart(Point a, Point b) { return std::abs(a.x - b.x) + std::abs(a.y - b.y); }

constexpr std::uint32_t kStart = 0xFFFF'FFFF;

struct Step {
  std::int64_t along = 0;
  std::uint32_t tray = 0;
  Point at;
  std::uint32_t before = kStart;  // the step that led here, into those that were settled
  bool arrived = false;
  std::uint32_t meeting = kStart;
  int trays = 1;              // of ways of one length, that over fewer trays
  std::int64_t at_least = 0;  // of the whole way, whatever trays there are
  bool operator>(const Step& other) const {
    return std::tie(at_least, trays, other.arrived) > std::tie(other.at_least, other.trays, arrived);
  }
};

}  // namespace

// Dijkstra over all pairs: where nothing is drawn a cable may still be led over.
std::vector<TrayGap> gaps_on_the_way(const std::vector<TrayRun>& trays, Side side, std::uint32_t from, std::uint32_t to) {
  constexpr std::int64_t kFar = std::numeric_limits<std::int64_t>::max();
  struct Reached {
    std::int64_t bridged = kFar;
    std::uint32_t over = kStart;  // the tray before
    bool settled = false;
  };
  std::vector<Reached> reached(trays.size());
  reached[from].bridged = 0;
  for (;;) {
    std::uint32_t nearest = kStart;
    for (std::uint32_t i = 0; i < trays.size(); ++i)
      if (!reached[i].settled && reached[i].bridged < (nearest == kStart ? kFar : reached[nearest].bridged)) nearest = i;
    if (nearest == kStart || nearest == to) break;
    reached[nearest].settled = true;
    for (std::uint32_t i = 0; i < trays.size(); ++i) {
      if (reached[i].settled || !carries(trays[i], side)) continue;
      const std::int64_t bridged = reached[nearest].bridged + gap_between(trays[nearest], trays[i]);
      if (bridged < reached[i].bridged) reached[i] = {bridged, nearest, false};
    }
  }
  std::vector<TrayGap> gaps;
  for (std::uint32_t at = to; reached[at].over != kStart; at = reached[at].over)
    if (const std::int64_t gap = gap_between(trays[reached[at].over], trays[at]); gap > 0)
      gaps.push_back({reached[at].over, at, gap});
  std::reverse(gaps.begin(), gaps.end());
  return gaps;
}

TrayNet::TrayNet(const std::vector<TrayRun>& trays, Side side) : meetings_(trays.size()) {
  for (std::uint32_t a = 0; a < trays.size(); ++a)
    for (std::uint32_t b = 0; b < trays.size(); ++b) {
      if (a == b || !carries(trays[a], side) || !carries(trays[b], side)) continue;
      if (const std::optional<Point> at = meeting_of(trays[a], trays[b]))
        meetings_[a].push_back({b, *at, std::abs(trays[a].height - trays[b].height), count_++});
    }
}

TrayPath TrayNet::path(std::uint32_t from, Point start, std::uint32_t to, Point end) const {
  return path({{from, start, 0}}, {{to, end, 0}}, {});
}

// A* over meetings: where a cable changes onto a tray decides how far it then has to go along it, and over which stretch. No way is
// shorter than straight along x and y.
TrayPath TrayNet::path(const std::vector<TrayEnd>& from, const std::vector<TrayEnd>& to, const MayLie& may_lie) const {
  std::vector<bool> done(count_);
  std::vector<Step> settled;
  std::priority_queue<Step, std::vector<Step>, std::greater<>> open;
  const auto push = [&](Step step) {
    std::int64_t rest = step.arrived ? 0 : std::numeric_limits<std::int64_t>::max();
    if (!step.arrived)
      for (const TrayEnd& end : to) rest = std::min(rest, apart(step.at, end.at) + end.beside);
    step.at_least = step.along + rest;
    open.push(step);
  };
  if (to.empty()) return {};
  for (const TrayEnd& start : from) push({start.beside, start.tray, start.at, kStart, false, kStart});
  const auto free = [&](const Step& step, Point until) { return !may_lie || may_lie(step.tray, step.at, until); };
  while (!open.empty()) {
    const Step step = open.top();
    open.pop();
    if (step.arrived) {
      TrayPath found{step.along, {}, {step.at}};
      for (std::uint32_t at = step.before; at != kStart; at = settled[at].before) {
        found.trays.push_back(settled[at].tray);
        found.turns.push_back(settled[at].at);
      }
      std::reverse(found.trays.begin(), found.trays.end());
      std::reverse(found.turns.begin(), found.turns.end());
      return found;
    }
    if (step.meeting != kStart && done[step.meeting]) continue;
    if (step.meeting != kStart) done[step.meeting] = true;
    settled.push_back(step);
    const auto index = static_cast<std::uint32_t>(settled.size() - 1);
    for (const TrayEnd& end : to)
      if (step.tray == end.tray && free(step, end.at))
        push({step.along + apart(step.at, end.at) + end.beside, end.tray, end.at, index, true, kStart, step.trays});
    for (const Meeting& next : meetings_[step.tray])
      if (!done[next.id] && free(step, next.at))
        push({step.along + apart(step.at, next.at) + next.climb, next.onto, next.at, index, false, next.id, step.trays + 1});
  }
  return {};
}

}  // namespace ferrule::synth
