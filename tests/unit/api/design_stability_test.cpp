// A small change of what is asked for is a small change of the plan: names, ports, panels and trunks of what stays are kept.
#include <algorithm>
#include <set>
#include <gtest/gtest.h>

#include "api/design.h"
#include "base/text.h"
#include "revised_plan.h"

namespace ferrule::api {
namespace {

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  return text.replace(text.find(what), what.size(), by);
}

constexpr const char* kUnits = R"(ferrule: 1
project: units
policy: {slack: 1 m}
fabric:
  groups: {su: 3}
  tiers:
    node:  {per: su, count: 4, height: 4, ports: {"osfp[1-2]": 400GBASE-DR4}, racks: "N{su}"}
    leaf:  {per: su, count: 2, ports: {"port[1-8]": 400GBASE-DR4}, racks: "L{su}"}
    spine: {count: 4, ports: {"port[1-16]": 400GBASE-DR4}, racks: S1}
  links:
    - {from: node, to: leaf, same: su, rail: true}
    - {from: leaf, to: spine, up: 4}
cabling:
  leaf-spine: {as: structured, trunks: [2, 4], panel_ports: 16, spare: 25}
racks:
  "N[1-3]": {at: [0 m, 0 m], step: [3 m, 0 m], units: 42}
  "L[1-3]": {at: [0.6 m, 0 m], step: [3 m, 0 m], units: 42}
  S1: {at: [9 m, 0 m], units: 42}
trays:
  row: {from: [0 m, 0.6 m], to: [9 m, 0.6 m], height: 2.7 m}
)";

constexpr const char* kLeafSpine = R"(ferrule: 1
project: leaf-spine
fabric:
  tiers:
    leaf:  {count: 9, ports: {"up[1-4]": 400GBASE-DR4}, racks: [A1, A2, A3], per_rack: 4}
    spine: {count: 2, ports: {"port[1-32]": 400GBASE-DR4}, racks: [B1, B2], per_rack: 1}
  links: [{from: leaf, to: spine}]
cabling: {all: {as: structured, trunks: [2, 4, 8], panel_ports: 16}}
racks:
  "A[1-3]": {at: [0 m, 0 m], step: [0.6 m, 0 m]}
  "B[1-2]": {at: [6 m, 0 m], step: [0.6 m, 0 m]}
)";

struct Change {
  const char* name;
  std::string before, after;
};

std::vector<Change> changes() {
  const std::string units = kUnits, leaves = kLeafSpine;
  const std::string node = "{per: su, count: 4,";
  return {
      {"one server fewer in the first unit", units, replaced(units, node, "{per: su, count: 4, except: [{su: 1, count: 3}],")},
      {"servers fewer in two units", units,
       replaced(units, node, "{per: su, count: 4, except: [{su: 1, count: 3}, {su: 2, count: 2}],")},
      {"one server more in the first unit", replaced(units, node, "{per: su, count: 4, except: [{su: 1, count: 3}],"), units},
      {"one unit more", replaced(units, "groups: {su: 3}", "groups: {su: 2}"), units},
      {"one unit fewer", units, replaced(units, "groups: {su: 3}", "groups: {su: 2}")},
      {"one leaf more", leaves, replaced(leaves, "count: 9", "count: 10")},
      {"one leaf fewer", leaves, replaced(leaves, "count: 9", "count: 8")},
      {"more room in each rack", leaves, replaced(leaves, "per_rack: 4", "per_rack: 5")},
  };
}

std::set<std::string> device_names(const DesignReport& report) {
  std::set<std::string> out;
  for (const synth::Device& device : report.net.devices) out.insert(device.name);
  return out;
}

std::set<std::string> cable_rows(const DesignReport& report) {
  std::set<std::string> out;
  for (const std::string_view row : split(report.files.at("cables.csv"), '\n')) out.emplace(row);
  return out;
}

