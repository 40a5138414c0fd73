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

// Pieces that hyphens join, and nothing else stands between.
struct Chain {
  std::size_t begin = 0, end = 0, hyphens = 0;
  bool strange = false;  // holds a piece that says nothing by itself
};

Chain chain_at(const Line& line, std::size_t i) {
  Chain chain{i, i + 1, 0, !understood(line.items[i])};
  for (; chain.end < line.items.size() && (line.items[chain.end].gap & ~kHyphenGap) == 0; ++chain.end) {
    chain.hyphens += line.items[chain.end].gap == kHyphenGap;
    chain.strange = chain.strange || !understood(line.items[chain.end]);
  }
  return chain;
}

bool stands_like_a_code(const Line& line, const Chain& chain) {
  constexpr std::size_t kFewestHyphens = 2, kFewestOthers = 3;
  const std::uint16_t behind = line.gap_behind(chain.end - 1);
  const bool enclosed = (line.items[chain.begin].gap & kOpenGap) != 0 && (behind & kCloseGap) != 0;
  const bool own_cell = line.items[chain.begin].is(Sense::kFormFactor) &&
                        line.fill_a_cell(chain.begin, chain.end - 1);  // "SFP+ | QDD-400G-SR8 | 850nm"
  const bool at_edge = chain.begin == 0 || own_cell || chain.end == line.items.size() || enclosed;
  return chain.hyphens >= kFewestHyphens && (chain.strange || own_cell) && at_edge && (behind & kParts) != 0 &&
         line.items.size() - (chain.end - chain.begin) >= kFewestOthers;
}

void read_chain(Line& line, const Chain& chain) {
  if (!stands_like_a_code(line, chain)) return;
  const Span span{line.span(line.items[chain.begin]).begin, line.span(line.items[chain.end - 1]).end};
  if (!in_capitals(line.source.substr(span.begin, span.end - span.begin))) return;
  if (chain.strange) line.set_aside(chain.begin, chain.end);  // what is all words says something: SFP+-10G-SR
  line.code = span;
}

}  // namespace

void find_codes(Line& line) {
  for (const std::size_t i : line.each(Sense::kNameWord)) read_announced(line, i);
  if (!line.chained) return;
  std::size_t free = 0;  // items before it belong to an earlier chain
  for (std::size_t i = 1; i < line.items.size(); ++i) {
    if (line.items[i].gap != kHyphenGap) continue;
    std::size_t begin = i - 1;
    while (begin > free && (line.items[begin].gap & ~kHyphenGap) == 0) --begin;
    const Chain chain = chain_at(line, begin);
    read_chain(line, chain);
    free = i = chain.end;
  }
}

}  // namespace ferrule::spec
