#include "support/agree.h"

#include <algorithm>
#include <compare>
#include <fmt/format.h>

#include "plant/trace.h"
#include "support/random_plant.h"

namespace ferrule::test {
namespace {

using plant::Ending;
using plant::Light;

// One end of the light of one fibre, whoever found it.
struct Fate {
  Ending ending = Ending::kOnward;
  std::uint32_t connector = 0;
  int position = 0;  // from 0
  std::size_t joints = 0;
  bool copied = false;
  std::uint64_t length_mm = 0;
  auto operator<=>(const Fate&) const = default;
};

Ending as_ending(SlowEnding ending) {
  switch (ending) {
    case SlowEnding::kPort: return Ending::kPort;
    case SlowEnding::kOpenEnd: return Ending::kOpenEnd;
    case SlowEnding::kUnlit: return Ending::kUnlit;
    case SlowEnding::kNoContact: return Ending::kNoContact;
    case SlowEnding::kUnknown: return Ending::kUnknown;
    case SlowEnding::kLoop: break;
  }
  return Ending::kTooLong;
}

std::string spelled(const PlainPlant& plain, const Built& built, const Fate& fate) {
  return fmt::format("{} at {} {} after {} joints{}, {} mm", plant::spell(fate.ending), plain.spelled(built.plug(fate.connector)),
                     fate.position + 1, fate.joints, fate.copied ? ", a copy" : "", fate.length_mm);
}

std::string spelled(const PlainPlant& plain, const Built& built, const std::vector<Fate>& fates) {
  std::string text;
  for (const Fate& fate : fates) {
    if (text.size() > 2000) return text + "\n    ...";
    text += "\n    " + spelled(plain, built, fate);
  }
  return text.empty() ? "\n    nothing" : text;
}

// Whether an exit is, or comes after, a copy by a tap; remembered, since ways share their beginnings.
class Copied {
 public:
  explicit Copied(const Light& light) : light_(light) {}
  bool operator()(std::uint32_t exit) {
    std::uint32_t at = exit;
    std::vector<std::uint32_t> unknown;
    while (at != plant::kNone && !known(at)) {
      unknown.push_back(at);
      const std::uint32_t step = light_.exit(at).step;
      at = step == plant::kNone ? plant::kNone : light_.step(step).from;
    }
    bool copied = at != plant::kNone && is_[at] == kYes;
    for (auto it = unknown.rbegin(); it != unknown.rend(); ++it) {
      copied = copied || light_.exit(*it).branch;
      is_[*it] = copied ? kYes : kNo;
    }
    return copied;
  }

