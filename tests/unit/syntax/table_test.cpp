#include "syntax/table.h"

#include <initializer_list>
#include <gtest/gtest.h>

namespace ferrule::syntax {
namespace {

struct TableReading {
  diag::Sources sources;
  Table table;
  std::vector<std::string> rows;    // cells joined by |
  std::vector<std::string> places;  // of every cell, as written

  explicit TableReading(std::string text, TableForm form = TableForm::kUnknown) {
    const std::uint32_t source = sources.add("x", std::move(text));
    diag::Findings findings;
    table = read_table(sources, *readable_text(sources, source, findings), form);
    for (const TableRow& row : table.rows) {
      std::string joined;
      for (const TableCell& cell : row.cells) {
        joined += (&cell == row.cells.data() ? "" : "|") + std::string(cell.text);
        places.emplace_back(sources.text(cell.place));
      }
      rows.push_back(joined);
    }
  }
};

using Rows = std::vector<std::string>;

TEST(Table, TakesWhatPeopleSend) {
  struct Row {
    std::string text;
    Rows rows;
  };
  for (const auto& [text, rows] : std::initializer_list<Row>{
           {"a,b\n1,2\n", {"a|b", "1|2"}},
           {"Title\n\na;b;c\n1;2,5;3\n", {"Title", "a|b|c", "1|2,5|3"}},
           {"a\tb\n1\t2,3\n", {"a|b", "1|2,3"}},
           {"a|b|c\n1|2|3\n", {"a|b|c", "1|2|3"}},
           {"a,b,c\n1,2\n1,2,3,4\n", {"a|b|c", "1|2", "1|2|3|4"}},
           {"a,b\n\"x,\"\"y\"\"\",2\r\n", {"a|b", "x,\"y\"|2"}},
           {"a,b\n\"two\nlines\",2\n", {"a|b", "two\nlines|2"}},
           {"a,b\n\"open,2\n1,2\n", {"a|b", "\"open|2", "1|2"}},
           {"a,b\n\"12\" rack,2\n", {"a|b", "\"12\" rack|2"}},
           {"a,b\n,,,\n1,2\n", {"a|b", "1|2"}},
           {"\xEF\xBB\xBF"
            "a,b\n1,2\n",
            {"a|b", "1|2"}},
           {"a,b\n1,x | -- y\n2,|--|\n", {"a|b", "1|x | -- y", "2||--|"}},
           {"", {}},
       })
    EXPECT_EQ(TableReading(text, TableForm::kTable).rows, rows) << text;
}

TEST(Table, ANameIsNotNeededWhereAllLinesAgree) {
  EXPECT_EQ(TableReading("a,b\n1,2\n").rows, (Rows{"a|b", "1|2"}));
  EXPECT_EQ(TableReading("Title\na;b\n1;2,5\n").rows, (Rows{"Title", "a|b", "1|2,5"}));
}

TEST(Table, SentencesWithCommasAreAText) {
  const TableReading reading("First, we lay trunks.\nThen cords.\n\nAt last, labels, tests, papers.\n");
  EXPECT_TRUE(reading.table.prose);
  EXPECT_EQ(reading.rows.size(), 3u);
}

TEST(Table, MarkdownHasTablesInside) {
  const TableReading reading("# Hall\n\n| a | b |\n|---|--:|\n| 1 |  |\ntext, more\n");
  EXPECT_TRUE(reading.table.prose);
  EXPECT_EQ(reading.rows, (Rows{"# Hall", "a|b", "1|", "text, more"}));
}

TEST(Table, CellsKnowTheirPlaces) {
  const TableReading reading("a,b\n x , \"y \"\"z\"\"\" \n");
  EXPECT_EQ(reading.places, (Rows{"a", "b", "x", "y \"\"z\"\""}));
  const TableCell& plain = reading.table.rows[1].cells[0];
  const TableCell& undone = reading.table.rows[1].cells[1];
  EXPECT_EQ(reading.sources.text(plain.part(0, 1)), "x");
  EXPECT_EQ(undone.part(2, 3), undone.place);  // its bytes are not the written ones
}

TEST(Table, KeepsTheFirstThousandCellsOfARow) {
  const TableReading reading(std::string(5000, ',') + "\na,b\n" + "1" + std::string(3000, ','), TableForm::kTable);
  ASSERT_EQ(reading.table.rows.size(), 2u);
  EXPECT_EQ(reading.table.rows[1].cells.size(), kMostTableColumns);
}

TEST(Table, StopsAtTheRowsThatAPaperMayHave) {
  std::string text = "a,b\n";
  while (text.size() < 4 * kMostTableRows) text += "1,2\n";
  EXPECT_FALSE(TableReading(text, TableForm::kTable).table.cut);
  const TableReading reading(text + "\n\n1,2\n1,2\n", TableForm::kTable);
  EXPECT_TRUE(reading.table.cut);
  EXPECT_EQ(reading.table.rows.size(), kMostTableRows);
}

TEST(ReadableText, KnowsTheEncodingsOfOffices) {
  struct Row {
    std::string bytes, text;
    Encoding encoding;
  };
  using namespace std::string_literals;
  for (const auto& [bytes, text, encoding] : std::initializer_list<Row>{
           {"a\xC3\xA4", "a\xC3\xA4", Encoding::kUtf8},
           {"a\xE4\x80", "a\xC3\xA4\xE2\x82\xAC", Encoding::kWindows1252},
           {"\xFF\xFE"
            "a\0\xAC\x20"s,
            "a\xE2\x82\xAC", Encoding::kUtf16},
           {"\xFE\xFF\0a\xD8\x3D\xDE\x00"s, "a\xF0\x9F\x98\x80", Encoding::kUtf16},
           {"\xFF\xFE\x00\xD8z"s, "\xEF\xBF\xBD\xEF\xBF\xBD", Encoding::kUtf16},  // half a pair, half a unit
       }) {
    diag::Sources sources;
    diag::Findings findings;
    const auto readable = readable_text(sources, sources.add("x", bytes), findings);
    ASSERT_TRUE(readable) << text;
    EXPECT_EQ(sources.text(readable->source), text);
    EXPECT_EQ(readable->encoding, encoding) << text;
  }
}

TEST(ReadableText, RefusesWhatIsNoText) {
  diag::Sources sources;
  diag::Findings findings;
  for (const std::string_view bytes : {std::string_view("a\0b", 3), std::string_view("\xFF\xFE"
                                                                                     "a\0\0\0b\0",
                                                                                     8)}) {
    EXPECT_FALSE(readable_text(sources, sources.add("x", std::string(bytes)), findings));
    ASSERT_FALSE(findings.all().empty());
    EXPECT_EQ(findings.all().back().code, "L107");
  }
  EXPECT_EQ(findings.all().size(), 2u);
}

}  // namespace
}  // namespace ferrule::syntax
