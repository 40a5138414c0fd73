// Links as a file lists them, whatever its format: two ends, each with what the file says of its device.
//
// Shape:  rows in the order of the file. A cell that is blank or has no column is empty. Nothing is decided here: which device is of
//         which tier, and which optic is in which port, is for listed_links.h.
#pragma once

#include <string>
#include <vector>

#include "diag/source.h"

namespace ferrule::lang {

struct LinkCell {
  std::string text;
  diag::Place place;
  bool empty() const { return text.empty(); }
};

struct LinkRowEnd {
  LinkCell node, port, type, rack, unit, optic;
};

struct LinkRow {
  LinkRowEnd a, b;
  diag::Place place;
};

struct LinkFile {
  std::vector<LinkRow> rows;
  bool from_both_ends = false;  // formats in which the same link may be written at each of its ends
};

constexpr std::size_t kMostLinkRows = 1'000'000;  // of a project's files together

}  // namespace ferrule::lang
