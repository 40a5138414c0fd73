#include "lexis/sense.h"

namespace ferrule::lexis {
namespace {

constexpr std::string_view kNames[] = {
    "word",       "number",     "ratio",   "times",   "code",        "mark",      "kind",          "connector",  "multi",
    "style",      "polish",     "gender",  "fibre",   "glass",       "mode",      "polarity-word", "polarity",   "jacket",
    "euroclass",  "grade",      "line",    "colour",  "form-factor", "pmd",       "maker",         "to",         "for",
    "compatible", "with",       "without", "up-to",   "each",        "leg",       "loss-word",     "armour",     "place",
    "optical",    "splice",     "side",    "says",    "name-word",   "blank",     "unit-length",   "unit-fibre", "unit-port",
    "unit-loss",  "unit-speed", "unit-nm", "unit-um", "unit-mm",     "unit-rack", "unit-other",    "letter",
};
static_assert(std::size(kNames) == static_cast<std::size_t>(Sense::kLast));

}  // namespace

std::optional<Sense> parse_sense(std::string_view word) {
  if (word == spell(Sense::kNumber)) return Sense::kNumber;  // "twelve"
  if (word == spell(Sense::kRatio)) return Sense::kRatio;    // "1分2"
  for (std::size_t i = static_cast<std::size_t>(Sense::kKind); i < std::size(kNames); ++i)
    if (kNames[i] == word) return static_cast<Sense>(i);
  return std::nullopt;
}

std::string_view spell(Sense sense) { return kNames[static_cast<std::size_t>(sense)]; }

}  // namespace ferrule::lexis
