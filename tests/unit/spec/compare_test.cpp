#include "spec/compare.h"

#include <algorithm>
#include <gtest/gtest.h>

#include "words/words.h"

namespace ferrule::spec {
namespace {

std::vector<ComparedField> compared(std::string_view a, std::string_view b) {
  const Specification one = tests::read(a), other = tests::read(b);
  return compare({&one, &other}, tests::words().needs);
}

const ComparedField* field(const std::vector<ComparedField>& fields, std::string_view name) {
  const auto found = std::find_if(fields.begin(), fields.end(), [&](const ComparedField& f) { return f.field == name; });
  return found == fields.end() ? nullptr : &*found;
}

TEST(Compare, WhatDiffersComesFirstAndSafetyBeforeTheRest) {
  const std::vector<ComparedField> fields =
      compared("12F MPO trunk OM4 Type B 10 m aqua", "12F MPO trunk OM3 Type A 10 m violet");
  ASSERT_GE(fields.size(), 3u);
  EXPECT_EQ(fields[0].field, "polarity");
  EXPECT_EQ(fields[1].field, "fibre_type");
  EXPECT_EQ(fields[2].field, "colour");
  EXPECT_EQ(field(fields, "length_m")->difference, Difference::kEqual);
}

TEST(Compare, LossOnDifferentBasesIsIncomparable) {
  EXPECT_EQ(field(compared("12F MPO trunk 0.35 dB per mated pair", "12F MPO trunk 0.2 dB typical"), "max_il_db")->difference,
            Difference::kIncomparable);
  EXPECT_EQ(field(compared("12F MPO trunk 0.35 dB typical", "12F MPO trunk 0.2 dB typical"), "max_il_db")->difference,
            Difference::kDiffers);
}

TEST(Compare, NamesWhatDecidesSafetyAndNobodyStates) {
  const std::vector<ComparedField> fields = compared("12F MPO trunk OM4", "12F MPO trunk OM4");
  const ComparedField* pins = field(fields, "connector_a.gender");
  ASSERT_NE(pins, nullptr);
  EXPECT_EQ(pins->field_class, 'S');
  EXPECT_EQ(pins->values, (std::vector<std::string>{"", ""}));
}

TEST(Compare, TheSameConnectorWrittenTwoWaysIsEqual) {
  EXPECT_EQ(field(compared("12F MPO trunk OM4", "MPO-12 trunk 12 fibres OM4"), "connector_a.type")->difference,
            Difference::kEqual);
}

}  // namespace
}  // namespace ferrule::spec
