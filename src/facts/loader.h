// Fills a Facts from its tables: which file a table comes from, then one function per table, then
// what points at what.
//
// Errors: D101 bad-cell, D102 missing-column, D103 missing-table, D104 duplicate-row, D105
// dangling-reference,
//         D106 not-a-permutation, D107 unknown-table (a file in --data DIR that replaces nothing).
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "facts/facts.h"
#include "facts/row_reader.h"

namespace ferrule::facts {

class Loader {
 public:
  Loader(diag::Sources& sources, std::string directory, diag::Findings& findings)
      : sources_(sources), directory_(std::move(directory)), findings_(findings) {}

  Facts load();
  std::vector<Table> load_tables(std::string_view prefix);

 private:
  // Where a table comes from (loader.cpp).
  void read_tables();
  void read_table(const std::string& name, std::string_view embedded);
  void report_strangers() const;
  std::optional<std::uint32_t> open(const std::string& name, std::string_view embedded);
  const RawTable* find(std::string_view name) const;
  bool has_columns(const RawTable& raw, std::initializer_list<std::string_view> columns);

  // Calls read(row) for each row; not at all, and a finding, when the table or a column of it is
  // missing.
  template <class Read>
  void each_row(std::string_view name, std::initializer_list<std::string_view> columns, Read read) {
    const RawTable* raw = find(name);
    if (raw == nullptr || !has_columns(*raw, columns)) return;
    for (std::size_t i = 0; i < raw->table.rows.size(); ++i) {
      RowReader row(*raw, i, findings_);
      read(row);
    }
  }

  void load_connectors();  // load_connectors.cpp
  void load_grades();
  void load_optics();  // load_optics.cpp
  void load_reaches();
  void load_lane_maps();
  void load_array_maps();  // load_maps.cpp
  void load_adapter_maps();
  void load_duplex_cords();
  void load_methods();
  void load_transitions();  // load_wiring.cpp
  void load_breakouts();
  void load_conversions();
  void load_fibres();  // load_fibres.cpp
  void load_substitutions();
  void load_splices();
  void load_splitter_limits();
  void load_test_limits();
  void load_generic_prices();
  void load_link_columns();
  void load_price_columns();
  void load_jackets();  // load_building.cpp
  void load_spaces();
  void load_price_books();
  void load_laying();  // load_laying.cpp

  void check_references();  // references.cpp
  void refer(const Row& row, bool known, std::string_view what, std::string_view name);

  diag::Sources& sources_;
  std::string directory_;
  diag::Findings& findings_;
  std::vector<RawTable> raw_;
  Facts facts_;
};

}  // namespace ferrule::facts
