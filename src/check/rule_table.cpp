#include "check/rule.h"

namespace ferrule::check {

#define RULE(code, function, severity) void function(const View&, Report&);
#include "check/rule_table.inc"
#undef RULE

namespace {

// pinned_meets_pinned -> pinned-meets-pinned, once, when the table is made.
[[maybe_unused]] std::string dashed(std::string_view name) {
  std::string out(name);
  for (char& c : out)
    if (c == '_') c = '-';
  return out;
}

}  // namespace

std::span<const Rule> rules() {
  static const std::vector<std::string> names{
#define RULE(code, function, severity) dashed(#function),
#include "check/rule_table.inc"
#undef RULE
  };
  static const std::vector<Rule> table = [] {
    [[maybe_unused]] std::size_t at = 0;
    std::vector<Rule> all{
#define RULE(code, function, severity) Rule{#code, names[at++], diag::Severity::severity, function},
#include "check/rule_table.inc"
#undef RULE
    };
    return all;
  }();
  return table;
}

}  // namespace ferrule::check
