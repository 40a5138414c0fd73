#include "lang/rack_types.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"
#include "lang/codes.h"
#include "lang/keys.h"
#include "lang/values.h"

namespace ferrule::lang {

void RackTypes::read(const syntax::Node& section) {
  for (const syntax::Pair& pair : section.pairs) {
    listed_.push_back(pair.key);
    if (fits_name(reader_, pair.key, pair.key_place, false) && fits(reader_, pair.value, keys::kRackTypeEntry, pair.key))
      types_.emplace_back(pair.key, pair.value);
  }
}

syntax::Node RackTypes::whole(const syntax::Node& rack) {
  const std::string_view type = text(rack, "type");
  syntax::Node out = rack;
  if (type.empty()) return out;
  if (std::find(listed_.begin(), listed_.end(), type) == listed_.end()) {
    auto builder = reader_.say(kUnknownEnd, place_of(rack, "type"), fmt::format("there is no rack type {}", in_quotes(type)));
    if (reader_.may_advise() && nearest(type, listed_))
      suggest(builder, type, listed_);
    else
      builder.help("describe it under `rack_types`");
    return out;
  }
  for (const auto& [name, template_of] : types_) {
    if (name != type) continue;
    for (const syntax::Pair& pair : template_of.pairs)
      if (out.find(pair.key) == nullptr) out.pairs.push_back(pair);
  }
  return out;
}

}  // namespace ferrule::lang
