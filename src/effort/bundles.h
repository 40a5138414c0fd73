// Which cables are pulled together: those of one phase, between the same racks along the same trays, at most so many in a bundle.
//
// Shape:  in the order of their racks; the cables of a group are shared out evenly, in the order of the plant. A bundle is called after its
//         racks and numbered among those: B-A01-B01-2; racks of one end beyond the second are counted: B-A01-B01-B02+6-1. A
//         cable that has a plug in no rack is in no bundle.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "effort/laid_cables.h"

namespace ferrule::effort {

struct CableBundle {
  std::string name;
  std::uint32_t phase = plant::kNone;
  std::vector<std::uint32_t> racks_a, racks_b;    // of one end and the other
  std::vector<std::uint32_t> trays;               // in order; empty: nobody said
  std::vector<std::uint32_t> cables;              // indices into LaidCables
  std::uint32_t shortest_mm = 0, longest_mm = 0;  // of those whose length is stated
  std::uint32_t without_length = 0;
};

struct BundlePlan {
  std::vector<CableBundle> bundles;
  std::uint64_t loose = 0;  // cables in no bundle
};

BundlePlan bundle_plan(const plant::Plant& plant, const LaidCables& laid, int most);

}  // namespace ferrule::effort
