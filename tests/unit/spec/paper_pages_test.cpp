// Runs the pages of docs/rules that speak of papers: every ```paper block is linted, and what the page's rule finds in it has to be the
// ```lint block behind it.
#include <gtest/gtest.h>

#include "linted.h"
#include "pages/page.h"

namespace ferrule::spec::paper {
namespace {

class PaperPage : public testing::TestWithParam<std::string> {};

std::string find(const std::string& code, const std::string& kind, const std::string& text) {
  const Policy policy{kind.ends_with("MTP") ? Brand::kMtp : Brand::kAny};
  return Linted(text, policy).printed(code);
}

TEST_P(PaperPage, FindsWhatItShows) { test::hold_page(GetParam(), {"paper", "lint", find}); }

INSTANTIATE_TEST_SUITE_P(Pages, PaperPage, testing::ValuesIn(test::pages_by("lint")), test::page_test_name);

TEST(PaperPages, AreAsManyAsTheRulesOfPapers) {
  EXPECT_EQ(test::pages_by("lint").size(), 25u);
}  // W701 to W726; W725 is the reader's

}  // namespace
}  // namespace ferrule::spec::paper
