#include "api/design_trays.h"

#include <algorithm>
#include <limits>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <fmt/format.h>

#include "base/text.h"
#include "check/proof.h"
#include "effort/tray_loads.h"
#include "effort/tray_spans.h"
#include "synth/codes.h"
#include "synth/lead_around.h"

namespace ferrule::api {
namespace {

bool any_section(const plant::Measures& measures) {
  return std::any_of(measures.trays.begin(), measures.trays.end(),
                     [](const plant::TrayMeasures& tray) { return tray.width && tray.depth; });
}

std::string in_percent(std::int64_t hundredths) { return fmt::format("{} %", (hundredths + 50) / 100); }

diag::Place place_in(const Loaded& project, const std::string& tray) {
  for (const plant::Tray& own : project.plant.trays)
    if (own.name == tray) return own.place;
  return {};
}

std::string words_of_limit(const effort::TrayLoad& load) {
  if (load.bursts()) return ", more than it holds";
  return load.limit_assumed ? fmt::format(", more than {}, a rule of thumb where no `fill` is stated", in_percent(load.limit))
                            : fmt::format(", and its `fill` is {}", in_percent(load.limit));
}

void say_over(const effort::TrayLoad& load, const plant::Tray& tray, const Loaded& project, const TraysHeld& held,
              diag::Findings& findings) {
  auto finding = synth::say(
      findings, synth::kTrayTooFull, place_in(project, tray.name),
      fmt::format("tray {} would be filled to {}{}", printable(tray.name), in_percent(*load.fill()), words_of_limit(load)));
  if (load.over_for_certain()) finding.finding().severity = diag::Severity::kError;
  finding.note(fmt::format("{} lie side by side in its fullest stretch", counted(load.side_by_side, "cable")));
  if (load.diameter_estimated) finding.note("the thickness of some is an estimate (data/cable_sizes.csv)");
  if (load.without_diameter > 0)
    finding.note(fmt::format("{} of unknown thickness not counted", counted(load.without_diameter, "cable")));
  finding.note(held.longer_fails ? "led around it, cables would be too long for their links"
                                 : "no other way along trays has room for enough of them, in lengths that are sold");
  finding.help(held.all_structured ? "a wider tray, or one more"
                                   : "trunks between panels instead of cords (`as: structured`), a wider tray, or one more");
}

struct Laid {  // what lies in the trays of a plant
  const Loaded& of;
  effort::CableSizes sizes;
  effort::LaidCables cables;

  explicit Laid(const CheckReport& made) : of(*made.loaded), sizes(of.plant, of.measures, of.facts) {
    effort::Sites sites(of.plant);
    cables = effort::laid_cables(of.plant, *made.proof, sites);
  }
  std::vector<effort::TrayLoad> loads() const { return effort::tray_loads(of.plant, of.measures, cables, sizes, std::nullopt); }
};

bool too_full(const effort::TrayLoad& load) { return load.bursts() || load.over(); }

std::optional<std::int64_t> limit_of(const effort::TrayLoad& load) {
  constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max() / 4;  // loads are added to it
  constexpr std::int64_t kWhole = 10'000;
  if (!load.tray_um2) return std::nullopt;
  return static_cast<std::int64_t>(std::min<Wide>(static_cast<Wide>(*load.tray_um2) * load.limit / kWhole, kMost));
}

constexpr std::uint32_t kNotDrawn = plant::kNone;

// By tray of the plant: which of the hall's it is.
std::vector<std::uint32_t> trays_of_hall(const plant::Plant& plant, const synth::Hall& hall) {
  std::unordered_map<std::string_view, std::uint32_t> by_name;
  for (std::uint32_t i = 0; i < hall.trays.size(); ++i) by_name.emplace(hall.trays[i].name, i);
  std::vector<std::uint32_t> out;
  for (const plant::Tray& tray : plant.trays) {
    const auto at = by_name.find(tray.name);
    out.push_back(at == by_name.end() ? kNotDrawn : at->second);
  }
  return out;
}

std::vector<synth::RoutedCable> routed_cables(const Laid& laid, const std::vector<std::uint32_t>& hall_tray,
                                              const synth::Plan& plan) {
  const plant::Plant& plant = laid.of.plant;
  std::unordered_map<std::string_view, std::uint32_t> by_id;
  for (std::uint32_t i = 0; i < plan.cables.size(); ++i) by_id.emplace(plan.cables[i].id, i);
  std::vector<synth::RoutedCable> out;
  for (const effort::LaidCable& cable : laid.cables.cables) {
    const auto lying = plant.laying.find(cable.asset);
    const std::int64_t section = laid.sizes.of(cable.type).section_um2();
    if (lying == plant.laying.end() || section <= 0) continue;
    const std::vector<std::uint32_t>& trays = lying->second.trays;
    const auto spans =
        effort::tray_spans(plant, trays, laid.cables.sets.only(cable.racks_a), laid.cables.sets.only(cable.racks_b));
    synth::RoutedCable routed{std::nullopt, section, {}};
    for (std::size_t i = 0; i < trays.size(); ++i)
      if (hall_tray[trays[i]] != kNotDrawn) routed.stretches.emplace_back(hall_tray[trays[i]], spans[i].from, spans[i].to);
    if (const auto at = by_id.find(plant.asset_spelled(cable.asset)); at != by_id.end()) routed.cable = at->second;
    out.push_back(std::move(routed));
  }
  return out;
}

}  // namespace

std::optional<synth::Plan> led_around_full_trays(const CheckReport& made, const synth::Plan& plan, const synth::Hall& hall,
                                                 synth::OrderLengthOf order, Length slack) {
  if (made.proof == nullptr || !any_section(made.loaded->measures)) return std::nullopt;
  const Laid laid(made);
  const std::vector<effort::TrayLoad> loads = laid.loads();
  if (std::none_of(loads.begin(), loads.end(), too_full)) return std::nullopt;
  const std::vector<std::uint32_t> hall_tray = trays_of_hall(laid.of.plant, hall);
  synth::AroundRequest request{hall, {}, routed_cables(laid, hall_tray, plan), std::move(order), slack};
  request.limits.resize(hall.trays.size());
  for (std::size_t i = 0; i < loads.size(); ++i)
    if (hall_tray[i] != kNotDrawn) request.limits[hall_tray[i]] = limit_of(loads[i]);
  synth::Plan around = plan;
  synth::lead_around(std::move(request), around);
  const auto led = [](const synth::PlanCable& cable) { return cable.detour.has_value(); };
  return std::any_of(around.cables.begin(), around.cables.end(), led) ? std::optional(std::move(around)) : std::nullopt;
}

void hold_trays(const CheckReport& made, const Loaded& project, const TraysHeld& held, diag::Findings& findings) {
  if (made.proof == nullptr || !any_section(made.loaded->measures)) return;
  const std::vector<effort::TrayLoad> loads = Laid(made).loads();
  for (std::size_t i = 0; i < loads.size(); ++i)
    if (too_full(loads[i])) say_over(loads[i], made.loaded->plant.trays[i], project, held, findings);
}

}  // namespace ferrule::api
