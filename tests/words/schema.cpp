#include "words/schema.h"

#include <fstream>
#include <iterator>
#include <rapidjson/document.h>
#include <rapidjson/schema.h>
#include <rapidjson/stringbuffer.h>

namespace ferrule::tests {

std::string why_not(const std::string& schema_file, const std::string& document) {
  std::ifstream file("docs/schema/" + schema_file);
  const std::string schema_text{std::istreambuf_iterator<char>(file), {}};
  rapidjson::Document schema_json, json;
  schema_json.Parse(schema_text.data(), schema_text.size());
  json.Parse(document.data(), document.size());
  if (schema_json.HasParseError()) return schema_file + " is no JSON";
  if (json.HasParseError()) return "no JSON";
  const rapidjson::SchemaDocument schema(schema_json);
  rapidjson::SchemaValidator validator(schema);
  if (json.Accept(validator)) return {};
  rapidjson::StringBuffer at;
  validator.GetInvalidDocumentPointer().StringifyUriFragment(at);
  return std::string(validator.GetInvalidSchemaKeyword()) + " at " + at.GetString();
}

}  // namespace ferrule::tests
