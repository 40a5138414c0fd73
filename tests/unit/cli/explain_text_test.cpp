#include "cli/explain_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.h"
#include "cli/wrap.h"

namespace ferrule::cli {
namespace {

using testing::HasSubstr;
using testing::Not;

const facts::Facts& compiled_in() {
  static diag::Sources sources;
  static diag::Findings findings;
  static const facts::Facts facts = facts::Facts::load(sources, "", findings);
  return facts;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

TEST(ExplainText, LooksLikeThis) {
  const api::Explanation e{
      "Type Z cable",
      "array cable",
      "Made up.",
      "side 1  1  2\nside 2  2  1\n",
      {{"map", "as drawn", "[ONE]", Confidence::kHigh},
       {"notes", "a text that is long enough to need a second line at this width", "[ONE]", Confidence::kLow},
       {"again", "another source", "[TWO]", Confidence::kMedium},
       {"bare", "no source", "", std::nullopt}},
      {"Type A", "Type B"}};
  EXPECT_EQ(explain_text(std::vector{e}, {.width = 60}),
            "Type Z cable (array cable)\n"
            "\n"
            "  Made up.\n"
            "\n"
            "    side 1  1  2\n"
            "    side 2  2  1\n"
            "\n"
            "  map    as drawn                               high (1)\n"
            "  notes  a text that is long enough to need a   low (1)\n"
            "         second line at this width\n"
            "  again  another source                         medium (2)\n"
            "  bare   no source\n"
            "\n"
            "  (1)  [ONE]\n"
            "  (2)  [TWO]\n"
            "\n"
            "  see also: Type A, Type B\n");
}

TEST(ExplainText, StaysWithinTheWidthForEverythingKnown) {
  for (std::string_view table : {"optics", "connectors", "terms", "brands", "fibres", "jackets", "transitions", "breakouts",
                                 "conversions", "array_maps", "adapter_maps", "methods", "wrong_in_public"})
    for (const std::string& name : compiled_in().names_of(table))
      for (const std::string& line : lines_of(explain_text(api::explain(compiled_in(), name)))) {
        EXPECT_LE(columns(line), 100u) << name << ": " << line;
        EXPECT_FALSE(line.ends_with(' ')) << name << ": " << line;
      }
}

TEST(ExplainText, HasConfidenceInWordsAndNoEscapesUnlessAsked) {
  const auto found = api::explain(compiled_in(), "400GBASE-DR4");
  EXPECT_THAT(explain_text(found), HasSubstr("medium ("));
  EXPECT_THAT(explain_text(found), Not(HasSubstr("\x1b")));
  EXPECT_THAT(explain_text(found, {.colour = true}), HasSubstr("\x1b[1m400GBASE-DR4\x1b[0m"));
}

TEST(ExplainText, ARulePageKeepsItsExamplesAsTheyAre) {
  const api::Explanation e{"M201 same-pins-meet",
                           "rule",
                           "One\ntwo.\n\n```findings\n  kept   as it is\n```\n## Then\nthree",
                           "",
                           {{"code", "M201", "", std::nullopt}},
                           {}};
  EXPECT_EQ(explain_text(std::vector{e}),
            "M201 same-pins-meet (rule)\n"
            "\n"
            "  code  M201\n"
            "\n"
            "  One two.\n"
            "\n"
            "        kept   as it is\n"
            "\n"
            "  Then\n"
            "  three\n");
}

TEST(ExplainText, AnUnknownNameIsSaidToBeSo) {
  const std::vector<std::string> near{"400GBASE-DR4", "400GBASE-DR2"};
  EXPECT_EQ(nothing_known_text("400GBASE-DR5", near),
            "nothing known by that name: 400GBASE-DR5\ndid you mean 400GBASE-DR4, or 400GBASE-DR2?\n");
  EXPECT_THAT(nothing_known_text("\x1b[2J", {}),
              testing::StartsWith("nothing known by that name: \\u{001B}[2J\nnames that are known: "));
}

TEST(Wrap, BreaksAtBlanksAndCountsWideCharactersTwice) {
  EXPECT_EQ(wrap("one two three", 7), (std::vector<std::string>{"one two", "three"}));
  EXPECT_EQ(wrap("", 7), (std::vector<std::string>{""}));
  EXPECT_EQ(wrap("unbreakable", 4), (std::vector<std::string>{"unbreakable"}));
  EXPECT_EQ(columns("\xE5\x85\xAC\xE5\xA4\xB4"), 4u);
  EXPECT_EQ(columns("\xC2\xB5m"), 2u);
}

TEST(Wrap, KeepsParagraphsListsAndFencedBlocksApart) {
  EXPECT_EQ(wrap_page("a\nb\n\n- first\n  goes on\n- second\n", 80),
            (std::vector<std::string>{"a b", "", "- first goes on", "- second"}));
}

}  // namespace
}  // namespace ferrule::cli
