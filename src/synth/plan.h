// What a design is made of, in names: as the plant language will write it.
//
// Shape:  equipment in the order of the net's devices, cables and links in the order of its links; panels by rack, from the top down.
//         An end is text of the plant language, "A01-P1/[1-8]/rear".
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/quantity.h"
#include "synth/expand.h"
#include "synth/hall.h"

namespace ferrule::synth {

// How the first file of a plan begins behind its name; what does not is somebody's own.
inline constexpr std::string_view kWrittenByDesign = "# Written by `ferrule design`";

struct PlanPart {
  std::string name, description;  // of the plant language: "{kind: cord, ...}"; empty: the author describes it
  const std::string& key() const { return description.empty() ? name : description; }  // by which it is priced
};

struct PlanPanel {
  std::string name;
  Stand stand;
  std::uint32_t part = 0;    // an adapter panel, or what is in its slots
  int slots = 0;             // 0: it is the part itself
  int slots_used = 0;        // up to the last that is taken
  std::uint32_t phase = 0;   // as of devices
  bool stands = false;       // it hangs there already
  bool kept = false;         // the plan that is revised has it, see kept_plan.h
  bool moved = false;        // and it hangs elsewhere now
  std::set<int> empty = {};  // slots before the last that is taken: what fed their modules is gone
  int pieces() const { return slots == 0 ? 1 : slots_used - static_cast<int>(empty.size()); }  // of its part
};

struct PlanTail {   // where a leg of a harness goes
  std::string end;  // empty: nowhere, it stays dark
  std::uint32_t phase = 0;
};

struct CableEnds {  // where its plugs stand; of a harness, its head and the farthest of its tails
  Stand a, b;
  Length way;  // between them
};

struct PlanCable {
  std::string id, a, b;
  std::uint32_t part = 0;
  std::optional<Length> needed, ordered;  // from plug to plug; of the stock length that holds it
  std::vector<std::uint32_t> trays;
  std::uint32_t rule = 0;
  bool trunk = false;
  int legs = 1, legs_used = 1;
  std::uint32_t phase = 0;
  std::vector<PlanTail> tails = {};        // of a harness, in place of b
  int links = 1;                           // that it carries
  Side side = Side::kAny;                  // of two routes
  std::optional<CableEnds> ends = {};      // nothing: no way between them is known
  Length least = {};                       // that its optics ask
  std::optional<Length> least_order = {};  // of its shortest way, whatever is ordered in the end
  std::optional<Length> detour = {};       // it is led around full trays or drops, and its way is so much longer
  bool kept = false;                       // the plan that is revised has it, see kept_plan.h
  bool is_harness() const { return !tails.empty(); }
  int dark_tails() const;
};

struct PlanLink {
  std::string id, a, b;
  std::uint32_t rule = 0;
  bool fibre = true;  // false: copper, counted and not cabled here
  std::uint32_t phase = 0;
  bool stands = false;     // it is cabled already
  bool listed = false;     // and the intent of what stands names it
  bool over_tail = false;  // it needs no cable: a dark tail that stands is plugged for it
  Side side = Side::kAny;  // of two routes
};

struct PlanPlug {  // a dark tail of a harness that stands is plugged now
  std::string cable;
  int tail = 1;  // from 1
  std::string end;
  std::uint32_t phase = 0;
};

struct PlanPhase {                          // what one phase did with what stood before it
  std::uint64_t links_over_old_trunks = 0;  // links that took dark legs of trunks of earlier phases
  std::uint64_t old_trunks = 0;             // so many such trunks
};

struct Plan {
  std::vector<PlanPart> parts;
  std::vector<std::optional<Stand>> stands;  // by device
  std::vector<PlanPanel> panels;
  std::vector<PlanCable> cables;
  std::vector<PlanLink> links;
  std::size_t parts_standing = 0;  // the first of them are those of what stands
  std::vector<PlanPlug> plugs;
  std::map<std::string, int> lit_trunks;  // that stood: links that took their dark legs
  std::vector<PlanPhase> phases;          // by phase; one when the fabric has none
};

inline int PlanCable::dark_tails() const {
  int dark = 0;
  for (const PlanTail& tail : tails) dark += tail.end.empty() ? 1 : 0;
  return dark;
}

}  // namespace ferrule::synth
