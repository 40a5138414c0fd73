// Designs of ports that are broken out: harnesses and trunks, proven; dark tails, phases, and what stands.
#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "api/bom.h"
#include "api/design.h"
#include "base/text.h"

namespace ferrule::api {
namespace {

std::string pod_of_servers(int servers, const std::string& wish, const std::string& more = {}) {
  return "ferrule: 1\nproject: pod\n" + more + R"(policy: {stock_lengths: {breakout: [3 m, 5 m, 10 m]}}
fabric:
  tiers:
    server: {count: )" +
         std::to_string(servers) + R"(, ports: {nic: 100GBASE-DR}, racks: [R1, R2], per_rack: 8}
    leaf:   {count: 1, ports: {"down[1-4]": 400GBASE-DR4}, racks: N1}
  links: [{from: server, to: leaf}]
cabling: {all: {grade: low-loss, )" +
         wish + R"(}}
racks:
  "R[1-2]": {at: [0 m, 0 m], step: [0.6 m, 0 m]}
  N1: {at: [3 m, 0 m]}
)";
}

DesignReport designed_pod(const std::string& text, const DesignOptions& options = {}) {
  return design(load_texts({{"plant.yaml", text}}, {}), {}, options);
}

std::size_t harness_count(const DesignReport& report) {
  return static_cast<std::size_t>(std::count_if(report.plan.cables.begin(), report.plan.cables.end(),
                                                [](const synth::PlanCable& cable) { return cable.is_harness(); }));
}

int dark_tails(const DesignReport& report) {
  int dark = 0;
  for (const synth::PlanCable& cable : report.plan.cables) dark += cable.dark_tails();
  return dark;
}

std::string row_with(const std::map<std::string, std::string, std::less<>>& files, const std::string& table,
                     const std::string& id) {
  for (const std::string_view row : split(files.at(table), '\n'))
    if (row.starts_with(id + ",")) return std::string(row);
  return {};
}

TEST(DesignBreakouts, AHarnessForEachHead) {
  const DesignReport report = designed_pod(pod_of_servers(10, "as: direct"));
  ASSERT_EQ(report.exit, Exit::kClean);
  EXPECT_EQ(report.check.counts.proven, 10u);
  EXPECT_EQ(report.plan.cables.size(), 3u);
  EXPECT_EQ(harness_count(report), 3u);
  EXPECT_EQ(dark_tails(report), 2);
  EXPECT_EQ(row_with(report.files, "cables.csv", "B-leaf1-down1"),
            "B-leaf1-down1,breakout,10 m,leaf1/down1,,,server01/nic,server02/nic,server03/nic,server04/nic");
  EXPECT_THAT(row_with(report.files, "cables.csv", "B-leaf1-down3"),
              testing::EndsWith("server09/nic,server10/nic,capped,capped"));
  EXPECT_EQ(row_with(report.files, "links.csv", "server02--leaf1"), "server02--leaf1,server02/nic,leaf1/down1:2");
}

// As long as the farthest tail needs: servers of the far rack, low in it.
TEST(DesignBreakouts, AHarnessReachesItsFarthestTail) {
  const DesignReport report = designed_pod(pod_of_servers(8, "as: direct"));
  ASSERT_EQ(report.exit, Exit::kClean);
  synth::Hall hall = report.hall;
  int reached = 0;
  for (const synth::PlanCable& cable : report.plan.cables)
    for (std::uint32_t d = 0; d < report.net.devices.size(); ++d)
      for (const synth::PlanTail& tail : cable.tails) {
        if (tail.end != report.net.devices[d].name + "/nic") continue;
        ++reached;
        EXPECT_GE(*cable.needed, hall.way(*report.plan.stands[8], *report.plan.stands[d]).length) << tail.end;
      }
  EXPECT_EQ(reached, 8);
}

TEST(DesignBreakouts, OverTrunksALegCarriesAReceptacle) {
  const DesignReport report = designed_pod(pod_of_servers(10, "as: structured, trunks: [2, 4]"));
  ASSERT_EQ(report.exit, Exit::kClean);
  EXPECT_EQ(report.check.counts.proven, 10u);
  EXPECT_EQ(harness_count(report), 3u);
  const auto trunks = std::count_if(report.plan.cables.begin(), report.plan.cables.end(),
                                    [](const synth::PlanCable& cable) { return cable.trunk; });
  EXPECT_EQ(trunks, 2);  // to each rack of servers
  EXPECT_EQ(report.plan.cables.size(), 3u + 3u + 2u);
}

constexpr const char* kModule = R"(parts:
  module: {kind: cassette, fibre: OS2, grade: low-loss, adapter: A, source: data sheet of the module,
           rear: {connector: MPO-8, gender: unpinned, polish: APC}, front: {connector: LC-duplex, count: 4, polish: APC},
           map: [rear.12 = 1.1, rear.1 = 1.2, rear.11 = 2.1, rear.2 = 2.2, rear.10 = 3.1, rear.3 = 3.2, rear.9 = 4.1, rear.4 = 4.2]}
)";

TEST(DesignBreakouts, ACassetteOfTheAuthorTakesCords) {
  const DesignReport report = designed_pod(pod_of_servers(10, "as: structured, fan_out: cassette", kModule));
  ASSERT_EQ(report.exit, Exit::kClean);
  EXPECT_EQ(report.check.counts.proven, 10u);
  EXPECT_EQ(harness_count(report), 0u);
  EXPECT_THAT(report.files.at("panels.csv"), testing::HasSubstr(",module"));
  EXPECT_THAT(row_with(report.files, "cables.csv", "server02--leaf1-b"), testing::HasSubstr("server02/nic,R1-P1/1/2"));
}

// Which bore is which is not known of any cassette of the tables.
TEST(DesignBreakouts, WithoutAStatedMapACassetteIsNotProven) {
  const DesignReport report = designed_pod(pod_of_servers(4, "as: structured, fan_out: cassette"));
  EXPECT_TRUE(report.recipes[0].unproven);
  EXPECT_EQ(report.check.counts.proven, 0u);
  EXPECT_EQ(report.check.counts.unproven, 4u);
}

TEST(DesignBreakouts, AHarnessOfTheAuthorGoesBeforeThoseOfTheTables) {
  const std::string own = R"(parts:
  fan: {kind: breakout, fibre: OS2, grade: low-loss, head: {connector: MPO-12, gender: unpinned, polish: APC},
        leg: {connector: LC-duplex, count: 4, polish: PC}, source: data sheet,
        map: [head.12 = leg1.2, head.1 = leg1.1, head.11 = leg2.2, head.2 = leg2.1, head.10 = leg3.2, head.3 = leg3.1, head.9 = leg4.2, head.4 = leg4.1]}
)";
  for (const char* wish : {"as: direct", "as: structured"}) {
    const DesignReport report = designed_pod(pod_of_servers(5, wish, own));
    ASSERT_EQ(report.exit, Exit::kClean) << wish;
    EXPECT_THAT(report.files.at("cables.csv"), testing::HasSubstr(",fan,")) << wish;
    EXPECT_THAT(report.files.at("cables.csv"), testing::Not(testing::HasSubstr(",breakout,"))) << wish;
  }
}

