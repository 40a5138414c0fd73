// What the language says of ports that are broken out: optics by the tables, legs in files of links, tails that are capped.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "lang/design.h"
#include "reading/read_text.h"

namespace ferrule::lang {
namespace {

// "4 x 100GBASE-DR of 1, ..." of a receptacle of the optic.
std::string breakouts_of(const std::string& optic) {
  const Read read = read_text("ferrule: 1\nfabric:\n  tiers:\n    a: {count: 1, ports: {p1: " + optic +
                              "}}\n    b: {count: 1, ports: {p1: copper}}\n  links: [{from: a, to: b}]\n");
  if (!read.said().empty()) return read.said();
  std::string out;
  for (const synth::Breakout& breakout : read.project->design->fabric.tiers[0].ports[0].breakouts)
    out += fmt::format("{}{} x {} of {}{}", out.empty() ? "" : ", ", breakout.legs, breakout.optic, breakout.lanes,
                       breakout.surely ? "" : "?");
  return out;
}

TEST(Breakouts, AreThoseOfTheTables) {
  EXPECT_EQ(breakouts_of("400GBASE-DR4"), "4 x 100GBASE-DR of 1");
  EXPECT_EQ(breakouts_of("800GBASE-DR8"), "2 x 400GBASE-DR4 of 4, 8 x 100GBASE-DR of 1");
  EXPECT_EQ(breakouts_of("400GBASE-DR4-2"), "4 x 100GBASE-FR1 of 1?");
  EXPECT_EQ(breakouts_of("400GBASE-FR4"), "");
}

TEST(Breakouts, OfATwinPortModuleAreThoseOfAReceptacle) {
  EXPECT_EQ(breakouts_of("2x400GBASE-DR4"), "4 x 100GBASE-DR of 1");
  EXPECT_EQ(breakouts_of("IB-NDR-2xDR4-100m"), "2 x IB-NDR200-SM of 2");
}

std::string legs_of(const std::string& rows, const std::string& leaf = "400GBASE-DR4") {
  const Read read = read_text("ferrule: 1\nfabric:\n  tiers:\n    leaf: {devices: \"leaf*\", ports: {\"*\": " + leaf +
                                  "}}\n    server: {devices: \"s*\", ports: {\"*\": 100GBASE-DR}}\n  links: links\n",
                              {{"links", "a,b\n" + rows}});
  if (!read.said().empty()) return read.said();
  std::string out;
  for (const synth::ListedLink& link : read.project->design->fabric.listed)
    out += fmt::format("{}:{} {}/{}\n", link.a.port, link.a.leg, link.b.device, link.b.port);
  return out;
}

TEST(Breakouts, FilesOfLinksNameLegs) {
  EXPECT_EQ(legs_of("leaf1/swp1s0,s1/eth0\nleaf1/swp1s3,s2/eth0\n"), "swp1:1 s1/eth0\nswp1:4 s2/eth0\n");
  EXPECT_EQ(legs_of("s1/eth0,leaf1/Ethernet1/1/2\n"), "Ethernet1.1:2 s1/eth0\n");
  EXPECT_EQ(legs_of("leaf1/swp1s5,s1/eth0\n", "2x400GBASE-DR4"), "swp1/2:2 s1/eth0\n");
}

TEST(Breakouts, ALegThatCannotBeToldIsRefused) {
  EXPECT_EQ(legs_of("leaf1/swp1,s1/eth0\n"), "F847 links:2:1 which receptacle leaf1/swp1 is cannot be told\n");
  EXPECT_EQ(legs_of("leaf1/swp1s4,s1/eth0\n"), "F847 links:2:1 which receptacle leaf1/swp1s4 is cannot be told\n");
}

constexpr const char* kHarnessPlant = R"(ferrule: 1
parts:
  h: {kind: breakout, fibre: OS2, wiring: port-4xLC, head: {connector: MPO-12, gender: unpinned, polish: APC}, leg: LC-duplex}
  c: {kind: cord, fibre: OS2, polarity: A-to-B, ends: LC-duplex}
equipment:
  leaf1: {ports: {"p[1-2]": 400GBASE-DR4}}
  "s[1-4]": {ports: {nic: 100GBASE-DR}}
cables:
)";

TEST(Breakouts, ATailMayBeCapped) {
  const Read read =
      read_text(std::string(kHarnessPlant) + "  - {id: B1, part: h, head: leaf1/p1, legs: [s1/nic, s2/nic, capped, capped]}\n");
  EXPECT_EQ(read.said(), "");
  EXPECT_EQ(read.plant().capped.size(), 2u);
  EXPECT_TRUE(read.plant().capped.contains(read.connector("B1/b3")));
}

TEST(Breakouts, TheEndOfACordMayNot) {
  EXPECT_TRUE(read_text(std::string(kHarnessPlant) + "  - {id: C1, part: c, a: s1/nic, b: capped}\n").said().starts_with("L205"));
}

}  // namespace
}  // namespace ferrule::lang
