// The index of a catalogue leaves out only what cannot stand in.
#include "spec/catalogue.h"

#include <algorithm>
#include <gtest/gtest.h>

#include "spec/fits.h"
#include "words/own_lines.h"
#include "words/words.h"

namespace ferrule::spec {
namespace {

TEST(Catalogue, NothingThatMayStandInIsLeftOut) {
  const std::vector<std::string> lines = tests::own_lines();
  ASSERT_GT(lines.size(), 200u);
  Catalogue catalogue;
  for (const std::string& line : lines) catalogue.add(tests::read(line));
  std::size_t left_out = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Specification wanted = tests::read(lines[i]);
    std::vector<std::uint32_t> nearest = catalogue.nearest(wanted, lines.size());
    left_out += lines.size() - nearest.size();
    std::sort(nearest.begin(), nearest.end());
    for (std::uint32_t entry = 0; entry < lines.size(); ++entry) {
      if (std::binary_search(nearest.begin(), nearest.end(), entry)) continue;
      EXPECT_EQ(fits(wanted, catalogue[entry], tests::words().facts, tests::words().needs).fit, Fit::kNo)
          << lines[i] << " / " << lines[entry];
    }
  }
  EXPECT_GT(left_out, lines.size() * lines.size() / 4) << "an index that leaves nothing out is none";
}

TEST(Catalogue, ALineIsNearestToItself) {
  const std::vector<std::string> lines = tests::own_lines();
  Catalogue catalogue;
  for (const std::string& line : lines) catalogue.add(tests::read(line));
  for (const std::string& line : lines) {
    const Specification wanted = tests::read(line);
    const std::vector<std::uint32_t> nearest = catalogue.nearest(wanted, 1);
    ASSERT_EQ(nearest.size(), 1u);
    for (const Field field : {Field::kKind, Field::kFibreCount, Field::kPolarity, Field::kFibreType, Field::kMode})
      EXPECT_EQ(catalogue[nearest[0]].has(field) && wanted.has(field),
                catalogue[nearest[0]].has(field) && wanted.has(field) &&
                    value_text(field, catalogue[nearest[0]].get(field)) == value_text(field, wanted.get(field)))
          << line;
  }
}

TEST(Catalogue, WhenNothingMayStandInTheNearestAreGivenAllTheSame) {
  const std::string entry = "12F MPO trunk OM4 Type A 10 m", line = "24F MPO trunk OS2 Type B 10 m";
  Catalogue catalogue;
  catalogue.add(tests::read(entry));
  EXPECT_EQ(catalogue.nearest(tests::read(line), 3), (std::vector<std::uint32_t>{0}));
  EXPECT_TRUE(Catalogue().nearest(tests::read(line), 3).empty());
}

TEST(Catalogue, ACableMayLieTheOtherWayRound) {
  const std::string turned = "breakout MPO-12 female to LC duplex OM4 3 m", other = "patch cord LC to SC OM4 3 m",
                    wanted = "patch cord SC to LC OM4 3 m";
  Catalogue catalogue;
  catalogue.add(tests::read(turned));
  catalogue.add(tests::read(other));
  EXPECT_EQ(catalogue.nearest(tests::read(wanted), 1), (std::vector<std::uint32_t>{1}));
}

}  // namespace
}  // namespace ferrule::spec
