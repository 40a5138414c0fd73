// Where the devices of a plan that nobody built stand in the project as it is now: where they stood, unless the project says otherwise.
//
// Shape:  by device of the net. One that no longer fits its units (another height, a lowest unit, a rack that is lower, something else in
//         its place) goes up in its rack; one whose rack is gone, full, or no rack of its tier leaves it, and is placed as new devices are.
//         Units of those that stay are taken.
//         Where racks turn out too full for that, devices give way: first those that may stand anywhere, then all that are not listed there.
// Errors: none.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "plant/plant.h"
#include "synth/expand.h"
#include "synth/hall.h"

namespace ferrule::api {

struct GivingWay {
  enum class Who : std::uint8_t { kNobody, kFree, kAll };
  Who who = Who::kNobody;
  std::set<std::string, std::less<>> racks;  // that are too full
};

struct PlacesKept {
  std::vector<std::optional<synth::Stand>> stands;
  std::vector<bool> leaves;  // its rack: what is plugged there does not reach it any more
};

struct PlacesBefore {
  const plant::Plant& plant;
  const std::vector<std::uint32_t>& node_of;            // by device; kNone: it is not in that plan
  const std::set<std::string, std::less<>>& described;  // by the project itself
  const GivingWay& giving_way;
};

PlacesKept keep_places(const PlacesBefore& before, const synth::Fabric& fabric, const synth::Net& net, synth::Hall& hall);

}  // namespace ferrule::api
