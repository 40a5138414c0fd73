#include "api/name_ranges.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.h"
#include "lang/ranges.h"
#include "support/random_plant.h"

namespace ferrule::api {
namespace {

std::string folded_names(const std::vector<std::string>& names) {
  NameRanges ranges;
  for (const std::string& name : names) ranges.add(name);
  return joined(ranges.take(), " ");
}

TEST(NameRanges, CountUpByOneInOnePlace) {
  struct Row {
    std::vector<std::string> names;
    const char* folded;
  };
  for (const auto& [names, wanted] : std::initializer_list<Row>{
           {{}, ""},
           {{"T1"}, "T1"},
           {{"T1", "T2", "T3"}, "T[1-3]"},
           {{"T9", "T10", "T11"}, "T[9-11]"},
           {{"T09", "T10", "T11"}, "T[09-11]"},
           {{"T8", "T09"}, "T8 T09"},
           {{"T1", "T3", "T4"}, "T1 T[3-4]"},
           {{"T2", "T1"}, "T2 T1"},
           {{"a1-1", "a1-2", "a2-1"}, "a1-[1-2] a2-1"},
           {{"a1-b", "a2-b"}, "a[1-2]-b"},
           {{"1a1", "2a2"}, "1a1 2a2"},
           {{"T1", "T1"}, "T1 T1"},
           {{"T", "T1"}, "T T1"},
           {{"T00", "T01"}, "T[00-01]"},
           {{"T0", "T1"}, "T[0-1]"},
           {{"T99", "T100"}, "T[99-100]"},
           {{"T099", "T100"}, "T[099-100]"},
           {{"x1y1", "x1y2", "x2y2"}, "x1y[1-2] x2y2"},
       })
    EXPECT_EQ(folded_names(names), wanted);
}

// What is written stands for exactly the names, as the plant language reads it.
TEST(NameRanges, ReadBackAsTheNames) {
  for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
    test::Dice dice(seed);
    std::vector<std::string> names;
    for (int i = dice.between(1, 30), at = dice.between(0, 120); i > 0; --i, at += dice.chance(80) ? 1 : dice.between(0, 3)) {
      const std::string number = dice.chance(90) ? std::to_string(at) : "0" + std::to_string(at);
      names.push_back((dice.chance(90) ? "R1-" : "R2-") + number + (dice.chance(90) ? "" : "x9"));
    }
    NameRanges ranges;
    for (const std::string& name : names) ranges.add(name);
    std::vector<std::string> back;
    for (const std::string& range : ranges.take()) {
      lang::RangeFault why;
      const auto read = lang::parse_ranges(range, why);
      ASSERT_TRUE(read) << range;
      std::string room;
      for (std::uint32_t i = 0; i < read->count(); ++i) back.emplace_back(read->at(i, room));
    }
    EXPECT_EQ(back, names) << "seed " << seed;
  }
}

TEST(NameRanges, ManyAreToldByTheFirstAndTheLast) {
  EXPECT_EQ(in_short({"a", "b", "c"}, 2), "a, b, c");
  EXPECT_EQ(in_short({"a", "b", "c", "d"}, 2), "a, b, ..., d");
}

}  // namespace
}  // namespace ferrule::api
