// What a plan that nobody built hands on to the one that takes its place: names, parts and ports. What depends on the hall, lengths and
// ways, is worked out again where anything of the hall changed that it depends on, so a plan that is revised is never one of a hall that
// is there no more.
//
//     before      leaf1--spine1-a, leaf1/up1 -- A1-P1/1, 3 m by tray x        now      the same cord, 5 m by tray y
//
// Shape:  panels and cables in their order in the plan before; a cable that is kept has both its ends in devices of the net, or in panels that
//         are kept or the project's own. Phases are of Fabric::phases.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "synth/hall.h"

namespace ferrule::synth {

struct KeptEnd {                        // where a plug is
  std::optional<std::uint32_t> device;  // of the net
  std::string panel;                    // else
  std::optional<Stand> stood;           // in the plan before, in a rack that is where it was or not
};

struct KeptWay {  // of a cable whose racks are as they were, as are all trays and stock lengths
  Length ordered;
  std::vector<std::uint32_t> trays;  // of the hall
  bool may_be_longer = false;        // though nothing led it around: few part numbers are wished for
};

struct KeptTail {
  std::string end;  // empty: it hangs free
  KeptEnd at;
  std::uint32_t phase = 0;
};

struct KeptCable {
  std::string id, a, b;
  std::string part;  // its name
  KeptEnd at_a, at_b;
  std::vector<KeptTail> tails;  // of a harness, in place of b
  std::uint32_t rule = 0, phase = 0;
  bool trunk = false;
  int legs = 1, legs_used = 1, links = 1;  // as of PlanCable
  Side side = Side::kAny;
  std::optional<KeptWay> way;
};

struct KeptPanel {
  std::string name, part;  // part: its name
  Stand stand;
  bool hangs = true;            // false: not there, something else is in its place
  std::vector<int> slots = {};  // that hold a module which has a plug still; empty: it is an adapter panel
  std::uint32_t phase = 0;
};

struct KeptPlan {
  std::vector<KeptPanel> panels;
  std::vector<KeptCable> cables;
};

}  // namespace ferrule::synth
