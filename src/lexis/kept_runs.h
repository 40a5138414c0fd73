// Runs of a text that were taken apart before, kept from line to line: lines repeat a few hundred of them, and the lexicon is larger than
// the cache. Most stand for themselves in a line; what such a run becomes is kept with it, and whether it does is known from a few bits.
//
// Shape:  two places for each run by its bytes; who comes later takes one. What a run becomes is worked out when it comes again.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <vector>

#include "lexis/between.h"
#include "lexis/item.h"
#include "lexis/near_block.h"
#include "lexis/token.h"

namespace ferrule::lexis {

struct alignas(64) KeptRun {  // one line of the cache
  // kOwnItems: the items are in KeptRuns::items; kMayHang: a number and a letter that are the connector's where they hang on one,
  // "MPO-12M"; kLearnt: what it becomes was worked out; kIsNumber: a number and nothing else; kIsUnit: a word that is a unit behind one
  // (KeptRuns::kUnit); kUsed: since another wanted the place; kOpenNumber: phrases that begin with any number may go on behind it;
  // kOpenMany: and those of several words.
  static constexpr std::uint8_t kOwnItems = 1, kMayHang = 2, kLearnt = 4, kIsNumber = 8, kIsUnit = 16, kUsed = 32,
                                kOpenNumber = 64, kOpenMany = 128;
  static constexpr std::uint8_t kWantsSigns = 128;  // beside those of Between: phrases may go on with a sign
  Lexicon::Key key{};
  std::uint64_t enters = 0;  // what its first token may be for a phrase before it
  std::uint64_t open = 0;    // followers of all phrases that may go on behind it
  Symbol first = 0;          // of its first token
  Node open_node = 0;        // that such a phrase has come to
  std::uint32_t row = 0;     // of its item, as are node, sense, weight and value
  Node node = 0;
  Sense sense = Sense::kNone;
  std::uint8_t weight = 0;
  std::uint16_t value = 0;
  std::uint8_t items = 0;      // 0: what it becomes depends on its neighbours, or is not known yet
  std::uint8_t unsettled = 0;  // a bit for each item
  std::uint8_t tokens = 0;
  std::uint8_t traits = 0;
  std::uint8_t offers = 0, wants = 0;  // Between: to what stands before it, and of what stands behind
  std::uint16_t slot = 0;              // of its items, where it has its own
  std::uint32_t number = 0;            // of all that were ever kept; 0 for one that is new
};
static_assert(sizeof(KeptRun) == 64);

// What the items of one that has several, or a number, are: places in the run.
constexpr std::size_t kMostKeptItems = 3;
using KeptItems = std::array<Item, kMostKeptItems>;

// One run in five has its own; they lie one beside the other, so that few lines of the cache hold those of all. A slot stays with its
// place in the table of runs, whichever run has it.
class KeptItemSlots {
 public:
  KeptItems& make(KeptRun& run) {
    if (run.slot == 0) {
      run.slot = static_cast<std::uint16_t>(all_.size());
      all_.emplace_back();
    }
    return all_[run.slot];
  }
  const KeptItems& of(const KeptRun& run) const { return all_[run.slot]; }

 private:
  std::vector<KeptItems> all_ = std::vector<KeptItems>(1);
};

struct KeptRuns {
  static constexpr std::size_t kPlaces = 8192, kMostTokens = 3, kMostItems = 2, kLongest = 16;
  static constexpr std::size_t kUnit = kMostItems;  // where among the items of a word stands what it is behind a number
  using Tokens = std::array<Token, kMostTokens>;
  static constexpr std::size_t kBytes = kPlaces * (sizeof(KeptRun) + sizeof(Tokens));
  explicit KeptRuns(NearBlock& block) : runs(block.table<KeptRun>(kPlaces)), tokens(block.table<Tokens>(kPlaces)) {}
  std::span<KeptRun> runs;
  std::span<Tokens> tokens;  // places in the run
  KeptItemSlots items;
  std::vector<std::uint16_t> to_learn;  // places of runs that came again
  std::uint32_t count = 0;              // of all that were ever kept

  static std::size_t place_of(const Lexicon::Key& key) {
    constexpr int kShift = 64 - std::countr_zero(kPlaces);
    return (key[0] * 0x9E3779B97F4A7C15ull ^ key[1] * 0xD6E8FEB86659FD93ull) >> kShift;
  }
  // The place of a run that is not kept, or its neighbour: whichever is free, or by turns.
  std::size_t place_for(const Lexicon::Key& key) const {
    const std::size_t place = place_of(key);
    if (runs[place].tokens == 0) return place;
    return runs[place ^ 1].tokens == 0 || count % 2 != 0 ? place ^ 1 : place;
  }
  std::size_t place_of(const KeptRun& run) const { return static_cast<std::size_t>(&run - runs.data()); }
};

// Two runs and what stands between them, where the first does not stand alone: "trunk cable", "Type-B", "50/125", "MPO-12/APC".
struct KeptPairs {
  static constexpr std::size_t kPlaces = 4096;
  struct ToLearn {
    std::uint16_t place, first, second;  // of the pair and of its runs
  };
  static constexpr std::size_t kBytes = kPlaces * sizeof(KeptRun);
  explicit KeptPairs(NearBlock& block) : pairs(block.table<KeptRun>(kPlaces)) {}
  std::span<KeptRun> pairs;
  KeptItemSlots items;
  std::vector<ToLearn> to_learn;

  static Lexicon::Key key_of(const KeptRun& first, const Between& between, const KeptRun& second) {
    return {std::uint64_t{first.number} << 32 | second.number, between.bytes};
  }
  // Where the pair is, or may be: a new one takes a place that was not used since the last one wanted it.
  KeptRun& find(const Lexicon::Key& key) {
    const std::size_t place = KeptRuns::place_of(key) / (KeptRuns::kPlaces / kPlaces);
    const auto is_at = [&](std::size_t at) { return pairs[at].key[0] == key[0] && pairs[at].key[1] == key[1]; };
    return pairs[is_at(place) || (!is_at(place ^ 1) && (pairs[place].traits & KeptRun::kUsed) == 0) ? place : place ^ 1];
  }
};

}  // namespace ferrule::lexis
