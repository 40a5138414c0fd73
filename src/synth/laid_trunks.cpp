#include "synth/laid_trunks.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferrule::synth {

LaidTrunks::Key LaidTrunks::key(std::uint32_t rack_a, std::uint32_t rack_b, const Recipe& recipe, int panel_ports, Side side) {
  std::string parts = recipe.trunk + "\n" + recipe.panel;
  if (side != Side::kAny) parts += side == Side::kA ? "\nA" : "\nB";
  if (!recipe.far_panel.empty()) parts += "\n" + recipe.far_panel;
  if (recipe.far_fronts > 0) parts += fmt::format("\n{}", rack_a);  // its ends take other cords
  if (!recipe.cassettes) parts += "\n" + std::to_string(panel_ports);
  return {std::min(rack_a, rack_b), std::max(rack_a, rack_b), std::move(parts)};
}

int legs_for(int links, int links_of_leg, int spare_percent) {
  const int legs = (links + links_of_leg - 1) / links_of_leg;
  return legs + (legs * spare_percent + 99) / 100;
}

int plugs_lit(int links, int links_of_leg, int rears) { return (links + links_of_leg - 1) / links_of_leg * rears; }

int links_that_fit(const std::vector<LaidTrunk>& trunks, int links, int links_of_leg, int spare_percent) {
  const int laid = legs_laid(trunks), carried = links_carried(trunks);
  int fit = std::min(links, laid * links_of_leg - carried);
  while (fit > 0 && legs_for(carried + fit, links_of_leg, spare_percent) > laid) --fit;
  return std::max(fit, 0);
}

int legs_laid(const std::vector<LaidTrunk>& trunks) {
  int legs = 0;
  for (const LaidTrunk& trunk : trunks) legs += trunk.legs;
  return legs;
}

int links_carried(const std::vector<LaidTrunk>& trunks) {
  int links = 0;
  for (const LaidTrunk& trunk : trunks) links += trunk.links;
  return links;
}

}  // namespace ferrule::synth
