// A plan that nobody built follows its project: what the project says otherwise now is planned anew, names and ports of the rest are kept,
// and what nobody needs any more goes.
#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "api/design.h"
#include "api/design_summary.h"
#include "base/text.h"
#include "revised_plan.h"

namespace ferrule::api {
namespace {

constexpr const char* kPods = R"(ferrule: 1
project: pods
policy: {slack: 1 m}
fabric:
  groups: {pod: 3}
  tiers:
    leaf:  {per: pod, count: 2, height: 1, ports: {"up[1-4]": 400GBASE-DR4}, racks: "A{pod}"}
    spine: {count: 2, ports: {"p[1-24]": 400GBASE-DR4}, racks: B1}
  links: [{from: leaf, to: spine}]
cabling: {all: {as: structured, trunks: [2, 4, 8], panel_ports: 8}}
racks:
  "A[1-3]": {at: [0 m, 0 m], step: [0.6 m, 0 m], units: 20}
  "B[1-2]": {at: [0 m, 3 m], step: [0.6 m, 0 m], units: 20}
trays:
  a: {from: [0 m, 0.5 m], to: [4 m, 0.5 m], height: 2.6 m}
  b: {from: [0 m, 3.5 m], to: [4 m, 3.5 m], height: 2.6 m}
  x: {from: [0 m, 0 m], to: [0 m, 4 m], height: 2.9 m}
)";

std::string with(std::string text, const std::string& what, const std::string& by) {
  return text.replace(text.find(what), what.size(), by);
}
std::string pods(const std::string& what, const std::string& by) { return with(kPods, what, by); }

DesignReport fresh(const std::string& text) { return design(load_texts({{"plant.yaml", text}}, {}), {}); }

// The first cells of each row, so many of them, sorted: a row is in quotes where it has a range.
std::vector<std::string> rows(const DesignReport& report, const std::string& table, std::size_t without_last = 0) {
  std::vector<std::string> out;
  for (std::string_view row : split(report.files.at(table), '\n')) {
    for (std::size_t i = 0; i < without_last; ++i) row = row.substr(0, row.rfind(','));
    if (!row.empty()) out.emplace_back(row);
  }
  std::sort(out.begin(), out.end());
  return out;
}

// Name, part and both ends of every cable, whatever its length and way.
std::vector<std::string> plugged(const DesignReport& report) {
  std::vector<std::string> out;
  for (const synth::PlanCable& cable : report.plan.cables)
    out.push_back(cable.id + " " + report.plan.parts[cable.part].description + " " + cable.a + " " + cable.b);
  std::sort(out.begin(), out.end());
  return out;
}

std::size_t trunks(const DesignReport& report) {
  return static_cast<std::size_t>(std::count_if(report.plan.cables.begin(), report.plan.cables.end(),
                                                [](const synth::PlanCable& cable) { return cable.trunk; }));
}

// Every project here says the same of the fabric as it says when it is designed afresh.
void expect_as_fresh(const DesignReport& now, const std::string& text) {
  ASSERT_EQ(now.exit, Exit::kClean);
  const DesignReport anew = fresh(text);
  ASSERT_EQ(anew.exit, Exit::kClean);
  EXPECT_EQ(now.check.counts.proven, anew.check.counts.proven);
  EXPECT_EQ(trunks(now), trunks(anew));
  EXPECT_EQ(now.plan.panels.size(), anew.plan.panels.size());
}

TEST(DesignRevise, HigherDevicesStandAboveEachOtherAndKeepTheirCables) {
  const DesignReport before = fresh(kPods);
  const std::string higher = pods("height: 1", "height: 3");
  const DesignReport now = revised(higher, before.files);
  expect_as_fresh(now, higher);
  EXPECT_EQ(rows(now, "equipment.csv"), rows(fresh(higher), "equipment.csv"));
  EXPECT_EQ(plugged(now), plugged(before));
  EXPECT_EQ(now.standing->report.links_kept, 24u);
  EXPECT_THAT(now.standing->report.devices_changed, testing::SizeIs(6));
}

TEST(DesignRevise, CablesAreLedByTraysThatAreThere) {
  const DesignReport before = fresh(kPods);
  const std::string other = pods("x: {from: [0 m, 0 m], to: [0 m, 4 m]", "y: {from: [4 m, 0 m], to: [4 m, 4 m]");
  const DesignReport now = revised(other, before.files);
  expect_as_fresh(now, other);
  EXPECT_EQ(rows(now, "cables.csv"), rows(fresh(other), "cables.csv"));
  EXPECT_EQ(plugged(now), plugged(before));
  EXPECT_EQ(now.standing->report.cables_changed.size(), trunks(before));
}

TEST(DesignRevise, ARowThatMovedKeepsAllButLengthsAndWays) {
  const DesignReport before = fresh(kPods);
  std::string moved = pods("\"B[1-2]\": {at: [0 m, 3 m]", "\"B[1-2]\": {at: [0 m, 9 m]");
  moved = with(moved, "from: [0 m, 3.5 m], to: [4 m, 3.5 m]", "from: [0 m, 9.5 m], to: [4 m, 9.5 m]");
  moved = with(moved, "to: [0 m, 4 m]", "to: [0 m, 10 m]");
  const DesignReport now = revised(moved, before.files);
  expect_as_fresh(now, moved);
  EXPECT_EQ(rows(now, "cables.csv"), rows(fresh(moved), "cables.csv"));
  EXPECT_EQ(plugged(now), plugged(before));
}

TEST(DesignRevise, AnotherOpticGoesIntoTheSameDevicesAndPorts) {
  const DesignReport before = fresh(kPods);
  std::string multimode = kPods;
  for (int i = 0; i < 2; ++i) multimode = with(multimode, "400GBASE-DR4", "400GBASE-SR4");
  const DesignReport now = revised(multimode, before.files);
  expect_as_fresh(now, multimode);
  EXPECT_EQ(rows(now, "equipment.csv"), rows(fresh(multimode), "equipment.csv"));
  EXPECT_EQ(rows(now, "links.csv"), rows(before, "links.csv"));
  EXPECT_EQ(now.standing->report.links_kept, 0u);
  for (const synth::PlanPart& part : now.plan.parts) EXPECT_THAT(part.description, testing::Not(testing::HasSubstr("OS2")));
}

TEST(DesignRevise, AnOpticOfTheSamePlugTakesTheSameCables) {
  const DesignReport before = fresh(kPods);
  std::string faster = kPods;
  for (int i = 0; i < 2; ++i) faster = with(faster, "400GBASE-DR4", "800GBASE-DR4");
  const DesignReport now = revised(faster, before.files);
  expect_as_fresh(now, faster);
  EXPECT_EQ(plugged(now), plugged(before));
}

TEST(DesignRevise, APanelAboveTheRackComesDown) {
  const DesignReport before = fresh(kPods);
  const std::string lower = pods("step: [0.6 m, 0 m], units: 20", "step: [0.6 m, 0 m], units: 12");
  const DesignReport now = revised(lower, before.files);
  expect_as_fresh(now, lower);
  EXPECT_EQ(rows(now, "panels.csv"), rows(fresh(lower), "panels.csv"));
  EXPECT_EQ(plugged(now), plugged(before));
  EXPECT_THAT(now.standing->report.panels_changed, testing::ElementsAre("A1-P1", "A2-P1", "A3-P1"));
}

TEST(DesignRevise, DevicesOfAnotherRackKeepTheirNamesAndAreCabledAnew) {
  const DesignReport before = fresh(kPods);
  const std::string elsewhere = pods("racks: B1", "racks: B2");
  const DesignReport now = revised(elsewhere, before.files);
  expect_as_fresh(now, elsewhere);
  EXPECT_EQ(rows(now, "equipment.csv"), rows(fresh(elsewhere), "equipment.csv"));
  EXPECT_EQ(rows(now, "links.csv"), rows(before, "links.csv"));
  EXPECT_THAT(now.standing->report.panels_left, testing::Contains("B1-P1"));
}

TEST(DesignRevise, FewerInARackLeaveIt) {
  const std::string in_one = pods("racks: B1", "racks: [B1, B2]");
  const DesignReport before = fresh(in_one);
  const std::string spread = with(in_one, "racks: [B1, B2]", "racks: [B1, B2], per_rack: 1");
  const DesignReport now = revised(spread, before.files);
  ASSERT_EQ(now.exit, Exit::kClean);
  EXPECT_EQ(now.check.counts.proven, 24u);
  EXPECT_EQ(now.standing->report.links_kept, 12u);
  EXPECT_EQ(rows(now, "equipment.csv"), rows(fresh(spread), "equipment.csv"));
}

TEST(DesignRevise, TrunksAndPanelsThatNobodyNeedsGo) {
  const std::string more = pods("count: 2, height", "count: 3, height");
  const DesignReport small = fresh(kPods), large = revised(more, small.files);
  expect_as_fresh(large, more);
  const DesignReport back = revised(kPods, large.files);
  expect_as_fresh(back, kPods);
  EXPECT_EQ(plugged(back), plugged(small));
  EXPECT_FALSE(back.standing->report.panels_left.empty());
  const std::string fewer = pods("groups: {pod: 3}", "groups: {pod: 1}");
  expect_as_fresh(revised(fewer, small.files), fewer);
}

TEST(DesignRevise, TrunksThatAreAskedForInReserveStay) {
  for (const char* reserve : {", spare: 100", ", growth: 100"}) {
    const std::string text = pods("panel_ports: 8", std::string("panel_ports: 8") + reserve);
    const DesignReport before = fresh(text);
    ASSERT_EQ(before.exit, Exit::kClean);
    EXPECT_EQ(revised(text, before.files).files, before.files) << reserve;
    const DesignReport without = revised(kPods, before.files);
    expect_as_fresh(without, kPods);
  }
}

std::string phased(const std::string& growth) {
  return with(pods("fabric:\n", "phases: [p1, p2]\nfabric:\n"), "cabling:", "  growth: {p1: {" + growth + "}}\ncabling:");
}

TEST(DesignRevise, PhasesAreThoseOfTheProject) {
  const std::string first = phased("pod: 1"), other = phased("pod: 2");
  const DesignReport before = fresh(first), same = revised(first, before.files), now = revised(other, before.files);
  ASSERT_EQ(same.exit, Exit::kClean);
  EXPECT_EQ(same.files, before.files);
  for (std::size_t phase = 0; phase < 2; ++phase) {
    EXPECT_EQ(same.phases[phase].standing, before.phases[phase].standing);
    EXPECT_EQ(same.phases[phase].proven, before.phases[phase].standing);
    EXPECT_EQ(same.phases[phase].devices, before.phases[phase].devices);
    EXPECT_EQ(same.phases[phase].cords, before.phases[phase].cords);
    EXPECT_EQ(same.phases[phase].trunks, before.phases[phase].trunks);
    EXPECT_EQ(same.phases[phase].panels, before.phases[phase].panels);
  }
  expect_as_fresh(now, other);
  EXPECT_EQ(now.phases[0].standing, 16u);
  EXPECT_EQ(now.phases[0].proven, 16u);
  EXPECT_EQ(rows(now, "equipment.csv"), rows(fresh(other), "equipment.csv"));
}

TEST(DesignRevise, PartsThatTheProjectDescribesOtherwiseAreTakenAnew) {
  const auto own = [](const std::string& grade) {
    return pods("fabric:\n",
                "parts:\n  mine: {kind: trunk, fibre: OS2, grade: " + grade +
                    ", polarity: B, legs: 8, ends: {connector: MPO-12, gender: pinned, polish: APC, count: 8}}\nfabric:\n");
  };
  const DesignReport before = fresh(own("standard"));
  ASSERT_EQ(before.exit, Exit::kClean);
  EXPECT_EQ(revised(own("standard"), before.files).files, before.files);
  expect_as_fresh(revised(own("low-loss"), before.files), own("low-loss"));
}

// Lengths follow what decides them, down as well as up.
TEST(DesignRevise, LengthsFollowSlackStockAndNewTrays) {
  const std::string stocked = pods("{slack: 1 m}", "{slack: 1 m, stock_lengths: {trunk: [20 m, 40 m], cord: [5 m]}}");
  const std::string changes[] = {with(stocked, "slack: 1 m", "slack: 0 m"),
                                 with(stocked, "trunk: [20 m, 40 m]", "trunk: {step: 1 m}"),
                                 with(stocked, "cord: [5 m]", "cord: {step: 1 m}"),
                                 with(with(stocked, "trunk: [20 m, 40 m]", "trunk: {step: 1 m}"), "  x: {",
                                      "  near: {from: [2 m, 0 m], to: [2 m, 4 m], height: 2.6 m}\n  x: {")};
  const DesignReport before = fresh(stocked);
  for (const std::string& change : changes) {
    const DesignReport now = revised(change, before.files);
    expect_as_fresh(now, change);
    EXPECT_EQ(rows(now, "cables.csv"), rows(fresh(change), "cables.csv")) << change;
  }
}

TEST(DesignRevise, ALengthThatSomebodyWroteIntoThePlanIsMeasuredAnew) {
  DesignReport before = fresh(kPods);
  const PlanFiles written = before.files;
  std::string& cables = before.files["cables.csv"];
  const std::size_t length = cables.find(',', cables.find(',', cables.find("\nT-") + 1) + 1) + 1;
  cables.replace(length, cables.find(',', length) - length, "77 m");
  const DesignReport now = revised(kPods, before.files);
  ASSERT_EQ(now.exit, Exit::kClean);
  EXPECT_EQ(now.files, written);
  EXPECT_THAT(now.standing->report.cables_changed, testing::SizeIs(1));
}

// Switches that may stand anywhere go where servers leave room for them.
TEST(DesignRevise, WhoMayStandAnywhereGivesWayInRacksThatAreTooFull) {
  constexpr const char* kFull = R"(ferrule: 1
fabric:
  tiers:
    server: {count: 4, height: 8, ports: {"e[1-2]": 400GBASE-DR4}, racks: [A1, A2], per_rack: 2}
    leaf:   {count: 2, ports: {"d[1-8]": 400GBASE-DR4}}
  links: [{from: server, to: leaf, each: 1}]
racks:
  "A[1-2]": {at: [0 m, 0 m], step: [0.6 m, 0 m], units: 18}
  N1: {at: [9 m, 0 m], units: 18}
)";
  const DesignReport before = fresh(kFull);
  ASSERT_EQ(before.exit, Exit::kClean);
  ASSERT_THAT(before.files.at("equipment.csv"), testing::Not(testing::HasSubstr("N1")));
  const std::string higher = with(kFull, "height: 8", "height: 9");
  const DesignReport now = revised(higher, before.files);
  expect_as_fresh(now, higher);
  EXPECT_EQ(rows(now, "equipment.csv"), rows(fresh(higher), "equipment.csv"));
}

