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

#include "lexis/lexicon.h"
#include "lexis/plain_text.h"
#include "lexis/tokens.h"

namespace ferrule::lexis {

struct Item {
  std::uint32_t begin = 0, end = 0;  // bytes of the plain text
  Sense sense = Sense::kNone;        // of the first meaning
  std::uint8_t weight = 0;
  std::uint16_t gap = 0;
  std::uint16_t value = 0;
  std::uint8_t likeliest = 0;  // of others: what it means where nothing beside it tells
  bool open = false;           // what stands beside it may tell
  std::uint32_t row = 0;
  double number = 0, second = 0;    // of a quantity; a ratio has two
  std::span<const Meaning> others;  // all meanings of the word, the first included
  bool glued() const { return gap == 0; }
  bool is(Sense wanted) const { return sense == wanted; }
};

// Reads lines one after the other, keeping its memory. Not for two threads at once.
class ItemReader {
 public:
  explicit ItemReader(const Lexicon& lexicon) : lexicon_(lexicon), tokenizer_(std::make_shared<Tokenizer>(lexicon)) {}
  // A reader with a line of its own, which shares with this one what the tokenizer remembers of runs.
  ItemReader beside() const { return ItemReader(lexicon_, tokenizer_); }

  // Items of the line, and one more for its end, with the gap before it. They and plain() stay valid until the next call.
  std::span<Item> read(std::string_view line);
  const PlainText& plain() const { return plain_; }
  std::string_view words(const Item& item) const {
    return std::string_view(plain_.text).substr(item.begin, item.end - item.begin);
  }
  const Lexicon& lexicon() const { return lexicon_; }
  std::string_view value(const Item& item) const { return lexicon_.value(item.value); }

 private:
  ItemReader(const Lexicon& lexicon, std::shared_ptr<Tokenizer> tokenizer)
      : lexicon_(lexicon), tokenizer_(std::move(tokenizer)) {}
  struct Match {
    Node node = 0;
    std::size_t end = 0;  // token behind the last
  };
  Match longest(std::size_t at) const;
  Match walk(Node node, std::size_t at) const;
  bool may_go_on(Node node, const Token& token) const;
  std::size_t number(std::size_t at);  // each returns the token behind what it took
  std::size_t word(std::size_t at);
  std::size_t sign(std::size_t at);
  std::size_t quantity(std::size_t at);
  std::size_t take_number(std::size_t at, std::size_t end, Sense sense, double second = 0);
  void add_together(Node node);
  std::size_t take_phrase(std::size_t at, const Match& phrase);
  const Meaning* unit_of(const Match& match, std::size_t letters, bool loose) const;
  const Meaning* fibre_unit(Node node) const;
  bool is_ratio_of_times(std::size_t at) const;
  bool is_ratio_of_colon(std::size_t at) const;
  bool is_times(std::size_t at) const;
  bool is_speed(std::size_t at) const;
  bool measures(std::size_t at) const;  // a unit of fibres or of length behind the number at `at`
  bool begins_core(std::size_t at) const;
  bool is_pin_letter(std::size_t at, const Token& letter) const;
  bool before_core(std::size_t at) const;
  bool before_number(std::size_t at) const;
  bool hangs_on_connector(std::size_t at) const;
  bool mark_at(std::size_t at, std::size_t& end) const;
  Item& add(std::size_t first, std::size_t end);
  Item& add(std::size_t first, std::size_t end, const Meaning& meaning, Node node);
  Item& last() { return items_[count_ - 1]; }
  const Item& last() const { return items_[count_ - 1]; }

  const Lexicon& lexicon_;
  std::shared_ptr<Tokenizer> tokenizer_;
  PlainText plain_;
  std::span<const Token> tokens_;
  std::vector<Item> items_;  // count_ of them are the line's; there is room for two of every token
  std::size_t count_ = 0;
  std::uint16_t gap_ = 0;
};

}  // namespace ferrule::lexis
