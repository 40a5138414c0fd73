#include "lang/fabric_section.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"
#include "lang/check_shape.h"
#include "lang/growth_section.h"
#include "lang/keys_fabric.h"
#include "lang/known_words.h"
#include "lang/link_file.h"
#include "lang/port_optic.h"
#include "lang/ranges.h"
#include "lang/values.h"

namespace ferrule::lang {
namespace {

constexpr std::string_view kNumberWord = "n", kCopperWord = "copper", kAutoWord = "auto", kAllWord = "all", kCountWord = "count",
                           kLastWord = "last";

// What stands below a key; nothing when nothing does: `links:` alone on its line.
const syntax::Node& below(const syntax::Node& mapping, std::string_view key) {
  static const syntax::Node kNothing;
  const syntax::Node* found = value(mapping, key);
  return found != nullptr ? *found : kNothing;
}

class FabricReader {
 public:
  FabricReader(Reader& reader, Parts& parts, const Stock& stock, const std::vector<std::string>& phases, const std::string& path)
      : reader_(reader), parts_(parts), stock_(stock), path_(path) {
    fabric_.phases = phases;
  }

  std::optional<synth::Fabric> read(const syntax::Node& section) {
    if (!fits(reader_, section, keys::kFabricEntry, "fabric")) return std::nullopt;
    fabric_.place = section.place;
    read_groups(section);
    for (const syntax::Pair& pair : below(section, "tiers").pairs) read_tier(pair);
    const syntax::Node& links = below(section, "links");
    if (!links.is_sequence()) read_links(links);
    for (const syntax::Node& entry : links.items) read_links(entry);
    read_files();
    if (const syntax::Node* growth = value(section, "growth"); growth != nullptr && !read_growth(reader_, *growth, fabric_))
      wrong_ = true;
    if (const syntax::Node* published = value(section, "published")) read_published(*published);
    if (wrong_) return std::nullopt;
    return std::move(fabric_);
  }

 private:
  void refuse(diag::Place place, std::string message, std::string help) {
    wrong_ = true;
    reader_.say(kWrongValue, place, std::move(message)).help(std::move(help));
  }

  void read_groups(const syntax::Node& section) {
    if (const syntax::Node* groups = value(section, "groups"))
      for (const syntax::Pair& pair : groups->pairs) {
        const auto other = reader_.group_sizes.find(pair.key);
        const int size = other != reader_.group_sizes.end() ? other->second : parse_whole(pair.value.text).value_or(1);
        fabric_.groups.push_back({pair.key, size, pair.key_place});
      }
    for (const auto& [name, size] : reader_.group_sizes)
      if (!fabric_.group(name))
        refuse(section.place, fmt::format("there is no group {} to be set", in_quotes(name)),
               "groups stand under `fabric: groups:`");
  }

  std::optional<int> group(std::string_view name, diag::Place place) {
    if (const std::optional<int> found = fabric_.group(name)) return found;
    std::vector<std::string> known;
    for (const synth::Group& each : fabric_.groups) known.push_back(each.name);
    wrong_ = true;
    auto builder = reader_.say(kWrongValue, place, fmt::format("there is no group {}", in_quotes(name)));
    suggest(builder, name, known);
    return std::nullopt;
  }

  void read_tier(const syntax::Pair& pair) {
    if (!fits_name(reader_, pair.key, pair.key_place, false) || !fits(reader_, pair.value, keys::kTierEntry, pair.key)) {
      wrong_ = true;
      return;
    }
    synth::Tier tier;
    tier.name = pair.key;
    tier.place = pair.key_place;
    for (const syntax::Node* name : scalars(value(pair.value, "per")))
      if (const auto found = group(name->text, name->place)) tier.per.push_back(*found);
    TierMatch match;
    tier.listed = pair.value.find("devices") != nullptr || pair.value.find("type") != nullptr;
    if (tier.listed)
      read_match(pair.value, match);
    else
      read_count(pair.value, tier);
    for (const syntax::Pair& port : below(pair.value, "ports").pairs) read_ports(port, tier, match);
    const std::optional<int> height = whole(pair.value, "height");
    tier.height = height.value_or(1);
    tier.height_stated = height.has_value();
    tier.per_rack = whole(pair.value, "per_rack").value_or(0);
    tier.unit = whole(pair.value, "u").value_or(0);
    if (const std::string_view phase = text(pair.value, "phase"); !phase.empty()) {
      tier.phase = phase_named(reader_, phase, place_of(pair.value, "phase"), fabric_);
      if (!tier.phase) wrong_ = true;
    }
    tier.racks_place = place_of(pair.value, "racks");
    for (const syntax::Node* names : scalars(value(pair.value, "racks"))) read_racks(*names, tier);
    fabric_.tiers.push_back(std::move(tier));
    matches_.push_back(std::move(match));
  }

