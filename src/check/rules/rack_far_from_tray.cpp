// A rack that stands far from the tray which its cables come onto. Page: docs/rules/rack-far-from-tray.md
#include <algorithm>
#include <map>
#include <fmt/format.h>

#include "base/text.h"
#include "check/route_length.h"
#include "check/standing.h"
#include "check/words.h"

namespace ferrule::check {
namespace {

constexpr std::int64_t kHanging = 3000;  // mm: from a tray over an aisle to the racks at its sides it is less
constexpr std::size_t kRacksNamed = 8;

struct FarRacks {  // of one tray
  std::map<std::uint32_t, std::int64_t> gaps;
  std::vector<std::uint32_t> cables;

  std::uint32_t furthest() const {
    return std::max_element(gaps.begin(), gaps.end(), [](const auto& a, const auto& b) { return a.second < b.second; })->first;
  }
};

std::int64_t gap_of(const plant::Plant& plant, std::uint32_t rack, std::uint32_t tray) {
  if (rack == plant::kNone || !plant.racks[rack].placed || !plant.trays[tray].drawn) return 0;
  return gap_between_mm(plant.racks[rack], plant.trays[tray]);
}

// A route may be written from either end: the way round that leaves less in the air.
void add_far_racks(const plant::Plant& plant, std::uint32_t asset, const Standing::Ends& ends,
                   const std::vector<std::uint32_t>& trays, std::map<std::uint32_t, FarRacks>& far) {
  std::uint32_t first = ends.a.rack, last = ends.b.rack;
  const auto in_the_air = [&](std::uint32_t one, std::uint32_t other) {
    return gap_of(plant, one, trays.front()) + gap_of(plant, other, trays.back());
  };
  if (in_the_air(last, first) < in_the_air(first, last)) std::swap(first, last);
  for (const auto& [rack, tray] : {std::pair(first, trays.front()), std::pair(last, trays.back())}) {
    const std::int64_t gap = gap_of(plant, rack, tray);
    if (gap <= kHanging) continue;
    FarRacks& of_tray = far[tray];
    of_tray.gaps.emplace(rack, gap);
    if (of_tray.cables.empty() || of_tray.cables.back() != asset) of_tray.cables.push_back(asset);
  }
}

std::string words_of_others(const plant::Plant& plant, const FarRacks& racks) {
  std::vector<std::string> names;
  for (const auto& [rack, gap] : racks.gaps)
    if (rack != racks.furthest()) names.push_back(plant.racks[rack].name);
  const std::size_t others = names.size();
  if (others <= kRacksNamed) return fmt::format("{} {}", others == 1 ? "rack" : "racks", spell_list(names));
  names.resize(kRacksNamed - 1);
  return fmt::format("racks {} and {} more", joined(names, ", "), with_thousands(others - names.size()));
}

void say_far(const plant::Plant& plant, std::uint32_t tray_index, FarRacks racks, Report& report) {
  const plant::Rack& rack = plant.racks[racks.furthest()];
  const plant::Tray& tray = plant.trays[tray_index];
  std::sort(racks.cables.begin(), racks.cables.end());
  Report::Builder finding =
      report.assets(racks.cables, fmt::format("a route goes from rack {} to tray {}, and {} lie between them", rack.name,
                                              tray.name, spell(Length{racks.gaps.at(racks.furthest())})));
  report.spares_links();
  if (rack.place.known()) finding.note(rack.place, fmt::format("{} stands here", rack.name));
  if (tray.place.known()) finding.note(tray.place, fmt::format("{} is drawn here", tray.name));
  if (racks.gaps.size() > 1)
    finding.note(fmt::format("{}, too, {} further than {} from it", words_of_others(plant, racks),
                             racks.gaps.size() > 2 ? "are" : "is", spell(Length{kHanging})));
  finding.help("draw the tray that leads there and name it in the route, or correct where rack or tray are");
}

}  // namespace

void rack_far_from_tray(const View& view, Report& report) {
  const plant::Plant& plant = view.plant;
  const bool any_drawn = std::any_of(plant.trays.begin(), plant.trays.end(), [](const plant::Tray& tray) { return tray.drawn; });
  if (plant.laying.empty() || !any_drawn) return;
  const Standing standing(plant);
  std::map<std::uint32_t, FarRacks> far;  // by tray
  for (const auto& [asset, laying] : plant.laying)
    if (!laying.trays.empty()) add_far_racks(plant, asset, standing.ends_of(plant, asset), laying.trays, far);
  for (auto& [tray, racks] : far) say_far(plant, tray, std::move(racks), report);
}

}  // namespace ferrule::check
