// Findings as text in the manner of a good compiler: the fact, the place with its line underlined, notes, help.
//
//     error[M201]: T1.b meets C4.a, both pinned
//       --> plant.yaml:3:7
//        |
//      3 |   - {id: C4, part: pinned-cord, a: T1/b}
//        |                                    ^^^^ C4.a is pinned here
//        = note: 320 joints: T1.b, T2.b, T3.b, ... (--list shows all)
//        = help: order C4.a as unpinned
#pragma once

#include <string>

#include "diag/finding.h"

namespace ferrule::diag {

struct PrintOptions {
  bool colour = false;
  bool list_all = false;        // every subject instead of the first few
  std::size_t few_subjects = 3;
};

std::string print(const Finding& finding, const Sources& sources, const PrintOptions& options = {});

}  // namespace ferrule::diag
