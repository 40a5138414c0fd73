// Racks that are drawn in one place. Page: docs/rules/racks-in-one-place.md
#include <algorithm>
#include <tuple>
#include <fmt/format.h>

#include "base/text.h"
#include "check/words.h"

namespace ferrule::check {
namespace {

std::vector<std::uint32_t> by_place(const std::vector<plant::Rack>& racks) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t rack = 0; rack < racks.size(); ++rack)
    if (racks[rack].placed) order.push_back(rack);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::tie(racks[a].hall, racks[a].x, racks[a].y, a) < std::tie(racks[b].hall, racks[b].x, racks[b].y, b);
  });
  return order;
}

bool in_one_place(const plant::Rack& a, const plant::Rack& b) { return a.x == b.x && a.y == b.y && a.hall == b.hall; }

// A range without its step puts dozens in one place: one cause, one finding.
void say_in_one_place(const std::vector<plant::Rack>& racks, std::span<const std::uint32_t> those, Report& report) {
  const plant::Rack &first = racks[those[0]], &second = racks[those[1]];
  const std::string others = those.size() > 2 ? fmt::format(" and {} more", with_thousands(those.size() - 2)) : std::string();
  Report::Builder finding = report.elsewhere(second.place, fmt::format("racks {}{} {}{} stand in one place", first.name,
                                                                       others.empty() ? " and" : ",", second.name, others));
  finding.note(first.place, fmt::format("{} stands here", first.name));
  finding.help("correct `at`, or `step` of a range of racks");
  finding.finding().subject_kind = "rack";
  for (std::size_t i = 0; i < std::min(those.size(), kMostAlike); ++i) finding.finding().subjects.push_back(racks[those[i]].name);
  finding.finding().subject_count = those.size();
}

}  // namespace

void racks_in_one_place(const View& view, Report& report) {
  const std::vector<plant::Rack>& racks = view.plant.racks;
  const std::vector<std::uint32_t> order = by_place(racks);
  std::size_t said = 0, end = 0;
  for (std::size_t begin = 0; begin < order.size(); begin = end) {
    for (end = begin + 1; end < order.size() && in_one_place(racks[order[begin]], racks[order[end]]);) ++end;
    if (end - begin > 1 && ++said <= kMostAlike) say_in_one_place(racks, std::span(order).subspan(begin, end - begin), report);
  }
  if (said > kMostAlike)
    report.elsewhere({}, fmt::format("in {} more places racks stand where others do", with_thousands(said - kMostAlike)));
}

}  // namespace ferrule::check
