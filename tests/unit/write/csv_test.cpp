#include "write/csv.h"

#include <gtest/gtest.h>

namespace ferrule::write {
namespace {

TEST(CsvRow, QuotesWhatNeedsIt) {
  EXPECT_EQ(csv_row({"a", "b,c", "say \"x\"", "two\nlines", ""}), "a,\"b,c\",\"say \"\"x\"\"\",\"two\nlines\",\n");
  EXPECT_EQ(csv_row({"", "a"}), ",a\n");
  EXPECT_EQ(csv_row({}), "\n");
}

}  // namespace
}  // namespace ferrule::write
