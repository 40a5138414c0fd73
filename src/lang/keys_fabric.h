// The declaration of the sections that a design is made from: fabric and cabling (see shape.h, keys.h).
#pragma once

#include <string_view>

#include "lang/shape.h"

namespace ferrule::lang {

constexpr std::string_view kAutoWord = "auto";  // left to the program

}  // namespace ferrule::lang

namespace ferrule::lang::keys {

extern const Mapping kFabric, kTier, kLinkRule, kPublished, kCablingWish, kAlternative;
extern const Shape kFabricEntry, kTierEntry, kLinkRuleEntry, kCablingEntry, kCablingWishEntry, kAlternativeEntry,
    kAlternativesEntry;

}  // namespace ferrule::lang::keys
