// How long work on cabling takes, task by task: the table that ships, and one of a user's own.
//
//     task,of,per,minutes        pull,trunk,metre,0.5: a metre of one trunk is half a minute of one person
//
// Units:  thousandths of a person's minute.
// Shape:  one row for each (task, of, per) of kRateKeys; others are refused. The columns source and confidence are of the table that
//         ships, and may be missing in a user's.
// Errors: a bad row is a finding at its line and column (D101), and is left out; D102 where a column is missing.
// Source: data/labour_rates.csv; every row of it is an estimate of low confidence, and whoever uses one says so.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "facts/facts.h"

namespace ferrule::facts {

struct RawTable;

struct RateKey {
  std::string_view task, of, per;
  friend bool operator==(const RateKey&, const RateKey&) = default;
};

// All that a rate may be of, in the order in which work is done.
std::span<const RateKey> rate_keys();

struct LabourRate {
  RateKey key;
  std::int64_t minutes = 0;  // thousandths
  diag::Place place;
};

std::vector<LabourRate> read_labour_rates(const RawTable& raw, bool ships, diag::Findings& findings);

// Of loaded facts, whose bad rows were reported then.
std::vector<LabourRate> labour_rates(const Facts& facts);

}  // namespace ferrule::facts
