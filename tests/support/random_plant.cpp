#include "support/random_plant.h"

#include <algorithm>
#include <array>
#include <utility>

namespace ferrule::test {
namespace {

enum class Family { kTwelve, kDuplex, kSixteen, kTwentyFour, kThirtyTwo };

std::string_view connector_of(Family family) {
  switch (family) {
    case Family::kTwelve: return "MPO-12";
    case Family::kDuplex: return "LC-duplex";
    case Family::kSixteen: return "MPO-16";
    case Family::kTwentyFour: return "MPO-24";
    case Family::kThirtyTwo: break;
  }
  return "MPO-32";
}

Family any_family(Dice& dice) {
  const int roll = dice.below(100);
  return roll < 45   ? Family::kTwelve
         : roll < 65 ? Family::kDuplex
         : roll < 78 ? Family::kSixteen
         : roll < 92 ? Family::kTwentyFour
                     : Family::kThirtyTwo;
}

template <std::size_t N>
std::string_view one_of(Dice& dice, const std::array<std::string_view, N>& words) {
  return words[static_cast<std::size_t>(dice.below(static_cast<int>(N)))];
}

std::string_view cable_type(Dice& dice, Family family) {
  if (family == Family::kTwentyFour) return one_of<4>(dice, {"A", "B24-R", "B24-P", "C"});
  if (family == Family::kThirtyTwo) return one_of<4>(dice, {"A", "B32-R", "B32-P", "C"});
  return one_of<5>(dice, {"A", "A", "B", "B", "C"});
}

// A connector that mates with the family's, sometimes with fewer fibres.
std::string_view populated(Dice& dice, Family family) {
  if (family == Family::kTwelve && dice.chance(20)) return dice.chance(75) ? "MPO-8" : "MPO-10";
  if (family == Family::kTwentyFour && dice.chance(15)) return "MPO-20";
  return connector_of(family);
}

Sort optic(Dice& dice, Family family) {
  switch (family) {
    case Family::kTwelve: return dice.chance(70) ? sr4() : dice.chance(60) ? twin_dr4() : bidi4();
    case Family::kDuplex: return duplex_optic();
    case Family::kSixteen: return sr8();
    case Family::kTwentyFour: return sr10();
    case Family::kThirtyTwo: break;
  }
  Sort sort;  // 400GBASE-SR16; which row is which is nobody's business here
  sort.what = What::kTransceiver;
  sort.name = "SR16";
  sort.ends = {end_of("", "MPO-32", Pinning::kPinned, Cut::kAngledUp, true)};
  for (int k = 1; k <= 16; ++k) {
    sort.lanes.push_back({0, k, Does::kReceives, k, '-'});
    sort.lanes.push_back({0, 16 + k, Does::kTransmits, k, '-'});
  }
  return sort;
}

Sort cable(Dice& dice, Family family) {
  if (family == Family::kDuplex)
    return dice.chance(90) ? duplex_cord(dice.chance(75) ? "A-to-B" : "A-to-A", dice.chance(92) ? "LC-duplex" : "SC-duplex")
                           : simplex_cord();
  const std::string_view a = populated(dice, family);
  return array_cable(cable_type(dice, family), a, dice.chance(88) ? a : populated(dice, family));
}

Sort fan_out(Dice& dice, Family family) {
  static constexpr std::array<std::string_view, 6> kTransitions = {
      "consecutive", "flipped", "pair-swapped", "universal", "universal mirrored", "universal by row"};
  const Family rear = family == Family::kDuplex ? (dice.chance(80) ? Family::kTwelve : Family::kTwentyFour) : family;
  if (rear == Family::kThirtyTwo) return cable(dice, rear);
  const int most = rear == Family::kTwelve ? 6 : rear == Family::kSixteen ? 8 : 12;
  if (family == Family::kDuplex || dice.chance(40)) {
    const std::string_view connector = rear == Family::kTwelve && dice.chance(15) ? "MPO-8" : connector_of(rear);
    return cassette(one_of(dice, kTransitions), connector, connector == "MPO-8" ? 4 : most, dice.chance(15) ? 2 : 1);
  }
  if (rear == Family::kTwelve && dice.chance(50)) return breakout("port", populated(dice, rear), 4);
  if (rear == Family::kSixteen && dice.chance(50)) return breakout("port", "MPO-16", 8);
  return breakout(one_of(dice, kTransitions), connector_of(rear), most);
}

Sort convert(Dice& dice, Family family) {
  switch (family) {
    case Family::kSixteen: return conversion(one_of<3>(dice, {"16-to-2x8 crossing", "16-to-2x8 straight", "16-to-4x2 crossing"}));
    case Family::kTwentyFour:
      return dice.chance(30) ? conversion("2x12-to-24") : conversion(one_of<3>(dice, {"P1", "P2", "P3"}), true);
    case Family::kTwelve:
      return dice.chance(20)   ? conversion("12-to-2x2 crossing")
             : dice.chance(15) ? conversion("2x12-to-24")
                               : conversion(one_of<3>(dice, {"P1", "P2", "P3"}));
    default: return cable(dice, family);
  }
}

// Some faces with some fibres between random holes of them.
Sort shuffle(Dice& dice, Family family) {
  Sort sort;
  sort.what = What::kShuffle;
  sort.name = "shuffle";
  std::vector<std::pair<int, int>> holes;
  const int ends = dice.between(2, 5);
  for (int end = 0; end < ends; ++end) {
    sort.ends.push_back(end_of(std::to_string(end + 1), populated(dice, family)));
    for (int p = 1; p <= sort.ends.back().size(); ++p)
      if (sort.ends.back().fibre[static_cast<std::size_t>(p)]) holes.emplace_back(end, p);
  }
  for (std::size_t i = holes.size(); i > 1; --i)
    std::swap(holes[i - 1], holes[static_cast<std::size_t>(dice.below(static_cast<int>(i)))]);
  const std::size_t unused = dice.chance(40) ? holes.size() / 4 : 0;
  for (std::size_t i = 0; i + 1 + unused < holes.size(); i += 2)
    sort.strands.push_back({holes[i].first, holes[i].second, holes[i + 1].first, holes[i + 1].second});
  return sort;
}

// a straight to b, and copies of some positions, of one or both directions, to one or two monitors.
Sort tap(Dice& dice, Family family) {
  Sort sort;
  sort.what = What::kTap;
  sort.name = "tap";
  const std::string_view connector = connector_of(family);
  const int monitors = dice.between(1, 2);
  sort.ends = {end_of("a", connector), end_of("b", connector)};
  for (int m = 1; m <= monitors; ++m) sort.ends.push_back(end_of("m" + std::to_string(m), connector));
  const bool turned = dice.chance(30);
  const int all = sort.ends[0].size();
  for (int p = 1; p <= all; ++p) {
    const int far = turned ? all + 1 - p : p;
    sort.strands.push_back({0, p, 1, far});
    if (dice.chance(70)) sort.copies.push_back({0, p, 2, p});
    if (monitors == 2 && dice.chance(70)) sort.copies.push_back({1, far, 3, dice.chance(90) ? far : dice.between(1, all)});
  }
  return sort;
}

// A pigtail, to be spliced.
Sort pigtail(Dice& dice, Family family) {
  switch (family) {
    case Family::kTwelve: return array_cable(cable_type(dice, family), "MPO-12", "bare-12");
    case Family::kSixteen: return array_cable(cable_type(dice, family), "MPO-16", "bare-16");
    case Family::kTwentyFour: return array_cable(cable_type(dice, family), "MPO-24", "bare-24");
    default: return cable(dice, family);
  }
}

Sort any_sort(Dice& dice, Family family) {
  const int roll = dice.below(100);
  if (roll < 16) return optic(dice, family);
  if (roll < 68) return cable(dice, family);
  if (roll < 78 || (family == Family::kDuplex && roll < 83)) return fan_out(dice, family);
  if (roll < 83) return convert(dice, family);
  if (roll < 87) return shuffle(dice, family);
  if (roll < 90) return loopback(connector_of(family));
  if (roll < 94) return tap(dice, family);
  if (roll < 97 && family != Family::kDuplex)
    return array_cable(cable_type(dice, family), connector_of(family), {}, dice.between(2, 4));
  return pigtail(dice, family);
}

void finish_faces(Dice& dice, Sort& sort, bool neat, bool angled) {
  for (End& end : sort.ends) {
    const bool array = end.connector.starts_with("MPO"), port = sort.what == What::kTransceiver;
    if (!port || !neat) {
      if (!array)
        end.pins = Pinning::kWithoutPins;
      else if (neat)
        end.pins = sort.what == What::kCassette ? Pinning::kPinned : Pinning::kUnpinned;
      else
        end.pins = dice.chance(50) ? Pinning::kPinned : Pinning::kUnpinned;
      if (neat)
        end.cut = angled && array ? Cut::kAngled : Cut::kFlat;
      else
        end.cut = dice.chance(50) ? Cut::kFlat : dice.chance(80) ? Cut::kAngled : Cut::kAngledUp;
    } else {
      end.cut = angled && array ? Cut::kAngledUp : Cut::kFlat;
    }
    if (!port && dice.chance(8)) {
      if (array) end.pins = Pinning::kNotStated;
      end.cut = Cut::kNotStated;
    }
  }
}

bool bare(const End& end) { return end.connector.starts_with("bare"); }

// Can one be put against the other at all?
bool possible(const PlainPlant& plant, Plug a, Plug b) {
  const End &one = plant.end_of(a), &two = plant.end_of(b);
  return !(one.receptacle && two.receptacle) && bare(one) == bare(two) && !(bare(one) && one.size() != two.size());
}

bool lines_up(const PlainPlant& plant, Plug a, Plug b) {
  const End &one = plant.end_of(a), &two = plant.end_of(b);
  return one.rows == two.rows && one.columns == two.columns;
}

Meeting meeting(const PlainPlant& plant, Plug a, Plug b, Dice& dice, Meeting usual, bool unstated) {
  if (plant.transceiver(a.part) || plant.transceiver(b.part)) return Meeting::kTransceiver;
  if (plant.end_of(a).receptacle || plant.end_of(b).receptacle) return Meeting::kSeat;
  if (bare(plant.end_of(a))) return Meeting::kSplice;
  if (unstated && dice.chance(10)) return Meeting::kNotStated;
  if (dice.chance(80)) return usual;
  return usual == Meeting::kOpposed ? Meeting::kAligned : Meeting::kOpposed;
}

// Index into `free` of something to mate with, or -1.
int find_partner(const PlainPlant& plant, Plug plug, const std::vector<Plug>& free, Dice& dice) {
  const int from = dice.below(static_cast<int>(free.size()));
  const bool same_part = dice.below(50) == 0;
  int unfit = -1;
  for (int step = 0; step < static_cast<int>(free.size()); ++step) {
    const int candidate = (from + step) % static_cast<int>(free.size());
    const Plug other = free[static_cast<std::size_t>(candidate)];
    if (!possible(plant, plug, other) || (other.part == plug.part && !same_part)) continue;
    if (lines_up(plant, plug, other)) return candidate;
    unfit = candidate;
  }
  return unfit >= 0 && dice.chance(20) ? unfit : -1;
}

// One more part with an end that fits, of a sort that the plant knows: cables for receptacles, mostly optics for plugs.
Plug fetch_one_for(PlainPlant& plant, Plug plug, Dice& dice) {
  const int sorts = static_cast<int>(plant.sorts.size());
  const int from = dice.below(sorts);
  const bool optics = !plant.end_of(plug).receptacle && dice.chance(55);
  for (int step = 0; step < 2 * sorts; ++step) {
    const int at = (from + step) % sorts;
    const Sort& sort = plant.sorts[static_cast<std::size_t>(at)];
    if (step < sorts && optics != (sort.what == What::kTransceiver)) continue;
    plant.parts.push_back({"P" + std::to_string(plant.parts.size() + 1), at});
    const int part = static_cast<int>(plant.parts.size()) - 1;
    for (int end = 0; end < static_cast<int>(sort.ends.size()); ++end)
      if (possible(plant, plug, {part, end}) && lines_up(plant, plug, {part, end})) return {part, end};
    plant.parts.pop_back();
  }
  return {};
}

constexpr int kMostParts = 40;

}  // namespace

PlainPlant random_plant(std::uint64_t seed) {
  Dice dice(seed);
  PlainPlant plant;
  const bool at_home = dice.chance(90);
  const Family home = any_family(dice);
  const bool neat = dice.chance(55), angled = dice.chance(40), mistakes = dice.chance(30);
  const bool unpublished = mistakes && dice.chance(60), unstated = mistakes && dice.chance(60);
  const Meeting usual = dice.chance(60) ? Meeting::kOpposed : Meeting::kAligned;

  const int sorts = dice.between(3, 9);
  for (int i = 0; i < sorts; ++i) {
    const Family family = at_home && dice.chance(88) ? home : any_family(dice);
    Sort sort = i == 0 ? optic(dice, family) : i == 1 ? cable(dice, family) : any_sort(dice, family);
    if (family == Family::kDuplex && i == 2)
      sort = array_cable(cable_type(dice, Family::kTwelve), "MPO-12");  // between cassettes
    finish_faces(dice, sort, neat, angled);
    if (sort.what != What::kTransceiver) sort.length_mm = 500 * dice.between(1, 60);
    if (unpublished && sort.what != What::kTransceiver && dice.chance(20)) sort.published = false;
    plant.sorts.push_back(std::move(sort));
  }
  const int parts = dice.chance(70) ? dice.between(2, 12) : dice.between(13, kMostParts);
  for (int i = 0; i < parts; ++i) {
    const int sort = i == 0 ? 0 : dice.chance(25) ? 1 : dice.below(sorts);
    plant.parts.push_back({"P" + std::to_string(i + 1), sort});
  }

  std::vector<Plug> free;
  const auto put_down = [&](int part) {
    for (int end = 0; end < static_cast<int>(plant.sort_of(part).ends.size()); ++end) free.push_back({part, end});
  };
  for (int part = 0; part < parts; ++part) put_down(part);
  for (std::size_t i = free.size(); i > 1; --i)
    std::swap(free[i - 1], free[static_cast<std::size_t>(dice.below(static_cast<int>(i)))]);
  while (!free.empty()) {
    const Plug plug = free.back();
    free.pop_back();
    if (dice.chance(5)) continue;
    if (const int partner = free.empty() ? -1 : find_partner(plant, plug, free, dice); partner >= 0) {
      const Plug other = free[static_cast<std::size_t>(partner)];
      free.erase(free.begin() + partner);
      plant.joints.push_back({plug, other, meeting(plant, plug, other, dice, usual, unstated)});
    } else if (static_cast<int>(plant.parts.size()) < kMostParts && dice.chance(90)) {
      if (const Plug fetched = fetch_one_for(plant, plug, dice); fetched.part >= 0) {
        put_down(fetched.part);
        std::erase(free, fetched);
        plant.joints.push_back({plug, fetched, meeting(plant, plug, fetched, dice, usual, unstated)});
      }
    }
  }
  const int all_parts = static_cast<int>(plant.parts.size());

  std::vector<Plug> ports;
  for (int part = 0; part < all_parts; ++part)
    if (plant.transceiver(part))
      for (int end = 0; end < static_cast<int>(plant.sort_of(part).ends.size()); ++end) ports.push_back({part, end});
  for (std::size_t i = 0; i + 1 < ports.size(); i += 2) plant.links.push_back({ports[i], ports[i + 1]});
  return plant;
}

Mutation mutate(PlainPlant& plant, Dice& dice) {
  Mutation mutation;
  const auto joint_at = [&](int index) -> Joint& { return plant.joints[static_cast<std::size_t>(index)]; };
  for (int attempt = 0; attempt < 8 && mutation.what == Mutation::What::kNone; ++attempt) {
    const int joints = static_cast<int>(plant.joints.size());
    switch (dice.below(4)) {
      case 0: {  // a cord turned from B to A, or from A to B, or whatever it was to something else
        const int part = dice.below(static_cast<int>(plant.parts.size()));
        Sort sort = plant.sort_of(part);
        if (sort.what == What::kArrayCable)
          sort.map = sort.map == "A" ? (sort.ends[0].rows == 1 ? "B" : sort.ends[0].columns == 12 ? "B24-R" : "B32-R") : "A";
        else if (sort.what == What::kDuplexCord)
          sort.map = sort.map == "A-to-B" ? "A-to-A" : "A-to-B";
        else if (sort.what == What::kCassette)
          sort.map = sort.map == "consecutive" ? "universal" : "consecutive";
        else
          break;
        sort.name += ", changed";
        plant.sorts.push_back(std::move(sort));
        plant.parts[static_cast<std::size_t>(part)].sort = static_cast<int>(plant.sorts.size()) - 1;
        mutation = {Mutation::What::kRetyped, part, {}};
        break;
      }
      case 1: {  // two plugs in each other's place
        if (joints < 2) break;
        const int one = dice.below(joints), two = dice.below(joints);
        if (one == two) break;
        Joint &first = joint_at(one), &second = joint_at(two);
        if (!possible(plant, first.a, second.b) || !possible(plant, second.a, first.b)) break;
        // What a place is (adapter, receptacle) stays with side a.
        std::swap(first.b, second.b);
        if (plant.transceiver(first.b.part) || plant.transceiver(second.b.part) || plant.end_of(first.b).receptacle ||
            plant.end_of(second.b).receptacle) {
          first.how = meeting(plant, first.a, first.b, dice, Meeting::kOpposed, false);
          second.how = meeting(plant, second.a, second.b, dice, Meeting::kOpposed, false);
        }
        mutation = {Mutation::What::kSwapped, -1, {first.a, first.b, second.a, second.b}};
        break;
      }
      case 2: {
        if (joints == 0) break;
        const int one = dice.below(joints);
        mutation = {Mutation::What::kUnplugged, -1, {joint_at(one).a, joint_at(one).b}};
        plant.joints.erase(plant.joints.begin() + one);
        break;
      }
      default: {
        if (joints == 0) break;
        Joint& joint = joint_at(dice.below(joints));
        if (joint.how != Meeting::kOpposed && joint.how != Meeting::kAligned) break;
        joint.how = joint.how == Meeting::kOpposed ? Meeting::kAligned : Meeting::kOpposed;
        mutation = {Mutation::What::kOtherAdapter, -1, {joint.a, joint.b}};
        break;
      }
    }
  }
  return mutation;
}

}  // namespace ferrule::test
