// What one line says, for people: field, value, the words it came from and why; then what it contradicts and leaves open.
#pragma once

#include <string>

#include "api/catalogue.h"
#include "api/compare.h"
#include "api/fits.h"
#include "api/parse.h"
#include "api/substitute.h"

namespace ferrule::cli {

std::string specification_text(const api::Parsed& parsed, const api::Language& language);
std::string comparison_text(const api::Comparison& comparison);
std::string certificate_text(const api::Certificate& certificate, bool colour);
std::string matches_text(const api::Catalogue& catalogue, const api::CatalogueReport& report, const api::Language& language,
                         bool colour);
std::string fit_text(const api::FitReport& report, bool colour);

}  // namespace ferrule::cli
