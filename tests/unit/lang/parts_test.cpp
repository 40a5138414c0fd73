// Each kind of part: its faces, where its light goes, and the rows of facts that this rests on.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "reading/read_text.h"

namespace ferrule::lang {
namespace {

// A part under the name `p`.
struct PartRead : Read {
  explicit PartRead(const std::string& description) : Read(read_text("ferrule: 1\nparts:\n  p: " + description + "\n")) {}
  const plant::PartType& part() const {
    static const plant::PartType kNoPart;
    const plant::PartType* found = type("p");
    return found != nullptr ? *found : kNoPart;
  }
  std::string faces() const {
    std::string out;
    for (const plant::TypeFace& face : part().faces) out += (out.empty() ? "" : " ") + face.name;
    return out;
  }
  // "a.1" -> "b.12"; "nowhere" when no fibre goes on from there.
  std::string far(const std::string& face, int position) const {
    for (std::size_t f = 0; f < part().faces.size(); ++f) {
      if (part().faces[f].name != face) continue;
      const plant::FarEnd end = part().far_of(f, static_cast<std::size_t>(position - 1));
      return end.known() ? fmt::format("{}.{}", part().faces[end.face].name, end.position + 1) : "nowhere";
    }
    return "no face " + face;
  }
  std::string rests_on() const {
    std::string out;
    for (const plant::Cited& fact : part().map_facts)
      out += (out.empty() ? "" : "; ") + fact.what + " (" + std::string(spell(fact.confidence)) + ")";
    return out;
  }
};

TEST(Cord, OfTypeBTurnsOneRowRound) {
  const PartRead read("{kind: trunk, fibre: OM4, polarity: B, ends: {connector: MPO-12, gender: female, polish: UPC}}");
  EXPECT_EQ(read.said(), "");
  EXPECT_EQ(read.faces(), "a b");
  EXPECT_EQ(read.far("a", 1), "b.12");
  EXPECT_EQ(read.far("b", 12), "a.1");
  EXPECT_EQ(read.part().kind, plant::Kind::kTrunk);
  EXPECT_EQ(read.part().mode, spec::Mode::kMulti);
  EXPECT_EQ(read.part().faces[0].face.pins, spec::Pins::kUnpinned);
  EXPECT_EQ(read.part().faces[0].face.polish, spec::Polish::kFlat);
  EXPECT_EQ(read.part().claims, "B");
  EXPECT_EQ(read.rests_on(), "Type B, 12 fibres (high)");
  EXPECT_TRUE(read.part().is_involution());
}

TEST(Cord, FollowsItsTypeOverEveryFace) {
  struct Row {
    const char *connector, *polarity;
    int from;
    const char* to;
  };
  for (const auto& [connector, polarity, from, to] : std::initializer_list<Row>{
           {"MPO-12", "A", 1, "b.1"},
           {"MPO-12", "C", 1, "b.2"},
           {"MPO-8", "B", 4, "b.9"},
           {"MPO-8", "B", 5, "nowhere"},
           {"MPO-16", "B", 1, "b.16"},
           {"MPO-16", "type b", 1, "b.16"},
           {"MPO-24", "A", 13, "b.13"},
           {"MPO-24", "B24-R", 1, "b.24"},
           {"MPO-24", "B24-P", 1, "b.12"},
           {"MPO-32", "B32-R", 1, "b.32"},
           {"MPO-10of12", "B", 2, "b.11"},
           {"LC-duplex", "A-to-B", 1, "b.2"},
           {"LC-duplex", "A-to-A", 1, "b.1"},
           {"LC-simplex", "A-to-B", 1, "b.1"},
           {"MMC-16", "B", 1, "b.16"},
       }) {
    const PartRead read(fmt::format("{{kind: cord, polarity: {}, ends: {}}}", polarity, connector));
    EXPECT_EQ(read.said(), "") << connector << polarity;
    EXPECT_EQ(read.far("a", from), to) << connector << polarity;
  }
}

TEST(Cord, OfTypeBWithTwoRowsAsksForThePinOut) {
  const PartRead read("{kind: trunk, polarity: B, ends: MPO-24}");
  EXPECT_EQ(read.said(), "");
  EXPECT_FALSE(read.part().map_known);
  EXPECT_NE(read.part().map_unknown_because.find("ask the vendor for the pin-out"), std::string::npos)
      << read.part().map_unknown_because;
  EXPECT_EQ(PartRead("{kind: trunk, polarity: B, pinout: R, ends: MPO-24}").far("a", 1), "b.24");
  EXPECT_EQ(PartRead("{kind: trunk, polarity: B, pinout: P, ends: MPO-24}").far("a", 1), "b.12");
}

TEST(Cord, WithoutPolarityIsUnknownAndNoError) {
  const PartRead read("{kind: cord, ends: MPO-12}");
  EXPECT_EQ(read.said(), "");
  EXPECT_FALSE(read.part().map_known);
}

TEST(Cord, OfManyLegsSendsPlugToPlug) {
  const PartRead read("{kind: trunk, polarity: B, legs: 12, fibres: 144, ends: MPO-12}");
  EXPECT_EQ(read.said(), "");
  EXPECT_EQ(read.part().faces.size(), 24u);
  EXPECT_EQ(read.far("a12", 1), "b12.12");
  EXPECT_EQ(PartRead("{kind: trunk, polarity: B, fibres: 140, legs: 12, ends: MPO-12}").said(),
            "L212 plant.yaml:3:41 140 fibres stated, the connectors hold 144\n");
}

TEST(Cord, WithAListedMapCountsWhenItSaysFromWhere) {
  const PartRead stated("{kind: cord, ends: MPO-12, map: [a.1-12 = b.12-1], source: drawing 7}");
  EXPECT_EQ(stated.said(), "");
  EXPECT_EQ(stated.far("a", 2), "b.11");
  EXPECT_EQ(stated.rests_on(), "map listed for p (high)");
  const PartRead unsourced("{kind: cord, ends: MPO-12, map: [\"a.1,3 = b.2,4\"]}");
  EXPECT_EQ(unsourced.far("a", 3), "b.4");
  EXPECT_EQ(unsourced.far("a", 2), "nowhere");
  EXPECT_EQ(unsourced.rests_on(), "map listed for p, without a source (low)");
}

TEST(Cord, MustHoldFibresWhereItsMapJoinsThem) {
  EXPECT_EQ(PartRead("{kind: cord, polarity: A, a: MPO-12, b: MPO-8}").said(),
            "L212 plant.yaml:3:29 a.5 goes to b.5, which holds no fibre\n");
  EXPECT_EQ(PartRead("{kind: cord, polarity: A, a: MPO-12, b: MPO-24}").said(),
            "L212 plant.yaml:3:46 end a is MPO-12 (1 x 12), end b is MPO-24 (2 x 12)\n");
  EXPECT_EQ(PartRead("{kind: cord, ends: MPO-12, map: [a.1 = b.1, a.1 = b.2]}").said(),
            "L212 plant.yaml:3:50 the map is not one to one: it uses a.1 twice\n");
}

TEST(Cord, ByOneLineOfText) {
  const PartRead read("LC duplex OM4 patch cord, A-to-B");
  EXPECT_EQ(read.said(), "");
  EXPECT_EQ(read.far("a", 1), "b.2");
  EXPECT_EQ(read.part().fibre, "OM4");
  const PartRead trunk("12x MPO-12 trunk OS2 APC pinned Type-B low-loss OFNP");
  EXPECT_EQ(trunk.said(), "");
  EXPECT_EQ(trunk.part().faces.size(), 24u);
  EXPECT_EQ(trunk.far("b12", 12), "a12.1");
  EXPECT_EQ(trunk.part().faces[3].face.pins, spec::Pins::kPinned);
  EXPECT_EQ(trunk.part().faces[3].grade, "low-loss");
  EXPECT_EQ(trunk.part().jacket, "OFNP");
  const PartRead breakout("MPO-12 to 4x LC duplex breakout, wired by port, OS2");
  EXPECT_EQ(breakout.said(), "");
  EXPECT_EQ(breakout.far("a", 12), "b1.2");
  EXPECT_EQ(PartRead("LC duplex OM4 patch cord, wobbly").said(),
            "L221 plant.yaml:3:32 'wobbly' is not understood here and says nothing\n");
  EXPECT_EQ(PartRead("\"LC duplex OM4 patch cord, wobbly\"").said(),
            "L221 plant.yaml:3:33 'wobbly' is not understood here and says nothing\n");
  EXPECT_EQ(PartRead("LC duplex OM4 patch cord OS2").said(), "L220 plant.yaml:3:31 'OS2' contradicts 'OM4'\n");
  EXPECT_EQ(PartRead("LC patch cord OM4").said(), "L220 plant.yaml:3:6 the line does not say whether LC is simplex or duplex\n");
  EXPECT_EQ(PartRead("MTP trunk OM4 Type B").said(),
            "L220 plant.yaml:3:6 the line does not say which MPO it is: with 8, 12, 16 or 24 positions?\n");
  EXPECT_EQ(PartRead("24F MPO trunk OM4 Type B").said(),  // one plug of 24, or two of 12
            "L220 plant.yaml:3:10 the line does not say which MPO it is: with 8, 12, 16 or 24 positions?\n");
  EXPECT_EQ(PartRead("something OM4").said(), "L220 plant.yaml:3:16 this does not say a kind of part that a plant is built of\n");
  const PartRead german("MTP-Stammkabel 12 Fasern OM4 ohne Pins PC Typ B");
  EXPECT_EQ(german.said(), "");
  EXPECT_EQ(german.far("a", 1), "b.12");
}

// Elite is a grade of its own name, PRO is none: its ferrule may be of either kind. Without the mark "Elite" is anybody's word.
TEST(Cord, OfAProductLineThatIsAGrade) {
  EXPECT_EQ(PartRead("MTP-12 Elite trunk OM4 12F PC Type B").part().faces[0].grade, "elite");
  EXPECT_EQ(PartRead("MTP-12 Elite trunk OM4 12F PC Type B standard loss").part().faces[0].grade, "standard");
  EXPECT_EQ(PartRead("MTP-12 PRO trunk OM4 12F PC Type B").part().faces[0].grade, "");
  EXPECT_EQ(PartRead("MPO-12 Elite trunk OM4 12F PC Type B").part().faces[0].grade, "");
}

TEST(Breakout, TakesItsWiringFromTheTable) {
  const PartRead read(
      "{kind: breakout, head: {connector: MPO-12, gender: unpinned}, leg: {connector: LC-duplex, count: 4}, wiring: port}");
  EXPECT_EQ(read.said(), "");
  EXPECT_EQ(read.faces(), "a b1 b2 b3 b4");
  EXPECT_EQ(read.far("a", 12), "b1.2");
  EXPECT_EQ(read.far("b4", 1), "a.4");
  EXPECT_EQ(read.far("a", 5), "nowhere");
  EXPECT_EQ(read.rests_on(), "wiring port-4xLC (medium)");
  EXPECT_EQ(PartRead("{kind: breakout, a: MPO-12, b: LC-duplex, wiring: universal}").faces(), "a b1 b2 b3 b4 b5 b6");
  EXPECT_FALSE(PartRead("{kind: breakout, a: MPO-12, b: LC-duplex}").part().map_known);
}

TEST(Breakout, RefusesConnectorsThatDoNotFit) {
  EXPECT_EQ(PartRead("{kind: breakout, head: MPO-12, leg: {connector: LC-duplex, count: 5}, wiring: port}").said(),
            "L212 plant.yaml:3:84 the connectors do not fit wiring 'port'\n");
  EXPECT_EQ(PartRead("{kind: breakout, head: MPO-12, leg: LC-duplex, wiring: prot}").said(),
            "L211 plant.yaml:3:61 there is no wiring 'prot'\n");
}

TEST(Conversion, IsARowOfTheTable) {
  const PartRead read("{kind: conversion, a: {connector: MPO-12, count: 2}, b: {connector: MPO-8, count: 3}, wiring: P2}");
  EXPECT_EQ(read.said(), "");
  EXPECT_EQ(read.faces(), "a1 a2 b1 b2 b3");
  EXPECT_EQ(read.far("a2", 3), "b3.1");
  EXPECT_EQ(read.rests_on(), "wiring 2x12-3x8-P2 (low)");
}

TEST(Cassette, LeadsRearPositionsToBores) {
  const PartRead read(
      "{kind: cassette, adapter: A, transition: consecutive, rear: {connector: MPO-12, gender: pinned}, front: {connector: "
      "LC-duplex, count: 6}}");
  EXPECT_EQ(read.said(), "");
  EXPECT_EQ(read.faces(), "rear 1 2 3 4 5 6");
  EXPECT_EQ(read.far("rear", 3), "2.1");
  EXPECT_EQ(read.far("6", 2), "rear.12");
  EXPECT_EQ(read.part().faces[0].joint, plant::Joint::kOpposed);
  EXPECT_EQ(read.part().faces[1].joint, plant::Joint::kSeat);
  EXPECT_FALSE(read.part().sides_uncertain);
  EXPECT_EQ(read.rests_on(), "transition consecutive on MPO-12 (high)");
}

TEST(Cassette, OfUniversalTransitionIsUncertainAboutSides) {
  const PartRead read("{kind: cassette, transition: U2, rear: MPO-12, front: {connector: LC-duplex, count: 6}}");
  EXPECT_EQ(read.far("1", 2), "rear.12");
  EXPECT_TRUE(read.part().sides_uncertain);
  EXPECT_EQ(read.part().faces[0].joint, plant::Joint::kUnstated);
}

TEST(Cassette, TurnedOverIsTheFlippedOne) {
  const std::string rest = "rear: MPO-12, front: {connector: LC-duplex, count: 6}}";
  const PartRead turned("{kind: cassette, transition: consecutive, turnable: true, turned: true, " + rest);
  const PartRead flipped("{kind: cassette, transition: consecutive-flipped, " + rest);
  EXPECT_EQ(turned.said(), "");
  EXPECT_TRUE(turned.part().turnable);
  for (int position = 1; position <= 12; ++position)
    EXPECT_EQ(turned.far("rear", position), flipped.far("rear", position)) << position;
  EXPECT_EQ(PartRead("{kind: cassette, transition: consecutive, turned: true, " + rest).said(),
            "L202 plant.yaml:3:56 `turned` needs a housing that can be turned over\n");
}

TEST(Cassette, NumbersFrontsThroughSeveralRearConnectors) {
  const PartRead read(
      "{kind: cassette, transition: universal, rear: {connector: MPO-8, count: 3}, front: {connector: LC-duplex, count: 12}}");
  EXPECT_EQ(read.said(), "");
  EXPECT_EQ(read.far("5", 1), "rear2.1");
  EXPECT_EQ(read.far("12", 2), "rear3.9");
}

TEST(Cassette, OfEightFibresInATwelveHoleFaceIsAnMpo8) {
  const PartRead read(
      "{kind: cassette, transition: universal, rear: {connector: MPO-12, populated: [1-4, 9-12]}, front: {connector: LC-duplex, "
      "count: 4}}");
  EXPECT_EQ(read.said(), "");
  EXPECT_EQ(read.far("4", 2), "rear.9");
}

TEST(Cassette, WithArrayFrontsIsAConversionInEitherDirection) {
  const PartRead read(
      "{kind: cassette, adapter: A, front_adapter: A, transition: P1, rear: {connector: MPO-12, count: 2}, front: {connector: "
      "MPO-8, count: 3}}");
  EXPECT_EQ(read.said(), "");
  EXPECT_EQ(read.far("rear1", 9), "2.1");
  EXPECT_EQ(read.part().faces[2].joint, plant::Joint::kOpposed);
  const PartRead other(
      "{kind: cassette, transition: 2x12-3x8-P1, rear: {connector: MPO-8, count: 3}, front: {connector: MPO-12, count: 2}}");
  EXPECT_EQ(other.said(), "");
  EXPECT_EQ(other.far("1", 9), "rear2.1");
  EXPECT_EQ(other.part().faces[4].joint, plant::Joint::kUnstated);
}

TEST(Cassette, WhoseTransitionIsNotListedForItsConnectorIsUnknown) {
  const PartRead read("{kind: cassette, transition: universal, rear: MPO-24, front: {connector: LC-duplex, count: 12}}");
  EXPECT_EQ(read.said(), "");
  EXPECT_FALSE(read.part().map_known);
  EXPECT_NE(read.part().map_unknown_because.find("universal-r"), std::string::npos) << read.part().map_unknown_because;
}

TEST(Transceiver, ByTheNameOfItsOptic) {
  const Read read = read_text("ferrule: 1\nequipment:\n  e: {ports: {p: 400GBASE-DR4, q: 2xDR4-x, r: 10GBASE-SR}}\n");
  EXPECT_EQ(read.said(), "L204 plant.yaml:3:35 there is no optic or part '2xDR4-x'\n");
  const plant::PartType& dr4 = *read.type("400GBASE-DR4");
  EXPECT_EQ(dr4.faces.size(), 1u);
  EXPECT_EQ(dr4.faces[0].joint, plant::Joint::kMdi);
  EXPECT_EQ(dr4.faces[0].face.pins, spec::Pins::kPinned);
  EXPECT_EQ(dr4.faces[0].face.polish, spec::Polish::kAngledUp);
  EXPECT_EQ(dr4.faces[0].face.count(), 8);
  EXPECT_EQ(dr4.mode, spec::Mode::kSingle);
  EXPECT_EQ(dr4.lanes.size(), 8u);
  EXPECT_EQ(dr4.lanes[0].position, 11);
  EXPECT_EQ(dr4.lane_groups, Confidence::kHigh);
  EXPECT_EQ(dr4.lane_order, Confidence::kMedium);
  const plant::PartType& sr = *read.type("10GBASE-SR");
  EXPECT_EQ(sr.faces[0].face.size(), 2);
  EXPECT_EQ(sr.faces[0].face.pins, spec::Pins::kNone);
}

std::string help_for_optic(const std::string& name) {
  const Read read = read_text("ferrule: 1\nequipment: {e: {ports: {p: " + name + "}}}\n");
  const auto& all = read.findings.all();
  return all.empty() || all[0].help.empty() ? std::string() : all[0].help[0];
}

TEST(Transceiver, OfANameThatNobodyKnowsHasOthersNearToIt) {
  EXPECT_EQ(help_for_optic("100G-SR4").find("optics near to it: 100GBASE-SR4"), 0u);
  EXPECT_EQ(help_for_optic("400GBASE-DR").find("optics near to it: 400GBASE-DR4"), 0u);
  for (const char* known : {"800GBASE-DR8", "2x400GBASE-DR4"})
    EXPECT_NE(help_for_optic("800G-2xDR4").find(known), std::string::npos) << known;
  EXPECT_NE(help_for_optic("1.6T-DR4").find("1.6TBASE-DR8"), std::string::npos);
  EXPECT_EQ(help_for_optic("400GBASE-DRR4"), "did you mean '400GBASE-DR4'?");
  EXPECT_NE(help_for_optic("sonic").find("an optic is called as in"), std::string::npos);
}

TEST(Transceiver, EveryOpticOfTheTableIsAPart) {
  for (const facts::Optic& optic : test_facts().optics()) {
    const Read read = read_text("ferrule: 1\nequipment: {e: {ports: {p: " + optic.pmd + "}}}\n");
    EXPECT_EQ(read.said(), "") << optic.pmd;
    const plant::PartType* type = read.type(optic.pmd);
    ASSERT_NE(type, nullptr) << optic.pmd;
    EXPECT_EQ(static_cast<int>(type->faces.size()), optic.receptacles) << optic.pmd;
    EXPECT_EQ(type->map_known, !optic.lane_map.empty()) << optic.pmd;
    if (type->map_known) {
      EXPECT_EQ(static_cast<int>(type->lanes.size()), optic.fibres_used) << optic.pmd;
    }
  }
}

TEST(Transceiver, OfSixteenLanesIsKnownButNotItsLanes) {
  const Read read =
      read_text("ferrule: 1\nequipment: {e: {ports: {\"p[1-2]\": 400GBASE-SR16}}}\nlinks: [{id: L, a: e/p1, b: e/p2}]\n");
  EXPECT_EQ(read.said(), "");
  EXPECT_FALSE(read.type("400GBASE-SR16")->map_known);
  EXPECT_EQ(read.plant().link_count(), 1u);
  EXPECT_TRUE(read.plant().lane_sets[read.plant().bundles[0].a_set].fibres.empty());
}

TEST(Transceiver, MayStateItsOwnLanesWithASource) {
  const PartRead read("{kind: transceiver, optic: 100GBASE-SR2, lanes: {tx: [12, 11], rx: [1, 2]}, source: data sheet 12}");
  EXPECT_EQ(read.said(), "");
  EXPECT_TRUE(read.part().map_known);
  EXPECT_EQ(read.part().lanes.size(), 4u);
  EXPECT_EQ(read.part().lane_order, Confidence::kHigh);
  EXPECT_EQ(read.part().application, "100GBASE-SR2");
  EXPECT_EQ(PartRead("{kind: transceiver, optic: 100GBASE-SR2, lanes: {tx: [12, 11], rx: [1, 2]}}").part().lane_order,
            Confidence::kLow);
  EXPECT_EQ(PartRead("{kind: transceiver, optic: 400GBASE-SR8, connector: MPO-24}").part().map_known, false);
  EXPECT_EQ(PartRead("{kind: transceiver, optic: 400GBASE-SR8, polish: flat}").part().faces[0].face.polish, spec::Polish::kFlat);
  EXPECT_EQ(PartRead("{kind: transceiver, optic: SR4}").said(), "L211 plant.yaml:3:33 there is no optic 'SR4'\n");
  EXPECT_EQ(PartRead("{kind: transceiver, optic: 100GBASE-SR2, lanes: {tx: [1, 2], rx: [2, 3]}}").said(),
            "L212 plant.yaml:3:71 position 2 has two lanes\n");
}

TEST(Module, IsWhatItsMapSays) {
  const PartRead read(
      "{kind: module, faces: {\"r[1-2]\": {connector: MPO-8, adapter: A}, \"c[1-2]\": LC-duplex, x: MPO-12}, "
      "map: [r1.1 = c1.2, r2.12 = c2.1], source: drawing}");
  EXPECT_EQ(read.said(), "");
  EXPECT_EQ(read.faces(), "r1 r2 c1 c2 x");
  EXPECT_EQ(read.far("r2", 12), "c2.1");
  EXPECT_EQ(read.part().faces[0].joint, plant::Joint::kOpposed);
  EXPECT_EQ(read.part().faces[2].joint, plant::Joint::kSeat);
  EXPECT_EQ(read.part().faces[4].joint, plant::Joint::kUnstated);
}

TEST(Module, TakesItsMapFromATable) {
  const Read read = read_text("ferrule: 1\nparts:\n  p: {kind: module, faces: {a: MPO-8, b: MPO-8}, map: map.csv, source: s}\n",
                              {{"map.csv", "a_face,a_position,b_face,b_position\na,1,b,12\na,2,b,11\n"}});
  EXPECT_EQ(read.said(), "");
  EXPECT_EQ(read.type("p")->far_of(0, 1).position, 10);
  const Read wrong = read_text("ferrule: 1\nparts:\n  p: {kind: module, faces: {a: MPO-8, b: MPO-8}, map: map.csv}\n",
                               {{"map.csv", "a_face,a_position,b_face,b_position\na,1,c,12\n"}});
  EXPECT_EQ(wrong.said(), "L212 map.csv:2:5 the part has no face 'c'\n");
}

TEST(Tap, CopiesLightWithALossOfItsOwn) {
  const PartRead read(
      "{kind: tap, faces: {a: LC-duplex, b: LC-duplex, m: LC-duplex}, map: [a.1-2 = b.2-1], "
      "branches: [a.1 -> m.1 = 3.7 dB, b.1 -> m.2 = 3.7 dB], live_loss: 3.5 dB, source: data sheet}");
  EXPECT_EQ(read.said(), "");
  ASSERT_EQ(read.part().branches.size(), 2u);
  EXPECT_EQ(read.part().branches[1].to.position, 1);
  EXPECT_EQ(read.part().branches[1].loss.microdecibel, 3'700'000);
  EXPECT_EQ(read.part().through_loss->microdecibel, 3'500'000);
}

TEST(Loopback, SendsNToTheOtherEndOfTheRow) {
  EXPECT_EQ(PartRead("{kind: loopback, connector: MPO-8}").far("a", 1), "a.12");
  EXPECT_EQ(PartRead("{kind: loopback, connector: LC-duplex}").far("a", 1), "a.2");
  EXPECT_EQ(PartRead("{kind: loopback, connector: MPO-8, map: [a.1 = a.2], source: s}").far("a", 1), "a.2");
}

TEST(AdapterPanel, DescribesItsPorts) {
  const PartRead read("{kind: adapter-panel, connector: LC-duplex, count: 24}");
  EXPECT_EQ(read.said(), "");
  EXPECT_EQ(read.part().faces[0].joint, plant::Joint::kUnstated);
  EXPECT_EQ(PartRead("{kind: adapter-panel, connector: MPO-12, adapter: aligned}").part().faces[0].joint, plant::Joint::kAligned);
}

TEST(Part, RefusesWordsThatFactsDoNotKnow) {
  struct Row {
    const char *description, *said;
  };
  for (const auto& [description, said] : std::initializer_list<Row>{
           {"{kind: cord, ends: MPO-13}", "L211 plant.yaml:3:25 there is no connector 'MPO-13'\n"},
           {"{kind: cord, ends: LC-quad}", "L211 plant.yaml:3:25 LC-quad is known, but how its fibres are arranged is not\n"},
           {"{kind: cord, fibre: OM9, ends: MPO-12}", "L211 plant.yaml:3:26 there is no fibre class 'OM9'\n"},
           {"{kind: cord, polarity: Q, ends: MPO-12}", "L211 plant.yaml:3:29 there is no polarity 'Q'\n"},
           {"{kind: cord, polarity: B, ends: LC-duplex}", "L211 plant.yaml:3:29 there is no polarity 'B'\n"},
           {"{kind: cord, grade: lowloss-ish, ends: MPO-12}", "L211 plant.yaml:3:26 there is no grade 'lowloss-ish'\n"},
           {"{kind: cord, jacket: OFNQ, ends: MPO-12}", "L211 plant.yaml:3:27 there is no jacket 'OFNQ'\n"},
           {"{kind: cord, ends: {connector: LC-duplex, gender: pinned}}", "L202 plant.yaml:3:56 LC-duplex has no guide pins\n"},
           {"{kind: cord, ends: {connector: MPO-12, populated: [1-4, 13]}}",
            "L212 plant.yaml:3:56 `populated` goes beyond the 12 positions of MPO-12\n"},
           {"{kind: cord, method: B, ends: MPO-12}", "L201 plant.yaml:3:19 `method` does not belong here\n"},
           {"{kind: cassette, adapter: C, rear: MPO-12, front: LC-duplex}",
            "L211 plant.yaml:3:32 there is no adapter type 'C'\n"},
       })
    EXPECT_EQ(PartRead(description).said(), said);
}

}  // namespace
}  // namespace ferrule::lang
