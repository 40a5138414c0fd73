#include "synth/lengths.h"

#include <algorithm>
#include <fmt/format.h>

#include "synth/codes.h"

namespace ferrule::synth {
namespace {

CableKind kind_of(const PlanCable& cable) {
  return cable.trunk ? CableKind::kTrunk : cable.is_harness() ? CableKind::kHarness : CableKind::kCord;
}

std::string of_hall(const HallRack& rack) { return rack.hall.empty() ? "" : " of hall " + rack.hall; }

}  // namespace

Length rounded_up(Length needed) {
  constexpr std::int64_t kRounding = 100;  // a drawing of a hall is not true to the millimetre
  return {(needed.millimetre + kRounding - 1) / kRounding * kRounding};
}

std::optional<Length> order_between(Hall& hall, std::uint32_t rack_a, std::uint32_t rack_b, Length slack,
                                    const OrderLengthOf& order, Side side) {
  const Way way = hall.shortest_way(rack_a, rack_b, side);
  return way.known ? order(rounded_up(way.length + slack), CableKind::kTrunk) : std::nullopt;
}

bool give_length(PlanCable& cable, Length way, Length slack, const OrderLengthOf& order) {
  cable.needed = rounded_up(std::max(way + slack, cable.least));
  cable.ordered = order(*cable.needed, kind_of(cable));
  return cable.ordered.has_value();
}

void Lengths::measure(PlanCable& cable, const std::optional<Stand>& a, const std::optional<Stand>& b, Length least) {
  const CablingWish& wish = request_.wishes[cable.rule];
  std::optional<Length> between;
  cable.least = least;
  if (a && b) {
    Way way = request_.hall.way(*a, *b, cable.side);
    if (way.known) {
      cable.trays = std::move(way.trays);
      cable.ends = {*a, *b, way.length};
      between = way.length + request_.slack;
    } else if (request_.hall.racks[a->rack].placed && request_.hall.racks[b->rack].placed && !unconnected_) {
      unconnected_ = {a->rack, b->rack, cable.side};
    }
  }
  if (!between && !cable.trunk) between = wish.length;  // what the author says of a cable that is not drawn has its slack
  if (!between) return;
  const bool sold = give_length(cable, *between, {}, request_.order);
  cable.least_order = cable.ordered;
  if (sold) return;
  ++too_long_;
  if (!longest_ || *cable.needed > *longest_->needed) longest_ = cable;
}

void Lengths::say_unconnected(const Unconnected& racks, diag::Findings& findings) const {
  constexpr std::size_t kGapsTold = 3;
  const Hall& hall = request_.hall;
  const std::string route = racks.side == Side::kAny ? "" : fmt::format(" by route {}", spell(racks.side));
  auto finding = say(findings, kTraysDoNotConnect, hall.racks[racks.a].place,
                     fmt::format("no trays lead from one to the other of the racks {} and {}{}", hall.racks[racks.a].name,
                                 hall.racks[racks.b].name, route));
  for (const std::uint32_t rack : {racks.a, racks.b})
    if (!hall.reaches_a_tray(rack, racks.side))
      finding.note(hall.racks[rack].place,
                   fmt::format("no tray reaches {}{}{}", hall.racks[rack].name, of_hall(hall.racks[rack]), route));
  const std::vector<TrayGap> gaps = hall.gaps(racks.a, racks.b, racks.side);
  for (std::size_t i = 0; i < std::min(gaps.size(), kGapsTold); ++i) {
    const TrayRun &from = hall.trays[gaps[i].from], &to = hall.trays[gaps[i].to];
    finding.note(from.place, fmt::format("trays {} and {} are {} apart", from.name, to.name, spell(Length{gaps[i].apart})));
  }
  if (gaps.size() > kGapsTold) finding.note(fmt::format("and {} more gaps", gaps.size() - kGapsTold));
  finding.help("trays connect where they cross or end on each other; `from` and `to` say where they run");
}

void Lengths::say_what_was_not_found(diag::Findings& findings) const {
  if (unconnected_) say_unconnected(*unconnected_, findings);
  if (longest_)
    say(findings, kLongerThanStock, request_.wishes[longest_->rule].place,
        fmt::format("{} needs {}, and none is sold that long", longest_->id, spell(*longest_->needed)))
        .note(fmt::format("of {} cables that are too long it is the longest", too_long_))
        .help("a longer length under `policy: stock_lengths`, a trunk between panels, or racks that stand closer");
}

}  // namespace ferrule::synth
