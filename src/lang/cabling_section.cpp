#include "lang/cabling_section.h"

#include <algorithm>
#include <fmt/format.h>

#include "lang/check_shape.h"
#include "lang/growth_section.h"
#include "lang/keys_fabric.h"
#include "lang/known_words.h"
#include "lang/values.h"

namespace ferrule::lang {
namespace {

class CablingReader {
 public:
  CablingReader(Reader& reader, const synth::Fabric& fabric) : reader_(reader), fabric_(fabric) {}

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

}  // namespace

RuleWishes change_cabling(Reader& reader, const synth::Fabric& fabric, RuleWishes wishes, const syntax::Node* section) {
  return CablingReader(reader, fabric).changed(std::move(wishes), section);
}

RuleWishes read_cabling(Reader& reader, const synth::Fabric& fabric, const syntax::Node* section) {
  synth::CablingWish common;
  common.place = section != nullptr ? section->place : fabric.place;
  if (section != nullptr && !fits_kind(reader, *section, keys::kCablingEntry, "cabling")) section = nullptr;
  return change_cabling(
      reader, fabric, {std::vector<synth::CablingWish>(fabric.rules.size(), common), std::vector<LeftOpen>(fabric.rules.size())},
      section);
}

}  // namespace ferrule::lang
