// One part described outside any project: what a planner would write under `parts:`, read as a project's own part is read.
//
//     part_of_text(facts, "cord-b", "{kind: cord, fibre: OM4, polarity: B, ends: {connector: MPO-12, gender: unpinned}}")
//
// Errors: nothing when the text describes no part. For texts of our own making that is a row that the tables lack.
#pragma once

#include <optional>
#include <string>

#include "facts/facts.h"
#include "plant/part_type.h"

namespace ferrule::lang {

std::optional<plant::PartType> part_of_text(const facts::Facts& facts, const std::string& name, const std::string& description);

}  // namespace ferrule::lang
