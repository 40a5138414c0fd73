#include "syntax/line_source.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <unistd.h>

namespace ferrule::syntax {
namespace {

namespace fs = std::filesystem;

class LineSourceTest : public testing::Test {
 protected:
  LineSourceTest() : path_(fs::temp_directory_path() / ("ferrule-lines-" + std::to_string(::getpid()))) {}
  ~LineSourceTest() override { fs::remove(path_); }

  LineSource of(const std::string& text) const {
    std::ofstream(path_, std::ios::binary) << text;
    return std::move(*LineSource::open(path_.string()));
  }
  fs::path path_;
};

std::vector<std::string> lines_of(LineSource source) {
  std::vector<std::string> lines;
  for (std::string_view line; source.next(line);) lines.emplace_back(line);
  return lines;
}

// Lines of every length around the blocks of 256 KiB that the file is read in, with and without an end behind the last one.
TEST_F(LineSourceTest, LinesAreWholeWhereverABlockEnds) {
  constexpr std::size_t kBlock = std::size_t{1} << 18;
  for (const std::size_t size : {kBlock - 1, kBlock, kBlock + 1, 3 * kBlock, 3 * kBlock + 7}) {
    for (const std::string_view end : {"\n", "\r\n", ""}) {
      const std::string first(size, 'a'), second(kBlock / 2, 'b'), third("c");
      const std::string text = first + "\n" + second + "\r\n\n" + third + std::string(end);
      EXPECT_EQ(lines_of(of(text)), (std::vector<std::string>{first, second, "", third})) << size;
    }
  }
}

TEST_F(LineSourceTest, ManyLinesCountThemselves) {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += "line " + std::to_string(i) + "\n";
  text += "last";
  const std::vector<std::string> lines = lines_of(of(text));
  ASSERT_EQ(lines.size(), 100'001u);
  for (int i = 0; i < 100'000; ++i) ASSERT_EQ(lines[static_cast<std::size_t>(i)], "line " + std::to_string(i));
  EXPECT_EQ(lines.back(), "last");
}

TEST_F(LineSourceTest, WholeLinesAreAppendedWithTheirEnds) {
  std::string text;
  for (int i = 0; i < 50'000; ++i) text += "line " + std::to_string(i) + "\r\n";
  text += "last";
  for (const std::size_t least : {std::size_t{1}, std::size_t{1000}, std::size_t{1} << 19}) {
    LineSource source = of(text);
    std::string all;
    for (std::string piece; piece.clear(), source.append_lines(piece, least);) {
      EXPECT_TRUE(piece.ends_with('\n') || piece.ends_with("last"));
      all += piece;
    }
    EXPECT_EQ(all, text);
  }
}

}  // namespace
}  // namespace ferrule::syntax
