#include "api/bom_generic.h"

#include <fmt/format.h>

#include "api/price_book.h"

namespace ferrule::api {
namespace {

std::string_view word(spec::Mode mode) { return mode == spec::Mode::kSingle ? "SM" : mode == spec::Mode::kMulti ? "MM" : ""; }

}  // namespace

bool GenericPrices::fits(const facts::GenericPrice& row, const BomArticle& article) const {
  if (row.kind != spell(article.kind)) return false;
  if (!row.connector.empty() && (row.connector == "array") != article.array) return false;
  if (row.connectors_most && article.connectors > *row.connectors_most) return false;
  if (row.mode.empty() && !row.rate_most) return true;
  if (article.type == plant::kNone) return false;
  const plant::PartType& type = loaded_.plant.types[article.type];
  if (!row.mode.empty() && row.mode != word(type.mode)) return false;
  if (!row.rate_most) return true;
  const facts::Optic* const optic = loaded_.facts.optic(type.application);
  const std::optional<std::int64_t> rate = optic == nullptr ? std::nullopt : parse_decimal(optic->rate_gbps, 3);
  return rate.has_value() && rate.value_or(0) <= *row.rate_most;
}

std::optional<BomPrice> GenericPrices::find(const BomArticle& article) const {
  if (is_cable(article.kind) && !article.ordered) return std::nullopt;
  for (const facts::GenericPrice& row : rows_) {
    if (!fits(row, article)) continue;
    const std::optional<Price> each =
        price_of_piece({1, Price{row.price}, Price{row.per_metre}, row.place}, article.ordered.value_or(Length{}));
    if (!each) return std::nullopt;
    const diag::Sources& sources = loaded_.sources;
    return BomPrice{.each = *each,
                    .from = fmt::format("{}:{}", sources.name(row.place.source), sources.line_column(row.place).line),
                    .generic = true,
                    .lead_weeks = {},
                    .stock = {},
                    .least_order = {}};
  }
  return std::nullopt;
}

}  // namespace ferrule::api
