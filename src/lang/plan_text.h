// A plan as the files of a project: plant.yaml, tables of equipment, panels, cables and links, and what the author gave.
//
// Shape:  file name to text, every line ended; the same plan gives the same bytes. What was given goes to given.yaml as it was written.
//         A row is one device, panel, cable or link, so that a small change of the plan is a small change of the files.
//         What stands keeps its rows, cell by cell and in front; what of it was written in YAML goes to standing.yaml.
#pragma once

#include <map>
#include <string>

#include "lang/design.h"
#include "lang/written.h"
#include "synth/expand.h"
#include "synth/plan.h"

namespace ferrule::lang {

struct PlanSource {
  const Design& design;
  const synth::Net& net;
  const synth::Hall& hall;
  const synth::Plan& plan;
  const std::string& project;         // its name
  const Written* standing = nullptr;  // what stands: its rows go before those of the plan
};

constexpr std::string_view kCappedTail = "capped";  // of a harness: it hangs free

// The cell that says where a tail of a harness goes; null when its cable has no row by itself, or the table no such column.
std::string* tail_cell(WrittenTable& cables, std::string_view cable, int tail);

std::string given_name(std::size_t index);      // "given.yaml", "given-2.yaml"
std::string given_names(const Design& design);  // for a list of includes

std::map<std::string, std::string, std::less<>> plan_files(const PlanSource& source);

}  // namespace ferrule::lang
