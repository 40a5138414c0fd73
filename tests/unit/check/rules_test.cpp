// What the pages of the rules cannot show: faults by the thousand, and the words that rules share.
#include <algorithm>
#include <gtest/gtest.h>

#include "check/check.h"
#include "check/standing.h"
#include "check/words.h"
#include "small_plant.h"
#include "support/embedded_facts.h"

namespace ferrule::check {
namespace {

using test::embedded_facts;

std::vector<diag::Finding> found(const plant::Plant& plant, std::string_view code, const Settings& settings = {}) {
  std::vector<diag::Finding> findings = check(plant, embedded_facts(), settings).findings;
  std::erase_if(findings, [&](const diag::Finding& finding) { return finding.code != code; });
  return findings;
}

TEST(Words, PositionsAsPeopleCountThem) {
  struct Row {
    std::vector<int> positions;
    std::string_view text;
  };
  for (const auto& [positions, text] : std::initializer_list<Row>{
           {{0}, "position 1"},
           {{4, 5, 6, 7}, "positions 5-8"},
           {{0, 11}, "positions 1 and 12"},
           {{0, 1, 2, 3, 8, 9, 10, 11}, "positions 1-4 and 9-12"},
           {{0, 2, 4}, "positions 1, 3 and 5"},
       })
    EXPECT_EQ(spell_positions(positions), text);
}

TEST(Standing, StraightLineIsRoundedDownSoThatNoCableIsBlamedForAFraction) {
  struct Row {
    std::int64_t x, y, distance;
  };
  for (const auto& [x, y, distance] : std::initializer_list<Row>{{12'000, 5'000, 13'000}, {1, 1, 1}, {0, 0, 0}, {-600, 0, 600}}) {
    plant::Rack here, there;
    here.placed = there.placed = true;
    there.x = {x};
    there.y = {y};
    EXPECT_EQ(straight_distance(here, there), Length{distance});
  }
  plant::Rack here, nowhere;
  here.placed = true;
  EXPECT_EQ(straight_distance(here, nowhere), std::nullopt);
}

TEST(Meetings, ATrunkOf24LegsInWrongSocketsIsOneFinding) {
  plant::Builder builder;
  const std::uint32_t trunk = builder.add_type(straight_trunk("trunk288", 24, spec::Pins::kPinned));
  const std::uint32_t socket_type = builder.add_type(socket("cassette", spec::Pins::kPinned));
  const std::uint32_t cable = builder.add_asset(trunk, "T1", {20'000}, {});
  for (std::size_t leg = 0; leg < 48; ++leg) {
    const std::uint32_t part = builder.add_asset(socket_type, "S" + std::to_string(leg), {}, {});
    ASSERT_TRUE(builder.mate(builder.connector(cable, leg), builder.connector(part), plant::Joint::kOpposed));
  }
  const plant::Plant plant = std::move(builder).finish();
  const auto findings = found(plant, "M201");
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0].message, "trunk288 (48 ends) meet cassette, both pinned");
  EXPECT_EQ(findings[0].subject_count, 48u);
}

TEST(LooseEnds, OneFindingForAllCablesOfAType) {
  plant::Builder builder;
  const std::uint32_t trunk = builder.add_type(straight_trunk("trunk", 1, spec::Pins::kPinned));
  for (int cable = 0; cable < 1000; ++cable) builder.add_asset(trunk, "T" + std::to_string(cable), {20'000}, {});
  const auto findings = found(std::move(builder).finish(), "X602");
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0].message, "T0/a, T0/b, T1/a, ... are plugged nowhere (trunk)");
  EXPECT_EQ(findings[0].subject_count, 1000u);
}

TEST(Units, SoManyFaultsAreCountedNotListed) {
  plant::Builder builder;
  builder.plant().racks.push_back({"A01", false, {}, {}, 48, "", {}});
  for (int node = 0; node < 1000; ++node) {
    plant::Node& made = builder.plant().nodes.emplace_back();
    made.name = "leaf" + std::to_string(node);
    made.rack = 0;
    made.unit = 7;
  }
  const auto findings = found(std::move(builder).finish(), "X606");
  ASSERT_EQ(findings.size(), kMostAlike + 1);
  EXPECT_EQ(findings.back().message, "899 more units are occupied twice");
}

// Two ports, one cord; what stands in a jacket's way is no fault of the link.
TEST(PartsOnly, AWrongJacketIsAnErrorAndTheLinkStaysProven) {
  plant::Builder builder;
  const std::uint32_t optic = builder.add_type(sr4());
  plant::PartType cord = straight_trunk("cord", 1, spec::Pins::kUnpinned);
  for (std::uint8_t p = 0; p < 12; ++p) cord.far[cord.first[0] + p] = {1, static_cast<std::uint8_t>(11 - p)};
  for (std::uint8_t p = 0; p < 12; ++p) cord.far[cord.first[1] + p] = {0, static_cast<std::uint8_t>(11 - p)};
  cord.jacket = "OFNR";
  const std::uint32_t cord_type = builder.add_type(cord);
  const std::uint32_t a = builder.add_asset(optic, "p1", {}, {}), b = builder.add_asset(optic, "p2", {}, {});
  const std::uint32_t c = builder.add_asset(cord_type, "C1", {3'000}, {});
  ASSERT_TRUE(builder.mate(builder.connector(a), builder.connector(c, 0), plant::Joint::kMdi));
  ASSERT_TRUE(builder.mate(builder.connector(b), builder.connector(c, 1), plant::Joint::kMdi));
  const std::uint32_t face = builder.plant().type_first_face[optic];
  const std::uint32_t set = *builder.lane_set(face);
  builder.add_link("L1", {});
  builder.add_bundle({builder.connector(a), set, builder.connector(b), set});
  builder.plant().laying[c].space = "plenum";
  const plant::Plant plant = std::move(builder).finish();
  const CheckResult result = check(plant, embedded_facts(), {});
  ASSERT_EQ(result.verdicts.size(), 1u);
  EXPECT_EQ(result.verdicts[0], Verdict::kProven);
  const auto jacket =
      std::find_if(result.findings.begin(), result.findings.end(), [](const auto& finding) { return finding.code == "X607"; });
  ASSERT_NE(jacket, result.findings.end());
  EXPECT_EQ(jacket->severity, diag::Severity::kError);
  EXPECT_EQ(jacket->message, "cord has jacket OFNR, plenum asks for OFNP or OFCP");
}

// data/cpr_marks.csv and jackets.csv: class and every mark equal or better; a mark that is not stated is not equal.
TEST(Jackets, EuroclassesAreComparedMarkByMark) {
  struct Row {
    std::string_view space, jacket;
    std::size_t findings, not_checked;
  };
  for (const auto& [space, jacket, count, unknown] : std::initializer_list<Row>{
           {"B2ca-s1a,d1,a1", "B2ca-s1a,d1,a1", 0, 0},
           {"B2ca-s1a,d1,a1", "Cca-s1a,d1,a1", 1, 0},
           {"Cca-s2,d2,a2", "Cca-s1b,d1,a1", 0, 0},
           {"Cca-s1b,d1,a1", "B2ca-s1a,d2,a1", 1, 0},
           {"Cca-s1b,d1,a1", "B2ca", 0, 1},
           {"Dca", "Eca", 1, 0},
           {"plenum", "LSZH", 0, 1},
           {"plenum", "LSZH/OFNP", 0, 0},
           {"plenum", "B2ca-s1a,d1,a1", 0, 1},
           {"riser", "OFNP", 0, 0},
           {"riser", "OFN", 1, 0},
           {"plenum", "", 0, 1},
           {"duct", "OFNP", 0, 1},
       }) {
    plant::Builder builder;
    plant::PartType type = straight_trunk("trunk", 1, spec::Pins::kPinned);
    type.jacket = jacket;
    const std::uint32_t asset = builder.add_asset(builder.add_type(type), "T1", {20'000}, {});
    builder.plant().laying[asset].space = space;
    const CheckResult result = check(std::move(builder).finish(), embedded_facts(), {});
    EXPECT_EQ(std::count_if(result.findings.begin(), result.findings.end(), [](const auto& f) { return f.code == "X607"; }),
              static_cast<std::ptrdiff_t>(count))
        << space << " / " << jacket;
    EXPECT_EQ(result.not_checked.size(), unknown) << space << " / " << jacket;
  }
}

}  // namespace
}  // namespace ferrule::check
