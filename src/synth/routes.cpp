#include "synth/routes.h"

#include <algorithm>
#include <array>
#include <map>
#include <fmt/format.h>

#include "synth/codes.h"

namespace ferrule::synth {
namespace {

using Taken = std::array<int, kSides>;  // links of a device, by route

// Fewer of this end first, then of the other; A of equal ones.
Side next_side(const Taken& a, const Taken& b) {
  constexpr auto kA = static_cast<std::size_t>(Side::kA), kB = static_cast<std::size_t>(Side::kB);
  if (a[kA] != a[kB]) return a[kA] < a[kB] ? Side::kA : Side::kB;
  return b[kA] <= b[kB] ? Side::kA : Side::kB;
}

}  // namespace

void choose_routes(const CablingRequest& request, const Fans& fans, std::vector<PlanLink>& links) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, Taken> taken;  // by rule and device
  std::map<std::uint32_t, Side> of_fan;
  for (std::uint32_t i = 0; i < links.size(); ++i) {
    const NetLink& link = request.net.links[i];
    const CablingWish& wish = request.wishes[link.rule];
    links[i].side = wish.route;
    if (!wish.both_routes) continue;
    Taken &a = taken[{link.rule, link.a.device}], &b = taken[{link.rule, link.b.device}];
    links[i].side = next_side(a, b);
    if (fans.has(i)) links[i].side = of_fan.try_emplace(fans.index_of(i), links[i].side).first->second;
    ++a[static_cast<std::size_t>(links[i].side)];
    ++b[static_cast<std::size_t>(links[i].side)];
  }
}

void say_routes_without_trays(const CablingRequest& request, diag::Findings& findings) {
  const auto& trays = request.hall.trays;
  for (std::size_t rule = 0; rule < request.wishes.size(); ++rule) {
    const CablingWish& wish = request.wishes[rule];
    for (const Side side : {Side::kA, Side::kB}) {
      if (!wish.both_routes && wish.route != side) continue;
      if (std::any_of(trays.begin(), trays.end(), [&](const TrayRun& tray) { return tray.side == side; })) continue;
      say(findings, kTraysDoNotConnect, wish.place,
          fmt::format("{} asks for route {}, and no tray is of it", request.fabric.rules[rule].name, spell(side)))
          .help(fmt::format("`side: {}` at the trays of that route; trays of none are of both", spell(side)));
      return;
    }
  }
}

}  // namespace ferrule::synth
