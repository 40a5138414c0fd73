#include "api/bom.h"

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "project_of_text.h"
#include "support/environment.h"
#include "support/print_plant.h"
#include "support/random_plant.h"

namespace ferrule::api {
namespace {

using testing::HasSubstr;

constexpr const char* kHead =
    "ferrule: 1\n"
    "parts:\n"
    "  c: {kind: cord, fibre: OM4, polarity: A-to-B, ends: LC-duplex}\n"
    "  t: {kind: trunk, fibre: OM4, polarity: B, ends: {connector: MPO-12, gender: unpinned, polish: PC}}\n"
    "  k: {kind: cassette, fibre: OM4, adapter: A, transition: universal, rear: {connector: MPO-12, gender: pinned, polish: PC}, "
    "front: {connector: LC-duplex, count: 6}}\n"
    "  p: {kind: adapter-panel, connector: MPO-12, adapter: A, count: 6}\n";

Bom bill(const std::string& text, const BomOptions& options = {}) {
  return bill_of_materials(project_of_text(kHead + text), options);
}

const BomArticle* article(const Bom& bom, std::string_view part, std::int64_t ordered_mm = 0) {
  for (const BomArticle& one : bom.articles)
    if (one.part == part && one.ordered.value_or(Length{}).millimetre == ordered_mm) return &one;
  return nullptr;
}

std::string codes(const Bom& bom) {
  std::string out;
  for (const diag::Finding& finding : bom.findings.all()) out += finding.code + " ";
  return out;
}

// A price list in a file of its own.
class Prices {
 public:
  explicit Prices(const std::string& text) : path_(std::filesystem::temp_directory_path() / fmt::format("bom-{}.csv", ++count_)) {
    std::ofstream(path_, std::ios::binary) << text;
  }
  ~Prices() { std::filesystem::remove(path_); }
  BomOptions options(std::vector<std::string> more = {}) const {
    BomOptions options;
    options.prices = {path_.string()};
    options.prices.insert(options.prices.end(), more.begin(), more.end());
    return options;
  }

