#include "syntax/csv_stream.h"

#include <filesystem>
#include <fstream>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "diag/print.h"

namespace ferrule::syntax {
namespace {

namespace fs = std::filesystem;

std::string written(std::span<const Cell> row) {
  std::string out;
  for (const Cell& cell : row) out += fmt::format("[{}]", cell.text);
  return out;
}

struct Reading {
  std::vector<std::string> rows, findings;  // a finding with line, column and excerpt
  std::size_t sources = 0;
};

Reading read(const std::string& path, std::size_t piece) {
  diag::Sources sources;
  diag::Findings findings;
  Result<CsvStream> stream = CsvStream::open(path, sources, findings, piece);
  Reading reading;
  for (auto row = stream->next(); !row.empty(); row = stream->next()) reading.rows.push_back(written(row));
  for (const diag::Finding& finding : findings.all()) reading.findings.push_back(diag::print(finding, sources));
  reading.sources = sources.size();
  return reading;
}

class CsvStreamTest : public testing::Test {
 protected:
  CsvStreamTest() : folder_(fs::temp_directory_path() / ("ferrule-csv-" + std::to_string(::getpid()))) {
    fs::create_directory(folder_);
  }
  ~CsvStreamTest() override { fs::remove_all(folder_); }

  std::string file(const std::string& text) const {
    const std::string path = (folder_ / "table.csv").string();
    std::ofstream(path, std::ios::binary) << text;
    return path;
  }
  fs::path folder_;
};

TEST_F(CsvStreamTest, PiecesOfAnySizeGiveTheRowsAndFindingsOfTheWhole) {
  const std::string path = file(
      "id,text\r\n1,12\" ruler\n2,\"two\nlines, \"\"and\"\" more\n\nthird\"\n# aside\n\n3\n4,\"x\" y\n"
      "5,\"a\r\nb\"\n6,7,8\n9,last");
  const Reading whole = read(path, CsvStream::kPiece);
  ASSERT_EQ(whole.rows.size(), 4u);
  ASSERT_EQ(whole.findings.size(), 3u);  // too few cells, text behind a quote, too many cells
  for (std::size_t piece = 1; piece < 120; ++piece) {
    const Reading pieces = read(path, piece);
    EXPECT_EQ(pieces.rows, whole.rows) << piece;
    EXPECT_EQ(pieces.findings, whole.findings) << piece;
  }
}

TEST_F(CsvStreamTest, AQuoteThatNothingClosesIsFoundWhereItOpens) {
  const std::string path = file("id,text\n1,a\n2,\"b\n3,c\n4,d\n");
  const Reading whole = read(path, CsvStream::kPiece);
  ASSERT_EQ(whole.findings.size(), 1u);
  EXPECT_NE(whole.findings[0].find("table.csv:3:3"), std::string::npos) << whole.findings[0];
  for (std::size_t piece = 1; piece < 30; ++piece) EXPECT_EQ(read(path, piece).findings, whole.findings) << piece;
}

TEST_F(CsvStreamTest, PiecesThatNothingPointsIntoAreNotKept) {
  std::string text = "id,text\n";
  for (int i = 0; i < 1000; ++i) text += fmt::format("{},line {}\n", i, i);
  const Reading reading = read(file(text), 100);
  EXPECT_EQ(reading.rows.size(), 1000u);
  EXPECT_LE(reading.sources, 2u);
}

TEST_F(CsvStreamTest, ReadsWindows1252AndSaysWhereItBegan) {
  const std::string path = file(
      "id,text\n1,plain\n2,gr\xFC"
      "n\n3,bl\xE4uliche \"h\xF6he\n");
  for (const std::size_t piece : {std::size_t{1}, std::size_t{9}, CsvStream::kPiece}) {
    diag::Sources sources;
    diag::Findings findings;
    Result<CsvStream> stream = CsvStream::open(path, sources, findings, piece);
    std::vector<std::string> rows;
    for (auto row = stream->next(); !row.empty(); row = stream->next()) rows.push_back(written(row));
    EXPECT_EQ(rows, (std::vector<std::string>{"[1][plain]", "[2][grün]", "[3][bläuliche \"höhe]"}));
    ASSERT_TRUE(stream->guessed());
    EXPECT_EQ(sources.name(*stream->guessed()), path);
  }
}

TEST_F(CsvStreamTest, AnEmptyFileHasNoHeaderAndABinaryOneIsRefused) {
  EXPECT_NE(read(file(""), 10).findings.at(0).find("no header row"), std::string::npos);
  const std::string text = "id,text\n1,a\n2,b\n3," + std::string(1, '\0') + "\n";
  for (std::size_t piece : {std::size_t{1}, std::size_t{12}})
    EXPECT_NE(read(file(text), piece).findings.at(0).find("NUL"), std::string::npos);
}

}  // namespace
}  // namespace ferrule::syntax
