// Why there is no plan: the wishes that are told to clash do, each of them is needed for it, and what helps helps.
#include "api/design_clash.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ferrule::api {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

class ClashOf {
 public:
  explicit ClashOf(std::string text) : text_(std::move(text)) {
    const DesignReport report = design(read(), {});
    EXPECT_EQ(report.exit, Exit::kInfeasible);
    found = find_clash({[this] { return read(); }, {}, {}, {}}, report);
  }
  std::vector<std::string> clashing() const { return words(found.clashing); }
  std::vector<std::string> words(const std::vector<std::size_t>& wishes) const {
    std::vector<std::string> out;
    for (const std::size_t wish : wishes) out.push_back(found.wishes[wish].words);
    return out;
  }
  // Is there a plan when these are given up?
  bool works(const std::vector<std::size_t>& wishes) const {
    std::unique_ptr<Loaded> loaded = read();
    auto changed = std::make_shared<lang::Design>(*loaded->design);
    for (const std::size_t wish : wishes) found.wishes[wish].relax(*loaded, *changed);
    loaded->design = std::move(changed);
    return design(std::move(loaded), {}).exit == Exit::kClean;
  }
  Clash found;

 private:
  std::unique_ptr<Loaded> read() const { return load_texts({{"plant.yaml", text_}}, {}); }
  std::string text_;
};

std::string two_racks(const std::string& cabling, const std::string& policy = "") {
  return "ferrule: 1\n" + policy + R"(fabric:
  tiers:
    leaf:  {count: 2, ports: {"up[1-4]": 400GBASE-DR4}, racks: A1}
    spine: {count: 2, ports: {"port[1-4]": 400GBASE-DR4}, racks: B1}
  links: [{from: leaf, to: spine}]
racks: {A1: {at: [0 m, 0 m], units: 4}, B1: {at: [12 m, 0 m], units: 4}}
cabling: )" +
         cabling + "\n";
}

TEST(DesignClash, TheMethodOfThePolicyIsAWish) {
  const ClashOf clash(two_racks("{all: {as: structured}}", "policy: {slack: 1 m, method: C}\n"));
  EXPECT_THAT(clash.clashing(), testing::Contains("policy: method: C"));
  EXPECT_THAT(clash.found.helps, testing::Contains(testing::Truly([&](const GivenUp& help) {
                return clash.words(help.wishes) == std::vector<std::string>{"policy: method: C"} && clash.works(help.wishes);
              })));
}

// Where direct cords help, a better grade and larger panels help as well, together and not alone.
TEST(DesignClash, WhatHelpsTogetherIsToldBesideWhatHelpsAlone) {
  const ClashOf clash(R"(ferrule: 1
fabric:
  tiers:
    leaf:  {count: 4, ports: {"up[1-6]": 25GBASE-SR}, racks: A1}
    spine: {count: 2, ports: {"port[1-12]": 25GBASE-SR}, racks: B1}
  links: [{from: leaf, to: spine}]
racks: {A1: {at: [0 m, 0 m]}, B1: {at: [12 m, 0 m]}}
cabling: {all: {as: structured, trunks: [6]}}
)");
  ASSERT_EQ(clash.found.helps.size(), 2u);
  EXPECT_THAT(clash.words(clash.found.helps[0].wishes), ElementsAre("as: structured"));
  EXPECT_THAT(clash.words(clash.found.helps[1].wishes),
              UnorderedElementsAre("panel_cassettes: 4, which nobody changed", "no grade, which nobody changed"));
  for (const GivenUp& help : clash.found.helps) EXPECT_TRUE(clash.works(help.wishes));
  for (const std::size_t wish : clash.found.helps[1].wishes) EXPECT_FALSE(clash.works({wish})) << "both of them are needed";
}

