// What a line says, piece by piece: words with their meaning, numbers with their unit. The next step puts them together.
//
// Shape:  items in the order of the text; `gap` tells which signs stand between an item and the one before.
// Units:  a quantity keeps its number as written; `meaning->factor` turns it into metres or gigabit per second.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "lexis/item.h"
#include "lexis/lexicon.h"
#include "lexis/plain_text.h"
#include "lexis/tokens.h"

namespace ferrule::lexis {

// Reads lines one after the other, keeping its memory. Not for two threads at once.
class ItemReader {
 public:
  explicit ItemReader(const Lexicon& lexicon) : lexicon_(lexicon), tokenizer_(std::make_shared<Tokenizer>(lexicon)) {}
  // A reader with a line of its own, which shares with this one what is remembered of runs.
  ItemReader beside() const { return ItemReader(lexicon_, tokenizer_); }

  // Items of the line, and one more for its end, with the gap before it. They and plain() stay valid until the next call.
  std::span<Item> read(std::string_view line);
  const PlainText& plain() const { return plain_; }
  std::string_view words(const Item& item) const {
    return std::string_view(plain_.text).substr(item.begin, item.end - item.begin);
  }
  // Places of the items whose first meaning may not be the one that holds.
  std::span<const std::uint32_t> unsettled() const { return {unsettled_.data(), unsettled_count_}; }
  const Lexicon& lexicon() const { return lexicon_; }
  std::span<const Meaning> meanings(const Item& item) const { return lexicon_.meanings(item.node); }
  std::string_view value(const Item& item) const { return lexicon_.value(item.value); }

 private:
  ItemReader(const Lexicon& lexicon, std::shared_ptr<Tokenizer> tokenizer)
      : lexicon_(lexicon), tokenizer_(std::move(tokenizer)) {}
  using At = const Token*;  // a place among the tokens: who steps over them multiplies nothing
  struct Match {
    Node node = 0;
    At end;  // behind the last token; where the search began when there is no node
  };
  Match longest(At at) const;
  Match walk(Node node, At at) const;
  bool may_go_on(Node node, const Token& token) const;
  At number(At at);  // each returns the token behind what it took
  At word(At at);
  At sign(At at);
  At quantity(At at);
  At take_number(At at, At end, Sense sense, double second = 0);
  void add_together(Node node);
  At take_phrase(At at, const Match& phrase);
  const Meaning* unit_of(const Match& match, std::size_t letters, bool loose) const;
  const Meaning* fibre_unit(Node node) const;
  bool is_ratio_of_times(At at) const;
  bool is_ratio_of_colon(At at) const;
  bool is_times(At at) const;
  bool is_speed(At at) const;
  bool measures(At at) const;  // a unit of fibres or of length behind the number at `at`
  bool begins_core(At at) const;
  bool is_pin_letter(At at, const Token& letter) const;
  bool before_core(At at) const;
  bool before_number(At at) const;
  bool hangs_on_connector(At at) const;
  static bool names_mark(std::string_view inside);  // in brackets
  bool mark_at(At at, At& end) const;
  [[gnu::noinline]] At piece(At at);  // what stands at `at`; one copy, since all code of a line has to lie in the nearest cache
  void read_tokens(At at);

  // items_of_runs.cpp
  void read_runs(std::span<const Run> runs);
  std::size_t read_to_run(At at, std::size_t run, std::size_t last);
  bool begins_mark(const Run& run, const Run& next) const;
  bool goes_on_with(const KeptRun& run, const Between& behind, const KeptRun& next) const;
  bool stands_alone(const KeptRun& run, const Between& behind, const KeptRun& next, std::uint16_t gap) const;
  struct Writer;
  Writer writer();
  void go_on_behind(const Writer& written);
  bool take_quantity(const Run* run, Writer& to);
  bool take_pair(const Run* run, Writer& to);
  [[gnu::noinline]] void note_new(const Run& run);

  // learn_runs.cpp
  void learn_runs();
  void learn(KeptRun& run, KeptItemSlots& items, std::size_t most, std::span<const Token> tokens);
  void learn_lone(KeptRun& run, KeptItemSlots& items, const Token& token) const;
  bool is_factor(std::span<const Token> tokens) const;
  bool learnable(std::span<const Token> tokens) const;
  bool may_hang(std::span<const Token> tokens) const;
  void leave_open(KeptRun& run, Node node, At behind, At end) const;

  void need(At at) const { tokenizer_->need(at); }  // a token there
  void make_room(std::size_t items);
  void note_unsettled(bool unsettled) {  // of the last item; no branch, since none is foreseen
    unsettled_[unsettled_count_] = static_cast<std::uint32_t>(count_ - 1);
    unsettled_count_ += unsettled;
  }
  Item& add(At first, At end);
  Item& add(At first, At end, const Meaning& meaning, Node node);
  Item& last() { return items_[count_ - 1]; }
  const Item& last() const { return items_[count_ - 1]; }

  const Lexicon& lexicon_;
  std::shared_ptr<Tokenizer> tokenizer_;
  PlainText plain_;
  std::vector<Item> items_;  // count_ of them are the line's; there is room for two of every token
  std::size_t count_ = 0;
  std::vector<std::uint32_t> unsettled_;  // as long as items_
  std::size_t unsettled_count_ = 0;
  std::uint16_t gap_ = 0;
};

}  // namespace ferrule::lexis
