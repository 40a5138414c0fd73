// Puts a plant together and refuses what cannot be: a connector mated twice, a face that does not exist.
//
// Order: types first, then assets and nodes, then matings and links, then finish(). O(1) per call.
#pragma once

#include <optional>
#include <span>

#include "plant/plant.h"

namespace ferrule::plant {

class Builder {
 public:
  std::uint32_t add_type(PartType type);
  const PartType& type(std::uint32_t id) const { return plant_.types[id]; }

  // One part of a type; the name may be empty for parts that belong to a run.
  std::uint32_t add_asset(std::uint32_t type, std::string_view name, Length length, ShortPlace place);
  std::uint32_t connector(std::uint32_t asset, std::size_t face = 0) const {
    return plant_.asset_first[asset] + static_cast<std::uint32_t>(face);
  }

  // False when either connector is mated already, they are the same one, or the joint is kNone; nothing changes then.
  bool mate(std::uint32_t a, std::uint32_t b, Joint joint);
  bool mated(std::uint32_t connector) const { return plant_.connectors[connector].mate != kNone; }

  // A link of one or more bundles; bundles belong to the link added last.
  void add_link(std::string_view name, ShortPlace place);
  void add_bundle(Bundle bundle);

  // The set of lanes [first, first + count) of a transceiver's receptacle; count 0 means all. Nothing when it has no such lanes.
  std::optional<std::uint32_t> lane_set(std::uint32_t face, int first = 0, int count = 0, bool receive_only = false,
                                        bool transmit_only = false);

  void reserve(std::size_t assets, std::size_t connectors, std::size_t links);
  const Plant& plant() const { return plant_; }
  Plant& plant() { return plant_; }  // racks, nodes, trays and panel ports are filled in directly
  Plant finish() &&;

 private:
  Plant plant_;
  std::unordered_map<std::uint64_t, std::uint32_t> known_sets_;
};

// Replaces the type of an asset by another with as many faces (a repair tried out, a cord changed). False when it does not fit.
bool retype(Plant& plant, std::uint32_t asset, std::uint32_t type);

}  // namespace ferrule::plant
