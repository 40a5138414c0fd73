// Two racks that are drawn in one place. Page: docs/rules/racks-in-one-place.md
#include <algorithm>
#include <tuple>
#include <fmt/format.h>

#include "base/text.h"
#include "check/words.h"

namespace ferrule::check {

void racks_in_one_place(const View& view, Report& report) {
  const auto& racks = view.plant.racks;
  std::vector<std::uint32_t> order;
  for (std::uint32_t rack = 0; rack < racks.size(); ++rack)
    if (racks[rack].placed) order.push_back(rack);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::tie(racks[a].hall, racks[a].x, racks[a].y, a) < std::tie(racks[b].hall, racks[b].x, racks[b].y, b);
  });
  std::size_t said = 0;
  for (std::size_t i = 1; i < order.size(); ++i) {
    const plant::Rack &one = racks[order[i - 1]], &other = racks[order[i]];
    const bool same = one.x == other.x && one.y == other.y && one.hall == other.hall;
    if (!same || ++said > kMostAlike) continue;
    Report::Builder finding =
        report.elsewhere(other.place, fmt::format("racks {} and {} stand in one place", one.name, other.name));
    finding.note(one.place, fmt::format("{} stands here", one.name));
    finding.help("correct `at`, or `step` of a range of racks");
    finding.finding().subject_kind = "rack";
    finding.finding().subjects = {one.name, other.name};
    finding.finding().subject_count = 2;
  }
  if (said > kMostAlike)
    report.elsewhere({}, fmt::format("{} more racks stand where others do", with_thousands(said - kMostAlike)));
}

}  // namespace ferrule::check
