// The part of a plant that a change near one link can touch, as a small plant of its own.
//
//     all assets on the way of the bundle and on the path back from the port it should reach, and all assets on any fibre path
//     through one of those
//
// Shape:  types keep their ids; assets, connectors, bundles and links are renumbered, with the way back in the vectors here.
//         A change of any part on the bundle's way changes no verdict outside the neighbourhood.
#pragma once

#include <vector>

#include "check/bundle_index.h"
#include "plant/plant.h"

namespace ferrule::check {

struct Neighbourhood {
  plant::Plant plant;
  std::vector<std::uint32_t> asset;      // small -> original
  std::vector<std::uint32_t> connector;  // small -> original
  std::vector<std::uint32_t> on_way;     // small assets on the way of the bundle itself, in light order
  std::uint32_t link = 0;                // small link of the bundle
  bool too_large = false;                // not extracted: more than kMostAssets
};

constexpr std::size_t kMostAssets = 4000;

Neighbourhood neighbourhood(const plant::Plant& plant, std::uint32_t bundle, const BundleIndex& index);

}  // namespace ferrule::check
