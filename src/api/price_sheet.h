// What parts would cost that a design may choose among, by the lists that a bill of materials is priced from.
//
// Shape:  a sheet is a plant with one piece of each part at each length, and its bill. Prices are those of so many pieces of each article, or of
//         fewer where that is cheaper, with a piece's share of what a least order is above that.
// Units:  hundredths of the sheet's currency.
// Errors: none; what no list has a price for has none here. A list that cannot be read is told by the bill.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "api/price_list.h"
#include "base/quantity.h"

namespace ferrule::api {

struct SheetPart {
  std::string name, description;  // as in the plant: "trunk-8xMPO-12", "{kind: trunk, ...}"; empty: the author describes it
  std::vector<Length> lengths;    // as ordered; none: it is no cable
  bool in_slot = false;           // a cassette
};

class PriceSheet {
 public:
  PriceSheet() = default;
  // `given`: files of the author's parts.
  PriceSheet(const std::vector<SheetPart>& parts, const std::map<std::string, std::string, std::less<>>& given,
             const std::vector<std::string>& prices, const std::string& data, std::int64_t pieces);

  // By description, or the name of a part of the author. Of a cable so long, or of the next longer one of the sheet; of what is no cable at any length.
  std::optional<std::int64_t> of(const std::string& description, Length length = {}) const;
  // The least of all that are so long or longer: a longer one may be cheaper.
  std::optional<std::int64_t> least(const std::string& description, Length from = {}) const;

  const std::string& currency() const { return currency_; }
  bool generic() const { return generic_; }          // some price is an order of magnitude
  bool by_quantity() const { return by_quantity_; }  // some price is another for other quantities

 private:
  using ByLength = std::map<Length, std::int64_t>;
  std::map<std::string, ByLength, std::less<>> prices_;  // by description; of the author's parts by name
  std::string currency_;
  bool generic_ = false, by_quantity_ = false;
};

}  // namespace ferrule::api
