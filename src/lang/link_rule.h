// A rule of the links of a fabric: which ports of two tiers are joined, how many links each device has, and in which groups.
//
// Shape:  `from` and `to` are tiers with a count; `same` says which coordinates of both are equal: "su", or "n=rail".
// Errors: those of FabricDraft; L203 for a `from` or `to` that is missing. A rule without two tiers is left out.
#pragma once

#include "lang/fabric_draft.h"
#include "syntax/node.h"

namespace ferrule::lang {

// Puts the rule into the draft, whose tiers are all there.
void read_link_rule(FabricDraft& draft, const syntax::Node& entry);

}  // namespace ferrule::lang
