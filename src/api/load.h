// The facts and one project, read together and kept together: findings point into the sources, the plant's maps came from the facts.
//
// Shape:  facts first; when they cannot be read the project is not opened, since every message about it would be wrong.
// Errors: all in `findings`. `readable` is false when a file could not be read or parsed: what the plant holds is then not what the
//         author wrote, and nothing may be concluded from it.
#pragma once

#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "check/policy.h"
#include "diag/finding.h"
#include "facts/facts.h"
#include "plant/measures.h"
#include "plant/plant.h"

namespace ferrule::lang {
struct Design;
}

namespace ferrule::api {

struct LoadRequest {
  std::string path;  // a project's folder or its file
  std::string data;  // folder with tables that take the place of the compiled-in ones; empty: none
  std::map<std::string, int, std::less<>> groups = {};  // sizes of groups of its fabric, in the place of those written
};

// A line, or another part of the project by its name, that takes the place of a part.
struct PartOffer {
  std::string part, line;
};

struct OfferTaken {
  bool taken = false;       // the project has the part that the offer was for
  bool of_project = false;  // the line names a part of the project
};

struct Loaded {
  diag::Sources sources;
  diag::Findings findings;
  facts::Facts facts;
  std::string project;
  plant::Plant plant;
  plant::Measures measures;  // of its cables and trays, where stated
  check::Settings settings;
  bool readable = true;
  std::vector<std::uint32_t> files;            // of the project, the first file first: ids in `sources`
  std::vector<OfferTaken> offers;              // one for each offer
  std::shared_ptr<const lang::Design> design;  // when it has a fabric that could be read
  bool designed = false;                       // no file holds this plant: it was made of a fabric (load_plant.h)
};

// On the heap, and stays there: a Proof keeps a reference to the plant.
std::unique_ptr<Loaded> load(const LoadRequest& request, std::span<const PartOffer> offers = {});

// A project in memory: its files by name, plant.yaml among them.
std::unique_ptr<Loaded> load_texts(const std::map<std::string, std::string, std::less<>>& files, const std::string& data,
                                   std::span<const PartOffer> offers = {});

// The facts alone, for verbs that need no project.
std::unique_ptr<Loaded> load_facts(const std::string& data);

}  // namespace ferrule::api
