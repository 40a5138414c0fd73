// Reads what a fabric says of phases: `growth` of groups and tiers, and of trunks that are laid ahead.
//
// Errors: L205 for a phase that the project does not list, L202 for what is neither a group nor a tier.
#pragma once

#include <optional>
#include <string_view>

#include "lang/reader.h"
#include "syntax/node.h"
#include "synth/fabric.h"
#include "synth/wishes.h"

namespace ferrule::lang {

// False when something was wrong. Tiers and groups have to be there already.
bool read_growth(Reader& reader, const syntax::Node& section, synth::Fabric& fabric);

// An index into Fabric::phases.
std::optional<std::uint32_t> phase_named(Reader& reader, std::string_view name, diag::Place place, const synth::Fabric& fabric);

// The wish `growth`: per cent, or `planned`.
void read_legs_ahead(Reader& reader, std::string_view text, diag::Place place, synth::CablingWish& wish);

}  // namespace ferrule::lang
