// Two routes: each device has half of its links in either, no tray carries both, and racks reach the trays of their own hall.
#include <map>
#include <set>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "api/design.h"
#include "revised_plan.h"

namespace ferrule::api {
namespace {

using synth::Side;

// Trays in front of the racks and behind them, `front` and `back` of which say what side they are.
std::string hall_with(const std::string& routes, const std::string& front, const std::string& back,
                      const std::string& as = "direct") {
  return R"(ferrule: 1
project: routes
policy: {slack: 1 m, separate_routes: true}
fabric:
  tiers:
    leaf:  {count: 4, ports: {"up[1-4]": 400GBASE-DR4}, racks: "A[1-2]", per_rack: 2}
    spine: {count: 4, ports: {"port[1-4]": 400GBASE-DR4}, racks: B1}
  links:
    - {from: leaf, to: spine, each: 1}
cabling: {all: {grade: low-loss, as: )" +
         as + ", routes: " + routes + R"(}}
racks:
  "A[1-2]": {at: [0 m, 2 m], step: [1 m, 0 m], units: 42}
  B1: {at: [6 m, 2 m], units: 42}
trays:
  front: {from: [0 m, 3 m], to: [7 m, 3 m], height: 2.5 m)" +
         front + R"(}
  back: {from: [0 m, 1 m], to: [7 m, 1 m], height: 2.5 m)" +
         back + "}\n";
}

DesignReport designed_with_routes(const std::string& text) { return design(load_texts({{"plant.yaml", text}}, {}), {}); }

TEST(DesignRoutes, EveryDeviceHasHalfOfItsLinksInEither) {
  const DesignReport report = designed_with_routes(hall_with("both", ", side: A", ", side: B"));
  ASSERT_EQ(report.exit, Exit::kClean);
  std::map<std::uint32_t, std::map<Side, int>> by_device;
  for (std::size_t i = 0; i < report.plan.links.size(); ++i)
    for (const synth::NetPort* end : {&report.net.links[i].a, &report.net.links[i].b})
      ++by_device[end->device][report.plan.links[i].side];
  for (const auto& [device, sides] : by_device)
    EXPECT_THAT(sides, testing::ElementsAre(testing::Pair(Side::kA, 2), testing::Pair(Side::kB, 2))) << device;
}

TEST(DesignRoutes, CablesLieInTheTraysOfTheirRoute) {
  for (const char* as : {"direct", "structured"}) {
    const DesignReport report = designed_with_routes(hall_with("both", ", side: A", ", side: B", as));
    ASSERT_EQ(report.exit, Exit::kClean) << as;
    std::set<std::uint32_t> used;
    for (const synth::PlanCable& cable : report.plan.cables)
      for (const std::uint32_t tray : cable.trays) {
        used.insert(tray);
        EXPECT_EQ(report.hall.trays[tray].side, cable.side) << cable.id;
      }
    EXPECT_EQ(used.size(), 2u) << as;
    EXPECT_THAT(report.files.at("cables.csv"), testing::HasSubstr("route,side\n")) << as;
    EXPECT_FALSE(report.check.findings.any_at_least(diag::Severity::kError)) << "what was written says so, and is checked";
  }
}

TEST(DesignRoutes, OneRouteAloneIsAsked) {
  const DesignReport report = designed_with_routes(hall_with("B", ", side: A", ", side: B"));
  ASSERT_EQ(report.exit, Exit::kClean);
  for (const synth::PlanCable& cable : report.plan.cables) EXPECT_THAT(cable.trays, testing::ElementsAre(1u));
}

TEST(DesignRoutes, WithoutTraysOfARouteThereIsNoPlan) {
  const DesignReport none = designed_with_routes(hall_with("both", "", ""));
  EXPECT_EQ(none.exit, Exit::kInfeasible);
  EXPECT_TRUE(none.files.empty());
  const DesignReport one = designed_with_routes(hall_with("both", ", side: A", ""));
  EXPECT_EQ(one.exit, Exit::kInfeasible);
  ASSERT_FALSE(one.findings.all().empty());
  EXPECT_THAT(one.findings.all().front().message, testing::HasSubstr("asks for route B, and no tray is of it"));
}

TEST(DesignRoutes, RacksReachTraysOfTheirHallAlone) {
  std::string text = hall_with("A", ", side: A, hall: H1", ", side: A");
  EXPECT_EQ(designed_with_routes(text).plan.cables.front().trays, std::vector<std::uint32_t>{1}) << "no rack is of H1";
  text = hall_with("A", ", side: A, hall: H1", ", side: B");
  EXPECT_EQ(designed_with_routes(text).exit, Exit::kInfeasible);
}

// Both routes asked for in place of one, and one in place of both: cables lie where the wish says now.
TEST(DesignRoutes, ARevisedPlanFollowsItsRoutes) {
  for (const char* as : {"direct", "structured"})
    for (const auto& [before, now] :
         {std::pair("A", "both"), std::pair("both", "A"), std::pair("both", "B"), std::pair("A", "B")}) {
      SCOPED_TRACE(std::string(as) + ", " + before + " to " + now);
      const DesignReport plan = designed_with_routes(hall_with(before, ", side: A", ", side: B", as));
      ASSERT_EQ(plan.exit, Exit::kClean);
      const std::string text = hall_with(now, ", side: A", ", side: B", as);
      const DesignReport after = revised(text, plan.files);
      ASSERT_EQ(after.exit, Exit::kClean);
      std::map<Side, int> trays;
      for (const synth::PlanCable& cable : after.plan.cables)
        for (const std::uint32_t tray : cable.trays) {
          EXPECT_EQ(after.hall.trays[tray].side, cable.side) << cable.id;
          ++trays[after.hall.trays[tray].side];
        }
      const std::string_view wish = now;
      EXPECT_EQ(trays.contains(Side::kA), wish != "B");
      EXPECT_EQ(trays.contains(Side::kB), wish != "A");
      EXPECT_EQ(revised(text, after.files).files, after.files);
    }
}

}  // namespace
}  // namespace ferrule::api
