#include "effort/filling.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferrule::effort {
namespace {

constexpr std::int64_t kWhole = 10'000;

std::string whole_percent(std::int64_t hundredths) { return fmt::format("{} %", (hundredths + 50) / 100); }

std::int64_t at_most(Wide value, Wide most) { return static_cast<std::int64_t>(std::min(value, most)); }

}  // namespace

void Filling::hold_to(const plant::SectionMeasures& stated, std::optional<std::int64_t> other_limit) {
  constexpr Wide kMost = 1'000'000'000'000'000'000;
  if (stated.sized())
    own_um2 = at_most(static_cast<Wide>(stated.width->millimetre) * stated.depth->millimetre * 1'000'000, kMost);
  limit_assumed = !stated.fill_most && !other_limit;
  limit = stated.fill_most ? *stated.fill_most : other_limit.value_or(kFillAssumed);
}

std::optional<std::int64_t> Filling::most_um2() const {
  constexpr Wide kMost = 2'000'000'000'000'000'000;  // loads are added to it
  if (!own_um2) return std::nullopt;
  return at_most(static_cast<Wide>(*own_um2) * limit / kWhole, kMost);
}

std::string Filling::limit_spelled() const { return whole_percent(limit); }

std::string Filling::fill_spelled() const {
  const std::int64_t share = fill().value_or(0);
  return whole_percent(share) == limit_spelled() && over() ? fmt::format("{}.{:02} %", share / 100, share % 100)
                                                           : whole_percent(share);
}

std::optional<std::int64_t> Filling::share(std::int64_t um2) const {
  constexpr Wide kMost = 1'000'000'000'000'000;
  if (!own_um2 || *own_um2 == 0) return std::nullopt;
  return at_most((static_cast<Wide>(um2) * kWhole + *own_um2 / 2) / *own_um2, kMost);
}

}  // namespace ferrule::effort
