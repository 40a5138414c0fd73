#include "loss/reach.h"

#include <gtest/gtest.h>

#include "loss/planning.h"

namespace ferrule::loss {
namespace {

constexpr Attenuation kMultimode{3'000'000}, kSingleMode{400'000};

JointFigures at_most(std::int64_t microdecibel) {
  JointFigures figures;
  figures.most = Loss{microdecibel};
  return figures;
}

JointFigures grade_b() {
  JointFigures figures;
  figures.mean = Loss{120'000};
  figures.most_of_97 = Loss{250'000};
  figures.scatter.figures = GradeFigures{0.12, 0.25};
  return figures;
}

facts::Reach channel(std::int64_t loss, std::int64_t reach_mm) {
  facts::Reach reach;
  reach.channel_loss = Loss{loss};
  reach.longest = Length{reach_mm};
  return reach;
}

std::vector<ReachLine> table(const ReachQuestion& question) {
  const Result<std::vector<ReachLine>> lines = reach_table(question);
  EXPECT_TRUE(lines) << (lines ? "" : lines.error().message);
  return lines ? *lines : std::vector<ReachLine>();
}

// The maker's rule: two panels are four matings, and its lengths hold with them (facts/loss-statistics.md, Check N1).
TEST(ReachTable, N1_FourMatingsCarryTheMakersLengths) {
  const facts::Reach multimode = channel(1'700'000, 50'000), straight = channel(3'000'000, 500'000),
                     duplex = channel(4'000'000, 2'000'000);
  EXPECT_EQ(table({&multimode, kMultimode, at_most(350'000), {}, 0.999, 8, 4, 4})[0].worst.length, Length{50'000});
  EXPECT_EQ(table({&straight, kSingleMode, at_most(350'000), {}, 0.999, 8, 4, 4})[0].worst.length, Length{500'000});
  EXPECT_EQ(table({&duplex, kSingleMode, at_most(250'000), {}, 0.999, 2, 4, 4})[0].worst.length, Length{2'000'000});
}

// The number of matings that a length carries, and the length that so many matings carry, are one rule (Check T1).
TEST(ReachTable, AgreesWithTheNumberOfMatingsThatALengthCarries) {
  const facts::Reach reach = channel(1'900'000, 100'000);
  for (const std::int64_t loss : {250'000, 350'000, 500'000, 750'000})
    for (const std::int64_t metres : {15, 30, 50, 70, 100}) {
      const Result<int> most = most_matings(Loss{1'900'000}, kMultimode, Length{metres * 1000}, Loss{loss});
      ASSERT_TRUE(most);
      const std::vector<ReachLine> lines = table({&reach, kMultimode, at_most(loss), {}, 0.999, 8, 0, 12});
      for (const ReachLine& line : lines)
        EXPECT_EQ(line.worst.length && *line.worst.length >= Length{metres * 1000}, line.joints <= *most)
            << loss << ' ' << metres;
    }
}

TEST(ReachTable, LengthsFallWithJointsAndWithTheShareThatShallPass) {
  const facts::Reach reach = channel(1'900'000, 400'000);
  std::optional<Length> before;
  for (const ReachLine& line : table({&reach, kMultimode, grade_b(), {}, 0.999, 8, 1, 12})) {
    ASSERT_TRUE(line.fibres.joints && line.links.joints && line.worst.joints);
    EXPECT_LT(*line.fibres.joints, *line.links.joints);
    if (line.joints > 6) {  // adding worst cases forbids good designs
      EXPECT_LT(*line.links.joints, *line.worst.joints);
    }
    EXPECT_LE(line.fibres.length.value_or(Length{}), before.value_or(Length{1'000'000}));
    before = line.fibres.length;
  }
}

TEST(ReachTable, AMaximumAloneTellsNoDistribution) {
  const facts::Reach reach = channel(1'900'000, 100'000);
  const std::vector<ReachLine> lines = table({&reach, kMultimode, at_most(350'000), {}, 0.999, 8, 1, 2});
  EXPECT_FALSE(lines[0].fibres.joints);
  EXPECT_TRUE(lines[0].worst.length);
}

TEST(ReachTable, RefusesWhatHasNoAnswer) {
  const facts::Reach reach = channel(1'900'000, 100'000), unknown;
  EXPECT_FALSE(reach_table({&reach, kMultimode, grade_b(), {}, 0, 8, 1, 2}));
  EXPECT_FALSE(reach_table({&reach, kMultimode, grade_b(), {}, 1, 8, 1, 2}));
  EXPECT_FALSE(reach_table({&reach, kMultimode, grade_b(), {}, 0.999, 8, 1, 1'000'000}));
  EXPECT_FALSE(reach_table({&reach, kMultimode, grade_b(), {}, 0.999, 8, -1, 2}));
  EXPECT_FALSE(reach_table({&reach, Attenuation{}, grade_b(), {}, 0.999, 8, 1, 2}));
  EXPECT_FALSE(reach_table({&unknown, kMultimode, grade_b(), {}, 0.999, 8, 1, 2}));
}

// A maker's rule has no sum: so many joints of so much each, within reach.
TEST(ReachTable, AMakersRuleHoldsAsWritten) {
  facts::Reach reach;
  reach.longest = Length{50'000};
  reach.most_connections = 4;
  reach.loss_per_connection = Loss{350'000};
  const std::vector<ReachLine> lines = table({&reach, kMultimode, at_most(350'000), {}, 0.999, 8, 4, 5});
  EXPECT_EQ(lines[0].worst.length, Length{50'000});
  EXPECT_FALSE(lines[1].worst.length);
  EXPECT_FALSE(table({&reach, kMultimode, at_most(500'000), {}, 0.999, 8, 4, 4})[0].worst.length);
  reach.loss_per_connection.reset();  // half a rule is none: what each may lose is not known
  EXPECT_FALSE(table({&reach, kMultimode, at_most(350'000), {}, 0.999, 8, 4, 4})[0].worst.length);
}

// However little they lose: reflections add up.
TEST(ReachTable, MoreConnectionsThanAreAllowedReachNowhere) {
  const facts::Reach reach = channel(3'000'000, 500'000);
  ReachQuestion question{&reach, kSingleMode, grade_b(), 4, 0.999, 8, 4, 5};
  const std::vector<ReachLine> lines = table(question);
  EXPECT_TRUE(lines[0].worst.length && lines[0].links.length && !lines[0].too_many);
  EXPECT_TRUE(lines[1].too_many);
  EXPECT_FALSE(lines[1].worst.length || lines[1].fibres.length || lines[1].links.length);
}

}  // namespace
}  // namespace ferrule::loss
