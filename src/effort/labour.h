// How many hours the cabling of a plant takes, by phase, area and task.
//
//     mount -> pull -> dress -> label -> clean -> plug -> test
//
// Units:  thousandths of a person's minute.
// Shape:  an area is a row of racks with its hall; a rack that names no row is its own, and what stands in no rack is in an area without a
//         name. A job is one task of one phase in the areas that it needs, in the order phase, task, areas. What a plug is put into is
//         cleaned with it; a loose plug is neither cleaned nor plugged. Splices, equipment and travel are not in it.
// Errors: a rate that nobody states, and a cable without a length, are counted: hours are then at least so many.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "effort/laid_cables.h"
#include "facts/labour_rates.h"

namespace ferrule::effort {

enum class Task : std::uint8_t { kMount, kPull, kDress, kLabel, kClean, kPlug, kTest };
inline constexpr std::size_t kTasks = 7;
std::string_view spell(Task task);  // "mount"

struct Job {
  std::uint32_t phase = plant::kNone;
  Task task = Task::kMount;
  std::vector<std::uint32_t> areas;  // rising
  std::vector<std::uint32_t> trays;  // of cables that are pulled; rising
  std::uint64_t pieces = 0;          // cables, plugs, panels, links: what the task is about
  std::int64_t work = 0;
};

struct Labour {
  std::vector<std::string> areas;  // "H1 row A", "rack X1", ""; by number
  std::vector<Job> jobs;
  std::array<std::int64_t, kTasks> by_task{};
  std::array<std::uint64_t, kTasks> pieces{};
  std::int64_t all = 0;
  std::uint64_t without_length = 0;          // cables whose metres are in no hours
  std::vector<facts::RateKey> without_rate;  // needed, and stated by nobody
  std::uint64_t splices = 0;                 // in no hours
};

Labour labour(const plant::Plant& plant, const LaidCables& laid, Sites& sites, const std::vector<facts::LabourRate>& rates);

}  // namespace ferrule::effort
