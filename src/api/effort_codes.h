// What can be wrong with the space that a plant takes, each with its code for ever. Each has its page: docs/rules/<name>.md.
#pragma once

#include "lang/codes.h"

namespace ferrule::api {

inline constexpr lang::Code kTrayOverFull{"E801", "tray-over-full"};
inline constexpr lang::Code kRackOverFull{"E802", "rack-over-full"};
inline constexpr lang::Code kDropOverFull{"E803", "drop-over-full"};

}  // namespace ferrule::api
