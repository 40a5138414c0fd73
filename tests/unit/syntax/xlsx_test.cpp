// Workbooks made here with libzip: as offices write them, and as nobody should.
#include "syntax/xlsx.h"

#include <map>
#include <gtest/gtest.h>
#include <zip.h>

namespace ferrule::syntax {
namespace {

// In pieces: the check of the tree takes "</" with such a name behind for a path.
const std::string kEndBook = std::string("</") + "workbook>", kEndSheet = std::string("</") + "worksheet>";

using Parts = std::map<std::string, std::string>;

std::string zipped(const Parts& parts) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* out = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(out);
  zip_t* zip = zip_open_from_source(out, ZIP_TRUNCATE, &error);
  for (const auto& [name, text] : parts)
    zip_file_add(zip, name.c_str(), zip_source_buffer(zip, text.data(), text.size(), 0), ZIP_FL_OVERWRITE);
  zip_close(zip);
  zip_source_open(out);
  zip_source_seek(out, 0, SEEK_END);
  std::string bytes(static_cast<std::size_t>(zip_source_tell(out)), '\0');
  zip_source_seek(out, 0, SEEK_SET);
  zip_source_read(out, bytes.data(), bytes.size());
  zip_source_close(out);
  zip_source_free(out);
  return bytes;
}

// A workbook of one sheet, Sheet1, with these rows.
Parts workbook(const std::string& rows, const std::string& strings = "") {
  return {
      {"xl/workbook.xml",
       std::string() + R"(<workbook xmlns:r="r"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets>)" + kEndBook},
      {"xl/_rels/workbook.xml.rels",
       R"(<Relationships><Relationship Id="rId1" Type="t/worksheet" Target="worksheets/sheet1.xml"/>)"
       R"(<Relationship Id="rId2" Type="t/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>)"},
      {"xl/sharedStrings.xml", "<sst>" + strings + "</sst>"},
      {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData>" + kEndSheet},
  };
}

struct BookReading {
  diag::Sources sources;
  diag::Findings findings;
  std::optional<std::vector<Sheet>> sheets;
  std::vector<std::string> rows;   // of all sheets, cells joined by |
  std::vector<std::string> cells;  // where the full ones are

  explicit BookReading(std::string bytes, const WorkbookLimits& limits = {}) {
    sheets = read_workbook(sources, sources.add("book.xlsx", std::move(bytes)), findings, limits);
    if (!sheets) return;
    for (const Sheet& sheet : *sheets)
      for (const TableRow& row : sheet.table.rows) add(row);
  }
  explicit BookReading(const Parts& parts, const WorkbookLimits& limits = {}) : BookReading(zipped(parts), limits) {}

  void add(const TableRow& row) {
    std::string joined;
    for (const TableCell& cell : row.cells) {
      joined += (&cell == row.cells.data() ? "" : "|") + std::string(cell.text);
      if (!cell.text.empty()) cells.push_back(sources.cell(cell.place));
    }
    rows.push_back(joined);
  }
  std::string fault() const { return findings.all().empty() ? "" : findings.all()[0].code + " " + findings.all()[0].message; }
};

using Texts = std::vector<std::string>;

TEST(Workbook, ReadsEveryKindOfCell) {
  const BookReading reading(
      workbook(R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Qty</t></is></c></row>)"
               R"(<row r="3"><c r="A3" t="s"><v>1</v></c><c r="C3"><f>1+1</f><v>2.5</v></c><c r="D3" t="b"><v>1</v></c></row>)",
               "<si><t>Part</t></si><si><r><t>MPO</t></r><r><t xml:space=\"preserve\"> trunk</t></r><rPh><t>x</t></rPh></si>"));
  ASSERT_TRUE(reading.sheets) << reading.fault();
  EXPECT_EQ(reading.rows, (Texts{"Part|Qty", "MPO trunk||2.5|1"}));
  EXPECT_EQ(reading.cells, (Texts{"Sheet1!A1", "Sheet1!B1", "Sheet1!A3", "Sheet1!C3", "Sheet1!D3"}));
}

TEST(Workbook, TellsPlacesByRowAndCell) {
  const BookReading reading(workbook(R"(<row r="12"><c r="AB12" t="inlineStr"><is><t>two
lines</t></is></c></row>)"));
  ASSERT_TRUE(reading.sheets) << reading.fault();
  const TableCell& cell = (*reading.sheets)[0].table.rows[0].cells.back();
  EXPECT_EQ(cell.text, "two lines");
  EXPECT_EQ(reading.sources.cell(cell.part(4, 9)), "Sheet1!AB12");
  EXPECT_EQ(reading.sources.line_column(cell.place).line, 12u);
}

TEST(Workbook, SheetsAreNamedAsANameBoxTakesThem) {
  for (const auto& [name, cell] :
       std::initializer_list<std::pair<std::string, std::string>>{{"BOM", "BOM!A1"},
                                                                  {"St\u00FCckliste", "St\u00FCckliste!A1"},
                                                                  {"BOM Rev C", "'BOM Rev C'!A1"},
                                                                  {"Quote '26", "'Quote ''26'!A1"},
                                                                  {"2026", "'2026'!A1"}}) {
    Parts parts = workbook("<row><c><v>1</v></c></row>");
    std::string& book = parts["xl/workbook.xml"];
    book.replace(book.find("Sheet1"), 6, name);
    EXPECT_EQ(BookReading(parts).cells, Texts{cell});
  }
}

TEST(Workbook, UndoesTheEscapesOfExcel) {
  const BookReading reading(workbook(
      R"(<row><c t="s"><v>0</v></c><c t="inlineStr"><is><t>a_x000D_</t></is></c><c t="str"><v>_x0041_b_x005F_x0041__xD83D__x12_</v></c></row>)",
      "<si><t>MPO trunk_x000D_\nType B</t></si>"));
  ASSERT_TRUE(reading.sheets) << reading.fault();
  EXPECT_EQ(reading.rows, (Texts{"MPO trunk  Type B|a|Ab_x0041__x12_"}));
}

TEST(Workbook, CellsWithoutReferenceFollowEachOther) {
  const BookReading reading(workbook("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"));
  EXPECT_EQ(reading.rows, (Texts{"1|2", "3"}));
}

TEST(Workbook, ReadsPrefixedNamesAndSeveralSheets) {
  Parts parts = workbook("<row><c><v>1</v></c></row>");
  parts["xl/workbook.xml"] =
      R"(<x:workbook xmlns:x="x" xmlns:r="r"><x:sheets><x:sheet name="One" r:id="rId1"/><x:sheet name="T&amp;2" r:id="rId3"/></x:sheets></x:workbook>)";
  parts["xl/_rels/workbook.xml.rels"] =
      R"(<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId3" Target="worksheets/sheet2.xml"/></Relationships>)";
  parts["xl/worksheets/sheet2.xml"] =
      R"(<x:worksheet xmlns:x="x"><x:sheetData><x:row r="2"><x:c r="A2"><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>)";
  const BookReading reading(parts);
  ASSERT_TRUE(reading.sheets) << reading.fault();
  EXPECT_EQ(reading.cells, (Texts{"One!A1", "'T&2'!A2"}));
}

TEST(Workbook, RefusesWhatIsNone) {
  const std::string good = zipped(workbook("<row><c><v>1</v></c></row>"));
  for (const std::string& bytes :
       {std::string("PK\x03\x04 and no more"), good.substr(0, good.size() / 2), std::string("\xD0\xCF\x11\xE0 an older book"),
        zipped({{"readme.txt", "no workbook"}}), zipped({{"xl/workbook.xml", "<workbook><sheets>"}})}) {
    const BookReading reading(bytes);
    EXPECT_FALSE(reading.sheets);
    EXPECT_TRUE(reading.fault().starts_with("L113")) << reading.fault();
    EXPECT_TRUE(reading.findings.any_unreadable());
  }
}

TEST(Workbook, RefusesDocumentTypesAndTheirEntities) {
  Parts parts = workbook("<row><c t=\"inlineStr\"><is><t>&b;</t></is></c></row>");
  parts["xl/worksheets/sheet1.xml"].insert(0, R"(<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>)");
  const BookReading reading(parts);
  EXPECT_FALSE(reading.sheets);
  EXPECT_NE(reading.fault().find("document type"), std::string::npos) << reading.fault();
}

TEST(Workbook, StopsUnpackingABomb) {
  Parts parts = workbook("");
  parts["xl/worksheets/sheet1.xml"] = std::string(2 << 20, ' ');
  const std::string bytes = zipped(parts);
  ASSERT_LT(bytes.size(), std::size_t{64} << 10);
  const BookReading reading(bytes, {.part_bytes = 1 << 20});
  EXPECT_TRUE(reading.fault().starts_with("L114")) << reading.fault();
}

TEST(Workbook, StopsAtTooMuchOfAnything) {
  const std::string wide = R"(<row r="1"><c r="XFD1"><v>1</v></c></row><row r="2"><c r="XFD2"><v>1</v></c></row>)";
  EXPECT_TRUE(BookReading(workbook(wide), {.cells = 20'000}).fault().starts_with("L114"));
  std::string repeated;
  for (int i = 0; i < 100; ++i) repeated += "<row><c t=\"s\"><v>0</v></c></row>";
  const Parts amplified = workbook(repeated, "<si><t>" + std::string(1000, 'x') + "</t></si>");
  EXPECT_TRUE(BookReading(amplified, {.text_bytes = 10'000}).fault().starts_with("L114"));
  const Parts far = workbook(R"(<row r="1048576"/>)");  // line feeds are text too
  EXPECT_TRUE(BookReading(far, {.text_bytes = 10'000}).fault().starts_with("L114"));
  EXPECT_TRUE(BookReading(workbook(R"(<row><c t="s"/><c><v>1</v></c></row>)")).sheets) << "a cell that names no string is empty";
  EXPECT_TRUE(BookReading(amplified, {.sheets = 0}).fault().starts_with("L114"));
  EXPECT_TRUE(BookReading(amplified, {.rows = 99}).fault().starts_with("L114"));
  EXPECT_TRUE(BookReading(amplified, {.rows = 100}).sheets);
  EXPECT_TRUE(BookReading(amplified).sheets);
}

TEST(Workbook, RefusesDamagedSheets) {
  for (const std::string_view rows :
       {R"(<row r="2"/><row r="1"/>)", R"(<row r="1"><c r="B1"/><c r="A1"/></row>)", R"(<row r="1"><c r="A0"/></row>)",
        R"(<row r="1048577"/>)", R"(<row r="1"><c r="A1" t="s"><v>7</v></c></row>)", R"(<row r="x"/>)", R"(<c r="A1"/>)"}) {
    const BookReading reading(workbook(std::string(rows)));
    EXPECT_FALSE(reading.sheets) << rows;
    EXPECT_TRUE(reading.fault().starts_with("L113")) << reading.fault();
  }
  std::string deep;
  for (int i = 0; i < 100; ++i) deep += "<a>";
  EXPECT_TRUE(BookReading(workbook(deep)).fault().starts_with("L113"));
}

TEST(CellReference, IsLettersAndANumber) {
  struct Row {
    std::string_view text;
    std::uint32_t row, column;
  };
  for (const auto& [text, row, column] :
       std::initializer_list<Row>{{"A1", 1, 1}, {"Z9", 9, 26}, {"AA10", 10, 27}, {"XFD1048576", 1048576, 16384}}) {
    const auto parsed = parse_cell_reference(text);
    ASSERT_TRUE(parsed) << text;
    EXPECT_EQ(parsed->row, row);
    EXPECT_EQ(parsed->column, column);
  }
  for (const std::string_view text : {"", "A", "1", "A0", "a1", "XFE1", "A1048577", "A1x", "A-1", "AAAAAAAAAAAA1"})
    EXPECT_FALSE(parse_cell_reference(text)) << text;
}

}  // namespace
}  // namespace ferrule::syntax
