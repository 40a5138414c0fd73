// What Ferrule knows by a name: an optic or vendor part, a cable type, an adapter, a method, a
// transition, a connector, a fibre, a word of the trade, a rule, a source, a claim that is wrong in
// public. Prints nothing.
//
// Shape:  one Explanation per thing that the name means, the likeliest first. `text` is paragraphs
// with blank lines between and may hold
//         blocks fenced by ```; `drawing` is laid out already, with positions counted from 1. A
//         fact without source is arithmetic or comes from the explanation's page.
// Errors: none. An unknown name gives nothing; names_near() says what it may have been.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/confidence.h"
#include "facts/facts.h"

namespace ferrule::api {

struct Fact {
  std::string name, value, source;
  std::optional<Confidence> confidence;
};

struct Explanation {
  std::string title, kind, text, drawing;
  std::vector<Fact> facts;
  std::vector<std::string> see_also;
};

std::vector<Explanation> explain(const facts::Facts& facts, std::string_view query);

// Up to three known names that `query` may be a slip of, the nearest first.
std::vector<std::string> names_near(const facts::Facts& facts, std::string_view query);

}  // namespace ferrule::api
