// Runs the pages of docs/rules that speak of designs: every ```design block is designed, and what the page's rule finds in it has to be
// the ```findings block behind it.
#include <algorithm>
#include <map>
#include <gtest/gtest.h>

#include "api/design.h"
#include "api/design_clash.h"
#include "diag/print.h"
#include "pages/page.h"
#include "synth/codes.h"

namespace ferrule::api {
namespace {

class DesignPage : public testing::TestWithParam<std::string> {};

// A line "# file: NAME" of a block begins another file beside plant.yaml.
std::map<std::string, std::string, std::less<>> files_of(const std::string& text) {
  constexpr std::string_view kMark = "# file: ";
  std::map<std::string, std::string, std::less<>> files;
  std::string name = "plant.yaml";
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    const std::string line = text.substr(at, end - at);
    if (line.starts_with(kMark))
      name = line.substr(kMark.size(), line.size() - kMark.size() - 1);
    else
      files[name] += line;
    at = end;
  }
  return files;
}

std::string find(const std::string& code, const std::string&, const std::string& text) {
  // A plant that stands comes behind the fabric, in a file of its own.
  constexpr std::string_view kStanding = "standing.yaml";
  std::map<std::string, std::string, std::less<>> files = files_of(text), standing;
  DesignOptions options;
  if (const auto at = files.find(kStanding); at != files.end()) {
    standing.emplace(kStanding, at->second);
    files.erase(at);
    options.standing = kStanding;
    options.texts = &standing;
  }
  const auto read = [&] { return load_texts(files, {}); };
  DesignReport report = design(read(), {}, options);
  if (code == synth::kNoPlan.code) explain_no_plan({read, {}, {}, options}, report);
  std::string printed;
  for (const diag::Finding& finding : report.findings.all())
    if (finding.code == code) printed += diag::print(finding, report.loaded->sources);
  return printed;
}

TEST_P(DesignPage, FindsWhatItShows) { test::hold_page(GetParam(), {"design", "findings", find}); }

INSTANTIATE_TEST_SUITE_P(Pages, DesignPage, testing::ValuesIn(test::pages_by("design")), test::page_test_name);

}  // namespace
}  // namespace ferrule::api
