// A substitution certificate for people: which links may use the offer, which not, with their losses, and why.
#pragma once

#include <string>

#include "api/substitute.h"

namespace ferrule::cli {

std::string certificate_text(const api::Certificate& certificate, bool colour);

}  // namespace ferrule::cli
