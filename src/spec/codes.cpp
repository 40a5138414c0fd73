// Part numbers made of pieces that could be words: "PC-LCLC-OM4-DX-3", "OC-24-9-PE". They stand at an end of the line or in brackets, in
// capitals, with a piece that says nothing by itself, and the rest of the line says what the thing is.
#include <algorithm>

#include "spec/line.h"

namespace ferrule::spec {
namespace {

constexpr std::uint16_t kParts = kBlankGap | kStopGap | kOpenGap | kCloseGap | kCommaGap;

bool understood(const Item& item) {
  return !(item.is(Sense::kNone) || item.is(Sense::kNumber) || item.is(Sense::kLetter) || item.is(Sense::kCode));
}

bool in_capitals(std::string_view text) {
  bool digit = false;
  for (const char c : text) {
    if (c >= 'a' && c <= 'z') return false;
    digit = digit || (c >= '0' && c <= '9');
  }
  return digit;
}

}  // namespace

namespace {

// 'part number "ABC-1"', "PN: 31-LS9-10": the text behind the word, up to the closing quote, or to a blank or comma behind a colon.
void read_announced(Line& line, std::size_t i) {
  const std::string_view text = line.plain_text();
  std::size_t at = line.items[i].end;
  bool colon = false;
  while (at < text.size() && (text[at] == ' ' || text[at] == ':' || text[at] == '#' || text[at] == '.'))
    colon |= text[at++] == ':';
  if (at >= text.size()) return;
  const bool quoted = text[at] == '"';
  if (!quoted && !colon) return;
  const std::size_t begin = quoted ? at + 1 : at;
  const std::size_t line_end = line.items.data()[line.items.size()].end;  // the end is an item too
  const std::size_t stop = std::min(quoted ? text.find('"', begin) : text.find_first_of(" ,;|", begin), line_end);
  if (stop <= begin) return;
  const Span span = line.source_span(begin, stop);
  const Field field = line.value(line.items[i]) == "vendor" ? Field::kVendor : Field::kPartNumber;
  if (line.out->has(field)) return;
  line.out->set(field, {line.source.substr(span.begin, span.end - span.begin), 0, span, Rule::kAnnounced, line.items[i].row});
  for (std::size_t k = i + 1; k < line.items.size() && line.items[k].begin < stop; ++k) line.set_aside(k, k + 1);
}

}  // namespace

void find_codes(Line& line) {
  for (const std::size_t i : line.each(Sense::kNameWord)) read_announced(line, i);
  if ((line.gaps & kHyphenGap) == 0) return;
  for (std::size_t i = 0; i < line.items.size();) {
    if ((line.gap_behind(i) & ~kHyphenGap) != 0) {
      ++i;
      continue;
    }
    std::size_t end = i + 1, hyphens = 0;
    bool strange = !understood(line.items[i]);
    while (end < line.items.size() && (line.items[end].gap & ~kHyphenGap) == 0) {
      hyphens += line.items[end].gap == kHyphenGap;
      strange = strange || !understood(line.items[end]);
      ++end;
    }
    const std::uint16_t behind = line.gap_behind(end - 1);
    const bool enclosed = (line.items[i].gap & kOpenGap) != 0 && (behind & kCloseGap) != 0;
    const bool at_edge = i == 0 || end == line.items.size() || enclosed;
    const bool apart = (behind & kParts) != 0;
    const bool rest_tells = line.items.size() - (end - i) >= 3;
    if (hyphens >= 2 && strange && at_edge && apart && rest_tells) {
      const Span from = line.span(line.items[i]), to = line.span(line.items[end - 1]);
      if (in_capitals(line.source.substr(from.begin, to.end - from.begin))) {
        line.set_aside(i, end);
        line.code = {from.begin, to.end};
      }
    }
    i = end;
  }
}

}  // namespace ferrule::spec
