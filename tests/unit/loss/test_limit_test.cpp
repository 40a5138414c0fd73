// Test limits by hand, and how a sum is typed into a tester.
#include "loss/test_limit.h"

#include <gtest/gtest.h>

#include "diag/source.h"
#include "loss/window.h"
#include "support/embedded_facts.h"

namespace ferrule::loss {
namespace {

facts::TestLimit edition(std::string_view name, std::string_view mode) {
  for (const facts::TestLimit& limit : facts::test_limits(test::embedded_facts()))
    if (limit.edition == name && limit.mode == mode) return limit;
  ADD_FAILURE() << name << " " << mode;
  return {};
}

TestedPath path(const char* fibre, std::int64_t metres, int ends, int connections, int splices) {
  TestedPath out;
  out.mode = test::embedded_facts().fibre(fibre)->mode;
  out.ends = ends;
  out.connections = connections;
  out.splices = splices;
  out.glass = {{test::embedded_facts().fibre(fibre), Length{metres * 1000}}};
  return out;
}

TEST(TestLimit, MpoAtBothEndsOfNinetyMetresOfOm4) {
  const TestedPath link = path("OM4", 90, 2, 0, 0);
  // 2 x 0.50 + 0.090 km x 3.0 dB/km = 1.27 dB
  EXPECT_EQ(*limit_by_edition(link, edition("tia-568.3-e", "MM"), "850").limit(), Loss{1'270'000});
  // 2 x 0.30 + 0.27 = 0.87 dB
  EXPECT_EQ(*limit_by_edition(link, edition("tia-568.3-d", "MM"), "850").limit(), Loss{870'000});
  // 2 x 0.30 + 0.090 km x 3.5 dB/km = 0.915 dB
  EXPECT_EQ(*limit_by_edition(link, edition("iso-14763-3", "MM"), "850").limit(), Loss{915'000});
  // 2 x 0.50 + 0.090 km x 1.5 dB/km = 1.135 dB
  EXPECT_EQ(*limit_by_edition(link, edition("tia-568.3-e", "MM"), "1300").limit(), Loss{1'135'000});
}

TEST(TestLimit, CassettesHaveConnectionsInBetween) {
  // 2 x 0.50 + 2 x 0.75 + 0.030 km x 3.0 dB/km = 2.59 dB
  EXPECT_EQ(*limit_by_edition(path("OM4", 30, 2, 2, 0), edition("tia-568.3-e", "MM"), "850").limit(), Loss{2'590'000});
}

TEST(TestLimit, AChannelHasNoEnds) {
  // 4 x 0.75 + 0.034 km x 3.0 dB/km = 3.102 dB
  EXPECT_EQ(*limit_by_edition(path("OM4", 34, 0, 4, 0), edition("tia-568.3-e", "MM"), "850").limit(), Loss{3'102'000});
}

// The worked example of a tester's manual: 842 m of multimode, 0.3 dB at both ends, two connections and a splice in between. Its
// connections are set to 0.45 and its splice to 0.2 dB: 2.947 + 0.6 + 0.9 + 0.2 = 4.647 dB, printed as 4.65.
TEST(TestLimit, TheExampleOfATestersManual) {
  facts::TestLimit set = edition("iso-14763-3", "MM");
  set.connection = Loss{450'000};
  set.splice = Loss{200'000};
  EXPECT_EQ(*limit_by_edition(path("OM4", 842, 2, 2, 1), set, "850").limit(), Loss{4'647'000});
  // With standard-grade cords, 0.75 dB at both ends: 5.547 dB, printed as 5.55.
  set.reference_to_standard = Loss{750'000};
  EXPECT_EQ(*limit_by_edition(path("OM4", 842, 2, 2, 1), set, "850").limit(), Loss{5'547'000});
}

TEST(TestLimit, SingleModeWithASplice) {
  // 2 x 0.50 + 0.30 + 7 km x 0.4 dB/km = 4.10 dB
  EXPECT_EQ(*limit_by_edition(path("OS2", 7000, 2, 0, 1), edition("tia-568.3-e", "SM"), "1310").limit(), Loss{4'100'000});
}

TEST(TestLimit, WhatIsNotKnownGivesNoLimit) {
  const TestSum splice = limit_by_edition(path("OS2", 7000, 2, 0, 1), edition("iso-14763-3", "SM"), "1310");
  EXPECT_FALSE(splice.limit());
  EXPECT_EQ(splice.missing, std::vector<std::string>{"what ISO/IEC 14763-3 allows a splice is not known"});
  TestedPath tapped = path("OM4", 30, 2, 0, 0);
  tapped.not_covered = {"tap monitor"};
  EXPECT_FALSE(limit_by_edition(tapped, edition("tia-568.3-e", "MM"), "850").limit());
  EXPECT_FALSE(limit_by_edition(path("OM4", 30, 2, 0, 0), edition("tia-568.3-e", "MM"), "1064").limit());
  TestedPath own = path("OM4", 30, 2, 0, 0);
  own.own = {{"MPO-12, low-loss", Loss{350'000}}};
  EXPECT_EQ(*limit_by_own_figures(own, "850", false).limit(), Loss{440'000});
  own.own_unknown = {"no loss is stated for MPO-12 of trunk"};
  EXPECT_FALSE(limit_by_own_figures(own, "850", false).limit());
}

TEST(TestLimit, ATesterAddsConnectionsOrModules) {
  const facts::TestLimit e = edition("tia-568.3-e", "MM");
  const auto ends = length_based(limit_by_edition(path("OM4", 90, 2, 0, 0), e, "850"), false);
  ASSERT_TRUE(ends);
  EXPECT_FALSE(ends->modules);
  EXPECT_EQ(ends->count, 2);
  EXPECT_EQ(ends->each, Loss{500'000});
  const TestSum cassettes = limit_by_edition(path("OM4", 30, 2, 2, 0), e, "850");
  EXPECT_FALSE(length_based(cassettes, false));  // ends and connections differ
  const auto modules = length_based(cassettes, true);
  ASSERT_TRUE(modules);
  EXPECT_TRUE(modules->modules);
  EXPECT_EQ(modules->each, Loss{1'250'000});
  EXPECT_FALSE(length_based(limit_by_edition(path("OM4", 30, 2, 3, 0), e, "850"), true));
  TestedPath mixed = path("OM4", 30, 2, 0, 0);
  mixed.glass.push_back({test::embedded_facts().fibre("OM3"), Length{1000}});
  EXPECT_FALSE(length_based(limit_by_edition(mixed, e, "850"), false));
}

TEST(Window, IsTheColumnThatBoundsTheGlass) {
  EXPECT_EQ(window_of("850"), 850);
  EXPECT_EQ(window_of("1300"), 1310);
  EXPECT_EQ(window_of("1295.56"), 1310);
  EXPECT_EQ(window_of("1550"), 1550);
  EXPECT_EQ(window_of("1064"), std::nullopt);
  EXPECT_EQ(window_of("many"), std::nullopt);
}

}  // namespace
}  // namespace ferrule::loss
