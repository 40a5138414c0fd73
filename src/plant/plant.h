// The model: every connector, what is mated with it, and the part it belongs to. No syntax, no price.
//
//     connectors   one record each, those of one asset side by side:   | port | cord a | cord b | trunk a | trunk b | ...
//     faces        one record per face of each part type; a connector names its face, so a map is stored once per type
//
// Shape:  a mating is stored at both connectors, with the same joint. Ids are indices into the arrays; kNone is "none".
//         Light is followed connector by connector; fibres exist only as positions (see light.h).
// Memory: 16 bytes per connector and 4 per asset; names and places are kept apart, runs of ports share one record.
// Errors: none; a Builder (builder.h) refuses what cannot be, so a Plant is always consistent.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "plant/big_vector.h"
#include "plant/names.h"
#include "plant/part_type.h"
#include "plant/port_map.h"

namespace ferrule::plant {

constexpr std::uint32_t kNone = 0xFFFF'FFFF;

struct Connector {
  std::uint32_t mate = kNone;
  std::uint32_t face_joint = 0;  // low 24 bits: index into faces; high 8 bits: Joint with the mate
  std::uint32_t asset = 0;
  std::uint32_t length_mm = 0;  // of the asset, here since every trace sums it

  std::uint32_t face() const { return face_joint & 0x00FF'FFFF; }
  Joint joint() const { return static_cast<Joint>(face_joint >> 24); }
};

// One face of one part type, with what a trace needs at hand.
struct FaceInfo {
  std::uint32_t type = 0;
  std::uint16_t index = 0;  // within the type
};

// One fibre end: a position of a connector.
struct FibreEnd {
  std::uint32_t connector = kNone;
  std::uint16_t position = 0;
  friend bool operator==(const FibreEnd&, const FibreEnd&) = default;
};

struct ShortPlace {
  std::uint32_t source = diag::Place::kNowhere;
  std::uint32_t offset = 0;
  std::uint16_t length = 0;
};
constexpr ShortPlace brief(diag::Place place) {
  return {place.source, place.offset, static_cast<std::uint16_t>(place.length < 0xFFFF ? place.length : 0xFFFF)};
}

struct Rack {
  std::string name;
  bool placed = false;
  Length x, y;
  int units = 0;      // 0: not stated
  std::string space;  // plenum, riser, general; empty when nobody said
  diag::Place place;
  std::string hall = {}, row = {};  // empty when nobody said
  std::uint32_t phase = kNone;      // index into Plant::phases
};

// A run of ports that share a part type: equipment ports, cassette slots, or the ports of an adapter panel.
struct Run {
  NameRun names;
  std::uint32_t node = 0;
  std::uint32_t type = 0;                  // part type
  std::uint32_t first_asset = kNone;       // one asset per name; kNone for adapter panels
  std::uint32_t first_panel_port = kNone;  // adapter panels: per name, ports_each panel ports
  std::uint32_t ports_each = 0;
};

// Equipment or panel: what stands in a rack and has ports.
struct Node {
  std::string name;
  bool panel = false;
  std::uint32_t rack = kNone;
  int unit = 0, height = 1;  // rack unit of the lowest edge, 0 when not stated
  std::uint32_t first_run = 0, runs = 0;
  diag::Place place;
  std::uint32_t phase = kNone;  // its own, or that of its rack
};

// One hole of an adapter panel: a plug from the front, a plug from the rear.
struct PanelPort {
  std::uint32_t front = kNone, rear = kNone;
};

// Where a cable lies, for those cables where someone said so.
struct Laying {
  std::vector<std::uint32_t> trays;  // indices into Plant::trays
  std::string route_side;            // "A" or "B"
  std::string label;
  std::string space;
};

struct Tray {
  std::string name, space;
  std::optional<Length> length;
  std::string side;    // of which route it is, "A"; empty: of any
  std::string hall;    // whose racks reach it; empty: all
  bool drawn = false;  // from and to are stated
  Length from_x, from_y, to_x, to_y, height;
  diag::Place place;
};

// An adapter outside panels that joins the plugs of two cables: this one and its mate.
struct Coupler {
  std::uint32_t name = 0;  // handle into Plant::names
  std::uint32_t plug = kNone;
  ShortPlace place;
};

// Lit positions of one connector that belong together: a port, or some lanes of it.
struct LaneSet {
  std::uint32_t face = 0;
  struct Fibre {
    std::uint8_t position = 0;
    Function function = Function::kDark;
    Side side = Side::kNone;
    std::uint8_t number = 0;  // within the set
  };
  std::vector<Fibre> fibres;
  std::uint8_t first_lane = 0, lanes = 0;  // within the receptacle
  bool whole = true;                       // every lane of the receptacle
  bool one_way = false;                    // only receives (a monitor) or only transmits
};

// What the intent asks of one receptacle: its lanes reach those of another.
struct Bundle {
  std::uint32_t a = kNone, a_set = 0;
  std::uint32_t b = kNone, b_set = kNone;  // kNone: the plant decides who the partner is
};

struct Link {
  std::uint32_t name = 0;  // handle into Plant::names
  std::uint32_t first_bundle = 0;
  ShortPlace place;
};

struct Plant {
  std::vector<PartType> types;
  std::vector<FaceInfo> faces;
  std::vector<std::uint32_t> type_first_face;

