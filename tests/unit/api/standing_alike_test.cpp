// One name, one thing: what a project and a standing plant both describe is held to be the same before either is written.
#include "api/standing_alike.h"

#include <initializer_list>
#include <gtest/gtest.h>

#include "api/design.h"

namespace ferrule::api {
namespace {

constexpr const char* kCord =
    "  mine: {kind: cord, fibre: OM3, polarity: B, grade: low-loss, ends: {connector: MPO-12, gender: unpinned, polish: PC}}\n";

std::string standing_pair(const std::string& cord = kCord, const std::string& length = "30 m") {
  return "ferrule: 1\nproject: stands\nparts:\n" + cord + R"(
equipment:
  leaf1:  {ports: {"up[1-2]": 100GBASE-SR4}}
  spine1: {ports: {"port[1-2]": 100GBASE-SR4}}
cables:
  - {id: old1, part: mine, length: )" +
         length + R"(, a: leaf1/up1, b: spine1/port1}
links:
  - {id: L1, a: leaf1/up1, b: spine1/port1}
)";
}

std::string pair_to_grow(const std::string& more) {
  return "ferrule: 1\nproject: grown\n" + more + R"(
fabric:
  tiers:
    leaf:  {count: 1, ports: {"up[1-2]": 100GBASE-SR4}}
    spine: {count: 1, ports: {"port[1-2]": 100GBASE-SR4}}
  links: [{from: leaf, to: spine}]
cabling: {all: {length: 7 m}}
)";
}

DesignReport grown_over(const std::string& project, const std::string& standing) {
  const std::map<std::string, std::string, std::less<>> texts{{"plant.yaml", standing}};
  DesignOptions options;
  options.standing = "plant.yaml";
  options.texts = &texts;
  return design(load_texts({{"plant.yaml", project}}, {}), {}, options);
}

std::string with(std::string text, const std::string& what, const std::string& other) {
  return text.replace(text.find(what), what.size(), other);
}

TEST(StandingAlike, TheSamePartTwiceIsOnePart) {
  const DesignReport report = grown_over(pair_to_grow(std::string("parts:\n") + kCord), standing_pair());
  EXPECT_EQ(report.exit, Exit::kClean);
  EXPECT_EQ(report.check.counts.proven, 2u);
}

// A cord of OM3 that stands would be proven as one of OM4, thirty metres too long or not.
TEST(StandingAlike, APartThatIsAnotherThingIsRefused) {
  struct Change {
    const char *what, *other;
  };
  for (const auto& [what, other] : std::initializer_list<Change>{{"OM3", "OM4"},
                                                                 {"low-loss", "standard"},
                                                                 {"polarity: B", "polarity: A"},
                                                                 {"unpinned", "pinned"},
                                                                 {"polish: PC", "polish: APC"},
                                                                 {"polarity: B", "polarity: B, jacket: OFNP"}}) {
    const DesignReport report = grown_over(pair_to_grow("parts:\n" + with(kCord, what, other)), standing_pair());
    ASSERT_NE(report.exit, Exit::kClean) << other;
    EXPECT_TRUE(report.files.empty()) << other;
    ASSERT_FALSE(report.findings.all().empty()) << other;
    EXPECT_EQ(report.findings.all().front().code, "F834") << other;
  }
}

TEST(StandingAlike, ADeviceOrACableThatIsAnotherThingIsRefused) {
  const std::string parts = std::string("parts:\n") + kCord;
  const std::string equipment =
      "equipment:\n  leaf1: {ports: {\"up[1-2]\": 100GBASE-SR4}}\n  box: {ports: {\"p[1-2]\": 100GBASE-SR4}}\n";
  const std::string other_box = with(standing_pair(), "equipment:\n", "equipment:\n  box: {ports: {\"p[1-4]\": 100GBASE-SR4}}\n");
  const DesignReport device = grown_over(pair_to_grow(parts + equipment), other_box);
  ASSERT_NE(device.exit, Exit::kClean);
  EXPECT_EQ(device.findings.all().front().code, "F834");
  const std::string cable =
      "equipment:\n  x: {ports: {p1: 100GBASE-SR4}}\ncables:\n  - {id: old1, part: mine, length: 30 m, a: x/p1}\n";
  const DesignReport cables = grown_over(pair_to_grow(parts + cable), standing_pair());
  ASSERT_NE(cables.exit, Exit::kClean);
  EXPECT_EQ(cables.findings.all().front().code, "F834");
}

TEST(StandingAlike, TraysAndDropsThatStandKeepWhatTheyMeasure) {
  const std::string sites =
      "racks:\n  R9: {units: 42, drop: {width: 10 mm, depth: 20 mm, fill: 12.5 %}}\n"
      "trays:\n  main: {from: [0 m, 0 m], to: [9 m, 0 m], height: 2.5 m, width: 100 mm, depth: 50 mm, fill: 37.5 %}\n";
  const DesignReport report = grown_over(pair_to_grow(""), standing_pair() + sites);
  ASSERT_EQ(report.exit, Exit::kClean);
  ASSERT_EQ(report.check.loaded->measures.trays.size(), 1u);
  const plant::SectionMeasures main = report.check.loaded->measures.tray(0);
  EXPECT_EQ(main.width->millimetre, 100);
  EXPECT_EQ(main.depth->millimetre, 50);
  EXPECT_EQ(main.fill_most, 3750);
  ASSERT_EQ(report.check.loaded->plant.racks.size(), 1u);
  const plant::SectionMeasures drop = report.check.loaded->measures.drop(0);
  EXPECT_EQ(drop.width->millimetre, 10);
  EXPECT_EQ(drop.depth->millimetre, 20);
  EXPECT_EQ(drop.fill_most, 1250);
}

}  // namespace
}  // namespace ferrule::api
