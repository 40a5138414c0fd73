// Findings as text in the manner of a good compiler: the fact, the place with its line underlined, notes, help.
//
//     error[M201]: T1.b meets C4.a, both pinned
//       --> plant.yaml:3:36
//        |
//      3 |   - {id: C4, part: pinned-cord, a: T1/b}
//        |                                    ^^^^ C4.a is pinned here
//       ::: parts.yaml:9:3
//        |
//      9 |   pinned-cord: {kind: cord}
//        |   ----------- and so is every cord of this part
//        = note: 320 joints: T1.b, T2.b, T3.b, ... (--list shows all)
//        = help: order C4.a as unpinned
//
// A note about the line that is already shown is underlined there. Everything goes through printable(): no name in a file can
// move the cursor, change colours or reorder text.
#pragma once

#include <string>

#include "diag/finding.h"

namespace ferrule::diag {

struct PrintOptions {
  bool colour = false;
  bool list_all = false;  // every subject instead of the first few
  std::size_t few_subjects = 3;
};

std::string print(const Finding& finding, const Sources& sources, const PrintOptions& options = {});

// "3 errors, 1 warning"; "no findings". Waived findings and those that were only counted are said behind a semicolon.
std::string print_summary(const Findings& findings);

}  // namespace ferrule::diag
