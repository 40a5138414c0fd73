// What blanks and signs between two pieces of a line say: to the item behind them, to a phrase or a number in front of them.
//
// Shape:  lines repeat a few dozen of them, so those of up to four bytes are worked out once and found again by their bytes.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace ferrule::lexis {

// Signs between two items, as a set.
enum Gap : std::uint16_t {
  kBlankGap = 1,
  kHyphenGap = 2,
  kSlashGap = 4,
  kCommaGap = 8,
  kStopGap = 16,  // ; | : and the end of a line
  kOpenGap = 32,
  kCloseGap = 64,
  kPlusGap = 128,
  kDotGap = 256,
  kArrowGap = 512,  // > <> ->
  kLessGap = 1024,  // < <=
  kTildeGap = 8192,
  kTimesGap = 16384,
  kLineGap = 2048,
  kOtherGap = 4096,
  kMarkGap = 32768,  // a trademark sign, which is an item of its own; in no item's gap
};
std::uint16_t gap_of(char sign);
bool is_skipped(char sign);  // between the words of a phrase it may stand and says nothing

struct Between {
  // What a run or the signs before it may do to what stands in front of them.
  // kTakesNumber: "12 fibres", "8-fibre", "4 x", "1:2", "10'"; kIsNumber: in front of one a unit has to be sure of itself; kIsEnd: "4x" is
  // no factor of nothing; kIsLetter, kIsSign: of a phrase.
  static constexpr std::uint8_t kTakesNumber = 1, kIsNumber = 2, kIsEnd = 4, kIsLetter = 8, kIsSign = 16;

  std::uint32_t bytes = 0;
  std::uint16_t says = 0;        // Gap
  std::uint8_t offers = 0;       // of the signs
  std::uint8_t lets = 0;         // which offers of the run behind them come through
  std::uint64_t signs = 0;       // followers of a phrase, of the signs that it does not skip
  std::uint64_t lets_words = 0;  // all ones where a phrase may go on with the run behind them
};
Between between_of(const char* bytes, std::size_t size);

class Betweens {
 public:
  static constexpr std::size_t kLongest = 4;  // bytes; that many are read
  // Who comes first has the place: null for another that would have it.
  const Between* find(const char* bytes, std::size_t size) {
    if (size == 0) return &nothing_;
    std::uint32_t key = 0;
    std::memcpy(&key, bytes, sizeof key);
    key &= kMasks[size];
    Between& known = known_[key * 0x9E3779B1u >> (32 - kBits)];
    if (known.bytes == key) return &known;
    if (known.bytes != 0) return nullptr;
    known = between_of(bytes, size);
    return &known;
  }

 private:
  static constexpr std::array<std::uint32_t, kLongest + 1> kMasks{0, 0xFF, 0xFFFF, 0xFFFFFF, 0xFFFFFFFF};
  static constexpr unsigned kBits = 9;
  std::array<Between, 1u << kBits> known_{};
  const Between nothing_ = between_of(nullptr, 0);
};

}  // namespace ferrule::lexis
