// The words of product lines, compiled into one automaton: data/lexicon*.csv and the names that other tables of facts hold.
//
// Shape:  a word has a symbol; a node of the automaton is a sequence of symbols, and what it means when the sequence ends there. The
//         node of a sequence of one has the symbol's number.
//         Words of a phrase may be parted by a blank, a hyphen, a dot, an underscore or nothing: who reads a text skips those.
// Errors: D108 bad-word (a row whose sense or pattern is not understood, or that brings a value beyond the 65,531st) is a finding at the row, which is left out.
// Source: data/lexicon.csv (its README section tells the columns); applications from data/optics.csv.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "diag/finding.h"
#include "facts/facts.h"
#include "lexis/sense.h"

namespace ferrule::lexis {

using Symbol = std::uint32_t;  // 0: unknown. Below 128: an ASCII sign.
using Node = std::uint32_t;    // 0: nowhere

struct Meaning {
  Sense sense = Sense::kNone;
  std::uint8_t weight = 0;
  Confidence confidence = Confidence::kLow;
  bool together = false;    // holds beside the meaning before it: "lcapc" is LC and APC
  std::uint16_t value = 0;  // Lexicon::value
  std::uint32_t row = 0;    // Lexicon::row
  double factor = 1;        // of a unit: metres, gigabit per second
};

struct LexiconRow {  // where a meaning comes from, for whoever asks why
  std::string pattern, language, table, source, note;
};

class Lexicon {
 public:
  // The words of data/lexicon*.csv, those in `directory` (when not empty) taking their place, and the names of applications in `facts`.
  static Lexicon compile(const facts::Facts& facts, diag::Sources& sources, const std::string& directory,
                         diag::Findings& findings);
  // The same, of the folder that the facts were loaded from. That of the compiled-in tables is compiled once for the whole process.
  static std::shared_ptr<const Lexicon> shared(const facts::Facts& facts, diag::Sources& sources, diag::Findings& findings);
  Lexicon();
  Lexicon(Lexicon&&) noexcept;
  Lexicon& operator=(Lexicon&&) noexcept;
  ~Lexicon();

  static constexpr std::size_t kPadding = 16;              // readable bytes behind every word that is looked up
  static constexpr Symbol kAnyNumber = 3, kAnyLetter = 4;  // no sign of a plain text
  // Of a node, so that most questions need no look at its meanings. kOpen: which meaning holds depends on what stands beside the word;
  // kIsNumber: the first meaning is one, "twelve"; kUnsettled: the first meaning may not be the one that holds;
  // kSignFollows: phrases go on with a sign from here; kMeasures: the sequence, or a longer one that begins with it, has a unit.
  static constexpr std::uint8_t kHasUnit = 1, kHasSpeed = 2, kHasTogether = 4, kIsNumber = 8, kOpen = 16, kUnsettled = 32,
                                kSignFollows = 64, kMeasures = 128;

  struct Sequence {          // what is asked of a node, in half a line of the cache
    std::uint64_t next = 0;  // followers
    std::uint32_t first = 0;
    std::uint16_t count = 0;
    std::uint8_t traits = 0;
    std::uint8_t unit = 0;                         // one more than the unit's place among the meanings
    std::uint8_t other_weight = 0, likeliest = 0;  // likeliest: the place of what the word means apart from its neighbours
    Sense sense = Sense::kNone;                    // of the first meaning, as are weight, value and row
    std::uint8_t weight = 0;
    std::uint16_t value = 0;
    std::uint32_t row = 0;
  };

  Symbol symbol(const char* word, std::size_t size) const;  // lower case, folded; kPadding bytes may be read
  using Key = std::array<std::uint64_t, 2>;                 // the bytes of a word of up to 16, read with kPadding
  static Key key_of(const char* word, std::size_t size);
  // Whether some word ends in the three digits before `end`: a part number mostly ends in others, and is known as none without a look.
  bool ends_words(const char* end) const {
    const std::uint32_t tail = tail_of(end);
    return (tails_[tail / 64] >> (tail % 64) & 1) != 0;
  }
  Symbol symbol_of_number(std::uint32_t number) const { return number < numbers_.size() ? numbers_[number] : 0; }
  static Node start(Symbol symbol) { return symbol; }
  Node next(Node node, Symbol symbol) const;
  // What may follow, a bit for each symbol by its last bits: most that do not follow are known at once.
  static std::uint64_t follower(Symbol symbol) { return std::uint64_t{1} << (symbol & 63); }
  std::uint64_t followers(Node node) const { return nodes_[node].next; }
  bool may_follow(Node node, Symbol symbol) const { return (followers(node) & follower(symbol)) != 0; }  // false: surely not
  bool goes_on(Node node) const { return nodes_[node].next != 0; }
  std::span<const Meaning> meanings(Node node) const { return {meanings_.data() + nodes_[node].first, nodes_[node].count}; }
  const Sequence& sequence(Node node) const { return nodes_[node]; }
  bool means_something(Node node) const { return nodes_[node].count != 0; }
  bool has(Node node, std::uint8_t traits) const { return (nodes_[node].traits & traits) != 0; }
  // The heaviest unit that a sequence means, of those that may follow a number; null when there is none.
  const Meaning* unit(Node node) const {
    return nodes_[node].unit == 0 ? nullptr : &meanings_[nodes_[node].first + nodes_[node].unit - 1];
  }
  std::uint8_t heaviest_other(Node node) const { return nodes_[node].other_weight; }  // of what is no unit
  std::string_view value(std::uint16_t value) const { return values_[value]; }
  std::size_t row_count() const { return rows_.size(); }
  const LexiconRow& row(std::uint32_t row) const { return rows_[row]; }
  std::size_t value_count() const { return values_.size(); }
  std::uint16_t value_named(std::string_view value) const;  // 0 when no row says it
  std::size_t longest_word() const { return longest_word_; }
  const std::vector<std::string>& words() const { return words_; }  // every single word, for splitting what was glued

