// Adapters and array cables: facts/polarity.md 2, 4, 4.2 and 12, and how faces meet that do not match (9).
#include <charconv>
#include <map>
#include <string>
#include <gtest/gtest.h>

#include "plant/joint_map.h"
#include "plant/trace.h"
#include "support/agree.h"

namespace ferrule::test {
namespace {

using plant::met_position;

spec::Face grid(int rows, int columns) {
  spec::Face face;
  face.rows = rows;
  face.columns = columns;
  for (int p = 0; p < rows * columns; ++p) face.populated.set(static_cast<std::size_t>(p));
  return face;
}

std::vector<int> numbers(std::string_view text) {
  std::vector<int> found;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t blank = text.find(' ', at);
    if (blank == std::string_view::npos) blank = text.size();
    int number = 0;
    std::from_chars(text.data() + at, text.data() + blank, number);
    found.push_back(number);
    at = blank + 1;
  }
  return found;
}

// facts/polarity.md 4.2, as printed.
constexpr std::string_view kTables = R"(adapter_opposed_A_1x12,1 2 3 4 5 6 7 8 9 10 11 12,1 2 3 4 5 6 7 8 9 10 11 12
adapter_aligned_B_1x12,1 2 3 4 5 6 7 8 9 10 11 12,12 11 10 9 8 7 6 5 4 3 2 1
adapter_opposed_A_1x16,1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16,1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16
adapter_aligned_B_1x16,1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16,16 15 14 13 12 11 10 9 8 7 6 5 4 3 2 1
adapter_opposed_A_2x12,1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24,13 14 15 16 17 18 19 20 21 22 23 24 1 2 3 4 5 6 7 8 9 10 11 12
adapter_aligned_B_2x12,1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24,12 11 10 9 8 7 6 5 4 3 2 1 24 23 22 21 20 19 18 17 16 15 14 13
adapter_opposed_A_2x16,1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32,17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16
adapter_aligned_B_2x16,1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32,16 15 14 13 12 11 10 9 8 7 6 5 4 3 2 1 32 31 30 29 28 27 26 25 24 23 22 21 20 19 18 17
cable_A_8of12,1 2 3 4 9 10 11 12,1 2 3 4 9 10 11 12
cable_B_8of12,1 2 3 4 9 10 11 12,12 11 10 9 4 3 2 1
cable_C_8of12,1 2 3 4 9 10 11 12,2 1 4 3 10 9 12 11
cable_A_12,1 2 3 4 5 6 7 8 9 10 11 12,1 2 3 4 5 6 7 8 9 10 11 12
cable_B_12,1 2 3 4 5 6 7 8 9 10 11 12,12 11 10 9 8 7 6 5 4 3 2 1
cable_C_12,1 2 3 4 5 6 7 8 9 10 11 12,2 1 4 3 6 5 8 7 10 9 12 11
cable_A_16,1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16,1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16
cable_B_16,1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16,16 15 14 13 12 11 10 9 8 7 6 5 4 3 2 1
cable_C_16,1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16,2 1 4 3 6 5 8 7 10 9 12 11 14 13 16 15
cable_A_24,1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24,1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24
cable_B24-R_24,1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24,24 23 22 21 20 19 18 17 16 15 14 13 12 11 10 9 8 7 6 5 4 3 2 1
cable_B24-P_24,1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24,12 11 10 9 8 7 6 5 4 3 2 1 24 23 22 21 20 19 18 17 16 15 14 13
cable_C_24,1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24,2 1 4 3 6 5 8 7 10 9 12 11 14 13 16 15 18 17 20 19 22 21 24 23
cable_A_32,1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32,1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32
cable_B32-R_32,1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32,32 31 30 29 28 27 26 25 24 23 22 21 20 19 18 17 16 15 14 13 12 11 10 9 8 7 6 5 4 3 2 1
cable_B32-P_32,1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32,16 15 14 13 12 11 10 9 8 7 6 5 4 3 2 1 32 31 30 29 28 27 26 25 24 23 22 21 20 19 18 17
cable_C_32,1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32,2 1 4 3 6 5 8 7 10 9 12 11 14 13 16 15 18 17 20 19 22 21 24 23 26 25 28 27 30 29 32 31)";

