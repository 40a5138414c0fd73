// One row of a table as typed cells. A cell that cannot be read is a finding at its place, and the
// row is no longer good.
//
// Units:  metres, dB and dB/km are decimal numbers in the files and whole millimetres and
// microdecibels here; positions count from 1
//         in the files and from 0 here.
// Shape:  a list is separated by ';', positions by blanks. A blank cell is unknown: an empty
// optional, text or list. Errors: D101 bad-cell. An optional column that the table lacks reads as
// blank.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "facts/raw_table.h"

namespace ferrule::facts {

class RowReader {
 public:
  RowReader(const RawTable& raw, std::size_t row, diag::Findings& findings) : raw_(raw), row_(row), findings_(findings) {}

  void fact(Row& row);  // source, confidence and place: every typed row begins with this

  std::string text(std::string_view column) const;
  std::string required(std::string_view column);
  std::vector<std::string> list(std::string_view column) const;
  std::string one_of(std::string_view column, std::initializer_list<std::string_view> words);

  std::optional<int> number(std::string_view column, int least, int most);
  int required_number(std::string_view column, int least, int most);
  std::optional<bool> yes_no(std::string_view column);
  std::optional<Loss> decibel(std::string_view column);
  std::optional<Attenuation> decibel_per_km(std::string_view column);
  std::optional<Length> metres(std::string_view column);
  std::int64_t ten_thousandths(std::string_view column);  // of an amount of money or a factor, required; 0 when bad
  Confidence confidence(std::string_view column);

  int position(std::string_view column, int size);                // one, required; 0 when bad
  std::vector<int> positions(std::string_view column, int size);  // distinct, 0 <= p < size

  bool good() const { return good_; }
  diag::Place place() const { return raw_.table.places[row_]; }
  diag::Place place(std::string_view column) const;
  void bad(std::string_view column, std::string message);  // D101 at that cell
  diag::Findings::Builder complain(std::string code, std::string name, std::string_view column, std::string message);

 private:
  std::optional<std::int64_t> decimal(std::string_view column, int digits, std::string_view what);

  const RawTable& raw_;
  std::size_t row_;
  diag::Findings& findings_;
  bool good_ = true;
};

}  // namespace ferrule::facts
