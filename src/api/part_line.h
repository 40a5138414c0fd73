// A part of a plant as a line of the product language: what stands on an order.
//
//     "patch cord: MPO-12 unpinned APC to MPO-12 unpinned APC, 12 fibres, OS2, Type B, 8 m, low loss"
//
// Shape:  `line` is spec::canonical of what the plant knows of the part, and says no more; `beyond` is what the product language has no word
//         for (a cassette's transition, a breakout's wiring). Modules and taps have no noun there: their line is told in the same manner.
// Limits: the name of an optic stands in the line whether or not the language has a word for it; IB-NDR-2xDR4-100m is not read back.
// Errors: none. What nobody stated is not in the line.
#pragma once

#include <optional>
#include <string>

#include "plant/part_type.h"
#include "spec/specification.h"

namespace ferrule::api {

struct PartLine {
  spec::Specification specification;
  std::string line;
  std::string beyond;  // "transition universal, rear adapters of Type A"; empty when the line says all
};

struct PartLineOptions {
  std::optional<Length> length;  // of a cable, as ordered
  int ports = 1;                 // of an adapter panel
};

PartLine part_line(const plant::PartType& type, const PartLineOptions& options = {});

// An adapter that joins two plugs of this kind outside panels.
PartLine coupler_line(const plant::TypeFace& plug, plant::Joint joint);

}  // namespace ferrule::api
