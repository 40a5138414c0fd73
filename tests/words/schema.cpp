#include "words/schema.h"

#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <rapidjson/document.h>
#include <rapidjson/schema.h>
#include <rapidjson/stringbuffer.h>

namespace ferrule::tests {
namespace {

// Read once for a test program. Null when the file is no JSON.
const rapidjson::SchemaDocument* schema_in(const std::string& schema_file) {
  static std::map<std::string, std::unique_ptr<const rapidjson::SchemaDocument>> known;
  const auto [at, fresh] = known.try_emplace(schema_file);
  if (!fresh) return at->second.get();
  std::ifstream file("docs/schema/" + schema_file);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  rapidjson::Document json;
  json.Parse(text.data(), text.size());
  if (!json.HasParseError()) at->second = std::make_unique<const rapidjson::SchemaDocument>(json);
  return at->second.get();
}

}  // namespace

std::string why_not(const std::string& schema_file, const std::string& document) {
  const rapidjson::SchemaDocument* schema = schema_in(schema_file);
  rapidjson::Document json;
  json.Parse(document.data(), document.size());
  if (schema == nullptr) return schema_file + " is no JSON";
  if (json.HasParseError()) return "no JSON";
  rapidjson::SchemaValidator validator(*schema);
  if (json.Accept(validator)) return {};
  rapidjson::StringBuffer at;
  validator.GetInvalidDocumentPointer().StringifyUriFragment(at);
  return std::string(validator.GetInvalidSchemaKeyword()) + " at " + at.GetString();
}

}  // namespace ferrule::tests
