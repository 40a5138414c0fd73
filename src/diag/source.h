// The texts that were read, and places in them.
//
// Units:  offsets are bytes from the start of a text; line and column count from 1, columns in code points.
// Shape:  a Sources owns every text for as long as anything points into it; views into a text stay valid.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace ferrule::diag {

// A stretch of one text. A default Place is nowhere: it belongs to the run as a whole.
struct Place {
  static constexpr std::uint32_t kNowhere = ~std::uint32_t{0};
  std::uint32_t source = kNowhere;
  std::uint32_t offset = 0;
  std::uint32_t length = 0;
  bool known() const { return source != kNowhere; }
  friend auto operator<=>(const Place&, const Place&) = default;
};

struct LineColumn {
  std::uint32_t line = 0, column = 0;
};

// Where the text of a spreadsheet's cell begins. Row and column count from 1.
struct SheetCell {
  std::uint32_t offset = 0, row = 0, column = 0;
};

class Sources {
 public:
  // Takes over a text under the name that messages will show. Texts over 4 GiB are the caller's to refuse.
  std::uint32_t add(std::string name, std::string text);

  // A piece of a text that is too long to keep: lines count from where the piece begins. It may be dropped while it is the last
  // that was added, when nothing points into it.
  std::uint32_t add_piece(std::string name, std::string text, std::uint32_t first_line);
  void drop_last() { entries_.pop_back(); }

  // Reads a whole file. Fails when it cannot be opened, is not a regular file, or is larger than `most` bytes.
  Result<std::uint32_t> read(const std::string& path, std::uint64_t most = std::uint64_t{4} << 30);

  // A text that was made of a sheet: its places are told as cells. `cells` are in the order of their offsets.
  std::uint32_t add_sheet(std::string name, std::string sheet, std::string text, std::vector<SheetCell> cells);

  std::string_view name(std::uint32_t source) const { return entries_[source].name; }
  std::string_view text(std::uint32_t source) const { return entries_[source].text; }
  std::string_view text(const Place& place) const { return text(place.source).substr(place.offset, place.length); }
  std::size_t size() const { return entries_.size(); }

  std::string cell(const Place& place) const;  // "Sheet1!C12"; empty when the text has lines and columns of its own
  LineColumn line_column(const Place& place) const;
  std::string_view line_text(std::uint32_t source, std::uint32_t line) const;  // without its line end

 private:
  struct Entry {
    std::string name, text;
    std::string sheet;
    std::vector<SheetCell> cells;
    std::uint32_t first_line = 1;
    mutable std::vector<std::uint32_t> line_starts;  // both made when the first place is asked for
    mutable std::vector<std::uint32_t> points;       // code points before every block of the text, for lines of many megabytes
  };
  std::uint32_t points_before(const Entry& entry, std::uint32_t offset) const;
  const std::vector<std::uint32_t>& line_starts(std::uint32_t source) const;
  std::deque<Entry> entries_;
};

}  // namespace ferrule::diag
