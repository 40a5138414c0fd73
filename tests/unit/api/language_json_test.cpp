// What the verbs of the product language print as JSON, against the published schemas.
#include <fstream>
#include <string>
#include <gtest/gtest.h>

#include "api/parse.h"
#include "api/substitute.h"
#include "words/schema.h"

namespace ferrule::api {
namespace {

using tests::why_not;

Language& language() {
  static const std::unique_ptr<Language> the = load_language("");
  return *the;
}

TEST(LanguageJson, EveryOwnLineParsesToWhatTheSchemaSays) {
  std::size_t lines = 0;
  const auto take = [&](const Parsed& parsed) {
    ++lines;
    EXPECT_EQ(why_not("parse.schema.json", parsed_json(parsed, language())), "") << parsed.text;
  };
  diag::Findings findings;
  const Result<RecordCount> count = parse_records({"tests/lines/own.jsonl", "text"}, language(), findings, take);
  ASSERT_TRUE(count.has_value());
  EXPECT_TRUE(findings.all().empty());
  EXPECT_EQ(count->records, lines);
  EXPECT_EQ(count->without_text, 0u);
  EXPECT_GE(lines, 300u);
  EXPECT_NE(why_not("parse.schema.json", R"({"schema": "ferrule/parse/1"})"), "");
}

TEST(ParseRecords, ARowOfCsvThatCannotBeReadHasAFinding) {
  const std::string path = ::testing::TempDir() + "ragged.csv";
  std::ofstream(path) << "line,text\n1,MTP-12 trunk 10 m\n2\n3,LC-LC OM4 5 m\n";
  std::vector<std::string> texts;
  diag::Findings findings;
  const Result<RecordCount> count =
      parse_records({path, "text"}, language(), findings, [&](const Parsed& parsed) { texts.emplace_back(parsed.text); });
  ASSERT_TRUE(count.has_value());
  EXPECT_EQ(texts, (std::vector<std::string>{"MTP-12 trunk 10 m", "LC-LC OM4 5 m"}));
  ASSERT_EQ(findings.all().size(), 1u);
  EXPECT_EQ(language().sources.line_column(findings.all()[0].place).line, 3u);
  EXPECT_TRUE(findings.any_unreadable());
}

TEST(ParseRecords, AHeaderThatCannotBeReadHasAFinding) {
  const std::string path = ::testing::TempDir() + "header.csv";
  std::ofstream(path) << "text,text\nMTP-12 trunk 10 m,1\n";
  diag::Findings findings;
  const Result<RecordCount> count =
      parse_records({path, "text"}, language(), findings, [](const Parsed& parsed) { ADD_FAILURE() << parsed.text; });
  ASSERT_TRUE(count.has_value());
  EXPECT_EQ(count->records, 0u);
  EXPECT_TRUE(findings.any_unreadable());
}

TEST(LanguageJson, FitsAndCompare) {
  const FitReport report = fits({"12F MPO trunk OM4 Type B", "12F MTP trunk OM3 Type A LSZH", {}}, language());
  EXPECT_EQ(why_not("fits.schema.json", fit_json(report)), "");
  EXPECT_EQ(why_not("compare.schema.json", comparison_json(compare({"12F MPO trunk", "LC-LC OM4", "nothing"}, language()))), "");
}

TEST(LanguageJson, Certificate) {
  const Certificate certificate =
      substitute({{.path = "examples/superpod-h100-4su", .data = ""}, "cord-b", "12F MTP jumper male OS2", {}});
  EXPECT_EQ(why_not("certificate.schema.json", certificate_json(certificate)), "");
}

}  // namespace
}  // namespace ferrule::api
