#include "api/trunk_sizes.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "api/plant_hall.h"
#include "synth/placing.h"

namespace ferrule::api {
namespace {

using synth::CablingWish;

struct SoldSize {
  int plugs;
  bool usual;
};
// Assumed from what trunks are listed with: 12, 24, 48, 72, 96, 144 and 288 fibres in nearly every catalogue, the others in some.
constexpr SoldSize kSold[] = {{1, true}, {2, true},  {3, false},  {4, true},   {6, true},
                              {8, true}, {12, true}, {16, false}, {18, false}, {24, true}};
constexpr std::size_t kMostUsual = 6;

bool is_asked(const CablingWish& wish, bool any_structured) {
  return wish.cabling == synth::Cabling::kStructured || !any_structured;
}

bool states_sizes(const CablingWish& wish) {
  return std::any_of(wish.stated.begin(), wish.stated.end(), [](const auto& each) { return each.key == "trunks"; });
}

// Of duplex links one plug carries several. Of parallel ones it counts as one over conversions as well: no size is left out then.
std::uint64_t links_of_plug(const Loaded& loaded, const lang::Design& design, const CablingWish& wish) {
  constexpr int kUsualBase = 12;
  for (const synth::PortRun* run : design.fabric.all_runs()) {
    const facts::Optic* optic = loaded.facts.optic(run->optic);
    const facts::Connector* plug = optic == nullptr ? nullptr : loaded.facts.connector(optic->connector);
    if (plug == nullptr || plug->rows * plug->columns > 2) return 1;
  }
  return static_cast<std::uint64_t>((wish.base > 0 ? wish.base : kUsualBase) / 2);
}

// Links of each rule between the two racks that have most; of devices that stand nowhere yet all could be.
std::vector<std::uint64_t> most_links_between_racks(const Loaded& loaded, const lang::Design& design) {
  diag::Findings none;
  const synth::Net net = synth::expand(design.fabric, none);
  synth::Hall hall = hall_of(loaded.plant, design.fabric, none);
  const auto stands = synth::place_given(design.fabric, net, hall, none);
  const std::size_t rules = design.fabric.rules.size();
  std::map<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>, std::uint64_t> links;
  std::vector<std::uint64_t> unknown(rules), most(rules);
  for (const synth::NetLink& link : net.links) {
    const auto &a = stands[link.a.device], &b = stands[link.b.device];
    if (!a || !b)
      ++unknown[link.rule];
    else if (a->rack != b->rack)
      most[link.rule] = std::max(most[link.rule], ++links[{link.rule, std::min(a->rack, b->rack), std::max(a->rack, b->rack)}]);
  }
  for (std::size_t rule = 0; rule < rules; ++rule) most[rule] += unknown[rule];
  return most;
}

}  // namespace

std::vector<OfferedSize> trunk_sizes(const Loaded& loaded, const lang::Design& design) {
  const auto& wishes = design.wishes;
  const bool any_structured = std::any_of(wishes.begin(), wishes.end(),
                                          [](const CablingWish& wish) { return wish.cabling == synth::Cabling::kStructured; });
  std::set<int> stated;
  bool any_open = false;
  int places = 0;  // of a panel: a trunk ends in one
  std::uint64_t plugs_needed = 1;
  const std::vector<std::uint64_t> links = most_links_between_racks(loaded, design);
  for (std::size_t rule = 0; rule < wishes.size(); ++rule) {
    if (!is_asked(wishes[rule], any_structured)) continue;
    const std::uint64_t of_plug = links_of_plug(loaded, design, wishes[rule]);
    places = std::max(places, of_plug > 1 ? wishes[rule].panel_cassettes : wishes[rule].panel_ports);
    if (states_sizes(wishes[rule])) {
      stated.insert(wishes[rule].trunk_legs.begin(), wishes[rule].trunk_legs.end());
    } else {
      any_open = true;
      plugs_needed = std::max(plugs_needed, (links[rule] + of_plug - 1) / of_plug);
    }
  }
  std::vector<OfferedSize> out;
  if (!any_open) {
    for (const int plugs : stated) out.push_back({plugs, true});
  } else {
    for (const SoldSize& sold : kSold)
      if (sold.plugs <= places && static_cast<std::uint64_t>(sold.plugs) <= plugs_needed)
        out.push_back({sold.plugs, sold.usual || stated.contains(sold.plugs)});
  }
  // The smallest are the first that a table can do without.
  auto usual = static_cast<std::size_t>(std::count_if(out.begin(), out.end(), [](const OfferedSize& one) { return one.usual; }));
  for (OfferedSize& one : out) {
    if (usual <= kMostUsual) break;
    usual -= one.usual;
    one.usual = false;
  }
  return out.size() < 2 ? std::vector<OfferedSize>() : out;  // with one size alone, that is the plan
}

}  // namespace ferrule::api