  // A tier whose devices files of links name.
  void read_match(const syntax::Node& entry, TierMatch& match) {
    for (const std::string_view key : {"count", "per", "except"})
      if (entry.find(key) != nullptr)
        refuse(place_of(entry, key), fmt::format("`{}` beside `devices` or `type`", key),
               "files of links say how many devices there are, and how they are called");
    for (const auto& [key, into] : {std::pair{"devices", &match.devices}, std::pair{"type", &match.types}})
      for (const syntax::Node* text : scalars(value(entry, key)))
        if (std::optional<NamePattern> pattern = pattern_of(text->text, text->place)) into->push_back(std::move(*pattern));
    match.through_receptacles = text(entry, "numbered") == "receptacles";
  }

  std::optional<NamePattern> pattern_of(std::string_view text, diag::Place place) {
    RangeFault why;
    std::optional<NamePattern> pattern = NamePattern::parse(text, why);
    if (pattern) return pattern;
    wrong_ = true;
    reader_.say(*why.code, place, why.message).help(why.help);
    return std::nullopt;
  }

  void read_count(const syntax::Node& entry, synth::Tier& tier) {
    tier.count_place = place_of(entry, kCountWord);
    if (entry.find(kCountWord) == nullptr) {
      wrong_ = true;
      reader_.say(kMissingKey, entry.place, "`count` is missing")
          .help(
              "count: how many in each of its groups, or auto; or `devices`, a pattern of names, where a file of links names "
              "them");
      return;
    }
    if (entry.find("ports") == nullptr) {
      wrong_ = true;
      reader_.say(kMissingKey, entry.place, "`ports` is missing")
          .help("ports: ports by name: an optic, a part of kind transceiver, or copper");
    }
    if (entry.find("numbered") != nullptr)
      refuse(place_of(entry, "numbered"), "`numbered` without `devices`",
             "it says how a file of links numbers the ports of a tier");
    const std::string_view count = text(entry, kCountWord);
    tier.count = parse_whole(count);
    if (!tier.count && count != kAutoWord)
      refuse(tier.count_place, fmt::format("{} is no count", in_quotes(count)), "a whole number, or auto");
    const syntax::Node* except = value(entry, "except");
    if (tier.count == 0 && except == nullptr)
      refuse(tier.count_place, "a tier of nothing", "leave it out, or count what is there");
    if (except == nullptr) return;
    for (const syntax::Node& other : except->items) {
      synth::CountElsewhere elsewhere;
      if (other.find(kCountWord) == nullptr) refuse(other.place, "`count` is missing", "{su: 4, count: 31}");
      for (const syntax::Pair& pair : other.pairs) {
        const std::optional<int> number = parse_whole(pair.value.text);
        if (pair.key == kCountWord) {
          elsewhere.count = number.value_or(0);
        } else if (const auto found = group(pair.key, pair.key_place)) {
          if (!number && pair.value.text != kLastWord)
            refuse(pair.value.place, fmt::format("{} is no place of a group", in_quotes(pair.value.text)),
                   "a number from 1, or last");
          elsewhere.where.emplace_back(*found, number ? *number - 1 : synth::kLastOfGroup);
        }
      }
      tier.elsewhere.push_back(std::move(elsewhere));
    }
  }

  // Of a listed tier: what is in ports whose names fit.
  void match_ports(const syntax::Pair& port, TierMatch& match) {
    std::optional<NamePattern> names = pattern_of(port.key, port.key_place);
    if (!names) return;
    PortMatch out{std::move(*names), {}, 1, Parts::kAbsent};
    if (port.value.text != kCopperWord) {
      out.optic = port.value.text;
      const std::uint32_t type = parts_.for_port(port.value.text, port.value.place);
      if (type == Parts::kBroken || type == Parts::kAbsent)
        wrong_ = true;
      else
        out.receptacles = std::max(1, parts_.receptacles(type)), out.type = type;
    }
    match.ports.push_back(std::move(out));
  }

