// Every fibre of a plant against its limit, in one pass: what it loses at worst, and how likely it loses more than it may.
//
//     way (tens)      sum of its joints, glass per km, limit, distribution of its joints         once each
//     bundle (1M)     its way and its length  -->  margin, chance                                some nanoseconds each
//
// Units:  margins in microdecibel, negative where the worst case is above the limit; chances from 0 to 1, of one fibre.
// Shape:  by bundle. Fibres of a bundle that go one way share both figures; of several runs the worse counts.
// Errors: none. A margin that is not known is kNoMargin and a chance that is not known kNoChance; both are counted.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "api/budget_book.h"

namespace ferrule::api {

inline constexpr std::int64_t kNoMargin = std::numeric_limits<std::int64_t>::min();
inline constexpr double kNoChance = -1;

struct ScreenedBundle {
  std::int64_t margin_microdecibel = kNoMargin;
  double chance_above = kNoChance;
};

ScreenSums screen(BudgetBook& book, std::vector<ScreenedBundle>& out);  // `out` gets as many as the plant has bundles
ScreenedBundle screen_one(BudgetBook& book,
                          std::uint32_t bundle);  // the slow way: the figures of a link's budget, asked one by one

}  // namespace ferrule::api
