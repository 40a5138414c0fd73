#include "check/lots.h"

#include <algorithm>

namespace ferrule::check {

std::vector<LotOf> lots_of(const plant::Plant& plant) {
  std::vector<LotOf> out;
  for (const plant::PartType& type : plant.types) {
    std::vector<const plant::Lot*> seen;  // of this part: a repair may copy a type, and then both share
    for (const plant::TypeFace& face : type.faces) {
      if (face.lot == nullptr || std::find(seen.begin(), seen.end(), face.lot.get()) != seen.end()) continue;
      seen.push_back(face.lot.get());
      out.push_back({&type, &face});
    }
  }
  return out;
}

}  // namespace ferrule::check
