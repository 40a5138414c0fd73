// Ports as files of links write them, and the order in which names are counted.
#include "lang/linked_port.h"

#include <gtest/gtest.h>

#include "lang/name_pattern.h"
#include "lang/natural_order.h"

namespace ferrule::lang {
namespace {

std::string leg_said(std::string_view text) {
  const std::optional<PortLeg> leg = leg_of_port(text);
  return leg ? leg->stem + " " + std::to_string(leg->leg) + (leg->surely ? "" : "?") : "";
}

TEST(LinkedPort, LegsOfPorts) {
  struct Row {
    const char *text, *said;
  };
  for (const auto& [text, said] : std::initializer_list<Row>{
           {"1/2", "1 2"},
           {"31/1", "31 1"},
           {"Ethernet1/2", "Ethernet1 2?"},
           {"Ethernet1/1/3", "Ethernet1.1 3?"},
           {"swp1s0", "swp1 1"},
           {"swp12s3", "swp12 4"},
           {"sw1p2", "sw1 2?"},
           {"swp1", ""},
           {"enp3s0", ""},
           {"enp3s0np0", ""},
           {"mlx5_0/P1", ""},
           {"1", ""},
           {"/2", ""},
           {"1/0", ""},
           {"1/900", ""},
           {"", ""},
       })
    EXPECT_EQ(leg_said(text), said) << text;
}

TEST(LinkedPort, NumbersThroughReceptacles) {
  const auto said = [](std::string_view text) {
    const std::optional<PortLeg> leg = leg_by_number(text, 2);
    return leg ? leg->stem + "/" + std::to_string(leg->leg) : std::string();
  };
  EXPECT_EQ(said("P1"), "P1/1");
  EXPECT_EQ(said("P2"), "P1/2");
  EXPECT_EQ(said("P61"), "P31/1");
  EXPECT_EQ(said("P64"), "P32/2");
  EXPECT_EQ(said("P0"), "");
  EXPECT_EQ(said("P"), "");
}

TEST(LinkedPort, NamesHaveNoSlash) { EXPECT_EQ(plain_port_name("et-0/0/1:3"), "et-0.0.1.3"); }

std::string runs_said(const std::vector<std::string>& names) {
  std::string out;
  for (const std::vector<plant::NameRun>& runs : runs_of_names(names)) {
    out += "{";
    for (const plant::NameRun& run : runs) out += run.at(0) + "+" + std::to_string(run.count) + " ";
    out += "}";
  }
  return out;
}

TEST(LinkedPort, RunsHoldEveryNameOnce) {
  EXPECT_EQ(runs_said({"swp1", "swp2", "swp3", "swp9", "x"}), "{swp1+3 swp9+1 }{x+1 }");
  EXPECT_EQ(runs_said({"p08", "p09", "p10", "q1"}), "{p08+2 }{p10+1 }{q1+1 }");
  EXPECT_EQ(runs_said({"a99999999999"}), "{a99999999999+1 }");
  EXPECT_EQ(runs_said({}), "");
}

TEST(NaturalOrder, IsAnOrder) {
  const std::vector<std::string> rising = {"",      "1",      "2",       "10",     "leaf",     "leaf01", "leaf1",
                                           "leaf2", "leaf2a", "leaf2b1", "leaf10", "leaf10-1", "leafb"};
  for (std::size_t i = 0; i < rising.size(); ++i)
    for (std::size_t j = 0; j < rising.size(); ++j)
      EXPECT_EQ(natural_before(rising[i], rising[j]), i < j) << rising[i] << ' ' << rising[j];
}

bool fits_pattern(std::string_view pattern, std::string_view name) {
  RangeFault why;
  const std::optional<NamePattern> read = NamePattern::parse(pattern, why);
  return read && read->matches(name);
}

TEST(NamePattern, NamesRangesAndStars) {
  EXPECT_TRUE(fits_pattern("leaf1", "leaf1"));
  EXPECT_FALSE(fits_pattern("leaf1", "leaf12"));
  EXPECT_TRUE(fits_pattern("leaf[1-12]", "leaf12"));
  EXPECT_FALSE(fits_pattern("leaf[1-12]", "leaf13"));
  EXPECT_TRUE(fits_pattern("*", ""));
  EXPECT_TRUE(fits_pattern("*-leaf-*", "su1-leaf-3"));
  EXPECT_FALSE(fits_pattern("*-leaf-*", "su1-leaf"));
  EXPECT_TRUE(fits_pattern("a*b*c", "abbcbc"));
  EXPECT_FALSE(fits_pattern("leaf[1-", "leaf1"));
}

}  // namespace
}  // namespace ferrule::lang
