#include "lexis/items.h"

#include <array>

namespace ferrule::lexis {
namespace {

constexpr std::uint8_t kSureLetter = 8;

}  // namespace

Item& ItemReader::add(std::size_t first, std::size_t end) {
  const Token& token = tokens_[first];
  const auto gap = static_cast<std::uint16_t>(gap_ | (token.gap & kBlankGap));
  gap_ = 0;
  Item& item = items_[count_++];
  item = {token.begin, tokens_[end - 1].end, Sense::kNone, 0, gap, 0, 0, false, 0, 0, 0, {}};
  return item;
}

Item& ItemReader::add(std::size_t first, std::size_t end, const Meaning& meaning, Node node) {
  Item& item = add(first, end);
  item.sense = meaning.sense;
  item.weight = meaning.weight;
  item.value = meaning.value;
  item.row = meaning.row;
  item.others = lexicon_.meanings(node);
  item.likeliest = lexicon_.likeliest(node);
  item.open = lexicon_.has(node, Lexicon::kOpen);
  return item;
}

// From the first word of a phrase on, as far as the text follows any of the phrases that begin with it.
ItemReader::Match ItemReader::walk(Node node, std::size_t at) const {
  Match best;
  if (lexicon_.means_something(node)) best = {node, at + 1};
  const Token* token = &tokens_[at + 1];
  while (lexicon_.goes_on(node)) {
    Node to = lexicon_.next(node, token->symbol);
    while (to == 0 && token->kind == TokenKind::kHyphen) to = lexicon_.next(node, (++token)->symbol);
    if (to == 0 && token->kind == TokenKind::kNumber) to = lexicon_.next(node, Lexicon::kAnyNumber);
    if (to == 0 && token->kind == TokenKind::kWord && token->end - token->begin == 1)
      to = lexicon_.next(node, Lexicon::kAnyLetter);
    if (to == 0) return best;
    node = to;
    ++token;
    const auto end = static_cast<std::size_t>(token - tokens_.data());
    const bool of_next =
        token[-1].kind == TokenKind::kNumber && token[-1].blank_before() && is_times(end);  // "SR 2xNDR" is no SR2
    if (!lexicon_.means_something(node) || of_next) continue;
    best = {node, end};
    // "QSFP 100G": the number tells which QSFP, and is the speed's as well.
    if (token[-1].kind != TokenKind::kNumber || !is_speed(best.end)) continue;
    while (tokens_[--best.end - 1].is_sign()) {
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
  return (lexicon_.followers(node) & (Lexicon::follower(token.symbol) | kAlso[static_cast<std::size_t>(token.kind)] | letter)) !=
         0;
}

inline ItemReader::Match ItemReader::longest(std::size_t at) const {
  const Token& token = tokens_[at];
  const Node node = Lexicon::start(token.symbol), number = Lexicon::start(Lexicon::kAnyNumber);
  const bool is_number = token.kind == TokenKind::kNumber;
  Match best;
  if (lexicon_.means_something(node)) best = {node, at + 1};
  if (may_go_on(node, tokens_[at + 1])) best = walk(node, at);
  if (is_number && may_go_on(number, tokens_[at + 1]))
    if (const Match any = walk(number, at); any.end > best.end) best = any;
  return best;
}

bool ItemReader::is_times(std::size_t at) const {
  const Token& token = tokens_[at];
  const char c = plain_.text[token.begin];
  return token.end - token.begin == 1 && (c == 'x' || c == '*');
}

bool ItemReader::is_speed(std::size_t at) const {  // "2x400G" is two of 400G
  const Token& token = tokens_[at];
  return token.kind == TokenKind::kWord && !token.blank_before() &&
         lexicon_.has(Lexicon::start(token.symbol), Lexicon::kHasSpeed);
}

// A number that hangs on MPO is the connector's: the letter far behind it is no unit ("MPO8 M", "MTP-12 F").
bool ItemReader::hangs_on_connector(std::size_t at) const {
  return count_ > 0 && last().is(Sense::kMulti) && !tokens_[at].blank_before() && (gap_ & ~kHyphenGap) == 0;
}

bool ItemReader::before_number(std::size_t at) const {
  return tokens_[at].kind == TokenKind::kNumber && tokens_[at].blank_before();
}

// "2x3", "2 x 3", but not "10x 10G", "15 x 3m", "4x 62.5/125".
bool ItemReader::is_ratio_of_times(std::size_t at) const {
  return is_times(at + 1) && tokens_[at + 2].kind == TokenKind::kNumber &&
         tokens_[at + 1].blank_before() == tokens_[at + 2].blank_before() && !is_speed(at + 3) && !measures(at + 2) &&
         !begins_core(at + 2);
}

// "4x12F": four of twelve fibres; "15 x 3M": fifteen of three metres.
bool ItemReader::measures(std::size_t at) const {
  const std::size_t unit = at + 1;
  if (tokens_[unit].kind != TokenKind::kWord || tokens_[unit].symbol == 0) return false;
  const Match match = longest(unit);
  if (match.node == 0) return false;
  const Meaning* const meaning = unit_of(match, tokens_[unit].end - tokens_[unit].begin, tokens_[unit].blank_before());
  if (meaning == nullptr) return false;
  return meaning->sense == Sense::kUnitFibre || (meaning->sense == Sense::kUnitLength && !tokens_[unit].blank_before());
}

bool ItemReader::begins_core(std::size_t at) const {
  return tokens_[at].kind == TokenKind::kNumber && tokens_[at + 1].symbol == '/' && tokens_[at + 2].kind == TokenKind::kNumber &&
         tokens_[at + 2].number == 125;
}

// "50/125" at `at`: in front of it, G and E of German cable codes count fibres (12G50/125).
bool ItemReader::before_core(std::size_t at) const {
  return begins_core(at) && !tokens_[at].blank_before();  // and not "5M 50/125"
}

const Meaning* ItemReader::fibre_unit(Node node) const {
  for (const Meaning& meaning : lexicon_.meanings(node))
    if (meaning.sense == Sense::kUnitFibre) return &meaning;
  return nullptr;
}

bool ItemReader::is_ratio_of_colon(std::size_t at) const {  // "1:2"
  return tokens_[at + 1].symbol == ':' && tokens_[at + 2].kind == TokenKind::kNumber && !tokens_[at + 2].blank_before();
}

std::size_t ItemReader::take_number(std::size_t at, std::size_t end, Sense sense, double second) {
  Item& item = add(at, end);
  item.sense = sense;
  item.number = tokens_[at].number;
  item.second = second;
  return end;
}

std::size_t ItemReader::take_phrase(std::size_t at, const Match& phrase) {
  Item& item = add(at, phrase.end, lexicon_.meanings(phrase.node).front(), phrase.node);
  item.number = tokens_[at].number;
  if (item.is(Sense::kRatio)) item.second = tokens_[phrase.end - 1].number;
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
bool ItemReader::is_pin_letter(std::size_t at, const Token& letter) const {
  const double size = tokens_[at].number;
  const bool plug = size == 8 || size == 12 || size == 16 || size == 24 || size == 32;
  return plug && letter.end - letter.begin == 1 && plain_.text[letter.begin] == 'm' && hangs_on_connector(at);
}

// The number at `at` with the unit behind it; `at` itself where none follows.
inline std::size_t ItemReader::quantity(std::size_t at) {
  std::size_t unit = at + 1;
  if (tokens_[unit].symbol == '-') ++unit;  // 12-fibre
  const Token& token = tokens_[unit];
  if (token.kind != TokenKind::kWord || token.symbol == 0) return at;
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
  item.number = tokens_[at].number;
  item.second = meaning->factor;
  return match.end;
}

inline std::size_t ItemReader::number(std::size_t at) {
  constexpr double kFoot = 0.3048;  // metres
  const std::size_t behind = at + 1;
  const Token& next = tokens_[behind];
  const bool times = is_times(behind);
  const bool ratio = times && is_ratio_of_times(at);
  // "9/125", "1分2": a phrase that begins with a number
  if (const Match phrase = ratio ? Match() : longest(at); phrase.end > behind) return take_phrase(at, phrase);
  if (times && tokens_[behind + 1].kind != TokenKind::kEnd) {
    const bool of_connector = count_ > 0 && last().is(Sense::kMulti) && (hangs_on_connector(at) || next.blank_before());
    if (!of_connector)
      return ratio ? take_number(at, at + 3, Sense::kRatio, tokens_[at + 2].number) : take_number(at, at + 2, Sense::kTimes);
  }
  if (is_ratio_of_colon(at)) return take_number(at, at + 3, Sense::kRatio, tokens_[at + 2].number);
  if (const std::size_t end = quantity(at); end > at) return end;
  if (next.symbol == '\'' && !next.blank_before()) return take_number(at, at + 2, Sense::kUnitLength, kFoot);  // 10'
  return take_number(at, behind, Sense::kNumber);
}

inline std::size_t ItemReader::word(std::size_t at) {
  const Token& token = tokens_[at];
  Match match{Lexicon::start(token.symbol), at + 1};
  if (may_go_on(match.node, tokens_[at + 1])) {
    match = walk(match.node, at);
    if (match.node == 0) match.end = at + 1;
  }
  const Lexicon::Sequence& sequence = lexicon_.sequence(match.node);
  const bool letter = sequence.count == 0 && token.end - token.begin == 1;
  const auto gap = static_cast<std::uint16_t>(gap_ | token.gap);
  gap_ = 0;
  items_[count_++] = {token.begin,
                      tokens_[match.end - 1].end,
                      letter ? Sense::kLetter : sequence.sense,
                      sequence.weight,
                      gap,
                      sequence.value,
                      sequence.likeliest,
                      (sequence.traits & Lexicon::kOpen) != 0,
                      sequence.row,
                      0,
                      0,
                      lexicon_.meanings(match.node)};
  if ((sequence.traits & (Lexicon::kIsNumber | Lexicon::kHasTogether)) != 0) {
    if (last().is(Sense::kNumber)) last().number = lexicon_.meanings(match.node).front().factor;
    if ((sequence.traits & Lexicon::kHasTogether) != 0) add_together(match.node);
  }
  return match.end;
}

// "lcapc": what holds beside the first meaning is an item of its own.
void ItemReader::add_together(Node node) {
  for (const Meaning& meaning : lexicon_.meanings(node).subspan(1)) {
    if (!meaning.together) continue;
    last().others = {};
    if (count_ + 1 >= items_.size()) items_.resize(items_.size() * 2);  // a table may give one word many meanings
    items_[count_] = last();
    ++count_;
    last().gap = 0;
    last().sense = meaning.sense;
    last().value = meaning.value;
    last().weight = meaning.weight;
  }
}

// ®, (R), (TM)
bool ItemReader::mark_at(std::size_t at, std::size_t& end) const {
  if (tokens_[at].symbol == static_cast<Symbol>(kTrademark)) {
    end = at + 1;
    return true;
  }
  if (tokens_[at].symbol != '(' || tokens_[at + 2].symbol != ')') return false;
  const std::string_view inside =
      std::string_view(plain_.text).substr(tokens_[at + 1].begin, tokens_[at + 1].end - tokens_[at + 1].begin);
  end = at + 3;
  return inside == "r" || inside == "tm" || inside == "c";
}

inline std::size_t ItemReader::sign(std::size_t at) {
  const Token& token = tokens_[at];
  std::size_t end = 0;
  if ((token.symbol == '(' || token.symbol == static_cast<Symbol>(kTrademark)) && mark_at(at, end)) {
    add(at, end).sense = Sense::kMark;
    return end;
  }
  gap_ = static_cast<std::uint16_t>(gap_ | token.gap);
  return at + 1;
}

std::span<Item> ItemReader::read(std::string_view line) {
  make_plain(line, plain_);
  const std::size_t size = plain_.text.size();
  plain_.text.append(Lexicon::kPadding, '\0');
  tokens_ = tokenizer_->read(std::string_view(plain_.text).substr(0, size), plain_.maps);
  if (items_.size() < tokens_.size() * 2 + 1) items_.resize(tokens_.size() * 4 + 1);
  count_ = 0;
  gap_ = 0;
  for (std::size_t at = 0; tokens_[at].kind != TokenKind::kEnd;) {  // they end in some of that kind
    switch (tokens_[at].kind) {
      case TokenKind::kWord: at = word(at); break;
      case TokenKind::kNumber: at = number(at); break;
      case TokenKind::kCode:
        add(at, at + 1).sense = Sense::kCode;
        ++at;
        break;
      case TokenKind::kSign:
      case TokenKind::kHyphen: at = sign(at); break;
      case TokenKind::kEnd: break;  // stands behind them only
    }
  }
  Item& end = items_[count_++];
  end = Item();
  end.begin = end.end = static_cast<std::uint32_t>(size);
  end.gap = static_cast<std::uint16_t>(gap_ | kStopGap);
  end.sense = Sense::kLast;
  return {items_.data(), count_};
}

}  // namespace ferrule::lexis
