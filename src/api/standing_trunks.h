// Trunks that stand, with the fronts at both ends that nothing is plugged into; and panels with free ports.
//
// Shape:  a leg counts when both its plugs are behind adapters, or both in cassettes with as many fronts, in the racks of the trunk's first
//         leg; of modules with several rear connectors, when all of them have plugs of this trunk, in their order. Trunks of one kind are of
//         the same parts, end a first.
#pragma once

#include <vector>

#include "api/design_parts.h"
#include "lang/written.h"
#include "plant/plant.h"
#include "synth/hall.h"
#include "synth/standing.h"

namespace ferrule::api {

struct StandingKind {
  LaidParts parts;
  std::string trunk;  // name of its part
  bool dark = false;  // some of them have legs that nothing lights
};

struct StandingTrunks {
  std::vector<StandingKind> kinds;
  std::vector<synth::StandingTrunk> trunks;
  std::vector<synth::StandingPanel> panels;
};

// `gone`, by asset: cables that are not there any more.
StandingTrunks find_standing_trunks(const plant::Plant& plant, const std::vector<synth::PlanPart>& parts, const synth::Hall& hall,
                                    const std::vector<bool>& gone);

}  // namespace ferrule::api
