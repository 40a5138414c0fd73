#include "loss/scatter.h"

#include <algorithm>
#include <tuple>
#include <fmt/format.h>

namespace ferrule::loss {

Scatter unknown_scatter(std::string why_not) {
  Scatter scatter;
  scatter.why_not = std::move(why_not);
  return scatter;
}

Scatter scatter_of(const facts::Grade& row) {
  Scatter scatter;
  scatter.of = row.line;
  scatter.confidence = row.confidence;
  if (row.mean && row.most_of_97) {
    scatter.figures = {in_db(*row.mean), in_db(*row.most_of_97)};
  } else if (row.typical && row.most) {
    scatter.figures = {in_db(*row.typical), in_db(*row.most)};
    scatter.read_from_class = true;
  } else {
    scatter.why_not =
        row.most ? fmt::format("of {} only a maximum is known", row.line) : fmt::format("of {} no figures are known", row.line);
  }
  return scatter;
}

Scatter scatter_within(const facts::Grade& row, Loss stated_most) {
  Scatter scatter = scatter_of(row);
  if (scatter.figures && in_db(stated_most) > scatter.figures->q97_db)
    return unknown_scatter(fmt::format("its stated maximum of {} is above what {} promises", spell(stated_most), row.line));
  return scatter;
}

Scatter scatter_of_lot(const std::shared_ptr<const plant::Lot>& lot, std::string_view part) {
  const std::size_t values = lot->rising.size();
  if (values < kLeastValuesOfLot) return unknown_scatter(fmt::format("of {} only {} values were measured", part, values));
  Scatter scatter;
  scatter.figures = {in_db(lot->mean), in_db(lot->rising[(values * 97 + 99) / 100 - 1])};  // the least that 97 % do not exceed
  scatter.measured = lot;
  scatter.values = values;
  scatter.of = fmt::format("{}, {} values measured", part, values);
  return scatter;
}

Scatter worse(const Scatter& a, const Scatter& b) {
  if (!a.figures || !b.figures) return !a.figures ? a : b;
  const auto rank = [](const Scatter& side) { return std::tuple(side.figures->q97_db, side.figures->mean_db); };
  Scatter worst = rank(b) > rank(a) ? b : a;
  worst.confidence = std::min(a.confidence, b.confidence);  // which is the worse rests on both
  return worst;
}

}  // namespace ferrule::loss
