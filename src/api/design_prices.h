// What the parts of a design cost while it is made: for the places of free devices, and for the sizes of trunks.
//
// Units:  hundredths of the currency of the lists; see price_sheet.h.
// Errors: none; what has no price is chosen by pieces and metres.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "api/design_parts.h"
#include "api/price_sheet.h"
#include "check/order_policy.h"
#include "place/price_book.h"
#include "synth/cabling.h"

namespace ferrule::api {

synth::OrderLengthOf orders_of(const check::OrderPolicy& ordering);

// The project as far as prices look at it.
struct PricedDesign {
  const lang::Design& design;
  const std::vector<RecipeReport>& recipes;  // by rule
  synth::Hall& hall;
  const check::OrderPolicy& ordering;
  Length slack;
  const std::vector<std::string>& prices;  // lists; none: nothing is priced
  const std::string& data;
  std::int64_t pieces, most_pieces;  // of each article that is bought: as if, and no plan takes more
};

// Every part that the design may take, in the lengths that it may be ordered in, and those of a plan in theirs.
std::vector<SheetPart> parts_to_price(const PricedDesign& of, const synth::Plan& plan);

// Files of the parts that the author describes.
std::map<std::string, std::string, std::less<>> given_parts(const PricedDesign& of);

// The least that a cable within a rack is ordered in.
Length least_within_rack(const PricedDesign& of, synth::CableKind kind = synth::CableKind::kCord);

class DesignPrices {
 public:
  explicit DesignPrices(const PricedDesign& of);  // which outlives it
  explicit DesignPrices(PricedDesign&&) = delete;
  synth::PartPrice of_part() const;  // empty when no lists were named
  // What one link of each rule costs at the least, by the way between its racks. Nothing when some part has no price.
  std::optional<place::PriceBook> links() const;

 private:
  const PricedDesign& of_;
  std::shared_ptr<const PriceSheet> sheet_;  // null when no lists were named
};

}  // namespace ferrule::api