  void read_ports(const syntax::Pair& port, synth::Tier& tier, TierMatch& match) {
    if (tier.listed) return match_ports(port, match);
    if (port.key.find('*') != std::string::npos)
      return refuse(port.key_place, fmt::format("{} in a tier with a count", in_quotes(port.key)),
                    "its ports by name, osfp[1-8]; * is for tiers with `devices`, whose ports a file of links names");
    RangeFault why;
    const std::optional<RangedText> names = parse_ranges(port.key, why);
    if (!names) {
      wrong_ = true;
      reader_.say(*why.code, port.key_place, why.message).help(why.help);
      return;
    }
    synth::PortRun run;
    run.names = names->runs();
    run.written = port.key;
    run.place = port.key_place;
    if (port.value.text != kCopperWord) {
      run.optic = port.value.text;
      const std::uint32_t type = parts_.for_port(port.value.text, port.value.place);
      if (type == Parts::kBroken || type == Parts::kAbsent)
        wrong_ = true;
      else
        set_optic(reader_.facts, stock_.builder.type(type), run);
    }
    tier.ports.push_back(std::move(run));
  }

  // Ranges are spelled out; the numbers of groups come when a device is placed.
  void read_racks(const syntax::Node& names, synth::Tier& tier) {
    RangeFault why;
    const std::optional<RangedText> range = parse_ranges(names.text, why);
    if (!range) {
      wrong_ = true;
      reader_.say(*why.code, names.place, why.message).help(why.help);
      return;
    }
    std::string room;
    for (std::uint32_t i = 0; i < range->count(); ++i) tier.racks.emplace_back(range->at(i, room));
  }

  std::optional<std::size_t> tier_of(const syntax::Node& entry, std::string_view key) {
    const std::string_view name = text(entry, key);
    for (std::size_t i = 0; i < fabric_.tiers.size(); ++i)
      if (fabric_.tiers[i].name == name) return i;
    std::vector<std::string> known;
    for (const synth::Tier& tier : fabric_.tiers) known.push_back(tier.name);
    wrong_ = true;
    auto builder = reader_.say(kWrongValue, place_of(entry, key), fmt::format("there is no tier {}", in_quotes(name)));
    suggest(builder, name, known);
    return std::nullopt;
  }

  // A rule, or a file of links: those come when all tiers and rules are known.
  void read_links(const syntax::Node& entry) {
    if (entry.is_scalar()) {
      files_.push_back({Files::beside(path_, entry.text), entry.place, {}});
    } else if (const syntax::Node* file = value(entry, "file")) {
      for (const syntax::Pair& pair : entry.pairs)
        if (pair.key != "file" && pair.key != "sheets")
          refuse(pair.key_place, fmt::format("`{}` beside `file`", pair.key), "a file of links needs no rule: rules stand apart");
      LinkFileRequest request{Files::beside(path_, file->text), file->place, {}};
      for (const syntax::Node* sheet : scalars(value(entry, "sheets"))) request.sheets.emplace_back(sheet->text, sheet->place);
      files_.push_back(std::move(request));
    } else if (entry.is_mapping()) {
      read_rule(entry);
    }
  }

  void read_files() {
    if (files_.empty() || wrong_) return;
    const facts::LinkWords words(reader_.facts);
    ListedLinks listed(reader_, parts_, stock_, fabric_, matches_);
    for (const LinkFileRequest& request : files_) {
      const std::size_t before = reader_.findings.all().size();
      listed.add(read_link_file(reader_, words, request));
      for (std::size_t i = before; i < reader_.findings.all().size(); ++i)
        wrong_ = wrong_ || reader_.findings.all()[i].severity == diag::Severity::kError;
    }
    if (!listed.finish()) wrong_ = true;
  }

