// Which bytes of a plain text are digits or letters: a bit for each byte, so that the end of a word is found by counting zeros.
//
// Shape:  bits beyond the text are clear. ASCII is made lower case in the same pass, sixteen bytes at a time where the machine can.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace ferrule::lexis {

class ByteMaps {
 public:
  // Writes `source` to `lower`, which may be the same, with its capitals made small. False when there are bytes that need more than that.
  bool read_lowered(std::string_view source, char* lower);

  bool word(std::size_t at) const { return bit(words_, at); }  // an ASCII letter or digit
  bool digit(std::size_t at) const { return bit(digits_, at); }
  std::size_t end_of_word(std::size_t at) const { return next(words_, at, kAll); }
  std::size_t end_of_digits(std::size_t at) const { return next(digits_, at, kAll); }
  std::size_t next_markup(std::size_t at) const {
    return next(markup_, at, 0);
  }  // of & < ( ; the end of the maps when there is none

 private:
  using Map = std::vector<std::uint64_t>;
  static constexpr std::uint64_t kAll = ~std::uint64_t{0};
  static bool bit(const Map& map, std::size_t at) { return (map[at / 64] >> (at % 64) & 1) != 0; }
  // The next bit that is set; with `flip` of all ones, the next that is clear. The end of the maps when there is none.
  std::size_t next(const Map& map, std::size_t at, std::uint64_t flip) const {
    std::size_t word = at / 64;
    std::uint64_t found = (map[word] ^ flip) >> (at % 64);
    if (found != 0) return at + static_cast<std::size_t>(std::countr_zero(found));
    while (++word < used_)
      if ((found = map[word] ^ flip) != 0) return word * 64 + static_cast<std::size_t>(std::countr_zero(found));
    return used_ * 64;
  }
  void fit(std::size_t size);

  Map words_, digits_, markup_;
  std::size_t used_ = 0;  // words of the maps
};

}  // namespace ferrule::lexis
