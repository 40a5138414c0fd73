// What of a link lies between the two test plugs: the walk of its light from port to port, cut where a technician can plug in.
//
//     port --C1-- [panel] ==T1== [panel] --Cx-- [panel] ==T2== [panel] --C2-- port
//                 |-- permanent --|             |-- permanent --|                      Cx is a cord between two fronts
//
// Shape:  part k is entered at crossing k and left at crossing k + 1. A permanent link is a run of parts that are no cords of this kind.
// Errors: none; a test that cannot be made says why.
#pragma once

#include <string>
#include <vector>

#include "api/limits.h"
#include "check/crossings.h"

namespace ferrule::api {

struct Walk {
  std::vector<check::Crossing> at;
  bool arrives = false;     // at a transceiver
  std::vector<bool> patch;  // by part: an equipment cord, or a cord between two fronts

  std::size_t parts() const { return at.empty() ? 0 : at.size() - 1; }
};
Walk walk_of(const check::View& view, std::uint32_t bundle, std::uint32_t end_step);

// Parts [first, last] of a walk.
struct Stretch {
  std::size_t first = 0, last = 0;
  std::string why_none;  // it cannot be tested
};
// At least one: where there is no permanent link, one that says why.
std::vector<Stretch> permanent_links(const check::View& view, const Walk& walk);

loss::TestedPath tested_path(const check::View& view, const Walk& walk, const Stretch& stretch, Configuration configuration,
                             const loss::WayLoss& way);
bool between_modules(const check::View& view, const Walk& walk, const Stretch& stretch);
std::string test_point(const plant::Plant& plant, const Walk& walk, const Stretch& stretch, Configuration configuration,
                       bool near);

}  // namespace ferrule::api
