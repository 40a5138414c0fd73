#include "syntax/byte_offsets.h"

#include <algorithm>

namespace ferrule::syntax {
namespace {

bool continues(char c) { return (c & 0xC0) == 0x80; }

}  // namespace

ByteOffsets::ByteOffsets(std::string_view text)
    : text_(text), ascii_(std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; })) {}

std::uint32_t ByteOffsets::at(std::size_t character) {
  if (ascii_) return static_cast<std::uint32_t>(std::min(character, text_.size()));
  while (character_ < character && byte_ < text_.size()) {
    do ++byte_;
    while (byte_ < text_.size() && continues(text_[byte_]));
    ++character_;
  }
  while (character_ > character) {
    do --byte_;
    while (continues(text_[byte_]));
    --character_;
  }
  return static_cast<std::uint32_t>(byte_);
}

}  // namespace ferrule::syntax
