// The least change that proves a faulty link, tried on the model before it is offered.
//
// Candidates: another map, other pins or another polish of one part on the way, another adapter at one of its joints; when no single
//             change does, the cheapest pair. A change counts only if the whole check then proves the link and makes no link near by
//             worse. The search works on the neighbourhood of one link of each distinct fault.
// Limits:     the first kMostFaults faults and kMostTrials trials per fault, kMostTrialsInAll in one check; beyond that nothing is offered, and nothing is guessed.
#pragma once

#include "check/rule.h"

namespace ferrule::check {

constexpr std::size_t kMostFaults = 60;
constexpr std::size_t kMostTrials = 1500;
constexpr std::size_t kMostTrialsInAll = 3000;

// Adds a help line to each hit on ways or joints for which a repair was found.
void offer_repairs(const View& view, std::vector<Hit>& hits);

}  // namespace ferrule::check
