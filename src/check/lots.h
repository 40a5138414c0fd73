// The measured lots of a plant, each once: all faces of a part that have one kind of connector share theirs.
#pragma once

#include <vector>

#include "plant/plant.h"

namespace ferrule::check {

struct LotOf {
  const plant::PartType* type = nullptr;
  const plant::TypeFace* face = nullptr;  // the first that has it
};

std::vector<LotOf> lots_of(const plant::Plant& plant);

}  // namespace ferrule::check
