#include "lang/fabric_tier.h"

#include <algorithm>
#include <fmt/format.h>

#include "lang/check_shape.h"
#include "lang/growth_section.h"
#include "lang/keys_fabric.h"
#include "lang/port_optic.h"
#include "lang/values.h"

namespace ferrule::lang {
namespace {

constexpr std::string_view kCopperWord = "copper", kCountWord = "count", kLastWord = "last";

class TierReader {
 public:
  TierReader(FabricDraft& draft, Parts& parts, const Stock& stock) : draft_(draft), parts_(parts), stock_(stock) {}

  void read(const syntax::Pair& pair) {
    if (!fits_name(draft_.reader, pair.key, pair.key_place, false) ||
        !fits(draft_.reader, pair.value, keys::kTierEntry, pair.key)) {
      draft_.wrong = true;
      return;
    }
    synth::Tier tier;
    tier.name = pair.key;
    tier.place = pair.key_place;
    for (const syntax::Node* name : scalars(value(pair.value, "per")))
      if (const auto found = draft_.group(name->text, name->place)) tier.per.push_back(*found);
    TierMatch match;
    tier.listed = pair.value.find("devices") != nullptr || pair.value.find("type") != nullptr;
    if (tier.listed)
      read_match(pair.value, match);
    else
      read_count(pair.value, tier);
    for (const syntax::Pair& port : below(pair.value, "ports").pairs) read_ports(port, tier, match);
    read_standing(pair.value, tier);
    draft_.fabric.tiers.push_back(std::move(tier));
    draft_.matches.push_back(std::move(match));
  }

 private:
  // Where and when its devices stand.
  void read_standing(const syntax::Node& entry, synth::Tier& tier) {
    const std::optional<int> height = whole(entry, "height");
    tier.height = height.value_or(1);
    tier.height_stated = height.has_value();
    tier.per_rack = whole(entry, "per_rack").value_or(0);
    tier.unit = whole(entry, "u").value_or(0);
    if (const std::string_view phase = text(entry, "phase"); !phase.empty()) {
      tier.phase = phase_named(draft_.reader, phase, place_of(entry, "phase"), draft_.fabric);
      if (!tier.phase) draft_.wrong = true;
    }
    tier.racks_place = place_of(entry, "racks");
    for (const syntax::Node* names : scalars(value(entry, "racks"))) read_racks(*names, tier);
  }

  // A tier whose devices files of links name.
  void read_match(const syntax::Node& entry, TierMatch& match) {
    for (const std::string_view key : {"count", "per", "except"})
      if (entry.find(key) != nullptr)
        draft_.refuse(place_of(entry, key), fmt::format("`{}` beside `devices` or `type`", key),
                      "files of links say how many devices there are, and how they are called");
    for (const auto& [key, into] : {std::pair{"devices", &match.devices}, std::pair{"type", &match.types}})
      for (const syntax::Node* text : scalars(value(entry, key)))
        if (std::optional<NamePattern> pattern = pattern_of(text->text, text->place)) into->push_back(std::move(*pattern));
    match.through_receptacles = text(entry, "numbered") == "receptacles";
  }

  std::optional<NamePattern> pattern_of(std::string_view text, diag::Place place) {
    RangeFault why;
    std::optional<NamePattern> pattern = NamePattern::parse(text, why);
    if (!pattern) draft_.refuse_name(place, why);
    return pattern;
  }

  void read_count(const syntax::Node& entry, synth::Tier& tier) {
    tier.count_place = place_of(entry, kCountWord);
    if (entry.find(kCountWord) == nullptr)
      return draft_.miss(
          entry.place, "`count` is missing",
          "count: how many in each of its groups, or auto; or `devices`, a pattern of names, where a file of links names them");
    if (entry.find("ports") == nullptr)
      draft_.miss(entry.place, "`ports` is missing", "ports: ports by name: an optic, a part of kind transceiver, or copper");
    if (entry.find("numbered") != nullptr)
      draft_.refuse(place_of(entry, "numbered"), "`numbered` without `devices`",
                    "it says how a file of links numbers the ports of a tier");
    const std::string_view count = text(entry, kCountWord);
    tier.count = parse_whole(count);
    if (!tier.count && count != kAutoWord)
      draft_.refuse(tier.count_place, fmt::format("{} is no count", in_quotes(count)), "a whole number, or auto");
    const syntax::Node* except = value(entry, "except");
    if (tier.count == 0 && except == nullptr)
      draft_.refuse(tier.count_place, "a tier of nothing", "leave it out, or count what is there");
    if (except == nullptr) return;
    for (const syntax::Node& other : except->items) tier.elsewhere.push_back(read_elsewhere(other));
  }

