#include "api/explain_json.h"

#include "write/json.h"

namespace ferrule::api {
namespace {

using write::JsonWriter;

void write_fact(JsonWriter& json, const Fact& fact) {
  json.begin_object();
  json.key("name").string(fact.name).key("value").string(fact.value);
  if (!fact.source.empty()) json.key("source").string(fact.source);
  if (fact.confidence) json.key("confidence").string(spell(*fact.confidence));
  json.end_object();
}

void write_strings(JsonWriter& json, std::string_view key, std::span<const std::string> texts) {
  json.key(key).begin_array();
  for (const std::string& text : texts) json.string(text);
  json.end_array();
}

void write_explanation(JsonWriter& json, const Explanation& e) {
  json.begin_object();
  json.key("title").string(e.title).key("kind").string(e.kind).key("text").string(e.text).key("drawing").string(e.drawing);
  json.key("facts").begin_array();
  for (const Fact& fact : e.facts) write_fact(json, fact);
  json.end_array();
  write_strings(json, "see_also", e.see_also);
  json.end_object();
}

}  // namespace

std::string explain_json(std::string_view query, std::span<const Explanation> explanations,
                         std::span<const std::string> nearest) {
  JsonWriter json(JsonWriter::Layout::kPretty);
  json.begin_object();
  json.key("schema").string("ferrule/explain/1").key("query").string(query);
  json.key("explanations").begin_array();
  for (const Explanation& e : explanations) write_explanation(json, e);
  json.end_array();
  write_strings(json, "nearest", nearest);
  json.end_object();
  return json.take();
}

}  // namespace ferrule::api
