// The verb as a whole: what is between the test plugs, what governs, and that a tester computes the same limit from what is exported.
#include "api/limits.h"

#include <algorithm>
#include <map>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "api/limits_csv.h"
#include "api/limits_json.h"
#include "base/text.h"
#include "plants/two_panels.h"

namespace ferrule::api {
namespace {

using plants::graded;
using plants::two_panels;
using testing::ElementsAre;
using testing::HasSubstr;

LimitsReport of_file(const std::string& path, LimitsOptions options = {}) { return limits({.path = path, .data = ""}, options); }

const TestGroup& group(const LimitsReport& report, Configuration configuration) {
  for (const TestGroup& one : report.groups)
    if (one.configuration == configuration) return one;
  ADD_FAILURE();
  return report.groups.front();
}

std::map<std::string, std::optional<Loss>> by_id(const WaveLimits& wave) {
  std::map<std::string, std::optional<Loss>> out;
  for (const TestFigure& figure : wave.figures) out[figure.id] = figure.limit;
  return out;
}

// MPO at both ends of 90 m of OM4, low-loss (0.35 dB), cords of 2 m, 100GBASE-SR4 (1.9 dB).
TEST(Limits, OfAPermanentLink) {
  const LimitsReport report = of_file("tests/golden/limits/mpo.yaml");
  const TestGroup& link = group(report, Configuration::kPermanent);
  EXPECT_EQ(link.links, 2u);
  EXPECT_EQ(link.from, "P1/1");
  EXPECT_EQ(link.to, "P2/1");
  ASSERT_EQ(link.waves.size(), 2u);
  const auto at_850 = by_id(link.waves[0]);
  EXPECT_EQ(at_850.at("tia-568.3-e"), Loss{1'270'000});
  EXPECT_EQ(at_850.at("vendor"), Loss{970'000});  // 2 x 0.35 + 0.27
  // 1.9 less 4 m of glass, 0.012, and at each end 0.35 - 0.30 that a cord's plug may lose more than the test plug
  EXPECT_EQ(at_850.at("application"), Loss{1'788'000});
  EXPECT_EQ(link.waves[0].figures[*link.waves[0].governs].id, "tia-568.3-d");  // 0.87
  EXPECT_EQ(by_id(link.waves[1]).at("application"), std::nullopt);             // it has no light at 1300 nm
}

TEST(Limits, OfAChannelLeaveOutThePortsAndKeepTheCords) {
  const LimitsReport report = of_file("tests/golden/limits/mpo.yaml", {.links = {"L1"}, .standard = "tia-568.3-e"});
  const TestGroup& channel = group(report, Configuration::kChannel);
  EXPECT_EQ(channel.path.ends, 0);
  EXPECT_EQ(channel.path.connections, 2);
  EXPECT_EQ(channel.path.length(), Length{94'000});
  EXPECT_EQ(by_id(channel.waves[0]).at("tia-568.3-e"), Loss{1'782'000});  // 2 x 0.75 + 0.282
  EXPECT_EQ(by_id(channel.waves[0]).at("application"), Loss{1'900'000});
  EXPECT_EQ(channel.plugs, Loss{800'000});  // 2 x (0.50 - 0.10)
}

TEST(Limits, CordsBetweenFrontsDivideALink) {
  const LimitsReport report =
      of_file("tests/golden/limits/cross.yaml", {.links = {"L1"}, .configuration = Configuration::kPermanent});
  ASSERT_EQ(report.tests.size(), 2u);
  EXPECT_EQ(report.tests[0].from, "P1/1");
  EXPECT_EQ(report.tests[0].to, "P2/1");
  EXPECT_EQ(report.tests[1].from, "P3/1");
  EXPECT_EQ(report.groups[1].path.length(), Length{60'000});
}

TEST(Limits, WhereNothingIsInstalledThereIsNoPermanentLink) {
  const LimitsReport report = of_file("tests/golden/limits/cross.yaml", {.links = {"L2", "L3"}});
  ASSERT_EQ(report.tests.size(), 4u);
  EXPECT_THAT(report.groups[report.tests[0].group].why_none, HasSubstr("only cords"));
  EXPECT_THAT(report.groups[report.tests[1].group].why_none, HasSubstr("one cable from port to port"));
  EXPECT_THAT(report.groups[report.tests[2].group].why_none, HasSubstr("plugged into the equipment itself"));
  for (const WaveLimits& wave : report.groups[report.tests[3].group].waves)  // T3 has no length
    EXPECT_EQ(by_id(wave).at("tia-568.3-e"), std::nullopt);
}

TEST(Limits, AnAssumedGradeIsNoFigureOfTheParts) {
  const LimitsReport report = limits(two_panels(), {.links = {"L1"}});
  for (const TestGroup& one : report.groups)
    for (const WaveLimits& wave : one.waves) {
      EXPECT_EQ(by_id(wave).at("vendor"), std::nullopt);
      ASSERT_TRUE(wave.governs);
      EXPECT_NE(wave.figures[*wave.governs].id, "vendor");
    }
}

TEST(Limits, APassThatProvesNothingIsSaid) {
  const LimitsReport report =
      of_file("tests/golden/limits/cross.yaml", {.links = {"L1"}, .configuration = Configuration::kChannel});
  EXPECT_THAT(report.groups.at(0).waves.at(0).remarks,
              ElementsAre(HasSubstr("does not prove 10GBASE-SR over OM3, which needs 2.60 dB")));
}

TEST(Limits, OfCassettesCountEveryConnection) {
  const LimitsReport report = of_file("examples/duplex-method-b", {.links = {"L1"}, .configuration = Configuration::kChannel});
  ASSERT_EQ(report.groups.size(), 1u);
  EXPECT_EQ(report.groups[0].path.connections, 4);
  EXPECT_EQ(by_id(report.groups[0].waves[0]).at("tia-568.3-e"), Loss{3'102'000});  // 4 x 0.75 + 34 m
}

TEST(Limits, ALinkWhoseLightDoesNotArriveHasNone) {
  const LimitsReport report = limits(two_panels({.loose_end = true}));
  EXPECT_EQ(report.exit, Exit::kFindings);
  ASSERT_EQ(report.groups.size(), 1u);
  EXPECT_THAT(report.groups[0].why_none, HasSubstr("reaches no port"));
  EXPECT_EQ(report.not_proven_count, 1u);
}

TEST(Limits, AnUnknownLinkIsNamedWithTheNearest) {
  const LimitsReport report = limits(two_panels(), {.links = {"L11"}});
  EXPECT_EQ(report.exit, Exit::kUsage);
  ASSERT_EQ(report.findings.all().size(), 1u);
  EXPECT_THAT(report.findings.all()[0].help, ElementsAre(HasSubstr("did you mean L1")));
}

TEST(Limits, EqualLinksAreOneGroup) {
  const LimitsReport report = limits(graded("low-loss", 300));
  ASSERT_EQ(report.groups.size(), 2u);
  EXPECT_EQ(report.groups[0].links, 300u);
  EXPECT_EQ(report.tests.size(), 600u);
}

// What a tester does with the exported fields.
using Fields = std::map<std::string, std::string>;

std::vector<Fields> rows_of(const std::string& csv) {
  std::vector<Fields> rows;
  std::vector<std::string> header;
  for (const std::string_view line : split(csv, '\n')) {
    if (line.empty()) continue;
    std::vector<std::string> cells{""};
    bool quoted = false;
    for (const char c : line) {
      if (c == '"')
        quoted = !quoted;
      else if (c == ',' && !quoted)
        cells.emplace_back();
      else
        cells.back() += c;
    }
    if (header.empty()) {
      header = cells;
      continue;
    }
    EXPECT_EQ(cells.size(), header.size());
    Fields& fields = rows.emplace_back();
    for (std::size_t i = 0; i < std::min(cells.size(), header.size()); ++i) fields[header[i]] = cells[i];
  }
  return rows;
}

std::int64_t micro(const std::string& text) { return text.empty() ? 0 : parse_decimal(text, 6).value_or(-1); }
std::int64_t whole(const std::string& text) { return text.empty() ? 0 : parse_decimal(text, 0).value_or(-1); }

Loss computed(const Fields& row, const std::string& nm, Length length) {
  if (row.at("Loss Budget") == "Fixed") return {micro(row.at("Overall Loss " + nm + " nm (dB)"))};
  const bool modules = row.at("Loss Type") == "MPO Module";
  const std::int64_t each = micro(row.at(modules ? "MPO Module Loss (dB)" : "Connection Loss (dB)"));
  const std::int64_t count = whole(row.at(modules ? "MPO Modules" : "Connections"));
  const Loss glass = Attenuation{micro(row.at("Loss/km " + nm + " nm (dB)"))}.over(length);
  return Loss{each * count + micro(row.at("Splice Loss (dB)")) * whole(row.at("Splices"))} + glass;
}

bool gives(const Fields& row, const TestGroup& of) {
  if (row.at("Configuration") != spell(of.configuration) || row.at("Loss Budget").empty()) return false;
  for (const WaveLimits& wave : of.waves)
    if (wave.tester && wave.governs && computed(row, wave.nm, of.path.length()) != *wave.figures[*wave.governs].limit)
      return false;
  return true;
}

TEST(TesterCsv, ATesterComputesTheSameLimit) {
  std::size_t length_based = 0, modules = 0, fixed = 0;
  for (const char* path : {"tests/golden/limits/mpo.yaml", "tests/golden/limits/cross.yaml", "tests/golden/limits/splice.yaml",
                           "examples/duplex-method-b", "examples/sr4-40g-two-panels", "examples/superpod-h100-4su-panels"})
    for (const char* standard : {"", "tia-568.3-d", "tia-568.3-e", "iso-14763-3"}) {
      const LimitsReport report = of_file(path, {.standard = standard});
      const std::vector<Fields> rows = rows_of(tester_csv(report));
      for (const Fields& row : rows) {
        ++(row.at("Loss Budget") == "Length Based" ? length_based : fixed);
        if (row.at("Loss Type") == "MPO Module") ++modules;
      }
      for (const TestGroup& one : report.groups) {
        const bool known =
            std::any_of(one.waves.begin(), one.waves.end(), [](const WaveLimits& wave) { return wave.governs.has_value(); });
        if (!one.why_none.empty() || !known) continue;
        EXPECT_TRUE(std::any_of(rows.begin(), rows.end(), [&](const Fields& row) { return gives(row, one); }))
            << path << " " << standard << " " << spell(one.configuration) << " " << one.from;
      }
    }
  EXPECT_GT(length_based, 0u);
  EXPECT_GT(modules, 0u);
  EXPECT_GT(fixed, 0u);
}

TEST(LimitsCsv, HasARowForEachLinkTestAndWavelength) {
  const std::vector<Fields> rows = rows_of(limits_csv(of_file("tests/golden/limits/mpo.yaml")));
  ASSERT_EQ(rows.size(), 8u);  // 2 links, 2 configurations, 2 wavelengths
  EXPECT_EQ(rows[0].at("link"), "L1");
  EXPECT_EQ(rows[0].at("tia-568.3-e_dB"), "1.27");
  EXPECT_EQ(rows[0].at("limit_dB"), "0.87");
  EXPECT_EQ(rows[0].at("governs"), "tia-568.3-d");
}

}  // namespace
}  // namespace ferrule::api
