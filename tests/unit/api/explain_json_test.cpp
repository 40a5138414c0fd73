#include "api/explain_json.h"

#include <fstream>
#include <iterator>
#include <gtest/gtest.h>
#include <rapidjson/document.h>
#include <rapidjson/schema.h>
#include <rapidjson/stringbuffer.h>

#include "../facts/compiled_in.h"

namespace ferrule::api {
namespace {

using facts::compiled_in;

std::string answer(std::string_view query) {
  const std::vector<Explanation> found = explain(compiled_in(), query);
  const std::vector<std::string> near = found.empty() ? names_near(compiled_in(), query) : std::vector<std::string>{};
  return explain_json(query, found, near);
}

class Schema {
 public:
  Schema() {
    std::ifstream file("docs/schema/explain.schema.json");
    const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    source_.Parse(text.c_str());
    EXPECT_FALSE(source_.HasParseError());
    schema_ = std::make_unique<rapidjson::SchemaDocument>(source_);
  }

  // Empty when it holds, else where it does not.
  std::string fault(const std::string& json) const {
    rapidjson::Document document;
    document.Parse(json.c_str());
    if (document.HasParseError()) return "no JSON";
    rapidjson::SchemaValidator validator(*schema_);
    if (document.Accept(validator)) return "";
    rapidjson::StringBuffer where;
    validator.GetInvalidDocumentPointer().StringifyUriFragment(where);
    return std::string(validator.GetInvalidSchemaKeyword()) + " at " + where.GetString();
  }

 private:
  rapidjson::Document source_;
  std::unique_ptr<rapidjson::SchemaDocument> schema_;
};

TEST(ExplainJson, HoldsAgainstItsSchema) {
  const Schema schema;
  for (std::string_view table :
       {"optics", "connectors", "terms", "brands", "fibres", "jackets", "spaces", "transitions", "breakouts", "conversions",
        "methods", "array_maps", "adapter_maps", "duplex_cords", "sources", "splitter_limits", "wrong_in_public"})
    for (const std::string& name : compiled_in().names_of(table)) EXPECT_EQ(schema.fault(answer(name)), "") << name;
  for (std::string_view name : {"DR4", "MMS4X00-NS", "low loss", "aqua", "straight", "400GBASE-DR5", "\"\\\x01\xff"})
    EXPECT_EQ(schema.fault(answer(name)), "") << name;
}

TEST(ExplainJson, TheSchemaRefusesWhatItDoesNotKnow) {
  const Schema schema;
  EXPECT_NE(schema.fault(R"({"schema": "ferrule/explain/2", "query": "", "explanations": [], "nearest": []})"), "");
  EXPECT_NE(schema.fault(R"({"schema": "ferrule/explain/1", "query": "", "explanations": [{}], "nearest": []})"), "");
}

TEST(ExplainJson, CarriesSourceAndConfidence) {
  rapidjson::Document document;
  document.Parse(answer("400GBASE-DR4").c_str());
  const auto& fact = document["explanations"][0]["facts"][0];
  EXPECT_STREQ(fact["name"].GetString(), "standard");
  EXPECT_STREQ(fact["confidence"].GetString(), "high");
  EXPECT_NE(std::string(fact["source"].GetString()).find("[GK]"), std::string::npos);
}

TEST(ExplainJson, AnUnknownNameHasItsNearest) {
  rapidjson::Document document;
  document.Parse(answer("400GBASE-DR5").c_str());
  EXPECT_TRUE(document["explanations"].Empty());
  EXPECT_FALSE(document["nearest"].Empty());
}

}  // namespace
}  // namespace ferrule::api
