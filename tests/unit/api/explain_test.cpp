#include "api/explain.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "../facts/compiled_in.h"
#include "api/explain/rule_page.h"
#include "facts/embedded.h"

namespace ferrule::api {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::IsSupersetOf;

using facts::compiled_in;

std::vector<Explanation> ask(std::string_view query) { return explain(compiled_in(), query); }

// The first answer, which has to be of this kind.
Explanation first(std::string_view query, std::string_view kind) {
  const std::vector<Explanation> found = ask(query);
  EXPECT_FALSE(found.empty()) << query;
  if (found.empty()) return {};
  EXPECT_EQ(found.front().kind, kind) << query;
  return found.front();
}

const Fact* fact(const Explanation& e, std::string_view name) {
  const auto found = std::find_if(e.facts.begin(), e.facts.end(), [&](const Fact& f) { return f.name == name; });
  return found == e.facts.end() ? nullptr : &*found;
}

std::string value(const Explanation& e, std::string_view name) {
  const Fact* found = fact(e, name);
  EXPECT_NE(found, nullptr) << e.title << " has no fact '" << name << "'";
  return found == nullptr ? "" : found->value;
}

TEST(Explain, AnOpticTellsAllThatAPlantNeeds) {
  const Explanation e = first("400GBASE-DR4", "optic");
  EXPECT_EQ(e.title, "400GBASE-DR4");
  EXPECT_EQ(value(e, "standard"), "IEEE 802.3bs cl.124");
  EXPECT_EQ(value(e, "rate"), "400 Gb/s");
  EXPECT_EQ(value(e, "media"), "single-mode, 8 fibres, 4 lanes");
  EXPECT_EQ(value(e, "wavelengths"), "1310 nm");
  EXPECT_EQ(value(e, "receptacle"), "MPO-12");
  EXPECT_THAT(value(e, "pins"), HasSubstr("pinned"));
  EXPECT_EQ(value(e, "polish"), "angled (APC)");
  EXPECT_EQ(value(e, "over OS2"), "up to 500 m, at least 2 m, channel loss at most 3.00 dB, of which 2.75 dB for connections");
  EXPECT_EQ(value(e, "breakouts"), "4 x 100GBASE-DR");
  EXPECT_THAT(value(e, "lanes re-order"), HasSubstr("yes"));
  EXPECT_THAT(value(e, "reflectance"), HasSubstr("reflectance"));
  EXPECT_EQ(e.drawing,
            "plug position    1    2    3    4    5    6    7    8    9   10   11   12\n"
            "module does    Rx1  Rx2  Rx3  Rx4    .    .    .    .  Tx4  Tx3  Tx2  Tx1\n");
}

TEST(Explain, EachFactOfAnOpticHasItsSourceAndConfidence) {
  const Explanation e = first("400GBASE-DR4", "optic");
  for (const Fact& f : e.facts) {
    EXPECT_FALSE(f.source.empty()) << f.name;
    EXPECT_TRUE(f.confidence) << f.name;
  }
  EXPECT_EQ(fact(e, "transmit and receive")->confidence, Confidence::kHigh);
  EXPECT_EQ(fact(e, "lane order")->confidence, Confidence::kMedium);
}

TEST(Explain, AnOpticWithoutALaneMapSaysSo) {
  EXPECT_THAT(value(first("200GBASE-SR2", "optic"), "lane positions"), HasSubstr("not found"));
}

TEST(Explain, ATwinPortSaysThatBothReceptaclesAreAlike) {
  EXPECT_THAT(first("2xFR4", "optic").drawing, HasSubstr("each of 2 receptacles"));
}

TEST(Explain, ANameOfSeveralOpticsAsksToBeMoreExact) {
  const std::vector<Explanation> found = ask("DR4");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found.front().kind, "optics");
  EXPECT_THAT(found.front().text, HasSubstr("Be more exact"));
  EXPECT_THAT(found.front().see_also, IsSupersetOf({"200GBASE-DR4", "400GBASE-DR4", "800GBASE-DR4"}));
}

TEST(Explain, APartThatIsTwoOpticsIsToldAsBoth) {
  const std::vector<Explanation> found = ask("MMS4X00-NS");
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].kind, "optics");
  EXPECT_EQ(found[1].title, "2x400G-DR4-100m");
  EXPECT_EQ(found[2].title, "IB-NDR-2xDR4-100m");
}

TEST(Explain, APartNumberIsAnOptic) {
  for (std::string_view query : {"QDD-400G-DR4-S", "qdd 400g dr4 s", "  400gbase-dr4 "})
    EXPECT_EQ(first(query, "optic").title, "400GBASE-DR4") << query;
}