 private:
  enum : char { kNotYet, kNo, kYes };
  bool known(std::uint32_t exit) {
    if (is_.size() <= exit) is_.resize(exit + 1, kNotYet);
    return is_[exit] != kNotYet;
  }
  const Light& light_;
  std::vector<char> is_;
};

// Light's leaf, fibre by fibre, added to `fates` by origin.
void read_leaf(const Light& light, const Light::Leaf& leaf, Copied& copied, std::vector<std::vector<Fate>>& fates) {
  const plant::Step& step = light.step(leaf.step);
  const std::size_t joints = light.exit(step.from).hops + (step.ending == Ending::kOpenEnd ? 0u : 1u);
  for (plant::LanePosition lane : light.ended(step))
    fates[lane.origin].push_back({step.ending, leaf.connector, lane.position, joints, copied(step.from), leaf.length_mm});
}

std::string compare_trace(const PlainPlant& plain, const Built& built, const Found& found, plant::FibreEnd start) {
  const plant::Path path = plant::trace(built.plant, start);
  const Walk& walk = found.walks.front();
  if (path.ending != as_ending(walk.ending))
    return fmt::format("trace ends '{}', the judge '{}'", plant::spell(path.ending), spell(walk.ending));
  if (walk.ending == SlowEnding::kLoop)
    return path.hops.size() == Light::kMostHops ? "" : fmt::format("trace ends a loop after {} joints", path.hops.size());
  if (path.hops.size() != static_cast<std::size_t>(walk.joints))
    return fmt::format("trace crosses {} joints, the judge {}", path.hops.size(), walk.joints);
  const plant::FibreEnd end{built.connector(walk.plug), static_cast<std::uint16_t>(walk.position - 1)};
  if (!(path.end() == end))
    return fmt::format("trace ends at {} {}, the judge at {} {}", plain.spelled(built.plug(path.end().connector)),
                       path.end().position + 1, plain.spelled(walk.plug), walk.position);
  std::size_t copies = 0;
  for (std::size_t i = 0; i < path.hops.size(); ++i) {
    const Walked& step = walk.way[i];
    const plant::Hop& hop = path.hops[i];
    const bool ends = step.left.part < 0;
    if (hop.entered.connector != built.connector(step.entered) || hop.entered.position + 1 != step.entered_at ||
        hop.joint != joint_of(plain.joints[static_cast<std::size_t>(step.joint)].how) ||
        ends != (hop.left.connector == plant::kNone) ||
        (!ends && (hop.left.connector != built.connector(step.left) || hop.left.position + 1 != step.left_at)))
      return fmt::format("joint {} differs: the judge enters {} {}", i + 1, plain.spelled(step.entered), step.entered_at);
    for (const plant::Branch& branch : built.plant.type_of(hop.entered.connector).branches)
      if (branch.from_face == built.plant.face_info(hop.entered.connector).index &&
          branch.from_position == hop.entered.position &&
          !(ends && (walk.ending == SlowEnding::kNoContact || walk.ending == SlowEnding::kUnknown)))
        ++copies;
  }
  if (path.branches.size() != copies) return fmt::format("trace tells {} copies of {}", path.branches.size(), copies);
  return "";
}

// All that the fast tracer says, by start and then by fibre of the start.
std::vector<std::vector<std::vector<Fate>>> followed(const Built& built, const std::vector<Together>& together) {
  Light light(built.plant);
  std::vector<Light::Start> batch;
  for (const Together& start : together) {
    const std::uint32_t connector = built.connector(start.plug);
    std::uint32_t exit = plant::kNone;
    if (start.lane_set != plant::kNone) {
      exit = light.start_of(start.lane_set);
    } else {
      std::vector<std::uint8_t> positions;
      for (int p : start.positions) positions.push_back(static_cast<std::uint8_t>(p - 1));
      exit = light.start_of(built.plant.connectors[connector].face(), positions);
    }
    batch.push_back({connector, exit});
  }
  std::vector<Light::Leaf> first(batch.size());
  std::vector<Light::MoreLeaf> more;
  light.follow(batch, first, more);

  Copied copied(light);
  std::vector<std::vector<std::vector<Fate>>> fast(together.size());
  for (std::size_t i = 0; i < together.size(); ++i) {
    fast[i].resize(together[i].positions.size());
    if (!together[i].positions.empty()) read_leaf(light, first[i], copied, fast[i]);
  }
  for (const Light::MoreLeaf& leaf : more) read_leaf(light, leaf.leaf, copied, fast[leaf.start]);
  return fast;
}

// By way of a tap light may come by many times, and the fast tracer tells every time until it is too long.
bool goes_round(const Found& found) {
  return found.gave_up || (found.walks.size() > 1 && std::any_of(found.walks.begin(), found.walks.end(), [](const Walk& walk) {
                             return walk.ending == SlowEnding::kLoop;
                           }));
}

std::vector<Fate> judged_fates(const Built& built, const Found& found) {
  std::vector<Fate> slow;
  for (const Walk& walk : found.walks)
    slow.push_back({as_ending(walk.ending), built.connector(walk.plug), walk.position - 1, static_cast<std::size_t>(walk.joints),
                    walk.copied, static_cast<std::uint64_t>(walk.length_mm)});
  return slow;
}

// Of light that goes round only where it can end is compared; of a closed loop only that both gave up; else everything.
bool alike(const Found& found, std::vector<Fate>& quick, std::vector<Fate>& slow, bool round) {
  std::sort(slow.begin(), slow.end());
  std::sort(quick.begin(), quick.end());
  // Copies that meet again in one fibre are one light for the fast tracer and as many walks for the judge.
  if (const auto twice = std::unique(slow.begin(), slow.end()); twice != slow.end()) {
    slow.erase(twice, slow.end());
    quick.erase(std::unique(quick.begin(), quick.end()), quick.end());
  }
  if (round) {
    if (found.gave_up) return true;
    const auto known = [&](const Fate& fate) {
      return fate.ending == Ending::kTooLong || std::any_of(slow.begin(), slow.end(), [&](const Fate& other) {
               return fate.ending == other.ending && fate.connector == other.connector && fate.position == other.position;
             });
    };
    return !quick.empty() && std::all_of(quick.begin(), quick.end(), known);
  }
  if (found.walks.front().ending == SlowEnding::kLoop)
    return quick.size() == 1 && quick.front().ending == Ending::kTooLong && quick.front().joints == Light::kMostHops;
  return slow == quick;
}

void count_in(const Found& found, bool from_port, Tally& tally) {
  const Walk& walk = found.walks.front();
  ++tally.traces;
  tally.joints += static_cast<std::uint64_t>(walk.joints);
  ++tally.ended[static_cast<int>(walk.ending)];
  tally.copied += found.walks.size() - 1;
  const bool port = walk.ending == SlowEnding::kPort, deep = walk.joints >= 3;
  if (port && deep) ++tally.deep_to_port;
  if (!from_port) return;
  ++tally.from_port;
  if (port) ++tally.port_to_port;
  if (port && deep) ++tally.deep_port_to_port;
}

}  // namespace

std::vector<Together> starts(const PlainPlant& plain, const Built& built, int others, std::uint64_t seed) {
  std::vector<Together> found;
  for (const Built::Port& port : built.ports) {
    Together start{port.plug, {}, port.lane_set};
    for (const plant::LaneSet::Fibre& fibre : built.plant.lane_sets[port.lane_set].fibres)
      start.positions.push_back(fibre.position + 1);
    found.push_back(std::move(start));
  }
  Dice dice(seed);
  for (int i = 0; i < others; ++i) {
    const int part = dice.below(static_cast<int>(plain.parts.size()));
    const Plug plug{part, dice.below(static_cast<int>(plain.sort_of(part).ends.size()))};
    const End& end = plain.end_of(plug);
    Together start{plug, {}, plant::kNone};
    if (dice.chance(25)) {
      for (int p = 1; p <= end.size(); ++p)
        if (end.fibre[static_cast<std::size_t>(p)]) start.positions.push_back(p);
    } else {
      start.positions.push_back(1 + dice.below(end.size()));
    }
    found.push_back(std::move(start));
  }
  return found;
}

std::string Tally::spelled() const {
  const auto share = [](std::uint64_t part, std::uint64_t all) {
    return all == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(all);
  };
  std::string text = fmt::format(
      "{} plants, {} fibres followed over {} joints; {:.1f} % of all end in a port after three joints or more; of {} from ports "
      "{:.1f} % end in a "
      "port, {:.1f} % after three joints or more; {} copies by taps;",
      plants, traces, joints, share(deep_to_port, traces), from_port, share(port_to_port, from_port),
      share(deep_port_to_port, from_port), copied);
  for (int i = 0; i < 6; ++i)
    text += fmt::format(" {} {:.1f} %{}", spell(static_cast<SlowEnding>(i)), share(ended[i], traces), i < 5 ? "," : "");
  return text;
}

std::string disagreement(const PlainPlant& plain, const Built& built, const SlowJudge& judge,
                         const std::vector<Together>& together, Tally* tally) {
  std::vector<std::vector<std::vector<Fate>>> fast = followed(built, together);
  for (std::size_t i = 0; i < together.size(); ++i) {
    const Together& start = together[i];
    std::vector<Found> judged;
    for (int p : start.positions) judged.push_back(judge.follow(start.plug, p));
    const bool round = std::any_of(judged.begin(), judged.end(), goes_round);
    for (std::size_t origin = 0; origin < start.positions.size(); ++origin) {
      const int p = start.positions[origin];
      const Found& found = judged[origin];
      const auto say = [&](std::string_view what) {
        return fmt::format("{} {}: {}\n  the way by trace: {}", plain.spelled(start.plug), p, what,
                           told(plain, built, start.plug, p));
      };
      const plant::FibreEnd begin{built.connector(start.plug), static_cast<std::uint16_t>(p - 1)};
      if (!found.gave_up)
        if (const std::string what = compare_trace(plain, built, found, begin); !what.empty()) return say(what);
      std::vector<Fate> slow = judged_fates(built, found);
      std::vector<Fate>& quick = fast[i][origin];
      if (!alike(found, quick, slow, round))
        return say("the fast tracer says" + spelled(plain, built, quick) + "\n  the judge says" + spelled(plain, built, slow));
      if (tally != nullptr && !found.gave_up) count_in(found, start.lane_set != plant::kNone, *tally);
    }
  }
  return "";
}

std::string not_the_same_backwards(const plant::Plant& plant, plant::FibreEnd start) {
  const plant::Path path = plant::trace(plant, start);
  if (path.ending == Ending::kTooLong) return "";
  std::size_t joints = path.hops.size();  // crossed with a fibre on both sides
  if (joints > 0) {
    const plant::Hop& last = path.hops.back();
    const bool not_told = last.joint == plant::Joint::kUnstated && plant.face_of(last.entered.connector).face.size() > 1;
    if (path.ending == Ending::kNoContact || not_told) --joints;
  }
  if (joints == 0) return "";
  const plant::Path back = plant::trace(plant, path.hops[joints - 1].entered);
  if (back.hops.size() < joints) return fmt::format("the way back stops after {} of {} joints", back.hops.size(), joints);
  for (std::size_t i = 0; i < joints; ++i) {
    const std::size_t there = joints - 1 - i;  // the same joint on the way there
    const plant::FibreEnd before = there == 0 ? start : path.hops[there - 1].left;
    if (!(back.hops[i].entered == before) || back.hops[i].joint != path.hops[there].joint)
      return fmt::format("joint {} of the way back is not joint {} of the way there", i + 1, there + 1);
    if (there > 0 && !(back.hops[i].left == path.hops[there - 1].entered))
      return fmt::format("the way back leaves the part at joint {} elsewhere", i + 1);
  }
  if (plant.type_of(start.connector).kind == plant::Kind::kTransceiver &&
      (back.hops.size() != joints || back.ending != Ending::kPort))
    return "the way back passes the port where the way there began";
  return "";
}

std::string told(const PlainPlant& plain, const Built& built, Plug plug, int position) {
  const plant::Path path = plant::trace(built.plant, {built.connector(plug), static_cast<std::uint16_t>(position - 1)});
  const auto end = [&](plant::FibreEnd at) {
    return fmt::format("{} {}", plain.spelled(built.plug(at.connector)), at.position + 1);
  };
  std::string text = end(path.start);
  std::size_t count = 0;
  for (const plant::Hop& hop : path.hops) {
    if (++count > 60) return text + " ...";
    text += " > " + end(hop.entered);
    if (hop.left.connector != plant::kNone) text += ", " + end(hop.left);
  }
  return path.ending == Ending::kPort ? text : fmt::format("{}: {}", text, plant::spell(path.ending));
}

}  // namespace ferrule::test
