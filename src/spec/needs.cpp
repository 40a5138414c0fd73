#include "spec/needs.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"

namespace ferrule::spec {
namespace {

bool condition_holds(std::string_view only, const Specification& s) {
  if (only.empty()) return true;
  const std::string_view a = s.text(Field::kAType), b = s.text(Field::kBType);
  if (only == "multi_a") return is_multi_fibre(a);
  if (only == "multi_b") return is_multi_fibre(b);
  if (only == "duplex") return a.ends_with("-duplex") || a.ends_with("-uniboot");
  if (only == "two_rows") return (a == "MPO-24" || a == "MPO-32") && s.text(Field::kPolarity) == "B";
  return only == "loss" && s.has(Field::kMaxIl);
}

bool known_condition(std::string_view only) {
  constexpr std::string_view kKnown[] = {"", "multi_a", "multi_b", "duplex", "two_rows", "loss"};
  return std::find(std::begin(kKnown), std::end(kKnown), only) != std::end(kKnown);
}

}  // namespace

char letter(NeedClass need) { return need == NeedClass::kSafety ? 'S' : need == NeedClass::kPerformance ? 'P' : 'C'; }

bool is_multi_fibre(std::string_view connector) {
  return connector.starts_with("MPO") || connector.starts_with("MMC") || connector.starts_with("SN-MT") ||
         connector.starts_with("URM");
}

Needs Needs::load(const facts::Facts& facts, diag::Findings& findings) {
  Needs out;
  const facts::Table* table = facts.table("specification_needs");
  if (table == nullptr) return out;
  for (std::size_t i = 0; i < table->rows.size(); ++i) {
    Need need;
    need.name = table->cell(i, "need");
    need.question = table->cell(i, "question");
    need.source = table->cell(i, "source");
    need.only = table->cell(i, "only");
    for (const std::string_view kind : split(table->cell(i, "kinds"), ';')) need.kinds.emplace_back(kind);
    bool good = known_condition(need.only);
    for (const std::string_view name : split(table->cell(i, "fields"), ';')) {
      const std::optional<Field> field = parse_field(name);
      good = good && field.has_value();
      if (field) need.fields.push_back(*field);
    }
    const std::string_view letters = table->cell(i, "class");
    need.need_class = letters == "S" ? NeedClass::kSafety : letters == "P" ? NeedClass::kPerformance : NeedClass::kCommercial;
    if (good && !need.fields.empty()) {
      out.needs_.push_back(std::move(need));
    } else {
      findings.add("D109", "bad-need", diag::Severity::kError, table->places[i],
                   fmt::format("'{}' names a field or a condition that there is not", printable(need.name)));
    }
  }
  std::stable_sort(out.needs_.begin(), out.needs_.end(),
                   [](const Need& a, const Need& b) { return a.need_class < b.need_class; });
  return out;
}

bool Needs::applies(const Need& need, const Specification& specification) const {
  const std::string_view kind = specification.text(Field::kKind);
  if (!need.kinds.empty() && std::find(need.kinds.begin(), need.kinds.end(), kind) == need.kinds.end()) return false;
  return condition_holds(need.only, specification);
}

std::vector<const Need*> Needs::open(const Specification& specification) const {
  std::vector<const Need*> out;
  for (const Need& need : needs_) {
    const bool settled =
        std::any_of(need.fields.begin(), need.fields.end(), [&](Field field) { return specification.has(field); });
    if (!settled && applies(need, specification)) out.push_back(&need);
  }
  return out;
}

const Need* Needs::need_of(Field field) const {
  for (const Need& need : needs_)
    if (std::find(need.fields.begin(), need.fields.end(), field) != need.fields.end()) return &need;
  return nullptr;
}

}  // namespace ferrule::spec