  void read_rule(const syntax::Node& entry) {
    bool both = true;
    for (const std::string_view key : {"from", "to"})
      if (entry.find(key) == nullptr) {
        both = false;
        reader_.say(kMissingKey, entry.place, fmt::format("`{}` is missing", key))
            .help(fmt::format("{}: a tier; or `file`: a file of links", key));
      }
    if (!both) {
      wrong_ = true;
      return;
    }
    if (!fits(reader_, entry, keys::kLinkRuleEntry, "an item of links")) {
      wrong_ = true;
      return;
    }
    const auto from = tier_of(entry, "from"), to = tier_of(entry, "to");
    if (!from || !to) return;
    synth::LinkRule rule;
    rule.place = entry.place;
    rule.from = *from;
    rule.to = *to;
    for (const std::size_t end : {*from, *to})
      if (fabric_.tiers[end].listed)
        refuse(place_of(entry, end == *from ? "from" : "to"),
               fmt::format("a rule at {}, whose devices files of links name", fabric_.tiers[end].name),
               "those files say its links as well; a tier with a `count` takes rules, and links of files beside them");
    if (*from == *to) refuse(place_of(entry, "to"), "a tier joined to itself", "two tiers, or two rules over groups");
    rule.name = text(entry, "name");
    if (rule.name.empty()) rule.name = fabric_.tiers[*from].name + "-" + fabric_.tiers[*to].name;
    for (const synth::LinkRule& other : fabric_.rules)
      if (other.name == rule.name)
        refuse(entry.place, fmt::format("two rules are called {}", in_quotes(rule.name)), "give one of them a `name`");
    for (const syntax::Node* same : scalars(value(entry, "same"))) read_same(*same, rule);
    for (const syntax::Node* ports : scalars(value(entry, "from_ports"))) add_run(*ports, rule.from, rule.from_runs);
    for (const syntax::Node* ports : scalars(value(entry, "to_ports"))) add_run(*ports, rule.to, rule.to_runs);
    rule.rail = yes(entry, "rail");
    rule.uneven = yes(entry, "uneven");
    rule.fill = yes(entry, "fill");
    if (rule.fill && rule.rail) refuse(place_of(entry, "fill"), "`fill` beside `rail`", "one of them says who the partners are");
    rule.each = whole(entry, "each");
    rule.up = whole(entry, "up");
    rule.amount_place = rule.up ? place_of(entry, "up") : rule.each ? place_of(entry, "each") : entry.place;
    rule.breakout = whole(entry, "breakout");
    rule.breakout_place = place_of(entry, "breakout");
    if (rule.each && rule.up) refuse(place_of(entry, "up"), "`up` beside `each`", "one of them says how many links there are");
    fabric_.rules.push_back(std::move(rule));
  }

  void add_run(const syntax::Node& named, std::size_t of, std::vector<std::uint32_t>& runs) {
    const synth::Tier& tier = fabric_.tiers[of];
    std::vector<std::string> known;
    for (std::uint32_t i = 0; i < tier.ports.size(); ++i) {
      if (tier.ports[i].written == named.text) {
        if (std::find(runs.begin(), runs.end(), i) == runs.end()) runs.push_back(i);
        return;
      }
      known.push_back(in_quotes(tier.ports[i].written));
    }
    refuse(named.place, fmt::format("{} has no ports {}", tier.name, in_quotes(named.text)),
           fmt::format("written as the tier has them: {}", joined(known, ", ")));
  }

  // "su", or "n=rail": a coordinate of `from` and the one of `to` that is equal to it.
  void read_same(const syntax::Node& node, synth::LinkRule& rule) {
    const std::size_t sign = node.text.find('=');
    const std::string a = node.text.substr(0, sign), b = sign == std::string::npos ? a : node.text.substr(sign + 1);
    const auto one = coordinate(a, rule.from, node.place), two = coordinate(b, rule.to, node.place);
    if (one && two) rule.same.emplace_back(*one, *two);
  }

  std::optional<int> coordinate(const std::string& name, std::size_t tier, diag::Place place) {
    if (name == kNumberWord) return synth::kOwnNumber;
    const std::optional<int> found = group(name, place);
    if (!found) return std::nullopt;
    const synth::Tier& of = fabric_.tiers[tier];
    if (std::find(of.per.begin(), of.per.end(), *found) != of.per.end()) return found;
    refuse(place, fmt::format("{} is not counted by {}", of.name, in_quotes(name)),
           fmt::format("add it under `per` of {}, or leave it out here", of.name));
    return std::nullopt;
  }

  void read_published(const syntax::Node& section) {
    fabric_.published_in = text(section, "source");
    for (const syntax::Node& row : below(section, "rows").items) {
      synth::PublishedRow out;
      out.place = row.place;
      for (const syntax::Pair& pair : row.pairs) {
        const int number = parse_whole(pair.value.text).value_or(0);
        const bool known =
            fabric_.tier(pair.key) != nullptr || std::any_of(fabric_.rules.begin(), fabric_.rules.end(),
                                                             [&](const synth::LinkRule& rule) { return rule.name == pair.key; });
        if (known)
          out.counts.emplace_back(pair.key, number);
        else if (const auto found = group(pair.key, pair.key_place); found && number == 0)
          refuse(pair.value.place, "a group of nothing", "the size at which the counts were printed");
        else if (found)
          out.groups.emplace_back(*found, number);
      }
      fabric_.published.push_back(std::move(out));
    }
  }

