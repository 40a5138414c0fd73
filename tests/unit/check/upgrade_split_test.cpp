// Cuts out of plants made by hand, the transceivers put to them, and what a mix counts of links that split.
#include "check/upgrade_split.h"

#include <map>
#include <gtest/gtest.h>

#include "check/change.h"
#include "check/upgrade_cut.h"
#include "check/upgrade_mix.h"
#include "plant/builder.h"
#include "small_plant.h"

namespace ferrule::check {
namespace {

// A transceiver of so many lanes, lane k at positions k and 11 - k.
plant::PartType parallel(std::string name, std::uint8_t lanes) {
  plant::PartType type = sr4();
  type.name = type.application = std::move(name);
  type.lanes.clear();
  for (std::uint8_t lane = 0; lane < lanes; ++lane) {
    type.lanes.push_back({0, static_cast<std::uint8_t>(11 - lane), plant::Function::kTransmit, plant::Side::kNone, lane});
    type.lanes.push_back({0, lane, plant::Function::kReceive, plant::Side::kNone, lane});
  }
  type.lay_out_map();
  return type;
}

// A plug with four lanes' fibres to four plugs, leg k's first and last position.
plant::PartType fan() {
  plant::PartType type;
  type.name = "fan";
  type.kind = plant::Kind::kBreakout;
  type.fibre = "OM4";
  for (const char* name : {"head", "1", "2", "3", "4"}) type.faces.push_back(mpo12(name, spec::Pins::kUnpinned));
  type.lay_out_map();
  for (std::uint8_t leg = 0; leg < 4; ++leg) {
    type.connect({0, leg}, {static_cast<std::uint16_t>(leg + 1), 11});
    type.connect({0, static_cast<std::uint8_t>(11 - leg)}, {static_cast<std::uint16_t>(leg + 1), 0});
  }
  return type;
}

// One port split to `legs` ports; cables of their own lengths.
struct HandMade {
  plant::Plant plant;
  facts::Facts facts;
  Settings settings;
  std::unique_ptr<Proof> proof;
  View view() const { return {plant, facts, settings, *proof}; }
};

facts::Facts tables_of_optics() {
  diag::Sources sources;
  diag::Findings findings;
  return facts::Facts::load(sources, {}, findings);
}

std::unique_ptr<HandMade> split_ports(const std::vector<std::uint32_t>& fan_lengths, bool from_legs) {
  plant::Builder builder;
  const std::uint32_t port = builder.add_type(parallel("100GBASE-SR4", 4)), leg = builder.add_type(parallel("25GBASE-SR", 1)),
                      harness = builder.add_type(fan());
  for (const std::uint32_t length : fan_lengths) {
    const std::uint32_t head = builder.add_asset(port, "head", Length{}, {}),
                        cable = builder.add_asset(harness, "fan", Length{length}, {});
    builder.mate(builder.connector(head), builder.connector(cable), plant::Joint::kMdi);
    for (int part = 0; part < 4; ++part) {
      const std::uint32_t end = builder.add_asset(leg, "leg", Length{}, {});
      builder.mate(builder.connector(cable, static_cast<std::size_t>(part + 1)), builder.connector(end), plant::Joint::kMdi);
      builder.add_link("link", {});
      plant::Bundle bundle{builder.connector(head), 0, builder.connector(end), 0};
      bundle.a_set = *builder.lane_set(builder.plant().connectors[bundle.a].face(), part, 1);
      bundle.b_set = *builder.lane_set(builder.plant().connectors[bundle.b].face());
      if (from_legs) {
        std::swap(bundle.a, bundle.b);
        std::swap(bundle.a_set, bundle.b_set);
      }
      builder.add_bundle(bundle);
    }
  }
  auto made = std::make_unique<HandMade>(HandMade{std::move(builder).finish(), tables_of_optics(), {}, nullptr});
  made->proof = prove(made->plant, made->facts);
  return made;
}

TEST(UpgradeCut, LinksThatShareAPortAreCutOutTogether) {
  const auto made = split_ports({5'000, 9'000}, false);
  const View view = made->view();
  const Cutter cutter(view);
  for (std::uint32_t link = 0; link < 8; ++link) {
    EXPECT_TRUE(cutter.splits(link));
    const Cut cut = cutter.cut(link);
    EXPECT_EQ(cut.why_none, "");
    EXPECT_EQ(cut.links, (link < 4 ? std::vector<std::uint32_t>{0, 1, 2, 3} : std::vector<std::uint32_t>{4, 5, 6, 7}));
    EXPECT_EQ(cut.ports.size(), 5u);
    EXPECT_TRUE(cut.breaks_out());
    EXPECT_EQ(parts_of(cut), 4);
    EXPECT_EQ(cut.matings.size(), 5u);
  }
  // Of one kind, though of two lengths.
  EXPECT_EQ(cutter.cut(0).kind(), cutter.cut(7).kind());
  EXPECT_NE(cutter.cut(0).lengths(), cutter.cut(7).lengths());
}

TEST(UpgradeCut, WhichEndALinkIsWrittenFromMakesNoOtherKind) {
  const auto one = split_ports({5'000}, false), other = split_ports({5'000}, true);
  const View one_view = one->view(), other_view = other->view();
  const Cut a = Cutter(one_view).cut(0), b = Cutter(other_view).cut(0);
  ASSERT_EQ(a.bundles.size(), b.bundles.size());
  for (std::size_t i = 0; i < a.bundles.size(); ++i) {
    EXPECT_TRUE(a.ports[a.bundles[i].a.port].split);
    EXPECT_TRUE(b.ports[b.bundles[i].a.port].split);
    EXPECT_EQ(a.bundles[i].a.first, b.bundles[i].a.first);
  }
}

TEST(UpgradeCut, OtherTransceiversKeepEachLinksShareOfTheLanes) {
  const auto made = split_ports({5'000}, false);
  const View view = made->view();
  const Cut cut = Cutter(view).cut(0);
  const plant::PartType leg = parallel("leg", 1);
  const plant::PartType eight = [] {
    plant::PartType type = parallel("eight", 4);
    for (plant::Lane lane : std::vector<plant::Lane>(type.lanes))
      type.lanes.push_back({0, lane.position, lane.function, lane.side, static_cast<std::uint8_t>(lane.number + 4)});
    return type;
  }();
  const std::optional<Cut> with = with_transceivers(cut, eight, leg);
  ASSERT_TRUE(with);
  EXPECT_EQ(with->bundles[3].a.first, 6);
  EXPECT_EQ(with->bundles[3].a.count, 2);
  EXPECT_FALSE(with_transceivers(cut, parallel("three", 3), leg));
  EXPECT_FALSE(with_transceivers(cut, parallel("two", 2), leg));
}

TEST(UpgradeCut, SplittersAreThoseOfTheTablesThatFitThePort) {
  const auto made = split_ports({5'000}, false);
  const View view = made->view();
  const Cut cut = Cutter(view).cut(0);
  const auto names = [&](const char* application) {
    std::vector<std::string> out;
    for (const facts::Optic* optic : splitters(cut, made->facts, *made->facts.optic(application))) out.push_back(optic->pmd);
    return out;
  };
  EXPECT_EQ(names("25GBASE-SR"), std::vector<std::string>{"100GBASE-SR4"});
  const std::vector<std::string> of_100 = names("100GBASE-SR1");
  EXPECT_NE(std::find(of_100.begin(), of_100.end(), "400GBASE-SR4"), of_100.end());
  EXPECT_EQ(std::find(of_100.begin(), of_100.end(), "800GBASE-SR8"), of_100.end());  // its receptacle has another shape
  EXPECT_TRUE(names("100GBASE-LR4").empty());
}

// Eight links of two ports, of which a leg of a trunk takes each.
UpgradeGroup eight_links() {
  UpgradeGroup group;
  group.names = {"L1"};
  group.count = 8;
  group.parts = 4;
  group.today = "10GBASE-SR";
  group.split_today = "40GBASE-SR4";
  group.split_ports = {1, 2};
  group.whole_ports = {11, 12, 13, 14, 15, 16, 17, 18};
  group.split_transceivers = {1, 2};
  group.whole_transceivers = group.whole_ports;
  group.legs = {5, 6};
  return group;
}

std::map<std::string, std::uint64_t> bought(const UpgradeMix& mix) {
  std::map<std::string, std::uint64_t> out;
  for (const ShoppingLine& line : mix.totals) out[line.words] = line.count;
  return out;
}

TEST(UpgradeMixOfSplits, EveryLegAndEverySplitPortIsCountedOnce) {
  const facts::Facts tables = tables_of_optics();
  Upgrade upgrade;
  upgrade.applications = {tables.optic("25GBASE-SR"), tables.optic("100GBASE-SR4")};
  upgrade.transceivers = {tables.optic("100GBASE-SR4")};
  UpgradeGroup group = eight_links();
  Answer split;
  split.carries = Carries::kChange;
  split.change = "cords";
  split.split_port = "100GBASE-SR4";
  split.per_leg = 4;
  split.buy = {{"array cord", "", "", 1, Per::kSplitPort, {"split port"}}, {"duplex cord", "", "", 1, Per::kChannel, {"legs"}}};
  Answer ended;
  ended.carries = Carries::kChange;
  ended.change = "a cord";
  ended.takes_split = true;
  ended.buy = {{"array cord", "", "", 2, Per::kChannel, {"end a", "end b"}}};
  group.answers = {split, ended};
  upgrade.groups = {group};
  const PriceOf unpriced = [](const std::string&) { return std::optional<std::int64_t>(); };
  const UpgradeMix of_legs = cheapest_mix(upgrade, "25G", {0}, unpriced);
  EXPECT_EQ(of_legs.carried, 8u);
  EXPECT_EQ(of_legs.of, 8u);
  EXPECT_EQ(bought(of_legs), (std::map<std::string, std::uint64_t>{
                                 {"array cord", 2}, {"duplex cord", 8}, {"25GBASE-SR", 8}, {"100GBASE-SR4", 2}}));
  // Two legs carry two whole channels, though eight links run there today.
  const UpgradeMix whole = cheapest_mix(upgrade, "100G", {1}, unpriced);
  EXPECT_EQ(whole.carried, 2u);
  EXPECT_EQ(whole.of, 8u);
  EXPECT_EQ(bought(whole), (std::map<std::string, std::uint64_t>{{"array cord", 4}, {"100GBASE-SR4", 4}}));
  // Asked for either, the one that carries the more.
  EXPECT_EQ(cheapest_mix(upgrade, "either", {0, 1}, unpriced).carried, 8u);
}

TEST(UpgradeMixOfSplits, WhatStandsAlreadyIsNotBought) {
  const facts::Facts tables = tables_of_optics();
  Upgrade upgrade;
  upgrade.applications = {tables.optic("10GBASE-SR"), tables.optic("25GBASE-SR")};
  upgrade.transceivers = {tables.optic("40GBASE-SR4")};
  UpgradeGroup group = eight_links();
  Answer now;
  now.carries = Carries::kYes;
  now.split_port = "40GBASE-SR4";
  group.answers = {now, now};
  upgrade.groups = {group};
  const PriceOf ten = [](const std::string&) { return std::optional<std::int64_t>(10); };
  EXPECT_EQ(cheapest_mix(upgrade, "10G", {0}, ten).transceivers, 0u);
  EXPECT_EQ(cheapest_mix(upgrade, "10G", {0}, ten).cost, 0);
  EXPECT_EQ(cheapest_mix(upgrade, "25G", {1}, ten).transceivers, 8u);  // the split ports stay as they are
  EXPECT_EQ(cheapest_mix(upgrade, "25G", {1}, ten).cost, 80);
}

TEST(UpgradeMixOfSplits, APortOfAMeshNeedsOneTransceiverWhateverItsReceptacles) {
  const facts::Facts tables = tables_of_optics();
  Upgrade upgrade;
  upgrade.applications = {tables.optic("800GBASE-DR4"), tables.optic("2x400GBASE-DR4")};
  UpgradeGroup group = eight_links();
  group.whole_ports = group.whole_transceivers = {};
  group.split_today = "";
  Answer yes;
  yes.carries = Carries::kYes;
  group.answers = {yes, yes};
  upgrade.groups = {group};
  const PriceOf unpriced = [](const std::string&) { return std::optional<std::int64_t>(); };
  EXPECT_EQ(cheapest_mix(upgrade, "800G", {0}, unpriced).transceivers, 2u);
  EXPECT_EQ(cheapest_mix(upgrade, "twin", {1}, unpriced).transceivers, 2u);
}

}  // namespace
}  // namespace ferrule::check
