#include "fabrics/types.h"

#include <cstdlib>
#include <iostream>

namespace ferrule::bench {
namespace {

template <class Row>
const Row& known(const Row* row, std::string_view name) {
  if (row != nullptr) return *row;
  std::cerr << "mistake in a benchmark: no row for " << name << "\n";
  std::abort();
}

spec::Face array_face(const facts::Connector& connector) {
  spec::Face face;
  face.connector = connector.name;
  face.rows = connector.rows;
  face.columns = connector.columns;
  for (int position : connector.populated) face.populated.set(static_cast<std::size_t>(position));
  return face;
}

}  // namespace

plant::PartType optic(const facts::Facts& facts, std::string_view name) {
  const facts::Optic& row = known(facts.optic(name), name);
  plant::PartType type;
  type.name = type.application = row.pmd;
  type.kind = plant::Kind::kTransceiver;
  type.mode = row.mode == "SM" ? spec::Mode::kSingle : spec::Mode::kMulti;
  for (int number = 1; number <= row.receptacles; ++number) {
    plant::TypeFace face;
    face.name = std::to_string(number);
    face.receptacle = true;
    face.joint = plant::Joint::kMdi;
    face.face = array_face(known(facts.connector(row.connector), row.connector));
    face.face.populated.reset();
    face.face.pins = spec::Pins::kPinned;
    face.face.polish = row.polish == "angled" ? spec::Polish::kAngledUp : spec::Polish::kFlat;
    type.faces.push_back(std::move(face));
  }
  for (const facts::LanePosition* lane : facts.lane_map(row.lane_map)) {
    const auto face = static_cast<std::uint16_t>(lane->receptacle - 1);
    const auto function =
        lane->function == facts::LaneFunction::kTransmit ? plant::Function::kTransmit : plant::Function::kReceive;
    type.lanes.push_back({face, static_cast<std::uint8_t>(lane->position), function, plant::Side::kNone,
                          static_cast<std::uint8_t>(lane->lane - 1)});
    type.faces[face].face.populated.set(static_cast<std::size_t>(lane->position));
    type.lane_groups = std::min(type.lane_groups, lane->groups);
    type.lane_order = std::min(type.lane_order, lane->order);
  }
  type.lay_out_map();
  return type;
}

plant::PartType array_cable(const facts::Facts& facts, std::string_view name, plant::Kind kind, std::string_view polarity,
                            spec::Pins pins) {
  plant::PartType type;
  type.name = name;
  type.kind = kind;
  type.claims = polarity;
  type.fibre = "OS2";
  type.mode = spec::Mode::kSingle;
  for (const char* end : {"a", "b"}) {
    plant::TypeFace face;
    face.name = end;
    face.face = array_face(known(facts.connector("MPO-12"), "MPO-12"));
    face.face.pins = pins;
    face.face.polish = spec::Polish::kAngled;
    face.grade = "low-loss";
    type.faces.push_back(std::move(face));
  }
  type.lay_out_map();
  const facts::Permutation& map = known(facts.array_map(polarity, 1, 12), polarity);
  for (std::uint8_t position = 0; position < 12; ++position)
    type.connect({0, position}, {1, static_cast<std::uint8_t>(map.to[position])});
  type.map_facts.push_back({map.name, map.source, map.confidence});
  return type;
}

}  // namespace ferrule::bench