// Spines that are too few and racks that are too few: neither alone, and not any two.
TEST(DesignClash, TroublesThatHaveNothingToDoWithEachOtherAreGivenUpTogether) {
  const ClashOf clash(R"(ferrule: 1
fabric:
  tiers:
    leaf:  {count: 6, ports: {"up[1-4]": 400GBASE-DR4}, racks: "A[1-4]", per_rack: 1}
    spine: {count: 2, ports: {"port[1-8]": 400GBASE-DR4}, racks: "B[1-2]", per_rack: 1}
  links: [{from: leaf, to: spine}]
racks: {"A[1-4]": {at: [0 m, 0 m], step: [1 m, 0 m]}, "B[1-4]": {at: [0 m, 3 m], step: [1 m, 0 m]}}
)");
  ASSERT_EQ(clash.found.helps.size(), 1u);
  EXPECT_TRUE(clash.works(clash.found.helps.front().wishes));
  EXPECT_THAT(clash.words(clash.found.helps.front().wishes), testing::Contains("count of spine: 2"));
  for (const std::size_t wish : clash.found.helps.front().wishes) {
    std::vector<std::size_t> others = clash.found.helps.front().wishes;
    std::erase(others, wish);
    EXPECT_FALSE(clash.works(others)) << clash.found.wishes[wish].words << " is needed";
  }
}

