#include "synth/part_names.h"

namespace ferrule::synth {

std::string filled(std::string text, const std::string& what, int number) {
  const std::string mark = "{" + what + "}";
  for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at))
    text.replace(at, mark.size(), std::to_string(number));
  return text;
}

std::uint32_t PartNames::cord(const std::string& description) { return add("cord", description); }

std::uint32_t PartNames::trunk(const Recipe& recipe, int legs) {
  return add("trunk-" + std::to_string(legs) + "x" + recipe.connector, filled(recipe.trunk, "legs", legs));
}

std::uint32_t PartNames::panel(const Recipe& recipe, int ports) {
  return recipe.cassettes ? add("cassette", recipe.panel)
                          : add("panel-" + std::to_string(ports), filled(recipe.panel, "ports", ports));
}

std::uint32_t PartNames::add(const std::string& name, const std::string& description) {
  const auto known = by_description_.find(description);
  if (known != by_description_.end()) return known->second;
  const int number = ++names_[name];
  parts_.push_back({number == 1 ? name : name + "-" + std::to_string(number), description});
  by_description_.emplace(description, static_cast<std::uint32_t>(parts_.size() - 1));
  return static_cast<std::uint32_t>(parts_.size() - 1);
}

}  // namespace ferrule::synth
