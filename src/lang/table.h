// A CSV file held against the declaration of its columns, as YAML mappings are held against theirs.
#pragma once

#include "lang/check_shape.h"
#include "syntax/csv.h"

namespace ferrule::lang {

class Table {
 public:
  // `named_at` is where a YAML file names the table. Unknown columns are said and passed over; a missing one makes it unusable.
  Table(Reader& reader, std::uint32_t source, const Mapping& mapping);

  bool usable() const { return usable_; }
  std::size_t lines() const;  // a little more than the rows, for reserving

  // The next row whose cells are as declared; false at the end. Cells are valid until the following call.
  bool next();

  // Do the cells of this row stay valid after the next one was read? (All but those whose doubled quotes had to be undone.)
  bool row_stays() const;

  std::string_view text(std::string_view key) const;  // empty when the column is absent or the cell blank
  diag::Place place(std::string_view key) const;      // of the cell; of the row's first cell when the column is absent
  std::size_t columns() const { return keys_.size(); }
  const Key* key(std::size_t column) const { return keys_[column]; }  // null for unknown columns
  std::string_view name(std::size_t column) const { return csv_.header()[column].text; }
  std::string_view text(std::size_t column) const { return row_[column].text; }
  diag::Place place(std::size_t column) const {
    return {source_, row_[column].offset, static_cast<std::uint32_t>(row_[column].text.size())};
  }
  std::optional<std::size_t> column(std::string_view key) const;

 private:
  bool row_fits();
  bool in_source(std::string_view text) const;

  Reader& reader_;
  std::uint32_t source_;
  syntax::CsvReader csv_;
  std::string_view whole_;
  std::span<const syntax::Cell> row_;
  std::vector<const Key*> keys_;
  std::vector<std::string_view> last_good_;  // by column: a text that was checked, since columns repeat themselves
  bool usable_ = false;
};

}  // namespace ferrule::lang
