#include "place/cooling.h"

#include <algorithm>
#include <bit>

#include "base/quantity.h"

namespace ferrule::place {
namespace {

// log2(value) in 1/65536, digit by digit: squaring doubles the logarithm.
std::uint64_t binary_logarithm(std::uint64_t value) {
  const int whole = std::bit_width(value) - 1;
  std::uint64_t mantissa = whole > 31 ? value >> (whole - 31) : value << (31 - whole);  // 1 <= mantissa / 2^31 < 2
  std::uint64_t result = static_cast<std::uint64_t>(whole) << 16;
  for (int bit = 15; bit >= 0; --bit) {
    mantissa = (mantissa * mantissa) >> 31;
    if (mantissa < (std::uint64_t{1} << 32)) continue;
    mantissa >>= 1;
    result |= std::uint64_t{1} << bit;
  }
  return result;
}

}  // namespace

// -ln of the middle of each of 4096 equal parts of (0, 1).
std::vector<std::int64_t> Cooling::exponential_quantiles() {
  constexpr std::uint64_t kLn2 = 45'426;  // in 1/65536
  std::vector<std::int64_t> table;
  for (std::uint64_t i = 0; i < (1u << kTableBits); ++i) {
    const std::uint64_t log2 = (static_cast<std::uint64_t>(kTableBits + 1) << 16) - binary_logarithm(2 * i + 1);
    table.push_back(static_cast<std::int64_t>((log2 * kLn2) >> 16));
  }
  return table;
}

Cooling::Cooling(Temperatures range, std::uint64_t effort) : effort_(std::max<std::uint64_t>(effort, 1)) {
  constexpr std::int64_t kHottest = 10'000'000'000;  // the product with a quantile stays within 64 bits
  const std::int64_t cold = std::clamp<std::int64_t>(range.cold, 1, kHottest), hot = std::clamp(range.hot, cold, kHottest);
  halvings_ = binary_logarithm(static_cast<std::uint64_t>(hot)) - binary_logarithm(static_cast<std::uint64_t>(cold));
  hot_ = hot << kTemperatureScale;
  now_ = hot_;
}

void Cooling::at(std::uint64_t spent) {
  const auto done =
      static_cast<std::uint64_t>(static_cast<Wide>(std::min(spent, effort_)) * static_cast<Wide>(halvings_) / effort_);
  const std::int64_t part = static_cast<std::int64_t>(done & 0xFFFF);
  now_ = ((hot_ >> (done >> 16)) * (0x20000 - part)) >> 17;
}

}  // namespace ferrule::place
