#include <filesystem>
#include <fmt/format.h>

#include "api/parse.h"
#include "base/text.h"
#include "cli/check_text.h"
#include "cli/specification_text.h"
#include "cli/verbs.h"
#include "spec/canonical.h"
#include "spec/purchase_text.h"
#include "spec/read_line.h"

namespace ferrule::cli {
namespace {

using api::Exit;

std::optional<spec::BrandPolicy> brand_policy(const std::string& word) {
  if (word == "family") return spec::BrandPolicy::kFamily;
  if (word == "preferred") return spec::BrandPolicy::kPreferred;
  if (word == "required") return spec::BrandPolicy::kRequired;
  return std::nullopt;
}

// What is printed for one record.
class Printer {
 public:
  Printer(const Arguments& arguments, const api::Language& language, Console& console)
      : language_(language),
        console_(console),
        format_(arguments.get("--format")),
        canonical_(arguments.has("--canonical")),
        rfq_(arguments.get("--as") == "rfq"),
        brand_(brand_policy(arguments.get("--brand")).value_or(spec::BrandPolicy::kFamily)) {}

  void operator()(const api::Parsed& parsed) const {
    if (canonical_) {
      console_.out(spec::canonical(parsed.specification) + "\n");
    } else if (rfq_) {
      console_.out(spec::purchase_text(parsed.specification, language_.facts, language_.needs, brand_) + "\n");
    } else if (format_ == "jsonl") {
      console_.out(api::parsed_json(parsed, language_));
    } else if (format_ == "items") {
      console_.out(api::items_text(parsed.text.substr(0, spec::LineReader::kLongest), language_.lexicon));
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
};

// One word with the ending of a file: somebody meant a file that is not there.
bool looks_like_a_path(const std::string& what) {
  if (what.find(' ') != std::string::npos) return false;
  for (const std::string_view ending : {".csv", ".jsonl", ".txt", ".json", ".tsv"})
    if (what.ends_with(ending)) return true;
  return false;
}

void show(const diag::Findings& findings, const api::Language& language, Console& console) {
  console.err(findings_text(findings, language.sources, {.colour = console.colour_err, .can_list = false}));
}

std::unique_ptr<api::Language> language_for(const Arguments& arguments, Console& console) {
  std::unique_ptr<api::Language> language = api::load_language(arguments.get("--data"));
  show(language->findings, *language, console);
  return language;
}

}  // namespace

Exit run_parse(const Arguments& arguments, Console& console) {
  const std::unique_ptr<api::Language> language = language_for(arguments, console);
  if (!language->readable) return Exit::kUnreadable;
  const Printer printer(arguments, *language, console);
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
    count = api::parse_text(what, language->lexicon, printer);
  } else {
    count = api::parse_records({what, arguments.get("--column")}, *language, findings, printer);
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

namespace {

Exit run_certificate(const Arguments& arguments, Console& console) {
  if (!arguments.has("--part") || !arguments.has("--offer"))
    return usage_error(console, "fits", "--in takes the part and the offer",
                       "ferrule fits --in PROJECT --part NAME --offer LINE");
  const api::Certificate certificate = api::substitute(
      {{.path = arguments.get("--in"), .data = arguments.get("--data")}, arguments.get("--part"), arguments.get("--offer"), {}});
  if (!certificate.why_not.empty()) {
    console.err(fmt::format("error: {}\n", printable(certificate.why_not)));
    return certificate.exit;
  }
  console.out(arguments.get("--format") == "json" ? api::certificate_json(certificate)
                                                  : certificate_text(certificate, console.colour_out));
  return certificate.exit;
}

}  // namespace

Exit run_fits(const Arguments& arguments, Console& console) {
  if (arguments.has("--in")) return run_certificate(arguments, console);
  if (!arguments.has("--require") || !arguments.has("--offer"))
    return usage_error(console, "fits", "it takes two lines", "ferrule fits --require LINE --offer LINE");
  const std::unique_ptr<api::Language> language = language_for(arguments, console);
  if (!language->readable) return Exit::kUnreadable;
  const api::FitReport report =
      api::fits({arguments.get("--require"), arguments.get("--offer"), brand_policy(arguments.get("--brand"))}, *language);
  console.out(arguments.get("--format") == "json" ? api::fit_json(report) : fit_text(report, console.colour_out));
  return report.fitting.fit <= spec::Fit::kBetter ? Exit::kClean : Exit::kFindings;
}

Exit run_compare(const Arguments& arguments, Console& console) {
  const std::vector<std::string> lines = arguments.all("LINE");
  if (lines.size() < 2) return usage_error(console, "compare", "it takes two lines and more", "ferrule compare LINE LINE...");
  const std::unique_ptr<api::Language> language = language_for(arguments, console);
  if (!language->readable) return Exit::kUnreadable;
  const api::Comparison comparison = api::compare(lines, *language);
  console.out(arguments.get("--format") == "json" ? api::comparison_json(comparison) : comparison_text(comparison));
  return Exit::kClean;
}

}  // namespace ferrule::cli
