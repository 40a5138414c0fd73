// A line while it is being understood: its items, the connectors it names, and the specification that grows.
#pragma once

#include <array>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "lexis/items.h"
#include "spec/kinds.h"
#include "spec/specification.h"

namespace ferrule::spec {

using lexis::Item;
using lexis::kArrowGap;
using lexis::kBlankGap;
using lexis::kCloseGap;
using lexis::kCommaGap;
using lexis::kDotGap;
using lexis::kHyphenGap;
using lexis::kLessGap;
using lexis::kLineGap;
using lexis::kOpenGap;
using lexis::kOtherGap;
using lexis::kPlusGap;
using lexis::kSlashGap;
using lexis::kStopGap;
using lexis::kTildeGap;
using lexis::kTimesGap;
using lexis::Sense;

constexpr std::uint32_t kNoItem = ~std::uint32_t{0};

// A connector as the text names it, with what stands beside it. Indices are of items.
struct Mention {
  std::uint32_t first = 0, head = 0, last = 0;
  std::uint32_t size = kNoItem, times = kNoItem, style = kNoItem, polish = kNoItem, gender = kNoItem, ports = kNoItem;
  std::uint32_t other_gender = kNoItem;  // of the far end: "MPO F/M"
  bool multi = false, size_is_list = false;
  bool pinned = false, other_pinned = false;
};

// The items of one sense, in order: what the steps ask for, without looking at the others.
class OfSense {
 public:
  class Iterator {
   public:
    Iterator(const std::uint32_t* next, std::uint32_t at) : next_(next), at_(at) {}
    std::size_t operator*() const { return at_; }
    Iterator& operator++() {
      at_ = next_[at_];
      return *this;
    }
    bool operator!=(const Iterator& other) const { return at_ != other.at_; }

   private:
    const std::uint32_t* next_;
    std::uint32_t at_;
  };
  OfSense(const std::uint32_t* next, std::uint32_t first) : next_(next), first_(first) {}
  Iterator begin() const { return {next_, first_}; }
  Iterator end() const { return {next_, kNoItem}; }

 private:
  const std::uint32_t* next_;
  std::uint32_t first_;
};

// The two ends of a cord, cassette or harness, as mentions; kNoItem where there is none.
struct Ends {
  std::uint32_t a = kNoItem, b = kNoItem;
  bool pair = false;     // written as a pair: "MPO to LC"
  bool unclear = false;  // a chain of three: LC/LC-SC
};

class Line {
 public:
  // `kinds`: what each value of the lexicon names, as kinds_of_values says.
  Line(lexis::ItemReader reader, std::span<const Kind> kinds) : reader_(std::move(reader)), kinds_(kinds) {
    first_.fill(kNoItem);
  }
  void begin(std::string_view source, Specification& out);

  std::span<Item> items;  // without the end
  std::vector<Mention> mentions;
  Ends ends;
  Kind kind = kNoKind;                     // once decided
  Span code;                               // a part number written of parts that are words themselves; empty: none
  std::uint64_t senses = 0, repeated = 0;  // which senses occur, and which more than once
  bool chained = false;                    // a hyphen joins two items, and nothing parts the second from a third
  std::string_view source;
  Specification* out = nullptr;

