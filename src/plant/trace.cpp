#include "plant/trace.h"

#include "plant/joint_map.h"

namespace ferrule::plant {

Path trace(const Plant& plant, FibreEnd start) {
  Path path;
  path.start = start;
  FibreEnd at = start;
  for (;;) {
    const Connector& near = plant.connectors[at.connector];
    Hop hop;
    if (near.mate == kNone) {
      path.ending = Ending::kOpenEnd;
      return path;
    }
    hop.joint = near.joint();
    hop.entered.connector = near.mate;
    if (path.hops.size() + 1 >= Light::kMostHops) {
      path.ending = Ending::kTooLong;
      hop.entered.position = at.position;
      path.hops.push_back(hop);
      return path;
    }
    const spec::Face& from = plant.face_of(at.connector).face;
    const spec::Face& to = plant.face_of(near.mate).face;
    const std::optional<int> met = met_position(hop.joint, from, to, at.position);
    if (!met) {
      const bool lines_up = from.rows == to.rows && from.columns == to.columns;
      path.ending = lines_up ? Ending::kUnknown : Ending::kNoContact;
      hop.entered.position = at.position;
      path.hops.push_back(hop);
      return path;
    }
    hop.entered.position = static_cast<std::uint16_t>(*met);
    const PartType& type = plant.type_of(near.mate);
    const std::uint16_t face = plant.face_info(near.mate).index;
    if (type.kind == Kind::kTransceiver || !type.map_known) {
      path.ending = type.kind == Kind::kTransceiver ? Ending::kPort : Ending::kUnknown;
      path.hops.push_back(hop);
      return path;
    }
    const std::uint32_t first = near.mate - face;  // connectors of one asset lie side by side
    for (const Branch& branch : type.branches)
      if (branch.from_face == face && branch.from_position == hop.entered.position)
        path.branches.push_back({first + branch.to.face, branch.to.position});
    const FarEnd onward = type.far_of(face, hop.entered.position);
    if (!onward.known()) {
      path.ending = Ending::kUnlit;
      path.hops.push_back(hop);
      return path;
    }
    hop.left = {first + onward.face, onward.position};
    path.hops.push_back(hop);
    at = hop.left;
  }
}

}  // namespace ferrule::plant
