#include "api/bom_json.h"

#include "api/budget_json.h"
#include "write/findings_json.h"

namespace ferrule::api {
namespace {

using write::JsonWriter;

template <class Value>
void write_whole(JsonWriter& json, std::string_view key, const std::optional<Value>& value) {
  json.key(key);
  value ? json.integer(*value) : json.null();
}

void write_millimetres(JsonWriter& json, std::string_view key, const std::optional<Length>& length) {
  json.key(key);
  length ? json.integer(length->millimetre) : json.null();
}

void write_money(JsonWriter& json, std::string_view key, const std::optional<Price>& price) {
  json.key(key);
  price ? json.decimal(price->hundredths, 2) : json.null();
}

void write_word(JsonWriter& json, std::string_view key, std::string_view word) {
  json.key(key);
  word.empty() ? json.null() : json.string(word);
}

std::optional<Length> stated(Length length) { return length.millimetre > 0 ? std::optional(length) : std::nullopt; }

void write_price(JsonWriter& json, const std::optional<BomPrice>& price) {
  json.key("price");
  if (!price) {
    json.null();
    return;
  }
  json.begin_object().key("each").decimal(price->each.hundredths, 2).key("from").string(price->from);
  json.key("confidence").string(price->generic ? "low" : "stated");
  write_whole(json, "lead_weeks", price->lead_weeks);
  write_whole(json, "stock", price->stock);
  write_whole(json, "least_order", price->least_order);
  json.end_object();
}

void write_article(JsonWriter& json, const Bom& bom, const BomArticle& article) {
  json.begin_object().key("kind").string(spell(article.kind)).key("part").string(article.part);
  json.key("specification").string(article.line);
  write_word(json, "beyond", article.beyond);
  json.key("receptacles");
  article.receptacles > 0 ? json.integer(article.receptacles) : json.null();
  json.key("unplugged").integer(article.unplugged);
  write_word(json, "ordered_as", article.length_is == OrderLength::kNone ? std::string_view() : spell(article.length_is));
  write_millimetres(json, "ordered_mm", article.ordered);
  write_millimetres(json, "needed_least_mm", stated(article.needed_least));
  write_millimetres(json, "needed_most_mm", stated(article.needed_most));
  json.key("pieces").integer(article.pieces).key("spares").integer(article.spares);
  json.key("to_least_order").integer(article.more).key("quantity").integer(article.quantity());
  write_names(json, "not_stated", article.not_stated);
  write_names(json, "to_ask", article.to_ask);
  if (bom.priced) write_price(json, article.price);
  json.end_object();
}

void write_line(JsonWriter& out, const Bom& bom, const BomLine& line) {
  JsonWriter json;  // one line each
  json.begin_object().key("article").integer(line.article);
  write_word(json, "phase", line.phase);
  write_word(json, "hall", line.hall);
  write_word(json, "row", line.row);
  json.key("pieces").integer(static_cast<std::int64_t>(line.pieces.size())).key("spares").integer(line.spares);
  json.key("to_least_order").integer(line.more).key("quantity").integer(line.quantity());
  if (bom.priced) write_money(json, "total", line.total);
  json.key("racks").begin_array();
  for (const std::uint32_t rack : line.racks) json.string(bom.loaded->plant.racks[rack].name);
  json.end_array().key("ids").begin_array();
  for (const BomPiece& piece : line.pieces) json.string(spelled(bom.loaded->plant, piece));
  json.end_array().end_object();
  out.raw(json.take());
}

void write_total(JsonWriter& json, const BomTotal& total, bool priced) {
  json.begin_object();
  write_word(json, "name", total.name);
  json.key("quantity").integer(total.quantity).key("lines").integer(static_cast<std::int64_t>(total.lines));
  if (priced) {
    write_money(json, "sum", total.beyond_reason ? std::nullopt : std::optional(total.sum));
    json.key("at_least").boolean(total.without_price > 0);
    json.key("lines_without_price").integer(static_cast<std::int64_t>(total.without_price));
    json.key("lines_of_low_confidence").integer(static_cast<std::int64_t>(total.generic));
    write_whole(json, "lead_weeks", total.lead_weeks);
  }
  json.end_object();
}

void write_totals(JsonWriter& json, const Bom& bom) {
  json.key("totals").begin_object().key("by_phase").begin_array();
  for (const BomTotal& total : bom.by_phase) write_total(json, total, bom.priced);
  json.end_array().key("by_kind").begin_array();
  for (const BomTotal& total : bom.by_kind) write_total(json, total, bom.priced);
  json.end_array().key("all");
  write_total(json, bom.total, bom.priced);
  json.end_object();
}

}  // namespace

void bom_json(const Bom& bom, const std::function<void(std::string_view)>& sink) {
  constexpr std::size_t kDrain = 256;
  JsonWriter json(JsonWriter::Layout::kPretty);
  json.begin_object().key("schema").string("ferrule/bom/1").key("project").string(bom.loaded->project);
  json.key("by").begin_array();
  for (const BomKey key : bom.options.by) json.string(spell(key));
  json.end_array();
  write_names(json, "only_phases", bom.options.phases);
  write_names(json, "prices", bom.options.prices);
  write_word(json, "currency", bom.currency);
  json.key("articles").begin_array();
  for (const BomArticle& article : bom.articles) write_article(json, bom, article);
  json.end_array().key("lines").begin_array();
  for (std::size_t i = 0; i < bom.lines.size(); ++i) {
    write_line(json, bom, bom.lines[i]);
    if (i % kDrain == kDrain - 1) sink(json.drain());
  }
  json.end_array();
  write_totals(json, bom);
  json.key("findings");
  write::write_findings(json, bom.findings, bom.loaded->sources);
  json.end_object();
  sink(json.take());
}

}  // namespace ferrule::api
