// Which stretch of each tray a cable lies in, where the drawing says it.
//
// Units:  millimetres along the tray, from its `from` to its `to`.
// Shape:  one span for each tray of the cable's route, in that order; a tray that is not drawn, or whose neighbours are not, is taken
//         whole. A route may be written from either end: the way round that fits the racks better is taken.
#pragma once

#include <cstdint>
#include <vector>

#include "plant/plant.h"

namespace ferrule::effort {

struct TraySpan {
  std::int64_t from = 0, to = 0;  // from <= to
  bool guessed = false;           // of a drawn tray that is taken whole, since nobody says where the cable comes onto it
};

std::int64_t tray_length_mm(const plant::Tray& tray);  // of a drawn tray

// At whose rack a route begins, by the places of racks and trays. kUnknown: one of them is not drawn.
enum class WrittenFrom : std::uint8_t { kA, kB, kUnknown };
WrittenFrom written_from(const plant::Plant& plant, const std::vector<std::uint32_t>& trays, std::uint32_t rack_a,
                         std::uint32_t rack_b);

// By which tray a drop into a rack is known: where drawn trays meet above it, one way leads down from them, that of the first.
std::uint32_t drop_of(const plant::Plant& plant, std::uint32_t rack, std::uint32_t tray);

std::vector<TraySpan> tray_spans(const plant::Plant& plant, const std::vector<std::uint32_t>& trays, std::uint32_t rack_a,
                                 std::uint32_t rack_b);

}  // namespace ferrule::effort
