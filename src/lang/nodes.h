// Racks, trays, equipment and panels: what stands where, and finding a port by its name.
//
// Shape:  a node's ports are a few runs; a port is found by arithmetic inside its run, so no port has a name of its own in memory.
//         Nodes with many runs get an index over their ports.
// Speed:  one hash look-up per node name, none when the next end is on the same node as the last.
#pragma once

#include <memory>
#include <unordered_map>

#include "lang/parts.h"
#include "lang/ranges.h"

namespace ferrule::lang {

// A run of ports or slots as written: names and what is in them.
struct PortText {
  std::vector<plant::NameRun> names;
  diag::Place place;
  std::uint32_t type = Parts::kBroken;
};

// Equipment or a panel as written; its name may be a range.
struct NodeText {
  std::optional<RangedText> names;
  diag::Place place;
  std::string_view rack;
  diag::Place rack_place;
  std::optional<int> unit, height;
  std::uint32_t phase = plant::kNone;  // its own; kNone: that of its rack
  std::vector<PortText> ports;
  bool panel = false;
};

// One port or slot of a node.
struct PortRef {
  std::uint32_t run = 0, index = 0;
};

class Nodes {
 public:
  Nodes(Reader& reader, Parts& parts, plant::Builder& builder) : reader_(reader), parts_(parts), builder_(builder) {}

  struct Offset {  // from each of a range to the next
    Length x, y;
  };
  std::size_t add_rack(const RangedText& names, const plant::Rack& like, Offset step);
  std::size_t add_tray(const RangedText& names, const plant::Tray& like, Offset step);  // how many trays there are then
  void add(const NodeText& text);

  static constexpr std::uint32_t kAbsent = NameTable::kAbsent;
  std::uint32_t find(std::string_view name) const;
  std::uint32_t find_tray(std::string_view name) const;
  enum class Found { kNo, kYes, kLost };  // kLost: it is there, but what is in it was described wrongly
  Found find_port(std::uint32_t node, std::string_view name, PortRef& port) const;
  bool flat(std::uint32_t node) const { return (flags_[node] & kFlat) != 0; }  // a panel without slots

  std::vector<std::string> some_names() const;  // for "did you mean"
  std::vector<std::string> some_ports(std::uint32_t node) const;
  std::vector<std::string> some_trays() const;

 private:
  static constexpr std::uint8_t kFlat = 1, kLost = 2, kLarge = 4;
  static constexpr std::size_t kFewRuns = 8;
  static constexpr std::uint32_t kLeftOut = 0xFFFF'FFFF;

  // Finds ports among many runs, and doubles. Shared by the nodes of one range.
  struct PortIndex {
    NameTable table;
    std::vector<PortRef> refs;         // run: index into `runs`
    std::vector<plant::NameRun> runs;  // all that were written
    std::vector<std::uint32_t> kept;   // by run: its number among those of the node, or kLeftOut
    std::uint32_t find(std::string_view name) const;
  };
  // What becomes of the runs of a node: those that are kept, and those whose parts are wrong or whose names double others.
  struct Settled {
    struct Kept {
      const PortText* port;
      const plant::NameRun* names;
    };
    std::vector<Kept> kept;
    std::shared_ptr<std::vector<plant::NameRun>> lost;
    std::shared_ptr<PortIndex> index;  // for many runs only
    bool flat = false;
  };

  std::uint32_t find_rack(const NodeText& text, std::string_view name);
  std::optional<Settled> settle(const NodeText& text);
  void settle_few(const NodeText& text, Settled& out);
  bool settle_many(const NodeText& text, Settled& out);
  void say_double(const NodeText& text, const PortText& port, std::string_view name);
  void add_one(const NodeText& text, std::string name, std::uint32_t rack, const Settled& ports);
  void add_run(const PortText& port, const plant::NameRun& names, std::uint32_t node);
  std::uint64_t cost(const NodeText& text) const;
  bool claim(NameTable& table, std::string_view what, const std::string& name, diag::Place place, std::uint32_t id);

  Reader& reader_;
  Parts& parts_;
  plant::Builder& builder_;
  NameTable nodes_, racks_, trays_;
  std::vector<std::uint8_t> flags_;                                                       // by node
  std::unordered_map<std::uint32_t, std::shared_ptr<PortIndex>> indexes_;                 // of nodes with kLarge
  std::unordered_map<std::uint32_t, std::shared_ptr<std::vector<plant::NameRun>>> lost_;  // of nodes with kLost
  mutable std::uint32_t last_ = kAbsent;
};

}  // namespace ferrule::lang
