#include "api/fits.h"

#include "spec/canonical.h"
#include "spec/read_line.h"

namespace ferrule::api {

FitReport fits(const FitRequest& request, const Language& language) {
  spec::LineReader reader(*language.lexicon);
  spec::Specification required, offered;
  reader.read(request.required, required);
  reader.read(request.offered, offered);
  return {spec::canonical(required), spec::canonical(offered),
          spec::fits(required, offered, language.facts, language.needs, request.brand)};
}

}  // namespace ferrule::api
