#include "lang/settings.h"

#include <fmt/format.h>

#include "lang/check_shape.h"
#include "lang/keys.h"
#include "lang/known_words.h"
#include "lang/values.h"

namespace ferrule::lang {

void read_policy(Reader& reader, const syntax::Node& section, check::Policy& policy) {
  if (!fits(reader, section, keys::kPolicyEntry, "policy")) return;
  policy.brand = text(section, "brand");
  const std::string_view mixed = text(section, "mixed_brands");
  if (mixed == "allowed") policy.mixed_brands = check::MixedBrands::kAllowed;
  if (mixed == "refuse") policy.mixed_brands = check::MixedBrands::kRefuse;
  policy.iso_attenuation = text(section, "attenuation") == "ISO";
  policy.separate_routes = yes(section, "separate_routes");
  policy.max_connections = whole(section, "max_connections");
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
