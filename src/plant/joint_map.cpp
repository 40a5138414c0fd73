#include "plant/joint_map.h"

namespace ferrule::plant {

std::optional<int> met_position(Joint joint, const spec::Face& from, const spec::Face& to, int position) {
  if (joint == Joint::kSplice && from.size() == to.size()) return position;  // fibre to fibre, whatever plugs lie beyond
  if (from.rows != to.rows || from.columns != to.columns) return std::nullopt;
  const int row = position / from.columns, column = position % from.columns;
  switch (joint) {
    case Joint::kMdi:
    case Joint::kSeat:
    case Joint::kSplice: return position;
    case Joint::kOpposed: return (from.rows - 1 - row) * from.columns + column;
    case Joint::kAligned: return row * from.columns + (from.columns - 1 - column);
    case Joint::kUnstated:
      if (from.size() == 1) return position;  // one fibre: no adapter can turn it
      break;
    case Joint::kNone: break;
  }
  return std::nullopt;
}

Cited cited(Joint joint, const spec::Face& face) {
  Cited fact{std::string(spell(joint)), "data/sources.md#adapters", Confidence::kHigh};
  if ((joint == Joint::kOpposed || joint == Joint::kAligned) && face.rows > 2) fact.confidence = Confidence::kLow;
  return fact;
}

}  // namespace ferrule::plant
