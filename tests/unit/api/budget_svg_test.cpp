// The drawings of every example, held to the same rule as random ones: no two texts meet, none leaves the view.
#include "api/budget_svg.h"

#include <gtest/gtest.h>

#include "drawings/texts_apart.h"
#include "plants/projects.h"

namespace ferrule::api {
namespace {

using write::WaterfallWidth;

void expect_apart(const write::DrawnWaterfalls& drawn, const std::string& what) {
  ASSERT_EQ(tests::fault_of(drawn.drawing, drawn.height), "") << what;
}

TEST(BudgetSvg, ExamplesAndTheirTwinsAreReadable) {
  std::size_t drawings = 0;
  for (const std::string& folder : plants::projects({"examples", "tests/golden"})) {
    const LoadRequest project{.path = folder, .data = ""};
    const std::unique_ptr<Loaded> loaded = load(project);
    if (!loaded->readable || loaded->plant.link_count() == 0) continue;
    BudgetOptions options;
    const auto links = static_cast<std::uint32_t>(loaded->plant.link_count());
    for (const std::uint32_t link : {0U, links / 2, links - 1}) options.links.emplace_back(loaded->plant.link_name(link));
    const BudgetReport report = budget(project, options);
    for (const WaterfallWidth width : {WaterfallWidth::kPhone, WaterfallWidth::kPrint})
      expect_apart(write::draw_waterfalls(waterfalls_of(report), width), project.path);
    drawings += report.links.size();
  }
  EXPECT_GT(drawings, 30u);
}

}  // namespace
}  // namespace ferrule::api
