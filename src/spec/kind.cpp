// What the thing is: its noun, held against what its two ends are.
#include "spec/line.h"

namespace ferrule::spec {
namespace {

constexpr std::uint8_t kDecides = 9, kHousing = 6, kNoun = 5, kVague = 3;

// English, German and the languages of East Asia name the thing last, the others first.
bool head_last(const Line& line, const Item& item) {
  const std::string_view language = line.row(item).language;
  constexpr std::string_view kFirst[] = {"fr", "es", "pt", "it", "ru", "id", "pl", "ro", "uk", "cs", "vi", "ar", "th", "fa"};
  for (std::string_view first : kFirst)
    if (language == first) return false;
  return true;
}

// "with pigtails", "without adapters": what comes with the thing is not the thing.
bool accompanies(const Line& line, std::size_t i) {
  if (i + 1 < line.items.size() && line.items[i + 1].is(Sense::kWithout) && line.items[i + 1].gap == kBlankGap)
    return true;                                               // "not included"
  if (i > 0 && line.items[i - 1].is(Sense::kTo)) return true;  // "to shuffle box: MPO-MPO cable"
  constexpr std::size_t kFarthest = 10;
  for (std::size_t k = i; k > 0 && i - k < kFarthest; --k) {
    if ((line.items[k].gap & (kCommaGap | kStopGap | kCloseGap)) != 0) return false;
    if ((line.items[k].gap & kOpenGap) != 0) return true;  // in brackets behind its noun
    if (line.items[k - 1].is(Sense::kWith) || line.items[k - 1].is(Sense::kWithout)) return true;
    if (line.items[k - 1].is(Sense::kUpTo)) return true;  // "holds 4 cassettes"
  }
  return false;
}

bool same_segment(const Line& line, std::size_t from, std::size_t to) {
  constexpr std::uint16_t kDash = kHyphenGap | kBlankGap;  // "MPO cassette - breaks a trunk into LC": a sentence of its own
  for (std::size_t i = from + 1; i <= to; ++i)
    if ((line.items[i].gap & (kCommaGap | kStopGap)) != 0 || line.items[i].gap == kDash) return false;
  return true;
}

// "MPO to LC breakout: transceivers: QSFP-DD DR4": what is listed behind the thing.
bool heads_a_list(const Line& line, const Item& item) {
  const std::uint32_t end = line.span(item).end;
  return end < line.source.size() && line.source[end] == ':';
}

bool new_sentence(const Line& line, std::size_t from, std::size_t to) {
  constexpr std::uint16_t kSentence = lexis::kDotGap | kBlankGap;
  for (std::size_t i = from + 1; i <= to; ++i)
    if ((line.items[i].gap & kSentence) == kSentence) return true;
  return false;
}

const Item* head_noun(const Line& line) {
  const Item* best = nullptr;
  std::size_t best_at = 0;
  for (const std::size_t i : line.each(Sense::kKind)) {
    const Item& item = line.items[i];
    if (line.aside(i)) continue;
    if (best != nullptr && heads_a_list(line, item)) break;
    if (best != nullptr && (accompanies(line, i) || leg_noun(line, i))) continue;
    // What a description goes on to speak of is not what its first sentence names.
    if (best != nullptr && best->weight >= kNoun && !line.mentions.empty() && new_sentence(line, best_at, i)) break;
    const bool stronger = best == nullptr || item.weight > best->weight;
    const bool later = best != nullptr && item.weight == best->weight && same_segment(line, best_at, i) &&
                       head_last(line, item) && head_last(line, *best);
    if (!stronger && !later) continue;
    best = &item;
    best_at = i;
  }
  return best;
}

struct Shape {             // of the two ends
  bool multi = false;      // there is a multi-fibre connector
  bool small = false;      // and a small one
  bool fans_out = false;   // multi at one end, small at the other
  bool same_pair = false;  // two ends, both multi or both small
  bool uneven = false;     // multi to multi with different numbers
};

Shape shape_of(const Line& line) {
  Shape shape;
  for (const Mention& mention : line.mentions) (mention.multi ? shape.multi : shape.small) = true;
  if (line.ends.a != kNoItem && line.mentions[line.ends.a].other_gender != kNoItem) shape.same_pair = true;  // "MPO F/F"
  if (line.ends.a == kNoItem || line.ends.b == kNoItem) return shape;
  const Mention &a = line.mentions[line.ends.a], &b = line.mentions[line.ends.b];
  shape.fans_out = a.multi && !b.multi;
  shape.same_pair = a.multi == b.multi;

  const auto times = [&](const Mention& m) { return m.times == kNoItem ? 1.0 : line.items[m.times].number; };
  shape.uneven = a.multi && b.multi && times(a) != times(b);
  return shape;
}

bool rebases(const Line& line) {  // 24 to 2x12: the connectors of the two ends are of different sizes
  const Mention &a = line.mentions[line.ends.a], &b = line.mentions[line.ends.b];
  return a.size != kNoItem && b.size != kNoItem && line.items[a.size].number != line.items[b.size].number;
}

const Item* first_of(const Line& line, Sense sense) {
  for (const std::size_t i : line.each(sense)) return &line.items[i];
  return nullptr;
}

// Where a list of other things begins, behind the noun of this one; the number of items when there is none.
std::size_t begin_of_list(const Line& line) {
  bool noun = false;
  for (const std::size_t i : line.each(Sense::kKind)) {
    if (noun && heads_a_list(line, line.items[i])) return i;
    noun = true;
  }
  return line.items.size();
}

const Item* form_factor(const Line& line) {  // of the thing itself
  if (!line.has(Sense::kFormFactor)) return nullptr;
  const std::size_t list = begin_of_list(line);
  for (const std::size_t i : line.each(Sense::kFormFactor))
    if (i < list && !line.aside(i)) return &line.items[i];
  return nullptr;
}

void say_from_ends(Line& line, Kind kind) { line.say_kind(kind, line.items[line.mentions[line.ends.a].head], Rule::kFromEnds); }

// "10G copper SFP+ RJ45 transceiver": the cage takes it, so it is a transceiver like the others.
const Item* copper_pluggable(const Line& line) {
  if (!line.has(Sense::kFormFactor)) return nullptr;
  for (const std::size_t i : line.each(Sense::kKind)) {
    const Item& item = line.items[i];
    if (item.weight >= 7 && line.kind_of(item) == kTransceiver && !line.aside(i) && !accompanies(line, i)) {
      for (const Item& other : line.items)
        if (other.is(Sense::kKind) && other.weight >= kDecides && line.kind_of(other) == kNotFibre &&
            line.plain(other).find("rj") == 0)
          return &item;
    }
  }
  return nullptr;
}

// "DAC 400G QSFP-DD 26AWG": what goes into cages, whatever its wires are.
const Item* direct_attach(const Line& line) {
  if (!line.has(Sense::kFormFactor)) return nullptr;
  for (const std::size_t i : line.each(Sense::kKind)) {
    const Item& item = line.items[i];
    if (item.weight >= kDecides && line.kind_of(item) == kAocDac && !line.aside(i) && !accompanies(line, i)) return &item;
  }
  return nullptr;
}

// "6x MTP12 / 6x MTP12 cable with pulling grip", "MPO microcable trunk": between two ends lies a cable, and what is named beside it
// comes with it, or is what it is made of.
const Item* cord_noun(const Line& line) {
  for (const std::size_t i : line.each(Sense::kKind)) {
    const Item& item = line.items[i];
    if (item.weight >= kNoun && (line.kind_of(item) & kCords) != 0 && !line.aside(i) && !accompanies(line, i)) return &item;
  }
  return nullptr;
}

// "Pre-terminated backbone, 24x LC, pulling eye": what is named first, in a list of what else there is.
bool stands_before(const Line& line, const Item& cord, const Item& other) {
  const auto at = [&](const Item& item) { return static_cast<std::size_t>(&item - line.items.data()); };
  return !line.mentions.empty() && at(cord) < at(other) && !same_segment(line, at(cord), at(other));
}

// "40G LR4 LC SMF": a speed and an application, and nothing else that it could be.
bool pluggable_without_cage(const Line& line, const Item* noun) {
  return noun == nullptr && line.has(Sense::kPmd) && line.has(Sense::kUnitSpeed) && line.ends.b == kNoItem;
}

// "QSFP+ (MTP/MPO) to QSFP+ assemblies": something between two cages.
bool between_cages(const Line& line) {
  const Item* first = nullptr;
  for (const std::size_t i : line.each(Sense::kFormFactor)) {
    if (line.aside(i)) continue;
    if (first != nullptr && i > 0 && line.items[i - 1].is(Sense::kTo)) return true;
    first = &line.items[i];
  }
  return false;
}

// Most words of the line are in no table, perhaps of another language: one of them may be the noun.
bool mostly_strange(const Line& line) {
  std::size_t strange = 0, known = 0;
  for (const Item& item : line.items) {
    strange += item.is(Sense::kNone);
    known += !item.is(Sense::kNone) && !item.is(Sense::kCode) && !item.is(Sense::kNumber);
  }
  return strange > 1 && strange * 2 >= known;
}

bool has_rear_and_front(const Line& line) {
  const Item* first = nullptr;
  for (const std::size_t i : line.each(Sense::kSide)) {
    const Item& item = line.items[i];
    if (first != nullptr && first->value != item.value) return true;
    first = &item;
  }
  return false;
}

bool speaks_of_fibre(const Line& line) {
  for (const Sense sense : {Sense::kMulti, Sense::kConnector, Sense::kFibre, Sense::kMode, Sense::kGlass, Sense::kOptical,
                            Sense::kSplice, Sense::kLine})
    if (line.has(sense)) return true;
  for (const std::size_t i : line.each(Sense::kUnitFibre))
    if (line.items[i].number != 0) return true;
  return false;
}

bool cord_like(Kind kind) { return (kind & (kTrunk | kPatchCord | kOtherKind)) != 0; }

}  // namespace

void decide_kind(Line& line) {
  const Item* const noun = head_noun(line);
  const Kind named = noun != nullptr ? line.kind_of(*noun) : kNoKind;
  const Shape shape = shape_of(line);
  const bool strong = noun != nullptr && noun->weight >= kNoun;

  // Work is named first: "Testing of ...", "Installation ...".
  const bool work = !line.items.empty() && line.items[0].is(Sense::kKind) && line.kind_of(line.items[0]) == kNotFibre &&
                    line.items[0].weight >= kVague;
  if (work && !shape.same_pair && !shape.fans_out)
    return line.say_kind(line.kind_of(line.items[0]), line.items[0], Rule::kHeadNoun);
  if (const Item* const plug = copper_pluggable(line)) return line.say_kind(line.kind_of(*plug), *plug, Rule::kHeadNoun);
  if (const Item* const cable = named == kNotFibre ? direct_attach(line) : nullptr)
    return line.say_kind(line.kind_of(*cable), *cable, Rule::kHeadNoun);
  const bool opens_with_cage = !line.items.empty() && line.items[0].is(Sense::kFormFactor) && line.has(Sense::kPmd);
  if (opens_with_cage && named == kOtherKind)
    return line.say_kind(kTransceiver, line.items[0], Rule::kWord);  // with a mux inside
  if (noun != nullptr && noun->weight >= kDecides) return line.say_kind(line.kind_of(*noun), *noun, Rule::kHeadNoun);
  if (const Item* const cord = named == kOtherKind ? cord_noun(line) : nullptr)
    if (shape.same_pair || (shape.multi && cord > noun) || stands_before(line, *cord, *noun))
      return line.say_kind(line.kind_of(*cord), *cord, Rule::kHeadNoun);
  if (line.has(Sense::kSplice) && (named == kCassette || named == kPanel) && !shape.small)
    return line.say_kind(kOtherKind, *noun, Rule::kHeadNoun);
  const bool runs_between = shape.fans_out || (shape.same_pair && shape.multi);
  if (runs_between && named == kNotFibre)
    return say_from_ends(line, shape.fans_out ? kBreakout : kTrunk);  // "GPU to switch: MPO-MPO"
  if (shape.fans_out && (noun == nullptr || cord_like(named) || named == kBreakout)) return say_from_ends(line, kBreakout);
  if (shape.uneven && (noun == nullptr || noun->weight < kNoun || cord_like(named) || named == kBreakout))
    return say_from_ends(line, rebases(line) ? kConversion : kBreakout);
  // Rear and front, a multi-fibre connector and small ones: a cassette, whatever it is called.
  if (shape.multi && shape.small && has_rear_and_front(line) && (noun == nullptr || named == kAdapter || named == kOtherKind))
    return line.say_kind(kCassette, *first_of(line, Sense::kSide), Rule::kFromEnds);
  const Item* const form = form_factor(line);
  if (form != nullptr && named == kAdapter && line.mentions.empty())
    return line.say_kind(kNotFibre, *noun, Rule::kHeadNoun);  // "quad-port QSFP28 adapter": a card
  const bool cable_of_cages = shape.multi && between_cages(line);
  if (cable_of_cages && noun == nullptr) return;  // of what kind?
  const bool pluggable = form != nullptr && !shape.same_pair && !cable_of_cages;
  const bool bare_cable =
      pluggable && named == kPatchCord && line.mentions.empty() && !line.has(Sense::kFibre) && !line.has(Sense::kMode);
  if (bare_cable) return line.say_kind(kAocDac, *form, Rule::kFromEnds);
  if (pluggable &&
      (noun == nullptr || (noun->weight <= kNoun && (named == kCassette || named == kPatchCord || named == kOtherKind))))
    return line.say_kind(kTransceiver, *form, Rule::kWord);
  // A housing on a line that says nothing of fibre may hold anything.
  const bool any_housing = noun != nullptr && named == kPanel && noun->weight <= kHousing && !speaks_of_fibre(line);
  if (any_housing) return;
  if (strong) return line.say_kind(line.kind_of(*noun), *noun, Rule::kHeadNoun);
  if (pluggable_without_cage(line, noun)) return line.say_kind(kTransceiver, *first_of(line, Sense::kPmd), Rule::kWord);
  if (shape.same_pair) {
    const bool cord = !line.mentions[line.ends.a].multi || (named == kPatchCord && noun->weight >= kVague);
    return say_from_ends(line, cord ? kPatchCord : kTrunk);
  }
  if (noun != nullptr && noun->weight >= kVague) return line.say_kind(line.kind_of(*noun), *noun, Rule::kHeadNoun);
  if (named == kPatchCord && shape.small && !shape.multi) return line.say_kind(line.kind_of(*noun), *noun, Rule::kHint);
  const bool duplex_cord =
      line.has(Sense::kStyle) && line.has(Sense::kUnitLength) && (line.has(Sense::kFibre) || line.has(Sense::kMode));
  if (duplex_cord && noun == nullptr) return line.say_kind(kPatchCord, *first_of(line, Sense::kStyle), Rule::kFromEnds);

  if ((shape.multi && shape.small) || mostly_strange(line)) return;
  for (const Sense sense :
       {Sense::kMulti, Sense::kConnector, Sense::kFibre, Sense::kMode, Sense::kGlass, Sense::kOptical, Sense::kUnitFibre})
    if (const Item* const item = first_of(line, sense)) return line.say_kind(kOtherKind, *item, Rule::kFromEnds);
  if (noun != nullptr) line.say_kind(kOtherKind, *noun, Rule::kHeadNoun);
}

}  // namespace ferrule::spec
