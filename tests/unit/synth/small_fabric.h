// Fabrics in a few words, without the language.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "synth/fabric.h"

namespace ferrule::synth::test {

inline Tier tier(std::string name, std::vector<int> per, std::optional<int> count, int ports) {
  Tier out;
  out.name = std::move(name);
  out.per = std::move(per);
  out.count = count;
  PortRun run;
  plant::NameRun names;
  names.prefix = "p";
  names.first = 1;
  names.count = static_cast<std::uint32_t>(ports);
  names.numbered = true;
  run.names = {names};
  run.optic = "400GBASE-DR4";
  out.ports = {run};
  return out;
}

inline LinkRule rule(std::size_t from, std::size_t to) {
  LinkRule out;
  out.from = from;
  out.to = to;
  out.name = std::to_string(from) + "-" + std::to_string(to);
  return out;
}

// Two tiers of which every device of one meets every device of the other.
inline Fabric leaf_spine(int leaves, int uplinks, std::optional<int> spines, int spine_ports) {
  Fabric fabric;
  fabric.tiers = {tier("leaf", {}, leaves, uplinks), tier("spine", {}, spines, spine_ports)};
  fabric.rules = {rule(0, 1)};
  return fabric;
}

}  // namespace ferrule::synth::test