TEST(DesignBreakouts, LaterPhasesTakeTheTailsThatHangFree) {
  for (const char* wish : {"as: direct", "as: structured", "as: structured, fan_out: cassette"}) {
    std::string text = pod_of_servers(10, wish, std::string("phases: [one, two]\n") + kModule);
    text.insert(text.find("cabling:"), "  growth: {one: {server: 6}}\n");
    const DesignReport whole = designed_pod(text), one = designed_pod(text, {.until = "one"});
    ASSERT_EQ(whole.exit, Exit::kClean) << wish;
    ASSERT_EQ(one.exit, Exit::kClean) << wish;
    EXPECT_EQ(one.check.counts.proven, 6u);
    EXPECT_EQ(whole.check.counts.proven, 10u);
    EXPECT_EQ(whole.phases[0].proven, 6u);
    // What the first phase laid lies there as it did, but for caps that came off.
    for (std::size_t i = 0; i < one.plan.cables.size(); ++i) EXPECT_EQ(one.plan.cables[i].id, whole.plan.cables[i].id) << wish;
  }
}

using PodFiles = std::map<std::string, std::string, std::less<>>;

DesignReport pod_over(const std::string& text, const PodFiles& before, bool revise) {
  return designed_pod(text, {.standing = "plant.yaml", .texts = &before, .revise = revise});
}

TEST(DesignBreakouts, CapsComeOffOverWhatStands) {
  for (const char* wish : {"as: direct", "as: structured"})
    for (const bool revise : {false, true}) {
      const DesignReport before = designed_pod(pod_of_servers(6, wish));
      const DesignReport after = pod_over(pod_of_servers(10, wish), before.files, revise);
      ASSERT_EQ(after.exit, Exit::kClean) << wish << revise;
      EXPECT_EQ(after.check.counts.proven, 10u);
      EXPECT_EQ(after.plan.plugs.size(), 2u);
      EXPECT_EQ(harness_count(after), revise ? 3u : 1u);  // a plan that is revised is told as a whole
    }
}

