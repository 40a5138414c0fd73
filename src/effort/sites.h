// Where each piece of a plant belongs for those who order or install it: its phase, its hall and its row of racks.
//
// Shape:  of what stands in a rack, those of the rack; of a cable, all halls and rows that its plugs are in ("R1 / R2", in the order of the
//         racks), and the later phase of its ends, since it is laid when both stand. What its author states for a cable or a piece
//         of equipment goes first. Sets are numbered, so that two sites are compared by three numbers.
// Speed:  one pass over the connectors; nothing is allocated per cable.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "plant/plant.h"

namespace ferrule::effort {

struct Site {
  std::uint32_t phase = plant::kNone;                     // index into Plant::phases
  std::uint32_t hall = plant::kNone, row = plant::kNone;  // sets of names; kNone: nobody said
  friend bool operator==(const Site&, const Site&) = default;
};

class Sites {
 public:
  explicit Sites(const plant::Plant& plant);

  Site of_node(std::uint32_t node) const { return nodes_[node]; }
  Site of_cable(std::uint32_t asset);

  // The equipment or panel that a connector belongs to, or is plugged into; kNone.
  std::uint32_t node_of(std::uint32_t connector) const { return node_of_[connector]; }

  std::string hall(const Site& site) const { return halls_.spelled(site.hall); }
  std::string row(const Site& site) const { return rows_.spelled(site.row); }
  // For sorting: by the first name of the set, then the next. kNone is last.
  bool hall_before(std::uint32_t a, std::uint32_t b) const { return halls_.before(a, b); }
  bool row_before(std::uint32_t a, std::uint32_t b) const { return rows_.before(a, b); }

 private:
  class Sets {
   public:
    std::uint32_t of(const std::string& name);
    std::uint32_t both(std::uint32_t a, std::uint32_t b);
    std::string spelled(std::uint32_t set) const;
    bool before(std::uint32_t a, std::uint32_t b) const;

   private:
    std::uint32_t number(std::vector<std::uint32_t> members);
    std::map<std::string, std::uint32_t, std::less<>> numbers_;
    std::vector<std::string> names_;                // in the order of the racks
    std::vector<std::vector<std::uint32_t>> sets_;  // of names, rising
    std::map<std::vector<std::uint32_t>, std::uint32_t> by_members_;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> joined_;
  };

  const plant::Plant& plant_;
  Sets halls_, rows_;
  std::vector<Site> nodes_;
  std::vector<std::uint32_t> node_of_;  // by connector
};

}  // namespace ferrule::effort
