// Single-mode and multimode fibre in one channel. Page: docs/rules/modes-mix.md
#include <fmt/format.h>

#include "check/channel.h"

namespace ferrule::check {

void modes_mix(const View& view, Report& report) {
  const auto mode = [](const plant::PartType& type) { return static_cast<int>(type.mode); };
  for (const Mix& mix : mixes(view, mode)) {
    const plant::PartType &a = view.plant.types[mix.a], &b = view.plant.types[mix.b];
    report_mix(view, mix,
               fmt::format("{} is {}, {} is {}, in one channel", a.name, spec::spell(a.mode), b.name, spec::spell(b.mode)),
               report)
        .help("order every part of the channel for the mode of its optics");
  }
}

}  // namespace ferrule::check