TEST(DesignClash, WidthsOfTraysAndDropsAreWishes) {
  const std::string tight = "width: 50 mm, depth: 20 mm, fill: 10 %";
  const auto hall = [](const std::string& rack, const std::string& tray) {
    return R"(ferrule: 1
parts: {cord: {kind: cord, fibre: OS2, polarity: B, diameter: 3 mm, ends: {connector: MPO-12, gender: unpinned, polish: APC}}}
fabric:
  tiers:
    leaf:  {count: 2, ports: {"up[1-8]": 400GBASE-DR4}, racks: A1}
    spine: {count: 2, ports: {"port[1-8]": 400GBASE-DR4}, racks: A2}
  links: [{from: leaf, to: spine}]
racks: {"A[1-2]": {at: [0 m, 0 m], step: [6 m, 0 m])" +
           rack + R"(}}
trays: {main: {from: [0 m, 0.5 m], to: [7 m, 0.5 m], height: 2.5 m)" +
           tray + "}}\n";
  };
  for (const auto& [text, wish] :
       {std::pair(hall("", ", " + tight), "width of the trays"), {hall(", drop: {" + tight + "}", ""), "width of the drops"}}) {
    const ClashOf clash(text);
    EXPECT_THAT(clash.clashing(), testing::Contains(wish));
    for (const GivenUp& help : clash.found.helps) EXPECT_TRUE(clash.works(help.wishes));
  }
}

TEST(DesignClash, LimitsOfThePolicyAreWishes) {
  for (const char* policy : {"policy: {slack: 1 m, max_length: 10 m}\n", "policy:\n  slack: 1 m\n  max_length: 10 m\n"}) {
    const ClashOf clash(two_racks("{all: {as: direct}}", policy));
    EXPECT_THAT(clash.clashing(), testing::Contains("policy: max_length: 10 m")) << policy;
    ASSERT_FALSE(clash.found.helps.empty());
    for (const GivenUp& help : clash.found.helps) EXPECT_TRUE(clash.works(help.wishes)) << policy;
  }
  const ClashOf panels(two_racks("{all: {as: structured}}", "policy: {max_connections: 1}\n"));
  EXPECT_THAT(panels.clashing(), UnorderedElementsAre("as: structured", "policy: max_connections: 1"));
}

TEST(DesignClash, NamesTheWishesAndEachOfThemIsNeeded) {
  const ClashOf clash(two_racks("{all: {as: structured, method: U2, grade: low-loss, trunks: [4]}}"));
  EXPECT_THAT(clash.clashing(), UnorderedElementsAre("as: structured", "method: U2"));
  ASSERT_EQ(clash.found.helps.size(), 2u);
  for (const GivenUp& help : clash.found.helps) {
    EXPECT_TRUE(clash.works(help.wishes));
    EXPECT_THAT(help.brings, HasSubstr("cords"));
  }
  std::vector<std::size_t> others;
  for (std::size_t i = 0; i < clash.found.wishes.size(); ++i)
    if (std::find(clash.found.clashing.begin(), clash.found.clashing.end(), i) == clash.found.clashing.end()) others.push_back(i);
  EXPECT_FALSE(clash.works(others));
}

TEST(DesignClash, RacksAreTakenJustAsHighAsNeeded) {
  const ClashOf clash(two_racks("{all: {as: structured, trunks: [2], panel_ports: 2}}"));
  EXPECT_THAT(clash.clashing(), testing::Contains("units of the racks"));
  const auto racks = std::find_if(clash.found.helps.begin(), clash.found.helps.end(),
                                  [&](const GivenUp& help) { return clash.words(help.wishes).front() == "units of the racks"; });
  ASSERT_NE(racks, clash.found.helps.end());
  EXPECT_THAT(racks->brings,
              AllOf(HasSubstr("A1 2 more, B1 2 more"), HasSubstr("12 rack units")));  // 2 devices and 4 panels at each end
}

TEST(DesignClash, TwoWishesAreGivenUpWhereNoOneHelps) {
  const ClashOf clash(
      two_racks("{all: {as: structured, trunks: [4], fibre: OM4}}", "policy: {stock_lengths: {cord: [2 m], trunk: [5 m]}}\n"));
  ASSERT_FALSE(clash.found.helps.empty());
  for (const GivenUp& help : clash.found.helps) {
    EXPECT_EQ(help.wishes.size(), 2u);
    EXPECT_TRUE(clash.works(help.wishes));
    EXPECT_THAT(clash.words(help.wishes), testing::Contains("fibre: OM4"));
  }
}

TEST(DesignClash, WhatNoWishCausesIsSaid) {
  const ClashOf clash(R"(ferrule: 1
fabric:
  tiers:
    leaf:  {count: 2, ports: {"up[1-2]": 400GBASE-SR4}}
    spine: {count: 2, ports: {"port[1-2]": 400GBASE-DR4}}
  links: [{from: leaf, to: spine}]
cabling: {all: {length: 5 m, grade: low-loss}}
)");
  EXPECT_THAT(clash.clashing(), IsEmpty());
  EXPECT_THAT(clash.found.helps, IsEmpty());
  EXPECT_THAT(clash.found.remains, HasSubstr("F821"));
}

TEST(DesignClash, PortsAddUpAgainWhenACountIsGivenUp) {
  const ClashOf clash(R"(ferrule: 1
fabric:
  tiers:
    leaf:  {count: 4, ports: {"up[1-8]": 400GBASE-DR4}}
    spine: {count: 1, ports: {"port[01-16]": 400GBASE-DR4}}
  links: [{from: leaf, to: spine}]
)");
  EXPECT_THAT(clash.clashing(), ElementsAre("count of spine: 1"));
  ASSERT_EQ(clash.found.helps.size(), 1u);
  EXPECT_THAT(clash.found.helps.front().brings, AllOf(HasSubstr("2 spine"), HasSubstr("32 cords")));
}

TEST(DesignClash, AWishWithoutAPartInItIsNotBlamed) {
  // Both tiers in one rack need no cable in the plenum: a plan of another kind, not the fault of where they stand.
  const ClashOf clash(two_racks("{all: {as: direct, jacket: OFNR, grade: low-loss}}", "policy: {spaces: plenum}\n"));
  EXPECT_THAT(clash.clashing(), testing::Contains("jacket: OFNR"));
  for (const std::size_t wish : clash.found.clashing) EXPECT_TRUE(clash.works({wish})) << clash.found.wishes[wish].words;
  EXPECT_THAT(clash.clashing(), testing::Not(testing::Contains("grade: low-loss")));
}

TEST(DesignClash, TwoJacketsAreToldWithoutTheRacks) {
  const ClashOf clash(R"(ferrule: 1
policy: {slack: 1 m, spaces: plenum}
fabric:
  tiers:
    node:  {count: 4, ports: {"n[1-2]": 400GBASE-DR4}, racks: A1}
    tor:   {count: 2, ports: {"down[1-4]": 400GBASE-DR4, "up[1-4]": 400GBASE-DR4}, racks: A2}
    spine: {count: 2, ports: {"port[1-4]": 400GBASE-DR4}, racks: A3}
  links: [{from: node, to: tor, to_ports: "down[1-4]"}, {from: tor, to: spine, from_ports: "up[1-4]"}]
cabling: {node-tor: {jacket: OFNR}, tor-spine: {as: structured, jacket: OFNG}}
racks: {"A[1-3]": {at: [0 m, 0 m], step: [0.6 m, 0 m], units: 12}}
)");
  ASSERT_EQ(clash.found.helps.size(), 1u);
  EXPECT_TRUE(clash.works(clash.found.helps.front().wishes));
  EXPECT_THAT(clash.clashing(), UnorderedElementsAre("jacket: OFNR", "jacket: OFNG"));
}

TEST(DesignClash, ABetterGradeIsAWay) {
  const std::string slow = R"(ferrule: 1
policy: {slack: 1 m}
fabric:
  tiers:
    leaf:  {count: 2, ports: {"up[1-4]": 25GBASE-SR}, racks: A1}
    spine: {count: 2, ports: {"port[1-4]": 25GBASE-SR}, racks: B1}
  links: [{from: leaf, to: spine}]
racks: {A1: {at: [0 m, 0 m], units: 10}, B1: {at: [12 m, 0 m], units: 10}}
)";
  EXPECT_THAT(ClashOf(slow + "cabling: {all: {as: structured}}\n").clashing(),
              UnorderedElementsAre("as: structured", "no grade, which nobody changed"));
  EXPECT_THAT(ClashOf(slow + "cabling: {all: {as: structured, grade: standard}}\n").clashing(),
              UnorderedElementsAre("as: structured", "grade: standard"));
}

TEST(DesignClash, PartsThatLoseTooMuchAreToldWithTheGradeThatDoesNot) {
  const auto helps = [](const char* cabling) {
    const std::string text = R"(ferrule: 1
fabric:
  tiers:
    leaf:  {count: 2, ports: {"up[1-4]": 25GBASE-SR}, racks: A1}
    spine: {count: 2, ports: {"port[1-4]": 25GBASE-SR}, racks: B1}
  links: [{from: leaf, to: spine}]
racks: {A1: {at: [0 m, 0 m]}, B1: {at: [12 m, 0 m]}}
cabling: )";
    const DesignReport report = design(load_texts({{"plant.yaml", text + cabling + "\n"}}, {}), {});
    EXPECT_EQ(report.exit, Exit::kInfeasible);
    return report.findings.all().front().help;
  };
  EXPECT_THAT(helps("{all: {as: structured}}"), ElementsAre(HasSubstr("grade: low-loss")));
  EXPECT_THAT(helps("{all: {as: structured, fibre: OS2}}"), ElementsAre(testing::Not(HasSubstr("grade"))));
}

