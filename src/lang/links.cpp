#include "lang/links.h"

#include <fmt/format.h>

#include "base/text.h"
#include "lang/keys.h"
#include "lang/values.h"

namespace ferrule::lang {
namespace {}  // namespace

std::optional<PortSpot> Links::port(std::string_view text, diag::Place place) {
  const PortSpot spot = ends_.find_port(text);
  if (spot.kind == PortSpot::Kind::kPort) return spot;
  if (spot.kind == PortSpot::Kind::kNone) ends_.explain_port(text, place);
  return std::nullopt;
}

std::optional<std::uint32_t> Links::lane_set(std::uint32_t connector, const PortSpot& spot, bool receive_only, bool transmit_only,
                                             std::string_view text, diag::Place place) {
  const std::uint32_t face = builder_.plant().connectors[connector].face();
  if (const auto set = builder_.lane_set(face, spot.first_lane, spot.lanes, receive_only, transmit_only)) return set;
  const plant::PartType& type = builder_.plant().face_type(face);
  if (!type.map_known) {
    const auto [entry, fresh] = empty_sets_.try_emplace(face, static_cast<std::uint32_t>(builder_.plant().lane_sets.size()));
    if (fresh) {
      plant::LaneSet set;
      set.face = face;
      builder_.plant().lane_sets.push_back(std::move(set));
    }
    return entry->second;
  }
  int lanes = 0;
  for (const plant::Lane& lane : type.lanes) lanes = std::max(lanes, lane.number + 1);
  reader_.say(kUnknownEnd, place, fmt::format("{} names lanes that are not there", in_quotes(text)))
      .help(fmt::format("{} has lanes 1 to {}", type.name, lanes));
  return std::nullopt;
}

bool Links::add_bundles(const LinkText& text, const PortSpot& a, const PortSpot* b, std::string_view a_text,
                        std::string_view b_text) {
  const plant::Plant& plant = builder_.plant();
  const auto receptacles = [&](const PortSpot& spot) {
    return spot.receptacle >= 0 ? 1u : plant.asset_first[spot.asset + 1] - plant.asset_first[spot.asset];
  };
  const std::uint32_t count = receptacles(a);
  if (b != nullptr && receptacles(*b) != count) {
    reader_
        .say(kFaceMismatch, text.b_place,
             fmt::format("{} has {} receptacles, {} has {}", in_quotes(a_text), count, in_quotes(b_text), receptacles(*b)))
        .help("name the receptacle: leaf1/Eth1/1");
    return false;
  }
  bundles_.clear();
  for (std::uint32_t i = 0; i < count; ++i) {
    plant::Bundle bundle;
    bundle.a = builder_.connector(a.asset, a.receptacle >= 0 ? static_cast<std::size_t>(a.receptacle) : i);
    const auto a_set = lane_set(bundle.a, a, false, text.one_way, a_text, text.a_place);
    if (!a_set) return false;
    bundle.a_set = *a_set;
    if (b != nullptr) {
      bundle.b = builder_.connector(b->asset, b->receptacle >= 0 ? static_cast<std::size_t>(b->receptacle) : i);
      const auto b_set = lane_set(bundle.b, *b, text.one_way, false, b_text, text.b_place);
      if (!b_set) return false;
      bundle.b_set = *b_set;
    }
    bundles_.push_back(bundle);
  }
  return true;
}

void Links::add_one(const LinkText& text, std::string_view id, std::string_view a, std::string_view b) {
  const plant::Plant& plant = builder_.plant();
  const std::uint64_t hash = ids_.hash(id);
  const std::uint32_t there =
      ids_.find_if(hash, [&](std::uint32_t link) { return plant.names.get(plant.links[link].name) == id; });
  if (there != NameTable::kAbsent) {
    const plant::ShortPlace& first = plant.links[there].place;
    reader_.say(kDuplicateName, text.id_place, fmt::format("link {} is there already", in_quotes(id)))
        .note({first.source, first.offset, first.length}, "first here");
    return;
  }
  const std::optional<PortSpot> from = port(a, text.a_place);
  if (!from) return;
  const bool any = b == "any";
  const std::optional<PortSpot> to = any ? std::nullopt : port(b, text.b_place);
  if (!any && !to) return;
  if (!add_bundles(text, *from, to ? &*to : nullptr, a, b)) return;
  const auto link = static_cast<std::uint32_t>(plant.links.size());
  builder_.add_link(id, plant::brief(text.id_place));
  for (const plant::Bundle& bundle : bundles_) builder_.add_bundle(bundle);
  ids_.insert(hash, link);
  if (!text.application.empty()) builder_.plant().link_application.emplace(link, text.application);
}

void Links::add(const LinkText& text) {
  const auto ranged = [](std::string_view one) { return one.find('[') != std::string_view::npos; };
  if (!ranged(text.id) && !ranged(text.a) && !ranged(text.b)) {
    if (reader_.afford(4, text.id_place)) add_one(text, text.id, text.a, text.b);
    return;
  }
  RangeFault why;
  const std::optional<RangedText> ids = parse_ranges(text.id, why), as = parse_ranges(text.a, why),
                                  bs = parse_ranges(text.b, why);
  if (!ids || !as || !bs) return;
  for (const auto& [one, place] : {std::pair{&*as, text.a_place}, std::pair{&*bs, text.b_place}}) {
    if (one->count() == ids->count() || (one == &*bs && text.b == "any")) continue;
    reader_.say(kBadRange, place, fmt::format("{} for {}", counted(one->count(), "end"), counted(ids->count(), "link")))
        .help("ranges of one entry run in step, so their counts must be the same");
    return;
  }
  if (!reader_.afford((4 + text.id.size() / 16) * ids->count(), text.id_place)) return;
  std::string id, a, b;
  for (std::uint32_t i = 0; i < ids->count(); ++i) add_one(text, ids->at(i, id), as->at(i, a), bs->at(i, b));
}

void Links::add(const syntax::Node& entry) {
  if (!fits(reader_, entry, keys::kLinkEntry, "an item of links")) return;
  LinkText out;
  out.id = lang::text(entry, "id");
  out.a = lang::text(entry, "a");
  out.b = lang::text(entry, "b");
  out.application = lang::text(entry, "application");
  out.one_way = yes(entry, "one_way");
  out.id_place = place_of(entry, "id");
  out.a_place = place_of(entry, "a");
  out.b_place = place_of(entry, "b");
  add(out);
}

void Links::add_table(std::uint32_t source) {
  Table table(reader_, source, keys::kLinkTable);
  if (!table.usable()) return;
  const std::size_t id = *table.column("id"), a = *table.column("a"), b = *table.column("b");
  const std::optional<std::size_t> application = table.column("application"), one_way = table.column("one_way");
  if (const std::size_t lines = table.lines(); lines >= 1000) {
    const plant::Plant& plant = builder_.plant();
    if (plant.links.size() + lines > plant.links.capacity())
      builder_.reserve(0, 0, plant.links.size() + std::max(lines, plant.links.size() / 2));
    ids_.reserve(ids_.size() + lines);
  }
  while (table.next()) {
    LinkText out;
    out.id = table.text(id);
    out.a = table.text(a);
    out.b = table.text(b);
    out.id_place = table.place(id);
    out.a_place = table.place(a);
    out.b_place = table.place(b);
    if (application) out.application = table.text(*application);
    out.one_way = one_way && table.text(*one_way) == "true";
    add(out);
  }
}

}  // namespace ferrule::lang
