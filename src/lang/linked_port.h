// Ports as files of links write them, and as the plant language has them: "swp1", "Ethernet1/1", "mlx5_0/P1", "1/2", "swp1s0", "sw3p2".
//
// Shape:  a leg is one of several links of the same port: "1/2" and "sw1p2" are the second of 1 and sw1, "swp1s0" the first of swp1. A
//         name of the plant language holds no slash and no colon: they become dots.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plant/names.h"

namespace ferrule::lang {

struct PortLeg {
  std::string stem;
  int leg = 0;         // from 1
  bool surely = true;  // "1/2", "swp1s0"; "Ethernet1/2" and "sw1p2" may be a name as well
};

std::optional<PortLeg> leg_of_port(std::string_view text);

// "P62" of ports that are counted through receptacles, two to an optic: the second of P31. Nothing without a number at its end.
std::optional<PortLeg> leg_by_number(std::string_view text, int receptacles);

std::string plain_port_name(std::string_view text);

// Names in their natural order as runs: numbers that follow each other under one prefix are one run.
std::vector<std::vector<plant::NameRun>> runs_of_names(const std::vector<std::string>& names);

}  // namespace ferrule::lang
