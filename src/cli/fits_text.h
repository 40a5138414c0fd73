// Verdicts for people: one offer field by field, or the best of a catalogue with what decided each.
#pragma once

#include <string>

#include "api/catalogue.h"
#include "api/fits.h"

namespace ferrule::cli {

std::string painted(spec::Fit fit, std::string text, bool colour);  // green, yellow, red
std::string fit_text(const api::FitReport& report, bool colour);
std::string matches_text(const api::Catalogue& catalogue, const api::CatalogueReport& report, const api::Language& language,
                         bool colour);

}  // namespace ferrule::cli
