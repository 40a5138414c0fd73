// Which bytes of a plain text are digits, letters, points or markup: a bit for each byte, so that words are found by counting zeros.
//
// Shape:  bits beyond the text are clear. ASCII is made lower case in the same pass, sixteen or sixty-four bytes at a time where the
//         machine can.
//         A run is what stands in a text without a blank or a sign in it: letters, digits, bytes beyond ASCII, and the points and commas
//         of numbers ("0.35", ".35", "3,456").
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

  bool word(std::size_t at) const { return bit(&Block::words, at); }  // an ASCII letter or digit
  bool digit(std::size_t at) const { return bit(&Block::digits, at); }
  std::size_t end_of_word(std::size_t at) const { return next(&Block::words, at, kAll); }
  std::size_t end_of_digits(std::size_t at) const { return next(&Block::digits, at, kAll); }
  std::size_t next_markup(std::size_t at) const {
    return next(&Block::markup, at, 0);
  }  // of & < ( ; the end of the maps when there is none

  // Where the runs of the text that was read begin and end, by turns; room for them is made. The number of runs.
  std::size_t find_runs(std::string_view lower, std::vector<std::uint32_t>& edges) const;

 private:
  struct Block {  // 64 bytes of the text
    std::uint64_t words = 0, digits = 0, points = 0, beyond = 0, markup = 0;
  };
  using Map = std::uint64_t Block::*;
  static constexpr std::uint64_t kAll = ~std::uint64_t{0};
  bool bit(Map map, std::size_t at) const { return (blocks_[at / 64].*map >> (at % 64) & 1) != 0; }
  // The next bit that is set; with `flip` of all ones, the next that is clear. The end of the maps when there is none.
  std::size_t next(Map map, std::size_t at, std::uint64_t flip) const {
    std::size_t block = at / 64;
    std::uint64_t found = (blocks_[block].*map ^ flip) >> (at % 64);
    if (found != 0) return at + static_cast<std::size_t>(std::countr_zero(found));
    while (++block < used_)
      if ((found = blocks_[block].*map ^ flip) != 0) return block * 64 + static_cast<std::size_t>(std::countr_zero(found));
    return used_ * 64;
  }
  std::uint64_t points_of_numbers(std::string_view lower, std::size_t block) const;
  std::uint64_t runs_in(std::string_view lower, std::size_t number) const {
    const Block& block = blocks_[number];
    return block.words | block.beyond | (block.points == 0 ? 0 : points_of_numbers(lower, number));
  }
  // The same for processors that take a whole block at once (byte_maps_wide.cpp); asked for only where there is one.
  static bool wide();
  static const bool kWide;
  std::uint64_t read_wide(std::string_view source, char* lower);  // not 0: some byte is difficult
  std::size_t find_runs_wide(std::string_view lower, std::uint32_t* edges) const;

  std::vector<Block> blocks_;
  std::size_t used_ = 0;
};

}  // namespace ferrule::lexis
