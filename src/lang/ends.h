// Finding what an end names: "leaf1/Eth1", "A01-P1/1/rear2", "P1/4/rear".
//
// Speed:  no allocation for an end that is found; what was wrong with one that was not is worked out afterwards.
#pragma once

#include "lang/nodes.h"

namespace ferrule::lang {

// Where a plug may go.
struct Spot {
  enum class Kind : std::uint8_t {
    kNone,        // nothing of that name
    kLost,        // it is there, but was described wrongly, which has been said
    kReceptacle,  // id: connector
    kFront,       // id: panel port
    kRear,
  };
  Kind kind = Kind::kNone;
  plant::Joint joint = plant::Joint::kNone;
  std::uint32_t id = 0;
};

// A port of equipment as the intent names it: which receptacle, which lanes.
struct PortSpot {
  enum class Kind : std::uint8_t { kNone, kLost, kPort };
  Kind kind = Kind::kNone;
  std::uint32_t asset = 0;
  int receptacle = -1;            // from 0; -1: all
  int first_lane = 0, lanes = 0;  // lanes 0: all
};

class Ends {
 public:
  Ends(Reader& reader, const Parts& parts, const Nodes& nodes, const plant::Builder& builder)
      : reader_(reader), parts_(parts), nodes_(nodes), builder_(builder) {}

  Spot find(std::string_view text) const;
  PortSpot find_port(std::string_view text) const;

  // Says why `text` names no place for a plug, or no port.
  void explain(std::string_view text, diag::Place place) const;
  void explain_port(std::string_view text, diag::Place place) const;

  // The node that a text begins with, if there is one of that name.
  std::uint32_t node_of(std::string_view text) const { return nodes_.find(text.substr(0, text.find('/'))); }

 private:
  struct Split {
    std::string_view node;
    std::array<std::string_view, 3> rest;
    std::size_t count = 0;
    bool too_many = false;
  };
  static Split split_end(std::string_view text);
  Spot in_part(const plant::Run& run, std::uint32_t index, const std::string_view* rest, std::size_t count) const;
  void explain_rest(const plant::Run& run, std::uint32_t index, std::string_view text, diag::Place place) const;
  bool explain_node(const Split& end, diag::Place place) const;
  void explain_slot(std::uint32_t node, std::string_view name, diag::Place place) const;

  Reader& reader_;
  const Parts& parts_;
  const Nodes& nodes_;
  const plant::Builder& builder_;
};

}  // namespace ferrule::lang
