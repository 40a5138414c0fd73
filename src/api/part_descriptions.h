// Parts that may be bought, as descriptions of the plant language: what the wishes of a rule say, in the words of one receptacle or another.
#pragma once

#include <string>
#include <vector>

#include "facts/facts.h"
#include "plant/part_type.h"
#include "spec/face.h"
#include "synth/wishes.h"

namespace ferrule::api {

inline bool is_array(const spec::Face& face) { return face.size() > 2; }

class PartDescriptions {
 public:
  // `mode`: of the optics, which decides the fibre where no wish names one.
  PartDescriptions(const facts::Facts& facts, spec::Mode mode, const synth::CablingWish& wish);

  bool single_mode() const { return single_; }
  const std::string& fibre() const { return fibre_; }
  std::string common() const;  // ", fibre: OM4, grade: low-loss"
  std::string jacket() const;
  std::string brand() const;  // of parts with a multi-fibre connector

  // Polarities of a plug of this shape, Type B first: what parallel optics are bought with.
  std::vector<std::string> polarities(const spec::Face& face) const;
  std::vector<std::string> array_polarities(int rows, int columns) const;
  bool method_allows(const std::string& trunk) const;
  // Cassettes with such transitions. Methods without a name of their own take any, universal ones first (`rank` 0): one kind of cord then
  // serves both ends.
  bool transition_allowed(const std::string& transition) const;
  static int rank_of(const std::string& transition) { return transition.starts_with("universal") ? 0 : 1; }
  // Those of the method (data/methods.csv). Aligned adapters (B) do not let angled faces meet, so a Method B of those has opposed ones.
  std::vector<std::string> adapters() const;

  // The connector with as many fibres as the wish's base, if its plugs meet the receptacle; else that of the receptacle.
  std::string array_connector(const spec::Face& receptacle) const;
  // Plugs of another family, or of more rows, do not meet those of the cords that the optics need: what lies between regroups them.
  bool base_fits(const spec::Face& receptacle) const;

  static std::string block(const std::string& connector, const char* pins, spec::Polish polish, const std::string& more = {});
  std::string plug(const spec::Face& receptacle) const;
  std::string cord(const std::string& a, const std::string& b, const std::string& polarity) const;
  std::string trunk(const std::string& connector, const char* pins, spec::Polish polish, const std::string& polarity) const;
  static std::string panel(const std::string& connector, const std::string& adapter);

 private:
  const facts::Facts& facts_;
  const synth::CablingWish& wish_;
  const facts::Method* method_ = nullptr;  // that is asked for; null: whatever is proven first
  std::string fibre_;
  bool single_ = false;
};

}  // namespace ferrule::api
