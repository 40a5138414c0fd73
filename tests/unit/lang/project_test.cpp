// Projects of several files, ranges that run in step, and light through what the reader built.
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <unistd.h>

#include "reading/read_text.h"

namespace ferrule::lang {
namespace {

TEST(Project, IncludesFilesAndTablesInAnyOrder) {
  const Read read = read_text(
      "ferrule: 1\nproject: split\ninclude: [parts.yaml, site/hall.yaml]\ncables: [cables.csv, {id: C9, part: lc}]\nlinks: "
      "links.csv\n",
      {{"parts.yaml", "parts: {lc: LC duplex OM4 patch cord A-to-B}\n"},
       {"site/hall.yaml", "ferrule: 1\ninclude: [../parts.yaml]\nracks: {R1: }\nequipment: eq.csv\n"},
       {"site/eq.csv",
        "name,rack,u,height,ports,optic\na,R1,1,2,Eth[1-2],10GBASE-SR\na,,,,Q[1-2],10GBASE-LR\nb,R1,3,,Eth[1-2],10GBASE-SR\n"},
       {"cables.csv", "id,part,length,a,b\nC1,lc,2 m,a/Eth1,b/Eth1\n"},
       {"links.csv", "id,a,b\nL1,a/Eth1,b/Eth1\n"}});
  EXPECT_EQ(read.said(), "");
  EXPECT_EQ(read.plant().nodes.size(), 2u);
  EXPECT_EQ(read.plant().nodes[0].height, 2);
  EXPECT_EQ(read.plant().nodes[0].runs, 2u);
  EXPECT_EQ(read.arrives("a/Eth1", 1), "b/Eth1.2");
  EXPECT_EQ(read.project->files.size(), 6u);
  EXPECT_EQ(read.plant().connectors[read.connector("C1/a")].length_mm, 2000u);
}

// A rack has of its type what it does not say itself, wherever the type is described.
TEST(Project, RacksFollowTheirType) {
  const Read read = read_text(
      "ferrule: 1\nphases: [P1]\nracks: {\"A[1-2]\": {type: compute, units: 30, drop: {width: 1 m}}, B: {type: compute}, C: }\n"
      "rack_types: {compute: {units: 48, space: plenum, hall: H1, row: R, phase: P1, drop: {width: 20 cm, depth: 5 cm, fill: 30 "
      "%}}}\n");
  EXPECT_EQ(read.said(), "");
  const std::vector<plant::Rack>& racks = read.plant().racks;
  ASSERT_EQ(racks.size(), 4u);
  EXPECT_EQ(racks[1].units, 30);
  EXPECT_EQ(racks[2].units, 48);
  EXPECT_EQ(racks[2].space, "plenum");
  EXPECT_EQ(racks[2].hall, "H1");
  EXPECT_EQ(racks[2].row, "R");
  EXPECT_EQ(racks[2].phase, 0u);
  EXPECT_EQ(racks[3].units, 0);
  const plant::Measures& measures = read.project->measures;
  EXPECT_EQ(measures.drop(1).width, Length{1'000});
  EXPECT_FALSE(measures.drop(1).sized()) << "its own drop counts, and states no depth";
  EXPECT_EQ(measures.drop(2).depth, Length{50});
  EXPECT_EQ(measures.drop(2).fill_most, 3'000);
  EXPECT_FALSE(measures.drop(3).width) << "no type, no drop";
}

TEST(Project, RefusesIncludesThatCloseACircle) {
  EXPECT_EQ(read_text("ferrule: 1\ninclude: [plant.yaml]\n").said(), "L209 plant.yaml:2:11 'plant.yaml' includes itself\n");
  EXPECT_EQ(read_text("ferrule: 1\ninclude: [a.yaml]\n", {{"a.yaml", "include: [plant.yaml]\n"}}).said(),
            "L209 a.yaml:1:11 'plant.yaml' includes itself\n");
  EXPECT_EQ(
      read_text("ferrule: 1\ninclude: [a.yaml, b.yaml]\n", {{"a.yaml", "include: [b.yaml]\n"}, {"b.yaml", "racks: {R: }\n"}})
          .said(),
      "");
  EXPECT_EQ(read_text("ferrule: 1\ninclude: [a.yaml]\n").said(), "L209 plant.yaml:2:11 'a.yaml': no such file\n");
  EXPECT_EQ(read_text("ferrule: 1\ninclude: [a.yaml]\n", {{"a.yaml", "project: x\npolicy: {}\n"}}).said(),
            "L201 a.yaml:1:1 `project` does not belong here\nL201 a.yaml:2:1 `policy` does not belong here\n");
}

TEST(Project, IncludedAHundredDeepEnds) {
  Texts files;
  for (int i = 0; i < 100; ++i) files["f" + std::to_string(i)] = "include: [f" + std::to_string(i + 1) + "]\n";
  const Read read = read_text("ferrule: 1\ninclude: [f0]\n", files);
  EXPECT_EQ(read.findings.all().size(), 1u);
}

TEST(Project, MissingFilesMakeItUnreadable) {
  EXPECT_TRUE(read_text("ferrule: 1\ncables: lost.csv\n").findings.any_unreadable());
  diag::Sources sources;
  diag::Findings findings;
  EXPECT_FALSE(read_project("no/such/folder", sources, test_facts(), findings));
  EXPECT_TRUE(findings.any_unreadable());
}

TEST(Project, IsReadFromAFolder) {
  const auto folder = std::filesystem::temp_directory_path() / ("ferrule-lang-test-" + std::to_string(::getpid()));
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "plant.yaml") << "ferrule: 1\nequipment: eq.csv\n";
  std::ofstream(folder / "eq.csv") << "name,rack,u,height,ports,optic\na,,,,p,10GBASE-SR\n";
  diag::Sources sources;
  diag::Findings findings;
  const auto project = read_project(folder.string(), sources, test_facts(), findings);
  ASSERT_TRUE(project);
  EXPECT_EQ(project->plant.nodes.size(), 1u);
  EXPECT_EQ(project->folder, folder.string());
  EXPECT_EQ(project->name, folder.filename().string());
  std::filesystem::remove_all(folder);
}

constexpr const char* kParallel = R"(ferrule: 1
parts:
  cord:  {kind: cord, fibre: OS2, polarity: B, ends: {connector: MPO-12, gender: unpinned, polish: APC}}
  trunk: {kind: trunk, fibre: OS2, polarity: B, legs: 4, ends: {connector: MPO-12, gender: pinned, polish: APC}}
  ap:    {kind: adapter-panel, connector: MPO-12, adapter: A, count: 4}
equipment: {"s[1-2]": {ports: {"p[1-4]": 400GBASE-DR4}}}
panels: {"P[1-2]": {part: ap}}
cables:
  - {id: T, part: trunk, length: 30 m, a: "P1/[1-4]/rear", b: "P2/[1-4]/rear"}
  - {id: "A[1-4]", part: cord, length: 2 m, a: "s1/p[1-4]", b: "P1/[1-4]"}
  - {id: "B[1-4]", part: cord, length: 2 m, a: "s2/p[1-4]", b: "P2/[1-4]/front"}
links:
  - {id: "L[1-4]", a: "s1/p[1-4]", b: "s2/p[1-4]"}
)";

TEST(Project, ThroughTwoAngledPanelsArrives) {
  const Read read = read_text(kParallel);
  EXPECT_EQ(read.said(), "");
  EXPECT_EQ(read.plant().link_count(), 4u);
  EXPECT_EQ(read.arrives("s1/p3", 12), "s2/p3.1");
  EXPECT_EQ(read.plant().panel_ports.size(), 8u);
  EXPECT_EQ(read.plant().port_spelled(read.plant().panel_port_at.find(read.connector("T/b4"))->second, false), "P2/4/rear");
}

TEST(Project, OfTwinPortModulesHasABundlePerReceptacle) {
  const Read read = read_text(
      "ferrule: 1\nequipment: {\"s[1-2]\": {ports: {p: 2x400GBASE-DR4}}}\nlinks: [{id: L, a: s1/p, b: s2/p}, {id: M, a: "
      "\"s1/p/2:1-2\", b: \"s2/p/1:3-4\"}]\n");
  EXPECT_EQ(read.said(), "");
  ASSERT_EQ(read.plant().bundles.size(), 3u);
  EXPECT_EQ(read.plant().bundles[1].a, read.connector("s1/p/2"));
  const plant::LaneSet& lanes = read.plant().lane_sets[read.plant().bundles[2].b_set];
  EXPECT_EQ(lanes.first_lane, 2);
  EXPECT_EQ(lanes.lanes, 2);
  EXPECT_FALSE(lanes.whole);
}

TEST(Project, KeepsWhereCablesLieAndWhatLinksCarry) {
  const Read read = read_text(
      "ferrule: 1\nparts: {c: LC duplex OM4 patch cord A-to-B}\ntrays: {T1: {space: plenum, length: 20 m}, T2: }\n"
      "equipment: {e: {ports: {\"p[1-2]\": 10GBASE-SR}}}\n"
      "cables: [{id: C, part: c, route: [T2, T1], side: A, label: \"x\", space: riser}]\nlinks: [{id: L, a: e/p1, b: e/p2, "
      "application: 16GFC-SW}]\n");
  EXPECT_EQ(read.said(), "");
  const plant::Laying& laying = read.plant().laying.at(2);
  EXPECT_EQ(laying.trays, (std::vector<std::uint32_t>{1, 0}));
  EXPECT_EQ(laying.route_side + laying.label + laying.space, "Axriser");
  EXPECT_EQ(read.plant().link_application.at(0), "16GFC-SW");
}

TEST(Project, FindsPortsAmongManyRuns) {
  std::string ports;
  for (int i = 0; i < 40; ++i) ports += (i > 0 ? ", " : "") + std::string("\"x") + std::to_string(i) + "y[1-3]\": 10GBASE-SR";
  const Read read =
      read_text("ferrule: 1\nparts: {c: LC duplex OM4 patch cord A-to-B}\nequipment: {\"e[1-2]\": {ports: {" + ports +
                "}}}\ncables: [{id: C, part: c, a: e2/x31y2, b: e1/x0y3}, {id: D, part: c, a: e1/x40y1}]\n");
  EXPECT_EQ(read.arrives("e2/x31y2", 1), "e1/x0y3.2");
  EXPECT_EQ(read.said().substr(0, 4), "L205");
}

TEST(Project, ReadsItsPolicyRulesAndWaivers) {
  const Read read = read_text(
      "ferrule: 1\npolicy: {brand: MTP, mixed_brands: refuse, attenuation: ISO, spaces: plenum, separate_routes: true, "
      "max_connections: 6, slack: 2 m, method: U2, grade: low-loss}\n"
      "rules: {M201: off, mixed-brands: note}\nwaivers: [{rule: X608, for: [L1, T4], reason: spare, owner: me, until: "
      "2027-03-01}]\n");
  EXPECT_EQ(read.said(), "");
  const check::Settings& settings = read.project->settings;
  EXPECT_EQ(settings.policy.brand, "MTP");
  EXPECT_EQ(settings.policy.mixed_brands, check::MixedBrands::kRefuse);
  EXPECT_TRUE(settings.policy.iso_attenuation);
  EXPECT_EQ(settings.policy.slack.millimetre, 2000);
  EXPECT_EQ(settings.policy.method, "U2");
  EXPECT_EQ(settings.policy.grade, "low-loss");
  EXPECT_EQ(settings.levels.size(), 2u);
  EXPECT_EQ(settings.levels[0].severity, diag::Severity::kOff);
  EXPECT_EQ(settings.waivers.at(0).subjects.size(), 2u);
}

}  // namespace
}  // namespace ferrule::lang
