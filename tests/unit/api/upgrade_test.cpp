// Answers are held against the plant language and check: what is named is written into a plant, and has to be proven there.
#include "api/upgrade.h"

#include <filesystem>
#include <fstream>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidjson/document.h>
#include <rapidjson/schema.h>

#include "api/upgrade_json.h"
#include "check/upgrade_answer.h"
#include "project_of_text.h"

namespace ferrule::api {
namespace {

using check::Answer;
using check::Carries;

// One trunk between two ends, and nothing plugged.
struct Installed {
  std::string fibre = "OM4", polarity = "B", gender = "pinned", polish = "PC", grade = "low-loss";
  std::string end = "{kind: adapter-panel, connector: MPO-12, adapter: A, count: 6}";
  int length_m = 40;

  bool cassettes() const { return end.find("cassette") != std::string::npos; }
  std::string trunk() const {
    return fmt::format("{{kind: trunk, fibre: {}, polarity: {}, grade: {}, ends: {{connector: MPO-12, gender: {}, polish: {}}}}}",
                       fibre, polarity, grade, gender, polish);
  }
  std::string text() const {
    return fmt::format(
        "ferrule: 1\nparts:\n  trunk: {}\n  end: {}\npanels:\n  A: {}\n  B: {}\ncables:\n  - {{id: T1, part: trunk, "
        "length: {} m, a: A/1/rear, b: B/1/rear}}\n",
        trunk(), end, place("end", cassettes()), place("end", cassettes()), length_m);
  }
  static std::string place(const std::string& part, bool slot) {
    return slot ? "{slots: {1: " + part + "}}" : "{part: " + part + "}";
  }
};

std::string cassette(std::string_view transition, std::string_view gender) {
  return fmt::format(
      "{{kind: cassette, fibre: OM4, grade: low-loss, adapter: A, transition: {}, rear: {{connector: MPO-12, gender: {}, "
      "polish: PC}}, front: {{connector: LC-duplex, count: 6}}}}",
      transition, gender);
}

std::vector<Installed> variety() {
  const std::string panel_b = "{kind: adapter-panel, connector: MPO-12, adapter: B, count: 6}";
  return {{},
          {.polarity = "A"},
          {.polarity = "A", .gender = "unpinned"},
          {.end = panel_b},
          {.polarity = "A", .end = panel_b, .length_m = 90},
          {.fibre = "OS2", .polish = "APC", .length_m = 300},
          {.fibre = "OS2", .polarity = "A", .polish = "APC"},
          {.gender = "unpinned", .end = cassette("universal", "pinned")},
          {.polarity = "A", .gender = "unpinned", .end = cassette("consecutive", "pinned")},
          {.grade = "standard", .length_m = 100}};
}

// The plant with what the answer buys, and the ends plugged into ports `near` and `far` of what stands there.
std::string changed(const Installed& was, const Answer& answer, const std::string& application, int far, int near = 1) {
  std::vector<std::string> ends, cords;
  std::string parts = "  trunk: " + was.trunk() + "\n  end: " + was.end + "\n";
  bool slots = was.cassettes(), harness = false;
  for (std::size_t i = 0; i < answer.buy.size(); ++i) {
    const std::string& description = answer.buy[i].description;
    const std::string name = fmt::format("new{}", i);
    parts += fmt::format("  {}: {}\n", name, description);
    const bool panel = description.find("kind: adapter-panel") != std::string::npos;
    const bool box = description.find("kind: cassette") != std::string::npos;
    if (panel || box) slots = box;
    harness = harness || description.find("kind: breakout") != std::string::npos;
    (panel || box ? ends : cords).push_back(name);
  }
  if (ends.empty()) ends = {"end"};
  EXPECT_FALSE(cords.empty());
  const auto port = [&](const char* panel, int number) {
    return slots ? fmt::format("{}/1/{}", panel, number) : fmt::format("{}/1", panel);
  };
  const auto cord = [&](const char* id, const std::string& part, const char* node, const std::string& at) {
    return harness ? fmt::format("  - {{id: {}, part: {}, length: 5 m, a: {}, b: \"{}/E[1-{}]\"}}\n", id, part, at, node,
                                 answer.per_leg)
                   : fmt::format("  - {{id: {}, part: {}, length: 5 m, a: {}/E1, b: {}}}\n", id, part, node, at);
  };
  return fmt::format(
      "ferrule: 1\nparts:\n{}equipment:\n  x: {{ports: {{\"E[1-12]\": {}}}}}\n  y: {{ports: {{\"E[1-12]\": {}}}}}\npanels:\n  A: "
      "{}\n"
      "  B: {}\ncables:\n  - {{id: T1, part: trunk, length: {} m, a: A/1/rear, b: B/1/rear}}\n{}{}links:\n  - {{id: L1, a: x/E1, "
      "b: "
      "y/E{}}}\n",
      parts, application, application, Installed::place(ends.front(), slots), Installed::place(ends.back(), slots), was.length_m,
      cord("C1", cords.front(), "x", port("A", near)), cord("D1", cords.back(), "y", port("B", far)), harness ? far : 1);
}

// Of the ports that a leg is parted into, those from which some port of the other end is reached. A harness shows all of its legs.
int ports_proven(const Installed& was, const Answer& answer, const std::string& application) {
  int proven = 0;
  const bool harness = std::any_of(answer.buy.begin(), answer.buy.end(), [](const check::Bought& part) {
    return part.description.find("kind: breakout") != std::string::npos;
  });
  if (harness || answer.per_leg == 1) return answer.per_leg;
  for (int near = 1; near <= answer.per_leg; ++near)
    for (int far = 1; far <= answer.per_leg; ++far) {
      const CheckReport checked = check(project_of_text(changed(was, answer, application, far, near)), {.repairs = false});
      if (checked.verdicts.front() != check::Verdict::kProven) continue;
      ++proven;
      break;
    }
  return proven;
}

#ifdef FERRULE_SANITIZED
constexpr bool kSlow = true;  // the sanitized build takes ten times as long: part of the plants will do there
#else
constexpr bool kSlow = false;
#endif

// Where it is slow, every third, beginning with another one for each test.
std::vector<Installed> some_variety(std::size_t first) {
  std::vector<Installed> all = variety();
  if (!kSlow) return all;
  std::vector<Installed> some;
  for (std::size_t i = first; i < all.size(); i += 3) some.push_back(all[i]);
  return some;
}

TEST(Upgrade, WhatGlassForbidsIsSaidOfALinkThatSplitsToo) {
  const UpgradeReport report =
      upgrade(LoadRequest{.path = "examples/breakout-400g-4x100g", .data = ""}, {.to = {"800G"}, .prices = ""});
  ASSERT_FALSE(report.upgrade.groups.empty());
  const check::UpgradeGroup& links = report.upgrade.groups.front();
  ASSERT_FALSE(links.permanent);
  for (std::size_t i = 0; i < links.answers.size(); ++i)
    EXPECT_EQ(links.answers[i].reason.find("single-mode glass") == 0, report.upgrade.applications[i]->mode == "MM")
        << report.upgrade.applications[i]->pmd;
}

TEST(Upgrade, WhatIsNamedIsProvenWhenItIsWrittenIntoThePlant) {
  std::size_t proven = 0, kinds[3] = {0, 0, 0};
  for (const Installed& was : some_variety(0)) {
    const UpgradeReport report = upgrade(project_of_text(was.text()), {.to = {"10G", "40G", "100G", "400G"}, .prices = ""});
    ASSERT_EQ(report.upgrade.groups.size(), 1u) << was.text();
    const check::UpgradeGroup& group = report.upgrade.groups.front();
    for (std::size_t i = 0; i < group.answers.size(); ++i) {
      const Answer& answer = group.answers[i];
      if (answer.carries != Carries::kYes && answer.carries != Carries::kChange) continue;
      if (answer.copies > 1 || answer.change.find("trunk ") == 0 || answer.change.find("every connector") == 0) continue;
      const std::string application = report.upgrade.applications[i]->pmd;
      bool found = false;
      for (int far = 1; far <= std::max(answer.per_leg, 1) && !found; ++far) {
        const CheckReport checked = check(project_of_text(changed(was, answer, application, far)), {.repairs = false});
        ASSERT_EQ(checked.verdicts.size(), 1u) << changed(was, answer, application, far);
        found = checked.verdicts.front() == check::Verdict::kProven;
      }
      EXPECT_TRUE(found) << application << "\n" << answer.change << "\n" << changed(was, answer, application, 1);
      EXPECT_GE(ports_proven(was, answer, application), answer.per_leg) << application << "\n" << answer.change;
      ++proven;
      for (const check::Bought& part : answer.buy) {
        if (part.description.find("kind: cassette") != std::string::npos) ++kinds[0];
        if (part.description.find("kind: adapter-panel") != std::string::npos) ++kinds[1];
        if (part.description.find("kind: breakout") != std::string::npos) ++kinds[2];
      }
    }
  }
  EXPECT_GT(proven, kSlow ? 15u : 50u);
  EXPECT_TRUE(kSlow || kinds[0] + kinds[2] > 0u);
  EXPECT_TRUE(kSlow || kinds[1] > 0u);
}

TEST(Upgrade, ALongerTrunkIsNeverBetter) {
  for (Installed was : some_variety(1)) {
    std::vector<Answer> before;
    for (const int length : {5, 69, 150, 500}) {
      if (kSlow && length != 5 && length != 150) continue;
      was.length_m = length;
      const UpgradeReport report = upgrade(project_of_text(was.text()), {.to = {"40G", "400G"}, .prices = ""});
      ASSERT_EQ(report.upgrade.groups.size(), 1u);
      const std::vector<Answer>& answers = report.upgrade.groups.front().answers;
      for (std::size_t i = 0; i < before.size(); ++i) {
        const bool was_too_short = before[i].reason.find("shorter than the least") != std::string::npos;
        EXPECT_TRUE(before[i].carries <= answers[i].carries || was_too_short)
            << report.upgrade.applications[i]->pmd << " at " << length << " m of " << was.text();
      }
      before = answers;
    }
  }
}

// The bench must say of a channel what check says of the plant.
TEST(Upgrade, WhatAProvenLinkRunsTodayItCarries) {
  std::size_t tried = 0;
  for (const auto& entry : std::filesystem::directory_iterator("examples")) {
    if (!std::filesystem::exists(entry.path() / "plant.yaml") || entry.path().filename().string().starts_with("superpod"))
      continue;
    const CheckReport report = check({.path = entry.path().string(), .data = ""}, {.repairs = false});
    const plant::Plant& plant = report.loaded->plant;
    const check::View view{plant, report.loaded->facts, report.loaded->settings, *report.proof};
    const check::PartMaker maker = part_maker(report.loaded->facts);
    check::Answerer answerer(view, maker);
    for (std::uint32_t link = 0; link < plant.link_count(); ++link) {
      const std::uint32_t first = plant.links[link].first_bundle;
      const plant::Bundle& bundle = plant.bundles[first];
      const facts::Optic* optic = report.loaded->facts.optic(plant.type_of(bundle.a).application);
      const bool both = bundle.b != plant::kNone && plant.type_of(bundle.b).application == plant.type_of(bundle.a).application;
      const check::Chain chain = check::chain_of_bundle(plant, first);
      const bool whole =
          plant.links[link + 1].first_bundle - first == static_cast<std::uint32_t>(optic == nullptr ? 0 : optic->receptacles);
      if (report.verdicts[link] != check::Verdict::kProven || !both || !whole || !chain.why_none.empty()) continue;
      const check::Way& way = report.proof->ways[report.proof->way_of_bundle[first]];
      if (way.leaves.size() > 1 || !plant.lane_sets[bundle.a_set].whole) continue;
      EXPECT_EQ(answerer.answer(chain, *optic).carries, Carries::kYes) << entry.path() << " " << plant.link_name(link);
      ++tried;
    }
  }
  EXPECT_GT(tried, 20u);
}

TEST(Upgrade, EveryExampleIsAnsweredAndFollowsTheSchema) {
  std::ifstream file("docs/schema/upgrade.schema.json");
  const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  rapidjson::Document source;
  source.Parse(text.c_str());
  ASSERT_FALSE(source.HasParseError());
  const rapidjson::SchemaDocument schema(source);
  for (const auto& entry : std::filesystem::directory_iterator("examples")) {
    if (!std::filesystem::exists(entry.path() / "plant.yaml")) continue;
    if (kSlow && !entry.path().filename().string().starts_with("duplex")) continue;
    const UpgradeReport report = upgrade({.path = entry.path().string(), .data = ""}, {.to = {"400G"}, .prices = ""});
    rapidjson::Document document;
    document.Parse(upgrade_json(report).c_str());
    ASSERT_FALSE(document.HasParseError()) << entry.path();
    rapidjson::SchemaValidator validator(schema);
    EXPECT_TRUE(document.Accept(validator)) << entry.path();
    std::uint64_t links = 0;
    for (const check::UpgradeGroup& group : report.upgrade.groups) {
      links += group.permanent ? 0 : group.count;
      for (const Answer& answer : group.answers)
        EXPECT_TRUE(answer.carries == Carries::kYes || !answer.reason.empty() || !answer.change.empty()) << entry.path();
    }
    EXPECT_EQ(links, report.loaded->plant.link_count()) << entry.path();
  }
}

TEST(Upgrade, WhatNobodyStatedIsNeverAYes) {
  Installed unstated;
  unstated.grade = "standard";
  std::string text = unstated.text();
  for (const std::string& gone : {std::string(", gender: pinned"), std::string("polarity: B, ")}) {
    std::string without = text;
    without.erase(without.find(gone), gone.size());
    const UpgradeReport report = upgrade(project_of_text(without), {.to = {"100GBASE-SR4"}, .prices = ""});
    for (const check::UpgradeGroup& group : report.upgrade.groups)
      for (const Answer& answer : group.answers) {
        EXPECT_NE(answer.carries, Carries::kYes) << gone;
        EXPECT_NE(answer.carries, Carries::kChange) << gone;
      }
  }
}

TEST(Upgrade, EightOfTwelveFibresLeaveAThirdStranded) {
  const UpgradeReport report = upgrade(project_of_text(Installed().text()), {.to = {"100GBASE-SR4", "10GBASE-SR"}, .prices = ""});
  const check::UpgradeGroup& group = report.upgrade.groups.at(0);
  ASSERT_EQ(report.upgrade.applications.at(1)->pmd, "100GBASE-SR4");
  EXPECT_EQ(group.answers.at(1).carries, Carries::kYes);
  EXPECT_EQ(group.answers.at(1).stranded, 4);
  PriceList prices;
  prices.set("trunk", Price{12000});
  const auto price = [&](const std::string& part) { return std::optional(prices.find(part)->hundredths); };
  EXPECT_EQ(check::price_of_stranded(group, group.answers[1], price), 4000);
  EXPECT_EQ(check::price_of_stranded(group, group.answers[1], [](const std::string&) { return std::optional<std::int64_t>(); }),
            std::nullopt);
}

TEST(Upgrade, SpeedsAreReadAsPeopleWriteThem) {
  for (const char* text : {"400", "400G", "400 Gb/s", "400GbE", "400g", "0.4T"}) EXPECT_EQ(parse_rate(text), 400'000) << text;
  EXPECT_EQ(parse_rate("1.6T"), 1'600'000);
  EXPECT_EQ(parse_rate("1600"), 1'600'000);
  for (const char* text : {"", "G", "fast", "-400G", "400X", "4e2", "999999999999", "0", "."})
    EXPECT_EQ(parse_rate(text), std::nullopt) << text;
  EXPECT_EQ(spell_rate(1'600'000), "1.6T");
  EXPECT_EQ(spell_rate(2'500), "2.5G");
  const auto why = [](std::string asked) {
    const UpgradeReport report = upgrade(project_of_text(Installed().text()), {.to = {std::move(asked)}, .prices = ""});
    return report.refused ? report.refused->message : std::string("answered");
  };
  EXPECT_NE(why("401G").find("400G"), std::string::npos);
  EXPECT_NE(why("400GBASE-DR5").find("400GBASE-DR4"), std::string::npos);
  EXPECT_NE(why("DR4").find("800GBASE-DR4"), std::string::npos);
  EXPECT_EQ(why("400G"), "answered");
}

}  // namespace
}  // namespace ferrule::api
