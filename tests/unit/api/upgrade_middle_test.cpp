// Cross-connects: what is named for the middle of a channel is written into the plant, where it says, and has to be proven there.
#include <map>
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "api/upgrade.h"
#include "project_of_text.h"

namespace ferrule::api {
namespace {

using check::Answer;
using check::Carries;

// What ends a trunk: a panel, or a cassette; and the cord that is plugged there.
struct Stop {
  std::string part, cord;
  bool cassette() const { return part.find("cassette") != std::string::npos; }
};

const char* const kPanel12 = "{kind: adapter-panel, connector: MPO-12, adapter: A, count: 6}";

std::string array_cord(std::string_view polarity, std::string_view gender = "unpinned") {
  return fmt::format(
      "{{kind: cord, fibre: OM4, polarity: {}, grade: low-loss, ends: {{connector: MPO-12, gender: {}, polish: PC}}}}", polarity,
      gender);
}

std::string box(std::string_view transition, std::string_view adapter = "A") {
  return fmt::format(
      "{{kind: cassette, fibre: OM4, grade: low-loss, adapter: {}, transition: {}, rear: {{connector: MPO-12, gender: "
      "unpinned, polish: PC}}, front: {{connector: LC-duplex, count: 6}}}}",
      adapter, transition);
}

const char* const kDuplex = "{kind: cord, fibre: OM4, grade: low-loss, polarity: A-to-B, ends: LC-duplex}";

// a - [end a] == trunk == [middle] - cord - [middle] == trunk == [end b] - b
struct CrossConnected {
  Stop end_a, near, far, end_b;  // the cord of `near` is that of the middle
  std::string application = "40GBASE-SR4", trunk_polarity = "B";
  int trunk_m = 20;

