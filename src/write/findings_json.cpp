#include "write/findings_json.h"

namespace ferrule::write {
namespace {

void write_where(JsonWriter& json, const diag::Place& place, const diag::Sources& sources) {
  if (!place.known()) return;
  const diag::LineColumn at = sources.line_column(place);
  json.key("where").begin_object();
  json.key("file").string(sources.name(place.source));
  if (const std::string cell = sources.cell(place); !cell.empty()) json.key("cell").string(cell);
  json.key("line").integer(at.line);
  json.key("column").integer(at.column);
  json.end_object();
}

void write_notes(JsonWriter& json, const diag::Finding& finding, const diag::Sources& sources) {
  json.key("notes").begin_array();
  for (const diag::Note& note : finding.notes) {
    json.begin_object().key("text").string(note.text);
    write_where(json, note.place, sources);
    json.end_object();
  }
  json.end_array();
}

void write_help(JsonWriter& json, const diag::Finding& finding) {
  json.key("help").begin_array();
  for (const std::string& help : finding.help) json.string(help);
  json.end_array();
}

void write_subjects(JsonWriter& json, const diag::Finding& finding) {
  if (finding.subjects.empty()) return;
  json.key("subjects").begin_object();
  json.key("kind").string(finding.subject_kind);
  json.key("count").integer(static_cast<std::int64_t>(finding.all_subjects()));
  json.key("names").begin_array();
  for (const std::string& name : finding.subjects) json.string(name);
  json.end_array().end_object();
}

}  // namespace

void write_finding(JsonWriter& json, const diag::Finding& finding, const diag::Sources& sources) {
  json.begin_object();
  json.key("code").string(finding.code);
  json.key("name").string(finding.name);
  json.key("severity").string(diag::spell(finding.severity));
  json.key("message").string(finding.message);
  write_where(json, finding.place, sources);
  if (!finding.label.empty()) json.key("label").string(finding.label);
  write_notes(json, finding, sources);
  write_help(json, finding);
  write_subjects(json, finding);
  if (!finding.waived_by.empty()) json.key("waived_by").string(finding.waived_by);
  json.end_object();
}

void write_findings(JsonWriter& json, const diag::Findings& findings, const diag::Sources& sources) {
  json.begin_array();
  for (const diag::Finding& finding : findings.all()) write_finding(json, finding, sources);
  json.end_array();
}

}  // namespace ferrule::write
