#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/check_text.h"
#include "cli/trace_text.h"
#include "plants/two_panels.h"

namespace ferrule::cli {
namespace {

using plants::two_panels;
using testing::HasSubstr;
using testing::Not;

api::TraceRoute route(const plants::Shape& shape, const char* end) {
  const api::TraceReport report = api::trace(two_panels(shape), {end});
  return report.traces.at(0).routes.at(0);
}

TEST(Drawing, BoxesStandStillCordsAreThinAndTrunksAreThick) {
  EXPECT_EQ(drawing(route({}, "leaf1/Eth1")), "[leaf1/Eth1]--C1--[P1/1/1 A]==T1==[P2/1/1 A]--C2--[spine1/Eth1]");
}

TEST(Drawing, AnEndThatGoesNowhereSaysWhy) {
  EXPECT_EQ(drawing(route({.loose_end = true}, "leaf1/Eth1")), "[leaf1/Eth1]--C1--[P1/1/1 A]==T1==[P2/1/1 A]--C2--[open]");
  EXPECT_EQ(drawing(route({.unstated_adapter = true}, "leaf1/Eth1")),
            "[leaf1/Eth1]--C1--[P1/1/1 A]==T1==[P2/1/1 ?]--C2--[not known]");
  EXPECT_EQ(drawing(route({.loose_end = true}, "C2")), "[leaf1/Eth1]--C1--[P1/1/1 A]==T1==[P2/1/1 A]--C2--[open]");
}

TEST(HopList, SaysWhatMeetsWhatAndHow) {
  const std::string hops = hop_list(route({}, "leaf1/Eth1"));
  EXPECT_THAT(hops, HasSubstr("leaf1/Eth1 (MPO-12, pinned, angled with the slope up) meets C1/a (MPO-12, unpinned, angled)\n    "
                              "|    in the transceiver"));
  EXPECT_THAT(hops, HasSubstr("C1/b (MPO-12, unpinned, angled) meets T1/a (MPO-12, pinned, angled) in a Type A adapter\n    |    "
                              "(opposed keys), P1/1/1"));
  EXPECT_THAT(hops, HasSubstr("trunk-b, trunk, 30 m"));
  EXPECT_THAT(hops, HasSubstr("34 m in all"));
}

TEST(PositionTable, HasAColumnPerConnectorAndARowPerFibre) {
  const std::string table = position_table(route({}, "leaf1/Eth1:1"));
  EXPECT_EQ(table,
            "           leaf1/  C1/  C1/  T1/  T1/  C2/  C2/  spine1/\n"
            "  lane     Eth1    a    b    a    b    a    b    Eth1        lane\n"
            "  tx 1  >  1       1    12   12   1    1    12   12       >  rx 1\n"
            "  rx 1  <  12      12   1    1    12   12   1    1        <  tx 1\n");
}

TEST(PositionTable, APositionThatCannotBeNamedIsAQuestionMark) {
  EXPECT_THAT(position_table(route({.unstated_adapter = true}, "leaf1/Eth1:1")), HasSubstr(" ?"));
}

TEST(CheckText, TheSummarySaysWhatTheVerdictsMean) {
  auto loaded = two_panels({.cord_is_type_a = true, .links = 3});
  const std::string text = check_text(api::check(std::move(loaded)));
  EXPECT_THAT(text, HasSubstr("two-panels: 3 links, 24 fibres followed, 1 distinct way\n"));
  EXPECT_THAT(text, HasSubstr("  3 faulty  "));
  EXPECT_THAT(text, Not(HasSubstr("0 proven")));
}

TEST(CheckText, HiddenNotesAreCountedAndShownWhenAskedFor) {
  const auto text = [](bool notes) {
    auto loaded = two_panels();
    loaded->findings.add("X1", "seen", diag::Severity::kNote, {}, "a small thing");
    return check_text(api::check(std::move(loaded)), {.notes = notes});
  };
  EXPECT_THAT(text(false), Not(HasSubstr("a small thing")));
  EXPECT_THAT(text(false), HasSubstr("not shown (--level note shows"));
  EXPECT_THAT(text(true), HasSubstr("note[X1]: a small thing"));
}

TEST(CheckText, QuietLeavesOutTheSummary) {
  EXPECT_THAT(check_text(api::check(two_panels()), {.summary = false}), Not(HasSubstr("fibres followed")));
}

TEST(CheckText, AWaivedFindingIsListedWithItsOwnerAndNotPrinted) {
  auto loaded = two_panels();
  auto waived = loaded->findings.add("X1", "seen", diag::Severity::kError, {}, "a known thing");
  waived.finding().waived_by = "Ann: spare ordered (until 2027-03-01)";
  const std::string text = check_text(api::check(std::move(loaded)));
  EXPECT_THAT(text, Not(HasSubstr("a known thing")));
  EXPECT_THAT(text, HasSubstr("waived:\n  X1 seen, Ann: spare ordered (until 2027-03-01)\n"));
}

TEST(CheckText, ARangeThatIsWrongAThousandTimesIsShownTwiceAndCounted) {
  const auto text = [](bool list_all) {
    auto loaded = std::make_unique<api::Loaded>();
    loaded->plant.links.push_back({});
    loaded->plant.asset_first.push_back(0);
    const std::uint32_t source = loaded->sources.add("plant.yaml", "Eth[1-9]\n");
    for (char port = '1'; port <= '9'; ++port)
      loaded->findings.add("L205", "unknown-end", diag::Severity::kError, {source, 0, 8}, std::string("no port Eth") + port);
    return check_text(api::check(std::move(loaded)), {.list_all = list_all});
  };
  EXPECT_THAT(text(false), HasSubstr("no port Eth2"));
  EXPECT_THAT(text(false), Not(HasSubstr("no port Eth3")));
  EXPECT_THAT(text(false), HasSubstr("\n... and 7 more of L205 at this place (--list shows all)\n"));
  EXPECT_THAT(text(false), HasSubstr("9 errors"));
  EXPECT_THAT(text(true), HasSubstr("no port Eth9"));
  EXPECT_THAT(text(true), Not(HasSubstr("more of L205")));
}

TEST(CheckText, APlantWithoutLinksSaysThatNothingIsAsked) {
  auto loaded = std::make_unique<api::Loaded>();
  loaded->plant.links.push_back({});
  loaded->plant.asset_first.push_back(0);
  EXPECT_THAT(check_text(api::check(std::move(loaded))), HasSubstr("no links: the plant was read, but nothing is asked of it"));
}

}  // namespace
}  // namespace ferrule::cli
