#include "api/reach.h"

#include <fstream>
#include <iterator>
#include <memory>
#include <gtest/gtest.h>
#include <rapidjson/document.h>
#include <rapidjson/schema.h>

#include "../facts/compiled_in.h"
#include "api/reach_json.h"

namespace ferrule::api {
namespace {

using facts::compiled_in;

ReachOptions asked(std::string application, std::vector<std::string> grades, std::vector<std::string> fibres = {}) {
  ReachOptions options;
  options.application = std::move(application);
  options.grades = std::move(grades);
  options.fibres = std::move(fibres);
  return options;
}

TEST(Reach, EveryApplicationHasATableOrSaysWhyNot) {
  std::ifstream file("docs/schema/reach.schema.json");
  const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  rapidjson::Document source;
  source.Parse(text.c_str());
  ASSERT_FALSE(source.HasParseError());
  const rapidjson::SchemaDocument schema(source);
  for (const facts::Optic& optic : compiled_in().optics()) {
    ReachOptions options = asked(optic.pmd, {"0.12/0.25", "0.35"});
    const Result<ReachAnswer> answer = reach(options, compiled_in());
    if (!answer) {
      EXPECT_FALSE(answer.error().message.empty()) << optic.pmd;
      continue;
    }
    rapidjson::Document document;
    document.Parse(reach_json(*answer, options).c_str());
    ASSERT_FALSE(document.HasParseError()) << optic.pmd;
    rapidjson::SchemaValidator validator(schema);
    EXPECT_TRUE(document.Accept(validator)) << optic.pmd;
    for (const ReachTable& table : answer->tables) EXPECT_NE(table.lines.empty(), table.refused.empty()) << optic.pmd;
  }
}

TEST(Reach, WhatIsNotKnownIsSaidWithWhatThereIs) {
  const auto why = [](const ReachOptions& options) {
    const Result<ReachAnswer> answer = reach(options, compiled_in());
    return answer ? std::string("answered") : answer.error().message;
  };
  EXPECT_NE(why(asked("DR4", {"0.35"})).find("400GBASE-DR4"), std::string::npos);
  EXPECT_NE(why(asked("400GBASE-DR5", {"0.35"})).find("did you mean"), std::string::npos);
  EXPECT_NE(why(asked("400GBASE-DR4", {"foo"})).find("low-loss"), std::string::npos);
  EXPECT_NE(why(asked("400GBASE-DR4", {"0.35"}, {"OM4"})).find("OS2"), std::string::npos);
  EXPECT_NE(why(asked("400GBASE-DR4", {"0"})), "answered");
  EXPECT_NE(why(asked("400GBASE-DR4", {"0.3/0.2"})), "answered");
  EXPECT_NE(why(asked("400GBASE-DR4", {"1e9"})), "answered");
  EXPECT_NE(why(asked("400GBASE-DR4", {"-0.3"})), "answered");
  ReachOptions steep = asked("400GBASE-DR4", {"0.35"});
  steep.attenuation = "-1";
  EXPECT_NE(why(steep), "answered");
}

}  // namespace
}  // namespace ferrule::api
