#include "lang/nodes.h"

#include <fmt/format.h>

#include "base/text.h"

namespace ferrule::lang {
namespace {

constexpr std::size_t kSomeNames = 2000;

plant::ShortPlace shortened_place(diag::Place place) {
  return {place.source, place.offset, static_cast<std::uint16_t>(std::min<std::uint32_t>(place.length, 0xFFFF))};
}

bool may_meet(const plant::NameRun& a, const plant::NameRun& b) {
  const std::size_t same = std::min(a.prefix.size(), b.prefix.size());
  return a.prefix.compare(0, same, b.prefix, 0, same) == 0;
}

// The first name that two runs share.
std::optional<std::string> shared_name(const plant::NameRun& a, const plant::NameRun& b) {
  if (!may_meet(a, b)) return std::nullopt;
  const plant::NameRun& fewer = a.count <= b.count ? a : b;
  const plant::NameRun& more = a.count <= b.count ? b : a;
  for (std::uint32_t i = 0; i < fewer.count; ++i)
    if (std::string name = fewer.at(i); more.index_of(name)) return name;
  return std::nullopt;
}

}  // namespace

std::uint32_t Nodes::PortIndex::find(std::string_view name) const {
  return table.find_if(table.hash(name), [&](std::uint32_t id) {
    const PortRef& ref = refs[id];
    return runs[ref.run].index_of(name) == std::optional<std::uint32_t>(ref.index);
  });
}

std::uint32_t Nodes::find(std::string_view name) const {
  const std::vector<plant::Node>& nodes = builder_.plant().nodes;
  if (last_ != kAbsent && nodes[last_].name == name) return last_;
  return last_ = nodes_.find(name, [&](std::uint32_t id) -> std::string_view { return nodes[id].name; });
}

std::uint32_t Nodes::find_tray(std::string_view name) const {
  return trays_.find(name, [&](std::uint32_t id) -> std::string_view { return builder_.plant().trays[id].name; });
}

Nodes::Found Nodes::find_port(std::uint32_t node, std::string_view name, PortRef& port) const {
  const plant::Node& here = builder_.plant().nodes[node];
  if ((flags_[node] & kLarge) != 0) {
    const PortIndex& index = *indexes_.at(node);
    const std::uint32_t id = index.find(name);
    if (id == NameTable::kAbsent) return Found::kNo;
    const PortRef& ref = index.refs[id];
    if (index.kept[ref.run] == kLeftOut) return Found::kLost;
    port = {here.first_run + index.kept[ref.run], ref.index};
    return Found::kYes;
  }
  for (std::uint32_t run = here.first_run; run < here.first_run + here.runs; ++run)
    if (const std::optional<std::uint32_t> at = builder_.plant().runs[run].names.index_of(name)) {
      port = {run, *at};
      return Found::kYes;
    }
  if ((flags_[node] & kLost) != 0)
    for (const plant::NameRun& run : *lost_.at(node))
      if (run.index_of(name)) return Found::kLost;
  return Found::kNo;
}

// True when `name` is new in `table`; says where the first one is otherwise.
bool Nodes::claim(NameTable& table, std::string_view what, const std::string& name, diag::Place place, std::uint32_t id) {
  const plant::Plant& plant = builder_.plant();
  const auto name_of = [&](std::uint32_t other) -> std::string_view {
    return &table == &nodes_ ? plant.nodes[other].name : &table == &racks_ ? plant.racks[other].name : plant.trays[other].name;
  };
  const std::uint32_t there = table.find(name, name_of);
  if (there == NameTable::kAbsent) {
    table.insert(table.hash(name), id);
    return true;
  }
  const diag::Place first = &table == &nodes_   ? plant.nodes[there].place
                            : &table == &racks_ ? plant.racks[there].place
                                                : plant.trays[there].place;
  reader_.say(kDuplicateName, place, fmt::format("{} {} is there already", what, in_quotes(name))).note(first, "first here");
  return false;
}

namespace {
Length moved(Length from, Length step, std::uint32_t times) { return {from.millimetre + step.millimetre * times}; }
}  // namespace

std::size_t Nodes::add_rack(const RangedText& names, const plant::Rack& like, Offset step) {
  if (!reader_.afford((std::uint64_t{12} + names.text().size() / 16) * names.count(), like.place))
    return builder_.plant().racks.size();
  std::string room;
  for (std::uint32_t i = 0; i < names.count(); ++i) {
    plant::Rack rack = like;
    rack.name = names.at(i, room);
    rack.x = moved(like.x, step.x, i);
    rack.y = moved(like.y, step.y, i);
    if (claim(racks_, "rack", rack.name, like.place, static_cast<std::uint32_t>(builder_.plant().racks.size())))
      builder_.plant().racks.push_back(std::move(rack));
  }
  return builder_.plant().racks.size();
}

std::size_t Nodes::add_tray(const RangedText& names, const plant::Tray& like, Offset step) {
  if (!reader_.afford((std::uint64_t{12} + names.text().size() / 16) * names.count(), like.place))
    return builder_.plant().trays.size();
  std::string room;
  for (std::uint32_t i = 0; i < names.count(); ++i) {
    plant::Tray tray = like;
    tray.name = names.at(i, room);
    tray.from_x = moved(like.from_x, step.x, i);
    tray.from_y = moved(like.from_y, step.y, i);
    tray.to_x = moved(like.to_x, step.x, i);
    tray.to_y = moved(like.to_y, step.y, i);
    if (claim(trays_, "tray", tray.name, like.place, static_cast<std::uint32_t>(builder_.plant().trays.size())))
      builder_.plant().trays.push_back(std::move(tray));
  }
  return builder_.plant().trays.size();
}

std::uint32_t Nodes::find_rack(const NodeText& text, std::string_view name) {
  if (name.empty()) return plant::kNone;
  const std::vector<plant::Rack>& racks = builder_.plant().racks;
  const std::uint32_t rack = racks_.find(name, [&](std::uint32_t id) -> std::string_view { return racks[id].name; });
  if (rack != NameTable::kAbsent) return rack;
  auto builder = reader_.say(kUnknownEnd, text.rack_place, fmt::format("there is no rack {}", in_quotes(name)));
  if (!reader_.may_advise()) return plant::kNone;
  std::vector<std::string> known;
  for (std::size_t i = 0; i < racks.size() && i < kSomeNames; ++i) known.push_back(racks[i].name);
  suggest(builder, name, known);
  return plant::kNone;
}

std::uint64_t Nodes::cost(const NodeText& text) const {
  std::uint64_t units = 12 + text.names->text().size() / 16;
  for (const PortText& port : text.ports)
    for (const plant::NameRun& run : port.names) {
      units += 8;
      if (port.type == Parts::kBroken) continue;
      const PartEnds& ends = parts_.ends(port.type);
      const std::uint64_t each = ends.kind == plant::Kind::kAdapterPanel ? ends.ports : builder_.type(port.type).faces.size() + 2;
      units += each * run.count;
    }
  return units;
}

void Nodes::say_double(const NodeText& text, const PortText& port, std::string_view name) {
  reader_.say(kDuplicateName, port.place, fmt::format("{} {} is there already", text.panel ? "slot" : "port", in_quotes(name)));
}

// Among a few runs doubles are looked for pair by pair.
void Nodes::settle_few(const NodeText& text, Settled& out) {
  std::vector<const plant::NameRun*> before;
  for (const PortText& port : text.ports)
    for (const plant::NameRun& run : port.names) {
      std::optional<std::string> doubled;
      for (const plant::NameRun* other : before)
        if (!doubled) doubled = shared_name(*other, run);
      if (doubled) say_double(text, port, *doubled);
      if (!doubled) before.push_back(&run);
      if (!doubled && port.type != Parts::kBroken) {
        out.kept.push_back({&port, &run});
        continue;
      }
      if (!out.lost) out.lost = std::make_shared<std::vector<plant::NameRun>>();
      out.lost->push_back(run);
    }
}

bool Nodes::settle_many(const NodeText& text, Settled& out) {
  auto index = std::make_shared<PortIndex>();
  std::size_t most = 0;
  for (const PortText& port : text.ports)
    for (const plant::NameRun& run : port.names) most += run.count;
  if (!reader_.afford(2 * most, text.place)) return false;
  index->table.reserve(most);
  for (const PortText& port : text.ports)
    for (const plant::NameRun& run : port.names) {
      const auto number = static_cast<std::uint32_t>(index->runs.size());
      index->runs.push_back(run);
      bool doubled = false;
      for (std::uint32_t i = 0; i < run.count && !doubled; ++i) {
        const std::string name = run.at(i);
        doubled = index->find(name) != NameTable::kAbsent;
        if (doubled) {
          say_double(text, port, name);
          break;
        }
        index->refs.push_back({number, i});
        index->table.insert(index->table.hash(name), static_cast<std::uint32_t>(index->refs.size() - 1));
      }
      const bool keep = !doubled && port.type != Parts::kBroken;
      index->kept.push_back(keep ? static_cast<std::uint32_t>(out.kept.size()) : kLeftOut);
      if (keep) out.kept.push_back({&port, &run});
    }
  out.index = std::move(index);
  return true;
}

std::optional<Nodes::Settled> Nodes::settle(const NodeText& text) {
  Settled out;
  std::size_t runs = 0;
  for (const PortText& port : text.ports) runs += port.names.size();
  if (runs > kFewRuns) {
    if (!settle_many(text, out)) return std::nullopt;
  } else {
    settle_few(text, out);
  }
  const plant::NameRun* only = runs == 1 ? &text.ports.front().names.front() : nullptr;
  out.flat = only != nullptr && only->prefix.empty() && !only->numbered;
  return out;
}

void Nodes::add_run(const PortText& port, const plant::NameRun& names, std::uint32_t node) {
  plant::Plant& plant = builder_.plant();
  plant::Run run;
  run.names = names;
  run.node = node;
  run.type = port.type;
  const PartEnds& ends = parts_.ends(port.type);
  if (ends.kind == plant::Kind::kAdapterPanel) {
    run.ports_each = ends.ports;
    run.first_panel_port = static_cast<std::uint32_t>(plant.panel_ports.size());
    plant.panel_ports.resize(plant.panel_ports.size() + std::size_t{names.count} * ends.ports);
  } else {
    const plant::ShortPlace place = shortened_place(port.place);
    run.first_asset = static_cast<std::uint32_t>(plant.asset_count());
    for (std::uint32_t i = 0; i < names.count; ++i) builder_.add_asset(port.type, {}, {}, place);
    plant.asset_run.push_back(static_cast<std::uint32_t>(plant.runs.size()));
  }
  plant.runs.push_back(std::move(run));
}

void Nodes::add_one(const NodeText& text, std::string name, std::uint32_t rack, const Settled& ports) {
  plant::Plant& plant = builder_.plant();
  const auto id = static_cast<std::uint32_t>(plant.nodes.size());
  if (!claim(nodes_, "equipment or panel", name, text.place, id)) return;
  plant::Node node;
  node.name = std::move(name);
  node.panel = text.panel;
  node.rack = rack;
  node.unit = text.unit.value_or(0);
  node.height = text.height.value_or(1);
  node.phase = text.phase != plant::kNone ? text.phase : rack != plant::kNone ? plant.racks[rack].phase : plant::kNone;
  node.place = text.place;
  node.first_run = static_cast<std::uint32_t>(plant.runs.size());
  node.runs = static_cast<std::uint32_t>(ports.kept.size());
  plant.nodes.push_back(std::move(node));
  for (const Settled::Kept& kept : ports.kept) add_run(*kept.port, *kept.names, id);
  flags_.push_back(static_cast<std::uint8_t>((ports.flat ? kFlat : 0) | (ports.index ? kLarge : 0) | (ports.lost ? kLost : 0)));
  if (ports.index) indexes_.emplace(id, ports.index);
  if (ports.lost) lost_.emplace(id, ports.lost);
}

void Nodes::add(const NodeText& text) {
  const std::uint32_t count = text.names->count();
  RangeFault why;
  const std::optional<RangedText> racks = parse_ranges(text.rack, why);
  if (!racks || (racks->ranged() && racks->count() != count)) {
    reader_
        .say(kBadRange, text.rack_place,
             fmt::format("{} names in {} racks", with_thousands(count), with_thousands(racks ? racks->count() : 0)))
        .help("a range of racks runs in step with the range of names");
    return;
  }
  const std::uint64_t each = cost(text);
  if (each > Budget::kMost || !reader_.afford(each * count, text.place)) {
    reader_.afford(Budget::kMost, text.place);
    return;
  }
  const std::optional<Settled> ports = settle(text);
  if (!ports) return;
  std::string room;
  std::uint32_t rack = plant::kNone;
  for (std::uint32_t i = 0; i < count; ++i) {
    if (i == 0 || racks->ranged()) rack = find_rack(text, racks->at(i, room));
    add_one(text, std::string(text.names->at(i, room)), rack, *ports);
  }
}

std::vector<std::string> Nodes::some_names() const {
  std::vector<std::string> out;
  const std::vector<plant::Node>& nodes = builder_.plant().nodes;
  for (std::size_t i = 0; i < nodes.size() && i < kSomeNames; ++i) out.push_back(nodes[i].name);
  return out;
}

std::vector<std::string> Nodes::some_ports(std::uint32_t node) const {
  std::vector<std::string> out;
  const plant::Node& here = builder_.plant().nodes[node];
  for (std::uint32_t run = here.first_run; run < here.first_run + here.runs; ++run) {
    const plant::NameRun& names = builder_.plant().runs[run].names;
    for (std::uint32_t i = 0; i < names.count && out.size() < kSomeNames; ++i) out.push_back(names.at(i));
  }
  return out;
}

std::vector<std::string> Nodes::some_trays() const {
  std::vector<std::string> out;
  for (const plant::Tray& tray : builder_.plant().trays)
    if (out.size() < kSomeNames) out.push_back(tray.name);
  return out;
}

}  // namespace ferrule::lang
