#include <algorithm>
#include <map>
#include <fmt/format.h>

#include "api/explain/drawing.h"
#include "api/explain/tellers.h"
#include "base/text.h"

namespace ferrule::api::telling {
namespace {

using facts::ListedMap;
using facts::Transition;

std::string draw_ports(const Transition& transition) {
  Line ports{"port", {}}, bores{"L,R", {}};
  for (std::size_t i = 0; i < transition.ports.size(); ++i) {
    ports.cells.push_back(std::to_string(i + 1));
    bores.cells.push_back(fmt::format("{},{}", transition.ports[i].left + 1, transition.ports[i].right + 1));
  }
  return draw({ports, bores}, 12);
}

void add_transition(const Transition& transition, Explanation& to) {
  if (!to.drawing.empty()) to.drawing += '\n';
  to.drawing += transition.connector + '\n' + draw_ports(transition);
  add(to, transition.connector + ", pairs", fmt::format("{} ports", transition.ports.size()), transition, transition.pairing);
  add(to, transition.connector + ", bores", "which fibre of a pair is L", transition, transition.sides);
}

// Other maps whose name goes on where this one ends: "universal" and "universal-6xLC".
void add_longer_names(const facts::Facts& facts, const std::string& name, Explanation& to) {
  const auto offer = [&](const std::string& other) {
    if (other.starts_with(name + "-") && std::find(to.see_also.begin(), to.see_also.end(), other) == to.see_also.end())
      to.see_also.push_back(other);
  };
  for (const Transition& t : facts.transitions()) offer(t.name);
  for (const ListedMap& map : facts.breakouts()) offer(map.name);
}

Explanation tell_transition(const Query& query, const Transition& first) {
  Explanation e;
  e.title = first.name;
  e.kind = "transition";
  e.text = meaning(query.facts, first.name);
  if (!e.text.empty()) e.text += "\n\n";
  e.text +=
      "Drawn: the positions of the array connector behind the bores L and R of each port, looking "
      "into the port with its keyways up.";
  for (const Transition& t : query.facts.transitions())
    if (t.name == first.name) add_transition(t, e);
  e.facts.push_back({"also called", joined(first.aliases, ", "), first.source, first.confidence});
  if (first.aliases.empty()) e.facts.pop_back();
  add(e, "notes", first.notes, first);
  for (const facts::Method& m : query.facts.methods())
    if (m.near_transition == first.name || m.far_transition == first.name) e.see_also.push_back("Method " + m.name);
  add_longer_names(query.facts, first.name, e);
  return e;
}

std::string position_spelled(const facts::Facts& facts, const std::string& connector_name, int position) {
  const facts::Connector* connector = facts.connector(connector_name);
  const bool duplex = connector != nullptr && connector->pins == false && connector->rows == 1 && connector->columns == 2;
  return duplex ? (position == 0 ? "L" : "R") : std::to_string(position + 1);
}

std::string end_spelled(std::string_view word, int index, int count) {
  return count > 1 ? fmt::format("{} {}", word, index + 1) : std::string(word);
}

struct Ends {
  std::string_view a, b;
};

// One small block per pair of connectors that share fibres.
std::string draw_listed(const facts::Facts& facts, const ListedMap& map, const Ends& ends) {
  std::map<std::pair<int, int>, std::vector<ListedMap::Pair>> blocks;
  for (const ListedMap::Pair& pair : map.pairs) blocks[{pair.b_index, pair.a_index}].push_back(pair);
  std::string text;
  for (auto& [which, pairs] : blocks) {
    std::sort(pairs.begin(), pairs.end(), [](const auto& x, const auto& y) { return x.b_position < y.b_position; });
    Line a{end_spelled(ends.a, which.second, map.a_count), {}}, b{end_spelled(ends.b, which.first, map.b_count), {}};
    for (const ListedMap::Pair& pair : pairs) {
      a.cells.push_back(position_spelled(facts, map.a_connector, pair.a_position));
      b.cells.push_back(position_spelled(facts, map.b_connector, pair.b_position));
    }
    text += (text.empty() ? "" : "\n") + draw({a, b}, 16);
  }
  return text;
}

Explanation tell_listed(const Query& query, const ListedMap& map, std::string_view kind, const Ends& ends) {
  Explanation e;
  e.title = map.name;
  e.kind = kind;
  if (!map.aliases.empty()) e.text = "Also called " + joined(map.aliases, ", ") + ".";
  e.drawing = draw_listed(query.facts, map, ends);
  const auto counted = [](int count, const std::string& what) { return count > 1 ? fmt::format("{} x {}", count, what) : what; };
  add(e, std::string(ends.a), counted(map.a_count, map.a_connector), map);
  add(e, std::string(ends.b), counted(map.b_count, map.b_connector), map);
  add(e, "map", fmt::format("{} fibres, as drawn", map.pairs.size()), map);
  add(e, "notes", map.notes, map);
  e.see_also = {std::string(kind), map.a_connector};
  if (map.b_connector != map.a_connector) e.see_also.push_back(map.b_connector);
  return e;
}

}  // namespace

void transitions(const Query& query, Out& out) {
  std::vector<std::string> told;
  for (const Transition& t : query.facts.transitions()) {
    if ((!query.is(t.name) && !query.is_any(t.aliases)) || std::find(told.begin(), told.end(), t.name) != told.end()) continue;
    told.push_back(t.name);
    out.push_back(tell_transition(query, t));
  }
}

void breakouts(const Query& query, Out& out) {
  for (const ListedMap& map : query.facts.breakouts())
    if (query.is(map.name) || query.is_any(map.aliases)) out.push_back(tell_listed(query, map, "breakout", {"head", "leg"}));
}

void conversions(const Query& query, Out& out) {
  for (const ListedMap& map : query.facts.conversions())
    if (query.is(map.name) || query.is_any(map.aliases)) out.push_back(tell_listed(query, map, "conversion", {"end a", "end b"}));
}

void splitters(const Query& query, Out& out) {
  std::vector<std::string> told;
  for (const facts::SplitterLimit& first : query.facts.splitter_limits()) {
    if ((!query.is(first.name) && !query.is_any(first.aliases)) || std::find(told.begin(), told.end(), first.name) != told.end())
      continue;
    told.push_back(first.name);
    Explanation e;
    e.title = first.name;
    e.kind = "splitter cable";
    e.text = "Also called " + joined(first.aliases, ", ") + ". A channel through it is shorter than its optics reach without it.";
    for (const facts::SplitterLimit& limit : query.facts.splitter_limits())
      if (limit.name == first.name) add(e, "over " + limit.fibre_class, "up to " + spell(limit.longest) + " in all", limit);
    add(e, "applies to", joined(first.optics, ", "), first);
    e.see_also = first.optics;
    out.push_back(std::move(e));
  }
}

}  // namespace ferrule::api::telling
