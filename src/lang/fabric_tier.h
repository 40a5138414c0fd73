// A tier of a fabric: how many devices, of which groups, with which ports, in which racks; or which devices of files of links are its.
//
// Shape:  `count` and `ports` by name, or `devices` and `type` as patterns of names and `ports` as patterns too.
// Errors: those of FabricDraft; L203 for a `count` or `ports` that is missing. A tier that is no mapping is left out.
#pragma once

#include "lang/fabric_draft.h"
#include "lang/parts.h"
#include "syntax/node.h"

namespace ferrule::lang {

// Puts the tier, and what it takes of files of links, into the draft, whose groups are there already.
void read_tier(FabricDraft& draft, Parts& parts, const Stock& stock, const syntax::Pair& tier);

}  // namespace ferrule::lang
