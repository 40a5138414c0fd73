// One way judged: which lane of the far port every fibre reached, by design.md section 2 and facts polarity section 11.
//
// A fibre of the near set starts at a transmit, receive or two-way position. It is right when it ends at the position of the same
// lane with the opposite function (two-way: TR meets RT) of the port that the intent names. Where the intent leaves the partner to
// the plant, the port it reaches is the partner, and lanes are numbered from the lowest one reached.
#include <algorithm>

#include "check/proof.h"

namespace ferrule::check {
namespace {

using plant::Function;
using plant::Side;

struct Target {
  const plant::LaneSet* set = nullptr;  // what the intent asks for; null when the plant decides
  std::uint32_t connector = plant::kNone;
};

struct Arrival {
  Function function = Function::kDark;
  Side side = Side::kNone;
  std::uint8_t lane = 0;
};

bool opposite(Function near, Side near_side, const Arrival& far) {
  if (near == Function::kTransmit) return far.function == Function::kReceive;
  if (near == Function::kReceive) return far.function == Function::kTransmit;
  return near == Function::kBoth && far.function == Function::kBoth && near_side != far.side && near_side != Side::kNone;
}

Arrival what_is_at(const plant::Plant& plant, std::uint32_t connector, std::uint8_t position) {
  const plant::PartType& type = plant.type_of(connector);
  const std::uint16_t face = plant.face_info(connector).index;
  for (const plant::Lane& lane : type.lanes)
    if (lane.face == face && lane.position == position) return {lane.function, lane.side, lane.number};
  return {};
}

Outcome outcome_at_port(const plant::LaneSet::Fibre& near, const Arrival& far, bool at_target, int wanted_lane) {
  if (far.function == Function::kDark) return Outcome::kDark;
  if (!opposite(near.function, near.side, far))
    return near.function == Function::kBoth || far.function == Function::kBoth ? Outcome::kDark : Outcome::kTransmitMeetsTransmit;
  if (!at_target) return Outcome::kPortChanged;
  return far.lane == wanted_lane ? Outcome::kExact : Outcome::kPermuted;
}

Outcome outcome_of_ending(plant::Ending ending) {
  switch (ending) {
    case plant::Ending::kOpenEnd: return Outcome::kOpen;
    case plant::Ending::kUnknown:
    case plant::Ending::kTooLong: return Outcome::kUnknown;
    default: return Outcome::kDark;
  }
}

// Lanes of the far receptacle are numbered from its first; the set may begin further on.
int first_lane_of(const plant::Plant& plant, const Target& target, const std::vector<Fate>& fates,
                  std::span<const plant::Light::Leaf> leaves) {
  if (target.set != nullptr) return target.set->first_lane;
  int lowest = 255;
  for (const Fate& fate : fates)
    if (fate.ending == plant::Ending::kPort)
      lowest = std::min<int>(lowest, what_is_at(plant, leaves[fate.leaf].connector, fate.to).lane);
  return lowest;
}

bool inside(const plant::LaneSet& set, std::uint8_t position) {
  return std::any_of(set.fibres.begin(), set.fibres.end(), [&](const auto& fibre) { return fibre.position == position; });
}

// Whether light came here as a copy, by a tap.
bool is_copy(const plant::Light& light, std::uint32_t step) {
  for (std::uint32_t at = step; at != plant::kNone;) {
    const plant::Exit& from = light.exit(light.step(at).from);
    if (from.branch) return true;
    at = from.step;
  }
  return false;
}

// Where the plant decides: the port that light reaches first, nobody's copy; else wherever its light ends.
// A port is nobody's partner of its own: what comes back through a loopback tests a port and joins nothing.
std::uint32_t partner_of(const plant::Light& light, std::uint32_t asking, std::span<const plant::Light::Leaf> leaves) {
  std::uint32_t partner = plant::kNone;
  for (const plant::Light::Leaf& leaf : leaves) {
    if (leaf.connector == asking || is_copy(light, leaf.step)) continue;
    if (light.step(leaf.step).ending == plant::Ending::kPort) return leaf.connector;
    if (partner == plant::kNone) partner = leaf.connector;
  }
  return partner;
}

void add_unknown(Way& way, std::string reason) {
  if (std::find(way.unknown.begin(), way.unknown.end(), reason) == way.unknown.end()) way.unknown.push_back(std::move(reason));
}

void rest_on(Way& way, const plant::Cited& fact) {
  if (fact.confidence == Confidence::kHigh) return;
  const auto same = [&](const plant::Cited& known) { return known.what == fact.what && known.source == fact.source; };
  if (std::none_of(way.rests_on.begin(), way.rests_on.end(), same)) way.rests_on.push_back(fact);
}

}  // namespace

std::string_view spell(Outcome outcome) {
  switch (outcome) {
    case Outcome::kExact: return "lane-exact";
    case Outcome::kPermuted: return "lanes permuted";
    case Outcome::kPortChanged: return "port order changed";
    case Outcome::kTransmitMeetsTransmit: return "transmit meets transmit";
    case Outcome::kOpen: return "open end";
    case Outcome::kDark: return "dark";
    case Outcome::kUnknown: break;
  }
  return "unknown";
}

Way judge(const plant::Plant& plant, const plant::Light& light, const plant::Bundle& bundle,
          std::span<const plant::Light::Leaf> leaves) {
  Way way;
  way.a_set = bundle.a_set;
  way.b_set = bundle.b_set;
  const plant::LaneSet& near = plant.lane_sets[bundle.a_set];
  const auto rest_on_type = [&](const plant::PartType& type) {
    if (!type.map_known) add_unknown(way, type.map_unknown_because);
    for (const plant::Cited& fact : type.map_facts) rest_on(way, fact);
  };
  // Both ports count whether or not light is seen to leave or reach them.
  const auto rest_on_ports = [&] {
    rest_on_type(plant.face_type(near.face));
    if (bundle.b_set != plant::kNone) rest_on_type(plant.face_type(plant.lane_sets[bundle.b_set].face));
  };
  if (near.fibres.empty()) {
    rest_on_ports();
    if (way.unknown.empty()) add_unknown(way, "no lane of " + plant.face_type(near.face).name + " is known");
    way.outcome = Outcome::kUnknown;
    return way;
  }
  way.fates.resize(near.fibres.size());
  // Of the ends of a fibre that a tap copied, the one at the port that the intent names counts (a monitor), else the one that is
  // nobody's copy. Leaves come in no particular order; every fibre has one that is nobody's copy.
  enum : char { kNotYet, kCopy, kLive, kCopyAtTarget, kLiveAtTarget };
  std::vector<char> seen(near.fibres.size(), kNotYet);
  std::vector<std::uint32_t> others;
  const bool plant_decides = bundle.b_set == plant::kNone;
  const std::uint32_t partner = plant_decides ? partner_of(light, bundle.a, leaves) : bundle.b;
  const Target target{plant_decides ? nullptr : &plant.lane_sets[bundle.b_set], partner};
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    const plant::Step& step = light.step(leaves[i].step);
    WayLeaf leaf{leaves[i].step, 0};
    const bool at_target = leaves[i].connector == target.connector;
    if (!at_target) {
      const auto known = std::find(others.begin(), others.end(), leaves[i].connector);
      leaf.arrival = static_cast<std::uint32_t>(known - others.begin()) + 1;
      if (known == others.end()) others.push_back(leaves[i].connector);
    }
    way.leaves.push_back(leaf);
    const bool copy = is_copy(light, leaves[i].step);
    const bool wanted = !plant_decides && at_target && step.ending == plant::Ending::kPort;
    const char standing = wanted ? (copy ? kCopyAtTarget : kLiveAtTarget) : copy ? kCopy : kLive;
    for (plant::LanePosition lane : light.ended(step)) {
      Fate& fate = way.fates[lane.origin];
      // A copy is sent one way only: followed backwards from a receiver, or as one of two directions, it leads nowhere.
      if (copy && near.fibres[lane.origin].function != Function::kTransmit) continue;
      if (seen[lane.origin] >= standing) continue;
      seen[lane.origin] = standing;
      fate.leaf = static_cast<std::uint32_t>(i);
      fate.to = lane.position;
      fate.ending = step.ending;
    }
  }
  const int first_lane = first_lane_of(plant, target, way.fates, leaves);
  way.outcome = Outcome::kExact;
  for (std::size_t origin = 0; origin < near.fibres.size(); ++origin) {
    const plant::LaneSet::Fibre& fibre = near.fibres[origin];
    Fate& fate = way.fates[origin];
    fate.lane = fibre.number;
    fate.function = fibre.function;
    fate.from = fibre.position;
    if (seen[origin] == kNotYet) fate.ending = plant::Ending::kTooLong;
    fate.outcome = outcome_of_ending(fate.ending);
    if (fate.ending == plant::Ending::kPort) {
      const Arrival far = what_is_at(plant, leaves[fate.leaf].connector, fate.to);
      const bool port_matches = way.leaves[fate.leaf].arrival == 0;
      const bool at_target = port_matches && (target.set == nullptr || far.function == Function::kDark ||
                                              !opposite(fibre.function, fibre.side, far) || inside(*target.set, fate.to));
      fate.arrived_function = far.function;
      fate.arrived_lane = static_cast<std::uint8_t>(far.lane - first_lane);
      const bool lanes_known = plant.type_of(leaves[fate.leaf].connector).map_known;
      fate.outcome = lanes_known ? outcome_at_port(fibre, far, at_target, first_lane + fibre.number) : Outcome::kUnknown;
    }
    way.outcome = std::max(way.outcome, fate.outcome);
  }
  if (leaves.empty()) way.outcome = Outcome::kDark;

  for (WayLeaf& leaf : way.leaves) leaf.counts = false;
  for (std::size_t origin = 0; origin < near.fibres.size(); ++origin)
    if (seen[origin] != kNotYet) way.leaves[way.fates[origin].leaf].counts = true;
  for (const WayLeaf& leaf : way.leaves) {
    if (!leaf.counts) continue;
    for (std::uint32_t id : light.way_to(leaf.step)) {
      const plant::Step& step = light.step(id);
      if (step.face == plant::kNone) continue;
      const plant::PartType& type = plant.face_type(step.face);
      rest_on_type(type);
      if (step.joint == plant::Joint::kUnstated && step.ending == plant::Ending::kUnknown)
        add_unknown(way, "type of the adapter where " + plant.face_type(light.exit(step.from).face).name + " meets " + type.name +
                             " is not stated");
    }
  }
  rest_on_ports();
  for (const Fate& fate : way.fates)
    if (fate.ending == plant::Ending::kTooLong) add_unknown(way, "the path was given up after too many joints");
  return way;
}

}  // namespace ferrule::check
