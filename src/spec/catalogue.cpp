#include "spec/catalogue.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace ferrule::spec {
namespace {

struct Ranked {
  Field field;
  int agrees, differs;  // weights
};
// Weights: what decides safety before what decides loss before what is commercial, as fits() orders them.
constexpr std::array<Ranked, Catalogue::kRanked> kRankedFields{{
    {Field::kKind, 40, 40},
    {Field::kMode, 20, 60},
    {Field::kFibreCount, 40, 10},
    {Field::kPolarity, 30, 60},
    {Field::kLength, 30, 10},
    {Field::kAType, 40, 60},
    {Field::kBType, 40, 60},
    {Field::kAGender, 20, 40},
    {Field::kBGender, 20, 40},
    {Field::kAPolish, 20, 40},
    {Field::kBPolish, 20, 40},
    {Field::kFibreType, 20, 20},
    {Field::kJacket, 15, 20},
    {Field::kEuroclass, 15, 20},
    {Field::kMaxIl, 10, 10},
    {Field::kBrandTerm, 5, 5},
}};
// Where a stated difference makes an entry useless, whatever else it says: the first ones, and the length.
constexpr std::size_t kRulingOut = 4, kLengthRank = 4;
constexpr std::size_t kFirstOfEnds = 5, kLastOfEnds = 10;  // A and B in turn
constexpr bool of_end_b(std::size_t rank) {
  return rank >= kFirstOfEnds && rank <= kLastOfEnds && (rank - kFirstOfEnds) % 2 == 1;
}

// Both ends share their codes, so that a cable may be compared the other way round.
constexpr std::size_t table_of(std::size_t rank) { return of_end_b(rank) ? rank - 1 : rank; }

constexpr Catalogue::Code kNoSuchValue = 0xFFFF, kBeyondCount = 0xFFFE;

bool cable(std::string_view kind) { return kind == "trunk" || kind == "patch_cord"; }
// Kinds that say too little to rule anything out.
bool loose(std::string_view kind) { return kind == "other" || kind == "not_fibre" || kind == "tool"; }

// The lane sums of one entry. Branch-free, so that it becomes a few vector instructions.
int closeness(const Catalogue::Row& wanted, const Catalogue::Row& entry) {
  int sum = 0;
  for (std::size_t i = 0; i < Catalogue::kRanked; ++i) {
    const int agree = wanted[i] == entry[i] ? kRankedFields[i].agrees : -kRankedFields[i].differs;
    sum += wanted[i] != 0 && entry[i] != 0 ? agree : 0;
  }
  return sum;
}

Catalogue::Row turned(Catalogue::Row row) {
  for (std::size_t rank = kFirstOfEnds; rank < kLastOfEnds; rank += 2) std::swap(row[rank], row[rank + 1]);
  return row;
}

struct Candidate {
  int closeness;
  std::uint32_t entry;
  friend bool operator<(const Candidate& a, const Candidate& b) {
    return a.closeness != b.closeness ? a.closeness > b.closeness : a.entry < b.entry;
  }
};

// The best few, kept in a heap whose top is the worst of them.
class Best {
 public:
  explicit Best(std::size_t most) : most_(most) { heap_.reserve(most + 1); }
  void offer(const Candidate& candidate) {
    if (heap_.size() == most_) {
      if (most_ == 0 || !(candidate < heap_.front())) return;
      std::pop_heap(heap_.begin(), heap_.end());
      heap_.pop_back();
    }
    heap_.push_back(candidate);
    std::push_heap(heap_.begin(), heap_.end());
  }
  bool empty() const { return heap_.empty(); }
  std::vector<std::uint32_t> take() {
    std::sort_heap(heap_.begin(), heap_.end());
    std::vector<std::uint32_t> out;
    for (const Candidate& candidate : heap_) out.push_back(candidate.entry);
    return out;
  }

 private:
  std::size_t most_;
  std::vector<Candidate> heap_;
};

}  // namespace

