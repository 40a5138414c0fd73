#include "api/check_json.h"

#include "write/findings_json.h"
#include "write/sarif.h"

namespace ferrule::api {
namespace {

using write::JsonWriter;

void write_summary(JsonWriter& json, const CheckCounts& counts) {
  const auto number = [&](std::string_view key, std::uint64_t value) { json.key(key).integer(static_cast<std::int64_t>(value)); };
  json.key("summary").begin_object();
  number("links", counts.links);
  number("proven", counts.proven);
  number("faulty", counts.faulty);
  number("unproven", counts.unproven);
  number("fibres", counts.fibres);
  number("ways", counts.ways);
  number("errors", counts.errors);
  number("warnings", counts.warnings);
  number("notes", counts.notes);
  number("waived", counts.waived);
  number("findings_not_kept", counts.not_kept);
  json.end_object();
}

void write_lane(JsonWriter& json, const LaneReport& lane) {
  json.begin_object();
  json.key("lane").integer(lane.lane);
  json.key("function").string(spell(lane.function));
  json.key("position").integer(lane.position);
  json.key("arrives");
  if (lane.arrives_end.empty()) {
    json.null();
  } else {
    json.begin_object().key("end").string(lane.arrives_end).key("position");
    if (lane.arrives_position > 0)
      json.integer(lane.arrives_position);
    else
      json.null();
    json.end_object();
  }
  json.key("result").string(check::spell(lane.result));
  json.end_object();
}

std::string link_line(const LinkReport& link) {
  JsonWriter json;
  json.begin_object();
  json.key("id").string(link.id).key("a").string(link.a).key("b").string(link.b);
  json.key("application").string(link.application).key("verdict").string(check::spell(link.verdict));
  json.key("lanes").begin_array();
  for (const LaneReport& lane : link.lanes) write_lane(json, lane);
  json.end_array().end_object();
  return json.take();
}

void write_some(JsonWriter& json, const CheckReport& report, std::string_view key, bool waived) {
  json.key(key).begin_array();
  for (const diag::Finding& finding : report.findings.all())
    if (finding.waived_by.empty() != waived) write::write_finding(json, finding, report.loaded->sources);
  json.end_array();
}

}  // namespace

void check_json(const CheckReport& report, const Sink& sink) {
  JsonWriter json(JsonWriter::Layout::kPretty);
  json.begin_object();
  json.key("schema").string("ferrule/check/1").key("project").string(report.loaded->project);
  write_summary(json, report.counts);
  json.key("links").begin_array();
  for (std::uint32_t link = 0; link < report.verdicts.size(); ++link) {
    json.raw(link_line(describe_link(report, link)));
    if (link % 256 == 0) sink(json.drain());
  }
  json.end_array();
  write_some(json, report, "findings", false);
  json.key("not_checked").begin_array();
  for (const check::NotChecked& left : report.not_checked)
    json.begin_object().key("what").string(left.what).key("why").string(left.why).end_object();
  json.end_array();
  write_some(json, report, "waived", true);
  json.end_object();
  sink(json.take());
}

void check_sarif(const CheckReport& report, std::string_view version, const Sink& sink) {
  sink(write::sarif(report.findings, report.loaded->sources, version));
}

}  // namespace ferrule::api
