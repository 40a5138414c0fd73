// Specifications by the thousand, indexed: which of them come nearest to a line, without judging every one.
//
// Shape:   entries are numbered from 0 as they were added, and their specifications must outlive what they point into.
//          Entries that cannot stand in (another kind or mode, too few fibres, another polarity, too short) are left out, unless
//          none is left. The order is by the weight of the fields that agree, a field that differs counting against it; of equals
//          the earlier entry. Which of them fits is then for fits() to say.
// Speed:   some microseconds for 10,000 entries (bench/lines.cpp).
// Errors:  none.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "spec/specification.h"

namespace ferrule::spec {

class Catalogue {
 public:
  void add(Specification entry);
  const Specification& operator[](std::uint32_t entry) const { return entries_[entry]; }
  std::size_t size() const { return entries_.size(); }

  std::vector<std::uint32_t> nearest(const Specification& wanted, std::size_t most) const;

  static constexpr std::size_t kRanked = 16;  // fields that the order looks at
  using Code = std::uint16_t;                 // of a field's value among all entries; 0: not stated
  using Row = std::array<Code, kRanked>;

 private:
  using Bits = std::vector<std::uint64_t>;  // one for each entry

  struct Values {  // of one field
    std::unordered_map<std::string, Code> codes;
    std::vector<double> numbers{0};        // by code
    std::vector<Bits> holders{1, Bits{}};  // by code, of fields that rule entries out
  };

  static void hold(Values& values, Code code, std::uint32_t entry);
  Row row_of(const Specification& wanted) const;
  std::vector<Code> standing_in(std::size_t rank, const Specification& wanted) const;
  Bits admissible(const Specification& wanted) const;

  std::vector<Specification> entries_;
  std::vector<Row> rows_;
  std::array<Values, kRanked> values_;
};

}  // namespace ferrule::spec
