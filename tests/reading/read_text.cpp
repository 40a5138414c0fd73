#include "reading/read_text.h"

#include <fmt/format.h>

#include "plant/trace.h"

namespace ferrule::lang {

const facts::Facts& test_facts() {
  static diag::Sources sources;
  static diag::Findings findings;
  static const facts::Facts facts = facts::Facts::load(sources, "", findings);
  return facts;
}

Read read_text(std::string text, const Texts& files, Budget budget) {
  static KeptWords words;  // compiled once
  Read out;
  out.project = read_project_text("plant.yaml", std::move(text), files, *out.sources, test_facts(), out.findings, budget, &words);
  return out;
}

std::string Read::said() const {
  diag::Findings sorted = findings;
  sorted.sort();
  std::string out;
  for (const diag::Finding& finding : sorted.all()) {
    out += finding.code;
    if (finding.place.known()) {
      const diag::LineColumn at = sources->line_column(finding.place);
      out += fmt::format(" {}:{}:{}", sources->name(finding.place.source), at.line, at.column);
    }
    out += " " + finding.message + "\n";
  }
  return out;
}

std::uint32_t Read::connector(const std::string& spelled) const {
  for (std::uint32_t id = 0; id < plant().connectors.size(); ++id)
    if (plant().spelled(id) == spelled) return id;
  return plant::kNone;
}

const plant::PartType* Read::type(const std::string& name) const {
  for (const plant::PartType& type : plant().types)
    if (type.name == name) return &type;
  return nullptr;
}

std::string Read::arrives(const std::string& connector_name, int position) const {
  const std::uint32_t from = connector(connector_name);
  if (from == plant::kNone) return "no connector " + connector_name;
  const plant::Path path = plant::trace(plant(), {from, static_cast<std::uint16_t>(position - 1)});
  if (path.ending == plant::Ending::kPort)
    return fmt::format("{}.{}", plant().spelled(path.end().connector), path.end().position + 1);
  if (path.ending != plant::Ending::kOpenEnd) return std::string(spell(path.ending));
  const plant::FibreEnd last = path.hops.empty() ? path.start : path.hops.back().left;
  return fmt::format("open end at {}.{}", plant().spelled(last.connector), last.position + 1);
}

}  // namespace ferrule::lang
