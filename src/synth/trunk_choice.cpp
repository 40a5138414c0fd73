#include "synth/trunk_choice.h"

#include <fmt/format.h>

#include "base/text.h"
#include "synth/codes.h"
#include "synth/lengths.h"
#include "synth/part_names.h"
#include "synth/trunks.h"

namespace ferrule::synth {

const std::vector<int>& TrunkChoice::choose(std::uint32_t rule, std::uint32_t rack_a, std::uint32_t rack_b, int legs, Side side) {
  const std::optional<Length> length =
      request_.price ? order_between(request_.hall, rack_a, rack_b, request_.slack, request_.order, side) : std::nullopt;
  const auto [at, fresh] = sizes_.try_emplace({rule, legs, length.value_or(Length{}).millimetre});
  if (!fresh) return at->second;
  const Recipe& recipe = request_.recipes[rule];
  const std::vector<int> sizes = trunk_places(recipe, request_.wishes[rule]);
  const int most = most_legs(recipe, request_.wishes[rule]);
  if (length) at->second = cheapest_trunks(legs, sizes, most, [&](int size) { return cost_with_panels(rule, size, *length); });
  if (at->second.empty()) at->second = choose_trunks(legs, sizes, most);
  return at->second;
}

// Of a trunk, and of the places that its plugs take in panels at both ends.
std::optional<std::int64_t> TrunkChoice::cost_with_panels(std::uint32_t rule, int size, Length length) const {
  const Recipe& recipe = request_.recipes[rule];
  const std::optional<std::int64_t> trunk = request_.price(trunk_of(recipe, size), length);
  if (!trunk) return std::nullopt;
  const int ports = near_places(recipe, request_.wishes[rule]);
  // Of a panel of 16 ports a trunk of 12 plugs leaves four that only a smaller one can take.
  const int places = request_.panels_of_a_size ? ports / (ports / size) : size;
  return *trunk + request_.wishes[rule].trunk_cost + panel_cost(recipe, ports, size, places, request_.price).value_or(0);
}

void TrunkChoice::say_none(std::uint32_t rule, diag::Findings& findings) {
  if (!said_.insert(rule).second) return;
  const CablingWish& wish = request_.wishes[rule];
  const Recipe& recipe = request_.recipes[rule];
  const int most = most_legs(recipe, wish);
  const bool slots = far_places(recipe, wish) == most && (recipe.cassettes || recipe.far_fronts > 0);
  say(findings, kNoPartFits, wish.place,
      fmt::format("no trunk of {} may be bought that a panel of {} holds", request_.fabric.rules[rule].name,
                  counted(static_cast<std::uint64_t>(most), slots ? "cassette" : "port")))
      .help(fmt::format("smaller `trunks`, or more `{}`{}", slots ? "panel_cassettes" : "panel_ports",
                        recipe.rears > 1 ? fmt::format("; a module takes {} plugs of one trunk", recipe.rears) : ""));
}

std::optional<std::int64_t> panel_cost(const Recipe& recipe, int panel_ports, int legs, int places, const PartPrice& price) {
  const std::optional<std::int64_t> near =
      price(recipe.cassettes ? recipe.panel : filled(recipe.panel, "ports", panel_ports), {});
  const std::optional<std::int64_t> far = recipe.far_panel.empty() ? near : price(recipe.far_panel, {});
  if (!near || !far) return std::nullopt;
  const std::int64_t at_near = recipe.cassettes ? *near * legs : *near * places / panel_ports;
  return at_near + (recipe.far_panel.empty() ? at_near : *far * legs);
}

}  // namespace ferrule::synth
