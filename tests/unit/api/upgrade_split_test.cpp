// Links that split on the way: what is answered is written into the plant, and has to be proven there by check; and what cannot be is not.
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "api/upgrade.h"
#include "project_of_text.h"

namespace ferrule::api {
namespace {

using check::Answer;
using check::Carries;
using check::UpgradeGroup;

// A port, an array cord, a trunk, and four legs behind a harness.
struct FannedOut {
  std::string fibre = "OM4", port = "40GBASE-SR4", leg = "10GBASE-SR";
  std::string cord_polarity = "A", trunk_polarity = "A", wiring = "port-4xLC", polish = "PC";
  int trunk_m = 40;
  std::string cord = "", harness = "";  // descriptions in place of the usual ones
  int leg_count = 4;

  std::string cord_part() const {
    if (!cord.empty()) return cord;
    return fmt::format(
        "{{kind: cord, fibre: {}, polarity: {}, grade: low-loss, ends: {{connector: MPO-12, gender: unpinned, polish: {}}}}}",
        fibre, cord_polarity, polish);
  }
  std::string harness_part() const {
    if (!harness.empty()) return harness;
    return fmt::format(
        "{{kind: breakout, fibre: {}, grade: low-loss{}, head: {{connector: MPO-12, gender: unpinned, polish: {}}}, leg: "
        "{{connector: "
        "LC-duplex, polish: UPC, count: {}}}}}",
        fibre, wiring.empty() ? "" : ", wiring: " + wiring, polish, leg_count);
  }
  std::string text() const {
    return fmt::format(
        "ferrule: 1\nparts:\n  fan: {}\n  cord: {}\n  trunk: {{kind: trunk, fibre: {}, polarity: {}, grade: low-loss, ends: "
        "{{connector: "
        "MPO-12, gender: pinned, polish: {}}}}}\n  panel: {{kind: adapter-panel, connector: MPO-12, adapter: A, count: 4}}\n"
        "equipment:\n  s: {{ports: {{e: {}}}}}\n  n: {{ports: {{\"e[1-{}]\": {}}}}}\npanels:\n  A: {{part: panel}}\n  B: {{part: "
        "panel}}\n"
        "cables:\n  - {{id: C, part: cord, length: 3 m, a: s/e, b: A/1}}\n  - {{id: T, part: trunk, length: {} m, a: A/1/rear, "
        "b: "
        "B/1/rear}}\n  - {{id: F, part: fan, length: 3 m, a: B/1, b: \"n/e[1-{}]\"}}\nlinks:\n  - {{id: \"L[1-4]\", a: "
        "\"n/e[1-4]\", b: "
        "\"s/e:[1-4]\"}}\n",
        harness_part(), cord_part(), fibre, trunk_polarity, polish, port, leg_count, leg, trunk_m, leg_count);
  }
};

UpgradeReport upgrade_of(const std::string& text, std::vector<std::string> to) {
  return upgrade(project_of_text(text), {std::move(to), ""});
}

const UpgradeGroup& only_links(const UpgradeReport& report) {
  std::vector<const UpgradeGroup*> links;
  for (const UpgradeGroup& group : report.upgrade.groups)
    if (!group.permanent) links.push_back(&group);
  EXPECT_EQ(links.size(), 1u);
  return *links.front();
}

const Answer& answer_for(const UpgradeReport& report, const UpgradeGroup& group, const std::string& pmd) {
  for (std::size_t i = 0; i < group.answers.size(); ++i)
    if (report.upgrade.applications[i]->pmd == pmd) return group.answers[i];
  throw std::out_of_range(pmd);
}

bool all_proven(const std::string& text) {
  const CheckReport checked = check(project_of_text(text), {.repairs = false});
  EXPECT_FALSE(checked.verdicts.empty()) << text;
  return !checked.verdicts.empty() && std::all_of(checked.verdicts.begin(), checked.verdicts.end(),
                                                  [](check::Verdict verdict) { return verdict == check::Verdict::kProven; });
}

// The plant with what the answer names, where the answer says that it goes.
FannedOut with_answer(FannedOut plant, const Answer& answer, const std::string& application) {
  plant.port = answer.split_port;
  plant.leg = application;
  for (const check::Bought& part : answer.buy) {
    EXPECT_EQ(part.places.size(), 1u);
    (part.places.front() == "split port" ? plant.cord : plant.harness) = part.description;
  }
  return plant;
}

#ifdef FERRULE_SANITIZED
constexpr std::size_t kFannedOutTried = 2;  // the sanitized build takes ten times as long
#else
constexpr std::size_t kFannedOutTried = 6;
#endif

TEST(UpgradeSplit, WhatIsNamedIsProvenWhenItIsWrittenIntoThePlant) {
  std::map<Carries, std::size_t> seen;
  std::vector<FannedOut> plants = {FannedOut{},
                                   FannedOut{.cord_polarity = "B"},
                                   FannedOut{.trunk_polarity = "B"},
                                   FannedOut{.trunk_polarity = "B", .wiring = "port"},
                                   FannedOut{.trunk_m = 95},
                                   FannedOut{.fibre = "OS2", .port = "400GBASE-DR4", .leg = "100GBASE-DR", .polish = "APC"}};
  plants.resize(kFannedOutTried);
  for (const FannedOut& was : plants) {
    const UpgradeReport report = upgrade_of(was.text(), {"25G", "50G", "100G", "200G", "400G"});
    const UpgradeGroup& links = only_links(report);
    EXPECT_EQ(links.count, 4u);
    EXPECT_EQ(links.today, was.leg);
    EXPECT_EQ(links.split_today, was.port);
    EXPECT_EQ(links.parts, 4);
    for (std::size_t i = 0; i < links.answers.size(); ++i) {
      const Answer& answer = links.answers[i];
      if (answer.split_port.empty() || (answer.carries != Carries::kYes && answer.carries != Carries::kChange)) continue;
      ++seen[answer.carries];
      EXPECT_EQ(answer.carries == Carries::kYes, answer.buy.empty());
      if (answer.change.starts_with("every connector")) continue;
      const std::string text = with_answer(was, answer, report.upgrade.applications[i]->pmd).text();
      EXPECT_TRUE(all_proven(text)) << report.upgrade.applications[i]->pmd << ": " << answer.change << "\n" << text;
    }
  }
  EXPECT_GE(seen[Carries::kYes], kFannedOutTried > 2 ? 4u : 1u);
  EXPECT_GT(seen[Carries::kChange], kFannedOutTried > 2 ? 4u : 1u);
}

TEST(UpgradeSplit, TheNextSpeedNeedsThePortThatTheTablesSplitIntoIt) {
  const UpgradeReport report = upgrade_of(FannedOut().text(), {"25GBASE-SR", "100GBASE-SR1"});
  const UpgradeGroup& links = only_links(report);
  EXPECT_EQ(answer_for(report, links, "25GBASE-SR").carries, Carries::kYes);
  EXPECT_EQ(answer_for(report, links, "25GBASE-SR").split_port, "100GBASE-SR4");
  // 400GBASE-SR4 is angled: its own cord has to go, the harness may stay.
  const Answer& angled = answer_for(report, links, "100GBASE-SR1");
  EXPECT_EQ(angled.carries, Carries::kChange);
  EXPECT_EQ(angled.split_port, "400GBASE-SR4");
  ASSERT_EQ(angled.buy.size(), 1u);
  EXPECT_EQ(angled.buy.front().places, std::vector<std::string>{"split port"});
  EXPECT_EQ(angled.buy.front().per, check::Per::kSplitPort);
}

TEST(UpgradeSplit, AWholeChannelEndsTheSplit) {
  const UpgradeReport report = upgrade_of(FannedOut().text(), {"100GBASE-SR4"});
  const Answer& answer = answer_for(report, only_links(report), "100GBASE-SR4");
  EXPECT_EQ(answer.carries, Carries::kChange);
  EXPECT_TRUE(answer.takes_split);
  EXPECT_TRUE(answer.split_port.empty());
}

TEST(UpgradeSplit, LightThatComesToTheWrongLegsIsNoYes) {
  for (const FannedOut& was : {FannedOut{.cord_polarity = "B"}, FannedOut{.wiring = "consecutive-6xLC", .leg_count = 6}}) {
    const UpgradeReport report = upgrade_of(was.text(), {"10GBASE-SR", "25GBASE-SR"});
    for (const UpgradeGroup& group : report.upgrade.groups) {
      if (group.permanent) continue;
      for (const Answer& answer : group.answers) EXPECT_NE(answer.carries, Carries::kYes) << was.text();
    }
  }
  std::string crossed = FannedOut().text();
  crossed.replace(crossed.find("a: \"n/e[1-4]\""), 13, "a: \"n/e[2-5]\"");
  crossed.replace(crossed.find("\"e[1-4]\""), 8, "\"e[1-5]\"");
  const UpgradeReport report = upgrade_of(crossed, {"25GBASE-SR"});
  EXPECT_NE(only_links(report).answers.front().carries, Carries::kYes);
}

TEST(UpgradeSplit, AHarnessOfUnknownWiringIsNoYes) {
  const UpgradeReport report = upgrade_of(FannedOut{.wiring = ""}.text(), {"25GBASE-SR"});
  for (const UpgradeGroup& group : report.upgrade.groups) {
    if (group.permanent) continue;
    EXPECT_EQ(group.answers.front().carries, Carries::kUnknown);
    EXPECT_FALSE(group.answers.front().reason.empty());
    EXPECT_FALSE(group.answers.front().ask.empty());
  }
}

TEST(UpgradeSplit, OneLegTooLongHoldsAllOfThemBack) {
  // 25GBASE-SR reaches 100 m over OM4: one leg of another harness lies longer than that, and every leg has its own length.
  const auto plant = [](int first, int second) {
    std::string text =
        "ferrule: 1\nparts:\n"
        "  fan: {kind: breakout, fibre: OM4, grade: low-loss, wiring: port, head: {connector: MPO-12, gender: unpinned, polish: "
        "PC}, leg: {connector: LC-duplex, polish: UPC, count: 4}}\n"
        "  lc: {kind: cord, fibre: OM4, grade: low-loss, polarity: A-to-A, ends: LC-duplex}\n"
        "  lcp: {kind: adapter-panel, connector: LC-duplex, adapter: A, count: 8}\n"
        "equipment:\n  s: {ports: {\"e[1-2]\": 40GBASE-SR4}}\n  n: {ports: {\"e[1-8]\": 10GBASE-SR}}\npanels:\n  P: {part: "
        "lcp}\ncables:\n";
    for (int port = 1; port <= 2; ++port) {
      text += fmt::format("  - {{id: F{}, part: fan, length: 5 m, a: s/e{}, b: \"P/[{}-{}]/rear\"}}\n", port, port, 4 * port - 3,
                          4 * port);
      for (int leg = 4 * port - 3; leg <= 4 * port; ++leg)
        text += fmt::format("  - {{id: C{}, part: lc, length: {} m, a: P/{}, b: n/e{}}}\n", leg,
                            leg == 1   ? first
                            : leg == 6 ? second
                                       : 20,
                            leg, leg);
    }
    return text +
           "links:\n  - {id: \"L[1-4]\", a: \"s/e1:[1-4]\", b: \"n/e[1-4]\"}\n  - {id: \"L[5-8]\", a: \"s/e2:[1-4]\", b: "
           "\"n/e[5-8]\"}\n";
  };
  ASSERT_TRUE(all_proven(plant(60, 60))) << plant(60, 60);
  const auto carried = [&](int first, int second) {
    const UpgradeReport report = upgrade_of(plant(first, second), {"25GBASE-SR"});
    std::map<std::string, Carries> by_link;
    for (const UpgradeGroup& group : report.upgrade.groups)
      if (!group.permanent)
        for (const std::string& name : group.names) by_link[name] = group.answers.front().carries;
    return by_link;
  };
  for (const auto& [link, carries] : carried(60, 60)) EXPECT_EQ(carries, Carries::kYes) << link;
  std::map<std::string, Carries> far = carried(60, 120);
  EXPECT_EQ(far.at("L1"), Carries::kYes);
  EXPECT_NE(far.at("L5"), Carries::kYes);
  EXPECT_NE(far.at("L6"), Carries::kYes);
  far = carried(120, 60);
  EXPECT_NE(far.at("L4"), Carries::kYes);
  EXPECT_EQ(far.at("L8"), Carries::kYes);
}

// With the split ended as well: a harness at the near end would make four channels of it, and one of them is too long.
TEST(UpgradeSplit, OneLegTooLongIsTooLongForChannelsOfItsOwn) {
  const UpgradeReport report =
      upgrade(LoadRequest{.path = "tests/golden/upgrade-split", .data = ""}, {.to = {"25GBASE-SR"}, .prices = ""});
  std::size_t seen = 0;
  for (const UpgradeGroup& group : report.upgrade.groups) {
    if (group.names.front() != "D1") continue;
    EXPECT_EQ(group.longest.millimetre, 166'000);
    EXPECT_EQ(group.answers.front().carries, Carries::kNo) << group.answers.front().change;
    ++seen;
  }
  EXPECT_EQ(seen, 1u);
}

// Every split link of every example that is proven today is a yes for what it runs, from the bench itself.
TEST(UpgradeSplit, WhatRunsTodayIsAYes) {
  for (const char* example : {"breakout-400g-4x100g", "mesh-shuffle", "conversion-2x12-3x8"}) {
    const LoadRequest request{.path = fmt::format("examples/{}", example), .data = ""};
    const std::string today = std::string(example) == "conversion-2x12-3x8" ? "40GBASE-SR4"
                              : std::string(example) == "mesh-shuffle"      ? "400GBASE-DR4"
                                                                            : "100GBASE-DR";
    const UpgradeReport report = upgrade(request, {.to = {today}, .prices = ""});
    for (const UpgradeGroup& group : report.upgrade.groups) {
      if (group.permanent) continue;
      EXPECT_EQ(group.today, today);
      EXPECT_EQ(group.answers.front().carries, Carries::kYes) << example;
      EXPECT_TRUE(group.answers.front().margin.loss) << example << ": taken from the verdict, not proven again";
    }
  }
}

TEST(UpgradeSplit, FaultyTwinsOfTheExamplesAreNoYes) {
  std::size_t tried = 0;
  for (const char* twin : {"breakout-400g-4x100g/faulty/type-a-cord", "breakout-400g-4x100g/faulty/servers-exchanged",
                           "breakout-400g-4x100g/faulty/consecutive-module", "conversion-2x12-3x8/faulty/type-b-trunks",
                           "conversion-2x12-3x8/faulty/trunks-crossed", "conversion-2x12-3x8/faulty/type-a-cords-both-ends"}) {
    const std::string path = fmt::format("examples/{}", twin);
    const CheckReport checked = check({.path = path, .data = ""}, {.repairs = false});
    std::map<std::string, check::Verdict> verdicts;
    for (std::uint32_t link = 0; link < checked.verdicts.size(); ++link)
      verdicts[std::string(checked.loaded->plant.link_name(link))] = checked.verdicts[link];
    const UpgradeReport report = upgrade(LoadRequest{.path = path, .data = ""},
                                         {.to = {"100GBASE-DR", "100GBASE-LR1", "40GBASE-SR4", "100GBASE-SR4"}, .prices = ""});
    for (const UpgradeGroup& group : report.upgrade.groups) {
      if (group.permanent) continue;
      bool all_faulty = true;
      for (const std::string& name : group.names) all_faulty = all_faulty && verdicts.at(name) == check::Verdict::kFaulty;
      if (!all_faulty) continue;
      for (const Answer& answer : group.answers) EXPECT_NE(answer.carries, Carries::kYes) << twin;
      ++tried;
    }
  }
  EXPECT_GE(tried, 6u);
}

// Conversion modules: the same plant with other transceivers at all ports.
TEST(UpgradeSplit, AConversionCarriesWhatItsMapsCarry) {
  std::ifstream file("examples/conversion-2x12-3x8/plant.yaml");
  const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  const UpgradeReport report = upgrade_of(text, {"40G", "100G", "400G"});
  std::size_t yes = 0, of_all_three = 0;
  for (std::size_t i = 0; i < report.upgrade.applications.size(); ++i) {
    const std::string& pmd = report.upgrade.applications[i]->pmd;
    bool all = true;
    for (const UpgradeGroup& group : report.upgrade.groups)
      if (!group.permanent) all = all && group.answers[i].carries == Carries::kYes;
    const std::string other = std::regex_replace(text, std::regex("40GBASE-SR4"), pmd);
    EXPECT_EQ(all, all_proven(other)) << pmd;
    yes += all ? 1 : 0;
  }
  for (const UpgradeGroup& group : report.upgrade.groups) of_all_three += group.permanent ? 0 : group.count;
  EXPECT_EQ(of_all_three, 3u);
  EXPECT_GE(yes, 3u);
}

TEST(UpgradeSplit, AMeshTakesOneTransceiverAtEveryPort) {
  std::ifstream file("examples/mesh-shuffle/plant.yaml");
  const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  const UpgradeReport report = upgrade_of(text, {"400G", "800G"});
  const UpgradeGroup& links = only_links(report);
  EXPECT_EQ(links.count, 16u);
  EXPECT_EQ(links.split_ports.size(), 8u);
  for (const char* pmd : {"400GBASE-DR4", "800GBASE-DR4", "800GBASE-DR8", "400GBASE-FR4"}) {
    const bool proven = all_proven(std::regex_replace(text, std::regex("400GBASE-DR4"), pmd));
    EXPECT_EQ(answer_for(report, links, pmd).carries == Carries::kYes, proven) << pmd;
  }
}

TEST(UpgradeSplit, TransceiversAreBoughtForLegsAndForSplitPorts) {
  const UpgradeReport report = upgrade_of(FannedOut().text(), {"25GBASE-SR", "100GBASE-SR1", "100GBASE-SR4"});
  const auto counts = [&](std::size_t speed) {
    std::map<std::string, std::uint64_t> out;
    for (const check::ShoppingLine& line : report.mixes.at(speed).totals) out[line.words] = line.count;
    return out;
  };
  EXPECT_EQ(report.mixes.at(0).carried, 4u);
  EXPECT_EQ(counts(0), (std::map<std::string, std::uint64_t>{{"25GBASE-SR", 4}, {"100GBASE-SR4", 1}}));
  std::map<std::string, std::uint64_t> angled = counts(1);
  EXPECT_EQ(angled.at("100GBASE-SR1"), 4u);
  EXPECT_EQ(angled.at("400GBASE-SR4"), 1u);
  EXPECT_EQ(report.mixes.at(1).parts, 1u);
  EXPECT_EQ(report.mixes.at(2).carried, 1u);
  EXPECT_EQ(report.mixes.at(2).of, 4u);
  EXPECT_EQ(counts(2).at("100GBASE-SR4"), 2u);
}

// A twin whose receptacles are cabled to two rooms: one link, two ways.
TEST(UpgradeSplit, ReceptaclesThatGoDifferentWaysAreProvenTogether) {
  const auto plant = [](const std::string& optic, const std::string& second) {
    return fmt::format(
        "ferrule: 1\nparts:\n  short: {{kind: cord, fibre: OS2, polarity: B, grade: low-loss, ends: {{connector: MPO-12, gender: "
        "unpinned, "
        "polish: APC}}}}\n  other: {}\nequipment:\n  s: {{ports: {{e: {}}}}}\n  t: {{ports: {{e: {}}}}}\ncables:\n  - {{id: C1, "
        "part: "
        "short, length: 5 m, a: s/e/1, b: t/e/1}}\n  - {{id: C2, part: other, length: 9 m, a: s/e/2, b: t/e/2}}\nlinks:\n  - "
        "{{id: L, a: "
        "s/e, b: t/e}}\n",
        second, optic, optic);
  };
  const std::string good =
      "{kind: cord, fibre: OS2, polarity: B, grade: standard, ends: {connector: MPO-12, gender: unpinned, polish: APC}}";
  const std::string bad =
      "{kind: cord, fibre: OS2, polarity: A, grade: standard, ends: {connector: MPO-12, gender: unpinned, polish: APC}}";
  ASSERT_TRUE(all_proven(plant("2x400GBASE-DR4", good)));
  for (const std::string& second : {good, bad}) {
    const UpgradeReport report = upgrade_of(plant("2x400GBASE-DR4", second), {"2x800GBASE-DR4", "400GBASE-DR4"});
    const UpgradeGroup& link = only_links(report);
    EXPECT_EQ(answer_for(report, link, "2x800GBASE-DR4").carries == Carries::kYes, second == good);
    EXPECT_EQ(answer_for(report, link, "400GBASE-DR4").carries == Carries::kYes, second == good);
  }
}

// A port that is split through two trunks: the cord between their panels is one for all four legs.
TEST(UpgradeSplit, ACrossConnectOnTheWayOfASplitIsChangedInTheMiddle) {
  const auto plant = [](const std::string& middle, const std::string& port, const std::string& leg) {
    std::string text = FannedOut{.fibre = "OS2", .port = port, .leg = leg, .polish = "APC"}.text();
    text.insert(text.find("  cord: "), "  cross: " + middle + "\n");
    text.insert(text.find("cables:"), "  XA: {part: panel}\n  XB: {part: panel}\n");
    text.replace(
        text.find("b: B/1/rear}"), 12,
        "b: XA/1/rear}\n  - {id: X, part: cross, length: 2 m, a: XA/1, b: XB/1}\n  - {id: U, part: trunk, length: 5 m, a: "
        "XB/1/rear, b: B/1/rear}");
    return text;
  };
  const auto cross = [](const char* polarity, const char* gender) {
    return fmt::format(
        "{{kind: cord, fibre: OS2, polarity: {}, grade: low-loss, ends: {{connector: MPO-12, gender: {}, polish: APC}}}}",
        polarity, gender);
  };
  ASSERT_TRUE(all_proven(plant(cross("A", "unpinned"), "400GBASE-DR4", "100GBASE-DR")));
  const UpgradeReport report = upgrade_of(plant(cross("A", "pinned"), "400GBASE-DR4", "100GBASE-DR"), {"100GBASE-DR"});
  const Answer& answer = only_links(report).answers.front();
  ASSERT_EQ(answer.carries, Carries::kChange) << answer.reason;
  ASSERT_EQ(answer.buy.size(), 1u) << answer.change;
  EXPECT_EQ(answer.buy.front().places, std::vector<std::string>{"middle"});
  EXPECT_EQ(answer.buy.front().count, 1u);
  EXPECT_TRUE(all_proven(plant(answer.buy.front().description, answer.split_port, "100GBASE-DR")));
}

// Nobody can tell which of two cords is in the port: what either would carry is no answer.
TEST(UpgradeSplit, APlaceThatTwoPlugsClaimIsNoYes) {
  std::string text = FannedOut().text();
  text.insert(text.find("links:"), "  - {id: C9, part: cord, length: 3 m, a: s/e, b: A/2}\n");
  const UpgradeReport report = upgrade_of(text, {"10GBASE-SR", "25GBASE-SR", "40GBASE-SR4", "100GBASE-SR4"});
  ASSERT_FALSE(report.upgrade.groups.empty());
  for (const UpgradeGroup& group : report.upgrade.groups) {
    if (group.permanent) continue;
    for (const Answer& answer : group.answers) {
      EXPECT_EQ(answer.carries, Carries::kUnknown) << answer.change;
      EXPECT_NE(answer.reason.find("two plugs"), std::string::npos) << answer.reason;
    }
  }
}

}  // namespace
}  // namespace ferrule::api
