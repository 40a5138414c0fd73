// Nothing that is written in a drawing meets anything else that is, whatever the names and the figures.
#include "write/waterfall.h"

#include <random>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "drawings/texts_apart.h"

namespace ferrule::write {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

WaterfallLink plain(std::optional<Loss> second = Loss{350'000}) {
  WaterfallWave wave{.heading = "1310 nm, 34 m, 2 connections",
                     .pieces = {},
                     .sum = {},
                     .limit = Loss{3'000'000},
                     .limit_of = "a channel",
                     .shares = {},
                     .notes = {}};
  wave.pieces.push_back({Look::kCable, "C1", "cable: cord, 2 m", "0.5 dB/km", Loss{1'000}});
  wave.pieces.push_back({Look::kConnection, "C1/b to T1/a", "connection: MPO-12, low-loss", "MPO", second});
  if (second) wave.sum = Loss{1'000 + second->microdecibel};
  return {"L1", "L1: leaf1/Eth1 to spine1/Eth1", "400GBASE-DR4, proven", {}, {wave}};
}

std::string svg(const WaterfallLink& link, WaterfallWidth width = WaterfallWidth::kPhone) {
  return waterfalls_svg({link}, width);
}

TEST(Drawing, TextIsMeasuredWiderThanItIs) {
  EXPECT_NEAR(text_width("iii", 10), 3 * 2.9, 1e-9);
  EXPECT_GT(text_width("MMM", 10), 3 * 8.63);
  EXPECT_GT(text_width("\u5149\u7ea4", 10), 20);  // two characters as wide as they are high
  EXPECT_GT(text_width("bold", 10, true), text_width("bold", 10));
}

TEST(Drawing, WhatIsTooLongEndsInAnEllipsisAndIsNoWiderThanItsRoom) {
  const std::string name(200, 'W');
  const std::string shown = shortened_to(name, 12, 100);
  EXPECT_TRUE(shown.ends_with("\u2026"));
  EXPECT_LE(text_width(shown, 12), 100);
  EXPECT_EQ(shortened_to("short", 12, 100), "short");
  for (const std::string& line : lines_of("one two " + name + " three", 11, 120)) EXPECT_LE(text_width(line, 11), 120);
}

TEST(Drawing, NoTwoNamesShareAnId) {
  EXPECT_EQ(drawing_id("L1-a"), "L1-a");
  EXPECT_EQ(drawing_id("a b"), "a_20_b");
  EXPECT_NE(drawing_id("a_20_b"), drawing_id("a b"));
}

TEST(Waterfall, BarsBeginWhereTheOneAboveEnds) {
  const std::string text = svg(plain());
  // 332 units for 3.06 dB, from 14: the cord is a stroke, the joint begins at its end.
  EXPECT_THAT(text, HasSubstr("<rect class=\"cable\" x=\"14.0\""));
  EXPECT_THAT(text, HasSubstr("<rect class=\"connection\" x=\"14.1\""));
  EXPECT_THAT(text, HasSubstr("id=\"link-L1-w1-i2\""));
  EXPECT_THAT(text, HasSubstr("2.64 dB</text>"));  // 2.649 of margin, never made larger
  EXPECT_THAT(text, Not(HasSubstr("<script")));
  EXPECT_EQ(text, svg(plain()));
}

TEST(Waterfall, ASumBeyondTheLimitIsMarkedAndSaid) {
  const std::string text = svg(plain(Loss{3'500'000}));
  EXPECT_THAT(text, HasSubstr("class=\"beyond\""));
  EXPECT_THAT(text, HasSubstr("beyond the limit: too much is lost"));
  EXPECT_THAT(text, HasSubstr("-0.51 dB</text>"));
  EXPECT_THAT(svg(plain()), Not(HasSubstr("class=\"beyond\"")));
}

TEST(Waterfall, WhatIsNotKnownHasNoBarAndNoMargin) {
  const std::string text = svg(plain(std::nullopt));
  EXPECT_THAT(text, Not(HasSubstr("<rect class=\"connection\"")));
  EXPECT_THAT(text, Not(HasSubstr("margin</text>")));
  EXPECT_THAT(text, HasSubstr(">?</text>"));
}

TEST(Waterfall, NamesAreEscapedAndLongOnesKeptWhole) {
  WaterfallLink link = plain();
  link.waves[0].pieces[1].what = "a<b>&\"c\" " + std::string(300, 'x');
  const std::string text = svg(link);
  EXPECT_THAT(text, HasSubstr("a&lt;b&gt;&amp;&quot;c&quot;"));
  EXPECT_THAT(text, HasSubstr("<title>a&lt;b&gt;&amp;&quot;c&quot; " + std::string(300, 'x') + "</title>"));
  EXPECT_THAT(text, Not(HasSubstr("<b>")));
}

TEST(Waterfall, BothWidthsAreOnesThatFit) {
  EXPECT_THAT(svg(plain(), WaterfallWidth::kPhone), HasSubstr("viewBox=\"0 0 360 "));
  EXPECT_THAT(svg(plain(), WaterfallWidth::kPrint), HasSubstr("width=\"180mm\""));
}

class RandomLinks {
 public:
  explicit RandomLinks(unsigned seed) : random_(seed) {}

  WaterfallLink link() {
    WaterfallLink out{word(), word() + ": " + word() + " to " + word(), word(), {}, {}};
    for (int n = below(3); n > 0; --n) out.notes.push_back(words());
    for (int n = below(3); n > 0; --n) out.waves.push_back(wave());
    return out;
  }

 private:
  int below(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }
  std::string word() {
    static const std::string kPieces[] = {"W",      "i", "C1/b", "leaf-01/Eth1/2", " ",   "\u5149",
                                          "\u00e9", "%", "\xff", "\u202e",         "<&>", "_"};
    std::string out;
    for (int n = below(4) == 0 ? below(200) : below(8); n >= 0; --n) out += kPieces[below(12)];
    return out;
  }
  std::string words() {
    std::string out;
    for (int n = below(30); n > 0; --n) out += word() + " ";
    return out;
  }
  std::optional<Loss> loss() {
    static const std::int64_t kMost[] = {1, 1'000, 750'000, 5'000'000, 900'000'000};
    if (below(8) == 0) return std::nullopt;
    return Loss{below(static_cast<int>(kMost[below(5)]))};
  }
  WaterfallWave wave() {
    WaterfallWave out{
        .heading = words(), .pieces = {}, .sum = loss(), .limit = loss(), .limit_of = words(), .shares = {}, .notes = {}};
    for (int n = below(12); n > 0; --n) out.pieces.push_back({static_cast<Look>(below(4)), word(), words(), word(), loss()});
    for (int n = below(4); n > 0; --n) out.shares.push_back({word(), words(), below(1000) / 100.0, below(1000) / 100.0});
    for (int n = below(3); n > 0; --n) out.notes.push_back(words());
    return out;
  }
  std::mt19937 random_;
};

TEST(Waterfall, NoTwoTextsMeetAndNoneLeavesTheView) {
  for (unsigned seed = 0; seed < 400; ++seed) {
    RandomLinks random(seed);
    std::vector<WaterfallLink> links;
    for (unsigned n = 0; n <= seed % 4; ++n) links.push_back(random.link());
    for (const WaterfallWidth width : {WaterfallWidth::kPhone, WaterfallWidth::kPrint}) {
      const DrawnWaterfalls drawn = draw_waterfalls(links, width);
      ASSERT_EQ(tests::fault_of(drawn.drawing, drawn.height), "") << seed;
    }
  }
}

}  // namespace
}  // namespace ferrule::write
