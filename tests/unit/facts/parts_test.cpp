// Connectors, fibres, grades, jackets: what the other tables are asked.
#include <algorithm>

#include "compiled_in.h"
#include "facts/test_limits.h"

namespace ferrule::facts {
namespace {

TEST(Connectors, EightFibresSitInATwelveHoleFerrule) {
  const Connector* connector = compiled_in().connector("mtp-8");
  ASSERT_NE(connector, nullptr);
  EXPECT_EQ(connector->name, "MPO-8");
  EXPECT_EQ(connector->columns, 12);
  EXPECT_EQ(connector->populated, positions("1 2 3 4 9 10 11 12"));
}

TEST(Connectors, SixteenIsAnotherFamilyThanTwelveAndTwentyFourIsNot) {
  const Facts& facts = compiled_in();
  EXPECT_NE(facts.connector("MPO-16")->family, facts.connector("MPO-12")->family);
  EXPECT_EQ(facts.connector("MPO-24")->family, facts.connector("MPO-12")->family);
}

TEST(Connectors, AFaceThatNobodyDescribedIsKnownButNotModelled) {
  const Connector* quad = compiled_in().connector("LC quad");
  ASSERT_NE(quad, nullptr);
  EXPECT_FALSE(quad->modelled());
  EXPECT_TRUE(quad->populated.empty());
}

TEST(Fibres, LoseWhatTheStandardAllows) {
  const Facts& facts = compiled_in();
  EXPECT_EQ(facts.fibre("om4")->tia.at(850), Attenuation{3'000'000});
  EXPECT_EQ(facts.fibre("OM4")->iso.at(850), Attenuation{3'500'000});
  EXPECT_FALSE(facts.fibre("OM4")->tia.contains(1310)) << "not a window of multimode fibre";
}

TEST(Fibres, MayStandInForOneAnotherOrNot) {
  const Facts& facts = compiled_in();
  EXPECT_EQ(facts.substitution("OM3", "OM4")->verdict, "ok");
  EXPECT_EQ(facts.substitution("OM4", "OM3")->verdict, "recheck");
  EXPECT_EQ(facts.substitution("OM4", "OS2")->verdict, "no");
  EXPECT_EQ(facts.substitution("OM1", "OM4")->verdict, "no");
}

TEST(Grades, TheTradesFigureComesBeforeOneMakers) {
  const Grade* low_loss = compiled_in().grade("mpo-12", "MPO-12", "SM", "low loss");
  ASSERT_NE(low_loss, nullptr);
  EXPECT_TRUE(low_loss->owner.empty());
  EXPECT_EQ(low_loss->most, Loss{350'000});
  EXPECT_EQ(compiled_in().grade("mpo-12", "MPO-12", "MM", "elite")->owner, "US Conec");
  EXPECT_EQ(compiled_in().grade("mpo-12", "MPO-12", "MM", "splendid"), nullptr);
  // One maker's guarantee for what it calls low loss is no figure of the trade.
  EXPECT_EQ(compiled_in().grade("mpo", "MPO-24", "SM", "low-loss"), nullptr);
  const Grade* of_24 = compiled_in().grade("mpo", "MPO-24", "MM", "low-loss");
  ASSERT_NE(of_24, nullptr);
  EXPECT_TRUE(of_24->owner.empty());
  EXPECT_EQ(of_24->confidence, Confidence::kLow);
}

TEST(Grades, AJointOfUnstatedGradeMayLoseWhatTheCablingStandardAllows) {
  for (std::string_view mode : {"SM", "MM"}) EXPECT_EQ(compiled_in().any_pair_limit(mode)->most, Loss{750'000});
}

TEST(Jackets, PlenumReplacesRiserAndNotTheOtherWayRound) {
  const Facts& facts = compiled_in();
  const auto replaces = [&](std::string_view offered, std::string_view needed) {
    const auto& list = facts.jacket(needed)->may_be_replaced_by;
    return std::find(list.begin(), list.end(), offered) != list.end();
  };
  EXPECT_TRUE(replaces("OFNP", "OFNR"));
  EXPECT_FALSE(replaces("OFNR", "OFNP"));
  EXPECT_FALSE(replaces("OFCP", "OFNR")) << "a conductive type for a non-conductive one";
  EXPECT_EQ(facts.jacket("plenum")->type, "OFNP");
  EXPECT_FALSE(facts.space("plenum")->accepted.empty());
}

TEST(Splices, LoseAtMostThreeTenths) { EXPECT_EQ(compiled_in().splice("SM")->most, Loss{300'000}); }

TEST(TestLimits, DependOnTheEdition) {
  const auto end_of = [](std::string_view edition, std::string_view mode) {
    for (const TestLimit& limit : test_limits(compiled_in()))
      if (limit.edition == edition && limit.mode == mode) return limit.reference_to_standard;
    return std::optional<Loss>();
  };
  EXPECT_EQ(end_of("tia-568.3-d", "MM"), Loss{300'000});
  EXPECT_EQ(end_of("tia-568.3-e", "MM"), Loss{500'000});
  EXPECT_EQ(end_of("iso-14763-3", "MM"), Loss{300'000});
  for (const TestLimit& limit : test_limits(compiled_in())) {
    EXPECT_EQ(limit.mode == "SM" ? limit.reference_to_standard : Loss{500'000}, Loss{500'000}) << limit.edition;
    EXPECT_EQ(limit.connection, Loss{750'000}) << limit.edition;
    EXPECT_EQ(limit.wavelengths_nm.size(), 2u);
  }
}

TEST(Splitters, ShortenTheChannel) {
  EXPECT_EQ(compiled_in().splitter_limit("MFP7E40", "OS2")->longest, Length{50'000});
  EXPECT_EQ(compiled_in().splitter_limit("MFP7E20", "OM3")->longest, Length{30'000});
  EXPECT_EQ(compiled_in().splitter_limit("MFP7E10", "OM3"), nullptr);
}

TEST(Tables, AreAllKeptAsText) {
  const Facts& facts = compiled_in();
  for (std::string_view name : {"optics", "terms", "words", "brands", "colours", "sources", "wrong_in_public", "cpr_marks"}) {
    const Table* table = facts.table(name);
    ASSERT_NE(table, nullptr) << name;
    EXPECT_FALSE(table->rows.empty()) << name;
    EXPECT_EQ(table->rows.size(), table->places.size()) << name;
  }
  EXPECT_EQ(facts.table("optics")->cell(0, "pmd"), "10GBASE-SR");
  EXPECT_EQ(facts.table("optics")->cell(0, "no such column"), "");
  EXPECT_EQ(facts.names_of("methods"), (std::vector<std::string>{"A", "B", "C", "U1", "U2"}));
}

}  // namespace
}  // namespace ferrule::facts
