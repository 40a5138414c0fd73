#include "cli/language.h"

#include "cli/check_text.h"

namespace ferrule::cli {

void show(const diag::Findings& findings, const api::Language& language, Console& console) {
  console.err(findings_text(findings, language.sources, {.colour = console.colour_err, .notes = true, .can_list = false}));
}

std::unique_ptr<api::Language> language_for(const Arguments& arguments, Console& console) {
  std::unique_ptr<api::Language> language = api::load_language(arguments.get("--data"));
  show(language->findings, *language, console);
  return language;
}

std::optional<spec::BrandPolicy> brand_policy(std::string_view word) {
  if (word == "family") return spec::BrandPolicy::kFamily;
  if (word == "preferred") return spec::BrandPolicy::kPreferred;
  if (word == "required") return spec::BrandPolicy::kRequired;
  return std::nullopt;
}

}  // namespace ferrule::cli
