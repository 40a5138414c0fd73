#include "api/part_refusals.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"

namespace ferrule::api {
namespace {

// The field of a part that a rule of check looks at, in the words of the plant language.
struct RuleField {
  std::string_view rule, field;
};
constexpr RuleField kRuleFields[] = {
    {"fibre-against-optic", "fibre"},
    {"modes-mix", "fibre"},
    {"cores-mix", "fibre"},
    {"wavelength-against-fibre", "fibre"},
    {"fibre-not-in-table", "fibre"},
    {"reach-exceeded", "fibre"},
    {"reach-too-short", "length"},
    {"family-differs", "connector"},
    {"rows-differ", "connector"},
    {"face-mismatch", "connector"},
    {"connector-does-not-fit", "connector"},
    {"unpopulated-position-lit", "connector"},
    {"dark-lane", "polarity"},
    {"lane-used-twice", "polarity"},
    {"lanes-permuted", "polarity"},
    {"transmit-meets-transmit", "polarity"},
    {"port-order-changed", "polarity"},
    {"link-without-path", "polarity"},
    {"pinned-meets-pinned", "gender"},
    {"unpinned-meets-unpinned", "gender"},
    {"flat-meets-angled", "polish"},
    {"slopes-not-parallel", "polish"},
    {"flat-joint-in-dr-channel", "polish"},
    {"loss-over-budget", "grade"},
    {"margin-below-policy", "grade"},
    {"too-many-connections", "connections on the way"},
    {"jacket-against-space", "jacket"},
    {"optics-do-not-interwork", "optic"},
};

std::string_view field_of(std::string_view rule) {
  for (const RuleField& row : kRuleFields)
    if (row.rule == rule) return row.field;
  return {};
}

}  // namespace

void PartRefusals::add(std::string_view rule, const std::string& why) {
  const std::string_view field = field_of(rule);
  const auto same = [&](const Refusal& each) { return field.empty() ? each.example == why : each.field == field; };
  auto at = std::find_if(all_.begin(), all_.end(), same);
  if (at == all_.end()) at = all_.insert(all_.end(), {field, why, 0});
  ++at->count;
}

bool PartRefusals::any_by_loss() const {
  return std::any_of(all_.begin(), all_.end(), [](const Refusal& each) { return each.field == "grade"; });
}

std::vector<std::string> PartRefusals::notes(int tried) const {
  std::vector<Refusal> sorted = all_;
  std::stable_sort(sorted.begin(), sorted.end(), [](const Refusal& a, const Refusal& b) { return a.count > b.count; });
  std::vector<std::string> out;
  for (const Refusal& each : sorted) {
    const std::string what = each.field.empty() ? std::string("another fault") : std::string(each.field);
    out.push_back(fmt::format("{} rules out {} of {}: {}", what, each.count,
                              counted(static_cast<std::uint64_t>(tried), "combination"), each.example));
  }
  return out;
}

}  // namespace ferrule::api
