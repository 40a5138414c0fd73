#include "lexis/items.h"

#include <algorithm>
#include <array>

namespace ferrule::lexis {
namespace {

constexpr std::uint8_t kSureLetter = 8;
static_assert(kBlankGap == 1);

// Whether a phrase of the run may go on behind it: most do not, and that is known without a search.
bool may_go_on_behind(const KeptRun& run, const Between& behind, const KeptRun& next) {
  const std::uint64_t signs = (run.wants & KeptRun::kWantsSigns) != 0 ? behind.signs : 0;
  return (run.open & ((next.enters & behind.lets_words) | signs)) != 0;
}

// Whether the run is what it becomes alone, but for its phrases: no number of it is more than that.
bool is_settled(const KeptRun& run, const Between& behind, const KeptRun& next, std::uint16_t gap) {
  const unsigned takes = run.wants & (behind.offers | (next.offers & behind.lets));
  const bool hangs = (run.traits & KeptRun::kMayHang) != 0 && (gap & kBlankGap) == 0;
  return run.items != 0 && takes == 0 && !hangs;
}

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

// ®, (R), (TM)
bool ItemReader::mark_at(At at, At& end) const {
  if (at->symbol == static_cast<Symbol>(kTrademark)) {
    end = at + 1;
    return true;
  }
  if (at->symbol != '(' || at[2].symbol != ')') return false;
  const std::string_view inside = std::string_view(plain_.text).substr(at[1].begin, at[1].end - at[1].begin);
  end = at + 3;
  return inside == "r" || inside == "tm" || inside == "c";
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

// A run that came again, and of which it is not known yet what it becomes.
void ItemReader::note_new(const Run& run) {
  KeptRuns& kept = tokenizer_->kept();
  if (run.tokens == 0 && (run.what->traits & KeptRun::kLearnt) == 0)
    kept.to_learn.push_back(static_cast<std::uint16_t>(kept.place_of(*run.what)));
}

// Where the items of known runs are written; apart from the reader, so that all of it stays in registers.
struct ItemReader::Writer {
  Item* items;
  std::uint32_t* unsettled;
  std::uint32_t count, unsettled_count;
  std::uint16_t gap;  // what stands before the next item

  void note(bool is_unsettled) {
    unsettled[unsettled_count] = count++;
    unsettled_count += is_unsettled;
  }
  void take(const KeptRun& what, std::uint32_t begin, std::uint32_t end) {
    items[count] = {begin, end, what.sense, what.weight, gap, what.value, what.row, what.node, 0, 0};
    note(what.unsettled != 0);
  }
  void take(const KeptRun& what, const KeptItems& kept, std::uint32_t begin) {
    for (std::size_t i = 0; i < what.items; ++i) {
      Item& item = items[count];
      item = kept[i];
      item.begin += begin;
      item.end += begin;
      item.gap = static_cast<std::uint16_t>(item.gap | gap);
      gap = 0;
      note((what.unsettled >> i & 1) != 0);
    }
  }
};

// Whether a phrase of the run goes on with the next.
bool ItemReader::goes_on_with(const KeptRun& run, const Between& behind, const KeptRun& next) const {
  const bool signs = (run.wants & KeptRun::kWantsSigns) != 0 && (run.open & behind.signs) != 0;
  if (signs || (run.traits & KeptRun::kOpenMany) != 0 || (next.offers & Between::kIsSign) != 0) return true;
  const auto leads_on = [&](Node node) {
    return lexicon_.next(node, next.first) != 0 ||
           ((next.offers & Between::kIsNumber) != 0 && lexicon_.next(node, Lexicon::kAnyNumber) != 0) ||
           ((next.offers & Between::kIsLetter) != 0 && lexicon_.next(node, Lexicon::kAnyLetter) != 0);
  };
  return (run.open_node != 0 && leads_on(run.open_node)) ||
         ((run.traits & KeptRun::kOpenNumber) != 0 && leads_on(Lexicon::start(Lexicon::kAnyNumber)));
}

inline bool ItemReader::stands_alone(const KeptRun& run, const Between& behind, const KeptRun& next, std::uint16_t gap) const {
  return is_settled(run, behind, next, gap) && (!may_go_on_behind(run, behind, next) || !goes_on_with(run, behind, next));
}

inline ItemReader::Writer ItemReader::writer() {
  return {items_.data(), unsettled_.data(), static_cast<std::uint32_t>(count_), static_cast<std::uint32_t>(unsettled_count_), gap_};
}

inline void ItemReader::go_on_behind(const Writer& written) {
  count_ = written.count;
  unsettled_count_ = written.unsettled_count;
  gap_ = written.gap;
}

// "12 fibres", "17.5 m", "8-fibre": a number and the word that is its unit, each of which is known; false where there may be more to it.
inline bool ItemReader::take_quantity(const Run* run, Writer& to) {
  const KeptRun &number = *run[0].what, &word = *run[1].what;
  const Between &between = *run[1].before, &behind = *run[2].before;
  if ((number.traits & KeptRun::kIsNumber) == 0) return false;
  if ((word.traits & KeptRun::kIsUnit) == 0) {
    note_new(run[1]);
    return false;
  }
  if ((between.lets & Between::kTakesNumber) == 0 || !stands_alone(word, behind, *run[2].what, kBlankGap)) return false;
  if (may_go_on_behind(number, between, word) && goes_on_with(number, between, word)) return false;
  const std::uint32_t letters = run[1].end - run[1].begin;
  if (letters == 1 && (to.gap & kBlankGap) == 0) return false;  // MPO-12 M
  if (letters == 2 && (run[2].what->offers & behind.lets & Between::kIsNumber) != 0) return false;
  KeptRuns& kept = tokenizer_->kept();
  Item& item = to.items[to.count];
  item = kept.unit(kept.place_of(word));
  item.begin = run[0].begin;
  item.end = run[1].end;
  item.gap = to.gap;
  item.number = kept.items[kept.place_of(number)][0].number;
  to.note(false);
  return true;
}

// Two runs that were read together before: false where they were not, or where what stands behind them has a say.
inline bool ItemReader::take_pair(const Run* run, Writer& to) {
  const KeptRun &first = *run[0].what, &second = *run[1].what;
  const Between& between = *run[1].before;
  const bool counts = (first.wants & Between::kTakesNumber) != 0 && (between.says & kBlankGap) != 0;  // most are new: "17.5 m"
  if (first.number == 0 || second.number == 0 || counts || run[1].begin - run[0].end > Betweens::kLongest) return false;
  KeptPairs& pairs = tokenizer_->pairs();
  const Lexicon::Key key = KeptPairs::key_of(first, between, second);
  KeptRun& pair = pairs.find(key);
  const auto place = static_cast<std::size_t>(&pair - pairs.pairs.data());
  if (pair.key[0] != key[0] || pair.key[1] != key[1]) {
    if ((pair.traits & KeptRun::kUsed) == 0) {
      pair = {};
      pair.key = key;
    }
    pair.traits &= static_cast<std::uint8_t>(~KeptRun::kUsed);
    pairs.pairs[place ^ 1].traits &= static_cast<std::uint8_t>(~KeptRun::kUsed);
    return false;
  }
  pair.traits |= KeptRun::kUsed;
  if ((pair.traits & KeptRun::kLearnt) == 0) {
    const KeptRuns& kept = tokenizer_->kept();
    pairs.to_learn.push_back({static_cast<std::uint16_t>(place), static_cast<std::uint16_t>(kept.place_of(first)),
                              static_cast<std::uint16_t>(kept.place_of(second))});
    return false;
  }
  if (!stands_alone(pair, *run[2].before, *run[2].what, to.gap)) return false;
  if ((pair.traits & KeptRun::kOwnItems) == 0)
    to.take(pair, run[0].begin, run[1].end);
  else
    to.take(pair, pairs.items[place], run->begin);
  return true;
}

// "(r)", "(tm)", or a trademark sign before the run: a mark is an item of its own.
bool ItemReader::begins_mark(const Run& run, const Run& next) const {
  const std::uint16_t says = run.before->says;
  if ((says & kMarkGap) != 0) return true;
  return (says & kOpenGap) != 0 && run.end - run.begin <= 2 && (next.before->says & kCloseGap) != 0;
}

// Tokens from `at` on, until one of them is the first of a run: its number, `run` or more. gap_ says what stands before it.
std::size_t ItemReader::read_to_run(At at, std::size_t run, std::size_t last) {
  need(at);
  for (At begin = tokenizer_->first_of(run); at != begin; begin = tokenizer_->first_of(run)) {
    if (at > begin) {
      ++run;
      continue;
    }
    at = piece(at);
    need(at);
  }
  if (run != last) gap_ = static_cast<std::uint16_t>(gap_ | (at->gap & kBlankGap));
  return run;
}

// From run to run: what stands alone is known, the rest is read token by token until a run begins where the last piece ended.
void ItemReader::read_runs(std::span<const Run> runs) {
  const Run *run = runs.data(), *const last = run + runs.size() - 1;
  const std::vector<KeptItems>& kept = tokenizer_->kept().items;
  const auto number_of = [&](const Run* r) { return static_cast<std::size_t>(r - runs.data()); };
  Writer to = writer();
  const auto read_pieces = [&](At at, const Run* next) {
    run = runs.data() + read_to_run(at, number_of(next), number_of(last));
    to = writer();
  };
  to.gap = kBlankGap;  // a line begins as if behind a blank
  bool new_gap = true;  // whether to.gap is still to be told what stands before the run
  while (run != last) {
    if (new_gap) {
      to.gap = static_cast<std::uint16_t>(to.gap | run->before->says);
      if ((to.gap & (kOpenGap | kMarkGap)) != 0 && begins_mark(run[0], run[1])) {
        to.gap = 0;
        go_on_behind(to);
        read_pieces(tokenizer_->from_signs_before(number_of(run)), run);
        new_gap = false;
        continue;
      }
    }
    new_gap = true;
    const KeptRun &what = *run->what, &next = *run[1].what;
    const bool settled = is_settled(what, *run[1].before, next, to.gap), open = may_go_on_behind(what, *run[1].before, next);
    if ((open || !settled) && run + 1 != last && (take_quantity(run, to) || take_pair(run, to))) {
      to.gap = 0;
      run += 2;
    } else if (settled && !(open && goes_on_with(what, *run[1].before, next))) {
      if ((what.traits & KeptRun::kOwnItems) == 0)
        to.take(what, run->begin, run->end);
      else
        to.take(what, kept[tokenizer_->kept().place_of(what)], run->begin);
      to.gap = 0;
      ++run;
    } else {
      note_new(*run);
      go_on_behind(to);
      read_pieces(piece(tokenizer_->from(number_of(run))), run + 1);
      new_gap = false;
    }
  }
  go_on_behind(to);
  if (!new_gap) return;
  gap_ = 0;
  if (last->before->says != 0) read_tokens(tokenizer_->from_signs_before(number_of(last)));
}

std::span<Item> ItemReader::read(std::string_view line) {
  Tokenizer& tokenizer = *tokenizer_;
  if (!tokenizer.kept().to_learn.empty() || !tokenizer.pairs().to_learn.empty()) learn_runs();
  make_plain(line, plain_);
  const std::size_t size = plain_.text.size();
  plain_.text.append(Lexicon::kPadding, '\0');
  const std::span<const Run> runs = tokenizer.read(std::string_view(plain_.text).substr(0, size), plain_.maps);
  make_room(size * 2 + 1);
  count_ = unsettled_count_ = 0;
  gap_ = 0;
  if (tokenizer.joins())
    read_tokens(tokenizer.all());
  else
    read_runs(runs);
  tokenizer.keep();
  Item& end = items_[count_++];
  end = Item();
  end.begin = end.end = static_cast<std::uint32_t>(size);
  end.gap = static_cast<std::uint16_t>(gap_ | kStopGap);
  end.sense = Sense::kLast;
  return {items_.data(), count_};
}

// Of runs that came again: what each of them is, read as if it were a line.
void ItemReader::learn_runs() {
  KeptRuns& kept = tokenizer_->kept();
  for (const std::uint16_t place : kept.to_learn) {
    KeptRun& run = kept.runs[place];
    const std::span<const Token> tokens = tokenizer_->recall(place, plain_.text);
    learn(run, std::span(kept.items[place]).first(KeptRuns::kMostItems), tokens);
    if (tokens.size() == 1) learn_unit(run, kept.unit(place), tokens[0]);
  }
  kept.to_learn.clear();
  KeptPairs& pairs = tokenizer_->pairs();
  for (const auto& [place, first, second] : pairs.to_learn) {
    KeptRun& pair = pairs.pairs[place];
    const auto bytes = static_cast<std::uint32_t>(pair.key[1]);
    const std::string_view between(reinterpret_cast<const char*>(&bytes), 4);
    const std::uint64_t numbers = std::uint64_t{kept.runs[first].number} << 32 | kept.runs[second].number;
    if (pair.key[0] != numbers) continue;  // one of them has lost its place since
    learn(pair, pairs.items[place], tokenizer_->recall(first, between.substr(0, between.find('\0')), second, plain_.text));
  }
  pairs.to_learn.clear();
}

void ItemReader::learn(KeptRun& run, std::span<Item> items, std::span<const Token> tokens) {
  if ((run.traits & KeptRun::kLearnt) != 0) return;
  run.traits |= KeptRun::kLearnt;
  if (!learnable(tokens)) return;
  make_room(tokens.size() * 2 + 1);
  count_ = unsettled_count_ = 0;
  gap_ = 0;
  const bool factor = tokens.size() > 1 && is_factor(tokens.last(2));
  read_tokens(factor ? tokenizer_->before_comma(tokens, plain_.text) : tokens.data());
  if (factor) run.wants |= Between::kIsEnd;
  if (factor) gap_ = 0;
  if (count_ == 0 || count_ > items.size()) return;
  std::copy_n(items_.data(), count_, items.data());
  const Item& item = items_[0];
  run.sense = item.sense;
  run.weight = item.weight;
  run.value = item.value;
  run.row = item.row;
  run.node = item.node;
  for (const std::uint32_t i : unsettled()) run.unsettled |= static_cast<std::uint8_t>(1u << i);
  if (count_ > 1 || item.number != 0 || item.second != 0) run.traits |= KeptRun::kOwnItems;
  const Token& first = tokens.front();
  const Token& last = tokens.back();
  if (last.kind == TokenKind::kNumber) run.wants |= Between::kTakesNumber;
  if (last.end - last.begin == 2) run.wants |= Between::kIsNumber;  // a unit
  if (first.kind == TokenKind::kNumber && tokens.size() > 1 && may_hang(tokens)) run.traits |= KeptRun::kMayHang;
  const At end = tokens.data() + tokens.size();
  At number = nullptr;  // before `at`
  for (At at = tokens.data(); at != end; ++at) {
    const bool begins = std::any_of(&items_[0], &items_[count_], [&](const Item& it) { return it.begin == at->begin; });
    const bool may_measure = number != nullptr && (at == number + 1 || (at == number + 2 && number[1].symbol == '-'));
    if (!begins && !may_measure) continue;
    leave_open(run, Lexicon::start(at->symbol), at + 1, end);
    if (at->kind != TokenKind::kNumber) continue;
    leave_open(run, Lexicon::start(Lexicon::kAnyNumber), at + 1, end);
    number = at;
  }
  run.items = static_cast<std::uint8_t>(count_);
}

// What a run of one token is where a number stands before it, or what it is to a unit behind it.
void ItemReader::learn_unit(KeptRun& run, Item& unit, const Token& token) {
  if (run.items != 1) return;
  if (token.kind == TokenKind::kNumber && run.sense == Sense::kNumber && items_[0].number != 0) run.traits |= KeptRun::kIsNumber;
  const Node node = Lexicon::start(token.symbol);
  if (token.kind != TokenKind::kWord || token.symbol == 0 || is_times(&token)) return;
  const Meaning* const meaning = unit_of({node, &token + 1}, token.end - token.begin, true);
  if (meaning == nullptr) return;
  run.traits |= KeptRun::kIsUnit;
  unit = {0, 0, meaning->sense, meaning->weight, 0, meaning->value, meaning->row, node, 0, meaning->factor};
}

bool ItemReader::is_factor(std::span<const Token> tokens) const {
  return tokens[0].kind == TokenKind::kNumber && is_times(&tokens[1]);
}

// Not what may be a ratio ("2 x", "2x3"), or the fibres of a core ("12g50/125").
bool ItemReader::learnable(std::span<const Token> tokens) const {
  if (tokens.front().is_sign()) return false;
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    if (!is_factor(tokens.subspan(i))) continue;
    const Token& times = tokens[i + 1];
    if (times.is_sign() || times.blank_before() || (i + 2 < tokens.size() && tokens[i + 2].kind != TokenKind::kWord)) return false;
  }
  const std::size_t count = tokens.size();
  return count < 3 || tokens[count - 1].kind != TokenKind::kNumber || tokens[count - 3].kind != TokenKind::kNumber ||
         tokens[count - 2].kind != TokenKind::kWord;
}

// A single letter, an x too, behind a number that begins a run is no unit where the number hangs on a connector: "MPO-12M", "MTP-24 F".
bool ItemReader::may_hang(std::span<const Token> tokens) const {
  const Token& letter = tokens[tokens[1].symbol == '-' && tokens.size() > 2 ? 2 : 1];
  return letter.kind == TokenKind::kWord && letter.end - letter.begin == 1;
}

// What may follow the run where a phrase that has come to `node` takes all that is left of it.
void ItemReader::leave_open(KeptRun& run, Node node, At behind, At end) const {
  for (; behind != end; ++behind) {
    Node to = lexicon_.next(node, behind->symbol);
    if (to == 0 && behind->kind == TokenKind::kHyphen) continue;
    if (to == 0 && behind->kind == TokenKind::kNumber) to = lexicon_.next(node, Lexicon::kAnyNumber);
    if (to == 0 && behind->kind == TokenKind::kWord && behind->end - behind->begin == 1)
      to = lexicon_.next(node, Lexicon::kAnyLetter);
    if (to == 0) return;
    node = to;
  }
  if (!lexicon_.goes_on(node)) return;
  run.open |= lexicon_.followers(node);
  if (lexicon_.has(node, Lexicon::kSignFollows)) run.wants |= KeptRun::kWantsSigns;
  if (node == Lexicon::start(Lexicon::kAnyNumber))
    run.traits |= KeptRun::kOpenNumber;
  else if (run.open_node != 0 && run.open_node != node)
    run.traits |= KeptRun::kOpenMany;
  else
    run.open_node = node;
}

}  // namespace ferrule::lexis
