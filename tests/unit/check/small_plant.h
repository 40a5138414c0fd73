// Plants for tests of rules that a page cannot show: many of one kind, or the helpers themselves.
#pragma once

#include "plant/builder.h"

namespace ferrule::check {

inline plant::TypeFace mpo12(std::string name, spec::Pins pins, spec::Polish polish = spec::Polish::kFlat) {
  plant::TypeFace face;
  face.name = std::move(name);
  face.face.connector = "MPO-12";
  face.face.pins = pins;
  face.face.polish = polish;
  face.face.columns = 12;
  for (std::size_t position = 0; position < 12; ++position) face.face.populated.set(position);
  return face;
}

// A trunk of `legs` MPO-12 plugs at each end, plug i to plug i, straight.
inline plant::PartType straight_trunk(std::string name, int legs, spec::Pins pins) {
  plant::PartType type;
  type.name = std::move(name);
  type.kind = plant::Kind::kTrunk;
  type.fibre = "OM4";
  type.mode = spec::Mode::kMulti;
  for (const char end : {'a', 'b'})
    for (int leg = 1; leg <= legs; ++leg)
      type.faces.push_back(mpo12(legs == 1 ? std::string(1, end) : end + std::to_string(leg), pins));
  type.lay_out_map();
  for (int leg = 0; leg < legs; ++leg)
    for (std::uint8_t p = 0; p < 12; ++p)
      type.connect({static_cast<std::uint16_t>(leg), p}, {static_cast<std::uint16_t>(legs + leg), p});
  return type;
}

// One MPO receptacle, nothing behind it.
inline plant::PartType socket(std::string name, spec::Pins pins) {
  plant::PartType type;
  type.name = std::move(name);
  type.kind = plant::Kind::kModule;
  type.faces.push_back(mpo12("rear", pins));
  type.lay_out_map();
  return type;
}

// 100GBASE-SR4: transmits at 12 to 9, receives at 1 to 4.
inline plant::PartType sr4() {
  plant::PartType type;
  type.name = type.application = "100GBASE-SR4";
  type.kind = plant::Kind::kTransceiver;
  type.mode = spec::Mode::kMulti;
  type.faces.push_back(mpo12("mdi", spec::Pins::kPinned));
  type.faces.front().receptacle = true;
  for (std::uint8_t lane = 0; lane < 4; ++lane) {
    type.lanes.push_back({0, static_cast<std::uint8_t>(11 - lane), plant::Function::kTransmit, plant::Side::kNone, lane});
    type.lanes.push_back({0, lane, plant::Function::kReceive, plant::Side::kNone, lane});
  }
  type.lay_out_map();
  return type;
}

}  // namespace ferrule::check