TEST(Explain, TypeBIsACableWithItsMapsAndItsDispute) {
  for (std::string_view query : {"type b", "Type B cable", "polarity B", "reversed cable"}) {
    const Explanation e = first(query, "array cable");
    EXPECT_EQ(e.title, "Type B array cable") << query;
    EXPECT_THAT(e.drawing, HasSubstr("side 1   1   2   3   4   5   6   7   8   9  10  11  12\nside "
                                     "2  12  11  10   9   8   7   6   5   4   3   2   1\n"));
    EXPECT_THAT(e.drawing, HasSubstr("B24-R (24 fibres, 2x12) (disputed: ask for the pin-out)"));
    EXPECT_THAT(e.see_also, Contains("Method B"));
  }
}

TEST(Explain, TypeAAdapterIsNotTypeACable) {
  const Explanation e = first("type a adapter", "adapter");
  EXPECT_EQ(e.title, "Type A adapter");
  EXPECT_THAT(e.text, HasSubstr("angled"));
  EXPECT_THAT(e.drawing, HasSubstr("13  14  15  16"));
  EXPECT_EQ(first("type a", "array cable").title, "Type A array cable");
}

TEST(Explain, MethodBNamesItsParts) {
  const Explanation e = first("method b", "method");
  EXPECT_EQ(value(e, "trunk"), "Type B");
  EXPECT_EQ(value(e, "far cassette"), "consecutive-flipped");
  EXPECT_THAT(e.text, HasSubstr("7-n"));
}

TEST(Explain, MtpIsATrademarkForALineOfMpo) {
  const Explanation e = first("MTP", "brand");
  EXPECT_THAT(e.text, HasSubstr("Every MTP is an MPO; not every MPO is an MTP"));
  EXPECT_EQ(value(e, "owner"), "US Conec");
  EXPECT_THAT(value(e, "words that do not"), HasSubstr("MTP compatible"));
  EXPECT_THAT(e.see_also, Contains("MTP Elite"));
}

TEST(Explain, MtpEliteHasItsFigures) {
  EXPECT_THAT(value(first("MTP Elite", "brand"), "MTP Elite, SM"), HasSubstr("max 0.35 dB"));
}

TEST(Explain, Mpo16IsAConnectorOfItsOwnFamily) {
  const Explanation e = first("MPO-16", "connector");
  EXPECT_EQ(value(e, "face"), "one row of 16");
  EXPECT_THAT(value(e, "notes"), HasSubstr("does not mate with MPO-12"));
  EXPECT_THAT(value(e, "optics"), HasSubstr("800GBASE-DR8"));
}

TEST(Explain, MpoIsTheInterfaceAndListsItsConnectors) {
  const Explanation e = first("MPO", "word");
  EXPECT_THAT(e.text, HasSubstr("generic multi-fibre connector"));
  EXPECT_THAT(value(e, "MPO-24"), HasSubstr("2 x 12"));
}

TEST(Explain, Om4SaysWhatMayStandInForIt) {
  const Explanation e = first("OM4", "fibre class");
  EXPECT_THAT(value(e, "attenuation, TIA"), HasSubstr("3.00 dB/km at 850 nm"));
  EXPECT_THAT(value(e, "OM5 instead"), HasSubstr("ok"));
  EXPECT_THAT(value(e, "OS2 instead"), HasSubstr("no"));
}

TEST(Explain, OfnpIsReplacedByNothingElse) {
  const Explanation e = first("OFNP", "jacket");
  EXPECT_EQ(value(e, "may be replaced by"), "nothing else");
  EXPECT_THAT(value(e, "may replace"), HasSubstr("OFNR"));
}

TEST(Explain, TransitionsShowTheirPortsAndHowSureTheBoresAre) {
  EXPECT_THAT(first("consecutive", "transition").drawing, HasSubstr("1,2"));
  const Explanation e = first("universal", "transition");
  EXPECT_THAT(e.drawing, HasSubstr("1,12"));
  EXPECT_EQ(fact(e, "MPO-12, bores")->confidence, Confidence::kLow);
  EXPECT_THAT(e.text, HasSubstr("read the data sheet"));
}

TEST(Explain, WordsOfTheTradeHaveMeaningAndTraps) {
  EXPECT_THAT(first("pinned", "word").text, HasSubstr("guide pins"));
  EXPECT_THAT(value(first("male", "word"), "words seen"), HasSubstr("with pins"));
  EXPECT_THAT(first("low loss", "word").text, HasSubstr("No common meaning"));
  EXPECT_EQ(first("APC", "word").title, "angled");
  EXPECT_THAT(first("base-8", "word").text, HasSubstr("positions 1-4 and 9-12"));
}

TEST(Explain, LowLossShowsThatItsFiguresDiffer) {
  const std::vector<Explanation> found = ask("low loss");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[1].kind, "grade");
  EXPECT_GT(found[1].facts.size(), 2u);
}

TEST(Explain, AProductOfTwoRowsIsToldAlone) {
  const Explanation e = first("B24-R", "array cable");
  EXPECT_EQ(e.title, "B24-R array cable");
  EXPECT_THAT(e.drawing, testing::Not(HasSubstr("B24-P")));
}

