// What an article costs by order of magnitude (facts/generic_prices.h).
#pragma once

#include <optional>
#include <vector>

#include "api/bom.h"
#include "facts/generic_prices.h"

namespace ferrule::api {

class GenericPrices {
 public:
  explicit GenericPrices(const Loaded& loaded) : loaded_(loaded), rows_(facts::generic_prices(loaded.facts)) {}

  std::string currency() const { return rows_.empty() ? std::string() : rows_.front().currency; }
  std::optional<BomPrice> find(const BomArticle& article) const;  // nothing when no row fits, or the length is not known

 private:
  bool fits(const facts::GenericPrice& row, const BomArticle& article) const;

  const Loaded& loaded_;
  std::vector<facts::GenericPrice> rows_;
};

}  // namespace ferrule::api
