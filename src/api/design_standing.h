// A plant that stands, matched with the devices of a fabric: what of it may be kept, what lies dark, what is in the way.
//
//     read -> devices by name -> light of every port -> links that are kept -> legs and panel ports that are free
//
// Shape:  the net takes over names, racks and ports of what stands. A device is known again by its name; zeros before numbers do not
//         count, so leaf1 of nine is leaf01 of ten.
// Errors: what is wrong with the plant's text, in `findings` (its files are added to the project's sources); F833 to F835 for what
//         stands in the way, differs from what is asked, or cannot be used.
#pragma once

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "api/load.h"
#include "api/standing_places.h"
#include "lang/design.h"
#include "lang/project.h"
#include "lang/written.h"
#include "synth/standing.h"
#include "synth/wishes.h"

namespace ferrule::api {

struct StandingReport {
  bool revised = false;  // what is left was not kept but taken out
  std::string project;
  std::size_t devices = 0, panels = 0, cables = 0, links = 0;      // that stand
  std::size_t devices_kept = 0, links_kept = 0;                    // of the fabric
  std::size_t links_cabled_anew = 0;                               // that keep names and ports: other parts are asked for now
  std::size_t links_over_dark_legs = 0, trunks_lit = 0;            // new links, and trunks that stood and carry them
  std::vector<std::string> devices_left, cables_left, links_left;  // stand, and nobody asks for them
  // Of a plan that is revised: what went with them, and what has another row now.
  std::vector<std::string> panels_left, devices_changed, panels_changed, cables_changed;
};

struct StandingPlant {
  lang::Project project;
  lang::Written written;
  std::vector<plant::FibreEnd> port_fibres;  // of standing.ports: where their light is followed from
  std::vector<std::uint32_t> tail_plugs;     // of standing.tails
  std::vector<synth::NetLink> links_asked;   // as the rules give them, before they took over ports
  synth::Standing standing;
  std::vector<synth::KeptLink> kept;                // by link of the net
  std::vector<std::optional<synth::Stand>> stands;  // by device of the net
  std::vector<synth::Recipe> recipes;               // by rule, of a plan that is revised: what is asked for now
  std::vector<bool> gone;                           // by asset: it was in a plan that is revised, and is not there any more
  GivingWay giving_way;                             // in a plan that is revised
  StandingReport report;
};

// `revise`: it is a plan that nobody built. What is not asked for goes, rows and ports and units, and what stays keeps all that it had.
// Reads it, from `texts` if there are some; null when it cannot be read or has errors. Racks that only it has are added to the
// hall, with all that stands in them.
std::unique_ptr<StandingPlant> read_standing(const std::string& path, const lang::Texts* texts, bool revise, Loaded& loaded,
                                             synth::Hall& hall, diag::Findings& findings);

// Matches it with a net, whose names and ports change. Cords over its dark legs are looked for when they are asked for.
void adopt_standing(StandingPlant& plant, const Loaded& loaded, const lang::Design& design, synth::Hall& hall, synth::Net& net,
                    diag::Findings& findings);

// Once devices have their places: tails that do not reach theirs are left dark, and the links take other ports.
void leave_short_tails(StandingPlant& plant, const lang::Design& design, const std::vector<std::optional<synth::Stand>>& stands,
                       Length slack, synth::Hall& hall, synth::Net& net, diag::Findings& findings);

// Trunks of a plan that is revised that turned out to be of no use; what else they held up goes with them.
void leave_out(StandingPlant& plant, const std::set<std::string>& trunks, const Loaded& loaded, const lang::Design& design,
               synth::Hall& hall, const synth::Net& net, diag::Findings& findings);

// What is used and what is left over, once cables are laid. `net`: the whole, though a plan may stop at a phase; `lit`: trunks that
// carry new links in some phase.
void report_standing(StandingPlant& plant, const synth::Net& net, const synth::Plan& plan, const std::set<std::string>& lit);

}  // namespace ferrule::api
