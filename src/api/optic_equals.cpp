#include "api/optic_equals.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>

#include "base/text.h"

namespace ferrule::api {
namespace {

std::string_view world_of(const facts::Optic& optic) {
  for (const std::string_view world : {"IB-", "GFC"})
    if (optic.pmd.find(world) != std::string::npos) return world;
  return "Ethernet";
}

// The less, the nearer. Light of several wavelengths in a fibre, or both ways in it, is another kind of plant.
auto distance(const facts::Optic& from, const facts::Optic& to) {
  return std::tuple(to.confidence == Confidence::kLow, from.connector != to.connector,
                    std::abs(from.fibres_used - to.fibres_used), from.bidirectional != to.bidirectional,
                    from.wavelengths_per_fibre != to.wavelengths_per_fibre);
}

}  // namespace

bool same_world(const facts::Optic& a, const facts::Optic& b) { return world_of(a) == world_of(b); }

std::int64_t channel_rate(const facts::Optic& optic) {
  return parse_decimal(optic.rate_gbps, 3).value_or(0) / std::max(optic.receptacles, 1);
}

const facts::Optic* equal_optic(const facts::Facts& facts, const facts::Optic& optic, std::string_view mode) {
  const facts::Optic* best = nullptr;
  for (const facts::Optic& other : facts.optics()) {
    if (other.mode != mode || other.rate_gbps != optic.rate_gbps || other.receptacles != optic.receptacles ||
        !same_world(optic, other))
      continue;
    if (best == nullptr || distance(optic, other) < distance(optic, *best)) best = &other;
  }
  return best;
}

}  // namespace ferrule::api
