#include "lang/settings.h"

#include <algorithm>
#include <fmt/format.h>

#include "lang/check_shape.h"
#include "lang/keys.h"
#include "lang/known_words.h"
#include "lang/values.h"

namespace ferrule::lang {

namespace {

void read_stock(const syntax::Node& section, check::OrderPolicy& policy, Reader& reader) {
  for (const syntax::Pair& pair : section.pairs) {
    check::StockLengths stock;
    for (const syntax::Node& item : pair.value.items) stock.listed.push_back(parse_length(item.text).value_or(Length{}));
    std::sort(stock.listed.begin(), stock.listed.end());
    stock.step = length(pair.value, "step").value_or(Length{});
    stock.least = length(pair.value, "least").value_or(Length{});
    stock.most = length(pair.value, "most");
    const bool nothing = stock.listed.empty() ? stock.step.millimetre == 0 : stock.listed.front().millimetre == 0;
    if (nothing) {
      reader.say(kWrongValue, pair.value.is_sequence() ? pair.value.place : place_of(pair.value, "step"),
                 fmt::format("no {} is sold in a length of nothing", pair.key));
      continue;
    }
    policy.stock_lengths.insert_or_assign(pair.key, std::move(stock));
  }
}

// "adapter_panels" -> "adapter-panel", as plant::spell has it.
std::string kind_of_spares(std::string_view key) {
  std::string kind(key.substr(0, key.size() - 1));
  std::replace(kind.begin(), kind.end(), '_', '-');
  return kind;
}

void read_ordering(const syntax::Node& section, check::OrderPolicy& policy, Reader& reader) {
  if (const syntax::Node* spares = value(section, "spares"))
    for (const syntax::Pair& pair : spares->pairs)
      if (const auto amount = parse_spares(pair.value.text)) policy.spares.insert_or_assign(kind_of_spares(pair.key), *amount);
  if (const syntax::Node* stock = value(section, "stock_lengths")) read_stock(*stock, policy, reader);
}

}  // namespace

void read_policy(Reader& reader, const syntax::Node& section, check::Policy& policy) {
  if (!fits(reader, section, keys::kPolicyEntry, "policy")) return;
  policy.brand = text(section, "brand");
  const std::string_view mixed = text(section, "mixed_brands");
  if (mixed == "allowed") policy.mixed_brands = check::MixedBrands::kAllowed;
  if (mixed == "refuse") policy.mixed_brands = check::MixedBrands::kRefuse;
  policy.iso_attenuation = text(section, "attenuation") == "ISO";
  policy.separate_routes = yes(section, "separate_routes");
  policy.max_connections = whole(section, "max_connections");
  policy.max_length = length(section, "max_length");
  policy.margin = loss(section, "margin");
  policy.margin_at = parse_share(text(section, "margin_at"));
  constexpr std::int64_t kAll = 10'000;
  if (policy.margin_at && *policy.margin_at >= kAll) {
    reader.say(kWrongValue, place_of(section, "margin_at"), "of all fibres no loss is the highest")
        .help("a share below 100 %: 99.9 %");
    policy.margin_at.reset();
  }
  policy.method = text(section, "method");
  if (text(section, "law") == "lognormal") policy.law = loss::LawKind::kLognormal;
  if (const syntax::Node* allowances = value(section, "allowances"))
    for (const Key& key : keys::kAllowances.keys)
      if (const std::optional<Loss> kept = loss(*allowances, key.name); kept && kept->microdecibel > 0)
        policy.allowances.push_back({std::string(key.name), *kept});
  policy.slack = length(section, "slack").value_or(Length{});
  if (const std::string_view space = text(section, "spaces");
      !space.empty() && known_space(reader, space, place_of(section, "spaces")))
    policy.space = space;
  if (const std::string_view grade = text(section, "grade");
      !grade.empty() && known_grade(reader, grade, place_of(section, "grade")))
    policy.grade = grade;
  read_ordering(section, policy.ordering, reader);
}

void read_levels(Reader& reader, const syntax::Node& section, std::vector<check::RuleLevel>& levels) {
  constexpr std::pair<std::string_view, diag::Severity> kLevels[] = {{"error", diag::Severity::kError},
                                                                     {"warning", diag::Severity::kWarning},
                                                                     {"note", diag::Severity::kNote},
                                                                     {"off", diag::Severity::kOff}};
  for (const syntax::Pair& pair : section.pairs) {
    if (!fits(reader, pair.value, keys::kLevelEntry, pair.key) || !known_rule(reader, pair.key, pair.key_place)) continue;
    for (const auto& [word, severity] : kLevels)
      if (pair.value.text == word) levels.push_back({pair.key, severity, pair.key_place});
  }
}

void read_waivers(Reader& reader, const syntax::Node& section, std::vector<check::Waiver>& waivers) {
  for (const syntax::Node& entry : section.items) {
    if (!fits(reader, entry, keys::kWaiverEntry, "an item of waivers")) continue;
    check::Waiver waiver;
    waiver.rule = text(entry, "rule");
    waiver.reason = text(entry, "reason");
    waiver.owner = text(entry, "owner");
    waiver.until = text(entry, "until");
    waiver.place = entry.place;
    if (!known_rule(reader, waiver.rule, place_of(entry, "rule"))) continue;
    const syntax::Node* subjects = value(entry, "for");
    if (!(subjects->is_scalar() && subjects->text == "all"))
      for (const syntax::Node* subject : scalars(subjects)) waiver.subjects.push_back(subject->text);
    if (subjects->is_sequence() && waiver.subjects.empty()) {
      reader.say(kWrongValue, subjects->place, "a waiver for nothing").help("name its subjects, or write `for: all`");
      continue;
    }
    waivers.push_back(std::move(waiver));
  }
}

}  // namespace ferrule::lang
