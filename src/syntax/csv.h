// Reads CSV with a header row; every cell knows its place.
//
// Dialect: the separator is the most frequent of , ; and tab in the header outside quotes; RFC 4180 quotes; LF or CRLF; a byte-order
//          mark is skipped; blank lines and lines that start with # are skipped. Unquoted cells are trimmed of blanks; a quote
//          inside an unquoted cell is a plain character (12").
// Shape:   cells are views into the source text, or into a small arena when doubled quotes had to be undone.
// Errors:  in `findings` (codes L1xx), all unreadable: ragged rows, text behind a closing quote, a cell over 1 MiB (the row is
//          skipped); an open quote, NUL bytes, bad UTF-8, 1,000 bad rows (reading ends); no header, more than 10,000 columns,
//          duplicate or empty header names (no rows).
// Pieces:  the text may be a piece of a longer one (csv_stream.h): a record that its end cuts open is left to the next piece.
// Speed:   one pass, no copy, about 1 GB/s; a million rows cost no allocation per row.
#pragma once

#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diag/finding.h"
#include "syntax/faults.h"

namespace ferrule::syntax {

struct Cell {
  std::string_view text;
  std::uint32_t offset = 0;  // of the text inside the source
};

class CsvReader {
 public:
  CsvReader(const diag::Sources& sources, std::uint32_t source, diag::Findings& findings);

  const std::vector<Cell>& header() const { return header_; }
  std::optional<std::size_t> column(std::string_view name) const;

  // The next good row, as wide as the header; empty span at the end. Valid until the following call.
  std::span<const Cell> next();

  diag::Place place(const Cell& cell) const;

  void more_follows(bool more) { more_ = more; }                   // behind this text
  void go_on(const diag::Sources& sources, std::uint32_t source);  // reads the next piece, with the same columns
  std::string_view unread() const { return text_.substr(at_); }    // of this text, once `next` has ended
  bool broken() const { return broken_; }                          // and reading with it

 private:
  enum class Record { kGood, kBad, kEnd };
  Record read_record(std::vector<Cell>& cells, std::size_t most);
  bool read_cell(Cell& cell, bool keep);
  bool read_quoted(Cell& cell, bool keep);
  bool end_quoted(std::size_t after);
  bool skip_to_record();
  void skip_line();
  void sniff_separator();
  void check_header();
  std::string_view undoubled(std::string_view quoted);
  bool small_enough(std::size_t begin, std::size_t length);
  void ragged(std::size_t begin);
  diag::Findings::Builder fault(const Fault& what, std::size_t at, std::size_t length, std::string message);

  std::uint32_t source_;
  diag::Findings& findings_;
  std::string_view text_;
  std::size_t at_ = 0;
  char separator_ = ',';
  std::vector<Cell> header_, row_;
  diag::Place header_place_;
  std::size_t seen_ = 0;  // cells of the last record, also those not kept
  std::deque<std::string> arena_;
  std::size_t arena_used_ = 0, arena_header_ = 0;  // the header's strings stay, a row's are used again by the next
  std::size_t bad_rows_ = 0;
  bool row_ends_ = false;            // the last cell was followed by a line end or the end of the text
  bool more_ = false, cut_ = false;  // more text follows; the last record needs it
  bool broken_ = false;
};

}  // namespace ferrule::syntax
