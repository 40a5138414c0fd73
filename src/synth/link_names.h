// What links of a plan and their cables are called: names that stand are kept, and those that are taken are passed over.
//
//     leaf1--spine1, leaf1--spine1-2        leaf1--spine1-a, leaf1--spine1-b: its cords        B-leaf1-p1: of a harness, by its head
#pragma once

#include <string>

#include "synth/cabling.h"
#include "synth/fans.h"

namespace ferrule::synth {

class LinkNames {
 public:
  LinkNames(const CablingRequest& request, Plan& plan) : request_(request), plan_(plan) {}

  // All links of the net into the plan, in their order; tails that stand and are wanted are plugged.
  void name_links();

  std::string end_of(const NetPort& port) const;  // "leaf1/p1"
  std::string of(const Fan& fan) const;

 private:
  const Device& device(std::uint32_t d) const { return request_.net.devices[d]; }
  bool revises() const { return request_.standing != nullptr && request_.standing->revise; }
  void plug_tail(std::uint32_t index, std::size_t link);
  std::string intent_of(const NetPort& port, const Recipe& recipe) const;
  std::string link_name(const NetLink& link, int all, int& named) const;
  bool is_taken(const std::string& id) const;

  const CablingRequest& request_;
  Plan& plan_;
};

}  // namespace ferrule::synth
