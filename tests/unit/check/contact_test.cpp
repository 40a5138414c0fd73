// The rules about contact against the slow judge, on random plants: equal numbers of joints at fault, rule by rule.
#include <map>
#include <string>
#include <gtest/gtest.h>

#include "check/check.h"
#include "support/build_plant.h"
#include "support/embedded_facts.h"
#include "support/random_plant.h"
#include "support/slow_judge.h"

namespace ferrule::check {
namespace {

using test::embedded_facts;

#if defined(FERRULE_SANITIZED)
constexpr std::uint64_t kRandomPlants = 300;
#else
constexpr std::uint64_t kRandomPlants = 5'000;
#endif

struct Counts {
  std::uint64_t family = 0, rows = 0, pins = 0, polish = 0;
  friend bool operator==(const Counts&, const Counts&) = default;
};

std::ostream& operator<<(std::ostream& out, const Counts& counts) {
  return out << "family " << counts.family << ", rows " << counts.rows << ", pins " << counts.pins << ", polish "
             << counts.polish;
}

// Where two plugs do not go into each other, the rules say that and nothing about pins and polish.
Counts by_the_judge(const test::PlainPlant& plain) {
  Counts counts;
  for (const test::Joint& joint : plain.joints) {
    const test::Contact contact = test::contact(plain, joint);
    if (contact.family == test::Holds::kNo) {
      ++counts.family;
      continue;
    }
    counts.rows += contact.rows == test::Holds::kNo;
    counts.pins += contact.pins == test::Holds::kNo;
    counts.polish += contact.polish == test::Holds::kNo;
  }
  return counts;
}

// The plain plant's short names as data/connectors.csv has them.
void name_connectors(plant::Plant& plant) {
  for (plant::PartType& type : plant.types)
    for (plant::TypeFace& face : type.faces) {
      std::string& name = face.face.connector;
      if (name == "MPO-20") name = "MPO-20of24";
      if (name == "MPO-10") name = "MPO-10of12";
      if (name.starts_with("bare")) name = "bare";
    }
}

Counts by_the_rules(const plant::Plant& plant) {
  std::map<std::string, std::uint64_t> found;
  CheckOptions options;
  options.repairs = false;
  for (const diag::Finding& finding : check(plant, embedded_facts(), {}, options).findings)
    found[finding.code] += finding.subject_count;
  return {found["M205"] + found["M210"], found["M206"], found["M201"] + found["M202"], found["M203"] + found["M204"]};
}

TEST(Contact, RulesFindTheJointsThatTheSlowJudgeFinds) {
  Counts all;
  for (std::uint64_t seed = 1; seed <= kRandomPlants; ++seed) {
    const test::PlainPlant plain = test::random_plant(seed);
    test::Built built = test::build(plain);
    name_connectors(built.plant);
    const Counts judge = by_the_judge(plain);
    ASSERT_EQ(by_the_rules(built.plant), judge) << "seed " << seed;
    all.family += judge.family;
    all.rows += judge.rows;
    all.pins += judge.pins;
    all.polish += judge.polish;
  }
  // The plants have to be wrong often enough for this to mean something.
  EXPECT_GT(all.rows, kRandomPlants / 100) << all;
  EXPECT_GT(all.pins, kRandomPlants / 10) << all;
  EXPECT_GT(all.polish, kRandomPlants / 10) << all;
  EXPECT_GT(all.family, kRandomPlants / 100) << all;
}

}  // namespace
}  // namespace ferrule::check
