// Cables around trays that are too full: the fewest metres, only where there is room, phase by phase, and never beyond what links bear.
#include <algorithm>
#include <map>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "api/design.h"
#include "api/design_summary.h"

namespace ferrule::api {
namespace {

// Two rows of racks, and two trays across from one to the other: a short way through `near`, a longer one through `far`. A cord of 3 mm
// takes 7.07 mm2 of a tray.
struct DetourHall {
  std::string near = "width: 100 mm, depth: 10 mm, fill: 20 %";  // 200 mm2: 28 cords
  std::string far = "width: 100 mm, depth: 100 mm, fill: 40 %";
  std::string far_at = "8 m";
  std::string optic = "400GBASE-DR4";
};

std::string text_of(const DetourHall& hall) {
  return R"(ferrule: 1
project: detours
parts:
  cord: {kind: cord, fibre: OS2, polarity: B, diameter: 3 mm, ends: {connector: MPO-12, gender: unpinned, polish: APC}}
policy: {slack: 1 m}
fabric:
  tiers:
    leaf:  {count: 4, ports: {"up[1-16]": )" +
         hall.optic + R"(}, racks: "A[1-2]", per_rack: 2}
    spine: {count: 4, ports: {"port[1-16]": )" +
         hall.optic + R"(}, racks: "B[1-2]", per_rack: 2}
  links:
    - {from: leaf, to: spine}
racks:
  "A[1-2]": {at: [1 m, 0 m], step: [1 m, 0 m], units: 42}
  "B[1-2]": {at: [1 m, 6 m], step: [1 m, 0 m], units: 42}
trays:
  row-a: {from: [0 m, 0 m], to: [40 m, 0 m], height: 2.5 m}
  row-b: {from: [0 m, 6 m], to: [40 m, 6 m], height: 2.5 m}
  near:  {from: [0.5 m, 0 m], to: [0.5 m, 6 m], height: 2.5 m, )" +
         hall.near + R"(}
  far:   {from: [)" +
         hall.far_at + R"(, 0 m], to: [)" + hall.far_at + R"(, 6 m], height: 2.5 m, )" + hall.far + "}\n";
}

std::string without_diameter(const DetourHall& hall) {
  std::string text = text_of(hall);
  return text.erase(text.find("diameter: 3 mm, "), std::string_view("diameter: 3 mm, ").size());
}

DesignReport designed_with_detours(const DetourHall& hall, const DesignOptions& options = {}) {
  return design(load_texts({{"plant.yaml", text_of(hall)}}, {}), {}, options);
}

std::map<std::string, int> cables_by_tray(const DesignReport& report) {
  std::map<std::string, int> out;
  for (const synth::PlanCable& cable : report.plan.cables)
    for (const std::uint32_t tray : cable.trays) ++out[report.hall.trays[tray].name];
  return out;
}

TEST(DesignDetours, AsManyAsDoNotFitGoTheLongerWay) {
  const DesignReport report = designed_with_detours({});
  ASSERT_EQ(report.exit, Exit::kClean);
  EXPECT_TRUE(report.findings.all().empty()) << report.findings.all().front().message;
  const std::map<std::string, int> trays = cables_by_tray(report);
  EXPECT_EQ(trays.at("near"), 28) << "200 mm2 hold 28 cords of 7.07 mm2";
  EXPECT_EQ(trays.at("far"), 36);
  const Detours detours = detours_of(report);
  EXPECT_EQ(detours.cables, 36u);
  EXPECT_GT(detours.most.millimetre, 0);
}

TEST(DesignDetours, ThoseGoWhoseWayGrowsLeast) {
  // From A2 to B2 the way through `far` is two metres shorter than from A1 to B1: those go first.
  const DesignReport report = designed_with_detours({});
  std::map<std::pair<std::uint32_t, std::uint32_t>, int> led;
  for (const synth::PlanCable& cable : report.plan.cables)
    if (cable.detour) ++led[{cable.ends->a.rack, cable.ends->b.rack}];
  EXPECT_EQ((led[{1, 3}]), 16) << "all from A2 to B2";
  EXPECT_EQ((led[{0, 2}]), 0) << "none from A1 to B1";
}

TEST(DesignDetours, LengthsAndTheWrittenPlantFollow) {
  const DesignReport report = designed_with_detours({});
  for (const synth::PlanCable& cable : report.plan.cables) {
    ASSERT_TRUE(cable.ends && cable.needed);
    EXPECT_GE(cable.needed->millimetre, cable.ends->way.millimetre + 1'000) << cable.id;
  }
  EXPECT_THAT(report.files.at("cables.csv"), testing::HasSubstr("row-a;far;row-b"));
}

TEST(DesignDetours, WhereNobodyHasRoomTheRestIsTold) {
  const DetourHall hall{.far = "width: 100 mm, depth: 10 mm, fill: 20 %"};
  const DesignReport report = designed_with_detours(hall);
  EXPECT_EQ(report.exit, Exit::kInfeasible) << "its author said how thick the cords are, and how full the tray may be";
  EXPECT_EQ(cables_by_tray(report).at("far"), 28) << "not more than it holds";
  ASSERT_EQ(report.findings.all().size(), 1u);
  EXPECT_EQ(report.findings.all().front().code, "F823");
  EXPECT_THAT(report.findings.all().front().message, testing::HasSubstr("near"));
  // An estimate alone forbids nothing.
  const DesignReport estimated = design(load_texts({{"plant.yaml", without_diameter(hall)}}, {}), {});
  EXPECT_EQ(estimated.exit, Exit::kClean);
  ASSERT_EQ(estimated.findings.all().size(), 1u);
  EXPECT_EQ(estimated.findings.all().front().severity, diag::Severity::kWarning);
}

TEST(DesignDetours, NoCableIsLedFurtherThanItsLinkBears) {
  // 100 m of reach over a way of more than that.
  DetourHall hall{.far_at = "39 m"};
  hall.near = "width: 40 mm, depth: 30 mm, fill: 10 %";
  hall.optic = "IB-NDR-2xDR4-100m";
  std::string text = text_of(hall);
  for (std::size_t at = 0; (at = text.find("40 m, ", at)) != std::string::npos;) text.replace(at, 6, "90 m, ");
  for (std::size_t at = 0; (at = text.find("39 m", at)) != std::string::npos;) text.replace(at, 4, "89 m");
  const DesignReport report = design(load_texts({{"plant.yaml", text}}, {}), {});
  EXPECT_EQ(report.exit, Exit::kInfeasible);
  EXPECT_EQ(report.check.counts.proven, report.check.counts.links);
  EXPECT_EQ(detours_of(report).cables, 0u);
  ASSERT_EQ(report.findings.all().size(), 1u);
  EXPECT_EQ(report.findings.all().front().code, "F823");
  EXPECT_THAT(report.findings.all().front().notes.back().text, testing::HasSubstr("too long for their links"));
}

TEST(DesignDetours, ATrayThatCannotHoldItsCablesIsNoPlan) {
  // 64 cords of 7.07 mm2 and no room elsewhere.
  DetourHall hall{.near = "width: 20 mm, depth: 20 mm", .far = "width: 5 mm, depth: 5 mm, fill: 40 %"};
  const DesignReport report = designed_with_detours(hall);
  EXPECT_EQ(report.exit, Exit::kInfeasible);
  EXPECT_TRUE(report.files.empty());
  ASSERT_EQ(report.findings.all().size(), 1u);
  EXPECT_EQ(report.findings.all().front().severity, diag::Severity::kError);
  EXPECT_EQ(report.findings.all().front().message, "tray near would be filled to 111 %, more than it holds");
  // An estimate alone forbids nothing.
  EXPECT_EQ(design(load_texts({{"plant.yaml", without_diameter(hall)}}, {}), {}).exit, Exit::kClean);
}

TEST(DesignDetours, AFullTrayWithoutALimitIsLedAroundToo) {
  const DesignReport report = designed_with_detours({.near = "width: 20 mm, depth: 20 mm"});
  ASSERT_EQ(report.exit, Exit::kClean);
  EXPECT_EQ(cables_by_tray(report).at("near"), 22) << "40 % of 400 mm2 hold 22 cords of 7.07 mm2";
  EXPECT_TRUE(report.findings.all().empty());
}

TEST(DesignDetours, ARuleOfThumbForbidsNothing) {
  const DesignReport report = designed_with_detours({.near = "width: 26 mm, depth: 20 mm", .far = "width: 5 mm, depth: 5 mm"});
  EXPECT_EQ(report.exit, Exit::kClean);
  ASSERT_EQ(report.findings.all().size(), 1u);
  EXPECT_EQ(report.findings.all().front().message,
            "tray near would be filled to 86 %, more than 40 %, a rule of thumb where no `fill` is stated");
}

TEST(DesignDetours, EnoughRoomChangesNothing) {
  DetourHall wide{.near = "width: 300 mm, depth: 100 mm, fill: 40 %"};
  const DesignReport report = designed_with_detours(wide);
  ASSERT_EQ(report.exit, Exit::kClean);
  EXPECT_EQ(cables_by_tray(report).count("far"), 0u);
  EXPECT_EQ(detours_of(report).cables, 0u);
}

// Two racks beside two trays, 0.6 m of the way apart: what each of them holds, and each drop of the second rack. A cord of 3 mm takes 7.07 mm2.
DesignReport designed_beside_two_trays(const std::string& tray, const std::string& drop) {
  return design(load_texts({{"plant.yaml", R"(ferrule: 1
parts:
  cord: {kind: cord, fibre: OS2, polarity: B, diameter: 3 mm, ends: {connector: MPO-12, gender: unpinned, polish: APC}}
fabric:
  tiers:
    leaf:  {count: 2, ports: {"up[1-16]": 400GBASE-DR4}, racks: A1}
    spine: {count: 2, ports: {"port[1-16]": 400GBASE-DR4}, racks: A2}
  links:
    - {from: leaf, to: spine}
rack_types: {wide: {}, narrow: {)" + drop + R"(}}
racks: {A1: {at: [0 m, 2 m], type: wide}, A2: {at: [6 m, 2 m], type: narrow}}
trays:
  front: {from: [0 m, 2.3 m], to: [7 m, 2.3 m], height: 2.5 m)" +
                                               tray + R"(}
  back:  {from: [0 m, 1.4 m], to: [7 m, 1.4 m], height: 2.5 m)" +
                                               tray + "}\n"}},
                           {}),
                {});
}

DesignReport designed_with_drops(const std::string& drop) { return designed_beside_two_trays("", "drop: {" + drop + "}"); }

TEST(DesignDetours, ATrayBesideTheNearestIsReachedToo) {
  const DesignReport report = designed_beside_two_trays(", width: 100 mm, depth: 10 mm, fill: 20 %", "");
  ASSERT_EQ(report.exit, Exit::kClean);
  EXPECT_TRUE(report.findings.all().empty());
  EXPECT_EQ(cables_by_tray(report).at("front"), 28);
  EXPECT_EQ(cables_by_tray(report).at("back"), 4);
}

const diag::Finding* finding_of(const DesignReport& report, std::string_view code) {
  for (const diag::Finding& finding : report.findings.all())
    if (finding.code == code) return &finding;
  return nullptr;
}

TEST(DesignDetours, WhereADropIsFullCablesComeDownFromTheOtherTray) {
  const DesignReport report = designed_with_drops("width: 100 mm, depth: 10 mm, fill: 20 %");
  ASSERT_EQ(report.exit, Exit::kClean);
  EXPECT_TRUE(report.findings.all().empty());
  EXPECT_EQ(cables_by_tray(report).at("front"), 28) << "200 mm2 hold 28 cords of 7.07 mm2";
  EXPECT_EQ(cables_by_tray(report).at("back"), 4);
  EXPECT_EQ(cables_by_tray(designed_with_drops("width: 100 mm, depth: 10 mm, fill: 30 %")).at("front"), 32) << "all fit";
}

TEST(DesignDetours, DropsThatCannotHoldTheirCablesAreNoPlan) {
  const DesignReport report = designed_with_drops("width: 100 mm, depth: 10 mm, fill: 10 %");  // 14 and 14 of 32
  EXPECT_EQ(report.exit, Exit::kInfeasible);
  const diag::Finding* full = finding_of(report, "F825");
  ASSERT_NE(full, nullptr);
  EXPECT_EQ(full->severity, diag::Severity::kError);
  EXPECT_EQ(full->message, "the drop from tray front into rack A2 would be filled to 13 %, and its `fill` is 10 %");
  const DesignReport assumed = designed_with_drops("width: 30 mm, depth: 10 mm");  // 120 mm2 by the rule of thumb: 16 and 16
  EXPECT_EQ(assumed.exit, Exit::kClean);
  EXPECT_EQ(cables_by_tray(assumed).at("back"), 16);
  const DesignReport too_many = designed_with_drops("width: 28 mm, depth: 10 mm");  // 112 mm2: 15 and 15
  EXPECT_EQ(too_many.exit, Exit::kClean);
  ASSERT_NE(finding_of(too_many, "F825"), nullptr);
  EXPECT_EQ(finding_of(too_many, "F825")->severity, diag::Severity::kWarning);
}

TEST(DesignDetours, DevicesAreSharedOutWhereTheirCablesAreTooManyForADrop) {
  const auto made = [](const std::string& per_rack) {
    return design(load_texts({{"plant.yaml", R"(ferrule: 1
parts:
  cord: {kind: cord, fibre: OS2, polarity: B, diameter: 3 mm, ends: {connector: MPO-12, gender: unpinned, polish: APC}}
fabric:
  tiers:
    leaf:  {count: 4, ports: {"up[1-8]": 400GBASE-DR4}, racks: A1}
    spine: {count: 3, ports: {"port[1-16]": 400GBASE-DR4}, racks: "B[1-2]")" +
                                                 per_rack + R"(}
  links:
    - {from: leaf, to: spine, uneven: true}
racks: {A1: {at: [0 m, 2 m]}, "B[1-2]": {at: [6 m, 2 m], step: [1 m, 0 m], drop: {width: 16 mm, depth: 10 mm, fill: 100 %}}}
trays: {front: {from: [0 m, 2.3 m], to: [9 m, 2.3 m], height: 2.5 m}}
)"}},
                             {}),
                  {});
  };
  const DesignReport report = made("");  // 32 cables take 226 mm2, those of two spines at most 22 of them 156 mm2
  ASSERT_EQ(report.exit, Exit::kClean);
  EXPECT_THAT(report.choices, testing::Contains(testing::StartsWith("at most 2 of spine in a rack, not 3")));
  EXPECT_EQ(report.loaded->design->fabric.tiers[1].per_rack, 0) << "what is written is what was asked for";
  EXPECT_EQ(made(", per_rack: 3").exit, Exit::kInfeasible);
}

TEST(DesignDetours, NoWayIsOrderedShorterThanTheDirectOne) {
  // The tray behind leads straight across; the nearest does not. What is led over it stays as long, so no plan is below its bound.
  const DesignReport report = design(load_texts({{"plant.yaml", R"(ferrule: 1
parts:
  cord: {kind: cord, fibre: OS2, polarity: B, diameter: 3 mm, ends: {connector: MPO-12, gender: unpinned, polish: APC}}
fabric:
  tiers:
    leaf:  {count: 2, ports: {"up[1-16]": 400GBASE-DR4}, racks: A1}
    spine: {count: 2, ports: {"port[1-16]": 400GBASE-DR4}, racks: A2}
  links:
    - {from: leaf, to: spine}
racks: {"A[1-2]": {at: [2 m, 2 m], step: [4 m, 0 m]}}
trays:
  front-1: {from: [0 m, 2.3 m], to: [3 m, 2.3 m], height: 2.5 m, width: 100 mm, depth: 10 mm, fill: 20 %}
  front-2: {from: [5 m, 2.3 m], to: [9 m, 2.3 m], height: 2.5 m, width: 100 mm, depth: 10 mm, fill: 20 %}
  left:    {from: [0 m, 0 m], to: [0 m, 9 m], height: 2.5 m}
  right:   {from: [9 m, 0 m], to: [9 m, 9 m], height: 2.5 m}
  across:  {from: [0 m, 9 m], to: [9 m, 9 m], height: 2.5 m}
  back:    {from: [1 m, 1.4 m], to: [8 m, 1.4 m], height: 2.5 m}
)"}},
                                                {}),
                                     {}, {.prices = {"generic"}});
  ASSERT_EQ(report.exit, Exit::kClean);
  EXPECT_EQ(cables_by_tray(report).at("back"), 4);
  for (const synth::PlanCable& cable : report.plan.cables) EXPECT_GT(cable.ends->way.millimetre, 32'000) << cable.id;
  EXPECT_GE(report.cost.all->cost, report.cost.all->least);
}

TEST(DesignDetours, AnEarlierPhaseIsTheSameWhateverComesLater) {
  std::string text = text_of({});
  text.insert(text.find("fabric:"), "phases: [first, second]\n");
  const std::string racks = "\"A[1-2]\": {at: [1 m, 0 m], step: [1 m, 0 m], units: 42}";
  text.replace(text.find(racks), racks.size(),
               "A1: {at: [1 m, 0 m], units: 42, phase: first}\n  A2: {at: [2 m, 0 m], units: 42, phase: second}");
  const auto made = [&](const std::string& until) {
    DesignOptions options;
    options.until = until;
    return design(load_texts({{"plant.yaml", text}}, {}), {}, options);
  };
  const DesignReport first = made("first"), both = made("");
  ASSERT_EQ(first.exit, Exit::kClean) << first.findings.all().front().message;
  ASSERT_EQ(both.exit, Exit::kClean);
  EXPECT_GT(detours_of(both).cables, detours_of(first).cables);
  for (std::size_t i = 0; i < first.plan.cables.size(); ++i) {
    EXPECT_EQ(first.plan.cables[i].id, both.plan.cables[i].id);
    EXPECT_EQ(first.plan.cables[i].trays, both.plan.cables[i].trays) << first.plan.cables[i].id;
  }
}

}  // namespace
}  // namespace ferrule::api
