// The verb design: from the fabric, hall and wishes of a project to a plant that is proven.
//
//     load -> expand the fabric -> parts that the checks prove -> racks and units -> cables -> files -> check of those files
//
// Shape:  `files` are the plant as the language writes it; `check` is of exactly those bytes, by the rules of every other plant. A plant that is
//         built in phases is checked as it stands after each.
// Errors: findings of reading and designing in `findings`, those of the plant in `check`. With an error among the former there are no
//         files (exit 5); a plant that is not clean is never written (exit 5). A project that cannot be read has exit 3.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "api/check.h"
#include "api/design_parts.h"
#include "api/design_places.h"
#include "api/design_standing.h"
#include "api/plan_cost.h"
#include "synth/expand.h"
#include "synth/plan.h"
#include "synth/published.h"

namespace ferrule::api {

struct DesignOptions {
  std::string until = {};     // the phase after which to stop; empty: the whole
  std::string standing = {};  // a plant that stands, its folder or file; empty: nothing does
  const std::map<std::string, std::string, std::less<>>* texts = nullptr;  // that plant in memory: its files by name
  // `standing` is a plan that nobody built: what is not asked for any more goes, and nothing gets a phase of its own.
  bool revise = false;
  std::string phase = {};                // what is added comes in it, where the project has no phases of its own; empty: `new`
  std::vector<std::string> prices = {};  // as of BomOptions: what is left open, places and trunks are chosen by them
  std::optional<std::int64_t> pieces =
      {};                                 // of each article, as if, where prices go by quantity; empty: as many as any plan takes
  std::optional<std::int64_t> wage = {};  // of an hour of one person, in hundredths: laying is paid where prices choose
};

// What one phase adds, and what is proven when it ends.
struct PhaseReport {
  std::string name;
  std::size_t devices = 0, links = 0, cords = 0, harnesses = 0, trunks = 0, panels = 0;  // that it adds
  std::size_t links_over_old_trunks = 0, old_trunks = 0;
  std::size_t standing = 0, proven = 0;  // links when it ends
};

struct DesignReport {
  std::unique_ptr<Loaded> loaded;              // the project that was given
  std::shared_ptr<const lang::Design> design;  // its own, with the phases of what is written
  const synth::Fabric* fabric = nullptr;       // of it; null when it has none that could be read
  std::unique_ptr<StandingPlant> standing;     // null: nothing stands
  diag::Findings findings;
  synth::Net net;
  synth::Hall hall;
  synth::Plan plan;
  std::vector<RecipeReport> recipes;  // by rule
  std::vector<std::string> choices;   // what was left open: what was taken, and why
  PlacesReport places;                // of devices whose tiers name no racks
  PlanCost cost;                      // where lists of prices were named, and nothing stands
  std::vector<synth::PublishedCheck> published;
  std::vector<PhaseReport> phases;  // of a project that lists some, up to the one that was asked for
  std::map<std::string, std::string, std::less<>> files;
  CheckReport check;
  std::string not_clean_after;  // the phase whose plant `check` is of, when that one is not clean
  Exit exit = Exit::kClean;
};

// A list of prices that cannot be read is unreadable, as the project would be.
DesignReport design(const LoadRequest& request, const DesignOptions& options = {});

// The same for a project that is in memory; `data` is the folder that its facts came from.
DesignReport design(std::unique_ptr<Loaded> loaded, const std::string& data, const DesignOptions& options = {});

}  // namespace ferrule::api
