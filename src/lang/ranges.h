// Names with ranges: "Eth[1-32]" stands for Eth1 ... Eth32, "P[01-12]" keeps two digits, "[1-2,5]" lists.
//
// Shape:  a text may hold one bracket pair per name; names inside an end are parted by / and :. All pairs of a text have the same
//         count and run in step. Views point into the text that was read.
// Limits: at most 1,000,000 names per range.
// Errors: parse_ranges says why in `why`, as codes L206 or L207; nothing is guessed.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lang/codes.h"
#include "plant/names.h"

namespace ferrule::lang {

constexpr std::uint32_t kMostInRange = 1'000'000;

struct RangePiece {
  std::uint32_t first = 0, count = 1;
  bool down = false;
  std::uint8_t width = 0;  // zero-padded digits
  std::uint32_t number(std::uint32_t index) const { return down ? first - index : first + index; }
};

struct RangePart {
  std::string_view before;  // literal text in front of the brackets
  std::vector<RangePiece> pieces;
};

class RangedText {
 public:
  bool ranged() const { return !parts_.empty(); }
  std::uint32_t count() const { return count_; }
  std::string_view text() const { return text_; }
  const std::vector<RangePart>& parts() const { return parts_; }
  std::string_view tail() const { return tail_; }

  // The text with its ranges at `index`; a view that stays valid until `room` changes. A single text is itself at every index.
  std::string_view at(std::uint32_t index, std::string& room) const;

  // One run per piece; for names, whose text has at most one pair of brackets.
  std::vector<plant::NameRun> runs() const;

 private:
  friend struct RangeParser;
  std::string_view text_, tail_;
  std::vector<RangePart> parts_;
  std::uint32_t count_ = 1;
};

struct RangeFault {
  const Code* code = &kBadRange;
  std::string message, help;
};

std::optional<RangedText> parse_ranges(std::string_view text, RangeFault& why);

// Is this a name: 1 to 200 characters without control characters, / : [ ] quotes, backslash or direction marks? Brackets are
// allowed when `ranged`. The reason when it is not.
std::optional<std::string> name_fault(std::string_view text, bool ranged);

}  // namespace ferrule::lang
