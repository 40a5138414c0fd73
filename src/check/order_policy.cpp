#include "check/order_policy.h"

#include <algorithm>

namespace ferrule::check {

std::int64_t Spares::of(std::int64_t pieces) const {
  if (pieces <= 0) return 0;
  return share ? (pieces * amount + 9'999) / 10'000 : amount;
}

std::string StockLengths::spelled() const {
  if (!listed.empty()) {
    std::string out = spell(listed.front());
    for (std::size_t i = 1; i < listed.size(); ++i) out += (i + 1 == listed.size() ? " or " : ", ") + spell(listed[i]);
    return out;
  }
  std::string out = "whole multiples of " + spell(step);
  if (least.millimetre > 0) out += ", at least " + spell(least);
  if (most) out += ", at most " + spell(*most);
  return out;
}

std::optional<Length> StockLengths::holding(Length needed) const {
  if (!listed.empty()) {
    const auto found = std::lower_bound(listed.begin(), listed.end(), needed);
    return found == listed.end() ? std::nullopt : std::optional(*found);
  }
  const std::int64_t wanted = std::max({needed.millimetre, least.millimetre, std::int64_t{1}});
  const Length length{(wanted + step.millimetre - 1) / step.millimetre * step.millimetre};
  return most && length > *most ? std::nullopt : std::optional(length);
}

}  // namespace ferrule::check