TEST(DesignRevise, DevicesLeaveRoomForPanelsThatNobodyNeededBefore) {
  constexpr const char* kOneRack = R"(ferrule: 1
policy: {slack: 1 m}
fabric:
  tiers:
    host: {count: 8, ports: {"e[1-2]": 400GBASE-DR4}}
    leaf: {count: 2, ports: {"d[1-8]": 400GBASE-DR4}, racks: N1}
  links: [{from: host, to: leaf, each: 1}]
cabling: {all: {as: structured, trunks: [1, 2, 4]}}
racks:
  N1: {at: [0 m, 0 m], units: 20}
  N2: {at: [0.6 m, 0 m], units: 20}
)";
  const DesignReport before = fresh(kOneRack);
  ASSERT_EQ(before.exit, Exit::kClean);
  ASSERT_TRUE(before.plan.panels.empty());
  const std::string higher = with(kOneRack, "{count: 8,", "{count: 8, height: 3,");
  expect_as_fresh(revised(higher, before.files), higher);
}

int legs(const DesignReport& report) {
  int all = 0;
  for (const synth::PlanCable& cable : report.plan.cables)
    if (cable.trunk) all += cable.legs;
  return all;
}

// No trunk is bought that another revision would take out.
TEST(DesignRevise, SpareLegsOfAllTrunksBetweenTwoRacksCountTogether) {
  const std::string one_spine = with(with(kPods, "up[1-4]", "up[1-3]"), "spine: {count: 2", "spine: {count: 1");
  const std::string before = with(one_spine, "trunks: [2, 4, 8]", "trunks: [1, 2, 4]");
  const std::string spare = with(with(before, "panel_ports: 8", "panel_ports: 12, spare: 50"), "fabric:\n",
                                 "parts:\n  cord: {kind: cord, fibre: OS2, polarity: B, grade: low-loss, ends: {connector: "
                                 "MPO-12, gender: unpinned, polish: APC}}\nfabric:\n");
  const DesignReport now = revised(spare, fresh(before).files);
  ASSERT_EQ(now.exit, Exit::kClean);
  EXPECT_EQ(now.standing->report.links_kept, 0u);
  EXPECT_EQ(legs(now), legs(fresh(spare)));
  EXPECT_EQ(revised(spare, now.files).files, now.files);
}