  std::string text() const {
    const auto place = [](const char* name, const Stop& stop) {
      return fmt::format("  {}: {}\n", name,
                         stop.cassette() ? fmt::format("{{slots: {{1: {}}}}}", name) : fmt::format("{{part: {}}}", name));
    };
    const auto port = [](const char* name, const Stop& stop) { return std::string(name) + (stop.cassette() ? "/1/1" : "/1"); };
    std::string out = "ferrule: 1\nparts:\n";
    out += fmt::format("  EA: {}\n  XA: {}\n  XB: {}\n  EB: {}\n", end_a.part, near.part, far.part, end_b.part);
    out += fmt::format("  ca: {}\n  cx: {}\n  cb: {}\n", end_a.cord, near.cord, end_b.cord);
    out += fmt::format(
        "  trunk: {{kind: trunk, fibre: OM4, polarity: {}, grade: low-loss, ends: {{connector: MPO-12, gender: pinned, "
        "polish: PC}}}}\n",
        trunk_polarity);
    out += fmt::format("equipment:\n  a: {{ports: {{e: {}}}}}\n  b: {{ports: {{e: {}}}}}\npanels:\n", application, application);
    out += place("EA", end_a) + place("XA", near) + place("XB", far) + place("EB", end_b);
    out += fmt::format("cables:\n  - {{id: CA, part: ca, length: 2 m, a: a/e, b: {}}}\n", port("EA", end_a));
    out += fmt::format("  - {{id: T1, part: trunk, length: {} m, a: EA/1/rear, b: XA/1/rear}}\n", trunk_m);
    out += fmt::format("  - {{id: CX, part: cx, length: 3 m, a: {}, b: {}}}\n", port("XA", near), port("XB", far));
    out += fmt::format("  - {{id: T2, part: trunk, length: {} m, a: XB/1/rear, b: EB/1/rear}}\n", trunk_m);
    out += fmt::format("  - {{id: CB, part: cb, length: 2 m, a: b/e, b: {}}}\n", port("EB", end_b));
    return out + "links:\n  - {id: L, a: a/e, b: b/e}\n";
  }
};

CrossConnected over_panels(const char* near, const char* middle, const char* far) {
  return {{kPanel12, array_cord(near)}, {kPanel12, array_cord(middle)}, {kPanel12, ""}, {kPanel12, array_cord(far)}};
}

CrossConnected over_cassettes(const char* transition, const char* trunk, int metres = 20) {
  const std::string part = box(transition);
  return {{part, kDuplex}, {part, kDuplex}, {part, ""}, {part, kDuplex}, "10GBASE-SR", trunk, metres};
}

// Cassettes in the middle only: the ends were built for array cords.
CrossConnected cassettes_inside(const char* trunk) {
  const std::string part = box("universal");
  return {{kPanel12, array_cord("B")}, {part, kDuplex}, {part, ""}, {kPanel12, array_cord("B")}, "40GBASE-SR4", trunk};
}

check::Verdict verdict_of(const std::string& text) {
  const CheckReport checked = check(project_of_text(text), {.repairs = false});
  EXPECT_EQ(checked.verdicts.size(), 1u) << text;
  return checked.verdicts.empty() ? check::Verdict::kFaulty : checked.verdicts.front();
}

bool is_kind(const check::Bought& part, const char* kind) {
  return part.description.find(fmt::format("kind: {}", kind)) != std::string::npos;
}

// The plant with what was bought. Two panels in the middle may differ; which towards which end the change says.
CrossConnected rebuilt(CrossConnected plant, const Answer& answer, const std::string& application) {
  plant.application = application;
  std::vector<std::string> middle_panels;
  for (const check::Bought& part : answer.buy) {
    const bool box = is_kind(part, "adapter-panel") || is_kind(part, "cassette");
    for (const std::string& place : part.places) {
      Stop& stop = place == "end a" ? plant.end_a : place == "end b" ? plant.end_b : plant.near;
      if (box && place == "middle")
        middle_panels.push_back(part.description);
      else
        (box ? stop.part : stop.cord) = part.description;
    }
  }
  if (middle_panels.empty()) return plant;
  plant.near.part = middle_panels.front();
  plant.far.part = middle_panels.back();
  return plant;
}

#ifdef FERRULE_SANITIZED
constexpr std::size_t kCrossConnectedTried = 2;  // the sanitized build takes ten times as long
#else
constexpr std::size_t kCrossConnectedTried = 8;
#endif

TEST(UpgradeMiddle, WhatIsNamedIsProvenWhenItIsWrittenIntoThePlant) {
  std::size_t of_middles = 0, panels_inside = 0;
  std::vector<CrossConnected> plants = {cassettes_inside("B"),
                                        over_cassettes("universal", "B"),
                                        over_panels("B", "B", "B"),
                                        over_panels("B", "A", "B"),
                                        over_panels("A", "B", "A"),
                                        over_cassettes("consecutive", "A"),
                                        over_cassettes("universal", "B", 33),
                                        cassettes_inside("A")};
  plants.resize(kCrossConnectedTried);
  for (const CrossConnected& was : plants) {
    const UpgradeReport report = upgrade(project_of_text(was.text()), {{"10G", "40G", "100G", "400G"}, ""});
    const check::UpgradeGroup& link = report.upgrade.groups.front();
    ASSERT_FALSE(link.permanent);
    for (std::size_t i = 0; i < link.answers.size(); ++i) {
      const Answer& answer = link.answers[i];
      if (answer.carries != Carries::kChange || answer.copies > 1) continue;
      if (answer.change.find("harness") != std::string::npos || answer.change.starts_with("every") ||
          answer.change.starts_with("trunk"))
        continue;
      // Of cassettes the port that light comes to is not told: only what has none left is written down.
      const CrossConnected now = rebuilt(was, answer, report.upgrade.applications[i]->pmd);
      if (now.end_a.cassette() != was.end_a.cassette() && now.end_a.cassette()) continue;
      if (now.end_b.cassette() != was.end_b.cassette() && now.end_b.cassette()) continue;
      EXPECT_EQ(verdict_of(now.text()), check::Verdict::kProven)
          << report.upgrade.applications[i]->pmd << ": " << answer.change << "\n"
          << now.text();
      if (answer.change.find("in the middle") == std::string::npos) continue;
      ++of_middles;
      panels_inside += answer.change.find("in place of both cassettes") != std::string::npos ? 1 : 0;
      EXPECT_EQ(answer.takes_leg, was.near.cassette());
    }
  }
  EXPECT_GE(of_middles, kCrossConnectedTried);
  EXPECT_GE(panels_inside, kCrossConnectedTried / 2);
}

// Both end cords stay where another one in the middle is enough: the ends differ in what they need.
TEST(UpgradeMiddle, OneCordInTheMiddleIsLessThanTwoAtTheEnds) {
  CrossConnected plant = over_panels("B", "A", "B");
  plant.near.cord = array_cord("B", "pinned");  // meets pinned trunks
  const UpgradeReport report = upgrade(project_of_text(plant.text()), {{"100GBASE-SR4"}, ""});
  const Answer& answer = report.upgrade.groups.front().answers.front();
  EXPECT_EQ(answer.carries, Carries::kChange);
  ASSERT_EQ(answer.buy.size(), 1u) << answer.change;
  EXPECT_EQ(answer.buy.front().places, std::vector<std::string>{"middle"});
  EXPECT_EQ(answer.buy.front().count, 1u);
  EXPECT_FALSE(answer.takes_leg);
}

TEST(UpgradeMiddle, EightFibresNeverPassADuplexCord) {
  const UpgradeReport report = upgrade(project_of_text(cassettes_inside("B").text()), {{"40GBASE-SR4", "100GBASE-SR4"}, ""});
  for (const Answer& answer : report.upgrade.groups.front().answers) {
    EXPECT_NE(answer.carries, Carries::kYes);
    if (answer.carries == Carries::kChange) {
      EXPECT_NE(answer.change.find("adapter panels"), std::string::npos) << answer.change;
    }
  }
}

TEST(UpgradeMiddle, WhatIsTooLongOrTooLossyStaysANo) {
  const UpgradeReport report =
      upgrade(project_of_text(over_cassettes("universal", "B", 60).text()), {{"100GBASE-SR4", "25GBASE-SR"}, ""});
  for (const Answer& answer : report.upgrade.groups.front().answers) {
    EXPECT_EQ(answer.carries, Carries::kNo) << answer.change;
    EXPECT_FALSE(answer.reason.empty());
  }
}

// Three trunks in a row, and two cross-connects.
TEST(UpgradeMiddle, SeveralCrossConnectsAreToldApart) {
  std::string text = over_panels("B", "B", "B").text();
  const std::size_t cables = text.find("  - {id: CB");
  text.replace(text.find("b: EB/1/rear"), 12, "b: YA/1/rear");
  text.insert(cables,
              fmt::format("  - {{id: CY, part: cy, length: 3 m, a: YA/1, b: YB/1}}\n  - {{id: T3, part: trunk, length: 10 m, a: "
                          "YB/1/rear, b: EB/1/rear}}\n"));
  text.insert(text.find("cables:"), "  YA: {part: EA}\n  YB: {part: EA}\n");
  text.insert(text.find("  ca: "), fmt::format("  cy: {}\n", array_cord("A", "pinned")));
  // Single-mode: six connections lose too much for any multimode application.
  for (const auto& [was, now] : {std::pair{"OM4", "OS2"}, {"polish: PC", "polish: APC"}, {"40GBASE-SR4", "400GBASE-DR4"}})
    for (std::size_t at = text.find(was); at != std::string::npos; at = text.find(was, at + 1))
      text.replace(at, std::string_view(was).size(), now);
  const UpgradeReport report = upgrade(project_of_text(text), {{"400GBASE-DR4"}, ""});
  const Answer& answer = report.upgrade.groups.front().answers.back();
  EXPECT_EQ(answer.carries, Carries::kChange) << answer.reason;
  EXPECT_NE(answer.change.find("at cross-connect 2 of 2"), std::string::npos) << answer.change;
  EXPECT_EQ(answer.change.find("at cross-connect 1 of 2"), std::string::npos) << answer.change;
}

// What is tried depends on the ways there are, not on how many links go them.
TEST(UpgradeMiddle, TrialsAreBounded) {
  for (const CrossConnected& was : {over_panels("B", "A", "B"), over_cassettes("universal", "B")}) {
    const UpgradeReport report = upgrade(project_of_text(was.text()), {{"100G", "400G"}, ""});
    EXPECT_LT(report.upgrade.trials, 40 * report.upgrade.applications.size());
    EXPECT_GT(report.upgrade.trials, 20u);
  }
}

}  // namespace
}  // namespace ferrule::api
