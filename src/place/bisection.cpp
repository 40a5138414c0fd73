// Fiduccia and Mattheyses: move the unit that saves most, once each per pass, also where it costs; then go back to the best division seen.
// The first division grows from one unit, always by the one that is tied to it most.
#include "place/bisection.h"

#include <algorithm>
#include <limits>
#include <queue>

namespace ferrule::place {
namespace {

constexpr std::uint32_t kOutside = std::numeric_limits<std::uint32_t>::max();
constexpr int kPasses = 8;

struct Candidate {
  std::int64_t gain = 0;
  std::uint32_t unit = 0;  // number within the part
  friend bool operator<(const Candidate& a, const Candidate& b) { return std::pair(a.gain, b.unit) < std::pair(b.gain, a.unit); }
};
using Queue = std::priority_queue<Candidate>;

class Bisection {
 public:
  Bisection(const Instance& instance, std::span<const std::uint32_t> units, const std::vector<std::optional<bool>>& held,
            BisectionRoom room)
      : instance_(instance),
        units_(units),
        held_(held),
        room_(room),
        local_(instance.units, kOutside),
        side_(units.size(), true) {
    for (std::uint32_t i = 0; i < units.size(); ++i) local_[units[i]] = i;
    for (std::uint32_t i = 0; i < units.size(); ++i) {
      if (held[i]) side_[i] = *held[i];
      used_[side_[i]] += height(i);
      highest_ = std::max<std::uint64_t>(highest_, height(i));
    }
  }

  // Fills the first side in proportion to its room, beginning with unit `seed`.
  void grow(std::uint32_t seed) {
    const std::uint64_t all = used_[0] + used_[1];
    const std::uint64_t wanted = std::min(room_.room[0], (all * room_.room[0] + (room_.room[0] + room_.room[1]) / 2) /
                                                             std::max<std::uint64_t>(1, room_.room[0] + room_.room[1]));
    Queue queue;
    std::vector<bool> told(units_.size(), false);
    const auto tell = [&](std::uint32_t i) {
      if (side_[i] && !held_[i]) queue.push({gain(i), i});
      told[i] = true;
    };
    if (!units_.empty()) tell(seed);
    std::uint32_t next = 0;
    while (used_[0] < wanted) {
      if (queue.empty()) {
        while (next < units_.size() && (told[next] || held_[next])) ++next;
        if (next == units_.size()) return;
        tell(next);
        continue;
      }
      const Candidate best = queue.top();
      queue.pop();
      if (!side_[best.unit] || best.gain != gain(best.unit) || used_[0] + height(best.unit) > room_.room[0]) continue;
      flip(best.unit);
      each_neighbour(best.unit, tell);
    }
  }

  void improve() {
    for (int pass = 0; pass < kPasses; ++pass)
      if (!improve_once()) return;
  }

  std::optional<std::vector<bool>> sides() const { return fits() ? std::optional(side_) : std::nullopt; }

 private:
  std::uint32_t height(std::uint32_t i) const { return instance_.height[units_[i]]; }
  bool fits() const { return used_[0] <= room_.room[0] && used_[1] <= room_.room[1]; }

  template <class Visit>
  void each_neighbour(std::uint32_t i, Visit visit) const {
    for (const Arc& arc : instance_.arcs_of(units_[i]))
      if (local_[arc.to] != kOutside) visit(local_[arc.to]);
  }

  // What changing sides takes off the cut.
  std::int64_t gain(std::uint32_t i) const {
    std::int64_t sum = 0;
    for (const Arc& arc : instance_.arcs_of(units_[i]))
      if (const std::uint32_t other = local_[arc.to]; other != kOutside)
        sum += side_[other] == side_[i] ? -static_cast<std::int64_t>(arc.cables) : static_cast<std::int64_t>(arc.cables);
    return sum;
  }

  void flip(std::uint32_t i) {
    used_[side_[i]] -= height(i);
    side_[i] = !side_[i];
    used_[side_[i]] += height(i);
  }

  // The best unit of a side that has not moved yet and whose gain in the queue is still true.
  std::optional<Candidate> best_of(Queue& queue, const std::vector<bool>& moved, const std::vector<std::int64_t>& gains) const {
    while (!queue.empty()) {
      const Candidate top = queue.top();
      if (!moved[top.unit] && top.gain == gains[top.unit]) return top;
      queue.pop();
    }
    return std::nullopt;
  }

  // From the side that is too full, else the better of both; never more than one unit beyond the room.
  std::optional<Candidate> choose(std::array<Queue, 2>& queues, const std::vector<bool>& moved,
                                  const std::vector<std::int64_t>& gains) {
    std::optional<Candidate> best;
    for (const std::size_t from : {std::size_t{0}, std::size_t{1}}) {
      if (used_[1 - from] > room_.room[1 - from]) continue;
      const std::optional<Candidate> one = best_of(queues[from], moved, gains);
      if (!one || used_[1 - from] + height(one->unit) > room_.room[1 - from] + highest_) continue;
      if (used_[from] > room_.room[from]) return one;
      if (!best || *best < *one) best = one;
    }
    return best;
  }

  bool improve_once() {
    const bool fitted = fits();
    std::vector<std::int64_t> gains(units_.size());
    std::vector<bool> moved(units_.size(), false);
    std::array<Queue, 2> queues;
    for (std::uint32_t i = 0; i < units_.size(); ++i) {
      gains[i] = gain(i);
      moved[i] = held_[i].has_value();
      if (!moved[i]) queues[side_[i]].push({gains[i], i});
    }
    std::vector<std::uint32_t> order;
    std::size_t kept = 0;
    std::int64_t saved = 0, most = fitted ? 0 : std::numeric_limits<std::int64_t>::min();
    while (const std::optional<Candidate> next = choose(queues, moved, gains)) {
      saved += next->gain;
      flip(next->unit);
      moved[next->unit] = true;
      order.push_back(next->unit);
      each_neighbour(next->unit, [&](std::uint32_t other) {
        gains[other] = gain(other);
        if (!moved[other]) queues[side_[other]].push({gains[other], other});
      });
      if (fits() && saved > most) {
        most = saved;
        kept = order.size();
      }
    }
    while (order.size() > kept) {
      flip(order.back());
      order.pop_back();
    }
    return kept > 0;
  }

  const Instance& instance_;
  std::span<const std::uint32_t> units_;
  const std::vector<std::optional<bool>>& held_;
  BisectionRoom room_;
  std::vector<std::uint32_t> local_;  // number within the part
  std::vector<bool> side_;
  std::array<std::uint64_t, 2> used_{};
  std::uint64_t highest_ = 0;
};

}  // namespace

std::optional<std::vector<bool>> bisect(const Instance& instance, std::span<const std::uint32_t> units,
                                        const std::vector<std::optional<bool>>& held, BisectionRoom room, Splitmix& random) {
  if (units.empty()) return std::vector<bool>{};
  Bisection bisection(instance, units, held, room);
  bisection.grow(random.below(static_cast<std::uint32_t>(units.size())));
  bisection.improve();
  return bisection.sides();
}

}  // namespace ferrule::place