TEST(DesignRevise, WhatIsAskedForInReserveNowIsBought) {
  const DesignReport before = fresh(kPods);
  for (const char* reserve : {"spare: 50", "growth: 50", "spare: 25, growth: 25"}) {
    SCOPED_TRACE(reserve);
    const std::string asked = pods("panel_ports: 8", std::string("panel_ports: 8, ") + reserve);
    const DesignReport now = revised(asked, before.files);
    ASSERT_EQ(now.exit, Exit::kClean);
    EXPECT_EQ(legs(now), legs(fresh(asked)));
    EXPECT_GT(legs(now), legs(before));
    EXPECT_EQ(now.standing->report.links_kept, before.plan.links.size());
    EXPECT_EQ(revised(asked, now.files).files, now.files);
  }
}

TEST(DesignRevise, WhatIsAskedForOtherwiseIsCabledAnewInTheSamePorts) {
  const DesignReport before = fresh(kPods);
  for (const char* wishes :
       {"as: direct", "as: structured, trunks: [2, 4, 8], panel_ports: 8, grade: low-loss",
        "as: structured, trunks: [2, 4, 8], panel_ports: 8, jacket: OFNP",
        "as: structured, trunks: [2, 4, 8], panel_ports: 8, method: A", "as: structured, trunks: [2], panel_ports: 8",
        "as: structured, trunks: [2, 4, 8], panel_ports: 16", "as: structured, base: 24, grade: low-loss"}) {
    SCOPED_TRACE(wishes);
    const std::string other = pods("as: structured, trunks: [2, 4, 8], panel_ports: 8", wishes);
    const DesignReport now = revised(other, before.files);
    expect_as_fresh(now, other);
    EXPECT_EQ(plugged(now), plugged(fresh(other)));
    EXPECT_EQ(rows(now, "links.csv"), rows(before, "links.csv"));
    EXPECT_EQ(now.standing->report.links_cabled_anew, before.plan.links.size());
    EXPECT_EQ(added_by(now).links, 0u);
    EXPECT_EQ(revised(other, now.files).files, now.files);
    EXPECT_EQ(revised(kPods, now.files).exit, Exit::kClean);
  }
}

