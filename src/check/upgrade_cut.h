// What the light of some links meets, taken out of the plant as it lies: links that share a port (a breakout, a mesh), one link whose
// fibres part on the way (a conversion), or whose receptacles go different ways. A row of parts (upgrade_chain.h) cannot hold these.
//
//     port 0 ─ cord ─ trunk ─ cassette ┬ cord ─ port 1
//                                      └ cord ─ port 2
//
// Shape:  nodes are the parts met, then the receptacles, each a transceiver of its own. `split` ports are those of which a link takes
//         some lanes only. Bundles stand by link. Two cuts of one `kind` differ in lengths alone, which stand in the order of nodes.
// Errors: what cannot be cut out (a tap, light that reaches nothing, too many ports) says so in `why_none`.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "check/check.h"

namespace ferrule::check {

struct Cut {
  struct Face {
    std::uint32_t node = 0;
    std::uint16_t face = 0;
    friend bool operator==(const Face&, const Face&) = default;
  };
  struct Node {
    const plant::PartType* part = nullptr;
    std::uint32_t length_mm = 0;
    std::uint32_t asset = plant::kNone;  // of the plant
  };
  struct Mating {
    Face a, b;
    plant::Joint joint = plant::Joint::kNone;
  };
  struct Port {
    std::uint32_t node = 0;
    std::uint32_t connector = plant::kNone;  // of the plant
    int lanes = 0;                           // of the receptacle
    bool split = false;
  };
  struct Lanes {
    std::uint32_t port = 0;
    int first = 0, count = 0;
  };
  struct Bundle {
    std::uint32_t link = 0;  // in `links`
    Lanes a;                 // of the split port, where the other is whole
    std::optional<Lanes> b;  // nothing: the plant decides
  };

  std::vector<Node> nodes;
  std::vector<Mating> matings;
  std::vector<Port> ports;
  std::vector<Bundle> bundles;
  std::vector<std::uint32_t> links;  // of the plant
  std::vector<std::uint32_t> legs;   // connectors that name the legs of trunks passed first, each once
  std::string why_none;

  bool shares_ports() const;  // some port is split
  bool breaks_out() const;    // and some port is not: whole ports hang on the lanes of split ones
  std::optional<Face> mate_of(Face face) const;
  const plant::PartType& part_of(const Port& port) const { return *nodes[port.node].part; }
  std::vector<std::uint32_t> lengths() const;
  std::string kind() const;
  std::string words() const;  // the parts, each kind once; for those whose way nobody knows
};

// Finds what hangs together by shared ports. Reads the plant once; cuts are made when asked for.
class Cutter {
 public:
  explicit Cutter(const View& view);

  // Whether the link is no row of parts: some lanes of a port, fibres that part on the way, receptacles that go different ways.
  bool splits(std::uint32_t link) const;
  // Whether the port that is split is at the far end of the bundle: then it is told from there.
  bool turned(std::uint32_t bundle) const;
  // Of the link and all that share a port with it; of one link whose fibres part, of its first bundle where all go alike.
  Cut cut(std::uint32_t link) const;

 private:
  friend class CutMaker;
  struct End {
    std::uint32_t connector = plant::kNone;
    int first = 0, count = 0;
    bool whole = true;
  };
  std::optional<End> near_end(std::uint32_t bundle) const;
  std::optional<End> far_end(std::uint32_t bundle) const;  // where the plant decides: where its light ends
  bool part_of_port(std::uint32_t bundle) const;
  bool fibres_part(std::uint32_t bundle) const;
  bool ways_differ(std::uint32_t first, std::uint32_t end) const;

  const View& view_;
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> sharing_;  // receptacle -> bundles, where some take a part of it
  mutable std::map<std::vector<std::uint32_t>, bool> differ_;              // by ways of the bundles of a link
};

}  // namespace ferrule::check
