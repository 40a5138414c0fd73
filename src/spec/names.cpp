// Names: MPO or MTP and whether the brand is claimed, product lines, makers, part numbers.
#include "spec/line.h"

namespace ferrule::spec {
namespace {

constexpr std::uint8_t kWordOfItsOwn = 3;
constexpr std::uint8_t kConnectorLine = 5;  // lines of less weight are systems: EDGE, Propel

bool owner_of_mtp(std::string_view maker) { return maker == "US Conec"; }

// A line of connectors, or a short word that is one right behind MTP: "MTP PRO".
bool line_of_connectors(const Line& line, const Item& item) {
  if (item.weight >= kConnectorLine) return true;
  const std::size_t i = static_cast<std::size_t>(&item - line.items.data());
  if (item.weight < 2 || i == 0) return false;
  for (const Mention& mention : line.mentions)
    if (mention.multi && i > mention.head && i <= mention.last + 1) return true;
  return false;
}

// Three letters mostly: a loop of our own is shorter than the call of a search.
bool holds_mark(std::string_view word) {
  for (const char c : word)
    if (c == lexis::kTrademark) return true;
  return false;
}

void read_brand(Line& line) {
  if (!line.has(Sense::kMulti)) return;
  const Item *mpo = nullptr, *mtp = nullptr, *claim = nullptr;
  for (const std::size_t i : line.each(Sense::kMulti)) {
    const Item& item = line.items[i];
    const std::string_view word = line.value(item);
    if (word != "MTP" && mpo == nullptr) mpo = &item;
    if (word == "MPO") continue;
    if (mtp == nullptr) mtp = &item;
    if (claim != nullptr) continue;
    const bool marked = i + 1 < line.items.size() && line.items[i + 1].is(Sense::kMark) && line.items[i + 1].gap == 0;
    if (marked) {
      claim = &line.items[i + 1];
    } else if (!line.is_source() && holds_mark(line.plain(item))) {
      claim = &item;  // MTP(R)/MPO
    }
  }
  if (mpo == nullptr && mtp == nullptr) return;
  const Item& first = mpo == nullptr || (mtp != nullptr && mtp->begin < mpo->begin) ? *mtp : *mpo;
  line.say(Field::kBrandTerm, mpo == nullptr ? "MTP" : mtp == nullptr ? "MPO" : "MPO/MTP", first, Rule::kWord);
  if (mtp == nullptr) return line.say(Field::kMtpBrandClaimed, 0.0, *mpo, Rule::kWord);
  for (const std::size_t i : line.each(Sense::kLine)) {
    const Item& item = line.items[i];
    const bool of_mtp = line_of_connectors(line, item) && (line.value(item) == "Elite" || line.value(item).starts_with("PRO"));
    if (of_mtp && claim == nullptr) claim = &item;
  }
  for (const std::size_t i : line.each(Sense::kMaker))
    if (owner_of_mtp(line.value(line.items[i])) && claim == nullptr) claim = &line.items[i];
  if (claim != nullptr) line.say(Field::kMtpBrandClaimed, 1.0, *claim, Rule::kMarked);
}

void read_line_name(Line& line) {
  for (const std::size_t i : line.each(Sense::kLine))
    if (line_of_connectors(line, line.items[i])) return line.say(Field::kProductLine, line.items[i], Rule::kWord);
}

// Who made the glass or the ferrule is not who sells the thing.
bool names_a_component(const Line& line, std::size_t i) {
  const std::string_view note = line.row(line.items[i]).note;
  if (note.starts_with("ferrule")) return true;
  if (!note.starts_with("glass") || i + 1 >= line.items.size()) return false;
  constexpr std::uint16_t kDash = kHyphenGap | kBlankGap;
  if (i > 0 && line.items[i].gap == kDash && line.items[i - 1].is(Sense::kCode)) return false;  // "MTPOS224 - Corning 24-fiber"
  const Item& next = line.items[i + 1];
  return (next.gap & (kCommaGap | kStopGap)) == 0 &&
         (next.is(Sense::kOptical) || next.is(Sense::kGlass) || next.is(Sense::kFibre) || next.is(Sense::kUnitFibre));
}

bool upper_word(std::string_view word) {
  if (word.size() < 3) return false;
  for (const char c : word)
    if (!(c >= 'A' && c <= 'Z')) return false;
  return true;
}

void read_maker(Line& line) {
  if (line.out->has(Field::kVendor)) return;
  for (const std::size_t i : line.each(Sense::kMaker)) {
    const Item& item = line.items[i];
    if (line.aside(i) || names_a_component(line, i)) continue;
    // "TE", "FS" are makers where a maker stands: in front, or in a cell of its own.
    if (item.weight <= kWordOfItsOwn && i > 1 && !line.fill_a_cell(i, i)) continue;
    return line.say(Field::kVendor, item, Rule::kMaker);
  }
  // Names in capitals in front of a part number at the beginning of a line.
  std::size_t names = 0;
  while (names < line.items.size() && names < 3 && line.items[names].is(Sense::kNone) &&
         upper_word(line.written(line.items[names])) && (names == 0 || line.items[names].gap == kBlankGap))
    ++names;
  if (names == 0 || names > 2 || names >= line.items.size() || !line.items[names].is(Sense::kCode) ||
      line.items[names].gap != kBlankGap)
    return;
  const Span from = line.span(line.items[0]), to = line.span(line.items[names - 1]);
  line.out->set(Field::kVendor,
                {line.source.substr(from.begin, to.end - from.begin), 0, {from.begin, to.end}, Rule::kNameBeforeCode, 0});
}

void read_part_number(Line& line) {
  if (line.out->has(Field::kPartNumber)) return;
  if (line.code.end != 0)
    return line.out->set(Field::kPartNumber,
                         {line.source.substr(line.code.begin, line.code.end - line.code.begin), 0, line.code, Rule::kCode, 0});
  if (!line.has(Sense::kCode)) return;
  constexpr std::uint32_t kShortest = 5, kLongest = 28;
  const Item* found = nullptr;
  for (const std::size_t i : line.each(Sense::kCode)) {
    const Item& item = line.items[i];
    if (line.aside(i) || item.end - item.begin < kShortest || item.end - item.begin > kLongest) continue;
    if (found != nullptr) return;  // two codes: which is the part's?
    found = &item;
  }
  if (found != nullptr) line.say(Field::kPartNumber, line.written(*found), *found, Rule::kCode);
}

}  // namespace

void read_names(Line& line) {
  if (!line.kind_is(kNotFibre)) read_brand(line);
  read_line_name(line);
  read_maker(line);
  read_part_number(line);
}

}  // namespace ferrule::spec
