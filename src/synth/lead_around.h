// Cables of a finished plan led around trays, and drops from trays into racks, that are too full for them.
//
// Shape:  phase by phase, so that the plan of an earlier phase is the same whatever comes later. Of those that lie in a stretch which is
//         too full, the ones go whose way grows least for the section that becomes free, and only over stretches with room. What stands
//         already, and what an earlier phase laid, stays.
// Units:  as of TrayRoom and of cables.
// Errors: none. A stretch that no other way relieves stays too full; whoever asked measures again (F823).
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <vector>

#include "synth/cabling.h"
#include "synth/tray_room.h"

namespace ferrule::synth {

struct Drop {
  std::uint32_t rack = 0, tray = 0;  // of the hall
  friend auto operator<=>(const Drop&, const Drop&) = default;
};

struct RoutedCable {
  std::optional<std::uint32_t> cable;  // of the plan; nothing: it stands
  std::int64_t section = 0;            // above 0
  std::vector<TrayStretch> stretches;
  std::vector<Drop> drops = {};
  std::optional<double> growth = {};  // of its way around the tray that is relieved, when it was last looked at
};

struct AroundRequest {
  const Hall& hall;
  std::vector<std::optional<std::int64_t>> limits;       // by tray of the hall: of what may lie there; nothing: no limit
  std::vector<std::optional<std::int64_t>> drop_limits;  // by rack of the hall: of what may come down from one tray
  std::vector<RoutedCable> cables;
  OrderLengthOf order;
  Length slack;
};

void lead_around(AroundRequest request, Plan& plan);

}  // namespace ferrule::synth
