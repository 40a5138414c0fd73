#include "lang/flow_text.h"

#include <gtest/gtest.h>

#include "syntax/yaml.h"

namespace ferrule::lang {
namespace {

std::string flowed(const std::string& text) {
  diag::Sources sources;
  diag::Findings findings;
  const std::optional<syntax::Node> node = syntax::read_yaml(sources, sources.add("t.yaml", text), findings);
  return node ? flow_text(*node) : std::string("unread");
}

TEST(FlowText, OneLineSaysWhatManyDid) {
  EXPECT_EQ(flowed("kind: cord\nends:\n  connector: MPO-12\n  count: 4\nroute:\n  - T1\n  - T2\n"),
            "{kind: cord, ends: {connector: MPO-12, count: 4}, route: [T1, T2]}");
}

TEST(FlowText, WhatIsAskedTwiceAnswersTheSame) {
  for (const char* text : {"{kind: cord, jacket: \"OFNP, OFNR\", ends: {connector: MPO-12}}", "{notes: \"a: b\", \"b[1-4]\": x}",
                           "{empty: \"\", dash: \"-x\", quote: \"say \\\"so\\\"\", back: \"a\\\\b\"}", "[1, [2, 3], {a: b}]"})
    EXPECT_EQ(flowed(text), text);
}

TEST(FlowText, WordsThatFlowStyleWouldSplitGetQuotes) {
  EXPECT_EQ(flowed("notes: LC duplex, A-to-B\n"), "{notes: \"LC duplex, A-to-B\"}");
  EXPECT_EQ(flowed("'P[1-2]/1': x\n"), "{\"P[1-2]/1\": x}");
}

}  // namespace
}  // namespace ferrule::lang
