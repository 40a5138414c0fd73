// Reads the section `cabling`: how the links of each rule are to be cabled, and what is left to the program.
//
// Shape:  one of each by rule. `all` is for every rule, then the rule that a rule of files is like, then its own name.
// Units:  money in hundredths.
// Errors: findings as everywhere in the language; a wish that is wrong is left out.
#pragma once

#include <string_view>
#include <vector>

#include "lang/design.h"
#include "lang/reader.h"
#include "syntax/node.h"

namespace ferrule::lang {

constexpr std::string_view kAllWord = "all";  // the name of no rule

struct RuleWishes {  // by rule
  std::vector<synth::CablingWish> wishes;
  std::vector<LeftOpen> left_open;
};

// `section`: null when the project has none.
RuleWishes read_cabling(Reader& reader, const synth::Fabric& fabric, const syntax::Node* section);

// What a section says in the place of wishes that are there: first for all, then for each rule.
RuleWishes change_cabling(Reader& reader, const synth::Fabric& fabric, RuleWishes wishes, const syntax::Node* section);

}  // namespace ferrule::lang