  Reader& reader_;
  Parts& parts_;
  const Stock& stock_;
  const std::string& path_;  // of the file that the fabric stands in
  synth::Fabric fabric_;
  std::vector<TierMatch> matches_;  // by tier
  std::vector<LinkFileRequest> files_;
  bool wrong_ = false;
};

struct RuleWishes {  // by rule
  std::vector<synth::CablingWish> wishes;
  std::vector<LeftOpen> left_open;
};

class CablingReader {
 public:
  CablingReader(Reader& reader, const synth::Fabric& fabric) : reader_(reader), fabric_(fabric) {}

  RuleWishes read(const syntax::Node* section) {
    synth::CablingWish common;
    common.place = section != nullptr ? section->place : fabric_.place;
    if (section != nullptr && !fits_kind(reader_, *section, keys::kCablingEntry, "cabling")) section = nullptr;
    return changed({std::vector<synth::CablingWish>(fabric_.rules.size(), common), std::vector<LeftOpen>(fabric_.rules.size())},
                   section);
  }

  // What a section says in the place of wishes that are there: first for all, then for each rule.
  RuleWishes changed(RuleWishes wishes, const syntax::Node* section) {
    if (section == nullptr) return wishes;
    for (const syntax::Pair& pair : section->pairs)
      if (known_rule_name(pair) && !fits(reader_, pair.value, keys::kCablingWishEntry, pair.key)) return wishes;
    for (std::size_t i = 0; i < wishes.wishes.size(); ++i)
      for (const std::string_view key : keys_of(fabric_.rules[i]))
        if (const syntax::Pair* own = section->find(key)) {
          read_one(*own, wishes.wishes[i]);
          read_open(own->value, wishes.left_open[i]);
        }
    return wishes;
  }

 private:
  // The last one counts most; links of one pair of tiers and several optics have a name together.
  static std::vector<std::string_view> keys_of(const synth::LinkRule& rule) {
    std::vector<std::string_view> keys{kAllWord};
    if (!rule.like.empty() && rule.like != rule.name) keys.emplace_back(rule.like);
    keys.emplace_back(rule.name);
    return keys;
  }

  bool known_rule_name(const syntax::Pair& pair) {
    std::vector<std::string> known{std::string(kAllWord)};
    for (const synth::LinkRule& rule : fabric_.rules) known.push_back(rule.name);
    if (std::find(known.begin(), known.end(), pair.key) != known.end()) return true;
    auto builder =
        reader_.say(kUnknownKey, pair.key_place, fmt::format("no rule of the fabric is called {}", in_quotes(pair.key)));
    suggest(builder, pair.key, known);
    return false;
  }

  // What was written for all is gone where a rule says it again.
  static void note_stated(const syntax::Node& entry, synth::CablingWish& wish) {
    for (const syntax::Pair& pair : entry.pairs) {
      std::erase_if(wish.stated, [&](const synth::StatedWish& other) { return other.key == pair.key; });
      std::string written = pair.value.text;
      for (const syntax::Node& item : pair.value.items) written += (written.empty() ? "" : ", ") + item.text;
      wish.stated.push_back({pair.key, std::move(written), pair.key_place});
    }
  }

