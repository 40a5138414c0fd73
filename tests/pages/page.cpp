#include "pages/page.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace ferrule::test {
namespace {

struct PageBlock {
  std::string kind;                // behind the fence
  std::size_t begin = 0, end = 0;  // of the text between the fences
};

std::vector<PageBlock> blocks_of(const std::string& text) {
  std::vector<PageBlock> blocks;
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

}  // namespace

std::vector<std::string> pages_by(std::string_view who) {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::directory_iterator("docs/rules"))
    if (read_file(entry.path().string()).find("\nby: " + std::string(who) + "\n") != std::string::npos)
      paths.push_back(entry.path().string());
  std::sort(paths.begin(), paths.end());
  return paths;
}

void hold_page(const std::string& path, const PageBlocks& wanted) {
  std::string text = read_file(path);
  const std::string code = text.substr(text.find("code: ") + 6, 4);
  const std::size_t clean = text.find("\n## Not a finding");
  const std::vector<PageBlock> blocks = blocks_of(text);
  const bool bless = std::getenv("FERRULE_BLESS") != nullptr;
  int fired = 0, silent = 0;
  for (std::size_t i = blocks.size(); i-- > 0;) {  // from the last, so that blessing one does not move those before it
    if (!blocks[i].kind.starts_with(wanted.example)) continue;
    ASSERT_TRUE(i + 1 < blocks.size() && blocks[i + 1].kind == wanted.shown)
        << path << ": an example without what is found in it";
    const std::string found = wanted.find(code, blocks[i].kind, text.substr(blocks[i].begin, blocks[i].end - blocks[i].begin));
    (found.empty() ? silent : fired) += 1;
    EXPECT_EQ(found.empty(), blocks[i].begin > clean) << path << '\n' << found;
    const PageBlock& shown = blocks[i + 1];
    if (bless)
      text.replace(shown.begin, shown.end - shown.begin, found);
    else
      EXPECT_EQ(text.substr(shown.begin, shown.end - shown.begin), found) << path;
  }
  EXPECT_GT(fired, 0) << path;
  EXPECT_GT(silent, 0) << path;
  if (bless && !testing::Test::HasFailure()) std::ofstream(path) << text;
}

std::string page_test_name(const testing::TestParamInfo<std::string>& info) {
  std::string name = std::filesystem::path(info.param).stem().string();
  std::replace_if(
      name.begin(), name.end(), [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
  return name;
}

}  // namespace ferrule::test
