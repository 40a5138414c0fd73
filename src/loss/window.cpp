#include "loss/window.h"

#include <cstdint>

#include "base/quantity.h"

namespace ferrule::loss {

std::optional<int> window_of(std::string_view wavelength_nm) {
  struct Window {
    int from, to, column;
  };
  constexpr Window kWindows[] = {{830, 960, 850}, {1255, 1365, 1310}, {1365, 1460, 1383}, {1460, 1625, 1550}};
  const std::optional<std::int64_t> nm = parse_decimal(wavelength_nm, 0);
  if (!nm) return std::nullopt;
  for (const Window& window : kWindows)
    if (*nm >= window.from && *nm < window.to) return window.column;
  return std::nullopt;
}

}  // namespace ferrule::loss
