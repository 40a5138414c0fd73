#include <algorithm>

#include "facts/distinct.h"
#include "facts/loader.h"

namespace ferrule::facts {
namespace {

// side1 and side2 list the same positions in matching order: to[side1[i]] = side2[i].
void read_sides(RowReader& row, Permutation& map) {
  const int size = map.rows * map.columns;
  row.required("side1");
  const std::vector<int> from = row.positions("side1", size), to = row.positions("side2", size);
  if (!row.good()) return;
  if (!std::is_permutation(from.begin(), from.end(), to.begin(), to.end())) {
    row.complain("D106", "not-a-permutation", "side2", "side2 does not list the positions of side1").unreadable();
    return;
  }
  map.to.assign(static_cast<std::size_t>(size), -1);
  for (std::size_t i = 0; i < from.size(); ++i) map.to[static_cast<std::size_t>(from[i])] = to[i];
}

Permutation read_permutation(RowReader& row, std::string_view name_column) {
  Permutation map;
  row.fact(map);
  map.name = row.required(name_column);
  map.aliases = row.list("aliases");
  map.notes = row.text("notes");
  return map;
}

void read_shape(RowReader& row, Permutation& map) {
  map.rows = row.required_number("rows", 1, 16);
  map.columns = row.required_number("columns", 1, 64);
}

}  // namespace

void Loader::load_array_maps() {
  Distinct keys;
  each_row("array_maps", {"map", "rows", "columns", "positions", "side1", "side2", "disputed"}, [&](RowReader& row) {
    Permutation map = read_permutation(row, "map");
    read_shape(row, map);
    map.positions = row.required("positions");
    map.disputed = row.yes_no("disputed").value_or(false);
    read_sides(row, map);
    keys.add(row, "map", fmt::format("map {} of {} positions on {}x{}", map.name, map.positions, map.rows, map.columns));
    if (row.good()) facts_.content_->array_maps.push_back(std::move(map));
  });
}

void Loader::load_adapter_maps() {
  Distinct keys;
  each_row("adapter_maps", {"adapter", "aliases", "rows", "columns", "side1", "side2"}, [&](RowReader& row) {
    Permutation map = read_permutation(row, "adapter");
    read_shape(row, map);
    read_sides(row, map);
    keys.add(row, "adapter", fmt::format("adapter {} for {}x{}", map.name, map.rows, map.columns));
    if (row.good()) facts_.content_->adapter_maps.push_back(std::move(map));
  });
}

void Loader::load_duplex_cords() {
  Distinct keys;
  each_row("duplex_cords", {"cord", "aliases", "side1", "side2"}, [&](RowReader& row) {
    Permutation map = read_permutation(row, "cord");
    map.columns = 2;
    read_sides(row, map);
    keys.add(row, "cord", fmt::format("cord {}", map.name));
    if (row.good()) facts_.content_->duplex_cords.push_back(std::move(map));
  });
}

void Loader::load_methods() {
  Distinct keys;
  each_row("methods",
           {"method", "trunk", "adapters", "near_transition", "far_transition", "near_cord", "far_cord", "port_numbers"},
           [&](RowReader& row) {
             Method method;
             row.fact(method);
             method.name = row.required("method");
             method.trunk = row.required("trunk");
             method.adapter = row.required("adapters");
             method.near_transition = row.required("near_transition");
             method.far_transition = row.required("far_transition");
             method.near_cord = row.required("near_cord");
             method.far_cord = row.required("far_cord");
             method.port_numbers = row.text("port_numbers");
             method.notes = row.text("notes");
             keys.add(row, "method", fmt::format("method {}", method.name));
             if (row.good()) facts_.content_->methods.push_back(std::move(method));
           });
}

}  // namespace ferrule::facts
