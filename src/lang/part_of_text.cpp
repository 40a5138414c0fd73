#include "lang/part_of_text.h"

#include "lang/part.h"
#include "syntax/yaml.h"

namespace ferrule::lang {

std::optional<plant::PartType> part_of_text(const facts::Facts& facts, const std::string& name, const std::string& description) {
  diag::Sources sources;
  diag::Findings findings;
  const Texts none;
  TextFiles files(none);
  const std::uint32_t source = sources.add(name, description);
  const std::optional<syntax::Node> node = syntax::read_yaml(sources, source, findings);
  if (!node) return std::nullopt;
  Reader reader{sources, facts, findings, files, Budget(), {}, nullptr};
  std::optional<Part> part = read_part(reader, name, *node, name);
  if (!part || findings.any_at_least(diag::Severity::kError)) return std::nullopt;
  part->type.place = {};  // it stands in no file of the project
  return std::move(part->type);
}

}  // namespace ferrule::lang
