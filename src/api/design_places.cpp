#include "api/design_places.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <fmt/format.h>

#include "api/panel_room.h"
#include "place/solve.h"
#include "synth/codes.h"

namespace ferrule::api {
namespace {

// A book in which a cable costs as many hundredths as it has centimetres: the least cost is the least cable.
place::PriceBook metres() {
  facts::PriceSegment segment;
  segment.per_metre = 10'000;
  segment.factor = 10'000;
  return {"metres", "m", {"cable"}, {place::CablePrice({segment})}};
}

constexpr std::int64_t kMillimetresOfUnit = 10;

// Small halls are settled long before a large one is: about a second for two hundred devices and more.
std::uint64_t effort_for(const synth::Net& net) {
  constexpr std::uint64_t kOfDevice = 3'000'000;
  return std::min<std::uint64_t>(place::kUsualEffort, kOfDevice * net.devices.size());
}

// Units that are kept free for panels: devices share them, so that less may do; whether it does is seen when panels are hung.
enum class ForPanels { kEachDevice, kOneInRack, kNone };

// Between which units of two racks a cable is taken to run: units are given out later.
enum class Ways { kHalfWayUp, kShortest };

class Problem {
 public:
  Problem(const lang::Design& design, const synth::Net& net, synth::Hall& hall,
          const std::vector<std::optional<synth::Stand>>& stands, bool by_rule)
      : design_(design), net_(net), hall_(hall), stands_(stands), by_rule_(by_rule) {}

  place::PlacementProblem make(ForPanels kept, Ways ways = Ways::kHalfWayUp) {
    ways_ = ways;
    place::PlacementProblem problem;
    problem.nodes = static_cast<std::uint32_t>(net_.devices.size());
    add_connections(problem);
    add_heights(problem, kept == ForPanels::kEachDevice);
    add_hall(problem, kept == ForPanels::kOneInRack ? 1 : 0);
    return problem;
  }

 private:
  void add_connections(place::PlacementProblem& problem) {
    std::map<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>, std::uint32_t> cables;
    panel_ports_.assign(net_.devices.size(), 0);
    for (const synth::NetLink& link : net_.links) {
      ++cables[{link.a.device, link.b.device, by_rule_ ? link.rule : 0}];
      if (design_.wishes[link.rule].cabling != synth::Cabling::kStructured) continue;
      ++panel_ports_[link.a.device];
      ++panel_ports_[link.b.device];
    }
    for (const auto& [ends, count] : cables)
      problem.connections.push_back({std::get<0>(ends), std::get<1>(ends), count, std::get<2>(ends)});
  }

  void add_heights(place::PlacementProblem& problem, bool with_panels) const {
    int densest = 1;
    for (const synth::CablingWish& wish : design_.wishes) densest = std::max(densest, wish.panel_ports);
    for (std::uint32_t d = 0; d < net_.devices.size(); ++d) {
      const auto panels =
          static_cast<int>((panel_ports_[d] + static_cast<std::uint32_t>(densest) - 1) / static_cast<std::uint32_t>(densest));
      const bool stands = stands_[d].has_value();  // its room is given back to its rack in add_hall
      if (stands) problem.pins.push_back({d, stands_[d]->rack});
      const int own = stands ? stands_[d]->height : design_.fabric.tiers[net_.devices[d].tier].height;
      problem.heights.push_back(static_cast<std::uint32_t>(own + (with_panels ? panels : 0)));
    }
  }

  void add_hall(place::PlacementProblem& problem, int kept) {
    const auto racks = static_cast<std::uint32_t>(hall_.racks.size());
    for (std::uint32_t rack = 0; rack < racks; ++rack)
      problem.hall.room.push_back(static_cast<std::uint32_t>(std::max(0, hall_.free_units(rack) - kept)));
    for (const std::optional<synth::Stand>& stand : stands_)
      if (stand) problem.hall.room[stand->rack] += static_cast<std::uint32_t>(stand->height);
    constexpr int kHalfWay = 24;
    for (std::uint32_t a = 0; a < racks; ++a)
      for (std::uint32_t b = 0; b < racks; ++b) {
        const synth::Way way =
            ways_ == Ways::kShortest ? hall_.shortest_way(a, b) : hall_.way({a, kHalfWay, 1}, {b, kHalfWay, 1});
        problem.hall.length_mm.push_back(way.known ? way.length.millimetre : kUnknownWay);
      }
  }

  static constexpr std::int64_t kUnknownWay = 1'000'000;  // far enough to be avoided

