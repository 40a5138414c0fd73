#include "lang/check_shape.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"
#include "lang/ranges.h"
#include "lang/values.h"

namespace ferrule::lang {
namespace {

using syntax::Node;

// Which alternative of kEither a node means: each takes another kind of node.
Node::Kind node_kind(const Shape& shape) {
  switch (shape.takes) {
    case Takes::kMapping:
    case Takes::kNamed:
    case Takes::kByKind: return Node::Kind::kMapping;
    case Takes::kList: return Node::Kind::kSequence;
    case Takes::kEither: return Node::Kind::kEmpty;
    default: return Node::Kind::kScalar;
  }
}

const Shape* alternative(const Shape& shape, Node::Kind kind) {
  for (const Shape* one : shape.either)
    if (node_kind(*one) == kind) return one;
  return nullptr;
}

std::vector<std::string> known_keys(const Mapping& mapping) {
  std::vector<std::string> out;
  for (std::span<const Key> keys : {mapping.keys, mapping.more})
    for (const Key& key : keys)
      if (key.refused_because.empty())
        out.emplace_back(key.name.ends_with('#') ? std::string(key.name.substr(0, key.name.size() - 1)) + "1" : key.name);
  return out;
}

void unknown_key(Reader& reader, std::string_view word, diag::Place place, const Mapping& mapping) {
  auto builder = reader.say(kUnknownKey, place, fmt::format("unknown key {}", in_quotes(word)));
  if (!reader.may_advise()) return;
  const std::vector<std::string> known = known_keys(mapping);
  if (nearest(word, known))
    suggest(builder, word, known);
  else
    builder.help("known here: " + joined(known, ", "));
}

// What an author most likely meant.
void advise(diag::Findings::Builder& builder, const Shape& shape, std::string_view what, std::string_view got) {
  const bool block = shape.takes == Takes::kMapping || shape.takes == Takes::kNamed || shape.takes == Takes::kByKind ||
                     shape.takes == Takes::kList || shape.takes == Takes::kEither;
  if (block && got == "nothing") builder.help(fmt::format("indent what belongs to `{}` below it, by two more blanks", what));
  const std::string_view word = got.size() > 2 ? got.substr(1, got.size() - 2) : got;
  if (shape.takes == Takes::kYesNo && (word == "no" || word == "off" || word == "False" || word == "FALSE" || word == "No"))
    builder.help("write false");
  if (shape.takes == Takes::kYesNo && (word == "yes" || word == "on" || word == "True" || word == "TRUE" || word == "Yes"))
    builder.help("write true");
  const std::optional<Length> stated = parse_length(word), in_metres = parse_length(std::string(word) + " m");
  const std::optional<Length>& length = stated ? stated : in_metres;
  if (shape.takes == Takes::kLength && shape.least > 0 && length && length->millimetre == 0)
    builder.help("zero is no length: leave it out where nobody knows how long it is");
  else if ((shape.takes == Takes::kLength && in_metres) ||
           (shape.takes == Takes::kPlace && parse_place(std::string(word) + " m")))
    builder.help(fmt::format("if it is in metres, write {} m", word));
}

bool wrong(Reader& reader, diag::Place place, const Shape& shape, std::string_view what, std::string_view got) {
  const Code& code = shape.takes == Takes::kLength || shape.takes == Takes::kPlace ? kBadLength : kWrongValue;
  auto builder = reader.say(code, place, fmt::format("`{}` takes {}, not {}", what, takes(shape), got));
  advise(builder, shape, what, got);
  if (shape.takes == Takes::kWord && reader.may_advise())
    suggest(builder, got.substr(1, got.size() - 2), std::vector<std::string>(shape.words.begin(), shape.words.end()));
  return false;
}

bool names_fit(Reader& reader, std::string_view text, diag::Place place, bool ranges) {
  if (const std::optional<std::string> fault = name_fault(text, ranges)) {
    reader.say(kBadName, place, fmt::format("{} is not a name: {}", in_quotes(text), *fault));
    return false;
  }
  if (!ranges) return true;
  RangeFault why;
  if (parse_ranges(text, why)) return true;
  auto builder = reader.say(*why.code, place, std::move(why.message));
  if (!why.help.empty()) builder.help(std::move(why.help));
  return false;
}

bool end_fits(Reader& reader, std::string_view text, diag::Place place) {
  if (text.find('[') == std::string_view::npos && text.find(']') == std::string_view::npos) return true;
  RangeFault why;
  if (parse_ranges(text, why)) return true;
  auto builder = reader.say(*why.code, place, std::move(why.message));
  if (!why.help.empty()) builder.help(std::move(why.help));
  return false;
}

bool scalar_is(std::string_view text, const Shape& shape) {
  switch (shape.takes) {
    case Takes::kWhole: {
      const std::optional<int> number = parse_whole(text);
      return number && *number >= shape.least && *number <= shape.most;
    }
    case Takes::kYesNo: return text == "true" || text == "false";
    case Takes::kLength: {
      const std::optional<Length> length = parse_length(text);
      return length && length->millimetre >= shape.least;
    }
    case Takes::kPlace: return parse_place(text).has_value();
    case Takes::kLoss: return parse_loss(text).has_value();
    case Takes::kDate: return is_date(text);
    case Takes::kSpare: return parse_spares(text).has_value();
    case Takes::kShare: return parse_share(text).has_value();
    case Takes::kDiameter: return parse_diameter(text).has_value();
    case Takes::kWeight: return parse_weight(text).has_value();
    case Takes::kWord: return std::find(shape.words.begin(), shape.words.end(), text) != shape.words.end();
    case Takes::kSpan: return parse_span(text, 128).has_value();
    default: return !text.empty();
  }
}

std::string_view kind_of(const Node& node) {
  switch (node.kind) {
    case Node::Kind::kMapping: return "a mapping";
    case Node::Kind::kSequence: return "a list";
    case Node::Kind::kEmpty: return "nothing";
    case Node::Kind::kScalar: break;
  }
  return "a single value";
}

// The keys of one mapping. `below` also checks the values.
bool mapping_fits(Reader& reader, const Node& node, const Mapping& mapping, bool below) {
  bool good = true;
  for (const syntax::Pair& pair : node.pairs) {
    const Key* key = mapping.find(pair.key);
    if (key == nullptr) {
      unknown_key(reader, pair.key, pair.key_place, mapping);
    } else if (!key->refused_because.empty()) {
      reader.say(kUnknownKey, pair.key_place, fmt::format("`{}` does not belong here", pair.key))
          .help(std::string(key->refused_because));
    } else if (below) {
      good = fits(reader, pair.value, *key->shape, pair.key) && good;
    }
  }
  for (std::span<const Key> keys : {mapping.keys, mapping.more})
    for (const Key& key : keys) {
      if (!key.required || node.find(key.name) != nullptr) continue;
      reader.say(kMissingKey, node.place, fmt::format("`{}` is missing", key.name))
          .help(fmt::format("{}: {}", key.name, key.help));
      good = false;
    }
  return good;
}

bool named_fits(Reader& reader, const Node& node, const Shape& shape) {
  bool good = true;
  for (const syntax::Pair& pair : node.pairs) {
    good = names_fit(reader, pair.key, pair.key_place, shape.ranges) && good;
    good = fits(reader, pair.value, *shape.item, printable(shortened(pair.key, 60))) && good;
  }
  return good;
}

bool list_fits(Reader& reader, const Node& node, const Shape& shape, std::string_view what) {
  const auto size = static_cast<long>(node.items.size());
  bool good = size >= shape.least && size <= shape.most;
  if (!good) wrong(reader, node.place, shape, what, fmt::format("{} items", size));
  for (const Node& item : node.items) good = fits(reader, item, *shape.item, what) && good;
  return good;
}

bool by_kind_fits(Reader& reader, const Node& node, const Shape& shape) {
  const Node* kind = value(node, "kind");
  if (kind == nullptr || !kind->is_scalar()) {
    reader.say(kMissingKey, node.place, "`kind` is missing").help("kind says what the part is: " + takes(shape));
    return false;
  }
  if (const Mapping* mapping = mapping_of_kind(shape, kind->text)) return mapping_fits(reader, node, *mapping, true);
  std::vector<std::string> known;
  for (const Mapping* mapping : shape.kinds)
    for (std::string_view word : mapping->find("kind")->shape->words) known.emplace_back(word);
  auto builder = reader.say(kWrongValue, kind->place, fmt::format("there is no kind {}", in_quotes(kind->text)));
  if (nearest(kind->text, known))
    suggest(builder, kind->text, known);
  else
    builder.help("known kinds: " + joined(known, ", "));
  return false;
}

}  // namespace

const Mapping* mapping_of_kind(const Shape& shape, std::string_view kind) {
  for (const Mapping* mapping : shape.kinds) {
    const auto words = mapping->find("kind")->shape->words;
    if (std::find(words.begin(), words.end(), kind) != words.end()) return mapping;
  }
  return nullptr;
}

std::string takes(const Shape& shape) {
  std::vector<std::string> words;
  switch (shape.takes) {
    case Takes::kText: return "a text";
    case Takes::kName: return "a name";
    case Takes::kNames: return "a name or a range of names";
    case Takes::kEnd: return "an end (leaf1/Eth1)";
    case Takes::kWhole:
      return shape.least == shape.most ? fmt::format("the number {}", shape.least)
                                       : fmt::format("a whole number from {} to {}", shape.least,
                                                     with_thousands(static_cast<std::uint64_t>(shape.most)));
    case Takes::kYesNo: return "true or false";
    case Takes::kLength:
      return shape.least > 0 ? "a length with its unit, above zero (30 m, 98.4 ft)" : "a length with its unit (30 m, 98.4 ft)";
    case Takes::kPlace: return "a place with its unit (30 m, -0.6 m)";
    case Takes::kLoss: return "a loss with its unit (0.35 dB)";
    case Takes::kDate: return "a date (2027-03-01)";
    case Takes::kSpare: return "a count or a percentage up to 100 % (1, 2.5 %)";
    case Takes::kShare: return "a percentage from 1 % to 100 % (40 %)";
    case Takes::kDiameter: return "a diameter in mm, up to 1,000 (3.6 mm)";
    case Takes::kWeight: return "a weight for a length (9.5 g/m, 9.5 kg/km)";
    case Takes::kWord:
      words.assign(shape.words.begin(), shape.words.end());
      return words.size() == 1 ? in_quotes(words.front()) : "one of " + joined(words, ", ");
    case Takes::kSpan: return "a position or a span of positions (1-4)";
    case Takes::kMapping:
    case Takes::kNamed: return "a mapping";
    case Takes::kByKind:
      for (const Mapping* mapping : shape.kinds) words.emplace_back(mapping->name);
      return joined(words, ", ");
    case Takes::kList:
      if (shape.least == shape.most) return fmt::format("a list of {} items", shape.least);
      return shape.least > 0 ? fmt::format("a list of {} to {} items", shape.least, shape.most) : "a list";
    case Takes::kEither:
      for (const Shape* one : shape.either) words.push_back(one->takes == Takes::kByKind ? "a mapping" : takes(*one));
      return joined(words, " or ");
  }
  return "something else";
}

bool fits_text(Reader& reader, std::string_view text, diag::Place place, const Shape& shape, std::string_view what) {
  if (shape.takes == Takes::kName || shape.takes == Takes::kNames)
    return names_fit(reader, text, place, shape.takes == Takes::kNames);
  if (shape.takes == Takes::kEnd) return end_fits(reader, text, place);
  return scalar_is(text, shape) || wrong(reader, place, shape, what, text.empty() ? std::string("nothing") : in_quotes(text));
}

bool fits_kind(Reader& reader, const Node& node, const Shape& shape, std::string_view what) {
  if (node.kind == Node::Kind::kEmpty) return shape.may_be_empty || wrong(reader, node.place, shape, what, "nothing");
  const bool good = shape.takes == Takes::kEither ? alternative(shape, node.kind) != nullptr : node.kind == node_kind(shape);
  return good || wrong(reader, node.place, shape, what, kind_of(node));
}

bool fits_name(Reader& reader, std::string_view text, diag::Place place, bool ranges) {
  return names_fit(reader, text, place, ranges);
}

bool fits_keys(Reader& reader, const Node& node, const Mapping& mapping) { return mapping_fits(reader, node, mapping, false); }

bool fits(Reader& reader, const Node& node, const Shape& shape, std::string_view what) {
  if (node.kind == Node::Kind::kEmpty) return shape.may_be_empty || wrong(reader, node.place, shape, what, "nothing");
  if (shape.takes == Takes::kEither) {
    const Shape* one = alternative(shape, node.kind);
    return one != nullptr ? fits(reader, node, *one, what) : wrong(reader, node.place, shape, what, kind_of(node));
  }
  if (node.kind != node_kind(shape)) return wrong(reader, node.place, shape, what, kind_of(node));
  switch (shape.takes) {
    case Takes::kMapping: return mapping_fits(reader, node, *shape.mapping, true);
    case Takes::kNamed: return named_fits(reader, node, shape);
    case Takes::kByKind: return by_kind_fits(reader, node, shape);
    case Takes::kList: return list_fits(reader, node, shape, what);
    default: return fits_text(reader, node.text, node.place, shape, what);
  }
}

}  // namespace ferrule::lang
