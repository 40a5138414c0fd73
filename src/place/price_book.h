// What one cable costs by its length, cut from a book of prices.
//
//     price
//       |                       ........'''''''   optics: much fixed, little per metre
//       |                 ......
//       |    ..''''                               copper: the other way round, and it ends
//       +----------|------------------------ length
//
// Units:  Money in hundredths of the book's currency; lengths in whole millimetres.
// Shape:  segments in ascending `upto`; a length belongs to the first that reaches it, so a dearer short piece is not bought cut off a
//         cheaper long one unless the book says so.
// Errors: a length beyond the last segment has no price (nothing), never that of the last one.
// Source: data/price_books.csv.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/quantity.h"
#include "facts/price_books.h"

namespace ferrule::place {

struct Money {
  std::int64_t hundredths = 0;
  friend constexpr auto operator<=>(Money, Money) = default;
  friend constexpr Money operator+(Money a, Money b) { return {a.hundredths + b.hundredths}; }
};

std::string spell(Money money);  // "415,938.56"

// No cable of a book costs more: a row above it is as good as none, and sums of millions of cables stay exact.
inline constexpr Money kDearest{1'000'000'000};

class CablePrice {
 public:
  explicit CablePrice(std::vector<facts::PriceSegment> segments);
  std::optional<Money> of(Length length) const;  // rounded half up
  std::optional<Length> longest() const;         // nothing: no end is stated, or there is no segment

 private:
  std::vector<facts::PriceSegment> segments_;
};

struct PriceBook {
  std::string name, currency;
  std::vector<std::string> cables;  // names, in the order of the table
  std::vector<CablePrice> prices;   // of each
  std::optional<std::size_t> cable(std::string_view name) const;
};

// Nothing when no book of that name is in the table. Rows of a second currency are left out: they cannot be added.
std::optional<PriceBook> price_book(const std::vector<facts::PriceSegment>& segments, std::string_view name);

}  // namespace ferrule::place
