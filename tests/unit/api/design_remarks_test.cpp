// What a plan leaves over is told, a line for each tier, and where `fill` leaves a rack.
#include "api/design_remarks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ferrule::api {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> remarks_on(const std::string& fabric) {
  const DesignReport report = design(load_texts({{"plant.yaml", "ferrule: 1\nfabric:\n" + fabric}}, {}), {});
  EXPECT_EQ(report.exit, Exit::kClean);
  return design_remarks(report);
}

TEST(DesignRemarks, DevicesAndPortsWithoutALinkAreCounted) {
  EXPECT_THAT(remarks_on(R"(  tiers:
    leaf:  {count: 2, ports: {"up[1-4]": 400GBASE-DR4}}
    spine: {count: 4, ports: {"port[1-4]": 400GBASE-DR4}}
  links: [{from: leaf, to: spine, up: 1}]
)"),
              ElementsAre("leaf: 6 of 8 ports that its rules may take stay free",
                          "spine: 14 of 16 ports that its rules may take stay free; 2 of 4 devices without a link: spine[3-4]"));
}

TEST(DesignRemarks, NothingIsSaidOfPortsThatNoRuleTakes) {
  EXPECT_THAT(remarks_on(R"(  tiers:
    leaf:  {count: 2, ports: {"down[1-8]": 100GBASE-DR, "up[1-4]": 400GBASE-DR4}}
    spine: {count: 2, ports: {"port[1-4]": 400GBASE-DR4}}
  links: [{from: leaf, to: spine}]
)"),
              IsEmpty());
}

TEST(DesignRemarks, FillThatLeavesTheRackIsTold) {
  EXPECT_THAT(remarks_on(R"(  tiers:
    node: {count: 6, ports: {nic: 100GBASE-DR}, racks: "A[1-2]", per_rack: 3}
    tor:  {count: 2, ports: {"down[1-4]": 100GBASE-DR}, racks: "A[1-2]", per_rack: 1}
  links: [{from: node, to: tor, fill: true}]
racks: {"A[1-2]": {at: [0 m, 0 m], step: [0.6 m, 0 m]}}
)"),
              ElementsAre("tor: 2 of 8 ports that its rules may take stay free",
                          "node-tor (`fill`): 1 of 6 devices joined to a tor in another rack: node4"));
}

}  // namespace
}  // namespace ferrule::api