TEST(Explain, BreakoutsAndConversionsDrawTheirLegs) {
  EXPECT_THAT(first("4xLC", "breakout").drawing, HasSubstr("head    1  12\nleg 1   L   R\n"));
  EXPECT_THAT(first("2x12-3x8-P2", "conversion").drawing, HasSubstr("end b 3"));
}

TEST(Explain, AClaimThatIsWrongInPublicIsPutRight) {
  for (std::string_view query : {"transceivers are unpinned", "Method B uses A-to-A cords at both ends", "UPC for multimode"}) {
    const Explanation e = first(query, "wrong claim");
    EXPECT_FALSE(value(e, "the truth").empty()) << query;
  }
}

TEST(Explain, ASourceSaysWhatItIsAndHowOftenItIsCited) {
  for (std::string_view query : {"NV-SC", "[NV-SC]"}) {
    const Explanation e = first(query, "source");
    EXPECT_THAT(e.text, HasSubstr("NVIDIA"));
    EXPECT_THAT(value(e, "cited by"), HasSubstr("rows of facts"));
  }
}

TEST(Explain, AnUnknownNameGivesNothingButItsNearestNames) {
  EXPECT_THAT(ask("400GBASE-DR5"), IsEmpty());
  EXPECT_THAT(names_near(compiled_in(), "400GBASE-DR5"), Contains("400GBASE-DR4"));
  EXPECT_THAT(names_near(compiled_in(), "MTP Elit"), Contains("MTP Elite"));
  EXPECT_THAT(names_near(compiled_in(), "xyzzy plugh"), IsEmpty());
  for (const std::string& strange :
       {std::string(), std::string(" "), std::string("-"), std::string(100'000, 'x'), std::string("\xff\x00[", 3)})
    EXPECT_THAT(ask(strange), IsEmpty());
}

TEST(Explain, WhatItPointsAtCanBeAskedFor) {
  for (std::string_view table : {"optics", "connectors", "terms", "brands", "fibres", "transitions", "breakouts", "conversions"})
    for (const std::string& name : compiled_in().names_of(table)) {
      const std::vector<Explanation> found = ask(name);
      EXPECT_FALSE(found.empty()) << name;
      for (const Explanation& e : found)
        for (const std::string& other : e.see_also) EXPECT_FALSE(ask(other).empty()) << name << " points at " << other;
    }
}

TEST(Explain, EveryFactHasANameAndAValue) {
  for (std::string_view table :
       {"optics", "connectors", "terms", "brands", "fibres", "transitions", "breakouts", "conversions", "jackets"})
    for (const std::string& name : compiled_in().names_of(table))
      for (const Explanation& e : ask(name))
        for (const Fact& f : e.facts) EXPECT_FALSE(f.name.empty() || f.value.empty()) << name << ": " << f.name;
}

constexpr std::string_view kPage = R"(---
code: M201            # never reused
severity: error
looks at: every mating of two MPO plugs
source: data/sources.md#guide-pins
---
# same-pins-meet

Guide pins align two faces.

```findings
error[M201]: T1.b meets C4.a, both pinned
```
## Not a finding
One side pinned, the other not.
)";

TEST(RulePage, GivesItsHeaderAsFactsAndTheRestAsText) {
  const std::optional<Explanation> e = telling::read_rule_page("same-pins-meet", kPage);
  ASSERT_TRUE(e);
  EXPECT_EQ(e->title, "M201 same-pins-meet");
  EXPECT_EQ(e->kind, "rule");
  EXPECT_EQ(value(*e, "code"), "M201");
  EXPECT_EQ(value(*e, "severity"), "error");
  EXPECT_EQ(value(*e, "looks at"), "every mating of two MPO plugs");
  EXPECT_EQ(value(*e, "source"), "data/sources.md#guide-pins");
  EXPECT_TRUE(e->text.starts_with("Guide pins align two faces."));
  EXPECT_THAT(e->text, HasSubstr("both pinned"));
}

TEST(RulePage, WithoutAHeaderIsNone) { EXPECT_FALSE(telling::read_rule_page("readme", "# rules\n")); }

TEST(RulePage, IsFoundByCodeAndByName) {
  int pages = 0;
  for (const facts::EmbeddedFile& file : facts::embedded_files()) {
    if (!file.path.starts_with("docs/rules/")) continue;
    ++pages;
    const std::string_view name = file.path.substr(11, file.path.size() - 14);
    const std::optional<Explanation> page = telling::read_rule_page(name, file.bytes);
    ASSERT_TRUE(page) << file.path;
    const std::string code = value(*page, "code");
    EXPECT_EQ(first(code, "rule").title, page->title);
    EXPECT_EQ(first(name, "rule").title, page->title);
  }
  if (pages == 0) GTEST_SKIP() << "there are no rule pages yet";
}

}  // namespace
}  // namespace ferrule::api
