#include "place/problem.h"

#include <cstdlib>

namespace ferrule::place {

Hall hall_on_floor(std::span<const RackPosition> racks, FloorRule rule, std::uint32_t room) {
  Hall hall{std::vector<std::uint32_t>(racks.size(), room), {}};
  hall.length_mm.reserve(racks.size() * racks.size());
  for (const RackPosition& a : racks)
    for (const RackPosition& b : racks) {
      const std::int64_t way = std::abs(a.x_mm - b.x_mm) + std::abs(a.y_mm - b.y_mm);
      hall.length_mm.push_back(&a == &b ? rule.within.millimetre : rule.both_ends.millimetre + way);
    }
  return hall;
}

}  // namespace ferrule::place
