// What lies in each tray: how many cables side by side, what share of its section they take, and their weight.
//
//     rack A  o                      o rack B        a cable lies between the places where it meets its racks and its other trays:
//     tray    |======================|----------     two metres of a ten-metre tray, say
//
// Units:  square micrometres, grams for a metre in thousandths (g/km), millimetres along the tray from its `from`, shares in hundredths of
//         a per cent.
// Shape:  trays in the order of the plant. Of a tray that is drawn the fullest stretch is told: by section where all is known, else by
//         the number of cables. Of any other tray, and of a cable whose racks have no place, the cable is taken to lie in all of it, so the
//         figure is never too low.
// Errors: none; cables whose thickness or weight nobody knows are counted apart.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "effort/cable_sizes.h"
#include "effort/laid_cables.h"
#include "plant/measures.h"

namespace ferrule::effort {

inline constexpr std::int64_t kFillAssumed = 4'000;  // of a tray that states no limit: 40 %, a rule of thumb

struct TrayLoad {
  std::uint64_t cables = 0;             // in any part of it
  std::uint64_t side_by_side = 0;       // in the fullest stretch, as everything below
  std::int64_t from_mm = 0, to_mm = 0;  // of the fullest stretch, when the tray is drawn
  std::uint64_t without_diameter = 0, without_weight = 0;
  std::int64_t section_um2 = 0, grams_per_km = 0;
  std::int64_t least_section_um2 = 0;                         // if estimated diameters are twice too thick
  std::int64_t duplex_section_um2 = 0;                        // of the duplex cords that would lie there (duplex.h)
  bool diameter_estimated = false, weight_estimated = false;  // of any of its cables
  std::optional<std::int64_t> tray_um2;                       // where width and depth are stated
  std::int64_t limit = kFillAssumed;
  bool limit_assumed = true;

  std::optional<std::int64_t> fill() const { return share(section_um2); }
  std::optional<std::int64_t> duplex_fill() const { return share(duplex_section_um2); }
  bool over() const { return fill() && *fill() > limit; }
  // Whatever is estimated, and by no rule of thumb.
  bool over_for_certain() const { return bursts() || (!limit_assumed && least_fill() && *least_fill() > limit); }
  bool bursts() const { return tray_um2 && least_section_um2 > *tray_um2; }  // no rule, and no estimate: it cannot hold them

 private:
  std::optional<std::int64_t> least_fill() const { return share(least_section_um2); }
  std::optional<std::int64_t> share(std::int64_t um2) const;
};

// `limit` takes the place of kFillAssumed where a tray states none.
std::vector<TrayLoad> tray_loads(const plant::Plant& plant, const plant::Measures& measures, const LaidCables& laid,
                                 const CableSizes& sizes, std::optional<std::int64_t> limit);

}  // namespace ferrule::effort
