#include "base/text.h"

#include <array>
#include <initializer_list>
#include <gtest/gtest.h>

namespace ferrule {
namespace {

struct Pair {
  std::string_view in, out;
};

TEST(Nearest, FindsTheLikelySlipAndNothingElse) {
  const std::array<std::string, 5> known{"polarity", "polish", "part", "gender", "grade"};
  for (auto [word, expected] : std::initializer_list<Pair>{{"polartiy", "polarity"},
                                                           {"Polish", "polish"},
                                                           {"parts", "part"},
                                                           {"gendre", "gender"},
                                                           {"grdae", "grade"},
                                                           {"gradee", "grade"}})
    EXPECT_EQ(nearest(word, known), expected) << word;
  for (const char* word : {"", "x", "cassette", "polarisation"}) EXPECT_EQ(nearest(word, known), std::nullopt) << word;
  EXPECT_EQ(nearest(std::string(1'000'000, 'p'), known), std::nullopt);
}

TEST(FirstBadUtf8, PointsAtTheFirstBadByte) {
  struct Row {
    std::string text;
    std::optional<std::size_t> at;
  };
  const std::string long_ascii(1000, 'a');
  for (const auto& [text, at] : std::initializer_list<Row>{{"", {}},
                                                           {"plain", {}},
                                                           {"größe 名 😀", {}},
                                                           {"\xF4\x8F\xBF\xBF", {}},  // U+10FFFF
                                                           {"a\xFF", 1},
                                                           {"\xC0\x80", 0},          // overlong NUL
                                                           {"\xE0\x80\xAF", 0},      // overlong slash
                                                           {"\xED\xA0\x80", 0},      // surrogate
                                                           {"\xF4\x90\x80\x80", 0},  // beyond Unicode
                                                           {"\xF8\x88\x80\x80\x80", 0},
                                                           {"ab\xC3", 2},  // cut off
                                                           {"\x80", 0},
                                                           {long_ascii, {}},
                                                           {long_ascii + "\xE9" + long_ascii, 1000},
                                                           {long_ascii + "é" + long_ascii, {}}})
    EXPECT_EQ(first_bad_utf8(text), at) << printable(text);
}

TEST(WithValidUtf8, ReplacesOnlyTheBadBytes) {
  EXPECT_EQ(with_valid_utf8("größe"), "größe");
  EXPECT_EQ(with_valid_utf8("gr\xF6\xDF"
                            "e"),
            "gr\uFFFD\uFFFDe");
  EXPECT_EQ(with_valid_utf8("ab\xE2\x82"), "ab\uFFFD\uFFFD");
}

TEST(Printable, SpellsWhatWouldMoveHideOrReorder) {
  for (auto [in, out] : std::initializer_list<Pair>{{"T1.b", "T1.b"},
                                                    {"größe 名", "größe 名"},
                                                    {"a\tb\n", "a\\u{0009}b\\u{000A}"},
                                                    {"\x1b[31m", "\\u{001B}[31m"},
                                                    {"\x7f", "\\u{007F}"},
                                                    {"\u0085", "\\u{0085}"},
                                                    {"a\u202Eb", "a\\u{202E}b"},
                                                    {"\u200F\u2066\u2028\uFEFF", "\\u{200F}\\u{2066}\\u{2028}\\u{FEFF}"},
                                                    {"\u2063\u00AD\U000E0041", "\\u{2063}\\u{00AD}\\u{E0041}"},
                                                    {"\xFF\xC3", "\\xFF\\xC3"}})
    EXPECT_EQ(printable(in), out);
  EXPECT_EQ(printable(std::string_view("\0", 1)), "\\u{0000}");
}

TEST(Shortened, CountsCharactersAndKeepsThemWhole) {
  EXPECT_EQ(shortened("abc", 3), "abc");
  EXPECT_EQ(shortened("abcd", 3), "abc…");
  EXPECT_EQ(shortened("größe", 3), "grö…");
  EXPECT_EQ(shortened("", 3), "");
}

TEST(WithThousands, GroupsByThree) {
  EXPECT_EQ(with_thousands(0), "0");
  EXPECT_EQ(with_thousands(999), "999");
  EXPECT_EQ(with_thousands(2'044), "2,044");
  EXPECT_EQ(with_thousands(1'000'000), "1,000,000");
  EXPECT_EQ(with_thousands(~std::uint64_t{0}), "18,446,744,073,709,551,615");
}

TEST(Counted, FormsThePluralsOfTheField) {
  EXPECT_EQ(counted(1, "link"), "1 link");
  EXPECT_EQ(counted(2'044, "link"), "2,044 links");
  EXPECT_EQ(counted(0, "harness"), "0 harnesses");
  EXPECT_EQ(counted(2, "assembly"), "2 assemblies");
  EXPECT_EQ(counted(2, "tray"), "2 trays");
  EXPECT_EQ(counted(3, "patch"), "3 patches");
}

TEST(WithArticle, SaysWordsOfTablesAsPeopleDo) {
  EXPECT_EQ(with_article("adapter-panel"), "an adapter panel");
  EXPECT_EQ(with_article("patch_cord"), "a patch cord");
  EXPECT_EQ(with_article("unit"), "a unit");
  EXPECT_EQ(with_article("Type A adapter"), "a Type A adapter");
  EXPECT_EQ(as_said("ultra_low_loss"), "ultra low loss");
}

TEST(Split, GivesTrimmedParts) {
  using Parts = std::vector<std::string_view>;
  EXPECT_EQ(split("a, b ,c", ','), (Parts{"a", "b", "c"}));
  EXPECT_EQ(split("a,,", ','), (Parts{"a", "", ""}));
  EXPECT_EQ(split("  ", ','), Parts{});
}

TEST(Folding, IgnoresCaseBlanksAndHyphens) {
  EXPECT_EQ(folded("MPO-12 Low_Loss"), "mpo12lowloss");
  for (const char* a : {"MPO-12 Low_Loss", "mpo12lowloss", "", "-", "MPO", "mpo 1"})
    for (const char* b : {"MPO 12 low loss-", "mpo12lowloss", " _-", "mp", "MPO--1", "mpo1x"})
      EXPECT_EQ(same_folded(a, b), folded(a) == folded(b)) << a << " / " << b;
  EXPECT_TRUE(same_ignoring_case("OM4", "om4"));
  EXPECT_FALSE(same_ignoring_case("OM4", "OM41"));
  EXPECT_EQ(trim(" \t a b \r\n"), "a b");
}

}  // namespace
}  // namespace ferrule
