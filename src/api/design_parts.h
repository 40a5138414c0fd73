// Which parts join two optics: candidates of the standards' polarities, in the order in which the field buys them, of which the first
// that the checks prove is taken. No table says "this works": a small plant is built of each and judged as any other.
//
//     direct       cord                                      leaf o----------------o spine
//     structured   cord, panel, trunk, panel, cord           leaf o--o|============|o--o spine
//
// Shape:  a recipe for each rule of a fabric. `unproven`: the best of them rests on something that nobody stated.
// Errors: F821 at the wish when no candidate is proven, with what the first one lacks; the recipe then is empty.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "api/load.h"
#include "lang/design.h"
#include "synth/expand.h"
#include "synth/standing.h"
#include "synth/wishes.h"

namespace ferrule::api {

struct RecipeReport {
  synth::Recipe recipe;
  bool unproven = false;
  std::string why;  // it is: what it rests on
  int tried = 0;
  int fibres = 0;  // that the optics of one link light
  std::map<std::string, std::string> own_refused =
      {};  // cords and trunks of the project that would fit, and why they are not taken
};

std::vector<RecipeReport> find_recipes(const Loaded& loaded, const lang::Design& design, const synth::Net& net,
                                       diag::Findings& findings);

// Parts that lie already between two racks, as descriptions, with room for all plugs of the trunk.
struct LaidParts {
  std::string near_panel, trunk, far_panel;  // panels, or what is in their slots
  int near_ports = 1, far_ports = 1;         // of a panel
  int legs = 1, links_of_leg = 1;
  bool cassettes = false;
  int rears = 1;  // connectors behind a cassette, each for a plug of the trunk
};

// Cords for links of a rule over such a leg, proven as any other combination; nothing when none are, and then why.
struct LaidCords {
  std::optional<synth::CordPair> cords;
  std::string why;
};
LaidCords find_cords(const Loaded& loaded, const lang::Design& design, const synth::Net& net, std::size_t rule,
                     const LaidParts& laid);

}  // namespace ferrule::api
