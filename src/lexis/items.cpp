#include "lexis/items.h"

#include <algorithm>

namespace ferrule::lexis {
namespace {

constexpr std::uint8_t kSureLetter = 8, kInCodesOnly = 1;

std::uint16_t gap_of(char sign) {
  switch (sign) {
    case '-': return kHyphenGap;
    case '/': return kSlashGap;
    case ',': return kCommaGap;
    case ';':
    case '|':
    case ':': return kStopGap;
    case '\n': return kStopGap | kLineGap;
    case '(':
    case '[':
    case '{': return kOpenGap;
    case ')':
    case ']':
    case '}': return kCloseGap;
    case '+':
    case '&': return kPlusGap;
    case '.':
    case '_': return kDotGap;
    case '>': return kArrowGap;
    case '<': return kLessGap;
    case '~': return kTildeGap;
    case '*': return kTimesGap;
    default: return kOtherGap;
  }
}

// Between the words of a phrase these may stand and say nothing.
bool skippable(Symbol sign) { return sign == '-' || sign == '.' || sign == '_' || sign == static_cast<Symbol>(kMark); }

}  // namespace

Item& ItemReader::add(std::size_t first, std::size_t end) {
  Item& item = items_[count_++];
  item = Item();
  item.begin = tokens_[first].begin;
  item.end = tokens_[end - 1].end;
  item.gap = static_cast<std::uint16_t>(gap_ | (tokens_[first].blank_before ? kBlankGap : 0));
  gap_ = 0;
  return item;
}

void ItemReader::mean(Item& item, Node node) const {
  item.others = lexicon_.meanings(node);
  const Meaning& first = item.others.front();
  item.sense = first.sense;
  item.weight = first.weight;
  item.value = first.value;
  item.row = first.row;
}

ItemReader::Match ItemReader::walk(Node node, std::size_t at) const {
  Match best;
  std::size_t next = at + 1;
  while (node != 0) {
    // "QSFP 100G": the number tells which QSFP, and is the speed's as well.
    const bool ends_in_speed = next > at + 1 && tokens_[next - 1].kind == TokenKind::kNumber && is_speed(next);
    if (!lexicon_.meanings(node).empty()) {
      best = {node, ends_in_speed ? next - 1 : next};
      while (ends_in_speed && tokens_[best.end - 1].kind == TokenKind::kSign) --best.end;
    }
    if (!lexicon_.goes_on(node) || next == tokens_.size()) break;
    const Token* token = &tokens_[next];
    Node to = token->symbol != 0 ? lexicon_.next(node, token->symbol) : 0;
    while (to == 0 && token->kind == TokenKind::kSign && skippable(token->symbol) && next + 1 < tokens_.size()) {
      token = &tokens_[++next];
      to = token->symbol != 0 ? lexicon_.next(node, token->symbol) : 0;
    }
    if (to == 0 && token->kind == TokenKind::kNumber) to = lexicon_.next(node, Lexicon::kAnyNumber);
    if (to == 0 && token->kind == TokenKind::kWord && token->end - token->begin == 1)
      to = lexicon_.next(node, Lexicon::kAnyLetter);
    node = to;
    ++next;
  }
  return best;
}

ItemReader::Match ItemReader::longest(std::size_t at) const {
  const Token& token = tokens_[at];
  Match best;
  if (const Node node = token.kind == TokenKind::kWord ? token.node : lexicon_.start(token.symbol); node != 0)
    best = lexicon_.goes_on(node) ? walk(node, at) : Match{node, at + 1};
  if (token.kind == TokenKind::kNumber)
    if (const Match any = walk(lexicon_.start(Lexicon::kAnyNumber), at); any.end > best.end) best = any;
  return best;
}

bool ItemReader::is_times(std::size_t at) const {
  if (at >= tokens_.size()) return false;
  const Token& token = tokens_[at];
  const char c = plain_.text[token.begin];
  return token.end - token.begin == 1 && (c == 'x' || c == '*');
}

bool ItemReader::is_speed(std::size_t at) const {  // "2x400G" is two of 400G
  if (at >= tokens_.size() || tokens_[at].blank_before || tokens_[at].kind != TokenKind::kWord) return false;
  for (const Meaning& meaning : lexicon_.meanings(lexicon_.start(tokens_[at].symbol)))
    if (meaning.sense == Sense::kUnitSpeed) return true;
  return false;
}

// A number that hangs on MPO is the connector's: the letter far behind it is no unit ("MPO8 M", "MTP-12 F").
bool ItemReader::hangs_on_connector(std::size_t at) const {
  return count_ > 0 && last().is(Sense::kMulti) && !tokens_[at].blank_before && (gap_ & ~kHyphenGap) == 0;
}

bool ItemReader::outweighed(Node node, const Meaning& unit) const {
  for (const Meaning& meaning : lexicon_.meanings(node))
    if (!is_unit(meaning.sense) && meaning.weight > unit.weight) return true;
  return false;
}

bool ItemReader::has_unit(Node node) const {
  for (const Meaning& meaning : lexicon_.meanings(node))
    if (is_unit(meaning.sense)) return true;
  return false;
}

bool ItemReader::before_number(std::size_t at) const {
  return at < tokens_.size() && tokens_[at].kind == TokenKind::kNumber && tokens_[at].blank_before;
}

// "2x3", "2 x 3", but not "10x 10G".
bool ItemReader::is_ratio_of_times(std::size_t at) const {
  return is_times(at + 1) && at + 2 < tokens_.size() && tokens_[at + 2].kind == TokenKind::kNumber &&
         tokens_[at + 1].blank_before == tokens_[at + 2].blank_before && !is_speed(at + 3) && !counts_fibres(at + 2);
}

// "4x12F": four of twelve fibres.
bool ItemReader::counts_fibres(std::size_t at) const {
  const std::size_t unit = at + 1;
  if (unit >= tokens_.size() || tokens_[unit].kind != TokenKind::kWord || tokens_[unit].symbol == 0) return false;
  const Match match = longest(unit);
  if (match.node == 0) return false;
  const Meaning* const meaning = unit_of(match, tokens_[unit].end - tokens_[unit].begin, tokens_[unit].blank_before);
  return meaning != nullptr && meaning->sense == Sense::kUnitFibre;
}

// "50/125" at `at`: in front of it, G and E of German cable codes count fibres (12G50/125).
bool ItemReader::before_core(std::size_t at) const {
  return at + 2 < tokens_.size() && tokens_[at].kind == TokenKind::kNumber && tokens_[at + 1].symbol == '/' &&
         tokens_[at + 2].kind == TokenKind::kNumber && tokens_[at + 2].number == 125;
}

const Meaning* ItemReader::fibre_unit(Node node) const {
  for (const Meaning& meaning : lexicon_.meanings(node))
    if (meaning.sense == Sense::kUnitFibre) return &meaning;
  return nullptr;
}

bool ItemReader::is_ratio_of_colon(std::size_t at) const {  // "1:2"
  return at + 2 < tokens_.size() && tokens_[at + 1].symbol == ':' && tokens_[at + 2].kind == TokenKind::kNumber &&
         !tokens_[at + 2].blank_before;
}

std::size_t ItemReader::take_number(std::size_t at, std::size_t end, Sense sense, double second) {
  Item& item = add(at, end);
  item.sense = sense;
  item.number = tokens_[at].number;
  item.second = second;
  return end;
}

std::size_t ItemReader::take_phrase(std::size_t at, const Match& phrase) {
  Item& item = add(at, phrase.end);
  mean(item, phrase.node);
  item.number = tokens_[at].number;
  if (item.is(Sense::kRatio)) item.second = tokens_[phrase.end - 1].number;
  return phrase.end;
}

// The heaviest unit that the match means. A unit apart from its number has to be sure of itself.
const Meaning* ItemReader::unit_of(const Match& match, std::size_t letters, bool loose) const {
  const Meaning* best = nullptr;
  for (const Meaning& meaning : lexicon_.meanings(match.node)) {
    if (!is_unit(meaning.sense) || meaning.weight == kInCodesOnly) continue;
    if (loose && outweighed(match.node, meaning)) continue;                                           // "MPO 12 Pol. C"
    if (loose && letters == 2 && meaning.weight < kSureLetter && before_number(match.end)) continue;  // "4 in 4 out"
    if (loose && letters == 1 && meaning.weight < kSureLetter) continue;  // "24 F" and "5 m", but not "MTP 8 C-type"
    if (best == nullptr || meaning.weight > best->weight) best = &meaning;
  }
  return best;
}

// The number at `at` with the unit behind it; `at` itself where none follows.
std::size_t ItemReader::quantity(std::size_t at) {
  std::size_t unit = at + 1;
  if (unit + 1 < tokens_.size() && tokens_[unit].symbol == '-') ++unit;  // 12-fibre
  if (unit >= tokens_.size() || tokens_[unit].kind != TokenKind::kWord || tokens_[unit].symbol == 0) return at;
  Match match = longest(unit);
  if (match.node != 0 && !has_unit(match.node)) match = {lexicon_.start(tokens_[unit].symbol), unit + 1};  // 48C 19" is no C19
  if (match.node == 0) return at;
  const std::size_t letters = tokens_[unit].end - tokens_[unit].begin;
  const bool loose = tokens_[unit].blank_before || unit > at + 1;
  if (loose && letters == 1 && hangs_on_connector(at)) return at;  // "5 m": a single letter far from its number may be a word
  const bool code = letters == 1 && !loose && before_core(match.end);
  const Meaning* const meaning = code ? fibre_unit(match.node) : unit_of(match, letters, loose);
  if (meaning == nullptr) return at;
  Item& item = add(at, match.end);
  item.sense = meaning->sense;
  item.weight = meaning->weight;
  item.value = meaning->value;
  item.row = meaning->row;
  item.number = tokens_[at].number;
  item.second = meaning->factor;
  item.others = lexicon_.meanings(match.node);
  return match.end;
}

std::size_t ItemReader::number(std::size_t at) {
  constexpr double kFoot = 0.3048;  // metres
  const std::size_t behind = at + 1;
  const bool ratio = is_ratio_of_times(at);
  // "9/125", "1分2": a phrase that begins with a number
  if (const Match phrase = longest(at); !ratio && phrase.end > behind) return take_phrase(at, phrase);
  const bool more = behind < tokens_.size();
  const bool of_connector =
      count_ > 0 && last().is(Sense::kMulti) && (hangs_on_connector(at) || (more && tokens_[behind].blank_before));
  if (is_times(behind) && behind + 1 < tokens_.size() && !of_connector)
    return ratio ? take_number(at, at + 3, Sense::kRatio, tokens_[at + 2].number) : take_number(at, at + 2, Sense::kTimes);
  if (is_ratio_of_colon(at)) return take_number(at, at + 3, Sense::kRatio, tokens_[at + 2].number);
  if (const std::size_t end = quantity(at); end > at) return end;
  if (more && !tokens_[behind].blank_before && tokens_[behind].symbol == '\'')  // 10'
    return take_number(at, at + 2, Sense::kUnitLength, kFoot);
  return take_number(at, behind, Sense::kNumber);
}

std::size_t ItemReader::word(std::size_t at) {
  if (const Match match = longest(at); match.node != 0) {
    mean(add(at, match.end), match.node);
    if (last().is(Sense::kNumber)) last().number = last().others.front().factor;
    for (const Meaning& meaning : lexicon_.meanings(match.node).subspan(1)) {
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
    return match.end;
  }
  Item& item = add(at, at + 1);
  if (tokens_[at].end - tokens_[at].begin == 1) item.sense = Sense::kLetter;
  return at + 1;
}

// ®, (R), (TM)
bool ItemReader::mark_at(std::size_t at, std::size_t& end) const {
  if (tokens_[at].symbol == static_cast<Symbol>(kMark)) {
    end = at + 1;
    return true;
  }
  if (tokens_[at].symbol != '(' || at + 2 >= tokens_.size() || tokens_[at + 2].symbol != ')') return false;
  const std::string_view inside =
      std::string_view(plain_.text).substr(tokens_[at + 1].begin, tokens_[at + 1].end - tokens_[at + 1].begin);
  end = at + 3;
  return inside == "r" || inside == "tm" || inside == "c";
}

std::span<Item> ItemReader::read(std::string_view line) {
  make_plain(line, plain_);
  const std::size_t size = plain_.text.size();
  plain_.text.append(Lexicon::kPadding, '\0');
  tokens_ = tokenizer_.read(std::string_view(plain_.text).substr(0, size));
  if (items_.size() < tokens_.size() * 2 + 1) items_.resize(tokens_.size() * 4 + 1);
  count_ = 0;
  gap_ = 0;
  for (std::size_t at = 0; at < tokens_.size();) {
    const Token& token = tokens_[at];
    std::size_t end = 0;
    switch (token.kind) {
      case TokenKind::kNumber: at = number(at); break;
      case TokenKind::kWord: at = word(at); break;
      case TokenKind::kCode:
        add(at, at + 1).sense = Sense::kCode;
        ++at;
        break;
      case TokenKind::kSign:
        if (mark_at(at, end)) {
          add(at, end).sense = Sense::kMark;
          at = end;
          break;
        }
        gap_ = static_cast<std::uint16_t>(gap_ | gap_of(plain_.text[token.begin]) | (token.blank_before ? kBlankGap : 0));
        ++at;
        break;
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
