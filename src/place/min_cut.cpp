#include "place/min_cut.h"

#include <numeric>

#include "place/bisection.h"

namespace ferrule::place {
namespace {

struct Part {
  std::vector<std::uint32_t> units;
  std::uint32_t first = 0, last = 0;  // racks first .. last - 1
};

std::uint64_t room_of(const Instance& instance, std::uint32_t first, std::uint32_t last) {
  return std::accumulate(instance.room.begin() + first, instance.room.begin() + last, std::uint64_t{0});
}

}  // namespace

std::optional<Assignment> cut_into_racks(const Instance& instance, std::uint64_t seed) {
  Splitmix random(seed);
  Assignment at(instance.units);
  std::vector<std::uint32_t> all(instance.units);
  std::iota(all.begin(), all.end(), 0u);
  std::vector<Part> parts{{std::move(all), 0, instance.racks}};
  while (!parts.empty()) {
    const Part part = std::move(parts.back());
    parts.pop_back();
    if (part.last - part.first == 1) {
      for (const std::uint32_t unit : part.units) at[unit] = static_cast<std::uint16_t>(part.first);
      continue;
    }
    const std::uint32_t middle = part.first + (part.last - part.first) / 2;
    std::vector<std::optional<bool>> held;
    for (const std::uint32_t unit : part.units)
      held.push_back(instance.pin[unit] ? std::optional(*instance.pin[unit] >= middle) : std::nullopt);
    const BisectionRoom room{{room_of(instance, part.first, middle), room_of(instance, middle, part.last)}};
    const std::optional<std::vector<bool>> sides = bisect(instance, part.units, held, room, random);
    if (!sides) return std::nullopt;
    Part left{{}, part.first, middle}, right{{}, middle, part.last};
    for (std::size_t i = 0; i < part.units.size(); ++i) ((*sides)[i] ? right : left).units.push_back(part.units[i]);
    parts.push_back(std::move(right));
    parts.push_back(std::move(left));
  }
  return at;
}

}  // namespace ferrule::place