  bool kind_is(Kind any_of) const { return (kind & any_of) != 0; }
  Kind kind_of(const Item& item) const { return kinds_[item.value]; }  // that the word names
  bool has(Sense sense) const { return (senses & lexis::set_of(sense)) != 0; }
  // Whether none of these senses occurs twice and nothing stands aside: a sense that occurs is then what its first item says.
  bool each_once(std::uint64_t some) const { return (repeated & some) == 0 && asides_.empty(); }
  const Item& first(Sense sense) const { return items[first_[static_cast<std::size_t>(sense)]]; }  // of a sense that occurs
  OfSense each(Sense sense) const { return {next_.data(), first_[static_cast<std::size_t>(sense)]}; }
  void index_senses();
  std::span<const std::uint32_t> unsettled() const { return reader_.unsettled(); }   // items of several meanings
  std::uint16_t gap_behind(std::size_t i) const { return items.data()[i + 1].gap; }  // the end has a gap too
  // "a | b | c": whether the items are all that stands between two bars, or in front of the first.
  bool fill_a_cell(std::size_t first, std::size_t last) const {
    constexpr std::uint16_t kBar = kStopGap | kBlankGap;
    return (first == 0 || (items[first].gap & kBar) == kBar) && (gap_behind(last) & kBar) == kBar;
  }
  std::span<const lexis::Meaning> meanings(const Item& item) const { return reader_.meanings(item); }
  const lexis::Lexicon::Sequence& sequence(const Item& item) const { return reader_.lexicon().sequence(item.node); }
  std::string_view value(const Item& item) const { return reader_.value(item); }
  std::string_view value(std::uint16_t id) const { return reader_.lexicon().value(id); }
  bool is_source() const { return reader_.plain().is_source(); }  // the plain text has no sign that is not printed
  std::string_view plain_text() const { return reader_.plain().text; }
  std::string_view plain(const Item& item) const { return reader_.words(item); }
  const lexis::LexiconRow& row(const Item& item) const { return reader_.lexicon().row(item.row); }
  Span span(const Item& item) const { return source_span(item.begin, item.end); }
  Span source_span(std::size_t begin, std::size_t end) const {  // of bytes of the plain text
    const auto from = static_cast<std::uint32_t>(begin), to = static_cast<std::uint32_t>(end);
    const lexis::PlainText& plain = reader_.plain();
    return plain.is_source() ? Span{from, to} : Span{plain.from(from), plain.to(to)};
  }
  std::string_view written(const Item& item) const {
    const Span s = span(item);
    return source.substr(s.begin, s.end - s.begin);
  }
  // True for items that tell what the thing is used with, not what it is: "for QSFP28", "compatible with Cisco".
  bool aside(std::size_t i) const { return !asides_.empty() && asides_[i]; }
  void set_aside(std::size_t from, std::size_t to);

  void say(Field field, const Item& item, Rule rule) { say(field, value(item), item, rule); }
  void say(Field field, std::string_view text, const Item& item, Rule rule) {
    out->set(field, {text, 0, span(item), rule, item.row});
  }
  void say_kind(Kind what, const Item& item, Rule rule) {
    kind = what;
    if (what == kNoKind) return;  // "unspecified item"
    say(Field::kKind, name_of(what), item, rule);
  }
  void say(Field field, double number, const Item& item, Rule rule) { out->set(field, {{}, number, span(item), rule, item.row}); }
  void contradict(Field field, const Item& first, const Item& second);

 private:
  lexis::ItemReader reader_;
  std::span<const Kind> kinds_;  // by value of the lexicon
  std::array<std::uint32_t, 64> first_{};
  std::vector<std::uint32_t> next_;
  std::vector<bool> asides_;
};

std::vector<Kind> kinds_of_values(const lexis::Lexicon& lexicon);

// The steps, in their order. Each says what it settled in line.out.
void tell_homonyms_apart(Line& line);  // homonyms.cpp
void index_senses(Line& line);         // read_line.cpp: from here on each() and has() tell what there is
void find_asides(Line& line);          // asides.cpp
void find_codes(Line& line);           // codes.cpp
void read_euroclass(Line& line);       // euroclass.cpp
void find_mentions(Line& line);        // mentions.cpp
// "LC-duplex" -> LC, duplex; "MPO" -> MPO, nothing.
std::pair<std::string_view, std::string_view> parted_style(std::string_view connector);
// "..., fan-out 1 m, ...": a noun that only says how long the legs are.
bool leg_noun(const Line& line, std::size_t i);
void read_single_fields(Line& line);  // single_fields.cpp
void read_quantities(Line& line);     // quantities.cpp
void decide_kind(Line& line);         // kind.cpp
void read_ends(Line& line);           // ends.cpp
void read_names(Line& line);          // names.cpp: brand, maker, part number

}  // namespace ferrule::spec
