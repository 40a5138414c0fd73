// Maps that take several rows: a transition has a row per port, a breakout and a conversion one per
// fibre. The first row gives the source; the map is as sure as its least sure row; one bad row
// leaves out the map.
#include <algorithm>

#include "facts/distinct.h"
#include "facts/loader.h"

namespace ferrule::facts {
namespace {

constexpr int kMostPorts = 128;

void lower_to(Confidence& have, Confidence next) { have = std::min(have, next); }

template <class Map, class Same>
Map& of_its_own(std::vector<Map>& maps, Same same) {
  const auto found = std::find_if(maps.begin(), maps.end(), same);
  return found == maps.end() ? maps.emplace_back() : *found;
}

// Reads the ports of one transition in any order; what is missing in between stays at {0, 0} and is
// found by whole().
struct Ports {
  std::vector<bool> seen;
  bool broken = false;
};

bool whole(const Ports& ports) {
  return !ports.broken && std::all_of(ports.seen.begin(), ports.seen.end(), [](bool seen) { return seen; });
}

void read_port(RowReader& row, Transition& transition, Ports& ports) {
  const int port = row.required_number("port", 1, kMostPorts);
  const TransitionPort at{row.position("left", kMostPositions), row.position("right", kMostPositions)};
  if (!row.good()) return;
  const auto index = static_cast<std::size_t>(port - 1);
  if (transition.ports.size() <= index) {
    transition.ports.resize(index + 1);
    ports.seen.resize(index + 1);
  }
  transition.ports[index] = at;
  ports.seen[index] = true;
}

struct Ends {
  std::string_view name, a_connector, b_connector;
};

// Name, connectors and source of a listed map from its first row; the least confidence of all.
void read_heading(RowReader& row, const Ends& ends, ListedMap& map) {
  if (map.name.empty()) {
    row.fact(map);
    map.name = row.required(ends.name);
    map.aliases = row.list("aliases");
    map.a_connector = row.required(ends.a_connector);
    map.b_connector = row.required(ends.b_connector);
    map.notes = row.text("notes");
  }
  lower_to(map.confidence, row.confidence("confidence"));
}

void add_pair(RowReader& row, const ListedMap::Pair& pair, std::string_view a_column, std::string_view b_column, Distinct& keys,
              ListedMap& map) {
  keys.add(row, a_column, fmt::format("position {} of end a{} of {}", pair.a_position + 1, pair.a_index + 1, map.name));
  keys.add(row, b_column, fmt::format("position {} of end b{} of {}", pair.b_position + 1, pair.b_index + 1, map.name));
  map.pairs.push_back(pair);
  map.a_count = std::max(map.a_count, pair.a_index + 1);
  map.b_count = std::max(map.b_count, pair.b_index + 1);
}

void leave_out(std::vector<ListedMap>& maps, const std::vector<std::string>& broken) {
  std::erase_if(maps, [&](const ListedMap& map) { return std::find(broken.begin(), broken.end(), map.name) != broken.end(); });
}

ListedMap& named(std::vector<ListedMap>& maps, const std::string& name) {
  return of_its_own(maps, [&](const ListedMap& map) { return map.name == name; });
}

}  // namespace

void Loader::load_transitions() {
  Distinct keys;
  std::vector<Ports> ports;  // beside facts_.content_->transitions
  each_row("transitions", {"transition", "connector", "port", "left", "right", "pairing_confidence", "side_confidence"},
           [&](RowReader& row) {
             const std::string name = row.required("transition"), connector = row.required("connector");
             Transition& transition = of_its_own(facts_.content_->transitions,
                                                 [&](const Transition& t) { return t.name == name && t.connector == connector; });
             if (ports.size() < facts_.content_->transitions.size()) {
               ports.emplace_back();
               row.fact(transition);
               transition.name = name;
               transition.connector = connector;
               transition.aliases = row.list("aliases");
               transition.notes = row.text("notes");
               transition.pairing = transition.sides = Confidence::kHigh;
             }
             Ports& its_ports = ports[static_cast<std::size_t>(&transition - facts_.content_->transitions.data())];
             lower_to(transition.confidence, row.confidence("confidence"));
             lower_to(transition.pairing, row.confidence("pairing_confidence"));
             lower_to(transition.sides, row.confidence("side_confidence"));
             const std::string where = fmt::format("{} on {}", name, connector);
             keys.add(row, "port", fmt::format("port {} of {}", row.text("port"), where));
             for (std::string_view bore : {"left", "right"})
               keys.add(row, bore, fmt::format("position {} of {}", row.text(bore), where));
             read_port(row, transition, its_ports);
             if (!row.good()) its_ports.broken = true;
           });
  std::size_t next = 0;
  std::erase_if(facts_.content_->transitions, [&](const Transition&) { return !whole(ports[next++]); });
}

void Loader::load_breakouts() {
  Distinct keys;
  std::vector<std::string> broken;
  each_row("breakouts", {"breakout", "head_connector", "leg_connector", "leg", "head_position", "leg_position"},
           [&](RowReader& row) {
             ListedMap& map = named(facts_.content_->breakouts, row.required("breakout"));
             read_heading(row, {"breakout", "head_connector", "leg_connector"}, map);
             const ListedMap::Pair pair{0, row.position("head_position", kMostPositions), row.position("leg", kMostPorts),
                                        row.position("leg_position", kMostPositions)};
             if (row.good()) add_pair(row, pair, "head_position", "leg_position", keys, map);
             if (!row.good()) broken.push_back(row.text("breakout"));
           });
  leave_out(facts_.content_->breakouts, broken);
}

void Loader::load_conversions() {
  Distinct keys;
  std::vector<std::string> broken;
  each_row("conversions", {"conversion", "a_connector", "a_index", "a_position", "b_connector", "b_index", "b_position"},
           [&](RowReader& row) {
             ListedMap& map = named(facts_.content_->conversions, row.required("conversion"));
             read_heading(row, {"conversion", "a_connector", "b_connector"}, map);
             const ListedMap::Pair pair{row.position("a_index", kMostPorts), row.position("a_position", kMostPositions),
                                        row.position("b_index", kMostPorts), row.position("b_position", kMostPositions)};
             if (row.good()) add_pair(row, pair, "a_position", "b_position", keys, map);
             if (!row.good()) broken.push_back(row.text("conversion"));
           });
  leave_out(facts_.content_->conversions, broken);
}

}  // namespace ferrule::facts
