// Links to cables: a cord for each link, or cord, panel, trunk, panel, cord.
//
// Shape:  trunks join pairs of racks; their plugs take neighbouring places of one panel at each end. A link whose ends stand in one rack,
//         or nowhere, is a cord whatever was wished. Phase by phase: links of a later one take legs that lie dark between their racks
//         before a trunk is bought, and nothing that an earlier one laid is touched, so the plan of a phase is the beginning of the next.
//         Links of a receptacle that is broken out have one harness, or one leg of a trunk (fans.h), laid with the first of them; what comes
//         later takes its free tails.
// Units:  a cable's length is the way between its plugs and the project's slack, and is ordered in a stock length.
// Errors: F811 when a rack has no room for a panel, F813 when trays do not connect, F822 when no stock length holds it.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "diag/finding.h"
#include "synth/plan.h"
#include "synth/standing.h"
#include "synth/wishes.h"

namespace ferrule::synth {

// What a part costs, one of a cable so long; nothing: nobody says.
using PartPrice = std::function<std::optional<std::int64_t>(const std::string& description, Length length)>;

constexpr std::uint32_t kEveryPhase = 0xFFFF'FFFF;

enum class CableKind : std::uint8_t { kCord, kTrunk, kHarness };

// The least length sold that holds it; nothing: none does.
using OrderLengthOf = std::function<std::optional<Length>(Length needed, CableKind kind)>;

struct TakenNames {
  std::set<std::string, std::less<>> nodes, cables, links, parts;
};

struct CablingRequest {
  const Fabric& fabric;
  const Net& net;
  Hall& hall;
  std::vector<CablingWish> wishes;  // by rule
  std::vector<Recipe> recipes;      // by rule
  OrderLengthOf order;
  Length slack;
  PartPrice price = {};               // by it trunks are chosen where it knows all of their sizes; empty: by pieces
  bool panels_of_a_size = false;      // what a trunk takes of a panel is counted as if the panel had trunks of its size alone
  std::uint32_t until = kEveryPhase;  // no phase behind this one is laid
  const Standing* standing = nullptr;
  std::vector<KeptLink> kept = {};  // by link, where something stands
  TakenNames taken = {};            // by what stands and by what the author describes
};

// Adds panels, cables, parts and links to a plan whose devices stand.
void lay_cables(CablingRequest& request, Plan& plan, diag::Findings& findings);

// What so many legs of trunks take of panels at both ends: their share of a panel, or cassettes. `places`: of a panel, that they
// keep others out of.
std::optional<std::int64_t> panel_cost(const Recipe& recipe, int panel_ports, int legs, int places, const PartPrice& price);

}  // namespace ferrule::synth
