// Findings as one JSON array, in the order in which they stand.
//
//     [{"code": "M201", "name": "same-pins-meet", "severity": "error", "message": "T1.b meets C4.a, both pinned",
//       "where": {"file": "plant.yaml", "line": 3, "column": 7}, "label": "C4.a is pinned here",
//       "notes": [{"text": "T1.b is pinned here", "where": {...}}], "help": ["order C4.a as unpinned"],
//       "subjects": {"kind": "joint", "count": 320, "names": [...]}, "waived_by": "..."}]
//
// `where`, `label`, `subjects` and `waived_by` are absent when there is nothing to say; `notes` and `help` are always there.
// The cell of a sheet has `cell` besides ("Sheet1!C12"); its line is the row. Lines and columns count from 1, columns in code points. `count` is whole; `names` are those that the finding keeps: the first few
// unless all were asked for (--list).
#pragma once

#include "diag/finding.h"
#include "write/json.h"

namespace ferrule::write {

void write_finding(JsonWriter& json, const diag::Finding& finding, const diag::Sources& sources);
void write_findings(JsonWriter& json, const diag::Findings& findings, const diag::Sources& sources);

}  // namespace ferrule::write
