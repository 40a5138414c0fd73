#include "facts/distinct.h"
#include "facts/loader.h"

namespace ferrule::facts {
namespace {

// A face is stated whole or not at all: a connector with rows but no columns would be a guess.
void read_face(RowReader& row, Connector& connector) {
  const std::optional<int> rows = row.number("rows", 1, 16), columns = row.number("columns", 1, 64);
  if (rows.has_value() != columns.has_value()) row.bad("rows", "rows and columns are stated together or not at all");
  if (!rows || !columns) return;
  if (*rows * *columns > kMostPositions) return row.bad("columns", "a face has at most 128 positions");
  connector.rows = *rows;
  connector.columns = *columns;
  connector.populated = row.positions("populated", *rows * *columns);
  if (!connector.populated.empty()) return;
  for (int p = 0; p < *rows * *columns; ++p) connector.populated.push_back(p);  // blank: every hole holds a fibre
}

Connector read_connector(RowReader& row) {
  Connector connector;
  row.fact(connector);
  connector.name = row.required("connector");
  connector.family = row.required("family");
  connector.key = row.text("key");
  connector.aliases = row.list("aliases");
  connector.interface_standard = row.text("interface_standard");
  connector.notes = row.text("notes");
  connector.pins = row.yes_no("pins");
  connector.fibres = row.number("fibres", 1, kMostPositions);
  read_face(row, connector);
  if (connector.modelled() && connector.fibres && *connector.fibres != static_cast<int>(connector.populated.size()))
    row.bad("fibres", "the populated positions are not as many as the fibres");
  return connector;
}

}  // namespace

void Loader::load_connectors() {
  Distinct names;
  each_row("connectors", {"connector", "family", "rows", "columns", "populated", "key", "pins"}, [&](RowReader& row) {
    Connector connector = read_connector(row);
    names.add(row, "connector", connector.name);
    if (!row.good()) return;
    const auto index = static_cast<std::uint32_t>(facts_.connectors_.size());
    facts_.connector_index_.add_name(connector.name, index);
    for (const std::string& alias : connector.aliases) facts_.connector_index_.add_alias(alias, index);
    facts_.connectors_.push_back(std::move(connector));
  });
}

void Loader::load_grades() {
  each_row("connector_grades", {"family", "line", "mode", "grade", "connectors", "il_max_dB"}, [&](RowReader& row) {
    Grade grade;
    row.fact(grade);
    grade.family = row.required("family");
    grade.line = row.required("line");
    grade.owner = row.text("trademark_owner");
    grade.mode = row.text("mode");
    grade.grade = row.text("grade");
    grade.connectors = row.list("connectors");
    grade.most = row.decibel("il_max_dB");
    grade.typical = row.decibel("il_typ_dB");
    grade.mean = row.decibel("il_mean_dB");
    grade.most_of_97 = row.decibel("il_97_dB");
    if (row.good()) facts_.grades_.push_back(std::move(grade));
  });
}

}  // namespace ferrule::facts
