// A part as the plant language describes it: its type for the plant, and what the reader needs to name its ends.
//
// Shape:  cables: the plugs of end a, then those of end b.   cassettes: rear connectors, then fronts.   transceivers: receptacles.
//         adapter panels: one face that describes a port; they have no connectors of their own.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>

#include "lang/reader.h"
#include "plant/measures.h"
#include "plant/part_type.h"
#include "syntax/node.h"

namespace ferrule::lang {

// How the ends of a part are named; what is needed of it once its type is in the plant.
struct PartEnds {
  plant::Kind kind = plant::Kind::kCord;
  std::uint16_t a = 0, b = 0;
  std::uint16_t ports = 0;                                 // adapter panels
  std::unordered_map<std::string, std::uint16_t> by_name;  // modules and taps

  // Face "a", "b3", "head", "rear2", "4", "r1"; nothing when the part has none of that name.
  std::optional<std::uint16_t> face(std::string_view name) const;
  bool is_cable() const;
  bool stands_in_a_slot() const;
};

struct Part : PartEnds {
  plant::PartType type;
  plant::CableMeasures measures;
};

// The faces of a part by name, for messages: "a, b1 ... b4".
std::string face_list(const PartEnds& part);

// Reads the description under `name`. Nothing when it is wrong; what is wrong has been said then. `file` names the YAML file, for
// maps in CSV files.
std::optional<Part> read_part(Reader& reader, const std::string& name, const syntax::Node& node, const std::string& file);

// The transceiver of a row of data/optics.csv, without any statement of its own.
Part part_of_optic(const facts::Facts& facts, const facts::Optic& optic);

}  // namespace ferrule::lang
