// Whether two ports speak the same language: equal optics, equal ports of twin modules, or a breakout that both tables know.
#pragma once

#include <string>
#include <vector>

#include "check/rule.h"

namespace ferrule::check {

struct Language {
  std::string pmd;
  bool part_dependent = false;  // some modules of this name can, others cannot
};

// What a lane set can speak: its own pmd when whole, and what the breakouts of its optic say for that many lanes.
std::vector<Language> languages(const View& view, std::uint32_t lane_set);

enum class Interwork { kYes, kPartDependent, kNo, kNotKnown };
Interwork interwork(const View& view, std::uint32_t a_set, std::uint32_t b_set);

}  // namespace ferrule::check
