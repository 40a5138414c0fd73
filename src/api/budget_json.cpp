#include "api/budget_json.h"

#include "write/findings_json.h"

namespace ferrule::api {
namespace {

using write::JsonWriter;

constexpr int kShareDigits = 9, kDbDigits = 3;

// A value that a lot is too small to tell is null.
void write_told(JsonWriter& json, std::string_view key, double db, bool told) {
  json.key(key);
  if (told)
    json.number(db, kDbDigits);
  else
    json.null();
}

void write_percentiles(JsonWriter& out, const Spread& spread, const BudgetOptions& options) {
  out.key("percentiles").begin_array();
  for (std::size_t i = 0; i < spread.at.size(); ++i) {
    JsonWriter json;
    json.begin_object().key("percentile").string(options.percentiles[i].text);
    const Spread::At& at = spread.at[i];
    write_told(json, "fibre_dB", at.fibre_db, at.fibre_told);
    write_told(json, "link_apart_dB", at.apart_db, at.link_told);
    write_told(json, "link_together_dB", at.together_db, at.link_told);
    json.end_object();
    out.raw(json.take());
  }
  out.end_array();
}

void write_yield(JsonWriter& json, std::string_view key, const loss::HallYield& yield) {
  json.key(key).begin_object();
  json.key("expected_failing").number(yield.expected_failing, kShareDigits);
  json.key("chance_of_none").number(yield.chance_of_none, kShareDigits).end_object();
}

void write_screened(JsonWriter& json, const ScreenSums& sums) {
  json.key("fibres").begin_object();
  write_count(json, "screened", sums.fibres);
  write_count(json, "above_limit_at_worst", sums.above_limit);
  write_count(json, "without_margin", sums.without_margin);
  write_count(json, "without_chance", sums.without_chance);
  json.key("highest_chance");
  if (sums.highest_chance)
    json.number(*sums.highest_chance, kShareDigits);
  else
    json.null();
  json.end_object();
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
    json.begin_object().key("fibre").number(spread.failing->fibre, kShareDigits);
    json.key("link_apart").number(spread.failing->apart, kShareDigits);
    json.key("link_together").number(spread.failing->together, kShareDigits);
    json.key("not_told_apart_below").number(spread.failing->not_told_apart, kShareDigits).end_object();
  } else {
    json.null();
  }
  json.end_object();
}

void write_figures(JsonWriter& json, const BudgetGroup& group, const BudgetOptions& options) {
  json.key("longest_mm").integer(group.longest.millimetre).key("connections").integer(group.connections);
  write_db(json, "worst_case_dB", group.loss);
  write_db(json, "limit_dB", group.limit);
  json.key("limit_of").string(group.limit_of);
  write_margin(json, group.loss, group.limit);
  if (!group.why_not.empty()) json.key("why_not").string(group.why_not);
  json.key("grade_assumed").boolean(group.grade_assumed).key("low_confidence").boolean(group.low_confidence);
  write_spread(json, group.spread, options);
}

void write_hall(JsonWriter& json, std::string_view key, const HallBudget& hall) {
  json.key(key).begin_object();
  write_count(json, "links", hall.links);
  write_count(json, "counted", hall.counted);
  write_yield(json, "apart", hall.apart);
  write_yield(json, "together", hall.together);
  json.key("not_told_apart_below").number(hall.not_told_apart, kShareDigits);
  write_screened(json, hall.screened);
  json.end_object();
}

namespace {

std::string_view law_of(const loss::Scatter& scatter, const BudgetOptions& options) {
  return scatter.measured ? "measured" : loss::spell(options.law.value_or(loss::LawKind::kGamma));
}

void write_scatter(JsonWriter& json, const loss::Scatter& scatter, const BudgetOptions& options) {
  json.key("spread").begin_object();
  if (scatter.figures) {
    json.key("law").string(law_of(scatter, options)).key("mean_dB").number(scatter.figures->mean_db, kDbDigits);
    json.key("q97_dB").number(scatter.figures->q97_db, kDbDigits).key("of").string(scatter.of);
    json.key("confidence").string(spell(scatter.confidence));
    json.key("typical_and_maximum").boolean(scatter.read_from_class);
    if (scatter.measured) write_count(json, "measured_values", scatter.values);
  } else {
    json.key("not_known").string(scatter.why_not);
  }
  json.end_object();
}

void write_piece(JsonWriter& out, const BudgetPiece& piece, const BudgetOptions& options) {
  JsonWriter json;  // one line each: a waterfall is read downwards
  json.begin_object();
  json.key("kind").string(spell(piece.kind)).key("what").string(piece.what).key("described").string(piece.described);
  write_db(json, "loss_dB", piece.loss);
  json.key("from").string(piece.from);
  if (!piece.source.empty()) json.key("source").string(piece.source);
  json.key("confidence").string(spell(piece.confidence)).key("grade_assumed").boolean(piece.assumed);
  if (piece.kind != PieceKind::kCable && piece.kind != PieceKind::kAllowance) write_scatter(json, piece.scatter, options);
  json.end_object();
  out.raw(json.take());
}

void write_wave(JsonWriter& json, const WaveBudget& wave, const BudgetOptions& options) {
  json.begin_object();
  write_names(json, "wavelengths_nm", wave.wavelengths_nm);
  json.key("length_mm").integer(wave.length.millimetre).key("items").begin_array();
  for (const BudgetPiece& piece : wave.pieces) write_piece(json, piece, options);
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
  write_db(json, "allowances_dB", wave.allowances);
  write_names(json, "unknown", wave.unknown);
  write_spread(json, wave.spread, options);
  json.end_object();
}

void write_reflections(JsonWriter& json, const ReflectionBudget& budget) {
  json.key("reflections").begin_object();
  json.key("connections").integer(budget.joints.all()).key("flat").integer(budget.joints.flat);
  json.key("angled").integer(budget.joints.angled).key("polish_not_stated").integer(budget.joints.not_stated);
  write_db(json, "least_return_loss_dB", budget.joints.least_return);
  write_db(json, "asked_return_loss_dB", budget.asked);
  if (budget.asked) json.key("asked_by").string(budget.asked_by).key("asked_confidence").string(spell(budget.asked_confidence));
  json.key("limit_counts_them").boolean(!budget.counted_by.empty());
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
  json.end_array();
  if (!link.waves.empty()) write_reflections(json, link.reflections);
  json.end_object();
}

void write_group(JsonWriter& json, const BudgetGroup& group, const BudgetOptions& options) {
  json.begin_object();
  write_count(json, "links", group.links);
  write_count(json, "proven", group.proven);
  write_count(json, "unproven", group.unproven);
  write_count(json, "faulty", group.faulty);
  write_names(json, "names", group.names);
  json.key("application").string(group.application).key("shortest_mm").integer(group.shortest.millimetre);
  write_figures(json, group, options);
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
  json.key("law").string(loss::spell(report.options.law.value_or(loss::LawKind::kGamma)));
  json.key("attenuation").string(report.options.iso_attenuation.value_or(false) ? "ISO" : "TIA");
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
