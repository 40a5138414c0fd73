// Products of a catalogue held against a line, as JSON, schema ferrule/matches/1.
//
// Shape:  the matches in their order, the best first; `entries` is how many products the catalogue has.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "spec/fits.h"

namespace ferrule::write {

struct MatchedEntry {
  std::string_view part_number;  // empty where its row has none
  std::string_view text;         // as the catalogue has it
  std::string place;             // "line 12", "Sheet1!C12"
  std::string offered;           // the text as a canonical line
  const spec::Fitting* fitting = nullptr;
};

std::string matches_json(std::string_view required, std::size_t entries, std::span<const MatchedEntry> matches);

}  // namespace ferrule::write
