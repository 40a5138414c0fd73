#include "plant/same_part.h"

#include <algorithm>
#include <tuple>

namespace ferrule::plant {
namespace {

bool same_type_face(const TypeFace& a, const TypeFace& b) {
  const auto traits = [](const TypeFace& f) {
    return std::tie(f.name, f.face.connector, f.face.pins, f.face.polish, f.face.rows, f.face.columns, f.face.populated,
                    f.receptacle, f.joint, f.grade, f.brand, f.loss_max);
  };
  const bool same_lot = a.lot == b.lot || (a.lot && b.lot && a.lot->rising == b.lot->rising);
  return traits(a) == traits(b) && same_lot;
}

bool same_branch(const Branch& a, const Branch& b) {
  return std::tie(a.from_face, a.from_position, a.to, a.loss) == std::tie(b.from_face, b.from_position, b.to, b.loss);
}

bool same_lane(const Lane& a, const Lane& b) {
  return std::tie(a.face, a.position, a.function, a.side, a.number) == std::tie(b.face, b.position, b.function, b.side, b.number);
}

bool same_cited(const Cited& a, const Cited& b) {
  return std::tie(a.what, a.source, a.confidence) == std::tie(b.what, b.source, b.confidence);
}

template <class List, class Same>
bool same_list(const List& a, const List& b, Same same) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), same);
}

}  // namespace

bool same_part(const PartType& a, const PartType& b) {
  const auto traits = [](const PartType& p) {
    return std::tie(p.kind, p.far, p.first, p.map_known, p.sides_uncertain, p.claims, p.lane_order, p.lane_groups, p.application,
                    p.fibre, p.mode, p.jacket, p.brand, p.grade, p.field_changeable, p.turnable, p.through_loss);
  };
  return traits(a) == traits(b) && same_list(a.faces, b.faces, same_type_face) &&
         same_list(a.branches, b.branches, same_branch) && same_list(a.lanes, b.lanes, same_lane) &&
         same_list(a.map_facts, b.map_facts, same_cited);
}

}  // namespace ferrule::plant
