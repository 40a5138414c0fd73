// What the policy says of every new part: a brand, and a jacket that all spaces of the hall accept.
#include "api/policy_wishes.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "api/design.h"

namespace ferrule::api {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string hall_with_policy(const std::string& policy, const std::string& tray = {}, const std::string& wish = {},
                             const char* optic = "400GBASE-DR4") {
  return "ferrule: 1\nproject: spaces\npolicy: {slack: 1 m" + policy + R"(}
fabric:
  tiers:
    leaf:  {count: 2, ports: {"up[1-2]": )" +
         optic + R"(}, racks: A1}
    spine: {count: 1, ports: {"port[1-4]": )" +
         optic + R"(}, racks: B1}
  links:
    - {from: leaf, to: spine}
cabling: {all: {as: structured, grade: low-loss)" +
         wish + R"(}}
racks:
  A1: {at: [0 m, 0 m], units: 42}
  B1: {at: [6 m, 0 m], units: 42}
trays:
  row: {from: [0 m, 0.6 m], to: [6 m, 0.6 m], height: 2.7 m)" +
         tray + "}\n";
}

DesignReport designed_by_policy(const std::string& text) { return design(load_texts({{"plant.yaml", text}}, {}), {}); }

std::vector<std::string> cables_of(const DesignReport& report) {
  std::vector<std::string> out;
  for (const synth::PlanPart& part : report.plan.parts)
    if (part.description.find("adapter-panel") == std::string::npos && part.description.find("cassette") == std::string::npos)
      out.push_back(part.description);
  return out;
}

bool says(const DesignReport& report, std::string_view code) {
  for (const diag::Finding& finding : report.check.findings.all())
    if (finding.code == code) return true;
  return false;
}

TEST(PolicyWishes, TheJacketIsOneThatTheSpaceAccepts) {
  const DesignReport report = designed_by_policy(hall_with_policy(", spaces: plenum"));
  ASSERT_EQ(report.exit, Exit::kClean);
  EXPECT_THAT(cables_of(report), testing::Each(HasSubstr("jacket: \"OFNP\"")));
}

TEST(PolicyWishes, SpacesWithoutACommonJacketAreTold) {
  const auto told = [](const std::string& text) {
    const DesignReport report = designed_by_policy(text);
    EXPECT_EQ(report.exit, Exit::kClean);
    const auto& all = report.findings.all();
    return std::count_if(all.begin(), all.end(), [](const diag::Finding& finding) { return finding.code == "F824"; });
  };
  EXPECT_EQ(told(hall_with_policy(", spaces: plenum", ", space: B2ca")), 1);
  EXPECT_EQ(told(hall_with_policy(", spaces: plenum", ", space: riser")), 0);
  EXPECT_EQ(told(hall_with_policy("")), 0);
}

TEST(PolicyWishes, OfSeveralSpacesTheStrictest) {
  const DesignReport report = designed_by_policy(hall_with_policy(", spaces: riser", ", space: plenum"));
  EXPECT_THAT(cables_of(report), testing::Each(HasSubstr("jacket: \"OFNP\"")));
  const DesignReport euro = designed_by_policy(hall_with_policy(", spaces: Cca", ", space: \"B2ca-s1a,d1,a1\""));
  EXPECT_THAT(cables_of(euro), testing::Each(HasSubstr("jacket: \"B2ca-s1a,d1,a1\"")));
}

TEST(PolicyWishes, BetweenSchemesNothingIsChosen) {
  const DesignReport report = designed_by_policy(hall_with_policy(", spaces: plenum", ", space: Cca"));
  EXPECT_THAT(cables_of(report), testing::Each(Not(HasSubstr("jacket"))));
}

TEST(PolicyWishes, AWishGoesBefore) {
  const DesignReport report = designed_by_policy(hall_with_policy("", "", ", jacket: LSZH"));
  EXPECT_THAT(cables_of(report), testing::Each(HasSubstr("jacket: \"LSZH\"")));
}

TEST(PolicyWishes, ABrandIsStatedOfMultiFibreParts) {
  const DesignReport report = designed_by_policy(hall_with_policy(", brand: MTP"));
  ASSERT_EQ(report.exit, Exit::kClean);
  EXPECT_THAT(cables_of(report), testing::Each(HasSubstr("brand: MTP")));
  EXPECT_FALSE(says(report, "M209"));
  const DesignReport duplex = designed_by_policy(hall_with_policy(", brand: MTP", "", "", "100GBASE-SR1"));
  for (const std::string& part : cables_of(duplex))
    EXPECT_EQ(part.find("brand: MTP") != std::string::npos, part.find("MPO") != std::string::npos) << part;
}

}  // namespace
}  // namespace ferrule::api
