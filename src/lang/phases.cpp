#include "lang/phases.h"

#include <algorithm>
#include <fmt/format.h>

#include "lang/check_shape.h"
#include "lang/keys.h"

namespace ferrule::lang {

void Phases::read(const syntax::Node& section) {
  if (!fits(reader_, section, *keys::kProject.find("phases")->shape, "phases")) return;
  std::vector<std::string>& phases = builder_.plant().phases;
  for (const syntax::Node& item : section.items) {
    if (std::find(phases.begin(), phases.end(), item.text) == phases.end())
      phases.push_back(item.text);
    else
      reader_.say(kDuplicateName, item.place, fmt::format("phase {} is there already", in_quotes(item.text)));
  }
}

std::uint32_t Phases::find(std::string_view name, diag::Place place) {
  if (name.empty()) return plant::kNone;
  const std::vector<std::string>& phases = builder_.plant().phases;
  if (last_ < phases.size() && phases[last_] == name) return last_;
  const auto found = std::find(phases.begin(), phases.end(), name);
  if (found != phases.end()) return last_ = static_cast<std::uint32_t>(found - phases.begin());
  auto builder = reader_.say(kUnknownEnd, place, fmt::format("there is no phase {}", in_quotes(name)));
  if (phases.empty())
    builder.help(fmt::format("list the phases in their order at the top: `phases: [{}]`", printable(name)));
  else if (reader_.may_advise())
    suggest(builder, name, phases);
  return plant::kNone;
}

}  // namespace ferrule::lang
