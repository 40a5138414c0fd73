#include "support/plain_plant.h"

#include <cstdlib>
#include <iostream>

namespace ferrule::test {
namespace {

[[noreturn]] void mistake(std::string_view what, std::string_view name) {
  std::cerr << "mistake in a test: " << what << " '" << name << "'\n";
  std::abort();
}

bool same(const Sort& a, const Sort& b) {
  if (a.what != b.what || a.map != b.map || a.name != b.name || a.published != b.published || a.length_mm != b.length_mm ||
      a.ends.size() != b.ends.size() || !a.strands.empty() || !b.strands.empty() || !a.copies.empty() || !b.copies.empty())
    return false;
  for (std::size_t i = 0; i < a.ends.size(); ++i) {
    const End &x = a.ends[i], &y = b.ends[i];
    if (x.connector != y.connector || x.pins != y.pins || x.cut != y.cut || x.receptacle != y.receptacle || x.fibre != y.fibre)
      return false;
  }
  return true;
}

std::string numbered(std::string_view word, int number) { return std::string(word) + std::to_string(number); }

End receptacle(std::string name, std::string_view connector, Pinning pins, Cut cut) {
  return end_of(std::move(name), connector, pins, cut, true);
}

}  // namespace

std::string_view spell(Meeting meeting) {
  switch (meeting) {
    case Meeting::kTransceiver: return "in the transceiver";
    case Meeting::kSeat: return "in the module";
    case Meeting::kOpposed: return "adapter A";
    case Meeting::kAligned: return "adapter B";
    case Meeting::kSplice: return "splice";
    case Meeting::kNotStated: break;
  }
  return "adapter ?";
}

int PlainPlant::put(std::string name, Sort sort) {
  std::size_t at = 0;
  while (at < sorts.size() && !same(sorts[at], sort)) ++at;
  if (at == sorts.size()) sorts.push_back(std::move(sort));
  parts.push_back({std::move(name), static_cast<int>(at)});
  return static_cast<int>(parts.size() - 1);
}

Plug PlainPlant::plug(std::string_view name) const {
  const std::size_t slash = name.find('/');
  const std::string_view part_name = name.substr(0, slash);
  const std::string_view end_name = slash == std::string_view::npos ? std::string_view{} : name.substr(slash + 1);
  for (std::size_t part = 0; part < parts.size(); ++part) {
    if (parts[part].name != part_name) continue;
    const std::vector<End>& ends = sort_of(static_cast<int>(part)).ends;
    if (end_name.empty() && ends.size() == 1) return {static_cast<int>(part), 0};
    for (std::size_t end = 0; end < ends.size(); ++end)
      if (ends[end].name == end_name) return {static_cast<int>(part), static_cast<int>(end)};
  }
  mistake("no such end", name);
}

void PlainPlant::join(std::string_view a, std::string_view b, Meeting how) { joints.push_back({plug(a), plug(b), how}); }

std::string PlainPlant::spelled(Plug plug) const {
  const std::string& name = parts[static_cast<std::size_t>(plug.part)].name;
  return sort_of(plug.part).ends.size() == 1 ? name : name + "/" + end_of(plug).name;
}

End end_of(std::string name, std::string_view connector, Pinning pins, Cut cut, bool receptacle) {
  struct Row {
    std::string_view connector;
    int rows, columns, dark_from, dark_to, edge;  // dark in the middle, dark at both edges of each row
  };
  static constexpr Row kRows[] = {
      {"MPO-12", 1, 12, 0, 0, 0},   {"MPO-8", 1, 12, 5, 8, 0},  {"MPO-10", 1, 12, 0, 0, 1},  {"MPO-24", 2, 12, 0, 0, 0},
      {"MPO-20", 2, 12, 0, 0, 1},   {"MPO-16", 1, 16, 0, 0, 0}, {"MPO-32", 2, 16, 0, 0, 0},  {"LC-duplex", 1, 2, 0, 0, 0},
      {"SC-duplex", 1, 2, 0, 0, 0}, {"LC", 1, 1, 0, 0, 0},      {"bare-12", 1, 12, 0, 0, 0}, {"bare-24", 2, 12, 0, 0, 0},
      {"bare-16", 1, 16, 0, 0, 0},
  };
  for (const Row& row : kRows) {
    if (row.connector != connector) continue;
    End end{std::move(name), std::string(connector), row.rows, row.columns, {}, pins, cut, receptacle};
    end.fibre.assign(static_cast<std::size_t>(end.size() + 1), true);
    for (int p = 1; p <= end.size(); ++p) {
      const int column = (p - 1) % row.columns + 1;
      const bool dark =
          (column >= row.dark_from && column <= row.dark_to) || column <= row.edge || column > row.columns - row.edge;
      end.fibre[static_cast<std::size_t>(p)] = !dark;
    }
    if (!connector.starts_with("MPO")) end.pins = Pinning::kWithoutPins;
    return end;
  }
  mistake("no such connector", connector);
}

Sort array_cable(std::string_view type, std::string_view connector_a, std::string_view connector_b, int legs) {
  Sort sort;
  sort.what = What::kArrayCable;
  sort.map = type;
  sort.name = "array cable " + sort.map + " " + std::string(connector_a);
  if (connector_b.empty()) connector_b = connector_a;
  for (const auto& [side, connector] : {std::pair<std::string_view, std::string_view>{"a", connector_a}, {"b", connector_b}})
    for (int leg = 1; leg <= legs; ++leg)
      sort.ends.push_back(end_of(legs == 1 ? std::string(side) : numbered(side, leg), connector));
  return sort;
}

Sort duplex_cord(std::string_view type, std::string_view connector) {
  Sort sort;
  sort.what = What::kDuplexCord;
  sort.map = type;
  sort.name = "duplex cord " + sort.map;
  sort.ends = {end_of("a", connector), end_of("b", connector)};
  return sort;
}

Sort simplex_cord() {
  Sort sort;
  sort.what = What::kSimplexCord;
  sort.name = "simplex cord";
  sort.ends = {end_of("a", "LC"), end_of("b", "LC")};
  return sort;
}

Sort breakout(std::string_view map, std::string_view head, int legs) {
  Sort sort;
  sort.what = What::kBreakout;
  sort.map = map;
  sort.name = "breakout " + sort.map + " " + std::string(head);
  sort.ends.push_back(end_of("head", head));
  for (int leg = 1; leg <= legs; ++leg) sort.ends.push_back(end_of(numbered("leg", leg), "LC-duplex"));
  return sort;
}

Sort conversion(std::string_view map, bool one_24_head) {
  Sort sort;
  sort.what = What::kConversion;
  sort.map = map;
  sort.name = "conversion " + sort.map + (one_24_head ? " of 24" : "");
  int legs = 0;
  if (map == "2x12-to-24") {
    sort.ends = {end_of("in1", "MPO-12"), end_of("in2", "MPO-12"), end_of("out", "MPO-24")};
    return sort;
  }
  if (map.starts_with("P")) {
    if (one_24_head)
      sort.ends = {end_of("in", "MPO-24")};
    else
      sort.ends = {end_of("in1", "MPO-12"), end_of("in2", "MPO-12")};
    legs = 3;
  } else {
    sort.ends = {end_of("in", map.starts_with("16") ? "MPO-16" : "MPO-8")};
    legs = map.starts_with("16-to-4x2") ? 4 : 2;
  }
  for (int leg = 1; leg <= legs; ++leg) sort.ends.push_back(end_of(numbered("leg", leg), "MPO-8"));
  return sort;
}

Sort cassette(std::string_view transition, std::string_view rear, int fronts, int rears) {
  Sort sort;
  sort.what = What::kCassette;
  sort.map = transition;
  sort.name = "cassette " + sort.map + " " + std::string(rear);
  for (int n = 1; n <= rears; ++n) sort.ends.push_back(end_of(rears == 1 ? "rear" : numbered("rear", n), rear));
  for (int n = 1; n <= fronts * rears; ++n)
    sort.ends.push_back(end_of(std::to_string(n), "LC-duplex", Pinning::kWithoutPins, Cut::kNotStated, true));
  return sort;
}

Sort loopback(std::string_view connector) {
  Sort sort;
  sort.what = What::kLoopback;
  sort.name = "loopback " + std::string(connector);
  sort.ends = {end_of("a", connector)};
  return sort;
}

// facts/mdi-lanes.md 2, plug positions.
Sort sr4() {
  Sort sort;
  sort.what = What::kTransceiver;
  sort.name = "SR4";
  sort.ends = {receptacle("", "MPO-12", Pinning::kPinned, Cut::kFlat)};
  for (int k = 1; k <= 4; ++k) {
    sort.lanes.push_back({0, k, Does::kReceives, k, '-'});
    sort.lanes.push_back({0, 13 - k, Does::kTransmits, k, '-'});
  }
  return sort;
}

Sort sr8() {
  Sort sort;
  sort.what = What::kTransceiver;
  sort.name = "SR8";
  sort.ends = {receptacle("", "MPO-16", Pinning::kPinned, Cut::kAngledUp)};
  for (int k = 1; k <= 8; ++k) {
    sort.lanes.push_back({0, k, Does::kReceives, k, '-'});
    sort.lanes.push_back({0, 17 - k, Does::kTransmits, k, '-'});
  }
  return sort;
}

Sort sr10() {
  Sort sort;
  sort.what = What::kTransceiver;
  sort.name = "SR10";
  sort.ends = {receptacle("", "MPO-24", Pinning::kPinned, Cut::kFlat)};
  for (int j = 0; j < 10; ++j) {  // the clause counts lanes from 0
    sort.lanes.push_back({0, 11 - j, Does::kReceives, j + 1, '-'});
    sort.lanes.push_back({0, 23 - j, Does::kTransmits, j + 1, '-'});
  }
  return sort;
}

Sort twin_dr4() {
  Sort sort;
  sort.what = What::kTransceiver;
  sort.name = "2xDR4";
  for (int port = 0; port < 2; ++port) {
    sort.ends.push_back(receptacle(std::to_string(port + 1), "MPO-12", Pinning::kPinned, Cut::kAngledUp));
    for (int k = 1; k <= 4; ++k) {
      sort.lanes.push_back({port, k, Does::kReceives, k, '-'});
      sort.lanes.push_back({port, 13 - k, Does::kTransmits, k, '-'});
    }
  }
  return sort;
}

Sort bidi4() {
  Sort sort;
  sort.what = What::kTransceiver;
  sort.name = "SR4.2";
  sort.ends = {receptacle("", "MPO-12", Pinning::kPinned, Cut::kAngledUp)};
  for (int k = 1; k <= 4; ++k) {
    sort.lanes.push_back({0, 13 - k, Does::kBoth, k, 'T'});
    sort.lanes.push_back({0, k, Does::kBoth, k, 'R'});
  }
  return sort;
}

Sort duplex_optic() {
  Sort sort;
  sort.what = What::kTransceiver;
  sort.name = "SR";
  sort.ends = {receptacle("", "LC-duplex", Pinning::kWithoutPins, Cut::kFlat)};
  sort.lanes = {{0, 1, Does::kTransmits, 1, '-'}, {0, 2, Does::kReceives, 1, '-'}};
  return sort;
}

Sort bidi1() {
  Sort sort;
  sort.what = What::kTransceiver;
  sort.name = "BX";
  sort.ends = {receptacle("", "LC", Pinning::kWithoutPins, Cut::kFlat)};
  sort.lanes = {{0, 1, Does::kBoth, 1, 'T'}};
  return sort;
}

}  // namespace ferrule::test
