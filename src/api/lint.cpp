#include "api/lint.h"

#include "api/guessed_encoding.h"
#include "syntax/office_file.h"
#include "write/findings_json.h"

namespace ferrule::api {
namespace {

class Linter {
 public:
  Linter(LintReport& report, const LintOptions& options)
      : report_(report),
        options_(options),
        lexicon_(lexis::Lexicon::shared(report.loaded->facts, report.loaded->sources, report.loaded->findings)),
        words_(spec::paper::PaperWords::load(report.loaded->facts, report.loaded->findings)) {}

  void read(const std::string& path) {
    const std::optional<syntax::OfficeFile> file = syntax::read_office_file(sources(), path, findings());
    if (!file) return;
    if (file->encoding == syntax::Encoding::kWindows1252) note_guessed_encoding(file->source, findings());
    judge(path, *file);
  }

 private:
  diag::Sources& sources() { return report_.loaded->sources; }
  diag::Findings& findings() { return report_.loaded->findings; }

  void judge(const std::string& path, const syntax::OfficeFile& file) {
    const std::vector<const syntax::Table*> tables = file.tables();
    const spec::paper::Paper paper = spec::paper::read_paper(tables, *lexicon_, words_, {.column = options_.column});
    spec::paper::lint(paper, options_.policy, report_.loaded->facts, sources(), findings());
    PaperReport& about = report_.papers.emplace_back();
    about.path = path;
    about.tables = tables.size();
    about.columns = paper.columns;
    about.prose = tables.size() == 1 && tables[0]->prose;
    about.column_found = paper.column_found;
    about.census = spec::paper::count_words(paper);
  }

  LintReport& report_;
  const LintOptions& options_;
  std::shared_ptr<const lexis::Lexicon> lexicon_;
  spec::paper::PaperWords words_;
};

void write_words(write::JsonWriter& json, const spec::paper::Census& census) {
  const auto number = [&](std::string_view key, std::size_t value) { json.key(key).integer(static_cast<std::int64_t>(value)); };
  json.key("words").begin_object();
  number("mpo", census.mpo);
  number("mtp", census.mtp);
  number("both", census.both);
  number("mtp_marked", census.mtp_marked);
  number("elite_or_pro", census.elite_or_pro);
  number("likeness", census.likeness);
  number("type", census.type);
  number("method", census.method);
  number("polarity", census.polarity);
  number("loss_words", census.loss_words);
  number("loss_figures", census.loss_figures);
  json.end_object();
}

void write_paper(write::JsonWriter& json, const PaperReport& paper) {
  json.begin_object();
  json.key("file").string(paper.path).key("tables").integer(static_cast<std::int64_t>(paper.tables));
  json.key("columns").begin_array();
  for (const std::string& column : paper.columns) json.string(column);
  json.end_array();
  json.key("products").integer(static_cast<std::int64_t>(paper.census.products));
  write_words(json, paper.census);
  json.end_object();
}

}  // namespace

LintReport lint(const LintRequest& request, const LintOptions& options) {
  LintReport report;
  report.loaded = load_facts(request.data);
  if (report.loaded->readable) {
    Linter linter(report, options);
    for (const std::string& path : request.paths) linter.read(path);
  }
  diag::Findings& findings = report.loaded->findings;
  findings.sort();
  for (const diag::Finding& finding : findings.all()) {
    report.errors += finding.severity == diag::Severity::kError;
    report.warnings += finding.severity == diag::Severity::kWarning;
    report.notes += finding.severity == diag::Severity::kNote;
  }
  if (findings.any_unreadable())
    report.exit = Exit::kUnreadable;
  else if (findings.any_at_least(options.level))
    report.exit = Exit::kFindings;
  return report;
}

std::string lint_json(const LintReport& report) {
  write::JsonWriter json(write::JsonWriter::Layout::kPretty);
  json.begin_object();
  json.key("schema").string("ferrule/lint/1");
  json.key("summary").begin_object();
  json.key("errors").integer(static_cast<std::int64_t>(report.errors));
  json.key("warnings").integer(static_cast<std::int64_t>(report.warnings));
  json.key("notes").integer(static_cast<std::int64_t>(report.notes)).end_object();
  json.key("papers").begin_array();
  for (const PaperReport& paper : report.papers) write_paper(json, paper);
  json.end_array().key("findings");
  write::write_findings(json, report.loaded->findings, report.loaded->sources);
  json.end_object();
  return json.take();
}

}  // namespace ferrule::api
