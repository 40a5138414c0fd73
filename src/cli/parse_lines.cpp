#include <filesystem>
#include <functional>
#include <fmt/format.h>

#include "api/parse.h"
#include "base/text.h"
#include "cli/language.h"
#include "cli/specification_text.h"
#include "cli/verbs.h"
#include "spec/canonical.h"
#include "spec/purchase_text.h"
#include "spec/read_line.h"

namespace ferrule::cli {
namespace {

using api::Exit;

// What is printed for one record.
class Printer {
 public:
  Printer(const Arguments& arguments, const api::Language& language, Console& console)
      : language_(language),
        console_(console),
        format_(arguments.get("--format")),
        canonical_(arguments.has("--canonical")),
        rfq_(arguments.get("--as") == "rfq"),
        brand_(brand_policy(arguments.get("--brand")).value_or(spec::BrandPolicy::kFamily)),
        json_(language) {}

  void operator()(const api::Parsed& parsed) {
    if (canonical_) {
      console_.out(spec::canonical(parsed.specification) + "\n");
    } else if (rfq_) {
      console_.out(spec::purchase_text(parsed.specification, language_.facts, language_.needs, brand_) + "\n");
    } else if (format_ == "jsonl") {
      console_.out(json_.line(parsed));
    } else if (format_ == "items") {
      console_.out(api::items_text(parsed.text.substr(0, spec::LineReader::kLongest), *language_.lexicon));
    } else {
      console_.out(specification_text(parsed, language_));
    }
  }

 private:
  const api::Language& language_;
  Console& console_;
  std::string format_;
  bool canonical_, rfq_;
  spec::BrandPolicy brand_;
  api::ParsedJson json_;
};

// One word with the ending of a file: somebody meant a file that is not there.
bool looks_like_a_path(const std::string& what) {
  if (what.find(' ') != std::string::npos) return false;
  for (const std::string_view ending : {".csv", ".jsonl", ".txt", ".json", ".tsv"})
    if (what.ends_with(ending)) return true;
  return false;
}

}  // namespace

Exit run_parse(const Arguments& arguments, Console& console) {
  const std::unique_ptr<api::Language> language = language_for(arguments, console);
  if (!language->readable) return Exit::kUnreadable;
  Printer printer(arguments, *language, console);
  const std::string what = joined(arguments.all("TEXT"), " ");
  std::error_code code;
  Result<api::RecordCount> count;
  diag::Findings findings;
  const bool is_path = what == "-" || (what.size() < 4096 && std::filesystem::exists(what, code));
  if (!is_path && (arguments.has("--column") || looks_like_a_path(what))) {
    console.err(fmt::format("error: there is no file {}\n", printable(shortened(what, 200))));
    return Exit::kUnreadable;
  }
  if (!is_path) {
    count = api::parse_text(what, *language->lexicon, std::ref(printer));
  } else {
    count = api::parse_records({what, arguments.get("--column")}, *language, findings, std::ref(printer));
  }
  show(findings, *language, console);
  if (!count) {
    console.err(fmt::format("error: cannot read {}: {}\n", printable(count.error().place), printable(count.error().message)));
    return Exit::kUnreadable;
  }
  if (count->without_text > 0)
    console.err(fmt::format("warning: {} without the text '{}'\n", counted(count->without_text, "record"),
                            printable(arguments.get("--column"))));
  if (findings.any_unreadable()) return Exit::kUnreadable;
  return arguments.has("--strict") && count->contradictory > 0 ? Exit::kFindings : Exit::kClean;
}

}  // namespace ferrule::cli