  void read_one(const syntax::Pair& pair, synth::CablingWish& wish) {
    const syntax::Node& entry = pair.value;
    wish.place = pair.key_place;
    note_stated(entry, wish);
    if (const std::string_view as = text(entry, "as"); !as.empty())
      wish.cabling = as == "structured" ? synth::Cabling::kStructured : synth::Cabling::kDirect;
    if (const syntax::Node* trunks = value(entry, "trunks")) {
      wish.trunk_legs.clear();
      for (const syntax::Node& size : trunks->items) wish.trunk_legs.push_back(parse_whole(size.text).value_or(1));
    }
    wish.trunk_cost = money(entry, "trunk_cost").value_or(wish.trunk_cost);
    wish.panel_ports = whole(entry, "panel_ports").value_or(wish.panel_ports);
    wish.panel_cassettes = whole(entry, "panel_cassettes").value_or(wish.panel_cassettes);
    wish.spare_percent = whole(entry, "spare").value_or(wish.spare_percent);
    if (const std::string_view growth = text(entry, "growth"); !growth.empty())
      read_legs_ahead(reader_, growth, place_of(entry, "growth"), wish);
    if (const std::string_view fan_out = text(entry, "fan_out"); !fan_out.empty())
      wish.fan_out = fan_out == "harness" ? synth::FanOut::kHarness : synth::FanOut::kCassette;
    if (const std::string_view base = text(entry, "base"); !base.empty()) wish.base = parse_whole(base).value_or(0);
    if (const std::string_view routes = text(entry, "routes"); !routes.empty()) {
      wish.both_routes = routes == "both";
      wish.route = synth::side_of(routes);
    }
    if (const std::optional<Length> stated = length(entry, "length")) wish.length = stated;
    if (const std::string_view method = text(entry, "method"); !method.empty()) wish.method = method;
    read_word(entry, "conversion", known_conversion, wish.conversion);
    read_word(entry, "fibre", known_fibre, wish.fibre);
    read_word(entry, "grade", known_grade, wish.grade);
    read_word(entry, "jacket", known_jacket, wish.jacket);
  }

  // A word that nobody knows would rule out every part, and another wish would be blamed for it.
  void read_word(const syntax::Node& entry, std::string_view key, bool (*known)(Reader&, std::string_view, diag::Place),
                 std::string& into) {
    const std::string_view stated = text(entry, key);
    if (!stated.empty() && known(reader_, stated, place_of(entry, key))) into = stated;
  }

  void read_open(const syntax::Node& entry, LeftOpen& open) {
    if (const std::string_view as = text(entry, "as"); !as.empty()) open.way = as == kAutoWord;
    if (const std::string_view base = text(entry, "base"); !base.empty()) open.base = base == kAutoWord;
    if (const std::optional<int> most = whole(entry, "most_parts")) {
      open.most_parts = most;
      open.most_parts_place = place_of(entry, "most_parts");
    }
    if (const std::optional<std::int64_t> cost = money(entry, "part_number_cost")) open.part_number_cost = cost;
  }

  // In hundredths; nothing where nothing is stated, or no amount.
  std::optional<std::int64_t> money(const syntax::Node& entry, std::string_view key) {
    const std::string_view stated = text(entry, key);
    if (stated.empty()) return std::nullopt;
    constexpr std::int64_t kMost = 100'000'000'000;
    const std::optional<std::int64_t> amount = parse_decimal(stated, 2);
    if (amount && *amount >= 0 && *amount <= kMost) return amount;
    reader_.say(kWrongValue, place_of(entry, key), fmt::format("{} is no amount of money", in_quotes(stated)))
        .help("digits and at most two decimals, in the currency of the prices: 250.00");
    return std::nullopt;
  }

  Reader& reader_;
  const synth::Fabric& fabric_;
};

class AlternativesReader {
 public:
  AlternativesReader(Reader& reader, Parts& parts, CablingReader& cabling, const Design& design)
      : reader_(reader), parts_(parts), cabling_(cabling), design_(design) {}

  std::vector<NamedChange> read(const syntax::Node& section) {
    std::vector<NamedChange> out;
    if (!fits_kind(reader_, section, keys::kAlternativesEntry, "alternatives")) return out;
    for (const syntax::Pair& pair : section.pairs) {
      if (!fits_name(reader_, pair.key, pair.key_place, false) || !fits(reader_, pair.value, keys::kAlternativeEntry, pair.key))
        continue;
      if (pair.key == "as-planned" || pair.key == "usual" || pair.key == kAllWord)
        reader_.say(kWrongValue, pair.key_place, fmt::format("{} has a meaning of its own", in_quotes(pair.key)))
            .help("call the alternative otherwise");
      NamedChange change;
      change.name = pair.key;
      change.place = pair.key_place;
      change.say = text(pair.value, "say");
      RuleWishes changed = cabling_.changed({design_.wishes, design_.left_open}, value(pair.value, "cabling"));
      change.wishes = std::move(changed.wishes);
      change.left_open = std::move(changed.left_open);
      for (const syntax::Pair& optic : below(pair.value, "optics").pairs) read_optic(optic, change);
      out.push_back(std::move(change));
    }
    return out;
  }

