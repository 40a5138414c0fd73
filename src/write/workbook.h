// A workbook of a spreadsheet (XLSX): sheets of rows, one cell after the other.
//
// Units:  Number is a whole number and how many of its last digits stand behind the point: exact up to 15 digits, as spreadsheets are.
// Shape:  the first row of a sheet is its header, bold, and stays in sight. A text is a text, whatever it begins with: `=SUM(A1)` from a
//         plant is no formula. The same calls give the same bytes everywhere: the date of making is fixed, and no time is written.
// Errors: a Failure when the temporary files cannot be written. A row past the last one that a sheet can hold is a Failure too, never a
//         table that ends early.
// Memory: of one row; the rest is in a temporary file until finish().
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "base/result.h"

namespace ferrule::write {

struct SheetNumber {
  std::int64_t scaled = 0;
  int decimals = 0;  // 0, 2 or 3
};
using SheetValue = std::variant<std::monostate, std::string, SheetNumber>;  // monostate: an empty cell

class Workbook {
 public:
  static Result<Workbook> make();
  Workbook(Workbook&&) noexcept;
  Workbook& operator=(Workbook&&) = delete;
  ~Workbook();

  // `widths` in characters, one for each column.
  void begin_sheet(const std::string& name, const std::vector<std::string>& header, const std::vector<double>& widths);
  void row(const std::vector<SheetValue>& cells);

  Result<std::string> finish();  // the bytes of the file; the workbook is done with

 private:
  struct State;
  explicit Workbook(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace ferrule::write
