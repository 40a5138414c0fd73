// A line as people damaged it, made plain: lower case, no accents, one kind of dash, ligatures and full-width forms written out.
//
// Shape:  `text` is UTF-8; every byte of it knows which bytes of the source it stands for. ASCII without markup is copied and
//         lower-cased, nothing more, so that the common line costs nothing.
// Signs:  kTrademark stands for a trademark sign, kGap for letters that a PDF or an encoding lost.
// Errors: none. What is no UTF-8 is read as Windows-1252, what was encoded twice is decoded again.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lexis/byte_maps.h"

namespace ferrule::lexis {

inline constexpr char kTrademark = '\x01';
inline constexpr char kGap = '\x02';

struct PlainText {
  std::string text;
  ByteMaps maps;                      // of text
  std::vector<std::uint32_t> origin;  // of each byte of text, and of its end; empty when text is the source byte for byte
  bool is_source() const { return origin.empty(); }  // byte for byte, but for capitals
  std::uint32_t from(std::uint32_t at) const { return origin.empty() ? at : origin[at]; }
  std::uint32_t to(std::uint32_t end) const { return origin.empty() || end == 0 ? end : end_of(end); }

 private:
  std::uint32_t end_of(std::uint32_t end) const;  // where the last byte before `end` ends in the source
};

void make_plain(std::string_view source, PlainText& out);

}  // namespace ferrule::lexis
