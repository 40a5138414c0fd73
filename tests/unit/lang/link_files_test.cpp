// Files of links as they come: headers of one and two rows, topology files and graphs; and what is said of rows that are none.
#include <gtest/gtest.h>

#include "lang/design.h"
#include "reading/read_text.h"

namespace ferrule::lang {
namespace {

constexpr const char* kAnyTier =
    "ferrule: 1\nfabric:\n  tiers: {t: {devices: \"*\", ports: {\"*\": 400GBASE-DR4}}}\n  links: links\n";

// "leaf1/swp1 spine1/swp3" for each link, or what was found.
std::string links_of(const std::string& file, const std::string& project = kAnyTier) {
  const Read read = read_text(project, {{"links", file}});
  if (!read.said().empty()) return read.said();
  std::string out;
  for (const synth::ListedLink& link : read.project->design->fabric.listed)
    out += link.a.device + "/" + link.a.port + " " + link.b.device + "/" + link.b.port + "\n";
  return out;
}

constexpr const char* kOne = "leaf1/swp1 spine1/swp3\n";

TEST(LinkFiles, HeadersThatPeopleWrite) {
  for (const char* text : {
           "a,b\nleaf1/swp1,spine1/swp3\n",
           "A;Z\nleaf1:swp1;spine1:swp3\n",
           "A-Node Name,A-Type,A-Port,Z-Node Name,Z-Type,Z-Port\nleaf1,Switch,swp1,spine1,Switch,swp3\n",
           "local_node\tlocal_port\tremote_node\tremote_port\nleaf1\tswp1\tspine1\tswp3\n",
           "from,from port,to,to port\nleaf1,swp1,spine1,swp3\n",
           "From,,To,\nDevice,Port,Device,Port\nleaf1,swp1,spine1,swp3\n",
           "Source,,,,Destination\nRack,U,Name,Port,Rack,U,Name,Port\nA1,1,leaf1,swp1,A1,3,spine1,swp3\n",
           "Rack,U,Name,HCA/Port,Rack,Name,Name,Port\nA1,1,leaf1,swp1,A1,3,spine1,swp3\n",
           "A,,Z,\nname,port,name,port\nleaf1,swp1,spine1,swp3\n",
           "Port A,Node A,Length,Port B,Node B\nswp1,leaf1,3 m,swp3,spine1\n",
           "side_a_device,side_a_type,side_a_name,side_b_device,side_b_type,side_b_name\n"
           "leaf1,dcim.interface,swp1,spine1,dcim.interface,swp3\n",
           "Cabling of hall 1\n\nrevision,3\nDevice,Port,Device,Port\nleaf1,swp1,spine1,swp3\nDevice,Port,Device,Port\n",
           "Quelle;Port;Ziel;Port\nleaf1;swp1;spine1;swp3\n",
           "Von Gerät;Von Port;Nach Gerät;Nach Port;Anzahl\nleaf1;swp1;spine1;swp3;1\n",
           "Quelle;;;;Ziel\nSchrank;HE;Gerät;Anschluss;Schrank;HE;Gerät;Anschluss\nA1;1;leaf1;swp1;A1;3;spine1;swp3\n",
           "a,b\rleaf1/swp1,spine1/swp3\r",
           "a,b,note\n# later,,\nleaf1/swp1,spine1/swp3,\"12\"\" deep\"\n,,spare\n",
       })
    EXPECT_EQ(links_of(text), kOne) << text;
}

TEST(LinkFiles, ARowOfSeveralLinksNamesAsManyPorts) {
  const std::string head = "source,source port,destination,destination port,qty\n";
  const std::string two = "leaf1/swp1 spine1/swp09\nleaf1/swp2 spine1/swp10\n";
  for (const char* row : {"leaf1,swp1-2,spine1,swp09-10,2\n", "leaf1,swp1-swp2,spine1,swp09 - swp10,2\n",
                          "leaf1,swp[1-2],spine1,swp[09-10],2\n", "leaf1,swp1,spine1,swp09,1\nleaf1,swp2,spine1,swp10,\n"})
    EXPECT_EQ(links_of(head + row), two) << row;
  EXPECT_EQ(links_of("a,b\nleaf1/1-2,spine1/1-2\n"), "leaf1/1-2 spine1/1-2\n") << "slot 1, port 2, for all that it says";
  EXPECT_EQ(links_of(head + "leaf1,swp1-2,spine1,swp3,2\n"),
            "F841 links:2:26 the row says 2 links, and 'swp3' does not name so many ports\n");
  EXPECT_EQ(links_of(head + "leaf1,swp1-2,spine1,swp4-6,2\n"),
            "F841 links:2:28 the row says 2 links, and 'swp4-6' does not name so many ports\n");
  EXPECT_EQ(links_of(head + "leaf1,swp1,spine1,swp3,0\n"), "F841 links:2:24 '0' is no number of links\n");
}

TEST(LinkFiles, RowsThatAreNoLink) {
  EXPECT_EQ(links_of("x,y\n1,2\n"), "F841 plant.yaml:4:10 'links' says no links\n");
  EXPECT_EQ(links_of(""), "F841 plant.yaml:4:10 'links' says no links\n");
  EXPECT_EQ(links_of("a,b\n"), "F841 plant.yaml:4:10 'links' says no links\n");
  EXPECT_EQ(links_of("a,b\nleaf1/swp1,\n"), "F841 links:2:1 the row has no device of its second end\n");
  EXPECT_EQ(links_of("a,b\nleaf1,spine1/swp1\n"), "F841 links:2:1 the row has no port of its first end\n");
  EXPECT_EQ(links_of("a,b\nle[af1/swp1,spine1/swp1\n"), "L206 links:2:1 'le[af1' is not a name: a range cannot stand here\n");
}

// What is said of the row that is most like a header.
std::string nearest_of(const std::string& file) {
  const Read read = read_text(kAnyTier, {{"links", file}});
  for (const diag::Finding& finding : read.findings.all())
    for (const diag::Note& note : finding.notes)
      if (note.place.known()) return note.text;
  return {};
}

TEST(LinkFiles, AHeaderThatIsNoneIsHeldAgainstWhatIsKnown) {
  EXPECT_EQ(
      nearest_of("Hall 1,2026\nFrom Node,From Plugs,To Node,To Plugs\nleaf1,1,spine1,1\n"),
      "nearest to a header: 'From Node', 'To Node' are known, 'From Plugs', 'To Plugs' not; it lacks the port of the first end, "
      "the port of the second end");
  EXPECT_EQ(nearest_of("part,quantity\ncord,3\n"), "no header of links has 'part', 'quantity'");
  EXPECT_EQ(nearest_of("device,port\nleaf1,swp1\n"),
            "nearest to a header: 'device', 'port' are known; it lacks the device of the second end, the port of the second end");
  EXPECT_EQ(nearest_of("hello\n"), "");
}

TEST(LinkFiles, TopologyFilesSayLinksAtBothEnds) {
  EXPECT_EQ(links_of("# made by hand\nMQM8700 leaf1\n   swp1 -4x-50G-> MQM8700 spine1 swp3\nMQM8700 spine1 CFG: x=1\n"
                     "\tswp3 -4x-50G-> MQM8700 leaf1 swp1\r\n"),
            kOne);
  EXPECT_EQ(links_of("   P1 -4x-50G-> MQM8700 spine1 P3\n"), "F841 links:1:4 a port stands above the first device\n");
  EXPECT_EQ(links_of("MQM8700 leaf1\n   P1 -4x-50G-> MQM8700 spine1\n"),
            "F841 links:2:4 this line is no device, and no port of one\n");
}

TEST(LinkFiles, Graphs) {
  for (const char* text : {
           "graph g {\n \"leaf1\":\"swp1\" -- \"spine1\":\"swp3\"\n}\n",
           "strict digraph { leaf1:swp1 -> spine1:swp3 [color=red, x=\"y;]\"]; }",
           "// note\ngraph g { /* a { */ rankdir=LR; node [shape=box]; graph [a=b]; leaf1 [label=<<b>x</b>>]; subgraph c { "
           "leaf1:swp1:n -- "
           "spine1:swp3:s } }",
           "\"leaf1\":\"swp1\" -- \"spine1\":\"swp3\"\n\"spine1\":\"swp3\" -- \"leaf1\":\"swp1\"\n",
           "graph {\n# a remark: { \"\n\"leaf1\":\"swp1\" -- \"spine1\":\"swp3\" [left_mac=\"00:00\"]\n",
       })
    EXPECT_EQ(links_of(text), kOne) << text;
  EXPECT_EQ(links_of("graph g { leaf1 -- spine1:swp3 }"), "F841 links:1:11 the edge names no port of 'leaf1'\n");
  EXPECT_EQ(links_of("graph g { leaf1:swp1 -- {a b} }"), "F841 links:1:22 an edge leads to no single port\n");
  EXPECT_EQ(links_of("graph g { ] a:1 -- b:1 }"), "F841 links:1:11 ']' begins no node and no edge\n");
  EXPECT_EQ(links_of("graph g { \"a"), "F841 plant.yaml:4:10 'links' says no links\n");
}

TEST(LinkFiles, ATypeOfTheFileChoosesTheTier) {
  const char* project =
      "ferrule: 1\nfabric:\n  tiers:\n    t: {type: \"MQM*\", ports: {\"*\": 400GBASE-DR4}}\n    h: {type: HCA, ports: {\"*\": "
      "400GBASE-DR4}}\n"
      "  links: links\n";
  const Read read = read_text(project, {{"links", "MQM1 a\n P1 -4x-50G-> HCA b 1\n P2 -4x-50G-> MQM2 c P1\n"}});
  ASSERT_EQ(read.said(), "");
  const synth::Fabric& fabric = read.project->design->fabric;
  ASSERT_EQ(fabric.rules.size(), 2u);
  EXPECT_EQ(fabric.rules[0].name, "t-h");
  EXPECT_EQ(fabric.rules[1].name, "t-t");
}

TEST(LinkFiles, WithoutTiersDevicesAreOfTheirTypeOrTheirLetters) {
  const Read read = read_text("ferrule: 1\nfabric: {links: links}\n",
                              {{"links", "node a,port a,type a,node b,port b,optic\nx1,1,Host,su1-leaf-03,1,400GBASE-DR4\n"}});
  ASSERT_EQ(read.said(), "");
  const synth::Fabric& fabric = read.project->design->fabric;
  ASSERT_EQ(fabric.tiers.size(), 2u);
  EXPECT_EQ(fabric.tiers[0].name, "Host");
  EXPECT_EQ(fabric.tiers[1].name, "su-leaf");
  EXPECT_EQ(fabric.devices[0].ports[0].optic, "400GBASE-DR4");
}

TEST(LinkFiles, NamesThatAreNoKindsOfDeviceAreNotTiers) {
  std::string rows = "node a,port a,node b,port b,optic\n";
  for (char x = 'a'; x <= 'z'; ++x)
    for (char y = 'a'; y <= 'e'; ++y) rows += std::string("x") + x + y + ",1,y" + x + y + ",1,400GBASE-DR4\n";
  EXPECT_EQ(links_of(rows, "ferrule: 1\nfabric: {links: links}\n"),
            "F805 links:52:1 names and types of devices make more than 100 tiers\n");
}

TEST(LinkFiles, WhatAProjectMayNotSay) {
  const std::string head = "ferrule: 1\nfabric:\n  tiers:\n", tail = "  links: links\n";
  EXPECT_EQ(links_of("a,b\nt1/1,t2/1\n", head + "    t: {devices: \"t*\", count: 2, ports: {\"*\": 400GBASE-DR4}}\n" + tail),
            "L202 plant.yaml:4:31 `count` beside `devices` or `type`\n");
  EXPECT_EQ(links_of("a,b\nt1/1,t2/1\n", head + "    t: {count: 2, ports: {\"p*\": 400GBASE-DR4}}\n" + tail),
            "L202 plant.yaml:4:27 'p*' in a tier with a count\n");
  EXPECT_EQ(links_of("a,b\nt1/1,t2/1\n", head + "    t: {ports: {p: 400GBASE-DR4}}\n" + tail),
            "L203 plant.yaml:4:8 `count` is missing\n");
  EXPECT_EQ(
      links_of("a,b\nt1/1,t2/1\n", head + "    t: {devices: \"t*\", ports: {\"*\": 400GBASE-DR4}}\n    u: {count: 1, ports: {p: "
                                          "400GBASE-DR4}}\n  links: [{from: u, to: t}, links]\n"),
      "L202 plant.yaml:6:25 a rule at t, whose devices files of links name\n");
  EXPECT_EQ(links_of("", "ferrule: 1\nfabric: {links: [{file: links, from: x}]}\n"),
            "L202 plant.yaml:2:32 `from` beside `file`\n");
  EXPECT_EQ(links_of("", "ferrule: 1\nfabric: {links: [{to: x}]}\n"), "L203 plant.yaml:2:18 `from` is missing\n");
}

}  // namespace
}  // namespace ferrule::lang
