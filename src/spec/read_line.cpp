#include "spec/read_line.h"

#include <fmt/format.h>

#include "base/text.h"

namespace ferrule::spec {

void Line::begin(std::string_view text, Specification& specification) {
  source = text;
  out = &specification;
  out->clear();
  mentions.clear();
  asides_.clear();
  ends = {};
  code = {};
  senses = 0;
  const std::span<Item> all = reader_.read(text);
  items = all.first(all.size() - 1);
  for (const Item& item : items) senses |= std::uint64_t{1} << static_cast<unsigned>(item.sense);
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

void LineReader::read(std::string_view text, Specification& out) {
  line_.begin(text, out);
  tell_homonyms_apart(line_);
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
