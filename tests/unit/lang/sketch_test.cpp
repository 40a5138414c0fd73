// The sketch of the design, section 4, as a project.
#include <gtest/gtest.h>

#include "reading/read_text.h"

namespace ferrule::lang {
namespace {

const char* const kSketch = R"(ferrule: 1
project: two-racks-10g
policy: {brand: MPO, loss: worst-case, spaces: plenum}
parts:
  lc:       "LC duplex OM4 patch cord, A-to-B"                            # a description
  trunk:    {kind: trunk, fibre: OM4, polarity: B, grade: low-loss,      # or fields
             a: {connector: MPO-12, gender: unpinned, polish: PC}, b: {connector: MPO-12, gender: unpinned, polish: PC}}
  cassette: {kind: cassette, fibre: OM4, adapter: B, transition: universal,
             rear: {connector: MPO-12, gender: pinned, polish: PC}, front: {connector: LC-duplex, count: 6}}
racks:     {A01: {at: [0 m, 0 m]}, B01: {at: [12.6 m, 0 m]}}
equipment:
  leaf1:   {rack: A01, u: 40, ports: {"Eth[1-32]": 10GBASE-SR}}
  spine1:  {rack: B01, u: 40, ports: {"Eth[1-32]": 10GBASE-SR}}
panels:
  A01-P1:  {rack: A01, u: 42, slots: {1: cassette}}
  B01-P1:  {rack: B01, u: 42, slots: {1: cassette}}
cables:                                # or: cables: cables.csv
  - {id: T1, part: trunk, length: 30 m, a: A01-P1/1/rear, b: B01-P1/1/rear}
  - {id: C1, part: lc, length: 2 m, a: leaf1/Eth1,  b: A01-P1/1/1}
  - {id: C2, part: lc, length: 2 m, a: spine1/Eth1, b: B01-P1/1/1}
links:
  - {id: L1, a: leaf1/Eth1, b: spine1/Eth1}
)";

TEST(Sketch, ReadsClean) {
  const Read read = read_text(kSketch);
  EXPECT_EQ(read.said(), "");
  ASSERT_TRUE(read.project);
  EXPECT_EQ(read.project->name, "two-racks-10g");
  EXPECT_EQ(read.plant().link_count(), 1u);
  EXPECT_EQ(read.plant().racks.size(), 2u);
}

TEST(Sketch, ItsLightArrives) {
  const Read read = read_text(kSketch);
  EXPECT_EQ(read.arrives("leaf1/Eth1", 1), "spine1/Eth1.2");
  EXPECT_EQ(read.arrives("spine1/Eth1", 1), "leaf1/Eth1.2");
}

TEST(Sketch, WithConsecutiveCassettesPortOneArrivesOnPortSix) {
  std::string text = kSketch;
  text.replace(text.find("universal"), 9, "consecutive");
  const Read read = read_text(text);
  EXPECT_EQ(read.said(), "");
  EXPECT_EQ(read.arrives("leaf1/Eth1", 1), "open end at B01-P1/1/6.1");
}

}  // namespace
}  // namespace ferrule::lang