// Three servers beside the leaf, and a fourth at the other end of the hall: the fourth tail does not reach it. A harness that is only
// planned becomes as long as it must be.
TEST(DesignBreakouts, ATailThatIsTooShortStaysDark) {
  const auto text = [](int servers) {
    return "ferrule: 1\nfabric:\n  tiers:\n    server: {count: " + std::to_string(servers) +
           ", ports: {nic: 100GBASE-DR}, racks: [R1, R2], per_rack: 3}\n"
           "    leaf: {count: 1, ports: {\"down[1-4]\": 400GBASE-DR4}, racks: N1}\n  links: [{from: server, to: leaf}]\n"
           "racks: {R1: {at: [2 m, 0 m]}, R2: {at: [20 m, 0 m]}, N1: {at: [0 m, 0 m]}}\n";
  };
  const DesignReport before = designed_pod(text(3));
  for (const bool revise : {false, true}) {
    const DesignReport after = pod_over(text(4), before.files, revise);
    ASSERT_EQ(after.exit, Exit::kClean) << revise;
    EXPECT_EQ(after.check.counts.proven, 4u);
    EXPECT_EQ(after.plan.plugs.empty(), !revise);
    if (revise) {
      EXPECT_EQ(after.files, designed_pod(text(4)).files);
    } else {
      EXPECT_THAT(row_with(after.files, "cables.csv", "B-leaf1-down2"), testing::EndsWith("server4/nic,capped,capped,capped"));
    }
  }
}

TEST(DesignBreakouts, TailsAreCappedWhereAServerGoes) {
  const DesignReport before = designed_pod(pod_of_servers(8, "as: direct"));
  const DesignReport after = pod_over(pod_of_servers(6, "as: direct"), before.files, true);
  ASSERT_EQ(after.exit, Exit::kClean);
  EXPECT_EQ(after.check.counts.proven, 6u);
  EXPECT_THAT(row_with(after.files, "cables.csv", "B-leaf1-down2"), testing::EndsWith("server5/nic,server6/nic,capped,capped"));
}

TEST(DesignBreakouts, ARevisedPlanThatIsTheSameStaysTheSame) {
  const DesignReport before = designed_pod(pod_of_servers(6, "as: structured"));
  EXPECT_EQ(pod_over(pod_of_servers(6, "as: structured"), before.files, true).files, before.files);
}

TEST(DesignBreakouts, DarkLegsOfTrunksThatStandTakeHarnesses) {
  const DesignReport before = designed_pod(pod_of_servers(4, "as: structured, trunks: [4]"));
  const DesignReport after = pod_over(pod_of_servers(8, "as: structured, trunks: [4]"), before.files, false);
  ASSERT_EQ(after.exit, Exit::kClean);
  EXPECT_EQ(after.check.counts.proven, 8u);
  EXPECT_EQ(after.plan.lit_trunks.size(), 1u);
  EXPECT_EQ(after.plan.cables.size(), 2u);  // a cord and a harness
}

TEST(DesignBreakouts, TheBillHasThem) {
  const DesignReport report = designed_pod(pod_of_servers(10, "as: direct"));
  const Bom bill = bill_of_materials(load_texts(report.files, {}));
  const auto harness = std::find_if(bill.articles.begin(), bill.articles.end(),
                                    [](const BomArticle& article) { return article.kind == BomKind::kBreakout; });
  ASSERT_NE(harness, bill.articles.end());
  EXPECT_EQ(harness->pieces, 3);
}

TEST(DesignBreakouts, LegsThatFilesNameAreProvenWhicheverOrderTheyHave) {
  std::string text = pod_of_servers(4, "as: direct");
  const std::size_t tiers = text.find("  tiers:"), cabling = text.find("cabling:");
  text.replace(tiers, cabling - tiers, R"(  tiers:
    leaf:   {devices: leaf1, ports: {"*": 400GBASE-DR4}, racks: N1}
    server: {devices: "s*", ports: {"*": 100GBASE-DR}, racks: R1}
  links: links.csv
)");
  const DesignReport report = design(
      load_texts({{"plant.yaml", text}, {"links.csv", "a,b\nleaf1/swp2s3,s1/e\nleaf1/swp2s0,s2/e\ns3/e,leaf1/swp1s1\n"}}, {}),
      {});
  ASSERT_EQ(report.exit, Exit::kClean);
  EXPECT_EQ(report.check.counts.proven, 3u);
  EXPECT_THAT(row_with(report.files, "cables.csv", "B-leaf1-swp2"), testing::EndsWith("s2/e,capped,capped,s1/e"));
  const DesignReport twice =
      design(load_texts({{"plant.yaml", text}, {"links.csv", "a,b\nleaf1/swp2s3,s1/e\nleaf1/swp2s3,s2/e\n"}}, {}), {});
  ASSERT_FALSE(twice.findings.all().empty());
  EXPECT_EQ(twice.findings.all().front().code, "F844");
}

}  // namespace
}  // namespace ferrule::api