std::string_view connector_for(std::string_view suffix) {
  if (suffix == "8of12") return "MPO-8";
  if (suffix == "12" || suffix == "1x12") return "MPO-12";
  if (suffix == "16" || suffix == "1x16") return "MPO-16";
  return suffix == "24" || suffix == "2x12" ? "MPO-24" : "MPO-32";
}

// polarity.md 4.2
TEST(ArrayMaps, AreThePrintedTables) {
  int rows = 0;
  for (std::size_t at = 0; at < kTables.size(); ++rows) {
    const std::size_t end = std::min(kTables.find('\n', at), kTables.size());
    const std::string_view row = kTables.substr(at, end - at);
    at = end + 1;
    const std::size_t comma = row.find(','), second = row.find(',', comma + 1), mark = row.substr(0, comma).rfind('_');
    const std::string_view name = row.substr(0, comma), connector = connector_for(name.substr(mark + 1));
    const std::vector<int> side1 = numbers(row.substr(comma + 1, second - comma - 1)), side2 = numbers(row.substr(second + 1));
    ASSERT_EQ(side1.size(), side2.size()) << name;
    SCOPED_TRACE(name);

    PlainPlant plain;
    if (name.starts_with("adapter")) {
      const bool opposed = name.find("opposed") != std::string_view::npos;
      plain.put("C1", array_cable("A", connector));
      plain.put("C2", array_cable("A", connector));
      plain.join("C1/b", "C2/a", opposed ? Meeting::kOpposed : Meeting::kAligned);
      const Built built = build(plain);
      const SlowJudge judge(plain);
      const spec::Face& face = built.plant.face_of(0).face;
      for (std::size_t i = 0; i < side1.size(); ++i) {
        EXPECT_EQ(met_position(opposed ? plant::Joint::kOpposed : plant::Joint::kAligned, face, face, side1[i] - 1),
                  side2[i] - 1);
        EXPECT_EQ(judge.meets(plain.plug("C1/b"), side1[i])->position, side2[i]);
        EXPECT_EQ(plant::trace(built.plant, {1, static_cast<std::uint16_t>(side1[i] - 1)}).end().position, side2[i] - 1);
      }
    } else {
      const std::string_view type = name.substr(6, mark - 6);
      plain.put("C1", array_cable(type, connector));
      const plant::PartType part = type_of(plain.sorts[0]);
      const SlowJudge judge(plain);
      EXPECT_EQ(part.faces[0].face.count(), static_cast<int>(side1.size()));
      for (std::size_t i = 0; i < side1.size(); ++i) {
        const auto near = static_cast<std::size_t>(side1[i] - 1);
        EXPECT_EQ(part.far_of(0, near), (plant::FarEnd{1, static_cast<std::uint8_t>(side2[i] - 1)}));
        EXPECT_EQ(judge.through({0, 0}, side1[i])->position, side2[i]);
      }
    }
  }
  EXPECT_EQ(rows, 25);
}

// polarity.md 12
TEST(JointMaps, AdaptersOf24) {
  const spec::Face face = grid(2, 12);
  for (const auto& [from, to] : {std::pair{1, 13}, {12, 24}, {13, 1}})
    EXPECT_EQ(met_position(plant::Joint::kOpposed, face, face, from - 1), to - 1);
  for (const auto& [from, to] : {std::pair{1, 12}, {12, 1}, {13, 24}})
    EXPECT_EQ(met_position(plant::Joint::kAligned, face, face, from - 1), to - 1);
}

