// Lengths of a designed plant, as its own check sees them: long enough without trays, told where a rack is far from them, and the same
// wherever places are counted from.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "api/design.h"

namespace ferrule::api {
namespace {

struct Spot {
  int x = 0, y = 0;
};

// Two rows, places counted from `origin`; the spine in the rack `spine_y` away from the first row.
std::string two_rows(Spot origin, int spine_y, bool trays) {
  const auto at = [&](int x, int y) { return fmt::format("[{} m, {} m]", x - origin.x, y - origin.y); };
  std::string text = R"(ferrule: 1
fabric:
  tiers:
    leaf:  {count: 4, height: 4, ports: {"up[1-2]": 400GBASE-DR4}, racks: "A[1-2]", per_rack: 2}
    spine: {count: 2, ports: {"port[1-4]": 400GBASE-DR4}, racks: B1}
  links: [{from: leaf, to: spine}]
)";
  text += fmt::format("racks: {{\"A[1-2]\": {{at: {}, step: [-1 m, 0 m], units: 48}}, B1: {{at: {}, units: 20}}}}\n", at(2, 0),
                      at(2, spine_y));
  if (trays) text += fmt::format("trays: {{row: {{from: {}, to: {}, height: 2.5 m}}}}\n", at(0, 1), at(6, 1));
  return text;
}

DesignReport of_rows(Spot origin, int spine_y, bool trays) {
  return design(load_texts({{"plant.yaml", two_rows(origin, spine_y, trays)}}, {}), {});
}

std::vector<std::string> found_by_check(const DesignReport& report) {
  std::vector<std::string> codes;
  for (const diag::Finding& finding : report.check.findings.all())
    if (finding.severity >= diag::Severity::kWarning) codes.push_back(finding.code);
  return codes;
}

TEST(DesignLengths, AreTheSameWhereverPlacesAreCountedFrom) {
  for (const bool trays : {true, false}) {
    const DesignReport corner = of_rows({0, 0}, 2, trays), middle = of_rows({40, 70}, 2, trays);
    ASSERT_EQ(corner.exit, Exit::kClean);
    ASSERT_EQ(middle.exit, Exit::kClean);
    EXPECT_EQ(corner.files.at("cables.csv"), middle.files.at("cables.csv"));
    EXPECT_THAT(found_by_check(corner), testing::IsEmpty()) << "high to low unit of neighbours is long enough";
    EXPECT_THAT(found_by_check(middle), testing::IsEmpty());
  }
}

TEST(DesignLengths, ARackFarFromItsTrayIsTold) {
  const DesignReport report = of_rows({0, 0}, 57, true);
  EXPECT_FALSE(report.files.empty());
  EXPECT_THAT(found_by_check(report), testing::ElementsAre("X614"));
}

}  // namespace
}  // namespace ferrule::api
