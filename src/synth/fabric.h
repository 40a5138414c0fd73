// A fabric as its author writes it: tiers of equal devices, groups they are counted in, and rules that say which tier is joined to which.
//
//     groups: {su: 4}                     four scalable units, su1 to su4
//     node:   {per: su, count: 32}        32 in each su: node1-01 ... node4-32
//     node-leaf: node -> leaf, same su, rail: receptacle k of a node goes to leaf k of its su
//
// Shape:  a coordinate is the index of a group, or `n`, a device's place among those of its groups; all from 0 here, from 1 in texts.
//         Tiers and rules stand in written order; a rule takes its ports behind those of the rules before it. Links that files
//         name (listed) are of a rule as well, one for each pair of tiers and optics, so that wishes and parts are found alike.
// Errors: none here; expand.h says what does not add up.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "diag/source.h"
#include "plant/names.h"

namespace ferrule::synth {

struct Group {
  std::string name;
  int count = 0;
  diag::Place place;
};

constexpr int kMostReceptacles = 1'000'000;  // of a device: more is a slip

// One way in which the lanes of a receptacle go to several ports of another optic: 400GBASE-DR4 to 4 x 100GBASE-DR.
struct Breakout {
  std::string optic;  // of each of those ports
  int legs = 2;
  int lanes = 1;       // of each leg
  bool surely = true;  // false: some modules of this name can, others cannot
};

struct PortRun {  // ports of one kind, side by side
  std::vector<plant::NameRun> names;
  std::string written;  // as the author names them: "u[1-6]"
  std::string optic;    // row of data/optics.csv, or a part of kind transceiver; empty: copper, a port without a fibre
  int receptacles = 1;
  std::string speaks;               // what one receptacle of the optic is, by its first name: breakouts are to such
  std::vector<Breakout> breakouts;  // of a receptacle, as data/optics.csv has them
  diag::Place place;
  int count() const;  // of receptacles; at most kMostReceptacles
};

constexpr int kOwnNumber = -1;  // the coordinate `n`

constexpr int kLastOfGroup = -1;

struct CountElsewhere {                    // in these places of its groups a tier has another count
  std::vector<std::pair<int, int>> where;  // group, index
  int count = 0;
};

struct Tier {
  std::string name;
  diag::Place place;
  std::vector<int> per;      // groups it is counted in, the slowest first
  std::optional<int> count;  // in each; nothing: as many as its rules need
  diag::Place count_place;
  std::vector<CountElsewhere> elsewhere;
  std::vector<PortRun> ports;
  int height = 1;                  // rack units
  bool height_stated = false;      // by its author
  std::vector<std::string> racks;  // names, with {group} where they differ by group; empty: free
  int per_rack = 0;                // 0: as many as fit
  int unit = 0;                    // the lowest of the first in each rack; 0: the next free one
  diag::Place racks_place;
  std::optional<std::uint32_t> phase;  // of Fabric::phases, in which it comes; nothing: nobody said
  bool listed = false;                 // its devices are those that files of links name; each has its own ports
  int receptacles() const;             // at most kMostReceptacles
};

struct LinkRule {
  std::string name;  // "node-leaf"
  diag::Place place;
  std::size_t from = 0, to = 0;                   // tiers
  std::vector<std::pair<int, int>> same;          // coordinates of `from` and of `to` that must be equal
  bool rail = false;                              // the k-th port used of `from` goes to the k-th of its partners
  bool fill = false;                              // all links of a device go to one partner, which is filled before the next
  std::vector<std::uint32_t> from_runs, to_runs;  // of Tier::ports, that it takes; empty: see port_choice.h
  std::optional<int> each;                        // links between two devices
  std::optional<int> up;                          // links of each device of `from`; with neither, all its free ports
  bool uneven = false;                            // a remainder may be spread
  std::optional<int> breakout;  // links of a receptacle that is broken out; 1: none is. Nothing: as the optics ask
  diag::Place breakout_place;
  bool listed = false;  // no rule: links that files name
  std::string like;     // of several between the same tiers: what they are called together
  diag::Place amount_place;
};

struct Growth {  // what stands of groups and tiers when a phase ends
  std::uint32_t phase = 0;
  std::vector<std::pair<std::size_t, int>> groups;  // group, how many of it
  std::vector<std::pair<std::size_t, int>> tiers;   // tier, how many devices in each place of its groups
  diag::Place place;
};

// A device that files of links name, with the ports that are linked there.
struct ListedDevice {
  std::string name;
  std::size_t tier = 0;
  diag::Place place;  // where it is named first
  std::vector<PortRun> ports;
  std::string rack;  // empty: as its tier says
  diag::Place rack_place;
  int unit = 0;  // the lowest; 0: the next free one
  diag::Place unit_place;
  bool equipment = false;  // of the project, which has these ports: it stands, and is not written again
  int height = 0;          // of equipment; of others the tier says it
};

struct ListedEnd {
  std::string device, port;  // "leaf1", and "osfp1/2" as the plant language has it
  diag::Place place;
  int leg = 0;  // of a port that is broken out, from 1; 0: all of it
};

struct ListedLink {
  std::size_t rule = 0;
  ListedEnd a, b;  // of LinkRule::from and LinkRule::to
};

struct PublishedRow {                                        // what somebody printed of this fabric at one size
  std::vector<std::pair<int, int>> groups;                   // group, count
  std::vector<std::pair<std::string, std::int64_t>> counts;  // tier, rule, or `total`
  diag::Place place;
};

struct Fabric {
  std::vector<Group> groups;
  std::vector<Tier> tiers;
  std::vector<LinkRule> rules;
  std::vector<std::string> phases;    // in which all is built, in their order; empty: nobody divides it
  std::vector<Growth> growth;         // by phase; what it does not name stands from the first on
  std::vector<ListedDevice> devices;  // of tiers that are listed: tier by tier, in the order of their names
  std::vector<ListedLink> listed;
  std::vector<PublishedRow> published;
  std::string published_in;  // whose table
  diag::Place place;
  std::vector<PortRun*> all_runs();  // of tiers and of devices that files of links name
  std::vector<const PortRun*> all_runs() const;
  const Tier* tier(std::string_view name) const;
  std::optional<int> group(std::string_view name) const;
};

}  // namespace ferrule::synth
