// A channel or a permanent link as a row of parts, taken out of the plant so that other ends can be put to it.
//
//     [near cord] - fixed part: cassette = trunk = cassette - [far cord]
//
// Shape:  pieces from the near end to the far end. `in` and `out` are faces of the piece; `joint` is how it was entered. A permanent
//         link has no cords; a channel of one cable has a near cord only. Parts are those of the plant, or made for a trial.
// Errors: a channel whose light splits, ends or is led back is no row of parts: `why_none` says so.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "plant/plant.h"

namespace ferrule::check {

struct Piece {
  static constexpr std::uint16_t kWhereLightLeaves = 0xFFFF;
  const plant::PartType* part = nullptr;
  std::uint16_t in = 0, out = kWhereLightLeaves;
  plant::Joint joint = plant::Joint::kMdi;  // with what stands before it
  std::uint32_t length_mm = 0;
  std::uint32_t asset = plant::kNone;  // of the plant
};

struct Cut;

inline constexpr const char* kTapped = "a tap copies its light, and what its monitors could follow was not tried";
inline constexpr const char* kDisputed = "two plugs claim one place on its way, and which of them is there nobody can tell";

struct Chain {
  std::optional<Piece> near_cord, far_cord;
  std::vector<Piece> fixed;
  plant::Joint near_joint = plant::Joint::kMdi, far_joint = plant::Joint::kMdi;  // how a plug meets the fixed part at its ends
  std::uint32_t leg = plant::kNone;                                              // connector of the first trunk: names its leg
  bool permanent = false;
  std::string why_none;

  std::uint32_t length_mm() const;
  void take_lengths(const Cut& cut);               // of the same assets there
  void stretch(const Chain& other, bool longest);  // piece by piece, the longer or the shorter of the two; of the same parts
  // All pieces in light order, each with its joint, and the joint behind the last.
  std::vector<Piece> pieces() const;
  plant::Joint last_joint() const { return far_cord || fixed.empty() ? plant::Joint::kMdi : far_joint; }
  std::string words() const;  // "patch > cassette > trunk > cassette > patch"
};

// Whether light goes through the same parts in the same way, over whatever lengths.
bool same_pieces(const Chain& a, const Chain& b);
bool same_parts(const Chain& a, const Chain& b);  // whichever of their ports it takes

// From the end a of the link, or from the other where it names one.
Chain chain_of_bundle(const plant::Plant& plant, std::uint32_t bundle, bool from_far_end = false);

// The permanent link that the leg of a trunk belongs to; `why_none` when it is none (an end hangs loose or is in equipment).
// `trunk_connector` is a plug of end a.
Chain permanent_link(const plant::Plant& plant, std::uint32_t trunk_connector);

// Plugs of end a of every trunk, in the order of the plant.
std::vector<std::uint32_t> trunk_legs(const plant::Plant& plant);

// The face at the other end when all fibres of the face lead to one; nothing when they part.
std::optional<std::uint16_t> only_far_face(const plant::PartType& type, std::uint16_t face);

}  // namespace ferrule::check
