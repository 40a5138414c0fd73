// What a plant takes as tables for other programs and for the installer: one table a file.
//
// Units:  in the column's name. A blank cell is unknown.
// Shape:  plugs: see plug_table.h; racks, connectors, trays and bundles in the order of the report; hours are one row for each job, with when it begins and ends in the
//         plan of crews, from the beginning of its phase; `duplex` sets the plant beside duplex cords; `cost` is a row for each class.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "api/effort.h"

namespace ferrule::api {

enum class EffortTable : std::uint8_t { kRacks, kConnectors, kDuplex, kTrays, kDrops, kBundles, kPlugs, kHours, kCost };

std::optional<EffortTable> parse_effort_table(std::string_view word);  // "racks"

std::string effort_csv(const EffortReport& report, EffortTable table);

// "A01-P1 T[1-12]": the names of the cables of a bundle.
std::vector<std::string> cable_ranges(const EffortReport& report, const effort::CableBundle& bundle);

}  // namespace ferrule::api
