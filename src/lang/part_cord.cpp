// Cords, trunks and extensions: plug i of end a goes to plug i of end b, by one type of map.
//
// Three families share the word polarity. One fibre: nothing to turn. Two: A-to-B or A-to-A between the bores of the receptacles
// that the cord enters. More: type A, B or C over the positions of the face, where B with two rows names two different products and
// the vendor has to be asked (data/sources.md#array-types).
#include <fmt/format.h>

#include "lang/part_kinds.h"
#include "lang/values.h"

namespace ferrule::lang {
namespace {

struct CordEnds {
  Block a, b;
};

std::optional<CordEnds> read_ends(const PartText& where) {
  const syntax::Node* both = value(where.node, "ends");
  const syntax::Node* a = value(where.node, "a");
  const syntax::Node* b = value(where.node, "b");
  if (both != nullptr && (a != nullptr || b != nullptr)) {
    where.reader.say(kWrongValue, both->place, "`ends` stands for both ends, but one is stated by itself")
        .help("write `a` and `b`, or `ends`");
    return std::nullopt;
  }
  if (both != nullptr) a = b = both;
  if (a == nullptr || b == nullptr) {
    where.reader.say(kMissingKey, where.node.place, fmt::format("`{}` is missing", a == nullptr ? "a" : "b"))
        .help("state the connectors as `a` and `b`, or as `ends` when both are alike");
    return std::nullopt;
  }
  std::optional<Block> first = read_block(where.reader, *a);
  std::optional<Block> second = first ? read_block(where.reader, *b) : std::nullopt;
  if (!second) return std::nullopt;
  return CordEnds{std::move(*first), std::move(*second)};
}

bool is_bare(const Block& end) { return end.face.face.connector == "bare"; }

// A bare end has the fibres of the other end, by number; a cable bare at both ends has as many as `fibres` says.
void arrange_bare_ends(const PartText& where, CordEnds& ends) {
  const auto arrange = [](Block& end, int rows, int columns, const spec::Positions& populated) {
    end.face.face.rows = rows;
    end.face.face.columns = columns;
    end.face.face.populated = populated;
  };
  if (is_bare(ends.a) && is_bare(ends.b)) {
    const int fibres = whole(where.node, "fibres").value_or(1);
    if (fibres > spec::kMostPositions) return;  // said by fibres_agree: several legs hold so many
    spec::Positions all;
    for (int i = 0; i < fibres; ++i) all.set(static_cast<std::size_t>(i));
    for (Block* end : {&ends.a, &ends.b}) arrange(*end, 1, fibres, all);
    return;
  }
  const spec::Face a = ends.a.face.face, b = ends.b.face.face;
  if (is_bare(ends.a)) arrange(ends.a, b.rows, b.columns, b.populated);
  if (is_bare(ends.b)) arrange(ends.b, a.rows, a.columns, a.populated);
}

bool settle_counts(const PartText& where, CordEnds& ends) {
  if (const std::optional<int> legs = whole(where.node, "legs")) {
    for (Block* block : {&ends.a, &ends.b}) {
      if (block->counted && block->count != *legs) {
        where.reader.say(kFaceMismatch, place_of(where.node, "legs"),
                         fmt::format("{} legs, but a count of {}", *legs, block->count));
        return false;
      }
      block->count = *legs;
    }
  }
  if (ends.a.count != ends.b.count && ends.a.counted != ends.b.counted) {  // one end says it for both
    (ends.a.counted ? ends.b : ends.a).count = ends.a.counted ? ends.a.count : ends.b.count;
  }
  if (ends.a.count == ends.b.count) return true;
  where.reader.say(kFaceMismatch, ends.b.place, fmt::format("{} plugs at end a, {} at end b", ends.a.count, ends.b.count))
      .help("a cable that divides its fibres is a breakout or a conversion");
  return false;
}

// The map over a face of this population: the row made for it, or the row of the full face.
const facts::Permutation* array_map_for(const facts::Facts& facts, std::string_view name, const spec::Face& face) {
  const auto same = [&](const facts::Permutation& map) {
    for (int i = 0; i < face.size(); ++i)
      if ((map.to[static_cast<std::size_t>(i)] >= 0) != face.populated[static_cast<std::size_t>(i)]) return false;
    return true;
  };
  const facts::Permutation* partial =
      facts.array_map(name, face.rows, face.columns, fmt::format("{}of{}", face.count(), face.size()));
  if (partial != nullptr && static_cast<int>(partial->to.size()) == face.size() && same(*partial)) return partial;
  return facts.array_map(name, face.rows, face.columns);
}

bool lay_pairs(const PartText& where, Part& part, const facts::Permutation& map) {
  for (std::uint16_t leg = 0; leg < part.a; ++leg)
    if (!lay_permutation(where.reader, part, leg, static_cast<std::uint16_t>(part.a + leg), map,
                         place_of(where.node, "polarity")))
      return false;
  return true;
}

bool unknown_polarity(const PartText& where, std::string_view word, std::vector<std::string> known, std::string help) {
  auto builder =
      where.reader.say(kUnknownFact, place_of(where.node, "polarity"), fmt::format("there is no polarity {}", in_quotes(word)));
  suggest(builder, word, known);
  builder.help(std::move(help));
  return false;
}

std::string products(const std::vector<const facts::Permutation*>& maps) {
  std::string out;
  for (const facts::Permutation* map : maps) out += (out.empty() ? "" : " or ") + map->name;
  return out;
}

bool lay_array(const PartText& where, Part& part, const spec::Face& face, std::string_view word) {
  const facts::Facts& facts = where.reader.facts;
  if (facts.array_maps(word, 1, 12).empty() && facts.array_maps(word, face.rows, face.columns).empty())
    return unknown_polarity(where, word, facts.names_of("array_maps"),
                            "array cables are of type A, B or C; two rows also B24-R, B24-P");
  std::string name(word);
  if (const std::string_view pinout = text(where.node, "pinout"); !pinout.empty()) {
    for (const facts::Permutation* map : facts.array_maps(word, face.rows, face.columns))
      if (map->name.ends_with("-" + std::string(pinout))) name = map->name;
  }
  if (const facts::Permutation* map = array_map_for(facts, name, face)) {
    if (!lay_pairs(where, part, *map)) return false;
    cite(part, fmt::format("Type {}, {} fibres", map->name, map->positions), *map);
    return true;
  }
  const std::vector<const facts::Permutation*> maps = facts.array_maps(name, face.rows, face.columns);
  if (maps.size() > 1)
    leave_unknown(part, fmt::format("Type {} over {} fibres is sold as two products, {}: ask the vendor for the pin-out, then "
                                    "write `pinout: R` or `pinout: P`",
                                    word, face.size(), products(maps)));
  else
    leave_unknown(part, fmt::format("no map is known for Type {} over {} positions: list it with `map:` and its source", word,
                                    shape_of(face)));
  return true;
}

bool lay_polarity(const PartText& where, Part& part) {
  const spec::Face& face = part.type.faces.front().face;
  const std::string_view word = text(where.node, "polarity");
  part.type.claims = word;
  const bool bulk = face.connector == "bare" && part.type.faces.back().face.connector == "bare";
  if (face.size() == 1 || bulk) {  // one fibre cannot be turned, and a cable without plugs has nothing but its numbers
    facts::Permutation straight;
    straight.rows = face.rows;
    straight.columns = face.columns;
    for (int i = 0; i < face.size(); ++i) straight.to.push_back(i);
    return lay_pairs(where, part, straight);
  }
  if (word.empty()) {
    leave_unknown(part, fmt::format("nobody stated the polarity of {}: write `polarity:` from its data sheet", part.type.name));
    return true;
  }
  if (face.size() > 2) return lay_array(where, part, face, word);
  const facts::Permutation* cord = where.reader.facts.duplex_cord(word);
  if (cord == nullptr)
    return unknown_polarity(where, word, where.reader.facts.names_of("duplex_cords"), "duplex cords are A-to-B or A-to-A");
  if (!lay_pairs(where, part, *cord)) return false;
  cite(part, cord->name + " duplex cord", *cord);
  return true;
}

}  // namespace

bool fibres_agree(const PartText& where, const Part&, int count) {
  const std::optional<int> stated = whole(where.node, "fibres");
  if (!stated || *stated == count) return true;
  where.reader
      .say(kFaceMismatch, place_of(where.node, "fibres"), fmt::format("{} fibres stated, the connectors hold {}", *stated, count))
      .help("state `count` or `legs`: 144 fibres are 12 legs of 12");
  return false;
}

bool read_cord(const PartText& where, Part& part) {
  std::optional<CordEnds> ends = read_ends(where);
  if (!ends || !settle_counts(where, *ends)) return false;
  arrange_bare_ends(where, *ends);
  const spec::Face& a = ends->a.face.face;
  const spec::Face& b = ends->b.face.face;
  if (a.rows != b.rows || a.columns != b.columns) {
    where.reader
        .say(kFaceMismatch, ends->b.place,
             fmt::format("end a is {} ({}), end b is {} ({})", a.connector, shape_of(a), b.connector, shape_of(b)))
        .help("a cable whose ends are arranged differently is of kind breakout or conversion");
    return false;
  }
  add_faces(part.type, ends->a, "a", true);
  add_faces(part.type, ends->b, "b", true);
  part.a = part.b = static_cast<std::uint16_t>(ends->a.count);
  if (!fibres_agree(where, part, a.count() * part.a)) return false;
  bool listed = false;
  if (!lay_listed_map(where, part, listed)) return false;
  if (listed) return true;
  part.type.lay_out_map();
  return lay_polarity(where, part);
}

}  // namespace ferrule::lang
