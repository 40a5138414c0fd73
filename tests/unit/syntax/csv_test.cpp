#include "syntax/csv.h"

#include <initializer_list>
#include <gtest/gtest.h>

namespace ferrule::syntax {
namespace {

struct CsvReading {
  diag::Sources sources;
  diag::Findings findings;
  std::vector<std::string> rows;    // header first, cells joined by |
  std::vector<std::string> places;  // of every cell of the rows, as written

  explicit CsvReading(std::string text) {
    const std::uint32_t source = sources.add("x.csv", std::move(text));
    CsvReader reader(sources, source, findings);
    add(reader, reader.header());
    for (auto row = reader.next(); !row.empty(); row = reader.next()) add(reader, row);
  }
  void add(const CsvReader& reader, std::span<const Cell> cells) {
    std::string row;
    for (const Cell& cell : cells) {
      row += (&cell == cells.data() ? "" : "|") + std::string(cell.text);
      places.emplace_back(sources.text(reader.place(cell)));
    }
    if (!cells.empty()) rows.push_back(row);
  }
};

using Rows = std::vector<std::string>;

TEST(CsvReader, ReadsTheDialect) {
  struct Row {
    std::string text;
    Rows rows;
  };
  for (const auto& [text, rows] :
       std::initializer_list<Row>{{"a,b\n1,2\n", {"a|b", "1|2"}},
                                  {"a;b\n1;2,5\n", {"a|b", "1|2,5"}},
                                  {"a\tb\n1\t2\n", {"a|b", "1|2"}},
                                  {"a\tb\n\t\n", {"a|b", "|"}},
                                  {"a,b;c,d\n1,2,3\n", {"a|b;c|d", "1|2|3"}},
                                  {"\"a;;;\",b\n1,2\n", {"a;;;|b", "1|2"}},
                                  {"\"a \"\";;;\"\"\",b\n1,2\n", {"a \";;;\"|b", "1|2"}},
                                  {"12\" a;b,c;d\n1;2;3\n", {"12\" a|b,c|d", "1|2|3"}},
                                  {"one\n1\n\n2\n", {"one", "1", "2"}},
                                  {"\xEF\xBB\xBF"
                                   "a,b\r\n1,2\r\n",
                                   {"a|b", "1|2"}},
                                  {"# about\n\n  \na,b\n#1,2\n3,4", {"a|b", "3|4"}},
                                  {" a , b \n 1 2 ,\t3\n", {"a|b", "1 2|3"}},
                                  {"a,b\n\" 1 \", \"2\" \n", {"a|b", " 1 |2"}},
                                  {"a,b\n\"x \"\"y\"\" z\",\"two\nlines\"\n1,2\n", {"a|b", "x \"y\" z|two\nlines", "1|2"}},
                                  {"a,b\n12\",5\"\n", {"a|b", "12\"|5\""}},
                                  {"a,b\n,\n", {"a|b", "|"}},
                                  {"a,b\n1,", {"a|b", "1|"}},
                                  {"a,b\n\"\",\"\"\"\"\n", {"a|b", "|\""}},
                                  {"größe,名\nä,二\n", {"größe|名", "ä|二"}},
                                  {"a,b\n", {"a|b"}}}) {
    const CsvReading r(text);
    EXPECT_EQ(r.rows, rows) << text;
    EXPECT_TRUE(r.findings.all().empty()) << text;
  }
}

TEST(CsvReader, CellsAreFoundAtAnyDistanceFromAWordsEdge) {
  for (std::size_t width = 0; width < 40; ++width) {
    const std::string cell(width, 'x');
    const CsvReading r("a,b\n" + cell + "," + cell + "\ny,z\n");
    EXPECT_EQ(r.rows, (Rows{"a|b", cell + "|" + cell, "y|z"})) << width;
  }
}

TEST(CsvReader, ACellKnowsItsPlace) {
  const CsvReading r("größe, \"b\"\n \"x \"\"y\"\"\" ,  z\n");
  EXPECT_EQ(r.places, (Rows{"größe", "b", "x \"\"y\"\"", "z"}));
}

TEST(CsvReader, RefusesWithACodeAndAPlaceAndGoesOnWhereItCan) {
  struct Row {
    std::string text;
    const char *code, *at, *message;
    Rows rows;
  };
  for (const auto& [text, code, at, message, rows] : std::initializer_list<Row>{
           {"a,b\n1\n2,3\n", "L108", "2:1", "1 cell in a table of 2 columns", {"a|b", "2|3"}},
           {"a,b\n1,2,3\n2,3\n", "L108", "2:1", "3 cells in a table of 2 columns", {"a|b", "2|3"}},
           {"a,b\n\"1\"x,2\n2,3\n", "L109", "2:4", "text behind a closing quote", {"a|b", "2|3"}},
           {"a,b\n2,3\n1,\"x\n4,5\n", "L109", "3:3", "a quote that nothing closes", {"a|b", "2|3"}},
           {"\"a,b\n2,3\n", "L109", "1:1", "a quote that nothing closes", {}},
           {"", "L110", "1:1", "no header row", {}},
           {"# nothing\n\n", "L110", "1:1", "no header row", {}},
           {"a,,b\n1,2,3\n", "L110", "1:3", "a column without a name", {}},
           {"a,b,a\n1,2,3\n", "L110", "1:5", "column 'a' appears twice", {}},
           {"a,b\r1,2\r", "L110", "1:3", "a carriage return inside the header", {}},
           {std::string("a,b\n\0,2\n", 8), "L107", "2:1", "a NUL byte", {}},
           {"a,b\n1,\xE9\n", "L102", "2:3", "byte 0xE9 is not UTF-8", {}},
           {"a,b\n1," + std::string((1 << 20) + 1, 'x') + "\n2,3\n", "L111", "2:3", "a cell of 1,048,577 bytes", {"a|b", "2|3"}},
           {"a,b\n" + std::string((1 << 20) + 1, 'x') + ",1\n2,3\n", "L111", "2:1", "a cell of 1,048,577 bytes", {"a|b", "2|3"}},
           {"a,b\n\"" + std::string((1 << 20) + 1, 'x') + "\",1\n2,3\n",
            "L111",
            "2:2",
            "a cell of 1,048,577 bytes",
            {"a|b", "2|3"}}}) {
    const CsvReading r(text);
    ASSERT_EQ(r.findings.all().size(), 1u) << text.substr(0, 40);
    const diag::Finding& finding = r.findings.all().front();
    const diag::LineColumn place = r.sources.line_column(finding.place);
    EXPECT_EQ(finding.code, code);
    EXPECT_EQ(finding.message, message);
    EXPECT_EQ(std::to_string(place.line) + ":" + std::to_string(place.column), at) << message;
    EXPECT_EQ(r.rows, rows) << message;
    EXPECT_TRUE(finding.unreadable);
  }
}

TEST(CsvReader, FindsColumnsByName) {
  diag::Sources sources;
  diag::Findings findings;
  CsvReader reader(sources, sources.add("x", "id;part\n"), findings);
  EXPECT_EQ(reader.column("part"), 1u);
  EXPECT_EQ(reader.column("Part"), std::nullopt);
  EXPECT_TRUE(reader.next().empty());
  EXPECT_TRUE(reader.next().empty());
}

TEST(ReportUnreadable, IsAFindingThatEndsWithCodeThree) {
  diag::Findings findings;
  report_unreadable({"plant.yaml", "no such file"}, {}, findings);
  EXPECT_EQ(findings.all()[0].code, "L101");
  EXPECT_EQ(findings.all()[0].message, "plant.yaml: no such file");
  EXPECT_TRUE(findings.any_unreadable());
}

}  // namespace
}  // namespace ferrule::syntax
