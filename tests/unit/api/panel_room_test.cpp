// Panels of structured cabling need units beside the devices: which devices share a rack decides how many.
#include "api/panel_room.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "api/design.h"

namespace ferrule::api {
namespace {

// So many racks of so many units; where the tiers stand is nobody's wish, unless `places` says it.
std::string tors_and_spines(int racks, int units, int panel_ports, const std::string& places = "") {
  return fmt::format(R"(ferrule: 1
policy: {{slack: 1 m}}
fabric:
  tiers:
    tor:   {{count: 16, ports: {{"up[1-4]": 400GBASE-DR4}}{3}}}
    spine: {{count: 4, height: 2, ports: {{"port[1-16]": 400GBASE-DR4}}}}
  links: [{{from: tor, to: spine}}]
cabling: {{all: {{as: structured, panel_ports: {2}}}}}
racks: {{"A[01-{0:02}]": {{at: [0 m, 0 m], step: [0.6 m, 0 m], units: {1}}}}}
)",
                     racks, units, panel_ports, places);
}

DesignReport plan_of(const std::string& text) { return design(load_texts({{"plant.yaml", text}}, {}), {}); }

// What all racks hold, devices and panels.
int units_taken(const DesignReport& report) {
  int units = static_cast<int>(report.plan.panels.size());
  for (const auto& stand : report.plan.stands) units += stand ? stand->height : 0;
  return units;
}

TEST(PanelRoom, DevicesStandSoThatPanelsFindRoom) {
  struct Hall {
    int racks, units, panel_ports;
  };
  // 24 units of devices. In each of these halls panels found no room beside devices that were placed without a look at them.
  for (const Hall hall : {Hall{4, 8, 32}, Hall{4, 10, 8}, Hall{4, 10, 12}, Hall{4, 10, 32}, Hall{6, 6, 12}, Hall{2, 14, 32}}) {
    const DesignReport report = plan_of(tors_and_spines(hall.racks, hall.units, hall.panel_ports));
    EXPECT_EQ(report.exit, Exit::kClean) << hall.racks << " x " << hall.units << ", " << hall.panel_ports;
    EXPECT_EQ(report.check.counts.proven, 64u);
    EXPECT_GT(report.plan.panels.size(), 0u);
    EXPECT_LE(units_taken(report), hall.racks * hall.units);
  }
}

TEST(PanelRoom, WhatHasNoRoomHasNone) {
  const DesignReport report = plan_of(tors_and_spines(4, 6, 32));  // devices fill all of it
  EXPECT_EQ(report.exit, Exit::kInfeasible);
  ASSERT_FALSE(report.findings.all().empty());
  EXPECT_EQ(report.findings.all().front().code, "F811");
}

TEST(PanelRoom, RacksThatATierNamesAreNotFilledToTheTop) {
  const DesignReport report = plan_of(tors_and_spines(5, 10, 16, R"(, racks: "A[01-03]")"));
  EXPECT_EQ(report.exit, Exit::kClean);
  for (std::size_t d = 0; d < 16; ++d) EXPECT_LT(report.plan.stands[d]->rack, 3u);
}

TEST(PanelRoom, TheCountIsThatOfThePanelsThatHang) {
  for (const int panel_ports : {8, 12, 32}) {
    const DesignReport report = plan_of(tors_and_spines(12, 12, panel_ports));
    ASSERT_EQ(report.exit, Exit::kClean);
    std::vector<std::uint32_t> racks;
    for (const auto& stand : report.plan.stands) racks.push_back(stand->rack);
    std::vector<int> hung(report.hall.racks.size());
    for (const synth::PlanPanel& panel : report.plan.panels) ++hung[panel.stand.rack];
    EXPECT_EQ(PanelCount(*report.design, report.net, report.recipes).panels(racks, hung.size()), hung);
  }
}

}  // namespace
}  // namespace ferrule::api
