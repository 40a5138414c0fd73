// CSV of any length, read a few megabytes at a time.
//
// Dialect: that of csv.h, in UTF-8, UTF-16 or Windows-1252.
// Shape:   a row is valid until the following call. Memory does not grow with the file; pieces that a finding points into are kept,
//          and a file in UTF-16 is held whole.
// Errors:  a file that cannot be opened is a Failure; what is wrong in it are the findings of csv.h, with their lines.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "syntax/csv.h"
#include "syntax/line_source.h"

namespace ferrule::syntax {

class CsvStream {
 public:
  static constexpr std::size_t kPiece = std::size_t{4} << 20;  // bytes, at least; the header is in the first

  static Result<CsvStream> open(const std::string& path, diag::Sources& sources, diag::Findings& findings,
                                std::size_t piece = kPiece);

  const std::vector<Cell>& header() const { return reader_->header(); }
  std::optional<std::size_t> column(std::string_view name) const { return reader_->column(name); }
  std::span<const Cell> next();  // as wide as the header; empty at the end

  // The first piece whose encoding had to be guessed, as Windows-1252.
  std::optional<std::uint32_t> guessed() const { return guessed_; }

 private:
  CsvStream(std::string path, LineSource lines, diag::Sources& sources, diag::Findings& findings, std::size_t piece)
      : path_(std::move(path)), lines_(std::move(lines)), sources_(&sources), findings_(&findings), size_(piece) {}

  std::uint32_t next_piece(const std::string& begun);
  bool go_on();

  std::string path_;
  LineSource lines_;
  diag::Sources* sources_;
  diag::Findings* findings_;
  std::size_t size_;
  std::optional<CsvReader> reader_;  // made by open
  std::uint32_t piece_ = 0;
  std::uint32_t line_ = 1;           // at which the piece begins
  std::size_t findings_before_ = 0;  // when the piece was begun
  bool first_ = true, more_ = true;
  std::optional<std::uint32_t> guessed_;
};

}  // namespace ferrule::syntax
