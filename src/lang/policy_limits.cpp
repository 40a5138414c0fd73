#include "lang/policy_limits.h"

namespace ferrule::lang {
namespace {

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

}  // namespace

std::vector<StatedLimit> limits_of(const syntax::Node& policy) {
  std::vector<StatedLimit> limits;
  for (const syntax::Pair& pair : policy.pairs)
    if (is_limit(pair.key)) limits.push_back(stated_limit(pair));
  return limits;
}

}  // namespace ferrule::lang
