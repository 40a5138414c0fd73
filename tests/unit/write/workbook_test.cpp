// What is written as a workbook is read by the reader of workbooks.
#include "write/workbook.h"

#include <gtest/gtest.h>

#include "syntax/xlsx.h"

namespace ferrule::write {
namespace {

std::string made(const std::vector<std::vector<SheetValue>>& rows) {
  Result<Workbook> book = Workbook::make();
  EXPECT_TRUE(book);
  book->begin_sheet("bill", {"part", "each"}, {10, 10});
  for (const auto& row : rows) book->row(row);
  book->begin_sheet("totals", {"sum"}, {10});
  return book->finish().value();
}

TEST(Workbook, ReadsBackAsWhatWasWritten) {
  diag::Sources sources;
  diag::Findings findings;
  const std::string bytes = made({{std::string("=SUM(A1:A9)"), SheetNumber{-1234567, 2}},
                                  {std::string("+1"), SheetNumber{2500, 3}},
                                  {std::string("@x <&> \xC3\xA9"), SheetNumber{7, 0}},
                                  {SheetValue(), SheetNumber{1, 0}}});
  const auto sheets = syntax::read_workbook(sources, sources.add("bill.xlsx", bytes), findings);
  ASSERT_TRUE(sheets);
  EXPECT_TRUE(findings.all().empty());
  ASSERT_EQ(sheets->size(), 2u);
  EXPECT_EQ(sheets->front().name, "bill");
  std::string text;
  for (const syntax::TableRow& row : sheets->front().table.rows)
    for (const syntax::TableCell& cell : row.cells) text += std::string(cell.text) + "|";
  EXPECT_EQ(text, "part|each|=SUM(A1:A9)|-12345.67|+1|2.5|@x <&> \xC3\xA9|7||1|");
}

// A formula would be <f>; what begins like one is a text.
TEST(Workbook, HoldsNoFormula) {
  diag::Sources sources;
  diag::Findings findings;
  const auto sheets = syntax::read_workbook(sources, sources.add("bill.xlsx", made({{std::string("=1+1")}})), findings);
  ASSERT_TRUE(sheets);
  EXPECT_EQ(sheets->front().table.rows[1].cells[0].text, "=1+1");  // a formula comes as its value
}

TEST(Workbook, HasTheSameBytesEveryTime) {
  const std::vector<std::vector<SheetValue>> rows{{std::string("a"), SheetNumber{1, 0}}};
  const std::string first = made(rows);
  setenv("TZ", "Pacific/Auckland", 1);
  tzset();
  EXPECT_EQ(made(rows), first);
  unsetenv("TZ");
  tzset();
}

TEST(Workbook, TextsAndRowsBeyondWhatASheetHoldsAreCutOrRefused) {
  const std::string bytes = made({{std::string(40'000, 'x')}});
  diag::Sources sources;
  diag::Findings findings;
  const auto sheets = syntax::read_workbook(sources, sources.add("bill.xlsx", bytes), findings);
  ASSERT_TRUE(sheets);
  EXPECT_TRUE(sheets->front().table.rows[1].cells[0].text.ends_with("(cut)"));
  Result<Workbook> book = Workbook::make();
  book->begin_sheet("many", {"n"}, {});
  for (int i = 0; i < 1'048'576; ++i) book->row({});
  EXPECT_FALSE(book->finish());
}

}  // namespace
}  // namespace ferrule::write
