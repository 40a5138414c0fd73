// Says that a text of unknown encoding was read as Windows-1252, which every reader of papers has to (W725).
#pragma once

#include <cstdint>

#include "diag/finding.h"

namespace ferrule::api {

void note_guessed_encoding(std::uint32_t source, diag::Findings& findings);

}  // namespace ferrule::api
