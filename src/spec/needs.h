// What a complete specification of a kind of product states, and what one leaves open.
//
// Classes: S: a wrong value gives no light, damage or an illegal installation; P: loss and reach; C: commercial.
// Source:  data/specification_needs.csv.
// Errors:  D109 bad-need is a finding at the row, which is left out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diag/finding.h"
#include "facts/facts.h"
#include "spec/specification.h"

namespace ferrule::spec {

enum class NeedClass : std::uint8_t { kSafety, kPerformance, kCommercial };
char letter(NeedClass need);  // S, P, C

struct Need {
  std::string name, question, source;
  std::vector<std::string> kinds;  // empty: all
  std::string only;                // "multi_a": asked only where end A is multi-fibre
  std::vector<Field> fields;       // any of them settles it
  NeedClass need_class = NeedClass::kSafety;
};

class Needs {
 public:
  static Needs load(const facts::Facts& facts, diag::Findings& findings);

  // Open needs of this product, safety-critical first, in the order of the table.
  std::vector<const Need*> open(const Specification& specification) const;
  bool applies(const Need& need, const Specification& specification) const;
  const std::vector<Need>& all() const { return needs_; }
  const Need* need_of(Field field) const;  // the first that the field settles

 private:
  std::vector<Need> needs_;
};

// A multi-fibre connector: MPO, MMC, SN-MT, URM with more than two fibres.
bool is_multi_fibre(std::string_view connector);

}  // namespace ferrule::spec
