#include "lang/cables.h"

#include <fmt/format.h>

#include "base/text.h"
#include "lang/keys.h"
#include "lang/known_words.h"
#include "lang/values.h"

namespace ferrule::lang {
namespace {

constexpr std::size_t kMostUnplaced = 100'000;
constexpr std::size_t kMostLost = 100'000;
constexpr std::string_view kCappedWord = "capped";  // in place of an end; an end of the plant has a slash in it

bool is_ranged(std::string_view text) { return text.find('[') != std::string_view::npos; }

// "a", "b3", "head", "legs", "leg2" as an end and a plug; nothing for other keys.
std::optional<PlugText> plug_key(std::string_view key) {
  PlugText out;
  std::string_view digits;
  if (key == "head" || key == "a") return out;
  if (key == "legs" || key == "b") return out.end_b = true, out;
  if (key.starts_with("leg"))
    digits = key.substr(3), out.end_b = true;
  else if (key.starts_with("a") || key.starts_with("b"))
    digits = key.substr(1), out.end_b = key.front() == 'b';
  const std::optional<int> number = parse_whole(digits);
  if (!number) return std::nullopt;
  out.number = *number;
  return out;
}

}  // namespace

// The places that one end of all cables of an entry names, in order.
struct Cables::Places {
  struct Item {
    RangedText text;
    diag::Place place;
    std::uint32_t first = 0;  // of all places
    int number = 0;           // plug it is for; 0: by order
  };
  std::vector<Item> items;  // by order first, then those with a number
  std::uint32_t total = 0;  // of those by order
};

std::uint32_t Cables::find_cable(std::string_view name) const {
  const plant::Plant& plant = builder_.plant();
  return ids_.find(name, [&](std::uint32_t asset) { return plant.names.get(plant.asset_name[asset]); });
}

void Cables::lose(std::string_view id) {
  if (lost_.size() < kMostLost) lost_.emplace(id.substr(0, 1000));
}

std::uint32_t Cables::type_of(const CableText& text) {
  if (text.part == last_part_ && last_type_ != Parts::kBroken) return last_type_;
  last_part_ = text.part;
  return last_type_ = parts_.for_cable(text.part, text.part_place);
}

Length Cables::length_of(std::string_view text) {
  if (text != last_length_text_) {
    last_length_text_ = text;
    last_length_ = parse_length(text).value_or(Length{});
  }
  return last_length_;
}

// What is stated is the whole cable; slack that is stated beside it lies in a coil and is not in it. A cable of which only the slack
// is stated has no length that anybody knows.
Length Cables::whole_length(const CableText& text) {
  const Length length = length_of(text.length);
  if (text.slack.empty() || length.millimetre == 0) return length;
  return length + parse_length(text.slack).value_or(Length{});
}

// Adds the asset; kNone when a cable of that name is there already.
std::uint32_t Cables::new_cable(const CableText& text, std::string_view name, std::uint64_t hash) {
  const plant::Plant& plant = builder_.plant();
  const std::uint32_t there =
      ids_.find_if(hash, [&](std::uint32_t asset) { return plant.names.get(plant.asset_name[asset]) == name; });
  if (there != NameTable::kAbsent) {
    reader_.say(kDuplicateName, text.id_place, fmt::format("cable {} is there already", in_quotes(name)))
        .note(plant.place_of_asset(there), "first here");
    return plant::kNone;
  }
  const std::uint32_t cable = builder_.add_asset(text.type, name, whole_length(text), plant::brief(text.id_place));
  ids_.insert(hash, cable);
  if (text.in_phase != plant::kNone) builder_.plant().cable_phase.emplace(cable, text.in_phase);
  if (!text.route.empty() || !text.side.empty() || !text.label.empty() || !text.space.empty()) lay(text, cable);
  return cable;
}

void Cables::lay(const CableText& text, std::uint32_t cable) {
  plant::Laying laying;
  laying.route_side = text.side;
  laying.label = text.label;
  if (!text.space.empty() && known_space(reader_, text.space, text.space_place)) laying.space = text.space;
  for (const auto& [name, place] : text.route) {
    const std::uint32_t tray = nodes_.find_tray(name);
    if (tray != NameTable::kAbsent) {
      laying.trays.push_back(tray);
      continue;
    }
    auto builder = reader_.say(kUnknownEnd, place, fmt::format("there is no tray {}", in_quotes(name)));
    if (reader_.may_advise()) suggest(builder, name, nodes_.some_trays());
  }
  builder_.plant().laying.emplace(cable, std::move(laying));
}

// Its author said where it goes: it is not loose, whatever was wrong with the place.
void Cables::misplace(std::uint32_t connector) {
  std::unordered_set<std::uint32_t>& misplaced = builder_.plant().misplaced;
  if (misplaced.size() < kMostUnplaced) misplaced.insert(connector);
}

void Cables::used_twice(std::uint32_t connector, std::uint32_t first, std::string_view text, diag::Place place) {
  misplace(connector);
  plant::Plant& plant = builder_.plant();
  plant.disputed.push_back(first);
  reader_
      .say(kPortUsedTwice, place,
           fmt::format("{} takes {} and {}", in_quotes(text), printable(plant.spelled(first)),
                       printable(plant.spelled(connector))))
      .note(plant.place_of_asset(plant.connectors[first].asset),
            fmt::format("{} is plugged in here", printable(plant.spelled(first))));
}

void Cables::plug_into_port(std::uint32_t connector, const Spot& spot, std::string_view text, diag::Place place) {
  plant::Plant& plant = builder_.plant();
  plant::PanelPort& port = plant.panel_ports[spot.id];
  const bool front = spot.kind == Spot::Kind::kFront;
  std::uint32_t& mine = front ? port.front : port.rear;
  const std::uint32_t other = front ? port.rear : port.front;
  if (mine != plant::kNone) return used_twice(connector, mine, text, place);
  mine = connector;
  plant.panel_port_at.emplace(connector, spot.id);
  if (other != plant::kNone) builder_.mate(connector, other, spot.joint);
}

// A plug beside others at its end: one of several may stay free, since the cable is there for the others.
bool Cables::is_one_of_several(std::uint32_t connector) const {
  const plant::FaceInfo face = builder_.plant().face_info(connector);
  const PartEnds& ends = parts_.ends(face.type);
  return (face.index < ends.a ? ends.a : ends.b) > 1;
}

void Cables::plug(std::uint32_t connector, const Spot& spot, std::string_view text, diag::Place place) {
  if (text.empty()) return;
  if (text == kCappedWord && is_one_of_several(connector)) {
    builder_.plant().capped.insert(connector);
    return;
  }
  switch (spot.kind) {
    case Spot::Kind::kReceptacle:
      if (!builder_.mate(connector, spot.id, spot.joint))
        used_twice(connector, builder_.plant().connectors[spot.id].mate, text, place);
      return;
    case Spot::Kind::kFront:
    case Spot::Kind::kRear: return plug_into_port(connector, spot, text, place);
    case Spot::Kind::kNone:
      if (unplaced_.size() < kMostUnplaced) unplaced_.push_back({std::string(text.substr(0, 1000)), place});
      return misplace(connector);
    case Spot::Kind::kLost: return misplace(connector);
  }
}

bool Cables::plug_number_fits(const PlugText& plug, const PartEnds& ends) {
  const int count = plug.end_b ? ends.b : ends.a;
  if (plug.number <= count && count > 0) return true;
  reader_.say(
      kUnknownEnd, plug.place,
      fmt::format("end {} of the part has {} plugs, not {}", plug.end_b ? "b" : "a", count, plug.number > 0 ? plug.number : 1));
  return false;
}

// Brings the places of each end in order and checks that they are as many as the plugs.
bool Cables::spread(const CableText& text, std::uint32_t cables, const PartEnds& ends, std::array<Places, 2>& out) {
  for (const PlugText& plug : text.plugs) {
    RangeFault why;
    std::optional<RangedText> range = parse_ranges(plug.text, why);
    if (!range || !plug_number_fits(plug, ends)) return false;
    Places& places = out[plug.end_b ? 1 : 0];
    const std::uint32_t count = range->count();
    if (plug.number > 0 && range->ranged() && count != cables) {
      reader_.say(kBadRange, plug.place,
                  fmt::format("{} places for one plug of {} cables", with_thousands(count), with_thousands(cables)));
      return false;
    }
    places.items.push_back({std::move(*range), plug.place, places.total, plug.number});
    if (plug.number == 0) places.total += count;
    if (places.total > kMostInRange) {
      reader_.say(kBadRange, plug.place, "more than 1,000,000 places at one end");
      return false;
    }
  }
  for (bool end_b : {false, true}) {
    const Places& places = out[end_b ? 1 : 0];
    const std::uint32_t plugs = end_b ? ends.b : ends.a;
    const bool all_alike = places.total == 1 && plugs == 1;
    if (places.total == 0 || all_alike || places.total == cables * plugs) continue;
    auto builder =
        reader_.say(kBadRange, places.items.front().place,
                    cables == 1 ? fmt::format("end {} has {} plugs, {} places are named", end_b ? "b" : "a", plugs, places.total)
                                : fmt::format("{} cables with {} plugs each at end {}, {} places are named",
                                              with_thousands(cables), plugs, end_b ? "b" : "a", with_thousands(places.total)));
    builder.help("name one place per plug: a list, a range, or the keys b1, b2, ...; cables in order, plugs of each in order");
    return false;
  }
  return true;
}

void Cables::add_many(const CableText& text, const RangedText& ids) {
  const PartEnds& ends = parts_.ends(text.type);
  std::array<Places, 2> places;
  if (!reader_.afford((builder_.type(text.type).faces.size() + 3 + text.id.size() / 16) * ids.count(), text.id_place)) return;
  if (!spread(text, ids.count(), ends, places)) return lose(text.id);
  std::string name, room;
  const auto plug_in = [&](std::uint32_t connector, std::string_view where, diag::Place place) {
    if (!where.empty()) plug(connector, ends_.find(where), where, place);
  };
  for (std::uint32_t i = 0; i < ids.count(); ++i) {
    const std::string_view id = ids.at(i, name);
    const std::uint32_t cable = new_cable(text, id, ids_.hash(id));
    if (cable == plant::kNone) continue;
    for (bool end_b : {false, true}) {
      const std::uint32_t first = builder_.connector(cable, end_b ? ends.a : 0);
      const std::uint32_t plugs = end_b ? ends.b : ends.a;
      for (const Places::Item& item : places[end_b ? 1 : 0].items) {
        if (item.number > 0) {
          plug_in(first + static_cast<std::uint32_t>(item.number) - 1, item.text.at(i, room), item.place);
          continue;
        }
        // Of all places by order, those of this cable are [begin, begin + plugs).
        const std::uint32_t begin = places[end_b ? 1 : 0].total == 1 ? 0 : i * plugs;
        const std::uint32_t low = std::max(begin, item.first), high = std::min(begin + plugs, item.first + item.text.count());
        for (std::uint32_t at = low; at < high; ++at)
          plug_in(first + (at - begin), item.text.at(at - item.first, room), item.place);
      }
    }
  }
}

// The common case: one cable, one place per plug, no ranges.
void Cables::add_one(const CableText& text) {
  if (!reader_.afford(builder_.type(text.type).faces.size() + 3, text.id_place)) return;
  const std::uint32_t cable = new_cable(text, text.id, text.hash);
  if (cable == plant::kNone) return;
  const PartEnds& ends = parts_.ends(text.type);
  for (const PlugText& one : text.plugs) {
    const auto index = static_cast<std::size_t>((one.end_b ? ends.a : 0) + std::max(one.number, 1) - 1);
    plug(builder_.connector(cable, index), one.spot, one.text, one.place);
  }
}

// Looks up what an entry names, and asks for the memory that adding it will touch.
void Cables::prepare(CableText& text) {
  text.type = type_of(text);
  if (text.type == Parts::kBroken) return;
  text.in_phase = phases_.find(text.phase, text.phase_place);
  const PartEnds& ends = parts_.ends(text.type);
  text.plain = !is_ranged(text.id);
  int whole_ends[2] = {0, 0};
  for (const PlugText& plug : text.plugs) {
    const std::uint16_t plugs = plug.end_b ? ends.b : ends.a;
    whole_ends[plug.end_b ? 1 : 0] += plug.number == 0 ? 1 : 0;
    text.plain = text.plain && !is_ranged(plug.text) && (plug.number == 0 ? plugs == 1 : plug.number <= plugs);
  }
  text.plain = text.plain && whole_ends[0] <= 1 && whole_ends[1] <= 1;
  if (!text.plain) return;
  text.hash = ids_.hash(text.id);
  ids_.prefetch(text.hash);
  const plant::Plant& plant = builder_.plant();
  for (PlugText& plug : text.plugs) {
    if (plug.text.empty()) continue;
    plug.spot = ends_.find(plug.text);
    if (plug.spot.kind == Spot::Kind::kReceptacle) __builtin_prefetch(&plant.connectors[plug.spot.id], 1);
    if (plug.spot.kind == Spot::Kind::kFront || plug.spot.kind == Spot::Kind::kRear)
      __builtin_prefetch(&plant.panel_ports[plug.spot.id], 1);
  }
}

// Plugs in panels are mated with what is in the other side of the port: asks for that, too.
void Cables::look_ahead(const CableText& text) const {
  if (!text.plain) return;
  const plant::Plant& plant = builder_.plant();
  for (const PlugText& plug : text.plugs) {
    if (plug.spot.kind != Spot::Kind::kFront && plug.spot.kind != Spot::Kind::kRear) continue;
    const plant::PanelPort& port = plant.panel_ports[plug.spot.id];
    const std::uint32_t other = plug.spot.kind == Spot::Kind::kFront ? port.rear : port.front;
    if (other != plant::kNone) __builtin_prefetch(&plant.connectors[other], 1);
  }
}

void Cables::add(const CableText& text) {
  if (text.type == Parts::kBroken) return lose(text.id);
  if (text.plain) return add_one(text);
  RangeFault why;
  if (const std::optional<RangedText> ids = parse_ranges(text.id, why)) add_many(text, *ids);
}

void Cables::add(const syntax::Node& entry) {
  if (!fits(reader_, entry, keys::kCableEntry, "an item of cables")) return lose(lang::text(entry, "id"));
  CableText out;
  out.id = lang::text(entry, "id");
  out.id_place = place_of(entry, "id");
  out.part = lang::text(entry, "part");
  out.part_place = place_of(entry, "part");
  out.length = lang::text(entry, "length");
  out.slack = lang::text(entry, "slack");
  out.side = lang::text(entry, "side");
  out.label = lang::text(entry, "label");
  out.space = lang::text(entry, "space");
  out.space_place = place_of(entry, "space");
  out.phase = lang::text(entry, "phase");
  out.phase_place = place_of(entry, "phase");
  for (const syntax::Node* tray : scalars(value(entry, "route"))) out.route.emplace_back(tray->text, tray->place);
  for (const syntax::Pair& pair : entry.pairs) {
    if (pair.key == "id" || pair.key == "part" || pair.key == "length" || pair.key == "label") continue;
    std::optional<PlugText> plug = plug_key(pair.key);
    if (!plug) continue;
    if (pair.value.is_sequence()) {
      for (const syntax::Node& item : pair.value.items) {
        plug->text = item.text;
        plug->place = item.place;
        out.plugs.push_back(*plug);
      }
    } else if (pair.value.is_scalar()) {
      plug->text = pair.value.text;
      plug->place = pair.value.place;
      out.plugs.push_back(*plug);
    }
  }
  prepare(out);
  add(out);
}

// For a long table at once; many short ones grow as vectors do.
void Cables::make_room(std::size_t lines) {
  const plant::Plant& plant = builder_.plant();
  const std::size_t connectors = plant.connectors.size() + 2 * lines;
  if (connectors <= plant.connectors.capacity() || lines < 1000) return;
  const std::size_t more = std::max(lines, plant.asset_count() / 2);
  builder_.reserve(plant.asset_count() + more, plant.connectors.size() + 2 * more, plant.links.size());
  builder_.plant().names.reserve(plant.asset_count() + more, (ids_.size() + more) * 8);
  ids_.reserve(ids_.size() + lines);
}

// The columns of a cable table, found once.
class Cables::Columns {
 public:
  explicit Columns(const Table& table)
      : table_(table),
        id_(table.column("id")),
        part_(table.column("part")),
        length_(table.column("length")),
        slack_(table.column("slack")),
        route_(table.column("route")),
        side_(table.column("side")),
        label_(table.column("label")),
        space_(table.column("space")),
        phase_(table.column("phase")) {
    for (std::size_t i = 0; i < table.columns(); ++i)
      if (table.key(i) != nullptr)
        if (const std::optional<PlugText> plug = plug_key(table.name(i))) plugs_.emplace_back(i, *plug);
  }

