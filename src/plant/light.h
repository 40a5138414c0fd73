// Light followed through a plant, many fibres at a time, and every distinct way it goes remembered once.
//
//     port ==3 fibres==> [joint, face] --part map--> [joint, face] --> ... --> port
//           exit               step         exit         step
//
// A *step* is light entering a face through a joint; an *exit* is light leaving a face after a part's map. Both are shared by all
// traces that took the same way through the same part types so far, so a hall of a million links has a few dozen of them, and
// following one more link is a table look-up per connector. Where a part sends fibres to different faces the trace splits.
//
// Shape:  lanes are pairs (origin, position): origin is the index in the set of positions the trace started with.
// Limits: a way ends with kTooLong at its kMostHops-th joint, and every copy by a tap that is left once the copies of one start have
//         crossed kMostCopyJoints together (taps can make ways out of ways without end; light that is nobody's copy has at most as
//         many ways as lanes). Only hostile plants reach either. No light is dropped unsaid.
// Speed:  connectors are prefetched for many traces at once; O(joints) per trace, O(distinct ways) memory.
// Errors: none; every way a lane can end is an Ending.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "plant/plant.h"

namespace ferrule::plant {

enum class Ending : std::uint8_t {
  kOnward,     // not an end
  kPort,       // a transceiver's receptacle
  kOpenEnd,    // a connector with nothing mated
  kUnlit,      // a position without a fibre, in a face or behind it
  kNoContact,  // faces that do not line up: no fibre meets a fibre
  kUnknown,    // an adapter type or a map that nobody stated
  kTooLong,
};
std::string_view spell(Ending ending);

struct LanePosition {
  std::uint8_t origin = 0, position = 0;
  friend bool operator==(const LanePosition&, const LanePosition&) = default;
};

struct Exit {
  std::uint32_t step = kNone;    // the step it leaves; kNone for a start
  std::uint32_t face = 0;        // left through
  std::int32_t delta = 0;        // from the connector entered to the connector left
  std::uint32_t first_lane = 0;  // into lanes()
  std::uint16_t lanes = 0;
  std::uint16_t hops = 0;  // joints so far
  bool branch = false;     // a copy of the light, by a tap
};

struct Step {
  std::uint32_t from = 0;      // exit it came from
  std::uint32_t face = kNone;  // entered; kNone at an open end
  Joint joint = Joint::kNone;
  Ending ending = Ending::kOnward;  // of the lanes that end here
  std::uint16_t lanes = 0, ended = 0, exits = 0;
  std::uint32_t first_lane = 0;   // arriving, into lanes()
  std::uint32_t first_ended = 0;  // into lanes()
  std::uint32_t first_exit = 0;   // into exits()
};

// Which joints light has crossed, each counted once however many traces cross it.
class Crossed {
 public:
  struct Joints {
    std::uint32_t count = 0, first = kNone;  // first: the lowest connector, of all crossings by this step
  };
  explicit Crossed(std::size_t connectors) : seen_(connectors / 64 + 1) {}

  void cross(std::uint32_t step, std::uint32_t left, std::uint32_t entered) {
    if (step >= of_step_.size()) of_step_.resize(step + step / 2 + 64);
    const std::uint64_t bit = std::uint64_t{1} << (entered & 63);
    if ((seen_[entered >> 6] & bit) != 0) return;
    seen_[entered >> 6] |= bit;
    seen_[left >> 6] |= std::uint64_t{1} << (left & 63);
    Joints& joints = of_step_[step];
    ++joints.count;
    joints.first = std::min(joints.first, std::min(left, entered));
  }
  bool seen(std::uint32_t connector) const { return (seen_[connector >> 6] >> (connector & 63) & 1) != 0; }
  std::span<const std::uint64_t> words() const { return seen_; }  // bit c % 64 of word c / 64
  Joints by_step(std::uint32_t step) const { return step < of_step_.size() ? of_step_[step] : Joints{}; }

 private:
  std::vector<std::uint64_t> seen_;
  std::vector<Joints> of_step_;
};

class Light {
 public:
  static constexpr int kMostHops = 4096;
  static constexpr std::uint32_t kMostCopyJoints = 1u << 14;

  // Reads the plant while it lives; a plant whose types change needs a new Light.
  explicit Light(const Plant& plant) : Light(plant, plant.types) {}
  // The same plant with other maps (same faces): what would happen if these types were wired otherwise. Both must outlive the Light.
  Light(const Plant& plant, const std::vector<PartType>& types);

  struct Start {
    std::uint32_t connector = kNone;
    std::uint32_t exit = 0;
  };
  // One end of a trace. `connector` is the one entered, or the one left open.
  struct Leaf {
    std::uint32_t step = kNone;
    std::uint32_t connector = kNone;
    std::uint32_t length_mm = 0;  // of all parts passed
  };
  struct MoreLeaf {
    std::uint32_t start = 0;  // index into the starts
    Leaf leaf;
  };

  std::uint32_t start_of(std::uint32_t lane_set);  // exit id for the fibres of a lane set, in its order
  std::uint32_t start_of(std::uint32_t face, std::span<const std::uint8_t> positions);

  // Follows every start; its first leaf goes to `first`, further ones (splits) to `more`, in no particular order.
  // Joints crossed are noted in `crossed` when there is one.
  void follow(std::span<const Start> starts, std::span<Leaf> first, std::vector<MoreLeaf>& more, Crossed* crossed = nullptr);

  const Step& step(std::uint32_t id) const { return steps_[id]; }
  const Exit& exit(std::uint32_t id) const { return exits_[id]; }
  std::span<const LanePosition> arriving(const Step& step) const { return {lanes_.data() + step.first_lane, step.lanes}; }
  std::span<const LanePosition> ended(const Step& step) const { return {lanes_.data() + step.first_ended, step.ended}; }
  std::span<const LanePosition> leaving(const Exit& exit) const { return {lanes_.data() + exit.first_lane, exit.lanes}; }
  std::size_t step_count() const { return steps_.size(); }
  std::vector<std::uint32_t> way_to(std::uint32_t step) const;  // steps from the first joint to this one

 private:
  class Flight;
  std::uint32_t find_step(std::uint32_t exit, std::uint32_t face_joint);
  std::uint32_t make_step(std::uint32_t exit, std::uint32_t face_joint);
  void pass_through(Step& step, std::uint32_t step_id);
  std::uint32_t add_lanes(std::span<const LanePosition> lanes);
  void end_here(Step& step, Ending ending, std::span<const LanePosition> lanes);
  void grow();

  // What the last light that left by an exit met, since nearly all of it meets the same: one comparison in place of a look-up.
  struct Last {
    std::uint32_t face_joint = kNone, step = kNone;
    std::uint32_t onward = kNone;  // the step's only exit when nothing ends there; kNone: it ends or splits
    std::int32_t delta = 0;        // of that exit
  };
  Last meets(std::uint32_t exit, std::uint32_t face_joint);

  const TypeFace& face(std::uint32_t id) const { return types_[plant_.faces[id].type].faces[plant_.faces[id].index]; }

  const Plant& plant_;
  const std::vector<PartType>& types_;
  std::vector<Step> steps_;
  std::vector<Exit> exits_;
  std::vector<Last> last_;  // by exit
  std::vector<LanePosition> lanes_;
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t step = kNone;
  };
  std::vector<Slot> table_;
  std::uint64_t mask_ = 0;
  std::vector<std::uint32_t> set_start_;
};

}  // namespace ferrule::plant