  const lang::Design& design_;
  const synth::Net& net_;
  synth::Hall& hall_;
  const std::vector<std::optional<synth::Stand>>& stands_;
  const bool by_rule_;  // a cable of each rule has its own price
  Ways ways_ = Ways::kHalfWayUp;
  std::vector<std::uint32_t> panel_ports_;
};

void keep_free(const std::vector<int>& units, place::PlacementProblem& problem) {
  for (std::size_t rack = 0; rack < units.size(); ++rack)
    problem.hall.room[rack] -= std::min(problem.hall.room[rack], static_cast<std::uint32_t>(units[rack]));
}

struct FoundPlaces {
  tl::expected<place::Placement, place::Clash> placed;
  place::Money least;
  bool by_price = false;
};

FoundPlaces placed_by(const place::PriceBook& book, bool by_price, const lang::Design& design, const synth::Net& net,
                      synth::Hall& hall, const std::vector<std::optional<synth::Stand>>& stands) {
  Problem problem(design, net, hall, stands, by_price);
  const place::PlacementOptions options{.effort = effort_for(net), .seed = 1};
  FoundPlaces found{place::solve(problem.make(ForPanels::kEachDevice), book, options), {}, by_price};
  for (const ForPanels kept : {ForPanels::kOneInRack, ForPanels::kNone})
    if (!found.placed) found.placed = place::solve(problem.make(kept), book, options);
  if (!found.placed) return found;
  // Units kept free are our own wish, and units are given out later: the bound is of all arrangements.
  const Ways ways = by_price ? Ways::kShortest : Ways::kHalfWayUp;
  const auto without = place::solve(problem.make(ForPanels::kNone, ways), book, {.effort = 1, .seed = 1});
  found.least = without ? (by_price ? without->least : std::min(found.placed->least, without->least)) : place::Money{};
  return found;
}

}  // namespace

PlacesReport find_places(const lang::Design& design, const synth::Net& net, synth::Hall& hall,
                         const std::vector<std::optional<synth::Stand>>& stands, const std::optional<place::PriceBook>& prices,
                         diag::Findings& findings) {
  PlacesReport report;
  report.racks.resize(net.devices.size());
  const auto free = [&](std::uint32_t d) { return !stands[d].has_value() && !net.devices[d].stands; };
  for (std::uint32_t d = 0; d < net.devices.size(); ++d) report.free += free(d);
  // A table of ways between all pairs of more racks would take longer than anybody waits; the first with room does then.
  constexpr std::size_t kMostRacks = 2000;
  const bool somewhere =
      std::all_of(hall.racks.begin(), hall.racks.end(), [](const synth::HallRack& rack) { return rack.placed; });
  if (report.free == 0 || hall.racks.empty() || !somewhere || hall.racks.size() > kMostRacks) return report.free = 0, report;
  FoundPlaces found = placed_by(prices ? *prices : metres(), prices.has_value(), design, net, hall, stands);
  // Where a list sells no cable that is long enough, metres are told instead, and the cable that is too long after that.
  if (!found.placed && prices) found = placed_by(metres(), false, design, net, hall, stands);
  if (!found.placed) {
    synth::say(findings, synth::kDoesNotFitRack, design.fabric.place, found.placed.error().message)
        .note("nodes are devices in the order of their tiers, racks those of the project")
        .help("more racks, more units in them, or fewer devices");
    report.free = 0;
    return report;
  }
  for (std::uint32_t d = 0; d < net.devices.size(); ++d)
    if (free(d)) report.racks[d] = found.placed->rack[d];
  report.cable = found.placed->length;
  if (found.by_price)
    report.least_cost = found.least;
  else
    report.least = {found.least.hundredths * kMillimetresOfUnit};
  return report;
}

std::optional<PlacesReport> with_panel_room(const PlacesReport& found, const lang::Design& design, const synth::Net& net,
                                            synth::Hall& hall, const std::vector<std::optional<synth::Stand>>& stands,
                                            const std::optional<place::PriceBook>& prices, const PanelRoomWanted& wanted) {
  if (found.free == 0 || !wanted.count.any()) return std::nullopt;
  std::vector<std::uint32_t> start;
  for (std::uint32_t d = 0; d < net.devices.size(); ++d) {
    if (!stands[d] && !found.racks[d]) return std::nullopt;  // nobody knows where it stands
    start.push_back(stands[d] ? stands[d]->rack : *found.racks[d]);
  }
  Problem by_price(design, net, hall, stands, prices.has_value());
  place::PlacementProblem roomy = by_price.make(ForPanels::kEachDevice);
  keep_free(std::vector<int>(hall.racks.size(), wanted.margin), roomy);
  const place::PlacementOptions options{.effort = effort_for(net), .seed = 1};
  if (const auto placed = place::solve(roomy, prices ? *prices : metres(), options)) start = placed->rack;
  place::PlacementProblem problem = Problem(design, net, hall, stands, false).make(ForPanels::kNone);
  keep_free(wanted.kept, problem);
  const auto racks = find_panel_room(problem, wanted.count, std::move(start));
  if (!racks) return std::nullopt;
  PlacesReport moved = found;
  moved.cable = {};
  for (const place::Connection& each : problem.connections)
    moved.cable.millimetre += problem.hall.length((*racks)[each.a], (*racks)[each.b]).millimetre * each.cables;
  for (std::uint32_t d = 0; d < net.devices.size(); ++d)
    if (moved.racks[d]) moved.racks[d] = (*racks)[d];
  return moved;
}

}  // namespace ferrule::api
