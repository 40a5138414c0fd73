#include "place/rack_order.h"

#include <algorithm>
#include <numeric>

namespace ferrule::place {
namespace {

// Contents of rack i as one block; block i stands in rack place_[i].
class Blocks {
 public:
  Blocks(const Instance& instance, const Assignment& at)
      : instance_(instance),
        racks_(instance.racks),
        place_(racks_),
        block_at_(racks_),
        used_(racks_, 0),
        held_(racks_, false),
        cables_(instance.kinds) {
    std::iota(place_.begin(), place_.end(), std::uint16_t{0});
    block_at_ = place_;
    std::vector<bool> used_kind(instance.kinds, false);
    for (const Arc& arc : instance.arcs) used_kind[arc.kind] = true;
    for (std::uint32_t kind = 0; kind < instance.kinds; ++kind)
      if (used_kind[kind] || !instance.inner.empty()) kinds_.push_back(kind);
    for (const std::uint32_t kind : kinds_) cables_[kind].assign(static_cast<std::size_t>(racks_) * racks_, 0);
    for (std::uint32_t unit = 0; unit < instance.units; ++unit) {
      const std::size_t row = static_cast<std::size_t>(at[unit]) * racks_;
      for (const Arc& arc : instance.arcs_of(unit)) cables_[arc.kind][row + at[arc.to]] += arc.cables;
      used_[at[unit]] += instance.height[unit];
      held_[at[unit]] = held_[at[unit]] || instance.pin[unit].has_value();
      for (const std::uint32_t kind : kinds_)  // twice, as the arcs within a rack are there from both ends
        if (!instance.inner.empty()) cables_[kind][row + at[unit]] += 2 * instance.inner[unit][kind];
    }
  }

  std::uint32_t racks() const { return racks_; }
  std::uint32_t kinds() const { return static_cast<std::uint32_t>(kinds_.size()); }
  std::uint32_t place(std::uint32_t block) const { return place_[block]; }
  std::uint32_t block_at(std::uint32_t rack) const { return block_at_[rack]; }

  bool may_swap(std::uint32_t i, std::uint32_t j) const {
    return !held_[i] && !held_[j] && used_[i] <= instance_.room[place_[j]] && used_[j] <= instance_.room[place_[i]];
  }

  std::int64_t weigh_swap(std::uint32_t i, std::uint32_t j) const {
    std::int64_t added = 0;
    for (const std::uint32_t kind : kinds_) {
      const std::int32_t* const at_i = instance_.row(kind, place_[i]);
      const std::int32_t* const at_j = instance_.row(kind, place_[j]);
      const std::uint32_t* const of_i = cables_[kind].data() + static_cast<std::size_t>(i) * racks_;
      const std::uint32_t* const of_j = cables_[kind].data() + static_cast<std::size_t>(j) * racks_;
      for (std::uint32_t k = 0; k < racks_; ++k) {
        const std::int64_t longer = at_j[place_[k]] - at_i[place_[k]];
        added += longer * (static_cast<std::int64_t>(of_i[k]) - of_j[k]);
      }
      added -= own_terms(kind, i, j);
    }
    return added;
  }

  void swap(std::uint32_t i, std::uint32_t j) {
    std::swap(place_[i], place_[j]);
    std::swap(block_at_[place_[i]], block_at_[place_[j]]);
  }

  Assignment arrangement(const Assignment& at) const {
    Assignment moved(at.size());
    std::transform(at.begin(), at.end(), moved.begin(), [&](std::uint16_t rack) { return place_[rack]; });
    return moved;
  }

 private:
  // What the loop over all blocks counts of i and j themselves, less what is true: between them nothing changes, and cables
  // within a rack count half.
  std::int64_t own_terms(std::uint32_t kind, std::uint32_t i, std::uint32_t j) const {
    const auto cables = [&](std::uint32_t a, std::uint32_t b) {
      return static_cast<std::int64_t>(cables_[kind][static_cast<std::size_t>(a) * racks_ + b]);
    };
    const std::int64_t ii = instance_.row(kind, place_[i])[place_[i]], jj = instance_.row(kind, place_[j])[place_[j]];
    const std::int64_t ij = instance_.row(kind, place_[i])[place_[j]];
    const std::int64_t counted = (ij - ii) * (cables(i, i) - cables(j, i)) + (jj - ij) * (cables(i, j) - cables(j, j));
    return counted - (jj - ii) * (cables(i, i) - cables(j, j)) / 2;
  }

  const Instance& instance_;
  std::uint32_t racks_;
  Assignment place_, block_at_;
  std::vector<std::uint32_t> used_, kinds_;
  std::vector<bool> held_;
  std::vector<std::vector<std::uint32_t>> cables_;  // kind, block x block; on the diagonal both ends
};

// Half of the changes bring a block beside where another stands that is near in the hall, half are drawn freely.
std::uint32_t other_block(const Blocks& blocks, const NearRacks& near, std::uint32_t block, Splitmix& random) {
  const std::uint64_t drawn = random.next();
  if ((drawn & 1) == 0) return static_cast<std::uint32_t>(((drawn >> 32) * blocks.racks()) >> 32);
  const std::vector<std::uint16_t>& close = near[blocks.place(block)];
  return blocks.block_at(close[static_cast<std::size_t>(((drawn >> 32) * close.size()) >> 32)]);
}

}  // namespace

Assignment reorder_racks(const Instance& instance, const Assignment& at, const NearRacks& near, const AnnealOptions& options) {
  if (instance.racks < 2) return at;
  Blocks blocks(instance, at);
  Cooling cooling(options.range, options.effort);
  Splitmix random(options.seed);
  const std::uint64_t each = 16 + blocks.racks() * blocks.kinds();
  std::int64_t now = 0, best = 0;
  Assignment found = at;
  bool better = false;
  for (std::uint64_t spent = 0; spent < options.effort; spent += each) {
    cooling.at(spent);
    const std::uint32_t i = random.below(blocks.racks()), j = other_block(blocks, near, i, random);
    if (i == j || !blocks.may_swap(i, j)) continue;
    const std::int64_t added = blocks.weigh_swap(i, j);
    if (added > cooling.most(random)) continue;
    if (added > 0 && better) {  // about to leave the best that was seen
      found = blocks.arrangement(at);
      better = false;
    }
    blocks.swap(i, j);
    now += added;
    if (now >= best) continue;
    best = now;
    better = true;
  }
  return better ? blocks.arrangement(at) : found;
}

}  // namespace ferrule::place
