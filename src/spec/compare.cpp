#include "spec/compare.h"

#include <algorithm>
#include <fmt/format.h>

#include "spec/connector_name.h"

namespace ferrule::spec {
namespace {

std::string shown(const Specification& s, Field field) {
  if (!s.has(field)) return {};
  if (field == Field::kAType || field == Field::kBType) return exact_connector(s, field == Field::kBType);
  return value_text(field, s.get(field));
}

char class_of(Field field, const Needs& needs) {
  const Need* need = needs.need_of(field);
  return need != nullptr ? letter(need->need_class) : safety_critical(field) ? 'S' : 'C';
}

int rank(char field_class) { return field_class == 'S' ? 0 : field_class == 'P' ? 1 : 2; }

bool same_basis(const std::vector<const Specification*>& all) {
  return std::all_of(all.begin(), all.end(),
                     [&](const Specification* s) { return s->text(Field::kLossBasis) == all.front()->text(Field::kLossBasis); });
}

ComparedField compare_field(const std::vector<const Specification*>& all, Field field, const Needs& needs) {
  ComparedField out{std::string(spell(field)), class_of(field, needs), Difference::kEqual, {}};
  const std::string* first = nullptr;
  bool gap = false, differs = false;
  for (const Specification* s : all) out.values.push_back(shown(*s, field));
  for (const std::string& value : out.values) {
    gap = gap || value.empty();
    if (value.empty()) continue;
    differs = differs || (first != nullptr && *first != value);
    if (first == nullptr) first = &value;
  }
  const bool figure = field == Field::kMaxIl;
  out.difference = figure && !gap && !same_basis(all) ? Difference::kIncomparable
                   : differs                          ? Difference::kDiffers
                   : gap                              ? Difference::kPartly
                                                      : Difference::kEqual;
  return out;
}

}  // namespace

std::vector<ComparedField> compare(const std::vector<const Specification*>& all, const Needs& needs) {
  std::vector<ComparedField> out;
  for (std::size_t f = 0; f < kFields; ++f) {
    const Field field = static_cast<Field>(f);
    if (std::any_of(all.begin(), all.end(), [&](const Specification* s) { return s->has(field); }))
      out.push_back(compare_field(all, field, needs));
  }
  std::stable_sort(out.begin(), out.end(), [](const ComparedField& a, const ComparedField& b) {
    return a.difference != b.difference ? a.difference < b.difference : rank(a.field_class) < rank(b.field_class);
  });
  for (const Need& need : needs.all()) {
    if (need.need_class != NeedClass::kSafety) continue;
    const bool open = std::all_of(all.begin(), all.end(), [&](const Specification* s) {
      return needs.applies(need, *s) &&
             std::none_of(need.fields.begin(), need.fields.end(), [&](Field field) { return s->has(field); });
    });
    if (open)
      out.push_back({std::string(spell(need.fields.front())), 'S', Difference::kPartly, std::vector<std::string>(all.size())});
  }
  return out;
}

}  // namespace ferrule::spec
