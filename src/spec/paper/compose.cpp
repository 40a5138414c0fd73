#include "spec/paper/compose.h"

#include <algorithm>

#include "base/text.h"

namespace ferrule::spec::paper {
namespace {

std::string_view joint(Of before, Of now) {
  if (before == Of::kEndA && now == Of::kEndB) return " to ";
  return before == now && (now == Of::kEndA || now == Of::kEndB) ? " " : ", ";
}

// "Length (m)" -> "m"; "IL [dB]" -> "dB".
std::string_view unit_of(std::string_view header) {
  const std::size_t open = header.find_first_of("([");
  if (open == std::string_view::npos) return {};
  const std::size_t close = header.find_first_of(")]", open);
  return close == std::string_view::npos ? std::string_view() : trim(header.substr(open + 1, close - open - 1));
}

void say(const Attribute& attribute, Composed& out) {
  constexpr std::size_t kLongestLetter = 2;  // "B", "AF"
  const std::string_view text = attribute.cell->text, phrase = attribute.header->phrase, unit = unit_of(attribute.name);
  const bool number = text.find_first_not_of("0123456789.,") == std::string_view::npos;
  const std::size_t hole = phrase.find("{}");
  const bool in_phrase = hole != std::string_view::npos && (number || text.size() <= kLongestLetter);
  if (in_phrase) out.line += phrase.substr(0, hole);
  const auto begin = static_cast<std::uint32_t>(out.line.size());
  out.line += text;
  out.parts.push_back({begin, static_cast<std::uint32_t>(out.line.size()), attribute.cell});
  if (in_phrase) {
    out.line += phrase.substr(hole + 2);
  } else if (number && !unit.empty()) {
    out.line += ' ';
    out.line += unit;
  }
}

}  // namespace

Composed compose(std::span<const Attribute> attributes) {
  Composed out;
  Of before = Of::kNoun;
  for (const Attribute& attribute : attributes) {
    if (attribute.cell->text.empty()) continue;
    if (!out.line.empty()) out.line += joint(before, attribute.header->of);
    before = attribute.header->of;
    say(attribute, out);
  }
  return out;
}

// Of the part that the stretch begins in; what phrases add around a cell is the cell's.
diag::Place Composed::place(std::uint32_t begin, std::uint32_t end) const {
  const auto behind =
      std::upper_bound(parts.begin(), parts.end(), begin, [](std::uint32_t at, const Part& part) { return at < part.begin; });
  const Part& part = behind == parts.begin() ? parts.front() : *(behind - 1);
  if (begin >= part.begin && end <= part.end) return part.cell->part(begin - part.begin, end - part.begin);
  const bool of_next = begin >= part.end && behind != parts.end() && end >= behind->begin;  // "polarity " before B
  return (of_next ? behind->cell : part.cell)->place;
}

}  // namespace ferrule::spec::paper
