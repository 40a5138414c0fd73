#include "api/design_ways.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>
#include <fmt/format.h>

#include "base/text.h"
#include "check/proof.h"
#include "effort/drop_loads.h"
#include "effort/tray_loads.h"
#include "effort/tray_spans.h"
#include "synth/codes.h"
#include "synth/lead_around.h"

namespace ferrule::api {
namespace {

using plant::kNone;

bool any_sized(const std::vector<plant::SectionMeasures>& all) {
  return std::any_of(all.begin(), all.end(), [](const plant::SectionMeasures& one) { return one.sized(); });
}

// What is held at all: a hall that states no sizes is not looked at.
WaysHeld held_of(const CheckReport& made, WaysHeld ways) {
  if (made.proof == nullptr) return {false, false};
  const plant::Measures& measures = made.loaded->measures;
  return {ways.trays && any_sized(measures.trays), ways.drops && any_sized(measures.drops)};
}

struct Laid {  // what lies in the trays and drops of a plant
  const Loaded& of;
  effort::CableSizes sizes;
  effort::LaidCables cables;
  std::vector<effort::TrayLoad> trays;
  std::vector<effort::DropLoad> drops;

  Laid(const CheckReport& made, WaysHeld ways) : of(*made.loaded), sizes(of.plant, of.measures, of.facts) {
    effort::Sites sites(of.plant);
    cables = effort::laid_cables(of.plant, *made.proof, sites);
    if (ways.trays) trays = effort::tray_loads(of.plant, of.measures, cables, sizes, std::nullopt);
    if (ways.drops) drops = effort::drop_loads(of.plant, of.measures, cables, sizes, std::nullopt);
  }
  bool any_too_full() const {
    const auto full = [](const effort::Filling& one) { return one.too_full(); };
    return std::any_of(trays.begin(), trays.end(), full) || std::any_of(drops.begin(), drops.end(), full);
  }
};

// By tray or rack of the plant: which of the hall's it is, or kNone.
template <class InPlant, class InHall>
std::vector<std::uint32_t> indices_in_hall(const std::vector<InPlant>& in_plant, const std::vector<InHall>& in_hall) {
  std::unordered_map<std::string_view, std::uint32_t> by_name;
  for (std::uint32_t i = 0; i < in_hall.size(); ++i) by_name.emplace(in_hall[i].name, i);
  std::vector<std::uint32_t> out;
  for (const InPlant& one : in_plant) {
    const auto at = by_name.find(one.name);
    out.push_back(at == by_name.end() ? kNone : at->second);
  }
  return out;
}

class RoutedCables {
 public:
  RoutedCables(const Laid& laid, const synth::Plan& plan, const synth::Hall& hall)
      : laid_(laid),
        plant_(laid.of.plant),
        trays_(indices_in_hall(plant_.trays, hall.trays)),
        racks_(indices_in_hall(plant_.racks, hall.racks)) {
    for (std::uint32_t i = 0; i < plan.cables.size(); ++i) by_id_.emplace(plan.cables[i].id, i);
    limits_.resize(hall.trays.size());
    for (std::size_t i = 0; i < laid_.trays.size(); ++i)
      if (trays_[i] != kNone) limits_[trays_[i]] = laid_.trays[i].most_um2();
    drop_limits_.resize(hall.racks.size());
    // Of each rack, and not only where something comes down: cables may be led to another of its drops.
    for (std::uint32_t rack = 0; rack < racks_.size() && !laid_.drops.empty(); ++rack) {
      if (racks_[rack] == kNone) continue;
      effort::Filling drop;
      drop.hold_to(laid_.of.measures.drop(rack), std::nullopt);
      drop_limits_[racks_[rack]] = drop.most_um2();
    }
  }

  synth::AroundRequest request(const synth::Hall& hall, synth::OrderLengthOf order, Length slack) const {
    synth::AroundRequest out{hall, limits_, drop_limits_, {}, std::move(order), slack};
    for (const effort::LaidCable& cable : laid_.cables.cables) {
      const auto lying = plant_.laying.find(cable.asset);
      const std::int64_t section = laid_.sizes.of(cable.type).section_um2();
      if (lying != plant_.laying.end() && section > 0) out.cables.push_back(routed(cable, lying->second.trays, section));
    }
    return out;
  }

 private:
  synth::RoutedCable routed(const effort::LaidCable& cable, const std::vector<std::uint32_t>& trays, std::int64_t section) const {
    const effort::RackSets& sets = laid_.cables.sets;
    const auto spans = effort::tray_spans(plant_, trays, sets.only(cable.racks_a), sets.only(cable.racks_b));
    synth::RoutedCable out{std::nullopt, section, {}};
    for (std::size_t i = 0; i < trays.size(); ++i)
      if (trays_[trays[i]] != kNone) out.stretches.emplace_back(trays_[trays[i]], spans[i].from, spans[i].to);
    const effort::TrayEnds ends = effort::tray_ends(plant_, cable, laid_.cables);
    add_drops(cable.racks_a, ends.a, out);
    add_drops(cable.racks_b, ends.b, out);
    if (const auto at = by_id_.find(plant_.asset_spelled(cable.asset)); at != by_id_.end()) out.cable = at->second;
    return out;
  }

