// Runs the pages of docs/rules that speak of papers: every ```paper block is linted, and what the page's rule finds in it has to be the
// ```lint block behind it. A page whose rule never fires fails, and so does one whose "Not a finding" section fires.
//
// FERRULE_BLESS=1 writes the lint blocks instead of comparing them; the diff is reviewed like code.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <gtest/gtest.h>

#include "linted.h"

namespace ferrule::spec::paper {
namespace {

struct Block {
  std::string kind;                // "paper --brand MTP", "lint"
  std::size_t begin = 0, end = 0;  // of the text between the fences
};

std::vector<Block> blocks_of(const std::string& text) {
  std::vector<Block> blocks;
  for (std::size_t at = 0; (at = text.find("\n```", at)) != std::string::npos;) {
    const std::size_t line_end = text.find('\n', at + 1), close = text.find("\n```", line_end);
    if (line_end == std::string::npos || close == std::string::npos) break;
    blocks.push_back({text.substr(at + 4, line_end - at - 4), line_end + 1, std::max(close + 1, line_end + 1)});
    at = close + 4;
  }
  return blocks;
}

std::string read_file(const std::string& path) {
  std::stringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

std::vector<std::string> pages() {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::directory_iterator("docs/rules"))
    if (read_file(entry.path().string()).find("\nby: lint\n") != std::string::npos) paths.push_back(entry.path().string());
  std::sort(paths.begin(), paths.end());
  return paths;
}

class PaperPage : public testing::TestWithParam<std::string> {};

TEST_P(PaperPage, FindsWhatItShows) {
  std::string text = read_file(GetParam());
  const std::string code = text.substr(text.find("code: ") + 6, 4);
  const std::size_t clean = text.find("\n## Not a finding");
  const std::vector<Block> blocks = blocks_of(text);
  const bool bless = std::getenv("FERRULE_BLESS") != nullptr;
  int fired = 0, silent = 0;
  for (std::size_t i = blocks.size(); i-- > 0;) {  // from the last, so that blessing one does not move those before it
    if (!blocks[i].kind.starts_with("paper")) continue;
    ASSERT_TRUE(i + 1 < blocks.size() && blocks[i + 1].kind == "lint") << "a paper without its findings";
    const Policy policy{blocks[i].kind.ends_with("MTP") ? Brand::kMtp : Brand::kAny};
    const Linted linted(text.substr(blocks[i].begin, blocks[i].end - blocks[i].begin), policy);
    const std::string found = linted.printed(code);
    (found.empty() ? silent : fired) += 1;
    EXPECT_EQ(found.empty(), blocks[i].begin > clean) << found;
    const Block& shown = blocks[i + 1];
    if (bless)
      text.replace(shown.begin, shown.end - shown.begin, found);
    else
      EXPECT_EQ(text.substr(shown.begin, shown.end - shown.begin), found);
  }
  EXPECT_GT(fired, 0);
  EXPECT_GT(silent, 0);
  if (bless && !HasFailure()) std::ofstream(GetParam()) << text;
}

std::string test_name(const testing::TestParamInfo<std::string>& info) {
  std::string name = std::filesystem::path(info.param).stem().string();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Pages, PaperPage, testing::ValuesIn(pages()), test_name);

TEST(PaperPages, AreAsManyAsTheRulesOfPapers) { EXPECT_EQ(pages().size(), 25u); }  // W701 to W726; W725 is the reader's

}  // namespace
}  // namespace ferrule::spec::paper
