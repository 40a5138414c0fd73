#include "spec/fits.h"

#include <string>
#include <vector>
#include <gtest/gtest.h>

#include "spec/canonical.h"
#include "spec/read_line.h"
#include "words/own_lines.h"
#include "words/words.h"

namespace ferrule::spec {
namespace {

const std::string kComplete =
    "patch cord, 12 fibres, 1x MPO-12 unpinned UPC to 1x MPO-12 unpinned UPC, OM4, Type B, 10 m, OFNR, IL 0.35 dB per mated "
    "pair, RL 25 dB";

std::string with(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

Fit verdict(const std::string& required, const std::string& offered, std::optional<BrandPolicy> brand = std::nullopt) {
  return fits(tests::read(required), tests::read(offered), tests::words().facts, tests::words().needs, brand).fit;
}

TEST(Fits, ACompleteLineFitsItself) { EXPECT_EQ(verdict(kComplete, kComplete), Fit::kSame); }

TEST(Fits, OneChangeDecides) {
  struct Row {
    std::string_view from, to;
    Fit fit;
  };
  const Row table[] = {
      {"OM4", "OM3", Fit::kConditional},  // less bandwidth: check reach
      {"OM4", "OM5", Fit::kBetter},
      {"OM4", "OS2", Fit::kNo},
      {"Type B", "Type A", Fit::kNo},
      {"MPO-12 unpinned UPC to", "MPO-12 pinned UPC to", Fit::kNo},
      {"MPO-12 unpinned UPC to", "MPO-12 unpinned APC to", Fit::kNo},
      {"10 m", "9 m", Fit::kNo},
      {"10 m", "12 m", Fit::kConditional},
      {"OFNR", "OFNP", Fit::kBetter},
      {"OFNR", "OFN", Fit::kNo},
      {"OFNR", "LSZH", Fit::kCannotConfirm},  // no conversion between schemes
      {"OFNR, ", "", Fit::kCannotConfirm},
      {"IL 0.35 dB", "IL 0.2 dB", Fit::kBetter},
      {"IL 0.35 dB", "IL 0.5 dB", Fit::kNo},
      {" per mated pair", "", Fit::kCannotConfirm},
      {"Type B, ", "", Fit::kCannotConfirm},
      {"1x MPO-12 unpinned UPC to 1x MPO-12", "1x MTP-12 unpinned UPC to 1x MTP-12", Fit::kBetter},
      {"1x MPO-12 unpinned UPC to 1x MPO-12", "1x MPO-24 unpinned UPC to 1x MPO-24", Fit::kNo},
      {"patch cord", "breakout cable", Fit::kNo},
  };
  for (const Row& row : table)
    EXPECT_EQ(verdict(kComplete, with(kComplete, row.from, row.to)), row.fit) << row.from << " -> " << row.to;
}

TEST(Fits, MpoForMtpIsTheBuyersToDecide) {
  const std::string bare = with(kComplete, "1x MPO-12 unpinned UPC to 1x MPO-12", "1x MTP-12 unpinned UPC to 1x MTP-12");
  const std::string claimed = with(kComplete, "1x MPO-12 unpinned UPC to 1x MPO-12", "1x MTP®-12 unpinned UPC to 1x MTP®-12");
  EXPECT_EQ(verdict(bare, kComplete), Fit::kConditional);
  EXPECT_EQ(verdict(bare, kComplete, BrandPolicy::kFamily), Fit::kBetter);
  EXPECT_EQ(verdict(claimed, kComplete), Fit::kConditional);
  EXPECT_EQ(verdict(claimed, kComplete, BrandPolicy::kRequired), Fit::kNo);
  EXPECT_EQ(verdict(claimed, bare, BrandPolicy::kRequired), Fit::kCannotConfirm);
  EXPECT_EQ(verdict(kComplete, claimed), Fit::kBetter);
}

TEST(Fits, CprClassesCompareMarkByMark) {
  const std::string required = with(kComplete, "OFNR", "B2ca-s1a,d1,a1");
  EXPECT_EQ(verdict(required, with(kComplete, "OFNR", "Cca-s1a,d1,a1")), Fit::kNo);
  EXPECT_EQ(verdict(with(kComplete, "OFNR", "Cca-s2,d2,a2"), with(kComplete, "OFNR", "Cca-s1b,d1,a1")), Fit::kBetter);
  EXPECT_EQ(verdict(required, with(kComplete, "OFNR", "B2ca")), Fit::kCannotConfirm);
}

TEST(Fits, ACableMayBeLaidTheOtherWayRound) {
  const std::string one = with(kComplete, "MPO-12 unpinned UPC to", "MPO-12 pinned UPC to");
  const std::string other = with(kComplete, "to 1x MPO-12 unpinned", "to 1x MPO-12 pinned");
  EXPECT_EQ(verdict(one, other), Fit::kSame);
}

TEST(Fits, SameHoldsBothWaysAndLosingAFieldNeverGains) {
  const std::vector<std::string> lines = tests::own_lines();
  ASSERT_GT(lines.size(), 200u);
  std::vector<Specification> read;
  for (const std::string& line : lines) read.push_back(tests::read(line));
  const facts::Facts& facts = tests::words().facts;
  const Needs& needs = tests::words().needs;
  for (std::size_t i = 0; i < read.size(); ++i)
    for (std::size_t k = i % 7; k < read.size(); k += 7) {
      const Fit there = fits(read[i], read[k], facts, needs).fit;
      EXPECT_EQ(there == Fit::kSame, fits(read[k], read[i], facts, needs).fit == Fit::kSame) << lines[i] << " / " << lines[k];
      for (std::size_t f = 0; f < kFields; f += 1 + (i + k) % 3) {
        const Field field = static_cast<Field>(f);
        if (i == k || there <= Fit::kConditional || !read[k].has(field)) continue;
        const Reading kept = read[k].get(field);
        read[k].drop(field);
        EXPECT_GT(fits(read[i], read[k], facts, needs).fit, Fit::kConditional)
            << lines[i] << " / " << lines[k] << " without " << spell(field);
        read[k].set(field, kept);
      }
    }
}

TEST(Fits, WhatDecidesSafetyAndIsNotStatedCannotBeConfirmed) {
  const std::vector<std::string> lines = tests::own_lines();
  for (const std::string& line : lines) {
    const Specification s = tests::read(line);
    bool open = false;
    for (const Need* need : tests::words().needs.open(s)) open = open || need->need_class == NeedClass::kSafety;
    if (!open) continue;
    EXPECT_GE(fits(s, s, tests::words().facts, tests::words().needs).fit, Fit::kCannotConfirm) << line;
  }
}

TEST(Canonical, ALineReadsBackAsItself) {
  for (const std::string& line : tests::own_lines()) {
    const std::string once = canonical(tests::read(line));
    EXPECT_EQ(canonical(tests::read(once)), once) << line;
  }
}

TEST(Canonical, SaysEveryFieldThatIsCompared) {
  const Specification s = tests::read(kComplete);
  const std::string line = canonical(s);
  const Specification again = tests::read(line);
  for (std::size_t f = 0; f < kFields; ++f) {
    const Field field = static_cast<Field>(f);
    EXPECT_EQ(s.has(field), again.has(field)) << spell(field) << ": " << line;
    if (!s.has(field) || !again.has(field)) continue;
    EXPECT_EQ(s.get(field).text, again.get(field).text);
  }
}

}  // namespace
}  // namespace ferrule::spec
