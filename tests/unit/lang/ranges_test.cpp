#include "lang/ranges.h"

#include <gtest/gtest.h>

namespace ferrule::lang {
namespace {

std::string expanded(std::string_view text) {
  RangeFault why;
  const std::optional<RangedText> range = parse_ranges(text, why);
  if (!range) return std::string(why.code->code) + " " + why.message;
  std::string out, room;
  for (std::uint32_t i = 0; i < range->count(); ++i) out += (i > 0 ? " " : "") + std::string(range->at(i, room));
  return out;
}

TEST(Ranges, StandForTheirNames) {
  struct Row {
    const char *text, *names;
  };
  for (const auto& [text, names] : std::initializer_list<Row>{
           {"Eth1", "Eth1"},
           {"Eth[1-3]", "Eth1 Eth2 Eth3"},
           {"P[08-11]", "P08 P09 P10 P11"},
           {"P[1-2,5]x", "P1x P2x P5x"},
           {"P[4]", "P4"},
           {"P[3-1]", "P3 P2 P1"},
           {"p[1-2]/[3-4]/rear", "p1/3/rear p2/4/rear"},
           {"e/p[1-2]:[1-2]", "e/p1:1 e/p2:2"},
           {"[ 1 - 2 ]", "1 2"},
       })
    EXPECT_EQ(expanded(text), names);
}

TEST(Ranges, SayWhatIsWrongWithThem) {
  struct Row {
    const char *text, *why;
  };
  for (const auto& [text, why] : std::initializer_list<Row>{
           {"a[1-2][3-4]", "L207 two ranges in one name"},
           {"a[1-2]b[3]", "L207 two ranges in one name"},
           {"a[1-2", "L207 a range that nothing closes"},
           {"a]", "L207 a bracket that nothing opens"},
           {"a[]", "L207 an empty range"},
           {"a[1-x]", "L207 '1-x' is not a range of numbers"},
           {"a[1,]", "L207 '' is not a range of numbers"},
           {"a[[1]]", "L207 '[1' is not a range of numbers"},
           {"a[1-1000001]", "L207 a range of 1,000,001 names"},
           {"a[1-600000,1-600000]", "L207 a range of 1,200,000 names"},
           {"a[1-2]/b[1-3]", "L207 ranges of 2 and 3 names in one text"},
           {"a[9999999999]", "L207 '9999999999' is not a range of numbers"},
       })
    EXPECT_EQ(expanded(text), why);
}

TEST(Names, AreLimited) {
  EXPECT_FALSE(name_fault("A01-P1 north", false));
  EXPECT_FALSE(name_fault("Gehäuse-7", false));
  EXPECT_FALSE(name_fault(std::string(200, 'x'), false));
  for (const char* bad :
       {"", " a", "a ", "a/b", "a:b", "a'b", "a\"b", "a\\b", "a\tb", "a\x7f", "a[1]", "a\u202Eb", "a\u200Bb", "a\u2019b", "\xff"})
    EXPECT_TRUE(name_fault(bad, false)) << bad;
  EXPECT_TRUE(name_fault(std::string(201, 'x'), false));
  EXPECT_FALSE(name_fault("a[1-2]", true));
}

}  // namespace
}  // namespace ferrule::lang
