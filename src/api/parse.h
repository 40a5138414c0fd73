// The verb parse: lines of text in, specifications out.
//
// Shape:  one answer for each record, in order. Lines and JSON lines are read piece by piece; CSV is held in memory whole.
// Errors: a file that cannot be read is a Failure; a record that is no JSON, or lacks the column, is answered with an empty
//         specification and counted; a row of CSV that cannot be read has a finding and no answer.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "api/language.h"
#include "base/result.h"
#include "spec/specification.h"
#include "write/json.h"

namespace ferrule::api {

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

// Answers as JSON, one line each with its line feed, valid until the next. It keeps its memory from line to line.
class ParsedJson {
 public:
  explicit ParsedJson(const Language& language) : language_(language) {}
  std::string_view line(const Parsed& parsed);

 private:
  const Language& language_;
  write::JsonWriter json_;
  std::string line_;
};
std::string parsed_json(const Parsed& parsed, const Language& language);  // of one alone

}  // namespace ferrule::api
