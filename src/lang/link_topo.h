// A topology file of InfiniBand tools (ibdiagnet): a line for each device, below it a line for each port that leads somewhere.
//
//     MQM8700 sw1
//        P2 -4x-50G-> HCA_mlx5_3 node4 mlx5_0/P1
//
// Shape:  the same link may stand at both of its ends. Width and rate are passed over: what is in a port is said by the project.
//         Lines that begin with # are remarks; what follows CFG: on a line of a device is passed over.
// Errors: F841 at a line that is neither.
// Source: pages of the Cable Validation Tool, data/sources.csv [CVT].
#pragma once

#include "lang/link_row.h"
#include "lang/reader.h"

namespace ferrule::lang {

bool looks_like_topo(std::string_view text);

LinkFile read_link_topo(Reader& reader, std::uint32_t source, std::uint32_t begin);

}  // namespace ferrule::lang
