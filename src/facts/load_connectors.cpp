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

// Figures of a loss have an order, and none of them is nought or that of a broken fibre.
void check_figures(RowReader& row, const Grade& grade) {
  constexpr Loss kMost{100'000'000};
  const std::pair<std::string_view, const std::optional<Loss>*> all[] = {
      {"il_typ_dB", &grade.typical}, {"il_mean_dB", &grade.mean}, {"il_97_dB", &grade.most_of_97}, {"il_max_dB", &grade.most}};
  for (const auto& [column, loss] : all)
    if (*loss && (**loss == Loss{} || **loss > kMost))
      row.bad(column, fmt::format("{} is not above 0 dB and at most 100", column));
  const auto in_order = [&](const std::optional<Loss>& less, const std::optional<Loss>& more, std::string_view column,
                            std::string_view what) {
    if (less && more && *less > *more) row.bad(column, fmt::format("{} is above {}", column, what));
  };
  in_order(grade.mean, grade.most_of_97, "il_mean_dB", "the 97 % value");
  in_order(grade.mean, grade.most, "il_mean_dB", "the maximum");
  in_order(grade.typical, grade.most, "il_typ_dB", "the maximum");
  in_order(grade.most_of_97, grade.most, "il_97_dB", "the maximum");
}

}  // namespace

void Loader::load_connectors() {
  Distinct names;
  each_row("connectors", {"connector", "family", "rows", "columns", "populated", "key", "pins"}, [&](RowReader& row) {
    Connector connector = read_connector(row);
    names.add(row, "connector", connector.name);
    if (!row.good()) return;
    const auto index = static_cast<std::uint32_t>(facts_.content_->connectors.size());
    facts_.content_->connector_index.add_name(connector.name, index);
    for (const std::string& alias : connector.aliases) facts_.content_->connector_index.add_alias(alias, index);
    facts_.content_->connectors.push_back(std::move(connector));
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
    grade.return_loss = row.decibel("rl_min_dB");
    grade.polishes = row.list("polish");
    check_figures(row, grade);
    if (row.good()) facts_.content_->grades.push_back(std::move(grade));
  });
}

}  // namespace ferrule::facts
