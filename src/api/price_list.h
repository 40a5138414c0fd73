// What parts cost, as a buyer keeps it: a CSV file with the columns part and price, and perhaps currency.
//
//     part,price
//     trunk,120.00             decimal point, or a comma in a file of semicolons: trunk;120,00
//     offer,95.50              the name `offer` is for what is offered
//
// Units:  Price in whole hundredths of one currency for one piece, whatever its length. No rounding: a third decimal is refused.
// Shape:  names are looked up as written; a blank price is no price. All rows are of one currency, or say none. Other columns are
//         passed over.
// Errors: findings with their line (L1xx of the reader, L202, L203, L208), each of them unreadable: a total of half a list is wrong.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "diag/finding.h"

namespace ferrule::api {

struct Price {
  std::int64_t hundredths = 0;
  friend constexpr auto operator<=>(Price, Price) = default;
};

inline constexpr std::int64_t kMostForAPiece = 10'000'000'000'000;  // hundredths; a hundred thousand million is a slip

Result<Price> parse_price(std::string_view text);  // "12", "12.5", "12,50"; not below nought, without thousands separators
std::string spell(Price price);                    // "1,234.50", "-3.00"

class PriceList {
 public:
  std::optional<Price> find(std::string_view part) const;
  void set(std::string part, Price price);  // takes the place of what the list says
  bool add(std::string part, Price price);  // false: it is there already

  std::string currency;  // empty: nobody said

 private:
  std::map<std::string, Price, std::less<>> prices_;
};

// Nothing when the file cannot be read, or any of it is wrong.
std::optional<PriceList> read_price_list(const std::string& path, diag::Sources& sources, diag::Findings& findings);

}  // namespace ferrule::api
