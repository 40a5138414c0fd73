// Optics of one mode over fibre of the other. Page: docs/rules/fibre-against-optic.md
#include <map>
#include <fmt/format.h>

#include "check/channel.h"

namespace ferrule::check {
namespace {

// The first part whose mode is not the optic's; kNone when there is none. A channel that mixes modes is said by modes-mix.
std::uint32_t wrong_part(const View& view, const Channel& channel, spec::Mode wanted) {
  std::uint32_t wrong = plant::kNone;
  bool right = false;
  for (const std::uint32_t part : channel.parts) {
    const spec::Mode mode = view.plant.types[part].mode;
    if (mode == spec::Mode::kUnknown) continue;
    if (mode == wanted) right = true;
    if (mode != wanted && wrong == plant::kNone) wrong = part;
  }
  return right ? plant::kNone : wrong;
}

}  // namespace

void fibre_against_optic(const View& view, Report& report) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::uint32_t>> found;  // transceiver, part -> ways
  for (std::uint32_t way = 0; way < view.proof.ways.size(); ++way)
    for (const Channel& channel : channels_of(view, view.proof.ways[way]))
      for (const std::uint32_t end : {channel.near, channel.far}) {
        if (end == plant::kNone || view.plant.types[end].mode == spec::Mode::kUnknown) continue;
        const std::uint32_t part = wrong_part(view, channel, view.plant.types[end].mode);
        if (part == plant::kNone) continue;
        std::vector<std::uint32_t>& ways = found[{end, part}];
        if (ways.empty() || ways.back() != way) ways.push_back(way);
      }
  for (const auto& [pair, ways] : found) {
    const plant::PartType &optic = view.plant.types[pair.first], &part = view.plant.types[pair.second];
    Report::Builder finding =
        report.along(ways, fmt::format("{} is {}, {} is {} ({})", optic.name, spec::spell(optic.mode), part.name,
                                       spec::spell(part.mode), part.fibre.empty() ? "class not stated" : part.fibre));
    if (part.place.known()) finding.note(part.place, fmt::format("{} is {} here", part.name, spec::spell(part.mode)));
    finding.help(fmt::format("order {} fibre, or optics for {} fibre", spec::spell(optic.mode), spec::spell(part.mode)));
  }
}

}  // namespace ferrule::check
