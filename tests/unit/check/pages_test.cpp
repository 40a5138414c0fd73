// Runs the pages of docs/rules: every ```plant block is read and checked, and what the page's rule finds in it, printed, has to be the
// ```findings block behind it. A ```file NAME block before the plant is a file that the plant names. A page whose rule never fires fails, and so does one whose "Not a finding" section fires.
//
// FERRULE_BLESS=1 writes the findings blocks instead of comparing them; the diff is reviewed like code.
#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>
#include <gtest/gtest.h>

#include "check/check.h"
#include "diag/print.h"
#include "lang/project.h"
#include "support/embedded_facts.h"

namespace ferrule::check {
namespace {

constexpr std::string_view kPages = "docs/rules";
constexpr std::string_view kToday = "2026-01-01";  // waivers in pages expire by this day

struct Block {
  std::string kind;                // "plant", "findings"
  std::size_t begin = 0, end = 0;  // of the text between the fences, in the page
  bool not_a_finding = false;
};

struct Page {
  std::string path, text, code;
  bool by_reader = false;
  bool shows_repairs = false;  // polarity: the least repair is part of what the page explains
  std::vector<Block> blocks;
};

std::string header_value(std::string_view header, std::string_view key) {
  const std::string wanted = "\n" + std::string(key) + ": ";
  const std::size_t at = header.find(wanted);
  if (at == std::string_view::npos) return {};
  const std::size_t begin = at + wanted.size();
  const std::string_view line = header.substr(begin, header.find('\n', begin) - begin);
  return std::string(line.substr(0, line.find(' ')));
}

std::vector<Block> blocks_of(const std::string& text) {
  std::vector<Block> blocks;
  const std::size_t clean = std::min(text.find("\n## Not a finding"), text.size());
  for (std::size_t at = 0; (at = text.find("\n```", at)) != std::string::npos;) {
    const std::size_t line_end = text.find('\n', at + 1);
    const std::size_t close = line_end == std::string::npos ? line_end : text.find("\n```", line_end);
    if (close == std::string::npos) break;
    const std::string kind = text.substr(at + 4, line_end - at - 4);
    blocks.push_back({kind, line_end + 1, std::max(close + 1, line_end + 1), at >= clean});
    at = close + 4;
  }
  return blocks;
}

Page read_page(const std::filesystem::path& path) {
  std::stringstream text;
  text << std::ifstream(path).rdbuf();
  Page page;
  page.path = path.string();
  page.text = text.str();
  const std::string header = page.text.substr(0, page.text.find("\n---\n"));
  page.code = header_value(header, "code");
  page.by_reader = !header_value(header, "by").empty();
  page.shows_repairs = page.code.starts_with('P');
  page.blocks = blocks_of(page.text);
  return page;
}

std::vector<std::string> page_paths() {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::directory_iterator(kPages))
    if (entry.path().extension() == ".md" && entry.path().stem() != "README") paths.push_back(entry.path().string());
  std::sort(paths.begin(), paths.end());
  return paths;
}

struct Seen {
  std::string printed;  // findings of the page's rule
  std::string refused;  // what the reader said besides, when it said an error
};

Seen run(const Page& page, std::string plant_text, const lang::Texts& files) {
  Seen outcome;
  diag::Sources sources;
  diag::Findings findings;
  const facts::Facts& facts = test::embedded_facts();
  const std::optional<lang::Project> project =
      lang::read_project_text("plant", std::move(plant_text), files, sources, facts, findings);
  CheckOptions options;
  options.today = kToday;
  options.repairs = page.shows_repairs;
  if (project)
    for (diag::Finding& finding : check(project->plant, facts, project->settings, options).findings)
      findings.add(std::move(finding));
  for (const diag::Finding& finding : findings.all()) {
    const std::string text = diag::print(finding, sources);
    if (finding.code == page.code)
      outcome.printed += text;
    else if (finding.code[0] == 'L' || finding.code[0] == 'D')
      outcome.refused += text;
  }
  return outcome;
}

lang::Texts files_before(const Page& page, std::size_t plant) {
  constexpr std::string_view kFile = "file ";
  lang::Texts files;
  for (std::size_t at = plant; at-- > 0 && page.blocks[at].kind.starts_with(kFile);)
    files[page.blocks[at].kind.substr(kFile.size())] =
        page.text.substr(page.blocks[at].begin, page.blocks[at].end - page.blocks[at].begin);
  return files;
}

bool blessing() {
  const char* wish = std::getenv("FERRULE_BLESS");
  return wish != nullptr && std::string_view(wish) == "1";
}

class RulePage : public testing::TestWithParam<std::string> {};

TEST_P(RulePage, FindsWhatItShows) {
  Page page = read_page(GetParam());
  ASSERT_FALSE(page.code.empty()) << page.path;
  bool fired = false, any = false;
  // From the last block to the first, so that blessing one does not move those before it.
  for (std::size_t i = page.blocks.size(); i-- > 0;) {
    const Block& plant = page.blocks[i];
    if (plant.kind != "plant") continue;
    any = true;
    ASSERT_TRUE(i + 1 < page.blocks.size() && page.blocks[i + 1].kind == "findings")
        << page.path << ": a plant block without its findings";
    const Block& shown = page.blocks[i + 1];
    const Seen outcome = run(page, page.text.substr(plant.begin, plant.end - plant.begin), files_before(page, i));
    EXPECT_EQ(page.by_reader ? "" : outcome.refused, "") << page.path;
    if (plant.not_a_finding) {
      EXPECT_EQ(outcome.printed, "") << page.path << ": fires where the page says that nothing is to be found";
    } else {
      EXPECT_NE(outcome.printed, "") << page.path << ": its rule finds nothing in this example";
    }
    fired = fired || !outcome.printed.empty();
    if (blessing()) {
      page.text.replace(shown.begin, shown.end - shown.begin, outcome.printed);
    } else {
      EXPECT_EQ(page.text.substr(shown.begin, shown.end - shown.begin), outcome.printed) << page.path;
    }
  }
  EXPECT_TRUE(page.by_reader || any) << page.path << ": no example";
  EXPECT_TRUE(fired || !any) << page.path << ": the rule never fires";
  // Not where something is wrong with the page itself: its blocks would say so as if it were meant.
  if (blessing() && !HasFailure()) std::ofstream(page.path) << page.text;
}

std::string test_name(const testing::TestParamInfo<std::string>& info) {
  std::string name = std::filesystem::path(info.param).stem().string();
  std::replace_if(
      name.begin(), name.end(), [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Pages, RulePage, testing::ValuesIn(page_paths()), test_name);

}  // namespace
}  // namespace ferrule::check
