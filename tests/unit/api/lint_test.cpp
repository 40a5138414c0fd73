// The verb as a whole: files of every kind, how it ends, and its JSON against the published schema.
#include "api/lint.h"

#include <gtest/gtest.h>

#include "words/schema.h"

namespace ferrule::api {
namespace {

constexpr const char* kBill = "docs/language/examples/bill.csv";
constexpr const char* kQuote = "docs/language/examples/quote.xlsx";
constexpr const char* kHall = "docs/language/examples/hall.md";

std::string why_not(const std::string& text) { return tests::why_not("lint.schema.json", text); }

TEST(Lint, JsonFollowsTheSchema) {
  EXPECT_EQ(why_not(lint_json(lint({{kBill, kQuote, kHall}, ""}))), "");
  EXPECT_EQ(why_not(lint_json(lint({{"no-such-file.csv"}, ""}))), "");
  EXPECT_NE(why_not(R"({"schema": "ferrule/lint/1"})"), "");
}

TEST(Lint, PlacesOfAWorkbookAreCells) {
  const std::string json = lint_json(lint({{kQuote}, ""}));
  EXPECT_NE(json.find(R"("cell": "Quote!C4")"), std::string::npos) << json;
}

TEST(Lint, EndsAsTheLevelSays) {
  const LintReport report = lint({{kQuote}, ""});
  EXPECT_EQ(report.errors, 0u);
  EXPECT_GT(report.warnings, 0u);
  EXPECT_EQ(report.exit, Exit::kClean);
  EXPECT_EQ(lint({{kQuote}, ""}, {.level = diag::Severity::kWarning}).exit, Exit::kFindings);
  EXPECT_EQ(lint({{kBill}, ""}).exit, Exit::kFindings);
}

TEST(Lint, AFileThatCannotBeReadDoesNotHideTheOthers) {
  const LintReport report = lint({{"no-such-file.csv", kBill}, ""});
  EXPECT_EQ(report.exit, Exit::kUnreadable);
  EXPECT_EQ(report.papers.size(), 1u);
  EXPECT_GT(report.errors, 1u);
}

TEST(Lint, SaysWhichPaperLacksTheColumn) {
  const LintReport report = lint({{kBill, kHall}, ""}, {.column = "Pos"});
  ASSERT_EQ(report.papers.size(), 2u);
  EXPECT_TRUE(report.papers[0].column_found);
  EXPECT_FALSE(report.papers[1].column_found);
}

}  // namespace
}  // namespace ferrule::api
