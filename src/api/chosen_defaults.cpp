#include "api/chosen_defaults.h"

#include <map>
#include <fmt/format.h>

#include "api/polarity_methods.h"
#include "base/text.h"

namespace ferrule::api {
namespace {

std::string about_method(const facts::Method& method, const std::vector<std::string>& rules) {
  std::string out =
      fmt::format("method {} for {}, as none was asked for: {}", method.name, joined(rules, ", "), parts_of_method(method));
  if (const std::string merits = merits_of_method(method); !merits.empty()) out += fmt::format("; it has {}", merits);
  return out;
}

std::vector<std::string> about_panels(const lang::Design& design, const std::vector<RecipeReport>& recipes) {
  std::map<int, std::vector<std::string>> rules_of_size;
  for (std::size_t rule = 0; rule < recipes.size(); ++rule) {
    const synth::Recipe& recipe = recipes[rule].recipe;
    const synth::CablingWish& wish = design.wishes[rule];
    if ((recipe.cassettes || recipe.far_fronts > 0) && !wish.says("panel_cassettes"))
      rules_of_size[wish.panel_cassettes].push_back(design.fabric.rules[rule].name);
  }
  std::vector<std::string> out;
  out.reserve(rules_of_size.size());
  for (const auto& [size, rules] : rules_of_size)
    out.push_back(fmt::format("{} in a rack unit for {}, as in usual housings, since nobody said how many (`panel_cassettes`)",
                              counted(static_cast<std::uint64_t>(size), "cassette"), joined(rules, ", ")));
  return out;
}

// Rows of the table are guesses of a map: between equal modules a Type A trunk makes up for any other.
std::vector<std::string> about_conversions(const facts::Facts& facts, const lang::Design& design,
                                           const std::vector<RecipeReport>& recipes) {
  std::map<std::pair<std::string, bool>, std::vector<std::string>> rules_of;
  for (std::size_t rule = 0; rule < recipes.size(); ++rule) {
    const synth::Recipe& recipe = recipes[rule].recipe;
    const bool straight = recipe.trunk.find(", polarity: A,") != std::string::npos;
    if (facts.conversion(recipe.conversion) != nullptr)
      rules_of[{recipe.conversion, straight}].push_back(design.fabric.rules[rule].name);
  }
  std::vector<std::string> out;
  for (const auto& [kind, rules] : rules_of)
    out.push_back(fmt::format("conversion {} for {}, a map that no maker was seen to publish: {}", kind.first,
                              joined(rules, ", "),
                              kind.second ? "over Type A trunks any two modules of one map bring back each leg as it left"
                                          : "over these trunks no module of another map will do"));
  return out;
}

}  // namespace

std::vector<std::string> chosen_defaults(const facts::Facts& facts, const lang::Design& design,
                                         const std::vector<RecipeReport>& recipes) {
  std::map<std::string, std::vector<std::string>> rules_of_method;
  for (std::size_t rule = 0; rule < recipes.size(); ++rule)
    if (const std::string& method = recipes[rule].recipe.method; !method.empty() && design.wishes[rule].method.empty())
      rules_of_method[method].push_back(design.fabric.rules[rule].name);
  std::vector<std::string> out;
  for (const auto& [name, rules] : rules_of_method)
    if (const facts::Method* method = facts.method(name)) out.push_back(about_method(*method, rules));
  for (std::size_t rule = 0; rule < recipes.size(); ++rule)
    for (const auto& [own, why] : recipes[rule].own_refused)
      out.push_back(
          fmt::format("{} of the project is not taken for {}: {}", printable(own), design.fabric.rules[rule].name, why));
  for (std::string& words : about_conversions(facts, design, recipes)) out.push_back(std::move(words));
  for (std::string& words : about_panels(design, recipes)) out.push_back(std::move(words));
  return out;
}

}  // namespace ferrule::api