  void read(CableText& out) const {
    out.plugs.clear();
    out.route.clear();
    out.plain = false;
    out.id = cell(id_);
    out.id_place = table_.place(*id_);
    out.part = cell(part_);
    out.part_place = table_.place(*part_);
    out.length = cell(length_);
    out.slack = cell(slack_);
    out.side = cell(side_);
    out.label = cell(label_);
    out.space = cell(space_);
    if (space_) out.space_place = table_.place(*space_);
    out.phase = cell(phase_);
    if (phase_) out.phase_place = table_.place(*phase_);
    if (!cell(route_).empty())
      for (std::string_view tray : split(cell(route_), ';')) out.route.emplace_back(tray, table_.place(*route_));
    for (const auto& [column, like] : plugs_) {
      if (table_.text(column).empty()) continue;
      PlugText& plug = out.plugs.emplace_back(like);
      plug.text = table_.text(column);
      plug.place = table_.place(column);
    }
  }

 private:
  std::string_view cell(const std::optional<std::size_t>& column) const {
    return column ? table_.text(*column) : std::string_view();
  }
  const Table& table_;
  std::optional<std::size_t> id_, part_, length_, slack_, route_, side_, label_, space_, phase_;
  std::vector<std::pair<std::size_t, PlugText>> plugs_;
};

// Rows are taken a few dozen at a time: all are looked up first, so that memory has been fetched when they are added one by one.
void Cables::add_table(std::uint32_t source) {
  Table table(reader_, source, keys::kCableTable);
  if (!table.usable()) return;
  make_room(table.lines());
  const Columns columns(table);
  std::array<CableText, 48> batch;
  for (bool more = true; more;) {
    std::size_t rows = 0;
    while (rows < batch.size()) {
      more = table.next();
      if (!more) break;
      columns.read(batch[rows]);
      prepare(batch[rows++]);
      if (!table.row_stays()) break;
    }
    for (std::size_t i = 0; i < rows; ++i) look_ahead(batch[i]);
    for (std::size_t i = 0; i < rows; ++i) add(batch[i]);
  }
}

bool Cables::names_cable(std::string_view text) const {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return false;
  return find_cable(text.substr(0, slash)) != NameTable::kAbsent || lost_.find(text.substr(0, slash)) != lost_.end();
}

void Cables::finish() {
  for (const Unplaced& one : unplaced_) {
    if (ends_.node_of(one.text) == Nodes::kAbsent && names_cable(one.text)) {
      reader_
          .say(kPlugMeetsPlug, one.place,
               fmt::format("{} is the end of a cable: two plugs need a coupler between them", in_quotes(one.text)))
          .help("write under couplers: {id: K1, a: ..., b: " + printable(one.text) + ", adapter: A}");
    } else {
      ends_.explain(one.text, one.place);
    }
  }
  unplaced_.clear();
}

Cables::Plug Cables::find_plug(std::string_view text) const {
  const std::size_t slash = text.find('/');
  const std::string_view name = text.substr(0, slash);
  const std::uint32_t cable = find_cable(name);
  if (cable == NameTable::kAbsent) return {lost_.find(name) != lost_.end() ? Plug::Kind::kLost : Plug::Kind::kNone, 0};
  if (slash == std::string_view::npos) return {};
  const std::uint32_t type = builder_.plant().faces[builder_.plant().connectors[builder_.connector(cable)].face()].type;
  const std::optional<std::uint16_t> face = parts_.ends(type).face(text.substr(slash + 1));
  if (!face) return {};
  return {Plug::Kind::kPlug, builder_.connector(cable, *face)};
}

void Cables::explain_plug(std::string_view text, diag::Place place) const {
  const std::string_view name = text.substr(0, text.find('/'));
  const std::uint32_t cable = find_cable(name);
  if (cable == NameTable::kAbsent) {
    auto builder = reader_.say(kUnknownEnd, place, fmt::format("there is no cable {}", in_quotes(name)));
    if (ends_.node_of(text) != Nodes::kAbsent)
      builder.help("splices and couplers join cable ends; a cable is plugged into a panel or port by its own `a` or `b`");
    return;
  }
  const std::uint32_t type = builder_.plant().faces[builder_.plant().connectors[builder_.connector(cable)].face()].type;
  reader_.say(kUnknownEnd, place, fmt::format("{} names no end of a cable", in_quotes(text)))
      .help(fmt::format("ends of {}: {}", printable(name), face_list(parts_.ends(type))));
}

}  // namespace ferrule::lang
