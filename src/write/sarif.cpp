#include "write/sarif.h"

#include <algorithm>
#include <map>
#include <fmt/format.h>

#include "base/text.h"
#include "write/json.h"

namespace ferrule::write {
namespace {

constexpr std::size_t kFewSubjects = 20;  // a viewer shows the message in one box; the JSON report holds them all

struct Rule {
  std::string_view name;
  std::int64_t index = 0;
};
using Rules = std::map<std::string_view, Rule>;

Rules rules_of(const diag::Findings& findings) {
  Rules rules;
  for (const diag::Finding& finding : findings.all()) rules.emplace(finding.code, Rule{finding.name});
  std::int64_t index = 0;
  for (auto& [code, rule] : rules) rule.index = index++;
  return rules;
}

std::string_view level(diag::Severity severity) { return severity == diag::Severity::kOff ? "none" : diag::spell(severity); }

bool stays_in_uri(char c) {
  const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  return plain || std::string_view("-._~/").find(c) != std::string_view::npos;
}

std::string uri(std::string_view path) {
  std::string out = path.starts_with('/') ? "file://" : "";
  for (char c : path) {
    if (stays_in_uri(c))
      out += c;
    else
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

void write_text(JsonWriter& json, std::string_view key, std::string_view text) {
  json.key(key).begin_object().key("text").string(text).end_object();
}

void write_physical(JsonWriter& json, const diag::Place& place, const diag::Sources& sources) {
  const diag::LineColumn begin = sources.line_column(place);
  const diag::LineColumn end = sources.line_column({place.source, place.offset + place.length, 0});
  json.key("physicalLocation").begin_object();
  json.key("artifactLocation").begin_object().key("uri").string(uri(sources.name(place.source))).end_object();
  json.key("region").begin_object();
  json.key("startLine").integer(begin.line).key("startColumn").integer(begin.column);
  json.key("endLine").integer(end.line).key("endColumn").integer(end.column);
  json.end_object().end_object();
}

std::string subjects_line(const diag::Finding& finding) {
  const std::size_t shown = std::min(finding.subjects.size(), kFewSubjects);
  const std::span<const std::string> first(finding.subjects.data(), shown);
  return fmt::format("\nnote: {}: {}{}", counted(finding.all_subjects(), finding.subject_kind), joined(first, ", "),
                     shown < finding.all_subjects() ? ", ..." : "");
}

std::string message(const diag::Finding& finding) {
  std::string text = finding.message;
  for (const diag::Note& note : finding.notes)
    if (!note.place.known()) text += "\nnote: " + note.text;
  if (!finding.subjects.empty()) text += subjects_line(finding);
  for (const std::string& help : finding.help) text += "\nhelp: " + help;
  return text;
}

void write_related(JsonWriter& json, const diag::Finding& finding, const diag::Sources& sources) {
  const auto placed = [](const diag::Note& note) { return note.place.known(); };
  if (std::none_of(finding.notes.begin(), finding.notes.end(), placed)) return;
  json.key("relatedLocations").begin_array();
  std::int64_t id = 0;
  for (const diag::Note& note : finding.notes) {
    if (!placed(note)) continue;
    json.begin_object().key("id").integer(++id);
    write_text(json, "message", note.text);
    write_physical(json, note.place, sources);
    json.end_object();
  }
  json.end_array();
}

void write_result(JsonWriter& json, const diag::Finding& finding, const Rules& rules, const diag::Sources& sources) {
  json.begin_object();
  json.key("ruleId").string(finding.code).key("ruleIndex").integer(rules.at(finding.code).index);
  json.key("level").string(level(finding.severity));
  write_text(json, "message", message(finding));
  json.key("locations").begin_array();
  if (finding.place.known()) {
    json.begin_object();
    write_physical(json, finding.place, sources);
    json.end_object();
  }
  json.end_array();
  write_related(json, finding, sources);
  if (!finding.waived_by.empty()) {
    json.key("suppressions").begin_array().begin_object();
    json.key("kind").string("external").key("justification").string(finding.waived_by);
    json.end_object().end_array();
  }
  json.end_object();
}

void write_tool(JsonWriter& json, const Rules& rules, std::string_view version) {
  json.key("tool").begin_object().key("driver").begin_object();
  json.key("name").string("ferrule").key("version").string(version);
  json.key("rules").begin_array();
  for (const auto& [code, rule] : rules) {
    json.begin_object().key("id").string(code).key("name").string(rule.name).end_object();
  }
  json.end_array().end_object().end_object();
}

}  // namespace

std::string sarif(const diag::Findings& findings, const diag::Sources& sources, std::string_view version) {
  const Rules rules = rules_of(findings);
  JsonWriter json(JsonWriter::Layout::kPretty);
  json.begin_object();
  json.key("$schema").string("https://json.schemastore.org/sarif-2.1.0.json");
  json.key("version").string("2.1.0");
  json.key("runs").begin_array().begin_object();
  write_tool(json, rules, version);
  json.key("columnKind").string("unicodeCodePoints");
  json.key("results").begin_array();
  for (const diag::Finding& finding : findings.all()) write_result(json, finding, rules, sources);
  json.end_array().end_object().end_array().end_object();
  return json.take();
}

}  // namespace ferrule::write
