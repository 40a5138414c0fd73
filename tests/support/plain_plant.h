// A plant in the field's own words: parts, their ends, what is mated with what. It knows nothing of ferrule::plant.
//
// It is what the random generator draws, what the slow judge judges and what build_plant.h turns into the product's model, so that
// the two sides share a description and not a line of code.
//
// Units:  positions count from 1, as printed: row by row from the key side, left to right, looking at the end face of a plug with
//         its key up. Duplex ends: 1 is L and 2 is R of the receptacle (the one the plug enters, looking in, keyways up).
// Shape:  a sort is what one can buy, a part is one of them; ends of cables: all near ends, then all far ends.
// Errors: none; a name that does not exist is a mistake in a test and ends it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ferrule::test {

enum class Pinning { kNotStated, kPinned, kUnpinned, kWithoutPins };
enum class Cut { kNotStated, kFlat, kAngled, kAngledUp };

struct End {
  std::string name;       // "a", "rear", "leg2"
  std::string connector;  // "MPO-12"
  int rows = 1, columns = 1;
  std::vector<bool> fibre;  // fibre[p]: position p holds one; fibre[0] is not used
  Pinning pins = Pinning::kNotStated;
  Cut cut = Cut::kNotStated;
  bool receptacle = false;  // a plug goes in here
  int size() const { return rows * columns; }
};

enum class What {
  kTransceiver,
  kArrayCable,  // cord, trunk, multi-leg trunk, extension, pigtail: A, B, C, B24-R, B24-P, B32-R, B32-P
  kDuplexCord,  // A-to-B, A-to-A
  kSimplexCord,
  kBreakout,    // head, then duplex legs: port, consecutive, universal
  kConversion,  // 2x12-to-24, P1, P2, P3, 16-to-2x8 crossing, 16-to-2x8 straight, 12-to-2x2 crossing, 16-to-4x2 crossing
  kCassette,  // rear ends, then duplex fronts: consecutive, flipped, pair-swapped, universal, universal mirrored, universal by row
  kShuffle,   // listed
  kLoopback,  // lane k's transmit position to its receive position
  kTap,       // listed, with copies
};

struct Strand {  // a fibre inside a part
  int end = 0, position = 0, to_end = 0, to_position = 0;
};
struct Copy {  // light that enters at `end` is also sent out at `to_end`; not the other way
  int end = 0, position = 0, to_end = 0, to_position = 0;
};
enum class Does { kTransmits, kReceives, kBoth };
struct LaneAt {
  int end = 0, position = 0;
  Does does = Does::kTransmits;
  int lane = 1;     // within its receptacle, from 1
  char side = '-';  // 'T' (TR) or 'R' (RT) of a bidirectional optic
};

struct Sort {
  std::string name;
  What what = What::kArrayCable;
  std::string map;  // the word that decides where fibres go
  std::vector<End> ends;
  std::vector<Strand> strands;  // kShuffle and kTap
  std::vector<Copy> copies;     // kTap
  std::vector<LaneAt> lanes;    // kTransceiver
  bool published = true;        // false: nobody says where its fibres go
  int length_mm = 0;
};

struct Part {
  std::string name;
  int sort = 0;
};

struct Plug {
  int part = -1, end = 0;
  friend bool operator==(const Plug&, const Plug&) = default;
};

// How two ends meet.
enum class Meeting {
  kTransceiver,  // a plug in a transceiver's receptacle, both keys up
  kSeat,         // a duplex or single plug in the front of a module
  kOpposed,      // Type A adapter
  kAligned,      // Type B adapter
  kSplice,       // fibre n to fibre n
  kNotStated,    // an adapter whose type nobody said
};
std::string_view spell(Meeting meeting);

struct Joint {
  Plug a, b;
  Meeting how = Meeting::kOpposed;
};

struct LinkWanted {
  Plug a, b;  // receptacles of transceivers
};

struct PlainPlant {
  std::vector<Sort> sorts;
  std::vector<Part> parts;
  std::vector<Joint> joints;
  std::vector<LinkWanted> links;

  const Sort& sort_of(int part) const { return sorts[static_cast<std::size_t>(parts[static_cast<std::size_t>(part)].sort)]; }
  const End& end_of(Plug plug) const { return sort_of(plug.part).ends[static_cast<std::size_t>(plug.end)]; }
  bool transceiver(int part) const { return sort_of(part).what == What::kTransceiver; }

  // For tests written by hand.
  int put(std::string name, Sort sort);    // a part of a sort of its own, or of an equal one already there
  Plug plug(std::string_view name) const;  // "T1/a", or "dev1" for a part with one end
  void join(std::string_view a, std::string_view b, Meeting how);
  std::string spelled(Plug plug) const;  // "T1/a", "dev1"
};

// "MPO-12": 1x12 full, "MPO-8": 8 of 12, "MPO-10": 10 of 12, "MPO-24", "MPO-20": 20 of 24, "MPO-16", "MPO-32", "LC-duplex", "SC-duplex",
// "LC", "bare-12", "bare-24", "bare-16".
End end_of(std::string name, std::string_view connector, Pinning pins = Pinning::kNotStated, Cut cut = Cut::kNotStated,
           bool receptacle = false);

// Sorts, in the words of facts/polarity.md and facts/mdi-lanes.md.
Sort array_cable(std::string_view type, std::string_view connector_a, std::string_view connector_b = {}, int legs = 1);
Sort duplex_cord(std::string_view type, std::string_view connector = "LC-duplex");
Sort simplex_cord();
Sort breakout(std::string_view map, std::string_view head, int legs);
Sort conversion(std::string_view map, bool one_24_head = false);  // P1..P3: 2x12 or one MPO-24 to 3x8
Sort cassette(std::string_view transition, std::string_view rear, int fronts, int rears = 1);
Sort loopback(std::string_view connector);
Sort sr4();           // four lanes on MPO-12: Rx k = k, Tx k = 13-k
Sort sr8();           // eight lanes on MPO-16
Sort sr10();          // ten lanes on MPO-24, receive in the row at the key
Sort twin_dr4();      // two receptacles of four lanes
Sort bidi4();         // four bidirectional fibres each side: TR k = 13-k, RT k = k
Sort duplex_optic();  // Tx = L, Rx = R
Sort bidi1();         // one fibre, both directions

}  // namespace ferrule::test