void Catalogue::add(Specification entry) {
  const auto number = static_cast<std::uint32_t>(entries_.size());
  Row row{};
  for (std::size_t rank = 0; rank < kRanked; ++rank) {
    const Field field = kRankedFields[rank].field;
    Values& values = values_[table_of(rank)];
    if (entry.has(field)) {
      const auto [known, fresh] =
          values.codes.try_emplace(value_text(field, entry.get(field)), static_cast<Code>(values.numbers.size()));
      if (fresh && values.numbers.size() >= kBeyondCount) {
        values.codes.erase(known);
        row[rank] = kBeyondCount;
      } else {
        row[rank] = known->second;
        if (fresh) values.numbers.push_back(entry.get(field).number);
      }
    }
    if (rank < kRulingOut) hold(values, row[rank], number);
  }
  rows_.push_back(row);
  entries_.push_back(std::move(entry));
}

void Catalogue::hold(Values& values, Code code, std::uint32_t entry) {
  if (values.holders.size() <= code) values.holders.resize(code + std::size_t{1});
  Bits& bits = values.holders[code];
  if (bits.size() <= entry / 64) bits.resize(entry / 64 + 1);
  bits[entry / 64] |= std::uint64_t{1} << entry % 64;
}

Catalogue::Row Catalogue::row_of(const Specification& wanted) const {
  Row row{};
  for (std::size_t rank = 0; rank < kRanked; ++rank) {
    const Field field = kRankedFields[rank].field;
    if (!wanted.has(field)) continue;
    const auto& codes = values_[table_of(rank)].codes;
    const auto known = codes.find(value_text(field, wanted.get(field)));
    row[rank] = known == codes.end() ? kNoSuchValue : known->second;
  }
  return row;
}

// Codes of this field whose holders may stand in for what is wanted. Code 0, not stated, always may.
std::vector<Catalogue::Code> Catalogue::standing_in(std::size_t rank, const Specification& wanted) const {
  const Field field = kRankedFields[rank].field;
  std::vector<Code> out{0};
  for (const auto& [value, code] : values_[rank].codes) {
    bool stands_in = value == value_text(field, wanted.get(field));
    if (field == Field::kFibreCount) stands_in = values_[rank].numbers[code] >= wanted.get(field).number;
    if (field == Field::kKind) {
      const std::string_view kind = wanted.text(field);
      stands_in = stands_in || loose(kind) || loose(value) || (cable(kind) && cable(value));
    }
    if (stands_in) out.push_back(code);
  }
  return out;
}

Catalogue::Bits Catalogue::admissible(const Specification& wanted) const {
  Bits out((entries_.size() + 63) / 64, ~std::uint64_t{0});
  if (entries_.size() % 64 != 0) out.back() = (std::uint64_t{1} << entries_.size() % 64) - 1;
  for (std::size_t rank = 0; rank < kRulingOut; ++rank) {
    if (!wanted.has(kRankedFields[rank].field)) continue;
    Bits some(out.size());
    for (const Code code : standing_in(rank, wanted)) {
      if (code >= values_[rank].holders.size()) continue;
      const Bits& holders = values_[rank].holders[code];
      for (std::size_t i = 0; i < holders.size(); ++i) some[i] |= holders[i];
    }
    for (std::size_t i = 0; i < out.size(); ++i) out[i] &= some[i];
  }
  return out;
}

std::vector<std::uint32_t> Catalogue::nearest(const Specification& wanted, std::size_t most) const {
  const Row straight = row_of(wanted), other = turned(straight);
  // What rounding between feet and metres makes, as fits() has it.
  const double shortest = wanted.has(Field::kLength) ? wanted.get(Field::kLength).number * 0.99 - 0.02 : 0;
  const std::vector<double>& lengths = values_[kLengthRank].numbers;
  Best best(most);
  const auto look_at = [&](std::uint32_t entry) {
    best.offer({std::max(closeness(straight, rows_[entry]), closeness(other, rows_[entry])), entry});
  };
  const Bits bits = admissible(wanted);
  for (std::size_t word = 0; word < bits.size(); ++word)
    for (std::uint64_t rest = bits[word]; rest != 0; rest &= rest - 1) {
      const auto entry = static_cast<std::uint32_t>(word * 64 + static_cast<std::size_t>(std::countr_zero(rest)));
      const Code length = rows_[entry][kLengthRank];
      if (length == 0 || length >= lengths.size() || lengths[length] >= shortest) look_at(entry);
    }
  if (best.empty())
    for (std::uint32_t entry = 0; entry < entries_.size(); ++entry) look_at(entry);
  return best.take();
}

}  // namespace ferrule::spec
