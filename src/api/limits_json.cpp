#include "api/limits_json.h"

#include "api/budget_json.h"
#include "write/findings_json.h"

namespace ferrule::api {
namespace {

using write::JsonWriter;

void write_sum(JsonWriter& json, const loss::TestSum& sum) {
  json.key("terms").begin_array();
  for (const loss::TestTerm& term : sum.terms) {
    json.begin_object().key("what").string(term.what).key("count").integer(term.count);
    write_db(json, "each_dB", term.each);
    json.end_object();
  }
  json.end_array().key("glass").begin_array();
  for (const loss::GlassTerm& part : sum.glass) {
    json.begin_object().key("fibre").string(part.fibre).key("length_mm").integer(part.length.millimetre);
    json.key("dB_per_km").decimal(part.glass.microdecibel_per_km, 6).end_object();
  }
  json.end_array().key("confidence").string(spell(sum.confidence));
}

void write_figure(JsonWriter& out, const TestFigure& figure) {
  JsonWriter json;  // one line each
  json.begin_object().key("id").string(figure.id).key("name").string(figure.name);
  write_db(json, "limit_dB", figure.limit);
  write_names(json, "missing", figure.missing);
  if (figure.id == "application") {
    write_db(json, "channel_dB", figure.channel);
    write_db(json, "rest_of_channel_dB", figure.rest);
  } else {
    write_sum(json, figure.sum);
  }
  json.end_object();
  out.raw(json.take());
}

void write_wave(JsonWriter& json, const WaveLimits& wave) {
  json.begin_object().key("wavelength_nm").string(wave.nm).key("tester").boolean(wave.tester);
  write_names(json, "application_nm", wave.application_nm);
  json.key("limits").begin_array();
  for (const TestFigure& figure : wave.figures) write_figure(json, figure);
  json.end_array();
  write_db(json, "limit_dB", wave.governs ? wave.figures[*wave.governs].limit : std::nullopt);
  json.key("governs");
  if (wave.governs)
    json.string(wave.figures[*wave.governs].id);
  else
    json.null();
  write_names(json, "remarks", wave.remarks);
  json.end_object();
}

void write_group(JsonWriter& json, const TestGroup& group) {
  json.begin_object().key("configuration").string(spell(group.configuration));
  json.key("application").string(group.application);
  write_count(json, "links", group.links);
  write_count(json, "tests", group.tests);
  write_names(json, "names", group.names);
  json.key("from").string(group.from).key("to").string(group.to);
  json.key("why_none");
  if (group.why_none.empty())
    json.null();
  else
    json.string(group.why_none);
  json.key("length_mm");
  if (group.path.unknown.empty() && group.why_none.empty())
    json.integer(group.path.length().millimetre);
  else
    json.null();
  json.key("ends").integer(group.path.ends).key("connections").integer(group.path.connections);
  json.key("splices").integer(group.path.splices);
  write_db(json, "test_plugs_dB", group.plugs);
  json.key("wavelengths").begin_array();
  for (const WaveLimits& wave : group.waves) write_wave(json, wave);
  json.end_array().end_object();
}

void write_test(JsonWriter& out, const LimitsReport& report, const LinkTest& test) {
  JsonWriter json;
  json.begin_object().key("link").string(report.loaded->plant.link_name(test.link));
  json.key("from").string(test.from).key("to").string(test.to).key("group").integer(test.group).end_object();
  out.raw(json.take());
}

}  // namespace

std::string limits_json(const LimitsReport& report) {
  JsonWriter json(JsonWriter::Layout::kPretty);
  json.begin_object().key("schema").string("ferrule/limits/1").key("project").string(report.loaded->project);
  write_names(json, "standards", report.standards);
  json.key("summary").begin_object();
  write_count(json, "links", report.counts.links);
  write_count(json, "not_proven", report.not_proven_count);
  write_names(json, "not_proven_names", report.not_proven);
  json.end_object().key("groups").begin_array();
  for (const TestGroup& group : report.groups) write_group(json, group);
  json.end_array().key("tests").begin_array();
  for (const LinkTest& test : report.tests) write_test(json, report, test);
  json.end_array().key("findings");
  write::write_findings(json, report.findings, report.loaded->sources);
  json.end_object();
  return json.take();
}

}  // namespace ferrule::api
