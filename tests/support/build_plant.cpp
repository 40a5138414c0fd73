#include "support/build_plant.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <iostream>
#include <map>
#include <utility>

#include "plant/builder.h"

namespace ferrule::test {
namespace {

using plant::FarEnd;

std::vector<int> numbers(std::string_view text) {
  std::vector<int> found;
  const char* at = text.data();
  const char* const past = at + text.size();
  while (at < past) {
    int number = 0;
    const auto [next, error] = std::from_chars(at, past, number);
    if (error == std::errc())
      found.push_back(number), at = next;
    else
      ++at;
  }
  return found;
}

// facts/polarity.md 4.2, side 2 of each full table (side 1 counts 1, 2, 3, ...).
struct Printed {
  std::string_view type;
  int rows, columns;
  std::string_view side2;
};
constexpr Printed kCables[] = {
    {"A", 1, 12, "1 2 3 4 5 6 7 8 9 10 11 12"},
    {"B", 1, 12, "12 11 10 9 8 7 6 5 4 3 2 1"},
    {"C", 1, 12, "2 1 4 3 6 5 8 7 10 9 12 11"},
    {"A", 1, 16, "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16"},
    {"B", 1, 16, "16 15 14 13 12 11 10 9 8 7 6 5 4 3 2 1"},
    {"C", 1, 16, "2 1 4 3 6 5 8 7 10 9 12 11 14 13 16 15"},
    {"A", 2, 12, "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24"},
    {"B24-R", 2, 12, "24 23 22 21 20 19 18 17 16 15 14 13 12 11 10 9 8 7 6 5 4 3 2 1"},
    {"B24-P", 2, 12, "12 11 10 9 8 7 6 5 4 3 2 1 24 23 22 21 20 19 18 17 16 15 14 13"},
    {"C", 2, 12, "2 1 4 3 6 5 8 7 10 9 12 11 14 13 16 15 18 17 20 19 22 21 24 23"},
    {"A", 2, 16, "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32"},
    {"B32-R", 2, 16, "32 31 30 29 28 27 26 25 24 23 22 21 20 19 18 17 16 15 14 13 12 11 10 9 8 7 6 5 4 3 2 1"},
    {"B32-P", 2, 16, "16 15 14 13 12 11 10 9 8 7 6 5 4 3 2 1 32 31 30 29 28 27 26 25 24 23 22 21 20 19 18 17"},
    {"C", 2, 16, "2 1 4 3 6 5 8 7 10 9 12 11 14 13 16 15 18 17 20 19 22 21 24 23 26 25 28 27 30 29 32 31"},
};

// facts/polarity.md 5.1 and 10.1, 10.2: L/R fibres of ports 1, 2, ... written out.
struct PrintedPorts {
  std::string_view map;
  int rows, columns;
  std::string_view left_right;
};
constexpr PrintedPorts kPorts[] = {
    {"consecutive", 1, 12, "1/2 3/4 5/6 7/8 9/10 11/12"},
    {"flipped", 1, 12, "11/12 9/10 7/8 5/6 3/4 1/2"},
    {"pair-swapped", 1, 12, "2/1 4/3 6/5 8/7 10/9 12/11"},
    {"universal", 1, 12, "1/12 2/11 3/10 4/9 5/8 6/7"},
    {"universal mirrored", 1, 12, "12/1 11/2 10/3 9/4 8/5 7/6"},
    {"universal by row", 1, 12, "1/12 2/11 3/10 4/9 5/8 6/7"},
    {"consecutive", 1, 16, "1/2 3/4 5/6 7/8 9/10 11/12 13/14 15/16"},
    {"flipped", 1, 16, "15/16 13/14 11/12 9/10 7/8 5/6 3/4 1/2"},
    {"pair-swapped", 1, 16, "2/1 4/3 6/5 8/7 10/9 12/11 14/13 16/15"},
    {"universal", 1, 16, "1/16 2/15 3/14 4/13 5/12 6/11 7/10 8/9"},
    {"universal mirrored", 1, 16, "16/1 15/2 14/3 13/4 12/5 11/6 10/7 9/8"},
    {"universal by row", 1, 16, "1/16 2/15 3/14 4/13 5/12 6/11 7/10 8/9"},
    {"consecutive", 2, 12, "1/2 3/4 5/6 7/8 9/10 11/12 13/14 15/16 17/18 19/20 21/22 23/24"},
    {"flipped", 2, 12, "23/24 21/22 19/20 17/18 15/16 13/14 11/12 9/10 7/8 5/6 3/4 1/2"},
    {"pair-swapped", 2, 12, "2/1 4/3 6/5 8/7 10/9 12/11 14/13 16/15 18/17 20/19 22/21 24/23"},
    {"universal", 2, 12, "1/24 2/23 3/22 4/21 5/20 6/19 7/18 8/17 9/16 10/15 11/14 12/13"},
    {"universal mirrored", 2, 12, "24/1 23/2 22/3 21/4 20/5 19/6 18/7 17/8 16/9 15/10 14/11 13/12"},
    {"universal by row", 2, 12, "1/12 2/11 3/10 4/9 5/8 6/7 13/24 14/23 15/22 16/21 17/20 18/19"},
    {"port", 1, 12, "1/12 2/11 3/10 4/9"},
    {"port", 1, 16, "1/16 2/15 3/14 4/13 5/12 6/11 7/10 8/9"},
};

// facts/polarity.md 10.3 to 10.6 and facts/mdi-lanes.md 5, written out: for each end on the far side, what enters at its positions.
struct PrintedLeg {
  std::string_view map;
  int leg;                     // from 1
  std::string_view positions;  // of the leg
  std::string_view head;       // in the same order, both inputs counted through
};
constexpr std::string_view kEight = "1 2 3 4 9 10 11 12";
constexpr PrintedLeg kLegs[] = {
    {"2x12-to-24", 1, "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24",
     "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24"},
    {"P1", 1, kEight, "1 2 3 4 5 6 7 8"},
    {"P1", 2, kEight, "9 10 11 12 13 14 15 16"},
    {"P1", 3, kEight, "17 18 19 20 21 22 23 24"},
    {"P2", 1, kEight, "1 2 3 4 9 10 11 12"},
    {"P2", 2, kEight, "5 6 13 14 23 24 7 8"},
    {"P2", 3, kEight, "15 16 17 18 19 20 21 22"},
    {"P3", 1, kEight, "1 2 3 4 21 22 23 24"},
    {"P3", 2, kEight, "5 6 7 8 17 18 19 20"},
    {"P3", 3, kEight, "9 10 11 12 13 14 15 16"},
    {"12-to-2x2 crossing", 1, "1 2 11 12", "12 11 2 1"},
    {"12-to-2x2 crossing", 2, "1 2 11 12", "10 9 4 3"},
    {"16-to-2x8 crossing", 1, kEight, "16 15 14 13 4 3 2 1"},
    {"16-to-2x8 crossing", 2, kEight, "12 11 10 9 8 7 6 5"},
    {"16-to-2x8 straight", 1, kEight, "1 2 3 4 13 14 15 16"},
    {"16-to-2x8 straight", 2, kEight, "5 6 7 8 9 10 11 12"},
    {"16-to-4x2 crossing", 1, "1 2 11 12", "16 15 2 1"},
    {"16-to-4x2 crossing", 2, "1 2 11 12", "14 13 4 3"},
    {"16-to-4x2 crossing", 3, "1 2 11 12", "12 11 6 5"},
    {"16-to-4x2 crossing", 4, "1 2 11 12", "10 9 8 7"},
};

[[noreturn]] void no_table(const Sort& sort) {
  std::cerr << "mistake in a test: no table for '" << sort.name << "', map '" << sort.map << "'\n";
  std::abort();
}

FarEnd far_end(int end, int position) { return {static_cast<std::uint16_t>(end), static_cast<std::uint8_t>(position - 1)}; }

void connect(plant::PartType& type, int end, int position, int to_end, int to_position) {
  type.connect(far_end(end, position), far_end(to_end, to_position));  // refused where a hole is empty, and rightly
}

const std::vector<int>& cable_table(const Sort& sort) {
  static const auto* const tables = [] {
    auto* made = new std::map<std::pair<std::string, int>, std::vector<int>>;
    for (const Printed& row : kCables) (*made)[{std::string(row.type), row.rows * 100 + row.columns}] = numbers(row.side2);
    return made;
  }();
  const auto found = tables->find({sort.map, sort.ends.front().rows * 100 + sort.ends.front().columns});
  if (found == tables->end()) no_table(sort);
  return found->second;
}

const std::vector<int>& port_table(const Sort& sort, const End& rear) {
  static const auto* const tables = [] {
    auto* made = new std::map<std::pair<std::string, int>, std::vector<int>>;
    for (const PrintedPorts& row : kPorts)
      (*made)[{std::string(row.map), row.rows * 100 + row.columns}] = numbers(row.left_right);
    return made;
  }();
  const auto found = tables->find({sort.map, rear.rows * 100 + rear.columns});
  if (found == tables->end()) no_table(sort);
  return found->second;
}

void lay_map(plant::PartType& type, const Sort& sort) {
  const int ends = static_cast<int>(sort.ends.size());
  switch (sort.what) {
    case What::kTransceiver: return;
    case What::kArrayCable: {
      const std::vector<int>& side2 = cable_table(sort);
      for (int leg = 0; leg < ends / 2; ++leg)
        for (std::size_t p = 0; p < side2.size(); ++p) connect(type, leg, static_cast<int>(p) + 1, ends / 2 + leg, side2[p]);
      return;
    }
    case What::kDuplexCord:
      for (const auto& [a, b] : sort.map == "A-to-B" ? std::vector<std::pair<int, int>>{{1, 2}, {2, 1}}
                                                     : std::vector<std::pair<int, int>>{{1, 1}, {2, 2}})
        connect(type, 0, a, 1, b);
      return;
    case What::kSimplexCord: connect(type, 0, 1, 1, 1); return;
    case What::kBreakout:
    case What::kCassette: {
      int rears = 1;
      if (sort.what == What::kCassette)
        rears = static_cast<int>(std::find_if(sort.ends.begin(), sort.ends.end(), [](const End& e) { return e.receptacle; }) -
                                 sort.ends.begin());
      const int fronts = (ends - rears) / rears;
      const std::vector<int>& pairs = port_table(sort, sort.ends.front());
      for (int rear = 0; rear < rears; ++rear)
        for (int n = 0; n < fronts && 2 * n + 1 < static_cast<int>(pairs.size()); ++n)
          for (int side = 0; side < 2; ++side)
            connect(type, rear, pairs[static_cast<std::size_t>(2 * n + side)], rears + rear * fronts + n, side + 1);
      return;
    }
    case What::kConversion: {
      int heads = 1;
      while (sort.ends[static_cast<std::size_t>(heads)].name.starts_with("in")) ++heads;
      for (const PrintedLeg& row : kLegs) {
        if (row.map != sort.map) continue;
        const std::vector<int> to = numbers(row.positions), from = numbers(row.head);
        for (std::size_t i = 0; i < to.size(); ++i) {
          const int head = heads == 2 && from[i] > 12 ? 1 : 0;
          connect(type, head, from[i] - 12 * head, heads + row.leg - 1, to[i]);
        }
      }
      return;
    }
    case What::kLoopback: {  // 13 - p, 17 - p, 25 - p: 1 to the last, 2 to the last but one
      int low = 1, high = sort.ends.front().size();
      while (low < high) connect(type, 0, low++, 0, high--);
      return;
    }
    case What::kShuffle:
    case What::kTap:
      for (const Strand& strand : sort.strands) connect(type, strand.end, strand.position, strand.to_end, strand.to_position);
      for (const Copy& copy : sort.copies)
        type.branches.push_back({static_cast<std::uint16_t>(copy.end),
                                 static_cast<std::uint8_t>(copy.position - 1),
                                 far_end(copy.to_end, copy.to_position),
                                 {}});
      return;
  }
}

plant::Kind kind_of(What what) {
  switch (what) {
    case What::kTransceiver: return plant::Kind::kTransceiver;
    case What::kArrayCable: return plant::Kind::kTrunk;
    case What::kDuplexCord:
    case What::kSimplexCord: return plant::Kind::kCord;
    case What::kBreakout: return plant::Kind::kBreakout;
    case What::kConversion: return plant::Kind::kConversion;
    case What::kCassette: return plant::Kind::kCassette;
    case What::kShuffle: return plant::Kind::kModule;
    case What::kLoopback: return plant::Kind::kLoopback;
    case What::kTap: break;
  }
  return plant::Kind::kTap;
}

spec::Pins pins_of(Pinning pins) {
  switch (pins) {
    case Pinning::kPinned: return spec::Pins::kPinned;
    case Pinning::kUnpinned: return spec::Pins::kUnpinned;
    case Pinning::kWithoutPins: return spec::Pins::kNone;
    case Pinning::kNotStated: break;
  }
  return spec::Pins::kUnknown;
}

spec::Polish polish_of(Cut cut) {
  switch (cut) {
    case Cut::kFlat: return spec::Polish::kFlat;
    case Cut::kAngled: return spec::Polish::kAngled;
    case Cut::kAngledUp: return spec::Polish::kAngledUp;
    case Cut::kNotStated: break;
  }
  return spec::Polish::kUnknown;
}

}  // namespace

plant::Joint joint_of(Meeting meeting) {
  switch (meeting) {
    case Meeting::kTransceiver: return plant::Joint::kMdi;
    case Meeting::kSeat: return plant::Joint::kSeat;
    case Meeting::kOpposed: return plant::Joint::kOpposed;
    case Meeting::kAligned: return plant::Joint::kAligned;
    case Meeting::kSplice: return plant::Joint::kSplice;
    case Meeting::kNotStated: break;
  }
  return plant::Joint::kUnstated;
}

plant::PartType type_of(const Sort& sort) {
  plant::PartType type;
  type.name = sort.name;
  type.kind = kind_of(sort.what);
  for (const End& end : sort.ends) {
    plant::TypeFace face;
    face.name = end.name;
    face.face.connector = end.connector;
    face.face.pins = pins_of(end.pins);
    face.face.polish = polish_of(end.cut);
    face.face.rows = end.rows;
    face.face.columns = end.columns;
    for (int p = 1; p <= end.size(); ++p)
      if (end.fibre[static_cast<std::size_t>(p)]) face.face.populated.set(static_cast<std::size_t>(p - 1));
    face.receptacle = end.receptacle;
    type.faces.push_back(std::move(face));
  }
  type.lay_out_map();
  lay_map(type, sort);
  for (const LaneAt& lane : sort.lanes) {
    const plant::Function function = lane.does == Does::kTransmits  ? plant::Function::kTransmit
                                     : lane.does == Does::kReceives ? plant::Function::kReceive
                                                                    : plant::Function::kBoth;
    const plant::Side side = lane.side == 'T' ? plant::Side::kTr : lane.side == 'R' ? plant::Side::kRt : plant::Side::kNone;
    type.lanes.push_back({static_cast<std::uint16_t>(lane.end), static_cast<std::uint8_t>(lane.position - 1), function, side,
                          static_cast<std::uint8_t>(lane.lane - 1)});
  }
  if (!sort.published) {
    type.map_known = false;
    type.map_unknown_because = "nobody published it";
  }
  return type;
}

Built build(const PlainPlant& plain) {
  Built built;
  plant::Builder builder;
  for (const Sort& sort : plain.sorts) builder.add_type(type_of(sort));
  for (std::size_t i = 0; i < plain.parts.size(); ++i) {
    const Part& part = plain.parts[i];
    const auto sort = static_cast<std::uint32_t>(part.sort);
    const std::uint32_t asset = builder.add_asset(sort, part.name, {plain.sorts[sort].length_mm}, {});
    built.first.push_back(builder.connector(asset));
    for (std::size_t end = 0; end < plain.sorts[sort].ends.size(); ++end) {
      built.part_end.emplace_back(static_cast<int>(i), static_cast<int>(end));
      if (plain.sorts[sort].what != What::kTransceiver) continue;
      const std::uint32_t face = builder.plant().type_first_face[sort] + static_cast<std::uint32_t>(end);
      const std::uint32_t connector = builder.connector(asset, end);
      built.ports.push_back({{static_cast<int>(i), static_cast<int>(end)}, connector, builder.lane_set(face).value()});
    }
  }
  for (const Joint& joint : plain.joints)
    if (!builder.mate(built.connector(joint.a), built.connector(joint.b), joint_of(joint.how))) {
      std::cerr << "mistake in a test: " << plain.spelled(joint.a) << " and " << plain.spelled(joint.b) << " cannot be mated\n";
      std::abort();
    }
  built.plant = std::move(builder).finish();
  return built;
}

}  // namespace ferrule::test
