// What a channel reflects: every connection between its two ends, flat or angled, with the return loss that its grade promises.
//
//     port ==[C1/b T1/a]== trunk ==[T1/b C2/a]== port      two reflections; those at the ports belong to the optics
//
// Units:  return loss in microdecibel, more is better.
// Shape:  of a way with several leaves the one with the most flat connections. A connection of two polishes counts as flat; splices do
//         not reflect. The return loss of a connection is that of the worse of its two sides.
// Errors: none; what nobody states is counted as such, and `least_return` is empty as soon as one connection has no figure.
// Source: data/connector_grades.csv (rl_min_dB), data/optics.csv (reflections_counted, return_loss_min_dB)
#pragma once

#include <optional>
#include <string>

#include "check/rule.h"

namespace ferrule::check {

struct Reflections {
  int flat = 0, angled = 0, not_stated = 0;
  std::optional<Loss> least_return;
  std::string of;  // whose figure: the row's line
  bool figure_missing = false;
  int all() const { return flat + angled + not_stated; }
};

// What an optic asks of them, the stricter of the two ends.
struct ReflectionRule {
  const facts::Optic* counted = nullptr;  // its loss limit depends on their number and size
  const facts::Optic* asks = nullptr;     // it asks a return loss of each
};

Reflections reflections_of(const View& view, const Way& way);
ReflectionRule reflection_rule(const View& view, const Way& way);

}  // namespace ferrule::check
