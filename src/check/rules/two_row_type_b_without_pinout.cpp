// explanation, examples and tests: docs/rules/two-row-type-b-without-pinout.md
#include <fmt/format.h>

#include "check/rule.h"

namespace ferrule::check {

// "Type B" over two rows names two different products; which one was bought decides whether light arrives.
void two_row_type_b_without_pinout(const View& view, Report& report) {
  std::vector<std::vector<std::uint32_t>> assets(view.plant.types.size());
  bool any = false;
  for (std::size_t type = 0; type < view.plant.types.size(); ++type) {
    const plant::PartType& part = view.plant.types[type];
    any = any || (!part.map_known && part.claims == "B" && !part.faces.empty() && part.faces[0].face.rows > 1);
  }
  if (!any) return;
  for (std::uint32_t asset = 0; asset < view.plant.asset_count(); ++asset) {
    const std::uint32_t type = view.plant.face_info(view.plant.asset_first[asset]).type;
    const plant::PartType& part = view.plant.types[type];
    if (!part.map_known && part.claims == "B" && part.faces[0].face.rows > 1) assets[type].push_back(asset);
  }
  for (std::size_t type = 0; type < assets.size(); ++type) {
    if (assets[type].empty()) continue;
    const int fibres = view.plant.types[type].faces[0].face.size();
    report
        .assets(std::move(assets[type]),
                fmt::format("{} is Type B over {} fibres, which names two products: full reversal and row-preserving",
                            view.plant.types[type].name, fibres))
        .note(fmt::format("full reversal (B{0}-R) takes 1 to {0}; row-preserving (B{0}-P) takes 1 to {1}", fibres, fibres / 2))
        .help(fmt::format("ask the vendor for the pin-out and write polarity: B{0}-R or B{0}-P", fibres));
    report.makes_unproven();
  }
}

}  // namespace ferrule::check
