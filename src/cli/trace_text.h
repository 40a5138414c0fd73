// A trace for people.
//
//     [leaf1/Eth1]--C1--[A01-P1/1 A]==T1==[B01-P1/1 A]--C2--[spine1/Eth1]   the drawing: boxes stand still, -- are cords, == trunks
//
//     leaf1/Eth1  400GBASE-DR4, MPO-12 APC, pinned, angled                 the hops, downwards
//       |  plugged in: C1/a, unpinned, angled
//     C1          dr-cord, cord, 2 m
//
//             leaf1/  C1/  C1/  ...                                        the table: connectors across, lanes down
//             Eth1    a    b
//     tx 1 >  1       1    12
#pragma once

#include <string>

#include "api/trace.h"

namespace ferrule::cli {

struct TraceTextOptions {
  bool colour = false;
  bool table = true;
};

std::string drawing(const api::TraceRoute& route);
// With a route that was shown before, what both begin with is left out.
std::string hop_list(const api::TraceRoute& route, const api::TraceRoute* before = nullptr);
std::string position_table(const api::TraceRoute& route);
std::string trace_text(const api::Trace& trace, const TraceTextOptions& options = {});

}  // namespace ferrule::cli
