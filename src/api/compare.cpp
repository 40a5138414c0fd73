#include "api/compare.h"

#include "spec/canonical.h"
#include "spec/read_line.h"

namespace ferrule::api {

Comparison compare(const std::vector<std::string>& lines, const Language& language) {
  spec::LineReader reader(*language.lexicon);
  std::vector<spec::Specification> read(lines.size());
  std::vector<const spec::Specification*> all;
  Comparison out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    reader.read(lines[i], read[i]);
    all.push_back(&read[i]);
    out.lines.push_back(spec::canonical(read[i]));
  }
  out.fields = spec::compare(all, language.needs);
  return out;
}

}  // namespace ferrule::api
