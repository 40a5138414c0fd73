// The lines and articles of a bill in the order in which they are read.
#pragma once

#include <vector>

#include "api/bom.h"
#include "effort/sites.h"

namespace ferrule::api {

// What the pieces of a line have in common. What lines are not divided by is kNone for all.
struct BomLineKey {
  std::uint32_t article = 0;
  effort::Site site;
  friend bool operator==(const BomLineKey&, const BomLineKey&) = default;
};

// `keys` by line. Articles are sorted by kind, part and length, lines by the keys that were asked for; lines then know their places by name.
void sort_bill(const plant::Plant& plant, const effort::Sites& sites, const std::vector<BomLineKey>& keys, Bom& bom);

}  // namespace ferrule::api
