// Light followed hop by hop, for people: from a port, a panel port, a cable or its end, or for a link.
//
//     leaf1/Eth1 | C1/a  C1/b | T1/a  T1/b | C2/b  C2/a | spine1/Eth1        stops: the connectors on the way
//              joint  part  joint  part  joint  part  joint                 steps: what lies between two stops
//
// Shape:  fibres that pass the same connectors are one route; its lanes hold one position per stop. A route reads from the near end
//         to the far end whatever way the light goes; a lane says which way. From the middle of a channel both ways are followed.
//         Names are spelled out: a trace is asked for a handful of ends.
// Units:  positions and lanes as printed, from 1; 0 where no fibre can be named.
// Errors: an end that does not exist is a finding with the nearest names, and exit code 2.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "api/exit.h"
#include "api/load.h"
#include "plant/light.h"

namespace ferrule::api {

struct TraceStop {
  std::string end;   // "A01-P1/1/rear"
  std::string part;  // "A01-P1/1"
  std::string type;  // name of its part type
  plant::Kind kind = plant::Kind::kCord;
  std::string application;  // of a transceiver
  std::string connector;    // "MPO-12"
  spec::Pins pins = spec::Pins::kUnknown;
  spec::Polish polish = spec::Polish::kUnknown;
};

struct TraceStep {
  plant::Joint joint = plant::Joint::kNone;  // kNone: through a part
  std::string place;                         // of a joint in a panel: "P1/4"; empty when it is nowhere in particular
  Length length;                             // of a part
};

struct TraceLane {
  struct End {
    std::optional<int> lane;  // of a transceiver
    plant::Function function = plant::Function::kDark;
  };
  End near, far;
  std::vector<int> positions;  // by stop
};

struct TraceRoute {
  std::vector<TraceStop> stops;
  std::vector<TraceStep> steps;  // one fewer than stops
  std::vector<TraceLane> lanes;
  plant::Ending near_ending = plant::Ending::kPort, far_ending = plant::Ending::kPort;
  Length length;
  std::vector<std::string> branches;  // where taps copied the light to: "TAP1/m.3"
};

struct Trace {
  std::string asked;
  std::string kind;            // "port", "link", ...
  std::string link_a, link_b;  // of a link, as its author wrote them
  std::vector<TraceRoute> routes;
};

struct TraceReport {
  std::unique_ptr<Loaded> loaded;
  std::vector<Trace> traces;
  diag::Findings findings;  // of reading, and of ends that do not exist
  Exit exit = Exit::kClean;
};

TraceReport trace(const LoadRequest& request, const std::vector<std::string>& ends);
TraceReport trace(std::unique_ptr<Loaded> loaded, const std::vector<std::string>& ends);

}  // namespace ferrule::api
