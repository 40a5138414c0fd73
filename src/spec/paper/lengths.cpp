// Metres and feet. 10 m is 33 ft, rounded; 10 m beside 30 ft is another cable.
#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "spec/paper/checks.h"

namespace ferrule::spec::paper {
namespace {

constexpr double kFoot = 0.3048, kInch = 0.0254;  // metres
constexpr double kRounding = 1;                   // foot: the coarsest rounding that a pair of units shows
constexpr double kSmallShare = 0.03;

bool imperial(const Word& word) { return word.second == kFoot || word.second == kInch; }

struct Lengths {
  const Word* metric = nullptr;
  const Word* imperial = nullptr;
};

Lengths lengths_of(const Text& text) {
  Lengths out;
  for (const Word& word : text.words) {
    if (word.sense != Sense::kUnitLength || word.number <= 0 || word.second < 0.01) continue;  // millimetres are of connectors
    const Word*& kind = imperial(word) ? out.imperial : out.metric;
    if (kind == nullptr) kind = &word;
  }
  return out;
}

// Only where the two stand beside each other are they one length in two units.
bool beside(const Word& a, const Word& b) {
  const Word& later = a.begin < b.begin ? b : a;
  const Word& earlier = a.begin < b.begin ? a : b;
  return later.begin - earlier.end <= 4;
}

void disagree(const Text& text, const Product& product, const Lengths& lengths, Report& report) {
  const std::vector<Contradiction>& told = product.specification.contradictions;  // far apart, the reader of lines says it
  if (std::any_of(told.begin(), told.end(), [](const Contradiction& c) { return c.field == Field::kLength; })) return;
  if (!beside(*lengths.metric, *lengths.imperial)) return;
  const double metres = lengths.metric->number * lengths.metric->second;
  const double other = lengths.imperial->number * lengths.imperial->second;
  const double apart = std::abs(metres - other);
  if (apart <= kRounding * kFoot || apart <= kSmallShare * metres) return;
  report
      .say(kLengthAgainstLength, text.place(*lengths.imperial),
           fmt::format("{:g} m and {:g} m for one length", metres, std::round(other * 100) / 100))
      .label(fmt::format("{:.2f} m", other))
      .note(text.place(*lengths.metric), "the other")
      .help("write one length, in metres");
}

}  // namespace

void check_lengths(const Paper& paper, Report& report) {
  diag::Place metric, imperial;
  for (const Product& product : paper.products) {
    const Text& text = paper.text_of(product);
    const Lengths lengths = lengths_of(text);
    if (lengths.metric != nullptr && lengths.imperial != nullptr) {
      disagree(text, product, lengths, report);
    } else if (product.specification.has(Field::kLength)) {
      if (lengths.metric != nullptr && !metric.known()) metric = text.place(*lengths.metric);
      if (lengths.imperial != nullptr && !imperial.known()) imperial = text.place(*lengths.imperial);
    }
  }
  if (!metric.known() || !imperial.known()) return;
  report.say(kUnitsOfLengthMixed, imperial, "feet here, metres elsewhere in the paper")
      .note(metric, "metres")
      .help("write all lengths in one unit; a 10 without its unit is then read rightly");
}

}  // namespace ferrule::spec::paper
