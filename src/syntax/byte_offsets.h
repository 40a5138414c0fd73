// Turns libyaml's marks into byte offsets: a mark counts characters, and a place counts bytes.
//
// Speed: marks come nearly in order, so a cursor walks the text once. Text that is all ASCII needs no walk.
#pragma once

#include <cstdint>
#include <string_view>

namespace ferrule::syntax {

class ByteOffsets {
 public:
  explicit ByteOffsets(std::string_view text);  // well-formed UTF-8
  std::uint32_t at(std::size_t character);      // the size of the text for anything behind its end

 private:
  std::string_view text_;
  bool ascii_;
  std::size_t character_ = 0, byte_ = 0;  // the cursor; the same spot in both units
};

}  // namespace ferrule::syntax
