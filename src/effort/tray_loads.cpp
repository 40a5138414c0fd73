// Along a drawn tray cables begin and end at a few places. Their loads are added where they begin and taken away where they end, and the
// fullest stretch is found in one pass from place to place.
#include "effort/tray_loads.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "effort/tray_spans.h"

namespace ferrule::effort {
namespace {

struct Load {
  std::int64_t cables = 0, without_diameter = 0, without_weight = 0;
  std::int64_t section_um2 = 0, least_section_um2 = 0, grams_per_km = 0, duplex_section_um2 = 0;

  Load& operator+=(const Load& other) {
    cables += other.cables;
    without_diameter += other.without_diameter;
    without_weight += other.without_weight;
    section_um2 += other.section_um2;
    least_section_um2 += other.least_section_um2;
    grams_per_km += other.grams_per_km;
    duplex_section_um2 += other.duplex_section_um2;
    return *this;
  }
  Load negated() const {
    return {-cables, -without_diameter, -without_weight, -section_um2, -least_section_um2, -grams_per_km, -duplex_section_um2};
  }
  bool fuller_than(const Load& other) const {
    return section_um2 != other.section_um2 ? section_um2 > other.section_um2 : cables > other.cables;
  }
};

struct Turn {  // what begins at a place, what ends there, and what only crosses the tray there
  Load begins, ends, crosses;
};

class Loads {
 public:
  Loads(const plant::Plant& plant, const plant::Measures& measures, const CableSizes& sizes)
      : plant_(plant), measures_(measures), sizes_(sizes), turns_(plant.trays.size()), out_(plant.trays.size()) {}

  void lay(const LaidCable& cable, const LaidCables& laid) {
    const auto lying = plant_.laying.find(cable.asset);
    if (lying == plant_.laying.end()) return;
    const std::vector<std::uint32_t>& trays = lying->second.trays;
    const SizeOfCable& size = sizes_.of(cable.type);
    const Load whole_load = load_of(cable, size);
    std::vector<std::uint32_t> seen;
    const auto spans = tray_spans(plant_, trays, laid.sets.only(cable.racks_a), laid.sets.only(cable.racks_b));
    for (std::size_t i = 0; i < trays.size(); ++i) {
      const bool again = std::find(seen.begin(), seen.end(), trays[i]) != seen.end();
      // Named twice: it lies there once, unless it left the tray and both stretches are known.
      if (again && (spans[i].guessed || !plant_.trays[trays[i]].drawn || trays[i] == trays[i - 1])) continue;
      seen.push_back(trays[i]);
      Load load = whole_load;
      if (spans[i].guessed) load.least_section_um2 = 0;  // it may lie in another part of the tray
      if (spans[i].from == spans[i].to) {
        turns_[trays[i]][spans[i].from].crosses += load;
      } else {
        turns_[trays[i]][spans[i].from].begins += load;
        turns_[trays[i]][spans[i].to].ends += load;
      }
      TrayLoad& tray = out_[trays[i]];
      tray.cables += !again;
      tray.diameter_estimated = tray.diameter_estimated || size.diameter_estimated;
      tray.weight_estimated = tray.weight_estimated || size.weight_estimated;
    }
  }

  std::vector<TrayLoad> take(std::optional<std::int64_t> limit) {
    for (std::uint32_t tray = 0; tray < out_.size(); ++tray) {
      find_fullest(turns_[tray], out_[tray]);
      out_[tray].hold_to(measures_.tray(tray), limit);
    }
    return std::move(out_);
  }

 private:
  Load load_of(const LaidCable& cable, const SizeOfCable& size) const {
    return {1,
            size.diameter_um ? 0 : 1,
            size.grams_per_km ? 0 : 1,
            size.section_um2(),
            size.least_section_um2(),
            size.grams_per_km.value_or(0),
            sizes_.duplex().section_um2() * cable.pairs};
  }

  // A stretch lies between two turns; where cables come from both sides to one rack, they never lie side by side.
  static void find_fullest(const std::map<std::int64_t, Turn>& turns, TrayLoad& out) {
    Load now, fullest;
    const auto weigh_stretch = [&](const Load& load, std::int64_t from, std::int64_t to) {
      if (!load.fuller_than(fullest)) return;
      fullest = load;
      out.from_mm = from;
      out.to_mm = to;
    };
    for (auto at = turns.begin(); at != turns.end(); ++at) {
      Load crossed = now;
      now += at->second.ends.negated();
      now += at->second.begins;
      if (now.fuller_than(crossed)) crossed = now;
      crossed += at->second.crosses;
      if (at->second.crosses.cables > 0) weigh_stretch(crossed, at->first, at->first);
      if (const auto next = std::next(at); next != turns.end()) weigh_stretch(now, at->first, next->first);
    }
    out.side_by_side = static_cast<std::uint64_t>(fullest.cables);
    out.without_diameter = static_cast<std::uint64_t>(fullest.without_diameter);
    out.without_weight = static_cast<std::uint64_t>(fullest.without_weight);
    out.section_um2 = fullest.section_um2;
    out.least_section_um2 = fullest.least_section_um2;
    out.grams_per_km = fullest.grams_per_km;
    out.duplex_section_um2 = fullest.duplex_section_um2;
  }

  const plant::Plant& plant_;
  const plant::Measures& measures_;
  const CableSizes& sizes_;
  std::vector<std::map<std::int64_t, Turn>> turns_;  // by tray: millimetres along it
  std::vector<TrayLoad> out_;
};

}  // namespace

std::vector<TrayLoad> tray_loads(const plant::Plant& plant, const plant::Measures& measures, const LaidCables& laid,
                                 const CableSizes& sizes, std::optional<std::int64_t> limit) {
  Loads loads(plant, measures, sizes);
  for (const LaidCable& cable : laid.cables) loads.lay(cable, laid);
  return loads.take(limit);
}

}  // namespace ferrule::effort
