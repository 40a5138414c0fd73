#include "lexis/items.h"

#include <array>

namespace ferrule::lexis {
namespace {

constexpr std::uint8_t kSureLetter = 8;

}  // namespace

Item& ItemReader::add(At first, At end) {
  const Token& token = *first;
  const auto gap = static_cast<std::uint16_t>(gap_ | (token.gap & kBlankGap));
  gap_ = 0;
  Item& item = items_[count_++];
  item = {token.begin, end[-1].end, Sense::kNone, 0, gap, 0, 0, 0, 0, 0};
  return item;
}

Item& ItemReader::add(At first, At end, const Meaning& meaning, Node node) {
  Item& item = add(first, end);
  item.sense = meaning.sense;
  item.weight = meaning.weight;
  item.value = meaning.value;
  item.row = meaning.row;
  item.node = node;
  return item;
}

// From the first word of a phrase on, as far as the text follows any of the phrases that begin with it.
ItemReader::Match ItemReader::walk(Node node, At at) const {
  Match best{0, at};
  if (lexicon_.means_something(node)) best = {node, at + 1};
  At token = at + 1;
  while (lexicon_.goes_on(node)) {
    Node to = lexicon_.next(node, token->symbol);
    while (to == 0 && token->kind == TokenKind::kHyphen) {
      need(++token);
      to = lexicon_.next(node, token->symbol);
    }
    if (to == 0 && token->kind == TokenKind::kNumber) to = lexicon_.next(node, Lexicon::kAnyNumber);
    if (to == 0 && token->kind == TokenKind::kWord && token->end - token->begin == 1)
      to = lexicon_.next(node, Lexicon::kAnyLetter);
    if (to == 0) return best;
    node = to;
    need(++token);
    const bool of_next =
        token[-1].kind == TokenKind::kNumber && token[-1].blank_before() && is_times(token);  // "SR 2xNDR" is no SR2
    if (!lexicon_.means_something(node) || of_next) continue;
    best = {node, token};
    // "QSFP 100G": the number tells which QSFP, and is the speed's as well.
    if (token[-1].kind != TokenKind::kNumber || !is_speed(best.end)) continue;
    while ((--best.end)[-1].is_sign()) {
    }
  }
  return best;
}

// Whether a phrase that has come to `node` may go on with `token`; most do not, and that is known without a search.
inline bool ItemReader::may_go_on(Node node, const Token& token) const {
  static constexpr std::array<std::uint64_t, 6> kAlso = [] {  // what else it may be for a phrase; a hyphen is skipped
    std::array<std::uint64_t, 6> also{};
    also[static_cast<std::size_t>(TokenKind::kNumber)] = std::uint64_t{1} << Lexicon::kAnyNumber;
    also[static_cast<std::size_t>(TokenKind::kHyphen)] = ~std::uint64_t{0};
    return also;
  }();
  const std::uint64_t letter = std::uint64_t{token.end - token.begin == 1} << Lexicon::kAnyLetter;
  const std::uint64_t it = Lexicon::follower(token.symbol) | kAlso[static_cast<std::size_t>(token.kind)] | letter;
  if ((lexicon_.followers(node) & it) == 0) return false;
  return token.kind != TokenKind::kSign || lexicon_.has(node, Lexicon::kSignFollows);  // whose bit is some word's as well
}

inline ItemReader::Match ItemReader::longest(At at) const {
  const Token& token = *at;
  const Node node = Lexicon::start(token.symbol), number = Lexicon::start(Lexicon::kAnyNumber);
  const bool is_number = token.kind == TokenKind::kNumber;
  Match best{0, at};
  if (lexicon_.means_something(node)) best = {node, at + 1};
  if (may_go_on(node, at[1])) best = walk(node, at);
  if (is_number && may_go_on(number, at[1]))
    if (const Match any = walk(number, at); any.end > best.end) best = any;
  return best;
}

bool ItemReader::is_times(At at) const {
  const Token& token = *at;
  const char c = plain_.text[token.begin];
  return token.end - token.begin == 1 && (c == 'x' || c == '*');
}

bool ItemReader::is_speed(At at) const {  // "2x400G" is two of 400G
  const Token& token = *at;
  return token.kind == TokenKind::kWord && !token.blank_before() &&
         lexicon_.has(Lexicon::start(token.symbol), Lexicon::kHasSpeed);
}

// A number that hangs on MPO is the connector's: the letter far behind it is no unit ("MPO8 M", "MTP-12 F").
bool ItemReader::hangs_on_connector(At at) const {
  return count_ > 0 && last().is(Sense::kMulti) && !at->blank_before() && (gap_ & ~kHyphenGap) == 0;
}

bool ItemReader::before_number(At at) const { return at->kind == TokenKind::kNumber && at->blank_before(); }

// "2x3", "2 x 3", but not "10x 10G", "15 x 3m", "4x 62.5/125".
bool ItemReader::is_ratio_of_times(At at) const {
  return is_times(at + 1) && at[2].kind == TokenKind::kNumber && at[1].blank_before() == at[2].blank_before() &&
         !is_speed(at + 3) && !measures(at + 2) && !begins_core(at + 2);
}

// "4x12F": four of twelve fibres; "15 x 3M": fifteen of three metres.
bool ItemReader::measures(At at) const {
  const At unit = at + 1;
  need(unit + 1);
  if (unit->kind != TokenKind::kWord || unit->symbol == 0) return false;
  const Match match = longest(unit);
  if (match.node == 0) return false;
  const Meaning* const meaning = unit_of(match, unit->end - unit->begin, unit->blank_before());
  if (meaning == nullptr) return false;
  return meaning->sense == Sense::kUnitFibre || (meaning->sense == Sense::kUnitLength && !unit->blank_before());
}

bool ItemReader::begins_core(At at) const {
  return at->kind == TokenKind::kNumber && at[1].symbol == '/' && at[2].kind == TokenKind::kNumber && at[2].number == 125;
}

// "50/125" at `at`: in front of it, G and E of German cable codes count fibres (12G50/125).
bool ItemReader::before_core(At at) const {
  need(at + 2);
  return begins_core(at) && !at->blank_before();  // and not "5M 50/125"
}

const Meaning* ItemReader::fibre_unit(Node node) const {
  for (const Meaning& meaning : lexicon_.meanings(node))
    if (meaning.sense == Sense::kUnitFibre) return &meaning;
  return nullptr;
}

bool ItemReader::is_ratio_of_colon(At at) const {  // "1:2"
  return at[1].symbol == ':' && at[2].kind == TokenKind::kNumber && !at[2].blank_before();
}

ItemReader::At ItemReader::take_number(At at, At end, Sense sense, double second) {
  Item& item = add(at, end);
  item.sense = sense;
  item.number = at->number;
  item.second = second;
  return end;
}

ItemReader::At ItemReader::take_phrase(At at, const Match& phrase) {
  Item& item = add(at, phrase.end, lexicon_.meanings(phrase.node).front(), phrase.node);
  item.number = at->number;
  if (item.is(Sense::kRatio)) item.second = phrase.end[-1].number;
  const bool quantity = is_unit(item.sense) && item.number != 0;
  note_unsettled(!quantity && lexicon_.has(phrase.node, Lexicon::kUnsettled));
  return phrase.end;
}

// The unit that the match means behind a number. One apart from its number has to be sure of itself: "MPO 12 Pol. C", "4 in 4 out"
// and "MTP 8 C-type" have none, "24 F" and "5 m" have.
const Meaning* ItemReader::unit_of(const Match& match, std::size_t letters, bool loose) const {
  const Meaning* const unit = lexicon_.unit(match.node);
  if (unit == nullptr || !loose) return unit;
  const bool may_be_a_word = letters == 1 || (letters == 2 && before_number(match.end));
  if (unit->weight < lexicon_.heaviest_other(match.node) || (may_be_a_word && unit->weight < kSureLetter)) return nullptr;
  return unit;
}

// The M of "MPO12M" and "MTP-24M": no plug is so long.
bool ItemReader::is_pin_letter(At at, const Token& letter) const {
  const double size = at->number;
  const bool plug = size == 8 || size == 12 || size == 16 || size == 24 || size == 32;
  return plug && letter.end - letter.begin == 1 && plain_.text[letter.begin] == 'm' && hangs_on_connector(at);
}

// The number at `at` with the unit behind it; `at` itself where none follows.
inline ItemReader::At ItemReader::quantity(At at) {
  At unit = at + 1;
  if (unit->symbol == '-') ++unit;  // 12-fibre
  const Token& token = *unit;
  if (token.kind != TokenKind::kWord || token.symbol == 0) return at;
  need(unit + 1);
  Match match = longest(unit);
  if (match.node != 0 && !lexicon_.has(match.node, Lexicon::kHasUnit))
    match = {Lexicon::start(token.symbol), unit + 1};  // 48C 19" is no C19
  if (match.node == 0) return at;
  const std::size_t letters = token.end - token.begin;
  const bool loose = token.blank_before() || unit > at + 1;
  if (!loose && is_pin_letter(at, token)) return at;               // MPO12M
  if (loose && letters == 1 && hangs_on_connector(at)) return at;  // "5 m": a single letter far from its number may be a word
  const bool code = letters == 1 && !loose && before_core(match.end);
  const Meaning* const meaning = code ? fibre_unit(match.node) : unit_of(match, letters, loose);
  if (meaning == nullptr) return at;
  Item& item = add(at, match.end, *meaning, match.node);
  item.number = at->number;
  item.second = meaning->factor;
  note_unsettled(item.number == 0 && lexicon_.meanings(item.node).size() > 1);  // "0 m" is no quantity
  return match.end;
}

inline ItemReader::At ItemReader::number(At at) {
  constexpr double kFoot = 0.3048;  // metres
  need(at + 2);
  const At behind = at + 1;
  const Token& next = *behind;
  const bool times = is_times(behind);
  if (times) need(at + 4);
  const bool ratio = times && is_ratio_of_times(at);
  // "9/125", "1分2": a phrase that begins with a number
  if (const Match phrase = ratio ? Match{0, at} : longest(at); phrase.end > behind) return take_phrase(at, phrase);
  if (times && behind[1].kind != TokenKind::kEnd) {
    const bool of_connector = count_ > 0 && last().is(Sense::kMulti) && (hangs_on_connector(at) || next.blank_before());
    if (!of_connector)
      return ratio ? take_number(at, at + 3, Sense::kRatio, at[2].number) : take_number(at, at + 2, Sense::kTimes);
  }
  if (is_ratio_of_colon(at)) return take_number(at, at + 3, Sense::kRatio, at[2].number);
  if (const At end = quantity(at); end > at) return end;
  if (next.symbol == '\'' && !next.blank_before()) return take_number(at, at + 2, Sense::kUnitLength, kFoot);  // 10'
  return take_number(at, behind, Sense::kNumber);
}

inline ItemReader::At ItemReader::word(At at) {
  need(at + 1);
  const Token& token = *at;
  Match match{Lexicon::start(token.symbol), at + 1};
  if (may_go_on(match.node, at[1])) {
    match = walk(match.node, at);
    if (match.node == 0) match.end = at + 1;
  }
  const Lexicon::Sequence& sequence = lexicon_.sequence(match.node);
  const bool letter = sequence.count == 0 && token.end - token.begin == 1;
  const auto gap = static_cast<std::uint16_t>(gap_ | token.gap);
  gap_ = 0;
  items_[count_++] = {token.begin,
                      match.end[-1].end,
                      letter ? Sense::kLetter : sequence.sense,
                      sequence.weight,
                      gap,
                      sequence.value,
                      sequence.row,
                      match.node,
                      0,
                      0};
  note_unsettled((sequence.traits & Lexicon::kUnsettled) != 0);
  if ((sequence.traits & (Lexicon::kIsNumber | Lexicon::kHasTogether)) != 0) {
    if (last().is(Sense::kNumber)) last().number = lexicon_.meanings(match.node).front().factor;
    if ((sequence.traits & Lexicon::kHasTogether) != 0) add_together(match.node);
  }
  return match.end;
}

void ItemReader::make_room(std::size_t items) {
  if (items_.size() >= items) return;
  items_.resize(items);
  unsettled_.resize(items);
}

// "lcapc": what holds beside the first meaning is an item of its own.
void ItemReader::add_together(Node node) {
  for (const Meaning& meaning : lexicon_.meanings(node).subspan(1)) {
    if (!meaning.together) continue;
    last().node = 0;
    if (count_ + 1 >= items_.size()) make_room(items_.size() * 2);  // a table may give one word many meanings
    items_[count_] = last();
    ++count_;
    last().gap = 0;
    last().sense = meaning.sense;
    last().value = meaning.value;
    last().weight = meaning.weight;
  }
}

bool ItemReader::names_mark(std::string_view inside) { return inside == "r" || inside == "tm" || inside == "c"; }

// ®, (R), (TM)
bool ItemReader::mark_at(At at, At& end) const {
  if (at->symbol == static_cast<Symbol>(kTrademark)) {
    end = at + 1;
    return true;
  }
  if (at->symbol != '(' || at[2].symbol != ')') return false;
  const std::string_view inside = std::string_view(plain_.text).substr(at[1].begin, at[1].end - at[1].begin);
  end = at + 3;
  return names_mark(inside);
}

inline ItemReader::At ItemReader::sign(At at) {
  need(at + 2);
  const Token& token = *at;
  At end = nullptr;
  if ((token.symbol == '(' || token.symbol == static_cast<Symbol>(kTrademark)) && mark_at(at, end)) {
    add(at, end).sense = Sense::kMark;
    return end;
  }
  gap_ = static_cast<std::uint16_t>(gap_ | token.gap);
  return at + 1;
}

ItemReader::At ItemReader::piece(At at) {
  switch (at->kind) {
    case TokenKind::kWord: return word(at);
    case TokenKind::kNumber: return number(at);
    case TokenKind::kCode: add(at, at + 1).sense = Sense::kCode; return at + 1;
    case TokenKind::kSign:
    case TokenKind::kHyphen: return sign(at);
    case TokenKind::kEnd: break;  // stands behind them only
  }
  return at;
}

void ItemReader::read_tokens(At at) {
  for (; at->kind != TokenKind::kEnd; need(at)) at = piece(at);
}

}  // namespace ferrule::lexis
