#include "base/quantity.h"

#include <concepts>
#include <initializer_list>
#include <gtest/gtest.h>

namespace ferrule {
namespace {

// A loss plus a length is nonsense, and does not compile.
template <class A, class B>
concept Addable = requires(A a, B b) {
  a + b;
};
template <class A, class B>
concept Comparable = requires(A a, B b) {
  a < b;
};
static_assert(Addable<Loss, Loss> && Addable<Length, Length>);
static_assert(!Addable<Loss, Length> && !Addable<Length, Loss> && !Addable<Loss, int> && !Addable<Attenuation, Loss>);
static_assert(Comparable<Loss, Loss> && !Comparable<Loss, Length> && !Comparable<Length, int>);

TEST(ParseLength, ReadsEveryUnit) {
  struct Row {
    const char* text;
    std::int64_t millimetre;
  };
  for (auto [text, millimetre] : std::initializer_list<Row>{{"30 m", 30'000},
                                                            {"30m", 30'000},
                                                            {"  30 m ", 30'000},
                                                            {"250 cm", 2'500},
                                                            {"7 mm", 7},
                                                            {"0.5 km", 500'000},
                                                            {"1 ft", 305},       // 304.8
                                                            {"98.4ft", 29'992},  // 29,992.32
                                                            {"10 feet", 3'048},
                                                            {"3'", 914},  // 914.4
                                                            {"12in", 305},
                                                            {"5\"", 127},
                                                            {".5 m", 500},
                                                            {"0 m", 0},
                                                            {"0.0005 m", 1},  // half a millimetre goes up
                                                            {"0.0004 m", 0},
                                                            {"1000 km", 1'000'000'000}})
    EXPECT_EQ(parse_length(text), Length{millimetre}) << text;
}

TEST(ParseLength, RefusesWhatIsNoLengthAndGuessesNoUnit) {
  for (const char* text : {"", "30", "m", "-1 m", "1e3 m", "30 M", "30 metres", "1.2.3 m", "1,5 m", ". m", "30 m m", "0x10 m",
                           "1001 km", "99999999999999999999 m", "nan m", "1 m\n2 m"})
    EXPECT_EQ(parse_length(text), std::nullopt) << text;
}

TEST(ParseDecimal, ScalesAndRoundsHalfUp) {
  struct Row {
    const char* text;
    int digits;
    std::int64_t value;
  };
  for (auto [text, digits, value] : std::initializer_list<Row>{{"0.35", 6, 350'000},
                                                               {"10000", 0, 10'000},
                                                               {"-0.5", 2, -50},
                                                               {"5.", 1, 50},
                                                               {".25", 2, 25},
                                                               {"0.125", 2, 13},
                                                               {"0.1249999", 2, 12},
                                                               {"0.9999", 2, 100},
                                                               {" 7 ", 0, 7},
                                                               {"000000000000000000000000001", 0, 1}})
    EXPECT_EQ(parse_decimal(text, digits), value) << text;
}

TEST(ParseDecimal, RefusesTextAndWhatWouldOverflow) {
  for (const char* text : {"", "-", ".", "+1", "1e3", "1 2", "--1", "1-", "0x1", "NO", "12:30", "9999999999999999", "1000000000"})
    EXPECT_EQ(parse_decimal(text, 7), std::nullopt) << text;
}

TEST(SpellLength, DropsZerosBehindThePoint) {
  EXPECT_EQ(spell(Length{30'000}), "30 m");
  EXPECT_EQ(spell(Length{500}), "0.5 m");
  EXPECT_EQ(spell(Length{12'192}), "12.192 m");
  EXPECT_EQ(spell(Length{0}), "0 m");
  EXPECT_EQ(spell(Length{100'000}), "100 m");
  EXPECT_EQ(spell(Length{-600}), "-0.6 m");
  EXPECT_EQ(spell(Length{-12'050}), "-12.05 m");
}

TEST(SpellLoss, RoundsTowardsMoreLoss) {
  struct Row {
    std::int64_t microdecibel;
    const char* text;
  };
  for (auto [microdecibel, text] : std::initializer_list<Row>{{1'920'000, "1.92 dB"},
                                                              {1'920'001, "1.93 dB"},
                                                              {1, "0.01 dB"},
                                                              {0, "0.00 dB"},
                                                              {-1, "0.00 dB"},
                                                              {-420'000, "-0.42 dB"},
                                                              {-429'999, "-0.42 dB"},
                                                              {-1'500'000, "-1.50 dB"}})
    EXPECT_EQ(spell(Loss{microdecibel}), text) << microdecibel;
}

TEST(Attenuation, OverALengthRoundsUpOnceAndDoesNotOverflow) {
  EXPECT_EQ(Attenuation{3'000'000}.over(Length{100'000}), Loss{300'000});
  EXPECT_EQ(Attenuation{400'001}.over(Length{1}), Loss{1});
  EXPECT_EQ(Attenuation{0}.over(Length{1'000'000'000}), Loss{0});
  EXPECT_EQ(Attenuation{100'000'000'000}.over(Length{1'000'000'000}), Loss{100'000'000'000'000});
}

}  // namespace
}  // namespace ferrule
