#include "api/catalogue.h"

#include <algorithm>
#include <fmt/format.h>

#include "api/guessed_encoding.h"
#include "base/text.h"
#include "spec/canonical.h"
#include "spec/paper/paper.h"
#include "spec/paper/report.h"
#include "spec/read_line.h"
#include "syntax/faults.h"

namespace ferrule::api {

const CatalogueEntry* Catalogue::find(std::string_view part_number) const {
  const std::string_view wanted = trim(part_number);
  if (wanted.empty()) return nullptr;
  const auto found = std::find_if(entries.begin(), entries.end(),
                                  [&](const CatalogueEntry& entry) { return same_ignoring_case(entry.part_number, wanted); });
  return found == entries.end() ? nullptr : &*found;
}

std::string line_of(const std::string& text, const Catalogue* catalogue) {
  const CatalogueEntry* const entry = catalogue == nullptr ? nullptr : catalogue->find(text);
  return entry == nullptr ? text : std::string(entry->text);
}

std::unique_ptr<Catalogue> read_catalogue(const std::string& path, const std::string& column, Language& language,
                                          diag::Findings& findings) {
  auto catalogue = std::make_unique<Catalogue>();
  std::optional<syntax::OfficeFile> file = syntax::read_office_file(language.sources, path, findings);
  if (!file) return nullptr;
  catalogue->file = std::move(*file);
  if (catalogue->file.encoding == syntax::Encoding::kWindows1252) note_guessed_encoding(catalogue->file.source, findings);
  const std::vector<const syntax::Table*> tables = catalogue->file.tables();
  const spec::paper::PaperWords words = spec::paper::PaperWords::load(language.facts, findings);
  spec::paper::Paper paper = spec::paper::read_paper(tables, *language.lexicon, words, {.column = column});
  if (!paper.column_found) {
    syntax::report_unreadable({path, fmt::format("it has no column '{}'", column)}, {}, findings);
    return nullptr;
  }
  for (spec::paper::Product& product : paper.products) {
    const syntax::TableCell& cell = *paper.text_of(product).cell;
    catalogue->entries.push_back(
        {product.part_number != nullptr ? product.part_number->text : std::string_view(), cell.text, cell.place});
    catalogue->index.add(std::move(product.specification));
  }
  catalogue->composed = std::move(paper.composed);
  return catalogue;
}

CatalogueReport best_of(const Catalogue& catalogue, const FitRequest& request, const Language& language, std::size_t most) {
  spec::LineReader reader(*language.lexicon);
  spec::Specification required;
  reader.read(request.required, required);
  CatalogueReport report{spec::canonical(required), {}};
  // All that the index does not rule out: the best verdict need not be that of the nearest.
  for (const std::uint32_t entry : catalogue.index.nearest(required, catalogue.index.size()))
    report.matches.push_back(
        {entry, spec::fits(required, catalogue.index[entry], language.facts, language.needs, request.brand)});
  std::stable_sort(report.matches.begin(), report.matches.end(),
                   [](const CatalogueMatch& a, const CatalogueMatch& b) { return a.fitting.fit < b.fitting.fit; });
  if (report.matches.size() > most) report.matches.resize(most);
  return report;
}

std::vector<write::MatchedEntry> matched_entries(const Catalogue& catalogue, const CatalogueReport& report,
                                                 const Language& language) {
  std::vector<write::MatchedEntry> out;
  for (const CatalogueMatch& match : report.matches) {
    const CatalogueEntry& entry = catalogue.entries[match.entry];
    out.push_back({entry.part_number, entry.text, spec::paper::where(language.sources, entry.place),
                   spec::canonical(catalogue.index[match.entry]), &match.fitting});
  }
  return out;
}

}  // namespace ferrule::api
