// One pass over the text. A cell ends at the next separator or line feed; only a cell that begins with a quote looks for quotes.
// Eight bytes are compared at a time, which is what makes the reader fast; everything that can go wrong is off that path.
#include "syntax/csv.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <set>
#include <fmt/format.h>

#include "base/text.h"

namespace ferrule::syntax {
namespace {

constexpr std::size_t kLargestCell = 1 << 20;
constexpr std::size_t kMostColumns = 10'000;
constexpr std::uint64_t kOnes = 0x0101010101010101u;

// The top bit of the lowest byte that equals the pattern's is set; higher ones may be set by mistake.
std::uint64_t equal_bytes(std::uint64_t word, std::uint64_t pattern) {
  const std::uint64_t x = word ^ pattern;
  return (x - kOnes) & ~x & (kOnes << 7);
}

// Offset of the first `a` or `b` at or behind `at`; the size of the text when there is none.
std::size_t find_either(std::string_view text, std::size_t at, char a, char b) {
  if constexpr (std::endian::native == std::endian::little) {
    const std::uint64_t as = kOnes * static_cast<unsigned char>(a), bs = kOnes * static_cast<unsigned char>(b);
    for (; at + 8 <= text.size(); at += 8) {
      std::uint64_t word;
      std::memcpy(&word, text.data() + at, 8);
      const std::uint64_t hits = equal_bytes(word, as) | equal_bytes(word, bs);
      if (hits != 0) return at + static_cast<std::size_t>(std::countr_zero(hits)) / 8;
    }
  }
  while (at < text.size() && text[at] != a && text[at] != b) ++at;
  return at;
}

std::size_t end_of_quoted(std::string_view text, std::size_t at) {  // the closing quote, or the size of the text
  while (true) {
    at = std::min(text.find('"', at), text.size());
    if (at + 1 >= text.size() || text[at + 1] != '"') return at;
    at += 2;
  }
}

}  // namespace

CsvReader::CsvReader(const diag::Sources& sources, std::uint32_t source, diag::Findings& findings)
    : source_(source), findings_(findings), text_(sources.text(source)) {
  const std::optional<std::uint32_t> begin = begin_of_text(sources, source, findings);
  if (!begin) {
    broken_ = true;
    return;
  }
  at_ = *begin;
  check_header();
  if (broken_) header_.clear();
  if (!header_.empty()) header_place_ = place(header_.front());
  arena_header_ = arena_used_;
}

void CsvReader::go_on(const diag::Sources& sources, std::uint32_t source) {
  source_ = source;
  text_ = sources.text(source);
  cut_ = false;
  const std::optional<std::uint32_t> begin = begin_of_text(sources, source, findings_);
  broken_ = broken_ || !begin;
  at_ = begin.value_or(0);
}

std::optional<std::size_t> CsvReader::column(std::string_view name) const {
  const auto found = std::find_if(header_.begin(), header_.end(), [&](const Cell& cell) { return cell.text == name; });
  if (found == header_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - header_.begin());
}

std::span<const Cell> CsvReader::next() {
  while (!broken_ && !cut_ && skip_to_record()) {
    const std::size_t begin = at_;
    const Record record = read_record(row_, header_.size());
    if (cut_) at_ = begin;
    if (record == Record::kEnd) break;
    const bool good = record == Record::kGood && seen_ == header_.size();
    if (good) return row_;
    if (record == Record::kGood) ragged(begin);
    if (++bad_rows_ >= kHopeless) broken_ = true;
  }
  row_.clear();
  return {};
}

// A cell whose doubled quotes were undone is shorter than what was written; its end is looked for again.
diag::Place CsvReader::place(const Cell& cell) const {
  const char* first = text_.data();
  const bool view = cell.text.empty() ||
                    (std::less_equal<>()(first, cell.text.data()) && std::less<>()(cell.text.data(), first + text_.size()));
  const std::size_t length = view ? cell.text.size() : end_of_quoted(text_, cell.offset) - cell.offset;
  return {source_, cell.offset, static_cast<std::uint32_t>(length)};
}

void CsvReader::check_header() {
  if (!skip_to_record()) {
    broken_ = true;
    add_fault(findings_, kCsvHeader, {source_, 0, 0}, "no header row").help("name the columns in the first line");
    return;
  }
  const std::size_t begin = at_;
  sniff_separator();
  broken_ = read_record(header_, kMostColumns) != Record::kGood;
  if (broken_) return;
  broken_ = true;  // until all is well
  if (seen_ > kMostColumns) {
    fault(kCsvHeader, begin, 1, fmt::format("more than {} columns", with_thousands(kMostColumns)))
        .help("write one row per thing, not one column");
    return;
  }
  std::set<std::string_view> names;
  bool good = true;
  for (const Cell& cell : header_) {
    const diag::Place at = place(cell);
    if (cell.text.empty()) {
      fault(kCsvHeader, at.offset, at.length, "a column without a name").help("name the column, or remove the separator");
    } else if (cell.text.find('\r') != std::string_view::npos) {
      fault(kCsvHeader, at.offset, at.length, "a carriage return inside the header").help("end lines with LF or CRLF");
    } else if (!names.insert(cell.text).second) {
      fault(kCsvHeader, at.offset, at.length, fmt::format("column '{}' appears twice", shortened(cell.text, kQuoted)))
          .help("give each column a name of its own");
    } else {
      continue;
    }
    good = false;
  }
  broken_ = !good;
}

void CsvReader::sniff_separator() {
  struct Count {
    char separator;
    std::size_t seen = 0;
  };
  Count counts[] = {{','}, {';'}, {'\t'}};
  bool begins = true;  // a cell does, so a quote here opens one
  for (std::size_t at = at_; at < text_.size() && text_[at] != '\n'; ++at) {
    if (begins && text_[at] == '"') at = end_of_quoted(text_, at + 1);
    if (at >= text_.size()) break;
    const auto count =
        std::find_if(std::begin(counts), std::end(counts), [&](const Count& c) { return c.separator == text_[at]; });
    if (count != std::end(counts)) ++count->seen;
    begins = count != std::end(counts) || (begins && is_blank(text_[at]));
  }
  separator_ = std::max_element(std::begin(counts), std::end(counts), [](const Count& a, const Count& b) {
                 return a.seen < b.seen;
               })->separator;
}

// Moves over blank lines and comments. False at the end of the text.
bool CsvReader::skip_to_record() {
  while (at_ < text_.size()) {
    if (text_[at_] == '#') {
      skip_line();
      continue;
    }
    std::size_t at = at_;
    while (at < text_.size() && is_blank(text_[at]) && text_[at] != separator_) ++at;
    if (at < text_.size() && text_[at] != '\n') return true;
    at_ = std::min(at + 1, text_.size());
  }
  return false;
}

void CsvReader::skip_line() { at_ = std::min(text_.find('\n', at_), text_.size() - 1) + 1; }

// Reads cells up to the line's end and keeps at most `most` of them, so that a row of commas only costs its bytes.
CsvReader::Record CsvReader::read_record(std::vector<Cell>& cells, std::size_t most) {
  cells.clear();
  arena_used_ = arena_header_;
  seen_ = 0;
  row_ends_ = false;
  while (!row_ends_) {
    Cell cell;
    const bool keep = seen_ < most;
    if (!read_cell(cell, keep)) {
      if (broken_ || cut_) return Record::kEnd;
      if (!row_ends_) skip_line();
      return Record::kBad;
    }
    if (keep) cells.push_back(cell);
    ++seen_;
  }
  return Record::kGood;
}

bool CsvReader::read_cell(Cell& cell, bool keep) {
  while (at_ < text_.size() && is_blank(text_[at_]) && text_[at_] != separator_) ++at_;
  if (at_ < text_.size() && text_[at_] == '"') return read_quoted(cell, keep);
  const std::size_t begin = at_;
  const std::size_t end = find_either(text_, begin, separator_, '\n');
  row_ends_ = end >= text_.size() || text_[end] == '\n';
  at_ = std::min(end + 1, text_.size());
  std::size_t last = end;
  while (last > begin && is_blank(text_[last - 1])) --last;
  cell = {text_.substr(begin, last - begin), static_cast<std::uint32_t>(begin)};
  return last - begin <= kLargestCell || small_enough(begin, last - begin);
}

bool CsvReader::read_quoted(Cell& cell, bool keep) {
  const std::size_t begin = at_ + 1;
  const std::size_t end = end_of_quoted(text_, begin);
  if (end >= text_.size() && more_) {
    cut_ = true;
    return false;
  }
  if (end >= text_.size()) {
    broken_ = true;
    fault(kCsvOpenQuote, at_, 1, "a quote that nothing closes").help("close the quote, or double it if it belongs to the text");
    return false;
  }
  if (!small_enough(begin, end - begin)) {
    at_ = end;
    return false;
  }
  const std::string_view written = text_.substr(begin, end - begin);
  cell = {keep ? undoubled(written) : written, static_cast<std::uint32_t>(begin)};
  return end_quoted(end + 1);
}

// Behind a closing quote only blanks may stand. Anything else makes the row bad, and the next line is the next row.
bool CsvReader::end_quoted(std::size_t after) {
  while (after < text_.size() && is_blank(text_[after]) && text_[after] != separator_) ++after;
  row_ends_ = after >= text_.size() || text_[after] == '\n';
  at_ = std::min(after + 1, text_.size());
  if (row_ends_ || text_[after] == separator_) return true;
  fault(kCsvOpenQuote, after, 1, "text behind a closing quote").help("double a quote that belongs to the text: \"\"");
  return false;
}

std::string_view CsvReader::undoubled(std::string_view quoted) {
  std::size_t pair = quoted.find('"');
  if (pair == std::string_view::npos) return quoted;
  if (arena_used_ == arena_.size()) arena_.emplace_back();
  std::string& out = arena_[arena_used_++];
  out.clear();
  while (pair != std::string_view::npos) {
    out.append(quoted.substr(0, pair + 1));
    quoted.remove_prefix(pair + 2);
    pair = quoted.find('"');
  }
  return out.append(quoted);
}

bool CsvReader::small_enough(std::size_t begin, std::size_t length) {
  if (length <= kLargestCell) return true;
  fault(kCellTooLarge, begin, 1, fmt::format("a cell of {} bytes", with_thousands(length)))
      .help("a quote may be missing; cells hold 1 MiB at most");
  return false;
}

void CsvReader::ragged(std::size_t begin) {
  const std::size_t line_end = std::min(text_.find_first_of("\r\n", begin), text_.size());
  auto builder = fault(kCsvRaggedRow, begin, line_end - begin,
                       fmt::format("{} in a table of {}", counted(seen_, "cell"), counted(header_.size(), "column")));
  builder.note(header_place_, "the header is here");
  if (bad_rows_ + 1 >= kHopeless) builder.note("reading ends here after 1,000 bad rows");
}

diag::Findings::Builder CsvReader::fault(const Fault& what, std::size_t at, std::size_t length, std::string message) {
  return add_fault(findings_, what, {source_, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(length)},
                   std::move(message));
}

}  // namespace ferrule::syntax
