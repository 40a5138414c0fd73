// Parts exchanged one at a time in a plant that stays proven: what an editor or a planner of moves asks for many times a second.
//
//     Changes changes(plant, facts, proof);          once, O(plant)
//     changes.retype(cord, straight_cord);           O(what the cord's light touches)
//     for (bundle : changes.touched()) ... proof.ways[proof.way_of_bundle[bundle]].outcome ...
//
// Shape:  touched() holds every bundle whose light passed through the part before or after, ascending.
// Errors: retype says false, and changes nothing, when the other type has other faces.
#pragma once

#include <span>
#include <vector>

#include "check/bundle_index.h"
#include "check/proof.h"

namespace ferrule::check {

class Changes {
 public:
  // All three must outlive this; the proof must be of this plant.
  Changes(plant::Plant& plant, const facts::Facts& facts, Proof& proof)
      : plant_(plant), facts_(facts), proof_(proof), index_(plant) {}

  bool retype(std::uint32_t asset, std::uint32_t type);
  std::span<const std::uint32_t> touched() const { return touched_; }

 private:
  void count_joints(std::uint32_t asset, bool in);
  void touch(std::uint32_t asset);
  void shine(std::uint32_t asset);
  void find_taps(std::uint32_t asset);
  void add_source(std::uint32_t asset);

  plant::Plant& plant_;
  const facts::Facts& facts_;
  Proof& proof_;
  BundleIndex index_;
  std::vector<std::uint32_t> touched_;
  std::vector<std::uint32_t> sources_;  // the part, neighbours behind joints without contact, and taps whose copies come its way
  // Reused, so that a change allocates nothing once it has run.
  std::vector<std::uint32_t> whole_face_;  // start at every position of a face, by face
  std::vector<plant::Light::Start> starts_;
  std::vector<plant::Light::Leaf> leaves_;
  std::vector<plant::Light::MoreLeaf> more_;
};

}  // namespace ferrule::check