// Two trunks of four between two racks keep two links each: one takes all of them.
TEST(DesignRevise, ATrunkWhoseLinksFitIntoDarkLegsOfOthersGoes) {
  const std::string fours = pods("trunks: [2, 4, 8]", "trunks: [4]");
  const std::string fewer = with(with(fours, "spine: {count: 2", "spine: {count: 1"), "up[1-4]", "up[1-2]");
  const DesignReport before = fresh(fours);
  const DesignReport now = revised(fewer, before.files);
  ASSERT_EQ(now.exit, Exit::kClean);
  EXPECT_EQ(now.check.counts.proven, 12u);
  EXPECT_EQ(trunks(now), 3u);
  EXPECT_EQ(now.standing->report.links_kept, 6u);
  EXPECT_EQ(now.standing->report.links_cabled_anew, 6u);
  EXPECT_EQ(revised(fewer, now.files).files, now.files);
}

// The fourth server does not fit into its rack any more: its leg of the harness goes with it.
TEST(DesignRevise, ALegOfAHarnessFollowsADeviceToAnotherRack) {
  const std::string tall = R"(ferrule: 1
project: legs
policy: {slack: 1 m}
fabric:
  tiers:
    leaf:   {count: 1, height: 1, ports: {dn1: 400GBASE-DR4}, racks: "A[1-2]"}
    server: {count: 4, height: 2, ports: {n1: 100GBASE-DR}, racks: "A[1-2]"}
  links: [{from: server, to: leaf}]
racks:
  "A[1-2]": {at: [0 m, 0 m], step: [0.6 m, 0 m], units: 20}
)";
  const std::string low = with(tall, "units: 20", "units: 8");
  const DesignReport before = fresh(tall);
  ASSERT_EQ(before.exit, Exit::kClean);
  const DesignReport now = revised(low, before.files);
  ASSERT_EQ(now.exit, Exit::kClean);
  EXPECT_EQ(now.check.counts.proven, 4u);
  EXPECT_EQ(rows(now, "links.csv"), rows(before, "links.csv"));
  EXPECT_EQ(now.plan.cables.size(), 1u);
}

