#include "syntax/readable_text.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "syntax/faults.h"

namespace ferrule::syntax {
namespace {

constexpr std::uint32_t kReplacement = 0xFFFD;

// Bytes 0x80 to 0x9F; the rest of Windows-1252 is Latin-1. Five bytes stand for nothing.
constexpr std::array<std::uint16_t, 32> kWindows1252{0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                     0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
                                                     0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                     0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

bool high_surrogate(std::uint32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool low_surrogate(std::uint32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

// Whatever the encoding, a text has no NUL: who writes one sends a program, or a file that was cut in writing.
bool holds_nul(const diag::Sources& sources, std::uint32_t source, diag::Findings& findings) {
  const std::size_t nul = sources.text(source).find('\0');
  if (nul == std::string_view::npos) return false;
  add_fault(findings, kNulByte, {source, static_cast<std::uint32_t>(nul), 1}, "a NUL byte")
      .help("this is no text; a table is read from CSV or XLSX");
  return true;
}

}  // namespace

bool is_utf16(std::string_view bytes) { return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"); }

void append_utf8(std::string& out, std::uint32_t point) {
  const auto add = [&](std::uint32_t byte) { out += static_cast<char>(byte); };
  if (point < 0x80) return add(point);
  if (point < 0x800) {
    add(0xC0 | point >> 6);
  } else {
    if (point < 0x10000) {
      add(0xE0 | point >> 12);
    } else {
      add(0xF0 | point >> 18);
      add(0x80 | (point >> 12 & 0x3F));
    }
    add(0x80 | (point >> 6 & 0x3F));
  }
  add(0x80 | (point & 0x3F));
}

std::string from_utf16(std::string_view bytes) {
  const bool big = bytes.starts_with("\xFE\xFF");
  const auto unit = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]), second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<std::uint32_t>(big ? first << 8 | second : second << 8 | first);
  };
  std::string out;
  out.reserve(bytes.size() / 2);
  std::size_t at = 2;
  for (; at + 1 < bytes.size(); at += 2) {
    const std::uint32_t first = unit(at);
    if (high_surrogate(first) && at + 3 < bytes.size() && low_surrogate(unit(at + 2))) {
      append_utf8(out, 0x10000 + ((first - 0xD800) << 10) + (unit(at + 2) - 0xDC00));
      at += 2;
    } else {
      append_utf8(out, high_surrogate(first) || low_surrogate(first) ? kReplacement : first);
    }
  }
  if (at < bytes.size()) append_utf8(out, kReplacement);
  return out;
}

std::string from_windows1252(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    append_utf8(out, byte >= 0x80 && byte < 0xA0 ? kWindows1252[byte - 0x80] : byte);
  }
  return out;
}

namespace {

std::optional<ReadableText> decoded_text(diag::Sources& sources, std::uint32_t source, diag::Findings& findings) {
  const std::string_view bytes = sources.text(source);
  const std::string name(sources.name(source));
  if (is_utf16(bytes)) {
    const std::uint32_t text = sources.add(name, from_utf16(bytes));
    if (holds_nul(sources, text, findings)) return std::nullopt;
    return ReadableText{text, 0, Encoding::kUtf16};
  }
  if (holds_nul(sources, source, findings)) return std::nullopt;
  if (first_bad_utf8(bytes)) return ReadableText{sources.add(name, from_windows1252(bytes)), 0, Encoding::kWindows1252};
  return ReadableText{source, bytes.starts_with(kUtf8Mark) ? static_cast<std::uint32_t>(kUtf8Mark.size()) : 0, Encoding::kUtf8};
}

// As some spreadsheets for the Macintosh still write.
bool ends_lines_with_cr(std::string_view text) {
  return text.find('\n') == std::string_view::npos && text.find('\r') != std::string_view::npos;
}

}  // namespace

std::optional<ReadableText> readable_text(diag::Sources& sources, std::uint32_t source, diag::Findings& findings) {
  std::optional<ReadableText> text = decoded_text(sources, source, findings);
  if (!text || !ends_lines_with_cr(sources.text(text->source))) return text;
  std::string lines(sources.text(text->source));
  std::replace(lines.begin(), lines.end(), '\r', '\n');
  text->source = sources.add(std::string(sources.name(source)), std::move(lines));
  return text;
}

}  // namespace ferrule::syntax