  void add_drops(std::uint32_t racks, std::uint32_t tray, synth::RoutedCable& out) const {
    if (tray == kNone || trays_[tray] == kNone) return;
    for (const std::uint32_t rack : laid_.cables.sets.racks(racks))
      if (racks_[rack] != kNone) out.drops.push_back({racks_[rack], trays_[tray]});
  }

  const Laid& laid_;
  const plant::Plant& plant_;
  std::vector<std::uint32_t> trays_, racks_;
  std::unordered_map<std::string_view, std::uint32_t> by_id_;  // cables of the plan
  std::vector<std::optional<std::int64_t>> limits_, drop_limits_;
};

std::string words_of_limit(const effort::Filling& filling) {
  if (filling.bursts()) return ", more than it holds";
  return filling.limit_assumed ? fmt::format(", more than {}, a rule of thumb where no `fill` is stated", filling.limit_spelled())
                               : fmt::format(", and its `fill` is {}", filling.limit_spelled());
}

template <class Named>
diag::Place place_of(const std::vector<Named>& all, const std::string& name) {
  const auto own = std::find_if(all.begin(), all.end(), [&](const Named& one) { return one.name == name; });
  return own == all.end() ? diag::Place{} : own->place;
}

struct Full {
  const effort::Filling& filling;
  std::string what;  // "tray T1"
  std::string what_is_there;
  std::string wider;  // what helps beside trunks
};

void say_full(const Full& full, const synth::DesignCode& code, diag::Place place, const LedAround& led,
              diag::Findings& findings) {
  const effort::Filling& filling = full.filling;
  auto finding =
      synth::say(findings, code, place,
                 fmt::format("{} would be filled to {}{}", full.what, filling.fill_spelled(), words_of_limit(filling)));
  if (filling.over_for_certain()) finding.finding().severity = diag::Severity::kError;
  finding.note(full.what_is_there);
  if (filling.diameter_estimated) finding.note("the thickness of some is an estimate (data/cable_sizes.csv)");
  if (filling.without_diameter > 0)
    finding.note(fmt::format("{} of unknown thickness not counted", counted(filling.without_diameter, "cable")));
  finding.note(led.longer_fails ? "led around it, cables would be too long for their links"
                                : "no other way along trays has room for enough of them, in lengths that are sold");
  finding.help((led.all_structured ? "" : "trunks between panels instead of cords (`as: structured`), ") + full.wider);
}

}  // namespace

std::optional<synth::Plan> led_around_full_ways(const CheckReport& made, WaysHeld ways, const synth::Plan& plan,
                                                const synth::Hall& hall, synth::OrderLengthOf order, Length slack) {
  ways = held_of(made, ways);
  if (!ways.trays && !ways.drops) return std::nullopt;
  const Laid laid(made, ways);
  if (!laid.any_too_full()) return std::nullopt;
  synth::Plan around = plan;
  synth::lead_around(RoutedCables(laid, plan, hall).request(hall, std::move(order), slack), around);
  const auto led = [](const synth::PlanCable& cable) { return cable.detour.has_value(); };
  return std::any_of(around.cables.begin(), around.cables.end(), led) ? std::optional(std::move(around)) : std::nullopt;
}

void hold_ways(const CheckReport& made, const Loaded& project, WaysHeld ways, const LedAround& led, diag::Findings& findings) {
  ways = held_of(made, ways);
  if (!ways.trays && !ways.drops) return;
  const Laid laid(made, ways);
  const plant::Plant& plant = made.loaded->plant;
  for (std::size_t i = 0; i < laid.trays.size(); ++i) {
    const effort::TrayLoad& load = laid.trays[i];
    if (load.too_full())
      say_full({load, "tray " + printable(plant.trays[i].name),
                fmt::format("{} lie side by side in its fullest stretch", counted(load.side_by_side, "cable")),
                "a wider tray, or one more"},
               synth::kTrayTooFull, place_of(project.plant.trays, plant.trays[i].name), led, findings);
  }
  for (const effort::DropLoad& load : laid.drops)
    if (load.too_full())
      say_full({load, effort::spell(load, plant), fmt::format("{} come down there", counted(load.cables, "cable")),
                "a wider drop, or fewer devices in the rack"},
               synth::kDropTooFull, place_of(project.plant.racks, plant.racks[load.rack].name), led, findings);
}

}  // namespace ferrule::api
