// What may stand where: one declaration per mapping of the language. The reader checks files against it and the published JSON
// Schema is written from it, so the two cannot differ.
#pragma once

#include <span>
#include <string_view>

namespace ferrule::lang {

enum class Takes : unsigned char {
  kText,   // any scalar
  kName,   // a name, no range
  kNames,  // a name or a range of names
  kEnd,    // where something is plugged, or nothing
  kWhole,  // a whole number
  kYesNo,
  kLength,
  kPlace,  // along an axis of the hall: a length, or one behind a '-'
  kLoss,
  kDate,
  kSpare,  // a count, or a percentage
  kShare,  // a percentage
  kDiameter,
  kWeight,   // for a length
  kWord,     // one of some words
  kSpan,     // "4" or "1-4"
  kMapping,  // a mapping with known keys
  kNamed,    // a mapping whose keys are names
  kList,
  kEither,  // alternatives that differ in kind: a scalar, a list, a mapping
  kByKind,  // a mapping whose key `kind` says which
};

struct Mapping;

struct Shape {
  Takes takes = Takes::kText;
  int least = 0, most = 1'000'000;  // kWhole: the number; kList: its items; kLength: millimetres, 1 where zero is none
  std::span<const std::string_view> words = {};  // kWord
  const Mapping* mapping = nullptr;              // kMapping
  const Shape* item = nullptr;                   // kList, kNamed
  std::span<const Shape* const> either = {};     // kEither
  std::span<const Mapping* const> kinds = {};    // kByKind
  bool may_be_empty = false;                     // `cables:` with nothing behind it
  bool ranges = true;                            // kNamed: keys may be ranges
};

struct Key {
  std::string_view name;  // "part"; "b#" stands for b1, b2, ...
  const Shape* shape = nullptr;
  bool required = false;
  std::string_view help = {};
  std::string_view refused_because = {};  // a key that people try and that means something else here
};

struct Mapping {
  std::string_view name;  // "cable": its name in the schema
  std::span<const Key> keys;
  std::span<const Key> more = {};  // keys shared with other mappings
  const Key* find(std::string_view key) const;
};

// Does "b12" fit the pattern "b#"?
bool fits_key(std::string_view pattern, std::string_view key);

}  // namespace ferrule::lang
