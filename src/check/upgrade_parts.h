// Parts that a change would bring: described in the plant language, made by whoever reads it, and kept while the search lasts.
//
// Shape:  equal descriptions are one part. A part that the plant has already is called by the plant's name.
// Errors: null when no such part can be described (the tables lack the row).
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>

#include "facts/facts.h"
#include "plant/plant.h"

namespace ferrule::check {

// check stands below the language: whoever asks says how a description becomes a part.
struct PartMaker {
  std::function<std::optional<plant::PartType>(const std::string& name, const std::string& description)> part;
  std::function<plant::PartType(const facts::Optic&)> optic;
};

struct MadePart {
  const plant::PartType* part = nullptr;
  std::string words;        // "cord MPO-12, Type B, OM4, unpinned, PC"
  std::string description;  // "{kind: cord, ...}": goes under `parts:` as it is
  std::string plant_name;   // of an equal part of the plant; empty when it has none
};

// What a new part shall be like beyond its ends.
struct PartTraits {
  std::string fibre, grade;
};

class PartShop {
 public:
  PartShop(const plant::Plant& plant, const facts::Facts& facts, const PartMaker& maker)
      : plant_(plant), facts_(facts), maker_(maker) {}

  const facts::Facts& facts() const { return facts_; }
  const plant::PartType& optic(const facts::Optic& optic);

  // Null when the tables have no such part. `a` is the end at the transceiver.
  const MadePart* cord(const spec::Face& a, const spec::Face& b, const std::string& polarity, const PartTraits& traits);
  // Its legs are polished as the port that they go into asks.
  const MadePart* harness(const spec::Face& head, const facts::ListedMap& wiring, spec::Polish port, const PartTraits& traits);
  const MadePart* cassette(const spec::Face& rear, const std::string& front, std::size_t ports, const std::string& transition,
                           const std::string& adapter, const PartTraits& traits);
  const MadePart* panel(const std::string& connector, const std::string& adapter);

  // The same part with every connector of another grade.
  const plant::PartType* regraded(const plant::PartType& part, const std::string& grade);
  const plant::PartType* keep(plant::PartType part);

 private:
  const MadePart* make(std::string words, std::string description);
  std::string name_in_plant(const plant::PartType& part) const;

  const plant::Plant& plant_;
  const facts::Facts& facts_;
  const PartMaker& maker_;
  std::deque<plant::PartType> kept_;
  std::map<std::string, MadePart> made_;  // by description
  std::map<const facts::Optic*, const plant::PartType*> optics_;
  std::map<std::pair<const plant::PartType*, std::string>, const plant::PartType*> regraded_;
};

}  // namespace ferrule::check