 private:
  void read_optic(const syntax::Pair& optic, NamedChange& change) {
    bool used = false;
    for (const synth::PortRun* run : design_.fabric.all_runs()) used = used || run->optic == optic.key;
    if (!used)
      reader_.say(kWrongValue, optic.key_place, fmt::format("no port of the fabric has the optic {}", in_quotes(optic.key)))
          .help("write it as the ports do");
    const std::uint32_t type = parts_.for_port(optic.value.text, optic.value.place);
    if (used && type != Parts::kBroken && type != Parts::kAbsent) change.optics.emplace(optic.key, optic.value.text);
  }

  Reader& reader_;
  Parts& parts_;
  CablingReader& cabling_;
  const Design& design_;
};

// Keys of the policy that may rule parts out.
bool is_limit(std::string_view key) {
  return key == "max_connections" || key == "max_length" || key == "margin" || key == "margin_at" || key == "allowances" ||
         key == "method";
}

StatedLimit stated_limit(const syntax::Pair& pair) {
  StatedLimit limit{pair.key, pair.value.text, pair.key_place};
  std::string all;
  for (const syntax::Pair& part : pair.value.pairs) {
    all += (all.empty() ? "" : ", ") + part.key + ": " + part.value.text;
    limit.parts.push_back(part.value.text);
  }
  if (!all.empty()) limit.value = "{" + all + "}";
  return limit;
}

std::string as_written(const diag::Sources& sources, const syntax::Node& root, std::size_t pair) {
  const diag::Place begin = root.pairs[pair].key_place;
  const std::string_view whole = sources.text(begin.source);
  std::size_t end = whole.size();
  if (pair + 1 < root.pairs.size()) end = root.pairs[pair + 1].key_place.offset;
  std::string out(whole.substr(begin.offset, end - begin.offset));
  while (!out.empty() && (out.back() == '\n' || out.back() == ' ')) out.pop_back();
  return out + "\n";
}

}  // namespace

std::optional<Design> read_design(Reader& reader, Parts& parts, const Stock& stock, const std::vector<std::string>& phases,
                                  const std::deque<Document>& documents) {
  const syntax::Node *fabric = nullptr, *cabling = nullptr, *alternatives = nullptr;
  const std::string* path = nullptr;
  Design design;
  for (const Document& document : documents) {
    Given given;
    for (std::size_t i = 0; i < document.root.pairs.size(); ++i) {
      const syntax::Pair& pair = document.root.pairs[i];
      if (pair.key == "fabric") {
        fabric = &pair.value;
        path = &document.path;
      } else if (pair.key == "cabling") {
        cabling = &pair.value;
      } else if (pair.key == "alternatives") {
        alternatives = &pair.value;
      } else if (pair.key == "policy" || pair.key == "phases") {
        design.head += as_written(reader.sources, document.root, i);
        if (pair.key == "policy") design.policy = as_written(reader.sources, document.root, i);
      } else if (pair.key != "ferrule" && pair.key != "project" && pair.key != "include") {
        given.all += as_written(reader.sources, document.root, i) + "\n";
        if (pair.key == "parts") given.parts = as_written(reader.sources, document.root, i);
      }
    }
    if (!given.all.empty()) design.given.push_back(std::move(given));
  }
  if (!documents.empty())
    for (const syntax::Pair& kind : below(below(documents.front().root, "policy"), "stock_lengths").pairs)
      design.stock_places.emplace(kind.key, kind.key_place);
  if (!documents.empty())
    for (const syntax::Pair& pair : below(documents.front().root, "policy").pairs)
      if (is_limit(pair.key)) design.limits.push_back(stated_limit(pair));
  design.documents = documents.size();
  if (fabric == nullptr) return std::nullopt;
  const std::size_t read_before = reader.read_files.size();
  std::optional<synth::Fabric> read = FabricReader(reader, parts, stock, phases, *path).read(*fabric);
  design.link_files = reader.read_files.size() - read_before;
  if (!read) return std::nullopt;
  design.fabric = std::move(*read);
  CablingReader wishes(reader, design.fabric);
  RuleWishes asked = wishes.read(cabling);
  design.wishes = std::move(asked.wishes);
  design.left_open = std::move(asked.left_open);
  if (alternatives != nullptr) design.alternatives = AlternativesReader(reader, parts, wishes, design).read(*alternatives);
  return design;
}

}  // namespace ferrule::lang
