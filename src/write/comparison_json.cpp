#include "write/comparison_json.h"

#include "write/json.h"

namespace ferrule::write {

std::string comparison_json(std::span<const std::string> lines, std::span<const spec::ComparedField> fields) {
  constexpr std::string_view kWords[] = {"differs", "incomparable", "partly-stated", "equal"};
  write::JsonWriter json(write::JsonWriter::Layout::kPretty);
  json.begin_object();
  json.key("schema").string("ferrule/compare/1");
  json.key("lines").begin_array();
  for (const std::string& line : lines) json.string(line);
  json.end_array();
  json.key("fields").begin_array();
  for (const spec::ComparedField& field : fields) {
    json.begin_object();
    json.key("field").string(field.field);
    json.key("class").string(std::string_view(&field.field_class, 1));
    json.key("difference").string(kWords[static_cast<std::size_t>(field.difference)]);
    json.key("values").begin_array();
    for (const std::string& value : field.values) {
      if (value.empty()) {
        json.null();
      } else {
        json.string(value);
      }
    }
    json.end_array();
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json.take();
}

}  // namespace ferrule::write
