#include "synth/panels.h"

#include <algorithm>
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

// The first of `count` neighbouring places that are free.
int first_free(const PlanPanel& panel, int count) {
  int free = 0;
  for (int slot = 1; slot <= panel.slots_used; ++slot) {
    free = panel.empty.contains(slot) ? free + 1 : 0;
    if (free == count) return slot - count + 1;
  }
  return panel.slots_used - free + 1;
}

void fill(PlanPanel& panel, int first, int count) {
  for (int slot = first; slot < first + count; ++slot) panel.empty.erase(slot);
  panel.slots_used = std::max(panel.slots_used, first + count - 1);
}

}  // namespace

std::optional<PanelPlaces> Panels::take(std::uint32_t rack, std::uint32_t part, bool cassettes, int places, int count,
                                        diag::Place wish, std::uint32_t phase) {
  std::vector<std::uint32_t>& open = open_[{rack, part}];
  for (const std::uint32_t index : open) {
    PlanPanel& panel = plan_.panels[index];
    const int first = first_free(panel, count);
    if (first + count - 1 > places || panel.phase > phase || (cassettes && panel.phase != phase)) continue;
    fill(panel, first, count);
    return PanelPlaces{index, first, cassettes};
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
  const int slots = panel.slots.empty() ? 0 : panel.slots.back();
  PlanPanel out{panel.name, panel.stand, part, slots, slots, panel.phase};
  for (int slot = 1; slot < slots; ++slot)
    if (!std::binary_search(panel.slots.begin(), panel.slots.end(), slot)) out.empty.insert(slot);
  out.kept = true;
  out.moved = !panel.hangs;
  if (out.moved) {
    const std::optional<int> unit = hall_.take_down(panel.stand.rack, panel.stand.height);
    if (!unit) say_full(panel.stand.rack, slots > 0, {}, panel.phase);
    out.stand.unit = unit.value_or(panel.stand.unit);
  }
  if (used) out.slots_used = *used;
  if (used || slots > 0) open_[{panel.stand.rack, part}].push_back(static_cast<std::uint32_t>(plan_.panels.size()));
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
