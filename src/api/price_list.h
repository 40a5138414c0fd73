// What parts cost, as a small table that the user keeps: part,price and, if wanted, currency and per.
//
//     part,price,currency
//     cord-b,12.50,EUR
//     400GBASE-DR4,"1050,00",EUR
//
// Shape:  columns by name in any order; others are passed over. A price is at most nine digits before a decimal point or comma and two
//         behind it. `per` may be "each", "piece" or "pc": a price by the metre is refused. Names are compared without regard to case.
// Units:  whole minor units of the currency (cents).
// Errors: a Failure that names file, line and column: a bad figure, a part with two prices, two currencies, a missing column, a file
//         that cannot be read.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace ferrule::api {

class PriceList {
 public:
  static Result<PriceList> read(const std::string& path);
  static Result<PriceList> read_text(const std::string& name, std::string text);

  std::optional<std::int64_t> price(std::string_view part) const;  // nothing when the part is not in the list
  const std::string& currency() const { return currency_; }        // empty when nobody said
  bool empty() const { return prices_.empty(); }
  std::string spell(std::int64_t minor) const;  // "12.50 EUR"

 private:
  std::map<std::string, std::int64_t> prices_;  // by name in lower case
  std::string currency_;
};

// "12.50", "12,5", "1200": minor units; nothing for any other text, also for thousands separators, which cannot be told from points.
std::optional<std::int64_t> parse_price(std::string_view text);

}  // namespace ferrule::api
