// Threshold accepting: a change is made when it costs no more than a limit that sinks to nothing. Room that is missing costs most, then a panel,
// then cable; whole numbers throughout.
#include "api/panel_room.h"

#include <algorithm>

#include "place/random.h"

namespace ferrule::api {
namespace {

constexpr std::int64_t kMissingUnit = 8, kLoosest = 8;  // in panels
constexpr std::int64_t kLooks = 8'000'000, kFewestMoves = 400, kMostMoves = 16'000;

struct Weighed {
  std::int64_t missing = 0;  // units
  std::int64_t panels = 0, millimetres = 0;
};

class RoomSearch {
 public:
  RoomSearch(const place::PlacementProblem& problem, const PanelCount& count, std::vector<std::uint32_t> start)
      : problem_(problem),
        count_(count),
        at_(std::move(start)),
        racks_(static_cast<std::uint32_t>(problem.hall.racks())),
        held_(problem.nodes),
        free_(problem.hall.room.begin(), problem.hall.room.end()) {
    for (const place::Pin& pin : problem.pins) held_[pin.node] = true;
    for (std::uint32_t node = 0; node < problem.nodes; ++node) {
      free_[at_[node]] -= height(node);
      if (!held_[node]) movable_.push_back(node);
    }
    now_ = weigh();
    panel_ = std::max<std::int64_t>(1, now_.millimetres / std::max<std::int64_t>(1, problem.nodes));
  }

  std::optional<std::vector<std::uint32_t>> find() {
    keep_best();
    if (movable_.empty() || racks_ < 2) return best_;
    const auto looks = static_cast<std::int64_t>(count_.bundles() + problem_.connections.size() + racks_);
    const std::int64_t trials = std::clamp(kLooks / looks, kFewestMoves, kMostMoves);
    for (std::int64_t trial = 0; trial < trials; ++trial) {
      const std::int64_t most = kLoosest * panel_ * (trials - trial) / trials - panel_ / 2;  // nothing for a while at the end
      change(std::max<std::int64_t>(0, most));
    }
    return best_;
  }

 private:
  std::int64_t height(std::uint32_t node) const { return problem_.heights.empty() ? 1 : problem_.heights[node]; }

  Weighed weigh() const {
    Weighed out;
    const std::vector<int> panels = count_.panels(at_, racks_);
    for (std::uint32_t rack = 0; rack < racks_; ++rack) {
      out.panels += panels[rack];
      out.missing += std::max<std::int64_t>(0, panels[rack] - free_[rack]);
    }
    for (const place::Connection& each : problem_.connections)
      out.millimetres += problem_.hall.length(at_[each.a], at_[each.b]).millimetre * each.cables;
    return out;
  }
  std::int64_t cost(const Weighed& of) const { return (of.missing * kMissingUnit + of.panels) * panel_ + of.millimetres; }

  void move(std::uint32_t node, std::uint32_t to) {
    free_[at_[node]] += height(node);
    free_[to] -= height(node);
    at_[node] = to;
  }

  // One device into another rack, or two exchanged; taken back where that costs more than `most`.
  void change(std::int64_t most) {
    const std::uint32_t node = movable_[random_.below(static_cast<std::uint32_t>(movable_.size()))], from = at_[node];
    std::optional<std::uint32_t> other;
    std::uint32_t to = random_.below(racks_);
    if (random_.below(2) == 0) {
      other = movable_[random_.below(static_cast<std::uint32_t>(movable_.size()))];
      to = at_[*other];
    }
    if (to == from) return;
    move(node, to);
    if (other) move(*other, from);
    if (free_[to] >= 0 && free_[from] >= 0) {
      const Weighed then = weigh();
      if (cost(then) - cost(now_) <= most) {
        now_ = then;
        return keep_best();
      }
    }
    move(node, from);
    if (other) move(*other, to);
  }

  void keep_best() {
    if (now_.missing > 0 || (best_ && now_.millimetres >= least_)) return;
    best_ = at_;
    least_ = now_.millimetres;
  }

  const place::PlacementProblem& problem_;
  const PanelCount& count_;
  std::vector<std::uint32_t> at_;
  std::uint32_t racks_;
  std::vector<bool> held_;
  std::vector<std::int64_t> free_;  // of each rack, without panels
  std::vector<std::uint32_t> movable_;
  Weighed now_;
  std::int64_t panel_ = 1;  // what one is worth in millimetres of cable: as much as a device has
  place::Splitmix random_{1};
  std::optional<std::vector<std::uint32_t>> best_;
  std::int64_t least_ = 0;
};

}  // namespace

std::optional<std::vector<std::uint32_t>> find_panel_room(const place::PlacementProblem& problem, const PanelCount& count,
                                                          std::vector<std::uint32_t> start) {
  return RoomSearch(problem, count, std::move(start)).find();
}

}  // namespace ferrule::api
