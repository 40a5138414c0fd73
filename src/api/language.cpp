#include "api/language.h"

namespace ferrule::api {

std::unique_ptr<Language> load_language(const std::string& data) {
  auto language = std::make_unique<Language>();
  language->facts = facts::Facts::load(language->sources, data, language->findings);
  language->lexicon = lexis::Lexicon::shared(language->facts, language->sources, language->findings);
  language->needs = spec::Needs::load(language->facts, language->findings);
  language->readable = !language->findings.any_unreadable();
  return language;
}

}  // namespace ferrule::api
