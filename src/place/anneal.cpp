#include "place/anneal.h"

#include <algorithm>
#include <numeric>

namespace ferrule::place {
namespace {

constexpr std::size_t kNear = 4;
constexpr std::uint32_t kFixedEffort = 12;  // of a proposal, besides its cables

class Annealer {
 public:
  Annealer(Seating& seating, const NearRacks& near, const AnnealOptions& options)
      : seating_(seating),
        instance_(seating.instance()),
        near_(near),
        random_(options.seed),
        cooling_(options.range, options.effort) {}

  void run(std::uint64_t effort) {
    if (seating_.movable().empty() || instance_.racks < 2) return;
    const auto units = static_cast<std::uint32_t>(seating_.movable().size());
    std::uint32_t until_cooler = 0;
    while (spent_ < effort) {
      if (until_cooler-- == 0) {
        cooling_.at(spent_);
        until_cooler = kStepsPerCooling;
        tabulate_if_it_pays();
      }
      const std::uint32_t unit = seating_.movable()[random_.below(units)];
      propose(unit, target(unit));
    }
  }

 private:
  static constexpr std::uint32_t kStepsPerCooling = 256;
  static constexpr std::uint64_t kTabledPerLook = 3;  // entries of the table changed in the time of one look at a cable

  // A table makes weighing cheap and changing dear: compared every so often, until it is made.
  void tabulate_if_it_pays() {
    if (seating_.tabulated() || no_table_ || ++rounds_ < kRoundsPerLook) return;
    if (changed_ * instance_.racks / kTabledPerLook < looks_ / 2) no_table_ = !seating_.tabulate();
    rounds_ = 0;
    changed_ = looks_ = 0;
  }
  static constexpr std::uint32_t kRoundsPerLook = 16;

  void look(std::uint32_t cables) {
    looks_ += cables;
    spent_ += seating_.tabulated() ? kFixedEffort : cables;
  }
  void change(std::uint32_t cables) {
    changed_ += cables;
    if (seating_.tabulated()) spent_ += std::uint64_t{cables} * instance_.racks / kTabledPerLook;
  }

  // Three times in four beside a neighbour, else anywhere.
  std::uint32_t target(std::uint32_t unit) {
    const std::uint64_t drawn = random_.next();
    const std::uint32_t arcs = instance_.first[unit + 1] - instance_.first[unit];
    if ((drawn & 3) != 0 && arcs > 0) {
      const auto arc = static_cast<std::uint32_t>(((drawn >> 32) * arcs) >> 32);
      const std::vector<std::uint16_t>& near = near_[seating_.at()[instance_.arcs[instance_.first[unit] + arc].to]];
      const std::size_t which = (drawn >> 2) & (2 * kNear - 1);  // half of the draws: the neighbour's own rack
      return near[which < near.size() ? which : 0];
    }
    return static_cast<std::uint32_t>(((drawn >> 32) * instance_.racks) >> 32);
  }

  void propose(std::uint32_t unit, std::uint32_t rack) {
    spent_ += kFixedEffort;
    if (rack == seating_.at()[unit]) return;
    const auto seats = static_cast<std::uint32_t>(seating_.members(rack).size());
    const bool room = seating_.may_move(unit, rack);
    if (seats + room == 0) return;
    const std::uint32_t seat = random_.below(seats + room);
    const std::int64_t most = cooling_.most(random_);
    if (seat == seats) {
      const std::int64_t added = seating_.weigh_move(unit, rack);
      look(degree(unit));
      if (added > most) return;
      change(degree(unit));
      seating_.move(unit, rack, added);
      return;
    }
    const std::uint32_t other = seating_.members(rack)[seat];
    if (!seating_.may_swap(unit, other)) return;
    const std::int64_t added = seating_.weigh_swap(unit, other, most);
    look(degree(unit) + degree(other));
    if (added > most) return;
    change(degree(unit) + degree(other));
    seating_.swap(unit, other, added);
  }

  std::uint32_t degree(std::uint32_t unit) const { return instance_.first[unit + 1] - instance_.first[unit]; }

  Seating& seating_;
  const Instance& instance_;
  const NearRacks& near_;
  Splitmix random_;
  Cooling cooling_;
  std::uint64_t spent_ = 0, looks_ = 0, changed_ = 0;  // the last two since the table was last thought of
  std::uint32_t rounds_ = 0;
  bool no_table_ = false;
};

}  // namespace

NearRacks near_racks(const Instance& instance) {
  NearRacks near(instance.racks);
  std::vector<std::uint16_t> all(instance.racks);
  std::iota(all.begin(), all.end(), std::uint16_t{0});
  const std::size_t kept = std::min<std::size_t>(kNear, instance.racks);
  for (std::uint32_t rack = 0; rack < instance.racks; ++rack) {
    const std::int32_t* const price = instance.row(0, rack);
    near[rack].resize(kept);
    const auto rank = [&](std::uint16_t other) { return std::pair(other != rack, std::pair(price[other], other)); };
    std::partial_sort_copy(all.begin(), all.end(), near[rack].begin(), near[rack].end(),
                           [&](std::uint16_t a, std::uint16_t b) { return rank(a) < rank(b); });
  }
  return near;
}

std::int64_t mean_stretch(const Instance& instance) {
  if (instance.arcs.empty() || instance.racks == 0) return 0;
  std::vector<std::int64_t> stretch;
  for (std::uint32_t kind = 0; kind < instance.kinds; ++kind) {
    std::int64_t all = 0, inner = 0, sold = 1;
    for (const std::int32_t price : instance.prices[kind])
      if (price != kNoCablePrice) {
        all += price;
        ++sold;
      }
    for (std::uint32_t rack = 0; rack < instance.racks; ++rack) inner += instance.row(kind, rack)[rack];
    const std::int64_t longer = all / sold - inner / instance.racks;
    stretch.push_back(longer < 0 ? 0 : longer);
  }
  Wide sum = 0;
  for (const Arc& arc : instance.arcs) sum += static_cast<Wide>(stretch[arc.kind]) * arc.cables;
  return static_cast<std::int64_t>(sum / static_cast<Wide>(instance.arcs.size()));
}

void anneal(Seating& seating, const NearRacks& near, const AnnealOptions& options) {
  Annealer(seating, near, options).run(options.effort);
}

}  // namespace ferrule::place
