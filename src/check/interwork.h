// Whether two ports speak the same language: equal optics, equal ports of twin modules, or a breakout that both tables know.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "check/rule.h"

namespace ferrule::check {

struct Language {
  std::string pmd;
  bool part_dependent = false;  // some modules of this name can, others cannot
};

// Some lanes of a port.
struct Speaker {
  std::uint32_t face = 0;
  int lanes = 0;
  bool whole = true;  // all of the receptacle
};
Speaker speaker_of(const View& view, std::uint32_t lane_set);
// The far end of a way: the lanes that the link names, or those that light reaches where the plant decides. Nothing when it reaches no port.
std::optional<Speaker> far_speaker(const View& view, const Way& way);

// What they can speak: the port's own pmd when whole, and what the breakouts of its optic say for that many lanes.
std::vector<Language> languages(const View& view, const Speaker& speaker);

enum class Interwork { kYes, kPartDependent, kNo, kNotKnown };
Interwork interwork(const View& view, const Speaker& a, const Speaker& b);

}  // namespace ferrule::check