 private:
  friend class LexiconBuilder;
  struct Edge {
    std::uint64_t key = 0;  // node and symbol
    Node to = 0;
  };
  static std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
    return (a ^ (b * 0x9E3779B97F4A7C15ull) ^ (a >> 29)) * 0xD6E8FEB86659FD93ull;
  }

  // Words by hash, open addressing: a symbol and twelve more bits of the hash in one number, so that the table stays small and a word
  // that is not there costs one look. The words themselves lie in the order of the tables, the commonest together.
  static constexpr std::uint32_t kSymbolBits = 20;
  std::vector<std::uint32_t> slots_;
  // A bit for the beginnings and sizes that words have: what is in no table, a part number mostly, is known as such without a look at
  // the large one.
  std::array<std::uint64_t, 512> beginnings_{};
  static std::uint32_t beginning_of(const Key& key, std::size_t size) {
    return static_cast<std::uint32_t>(((key[0] & 0xFFFFFF) * 16 + size) * 0x9E3779B97F4A7C15ull >> 49);
  }
  bool may_be_word(std::uint32_t beginning) const { return (beginnings_[beginning / 64] >> (beginning % 64) & 1) != 0; }
  std::array<std::uint64_t, 16> tails_{};  // a bit for the last three digits of words that have them
  static std::uint32_t tail_of(const char* end) {
    const auto digit = [&](int at) { return static_cast<std::uint32_t>(end[at] - '0'); };
    return digit(-3) * 100 + digit(-2) * 10 + digit(-1);
  }
  std::vector<Key> keys_;  // by symbol
  std::uint32_t slot_shift_ = 0;
  std::unordered_map<std::string, Symbol> long_words_;
  std::vector<Edge> edges_;
  std::uint32_t edge_shift_ = 0;
  std::vector<Symbol> numbers_;
  std::vector<Sequence> nodes_ = std::vector<Sequence>(128);  // a lexicon without words knows the signs
  std::vector<Meaning> meanings_;
  std::vector<std::string> values_;
  std::vector<LexiconRow> rows_;
  std::vector<std::string> words_;
  std::size_t longest_word_ = 0;
};

inline Lexicon::Key Lexicon::key_of(const char* word, std::size_t size) {
  static constexpr auto kMasks = [] {  // for sizes that no branch predictor guesses
    std::array<Key, 17> masks{};
    for (std::size_t i = 0; i <= 16; ++i) {
      masks[i][0] = i >= 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << (8 * i)) - 1;
      masks[i][1] = i >= 16 ? ~std::uint64_t{0} : i <= 8 ? 0 : (std::uint64_t{1} << (8 * (i - 8))) - 1;
    }
    return masks;
  }();
  Key key;
  std::memcpy(key.data(), word, 16);
  return {key[0] & kMasks[size][0], key[1] & kMasks[size][1]};
}

inline Symbol Lexicon::symbol(const char* word, std::size_t size) const {
  if (size > 16) {
    const auto found = long_words_.find(std::string(word, size));
    return found == long_words_.end() ? 0 : found->second;
  }
  const Key key = key_of(word, size);
  if (!may_be_word(beginning_of(key, size))) return 0;
  const std::uint64_t hash = mix(key[0], key[1]);
  const std::uint32_t tag = static_cast<std::uint32_t>(hash & 0xFFF);
  for (std::size_t at = hash >> slot_shift_;; at = (at + 1) & (slots_.size() - 1)) {
    const std::uint32_t slot = slots_[at];
    if (slot == 0) return 0;
    if (slot >> kSymbolBits != tag) continue;
    const Symbol symbol = slot & ((1u << kSymbolBits) - 1);
    if (keys_[symbol][0] == key[0] && keys_[symbol][1] == key[1]) return symbol;
  }
}

inline Node Lexicon::next(Node node, Symbol symbol) const {
  if (!may_follow(node, symbol)) return 0;
  const std::uint64_t key = (std::uint64_t{node} << 32) | symbol;
  for (std::size_t at = mix(key, 7) >> edge_shift_;; at = (at + 1) & (edges_.size() - 1)) {
    if (edges_[at].key == key) return edges_[at].to;
    if (edges_[at].key == 0) return 0;
  }
}

}  // namespace ferrule::lexis
