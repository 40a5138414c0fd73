#include "diag/finding.h"

#include <gtest/gtest.h>

#include "diag/print.h"

namespace ferrule::diag {
namespace {

TEST(Findings, KeepAThousandOfOneCodeAndCountTheRest) {
  Findings findings;
  for (int i = 0; i < 1'500; ++i) findings.add("A1", "a", Severity::kError, {}, "seen").note("kept or swallowed");
  findings.add("B1", "b", Severity::kWarning, {}, "seen");
  EXPECT_EQ(findings.all().size(), 1'001u);
  EXPECT_EQ(findings.suppressed(), 500u);
}

TEST(Findings, SortByPlaceThenCodeThenMessage) {
  Findings findings;
  findings.add("A2", "a", Severity::kError, {0, 9, 1}, "late");
  findings.add("A2", "a", Severity::kError, {0, 1, 1}, "b");
  findings.add("A1", "a", Severity::kError, {0, 1, 1}, "z");
  findings.add("A2", "a", Severity::kError, {0, 1, 1}, "a");
  findings.sort();
  std::string order;
  for (const Finding& finding : findings.all()) order += finding.code + finding.message + " ";
  EXPECT_EQ(order, "A1z A2a A2b A2late ");
}

TEST(Findings, OneFaultIsToldOnce) {
  Findings findings;
  for (int i = 0; i < 2; ++i) findings.add("A1", "a", Severity::kError, {0, 1, 1}, "seen twice");
  findings.add("A1", "a", Severity::kError, {0, 2, 1}, "seen twice");
  for (int i = 0; i < 2; ++i) findings.add("A1", "a", Severity::kError, {}, "of no place: two things");
  findings.sort();
  EXPECT_EQ(findings.all().size(), 4u);
}

TEST(Findings, WaivedOnesDoNotCount) {
  Findings findings;
  findings.add("A1", "a", Severity::kError, {}, "seen").finding().waived_by = "ann: planned";
  EXPECT_FALSE(findings.any_at_least(Severity::kNote));
  findings.add("A1", "a", Severity::kWarning, {}, "seen");
  EXPECT_TRUE(findings.any_at_least(Severity::kWarning));
  EXPECT_FALSE(findings.any_at_least(Severity::kError));
}

TEST(Summary, CountsBySeverityAndSaysWhatIsNotShown) {
  Findings findings;
  EXPECT_EQ(print_summary(findings), "no findings");
  findings.add("A1", "a", Severity::kError, {}, "seen");
  EXPECT_EQ(print_summary(findings), "1 error");
  findings.add("A1", "a", Severity::kError, {}, "seen");
  findings.add("A2", "a", Severity::kNote, {}, "seen");
  findings.add("A3", "a", Severity::kWarning, {}, "seen").finding().waived_by = "ann";
  EXPECT_EQ(print_summary(findings), "2 errors, 1 note; 1 waived");
  for (int i = 0; i < 3'000; ++i) findings.add("A4", "a", Severity::kWarning, {}, "seen");
  EXPECT_EQ(print_summary(findings), "2 errors, 1,000 warnings, 1 note; 1 waived; 2,000 more of the same kinds");
}

}  // namespace
}  // namespace ferrule::diag
