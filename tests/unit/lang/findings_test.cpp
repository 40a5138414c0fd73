// Every finding of the reader, with the line and column it points at; and that reading goes on after it.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "reading/read_text.h"

namespace ferrule::lang {
namespace {

// A small plant to which a test adds what it is about; its first line of its own is line 13.
constexpr const char* kBase = R"(ferrule: 1
parts:
  lc: LC duplex OM4 patch cord A-to-B
  mpo: MPO-8 OS2 trunk Type-B
  four: MPO-12 to 4x LC duplex breakout port
  k: {kind: cassette, transition: universal, rear: MPO-12, front: {connector: LC-duplex, count: 6}}
  ap: {kind: adapter-panel, connector: MPO-12, adapter: A, count: 4}
  wrong: {kind: cord, ends: MPO-13, polarity: A}
racks: {R1: {at: [0 m, 0 m]}}
trays: {T: {length: 10 m}}
equipment: {e: {rack: R1, ports: {"p[1-4]": 10GBASE-SR, q: 400GBASE-DR4, t: 2xFR4}}}
panels: {P: {slots: {1: k, 2: ap, 3: wrong}}, Q: {part: ap}}
)";
constexpr const char* kWrong = "L211 plant.yaml:8:29 there is no connector 'MPO-13'\n";

std::string said(const std::string& more, const Texts& files = {}) {
  std::string base = kBase;
  base.replace(base.find("2xFR4"), 5, "2x400GBASE-FR4");
  const std::string out = read_text(base + more, files).said();
  EXPECT_EQ(out.rfind(kWrong, 0), 0u) << out;
  return out.substr(std::min(out.size(), std::string(kWrong).size()));
}

struct Row {
  const char *more, *said;
};

TEST(Findings, OfTheTop) {
  for (const auto& [text, what] : std::initializer_list<Row>{
           {"", "L203 plant.yaml:1:1 the file is empty\n"},
           {"[a]", "L202 plant.yaml:1:1 this is no plant: its top is not a mapping\n"},
           {"ferrule: 2\n", "L202 plant.yaml:1:10 this program reads version 1 of the language, not '2'\n"},
           {"project: x\nferrule: 1\n", "L202 plant.yaml:2:1 `ferrule` comes first\n"},
           {"project: x\n", "L203 plant.yaml:1:1 `ferrule` is missing\n"},
           {"ferrule: 1\nproject: a b\n", "L206 plant.yaml:2:10 'a b' is no project name\n"},
           {"ferrule: 1\npatrs: {}\n", "L201 plant.yaml:2:1 unknown key 'patrs'\n"},
           {"ferrule: 1\nparts: [a]\n", "L202 plant.yaml:2:8 `parts` takes a mapping, not a list\n"},
       })
    EXPECT_EQ(read_text(text).said(), what) << text;
}

TEST(Findings, SuggestTheNearestWord) {
  const Read read = read_text("ferrule: 1\npatrs: {}\nracks: {A: {unit: 4}}\n");
  ASSERT_EQ(read.findings.all().size(), 2u);
  EXPECT_EQ(read.findings.all()[0].help, std::vector<std::string>{"did you mean 'parts'?"});
  EXPECT_EQ(read.findings.all()[1].help, std::vector<std::string>{"did you mean 'units'?"});
}

TEST(Findings, OfWhereRacksAndTraysAre) {
  for (const auto& [text, what] : std::initializer_list<Row>{
           {"racks: {A: {at: [-1 m, -0.25 m]}}\n", ""},
           {"racks: {\"A[1-3]\": {at: [1 m, 0 m], step: [-0.6 m, 0 m]}}\n", ""},
           {"racks: {A: {at: [-1, 0 m]}}\n", "L210 plant.yaml:2:18 `at` takes a place with its unit (30 m, -0.6 m), not '-1'\n"},
           {"racks: {A: {at: [--1 m, 0 m]}}\n",
            "L210 plant.yaml:2:18 `at` takes a place with its unit (30 m, -0.6 m), not '--1 m'\n"},
           {"trays: {t: {from: [-2 m, 0 m], to: [-2 m, -9 m], height: 2 m}}\n", ""},
           {"trays: {t: {from: [0 m, 0 m], to: [1 m, 0 m], height: -2 m}}\n",
            "L210 plant.yaml:2:55 `height` takes a length with its unit (30 m, 98.4 ft), not '-2 m'\n"},
           {"trays: {t: {from: [1 m, 2 m], to: [1 m, 2 m]}}\n", "L202 plant.yaml:2:35 a tray that ends where it begins\n"},
           {"halls: {H: {from: [-9 m, -9 m], to: [-1 m, -1 m]}}\nracks: {A: {at: [0 m, -5 m]}, B: {at: [-1.5 m, -2 m]}}\n",
            "L215 plant.yaml:3:9 rack A at [0 m, -5 m] is outside of hall H\n"},
           {"racks: {A: {hall: R9}}\n", ""},
           {"racks: {A: {drop: {width: 0 m, depth: 1 m}}}\n", "L202 plant.yaml:2:27 a drop has no width of nothing\n"},
           {"racks: {A: {type: x}, B: {type: x}}\nrack_types: {x: {drop: {depth: 0 m}}}\n",
            "L202 plant.yaml:3:32 a drop has no depth of nothing\n"},
           {"racks: {A: {drop: 10 mm}}\n", "L202 plant.yaml:2:19 `drop` takes a mapping, not a single value\n"},
           {"racks: {A: {hall: R9}, B: {hall: R1}, C: {}}\nhalls: {R1: {from: [0 m, 0 m], to: [9 m, 9 m]}}\n",
            "L205 plant.yaml:2:19 there is no hall 'R9'\n"},
           {"racks: {A: {type: x}}\nrack_types: {x: {hall: R9}}\nhalls: {R1: {from: [0 m, 0 m], to: [9 m, 9 m]}}\n",
            "L205 plant.yaml:3:24 there is no hall 'R9'\n"},
           {"racks: {A: {type: x}}\nrack_types: {y: {units: 0}}\n",
            "L205 plant.yaml:2:19 there is no rack type 'x'\n"
            "L202 plant.yaml:3:25 `units` takes a whole number from 1 to 200, not '0'\n"},
           {"racks: {A: {hall: R1}}\nhalls: {R1: {from: [0 m, 0 m], to: [0 m, 9 m]}}\n",
            "L202 plant.yaml:3:36 a hall without area\n"},
           {"trays: {t: {hall: wall}}\nhalls: {R1: {from: [0 m, 0 m], to: [9 m, 9 m]}}\n", ""},
       })
    EXPECT_EQ(read_text(std::string("ferrule: 1\n") + text).said(), what) << text;
}

TEST(Findings, OfCables) {
  for (const auto& [more, what] : std::initializer_list<Row>{
           {"cables: [{id: C1, part: lc, length: 2 m, a: e/p1, b: P/1/1}]\n", ""},
           {"cables: [{id: C1, part: lc, a: , b: P/1/1}]\n", ""},
           {"cables: [{id: C1, part: lc, colour: red, a: e/p1, b: P/1/1}]\n", "L201 plant.yaml:13:29 unknown key 'colour'\n"},
           {"cables: [{part: lc}]\n", "L203 plant.yaml:13:10 `id` is missing\n"},
           {"cables: [{id: C1, part: cl}]\n", "L204 plant.yaml:13:25 there is no part 'cl'\n"},
           {"cables: [{id: C1, part: k}]\n", "L202 plant.yaml:13:25 'k' is a cassette, which is no cable\n"},
           {"cables: [{id: C1, part: ap}]\n", "L202 plant.yaml:13:25 'ap' is an adapter panel, which is no cable\n"},
           {"cables: [{id: C1, part: wrong, a: e/p1}]\n", ""},
           {"cables: [{id: C1, part: lc, length: 30}]\n",
            "L210 plant.yaml:13:37 `length` takes a length with its unit, above zero (30 m, 98.4 ft), not '30'\n"},
           {"cables: [{id: C1, part: lc, length: 0 m}]\n",
            "L210 plant.yaml:13:37 `length` takes a length with its unit, above zero (30 m, 98.4 ft), not '0 m'\n"},
           {"cables: [{id: C/1, part: lc}]\n", "L206 plant.yaml:13:15 'C/1' is not a name: a name holds no /\n"},
           {"cables: [{id: \"C[1-\", part: lc}]\n", "L207 plant.yaml:13:15 a range that nothing closes\n"},
           {"cables: [{id: C1, part: lc, a: x/p1}]\n", "L205 plant.yaml:13:32 there is no equipment or panel 'x'\n"},
           {"cables: [{id: C1, part: lc, a: e/p9}]\n", "L205 plant.yaml:13:32 e has no port 'p9'\n"},
           {"cables: [{id: C1, part: lc, a: e}]\n", "L205 plant.yaml:13:32 'e' says which equipment, but not where on it\n"},
           {"cables: [{id: C1, part: lc, a: e/t}]\n", "L205 plant.yaml:13:32 'e/t' names nothing that a plug goes into\n"},
           {"cables: [{id: C1, part: lc, a: e/t/2}]\n", ""},
           {"cables: [{id: C1, part: lc, a: e/t/3}]\n", "L205 plant.yaml:13:32 'e/t/3' names nothing that a plug goes into\n"},
           {"cables: [{id: C1, part: lc, a: P/4/1}]\n", "L205 plant.yaml:13:32 P has no slot '4'\n"},
           {"cables: [{id: C1, part: lc, a: P/1/7}]\n", "L205 plant.yaml:13:32 'P/1/7' names nothing that a plug goes into\n"},
           {"cables: [{id: C1, part: lc, a: P/3/7}]\n", ""},
           {"cables: [{id: C1, part: mpo, a: P/2/4/rear, b: Q/4}]\n", ""},
           {"cables: [{id: C1, part: mpo, a: P/2/5/rear, b: Q/4/back}]\n",
            "L205 plant.yaml:13:33 'P/2/5/rear' names nothing that a plug goes into\nL205 plant.yaml:13:48 'Q/4/back' names "
            "nothing that a plug goes into\n"},
           {"cables:\n  - {id: C1, part: lc, a: e/p1}\n  - {id: C2, part: lc, a: e/p1, b: e/p2}\n",
            "X601 plant.yaml:15:27 'e/p1' takes C1/a and C2/a\n"},
           {"cables:\n  - {id: C1, part: mpo, a: Q/1}\n  - {id: C2, part: mpo, a: Q/1}\n",
            "X601 plant.yaml:15:28 'Q/1' takes C1/a and C2/a\n"},
           {"cables:\n  - {id: C1, part: lc}\n  - {id: C1, part: lc}\n", "L208 plant.yaml:15:10 cable 'C1' is there already\n"},
           {"cables:\n  - {id: C1, part: lc, a: C2/b}\n  - {id: C2, part: lc}\n",
            "L213 plant.yaml:14:27 'C2/b' is the end of a cable: two plugs need a coupler between them\n"},
           {"cables: [{id: C1, part: lc, route: [T, U]}]\n", "L205 plant.yaml:13:40 there is no tray 'U'\n"},
           {"cables: [{id: C1, part: lc, space: attic}]\n", "L211 plant.yaml:13:36 there is no space 'attic'\n"},
           {"cables: [{id: F, part: four, b5: e/p1}]\n", "L205 plant.yaml:13:34 end b of the part has 4 plugs, not 5\n"},
           {"cables: [{id: F, part: four, b: e/p1}]\n", "L207 plant.yaml:13:33 end b has 4 plugs, 1 places are named\n"},
           {"cables: [{id: F, part: four, a: e/q, b: \"e/p[1-4]\"}]\n", ""},
           {"cables: [{id: F, part: four, head: e/q, leg1: e/p1, leg4: e/p4}]\n", ""},
           {"cables: [{id: \"C[1-3]\", part: lc, a: \"e/p[1-2]\"}]\n",
            "L207 plant.yaml:13:38 3 cables with 1 plugs each at end a, 2 places are named\n"},
           {"cables: [{id: \"C[1-3]\", part: lc, a: \"e/p[1-3]\", b: \"P/1/[3-1]\"}]\n", ""},
           {"cables: lost.csv\n", "L209 plant.yaml:13:9 'lost.csv': no such file\n"},
       })
    EXPECT_EQ(said(more), what) << more;
}

TEST(Findings, OfTables) {
  struct TableRow {
    const char *table, *said;
  };
  for (const auto& [table, what] : std::initializer_list<TableRow>{
           {"id,part,length,a,b\nC1,lc,2 m,e/p1,P/1/1\n", ""},
           {"id,part,lenght,a,b\n", "L201 t.csv:1:9 unknown column 'lenght'\n"},
           {"id,length,a,b\n", "L203 t.csv:1:1 the table has no column `part`\n"},
           {"id,part,a,b\n,lc,e/p1,e/p2\nC2,lc,e/p3,e/p4\n", "L203 t.csv:2:1 `id` is missing\n"},
           {"id,part,length,a,b\nC1,lc,2,e/p1,\nC2,lc,2,e/p2,\n",
            "L210 t.csv:2:7 `length` takes a length with its unit, above zero (30 m, 98.4 ft), not '2'\n"
            "L210 t.csv:3:7 `length` takes a length with its unit, above zero (30 m, 98.4 ft), not '2'\n"},
           {"id,part,a,b\nC1,lc,e/p1,e/p9\n", "L205 t.csv:2:12 e has no port 'p9'\n"},
           {"id,part,a,b\nC1,lc,e/p1,\nC1,lc,e/p2,\n", "L208 t.csv:3:1 cable 'C1' is there already\n"},
           {"id,part,a,b\nC1,lc,e/p1,\nC2,lc,e/p1,\n", "X601 t.csv:3:7 'e/p1' takes C1/a and C2/a\n"},
           {"id,part,a,b,route,side,label\nC1,lc,e/p1,,T;U,A,\"a \"\"b\"\"\"\nC2,lc,e/p2,,T,,\n",
            "L205 t.csv:2:13 there is no tray 'U'\n"},
           {"id,part,a,b1,b2\nF,four,e/q,e/p1,e/p2\n", ""},
           {"id,part,a,b\n\"C[1-2]\",lc,\"e/p[1-2]\",\n", ""},
       })
    EXPECT_EQ(said("cables: t.csv\n", {{"t.csv", table}}), what) << table;
}

TEST(Findings, OfLinks) {
  for (const auto& [more, what] : std::initializer_list<Row>{
           {"links: [{id: L1, a: e/p1, b: e/p2}]\n", ""},
           {"links: [{id: L1, a: e/p1, b: any}]\n", ""},
           {"links: [{id: L1, a: \"e/q:1\", b: e/p2, one_way: true}]\n", ""},
           {"links: [{id: L1, a: e/p1}]\n", "L203 plant.yaml:13:9 `b` is missing\n"},
           {"links: [{id: L1, a: e/p9, b: e/p2}]\n", "L205 plant.yaml:13:21 e has no port 'p9'\n"},
           {"links: [{id: L1, a: P/1/1, b: e/p2}]\n", "L205 plant.yaml:13:21 'P/1/1' is on a panel\n"},
           {"links: [{id: L1, a: \"e/q:5\", b: e/p2}]\n", "L205 plant.yaml:13:21 'e/q:5' names lanes that are not there\n"},
           {"links: [{id: L1, a: \"e/q:x\", b: e/p2}]\n", "L205 plant.yaml:13:21 'x' names no lanes\n"},
           {"links: [{id: L1, a: e/t, b: e/p2}]\n", "L212 plant.yaml:13:29 'e/t' has 2 receptacles, 'e/p2' has 1\n"},
           {"links: [{id: L1, a: e/t/2, b: e/p2}]\n", ""},
           {"links:\n - {id: L1, a: e/p1, b: e/p2}\n - {id: L1, a: e/p3, b: e/p4}\n",
            "L208 plant.yaml:15:9 link 'L1' is there already\n"},
           {"links: [{id: \"L[1-2]\", a: \"e/p[1-2]\", b: \"e/p[3-4]\"}]\n", ""},
           {"links: [{id: \"L[1-2]\", a: \"e/p[1-3]\", b: any}]\n", "L207 plant.yaml:13:27 3 ends for 2 links\n"},
       })
    EXPECT_EQ(said(more), what) << more;
}

TEST(Findings, OfSplicesAndCouplers) {
  const std::string cables = "cables: [{id: A, part: lc, a: e/p1}, {id: B, part: lc, a: e/p2}, {id: W, part: wrong}]\n";
  for (const auto& [more, what] : std::initializer_list<Row>{
           {"couplers: [{id: K1, a: A/b, b: B/b, adapter: A}]\n", ""},
           {"splices: [{id: S1, a: A/b, b: B/b, kind: fusion}]\n", ""},
           {"splices: [{id: S1, a: A/b, b: W/a}]\n", ""},
           {"splices: [{id: S1, a: A/b, b: C/b}]\n", "L205 plant.yaml:14:31 there is no cable 'C'\n"},
           {"splices: [{id: S1, a: A/b, b: B/c}]\n", "L205 plant.yaml:14:31 'B/c' names no end of a cable\n"},
           {"splices: [{id: S1, a: A/a, b: B/b}]\n", "X601 plant.yaml:14:23 'A/a' is in use already\n"},
           {"splices: [{id: S1, a: A/b, b: A/b}]\n", "X601 plant.yaml:14:31 'A/b' cannot meet itself\n"},
           {"couplers: [{id: K1, a: A/b, b: B/b, adapter: C}]\n", "L211 plant.yaml:14:46 there is no adapter type 'C'\n"},
       })
    EXPECT_EQ(said(cables + more), what) << more;
}

TEST(Findings, OfPlaces) {
  struct Whole {
    const char *text, *said;
  };
  for (const auto& [text, what] : std::initializer_list<Whole>{
           {"racks: {A: {at: [0 m]}}\n", "L202 plant.yaml:2:17 `at` takes a list of 2 items, not 1 items\n"},
           {"racks: {A: , \"A[1-2]\": , A1: }\n", "L208 plant.yaml:2:26 rack 'A1' is there already\n"},
           {"equipment: {e: {rack: R9}}\n", "L205 plant.yaml:2:23 there is no rack 'R9'\n"},
           {"equipment: {e: {u: 0}}\n", "L202 plant.yaml:2:20 `u` takes a whole number from 1 to 200, not '0'\n"},
           {"equipment: {\"e[1-2]\": , e2: {}}\n", "L202 plant.yaml:2:23 `e[1-2]` takes a mapping, not nothing\n"},
           {"equipment: {\"e[1-2]\": {}, e2: {}}\n", "L208 plant.yaml:2:27 equipment or panel 'e2' is there already\n"},
           {"equipment: {e: {ports: {\"p[1-4]\": 10GBASE-SR, p3: 10GBASE-SR}}}\n",
            "L208 plant.yaml:2:47 port 'p3' is there already\n"},
           {"equipment: {e: {ports: {p: LR4-ish}}}\n", "L204 plant.yaml:2:28 there is no optic or part 'LR4-ish'\n"},
           {"equipment: {e: {ports: {p: SR4}}}\n", "L211 plant.yaml:2:28 'SR4' may mean several optics\n"},
           {"racks: {\"R[1-3]\": }\nequipment: {\"e[1-2]\": {rack: \"R[1-3]\"}}\n", "L207 plant.yaml:3:30 2 names in 3 racks\n"},
           {"racks: {\"R[1-2]\": }\nequipment: {\"e[1-2]\": {rack: \"R[1-2]\"}}\n", ""},
           {"equipment: {e: {ports: {\"p[1-2000000]\": 10GBASE-SR}}}\n", "L207 plant.yaml:2:25 a range of 2,000,000 names\n"},
           {"waivers: [{rule: X608, for: [], reason: r, owner: o}]\n", "L202 plant.yaml:2:29 a waiver for nothing\n"},
           {"policy: {spaces: attic, grade: best}\n",
            "L211 plant.yaml:2:18 there is no space 'attic'\nL211 plant.yaml:2:32 there is no grade 'best'\n"},
       })
    EXPECT_EQ(read_text(std::string("ferrule: 1\n") + text).said(), what) << text;
}

TEST(Findings, StayBoundedOnAMillionBadRows) {
  std::string table = "id,part,a,b\n";
  for (int i = 0; i < 1'000'000; ++i) table += fmt::format("C{},lc,e/x{},\n", i, i);
  const Read read = read_text(std::string(kBase).substr(0, std::string(kBase).find("  wrong")) +
                                  "equipment: {e: {ports: {p: 10GBASE-SR}}}\ncables: t.csv\n",
                              {{"t.csv", table}});
  EXPECT_LE(read.findings.all().size(), 2000u);
  EXPECT_EQ(read.plant().asset_count(), 1'000'001u);
}

TEST(Findings, APlantThatRangesMakeTooLargeIsRefused) {
  const Read read = read_text("ferrule: 1\nequipment: {\"e[1-1000000]\": {ports: {\"p[1-1000000]\": 10GBASE-SR}}}\n");
  EXPECT_EQ(read.said(), "L207 plant.yaml:2:13 this makes the plant too large to hold\n");
  EXPECT_EQ(read.plant().nodes.size(), 0u);
}

TEST(Findings, APlantThatIsTooLargeComesBackEmpty) {
  const Read read =
      read_text("ferrule: 1\nracks: {A: {}}\nequipment: {e: {ports: {p: 10GBASE-SR}}, f: {ports: {\"p[1-1000]\": 10GBASE-SR}}}\n",
                {}, Budget(200));
  EXPECT_EQ(read.said(), "L207 plant.yaml:3:42 this makes the plant too large to hold\n");
  EXPECT_TRUE(read.plant().racks.empty());
  EXPECT_TRUE(read.plant().nodes.empty());
}

TEST(Budget, GrowsWithTheTextThatIsReadUntilItIsSpent) {
  Budget budget(Budget::kAtOnce + 100);
  EXPECT_FALSE(Budget(10).take(11));
  EXPECT_TRUE(budget.take(Budget::kAtOnce));
  budget.earn(60);
  EXPECT_TRUE(budget.take(60));
  budget.earn(1000);
  EXPECT_EQ(budget.granted(), Budget::kAtOnce + 100);
  EXPECT_FALSE(budget.take(41));
  budget.earn(1000);
  EXPECT_FALSE(budget.take(1));
}

TEST(Findings, OneEndForManyLinksIsOneEnd) {
  EXPECT_EQ(
      read_text(
          "ferrule: 1\nequipment: {e: {ports: {p: 10GBASE-SR, q: 10GBASE-SR}}}\nlinks: [{id: \"L[1-2]\", a: e/p, b: e/q}]\n")
          .said(),
      "L207 plant.yaml:3:27 1 end for 2 links\n");
}

}  // namespace
}  // namespace ferrule::lang
