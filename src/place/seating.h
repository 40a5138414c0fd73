// An arrangement that search changes: who stands where, what room is left, and what a change would cost.
//
// Shape:  only units that may move are among a rack's members; those that are held stay and only count as neighbours.
//         Every change keeps the room of each rack. `cost` is exact at any time. A change is weighed in O(degree) of what moves, or, once
//         tabulated, in O(1); then making one costs O(degree x racks), which pays when few of those weighed are made.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "place/instance.h"

namespace ferrule::place {

class Seating {
 public:
  Seating(const Instance& instance, Assignment at);

  const Assignment& at() const { return at_; }
  std::int64_t cost() const { return cost_; }
  const std::vector<std::uint32_t>& members(std::uint32_t rack) const { return members_[rack]; }
  std::uint32_t free(std::uint32_t rack) const { return free_[rack]; }
  const std::vector<std::uint32_t>& movable() const { return movable_; }
  const Instance& instance() const { return instance_; }

  bool may_move(std::uint32_t unit, std::uint32_t to) const { return instance_.height[unit] <= free_[to]; }
  bool may_swap(std::uint32_t a, std::uint32_t b) const;

  // What it would add to the cost; the arrangement stays as it is.
  std::int64_t weigh_move(std::uint32_t unit, std::uint32_t to) const;
  // A swap that adds more than `most` may be told too cheap, but never as `most` or less.
  std::int64_t weigh_swap(std::uint32_t a, std::uint32_t b, std::int64_t most = kAnything);

  static constexpr std::int64_t kAnything = std::numeric_limits<std::int64_t>::max();
  static constexpr std::size_t kMostTabulated = 16'000'000;  // entries

  // Keeps what each unit would cost in each rack from now on. False when that table would be too large.
  bool tabulate();
  bool tabulated() const { return !table_.empty(); }

  void move(std::uint32_t unit, std::uint32_t to, std::int64_t added);
  void swap(std::uint32_t a, std::uint32_t b, std::int64_t added);

 private:
  template <bool kPlain>
  std::int64_t weigh(std::uint32_t unit, std::uint32_t from, std::uint32_t to) const;
  std::int32_t* tabled(std::uint32_t unit) { return table_.data() + static_cast<std::size_t>(unit) * instance_.racks; }
  const std::int32_t* tabled(std::uint32_t unit) const {
    return table_.data() + static_cast<std::size_t>(unit) * instance_.racks;
  }
  std::int64_t between(std::uint32_t a, std::uint32_t b) const;
  void retabulate(std::uint32_t unit, std::uint32_t from, std::uint32_t to);
  void leave(std::uint32_t unit);
  void enter(std::uint32_t unit, std::uint32_t rack);

  const Instance& instance_;
  Assignment at_;
  std::vector<std::uint32_t> to_;  // targets of the arcs alone: what the plain loop reads
  std::uint32_t plain_kind_ = 0;
  std::vector<std::uint32_t> place_;  // of a unit among its rack's members
  std::vector<std::vector<std::uint32_t>> members_;
  std::vector<std::uint32_t> free_, movable_;
  std::int64_t cost_ = 0;
  std::vector<std::int32_t> table_;  // unit x rack
};

}  // namespace ferrule::place
