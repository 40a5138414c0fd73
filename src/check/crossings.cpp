#include "check/crossings.h"

namespace ferrule::check {

std::vector<Crossing> crossings(const View& view, std::uint32_t bundle, std::uint32_t end_step) {
  std::vector<Crossing> out;
  std::uint32_t at = view.plant.bundles[bundle].a;
  for (const std::uint32_t id : view.proof.light.way_to(end_step)) {
    const plant::Exit& exit = view.proof.light.exit(view.proof.light.step(id).from);
    if (!out.empty()) at = out.back().entered + static_cast<std::uint32_t>(exit.delta);
    out.push_back({at, view.plant.connectors[at].mate});
    if (out.back().entered == plant::kNone) break;
  }
  return out;
}

}  // namespace ferrule::check
