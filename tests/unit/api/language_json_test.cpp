// What the verbs of the product language print as JSON, against the published schemas.
#include <fstream>
#include <string>
#include <gtest/gtest.h>

#include "api/catalogue.h"
#include "api/certificate_json.h"
#include "api/compare.h"
#include "api/fits.h"
#include "api/parse.h"
#include "api/substitute.h"
#include "words/schema.h"
#include "write/comparison_json.h"
#include "write/specification_json.h"

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

TEST(ParseRecords, LinesOfUtf16AreRead) {
  const std::string path = ::testing::TempDir() + "utf16.txt";
  std::string bytes("\xFF\xFE");
  for (const char c : std::string_view("MTP-12 trunk 10 m\r\nLC-LC OM4 5 m")) bytes.append({c, '\0'});
  std::ofstream(path, std::ios::binary) << bytes;
  std::vector<std::string> texts;
  diag::Findings findings;
  const Result<RecordCount> count =
      parse_records({path, ""}, language(), findings, [&](const Parsed& parsed) { texts.emplace_back(parsed.text); });
  ASSERT_TRUE(count.has_value());
  EXPECT_EQ(texts, (std::vector<std::string>{"MTP-12 trunk 10 m", "LC-LC OM4 5 m"}));
}

TEST(ParseRecords, ANulIsAControlCharacterInLinesOfAnyEncoding) {
  const std::string_view line("MTP-12\0trunk 10 m", 17);
  std::string wide("\xFF\xFE");
  for (const char c : line) wide.append({c, '\0'});
  for (const std::string& bytes : {std::string(line), wide}) {
    const std::string path = ::testing::TempDir() + "nul.txt";
    std::ofstream(path, std::ios::binary) << bytes;
    diag::Findings findings;
    const auto same = [&](const Parsed& parsed) { EXPECT_EQ(parsed.text, line); };
    EXPECT_EQ(parse_records({path, ""}, language(), findings, same)->records, 1u);
    EXPECT_TRUE(findings.all().empty());
  }
}

TEST(ParseRecords, ANulInATableIsNoTextInAnyEncoding) {
  const std::string_view text("text,b\nMTP-12\0trunk,1\n", 22);
  std::string wide("\xFF\xFE");
  for (const char c : text) wide.append({c, '\0'});
  for (const std::string& bytes : {std::string(text), wide}) {
    const std::string path = ::testing::TempDir() + "nul.csv";
    std::ofstream(path, std::ios::binary) << bytes;
    diag::Findings findings;
    const auto none = [](const Parsed& parsed) { ADD_FAILURE() << parsed.text; };
    EXPECT_EQ(parse_records({path, "text"}, language(), findings, none)->records, 0u);
    ASSERT_EQ(findings.all().size(), 1u);
    EXPECT_EQ(findings.all()[0].code, "L107");
    EXPECT_EQ(findings.all()[0].help.at(0), "save the file as plain UTF-8 text; it looks binary or UTF-16");
  }
}

TEST(ParseRecords, HalfAnObjectSaysNothing) {
  const std::string path = ::testing::TempDir() + "half.jsonl";
  std::ofstream(path) << "{\"text\":\"MPO-12 trunk OM4 12F\"\n";
  diag::Findings findings;
  const Result<RecordCount> count = parse_records({path, "text"}, language(), findings, [](const Parsed& parsed) {
    EXPECT_TRUE(parsed.text.empty());
    EXPECT_FALSE(parsed.specification.has(spec::Field::kKind));
  });
  ASSERT_TRUE(count.has_value());
  EXPECT_EQ(count->without_text, 1u);
}

TEST(LanguageJson, FitsAndCompare) {
  const FitReport report = fits({"12F MPO trunk OM4 Type B", "12F MTP trunk OM3 Type A LSZH", {}}, language());
  EXPECT_EQ(why_not("fits.schema.json", write::fitting_json(report.fitting, report.required, report.offered)), "");
  const Comparison comparison = compare({"12F MPO trunk", "LC-LC OM4", "nothing"}, language());
  EXPECT_EQ(why_not("compare.schema.json", write::comparison_json(comparison.lines, comparison.fields)), "");
}

