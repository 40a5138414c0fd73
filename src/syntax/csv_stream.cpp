#include "syntax/csv_stream.h"

#include <algorithm>

#include "base/text.h"
#include "syntax/readable_text.h"

namespace ferrule::syntax {
namespace {

// A record is a few cells of at most 1 MiB. What goes on for longer is a quote that nothing closes.
constexpr std::size_t kLongestRecord = std::size_t{64} << 20;

std::uint32_t lines_in(std::string_view text) { return static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n')); }

}  // namespace

Result<CsvStream> CsvStream::open(const std::string& path, diag::Sources& sources, diag::Findings& findings, std::size_t piece) {
  Result<LineSource> lines = LineSource::open(path);
  if (!lines) return tl::unexpected(lines.error());
  CsvStream stream(path, std::move(*lines), sources, findings, piece);
  stream.piece_ = stream.next_piece({});
  stream.reader_.emplace(sources, stream.piece_, findings);
  stream.reader_->more_follows(stream.more_);
  return stream;
}

std::span<const Cell> CsvStream::next() {
  std::span<const Cell> row = reader_->next();
  while (row.empty() && go_on()) row = reader_->next();
  return row;
}

// The first piece holds the header, which rows are told by; it stays.
bool CsvStream::go_on() {
  if (reader_->broken() || !more_) return false;
  const std::string_view text = sources_->text(piece_);
  const std::string begun(reader_->unread());
  line_ += lines_in(text.substr(0, text.size() - begun.size()));
  const bool pointed_at = findings_->all().size() != findings_before_ || guessed_ == piece_;
  if (!first_ && !pointed_at) sources_->drop_last();
  first_ = false;
  piece_ = next_piece(begun);
  reader_->more_follows(more_);
  reader_->go_on(*sources_, piece_);
  return true;
}

// What was begun, and some megabytes behind it.
std::uint32_t CsvStream::next_piece(const std::string& begun) {
  const bool too_long = begun.size() > kLongestRecord;
  std::string text;
  more_ = lines_.append_lines(text, size_) && !too_long;
  findings_before_ = findings_->all().size();
  if (first_bad_utf8(text)) {
    text = from_windows1252(text);
    guessed_ = guessed_.value_or(static_cast<std::uint32_t>(sources_->size()));
  }
  text.insert(0, begun);
  return sources_->add_piece(path_, std::move(text), line_);
}

}  // namespace ferrule::syntax
