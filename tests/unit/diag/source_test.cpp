#include "diag/source.h"

#include <chrono>
#include <initializer_list>
#include <gtest/gtest.h>

namespace ferrule::diag {
namespace {

TEST(LineColumn, CountsLinesByLineFeedAndColumnsByCodePoint) {
  Sources sources;
  const std::uint32_t source = sources.add("x", "ab\r\ngröße: 1\n\nend");
  struct Row {
    std::uint32_t offset, line, column;
  };
  for (auto [offset, line, column] : std::initializer_list<Row>{
           {0, 1, 1}, {2, 1, 3}, {4, 2, 1}, {6, 2, 3}, {8, 2, 4}, {11, 2, 6}, {15, 3, 1}, {16, 4, 1}, {19, 4, 4}, {500, 4, 4}}) {
    const LineColumn at = sources.line_column({source, offset, 1});
    EXPECT_EQ(at.line, line) << offset;
    EXPECT_EQ(at.column, column) << offset;
  }
  EXPECT_EQ(sources.line_column({}).line, 0u);
}

TEST(LineText, HasNoLineEnd) {
  Sources sources;
  const std::uint32_t source = sources.add("x", "ab\r\ncd\n\nend");
  EXPECT_EQ(sources.line_text(source, 1), "ab");
  EXPECT_EQ(sources.line_text(source, 2), "cd");
  EXPECT_EQ(sources.line_text(source, 3), "");
  EXPECT_EQ(sources.line_text(source, 4), "end");
  EXPECT_EQ(sources.line_text(source, 5), "");
  EXPECT_EQ(sources.line_text(source, 0), "");
}

TEST(LineColumn, ThousandsOfPlacesInOneLineOfManyMegabytesCostLittle) {
  std::string line(20'000'000, 'x');
  line.insert(10'000, "é");
  Sources sources;
  const std::uint32_t source = sources.add("x", "first\n" + line);
  const auto begin = std::chrono::steady_clock::now();
  for (std::uint32_t i = 0; i < 2'000; ++i) {
    const std::uint32_t offset = 19'000'000 + i;
    ASSERT_EQ(sources.line_column({source, offset, 1}).column, offset - 6);  // one of two bytes, and columns begin with 1
  }
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5));
}

TEST(Cell, IsTheLastThatBeginsBefore) {
  Sources sources;
  const std::uint32_t sheet = sources.add_sheet("book.xlsx", "Prices", "a\tb\n\nc", {{0, 1, 1}, {2, 1, 28}, {5, 3, 3}});
  EXPECT_EQ(sources.cell({sheet, 0, 1}), "Prices!A1");
  EXPECT_EQ(sources.cell({sheet, 3, 1}), "Prices!AB1");
  EXPECT_EQ(sources.cell({sheet, 6, 0}), "Prices!C3");
  EXPECT_EQ(sources.cell({sources.add("plain.csv", "a"), 0, 1}), "");
  EXPECT_EQ(sources.cell({}), "");
}

TEST(Read, SaysWhyAFileCannotBeRead) {
  Sources sources;
  EXPECT_EQ(sources.read("/nowhere/plant.yaml").error().message, "no such file");
  EXPECT_EQ(sources.read("/").error().message, "is a folder, not a file");
  EXPECT_EQ(sources.read("/dev/null").error().message, "is not a regular file");
  EXPECT_EQ(sources.read("/proc/self/exe", 1).error().message, "is too large to read");
}

}  // namespace
}  // namespace ferrule::diag
