// Parts that the author of a project describes, as far as a rule may take them in place of new ones.
//
// Errors: none. Whether a part fits with the others is for a trial to prove (part_trial.h).
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "plant/part_type.h"
#include "synth/wishes.h"

namespace ferrule::api {

// What the wishes of the rule say of every part, this one states.
bool follows(const plant::PartType& own, const synth::CablingWish& wish);

std::vector<std::string> own_cords(const std::vector<plant::PartType>& types, const synth::CablingWish& wish);

// With their legs, of sizes that the wishes allow.
std::vector<std::pair<int, std::string>> own_trunks(const std::vector<plant::PartType>& types, const synth::CablingWish& wish,
                                                    int most_legs);

struct OwnCassette {
  std::string name;
  spec::Face rear, front;
  int fronts = 0;
  plant::Joint adapter = plant::Joint::kUnstated;  // behind
  std::string transition = {};                     // as its author calls it; empty: a map of their own
};
// With one connector at the rear.
std::vector<OwnCassette> own_cassettes(const std::vector<plant::PartType>& types, const synth::CablingWish& wish);

int rears_of(const plant::PartType& cassette);  // its connectors behind the panel

// Modules with multi-fibre connectors on both sides, which regroup fibres.
struct OwnModule {
  std::string name;
  const plant::TypeFace *rear = nullptr, *front = nullptr;  // the first of each
  int rears = 0, fronts = 0;
  std::string transition = {};  // as of OwnCassette
};
std::vector<OwnModule> own_modules(const std::vector<plant::PartType>& types, const synth::CablingWish& wish);

}  // namespace ferrule::api
