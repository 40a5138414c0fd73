// A type of part: its faces and where light that enters one position of one face leaves it. Shared by every instance.
//
//     cord, trunk        a.p <-> b.map(p)              cassette   rear.p <-> n.L or n.R
//     breakout           head.p <-> leg n.q            tap        a.p <-> b.p, and a.p -> monitor.q one way
//     transceiver        no map: light starts and ends here
//
// Shape:  the map of every part but a tap is its own inverse. Faces number from 0 in the order declared; an instance's connectors
//         follow in the same order.
// Errors: a position with no fibre maps nowhere; a map that nobody published leaves `map_known` false, and what needs it is unproven.
// Source: data/sources.md#array-types, #transitions, #breakouts
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/confidence.h"
#include "base/quantity.h"
#include "diag/source.h"
#include "spec/face.h"

namespace ferrule::plant {

enum class Kind : std::uint8_t {
  kTransceiver,
  kCord,
  kTrunk,
  kExtension,
  kBreakout,
  kConversion,
  kCassette,
  kAdapterPanel,
  kModule,  // any other part with a listed map: mesh, shuffle
  kTap,
  kLoopback,
};
std::string_view spell(Kind kind);

// How two faces meet.
enum class Joint : std::uint8_t {
  kNone,      // nothing is mated
  kMdi,       // a plug in a transceiver's receptacle
  kSeat,      // a single-fibre plug (or duplex pair) in a receptacle of a module: bores are numbered as the receptacle's
  kOpposed,   // Type A adapter, key up to key down
  kAligned,   // Type B adapter, key up to key up
  kSplice,    // fibre to fibre, same number
  kUnstated,  // an adapter whose type nobody said
};
std::string_view spell(Joint joint);  // "Type A adapter (opposed keys)"

// Where a map or a row of facts comes from.
struct Cited {
  std::string what;  // "transition consecutive", "Type B, 24 fibres"
  std::string source;
  Confidence confidence = Confidence::kHigh;
};

struct FarEnd {
  static constexpr std::uint16_t kNowhere = 0xFFFF;
  std::uint16_t face = kNowhere;
  std::uint8_t position = 0;
  bool known() const { return face != kNowhere; }
  friend bool operator==(const FarEnd&, const FarEnd&) = default;
};

// Light that leaves by a second way as well: one branch of a tap.
struct Branch {
  std::uint16_t from_face = 0;
  std::uint8_t from_position = 0;
  FarEnd to;
  Loss loss;
};

enum class Function : std::uint8_t { kDark, kTransmit, kReceive, kBoth };
enum class Side : std::uint8_t { kNone, kTr, kRt };  // of a bidirectional optic: TR transmits what RT receives

// What a transceiver does at one position of one receptacle.
struct Lane {
  std::uint16_t face = 0;
  std::uint8_t position = 0;
  Function function = Function::kDark;
  Side side = Side::kNone;
  std::uint8_t number = 0;  // lane within the receptacle, from 0
};

// Losses that were measured of this kind of connector, each of one mated connection against a reference plug.
struct Lot {
  std::vector<Loss> rising;
  Loss mean;
  diag::Place first, highest;  // rows of the file: its first value, and its highest
};

std::shared_ptr<Lot> lot_of(std::vector<Loss> values);  // in any order, at least one

struct TypeFace {
  std::string name;  // "a", "b2", "rear", "1"
  spec::Face face;
  bool receptacle = false;     // a plug enters here; false: this is itself a plug or a bare end
  Joint joint = Joint::kNone;  // for receptacles: how the plug meets what is behind
  std::string grade;           // as stated: "low-loss"; empty when nobody said
  std::string brand;
  Loss loss_max;                             // stated maximum per joint, 0 when not stated
  std::shared_ptr<const Lot> lot = nullptr;  // shared by all faces that it is of; null when none was measured
};

struct PartType {
  std::string name;  // key under parts:, or the optic's name
  Kind kind = Kind::kCord;
  std::vector<TypeFace> faces;
  std::vector<FarEnd> far;           // by face, then position; see far_index
  std::vector<std::uint32_t> first;  // far[first[face] + position]
  std::vector<Branch> branches;
  std::vector<Lane> lanes;  // transceivers only
  bool map_known = true;
  std::string map_unknown_because;
  std::vector<Cited> map_facts;                // what the map rests on
  bool sides_uncertain = false;                // which bore of a duplex port is which rests on a low-confidence row
  std::string claims;                          // polarity or method the author wrote, as a claim to test: "B", "consecutive"
  Confidence lane_order = Confidence::kHigh;   // transceivers: order of lanes inside the transmit and receive groups
  Confidence lane_groups = Confidence::kHigh;  // transceivers: which positions transmit and which receive

  std::string application;  // transceivers: optic of data/optics.csv
  std::string fibre;        // "OM4"; empty when nobody said
  spec::Mode mode = spec::Mode::kUnknown;
  std::string jacket;  // "OFNP"
  std::string brand;
  std::string grade;
  bool field_changeable = false;     // pins and key side can be changed in the field
  bool turnable = false;             // cassettes: the housing can be turned over, which renumbers its fronts
  std::optional<Loss> through_loss;  // stated for the way through the part itself (the live path of a tap)
  diag::Place place;                 // where the part was described

  FarEnd far_of(std::size_t face, std::size_t position) const { return far[first[face] + position]; }
  void lay_out_map();                // sizes `far` and `first` for the faces; all nowhere
  bool connect(FarEnd a, FarEnd b);  // a <-> b; false when either is taken or no fibre, or both are one end
  bool is_involution() const;
};

}  // namespace ferrule::plant
