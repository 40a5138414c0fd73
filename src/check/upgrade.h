// What a plant can carry beyond what it carries now: for each channel and each permanent link, and each application, whether it is
// carried as it is, with which least change, not at all, or nobody can say.
//
//     channel          a link of the intent, transceiver to transceiver
//     permanent link   a leg of a trunk with what it ends in, panel to panel, used or not; equipment cords are chosen for it
//
// Shape:  equal channels are one group; `answers` stand in the order of `applications`. Every yes and every change was proven by
//         `check` on the channel with the application's transceivers at both ends; a no names what decides it.
//         Stranded are the fibres of the leg that the application leaves dark when the leg carries as many channels as it can.
//         Links that split on the way are set up together with all that share their ports (upgrade_cut.h); each is one of its group,
//         and an answer is what the link runs at the legs, with the transceiver that is split for it.
// Errors: none. What cannot be tried (a tap that copies light) is unknown, with the reason.
#pragma once

#include <string>
#include <vector>

#include "check/check.h"
#include "check/margins.h"
#include "check/upgrade_parts.h"
#include "check/upgrade_plans.h"

namespace ferrule::check {

enum class Carries : std::uint8_t { kYes, kChange, kUnknown, kNo };
std::string_view spell(Carries carries);  // "yes", "change", "unknown", "no"

struct Bought {
  std::string words, description, plant_name;
  unsigned count = 0;  // of one channel, leg or split port
  Per per = Per::kChannel;
  std::vector<std::string> places;  // "end a", "end b", "middle", "split port", "legs"
};
std::string_view spell(Per per);  // "channel", "leg", "split port"

struct Answer {
  Carries carries = Carries::kUnknown;
  std::string change;  // what to change; of a permanent link that needs none, the cords it takes; of an unknown, what would do
  std::string reason;  // of a no and an unknown; lower case, no full stop
  std::string ask;     // of an unknown: whom or what to ask
  std::vector<Bought> buy;
  int cost = 0;               // effort, see upgrade_plans.h
  bool takes_leg = false;     // the change takes the whole leg: what else runs over it has to go
  std::string split_port;     // the transceiver whose port is split into it; empty when it is a channel of its own
  bool takes_split = false;   // the change ends the split: what else hangs on the port has to go
  int copies = 1;             // channels side by side that one transceiver takes
  int per_leg = 1;            // channels of it on one leg
  int lit = 0, stranded = 0;  // fibres of one leg
  Margin margin;
  bool grade_assumed = false;  // of some connector, as check does: the policy's
};

struct UpgradeGroup {
  static constexpr std::size_t kFewNames = 6;
  bool permanent = false;
  std::vector<std::string> names;   // the first few
  std::uint64_t count = 0;          // links, or legs
  std::uint64_t bundles = 1;        // channels side by side of one link
  std::vector<std::uint32_t> legs;  // distinct legs of trunks passed first
  Length shortest, longest;
  std::string words, fibre, today, trunk;  // today: the application that runs; empty for a permanent link
  int leg_fibres = 0, trunk_fibres = 0;    // of one leg, and of the whole trunk
  // Of links that take parts of ports: how many a port is split into, what is split today, and the ports that are split and whole.
  int parts = 1;
  std::string split_today;
  std::vector<std::uint32_t> split_ports, whole_ports;
  std::vector<std::uint32_t> split_transceivers, whole_transceivers;  // whose they are: a twin has two
  std::vector<Answer> answers;
};

struct Upgrade {
  std::vector<const facts::Optic*> applications;
  std::vector<const facts::Optic*> transceivers;  // that some answer splits, beside those
  std::vector<UpgradeGroup> groups;
  std::vector<std::string> not_counted;  // legs of trunks that are no permanent link, with the reason; the first few
  std::uint64_t not_counted_legs = 0;
  std::size_t trials = 0;
};

Upgrade upgrade(const View& view, const std::vector<Verdict>& verdicts, std::vector<const facts::Optic*> applications,
                const PartMaker& maker);

}  // namespace ferrule::check
