// A specification as purchase wording: complete, and neutral of brands unless the brand is asked for.
#pragma once

#include <string>

#include "facts/facts.h"
#include "spec/needs.h"
#include "spec/specification.h"

namespace ferrule::spec {

enum class BrandPolicy : std::uint8_t { kFamily, kPreferred, kRequired };

// Several lines, one clause each; what the specification leaves open stands as "[to be stated: ...]".
std::string purchase_text(const Specification& specification, const facts::Facts& facts, const Needs& needs, BrandPolicy brand);

}  // namespace ferrule::spec
