#include "lang/fabric_draft.h"

#include <fmt/format.h>

namespace ferrule::lang {

void FabricDraft::refuse(diag::Place place, std::string message, std::string help) {
  wrong = true;
  reader.say(kWrongValue, place, std::move(message)).help(std::move(help));
}

void FabricDraft::miss(diag::Place place, std::string message, std::string help) {
  wrong = true;
  reader.say(kMissingKey, place, std::move(message)).help(std::move(help));
}

void FabricDraft::refuse_name(diag::Place place, const RangeFault& why) {
  wrong = true;
  reader.say(*why.code, place, why.message).help(why.help);
}

std::optional<int> FabricDraft::group(std::string_view name, diag::Place place) {
  if (const std::optional<int> found = fabric.group(name)) return found;
  std::vector<std::string> known;
  for (const synth::Group& each : fabric.groups) known.push_back(each.name);
  wrong = true;
  auto builder = reader.say(kWrongValue, place, fmt::format("there is no group {}", in_quotes(name)));
  suggest(builder, name, known);
  return std::nullopt;
}

std::optional<RangedText> FabricDraft::ranges(std::string_view text, diag::Place place) {
  RangeFault why;
  std::optional<RangedText> found = parse_ranges(text, why);
  if (!found) refuse_name(place, why);
  return found;
}

}  // namespace ferrule::lang
