// A project from a text, loaded as a verb would load it.
#pragma once

#include <memory>
#include <string>

#include "api/load.h"
#include "lang/project.h"

namespace ferrule::api {

inline std::unique_ptr<Loaded> project_of_text(const std::string& text) {
  std::unique_ptr<Loaded> loaded = load_facts("");
  std::optional<lang::Project> project =
      lang::read_project_text("plant.yaml", text, {}, loaded->sources, loaded->facts, loaded->findings);
  loaded->readable = project.has_value();
  if (project) {
    loaded->project = project->name;
    loaded->plant = std::move(project->plant);
    loaded->measures = std::move(project->measures);
    loaded->settings = std::move(project->settings);
  }
  return loaded;
}

}  // namespace ferrule::api
