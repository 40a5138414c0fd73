// What one end face is: its connector, pins, polish and which positions hold a fibre.
//
// Shape: positions count from 0 in memory, row by row from the key side, left to right with the key up, looking at the end face
//        of a plug (data/sources.md#numbering). Duplex faces have two positions, L and R of the receptacle they enter.
#pragma once

#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ferrule::spec {

enum class Pins : std::uint8_t { kUnknown, kNone, kUnpinned, kPinned };    // kNone: the connector has no guide pins
enum class Polish : std::uint8_t { kUnknown, kFlat, kAngled, kAngledUp };  // kAngledUp: slope turned over, see polarity
enum class Mode : std::uint8_t { kUnknown, kSingle, kMulti };

constexpr int kMostPositions = 128;
using Positions = std::bitset<kMostPositions>;

struct Face {
  std::string connector;  // name in data/connectors.csv; empty when nobody said
  Pins pins = Pins::kUnknown;
  Polish polish = Polish::kUnknown;
  int rows = 1, columns = 1;
  Positions populated;
  int count() const { return static_cast<int>(populated.count()); }
  int size() const { return rows * columns; }
};

std::string_view spell(Pins pins);      // "pinned"
std::string_view spell(Polish polish);  // "flat", "angled", "angled, slope up"
std::string_view spell(Mode mode);
std::optional<Pins> parse_pins(std::string_view word);      // pinned/male/M, unpinned/female/F, none
std::optional<Polish> parse_polish(std::string_view word);  // flat/PC/UPC, angled/APC, angled-up

constexpr Pins opposite(Pins pins) {
  return pins == Pins::kPinned ? Pins::kUnpinned : pins == Pins::kUnpinned ? Pins::kPinned : pins;
}
constexpr bool angled(Polish polish) { return polish == Polish::kAngled || polish == Polish::kAngledUp; }

}  // namespace ferrule::spec
