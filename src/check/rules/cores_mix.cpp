// 62.5 and 50 micrometre cores in one channel. Page: docs/rules/cores-mix.md
#include <fmt/format.h>

#include "check/channel.h"

namespace ferrule::check {

void cores_mix(const View& view, Report& report) {
  const auto core_of = [&](const plant::PartType& type) -> std::string {
    const facts::Fibre* fibre = view.facts.fibre(type.fibre);
    return fibre == nullptr || fibre->mode != "MM" ? std::string()
                                                   : fibre->core_um;  // between modes the core is the lesser trouble
  };
  const auto core = [&](const plant::PartType& type) { return static_cast<int>(parse_decimal(core_of(type), 1).value_or(0)); };
  for (const Mix& mix : mixes(view, core)) {
    const plant::PartType &a = view.plant.types[mix.a], &b = view.plant.types[mix.b];
    report_mix(view, mix,
               fmt::format("{} ({}) has a core of {} um, {} ({}) one of {} um, in one channel", a.name, a.fibre, core_of(a),
                           b.name, b.fibre, core_of(b)),
               report)
        .help("order every part of the channel with one core");
  }
}

}  // namespace ferrule::check
