// The faults that every reader of text reports in the same words, and the tests of a text that all readers begin with.
//
// Shape: codes L101 to L114. Each marks its file as unreadable (exit code 3): a plant read from half a file proves nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "diag/finding.h"

namespace ferrule::syntax {

struct Fault {
  std::string_view code, name;
};

inline constexpr Fault kFileUnreadable{"L101", "file-unreadable"};
inline constexpr Fault kNotUtf8{"L102", "not-utf8"};
inline constexpr Fault kYamlSyntax{"L103", "yaml-syntax"};
inline constexpr Fault kYamlFeature{"L104", "yaml-feature"};
inline constexpr Fault kDuplicateKey{"L105", "duplicate-key"};
inline constexpr Fault kNestedTooDeep{"L106", "nested-too-deep"};
inline constexpr Fault kNulByte{"L107", "nul-byte"};
inline constexpr Fault kCsvRaggedRow{"L108", "csv-ragged-row"};
inline constexpr Fault kCsvOpenQuote{"L109", "csv-open-quote"};
inline constexpr Fault kCsvHeader{"L110", "csv-header"};
inline constexpr Fault kCellTooLarge{"L111", "cell-too-large"};
inline constexpr Fault kTooManyNodes{"L112", "too-many-nodes"};
inline constexpr Fault kWorkbookUnreadable{"L113", "workbook-unreadable"};
inline constexpr Fault kPaperTooLarge{"L114", "paper-too-large"};

// So many faults of one kind in one file say that it is not what it claims to be; readers stop there.
inline constexpr std::size_t kHopeless = 1000;

inline constexpr std::size_t kQuoted = 60;  // characters of the author's text that a message repeats
inline constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }  // within a line of a table

diag::Findings::Builder add_fault(diag::Findings& findings, const Fault& fault, diag::Place place, std::string message);

// A file that could not be opened or read, as a finding. `named_at` is where another file named it; it may be nowhere.
diag::Findings::Builder report_unreadable(const Failure& failure, diag::Place named_at, diag::Findings& findings);

// Where the text begins behind its byte-order mark. Nothing, and a finding, when it holds a NUL byte or is not UTF-8.
std::optional<std::uint32_t> begin_of_text(const diag::Sources& sources, std::uint32_t source, diag::Findings& findings);

}  // namespace ferrule::syntax
