// Part types of a plan: equal descriptions are one part, with a name that says what it is.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "synth/plan.h"
#include "synth/wishes.h"

namespace ferrule::synth {

class PartNames {
 public:
  PartNames(std::vector<PlanPart>& parts,
            std::set<std::string, std::less<>> taken);  // those that are there already keep their names
  std::uint32_t cord(const std::string& description);
  std::uint32_t trunk(const Recipe& recipe, int places);
  std::uint32_t harness(const std::string& description);
  std::uint32_t panel(const Recipe& recipe, int ports);
  std::uint32_t far_panel(const Recipe& recipe, int ports);  // at the tails of a breakout

 private:
  std::uint32_t add(const std::string& name, const std::string& description);
  std::uint32_t of_author(const std::string& name);
  std::vector<PlanPart>& parts_;
  std::map<std::string, std::uint32_t> by_description_;
  std::set<std::string, std::less<>> taken_;  // names
};

// Of a part that stands in a recipe by its name, and not by a description.
bool is_name_of_author(const std::string& part);

// A trunk of a recipe whose plugs take so many places of a panel: a description, or the author's name for it.
std::string trunk_of(const Recipe& recipe, int places);

// The text with {what} replaced by the number.
std::string filled(std::string text, const std::string& what, int number);

}  // namespace ferrule::synth
