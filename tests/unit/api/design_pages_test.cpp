// Runs the pages of docs/rules that speak of designs: every ```design block is designed, and what the page's rule finds in it has to be
// the ```findings block behind it.
#include <gtest/gtest.h>

#include "api/design.h"
#include "diag/print.h"
#include "pages/page.h"

namespace ferrule::api {
namespace {

class DesignPage : public testing::TestWithParam<std::string> {};

std::string find(const std::string& code, const std::string&, const std::string& text) {
  // A plant that stands comes behind the fabric, in a file of its own.
  constexpr std::string_view kMark = "# standing.yaml\n";
  const std::size_t mark = text.find(kMark);
  const std::map<std::string, std::string, std::less<>> standing{
      {"standing.yaml", mark == std::string::npos ? std::string() : text.substr(mark + kMark.size())}};
  DesignOptions options;
  if (mark != std::string::npos) options.standing = "standing.yaml", options.texts = &standing;
  const DesignReport report = design(load_texts({{"plant.yaml", text.substr(0, mark)}}, {}), {}, options);
  std::string printed;
  for (const diag::Finding& finding : report.findings.all())
    if (finding.code == code) printed += diag::print(finding, report.loaded->sources);
  return printed;
}

TEST_P(DesignPage, FindsWhatItShows) { test::hold_page(GetParam(), {"design", "findings", find}); }

INSTANTIATE_TEST_SUITE_P(Pages, DesignPage, testing::ValuesIn(test::pages_by("design")), test::page_test_name);

}  // namespace
}  // namespace ferrule::api
