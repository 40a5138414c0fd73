// Several fibre classes in one channel: its reach is that of the weakest. Page: docs/rules/lower-class-inside.md
#include <algorithm>
#include <map>
#include <fmt/format.h>

#include "check/channel.h"
#include "check/words.h"

namespace ferrule::check {
namespace {

// The classes of one channel by name, each once, in alphabetical order; only those that the table knows.
std::vector<std::string> classes_of(const View& view, const Channel& channel) {
  std::vector<std::string> classes;
  for (const std::uint32_t part : channel.parts)
    if (const facts::Fibre* fibre = view.facts.fibre(view.plant.types[part].fibre)) classes.push_back(fibre->name);
  std::sort(classes.begin(), classes.end());
  classes.erase(std::unique(classes.begin(), classes.end()), classes.end());
  return classes;
}

// The class that every other may stand in for; empty when there is none.
std::string weakest_of(const facts::Facts& facts, const std::vector<std::string>& classes) {
  for (const std::string& low : classes) {
    const bool weakest = std::all_of(classes.begin(), classes.end(), [&](const std::string& other) {
      if (other == low) return true;
      const facts::FibreSubstitution* rule = facts.substitution(low, other);
      return rule != nullptr && rule->verdict == "ok";
    });
    if (weakest) return low;
  }
  return {};
}

}  // namespace

void lower_class_inside(const View& view, Report& report) {
  std::map<std::vector<std::string>, std::vector<std::uint32_t>> found;
  for (std::uint32_t way = 0; way < view.proof.ways.size(); ++way)
    for (const Channel& channel : channels_of(view, view.proof.ways[way])) {
      const std::vector<std::string> classes = classes_of(view, channel);
      if (classes.size() < 2 || weakest_of(view.facts, classes).empty()) continue;
      std::vector<std::uint32_t>& ways = found[classes];
      if (ways.empty() || ways.back() != way) ways.push_back(way);
    }
  for (const auto& [classes, ways] : found)
    report.along(
        ways, fmt::format("{} in one channel: reach and loss count as {}", spell_list(classes), weakest_of(view.facts, classes)));
}

}  // namespace ferrule::check