TEST(Catalogue, FindsAndJudgesAndKnowsPartNumbers) {
  const std::string path = ::testing::TempDir() + "stock.csv";
  std::ofstream(path) << "Part number,Description\n"
                         "T1,\"12F MPO-12 trunk female APC OS2 Type A 30 m OFNR\"\n"
                         "T2,\"12F MPO-12 trunk female APC OS2 Type B 30 m OFNR\"\n"
                         "T3,\"12F MPO-12 trunk female APC OS2 Type B 20 m OFNR\"\n";
  diag::Findings findings;
  const std::unique_ptr<Catalogue> catalogue = read_catalogue(path, "", language(), findings);
  ASSERT_NE(catalogue, nullptr);
  ASSERT_EQ(catalogue->entries.size(), 3u);
  ASSERT_NE(catalogue->find(" t2 "), nullptr);
  EXPECT_EQ(catalogue->find("T9"), nullptr);
  const CatalogueReport report = best_of(*catalogue, {"12F MPO-12 trunk female APC OS2 Type B 30 m OFNR", {}, {}}, language(), 5);
  ASSERT_EQ(report.matches.size(), 1u) << "another polarity, and one too short, cannot stand in";
  EXPECT_EQ(catalogue->entries[report.matches[0].entry].part_number, "T2");
  EXPECT_EQ(why_not("matches.schema.json", write::matches_json(report.required, catalogue->entries.size(),
                                                               matched_entries(*catalogue, report, language()))),
            "");
}

TEST(Catalogue, TheBestNeedNotBeAmongTheNearest) {
  const std::string path = ::testing::TempDir() + "large.csv";
  {
    std::ofstream file(path);
    file << "Part number,Description\n";
    for (int i = 0; i < 500; ++i) file << 'P' << i << ",MPO-12 trunk 12F OM4 Type B 10 m OFNP 0.35 dB\n";
    file << "GOOD,MTP-12 trunk cable female PC to female PC 12F OM5 Type B 10.5 m OFNP 0.35 dB non-metallic\n";
  }
  diag::Findings findings;
  const std::unique_ptr<Catalogue> catalogue = read_catalogue(path, "", language(), findings);
  ASSERT_NE(catalogue, nullptr);
  const CatalogueReport report =
      best_of(*catalogue, {"MPO-12 trunk female PC 12F OM4 Type B 10 m OFNP 0.35 dB", {}, {}}, language(), 1);
  ASSERT_EQ(report.matches.size(), 1u);
  EXPECT_EQ(catalogue->entries[report.matches[0].entry].part_number, "GOOD");
  EXPECT_EQ(report.matches[0].fitting.fit, spec::Fit::kConditional);
}

TEST(Catalogue, AGuessedEncodingIsSaid) {
  const std::string path = ::testing::TempDir() + "latin.csv";
  std::ofstream(path, std::ios::binary) << "Part,Description\nA,MPO-12 c\xE2"
                                           "ble trunk 12F OM4\n";
  diag::Findings of_catalogue, of_parse;
  ASSERT_NE(read_catalogue(path, "", language(), of_catalogue), nullptr);
  ASSERT_TRUE(parse_records({path, "Description"}, language(), of_parse, [](const Parsed&) {}).has_value());
  for (const diag::Findings* findings : {&of_catalogue, &of_parse}) {
    ASSERT_EQ(findings->all().size(), 1u);
    EXPECT_EQ(findings->all()[0].code, "W725");
  }
}

TEST(Catalogue, AColumnThatIsNotThereIsAFinding) {
  const std::string path = ::testing::TempDir() + "stock.csv";
  std::ofstream(path) << "Part number,Description\nT1,12F MPO-12 trunk\n";
  diag::Findings findings;
  EXPECT_EQ(read_catalogue(path, "Text", language(), findings), nullptr);
  EXPECT_TRUE(findings.any_unreadable());
}

TEST(LanguageJson, Certificate) {
  const Certificate certificate =
      substitute({{.path = "examples/superpod-h100-4su", .data = ""}, "cord-b", "12F MTP jumper male OS2", {}});
  EXPECT_EQ(why_not("certificate.schema.json", certificate_json(certificate)), "");
}

}  // namespace
}  // namespace ferrule::api
