// What stands already, as the designer sees it: names that are taken, ports that are plugged, trunks with dark legs, panels with free
// ports. Nothing of it is moved, renamed or replugged.
//
//     fabric asks     leaf1 -- spine1, twice                     stands     leaf1/up3 -- spine1/port7, leaf1/up4 -- old9/p1
//     comes out       leaf1/up3 -- spine1/port7, kept; and one more, over the next free ports of both
//
// Shape:  a link that is wanted between two devices is kept where one stands between them, on ports of the same optic, whichever
//         ports the rules would have taken; other links take free ports. A link that the rules give to a dark leg of a harness that stands takes
//         that one: its cap comes off. Devices, ports and racks are indices of the net and the hall.
// Errors: F833 when a device has no free port left because something else is plugged there.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diag/finding.h"
#include "synth/expand.h"
#include "synth/kept_plan.h"
#include "synth/plan.h"

namespace ferrule::synth {

struct StandingPort {  // a receptacle of a device of the net with a plug in it
  NetPort at;
  std::optional<NetPort> partner;  // where its light arrives; nothing: at no device of the fabric
  std::string cable;               // that is plugged there
  std::string link;                // of the intent; empty when it names none
};

struct StandingTail {  // a leg of a harness that stands, from the receptacle at its head
  NetPort at;          // with its leg
  std::string cable;
  int tail = 1;      // of the harness, from 1
  bool lit = false;  // it is plugged somewhere
};

struct StandingTrunk {
  std::string id;
  std::uint32_t rack_a = 0, rack_b = 0;
  Stand stand_a, stand_b;                                 // of the panels
  std::uint32_t kind = 0;                                 // trunks of one kind are of the same parts, end a first
  int links_of_leg = 1, rears = 1;                        // as of Recipe
  int last_slot = 0;                                      // that it takes of a panel with cassettes
  int legs = 1, links = 0;                                // places of panels that it has; links: fronts that are lit
  std::vector<std::pair<std::string, std::string>> dark;  // fronts that are free at both ends: "A01-P1/3"
  Side side = Side::kAny;                                 // of two routes, where somebody said
};

struct StandingPanel {
  std::string name;
  std::uint32_t rack = 0;
  Stand stand;
  std::string part;         // its description
  int ports = 0, used = 0;  // used: up to the last port that has a plug
};

struct CordPair {
  std::string a, b;  // descriptions
};

struct Standing {
  bool revise = false;  // a plan that nobody built: what is not asked for goes, and its ports are free
  std::vector<StandingPort> ports;
  std::vector<StandingTail> tails;  // that may be plugged: their row is in a table, by itself
  std::vector<StandingTrunk> trunks;
  std::vector<StandingPanel> panels;
  std::set<std::string, std::less<>> nodes, cables, links;  // names that are taken
  std::vector<PlanPart> parts;
  KeptPlan kept;  // of a plan that is revised
  // Cords that are proven for links of a rule over trunks of a kind; `turned`: the rule's end a is at the trunk's end b.
  std::function<std::optional<CordPair>(std::uint32_t rule, std::uint32_t kind, bool turned)> cords;
};

struct KeptLink {
  std::string id;                          // of the intent; empty: what it names has to be written
  bool stands = false;                     // it is cabled
  std::optional<std::uint32_t> tail = {};  // of Standing::tails, that is plugged for it
};

// Gives every link of the net the ports that it has or may have. By link: what stands of it.
std::vector<KeptLink> adopt(const Fabric& fabric, const Standing& standing, Net& net, diag::Findings& findings);

// A name without the zeros before its numbers: leaf01 and leaf1 are one device, whichever count it was named for.
std::string without_zeros(std::string_view name);

}  // namespace ferrule::synth
