// explanation, examples and tests: docs/rules/map-not-known.md
#include <unordered_set>

#include "check/by_cause.h"
#include "check/rule.h"

namespace ferrule::check {

namespace {

// Said by two-row-type-b-without-pinout at the part itself.
std::unordered_set<std::string_view> said_elsewhere(const View& view) {
  std::unordered_set<std::string_view> reasons;
  for (const plant::PartType& type : view.plant.types)
    if (!type.map_known && type.claims == "B" && type.faces[0].face.rows > 1) reasons.insert(type.map_unknown_because);
  return reasons;
}

}  // namespace

// Something that decides where light goes is not stated, not published, or of low confidence: the link is unproven, not guessed.
void map_not_known(const View& view, Report& report) {
  ByCause reasons;
  for (std::uint32_t id = 0; id < view.proof.ways.size(); ++id)
    for (const std::string& reason : view.proof.ways[id].unknown) reasons.add(reason, id);
  const std::unordered_set<std::string_view> elsewhere = said_elsewhere(view);
  for (const ByCause::Cause& cause : reasons.causes()) {
    if (elsewhere.contains(cause.text)) continue;
    report.ways(cause.ways, cause.text).help("state the map in the project with its source (map: and source:), and it counts");
    report.makes_unproven();
  }
}

}  // namespace ferrule::check
