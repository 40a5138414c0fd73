// Measured lots: which faces get them, and rows that say no loss.
#include <cmath>
#include <gtest/gtest.h>

#include "reading/read_text.h"

namespace ferrule::lang {
namespace {

constexpr const char* kPlant =
    "ferrule: 1\nlots: lots.csv\nparts:\n"
    "  trunk: {kind: trunk, fibre: OS2, polarity: B, ends: {connector: MPO-12, gender: unpinned, polish: APC}}\n"
    "  box: {kind: cassette, fibre: OS2, adapter: A, transition: consecutive, rear: {connector: MPO-12, gender: pinned, polish: "
    "APC}, "
    "front: {connector: LC-duplex, count: 6, polish: UPC}}\n"
    "  optic: {kind: transceiver, optic: 400GBASE-DR4}\n";

std::string said_of_lots(const std::string& lots) { return read_text(kPlant, {{"lots.csv", lots}}).said(); }

TEST(Lots, GoToEveryFaceOfTheirPartAndConnectorInRisingOrder) {
  const Read read = read_text(kPlant, {{"lots.csv", "part,fibre,loss\ntrunk,1,0.20\ntrunk,2,0.05 dB\ntrunk,3, 0.1\n"}});
  EXPECT_EQ(read.said(), "");
  const plant::PartType* const trunk = read.type("trunk");
  ASSERT_NE(trunk, nullptr);
  ASSERT_NE(trunk->faces[0].lot, nullptr);
  EXPECT_EQ(trunk->faces[0].lot, trunk->faces[1].lot);
  EXPECT_EQ(trunk->faces[0].lot->rising, (std::vector<Loss>{{50'000}, {100'000}, {200'000}}));
  EXPECT_EQ(read.sources->line_column(trunk->faces[0].lot->highest).line, 2u);
  EXPECT_EQ(read.type("box")->faces[0].lot, nullptr);
}

TEST(Lots, OfACassetteSayWhichConnectorWasMeasured) {
  const Read read = read_text(kPlant, {{"lots.csv", "part,connector,fibre,loss\nbox,LC-duplex,1,0.2\n"}});
  EXPECT_EQ(read.said(), "");
  const plant::PartType* const box = read.type("box");
  for (const plant::TypeFace& face : box->faces) EXPECT_EQ(face.lot != nullptr, face.face.connector == "LC-duplex") << face.name;
  EXPECT_EQ(said_of_lots("part,fibre,loss\nbox,1,0.2\nbox,2,0.2\n"),
            "L203 lots.csv:2:1 'box' has MPO-12 and LC-duplex: which was measured?\n");
  EXPECT_EQ(said_of_lots("part,connector,fibre,loss\nbox,SC-duplex,1,0.2\n"),
            "L202 lots.csv:2:5 'box' has no connector 'SC-duplex', it has MPO-12 and LC-duplex\n");
}

TEST(Lots, ARowThatSaysNoLossIsLeftOutWithItsPlace) {
  for (const std::string bad : {"-0.02", "1e300", "nan", "inf", "100.000001", "99999999999999999999", "0,1", "0.1 m", "--"}) {
    const Read read = read_text(kPlant, {{"lots.csv", "part,fibre,loss\ntrunk,1,0.1\ntrunk,2,\"" + bad + "\"\n"}});
    EXPECT_TRUE(read.said().starts_with("L202 lots.csv:3:")) << bad << ": " << read.said();
    ASSERT_NE(read.type("trunk")->faces[0].lot, nullptr);
    EXPECT_EQ(read.type("trunk")->faces[0].lot->rising.size(), 1u) << bad;
  }
  EXPECT_EQ(said_of_lots("part,fibre,loss\ntrunk,1,\n"), "L203 lots.csv:2:9 `loss` is missing\n");
}

TEST(Lots, OfPartsThatHaveNoConnectorsOrAreNotThere) {
  EXPECT_EQ(said_of_lots("part,fibre,loss\ntrunc,1,0.1\n"), "L204 lots.csv:2:1 there is no part 'trunc'\n");
  EXPECT_EQ(said_of_lots("part,fibre,loss\noptic,1,0.1\n"),
            "L202 lots.csv:2:1 'optic' is a transceiver: no loss is measured of it\n");
  EXPECT_EQ(said_of_lots("part,loss\ntrunk,0.1\n"), "L203 lots.csv:1:1 the table has no column `fibre`\n");
  EXPECT_EQ(said_of_lots("part,fibre,loss\n"), "");
  EXPECT_EQ(read_text("ferrule: 1\nlots: lost.csv\n").said(), "L209 plant.yaml:2:7 'lost.csv': no such file\n");
}

TEST(Lots, AllowancesThatAreNoLossAreRefused) {
  for (const std::string bad : {"-0.2 dB", "0.2", "1e300 dB", "nan dB", "inf dB", "2000 dB"})
    EXPECT_TRUE(read_text("ferrule: 1\npolicy: {allowances: {ageing: " + bad + "}}\n").said().starts_with("L202 plant.yaml:2:31"))
        << bad;
  EXPECT_TRUE(read_text("ferrule: 1\npolicy: {allowances: {aging: 0.2 dB}}\n").said().starts_with("L201 plant.yaml:2:23"));
  const Read read =
      read_text("ferrule: 1\npolicy: {law: lognormal, allowances: {ageing: 0.2 dB, temperature: 0.1 dB, repair: 0 dB}}\n");
  EXPECT_EQ(read.said(), "");
  const check::Policy& policy = read.project->settings.policy;
  ASSERT_EQ(policy.allowances.size(), 2u);
  EXPECT_EQ(policy.allowances[0].name, "temperature");
  EXPECT_EQ(policy.law, loss::LawKind::kLognormal);
}

TEST(Lots, SlackBesideALengthMakesTheCableLonger) {
  const std::string parts = "ferrule: 1\nparts: {lc: LC duplex OM4 patch cord A-to-B}\n";
  const Read read =
      read_text(parts + "cables: [{id: C1, part: lc, length: 10 m, slack: 150 cm}, {id: C2, part: lc, slack: 1 m}, t.csv]\n",
                {{"t.csv", "id,part,length,slack\nC3,lc,5 m,2 m\nC4,lc,5 m,\n"}});
  EXPECT_EQ(read.said(), "");
  const auto length = [&](const char* end) { return read.plant().connectors[read.connector(end)].length_mm; };
  EXPECT_EQ(length("C1/a"), 11'500u);
  EXPECT_EQ(length("C2/a"), 0u);  // slack alone is no length
  EXPECT_EQ(length("C3/a"), 7'000u);
  EXPECT_EQ(length("C4/a"), 5'000u);
}

}  // namespace
}  // namespace ferrule::lang
