// Which alternatives of a design are worth a look: other wishes of cabling, or optics of the other mode at the same speed.
//
//     as-planned     the project as it is                        base-16      plugs of 16 fibres on the trunks
//     direct         a cord for each link                        method-A     polarity by that method
//     structured     panels and trunks between racks             trunks-12    trunks of that one size
//     multimode      every optic by its equal                    and those that the author names under `alternatives`
//
// Shape:  as-planned first; each holds the wishes of all rules, by rule. What concerns trunks is asked of the rules that are structured
//         in the project, or of all where none is.
// Errors: none. An alternative that cannot even be described (no optic of the other mode) says so in `why_not`.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "api/load.h"
#include "base/result.h"
#include "lang/design.h"

namespace ferrule::api {

struct Alternative {
  std::string name, words;
  std::vector<synth::CablingWish> wishes;
  std::vector<lang::LeftOpen> left_open;      // by rule; as the project where the alternative decides nothing
  std::map<std::string, std::string> optics;  // as written at the ports: what takes its place
  std::string why_not;
  bool of_author = false;
  bool usual = true;  // false: it has to be named, since for this fabric it is the plan as it is, or no plan
};

// All that this fabric has.
std::vector<Alternative> alternatives_of(const Loaded& loaded, const lang::Design& design);

struct ChosenAlternatives {
  std::vector<Alternative> alternatives;
  std::string words;  // how they were chosen
};

inline constexpr std::string_view kUsualAlternatives = "usual", kAllAlternatives = "all";

// By their names, in that order; `usual`: as-planned and the author's own, or where there are none, all; `all`: all.
// Failure: a name that is none, with those that are.
Result<ChosenAlternatives> choose_alternatives(const Loaded& loaded, const lang::Design& design,
                                               const std::vector<std::string>& names);

// The project with an alternative in it, ready to be designed. `loaded` has a design.
void apply_alternative(const Alternative& alternative, Loaded& loaded);

}  // namespace ferrule::api
