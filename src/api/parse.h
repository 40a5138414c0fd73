// The verb parse: lines of text in, specifications out.
//
// Shape:  one answer for each record, in order; memory does not grow with their number.
// Errors: a file that cannot be read is a Failure; a record that is no JSON is a finding and answered with an empty specification.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "diag/finding.h"
#include "lexis/lexicon.h"
#include "spec/specification.h"

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

Result<void> parse_records(const Records& records, const lexis::Lexicon& lexicon, const TakeParsed& take);
void parse_text(std::string_view text, const lexis::Lexicon& lexicon, const TakeParsed& take);

// How the line is taken apart, one piece a line: for whoever adds a word to the lexicon.
std::string items_text(std::string_view text, const lexis::Lexicon& lexicon);

std::string parsed_json(const Parsed& parsed, const lexis::Lexicon& lexicon);  // one line, with its line feed

}  // namespace ferrule::api
