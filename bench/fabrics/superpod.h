// The compute fabric of a DGX SuperPOD B200 with 64 scalable units: three tiers of 400G over twin-port modules, cords direct.
//
//     node (4 twin-port modules) - leaf (32 down, 32 up) - spine (32 down, 32 up) - core (64 down)
//
// Counts: 2048 nodes, 512 leaves, 512 spines, 256 cores; 16,384 cords per tier = 49,152, of 8 lit fibres each.
// Shape:  rail-aligned: port r of a node goes to leaf r of its unit; 32 leaves and 32 spines make a pod, each pair has one cord;
//         spine i of a pod reaches cores 32 (i / 4) .. 32 (i / 4) + 31, one cord each. `shuffled`: cords in the order of splitmix64, seed 1.
// Source: facts/fabric-cases.md section 2 (published counts; which core a spine reaches is our choice)
#pragma once

#include <cstdint>
#include <vector>

#include "facts/facts.h"
#include "plant/plant.h"

namespace ferrule::bench {

constexpr std::uint32_t kSuperPodLinks = 49'152;

plant::Plant superpod_b200(const facts::Facts& facts, bool shuffled);

}  // namespace ferrule::bench
