// What a design came to, counted: by rule, by part, and what was added to a plant that stands. Text and JSON tell the same figures.
//
// Units:  lengths as ordered. Legs are plugs of a trunk at one end.
// Errors: none.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "api/design.h"

namespace ferrule::api {

struct RuleSum {
  std::uint64_t links = 0, cords = 0, harnesses = 0, tails = 0, dark_tails = 0, trunks = 0, legs = 0, legs_used = 0;
  std::uint64_t by_route_a = 0, by_route_b = 0;  // of its links, where routes are asked for
  std::optional<Length> shortest, longest;       // of its cables; nothing: no length is known
  std::uint64_t cables() const { return cords + harnesses + trunks; }
};
std::vector<RuleSum> sums_by_rule(const DesignReport& report);

struct Detours {  // around full trays
  std::uint64_t cables = 0;
  Length most, together;  // that their ways are longer
};
Detours detours_of(const DesignReport& report);

// Pieces of each part of the plan, without those that stand.
std::vector<std::uint64_t> pieces_by_part(const DesignReport& report);

struct Added {
  std::uint64_t devices = 0, links = 0, cords = 0, harnesses = 0, trunks = 0, panels = 0;
  bool any() const { return devices + links + cords + harnesses + trunks + panels > 0; }
};
Added added_by(const DesignReport& report);

// Racks in which devices of a tier stand, rising.
std::vector<std::uint32_t> racks_of_tier(const DesignReport& report, std::size_t tier);

}  // namespace ferrule::api
