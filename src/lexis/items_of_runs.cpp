// A line from run to run: most stand for themselves, and what they become is kept; a few are read token by token (items.cpp).
#include "lexis/items.h"

namespace ferrule::lexis {
namespace {

static_assert(kBlankGap == 1);

// Whether a phrase of the run may go on behind it: most do not, and that is known without a search.
bool may_go_on_behind(const KeptRun& run, const Between& behind, const KeptRun& next) {
  const std::uint64_t wants_signs =
      std::uint64_t{0} - (run.wants / KeptRun::kWantsSigns);  // all ones or none; no branch is foreseen
  return (run.open & ((next.enters & behind.lets_words) | (behind.signs & wants_signs))) != 0;
}

// Whether the run is what it becomes alone, but for its phrases: no number of it is more than that.
bool is_settled(const KeptRun& run, const Between& behind, const KeptRun& next, std::uint16_t gap) {
  const unsigned takes = run.wants & (behind.offers | (next.offers & behind.lets));
  const bool hangs = (run.traits & KeptRun::kMayHang) != 0 && (gap & kBlankGap) == 0;
  return run.items != 0 && takes == 0 && !hangs;
}

}  // namespace

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
  return {items_.data(), unsettled_.data(), static_cast<std::uint32_t>(count_), static_cast<std::uint32_t>(unsettled_count_),
          gap_};
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
  const KeptItemSlots& kept = tokenizer_->kept().items;
  Item& item = to.items[to.count];
  item = kept.of(word)[KeptRuns::kUnit];
  item.begin = run[0].begin;
  item.end = run[1].end;
  item.gap = to.gap;
  item.number = kept.of(number)[0].number;
  to.note(false);
  return true;
}

// Two runs that were read together before: false where they were not, or where what stands behind them has a say.
inline bool ItemReader::take_pair(const Run* run, Writer& to) {
  const KeptRun &first = *run[0].what, &second = *run[1].what;
  const Between& between = *run[1].before;
  const bool counts = (first.wants & Between::kTakesNumber) != 0 && (between.says & kBlankGap) != 0;  // most are new: "17.5 m"
  const bool may_be_mark = (between.says & kOpenGap) != 0;  // "(tm" and what may close it
  if (first.number == 0 || second.number == 0 || counts || may_be_mark) return false;
  if (run[1].begin - run[0].end > Betweens::kLongest) return false;
  KeptPairs& pairs = tokenizer_->pairs();
  const Lexicon::Key key = KeptPairs::key_of(first, between, second);
  KeptRun& pair = pairs.find(key);
  const auto place = static_cast<std::size_t>(&pair - pairs.pairs.data());
  if (pair.key[0] != key[0] || pair.key[1] != key[1]) {
    if ((pair.traits & KeptRun::kUsed) == 0) {
      const std::uint16_t slot = pair.slot;
      pair = {};
      pair.key = key;
      pair.slot = slot;
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
    to.take(pair, pairs.items.of(pair), run->begin);
  return true;
}

// "(r)", "(tm)", or a trademark sign before the run: a mark is an item of its own.
bool ItemReader::begins_mark(const Run& run, const Run& next) const {
  const std::uint16_t says = run.before->says;
  if ((says & kMarkGap) != 0) return true;
  if ((says & kOpenGap) == 0 || run.end - run.begin > 2 || (next.before->says & kCloseGap) == 0) return false;
  return names_mark(std::string_view(plain_.text).substr(run.begin, run.end - run.begin));  // most name pins: "(m)"
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
  const KeptItemSlots& kept = tokenizer_->kept().items;
  const auto number_of = [&](const Run* r) { return static_cast<std::size_t>(r - runs.data()); };
  Writer to = writer();
  const auto read_pieces = [&](At at, const Run* next) {
    run = runs.data() + read_to_run(at, number_of(next), number_of(last));
    to = writer();
  };
  to.gap = kBlankGap;   // a line begins as if behind a blank
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
        to.take(what, kept.of(what), run->begin);
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
  make_room(tokenizer.most_tokens() * 2 + 1);
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

}  // namespace ferrule::lexis
