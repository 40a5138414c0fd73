// Small plants that were once proven and must not be, each written as a person would write it.
#include <gtest/gtest.h>

#include "check/check.h"
#include "lang/project.h"

namespace ferrule::check {
namespace {

// Verdicts of all links in order, "proven faulty".
std::string verdicts(std::string_view text) {
  diag::Sources sources;
  diag::Findings findings;
  static const facts::Facts* const facts = [&] { return new facts::Facts(facts::Facts::load(sources, {}, findings)); }();
  const auto project = lang::read_project_text("plant.yaml", std::string(text), {}, sources, *facts, findings);
  if (!project) return "not read";
  std::string said;
  for (const Verdict verdict : check(project->plant, *facts, project->settings).verdicts)
    said += (said.empty() ? "" : " ") + std::string(spell(verdict));
  return said;
}

// Two ports of p1 and p2 of `optics`, one cord between them; `cord` and `link` add fields, `more` adds keys.
std::string direct(std::string_view optics, std::string_view gender, std::string_view length, std::string_view link,
                   std::string_view more = "") {
  return "ferrule: 1\nparts:\n  c: {kind: cord, fibre: OM4, polarity: B, grade: low-loss, ends: {connector: MPO-12, gender: " +
         std::string(gender) + ", polish: PC}}\n" + "equipment: {x: {ports: {" + std::string(optics) +
         "}}}\ncables:\n  - {id: C1, part: c, a: x/p1, b: x/p2" + std::string(length) + "}\nlinks:\n  - {id: L1, a: x/p1, " +
         std::string(link) + "}\n" + std::string(more);
}

constexpr std::string_view kSr4 = "\"p[1-3]\": 100GBASE-SR4", kFive = ", length: 5 m", kToP2 = "b: x/p2";

TEST(NotProven, TheRightOneIs) { EXPECT_EQ(verdicts(direct(kSr4, "unpinned", kFive, kToP2)), "proven"); }

TEST(NotProven, LevelsAndWaiversDoNotJudge) {
  for (const std::string_view rules : {"rules: {pinned-meets-pinned: off}\n", "rules: {M201: warning}\n", "rules: {M201: note}\n",
                                       "waivers: [{rule: M201, for: all, reason: r, owner: o}]\n"})
    EXPECT_EQ(verdicts(direct(kSr4, "pinned", kFive, kToP2, rules)), "faulty") << rules;
  EXPECT_EQ(verdicts(direct(kSr4, "unpinned", ", length: 500 m", kToP2, "rules: {reach-exceeded: off, loss-over-budget: off}\n")),
            "faulty");
  EXPECT_EQ(verdicts(direct(kSr4, "unpinned", "", kToP2, "rules: {length-not-stated: off}\n")), "unproven");
  EXPECT_EQ(verdicts(direct(kSr4, "unpinned", kFive, kToP2, "rules: {dark-fibres: error}\n")), "proven") << "it touches no link";
}

TEST(NotProven, UnstatedLengthsAreNotShort) {
  EXPECT_EQ(verdicts(direct(kSr4, "unpinned", "", kToP2)), "unproven");
  EXPECT_EQ(verdicts(direct(kSr4, "unpinned", ", length: 100 m", kToP2)), "proven") << "at the limit";
  EXPECT_EQ(verdicts(direct(kSr4, "unpinned", ", length: 100.001 m", kToP2)), "faulty");
}

TEST(NotProven, WhatTwoPlugsClaimIsNobodys) {
  std::string text = direct(kSr4, "unpinned", kFive, kToP2);
  text.insert(text.find("links:"), "  - {id: C2, part: c, length: 5 m, a: x/p1, b: x/p3}\n");
  EXPECT_EQ(verdicts(text), "faulty");
}

TEST(NotProven, PortsThatThePlantPairsSpeakOneLanguage) {
  EXPECT_EQ(verdicts(direct(kSr4, "unpinned", kFive, "b: any")), "proven");
  EXPECT_EQ(verdicts(direct("p1: 100GBASE-SR4, p2: 40GBASE-SR4", "unpinned", kFive, "b: any")), "faulty");
  EXPECT_EQ(verdicts(direct("p1: 40GBASE-SR4, p2: 100GBASE-SR4", "unpinned", kFive, "b: any")), "faulty");
}

TEST(NotProven, TheApplicationOfALinkIsOneThatBothPortsSpeak) {
  EXPECT_EQ(verdicts(direct(kSr4, "unpinned", kFive, "b: x/p2, application: 100GBASE-SR4")), "proven");
  EXPECT_EQ(verdicts(direct(kSr4, "unpinned", kFive, "b: x/p2, application: 400GBASE-DR4")), "unproven");
  EXPECT_EQ(verdicts(direct(kSr4, "unpinned", kFive, "b: x/p2, application: 100GBASE-NONE")), "unproven");
}

TEST(NotProven, APortIsNobodysPartnerOfItsOwn) {
  constexpr std::string_view kLoop =
      "ferrule: 1\nparts:\n  l: {kind: loopback, fibre: OM4, connector: {connector: MPO-12, gender: unpinned, polish: PC}}\n"
      "equipment: {x: {ports: {p1: 100GBASE-SR4}}}\ncables:\n  - {id: C1, part: l, length: 1 m, a: x/p1}\nlinks:\n  - {id: L1, "
      "a: x/p1, b: any}\n";
  EXPECT_EQ(verdicts(kLoop), "faulty");
}

TEST(NotProven, PortsOfUnknownLanesAreUnknownFromEitherEnd) {
  EXPECT_EQ(verdicts(direct("\"p[1-2]\": 100GBASE-SR2", "unpinned", kFive, kToP2)), "unproven");
  EXPECT_EQ(verdicts(direct("\"p[1-2]\": 100GBASE-SR2", "unpinned", kFive, "b: any")), "unproven");
  EXPECT_EQ(verdicts(direct("\"p[1-2]\": 128GFC-SW4", "unpinned", kFive, kToP2)), "unproven");
}

// t1 and t2 with lanes of their own.
std::string stated(std::string_view one, std::string_view two) {
  std::string text = direct("p1: t1, p2: t2", "unpinned", kFive, kToP2);
  text.insert(text.find("equipment:"),
              "  t1: {kind: transceiver, optic: 100GBASE-SR4, lanes: {" + std::string(one) + "}, source: data sheet}\n" +
                  "  t2: {kind: transceiver, optic: 100GBASE-SR4, lanes: {" + std::string(two) + "}, source: data sheet}\n");
  return text;
}

TEST(NotProven, LanesThatNobodyStatedAreNotProvenEither) {
  constexpr std::string_view kAll = "tx: [12,11,10,9], rx: [1,2,3,4]";
  EXPECT_EQ(verdicts(stated(kAll, kAll)), "proven");
  EXPECT_EQ(verdicts(stated("tx: [12], rx: [1]", kAll)), "unproven");
  EXPECT_EQ(verdicts(stated("tx: [12], rx: [1]", "tx: [12], rx: [1]")), "unproven");
  EXPECT_EQ(verdicts(stated("tx: [12,11,10,9]", "rx: [1,2,3,4]")), "unproven");
}

std::string tapped(std::string_view branches, std::string_view links) {
  return "ferrule: 1\nparts:\n  b: {kind: cord, fibre: OM4, polarity: A-to-B, loss: 0.1 dB, ends: {connector: LC-duplex, polish: "
         "PC}}\n"
         "  tap: {kind: tap, fibre: OM4, loss: 0.1 dB, "
         "faces: {a: {connector: LC-duplex, polish: PC}, b: {connector: LC-duplex, polish: PC}, m: {connector: LC-duplex, "
         "polish: PC}}, map: [\"a.1-2 = b.2-1\"], source: x, "
         "live_loss: 0.5 dB, branches: [" +
         std::string(branches) +
         "]}\n"
         "equipment: {x: {ports: {\"p[1-3]\": 10GBASE-SR}}}\npanels: {T: {slots: tap}}\ncables:\n"
         "  - {id: C1, part: b, length: 5 m, a: x/p1, b: T/a}\n  - {id: C2, part: b, length: 5 m, a: x/p2, b: T/b}\n"
         "  - {id: C3, part: b, length: 5 m, a: x/p3, b: T/m}\nlinks:\n" +
         std::string(links);
}

TEST(NotProven, AMonitorListensToAnothersLanes) {
  constexpr std::string_view kLive = "  - {id: L1, a: x/p1, b: x/p2}\n",
                             kMonitor = "  - {id: M1, a: x/p1, b: x/p3, one_way: true}\n";
  const std::string both = std::string(kLive) + std::string(kMonitor);
  EXPECT_EQ(verdicts(tapped("\"a.2 -> m.1 = 0.6 dB\"", both)), "proven proven");
  EXPECT_EQ(verdicts(tapped("\"a.2 -> m.1 = 9 dB\"", both)), "proven faulty") << "the branch's loss is the monitor's";
  EXPECT_EQ(verdicts(tapped("\"b.2 -> m.1 = 0.6 dB\"", both)), "proven faulty") << "it copies the other direction";
  EXPECT_EQ(verdicts(tapped("\"a.2 -> m.1 = 0.6 dB\"", both + "  - {id: M2, a: x/p2, b: x/p3, one_way: true}\n")),
            "proven faulty faulty");
  EXPECT_NE(verdicts(tapped("\"a.2 -> m.1 = 0.6 dB\", \"b.2 -> m.1 = 0.6 dB\"", kMonitor)), "proven")
      << "two lights in one fibre";
}

// Which bore of a universal cassette is left is of low confidence; between a cassette and a parallel port it decides.
TEST(NotProven, BoresThatDecideAreUnknownRightOrWrong) {
  const auto text = [](std::string_view cord, std::string_view transition) {
    return "ferrule: 1\nparts:\n  t: {kind: trunk, fibre: OS2, polarity: B, grade: low-loss, ends: {connector: MPO-12, gender: "
           "unpinned, polish: APC}}\n"
           "  k: {kind: cassette, fibre: OS2, adapter: A, transition: " +
           std::string(transition) +
           ", grade: low-loss, "
           "rear: {connector: MPO-12, gender: pinned, polish: APC}, front: {connector: LC-duplex, count: 6, polish: UPC}}\n"
           "  c: {kind: cord, fibre: OS2, polarity: " +
           std::string(cord) +
           ", grade: low-loss, ends: {connector: LC-duplex, polish: UPC}}\n"
           "equipment: {s: {ports: {p: 400GBASE-DR4}}, x: {ports: {p: 100GBASE-DR}}}\npanels: {P: {slots: k}}\ncables:\n"
           "  - {id: T, part: t, length: 50 m, a: s/p, b: P/rear}\n  - {id: C, part: c, length: 2 m, a: x/p, b: P/1}\nlinks:\n"
           "  - {id: L1, a: \"s/p:1\", b: x/p}\n";
  };
  EXPECT_EQ(verdicts(text("A-to-B", "universal")), "unproven");
  EXPECT_EQ(verdicts(text("A-to-A", "universal")), "unproven");
  EXPECT_EQ(verdicts(text("A-to-B", "consecutive")), "faulty") << "whichever bore is left";
}

// 25GBASE-SR reaches 70 m over OM3; the cassette is of it, the cables are of OM4.
TEST(NotProven, TheClassOfACassetteCounts) {
  const auto text = [](std::string_view fibre, std::string_view length) {
    return "ferrule: 1\nparts:\n  t: {kind: trunk, fibre: OM4, polarity: B, loss: 0.01 dB, ends: {connector: MPO-12, gender: "
           "unpinned, polish: PC}}\n"
           "  k: {kind: cassette, fibre: " +
           std::string(fibre) +
           ", adapter: A, transition: universal, loss: 0.01 dB, "
           "rear: {connector: MPO-12, gender: pinned, polish: PC}, front: {connector: LC-duplex, count: 6}}\n"
           "  c: {kind: cord, fibre: OM4, polarity: A-to-B, loss: 0.01 dB, ends: {connector: LC-duplex, polish: PC}}\n"
           "equipment: {x: {ports: {\"p[1-2]\": 25GBASE-SR}}}\npanels: {\"P[1-2]\": {slots: k}}\ncables:\n"
           "  - {id: T, part: t, length: " +
           std::string(length) +
           ", a: P1/rear, b: P2/rear}\n"
           "  - {id: CA, part: c, length: 2 m, a: x/p1, b: P1/1}\n  - {id: CB, part: c, length: 2 m, a: x/p2, b: P2/1}\nlinks:\n"
           "  - {id: L1, a: x/p1, b: x/p2}\n";
  };
  EXPECT_EQ(verdicts(text("OM4", "90 m")), "proven");
  EXPECT_EQ(verdicts(text("OM3", "60 m")), "proven");
  EXPECT_EQ(verdicts(text("OM3", "90 m")), "faulty");
}

// Which bore is left in a universal cassette is of low confidence: equal cassettes undo each other whatever it is, two makers' may not.
TEST(NotProven, OneWordOfTwoMakersIsNotOneMap) {
  const auto text = [](std::string_view near, std::string_view far) {
    const auto cassette = [](std::string_view brand) {
      return "{kind: cassette, fibre: OM4, adapter: A, transition: universal, brand: " + std::string(brand) +
             ", rear: {connector: MPO-12, gender: pinned, polish: PC}, front: {connector: LC-duplex, count: 6}}\n";
    };
    return "ferrule: 1\nparts:\n  t: {kind: trunk, fibre: OM4, polarity: B, grade: low-loss, ends: {connector: MPO-12, gender: "
           "unpinned, polish: PC}}\n  c: {kind: cord, fibre: OM4, polarity: A-to-B, ends: LC-duplex}\n  near: " +
           cassette(near) + "  far: " + cassette(far) +
           "equipment: {x: {ports: {\"p[1-2]\": 10GBASE-SR}}}\npanels: {P1: {slots: near}, P2: {slots: far}}\ncables:\n"
           "  - {id: T, part: t, length: 30 m, a: P1/rear, b: P2/rear}\n"
           "  - {id: CA, part: c, length: 2 m, a: x/p1, b: P1/1}\n  - {id: CB, part: c, length: 2 m, a: x/p2, b: P2/1}\nlinks:\n"
           "  - {id: L1, a: x/p1, b: x/p2}\n";
  };
  EXPECT_EQ(verdicts(text("One", "One")), "proven");
  EXPECT_EQ(verdicts(text("One", "Other")), "unproven");
}

// Pigtails spliced to a bulk cable: fibre n is fibre n, so the turns are those of the pigtails.
TEST(NotProven, SplicesCountNoTurn) {
  const auto text = [](std::string_view near, std::string_view far, std::string_view fibres) {
    const auto pigtail = [](std::string_view polarity) {
      return "{kind: trunk, fibre: OS2, polarity: " + std::string(polarity) +
             ", grade: low-loss, a: {connector: MPO-12, gender: unpinned, polish: APC}, b: bare}\n";
    };
    return "ferrule: 1\nparts:\n  near: " + pigtail(near) + "  far: " + pigtail(far) +
           "  bulk: {kind: trunk, fibre: OS2, fibres: " + std::string(fibres) +
           ", ends: bare}\nequipment: {x: {ports: {\"p[1-2]\": 400GBASE-DR4}}}\ncables:\n"
           "  - {id: A, part: near, length: 5 m, a: x/p1}\n  - {id: B, part: far, length: 5 m, a: x/p2}\n"
           "  - {id: Q, part: bulk, length: 90 m}\nsplices:\n  - {id: S1, a: A/b, b: Q/a}\n  - {id: S2, a: Q/b, b: B/b}\n"
           "links:\n  - {id: L1, a: x/p1, b: x/p2}\n";
  };
  EXPECT_EQ(verdicts(text("A", "B", "12")), "proven");
  EXPECT_EQ(verdicts(text("B", "B", "12")), "faulty");
  EXPECT_EQ(verdicts(text("A", "B", "24")), "faulty") << "which of 24 fibres were spliced to 12 nobody said";
}

// 10GBASE-SR has 2.9 dB over OM4; two joints of 0.5 dB leave 1.9 dB for the tap. The loss of its joints is not that of its glass.
TEST(NotProven, WhatATapTakesCounts) {
  const auto text = [](std::string_view live, std::string_view branch) {
    return "ferrule: 1\nparts:\n  c: {kind: cord, fibre: OM4, polarity: A-to-B, grade: standard, ends: LC-duplex}\n"
           "  t: {kind: tap, fibre: OM4, loss: 0.5 dB, source: s" +
           std::string(live) +
           ", faces: {a: LC-duplex, b: LC-duplex, m: LC-duplex}, map: [a.1 = b.2, a.2 = b.1], branches: [\"a.2 -> m.1" +
           std::string(branch) +
           "\"]}\nequipment: {x: {ports: {\"p[1-3]\": 10GBASE-SR}}}\npanels: {T: {slots: t}}\ncables:\n"
           "  - {id: A, part: c, length: 3 m, a: x/p1, b: T/a}\n  - {id: B, part: c, length: 3 m, a: x/p2, b: T/b}\n"
           "  - {id: M, part: c, length: 3 m, a: x/p3, b: T/m}\nlinks:\n  - {id: L1, a: x/p1, b: x/p2}\n"
           "  - {id: W1, a: x/p1, b: x/p3, one_way: true}\n";
  };
  EXPECT_EQ(verdicts(text(", live_loss: 1.8 dB", " = 1.8 dB")), "proven proven");
  EXPECT_EQ(verdicts(text(", live_loss: 1.9 dB", " = 1.8 dB")), "faulty proven");
  EXPECT_EQ(verdicts(text(", live_loss: 1.8 dB", " = 1.9 dB")), "proven faulty");
  EXPECT_EQ(verdicts(text("", " = 1.8 dB")), "unproven proven");
}

}  // namespace
}  // namespace ferrule::check
