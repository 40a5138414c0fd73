// Reads a project from texts and says in one line each what was found, for tests.
#pragma once

#include <memory>
#include <string>

#include "lang/project.h"

namespace ferrule::lang {

const facts::Facts& test_facts();  // the compiled-in tables, loaded once

struct Read {
  std::unique_ptr<diag::Sources> sources = std::make_unique<diag::Sources>();
  diag::Findings findings;
  std::optional<Project> project;

  const plant::Plant& plant() const { return project->plant; }
  std::string said() const;                                    // "L201 plant.yaml:3:5 unknown key 'patrs'\n" per finding
  std::uint32_t connector(const std::string& spelled) const;   // the connector of that name; kNone when there is none
  const plant::PartType* type(const std::string& name) const;  // null when there is none
  std::string arrives(const std::string& connector, int position) const;  // "spine1/Eth1.2", positions from 1
};

Read read_text(std::string text, const Texts& files = {}, Budget budget = Budget());

}  // namespace ferrule::lang
