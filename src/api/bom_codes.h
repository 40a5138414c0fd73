// What can be wrong with a bill, each with its code for ever. Each has its page: docs/rules/<name>.md.
#pragma once

#include "lang/codes.h"

namespace ferrule::api {

inline constexpr lang::Code kNoStockLength{"B801", "no-stock-length"};
inline constexpr lang::Code kOrderedWithoutLength{"B802", "ordered-without-length"};
inline constexpr lang::Code kPartWithoutPrice{"B803", "part-without-price"};
inline constexpr lang::Code kPriceWithoutPart{"B804", "price-without-part"};
inline constexpr lang::Code kBelowLeastOrder{"B805", "below-least-order"};
inline constexpr lang::Code kCurrenciesMix{"B806", "currencies-mix"};
inline constexpr lang::Code kPriceBeyondReason{"B807", "price-beyond-reason"};
inline constexpr lang::Code kPriceIsZero{"B808", "price-is-zero"};
inline constexpr lang::Code kPriceRises{"B809", "price-rises"};

}  // namespace ferrule::api
