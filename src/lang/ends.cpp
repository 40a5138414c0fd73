#include "lang/ends.h"

#include <fmt/format.h>

#include "base/text.h"
#include "lang/values.h"

namespace ferrule::lang {
namespace {

using plant::Kind;

const plant::Run& run_at(const plant::Builder& builder, const PortRef& port) { return builder.plant().runs[port.run]; }

// "3", "1-2"
bool parse_lanes(std::string_view text, int& first, int& count) {
  const std::size_t dash = text.find('-');
  const std::optional<int> low = parse_whole(text.substr(0, dash));
  const std::optional<int> high = dash == std::string_view::npos ? low : parse_whole(text.substr(dash + 1));
  if (!low || !high || *low < 1 || *high < *low || *high > 64) return false;
  first = *low - 1;
  count = *high - *low + 1;
  return true;
}

std::string without_digits(std::string_view text) {
  std::string out(text);
  std::erase_if(out, [](char c) { return c >= '0' && c <= '9'; });
  return out;
}

}  // namespace

Ends::Split Ends::split_end(std::string_view text) {
  Split out;
  std::size_t slash = text.find('/');
  out.node = text.substr(0, slash);
  while (slash != std::string_view::npos) {
    if (out.count == out.rest.size()) {
      out.too_many = true;
      return out;
    }
    text.remove_prefix(slash + 1);
    slash = text.find('/');
    out.rest[out.count++] = text.substr(0, slash);
  }
  return out;
}

Spot Ends::in_part(const plant::Run& run, std::uint32_t index, const std::string_view* rest, std::size_t count) const {
  const PartEnds& ends = parts_.ends(run.type);
  if (ends.kind == Kind::kAdapterPanel) {
    const std::optional<int> port = count == 0 ? std::nullopt : parse_whole(rest[0]);
    if (!port || *port < 1 || *port > ends.ports || rest[0].front() == '0' || count > 2) return {};
    const bool rear = count == 2 && rest[1] == "rear";
    if (count == 2 && !rear && rest[1] != "front") return {};
    const std::uint32_t id = run.first_panel_port + index * run.ports_each + static_cast<std::uint32_t>(*port - 1);
    return {rear ? Spot::Kind::kRear : Spot::Kind::kFront, builder_.type(run.type).faces.front().joint, id};
  }
  const std::uint32_t asset = run.first_asset + index;
  if (count > 1) return {};
  std::optional<std::uint16_t> face;
  if (count == 1)
    face = ends.face(rest[0]);
  else if (ends.kind == Kind::kTransceiver && ends.a == 1)
    face = 0;
  if (!face) return {};
  return {Spot::Kind::kReceptacle, builder_.type(run.type).faces[*face].joint, builder_.connector(asset, *face)};
}

Spot Ends::find(std::string_view text) const {
  const Split end = split_end(text);
  if (end.too_many) return {};
  const std::uint32_t node = nodes_.find(end.node);
  if (node == Nodes::kAbsent) return {};
  const bool flat = nodes_.flat(node);
  if (!flat && end.count == 0) return {};
  PortRef port;
  switch (nodes_.find_port(node, flat ? std::string_view() : end.rest[0], port)) {
    case Nodes::Found::kNo: return {};
    case Nodes::Found::kLost: return {Spot::Kind::kLost};
    case Nodes::Found::kYes: break;
  }
  const std::size_t used = flat ? 0 : 1;
  return in_part(run_at(builder_, port), port.index, end.rest.data() + used, end.count - used);
}

PortSpot Ends::find_port(std::string_view text) const {
  PortSpot out;
  if (const std::size_t colon = text.rfind(':'); colon != std::string_view::npos) {
    if (!parse_lanes(text.substr(colon + 1), out.first_lane, out.lanes)) return {};
    text = text.substr(0, colon);
  }
  const Split end = split_end(text);
  if (end.too_many || end.count < 1 || end.count > 2) return {};
  const std::uint32_t node = nodes_.find(end.node);
  if (node == Nodes::kAbsent || nodes_.flat(node)) return {};
  PortRef port;
  switch (nodes_.find_port(node, end.rest[0], port)) {
    case Nodes::Found::kNo: return {};
    case Nodes::Found::kLost: out.kind = PortSpot::Kind::kLost; return out;
    case Nodes::Found::kYes: break;
  }
  const plant::Run& run = run_at(builder_, port);
  const PartEnds& ends = parts_.ends(run.type);
  if (ends.kind != Kind::kTransceiver) return {};
  if (end.count == 2) {
    const std::optional<std::uint16_t> face = ends.face(end.rest[1]);
    if (!face) return {};
    out.receptacle = *face;
  }
  out.kind = PortSpot::Kind::kPort;
  out.asset = run.first_asset + port.index;
  return out;
}

bool Ends::explain_node(const Split& end, diag::Place place) const {
  if (nodes_.find(end.node) != Nodes::kAbsent) return false;
  auto builder = reader_.say(kUnknownEnd, place, fmt::format("there is no equipment or panel {}", in_quotes(end.node)));
  if (reader_.may_advise()) suggest(builder, end.node, nodes_.some_names());
  return true;
}

void Ends::explain_slot(std::uint32_t node, std::string_view name, diag::Place place) const {
  const plant::Node& here = builder_.plant().nodes[node];
  const std::string_view what = here.panel ? "slot" : "port";
  auto builder = reader_.say(kUnknownEnd, place, fmt::format("{} has no {} {}", printable(here.name), what, in_quotes(name)));
  if (!reader_.may_advise()) return;
  const std::vector<std::string> known = nodes_.some_ports(node);
  if (known.empty()) return;
  // Eth9 is no slip for Eth1: which numbers there are is what helps.
  const std::optional<std::string> near = nearest(name, known);
  if (near && without_digits(*near) != without_digits(name)) builder.help("did you mean " + in_quotes(*near) + "?");
  builder.note(known.size() == 1 ? fmt::format("its only {} is {}", what, in_quotes(known.front()))
                                 : fmt::format("its {}s: {} ... {}", what, in_quotes(known.front()), in_quotes(known.back())));
}

// The node and the slot are there; what follows is not.
void Ends::explain_rest(const plant::Run& run, std::uint32_t index, std::string_view text, diag::Place place) const {
  const plant::Plant& plant = builder_.plant();
  const PartEnds& ends = parts_.ends(run.type);
  const std::string here = printable(plant.slot_spelled(run, index));
  auto builder = reader_.say(kUnknownEnd, place, fmt::format("{} names nothing that a plug goes into", in_quotes(text)));
  if (ends.kind == Kind::kAdapterPanel)
    builder.help(fmt::format("{0} has ports 1 to {1}: {0}/1 is the front of port 1, {0}/1/rear its rear", here, ends.ports));
  else if (ends.kind == Kind::kTransceiver && ends.a == 1)
    builder.help(fmt::format("{0} has one receptacle: write {0}", here));
  else
    builder.help(fmt::format("{0} is {1}; a plug goes into {2}, as in {0}/{3}", here, with_article(spell(ends.kind)),
                             face_list(ends), builder_.type(run.type).faces.back().name));
}

void Ends::explain(std::string_view text, diag::Place place) const {
  const Split end = split_end(text);
  if (explain_node(end, place)) return;
  const std::uint32_t node = nodes_.find(end.node);
  const bool flat = nodes_.flat(node);
  PortRef port;
  const std::string_view slot = flat || end.count == 0 ? std::string_view() : end.rest[0];
  if (nodes_.find_port(node, slot, port) == Nodes::Found::kYes)
    return explain_rest(run_at(builder_, port), port.index, text, place);
  if (end.count > 0) return explain_slot(node, slot, place);
  auto builder = reader_.say(kUnknownEnd, place,
                             fmt::format("{} says which {}, but not where on it", in_quotes(text),
                                         builder_.plant().nodes[node].panel ? "panel" : "equipment"));
  if (!reader_.may_advise()) return;
  if (const std::vector<std::string> known = nodes_.some_ports(node); !known.empty())
    builder.help(fmt::format("write {}/{}", printable(text), known.front()));
}

void Ends::explain_port(std::string_view text, diag::Place place) const {
  const std::size_t colon = text.rfind(':');
  int first = 0, count = 0;
  if (colon != std::string_view::npos && !parse_lanes(text.substr(colon + 1), first, count)) {
    reader_.say(kUnknownEnd, place, fmt::format("{} names no lanes", in_quotes(text.substr(colon + 1))))
        .help("write leaf1/Eth1:3 or leaf1/Eth1:1-2; lanes count from 1");
    return;
  }
  text = text.substr(0, colon);
  const Split end = split_end(text);
  if (explain_node(end, place)) return;
  const std::uint32_t node = nodes_.find(end.node);
  PortRef port;
  const bool found = end.count > 0 && nodes_.find_port(node, end.rest[0], port) == Nodes::Found::kYes;
  if (found && parts_.ends(run_at(builder_, port).type).kind == Kind::kTransceiver)
    return explain_rest(run_at(builder_, port), port.index, text, place);
  if (builder_.plant().nodes[node].panel) {
    reader_.say(kUnknownEnd, place, fmt::format("{} is on a panel", in_quotes(text)))
        .help("links join ports of equipment; panels lie between");
    return;
  }
  explain_slot(node, end.count > 0 ? end.rest[0] : std::string_view(), place);
}

}  // namespace ferrule::lang
