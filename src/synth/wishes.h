// How links shall be cabled, and of what: a wish for each rule of a fabric, and the recipe that was found for it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/quantity.h"
#include "diag/source.h"
#include "synth/tray_paths.h"

namespace ferrule::synth {

enum class FanOut : std::uint8_t { kEither, kHarness, kCassette };  // what leads from a trunk to the partners of a breakout

enum class Cabling : std::uint8_t { kDirect, kStructured };

struct StatedWish {        // a key that its author wrote
  std::string key, value;  // "method", "A"; a list with its commas
  diag::Place place;
};

struct CablingWish {
  Cabling cabling = Cabling::kDirect;
  std::vector<int> trunk_legs = {1, 2, 4, 6, 8, 12};  // plugs of a trunk at each end that may be bought
  std::int64_t trunk_cost = 0;                        // of each trunk besides its price: to lay and label it, in hundredths
  int panel_ports = 32;                               // of an adapter panel, in one rack unit
  int panel_cassettes = 4;       // slots of a panel with cassettes, in one rack unit: of most housings; slim ones have 8, 12
  int spare_percent = 0;         // of the legs between two racks, rounded up
  int growth_percent = 0;        // of the legs that a phase needs, laid with them for later ones
  bool growth_planned = false;   // all legs that later phases need between the same racks, laid at once
  Side route = Side::kAny;       // whose trays its cables lie in
  bool both_routes = false;      // the links of a device take turns: half of them by each
  std::optional<Length> length;  // of every cord where no hall says it
  std::string brand;             // of multi-fibre connectors, where the policy asks for one
  std::string fibre, grade, method, jacket;  // of every new part; empty: what the optic asks, and nothing
  FanOut fan_out = FanOut::kEither;          // of breakouts over trunks
  int base = 0;                              // fibres of a trunk's plug; 0: what the optic needs
  std::string conversion = {};               // of parallel optics, a name of the facts; empty: what the base needs
  std::vector<StatedWish> stated;
  diag::Place place;
  bool lays_ahead() const { return spare_percent > 0 || growth_percent > 0 || growth_planned; }  // legs that nothing lights yet
  bool says(std::string_view key) const {                                                        // its author
    return std::any_of(stated.begin(), stated.end(), [&](const StatedWish& each) { return each.key == key; });
  }
};

// Parts that were proven together, end a first: descriptions, or the name of a part that the author describes. {legs} and {ports} stand for
// numbers.
struct Recipe {
  std::string cord_a, cord_b;                  // direct: only cord_a
  std::string in_rack;                         // structured: the cord of a link that stays in one rack
  std::string trunk, panel;                    // empty when direct
  std::map<int, std::string> own_trunks = {};  // by places that their plugs take: the author's, in place of `trunk`
  // Of a breakout, whose head is end a: one leg of a trunk carries all links of its receptacle.
  std::string harness;  // from the head, or from the panel at the far end, to all partners; structured: empty with far cassettes
  std::string far_panel;           // what hangs at the far end, if it is another: a cassette
  int far_fronts = 0;              // at the tails of a breakout: of such a cassette, whose fronts take `cord_b`
  int legs = 1, lanes_of_leg = 0;  // tails of a harness, and lanes of the head that each of them gets
  int links_of_leg = 1;            // links that one place of a panel carries: a plug of a trunk, or those that a module takes
  int rears = 1;                   // plugs of a trunk that a place takes: more than one for a module that regroups them
  bool cassettes = false;          // `panel` is what is put into a slot
  Length shortest;                 // the optics ask at least so much of a channel
  bool copper = false;             // no fibre, and no part of this program's
  std::string connector;           // of the trunk, for names
  std::string method = {};         // of polarity, whose parts these are; empty: none by name
  std::string conversion = {};     // that `panel` is: a name of the facts, or of a part of the author
  bool through_panels() const { return !trunk.empty(); }
  bool breaks_out() const { return lanes_of_leg > 0; }
};

// Places of one panel at either end of a recipe's trunks: its ports, or its slots for cassettes.
inline int near_places(const Recipe& recipe, const CablingWish& wish) {
  return recipe.cassettes ? wish.panel_cassettes : wish.panel_ports;
}
inline int far_places(const Recipe& recipe, const CablingWish& wish) {
  return recipe.cassettes || recipe.far_fronts > 0 ? wish.panel_cassettes : wish.panel_ports;
}
// A trunk ends in one panel. In places of it.
inline int most_legs(const Recipe& recipe, const CablingWish& wish) {
  return std::min(near_places(recipe, wish), far_places(recipe, wish));
}
// Trunks that may be bought and that a panel holds, by the places that their plugs take.
inline std::vector<int> trunk_places(const Recipe& recipe, const CablingWish& wish) {
  std::vector<int> places;
  for (const int plugs : wish.trunk_legs)
    if (plugs > 0 && plugs % recipe.rears == 0 && plugs / recipe.rears <= most_legs(recipe, wish))
      places.push_back(plugs / recipe.rears);
  return places;
}

}  // namespace ferrule::synth
