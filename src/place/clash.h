// Why nodes cannot be placed: what does not fit, where, and by how much.
//
// Shape:  `kind` decides which of the fields speak; the others are nothing. `message` says all of it, lower case, no full stop, with
//         numbers of nodes and racks counted from 0: whoever knows their names writes their own from the fields.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace ferrule::place {

enum class ClashKind : std::uint8_t {
  kBadProblem,   // a node, rack or kind of cable that is not there, tables of unequal size
  kTooTall,      // a node, or what must stand together, is higher than every rack
  kTwoRacks,     // pins hold what must stand together in two racks
  kRackTooFull,  // pins bring more into a rack than it holds
  kTooMuch,      // all nodes are higher together than all racks
  kNoPacking,    // enough room in all, but no arrangement into racks was found: not proven that there is none
  kNoCable,      // every arrangement that was found needs a cable longer than the book sells
};

struct Clash {
  ClashKind kind = ClashKind::kBadProblem;
  std::string message;
  std::optional<std::uint32_t> node, rack;
  std::uint64_t needed = 0, there = 0;  // rack units; for kNoCable millimetres
};

}  // namespace ferrule::place