// polarity.md 2 and 12: an adapter turned round is the same adapter.
TEST(JointMaps, AreTheirOwnInverse) {
  for (const auto& [rows, columns] : {std::pair{1, 1}, {1, 2}, {1, 12}, {1, 16}, {2, 12}, {2, 16}, {4, 12}, {5, 12}, {6, 12}}) {
    const spec::Face face = grid(rows, columns);
    for (plant::Joint joint :
         {plant::Joint::kMdi, plant::Joint::kSeat, plant::Joint::kOpposed, plant::Joint::kAligned, plant::Joint::kSplice})
      for (int p = 0; p < face.size(); ++p) {
        const std::optional<int> there = met_position(joint, face, face, p);
        ASSERT_TRUE(there);
        EXPECT_EQ(met_position(joint, face, face, *there), p);
      }
  }
}

// polarity.md 9: MPO-12 and MPO-24 latch, and no fibre meets a fibre; MPO-16 does not mate with either.
TEST(JointMaps, FacesOfOtherRowsOrColumnsHoldNoFibreAgainstAFibre) {
  const spec::Face faces[] = {grid(1, 1), grid(1, 2), grid(1, 12), grid(1, 16), grid(2, 12), grid(2, 16)};
  for (const spec::Face& from : faces)
    for (const spec::Face& to : faces) {
      if (&from == &to) continue;
      for (plant::Joint joint : {plant::Joint::kMdi, plant::Joint::kSeat, plant::Joint::kOpposed, plant::Joint::kAligned,
                                 plant::Joint::kSplice, plant::Joint::kUnstated})
        for (int p = 0; p < from.size(); ++p) EXPECT_FALSE(met_position(joint, from, to, p));
    }
}

TEST(JointMaps, AnUnstatedAdapterIsUnknownUnlessThereIsOneFibre) {
  EXPECT_EQ(met_position(plant::Joint::kUnstated, grid(1, 1), grid(1, 1), 0), 0);
  EXPECT_FALSE(met_position(plant::Joint::kUnstated, grid(1, 2), grid(1, 2), 0));
  EXPECT_FALSE(met_position(plant::Joint::kUnstated, grid(1, 12), grid(1, 12), 5));
  EXPECT_FALSE(met_position(plant::Joint::kNone, grid(1, 12), grid(1, 12), 5));
}

// polarity.md 2: one and two rows are well founded; 1: more rows by the same rule, low.
TEST(JointMaps, SayHowSureTheyAre) {
  EXPECT_EQ(plant::cited(plant::Joint::kOpposed, grid(1, 12)).confidence, Confidence::kHigh);
  EXPECT_EQ(plant::cited(plant::Joint::kAligned, grid(2, 16)).confidence, Confidence::kHigh);
  EXPECT_EQ(plant::cited(plant::Joint::kAligned, grid(6, 12)).confidence, Confidence::kLow);
}

// polarity.md 5: keyways up on both sides, L of one side is R of the other; 3: a receptacle is numbered by the plug position it meets.
TEST(JointMaps, OfDuplexPlugsAndReceptacles) {
  const spec::Face duplex = grid(1, 2);
  EXPECT_EQ(met_position(plant::Joint::kAligned, duplex, duplex, 0), 1);
  EXPECT_EQ(met_position(plant::Joint::kOpposed, duplex, duplex, 0), 0);
  EXPECT_EQ(met_position(plant::Joint::kSeat, duplex, duplex, 0), 0);
  EXPECT_EQ(met_position(plant::Joint::kMdi, grid(1, 12), grid(1, 12), 11), 11);
}

