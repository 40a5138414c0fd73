// Whatever the bytes, a workbook, a table or a text: reading and linting end, every place lies inside its text, every finding prints.
#include <cstdint>
#include <cstdlib>

#include "diag/print.h"
#include "spec/paper/lint.h"
#include "syntax/xlsx.h"

namespace diag = ferrule::diag;
namespace paper = ferrule::spec::paper;
namespace syntax = ferrule::syntax;

namespace {

void hold(bool truth) {
  if (!truth) std::abort();
}

void hold_place(const diag::Place& place, const diag::Sources& sources) {
  hold(!place.known() || place.offset + std::uint64_t{place.length} <= sources.text(place.source).size());
}

struct Words {
  diag::Sources sources;
  diag::Findings findings;
  ferrule::facts::Facts facts = ferrule::facts::Facts::load(sources, "", findings);
  ferrule::lexis::Lexicon lexicon = ferrule::lexis::Lexicon::compile(facts, sources, "", findings);
  ferrule::spec::paper::PaperWords paper_words = ferrule::spec::paper::PaperWords::load(facts, findings);
};

std::vector<syntax::Table> tables_of(diag::Sources& sources, std::uint32_t source, diag::Findings& findings) {
  std::vector<syntax::Table> tables;
  if (syntax::looks_like_workbook(sources.text(source))) {
    auto sheets = syntax::read_workbook(sources, source, findings, {.part_bytes = 1 << 20, .cells = 100'000});
    hold(sheets.has_value() != findings.any_unreadable());
    if (sheets)
      for (syntax::Sheet& sheet : *sheets) tables.push_back(std::move(sheet.table));
  } else if (const auto text = syntax::readable_text(sources, source, findings)) {
    tables.push_back(syntax::read_table(sources, *text, syntax::TableForm::kUnknown));
  }
  return tables;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Words words;
  diag::Sources sources;
  diag::Findings findings;
  const std::uint32_t source = sources.add("fuzz", std::string(reinterpret_cast<const char*>(data), size));
  const std::vector<syntax::Table> tables = tables_of(sources, source, findings);
  std::vector<const syntax::Table*> views;
  for (const syntax::Table& table : tables) {
    views.push_back(&table);
    for (const syntax::TableRow& row : table.rows)
      for (const syntax::TableCell& cell : row.cells) {
        hold_place(cell.place, sources);
        hold(!cell.as_written || sources.text(cell.place) == cell.text);
      }
  }
  const paper::Paper read = paper::read_paper(views, words.lexicon, words.paper_words);
  paper::lint(read, {paper::Brand::kMtp}, words.facts, sources, findings);
  for (const diag::Finding& finding : findings.all()) {
    hold_place(finding.place, sources);
    for (const diag::Note& note : finding.notes) hold_place(note.place, sources);
    hold(!diag::print(finding, sources).empty());
  }
  return 0;
}
