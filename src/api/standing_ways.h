// Ways of cables in a plan that is revised: which of them stay, whatever is measured now.
//
//     led around a full tray, or ordered longer so that part numbers are few      stays, while the hall and the stock lengths do
//     as long as it had to be                                                     is measured anew
//
// Shape:  trays of the hall. Nothing where a rack of the cable, or any tray, is not as it was: a new one may be the shorter way.
// Errors: none.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string_view>

#include "api/load.h"
#include "lang/design.h"
#include "lang/project.h"
#include "synth/kept_plan.h"

namespace ferrule::api {

class WaysBefore {
 public:
  WaysBefore(const lang::Project& before, const Loaded& now, const lang::Design& design, const synth::Hall& hall);
  std::optional<synth::KeptWay> of(std::uint32_t asset) const;

 private:
  bool is_where_it_was(const plant::Rack& rack) const;

  const plant::Plant& plant_;
  const synth::Hall& hall_;
  std::map<std::string_view, std::uint32_t> trays_;  // of the hall
  bool as_it_was_ = false;                           // trays, slack and stock lengths
  bool few_lengths_ = false;                         // are wished for
};

}  // namespace ferrule::api
