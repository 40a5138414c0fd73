#include "lang/growth_section.h"

#include <algorithm>
#include <fmt/format.h>

#include "lang/values.h"

namespace ferrule::lang {
namespace {

constexpr std::string_view kPlannedWord = "planned";
constexpr int kMostPercent = 1000;

// What `pair` says of a group or tier, into one phase's growth. False: there is neither.
bool read_one_growth(Reader& reader, const syntax::Pair& pair, const synth::Fabric& fabric, synth::Growth& growth) {
  int count = parse_whole(pair.value.text).value_or(0);
  if (const std::optional<int> group = fabric.group(pair.key)) {
    // Another size was asked for: growth ends where that does.
    if (reader.group_sizes.contains(pair.key)) count = std::min(count, fabric.groups[static_cast<std::size_t>(*group)].count);
    growth.groups.emplace_back(static_cast<std::size_t>(*group), count);
    return true;
  }
  for (std::size_t i = 0; i < fabric.tiers.size(); ++i)
    if (fabric.tiers[i].name == pair.key) {
      growth.tiers.emplace_back(i, count);
      return true;
    }
  std::vector<std::string> known;
  for (const synth::Group& group : fabric.groups) known.push_back(group.name);
  for (const synth::Tier& tier : fabric.tiers) known.push_back(tier.name);
  auto builder = reader.say(kWrongValue, pair.key_place, fmt::format("there is no group and no tier {}", in_quotes(pair.key)));
  suggest(builder, pair.key, known);
  return false;
}

}  // namespace

std::optional<std::uint32_t> phase_named(Reader& reader, std::string_view name, diag::Place place, const synth::Fabric& fabric) {
  const auto found = std::find(fabric.phases.begin(), fabric.phases.end(), name);
  if (found != fabric.phases.end()) return static_cast<std::uint32_t>(found - fabric.phases.begin());
  auto builder = reader.say(kUnknownEnd, place, fmt::format("there is no phase {}", in_quotes(name)));
  if (fabric.phases.empty())
    builder.help(fmt::format("list the phases in their order at the top: `phases: [{}]`", printable(name)));
  else
    suggest(builder, name, fabric.phases);
  return std::nullopt;
}

bool read_growth(Reader& reader, const syntax::Node& section, synth::Fabric& fabric) {
  bool good = true;
  for (const syntax::Pair& phase : section.pairs) {
    synth::Growth growth;
    growth.place = phase.key_place;
    const std::optional<std::uint32_t> index = phase_named(reader, phase.key, phase.key_place, fabric);
    growth.phase = index.value_or(0);
    good = good && index.has_value();
    for (const syntax::Pair& pair : phase.value.pairs) good = read_one_growth(reader, pair, fabric, growth) && good;
    fabric.growth.push_back(std::move(growth));
  }
  // In whichever order they are written.
  std::stable_sort(fabric.growth.begin(), fabric.growth.end(),
                   [](const synth::Growth& a, const synth::Growth& b) { return a.phase < b.phase; });
  return good;
}

void read_legs_ahead(Reader& reader, std::string_view text, diag::Place place, synth::CablingWish& wish) {
  if (!text.empty() && text.back() == '%') text.remove_suffix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  const std::optional<int> percent = parse_whole(text);
  wish.growth_planned = text == kPlannedWord;
  wish.growth_percent = std::clamp(percent.value_or(0), 0, kMostPercent);
  if (wish.growth_planned || (percent && *percent <= kMostPercent)) return;
  reader.say(kWrongValue, place, fmt::format("{} is no growth", in_quotes(text)))
      .help("per cent of the plugs that a phase needs (50), or `planned`: all that later phases need");
}

}  // namespace ferrule::lang
