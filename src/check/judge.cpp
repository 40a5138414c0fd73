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

// The steps of one judgement, in the order they are taken.
class WayJudge {
 public:
  WayJudge(const plant::Plant& plant, const plant::Light& light, const plant::Bundle& bundle,
           std::span<const plant::Light::Leaf> leaves)
      : plant_(plant), light_(light), bundle_(bundle), leaves_(leaves), near_(plant.lane_sets[bundle.a_set]) {
    way_.a_set = bundle.a_set;
    way_.b_set = bundle.b_set;
    way_.fates.resize(near_.fibres.size());
    seen_.resize(near_.fibres.size(), kNotYet);
    if (plant_decides())
      target_.connector = partner_of(light, bundle.a, leaves);
    else
      target_ = {&plant.lane_sets[bundle.b_set], bundle.b};
  }

  Way judge() {
    if (near_.fibres.empty()) return without_lanes();
    for (std::size_t i = 0; i < leaves_.size(); ++i) place_leaf(i);
    decide_fates();
    mark_leaves_that_count();
    for (const WayLeaf& leaf : way_.leaves)
      if (leaf.counts) rest_on_path(leaf);
    rest_on_ports();
    for (const Fate& fate : way_.fates)
      if (fate.ending == plant::Ending::kTooLong) add_unknown(way_, "the path was given up after too many joints");
    return std::move(way_);
  }

 private:
  // Of the ends of a fibre that a tap copied, the one at the port that the intent names counts (a monitor), else the one that is
  // nobody's copy. Leaves come in no particular order; every fibre has one that is nobody's copy.
  enum Standing : char { kNotYet, kCopy, kLive, kCopyAtTarget, kLiveAtTarget };

  bool plant_decides() const { return bundle_.b_set == plant::kNone; }

  Way without_lanes() {
    rest_on_ports();
    if (way_.unknown.empty()) add_unknown(way_, "no lane of " + plant_.face_type(near_.face).name + " is known");
    way_.outcome = Outcome::kUnknown;
    return std::move(way_);
  }

  // 0 where the intent says; other connectors are numbered as they come.
  std::uint32_t arrival_at(std::uint32_t connector) {
    if (connector == target_.connector) return 0;
    const auto known = std::find(others_.begin(), others_.end(), connector);
    const auto arrival = static_cast<std::uint32_t>(known - others_.begin()) + 1;
    if (known == others_.end()) others_.push_back(connector);
    return arrival;
  }

  void place_leaf(std::size_t index) {
    const plant::Light::Leaf& leaf = leaves_[index];
    const plant::Step& step = light_.step(leaf.step);
    way_.leaves.push_back({leaf.step, arrival_at(leaf.connector)});
    const bool copy = is_copy(light_, leaf.step);
    const bool wanted = !plant_decides() && way_.leaves.back().arrival == 0 && step.ending == plant::Ending::kPort;
    const Standing standing = wanted ? (copy ? kCopyAtTarget : kLiveAtTarget) : copy ? kCopy : kLive;
    for (plant::LanePosition lane : light_.ended(step)) {
      // A copy is sent one way only: followed backwards from a receiver, or as one of two directions, it leads nowhere.
      if (copy && near_.fibres[lane.origin].function != Function::kTransmit) continue;
      if (seen_[lane.origin] >= standing) continue;
      seen_[lane.origin] = standing;
      Fate& fate = way_.fates[lane.origin];
      fate.leaf = static_cast<std::uint32_t>(index);
      fate.to = lane.position;
      fate.ending = step.ending;
    }
  }

  void decide_fates() {
    const int first_lane = first_lane_of(plant_, target_, way_.fates, leaves_);
    way_.outcome = leaves_.empty() ? Outcome::kDark : Outcome::kExact;
    for (std::size_t origin = 0; origin < near_.fibres.size(); ++origin) {
      const plant::LaneSet::Fibre& fibre = near_.fibres[origin];
      Fate& fate = way_.fates[origin];
      fate.lane = fibre.number;
      fate.function = fibre.function;
      fate.from = fibre.position;
      if (seen_[origin] == kNotYet) fate.ending = plant::Ending::kTooLong;
      fate.outcome = outcome_of_ending(fate.ending);
      if (fate.ending == plant::Ending::kPort) decide_at_port(fibre, first_lane, fate);
      if (!leaves_.empty()) way_.outcome = std::max(way_.outcome, fate.outcome);
    }
  }

  void decide_at_port(const plant::LaneSet::Fibre& fibre, int first_lane, Fate& fate) const {
    const std::uint32_t connector = leaves_[fate.leaf].connector;
    const Arrival far = what_is_at(plant_, connector, fate.to);
    const bool port_matches = way_.leaves[fate.leaf].arrival == 0;
    const bool at_target = port_matches && (target_.set == nullptr || far.function == Function::kDark ||
                                            !opposite(fibre.function, fibre.side, far) || inside(*target_.set, fate.to));
    fate.arrived_function = far.function;
    fate.arrived_lane = static_cast<std::uint8_t>(far.lane - first_lane);
    const bool lanes_known = plant_.type_of(connector).map_known;
    fate.outcome = lanes_known ? outcome_at_port(fibre, far, at_target, first_lane + fibre.number) : Outcome::kUnknown;
  }

  void mark_leaves_that_count() {
    for (WayLeaf& leaf : way_.leaves) leaf.counts = false;
    for (std::size_t origin = 0; origin < near_.fibres.size(); ++origin)
      if (seen_[origin] != kNotYet) way_.leaves[way_.fates[origin].leaf].counts = true;
  }

  void rest_on_path(const WayLeaf& leaf) {
    for (std::uint32_t id : light_.way_to(leaf.step)) {
      const plant::Step& step = light_.step(id);
      if (step.face == plant::kNone) continue;
      const plant::PartType& type = plant_.face_type(step.face);
      rest_on_type(type);
      if (step.joint == plant::Joint::kUnstated && step.ending == plant::Ending::kUnknown)
        add_unknown(way_, "type of the adapter where " + plant_.face_type(light_.exit(step.from).face).name + " meets " +
                              type.name + " is not stated");
    }
  }

  // Both ports count whether or not light is seen to leave or reach them.
  void rest_on_ports() {
    rest_on_type(plant_.face_type(near_.face));
    if (!plant_decides()) rest_on_type(plant_.face_type(plant_.lane_sets[bundle_.b_set].face));
  }

  void rest_on_type(const plant::PartType& type) {
    if (!type.map_known) add_unknown(way_, type.map_unknown_because);
    for (const plant::Cited& fact : type.map_facts) rest_on(way_, fact);
  }

  const plant::Plant& plant_;
  const plant::Light& light_;
  const plant::Bundle& bundle_;
  const std::span<const plant::Light::Leaf> leaves_;
  const plant::LaneSet& near_;
  Target target_;
  Way way_;
  std::vector<Standing> seen_;         // by fibre
  std::vector<std::uint32_t> others_;  // connectors reached that the intent does not name
};

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
  return WayJudge(plant, light, bundle, leaves).judge();
}

}  // namespace ferrule::check
