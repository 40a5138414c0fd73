#include "api/budget_json.h"

#include "write/findings_json.h"

namespace ferrule::api {
namespace {

using write::JsonWriter;

constexpr int kChanceDigits = 9, kDbDigits = 3;

void write_percentiles(JsonWriter& out, const Spread& spread, const BudgetOptions& options) {
  out.key("percentiles").begin_array();
  for (std::size_t i = 0; i < spread.at.size(); ++i) {
    JsonWriter json;
    json.begin_object().key("percentile").string(options.percentiles[i].text);
    json.key("fibre_dB").number(spread.at[i].fibre_db, kDbDigits);
    json.key("link_apart_dB").number(spread.at[i].apart_db, kDbDigits);
    json.key("link_together_dB").number(spread.at[i].together_db, kDbDigits).end_object();
    out.raw(json.take());
  }
  out.end_array();
}

void write_yield(JsonWriter& json, std::string_view key, const loss::HallYield& yield) {
  json.key(key).begin_object();
  json.key("expected_failing").number(yield.expected_failing, kChanceDigits);
  json.key("chance_of_none").number(yield.chance_of_none, kChanceDigits).end_object();
}

}  // namespace

void write_count(JsonWriter& json, std::string_view key, std::uint64_t value) {
  json.key(key).integer(static_cast<std::int64_t>(value));
}

void write_db(JsonWriter& json, std::string_view key, const std::optional<Loss>& loss) {
  json.key(key);
  if (loss)
    json.decimal(loss->microdecibel, 6);
  else
    json.null();
}

void write_margin(JsonWriter& json, const std::optional<Loss>& loss, const std::optional<Loss>& limit) {
  const bool known = loss && limit;
  write_db(json, "margin_dB", known ? std::optional(Loss{limit->microdecibel - loss->microdecibel}) : std::nullopt);
}

void write_names(JsonWriter& json, std::string_view key, const std::vector<std::string>& names) {
  json.key(key).begin_array();
  for (const std::string& name : names) json.string(name);
  json.end_array();
}

void write_spread(JsonWriter& json, const Spread& spread, const BudgetOptions& options) {
  json.key("distribution");
  if (!spread.not_known.empty()) {
    json.null().key("no_distribution").string(spread.not_known);
    return;
  }
  json.begin_object();
  write_count(json, "fibres", spread.fibres);
  json.key("share_ferrules").boolean(spread.one_ferrule);
  json.key("mean_dB").number(spread.mean_db, kDbDigits).key("sd_dB").number(spread.sd_db, kDbDigits);
  write_percentiles(json, spread, options);
  json.key("above_limit");
  if (spread.failing) {
    json.begin_object().key("fibre").number(spread.failing->fibre, kChanceDigits);
    json.key("link_apart").number(spread.failing->apart, kChanceDigits);
    json.key("link_together").number(spread.failing->together, kChanceDigits);
    json.key("not_told_apart_below").number(spread.failing->not_told_apart, kChanceDigits).end_object();
  } else {
    json.null();
  }
  json.end_object();
}

void write_hall(JsonWriter& json, std::string_view key, const HallBudget& hall) {
  json.key(key).begin_object();
  write_count(json, "links", hall.links);
  write_count(json, "counted", hall.counted);
  write_yield(json, "apart", hall.apart);
  write_yield(json, "together", hall.together);
  json.key("not_told_apart_below").number(hall.not_told_apart, kChanceDigits);
  json.end_object();
}

namespace {

void write_scatter(JsonWriter& json, const loss::Scatter& scatter) {
  json.key("spread").begin_object();
  if (scatter.figures) {
    json.key("law").string("gamma").key("mean_dB").number(scatter.figures->mean_db, kDbDigits);
    json.key("q97_dB").number(scatter.figures->q97_db, kDbDigits).key("of").string(scatter.of);
    json.key("confidence").string(spell(scatter.confidence));
    json.key("typical_and_maximum").boolean(scatter.read_from_class);
  } else {
    json.key("not_known").string(scatter.why_not);
  }
  json.end_object();
}

void write_piece(JsonWriter& out, const BudgetPiece& piece) {
  JsonWriter json;  // one line each: a waterfall is read downwards
  json.begin_object();
  json.key("kind").string(spell(piece.kind)).key("what").string(piece.what).key("described").string(piece.described);
  write_db(json, "loss_dB", piece.loss);
  json.key("from").string(piece.from);
  if (!piece.source.empty()) json.key("source").string(piece.source);
  json.key("confidence").string(spell(piece.confidence)).key("grade_assumed").boolean(piece.assumed);
  if (piece.kind != PieceKind::kCable) write_scatter(json, piece.scatter);
  json.end_object();
  out.raw(json.take());
}

void write_wave(JsonWriter& json, const WaveBudget& wave, const BudgetOptions& options) {
  json.begin_object();
  write_names(json, "wavelengths_nm", wave.wavelengths_nm);
  json.key("length_mm").integer(wave.length.millimetre).key("items").begin_array();
  for (const BudgetPiece& piece : wave.pieces) write_piece(json, piece);
  json.end_array().key("heaviest");
  if (wave.pieces.empty())
    json.null();
  else
    json.integer(static_cast<std::int64_t>(wave.heaviest));
  write_db(json, "worst_case_dB", wave.loss);
  write_db(json, "without_low_confidence_dB", wave.safe);
  write_db(json, "limit_dB", wave.limit);
  json.key("limit_of").string(wave.limit_of);
  if (!wave.no_limit.empty()) json.key("no_limit").string(wave.no_limit);
  write_margin(json, wave.loss, wave.limit);
  write_db(json, "connections_dB", wave.in_connections);
  write_db(json, "connections_limit_dB", wave.connection_limit);
  write_names(json, "unknown", wave.unknown);
  write_spread(json, wave.spread, options);
  json.end_object();
}

void write_link(JsonWriter& json, const LinkBudget& link, const BudgetOptions& options) {
  json.begin_object();
  json.key("id").string(link.id).key("a").string(link.a).key("b").string(link.b);
  json.key("application").string(link.application).key("verdict").string(check::spell(link.verdict));
  write_count(json, "receptacles", link.receptacles);
  json.key("shown").string(link.receptacle);
  if (!link.no_budget.empty()) json.key("no_budget").string(link.no_budget);
  json.key("wavelengths").begin_array();
  for (const WaveBudget& wave : link.waves) write_wave(json, wave, options);
  json.end_array().end_object();
}

void write_group(JsonWriter& json, const BudgetGroup& group, const BudgetOptions& options) {
  json.begin_object();
  write_count(json, "links", group.links);
  write_count(json, "proven", group.proven);
  write_count(json, "unproven", group.unproven);
  write_count(json, "faulty", group.faulty);
  write_names(json, "names", group.names);
  json.key("application").string(group.application).key("shortest_mm").integer(group.shortest.millimetre);
  json.key("longest_mm").integer(group.longest.millimetre).key("connections").integer(group.connections);
  write_db(json, "worst_case_dB", group.loss);
  write_db(json, "limit_dB", group.limit);
  json.key("limit_of").string(group.limit_of);
  write_margin(json, group.loss, group.limit);
  if (!group.why_not.empty()) json.key("why_not").string(group.why_not);
  json.key("grade_assumed").boolean(group.grade_assumed).key("low_confidence").boolean(group.low_confidence);
  write_spread(json, group.spread, options);
  json.end_object();
}

void write_summary(JsonWriter& json, const BudgetReport& report) {
  json.key("summary").begin_object();
  write_count(json, "links", report.counts.links);
  write_count(json, "proven", report.counts.proven);
  write_count(json, "unproven", report.counts.unproven);
  write_count(json, "faulty", report.counts.faulty);
  write_names(json, "not_proven", report.not_proven);
  json.end_object();
}

}  // namespace

std::string budget_json(const BudgetReport& report) {
  JsonWriter json(JsonWriter::Layout::kPretty);
  json.begin_object();
  json.key("schema").string("ferrule/budget/1").key("project").string(report.loaded->project);
  json.key("correlation").begin_object().key("value").number(report.options.correlation, 6);
  json.key("assumed").boolean(report.options.correlation_assumed).end_object();
  write_summary(json, report);
  json.key("links").begin_array();
  for (const LinkBudget& link : report.links) write_link(json, link, report.options);
  json.end_array().key("groups").begin_array();
  for (const BudgetGroup& group : report.groups) write_group(json, group, report.options);
  json.end_array();
  if (report.hall) write_hall(json, "hall", *report.hall);
  json.key("findings");
  write::write_findings(json, report.findings, report.loaded->sources);
  json.end_object();
  return json.take();
}

}  // namespace ferrule::api