  // "{su: 4, count: 31}": another count in one place of its groups.
  synth::CountElsewhere read_elsewhere(const syntax::Node& other) {
    synth::CountElsewhere elsewhere;
    if (other.find(kCountWord) == nullptr) draft_.refuse(other.place, "`count` is missing", "{su: 4, count: 31}");
    for (const syntax::Pair& pair : other.pairs) {
      const std::optional<int> number = parse_whole(pair.value.text);
      if (pair.key == kCountWord) {
        elsewhere.count = number.value_or(0);
      } else if (const auto found = draft_.group(pair.key, pair.key_place)) {
        if (!number && pair.value.text != kLastWord)
          draft_.refuse(pair.value.place, fmt::format("{} is no place of a group", in_quotes(pair.value.text)),
                        "a number from 1, or last");
        elsewhere.where.emplace_back(*found, number ? *number - 1 : synth::kLastOfGroup);
      }
    }
    return elsewhere;
  }

  // The part that a port names.
  std::optional<std::uint32_t> transceiver(const syntax::Node& optic) {
    const std::uint32_t type = parts_.for_port(optic.text, optic.place);
    if (type != Parts::kBroken && type != Parts::kAbsent) return type;
    draft_.wrong = true;
    return std::nullopt;
  }

  // Of a listed tier: what is in ports whose names fit.
  void match_ports(const syntax::Pair& port, TierMatch& match) {
    std::optional<NamePattern> names = pattern_of(port.key, port.key_place);
    if (!names) return;
    PortMatch out{std::move(*names), {}, 1, Parts::kAbsent};
    if (port.value.text != kCopperWord) {
      out.optic = port.value.text;
      if (const std::optional<std::uint32_t> type = transceiver(port.value))
        out.receptacles = std::max(1, parts_.receptacles(*type)), out.type = *type;
    }
    match.ports.push_back(std::move(out));
  }

  void read_ports(const syntax::Pair& port, synth::Tier& tier, TierMatch& match) {
    if (tier.listed) return match_ports(port, match);
    if (port.key.find('*') != std::string::npos)
      return draft_.refuse(port.key_place, fmt::format("{} in a tier with a count", in_quotes(port.key)),
                           "its ports by name, osfp[1-8]; * is for tiers with `devices`, whose ports a file of links names");
    const std::optional<RangedText> names = draft_.ranges(port.key, port.key_place);
    if (!names) return;
    synth::PortRun run;
    run.names = names->runs();
    run.written = port.key;
    run.place = port.key_place;
    if (port.value.text != kCopperWord) {
      run.optic = port.value.text;
      if (const std::optional<std::uint32_t> type = transceiver(port.value))
        set_optic(draft_.reader.facts, stock_.builder.type(*type), run);
    }
    tier.ports.push_back(std::move(run));
  }

  // Ranges are spelled out; the numbers of groups come when a device is placed.
  void read_racks(const syntax::Node& names, synth::Tier& tier) {
    const std::optional<RangedText> range = draft_.ranges(names.text, names.place);
    if (!range) return;
    std::string room;
    for (std::uint32_t i = 0; i < range->count(); ++i) tier.racks.emplace_back(range->at(i, room));
  }

  FabricDraft& draft_;
  Parts& parts_;
  const Stock& stock_;
};

}  // namespace

void read_tier(FabricDraft& draft, Parts& parts, const Stock& stock, const syntax::Pair& tier) {
  TierReader(draft, parts, stock).read(tier);
}

}  // namespace ferrule::lang
