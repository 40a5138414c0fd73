#include "lexis/plain_text.h"

#include <algorithm>
#include <array>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include "base/text.h"

namespace ferrule::lexis {
namespace {

struct Piece {  // one code point and the bytes it was written with
  char32_t point;
  std::uint32_t from, to;
};

// Windows-1252 above 0x7F; 0 where the code page has nothing.
constexpr std::array<char16_t, 32> kCp1252{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                           0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                           0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

char32_t from_cp1252(unsigned char byte) {
  if (byte < 0x80 || byte >= 0xA0) return byte;
  return kCp1252[byte - 0x80] != 0 ? kCp1252[byte - 0x80] : byte;
}
int to_cp1252(char32_t point) {
  constexpr char32_t kLast = 0x2122;
  if (point < 0x100) return static_cast<int>(point);
  if (point > kLast) return -1;  // Chinese, Japanese, Korean
  for (std::size_t i = 0; i < kCp1252.size(); ++i)
    if (kCp1252[i] == point) return static_cast<int>(0x80 + i);
  return -1;
}

// Named entities that shops and office programs leave behind.
struct Entity {
  std::string_view name;
  char32_t point;
};
constexpr Entity kEntities[] = {
    {"amp", '&'},     {"lt", '<'},       {"gt", '>'},       {"quot", '"'},    {"apos", '\''},   {"nbsp", ' '},
    {"reg", 0xAE},    {"trade", 0x2122}, {"copy", 0xA9},    {"deg", 0xB0},    {"micro", 0xB5},  {"mu", 0xB5},
    {"times", 0xD7},  {"ndash", 0x2013}, {"mdash", 0x2014}, {"le", 0x2264},   {"ge", 0x2265},   {"plusmn", 0xB1},
    {"eacute", 0xE9}, {"egrave", 0xE8},  {"uuml", 0xFC},    {"ouml", 0xF6},   {"auml", 0xE4},   {"szlig", 0xDF},
    {"ccedil", 0xE7}, {"rarr", 0x2192},  {"harr", 0x2194},  {"bull", 0x2022}, {"middot", 0xB7}, {"hellip", 0x2026},
    {"ntilde", 0xF1}, {"aacute", 0xE1},  {"oacute", 0xF3},  {"iacute", 0xED}, {"agrave", 0xE0}, {"shy", 0xAD}};

// "&#174;", "&#xAE;", "&reg;": the code point and the length of the entity, 0 when it is none.
std::pair<char32_t, std::size_t> entity_at(std::string_view text) {
  const std::size_t end = text.substr(0, 12).find(';');
  if (end == std::string_view::npos || end < 2) return {0, 0};
  const std::string_view name = text.substr(1, end - 1);
  if (name[0] == '#') {
    const bool hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
    char32_t value = 0;
    for (const char c : name.substr(hex ? 2 : 1)) {
      const int digit = c >= '0' && c <= '9' ? c - '0' : hex && (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
      if (digit < 0) return {0, 0};
      value = value * (hex ? 16 : 10) + static_cast<char32_t>(digit);
    }
    return value == 0 || value > 0x10FFFF ? std::pair<char32_t, std::size_t>{0, 0} : std::pair{value, end + 1};
  }
  for (const Entity& entity : kEntities)
    if (same_ignoring_case(entity.name, name)) return {entity.point, end + 1};
  return {0, 0};
}

// "<br>", "</td>", "<b class=x>": its length, 0 for a lone '<' ("<=0.35 dB", "LC <-> LC").
std::size_t tag_at(std::string_view text) {
  if (text.size() < 3) return 0;
  const char first = text[1] == '/' ? text[2] : text[1];
  if (!((first | 32) >= 'a' && (first | 32) <= 'z') && first != '!') return 0;
  const std::size_t end = text.substr(0, 200).find('>');
  return end == std::string_view::npos ? 0 : end + 1;
}

std::size_t lost_glyph_at(std::string_view text) {  // "(cid:2)"
  if (!text.starts_with("(cid:")) return 0;
  const std::size_t end = text.substr(0, 14).find(')');
  return end == std::string_view::npos ? 0 : end + 1;
}

// "<=0.35 dB", "Q&A" and "(M)" are no markup.
bool has_markup(std::string_view source, const ByteMaps& maps) {
  for (std::size_t at = maps.next_markup(0); at < source.size(); at = maps.next_markup(at + 1)) {
    const std::string_view rest = source.substr(at);
    const std::size_t length = rest[0] == '<' ? tag_at(rest) : rest[0] == '&' ? entity_at(rest).second : lost_glyph_at(rest);
    if (length != 0) return true;
  }
  return false;
}

std::vector<Piece> pieces_of(std::string_view source) {
  std::vector<Piece> out;
  out.reserve(source.size());
  const auto add = [&](char32_t point, std::size_t at, std::size_t length) {
    out.push_back({point, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + length)});
  };
  for (std::size_t at = 0; at < source.size();) {
    const std::string_view rest = source.substr(at);
    const auto byte = static_cast<unsigned char>(rest[0]);
    if (byte < 0x80 && byte != '&' && byte != '<' && byte != '(') {  // most of every line
      add(byte, at, 1);
      ++at;
      continue;
    }
    if (rest[0] == '&') {
      if (const auto [point, length] = entity_at(rest); length != 0) {
        add(point, at, length);
        at += length;
        continue;
      }
    } else if (rest[0] == '<') {
      if (const std::size_t length = tag_at(rest); length != 0) {
        add('|', at, length);
        at += length;
        continue;
      }
    } else if (const std::size_t length = rest[0] == '(' ? lost_glyph_at(rest) : 0; length != 0) {
      add(static_cast<char32_t>(kGap), at, length);
      at += length;
      continue;
    }
    const CodePoint here = code_point_at(source, at);
    const std::size_t length = std::max<std::size_t>(here.length, 1);
    add(here.length == 0 ? from_cp1252(static_cast<unsigned char>(rest[0])) : here.point, at, length);
    at += length;
  }
  return out;
}

// UTF-8 that was read as Windows-1252 and encoded again ("fÃ¼r"): put back, wherever the bytes make a sequence.
void decode_twice_encoded(std::vector<Piece>& pieces) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < pieces.size();) {
    if (pieces[i].point < 0x80) {
      pieces[kept++] = pieces[i++];
      continue;
    }
    const int lead = to_cp1252(pieces[i].point);
    const std::size_t more = lead >= 0xC2 && lead < 0xE0   ? 1
                             : lead >= 0xE0 && lead < 0xF0 ? 2
                             : lead >= 0xF0 && lead < 0xF5 ? 3
                                                           : 0;
    std::string bytes;
    if (more != 0 && i + more < pieces.size()) {
      bytes += static_cast<char>(lead);
      for (std::size_t k = 1; k <= more; ++k) {
        const int next = to_cp1252(pieces[i + k].point);
        if (next < 0x80 || next >= 0xC0) break;
        bytes += static_cast<char>(next);
      }
    }
    if (const CodePoint point = bytes.size() == more + 1 ? code_point_at(bytes, 0) : CodePoint{}; point.length == more + 1) {
      pieces[kept++] = {static_cast<char32_t>(point.point), pieces[i].from, pieces[i + more].to};
      i += more + 1;
    } else {
      pieces[kept++] = pieces[i++];
    }
  }
  pieces.resize(kept);
}

// Signs that mean the same as an ASCII one here, and letters that no decomposition takes apart.
std::string_view plain_sign(char32_t point) {
  switch (point) {
    case 0xAE:
    case 0x2122:
    case 0x2120:
    case 0xA9: return "\x01";
    case 0xFFFD: return "\x02";
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
    case 0xFE63: return "-";
    case 0xD7:
    case 0x2715:
    case 0x2A2F: return "*";
    case 0x2192:
    case 0x21D2:
    case 0x2194:
    case 0x21C4:
    case 0x21D4: return ">";
    case 0xB5:
    case 0x3BC: return "u";
    case 0x3001:
    case 0x201A: return ",";
    case 0x3002: return ".";
    case 0xB7:
    case 0x2022:
    case 0x25CF:
    case 0x25AA:
    case 0x30FB:
    case 0x2027: return "|";
    case 0x2264: return "<=";
    case 0x2265: return ">=";
    case 0x301C: return "~";
    case 0x3010:
    case 0x300C: return "(";
    case 0x3011:
    case 0x300D: return ")";
    case 0xF8: return "o";
    case 0x142: return "l";
    case 0x111: return "d";
    case 0x131: return "i";
    case 0xE6: return "ae";
    case 0x153: return "oe";
    default: return {};
  }
}

void append_utf8(std::string& out, char32_t point) {
  if (point < 0x80) {
    out += static_cast<char>(point);
  } else if (point < 0x800) {
    out += static_cast<char>(0xC0 | (point >> 6));
    out += static_cast<char>(0x80 | (point & 0x3F));
  } else if (point < 0x10000) {
    out += static_cast<char>(0xE0 | (point >> 12));
    out += static_cast<char>(0x80 | ((point >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (point & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | (point >> 18));
    out += static_cast<char>(0x80 | ((point >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((point >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (point & 0x3F));
  }
}

bool combining_accent(char32_t point) { return point >= 0x300 && point <= 0x36F; }

class Folder {
 public:
  Folder() {
    UErrorCode code = U_ZERO_ERROR;
    fold_ = unorm2_getNFKCCasefoldInstance(&code);
    apart_ = unorm2_getNFDInstance(&code);
    for (char32_t point = 0x80; point < 0x80 + latin_.size(); ++point) fold_any(point, latin_[point - 0x80]);
  }

  void fold(char32_t point, std::string& out) const {
    if (point < 0x80) {
      if (point >= ' ' || point == '\n' || point == static_cast<char32_t>(kGap)) {
        out += static_cast<char>(point >= 'A' && point <= 'Z' ? point | 32 : point);
      } else {
        out += ' ';  // a tab, a carriage return or a control character parts words and is nothing itself
      }
      return;
    }
    if (point < 0x80 + latin_.size())
      out += latin_[point - 0x80];
    else
      fold_any(point, out);
  }

 private:
  void fold_any(char32_t point, std::string& out) const {
    if (const std::int32_t digit = u_charDigitValue(static_cast<UChar32>(point)); digit >= 0) {  // Persian, Arabic, Thai
      out += static_cast<char>('0' + digit);
      return;
    }
    if (const std::string_view sign = plain_sign(point); !sign.empty()) {
      out += sign;
      return;
    }
    UChar buffer[32];
    each(fold_, point, buffer, [&](char32_t folded) {
      if (const std::string_view sign = plain_sign(folded); !sign.empty()) {
        out += sign;
      } else if (folded < 0x530 && folded >= 0xC0) {  // Latin, Greek, Cyrillic: the letter without its accents
        UChar inner[32];
        each(apart_, folded, inner, [&](char32_t letter) {
          if (!combining_accent(letter)) append_utf8(out, letter);
        });
      } else if (folded >= 0x1E00 && folded < 0x1F00) {
        UChar inner[32];
        each(apart_, folded, inner, [&](char32_t letter) {
          if (!combining_accent(letter)) append_utf8(out, letter);
        });
      } else if (!combining_accent(folded)) {
        append_utf8(out, folded);
      }
    });
  }

  // Calls use(point) for what `point` becomes under the form, or for itself when the form leaves it alone.
  template <class Use>
  static void each(const UNormalizer2* form, char32_t point, UChar (&buffer)[32], Use use) {
    UErrorCode code = U_ZERO_ERROR;
    const std::int32_t length = unorm2_getDecomposition(form, static_cast<UChar32>(point), buffer, 32, &code);
    if (length < 0 || U_FAILURE(code)) return use(point);
    for (std::int32_t i = 0; i < length;) {
      UChar32 next = 0;
      U16_NEXT(buffer, i, length, next);
      use(static_cast<char32_t>(next));
    }
  }

  const UNormalizer2* fold_ = nullptr;
  const UNormalizer2* apart_ = nullptr;
  std::array<std::string, 0x1D0> latin_;  // what Latin letters with marks become, up to U+024F: asked of ICU once
};

// The Cyrillic letters that look like x and stand between numbers or before one: "2х3", "12 х LC".
bool is_times(const std::vector<Piece>& pieces, std::size_t i) {
  if (pieces[i].point != 0x445 && pieces[i].point != 0x425) return false;
  const auto digit_or_blank = [&](std::size_t k) {
    return k < pieces.size() && (pieces[k].point == ' ' || (pieces[k].point >= '0' && pieces[k].point <= '9'));
  };
  return i > 0 && digit_or_blank(i - 1) && (i + 1 >= pieces.size() || pieces[i + 1].point < 0x400);
}

}  // namespace

std::uint32_t PlainText::end_of(std::uint32_t end) const {
  // Bytes of one code point share their origin, so the source goes on until the origin moves.
  const std::uint32_t last = origin[end - 1];
  for (std::size_t i = end; i < origin.size(); ++i)
    if (origin[i] != last) return origin[i];
  return origin.back();
}

void make_plain(std::string_view source, PlainText& out) {
  out.origin.clear();
  out.text.resize(source.size());
  if (out.maps.read_lowered(source, out.text.data()) && !has_markup(source, out.maps)) return;
  static const Folder folder;
  std::vector<Piece> pieces = pieces_of(source);
  decode_twice_encoded(pieces);
  out.text.clear();
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const std::size_t before = out.text.size();
    folder.fold(is_times(pieces, i) ? U'*' : pieces[i].point, out.text);
    if (out.text.size() == before + 1)
      out.origin.push_back(pieces[i].from);
    else
      out.origin.resize(out.text.size(), pieces[i].from);
  }
  out.origin.push_back(static_cast<std::uint32_t>(source.size()));
  out.maps.read_lowered(out.text, out.text.data());
}

}  // namespace ferrule::lexis
