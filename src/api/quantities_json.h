// Quantities that may not be known, as numbers in JSON; null where they are not.
#pragma once

#include <optional>
#include <string_view>

#include "base/quantity.h"
#include "write/json.h"

namespace ferrule::api {

inline void write_loss(write::JsonWriter& json, std::string_view key, const std::optional<Loss>& loss) {  // dB
  json.key(key);
  loss ? json.decimal(loss->microdecibel, 6) : json.null();
}

inline void write_length(write::JsonWriter& json, std::string_view key, const std::optional<Length>& length) {  // metres
  json.key(key);
  length ? json.decimal(length->millimetre, 3) : json.null();
}

}  // namespace ferrule::api
