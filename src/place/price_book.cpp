#include "place/price_book.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"

namespace ferrule::place {
namespace {

// (fixed + per_metre x length) x factor + adder, exactly, then rounded to hundredths once.
std::optional<Money> price(const facts::PriceSegment& segment, Length length) {
  constexpr std::int64_t kPerUnit = 10'000, kMillimetres = 1'000;
  const Wide before = static_cast<Wide>(segment.fixed) * kMillimetres + static_cast<Wide>(segment.per_metre) * length.millimetre;
  const Wide whole = before * segment.factor + static_cast<Wide>(segment.adder) * kMillimetres * kPerUnit;
  constexpr std::int64_t kHundredth = kPerUnit * kPerUnit * kMillimetres / 100;
  const Wide hundredths = (whole + kHundredth / 2) / kHundredth;
  if (hundredths > kDearest.hundredths) return std::nullopt;
  return Money{static_cast<std::int64_t>(hundredths)};
}

}  // namespace

std::string spell(Money money) {
  const std::int64_t amount = money.hundredths < 0 ? -money.hundredths : money.hundredths;
  return fmt::format("{}{}.{:02}", money.hundredths < 0 ? "-" : "", with_thousands(static_cast<std::uint64_t>(amount / 100)),
                     amount % 100);
}

CablePrice::CablePrice(std::vector<facts::PriceSegment> segments) : segments_(std::move(segments)) {
  const auto shorter = [](const facts::PriceSegment& a, const facts::PriceSegment& b) {
    return a.upto && (!b.upto || *a.upto < *b.upto);
  };
  std::stable_sort(segments_.begin(), segments_.end(), shorter);
}

std::optional<Money> CablePrice::of(Length length) const {
  if (length.millimetre < 0) return std::nullopt;
  const auto at = std::partition_point(segments_.begin(), segments_.end(), [&](const facts::PriceSegment& segment) {
    return segment.upto && *segment.upto < length;
  });
  return at == segments_.end() ? std::nullopt : price(*at, length);
}

std::optional<Length> CablePrice::longest() const { return segments_.empty() ? std::nullopt : segments_.back().upto; }

std::optional<std::size_t> PriceBook::cable(std::string_view wanted) const {
  for (std::size_t i = 0; i < cables.size(); ++i)
    if (same_folded(cables[i], wanted)) return i;
  return std::nullopt;
}

std::optional<PriceBook> price_book(const std::vector<facts::PriceSegment>& segments, std::string_view name) {
  PriceBook book;
  std::vector<std::vector<facts::PriceSegment>> of_cable;
  for (const facts::PriceSegment& segment : segments) {
    if (!same_folded(segment.book, name)) continue;
    if (book.name.empty()) {
      book.name = segment.book;
      book.currency = segment.currency;
    }
    if (segment.currency != book.currency) continue;
    std::optional<std::size_t> at = book.cable(segment.cable);
    if (!at) {
      at = book.cables.size();
      book.cables.push_back(segment.cable);
      of_cable.emplace_back();
    }
    of_cable[*at].push_back(segment);
  }
  if (book.name.empty()) return std::nullopt;
  for (std::vector<facts::PriceSegment>& rows : of_cable) book.prices.emplace_back(std::move(rows));
  return book;
}

}  // namespace ferrule::place