TEST(DesignClash, AllowancesAreAWish) {
  const ClashOf clash(two_racks("{all: {as: direct, grade: low-loss}}", "policy: {allowances: {ageing: 2 dB, repair: 1 dB}}\n"));
  EXPECT_THAT(clash.clashing(), ElementsAre("policy: allowances: {ageing: 2 dB, repair: 1 dB}"));
}

TEST(DesignClash, PortsAndRacksMayClashTogether) {
  const ClashOf clash(R"(ferrule: 1
fabric:
  tiers:
    leaf:  {count: 8, ports: {"up[1-4]": 400GBASE-DR4}}
    spine: {count: 1, ports: {"port[01-16]": 400GBASE-DR4}}
  links: [{from: leaf, to: spine}]
racks: {A1: {at: [0 m, 0 m], units: 8}}
)");
  EXPECT_THAT(clash.clashing(), UnorderedElementsAre("count of spine: 1", "units of the racks"));
  ASSERT_EQ(clash.found.helps.size(), 1u);
  EXPECT_THAT(clash.words(clash.found.helps.front().wishes), UnorderedElementsAre("count of spine: 1", "units of the racks"));
}

TEST(DesignClash, FewerOfATierMayFitTheRacks) {
  const ClashOf clash(R"(ferrule: 1
fabric:
  tiers:
    leaf:  {count: 4, ports: {"up[1-4]": 400GBASE-DR4}}
    spine: {count: 8, ports: {"port[01-16]": 400GBASE-DR4}}
  links: [{from: leaf, to: spine, up: 4}]
racks: {A1: {at: [0 m, 0 m], units: 6}}
)");
  EXPECT_THAT(clash.clashing(), UnorderedElementsAre("units of the racks", "count of spine: 8"));
}

}  // namespace
}  // namespace ferrule::api
