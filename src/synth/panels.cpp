#include "synth/panels.h"

#include <fmt/format.h>

#include "synth/codes.h"

namespace ferrule::synth {

namespace {

std::string module_rears(const std::string& panel, int first, int count, int rears) {
  if (count == 1) return fmt::format("{}/{}/rear[1-{}]", panel, first, rears);
  std::string slots, plugs;
  for (int place = first; place < first + count; ++place)
    for (int rear = 1; rear <= rears; ++rear) {
      slots += fmt::format("{}{}", slots.empty() ? "" : ",", place);
      plugs += fmt::format("{}{}", plugs.empty() ? "" : ",", rear);
    }
  return fmt::format("{}/[{}]/rear[{}]", panel, slots, plugs);
}

}  // namespace

std::optional<PanelPlaces> Panels::take(std::uint32_t rack, std::uint32_t part, bool cassettes, int places, int count,
                                        diag::Place wish, std::uint32_t phase) {
  std::vector<std::uint32_t>& open = open_[{rack, part}];
  for (const std::uint32_t index : open) {
    PlanPanel& panel = plan_.panels[index];
    if (panel.slots_used + count > places || panel.phase > phase || (cassettes && panel.phase != phase)) continue;
    panel.slots_used += count;
    return PanelPlaces{index, panel.slots_used - count + 1, cassettes};
  }
  const std::optional<int> unit = hall_.take_down(rack, 1);
  if (!unit) {
    say_full(rack, cassettes, wish, phase);
    return std::nullopt;
  }
  std::string name = fmt::format("{}-P{}", hall_.racks[rack].name, ++hung_[rack]);
  while (names_ != nullptr && names_->contains(name)) name = fmt::format("{}-P{}", hall_.racks[rack].name, ++hung_[rack]);
  PlanPanel panel{std::move(name), {rack, *unit, 1}, part, cassettes ? places : 0, count, phase};
  plan_.panels.push_back(std::move(panel));
  open.push_back(static_cast<std::uint32_t>(plan_.panels.size() - 1));
  return PanelPlaces{open.back(), 1, cassettes};
}

void Panels::add_standing(std::uint32_t part, const StandingPanel& panel) {
  plan_.panels.push_back({panel.name, panel.stand, part, 0, panel.used, 0, true});
  open_[{panel.rack, part}].push_back(static_cast<std::uint32_t>(plan_.panels.size() - 1));
}

// Where it hung, or as high as there is room.
void Panels::add_kept(std::uint32_t part, const KeptPanel& panel, std::optional<int> used) {
  PlanPanel out{panel.name, panel.stand, part, panel.cassettes, panel.cassettes, panel.phase};
  out.kept = true;
  out.moved = !panel.hangs;
  if (out.moved) {
    const std::optional<int> unit = hall_.take_down(panel.stand.rack, panel.stand.height);
    if (!unit) say_full(panel.stand.rack, panel.cassettes > 0, {}, panel.phase);
    out.stand.unit = unit.value_or(panel.stand.unit);
  }
  if (used) {
    out.slots_used = *used;
    open_[{panel.stand.rack, part}].push_back(static_cast<std::uint32_t>(plan_.panels.size()));
  }
  plan_.panels.push_back(std::move(out));
}

void Panels::say_full(std::uint32_t rack, bool cassettes, diag::Place wish, std::uint32_t phase) {
  if (!full_.insert(rack).second) return;
  auto finding = say(findings_, kDoesNotFitRack, hall_.racks[rack].place,
                     fmt::format("rack {} has no unit left for a panel{}", hall_.racks[rack].name,
                                 phases_.empty() ? std::string() : " in " + phases_[phase]));
  if (wish.known()) finding.note(wish, "it is asked for here");
  finding.help(
      fmt::format("fewer devices in it, denser panels (`{}`), or direct cords", cassettes ? "panel_cassettes" : "panel_ports"));
}

std::string Panels::rear(const PanelPlaces& places, int count, int rears) const {
  const std::string& name = plan_.panels[places.panel].name;
  if (rears > 1) return module_rears(name, places.first, count, rears);
  return count == 1 ? fmt::format("{}/{}/rear", name, places.first)
                    : fmt::format("{}/[{}-{}]/rear", name, places.first, places.first + count - 1);
}

std::string Panels::front(const PanelPlaces& places, int link, int of_leg) const {
  const std::string& name = plan_.panels[places.panel].name;
  return places.cassettes ? fmt::format("{}/{}/{}", name, places.first + link / of_leg, link % of_leg + 1)
                          : fmt::format("{}/{}", name, places.first + link);
}

}  // namespace ferrule::synth
