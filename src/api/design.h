// The verb design: from the fabric, hall and wishes of a project to a plant that is proven.
//
//     load -> expand the fabric -> parts that the checks prove -> racks and units -> cables -> files -> check of those files
//
// Shape:  `files` are the plant as the language writes it; `check` is of exactly those bytes, by the rules of every other plant.
// Errors: findings of reading and designing in `findings`, those of the plant in `check`. With an error among the former there are no
//         files (exit 5); a plant that is not clean is never written (exit 5). A project that cannot be read has exit 3.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "api/check.h"
#include "api/design_parts.h"
#include "api/design_places.h"
#include "synth/expand.h"
#include "synth/plan.h"
#include "synth/published.h"

namespace ferrule::api {

struct DesignReport {
  std::unique_ptr<Loaded> loaded;         // the project that was given
  const synth::Fabric* fabric = nullptr;  // its own; null when it has none that could be read
  diag::Findings findings;
  synth::Net net;
  synth::Hall hall;
  synth::Plan plan;
  std::vector<RecipeReport> recipes;  // by rule
  PlacesReport places;                // of devices whose tiers name no racks
  std::vector<synth::PublishedCheck> published;
  std::map<std::string, std::string, std::less<>> files;
  CheckReport check;
  Exit exit = Exit::kClean;
};

DesignReport design(const LoadRequest& request);

// The same for a project that is in memory; `data` is the folder that its facts came from.
DesignReport design(std::unique_ptr<Loaded> loaded, const std::string& data);

}  // namespace ferrule::api
