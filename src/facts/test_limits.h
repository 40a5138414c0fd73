// What an installed link may lose when it is tested, by the edition of a cabling standard.
//
//     test plug =|= installed ... connection ... splice ... installed =|= test plug
//        reference to standard     connection      splice     reference to standard
//
// Shape:  one row per edition and fibre mode, in the order of the table; an empty figure is not known, never nought.
// Errors: a bad row is a finding at data/test_limits.csv:line:column when the facts are loaded, and is left out.
// Source: data/test_limits.csv; the glass is in data/fibres.csv.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "facts/facts.h"

namespace ferrule::facts {

struct RawTable;

struct TestLimit : Row {
  std::string edition, name, mode;             // "tia-568.3-e", "TIA-568.3-E", "MM"
  bool iso_attenuation = false;                // whose column of fibres.csv the glass is allowed
  std::optional<Loss> reference_to_standard;   // the first and the last connection, against a test plug of reference grade
  std::optional<Loss> connection, splice;      // each, in between
  std::optional<Loss> reference_to_reference;  // of two test plugs: what the check of the cords may show
  std::vector<std::string> wavelengths_nm;     // that testers use for the mode
};

// All rows of a table as read; a bad one is a finding and left out.
std::vector<TestLimit> read_test_limits(const RawTable& raw, diag::Findings& findings);

// Of loaded facts, whose bad rows were reported then.
std::vector<TestLimit> test_limits(const Facts& facts);

}  // namespace ferrule::facts
