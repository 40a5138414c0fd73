#include "spec/read_line.h"

#include <fmt/format.h>

#include "base/text.h"

namespace ferrule::spec {

Line::Line(lexis::ItemReader& reader) : reader_(reader) {
  const lexis::Lexicon& lexicon = reader.lexicon();
  for (std::size_t i = 0; i < lexicon.value_count(); ++i)
    kinds_.push_back(kind_named(lexicon.value(static_cast<std::uint16_t>(i))));
  first_.fill(kNoItem);
}

void Line::begin(std::string_view text, Specification& specification) {
  source = text;
  out = &specification;
  out->clear();
  mentions.clear();
  asides_.clear();
  ends = {};
  kind = kNoKind;
  code = {};
  const std::span<Item> all = reader_.read(text);
  items = all.first(all.size() - 1);
}

void Line::index_senses() {
  senses = 0;
  gaps = 0;
  if (next_.size() < items.size()) next_.resize(items.size() * 2);
  first_.fill(kNoItem);
  for (std::size_t i = items.size(); i-- > 0;) {
    const Item& item = items[i];
    const auto sense = static_cast<std::size_t>(item.sense);
    next_[i] = first_[sense];
    first_[sense] = static_cast<std::uint32_t>(i);
    senses |= lexis::set_of(item.sense);
    gaps |= item.gap;
  }
}

void Line::set_aside(std::size_t from, std::size_t to) {
  if (asides_.empty()) asides_.resize(items.size());
  for (std::size_t i = from; i < to; ++i) asides_[i] = true;
}

void Line::contradict(Field field, const Item& first, const Item& second) {
  constexpr std::size_t kMost = 16;  // a line with ten thousand of them is known to be bad after the first few
  out->drop(field);
  if (out->contradictions.size() >= kMost) return;
  out->contradictions.push_back({field, std::string(written(first)), std::string(written(second)), span(first), span(second)});
}

namespace {

// A product line is a few hundred bytes. Of what is longer than any, the beginning is read, up to a whole character.
std::string_view beginning(std::string_view text) {
  if (text.size() <= LineReader::kLongest) return text;
  std::size_t end = LineReader::kLongest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

}  // namespace

std::vector<Span> LineReader::passed_over() const {
  constexpr std::size_t kShortest = 3;
  std::vector<Span> out;
  for (const std::size_t i : line_.each(Sense::kNone))
    if (!line_.aside(i) && line_.plain(line_.items[i]).size() >= kShortest) out.push_back(line_.span(line_.items[i]));
  return out;
}

void LineReader::read(std::string_view text, Specification& out) {
  line_.begin(beginning(text), out);
  tell_homonyms_apart(line_);
  line_.index_senses();
  find_asides(line_);
  find_codes(line_);
  read_euroclass(line_);
  find_mentions(line_);
  read_single_fields(line_);
  decide_kind(line_);
  read_quantities(line_);
  read_ends(line_);
  read_names(line_);
}

}  // namespace ferrule::spec
