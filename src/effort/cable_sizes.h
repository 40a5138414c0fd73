// How thick and how heavy each cable of a plant is: as its part states, and by order of magnitude where it states nothing.
//
// Units:  micrometres, square micrometres, grams for a kilometre.
// Errors: none; what neither the part nor the table says is empty.
#pragma once

#include <optional>
#include <vector>

#include "facts/facts.h"
#include "plant/measures.h"
#include "plant/plant.h"

namespace ferrule::effort {

struct SizeOfCable {
  std::optional<std::int64_t> diameter_um, grams_per_km;
  bool diameter_estimated = false, weight_estimated = false;
  std::int64_t section_um2() const;  // of a round cable; 0 when not known
  // What it takes at the least: an estimate may be twice too thick.
  std::int64_t least_section_um2() const { return diameter_estimated ? section_um2() / 4 : section_um2(); }
};

class CableSizes {
 public:
  CableSizes(const plant::Plant& plant, const plant::Measures& measures, const facts::Facts& facts);
  const SizeOfCable& of(std::uint32_t type) const { return of_type_[type]; }
  const SizeOfCable& duplex() const { return duplex_; }  // of a two-fibre cord of the table

 private:
  std::vector<SizeOfCable> of_type_;
  SizeOfCable duplex_;
};

}  // namespace ferrule::effort