// Trunks that the project describes are counted as any others.
TEST(DesignRevise, SpareLegsOfTrunksOfTheProjectAreBoughtOnce) {
  const std::string own = pods("fabric:\n",
                               "parts:\n  mine: {kind: trunk, fibre: OS2, polarity: B, legs: 8, ends: {connector: MPO-12, "
                               "gender: pinned, polish: APC, count: 8}}\nfabric:\n");
  const std::string spare = with(own, "panel_ports: 8", "panel_ports: 8, spare: 50");
  const DesignReport now = revised(spare, fresh(own).files);
  ASSERT_EQ(now.exit, Exit::kClean);
  EXPECT_GE(legs(now), legs(fresh(spare)));
  const DesignReport again = revised(spare, now.files);
  EXPECT_EQ(again.files, now.files);
  EXPECT_THAT(again.standing->report.cables_changed, testing::IsEmpty());
}

// Racks A1 and A2 have a cassette each in one panel of B1.
constexpr const char* kTwoRacks = R"(ferrule: 1
project: pair
policy: {slack: 1 m}
fabric:
  tiers:
    east:  {count: 1, ports: {"up[1-2]": 25GBASE-SR}, racks: A1}
    west:  {count: 1, ports: {"up[1-2]": 25GBASE-SR}, racks: A2}
    spine: {count: 1, ports: {"p[1-8]": 25GBASE-SR}, racks: B1}
  links: [{from: east, to: spine}, {from: west, to: spine}]
