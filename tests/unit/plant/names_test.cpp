#include "plant/names.h"

#include <gtest/gtest.h>

#include "plant/plant.h"

namespace ferrule::plant {
namespace {

NameRun run(std::string prefix, std::uint32_t first, std::uint32_t count, std::uint8_t width = 0, std::string suffix = {}) {
  return {std::move(prefix), std::move(suffix), first, count, width, true};
}

TEST(NamePool, GivesBackWhatItTook) {
  NamePool pool;
  pool.reserve(3, 16);
  const std::uint32_t a = pool.add("leaf1"), empty = pool.add(""), b = pool.add("Kabel 7 \xC3\xA4");
  EXPECT_EQ(pool.get(a), "leaf1");
  EXPECT_EQ(pool.get(empty), "");
  EXPECT_EQ(pool.get(b), "Kabel 7 \xC3\xA4");
}

TEST(NamePool, TakesTheSameNameTwiceUnderTwoHandles) {
  NamePool pool;
  const std::uint32_t a = pool.add("T1"), b = pool.add("T1");
  EXPECT_NE(a, b);
  EXPECT_EQ(pool.get(a), pool.get(b));
}

TEST(NameRun, SpellsItsNames) {
  EXPECT_EQ(run("Eth", 1, 32).at(0), "Eth1");
  EXPECT_EQ(run("Eth", 1, 32).at(31), "Eth32");
  EXPECT_EQ(run("P", 1, 12, 2).at(0), "P01");
  EXPECT_EQ(run("P", 8, 120, 2).at(92), "P100");
  EXPECT_EQ(run("Eth1/", 1, 4, 0, "/1").at(2), "Eth1/3/1");
  EXPECT_EQ((NameRun{"uplink", "", 0, 1, 0, false}).at(0), "uplink");
}

TEST(NameRun, FindsEveryNameItSpells) {
  for (const NameRun& names :
       {run("Eth", 1, 130), run("P", 0, 130, 2), run("", 95, 20, 3), run("a", 7, 30, 0, "b"), run("x1", 1, 30, 0, "2"),
        run("N", 999'999'990, 20), run("N", 4'294'967'290u, 6), run("N", 5, 20, 12), NameRun{"uplink", "", 0, 1, 0, false}})
    for (std::uint32_t i = 0; i < names.count; ++i) EXPECT_EQ(names.index_of(names.at(i)), i) << names.at(i);
}

TEST(NameRun, FindsNoOtherName) {
  const NameRun ports = run("Eth", 1, 32);
  for (const char* name : {"Eth0", "Eth33", "Eth01", "Eth", "eth1", "Eth1 ", "Eth+1", "Eth-1", "Et", "", "Eth1x",
                           "Eth99999999999999999999", "Eth4294967297"})
    EXPECT_EQ(ports.index_of(name), std::nullopt) << name;
  const NameRun padded = run("P", 1, 120, 2);
  for (const char* name : {"P1", "P001", "P0", "P00", "P121", "P0100"}) EXPECT_EQ(padded.index_of(name), std::nullopt) << name;
  const NameRun both = run("a", 1, 9, 0, "a");
  for (const char* name : {"a", "aa", "1a", "a1"}) EXPECT_EQ(both.index_of(name), std::nullopt) << name;
  EXPECT_EQ((NameRun{"uplink", "", 0, 1, 0, false}).index_of("uplink1"), std::nullopt);
}

}  // namespace
}  // namespace ferrule::plant
