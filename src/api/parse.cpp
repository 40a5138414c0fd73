#include "api/parse.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <fmt/format.h>

#include "base/text.h"
#include "lexis/items.h"
#include "spec/canonical.h"
#include "spec/read_line.h"
#include "syntax/csv.h"
#include "syntax/json_lines.h"
#include "write/json.h"
#include "write/specification_json.h"

namespace ferrule::api {
namespace {

// Lines of a file or of standard input, whatever their length, without the whole file in memory.
class LineSource {
 public:
  static Result<LineSource> open(const std::string& path) {
    LineSource source;
    std::error_code code;
    if (path != "-" && std::filesystem::is_directory(path, code)) return tl::unexpected(Failure{path, "it is a folder"});
    source.file_.reset(path == "-" ? stdin : std::fopen(path.c_str(), "rb"));
    if (!source.file_) return tl::unexpected(Failure{path, std::strerror(errno)});
    return source;
  }

  bool next(std::string_view& line) {
    for (std::size_t from = at_;;) {
      const void* const end = std::memchr(buffer_.data() + from, '\n', filled_ - from);
      if (end != nullptr) {
        const std::size_t stop = static_cast<std::size_t>(static_cast<const char*>(end) - buffer_.data());
        line = trimmed(at_, stop);
        at_ = stop + 1;
        return true;
      }
      from = filled_ - at_;  // fill() moves what is left to the front
      if (fill()) continue;
      if (at_ == filled_) return false;
      line = trimmed(at_, filled_);
      at_ = filled_;
      return true;
    }
  }

 private:
  struct Close {
    void operator()(std::FILE* file) const {
      if (file != nullptr && file != stdin) std::fclose(file);
    }
  };

  std::string_view trimmed(std::size_t from, std::size_t to) const {
    if (to > from && buffer_[to - 1] == '\r') --to;
    return std::string_view(buffer_).substr(from, to - from);
  }
  bool fill() {
    if (at_ > 0) {
      std::memmove(buffer_.data(), buffer_.data() + at_, filled_ - at_);
      filled_ -= at_;
      at_ = 0;
    }
    if (buffer_.size() - filled_ < kBlock) buffer_.resize(filled_ + std::max(kBlock, filled_));
    const std::size_t got = std::fread(buffer_.data() + filled_, 1, buffer_.size() - filled_, file_.get());
    filled_ += got;
    return got > 0;
  }

  static constexpr std::size_t kBlock = std::size_t{1} << 18;
  std::unique_ptr<std::FILE, Close> file_;
  std::string buffer_;
  std::size_t at_ = 0, filled_ = 0;
};

// Reads text after text, counts and hands on.
class Answers {
 public:
  Answers(const lexis::Lexicon& lexicon, const TakeParsed& take) : reader_(lexicon), take_(take) {}

  void add(std::string_view text) {
    reader_.read(text, specification_);
    ++count.records;
    count.contradictory += !specification_.contradictions.empty();
    take_({text, specification_});
  }

  RecordCount count;

 private:
  spec::LineReader reader_;
  spec::Specification specification_;
  const TakeParsed& take_;
};

Result<RecordCount> parse_csv(const Records& records, Language& language, diag::Findings& findings, const TakeParsed& take) {
  const Result<std::uint32_t> source = language.sources.read(records.path);
  if (!source) return tl::unexpected(source.error());
  syntax::CsvReader rows(language.sources, *source, findings);
  if (rows.header().empty()) return RecordCount{};  // the findings say why
  const std::optional<std::size_t> column = rows.column(records.column);
  if (!column) return tl::unexpected(Failure{records.path, fmt::format("it has no column '{}'", printable(records.column))});
  Answers answers(language.lexicon, take);
  for (std::span<const syntax::Cell> row = rows.next(); !row.empty(); row = rows.next()) answers.add(row[*column].text);
  return answers.count;
}

}  // namespace

std::unique_ptr<Language> load_language(const std::string& data) {
  auto language = std::make_unique<Language>();
  language->facts = facts::Facts::load(language->sources, data, language->findings);
  language->lexicon = lexis::Lexicon::compile(language->facts, language->sources, data, language->findings);
  language->needs = spec::Needs::load(language->facts, language->findings);
  language->readable = !language->findings.any_unreadable();
  return language;
}

RecordCount parse_text(std::string_view text, const lexis::Lexicon& lexicon, const TakeParsed& take) {
  Answers answers(lexicon, take);
  answers.add(text);
  return answers.count;
}

Result<RecordCount> parse_records(const Records& records, Language& language, diag::Findings& findings, const TakeParsed& take) {
  if (!records.column.empty() && records.path.ends_with(".csv")) return parse_csv(records, language, findings, take);
  Result<LineSource> source = LineSource::open(records.path);
  if (!source) return tl::unexpected(source.error());
  Answers answers(language.lexicon, take);
  std::string text;
  for (std::string_view line; source->next(line);) {
    if (!records.column.empty()) {
      answers.count.without_text += syntax::text_member(line, records.column, text) != syntax::Member::kFound;
      line = text;
    }
    answers.add(line);
  }
  return answers.count;
}

std::string items_text(std::string_view text, const lexis::Lexicon& lexicon) {
  lexis::ItemReader reader(lexicon);
  std::string out;
  for (const lexis::Item& item : reader.read(text)) {
    if (item.is(lexis::Sense::kLast)) break;
    out += fmt::format("  {:<24} {:<14}", printable(reader.words(item)), spell(item.sense));
    if (item.number != 0) out += fmt::format(" {}", item.number);
    for (const lexis::Meaning& meaning : item.others)
      out += fmt::format(" {}={}({})", spell(meaning.sense), lexicon.value(meaning.value), meaning.weight);
    out += '\n';
  }
  return out;
}

std::string parsed_json(const Parsed& parsed, const Language& language) {
  write::JsonWriter json;
  json.begin_object();
  write::specification_json(json, parsed.text, parsed.specification, language.facts, language.lexicon, language.needs);
  json.end_object();
  return json.take() + "\n";
}

FitReport fits(const FitRequest& request, const Language& language) {
  spec::LineReader reader(language.lexicon);
  spec::Specification required, offered;
  reader.read(request.required, required);
  reader.read(request.offered, offered);
  return {spec::canonical(required), spec::canonical(offered),
          spec::fits(required, offered, language.facts, language.needs, request.brand)};
}

Comparison compare(const std::vector<std::string>& lines, const Language& language) {
  spec::LineReader reader(language.lexicon);
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

std::string comparison_json(const Comparison& comparison) {
  constexpr std::string_view kWords[] = {"differs", "incomparable", "partly-stated", "equal"};
  write::JsonWriter json(write::JsonWriter::Layout::kPretty);
  json.begin_object();
  json.key("schema").string("ferrule/compare/1");
  json.key("lines").begin_array();
  for (const std::string& line : comparison.lines) json.string(line);
  json.end_array();
  json.key("fields").begin_array();
  for (const spec::ComparedField& field : comparison.fields) {
    json.begin_object();
    json.key("field").string(field.field);
    json.key("class").string(std::string_view(&field.field_class, 1));
    json.key("difference").string(kWords[static_cast<std::size_t>(field.difference)]);
    json.key("values").begin_array();
    for (const std::string& value : field.values) {
      if (value.empty()) {
        json.null();
      } else {
        json.string(value);
      }
    }
    json.end_array();
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json.take();
}

std::string fit_json(const FitReport& report) { return write::fitting_json(report.fitting, report.required, report.offered); }

}  // namespace ferrule::api
