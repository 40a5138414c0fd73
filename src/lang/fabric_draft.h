// A fabric as far as it is read: what the readers of its groups, tiers and rules have in hand together.
//
// Errors: L202 for a value that is refused, L206 and L207 for a range of names that is none; each makes the whole fabric wrong.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lang/listed_links.h"
#include "lang/ranges.h"
#include "lang/reader.h"
#include "synth/fabric.h"

namespace ferrule::lang {

struct FabricDraft {
  Reader& reader;
  synth::Fabric fabric = {};
  std::vector<TierMatch> matches = {};  // by tier
  bool wrong = false;

  void refuse(diag::Place place, std::string message, std::string help);
  void miss(diag::Place place, std::string message, std::string help);  // a key
  void refuse_name(diag::Place place, const RangeFault& why);

  std::optional<int> group(std::string_view name, diag::Place place);

  // A text that may hold ranges; `text` has to outlive what comes of it.
  std::optional<RangedText> ranges(std::string_view text, diag::Place place);
};

}  // namespace ferrule::lang
