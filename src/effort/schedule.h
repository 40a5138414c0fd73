// How long the work lasts when several crews share it: an order of the jobs that can be kept, and a bound that no order is under.
//
// The model, all of it: phases follow each other. In an area (a row of racks) and in a tray one crew works at a time; a job takes all areas
// it touches, and pulling takes its trays as well. In each area the tasks follow each other: everything there is pulled before anything is
// dressed, and so on. A crew does one job at a time, and its people share it evenly.
//
// Units:  work in thousandths of a person's minute, as if a crew were one person; who prints divides by the people of a crew.
// Shape:  phases in their order. `bound` is the longest that one area or one tray is busy: `busiest` names it. With one crew a phase lasts
//         as long as all its work.
// Speed:  jobs times the logarithm of their number.
#pragma once

#include <cstdint>
#include <vector>

#include "effort/labour.h"

namespace ferrule::effort {

struct PlannedJob {
  std::uint32_t job = 0;  // index into Labour::jobs
  std::int64_t start = 0, end = 0;
};

struct PhasePlan {
  std::uint32_t phase = plant::kNone;
  std::int64_t work = 0, lasts = 0, bound = 0;
  std::uint32_t busiest_area = plant::kNone, busiest_tray = plant::kNone;  // one of them, when there is any work
  std::uint32_t crews = 0;                                                 // at work at the same time, at most
  std::vector<PlannedJob> jobs;                                            // as they begin
  std::vector<std::uint32_t> longest;  // indices into jobs: a chain that ends last, each waiting for the one before
};

std::vector<PhasePlan> schedule(const Labour& labour);

}  // namespace ferrule::effort