 private:
  static inline int count_ = 0;
  std::filesystem::path path_;
};

TEST(BomKeys, AreAListOfFourWords) {
  EXPECT_EQ(*parse_bom_keys("phase,hall, row,part"), (std::vector{BomKey::kPhase, BomKey::kHall, BomKey::kRow, BomKey::kPart}));
  EXPECT_EQ(*parse_bom_keys("hall"), (std::vector{BomKey::kHall, BomKey::kPart}));
  EXPECT_EQ(*parse_bom_keys("part,phase"), (std::vector{BomKey::kPart, BomKey::kPhase}));
  for (const char* wrong : {"", "colour", "phase,phase", "Phase", "phase,,x"}) EXPECT_FALSE(parse_bom_keys(wrong)) << wrong;
}

TEST(Bom, ACableIsOrderedInTheLeastStockLengthThatHoldsIt) {
  const Bom bom = bill(
      "policy: {stock_lengths: {cord: [5 m, 1 m, 2 m], trunk: {step: 10 m, least: 20 m, most: 100 m}}}\n"
      "cables:\n"
      "  - {id: C1, part: c, length: 1 m}\n"
      "  - {id: C2, part: c, length: 1.001 m}\n"
      "  - {id: C3, part: c, length: 2 m}\n"
      "  - {id: C4, part: c, length: 1.5 m, slack: 0.6 m}\n"
      "  - {id: C5, part: c, length: 5.001 m}\n"
      "  - {id: C6, part: c}\n"
      "  - {id: T1, part: t, length: 3 m}\n"
      "  - {id: T2, part: t, length: 20.5 m}\n"
      "  - {id: T3, part: t, length: 100 m}\n"
      "  - {id: T4, part: t, length: 100.1 m}\n");
  ASSERT_NE(article(bom, "c", 1000), nullptr);
  EXPECT_EQ(article(bom, "c", 1000)->pieces, 1);
  EXPECT_EQ(article(bom, "c", 2000)->pieces, 2);
  EXPECT_EQ(article(bom, "c", 2000)->needed_least, Length{1001});
  EXPECT_EQ(article(bom, "c", 2000)->needed_most, Length{2000});
  EXPECT_EQ(article(bom, "c", 5000)->needed_least, Length{2100});  // with what is coiled up beside it
  EXPECT_EQ(article(bom, "t", 20'000)->needed_least, Length{3000});
  EXPECT_EQ(article(bom, "t", 30'000)->pieces, 1);
  EXPECT_EQ(article(bom, "t", 100'000)->pieces, 1);
  EXPECT_EQ(codes(bom), "B801 B802 B801 ");
  EXPECT_EQ(bom.exit, Exit::kFindings);
  EXPECT_EQ(bom.total.quantity, 10);  // what cannot be ordered is counted all the same
}

TEST(Bom, WithoutStockLengthsACableIsOrderedAsItIs) {
  const Bom bom = bill("cables: [{id: C1, part: c, length: 1.37 m}]\n");
  ASSERT_NE(article(bom, "c", 1370), nullptr);
  EXPECT_EQ(article(bom, "c", 1370)->length_is, OrderLength::kAsNeeded);
  EXPECT_THAT(article(bom, "c", 1370)->line, HasSubstr("1.37 m"));
}

TEST(Bom, SparesAreOfEachPartAtEachLengthAndStandWithItsFirstPhase) {
  const Bom bom = bill(
      "phases: [P1, P2]\n"
      "policy: {spares: {cords: 10 %, trunks: 2, cassettes: 1}}\n"
      "cables:\n"
      "  - {id: \"A[1-11]\", part: c, length: 1 m, phase: P2}\n"
      "  - {id: \"B[1-10]\", part: c, length: 1 m, phase: P1}\n"
      "  - {id: \"D[1-20]\", part: c, length: 2 m}\n"
      "  - {id: T1, part: t, length: 9 m}\n");
  EXPECT_EQ(article(bom, "c", 1000)->spares, 3);  // of 21
  EXPECT_EQ(article(bom, "c", 2000)->spares, 2);
  EXPECT_EQ(article(bom, "t", 9000)->spares, 2);
  for (const BomLine& line : bom.lines) {
    if (bom.articles[line.article].ordered == Length{1000}) {
      EXPECT_EQ(line.spares, line.phase == "P1" ? 3 : 0);
    }
  }
  EXPECT_EQ(bom.total.quantity, 42 + 7);
}

TEST(Bom, APhaseIsThatOfTheRackOrTheLaterOneOfACablesEnds) {
  const Bom bom = bill(
      "phases: [P1, P2, P3]\n"
      "racks: {A1: {phase: P2, hall: H1, row: R1}, A2: {phase: P1, hall: H2, row: R1}, A3: {}}\n"
      "equipment:\n"
      "  e1: {rack: A1, ports: {\"p[1-4]\": 10GBASE-SR}}\n"
      "  e2: {rack: A2, ports: {\"p[1-4]\": 10GBASE-SR}}\n"
      "  e3: {rack: A3, phase: P3, ports: {\"p[1-4]\": 10GBASE-SR}}\n"
      "cables:\n"
      "  - {id: C1, part: c, length: 1 m, a: e1/p1, b: e2/p1}\n"
      "  - {id: C2, part: c, length: 1 m, a: e2/p2}\n"
      "  - {id: C3, part: c, length: 1 m, a: e3/p1, b: e2/p3}\n"
      "  - {id: C4, part: c, length: 1 m, phase: P1, a: e3/p2, b: e2/p4}\n"
      "  - {id: C5, part: c, length: 1 m}\n",
      {.by = {BomKey::kPhase, BomKey::kHall, BomKey::kRow, BomKey::kPart}, .prices = {}});
  std::map<std::string, std::string> where;
  for (const BomLine& line : bom.lines)
    for (const BomPiece& piece : line.pieces)
      where[spelled(bom.loaded->plant, piece)] = fmt::format("{}|{}|{}", line.phase, line.hall, line.row);
  EXPECT_EQ(where["C1"], "P2|H1 / H2|R1");
  EXPECT_EQ(where["C2"], "P1|H2|R1");
  EXPECT_EQ(where["C3"], "P3|H2|R1");
  EXPECT_EQ(where["C4"], "P1|H2|R1");
  EXPECT_EQ(where["C5"], "||");
  EXPECT_EQ(where["e1/p1"], "P2|H1|R1");
  EXPECT_EQ(where["e3/p4"], "P3||");
}

TEST(Bom, PanelsCassettesCouplersAndTransceiversAreCounted) {
  const Bom bom = bill(
      "equipment: {e: {ports: {\"p[1-4]\": IB-NDR-2xDR4-100m}}}\n"
      "panels: {\"P[1-3]\": {slots: {\"[1-2]\": k, 3: p}}, Q: {part: p}}\n"
      "cables:\n"
      "  - {id: T1, part: t, length: 9 m}\n"
      "  - {id: T2, part: t, length: 9 m}\n"
      "couplers: [{id: K7, a: T1/b, b: T2/a, adapter: A}]\n");
  EXPECT_EQ(article(bom, "k")->pieces, 6);
  EXPECT_EQ(article(bom, "p")->pieces, 4);
  EXPECT_EQ(article(bom, "p")->connectors, 6);
  EXPECT_EQ(article(bom, "coupler MPO-12")->pieces, 1);
  EXPECT_EQ(article(bom, "IB-NDR-2xDR4-100m")->pieces, 4);
  EXPECT_EQ(article(bom, "IB-NDR-2xDR4-100m")->receptacles, 2);
  EXPECT_EQ(spelled(bom.loaded->plant, bom.lines[3].pieces.front()), "K7");
}

TEST(BomPrices, BreaksLengthsAndDescriptionsDecide) {
  const Prices prices(
      "part,description,length,price,per_metre,from_quantity,currency\n"
      "c,,2 m,3.00,,,EUR\n"
      "c,,2 m,2.50,,10,EUR\n"
      "c,,,9.00,,,EUR\n"
      ",12 fibre MPO-12 trunk OM4 female PC Type B,,100.00,1.255,,EUR\n"
      ",12 fibre MPO-12 trunk OM4 female PC Type B,,100.00,1.25,,EUR\n"
      ",12 fibre MPO-12 trunk OM4 female PC Type B LSZH,,101.00,1.25,,EUR\n"
      ",12 fibre MPO-12 trunk OM3 female PC Type B,,1.00,,,EUR\n"
      ",12 fibre MPO-12 trunk OM4 female PC,,1.00,,,EUR\n"
      ",12 fibre MPO-12 trunk OM4 female PC Type B 30 m,,1.00,,,EUR\n");
  const std::string cables =
      "cables:\n"
      "  - {id: \"A[1-9]\", part: c, length: 2 m}\n"
      "  - {id: \"B[1-4]\", part: c, length: 3 m}\n"
      "  - {id: \"T[1-2]\", part: t, length: 10.3 m}\n";
  const Bom bom = bill(cables, prices.options());
  EXPECT_EQ(codes(bom), "L202 ");  // a third decimal
  EXPECT_EQ(article(bom, "c", 2000)->price->each, Price{300});
  EXPECT_EQ(article(bom, "c", 3000)->price->each, Price{900});
  ASSERT_TRUE(article(bom, "t", 10'300)->price);
  EXPECT_EQ(article(bom, "t", 10'300)->price->each, Price{11'288});  // 100.00 and 12.875, rounded once
  EXPECT_EQ(bom.total.sum, Price{9 * 300 + 4 * 900 + 2 * 11'288});
  EXPECT_EQ(bom.total.without_price, 0u);
  const Bom more = bill("policy: {spares: {cords: 1}}\n" + cables, prices.options());
  EXPECT_EQ(article(more, "c", 2000)->price->each, Price{250});  // the spare is the tenth
}

TEST(BomPrices, ALineWithoutPriceMakesTheTotalAtLeast) {
  const Prices prices("part,price\nc,3.00\n");
  const Bom bom = bill("cables:\n  - {id: C1, part: c, length: 2 m}\n  - {id: T1, part: t, length: 9 m}\n", prices.options());
  EXPECT_EQ(bom.total.sum, Price{300});
  EXPECT_EQ(bom.total.without_price, 1u);
  EXPECT_EQ(codes(bom), "B803 ");
  EXPECT_EQ(bom.exit, Exit::kClean);
}

TEST(BomPrices, TheLeastOrderIsOrderedAndPaid) {
  const Prices prices("part,price,moq,from_quantity\nc,3.00,10,\nc,2.00,,10\n");
  const Bom bom = bill("cables: [{id: \"C[1-4]\", part: c, length: 2 m}]\n", prices.options());
  EXPECT_EQ(article(bom, "c", 2000)->more, 6);
  EXPECT_EQ(bom.total.sum, Price{2000});
  EXPECT_EQ(codes(bom), "B805 ");
}

TEST(BomPrices, OrdersOfMagnitudeAreOnlyUsedWhenAskedForAndAreMarked) {
  const std::string cables = "cables:\n  - {id: C1, part: c, length: 2 m}\n  - {id: T1, part: t, length: 9 m}\n";
  EXPECT_FALSE(bill(cables).priced);
  const Prices prices("part,price,currency\nc,3.00,USD\n");
  const Bom bom = bill(cables, prices.options({"generic"}));
  EXPECT_FALSE(article(bom, "c", 2000)->price->generic);
  EXPECT_TRUE(article(bom, "t", 9000)->price->generic);
  EXPECT_EQ(bom.total.generic, 1u);
  const Prices euros("part,price,currency\nc,3.00,EUR\n");
  EXPECT_THAT(codes(bill(cables, euros.options({"generic"}))), HasSubstr("B806"));
}

TEST(BomPrices, EveryKindHasAnOrderOfMagnitude) {
  const Bom bom = bill_of_materials({.path = "tests/golden/bom", .data = ""}, {.by = {BomKey::kPart}, .prices = {"generic"}});
  EXPECT_EQ(bom.total.without_price, 0u) << codes(bom);
}

TEST(BomPrices, OfTheShippedOnesEveryRowIsAnEstimateOfLowConfidence) {
  const auto loaded = load_facts("");
  const facts::Table* table = loaded->facts.table("generic_prices");
  ASSERT_NE(table, nullptr);
  for (std::size_t row = 0; row < table->rows.size(); ++row) {
    EXPECT_THAT(std::string(table->cell(row, "source")), HasSubstr("order of magnitude, authors' estimate"));
    EXPECT_EQ(table->cell(row, "confidence"), "low");
  }
}

// ---- the bill holds what the plant holds

TEST(BomOfRandomPlants, EveryPartIsInExactlyOneLine) {
  const std::uint64_t first = test::seed_from_environment(), count = test::plants_from_environment(300, 30);
  for (std::uint64_t seed = first; seed < first + count; ++seed) {
    test::PlainPlant plain = test::random_plant(seed);
    test::make_expressible(plain);
    const Bom bom = bill_of_materials(project_of_text(test::as_text(plain, {})));
    std::map<std::string, int> wanted, found;
    for (const test::Part& part : plain.parts) ++wanted[part.name];
    std::size_t couplers = 0;
    for (const BomLine& line : bom.lines)
      for (const BomPiece& piece : line.pieces) {
        std::string name = spelled(bom.loaded->plant, piece);
        if (piece.what == BomPiece::What::kCoupler)
          ++couplers;
        else
          ++found[name.starts_with("X/") ? name.substr(2) : name];
      }
    EXPECT_EQ(found, wanted) << "seed " << seed;
    EXPECT_EQ(couplers, bom.loaded->plant.couplers.size()) << "seed " << seed;
  }
}

// A hall drawn at random, and what has to be ordered for it, counted beside it.
struct Hall {
  std::string text;
  std::map<std::string, int> cables;  // "c 2000 P1" -> 3
  int ports = 0, cassettes = 0, panels = 0;
};

Hall random_hall(std::uint64_t seed) {
  test::Dice dice(seed);
  Hall hall;
  const int phases = dice.between(1, 4), racks = dice.between(1, 12);
  std::string list, rack_text, equipment, panels, cables;
  for (int i = 1; i <= phases; ++i) list += (i == 1 ? "P" : ", P") + std::to_string(i);
  std::vector<int> phase_of(1);
  for (int i = 1; i <= racks; ++i) {
    phase_of.push_back(dice.between(1, phases));
    rack_text +=
        fmt::format("  R{}: {{phase: P{}, hall: H{}, row: {}}}\n", i, phase_of.back(), dice.between(1, 3), dice.between(1, 4));
    const int ports = dice.between(1, 6);
    hall.ports += ports;
    equipment += fmt::format("  e{}: {{rack: R{}, ports: {{\"p[1-{}]\": 10GBASE-SR}}}}\n", i, i, ports);
    const int slots = dice.between(1, 3);
    const bool cassette = dice.chance(50);
    (cassette ? hall.cassettes : hall.panels) += slots;
    panels += fmt::format("  q{}: {{rack: R{}, slots: {{\"[1-{}]\": {}}}}}\n", i, i, slots, cassette ? "k" : "p");
  }
  const int count = dice.between(1, 60);
  std::set<int> used;
  for (int i = 1; i <= count; ++i) {
    const int a = dice.between(1, racks), b = dice.between(1, racks), length = dice.between(1, 90);
    const bool cord = dice.chance(60), plugged = cord && a != b && used.insert(a).second && used.insert(b).second;
    const int stated = dice.chance(30) ? dice.between(1, phases) : 0;
    cables += fmt::format("  - {{id: X{}, part: {}, length: {}.{} m{}{}}}\n", i, cord ? "c" : "t", length / 10, length % 10,
                          stated > 0 ? fmt::format(", phase: P{}", stated) : "",
                          plugged ? fmt::format(", a: e{}/p1, b: e{}/p1", a, b) : "");
    const int phase = stated > 0 ? stated
                      : plugged  ? std::max(phase_of[static_cast<std::size_t>(a)], phase_of[static_cast<std::size_t>(b)])
                                 : 0;
    const int ordered = cord ? (length + 9) / 10 * 1000 : (length + 49) / 50 * 5000;
    ++hall.cables[fmt::format("{} {} {}", cord ? "c" : "t", ordered, phase > 0 ? fmt::format("P{}", phase) : "")];
  }
  hall.text = fmt::format(
      "phases: [{}]\npolicy: {{stock_lengths: {{cord: [1 m, 2 m, 3 m, 4 m, 5 m, 6 m, 7 m, 8 m, 9 m], trunk: {{step: 5 m}}}}, "
      "spares: "
      "{{cords: 7 %, transceivers: 3 %}}}}\nracks:\n{}equipment:\n{}panels:\n{}cables:\n{}",
      list, rack_text, equipment, panels, cables);
  return hall;
}

TEST(BomOfRandomHalls, QuantitiesAreThoseOfThePlantHoweverLinesAreDivided) {
  const std::uint64_t first = test::seed_from_environment(), count = test::plants_from_environment(200, 20);
  for (std::uint64_t seed = first; seed < first + count; ++seed) {
    const Hall hall = random_hall(seed);
    std::set<std::int64_t> sums, quantities;
    for (const char* by : {"phase,part", "part", "hall,row", "part,row,phase", "row,part,hall,phase"}) {
      const Bom bom = bill(hall.text, {.by = *parse_bom_keys(by), .prices = {"generic"}});
      ASSERT_EQ(codes(bom), "") << seed;
      sums.insert(bom.total.sum.hundredths);
      quantities.insert(bom.total.quantity);
      std::int64_t of_kinds = 0, pieces = 0;
      for (const BomTotal& total : bom.by_kind) of_kinds += total.sum.hundredths;
      EXPECT_EQ(of_kinds, bom.total.sum.hundredths);
      for (const BomLine& line : bom.lines) pieces += static_cast<std::int64_t>(line.pieces.size());
      const plant::Plant& plant = bom.loaded->plant;
      EXPECT_EQ(pieces, static_cast<std::int64_t>(plant.asset_count()) + hall.panels) << seed;
    }
    EXPECT_EQ(sums.size(), 1u) << "seed " << seed << ": the sum depends on how lines are divided";
    EXPECT_EQ(quantities.size(), 1u) << seed;
    const Bom bom = bill(hall.text);
    std::map<std::string, int> cables;
    for (const BomLine& line : bom.lines) {
      const BomArticle& here = bom.articles[line.article];
      if (is_cable(here.kind))
        cables[fmt::format("{} {} {}", here.part, here.ordered->millimetre, line.phase)] += static_cast<int>(line.pieces.size());
    }
    EXPECT_EQ(cables, hall.cables) << "seed " << seed;
    EXPECT_EQ(article(bom, "10GBASE-SR")->pieces, hall.ports);
    EXPECT_EQ(article(bom, "k") == nullptr ? 0 : article(bom, "k")->pieces, hall.cassettes);
    EXPECT_EQ(article(bom, "p") == nullptr ? 0 : article(bom, "p")->pieces, hall.panels);
  }
}

}  // namespace
}  // namespace ferrule::api
