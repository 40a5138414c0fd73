#include "lang/sites.h"

#include <fmt/format.h>

#include "lang/keys.h"
#include "lang/known_words.h"
#include "lang/values.h"

namespace ferrule::lang {

std::string Sites::space_of(const syntax::Node& entry) {
  const std::string_view space = text(entry, "space");
  return !space.empty() && known_space(reader_, space, place_of(entry, "space")) ? std::string(space) : std::string();
}

void Sites::read_racks(const syntax::Node& section) {
  for (const syntax::Pair& pair : section.pairs) {
    if (!fits_name(reader_, pair.key, pair.key_place, true) || !fits(reader_, pair.value, keys::kRackEntry, pair.key)) continue;
    const syntax::Node entry = rack_types_.whole(pair.value);
    plant::Rack rack;
    rack.place = pair.key_place;
    rack.units = whole(entry, "units").value_or(0);
    rack.space = space_of(entry);
    rack.hall = text(entry, "hall");
    rack.row = text(entry, "row");
    rack.phase = phases_.find(text(entry, "phase"), place_of(entry, "phase"));
    if (const syntax::Node* at = value(entry, "at")) {
      rack.placed = true;
      rack.x = point(*at).x;
      rack.y = point(*at).y;
    }
    RangeFault why;
    if (const auto names = parse_ranges(pair.key, why))
      drop_measures_.resize(nodes_.add_rack(*names, rack, step_of(pair.value)), drop_of(entry));
  }
}

void Sites::read_trays(const syntax::Node& section) {
  for (const syntax::Pair& pair : section.pairs) {
    if (!fits_name(reader_, pair.key, pair.key_place, true) || !fits(reader_, pair.value, keys::kTrayEntry, pair.key)) continue;
    plant::Tray tray;
    tray.place = pair.key_place;
    tray.space = space_of(pair.value);
    tray.length = length(pair.value, "length");
    tray.side = text(pair.value, "side");
    tray.hall = text(pair.value, "hall");
    if (!draw(pair.value, tray)) continue;
    RangeFault why;
    if (const auto names = parse_ranges(pair.key, why))
      tray_measures_.resize(nodes_.add_tray(*names, tray, step_of(pair.value)), measures_of(pair.value, "tray"));
  }
}

Nodes::Offset Sites::point(const syntax::Node& node) {
  return {parse_place(node.items[0].text).value_or(Length{}), parse_place(node.items[1].text).value_or(Length{})};
}

Nodes::Offset Sites::step_of(const syntax::Node& entry) {
  const syntax::Node* step = value(entry, "step");
  return step == nullptr ? Nodes::Offset{} : point(*step);
}

// Where a tray runs. Its length stays unstated: a cable lies in a part of it.
bool Sites::draw(const syntax::Node& entry, plant::Tray& tray) {
  const syntax::Node *from = value(entry, "from"), *to = value(entry, "to");
  if ((from == nullptr) != (to == nullptr)) {
    reader_.say(kMissingKey, entry.place, fmt::format("`{}` is missing", from == nullptr ? "from" : "to"));
    return false;
  }
  tray.height = length(entry, "height").value_or(Length{});
  if (from == nullptr) return true;
  tray.drawn = true;
  const Nodes::Offset begin = point(*from), end = point(*to);
  if (begin.x != end.x && begin.y != end.y) {
    reader_.say(kWrongValue, to->place, "a tray runs along x or along y").help("two trays that meet at the corner");
    return false;
  }
  if (begin.x == end.x && begin.y == end.y)
    reader_.say(kWrongValue, to->place, "a tray that ends where it begins")
        .help("from where to where it runs; an opening is as long as its wall is thick");
  tray.from_x = begin.x;
  tray.from_y = begin.y;
  tray.to_x = end.x;
  tray.to_y = end.y;
  return true;
}

// A width or depth of nothing would make every fill beyond all bounds.
plant::SectionMeasures Sites::measures_of(const syntax::Node& entry, std::string_view what) {
  plant::SectionMeasures measures{length(entry, "width"), length(entry, "depth"), parse_share(text(entry, "fill"))};
  for (auto [key, side] : {std::pair("width", &measures.width), std::pair("depth", &measures.depth)}) {
    if (!*side || (*side)->millimetre > 0) continue;
    reader_.say(kWrongValue, place_of(entry, key), fmt::format("a {} has no {} of nothing", what, key));
    side->reset();
  }
  return measures;
}

plant::SectionMeasures Sites::drop_of(const syntax::Node& rack) {
  const syntax::Node* drop = value(rack, "drop");
  return drop == nullptr ? plant::SectionMeasures{} : measures_of(*drop, "drop");
}

// Adds the runs of one entry; a part that is wrong leaves its ports without one, so that ends on them are not blamed.
bool Sites::add_ports(std::string_view names, diag::Place name_place, std::string_view part, diag::Place part_place,
                      NodeText& out) {
  RangeFault why;
  const std::optional<RangedText> range = parse_ranges(names, why);
  if (!range) return false;
  PortText port;
  port.names = range->runs();
  port.place = name_place;
  port.type = out.panel ? parts_.for_slot(part, part_place) : parts_.for_port(part, part_place);
  out.ports.push_back(std::move(port));
  return true;
}

bool Sites::read_slots(const syntax::Node& entry, NodeText& out) {
  const syntax::Node* slots = value(entry, "slots");
  const syntax::Node* part = value(entry, "part");
  if (slots != nullptr && part != nullptr) {
    reader_.say(kWrongValue, part->place, "`part` beside `slots`").help("`part` is for a panel without slots");
    return false;
  }
  if (part == nullptr && slots != nullptr && slots->is_scalar()) part = slots;
  if (part != nullptr) return add_ports({}, part->place, part->text, part->place, out);
  if (slots != nullptr)
    for (const syntax::Pair& slot : slots->pairs) add_ports(slot.key, slot.key_place, slot.value.text, slot.value.place, out);
  return true;
}

void Sites::read_node(const syntax::Pair& entry, bool panel) {
  if (!fits_name(reader_, entry.key, entry.key_place, true)) return;
  if (!fits(reader_, entry.value, panel ? keys::kPanelEntry : keys::kEquipmentEntry, entry.key)) return;
  NodeText out;
  RangeFault why;
  out.names = parse_ranges(entry.key, why);
  out.place = entry.key_place;
  out.rack = text(entry.value, "rack");
  out.rack_place = place_of(entry.value, "rack");
  out.unit = whole(entry.value, "u");
  out.height = whole(entry.value, "height");
  out.phase = phases_.find(text(entry.value, "phase"), place_of(entry.value, "phase"));
  out.panel = panel;
  if (panel && !read_slots(entry.value, out)) return;
  if (!panel)
    if (const syntax::Node* ports = value(entry.value, "ports"))
      for (const syntax::Pair& port : ports->pairs) add_ports(port.key, port.key_place, port.value.text, port.value.place, out);
  nodes_.add(out);
}

void Sites::read_nodes(const syntax::Node& section, const std::string& file, bool panel) {
  if (section.is_scalar()) {
    if (const auto source = reader_.open(Files::beside(file, section.text), section.place)) read_table(*source, panel);
    return;
  }
  for (const syntax::Pair& pair : section.pairs) read_node(pair, panel);
}

// Rows of one name that follow each other are one node; only the first need say where it stands.
void Sites::read_table(std::uint32_t source, bool panel) {
  Table table(reader_, source, panel ? keys::kPanelTable : keys::kEquipmentTable);
  if (!table.usable()) return;
  const std::string_view ports_column = panel ? "slots" : "ports", part_column = panel ? "part" : "optic";
  std::string name, rack;  // the cells of a row last until the next one
  NodeText out;
  const auto flush = [&] {
    if (name.empty()) return;
    RangeFault why;
    out.names = parse_ranges(name, why);
    out.rack = rack;
    nodes_.add(out);
    name.clear();
  };
  while (table.next()) {
    if (table.text("name") != name) {
      flush();
      name = table.text("name");
      rack = table.text("rack");
      out = {};
      out.panel = panel;
      out.place = table.place("name");
      out.rack_place = table.place("rack");
      out.unit = parse_whole(table.text("u"));
      out.height = parse_whole(table.text("height"));
      out.phase = phases_.find(table.text("phase"), table.place("phase"));
    }
    const std::string_view ports = table.text(ports_column), part = table.text(part_column);
    if (part.empty() && ports.empty()) continue;
    if (part.empty() || (ports.empty() && !panel)) {
      reader_.say(kMissingKey, table.place("name"), fmt::format("`{}` is missing", part.empty() ? part_column : ports_column));
      continue;
    }
    add_ports(ports, table.place(ports.empty() ? "name" : ports_column), part, table.place(part_column), out);
  }
  flush();
}

}  // namespace ferrule::lang
