// A text file of an office, whatever its encoding, as UTF-8.
//
// Shape:  the text itself when it is UTF-8 with ordinary ends of lines; else a second source of the same name that holds it written again, and places are of that.
// Lines: one that ends them with CR alone has LF in their place.
// Encodings: UTF-8 with or without mark, UTF-16 with mark, otherwise Windows-1252, in which every byte is some letter.
// Errors: a NUL says that this is no text (L107), also one that UTF-16 writes as a character.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "diag/finding.h"

namespace ferrule::syntax {

enum class Encoding : std::uint8_t { kUtf8, kUtf16, kWindows1252 };

struct ReadableText {
  std::uint32_t source = 0;
  std::uint32_t begin = 0;  // behind a byte-order mark
  Encoding encoding = Encoding::kUtf8;
};

std::optional<ReadableText> readable_text(diag::Sources& sources, std::uint32_t source, diag::Findings& findings);

bool is_utf16(std::string_view bytes);           // by its mark
std::string from_utf16(std::string_view bytes);  // with its mark; a lone surrogate and a lone last byte become U+FFFD
std::string from_windows1252(std::string_view bytes);
void append_utf8(std::string& out, std::uint32_t point);

}  // namespace ferrule::syntax
