// A product as one text describes it: for each field its value, the words it came from, the rule that read them and how sure it is.
//
// Units:  metres, dB, millimetres, counts; as numbers of the text, feet turned into metres with two decimals.
// Shape:  a field that the text does not settle has no value. Two values of equal weight are a contradiction, and the field stays empty.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "spec/field.h"
#include "spec/reading_rules.h"

namespace ferrule::spec {

struct Span {  // bytes of the text as given
  std::uint32_t begin = 0, end = 0;
};

struct Reading {
  std::string_view text;  // of a text field; lives as long as the lexicon, the text that was read, or the specification
  double number = 0;      // of a number; 0 or 1 of a truth
  Span span;
  Rule rule = Rule::kWord;
  std::uint32_t row = 0;  // of the lexicon, where the rule rests on one
};

struct Contradiction {
  Field field;
  std::string first, second;  // as written
  Span first_span, second_span;
};

std::string value_text(Field field, const Reading& reading);  // "MPO-12", "0.35", "yes"

class Specification {
 public:
  Specification() = default;
  Specification(Specification&&) = default;
  Specification& operator=(Specification&&) = default;

  bool has(Field field) const { return (stated_ >> static_cast<unsigned>(field) & 1) != 0; }
  const Reading& get(Field field) const { return readings_[static_cast<std::size_t>(field)]; }
  std::string_view text(Field field) const { return has(field) ? get(field).text : std::string_view(); }
  std::optional<double> number(Field field) const { return has(field) ? std::optional(get(field).number) : std::nullopt; }

  void set(Field field, const Reading& reading) {
    readings_[static_cast<std::size_t>(field)] = reading;
    stated_ |= std::uint64_t{1} << static_cast<unsigned>(field);
  }
  void drop(Field field) { stated_ &= ~(std::uint64_t{1} << static_cast<unsigned>(field)); }
  void clear() {
    if ((stated_ & kOwns) != 0) owned_.clear();
    stated_ = 0;
    contradictions.clear();
  }
  std::string_view own(std::string text) {  // for values that no table spells
    stated_ |= kOwns;
    return owned_.emplace_back(std::move(text));
  }

  std::vector<Contradiction> contradictions;

 private:
  // Beside the fields that are stated: owned_, which lies far behind, holds something.
  static constexpr std::uint64_t kOwns = std::uint64_t{1} << 63;
  static_assert(kFields < 63);
  std::uint64_t stated_ = 0;
  std::array<Reading, kFields> readings_{};
  std::deque<std::string> owned_;
};

}  // namespace ferrule::spec
