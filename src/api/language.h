// What every verb of the product language begins with: facts, words and needs, loaded together.
//
// Errors: in `findings`, with places in `sources`; `readable` is false when a table could not be read.
#pragma once

#include <memory>
#include <string>

#include "diag/finding.h"
#include "facts/facts.h"
#include "lexis/lexicon.h"
#include "spec/needs.h"

namespace ferrule::api {

struct Language {
  diag::Sources sources;
  diag::Findings findings;
  facts::Facts facts;
  std::shared_ptr<const lexis::Lexicon> lexicon;
  spec::Needs needs;
  bool readable = true;
};
std::unique_ptr<Language> load_language(const std::string& data);

}  // namespace ferrule::api
