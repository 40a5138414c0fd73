#include "write/matches_json.h"

#include "write/json.h"
#include "write/specification_json.h"

namespace ferrule::write {

std::string matches_json(std::string_view required, std::size_t entries, std::span<const MatchedEntry> matches) {
  JsonWriter json(JsonWriter::Layout::kPretty);
  json.begin_object();
  json.key("schema").string("ferrule/matches/1");
  json.key("required").string(required);
  json.key("entries").integer(static_cast<std::int64_t>(entries));
  json.key("matches").begin_array();
  for (const MatchedEntry& match : matches) {
    json.begin_object();
    json.key("part_number").string(match.part_number);
    json.key("place").string(match.place);
    json.key("text").string(match.text);
    json.key("offered").string(match.offered);
    write_fitting(json, *match.fitting);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json.take();
}

}  // namespace ferrule::write
