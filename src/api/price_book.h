// A catalogue with prices, as a buyer keeps it: CSV or XLSX with a header row.
//
//     part,description,length,price,per_metre,from_quantity,lead_weeks,stock,moq,currency
//     cord-b,,2 m,41.00,,1,2,500,10,EUR            a part of the plant by its name, at one length
//     cord-b,,2 m,36.50,,100,,,,EUR                 the same from 100 pieces on
//     ,MPO-12 trunk OS2 APC Type B female,,90.00,1.85,,6,,,EUR     whatever fits the line, at any length: 90.00 and 1.85 a metre
//
// Units:  prices in whole hundredths, per_metre the same for a metre; what a length costs is rounded to hundredths once, for one piece.
// Shape:  columns go by these names, or by other usual words (data/price_columns.csv). `price` or `per_metre` must be there, and `part` or `description`; columns may be in any order, others are passed over. Rows
//         alike in part, description and length are one offer with price breaks; lead_weeks, stock and moq are of its first row
//         that states them. A row without any price, or with 0, is passed over. One currency in a file, or none.
// Errors: findings with their line or cell (L1xx, L202, L203, L208, B806, B808, B809). A row that is wrong is left out; a file without the columns is
//         unreadable.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "api/price_list.h"
#include "base/quantity.h"
#include "diag/finding.h"
#include "facts/facts.h"
#include "syntax/office_file.h"

namespace ferrule::api {

struct PriceBreak {
  std::int64_t from = 1;  // pieces
  Price price, per_metre;
  diag::Place place;
};

struct PriceOffer {
  std::string_view part, description;  // the latter where there is no part; both point into the file
  std::optional<Length> length;        // empty: any
  std::vector<PriceBreak> breaks;      // rising
  std::optional<int> lead_weeks;
  std::optional<std::int64_t> stock, least_order;
  diag::Place place;  // of its first row

  const PriceBreak* at(std::int64_t quantity) const;  // the break that counts; null below the first
  const PriceBreak* cheapest_up_to(std::int64_t quantity, Length length) const;
};

// Of one piece so long; `length` is 0 for what is no cable.
std::optional<Price> price_of_piece(const PriceBreak& row, Length length);

struct PriceBook {
  std::string name;  // of the file, as given
  std::string currency;
  std::vector<PriceOffer> offers;  // in the order of the file
  syntax::OfficeFile file;         // what the texts point into
};

// Null when the file cannot be read, or is no catalogue.
std::unique_ptr<PriceBook> read_price_book(const std::string& path, const facts::Facts& facts, diag::Sources& sources,
                                           diag::Findings& findings);

}  // namespace ferrule::api
