// What the headers of a price list mean, in the words of whoever keeps it.
//
//     Unit price (EUR), Lead time (weeks), MOQ        Einzelpreis €, Lieferzeit in Wochen, Mindestmenge
//
// Shape:  ASCII letters in either case, signs do not count. A currency may stand before or behind a price.
// Errors: a bad row is a finding at data/price_columns.csv:line:column when the facts are loaded, and is left out.
// Source: data/price_columns.csv.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "facts/facts.h"

namespace ferrule::facts {

struct RawTable;

enum class PriceField : std::uint8_t {
  kNone,
  kPart,
  kDescription,
  kLength,
  kLengthInMetres,
  kPrice,
  kPerMetre,
  kFromQuantity,
  kLeadWeeks,
  kLeadTime,
  kStock,
  kLeastOrder,
  kCurrency,
};

struct PriceColumn : Row {
  std::vector<std::string> words;
  std::string means;  // as in the table: "price", or the code of a currency
};

struct PriceHeader {
  PriceField field = PriceField::kNone;
  std::string currency = {};  // of a price whose header names it
};

std::vector<PriceColumn> read_price_columns(const RawTable& raw, diag::Findings& findings);

class PriceWords {
 public:
  explicit PriceWords(const Facts& facts);  // whose bad rows were reported when they were loaded
  PriceHeader meaning(std::string_view header) const;
  std::string_view currency(std::string_view word) const;  // its code; empty: none

 private:
  std::unordered_map<std::string, PriceField> fields_;
  std::unordered_map<std::string, std::string> currencies_;
};

}  // namespace ferrule::facts
