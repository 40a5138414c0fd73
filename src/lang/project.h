// A project: the plant that its files describe, and what it demands beyond physics.
//
// Shape:  a folder with a plant.yaml, or one YAML file; includes and CSV tables beside it. Language: docs/language/plant.md.
// Errors: what is wrong with the text is in `findings`, and the rest is read all the same. Nothing comes back only when the first
//         file cannot be read as a plant at all; its finding is marked unreadable then.
// Limits: a plant larger than `budget` is not built, and comes back empty; see budget.h.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "check/policy.h"
#include "facts/facts.h"
#include "lang/budget.h"
#include "lang/files.h"
#include "plant/measures.h"
#include "plant/plant.h"

namespace ferrule::lang {

struct Design;  // design.h
struct Words;   // reader.h

struct Project {
  std::string name;
  std::string folder;
  plant::Plant plant;
  plant::Measures measures;
  check::Settings settings;
  std::vector<std::uint32_t> files;      // source ids, the first file first
  std::shared_ptr<const Design> design;  // when it has a fabric that could be read
};

// Sizes of groups of the fabric that take the place of those written.
using GroupSizes = std::map<std::string, int, std::less<>>;

// An offer put in the place of a part: the part of that name is described by this line, whatever the project says of it. A line that
// is the name of another part of the project offers that part.
struct Offer {
  std::string part, line;
  bool taken = false;       // out: the project has a part of that name
  bool of_project = false;  // out: the line names a part of the project
};

std::optional<Project> read_project(const std::string& path, diag::Sources& sources, const facts::Facts& facts,
                                    diag::Findings& findings, Budget budget = Budget(), std::span<Offer> offers = {},
                                    const GroupSizes& sizes = {});

// The product language: compiled when a part is a line of text, and kept by who reads many projects with the same facts. The places
// of its rows are in the sources of the project that was read first.
using KeptWords = std::shared_ptr<Words>;

// For tests, rule pages and trials: `text` is the first file, called `name`; includes and CSV tables come from `files` by name.
std::optional<Project> read_project_text(const std::string& name, std::string text, const Texts& files, diag::Sources& sources,
                                         const facts::Facts& facts, diag::Findings& findings, Budget budget = Budget(),
                                         KeptWords* words = nullptr, std::span<Offer> offers = {});

}  // namespace ferrule::lang
