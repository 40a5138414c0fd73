// Trunks that lie already, with what is still dark in them: links of a later phase take that before a trunk is bought.
//
// Shape:  trunks are told apart by what they join (racks, in either direction, since their ends are alike) and by their parts (trunk and
//         what its plugs meet), so that any link of those parts may take any of their legs. Places are fronts: a leg has `links_of_leg`.
// Units:  legs are plugs of a trunk at one end; `spare` legs of what is used stay dark.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "synth/panels.h"
#include "synth/wishes.h"

namespace ferrule::synth {

struct LaidTrunk {
  std::uint32_t cable = 0;  // of the plan
  PanelPlaces a, b;
  std::uint32_t rack_a = 0;  // where `a` hangs
  int legs = 1;
  int links = 0;            // that it carries
  std::uint32_t phase = 0;  // in which it was laid
};

class LaidTrunks {
 public:
  using Key = std::tuple<std::uint32_t, std::uint32_t, std::string>;  // the lower rack, the other, parts
  static Key key(std::uint32_t rack_a, std::uint32_t rack_b, const Recipe& recipe, int panel_ports, Side side = Side::kAny);

  void add(const Key& key, LaidTrunk trunk) { trunks_[key].push_back(trunk); }
  std::vector<LaidTrunk>& of(const Key& key) { return trunks_[key]; }

 private:
  std::map<Key, std::vector<LaidTrunk>> trunks_;
};

// Legs for so many links, with the spare ones.
int legs_for(int links, int links_of_leg, int spare_percent);

// Plugs at one end that so many links light, where `rears` of them are at each place.
int plugs_lit(int links, int links_of_leg, int rears);

// How many of `links` fit into these trunks, when spare legs stay dark.
int links_that_fit(const std::vector<LaidTrunk>& trunks, int links, int links_of_leg, int spare_percent);

int legs_laid(const std::vector<LaidTrunk>& trunks);
int links_carried(const std::vector<LaidTrunk>& trunks);

}  // namespace ferrule::synth
