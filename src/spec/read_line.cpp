#include "spec/read_line.h"

#include <cassert>

namespace ferrule::spec {

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
  senses = repeated = 0;
  chained = false;
  bool goes_on = false;
  if (next_.size() < items.size()) next_.resize(items.size() * 2);
  first_.fill(kNoItem);
  for (std::size_t i = items.size(); i-- > 0;) {
    const Item& item = items[i];
    const auto sense = static_cast<std::size_t>(item.sense);
    next_[i] = first_[sense];
    first_[sense] = static_cast<std::uint32_t>(i);
    const std::uint64_t bit = lexis::set_of(item.sense);
    repeated |= senses & bit;
    senses |= bit;
    chained |= goes_on & (item.gap == kHyphenGap);
    goes_on = (item.gap & ~kHyphenGap) == 0;
  }
}

void index_senses(Line& line) { line.index_senses(); }

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

// The steps in three groups, each of which lines that are read together pass one behind the other: the code of a group stays in the
// nearest cache for all lines, and so does a line for all steps of it. Each step on its own, or all at once: slower.
void tell_words(Line& line) {
  tell_homonyms_apart(line);
  index_senses(line);
  find_asides(line);
  find_codes(line);
  read_euroclass(line);
}
void tell_thing(Line& line) {
  find_mentions(line);
  read_single_fields(line);
  decide_kind(line);
}
void tell_figures(Line& line) {
  read_quantities(line);
  read_ends(line);
  read_names(line);
}

}  // namespace

std::vector<Span> LineReader::passed_over() const {
  constexpr std::size_t kShortest = 3;
  std::vector<Span> out;
  const Line& line = lines_.front();
  for (const std::size_t i : line.each(Sense::kNone))
    if (!line.aside(i) && line.plain(line.items[i]).size() >= kShortest) out.push_back(line.span(line.items[i]));
  return out;
}

std::vector<Kind> kinds_of_values(const lexis::Lexicon& lexicon) {
  std::vector<Kind> kinds;
  for (std::size_t i = 0; i < lexicon.value_count(); ++i)
    kinds.push_back(kind_named(lexicon.value(static_cast<std::uint16_t>(i))));
  return kinds;
}

LineReader::LineReader(const lexis::Lexicon& lexicon) : first_(lexicon), kinds_(kinds_of_values(lexicon)) {
  lines_.emplace_back(first_.beside(), kinds_);
}

void LineReader::read(std::span<const std::string_view> texts, std::span<Specification> out) {
  assert(texts.size() <= kTogether && texts.size() == out.size());
  while (lines_.size() < texts.size()) lines_.emplace_back(first_.beside(), kinds_);
  const std::span<Line> lines = std::span(lines_).first(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) lines[i].begin(beginning(texts[i]), out[i]);
  for (Line& line : lines) tell_words(line);
  for (Line& line : lines) tell_thing(line);
  for (Line& line : lines) tell_figures(line);
}

}  // namespace ferrule::spec
