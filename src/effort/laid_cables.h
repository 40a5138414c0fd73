// Every cable of a plant as those who lay it see it: between which racks, when, and how much of it is used.
//
// Shape:  in the order of the plant; a loopback is no cable. Sets of racks are numbered, so that thousands of cables between two racks
//         share one; set 0 is empty. `lit` counts fibres that light of a link goes through (a fibre that two links share counts for
//         both), `pairs` the two-fibre cords that would carry the same light, lanes of each link rounded up to pairs.
// Speed:  linear in the connectors that light crosses.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "check/proof.h"
#include "effort/sites.h"
#include "plant/plant.h"

namespace ferrule::effort {

// Sets of racks, numbered as they come.
class RackSets {
 public:
  std::uint32_t of(std::vector<std::uint32_t> racks);                                       // in any order, doubles allowed
  const std::vector<std::uint32_t>& racks(std::uint32_t set) const { return *sets_[set]; }  // rising
  std::uint32_t only(std::uint32_t set) const { return racks(set).size() == 1 ? racks(set).front() : plant::kNone; }
  std::size_t size() const { return sets_.size(); }

 private:
  std::map<std::vector<std::uint32_t>, std::uint32_t> numbers_{{{}, 0}};
  std::vector<const std::vector<std::uint32_t>*> sets_{&numbers_.begin()->first};
};

struct LaidCable {
  std::uint32_t asset = 0, type = 0;
  std::uint32_t length_mm = 0;  // 0: nobody said
  std::uint32_t phase = plant::kNone;
  std::uint32_t racks_a = 0, racks_b = 0;  // sets
  bool loose = false;                      // some plug of it is in no rack that anybody named, and not a tail with a cap on
  std::uint32_t lit = 0, pairs = 0;
};

struct LaidCables {
  std::vector<LaidCable> cables;
  RackSets sets;
  std::vector<std::uint32_t> link_phase;  // by link: the last of its ends and its cables; kNone
  std::uint64_t pair_joints = 0;          // ports that the two-fibre cords would need between themselves
};

LaidCables laid_cables(const plant::Plant& plant, const check::Proof& proof, Sites& sites);

bool laid(plant::Kind kind);                                  // is it a cable that is laid: no loopback, nothing in a slot
bool end_a(const plant::TypeFace& face);                      // of a cable: the head, or end a
std::uint32_t fibres_of(const plant::PartType& type);         // of a cable
std::uint32_t later_phase(std::uint32_t a, std::uint32_t b);  // kNone is none
std::string phase_spelled(const plant::Plant& plant, std::uint32_t phase);  // empty: none

}  // namespace ferrule::effort