  BigVector<Connector> connectors;
  std::vector<std::uint32_t> asset_first;  // first connector of each asset, then one past the end

  std::vector<Link> links;  // then one past the end, so that bundles of link i are [first_bundle(i), first_bundle(i+1))
  std::vector<Bundle> bundles;
  std::vector<LaneSet> lane_sets;

  // For people: names and places.
  NamePool names;
  std::vector<std::uint32_t> asset_name;  // handle, or kNone when the asset is one of a run
  std::vector<ShortPlace> asset_place;
  std::vector<Rack> racks;
  std::vector<Node> nodes;
  std::vector<Run> runs;                 // by node
  std::vector<std::uint32_t> asset_run;  // per run: first assets in ascending order, see run_of
  BigVector<PanelPort> panel_ports;
  PortMap panel_port_at;                        // connector -> panel port, for plugs in adapter panels
  std::unordered_set<std::uint32_t> capped;     // plugs whose author says that they are left free, with a cap on: spare tails
  std::unordered_set<std::uint32_t> misplaced;  // plugs whose author named a place that there is not, or that is taken
  std::unordered_map<std::uint32_t, Laying> laying;  // by asset
  std::vector<Tray> trays;
  std::vector<Coupler> couplers;
  std::vector<std::string> phases;                               // in which the plant is built, in that order
  std::unordered_map<std::uint32_t, std::uint32_t> cable_phase;  // by asset, where its author said; else its ends decide
  std::vector<std::uint32_t> disputed;  // plugs in a place that another plug claims as well: which one is there nobody can tell
  std::unordered_map<std::uint32_t, std::string> link_application;  // by link, where the intent names what runs over it

  std::size_t asset_count() const { return asset_first.empty() ? 0 : asset_first.size() - 1; }
  std::size_t link_count() const { return links.empty() ? 0 : links.size() - 1; }
  const FaceInfo& face_info(std::uint32_t connector) const { return faces[connectors[connector].face()]; }
  const PartType& type_of(std::uint32_t connector) const { return types[face_info(connector).type]; }
  const TypeFace& face_of(std::uint32_t connector) const { return type_of(connector).faces[face_info(connector).index]; }
  const PartType& asset_type(std::uint32_t asset) const { return type_of(asset_first[asset]); }
  const PartType& face_type(std::uint32_t face) const { return types[faces[face].type]; }
  const TypeFace& face(std::uint32_t face) const { return types[faces[face].type].faces[faces[face].index]; }
  bool terminal(std::uint32_t face) const { return face_type(face).kind == Kind::kTransceiver; }

  const Run* run_of(std::uint32_t asset) const;                          // null for cables
  std::string slot_spelled(const Run& run, std::uint32_t index) const;   // "P1/1"; "P1" for a panel without slots
  std::string asset_spelled(std::uint32_t asset) const;                  // "leaf1/Eth1", "A01-P1/1", "T1"
  std::string spelled(std::uint32_t connector) const;                    // "leaf1/Eth1", "A01-P1/1/rear", "T1/a"
  std::string port_spelled(std::uint32_t panel_port, bool front) const;  // "P1/1/3"
  std::string_view link_name(std::uint32_t link) const { return names.get(links[link].name); }
  diag::Place place_of_asset(std::uint32_t asset) const;
  std::uint32_t rack_of(std::uint32_t connector) const;  // of the equipment or panel it belongs or is plugged to; kNone
};

}  // namespace ferrule::plant
