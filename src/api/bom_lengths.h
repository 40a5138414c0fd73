// In which length cables of a kind are ordered, and what is said of those that cannot be.
//
// Errors: B801 and B802, one finding for each article, with the place of its first cable.
#pragma once

#include <array>

#include "api/bom.h"

namespace ferrule::api {

class OrderLengths {
 public:
  explicit OrderLengths(const check::OrderPolicy& policy);

  struct Decided {
    OrderLength is = OrderLength::kNone;
    std::optional<Length> ordered;
  };
  Decided decide(BomKind kind, std::uint32_t needed_mm) const;

  void complain(const plant::Plant& plant, Bom& bom) const;

 private:
  const check::StockLengths* of(BomKind kind) const { return stock_[static_cast<std::size_t>(kind)]; }
  std::array<const check::StockLengths*, kBomKinds> stock_{};  // null: any length
};

}  // namespace ferrule::api
