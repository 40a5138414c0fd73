// How a fibre end finds its two neighbours.
//
// Inside a part: by the formulas of facts/polarity.md 4, 5.1, 10 and facts/mdi-lanes.md 5, one function per kind of part.
//
// In a mating: by where the ends are in space. Both faces are drawn in one plane, x to the right and y up, seen from one side:
//
//       face one, seen on its end face, key up            face two looks the other way, so left and right change sides:
//       1  2  3 .. W      row 1, at the key               W .. 3  2  1        keys aligned
//       ..                                                turned half round (x, y) -> (-x, -y) when keys are opposed
//
// Fibres stand 250 um apart in a row, rows 500 um apart. Two ends touch when they are in the same place. So a single row between
// two rows touches nothing, and no adapter's formula is needed.
#include "support/slow_judge.h"

#include <algorithm>
#include <utility>

namespace ferrule::test {
namespace {

struct Spot {
  int x = 0, y = 0;  // 125 um
  friend bool operator==(const Spot&, const Spot&) = default;
};

// Where position p of an array face is, looking at the end face, key up.
Spot on_end_face(const End& end, int p) {
  const int row = (p - 1) / end.columns + 1, column = (p - 1) % end.columns + 1;
  return {2 * column - (end.columns + 1), 2 * (end.rows + 1) - 4 * row};
}

Spot seen_from_behind(Spot spot) { return {-spot.x, spot.y}; }
Spot half_turn(Spot spot) { return {-spot.x, -spot.y}; }

// Where position p is, looking at the end face. Duplex plugs are numbered by the receptacle they enter, looking in, which is the view
// from behind the plug.
Spot spot(const End& end, int p) {
  const Spot as_numbered = on_end_face(end, p);
  return end.connector.starts_with("MPO") || end.connector.starts_with("bare") ? as_numbered : seen_from_behind(as_numbered);
}

// facts/polarity.md 4: far position of an array cable.
int cable_far(const std::string& type, const End& end, int p) {
  const int width = end.columns, all = end.size();
  if (type == "A") return p;
  if (type == "C") return p % 2 == 1 ? p + 1 : p - 1;
  if (type == "B") return width + 1 - p;  // one row
  if (type.ends_with("-R")) return all + 1 - p;
  return p <= width ? width + 1 - p : 3 * width + 1 - p;  // row-preserving
}

// facts/polarity.md 5.1: the L and R fibres of port n, for a rear connector of `all` positions in rows of `width`.
std::pair<int, int> transition(const std::string& name, int all, int width, int n) {
  if (name == "consecutive") return {2 * n - 1, 2 * n};
  if (name == "flipped") return {all + 1 - 2 * n, all + 2 - 2 * n};
  if (name == "pair-swapped") return {2 * n, 2 * n - 1};
  if (name == "universal") return {n, all + 1 - n};
  if (name == "universal mirrored") return {all + 1 - n, n};
  // universal by row: {n, W+1-n} in each row, ports counted through the rows
  const int per_row = width / 2, row = (n - 1) / per_row, m = (n - 1) % per_row + 1;
  return {row * width + m, row * width + width + 1 - m};
}

// The eight places of an 8-of-12 plug, in order.
int place_of_eight(int nth) { return nth <= 4 ? nth : nth + 4; }

}  // namespace

std::string_view spell(SlowEnding ending) {
  switch (ending) {
    case SlowEnding::kPort: return "port";
    case SlowEnding::kOpenEnd: return "open end";
    case SlowEnding::kUnlit: return "no fibre";
    case SlowEnding::kNoContact: return "no contact";
    case SlowEnding::kUnknown: return "unknown";
    case SlowEnding::kLoop: break;
  }
  return "loop";
}

SlowJudge::SlowJudge(const PlainPlant& plant) : plant_(plant), faces_(plant.parts.size()) {
  for (std::size_t part = 0; part < plant.parts.size(); ++part) {
    const Sort& sort = plant.sort_of(static_cast<int>(part));
    faces_[part].resize(sort.ends.size());
    for (std::size_t end = 0; end < sort.ends.size(); ++end)
      for (int p = 1; p <= sort.ends[end].size(); ++p) {
        auto made = std::make_unique<FibreEnd>();
        made->plug = {static_cast<int>(part), static_cast<int>(end)};
        made->position = p;
        made->fibre = sort.ends[end].fibre[static_cast<std::size_t>(p)];
        faces_[part][end].ends.push_back(std::move(made));
      }
    lay_fibres(static_cast<int>(part));
  }
  for (std::size_t joint = 0; joint < plant.joints.size(); ++joint) mate(static_cast<int>(joint));
}

// A fibre needs a hole at both ends.
void SlowJudge::lay(int part, int end, int position, int to_end, int to_position) {
  FibreEnd& here = at({part, end}, position);
  FibreEnd& there = at({part, to_end}, to_position);
  if (!here.fibre || !there.fibre) return;
  here.through = &there;
  there.through = &here;
}

void SlowJudge::lay_breakout(int part) {
  const Sort& sort = plant_.sort_of(part);
  const End& head = sort.ends[0];
  for (int leg = 1; leg < static_cast<int>(sort.ends.size()); ++leg) {
    const std::pair<int, int> left_right = sort.map == "port"  // 10.1: the remote transmits from L and receives at R
                                               ? std::pair{leg, head.size() + 1 - leg}
                                               : transition(sort.map, head.size(), head.columns, leg);
    lay(part, 0, left_right.first, leg, 1);
    lay(part, 0, left_right.second, leg, 2);
  }
}

void SlowJudge::lay_cassette(int part) {
  const Sort& sort = plant_.sort_of(part);
  int rears = 0;
  while (!sort.ends[static_cast<std::size_t>(rears)].receptacle) ++rears;
  const int fronts = (static_cast<int>(sort.ends.size()) - rears) / rears;
  for (int rear = 0; rear < rears; ++rear)
    for (int n = 1; n <= fronts; ++n) {
      const End& array = sort.ends[static_cast<std::size_t>(rear)];
      const auto [left, right] = transition(sort.map, array.size(), array.columns, n);
      lay(part, rear, left, rears + rear * fronts + n - 1, 1);
      lay(part, rear, right, rears + rear * fronts + n - 1, 2);
    }
}

// 10.6, positions of both inputs counted through 1..24.
void SlowJudge::lay_regrouping(int part) {
  const Sort& sort = plant_.sort_of(part);
  const bool one_head = sort.ends[0].size() == 24;
  const auto lay24 = [&](int p24, int leg, int leg_position) {
    if (one_head)
      lay(part, 0, p24, leg, leg_position);
    else
      lay(part, (p24 - 1) / 12, (p24 - 1) % 12 + 1, 1 + leg, leg_position);
  };
  for (int leg = 1; leg <= 3; ++leg)
    for (int i = 1; i <= 4; ++i) {
      if (sort.map == "P1") {
        lay24(8 * (leg - 1) + i, leg, place_of_eight(i));
        lay24(8 * (leg - 1) + 4 + i, leg, place_of_eight(4 + i));
      } else if (sort.map == "P2") {  // lane pairs {k, 13-k}: six of the first input, six of the second, four to a leg
        const int pair = 4 * (leg - 1) + i, input = (pair - 1) / 6, k = (pair - 1) % 6 + 1;
        lay24(12 * input + k, leg, i);
        lay24(12 * input + 13 - k, leg, 13 - i);
      } else {  // P3: {1-4, 21-24}, {5-8, 17-20}, {9-12, 13-16}
        lay24(4 * (leg - 1) + i, leg, place_of_eight(i));
        lay24(24 - 4 * leg + i, leg, place_of_eight(4 + i));
      }
    }
}

// 10.3, 10.4: transmit all+1-k to k of the leg, receive k to 13-k.
void SlowJudge::lay_splitter(int part) {
  const Sort& sort = plant_.sort_of(part);
  const int all = sort.map.starts_with("16") ? 16 : 12;
  const bool crossing = sort.map.ends_with("crossing");
  const int legs = static_cast<int>(sort.ends.size()) - 1, lanes = all == 16 ? 8 : 4, lanes_each = lanes / legs;
  for (int k = 1; k <= lanes; ++k) {
    const int leg = (k - 1) / lanes_each + 1, j = (k - 1) % lanes_each + 1;
    lay(part, 0, all + 1 - k, leg, crossing ? j : 13 - j);
    lay(part, 0, k, leg, crossing ? 13 - j : j);
  }
}

void SlowJudge::lay_conversion(int part) {
  const std::string& map = plant_.sort_of(part).map;
  if (map.starts_with("P")) return lay_regrouping(part);
  if (map != "2x12-to-24") return lay_splitter(part);
  for (int p = 1; p <= 12; ++p) lay(part, 0, p, 2, p), lay(part, 1, p, 2, 12 + p);  // 10.5
}

void SlowJudge::lay_fibres(int part) {
  const Sort& sort = plant_.sort_of(part);
  const int ends = static_cast<int>(sort.ends.size());
  const auto size = [&](int index) { return sort.ends[static_cast<std::size_t>(index)].size(); };
  switch (sort.what) {
    case What::kTransceiver: return;
    case What::kArrayCable:
      for (int leg = 0; leg < ends / 2; ++leg)
        for (int p = 1; p <= size(leg); ++p)
          lay(part, leg, p, ends / 2 + leg, cable_far(sort.map, sort.ends[static_cast<std::size_t>(leg)], p));
      return;
    case What::kDuplexCord:  // 5: A-to-B: L <-> R; A-to-A: L <-> L
      lay(part, 0, 1, 1, sort.map == "A-to-B" ? 2 : 1);
      lay(part, 0, 2, 1, sort.map == "A-to-B" ? 1 : 2);
      return;
    case What::kSimplexCord: lay(part, 0, 1, 1, 1); return;
    case What::kBreakout: return lay_breakout(part);
    case What::kCassette: return lay_cassette(part);
    case What::kConversion: return lay_conversion(part);
    case What::kLoopback:
      for (int p = 1; p <= size(0) / 2; ++p) lay(part, 0, p, 0, size(0) + 1 - p);
      return;
    case What::kShuffle:
    case What::kTap:
      for (const Strand& strand : sort.strands) lay(part, strand.end, strand.position, strand.to_end, strand.to_position);
      for (const Copy& copy : sort.copies)
        at({part, copy.end}, copy.position).copies.push_back(&at({part, copy.to_end}, copy.to_position));
      return;
  }
}

void SlowJudge::mate(int index) {
  const Joint& joint = plant_.joints[static_cast<std::size_t>(index)];
  const End &one = plant_.end_of(joint.a), &two = plant_.end_of(joint.b);
  Face &face_one = face(joint.a), &face_two = face(joint.b);
  face_one.joint = face_two.joint = index;
  Touch touch = Touch::kNoContact;
  if (one.columns == two.columns) {  // other widths are other ferrules: pins and keys keep them apart (9)
    for (auto& here : face_one.ends)
      for (auto& there : face_two.ends) {
        bool meet = false;
        const int p = here->position, q = there->position;
        switch (joint.how) {
          case Meeting::kSplice:
          case Meeting::kSeat: meet = p == q && one.rows == two.rows; break;
          case Meeting::kTransceiver: {
            // 3: the keyway is up and so is the key. Slots of the receptacle are counted looking in; a slot is named here by the
            // plug position that it meets, which is the same row and the mirrored column.
            const bool first_is_port = plant_.transceiver(joint.a.part);
            const End& port = first_is_port ? one : two;
            const End& plug = first_is_port ? two : one;
            const int port_p = first_is_port ? p : q, plug_p = first_is_port ? q : p;
            const int row = (port_p - 1) / port.columns, column = (port_p - 1) % port.columns;
            const int slot = row * port.columns + port.columns - column;  // looking in, from the left
            meet = on_end_face(port, slot) == seen_from_behind(on_end_face(plug, plug_p));
            break;
          }
          case Meeting::kAligned: meet = spot(one, p) == seen_from_behind(spot(two, q)); break;
          case Meeting::kOpposed: meet = spot(one, p) == half_turn(seen_from_behind(spot(two, q))); break;
          case Meeting::kNotStated: meet = one.size() == 1 && two.size() == 1; break;  // one fibre cannot be turned
        }
        if (!meet) continue;
        here->meets = there.get();
        there->meets = here.get();
        touch = Touch::kTouches;
      }
    if (joint.how == Meeting::kNotStated && touch != Touch::kTouches && one.rows == two.rows) touch = Touch::kNotKnown;
  }
  face_one.touch = face_two.touch = touch;
}

Found SlowJudge::follow(Plug plug, int position) const {
  struct Todo {
    Walk walk;
    const FibreEnd* at;
    std::vector<const FibreEnd*> been;
  };
  Found found;
  std::vector<Todo> todo;
  todo.push_back({Walk{}, &at(plug, position), {}});
  while (!todo.empty()) {
    if (found.walks.size() > 500) {
      found.gave_up = true;
      return found;
    }
    Todo now = std::move(todo.back());
    todo.pop_back();
    Walk walk = std::move(now.walk);
    const FibreEnd* here = now.at;  // light is about to leave the part here
    const auto ends = [&](SlowEnding ending, Plug where, int p) {
      walk.ending = ending;
      walk.plug = where;
      walk.position = p;
    };
    std::vector<Todo> copies;
    for (;;) {
      if (std::find(now.been.begin(), now.been.end(), here) != now.been.end()) {
        ends(SlowEnding::kLoop, here->plug, here->position);
        break;
      }
      now.been.push_back(here);
      const Face& from = face(here->plug);
      if (from.touch == Touch::kLoose) {
        ends(SlowEnding::kOpenEnd, here->plug, here->position);
        break;
      }
      const Joint& joint = plant_.joints[static_cast<std::size_t>(from.joint)];
      const Plug mate = joint.a == here->plug ? joint.b : joint.a;
      ++walk.joints;
      walk.length_mm += plant_.sort_of(mate.part).length_mm;
      Walked step{from.joint, mate, {}, here->position, 0};
      if (from.touch != Touch::kTouches) {
        walk.way.push_back(step);
        ends(from.touch == Touch::kNotKnown ? SlowEnding::kUnknown : SlowEnding::kNoContact, mate, here->position);
        break;
      }
      const FibreEnd* entered = here->meets;
      step.entered_at = entered->position;
      const Sort& sort = plant_.sort_of(mate.part);
      if (sort.what == What::kTransceiver || !sort.published) {
        walk.way.push_back(step);
        ends(sort.published ? SlowEnding::kPort : SlowEnding::kUnknown, mate, entered->position);
        break;
      }
      for (const FibreEnd* copy : entered->copies) {
        Todo further{walk, copy, now.been};
        further.walk.copied = true;
        further.walk.way.push_back({step.joint, step.entered, copy->plug, step.entered_at, copy->position});
        copies.push_back(std::move(further));
      }
      if (entered->through == nullptr) {
        walk.way.push_back(step);
        ends(SlowEnding::kUnlit, mate, entered->position);
        break;
      }
      here = entered->through;
      step.left = here->plug;
      step.left_at = here->position;
      walk.way.push_back(step);
    }
    found.walks.push_back(std::move(walk));
    for (Todo& copy : copies) todo.push_back(std::move(copy));
  }
  return found;
}

// ---- contact ----------------------------------------------------------------------------------------------------------------

namespace {

std::string_view family(const End& end) {
  if (end.connector.starts_with("bare")) return "fibre";
  if (end.connector.starts_with("LC")) return "LC";
  if (end.connector.starts_with("SC")) return "SC";
  return end.columns == 16 ? "MPO, offset key" : "MPO, centred key";
}

Holds pins_hold(const End& one, const End& two) {  // 7: exactly one pinned, one not
  if (one.pins == Pinning::kWithoutPins && two.pins == Pinning::kWithoutPins) return Holds::kYes;
  if (one.pins == Pinning::kNotStated || two.pins == Pinning::kNotStated) return Holds::kNotKnown;
  const bool good = (one.pins == Pinning::kPinned && two.pins == Pinning::kUnpinned) ||
                    (one.pins == Pinning::kUnpinned && two.pins == Pinning::kPinned);
  return good ? Holds::kYes : Holds::kNo;
}

Holds polish_holds(const End& one, const End& two, Meeting how) {  // 8, "executable"
  if (one.cut == Cut::kNotStated || two.cut == Cut::kNotStated) return Holds::kNotKnown;
  const bool flat_one = one.cut == Cut::kFlat, flat_two = two.cut == Cut::kFlat;
  if (flat_one && flat_two) return Holds::kYes;
  if (flat_one != flat_two) return Holds::kNo;
  if (!one.connector.starts_with("MPO")) return Holds::kYes;  // single ferrules are keyed so that slopes agree
  if (how == Meeting::kNotStated) return Holds::kNotKnown;
  const bool same_slope = one.cut == two.cut;
  return (how == Meeting::kOpposed) == same_slope ? Holds::kYes : Holds::kNo;  // a transceiver's is an aligned mating
}

Holds worse(Holds a, Holds b) { return std::max(a, b); }

}  // namespace

Holds Contact::all() const { return worse(worse(family, rows), worse(pins, polish)); }

Contact contact(const PlainPlant& plant, const Joint& joint) {
  const End &one = plant.end_of(joint.a), &two = plant.end_of(joint.b);
  Contact contact;
  if (family(one) != family(two) || one.columns != two.columns) contact.family = Holds::kNo;
  if (one.rows != two.rows) contact.rows = Holds::kNo;
  if (joint.how == Meeting::kSplice) return contact;
  contact.pins = pins_hold(one, two);
  contact.polish = polish_holds(one, two, joint.how);
  return contact;
}

// ---- links ------------------------------------------------------------------------------------------------------------------

std::string_view spell(LaneFate fate) {
  switch (fate) {
    case LaneFate::kExact: return "lane-exact";
    case LaneFate::kPermuted: return "lanes permuted";
    case LaneFate::kUnknown: return "unknown";
    case LaneFate::kPortOrderChanged: return "port order changed";
    case LaneFate::kTransmitMeetsTransmit: return "transmit meets transmit";
    case LaneFate::kDark: return "dark";
    case LaneFate::kOpenEnd: break;
  }
  return "open end";
}

namespace {

LaneFate fate_of(const PlainPlant& plant, const LaneAt& sent, const Walk& walk, Plug wanted) {
  switch (walk.ending) {
    case SlowEnding::kOpenEnd: return LaneFate::kOpenEnd;
    case SlowEnding::kUnknown: return LaneFate::kUnknown;
    case SlowEnding::kUnlit:
    case SlowEnding::kNoContact:
    case SlowEnding::kLoop: return LaneFate::kDark;
    case SlowEnding::kPort: break;
  }
  for (const LaneAt& lane : plant.sort_of(walk.plug.part).lanes) {
    if (lane.end != walk.plug.end || lane.position != walk.position) continue;
    if (sent.does == Does::kBoth || lane.does == Does::kBoth) {  // mdi-lanes.md 2: TR meets RT, or it is dark
      if (sent.does != lane.does || sent.side == lane.side) return LaneFate::kDark;
    } else if (lane.does == Does::kTransmits) {
      return LaneFate::kTransmitMeetsTransmit;
    }
    if (!(walk.plug == wanted)) return LaneFate::kPortOrderChanged;
    return lane.lane == sent.lane ? LaneFate::kExact : LaneFate::kPermuted;
  }
  return LaneFate::kDark;
}

std::vector<LaneVerdict> one_way(const SlowJudge& judge, Plug from, Plug to, LinkVerdict& link) {
  const PlainPlant& plant = judge.plant();
  std::vector<LaneVerdict> verdicts;
  for (const LaneAt& lane : plant.sort_of(from.part).lanes) {
    if (lane.end != from.end || lane.does == Does::kReceives) continue;
    Found found = judge.follow(from, lane.position);
    // The walk that reaches the port it is meant for, else the one that is nobody's copy.
    std::size_t chosen = 0;
    for (std::size_t i = found.walks.size(); i-- > 0;)
      if (found.walks[i].ending == SlowEnding::kPort && found.walks[i].plug == to) chosen = i;
    const Walk& walk = found.walks[chosen];
    for (const Walked& step : walk.way)
      link.contacts = worse(link.contacts, contact(plant, plant.joints[static_cast<std::size_t>(step.joint)]).all());
    const LaneFate fate = fate_of(plant, lane, walk, to);
    link.worst = std::max(link.worst, fate);
    verdicts.push_back({lane.lane, lane.position, fate, walk});
  }
  std::stable_sort(verdicts.begin(), verdicts.end(), [](const auto& a, const auto& b) { return a.lane < b.lane; });
  return verdicts;
}

}  // namespace

LinkVerdict judge_link(const SlowJudge& judge, LinkWanted link) {
  LinkVerdict verdict;
  verdict.there = one_way(judge, link.a, link.b, verdict);
  verdict.back = one_way(judge, link.b, link.a, verdict);
  return verdict;
}

Verdict LinkVerdict::verdict(bool lanes_reorder) const {
  if (worst > LaneFate::kUnknown || contacts == Holds::kNo) return Verdict::kFaulty;
  bool unknown = contacts == Holds::kNotKnown, permuted = false;
  for (const auto* lanes : {&there, &back})
    for (const LaneVerdict& lane : *lanes) {
      unknown = unknown || lane.fate == LaneFate::kUnknown;
      permuted = permuted || lane.fate == LaneFate::kPermuted;
    }
  if (permuted && !lanes_reorder) return Verdict::kFaulty;
  return unknown ? Verdict::kUnproven : Verdict::kProven;
}

}  // namespace ferrule::test
