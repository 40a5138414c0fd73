// Reads the strict subset of YAML that Ferrule's files use, over libyaml's events with guards of our own.
//
// Refused, each with its place and what to do: more than one document, anchors, aliases, tags, merge keys, duplicate keys, keys
// that are not scalars, nesting deeper than 64, more than 20 million nodes, NUL bytes, text that is not UTF-8 (a leading
// byte-order mark is skipped).
// Errors: all in `findings` (codes L1xx, marked unreadable). The tree then holds what was read before the fault, and nothing is
//         returned when that is not even the outermost list or mapping. Of equal keys the first counts. An empty file is an
//         empty node and no fault.
// Bounds: work linear in the text; the stack holds 64 levels; at most 1,000 duplicate keys are listed, then reading stops.
#pragma once

#include <optional>

#include "diag/finding.h"
#include "syntax/node.h"

namespace ferrule::syntax {

std::optional<Node> read_yaml(const diag::Sources& sources, std::uint32_t source, diag::Findings& findings);

}  // namespace ferrule::syntax
