// Whether an offer may stand in for what is required, field by field, with the reason and where it comes from.
//
// Verdicts: same, better, conditional (acceptable when the condition is met or declared), cannot-confirm (something that decides it is
//           not stated), no. The verdict of all is the worst of its fields; `same` holds both ways.
// Rules:    data/specification_needs.csv (classes S, P, C), data/fibre_substitution.csv, data/jackets.csv, data/cpr_marks.csv.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "facts/facts.h"
#include "spec/needs.h"
#include "spec/purchase_text.h"
#include "spec/specification.h"

namespace ferrule::spec {

enum class Fit : std::uint8_t { kSame, kBetter, kConditional, kCannotConfirm, kNo };  // from the best to the worst
std::string_view spell(Fit fit);

struct FitReason {
  std::string_view field;
  std::string required, offered;
  char field_class = 'S';
  Fit fit = Fit::kSame;
  std::string why;
  std::string_view source;  // of the tables, which outlive the answer
};

struct Fitting {
  Fit fit = Fit::kSame;
  bool turned = false;  // the offer's ends are the other way round
  std::vector<FitReason> reasons;
  std::vector<std::string> ask;
};

// `brand` is what the buyer's policy says; without one the requirement's own words decide.
Fitting fits(const Specification& required, const Specification& offered, const facts::Facts& facts, const Needs& needs,
             std::optional<BrandPolicy> brand = std::nullopt);

}  // namespace ferrule::spec
