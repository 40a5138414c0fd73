// Flame and smoke ratings of cables, compared within their scheme only: an NEC type says nothing about a Euroclass, nor a material
// (LSZH, PVC) about either.
//
// Source: data/jackets.csv, data/cpr_marks.csv.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "facts/facts.h"

namespace ferrule::spec {

enum class Answer : std::uint8_t { kFits, kTooLoose, kNotKnown };

struct Euroclass {
  std::string heat;                // "B2ca"
  std::vector<std::string> marks;  // "s1a", "d1", "a1"
};

// The ratings of a jacket as written, "LSZH/OFNR", "OFNP + B2ca-s1a,d1,a1": separated by blanks, slashes, plus signs or semicolons.
std::vector<std::string> ratings(std::string_view jacket);
std::optional<Euroclass> euroclass(const facts::Facts& facts, std::string_view text);
bool replaces(const facts::Jacket& wanted, std::string_view offered);

// Each of class, smoke, droplets and acidity must be equal or better; a mark that is not stated is not equal.
Answer compare(const facts::Facts& facts, const Euroclass& wanted, const Euroclass& offered);

}  // namespace ferrule::spec
