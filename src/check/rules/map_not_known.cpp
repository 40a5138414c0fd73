// explanation, examples and tests: docs/rules/map-not-known.md
#include <algorithm>
#include <fmt/format.h>

#include "check/rule.h"
#include "check/way_words.h"

namespace ferrule::check {

namespace {

// Said by two-row-type-b-without-pinout at the part itself.
bool said_elsewhere(const View& view, const std::string& reason) {
  return std::any_of(view.plant.types.begin(), view.plant.types.end(), [&](const plant::PartType& type) {
    return !type.map_known && type.claims == "B" && type.map_unknown_because == reason && type.faces[0].face.rows > 1;
  });
}

}  // namespace

// Something that decides where light goes is not stated, not published, or of low confidence: the link is unproven, not guessed.
void map_not_known(const View& view, Report& report) {
  std::vector<std::string> reasons;
  std::vector<std::vector<std::uint32_t>> ways;
  for (std::uint32_t id = 0; id < view.proof.ways.size(); ++id)
    for (const std::string& reason : view.proof.ways[id].unknown) {
      std::size_t at = 0;
      while (at < reasons.size() && reasons[at] != reason) ++at;
      if (at == reasons.size()) {
        reasons.push_back(reason);
        ways.emplace_back();
      }
      ways[at].push_back(id);
    }
  for (std::size_t i = 0; i < reasons.size(); ++i) {
    if (said_elsewhere(view, reasons[i])) continue;
    report.ways(std::move(ways[i]), reasons[i])
        .help("state the map in the project with its source (map: and source:), and it counts");
    report.makes_unproven();
  }
}

}  // namespace ferrule::check
