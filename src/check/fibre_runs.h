// The fibres of a way sorted by where they go: fibres that end alike pass the same joints and lose by the same law.
//
//     port ==8== trunk ==8== breakout --2-- a, --2-- b, --2-- c, --2-- d        four runs of two fibres; without a breakout one of eight
//
// Errors: none; a way of whose fibres some reach no port says so in `light_arrives`. Whether it is the right port is not asked here.
#pragma once

#include <string>
#include <vector>

#include "check/rule.h"

namespace ferrule::check {

struct RunOfFibres {
  std::size_t leaf = 0;  // of the way
  unsigned fibres = 0;
  bool one_ferrule = false;  // somewhere more than two fibres share a ferrule: their losses go together
  loss::WayLoss loss;
};

struct RunsOfWay {
  std::vector<RunOfFibres> runs;  // in the order of the leaves
  unsigned fibres = 0;            // lit ones
  bool light_arrives = true;
};

RunsOfWay runs_of(const View& view, const Way& way, const std::vector<std::string>& wavelengths_nm);

}  // namespace ferrule::check
