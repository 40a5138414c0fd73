// Breakouts (one head, many legs) and conversions (many to many): their wiring is a row of data/breakouts.csv or
// data/conversions.csv, or a listed map. A short name ("port", "P1") means the one row that fits the connectors.
#include <fmt/format.h>

#include "base/text.h"
#include "lang/part_kinds.h"
#include "lang/values.h"

namespace ferrule::lang {
namespace {

struct Wiring {
  const std::vector<facts::ListedMap>& table;
  const facts::ListedMap* exact;
  std::string_view word;
  std::string_view table_name;
};

bool arrangements_fit(const PartText& where, const facts::ListedMap& map, const Block& a, const Block& b) {
  const facts::Facts& facts = where.reader.facts;
  return same_arrangement(facts, map.a_connector, a.face.face) && same_arrangement(facts, map.b_connector, b.face.face);
}

std::string names(const std::vector<const facts::ListedMap*>& maps) {
  std::vector<std::string> out;
  out.reserve(maps.size());
  for (const facts::ListedMap* map : maps) out.push_back(map->name);
  return joined(out, ", ");
}

std::string ends_of(const facts::ListedMap& map) {
  return fmt::format("{} x {} to {} x {}", map.a_count, map.a_connector, map.b_count, map.b_connector);
}

// The one row that is meant. A count that nobody stated is the row's.
const facts::ListedMap* choose(const PartText& where, const Wiring& wiring, const Block& a, const Block& b) {
  const diag::Place place = place_of(where.node, "wiring");
  const std::vector<const facts::ListedMap*> named = listed_maps_named(wiring.table, wiring.exact, wiring.word);
  if (named.empty()) {
    auto builder = where.reader.say(kUnknownFact, place, fmt::format("there is no wiring {}", in_quotes(wiring.word)));
    suggest(builder, wiring.word, where.reader.facts.names_of(wiring.table_name));
    builder.help("known: " + joined(where.reader.facts.names_of(wiring.table_name), ", "));
    return nullptr;
  }
  std::vector<const facts::ListedMap*> fitting;
  for (const facts::ListedMap* map : named)
    if (arrangements_fit(where, *map, a, b) && (!a.counted || a.count == map->a_count) && (!b.counted || b.count == map->b_count))
      fitting.push_back(map);
  if (fitting.size() == 1) return fitting.front();
  if (fitting.size() > 1) {
    where.reader.say(kUnknownFact, place, fmt::format("{} may mean {}", in_quotes(wiring.word), names(fitting)))
        .help("write the full name, and the count of the legs");
    return nullptr;
  }
  auto builder =
      where.reader.say(kFaceMismatch, place, fmt::format("the connectors do not fit wiring {}", in_quotes(wiring.word)));
  for (const facts::ListedMap* map : named) builder.note(fmt::format("{} is {}", map->name, ends_of(*map)));
  return nullptr;
}

bool lay_faces(const PartText& where, Part& part, const Block& a, const Block& b) {
  add_faces(part.type, a, "a", true);
  add_faces(part.type, b, "b", true);
  part.a = static_cast<std::uint16_t>(a.count);
  part.b = static_cast<std::uint16_t>(b.count);
  return fibres_agree(where, part, std::min(a.count * a.face.face.count(), b.count * b.face.face.count()));
}

bool lay_wiring(const PartText& where, Part& part, Block a, Block b, const Wiring& wiring) {
  part.type.claims = wiring.word;
  const facts::ListedMap* map = nullptr;
  if (!wiring.word.empty()) {
    map = choose(where, wiring, a, b);
    if (map == nullptr) return false;
    a.count = map->a_count;
    b.count = map->b_count;
  }
  if (!lay_faces(where, part, a, b)) return false;
  bool listed = false;
  if (!lay_listed_map(where, part, listed)) return false;
  if (listed) return true;
  part.type.lay_out_map();
  if (map == nullptr) {
    leave_unknown(part, fmt::format("nobody stated the wiring of {}: write `wiring:` from its data sheet ({}), or list the map",
                                    part.type.name, joined(where.reader.facts.names_of(wiring.table_name), ", ")));
    return true;
  }
  if (!lay_listed_fact(where.reader, part, *map, 0, part.a, false, place_of(where.node, "wiring"))) return false;
  cite(part, "wiring " + map->name, *map);
  return true;
}

// `head` and `a` are one; `leg` and `b` are one.
const syntax::Node* end_of(const PartText& where, std::string_view key, std::string_view other) {
  const syntax::Node* one = value(where.node, key);
  const syntax::Node* two = value(where.node, other);
  if (one != nullptr && two != nullptr) {
    where.reader.say(kWrongValue, two->place, fmt::format("`{}` and `{}` are the same end", key, other));
    return nullptr;
  }
  if (one == nullptr && two == nullptr)
    where.reader.say(kMissingKey, where.node.place, fmt::format("`{}` is missing", key))
        .help("a breakout has a `head` and a `leg` with its count");
  return one != nullptr ? one : two;
}

}  // namespace

bool read_breakout(const PartText& where, Part& part) {
  const syntax::Node* head = end_of(where, "head", "a");
  const syntax::Node* leg = head != nullptr ? end_of(where, "leg", "b") : nullptr;
  if (leg == nullptr) return false;
  const std::optional<Block> a = read_block(where.reader, *head);
  const std::optional<Block> b = a ? read_block(where.reader, *leg) : std::nullopt;
  if (!b) return false;
  if (a->count != 1) {
    where.reader.say(kFaceMismatch, a->place, "a breakout has one head").help("many to many is a conversion");
    return false;
  }
  const std::string_view word = text(where.node, "wiring");
  return lay_wiring(where, part, *a, *b, {where.reader.facts.breakouts(), where.reader.facts.breakout(word), word, "breakouts"});
}

bool read_conversion(const PartText& where, Part& part) {
  const std::optional<Block> a = read_block(where.reader, *value(where.node, "a"));
  const std::optional<Block> b = a ? read_block(where.reader, *value(where.node, "b")) : std::nullopt;
  if (!b) return false;
  const std::string_view word = text(where.node, "wiring");
  return lay_wiring(where, part, *a, *b,
                    {where.reader.facts.conversions(), where.reader.facts.conversion(word), word, "conversions"});
}

}  // namespace ferrule::lang
