#include "synth/part_names.h"

#include <utility>

namespace ferrule::synth {

std::string filled(std::string text, const std::string& what, int number) {
  const std::string mark = "{" + what + "}";
  for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at))
    text.replace(at, mark.size(), std::to_string(number));
  return text;
}

std::string trunk_of(const Recipe& recipe, int places) {
  const auto own = recipe.own_trunks.find(places);
  return own != recipe.own_trunks.end() ? own->second : filled(recipe.trunk, "legs", places * recipe.rears);
}

PartNames::PartNames(std::vector<PlanPart>& parts, std::set<std::string, std::less<>> taken)
    : parts_(parts), taken_(std::move(taken)) {
  for (std::uint32_t i = 0; i < parts.size(); ++i) {
    by_description_.emplace(parts[i].description, i);
    taken_.insert(parts[i].name);
  }
}

std::uint32_t PartNames::cord(const std::string& description) { return add("cord", description); }

std::uint32_t PartNames::harness(const std::string& description) { return add("breakout", description); }

std::uint32_t PartNames::trunk(const Recipe& recipe, int places) {
  return add("trunk-" + std::to_string(places * recipe.rears) + "x" + recipe.connector, trunk_of(recipe, places));
}

std::uint32_t PartNames::panel(const Recipe& recipe, int ports) {
  return recipe.cassettes ? add(recipe.conversion.empty() ? "cassette" : "conversion", recipe.panel)
                          : add("panel-" + std::to_string(ports), filled(recipe.panel, "ports", ports));
}

std::uint32_t PartNames::far_panel(const Recipe& recipe, int ports) {
  if (recipe.far_panel.empty()) return panel(recipe, ports);
  return add(recipe.cassettes ? "cassette-far" : "cassette", recipe.far_panel);
}

bool is_name_of_author(const std::string& part) { return !part.empty() && part.front() != '{'; }

// Its description stands with what was given.
std::uint32_t PartNames::of_author(const std::string& name) {
  for (std::uint32_t i = 0; i < parts_.size(); ++i)
    if (parts_[i].name == name && parts_[i].description.empty()) return i;
  parts_.push_back({name, {}});
  return static_cast<std::uint32_t>(parts_.size() - 1);
}

std::uint32_t PartNames::add(const std::string& name, const std::string& description) {
  if (is_name_of_author(description)) return of_author(description);
  const auto known = by_description_.find(description);
  if (known != by_description_.end()) return known->second;
  std::string free = name;
  for (int number = 2; !taken_.insert(free).second; ++number) free = name + "-" + std::to_string(number);
  parts_.push_back({std::move(free), description});
  by_description_.emplace(description, static_cast<std::uint32_t>(parts_.size() - 1));
  return static_cast<std::uint32_t>(parts_.size() - 1);
}

}  // namespace ferrule::synth
