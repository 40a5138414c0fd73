#include "api/parse.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "api/guessed_encoding.h"
#include "base/text.h"
#include "lexis/items.h"
#include "spec/read_line.h"
#include "syntax/csv_stream.h"
#include "syntax/json_lines.h"
#include "syntax/line_source.h"
#include "write/specification_json.h"

namespace ferrule::api {
namespace {

// Reads texts, a few of them together, counts them and hands them on in their order.
class Answers {
 public:
  Answers(const lexis::Lexicon& lexicon, const TakeParsed& take) : reader_(lexicon), take_(take) {}

  void add(std::string_view text) {
    texts_[waiting_] = text;
    if (++waiting_ == kTogether) answer();
  }

  // What was added and has no answer yet; at the end.
  void answer() {
    std::array<std::string_view, kTogether> texts;
    std::copy_n(texts_.begin(), waiting_, texts.begin());
    reader_.read(std::span(texts).first(waiting_), std::span(specifications_).first(waiting_));
    for (std::size_t i = 0; i < waiting_; ++i) {
      ++count.records;
      count.contradictory += !specifications_[i].contradictions.empty();
      take_({texts[i], specifications_[i]});
    }
    waiting_ = 0;
  }

  RecordCount count;

 private:
  static constexpr std::size_t kTogether = spec::LineReader::kTogether;
  spec::LineReader reader_;
  std::array<std::string, kTogether> texts_;  // of which waiting_ are not read yet
  std::array<spec::Specification, kTogether> specifications_;
  std::size_t waiting_ = 0;
  const TakeParsed& take_;
};

Result<RecordCount> parse_csv(const Records& records, Language& language, diag::Findings& findings, const TakeParsed& take) {
  Result<syntax::CsvStream> rows = syntax::CsvStream::open(records.path, language.sources, findings);
  if (!rows) return tl::unexpected(rows.error());
  if (rows->header().empty()) return RecordCount{};  // the findings say why
  const std::optional<std::size_t> column = rows->column(records.column);
  if (!column) return tl::unexpected(Failure{records.path, fmt::format("it has no column '{}'", printable(records.column))});
  Answers answers(*language.lexicon, take);
  for (std::span<const syntax::Cell> row = rows->next(); !row.empty(); row = rows->next()) answers.add(row[*column].text);
  answers.answer();
  if (rows->guessed()) note_guessed_encoding(*rows->guessed(), findings);
  return answers.count;
}

}  // namespace

RecordCount parse_text(std::string_view text, const lexis::Lexicon& lexicon, const TakeParsed& take) {
  Answers answers(lexicon, take);
  answers.add(text);
  answers.answer();
  return answers.count;
}

Result<RecordCount> parse_records(const Records& records, Language& language, diag::Findings& findings, const TakeParsed& take) {
  if (!records.column.empty() && lower(records.path).ends_with(".csv")) return parse_csv(records, language, findings, take);
  Result<syntax::LineSource> source = syntax::LineSource::open(records.path);
  if (!source) return tl::unexpected(source.error());
  Answers answers(*language.lexicon, take);
  std::string text;
  for (std::string_view line; source->next(line);) {
    if (!records.column.empty()) {
      answers.count.without_text += syntax::text_member(line, records.column, text) != syntax::Member::kFound;
      line = text;
    }
    answers.add(line);
  }
  answers.answer();
  return answers.count;
}

std::string items_text(std::string_view text, const lexis::Lexicon& lexicon) {
  lexis::ItemReader reader(lexicon);
  std::string out;
  for (const lexis::Item& item : reader.read(text)) {
    if (item.is(lexis::Sense::kLast)) break;
    out += fmt::format("  {:<24} {:<14}", printable(reader.words(item)), spell(item.sense));
    if (item.number != 0) out += fmt::format(" {}", item.number);
    for (const lexis::Meaning& meaning : reader.meanings(item))
      out += fmt::format(" {}={}({})", spell(meaning.sense), lexicon.value(meaning.value), meaning.weight);
    out += '\n';
  }
  return out;
}

std::string_view ParsedJson::line(const Parsed& parsed) {
  json_.begin_object();
  write::specification_json(json_, parsed.text, parsed.specification, language_.facts, *language_.lexicon, language_.needs);
  json_.end_object();
  line_.clear();
  json_.take_to(line_);
  return line_ += '\n';
}

std::string parsed_json(const Parsed& parsed, const Language& language) { return std::string(ParsedJson(language).line(parsed)); }

}  // namespace ferrule::api
