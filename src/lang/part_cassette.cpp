// Cassettes: array connectors behind, ports in front.
//
// The rear block describes the plug inside, behind the adapter that `adapter:` names; array fronts likewise. A duplex front is a
// receptacle: its positions are its bores. A transition is a row set of data/transitions.csv per rear connector; with several rear
// connectors the fronts are numbered through. A housing that is turned over keeps its bores (they go by the keyway) and is read
// from the other end: front n is what was front N+1-n. That makes the far cassette of Method B out of the near one.
#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"
#include "lang/part_kinds.h"
#include "lang/values.h"

namespace ferrule::lang {
namespace {

bool settle_adapters(const PartText& where, Block& rear, Block& front) {
  rear.face.receptacle = front.face.receptacle = true;
  rear.face.joint = plant::Joint::kUnstated;
  if (value(where.node, "adapter") != nullptr) {
    const std::optional<plant::Joint> joint = read_adapter(where.reader, where.node, "adapter");
    if (!joint) return false;
    rear.face.joint = *joint;
  }
  const bool array_front = front.face.face.size() > 2;
  front.face.joint = array_front ? plant::Joint::kUnstated : plant::Joint::kSeat;
  if (value(where.node, "front_adapter") == nullptr) return true;
  if (!array_front) {
    where.reader
        .say(kFaceMismatch, place_of(where.node, "front_adapter"),
             fmt::format("{} fronts are receptacles and have no adapter type", front.face.face.connector))
        .help("leave `front_adapter` out");
    return false;
  }
  const std::optional<plant::Joint> joint = read_adapter(where.reader, where.node, "front_adapter");
  if (!joint) return false;
  front.face.joint = *joint;
  return true;
}

// The name under which transitions list a face: MPO-8 for a 12-hole face with eight fibres, whatever the author called it.
std::string listed_connector(const facts::Facts& facts, const spec::Face& face) {
  const facts::Connector* named = facts.connector(face.connector);
  for (const facts::Connector& known : facts.connectors()) {
    if (!known.modelled() || named == nullptr || known.family != named->family || known.rows != face.rows ||
        known.columns != face.columns)
      continue;
    spec::Positions populated;
    for (int position : known.populated) populated.set(static_cast<std::size_t>(position));
    if (populated == face.populated) return known.name;
  }
  return face.connector;
}

std::string transitions_on(const facts::Facts& facts, std::string_view connector) {
  std::vector<std::string> out;
  for (const facts::Transition& one : facts.transitions())
    if (one.connector == connector) out.push_back(one.name);
  return joined(out, ", ");
}

std::uint16_t front_face(const Part& part, int number, bool turned) {
  return static_cast<std::uint16_t>(part.a + (turned ? part.b - 1 - number : number));
}

bool lay_transition(const PartText& where, Part& part, const facts::Transition& transition, bool turned) {
  const diag::Place place = place_of(where.node, "transition");
  const int ports = static_cast<int>(transition.ports.size());
  if (ports * part.a != part.b) {
    where.reader.say(kFaceMismatch, place,
                     fmt::format("transition {} on {} rear connectors of {} makes {} ports, the front has {}", transition.name,
                                 part.a, transition.connector, ports * part.a, part.b));
    return false;
  }
  for (int front = 0; front < part.b; ++front) {
    const facts::TransitionPort& port = transition.ports[static_cast<std::size_t>(front % ports)];
    const auto rear = static_cast<std::uint16_t>(front / ports);
    const std::uint16_t face = front_face(part, front, turned);
    if (part.type.connect({rear, static_cast<std::uint8_t>(port.left)}, {face, 0}) &&
        part.type.connect({rear, static_cast<std::uint8_t>(port.right)}, {face, 1}))
      continue;
    where.reader.say(kFaceMismatch, place,
                     fmt::format("transition {} uses positions that the rear connector does not hold", transition.name));
    return false;
  }
  facts::Row row = transition;
  row.confidence = std::min(row.confidence, transition.pairing);
  cite(part, fmt::format("transition {} on {}", transition.name, transition.connector), row);
  part.type.sides_uncertain = transition.sides == Confidence::kLow;
  return true;
}

bool lay_duplex(const PartText& where, Part& part, bool turned) {
  const facts::Facts& facts = where.reader.facts;
  const std::string_view word = text(where.node, "transition");
  if (part.type.faces[part.a].face.size() == 1) {
    leave_unknown(part, "transitions name the two bores of duplex ports: list the map of one-fibre fronts with `map:`");
    return true;
  }
  const std::string connector = listed_connector(facts, part.type.faces.front().face);
  if (const facts::Transition* transition = facts.transition(word, connector))
    return lay_transition(where, part, *transition, turned);
  const auto known = [&](const facts::Transition& one) {
    const auto same = [&](std::string_view name) { return same_folded(name, word); };
    return same(one.name) || std::any_of(one.aliases.begin(), one.aliases.end(), same);
  };
  if (std::any_of(facts.transitions().begin(), facts.transitions().end(), known)) {
    const std::string others = transitions_on(facts, connector);
    leave_unknown(
        part, fmt::format("transition {} is not known for {}{}: take the map from the data sheet and list it with `map:`", word,
                          connector, others.empty() ? std::string() : " (known: " + others + ")"));
    return true;
  }
  auto builder = where.reader.say(kUnknownFact, place_of(where.node, "transition"),
                                  fmt::format("there is no transition {}", in_quotes(word)));
  const std::vector<std::string> names = facts.names_of("transitions");
  suggest(builder, word, names);
  builder.help("known: " + joined(names, ", "));
  return false;
}

// Array fronts: a conversion between the rear and the front connectors, in either direction.
bool lay_array(const PartText& where, Part& part, bool turned) {
  const facts::Facts& facts = where.reader.facts;
  const std::string_view word = text(where.node, "transition");
  const diag::Place place = place_of(where.node, "transition");
  const std::vector<const facts::ListedMap*> named = listed_maps_named(facts.conversions(), facts.conversion(word), word);
  if (named.empty()) {
    auto builder = where.reader.say(kUnknownFact, place, fmt::format("there is no conversion {}", in_quotes(word)));
    suggest(builder, word, facts.names_of("conversions"));
    builder.help("array fronts take a row of data/conversions.csv: " + joined(facts.names_of("conversions"), ", "));
    return false;
  }
  const spec::Face& rear = part.type.faces.front().face;
  const spec::Face& front = part.type.faces[part.a].face;
  for (bool reversed : {false, true})
    for (const facts::ListedMap* map : named) {
      const auto& [from, to] =
          reversed ? std::tie(map->b_connector, map->a_connector) : std::tie(map->a_connector, map->b_connector);
      if ((reversed ? map->b_count : map->a_count) != part.a || (reversed ? map->a_count : map->b_count) != part.b) continue;
      if (!same_arrangement(facts, from, rear) || !same_arrangement(facts, to, front)) continue;
      if (turned) {
        leave_unknown(part, "how a turned housing renumbers array fronts is not known: list the map with `map:`");
        return true;
      }
      if (!lay_listed_fact(where.reader, part, *map, 0, part.a, reversed, place)) return false;
      cite(part, "conversion " + map->name, *map);
      return true;
    }
  where.reader.say(
      kFaceMismatch, place,
      fmt::format("{} does not join {} x {} to {} x {}", in_quotes(word), part.a, rear.connector, part.b, front.connector));
  return false;
}

bool read_turned(const PartText& where, Part& part, bool& turned) {
  part.type.turnable = yes(where.node, "turnable");
  turned = yes(where.node, "turned");
  if (!turned || part.type.turnable) return true;
  where.reader.say(kWrongValue, place_of(where.node, "turned"), "`turned` needs a housing that can be turned over")
      .help("write `turnable: true` when its data sheet allows it");
  return false;
}

}  // namespace

bool read_cassette(const PartText& where, Part& part) {
  std::optional<Block> rear = read_block(where.reader, *value(where.node, "rear"));
  std::optional<Block> front = rear ? read_block(where.reader, *value(where.node, "front")) : std::nullopt;
  bool turned = false;
  if (!front || !settle_adapters(where, *rear, *front) || !read_turned(where, part, turned)) return false;
  add_faces(part.type, *rear, "rear", true);
  add_faces(part.type, *front, "", false);
  part.a = static_cast<std::uint16_t>(rear->count);
  part.b = static_cast<std::uint16_t>(front->count);
  bool listed = false;
  if (!lay_listed_map(where, part, listed)) return false;
  if (listed) return true;
  part.type.lay_out_map();
  part.type.claims = text(where.node, "transition");
  if (part.type.claims.empty()) {
    leave_unknown(part,
                  fmt::format("nobody stated the transition of {}: write `transition:` from its data sheet, or list the map",
                              part.type.name));
    return true;
  }
  const bool good = front->face.face.size() > 2 ? lay_array(where, part, turned) : lay_duplex(where, part, turned);
  if (good && turned && part.type.map_known)
    part.type.map_facts.push_back(
        {"housing turned over: front n is what was front N+1-n", "data/sources.md#transitions", Confidence::kMedium});
  return good;
}

}  // namespace ferrule::lang
