// Connectors, ferrules and fibres of a plant.
//
// Shape:  connectors by their name, in the order of that; a connector of up to two fibres has a ferrule for each, any other has one.
//         Plugs are those of cables and loopbacks, sockets those of cassettes, modules and taps, front and rear; an adapter of a panel is
//         one piece that takes a plug from both sides.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "effort/laid_cables.h"

namespace ferrule::effort {

struct ConnectorCount {
  std::string connector;                                                        // empty: nobody said
  std::uint64_t plugs = 0, ferrules = 0, sockets = 0, adapters = 0, ports = 0;  // ferrules: of the plugs; ports: of transceivers
};

struct Counts {
  std::vector<ConnectorCount> connectors;
  std::uint64_t cables = 0, fibres = 0, lit = 0;  // lit: at most all fibres of a cable
  std::uint64_t used_cables = 0, used_plugs = 0;  // through which light of a link goes
  std::int64_t length_mm = 0;                     // of all cables whose length is stated
  std::uint64_t without_length = 0;
  std::uint64_t panel_ports = 0, panel_fibres = 0;  // fronts of cassettes and modules in panels, and adapters of panels
  std::uint64_t links = 0, link_fibres = 0;
};

int ferrules_of(const spec::Face& face);

Counts count(const plant::Plant& plant, const LaidCables& laid);

}  // namespace ferrule::effort