// Far position of `from` through parts and adapters: "B", "aligned B" and so on.
int through(const std::vector<std::string>& cables, const std::vector<Meeting>& adapters, std::string_view connector, int from) {
  PlainPlant plain;
  for (std::size_t i = 0; i < cables.size(); ++i) plain.put("C" + std::to_string(i + 1), array_cable(cables[i], connector));
  for (std::size_t i = 0; i + 1 < cables.size(); ++i)
    plain.joints.push_back({{static_cast<int>(i), 1}, {static_cast<int>(i + 1), 0}, adapters[i]});
  plain.put("end", array_cable("A", connector));  // its near end is where we look
  plain.joints.push_back({{static_cast<int>(cables.size()) - 1, 1}, {static_cast<int>(cables.size()), 0}, Meeting::kSplice});
  plain.put("begin", array_cable("A", connector));
  plain.join("begin/b", "C1/a", Meeting::kSplice);
  const Built built = build(plain);
  const SlowJudge judge(plain);
  EXPECT_EQ(disagreement(plain, built, judge, {{plain.plug("begin/b"), {from}}}), "");
  return plant::trace(built.plant, {built.connector(plain.plug("begin/b")), static_cast<std::uint16_t>(from - 1)})
             .end()
             .position +
         1;
}

// polarity.md 12: compositions.
TEST(ArrayMaps, Compose) {
  for (std::string_view connector : {"MPO-12", "MPO-16", "MPO-24"}) {
    const End end = end_of("", connector);
    const std::string b = connector == "MPO-24" ? "B24-R" : "B";
    // Meeting kSplice joins cables as if they were one.
    for (int p = 1; p <= end.size(); ++p) {
      EXPECT_EQ(through({b, b}, {Meeting::kSplice}, connector, p), p);
      EXPECT_EQ(through({"C", "C"}, {Meeting::kSplice}, connector, p), p);
      EXPECT_EQ(through({b, "C"}, {Meeting::kSplice}, connector, p), through({"C", b}, {Meeting::kSplice}, connector, p));
      EXPECT_EQ(through({"A", "A", "A"}, {Meeting::kAligned, Meeting::kAligned}, connector, p), p);
      EXPECT_EQ(through({"A", "A", "A"}, {Meeting::kOpposed, Meeting::kOpposed}, connector, p), p);
    }
  }
}

// polarity.md 4, theorem, and 12: the key of one plug turned to the other side changes that end from p to N+1-p.
TEST(ArrayMaps, ATurnedKeyMakesTypeBOfTypeA) {
  struct Row {
    std::string_view connector, type, becomes;
  };
  for (const auto& [connector, type, becomes] : {Row{"MPO-12", "A", "B"}, Row{"MPO-12", "B", "A"}, Row{"MPO-16", "A", "B"},
                                                 Row{"MPO-24", "A", "B24-R"}, Row{"MPO-32", "A", "B32-R"}}) {
    const plant::PartType was = type_of(array_cable(type, connector)), is = type_of(array_cable(becomes, connector));
    const int all = was.faces[1].face.size();
    for (int p = 0; p < all; ++p)
      EXPECT_EQ(all - 1 - was.far_of(0, static_cast<std::size_t>(p)).position,
                is.far_of(0, static_cast<std::size_t>(p)).position);
  }
}

// polarity.md 9: partly populated faces against full ones: light on the common positions, the rest unlit.
TEST(ArrayMaps, PartlyPopulatedFacesPassTheCommonPositions) {
  PlainPlant plain;
  plain.put("C1", array_cable("A", "MPO-12"));
  plain.put("C2", array_cable("B", "MPO-8"));
  plain.join("C1/b", "C2/a", Meeting::kOpposed);
  const Built built = build(plain);
  const SlowJudge judge(plain);
  EXPECT_EQ(disagreement(plain, built, judge, {{plain.plug("C1/b"), {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}}}), "");
  for (int p = 1; p <= 12; ++p) {
    const bool dark = p >= 5 && p <= 8;
    EXPECT_EQ(plant::trace(built.plant, {1, static_cast<std::uint16_t>(p - 1)}).ending,
              dark ? plant::Ending::kUnlit : plant::Ending::kOpenEnd)
        << p;
  }
}

}  // namespace
}  // namespace ferrule::test
