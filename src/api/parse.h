// The verbs parse and fits: lines of text in, specifications and verdicts out.
//
// Shape:  one answer for each record, in order. Lines and JSON lines are read piece by piece; CSV is held in memory whole.
// Errors: a file that cannot be read is a Failure; a record that is no JSON, or lacks the column, is answered with an empty
//         specification and counted; a row of CSV that cannot be read has a finding and no answer.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/finding.h"
#include "lexis/lexicon.h"
#include "spec/compare.h"
#include "spec/fits.h"
#include "spec/needs.h"
#include "spec/specification.h"

namespace ferrule::api {

// The facts, the words and the needs, loaded together: what every verb of the product language begins with.
struct Language {
  diag::Sources sources;
  diag::Findings findings;
  facts::Facts facts;
  lexis::Lexicon lexicon;
  spec::Needs needs;
  bool readable = true;
};
std::unique_ptr<Language> load_language(const std::string& data);

struct Parsed {
  std::string_view text;
  const spec::Specification& specification;
};
using TakeParsed = std::function<void(const Parsed&)>;

// Where the texts come from.
struct Records {
  std::string path;    // "-": standard input
  std::string column;  // of CSV or JSON lines; empty: every line is a text
};
struct RecordCount {
  std::size_t records = 0, without_text = 0, contradictory = 0;
};

// Findings of the file's form are added to `findings`; their places are in the sources of `language`.
Result<RecordCount> parse_records(const Records& records, Language& language, diag::Findings& findings, const TakeParsed& take);
RecordCount parse_text(std::string_view text, const lexis::Lexicon& lexicon, const TakeParsed& take);

// How the line is taken apart, one piece a line: for whoever adds a word to the lexicon.
std::string items_text(std::string_view text, const lexis::Lexicon& lexicon);

std::string parsed_json(const Parsed& parsed, const Language& language);  // one line, with its line feed

struct FitRequest {
  std::string required, offered;
  std::optional<spec::BrandPolicy> brand;
};
struct FitReport {
  std::string required, offered;  // as canonical lines
  spec::Fitting fitting;
};
FitReport fits(const FitRequest& request, const Language& language);
std::string fit_json(const FitReport& report);

struct Comparison {
  std::vector<std::string> lines;  // canonical
  std::vector<spec::ComparedField> fields;
};
Comparison compare(const std::vector<std::string>& lines, const Language& language);
std::string comparison_json(const Comparison& comparison);

}  // namespace ferrule::api
