#include <algorithm>
#include <cctype>
#include <fmt/format.h>

#include "api/explain/drawing.h"
#include "api/explain/tellers.h"
#include "base/text.h"

namespace ferrule::api::telling {
namespace {

using facts::Permutation;

// "B24-R" is sold as Type B.
std::string type_of(const Permutation& map) {
  const bool product = map.name.size() > 1 && std::isdigit(static_cast<unsigned char>(map.name[1])) != 0;
  return product ? map.name.substr(0, 1) : map.name;
}

bool names_type(const Query& query, const std::string& type) {
  return query.is(type) || query.is("type " + type) || query.is("type " + type + " cable") || query.is("polarity " + type);
}

std::string shape_spelled(const Permutation& map) {
  if (map.positions == std::to_string(map.rows * map.columns) || map.positions.empty())
    return fmt::format("{} fibre{}, {}x{}", map.rows * map.columns, map.rows * map.columns == 1 ? "" : "s", map.rows,
                       map.columns);
  return fmt::format("{}, {}x{}", map.positions, map.rows, map.columns);
}

void add_map(const Permutation& map, const std::string& heading, Explanation& to) {
  if (!to.drawing.empty()) to.drawing += '\n';
  to.drawing += heading + (map.disputed ? " (disputed: ask for the pin-out)" : "") + '\n' + draw_permutation(map);
  add(to, heading, map.notes.empty() ? "as drawn" : map.notes, map);
}

void add_method_facts(const facts::Method& method, Explanation& to) {
  add(to, "trunk", "Type " + method.trunk, method);
  add(to, "adapters", "Type " + method.adapter, method);
  add(to, "near cassette", method.near_transition, method);
  add(to, "far cassette", method.far_transition, method);
  add(to, "near cord", method.near_cord, method);
  add(to, "far cord", method.far_cord, method);
  add(to, "port numbers", method.port_numbers, method);
  add(to, "notes", method.notes, method);
}

}  // namespace

void array_cables(const Query& query, Out& out) {
  std::vector<std::string> told;  // one explanation per type, or per product when that is what was asked for
  for (const Permutation& first : query.facts.array_map_list()) {
    const std::string type = type_of(first);
    const bool by_type = names_type(query, type), by_product = !by_type && query.is(first.name);
    const std::string what = by_type ? type : first.name;
    if ((!by_type && !by_product) || std::find(told.begin(), told.end(), what) != told.end()) continue;
    told.push_back(what);
    Explanation e;
    e.title = by_type ? fmt::format("Type {} array cable", what) : fmt::format("{} array cable", what);
    e.kind = "array cable";
    e.text = meaning(query.facts, by_type ? "Type " + what : what);
    for (const Permutation& map : query.facts.array_map_list())
      if (by_type ? type_of(map) == what : map.name == what)
        add_map(map, fmt::format("{} ({})", map.name, shape_spelled(map)), e);
    add_words(query, "type-" + lower(type) + "-cable", e);
    e.see_also = {fmt::format("Type {} adapter", type), "Method " + type};
    if (type == "C") e.see_also.erase(e.see_also.begin());
    if (by_product) e.see_also.insert(e.see_also.begin(), "Type " + type);
    out.push_back(std::move(e));
  }
}

void adapters(const Query& query, Out& out) {
  std::vector<std::string> told;
  for (const Permutation& first : query.facts.adapter_map_list()) {
    const std::string name = "Type " + first.name + " adapter";
    const bool asked = query.is(first.name) || query.is(name) || query.is("adapter " + first.name) || query.is_any(first.aliases);
    if (!asked || std::find(told.begin(), told.end(), first.name) != told.end()) continue;
    told.push_back(first.name);
    Explanation e;
    e.title = name;
    e.kind = "adapter";
    e.text = meaning(query.facts, name);
    for (const Permutation& map : query.facts.adapter_map_list())
      if (map.name == first.name && map.rows * map.columns > 1) add_map(map, shape_spelled(map), e);
    e.facts.push_back({"also called", joined(first.aliases, ", "), first.source, first.confidence});
    add_words(query, "type-" + lower(first.name) + "-adapter", e);
    e.see_also = {"Type " + first.name, first.name == "A" ? "Type B adapter" : "Type A adapter", "angled"};
    out.push_back(std::move(e));
  }
}

void duplex_cords(const Query& query, Out& out) {
  for (const Permutation& cord : query.facts.duplex_cords()) {
    if (!query.is(cord.name) && !query.is(cord.name + " cord") && !query.is_any(cord.aliases)) continue;
    Explanation e;
    e.title = cord.name + " duplex cord";
    e.kind = "duplex cord";
    e.text = meaning(query.facts, cord.name);
    const bool keeps = cord.to.size() == 2 && cord.to[0] == 0;
    e.drawing = draw({{"near bore", {"L", "R"}}, {"far bore", keeps ? Cells{"L", "R"} : Cells{"R", "L"}}}, 2);
    add(e, "bores", keeps ? "L to L, R to R" : "L to R, R to L", cord);
    add(e, "notes", cord.notes, cord);
    for (const Permutation& other : query.facts.duplex_cords())
      if (other.name != cord.name) e.see_also.push_back(other.name);
    out.push_back(std::move(e));
  }
}

void methods(const Query& query, Out& out) {
  for (const facts::Method& method : query.facts.methods()) {
    if (!query.is(method.name) && !query.is("method " + method.name)) continue;
    Explanation e;
    e.title = "Method " + method.name;
    e.kind = "method";
    e.text = meaning(query.facts, e.title);
    const std::string near = "port --" + method.near_cord + "-- [" + method.near_transition + "]";
    const std::string far = "[" + method.far_transition + "] --" + method.far_cord + "-- port";
    e.drawing = fmt::format("{0} ={1}= Type {2} trunk ={1}= {3}\n", near, method.adapter, method.trunk, far);
    add_method_facts(method, e);
    e.see_also = {"Type " + method.trunk, "Type " + method.adapter + " adapter", method.near_transition};
    if (method.far_transition != method.near_transition) e.see_also.push_back(method.far_transition);
    out.push_back(std::move(e));
  }
}

}  // namespace ferrule::api::telling
