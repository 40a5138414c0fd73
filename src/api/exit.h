// How a run ended, for the shell. The same numbers whatever the verb.
#pragma once

namespace ferrule::api {

enum class Exit : int {
  kClean = 0,
  kFindings = 1,  // at or above the level asked for
  kUsage = 2,
  kUnreadable = 3,  // a file that cannot be read or parsed
  kRefused = 4,     // the output could not be written
  kInfeasible = 5,
  kInternal = 70,
};

constexpr int number(Exit exit) { return static_cast<int>(exit); }

}  // namespace ferrule::api
