// What of a plan that nobody built goes into the one that takes its place: cables of links that stay, trunks that may still be lit, and the
// panels that they are in. All else goes, rows and ports and units.
//
// Shape:  `gone` of the plant by asset, and `standing.kept`; the links of the net are matched before. Names that are free again are
//         taken out of those of `standing`.
// Errors: L202 for a plan with cables or panels that `ferrule design` does not write.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "api/design_standing.h"

namespace ferrule::api {

void keep_plan(StandingPlant& out, const Loaded& loaded, const lang::Design& design, const synth::Net& net, synth::Hall& hall,
               diag::Findings& findings);

// Trunks, with the cords of links that go over them, and panels that only they were in. Such links are cabled anew.
void drop_trunks(StandingPlant& out, const std::set<std::string>& trunks, const synth::Net& net, synth::Hall& hall);

// Rows of the plan before beside those that are written now.
void report_revision(StandingPlant& out, const lang::Written& now);

void say_not_written_by_design(diag::Place fabric, const std::string& what, diag::Findings& findings);

// By connector: links of the net that are kept and whose light enters it.
std::vector<std::vector<std::uint32_t>> links_by_plug(const StandingPlant& out, const synth::Net& net);

// Parts of panels and ports have no names of their own.
inline bool is_cable(const plant::Plant& plant, std::uint32_t asset) { return plant.asset_name[asset] != plant::kNone; }

}  // namespace ferrule::api
