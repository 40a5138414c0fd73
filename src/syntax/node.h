// YAML as a tree with the place of every part. Values are text: what a scalar means is decided by who reads it, never guessed.
//
// Shape: a mapping keeps its pairs in written order; keys are unique (the reader refuses duplicates).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diag/source.h"

namespace ferrule::syntax {

struct Pair;

struct Node {
  enum class Kind { kEmpty, kScalar, kSequence, kMapping };
  Kind kind = Kind::kEmpty;
  bool quoted = false;      // the scalar stood in quotes or in a block
  diag::Place place;        // of the scalar's text; of the opening for sequences and mappings
  std::string text;         // scalars only
  std::vector<Node> items;  // sequences only
  std::vector<Pair> pairs;  // mappings only

  bool is_scalar() const { return kind == Kind::kScalar; }
  bool is_sequence() const { return kind == Kind::kSequence; }
  bool is_mapping() const { return kind == Kind::kMapping; }
  const Pair* find(std::string_view key) const;  // null when absent or not a mapping
};

struct Pair {
  std::string key;
  diag::Place key_place;
  Node value;
};

}  // namespace ferrule::syntax
