// What a person means by `leaf1/Eth1:3`, `A01-P1/1/rear`, `T1/b`, `T1` or the name of a link.
//
// Shape:  one target per thing that the text means: a cable and a link may share a name, and then both are meant.
// Errors: no target, why not, and the nearest names that exist.
// Source: docs/language/plant.md, "Ends"
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "plant/plant.h"

namespace ferrule::api {

enum class TargetKind : std::uint8_t { kPort, kPanelPort, kPart, kCable, kCableEnd, kLink };
std::string_view spell(TargetKind kind);  // "port", "panel port", ...

struct Target {
  TargetKind kind = TargetKind::kPort;
  std::vector<std::uint32_t> connectors;  // to start from; empty for links, and where nothing is plugged in
  std::uint32_t link = plant::kNone;
  int first_lane = 0, lanes = 0;  // of a port; lanes 0: all
};

struct FoundEnd {
  std::vector<Target> targets;
  std::string why_not;               // lower case, no full stop
  std::vector<std::string> nearest;  // at most three
};

FoundEnd find_end(const plant::Plant& plant, std::string_view text);

}  // namespace ferrule::api
