#include "lang/link_rule.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"
#include "lang/check_shape.h"
#include "lang/keys_fabric.h"
#include "lang/values.h"

namespace ferrule::lang {
namespace {

constexpr std::string_view kNumberWord = "n";

class RuleReader {
 public:
  explicit RuleReader(FabricDraft& draft) : draft_(draft) {}

  void read(const syntax::Node& entry) {
    if (!has_ends(entry) || !fits(draft_.reader, entry, keys::kLinkRuleEntry, "an item of links")) {
      draft_.wrong = true;
      return;
    }
    const auto from = tier_of(entry, "from"), to = tier_of(entry, "to");
    if (!from || !to) return;
    synth::LinkRule rule;
    rule.place = entry.place;
    rule.from = *from;
    rule.to = *to;
    check_ends(entry, rule);
    read_name(entry, rule);
    for (const syntax::Node* same : scalars(value(entry, "same"))) read_same(*same, rule);
    for (const syntax::Node* ports : scalars(value(entry, "from_ports"))) add_run(*ports, rule.from, rule.from_runs);
    for (const syntax::Node* ports : scalars(value(entry, "to_ports"))) add_run(*ports, rule.to, rule.to_runs);
    rule.rail = yes(entry, "rail");
    rule.uneven = yes(entry, "uneven");
    rule.fill = yes(entry, "fill");
    if (rule.fill && rule.rail)
      draft_.refuse(place_of(entry, "fill"), "`fill` beside `rail`", "one of them says who the partners are");
    read_amounts(entry, rule);
    draft_.fabric.rules.push_back(std::move(rule));
  }

 private:
  bool has_ends(const syntax::Node& entry) {
    bool both = true;
    for (const std::string_view key : {"from", "to"})
      if (entry.find(key) == nullptr) {
        both = false;
        draft_.reader.say(kMissingKey, entry.place, fmt::format("`{}` is missing", key))
            .help(fmt::format("{}: a tier; or `file`: a file of links", key));
      }
    return both;
  }

  std::optional<std::size_t> tier_of(const syntax::Node& entry, std::string_view key) {
    const std::string_view name = text(entry, key);
    for (std::size_t i = 0; i < draft_.fabric.tiers.size(); ++i)
      if (draft_.fabric.tiers[i].name == name) return i;
    std::vector<std::string> known;
    for (const synth::Tier& tier : draft_.fabric.tiers) known.push_back(tier.name);
    draft_.wrong = true;
    auto builder = draft_.reader.say(kWrongValue, place_of(entry, key), fmt::format("there is no tier {}", in_quotes(name)));
    suggest(builder, name, known);
    return std::nullopt;
  }

  void check_ends(const syntax::Node& entry, const synth::LinkRule& rule) {
    for (const std::size_t end : {rule.from, rule.to})
      if (draft_.fabric.tiers[end].listed)
        draft_.refuse(place_of(entry, end == rule.from ? "from" : "to"),
                      fmt::format("a rule at {}, whose devices files of links name", draft_.fabric.tiers[end].name),
                      "those files say its links as well; a tier with a `count` takes rules, and links of files beside them");
    if (rule.from == rule.to)
      draft_.refuse(place_of(entry, "to"), "a tier joined to itself", "two tiers, or two rules over groups");
  }

  void read_name(const syntax::Node& entry, synth::LinkRule& rule) {
    rule.name = text(entry, "name");
    if (rule.name.empty()) rule.name = draft_.fabric.tiers[rule.from].name + "-" + draft_.fabric.tiers[rule.to].name;
    for (const synth::LinkRule& other : draft_.fabric.rules)
      if (other.name == rule.name)
        draft_.refuse(entry.place, fmt::format("two rules are called {}", in_quotes(rule.name)), "give one of them a `name`");
  }

  void read_amounts(const syntax::Node& entry, synth::LinkRule& rule) {
    rule.each = whole(entry, "each");
    rule.up = whole(entry, "up");
    rule.amount_place = rule.up ? place_of(entry, "up") : rule.each ? place_of(entry, "each") : entry.place;
    rule.breakout = whole(entry, "breakout");
    rule.breakout_place = place_of(entry, "breakout");
    if (rule.each && rule.up)
      draft_.refuse(place_of(entry, "up"), "`up` beside `each`", "one of them says how many links there are");
  }

  void add_run(const syntax::Node& named, std::size_t of, std::vector<std::uint32_t>& runs) {
    const synth::Tier& tier = draft_.fabric.tiers[of];
    std::vector<std::string> known;
    for (std::uint32_t i = 0; i < tier.ports.size(); ++i) {
      if (tier.ports[i].written == named.text) {
        if (std::find(runs.begin(), runs.end(), i) == runs.end()) runs.push_back(i);
        return;
      }
      known.push_back(in_quotes(tier.ports[i].written));
    }
    draft_.refuse(named.place, fmt::format("{} has no ports {}", tier.name, in_quotes(named.text)),
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
    const std::optional<int> found = draft_.group(name, place);
    if (!found) return std::nullopt;
    const synth::Tier& of = draft_.fabric.tiers[tier];
    if (std::find(of.per.begin(), of.per.end(), *found) != of.per.end()) return found;
    draft_.refuse(place, fmt::format("{} is not counted by {}", of.name, in_quotes(name)),
                  fmt::format("add it under `per` of {}, or leave it out here", of.name));
    return std::nullopt;
  }

  FabricDraft& draft_;
};

}  // namespace

void read_link_rule(FabricDraft& draft, const syntax::Node& entry) { RuleReader(draft).read(entry); }

}  // namespace ferrule::lang
