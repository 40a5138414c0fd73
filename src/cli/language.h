// What the verbs of the product language share: the words and facts, loaded, with their findings printed.
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "api/language.h"
#include "cli/arguments.h"
#include "cli/console.h"
#include "spec/purchase_text.h"

namespace ferrule::cli {

std::unique_ptr<api::Language> language_for(const Arguments& arguments, Console& console);
void show(const diag::Findings& findings, const api::Language& language, Console& console);
std::optional<spec::BrandPolicy> brand_policy(std::string_view word);  // family, preferred, required

}  // namespace ferrule::cli
