// Panels of bars: nothing that is written meets anything else that is, and what is not known has no bar.
#include "write/bar_panels.h"

#include <limits>
#include <random>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "drawings/texts_apart.h"

namespace ferrule::write {
namespace {

using testing::HasSubstr;
using testing::Not;

BarChart one_panel(std::vector<PanelBar> bars) { return {"hall", {}, {}, {{"cost", "cost, USD", std::move(bars)}}}; }

std::string drawn_as(const BarChart& chart) { return bar_chart_svg(chart, ChartWidth::kPhone); }

TEST(BarPanels, TheBestIsAnotherBarAndBold) {
  const std::string text = drawn_as(one_panel({{"direct", "80", 80.0, true, true}, {"structured", "100", 100.0, false, true}}));
  EXPECT_THAT(text, HasSubstr("<rect class=\"connection\""));
  EXPECT_THAT(text, HasSubstr("class=\"strong\">80</text>"));
  EXPECT_THAT(text, HasSubstr("<rect class=\"cable\""));
  EXPECT_THAT(text, Not(HasSubstr("not proven")));
  EXPECT_EQ(text, drawn_as(one_panel({{"direct", "80", 80.0, true, true}, {"structured", "100", 100.0, false, true}})));
}

TEST(BarPanels, WhatIsNotKnownHasAQuestionMarkAndNoBar) {
  const std::string text = drawn_as(one_panel({{"direct", "", std::nullopt, false, true}}));
  EXPECT_THAT(text, HasSubstr(">?</text>"));
  EXPECT_THAT(text, HasSubstr("not known"));
  EXPECT_THAT(text, Not(HasSubstr("<rect class=\"cable\"")));
}

TEST(BarPanels, WhatIsNotProvenIsNeverTheBest) {
  const std::string text = drawn_as(one_panel({{"direct", "80", 80.0, true, false}}));
  EXPECT_THAT(text, HasSubstr("<rect class=\"beyond\""));
  EXPECT_THAT(text, Not(HasSubstr("<rect class=\"connection\"")));
}

TEST(BarPanels, ValuesBelowNoughtGoToTheLeftOfIt) {
  const DrawnChart drawn =
      draw_bar_chart(one_panel({{"a", "-1.00", -1.0, false, true}, {"b", "3.00", 3.0, false, true}}), ChartWidth::kPhone);
  EXPECT_EQ(tests::fault_of(drawn.drawing, drawn.height), "");
  EXPECT_THAT(drawn_as(one_panel({{"a", "-1.00", -1.0, false, true}})), HasSubstr("<rect class=\"cable\""));
}

TEST(BarPanels, NoTwoTextsMeetAndNoneLeavesTheView) {
  std::mt19937 random(7);
  const auto below = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most)); };
  const auto word = [&] {
    static const char* const kWords[] = {"as-planned",
                                         "",
                                         "direct",
                                         "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
                                         "\u5149\u7ea4",
                                         "a <b> & c",
                                         "9,223,372,036,854,775,807.00"};
    return std::string(kWords[below(7)]);
  };
  for (int round = 0; round < 150; ++round) {
    BarChart chart{word() + " " + word(), {word() + " " + word()}, {word()}, {}};
    for (int panels = below(6); panels > 0; --panels) {
      BarPanel panel{word(), word(), {}};
      for (int bars = below(9); bars > 0; --bars) {
        std::optional<double> value;
        if (below(5) > 0) value = below(2000) - 500;
        if (below(50) == 0) value = std::numeric_limits<double>::infinity();
        panel.bars.push_back({word(), word(), value, below(4) == 0, below(4) > 0});
      }
      chart.panels.push_back(std::move(panel));
    }
    for (const ChartWidth width : {ChartWidth::kPhone, ChartWidth::kPrint}) {
      const DrawnChart drawn = draw_bar_chart(chart, width);
      ASSERT_EQ(tests::fault_of(drawn.drawing, drawn.height), "") << round;
    }
  }
}

}  // namespace
}  // namespace ferrule::write
