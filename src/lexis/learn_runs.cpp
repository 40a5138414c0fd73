// What a run becomes where nothing around it has a say: it is read as if it were a line, and what it leaves open is kept with it.
#include <algorithm>

#include "lexis/items.h"

namespace ferrule::lexis {

// Of runs that came again: what each of them is, read as if it were a line.
void ItemReader::learn_runs() {
  KeptRuns& kept = tokenizer_->kept();
  for (const std::uint16_t place : kept.to_learn) {
    KeptRun& run = kept.runs[place];
    const std::span<const Token> tokens = tokenizer_->recall(place, plain_.text);
    learn(run, kept.items, KeptRuns::kMostItems, tokens);
    if (run.items == 1 && tokens.size() == 1) learn_lone(run, kept.items, tokens[0]);
  }
  kept.to_learn.clear();
  KeptPairs& pairs = tokenizer_->pairs();
  for (const auto& [place, first, second] : pairs.to_learn) {
    KeptRun& pair = pairs.pairs[place];
    const auto bytes = static_cast<std::uint32_t>(pair.key[1]);
    const std::string_view between(reinterpret_cast<const char*>(&bytes), 4);
    const std::uint64_t numbers = std::uint64_t{kept.runs[first].number} << 32 | kept.runs[second].number;
    if (pair.key[0] != numbers) continue;  // one of them has lost its place since
    learn(pair, pairs.items, kMostKeptItems,
          tokenizer_->recall(first, between.substr(0, between.find('\0')), second, plain_.text));
  }
  pairs.to_learn.clear();
}

void ItemReader::learn(KeptRun& run, KeptItemSlots& items, std::size_t most, std::span<const Token> tokens) {
  if ((run.traits & KeptRun::kLearnt) != 0) return;
  run.traits |= KeptRun::kLearnt;
  if (!learnable(tokens)) return;
  make_room(tokens.size() * 2 + 1);
  count_ = unsettled_count_ = 0;
  gap_ = 0;
  const bool factor = tokens.size() > 1 && is_factor(tokens.last(2));
  read_tokens(factor ? tokenizer_->before_comma(tokens, plain_.text) : tokens.data());
  if (factor) run.wants |= Between::kIsEnd;
  if (count_ == 0 || count_ > most) return;
  const Item& item = items_[0];
  run.sense = item.sense;
  run.weight = item.weight;
  run.value = item.value;
  run.row = item.row;
  run.node = item.node;
  for (const std::uint32_t i : unsettled()) run.unsettled |= static_cast<std::uint8_t>(1u << i);
  if (count_ > 1 || item.number != 0 || item.second != 0) {
    run.traits |= KeptRun::kOwnItems;
    std::copy_n(items_.data(), count_, items.make(run).data());
  }
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

// Of a run of one token: whether it is a number that may take a unit behind it, or what unit it is behind a number.
void ItemReader::learn_lone(KeptRun& run, KeptItemSlots& items, const Token& token) const {
  const bool numbered = (run.traits & KeptRun::kOwnItems) != 0 && items.of(run)[0].number != 0;
  if (token.kind == TokenKind::kNumber && run.sense == Sense::kNumber && numbered) run.traits |= KeptRun::kIsNumber;
  if (token.kind != TokenKind::kWord || token.symbol == 0 || is_times(&token)) return;
  const Node node = Lexicon::start(token.symbol);
  const Meaning* const meaning = unit_of({node, &token + 1}, token.end - token.begin, true);
  if (meaning == nullptr) return;
  run.traits |= KeptRun::kIsUnit;
  items.make(run)[KeptRuns::kUnit] = {0,    0, meaning->sense, meaning->weight, 0, meaning->value, meaning->row,
                                      node, 0, meaning->factor};
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
    if (times.is_sign() || times.blank_before() || (i + 2 < tokens.size() && tokens[i + 2].kind != TokenKind::kWord))
      return false;
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
