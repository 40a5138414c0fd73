#include "lang/schema.h"

#include <vector>
#include <fmt/format.h>

#include "lang/check_shape.h"
#include "lang/keys.h"

namespace ferrule::lang {
namespace {

// As good as false, but RapidJSON 1.1 writes past an array when false stands beside patternProperties.
constexpr std::string_view kNothing = "{\"not\": {}}";

std::string json(std::string_view text) {
  std::string out = "\"";
  for (char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

// An object under construction: members in the order they come.
class Object {
 public:
  Object& add(std::string_view key, std::string_view value) {
    body_ += (body_.empty() ? "" : ", ") + json(key) + ": " + std::string(value);
    return *this;
  }
  std::string text() const { return "{" + body_ + "}"; }

 private:
  std::string body_;
};

std::string pattern(std::string_view regex) { return Object().add("type", "\"string\"").add("pattern", json(regex)).text(); }

std::string joined_list(const std::vector<std::string>& items) {
  std::string out;
  for (const std::string& item : items) out += (out.empty() ? "" : ", ") + item;
  return "[" + out + "]";
}

std::string any_of(const std::vector<std::string>& items) {
  return items.size() == 1 ? items.front() : Object().add("anyOf", joined_list(items)).text();
}

std::string reference(std::string_view mapping) {
  return Object().add("$ref", json(fmt::format("#/definitions/{}", mapping))).text();
}

std::string schema_of(const Shape& shape);

// A number, bare or in quotes.
std::string whole_number(const Shape& shape) {
  const std::string bare = Object()
                               .add("type", "\"integer\"")
                               .add("minimum", fmt::format("{}", shape.least))
                               .add("maximum", fmt::format("{}", shape.most))
                               .text();
  return any_of({bare, pattern("^[0-9]+$")});
}

std::string word(const Shape& shape) {
  std::vector<std::string> words;
  for (std::string_view one : shape.words) {
    words.push_back(json(one));
    if (one == "off") words.emplace_back("false");  // readers of YAML 1.1 take a bare off for false
  }
  return Object().add("enum", joined_list(words)).text();
}

std::string list(const Shape& shape) {
  Object out;
  out.add("type", "\"array\"").add("items", schema_of(*shape.item));
  if (shape.least > 0) out.add("minItems", fmt::format("{}", shape.least));
  if (shape.most < 1'000'000) out.add("maxItems", fmt::format("{}", shape.most));
  return out.text();
}

std::string named(const Shape& shape) {
  const std::string_view names = shape.ranges ? "^[^/:\"'\\\\]+$" : "^[^/:\"'\\\\\\[\\]]+$";
  return Object()
      .add("type", "\"object\"")
      .add("patternProperties", Object().add(names, schema_of(*shape.item)).text())
      .add("additionalProperties", kNothing)
      .text();
}

std::string plain_schema(const Shape& shape) {
  constexpr std::string_view kScalar = R"({"type": ["string", "number", "boolean"]})";
  std::vector<std::string> several;
  switch (shape.takes) {
    case Takes::kText:
    case Takes::kName:
    case Takes::kNames:
    case Takes::kEnd: return std::string(kScalar);
    case Takes::kWhole: return whole_number(shape);
    case Takes::kYesNo: return R"({"enum": [true, false, "true", "false"]})";
    case Takes::kLength:
      return pattern(shape.least > 0
                         ? R"re(^([0-9]*[1-9][0-9]*(\.[0-9]+)?|[0-9]*\.[0-9]*[1-9][0-9]*) *(m|cm|mm|km|ft|'|in|"|feet)$)re"
                         : R"re(^[0-9]*\.?[0-9]+ *(m|cm|mm|km|ft|'|in|"|feet)$)re");
    case Takes::kPlace: return pattern(R"re(^-?[0-9]*\.?[0-9]+ *(m|cm|mm|km|ft|'|in|"|feet)$)re");
    case Takes::kLoss: return pattern(R"(^[0-9]+(\.[0-9]+)? *dB$)");
    case Takes::kDate: return pattern("^[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]$");
    case Takes::kSpare: return any_of({R"({"type": "integer", "minimum": 0})", pattern(R"(^[0-9]+(\.[0-9]+)? *%?$)")});
    case Takes::kShare: return pattern(R"(^[0-9]+(\.[0-9]+)? *%$)");
    case Takes::kDiameter: return pattern(R"(^[0-9]+(\.[0-9]+)? *mm$)");
    case Takes::kWeight: return pattern(R"(^[0-9]+(\.[0-9]+)? *(g/m|kg/km|kg/m)$)");
    case Takes::kWord: return word(shape);
    case Takes::kSpan: return any_of({R"({"type": "integer", "minimum": 1, "maximum": 128})", pattern("^[0-9]+( *- *[0-9]+)?$")});
    case Takes::kMapping: return reference(shape.mapping->name);
    case Takes::kNamed: return named(shape);
    case Takes::kList: return list(shape);
    case Takes::kEither:
      for (const Shape* one : shape.either) several.push_back(plain_schema(*one));
      return any_of(several);
    case Takes::kByKind:
      for (const Mapping* mapping : shape.kinds) several.push_back(reference(mapping->name));
      return any_of(several);
  }
  return "{}";
}

std::string schema_of(const Shape& shape) {
  const std::string plain = plain_schema(shape);
  return shape.may_be_empty ? any_of({plain, R"({"type": "null"})"}) : plain;
}

std::string with_help(const std::string& schema, std::string_view help) {
  if (help.empty()) return schema;
  if (schema.starts_with("{\"$ref\"")) return schema;  // a reference stands alone in draft 4: what stands beside it is not read
  return fmt::format("{{\"description\": {}, {}", json(help), schema.substr(1));
}

// The members of a mapping's schema, indented as inside `definitions`.
std::string members(const Mapping& mapping) {
  std::string properties, patterns;
  std::vector<std::string> required;
  for (std::span<const Key> keys : {mapping.keys, mapping.more})
    for (const Key& key : keys) {
      if (!key.refused_because.empty()) continue;
      const bool many = key.name.ends_with('#');
      const std::string name =
          many ? fmt::format("^{}[1-9][0-9]*$", key.name.substr(0, key.name.size() - 1)) : std::string(key.name);
      std::string& out = many ? patterns : properties;
      out += (out.empty() ? "" : ",") + fmt::format("\n        {}: {}", json(name), with_help(schema_of(*key.shape), key.help));
      if (key.required) required.push_back(json(key.name));
    }
  std::string out = fmt::format("      \"type\": \"object\",\n      \"properties\": {{{}\n      }},\n", properties);
  if (!patterns.empty()) out += fmt::format("      \"patternProperties\": {{{}\n      }},\n", patterns);
  if (!required.empty()) out += fmt::format("      \"required\": {},\n", joined_list(required));
  return out + fmt::format("      \"additionalProperties\": {}", patterns.empty() ? "false" : kNothing);
}

}  // namespace

std::string json_schema() {
  std::string definitions;
  for (const Mapping* mapping : keys::all())
    if (mapping != &keys::kProject)  // which is the schema itself
      definitions += (definitions.empty() ? "" : ",") +
                     fmt::format("\n    {}: {}", json(mapping->name), "{\n" + members(*mapping) + "\n    }");
  return fmt::format(
      "{{\n  \"$schema\": \"http://json-schema.org/draft-04/schema#\",\n  \"title\": \"Ferrule plant, language version 1\",\n"
      "  \"definitions\": {{{}\n  }},\n{}\n}}\n",
      definitions, members(keys::kProject));
}

}  // namespace ferrule::lang
