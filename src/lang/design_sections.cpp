#include "lang/design_sections.h"

#include "lang/alternatives_section.h"
#include "lang/cabling_section.h"
#include "lang/fabric_section.h"
#include "lang/policy_limits.h"
#include "lang/values.h"

namespace ferrule::lang {
namespace {

std::string as_written(const diag::Sources& sources, const syntax::Node& root, std::size_t pair) {
  const diag::Place begin = root.pairs[pair].key_place;
  const std::string_view whole = sources.text(begin.source);
  std::size_t end = whole.size();
  if (pair + 1 < root.pairs.size()) end = root.pairs[pair + 1].key_place.offset;
  std::string out(whole.substr(begin.offset, end - begin.offset));
  while (!out.empty() && (out.back() == '\n' || out.back() == ' ')) out.pop_back();
  return out + "\n";
}

struct DesignSections {
  const syntax::Node *fabric = nullptr, *cabling = nullptr, *alternatives = nullptr;
  const std::string* path = nullptr;  // of the file that the fabric stands in
};

// Which sections there are; text that is not designed goes into the design as it is.
DesignSections find_sections(const diag::Sources& sources, const std::deque<Document>& documents, Design& design) {
  DesignSections found;
  for (const Document& document : documents) {
    Given given;
    for (std::size_t i = 0; i < document.root.pairs.size(); ++i) {
      const syntax::Pair& pair = document.root.pairs[i];
      if (pair.key == "fabric") {
        found.fabric = &pair.value;
        found.path = &document.path;
      } else if (pair.key == "cabling") {
        found.cabling = &pair.value;
      } else if (pair.key == "alternatives") {
        found.alternatives = &pair.value;
      } else if (pair.key == "policy" || pair.key == "phases") {
        design.head += as_written(sources, document.root, i);
        if (pair.key == "policy") design.policy = as_written(sources, document.root, i);
      } else if (pair.key != "ferrule" && pair.key != "project" && pair.key != "include") {
        given.all += as_written(sources, document.root, i) + "\n";
        if (pair.key == "parts") given.parts = as_written(sources, document.root, i);
      }
    }
    if (!given.all.empty()) design.given.push_back(std::move(given));
  }
  return found;
}

}  // namespace

std::optional<Design> read_design(Reader& reader, Parts& parts, const Stock& stock, const std::vector<std::string>& phases,
                                  const std::deque<Document>& documents) {
  Design design;
  const DesignSections sections = find_sections(reader.sources, documents, design);
  if (!documents.empty()) {
    const syntax::Node& policy = below(documents.front().root, "policy");
    for (const syntax::Pair& kind : below(policy, "stock_lengths").pairs) design.stock_places.emplace(kind.key, kind.key_place);
    design.limits = limits_of(policy);
  }
  design.documents = documents.size();
  if (sections.fabric == nullptr) return std::nullopt;
  const std::size_t read_before = reader.read_files.size();
  std::optional<synth::Fabric> read = read_fabric(reader, parts, stock, phases, {*sections.fabric, *sections.path});
  design.link_files = reader.read_files.size() - read_before;
  if (!read) return std::nullopt;
  design.fabric = std::move(*read);
  RuleWishes asked = read_cabling(reader, design.fabric, sections.cabling);
  design.wishes = std::move(asked.wishes);
  design.left_open = std::move(asked.left_open);
  if (sections.alternatives != nullptr) design.alternatives = read_alternatives(reader, parts, design, *sections.alternatives);
  return design;
}

}  // namespace ferrule::lang
