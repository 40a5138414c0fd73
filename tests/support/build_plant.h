// A plain plant as the product's model. The only place among the test helpers that uses the Builder.
//
// Parts' maps are laid from the printed tables of facts/polarity.md 4.2, 5.1 and 10, not from formulas, so that they do not share
// a slip with the slow judge.
//
// Shape:  part i is asset i, its ends are the asset's connectors in order; sort i is type i. Every transceiver's receptacle gets the
//         lane set of all its lanes. Position p is p-1 in the model.
#pragma once

#include <cstdint>

#include "plant/plant.h"
#include "support/plain_plant.h"

namespace ferrule::test {

struct Built {
  plant::Plant plant;
  std::vector<std::uint32_t> first;  // connector of the first end, by part
  struct Port {
    Plug plug;
    std::uint32_t connector = 0, lane_set = 0;
  };
  std::vector<Port> ports;                    // receptacles of transceivers, by part, then end
  std::vector<std::pair<int, int>> part_end;  // by connector

  std::uint32_t connector(Plug plug) const {
    return first[static_cast<std::size_t>(plug.part)] + static_cast<std::uint32_t>(plug.end);
  }
  Plug plug(std::uint32_t connector) const { return {part_end[connector].first, part_end[connector].second}; }
};

plant::Joint joint_of(Meeting meeting);
plant::PartType type_of(const Sort& sort);
Built build(const PlainPlant& plain);

}  // namespace ferrule::test
