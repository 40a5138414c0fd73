// One piece of a line that means something: a word with its sense, a number with its unit, a part number.
#pragma once

#include <cstdint>

#include "lexis/lexicon.h"

namespace ferrule::lexis {

struct Item {
  std::uint32_t begin = 0, end = 0;  // bytes of the plain text
  Sense sense = Sense::kNone;        // of the first meaning
  std::uint8_t weight = 0;
  std::uint16_t gap = 0;
  std::uint16_t value = 0;
  std::uint32_t row = 0;
  Node node = 0;                  // of the lexicon, where all meanings of the word are; none for what is no word
  double number = 0, second = 0;  // of a quantity; a ratio has two
  bool glued() const { return gap == 0; }
  bool is(Sense wanted) const { return sense == wanted; }
};

}  // namespace ferrule::lexis