cabling: {all: {as: structured, grade: low-loss}}
racks:
  "A[1-2]": {at: [0 m, 0 m], step: [0.6 m, 0 m], units: 20}
  B1: {at: [0 m, 3 m], units: 20}
)";

TEST(DesignRevise, ACassetteInASlotThatThePanelHasNoMoreMoves) {
  const std::string wide = with(kTwoRacks, "grade: low-loss", "grade: low-loss, panel_cassettes: 2");
  const std::string narrow = with(kTwoRacks, "grade: low-loss", "grade: low-loss, panel_cassettes: 1");
  const DesignReport before = fresh(wide);
  ASSERT_EQ(before.exit, Exit::kClean);
  const DesignReport now = revised(narrow, before.files);
  expect_as_fresh(now, narrow);
  for (const synth::PlanPanel& panel : now.plan.panels) EXPECT_LE(panel.slots_used, 1) << panel.name;
}

std::string panel_row(const DesignReport& report, std::string_view panel) {
  for (const std::string& row : rows(report, "panels.csv"))
    if (row.starts_with(panel)) return row;
  return {};
}

TEST(DesignRevise, ACassetteThatNothingFeedsLeavesItsSlotToTheNext) {
  const DesignReport before = fresh(kTwoRacks);
  ASSERT_EQ(before.exit, Exit::kClean);
  EXPECT_THAT(panel_row(before, "B1-P1"), testing::HasSubstr(",\"[1-2]\","));
  std::string only_west = with(kTwoRacks, "    east:  {count: 1, ports: {\"up[1-2]\": 25GBASE-SR}, racks: A1}\n", "");
  only_west = with(only_west, "{from: east, to: spine}, ", "");
  const DesignReport now = revised(only_west, before.files);
  expect_as_fresh(now, only_west);
  EXPECT_THAT(panel_row(now, "B1-P1"), testing::HasSubstr(",\"2\","));
  const DesignReport again = revised(kTwoRacks, now.files);
  expect_as_fresh(again, kTwoRacks);
  EXPECT_EQ(panel_row(again, "B1-P1"), panel_row(before, "B1-P1"));
  EXPECT_EQ(revised(kTwoRacks, again.files).files, again.files);
}

}  // namespace
}  // namespace ferrule::api
