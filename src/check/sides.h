// What a way rests on beyond its maps: lane tables, lane order, and duplex ports whose bores no good source tells apart.
#pragma once

#include "check/proof.h"

namespace ferrule::check {

// Completes a way with what makes it at best unproven, and with the facts of medium confidence that it rests on.
void weigh_facts(const plant::Plant& plant, const facts::Facts& facts, const plant::Light& light, std::uint32_t bundle,
                 std::span<const plant::Light::Leaf> leaves, Way& way);

// The type with the two bores of every duplex port exchanged.
plant::PartType with_sides_exchanged(const plant::PartType& type);

}  // namespace ferrule::check