// Rows that only one of two plans has and that name no device that only it has: they changed without need.
std::size_t changed_rows(const DesignReport& one, const DesignReport& other) {
  const std::set<std::string> rows = cable_rows(one), others = cable_rows(other), names = device_names(other);
  std::size_t changed = 0;
  for (const std::string& row : rows) {
    if (others.contains(row)) continue;
    bool of_its_own = row.starts_with("T-");  // what joins new racks, or more links between old ones
    for (const std::string& name : device_names(one))
      if (!names.contains(name) && (row.find(name + "/") != std::string::npos || row.find(name + "--") != std::string::npos ||
                                    row.find("--" + name + "-") != std::string::npos))
        of_its_own = true;
    changed += !of_its_own;
  }
  return changed;
}

TEST(DesignStability, ARevisedPlanChangesLessThanOneRowInTwenty) {
  for (const Change& change : changes()) {
    const DesignReport before = design(load_texts({{"plant.yaml", change.before}}, {}), {});
    ASSERT_EQ(before.exit, Exit::kClean) << change.name;
    const DesignReport after = revised(change.after, before.files);
    ASSERT_EQ(after.exit, Exit::kClean) << change.name;
    EXPECT_EQ(after.check.counts.proven, after.net.links.size()) << change.name;
    const std::size_t rows = cable_rows(before).size();
    EXPECT_LE(20 * changed_rows(before, after), rows) << change.name;
    EXPECT_LE(20 * changed_rows(after, before), rows) << change.name;
    const std::set<std::string> old = cable_rows(before);
    std::size_t trunks_gone = 0;  // a trunk that stays in use is the same row
    for (const std::string& row : old)
      if (row.starts_with("T-") && !cable_rows(after).contains(row)) ++trunks_gone;
    EXPECT_LE(trunks_gone, after.standing->report.cables_left.size()) << change.name;
  }
}

TEST(DesignStability, NothingAskedNothingChanged) {
  for (const char* text : {kUnits, kLeafSpine}) {
    const DesignReport before = design(load_texts({{"plant.yaml", text}}, {}), {});
    const DesignReport after = revised(text, before.files);
    ASSERT_EQ(after.exit, Exit::kClean);
    EXPECT_EQ(after.files, before.files);
  }
}

// There and back again: what was taken out comes back under the same names.
TEST(DesignStability, WhatComesBackComesBackTheSame) {
  const std::string fewer = replaced(kUnits, "{per: su, count: 4,", "{per: su, count: 4, except: [{su: 1, count: 3}],");
  const DesignReport before = design(load_texts({{"plant.yaml", kUnits}}, {}), {});
  const DesignReport without = revised(fewer, before.files);
  ASSERT_EQ(without.exit, Exit::kClean);
  EXPECT_EQ(without.standing->report.devices_left, std::vector<std::string>{"node1-4"});
  const DesignReport again = revised(kUnits, without.files);
  ASSERT_EQ(again.exit, Exit::kClean);
  EXPECT_EQ(cable_rows(again), cable_rows(before));
}

TEST(DesignStability, APlanWrittenByHandIsNotRevised) {
  const DesignReport report =
      revised(kLeafSpine, {{"plant.yaml", "ferrule: 1\nequipment:\n  leaf1: {ports: {\"up[1-4]\": 400GBASE-DR4}}\n"}});
  EXPECT_EQ(report.exit, Exit::kInfeasible);
  ASSERT_FALSE(report.findings.all().empty());
  EXPECT_EQ(report.findings.all()[0].code, "L202");
}

TEST(DesignStability, AProjectIsNotRevisedInThePlaceOfItsPlan) {
  const DesignReport report = revised(kLeafSpine, {{"plant.yaml", kLeafSpine}});
  EXPECT_EQ(report.exit, Exit::kInfeasible);
  ASSERT_FALSE(report.findings.all().empty());
  EXPECT_EQ(report.findings.all()[0].code, "L202");
}

}  // namespace
}  // namespace ferrule::api
