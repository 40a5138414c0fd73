#include "syntax/table.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "syntax/faults.h"

namespace ferrule::syntax {
namespace {

constexpr std::size_t kLongestQuoted = 64 << 10;  // a quote that is open longer was none
constexpr std::size_t kSampledRows = 200;
constexpr std::size_t kClear = 24;  // merit: six rows of five cells are no accident
constexpr char kNoSeparator = '\0';

// Reads record after record. One class serves for looking and for keeping, so that both see the same cells.
class Records {
 public:
  Records(std::string_view text, std::size_t at, char separator) : text_(text), at_(at), separator_(separator) {}

  struct Cell {
    std::size_t begin = 0, end = 0;
    bool doubled = false;  // quotes inside were doubled
  };

  bool next(std::vector<Cell>& cells) {
    cells.clear();
    if (at_ >= text_.size()) return false;
    for (bool more = true; more;) {
      Cell cell;
      more = read(cell);
      if (cells.size() < kMostTableColumns) cells.push_back(cell);
    }
    return true;
  }

 private:
  bool ends_cell(std::size_t at) const { return at >= text_.size() || text_[at] == '\n' || text_[at] == separator_; }

  // True when another cell of the row follows.
  bool read(Cell& cell) {
    while (at_ < text_.size() && is_blank(text_[at_]) && text_[at_] != separator_) ++at_;
    if (!(separator_ != kNoSeparator && at_ < text_.size() && text_[at_] == '"' && quoted(cell))) plain(cell);
    const bool more = at_ < text_.size() && text_[at_] != '\n';
    ++at_;
    return more;
  }

  void plain(Cell& cell) {
    cell.begin = at_;
    while (!ends_cell(at_)) ++at_;
    cell.end = at_;
    while (cell.end > cell.begin && is_blank(text_[cell.end - 1])) --cell.end;
  }

  bool quoted(Cell& cell) {
    const std::size_t most = std::min(text_.size(), at_ + kLongestQuoted);
    for (std::size_t at = at_ + 1; at < most; ++at) {
      if (text_[at] != '"') continue;
      if (at + 1 < text_.size() && text_[at + 1] == '"') {
        cell.doubled = true;
        ++at;
        continue;
      }
      std::size_t behind = at + 1;
      while (behind < text_.size() && is_blank(text_[behind]) && text_[behind] != separator_) ++behind;
      if (!ends_cell(behind)) return cell.doubled = false;  // 12" x 4": the quotes are inches
      cell.begin = at_ + 1;
      cell.end = at;
      at_ = behind;
      return true;
    }
    return cell.doubled = false;
  }

  std::string_view text_;
  std::size_t at_;
  char separator_;
};

bool blank(const std::vector<Records::Cell>& cells) {
  return std::all_of(cells.begin(), cells.end(), [](const Records::Cell& cell) { return cell.begin == cell.end; });
}

struct Parting {          // of a text by a separator
  std::size_t merit = 0;  // lines of the commonest width, by that width; 0 when most lines are not parted
  bool even = false;      // nearly all lines are of that width
};

Parting parting(std::string_view text, std::size_t begin, char separator) {
  std::map<std::size_t, std::size_t> widths;
  std::size_t rows = 0, parted = 0;
  std::vector<Records::Cell> cells;
  for (Records records(text, begin, separator); rows < kSampledRows && records.next(cells);) {
    if (blank(cells) && cells.size() < 2) continue;
    ++rows;
    if (cells.size() < 2) continue;
    ++parted;
    ++widths[cells.size()];
  }
  Parting out;
  if (parted * 2 < rows) return out;
  for (const auto& [width, count] : widths) {
    out.merit = std::max(out.merit, count * (width - 1));
    out.even = out.even || count * 10 >= rows * 8;
  }
  return out;
}

// A line of hyphens between pipes parts header and rows of a table of Markdown. One cell may hold the same in any table.
bool rules_off_a_header(std::string_view text) {
  return text.find("|--") != std::string_view::npos || text.find("| --") != std::string_view::npos;
}

char separator_of(std::string_view text, std::size_t begin, TableForm form) {
  if (form == TableForm::kText) return kNoSeparator;
  if (form == TableForm::kUnknown && rules_off_a_header(text)) return kNoSeparator;
  char best = kNoSeparator;
  std::size_t most = 0;
  for (const char separator : {'\t', ';', ',', '|'}) {
    const Parting found = parting(text, begin, separator);
    // Without a name that says so, commas of sentences are no table.
    if (separator == ',' && form == TableForm::kUnknown && !found.even && found.merit < kClear) continue;
    if (found.merit <= most) continue;
    most = found.merit;
    best = separator;
  }
  return best;
}

class TableReader {
 public:
  TableReader(const diag::Sources& sources, const ReadableText& text)
      : source_(text.source), begin_(text.begin), text_(sources.text(text.source)) {}

  Table read(TableForm form) {
    const char separator = separator_of(text_, begin_, form);
    out_.prose = separator == kNoSeparator && form != TableForm::kTable;
    std::vector<Records::Cell> cells;
    for (Records records(text_, begin_, separator); records.next(cells);) {
      if (blank(cells)) continue;
      out_.cut = out_.rows.size() == kMostTableRows;
      if (out_.cut) break;  // a file of line feeds would cost fifty times its size
      if (out_.prose && text_[cells[0].begin] == '|')
        pipes(cells[0]);
      else
        keep(cells);
    }
    return std::move(out_);
  }

 private:
  void keep(const std::vector<Records::Cell>& cells) {
    TableRow& row = out_.rows.emplace_back();
    row.cells.reserve(cells.size());
    for (const Records::Cell& cell : cells) row.cells.push_back(made(cell));
  }

  TableCell made(const Records::Cell& cell) {
    const std::string_view written = text_.substr(cell.begin, cell.end - cell.begin);
    const diag::Place place{source_, static_cast<std::uint32_t>(cell.begin), static_cast<std::uint32_t>(written.size())};
    return cell.doubled ? TableCell{undoubled(written), place, false} : TableCell{written, place, true};
  }

  std::string_view undoubled(std::string_view written) {
    std::string& text = out_.arena.emplace_back();
    for (std::size_t at = 0; at < written.size(); ++at) {
      text += written[at];
      if (written[at] == '"') ++at;
    }
    return text;
  }

  // | a | b | of Markdown; the line of hyphens below a header says nothing.
  void pipes(const Records::Cell& line) {
    if (text_.substr(line.begin, line.end - line.begin).find_first_not_of("|-: \t") == std::string_view::npos) return;
    std::vector<Records::Cell> cells;
    for (std::size_t at = line.begin + 1; at < line.end && cells.size() < kMostTableColumns;) {
      const std::size_t end = std::min(text_.find('|', at), line.end);
      const std::string_view cell = trim(text_.substr(at, end - at));
      const std::size_t begin = cell.empty() ? at : static_cast<std::size_t>(cell.data() - text_.data());
      cells.push_back({begin, begin + cell.size(), false});
      at = end + 1;
    }
    keep(cells);
  }

  std::uint32_t source_, begin_;
  std::string_view text_;
  Table out_;
};

}  // namespace

Table read_table(const diag::Sources& sources, const ReadableText& text, TableForm form) {
  return TableReader(sources, text).read(form);
}

}  // namespace ferrule::syntax
