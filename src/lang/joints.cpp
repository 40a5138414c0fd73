#include "lang/joints.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"
#include "lang/keys.h"
#include "lang/part_block.h"
#include "lang/values.h"

namespace ferrule::lang {

// Splices and couplers share their names, as they would share a list of joints on site.
bool Joints::claim(std::string_view name, diag::Place place) {
  const std::uint32_t there = ids_.find(name, [&](std::uint32_t id) { return names_.get(id); });
  if (there != NameTable::kAbsent) {
    reader_.say(kDuplicateName, place, fmt::format("joint {} is there already", in_quotes(name)))
        .note(places_[there], "first here");
    return false;
  }
  ids_.insert(ids_.hash(name), names_.add(name));
  places_.push_back(place);
  return true;
}

std::optional<std::uint32_t> Joints::join(std::string_view a, std::string_view b, const syntax::Node& entry, plant::Joint joint) {
  using Kind = Cables::Plug::Kind;
  std::array<Cables::Plug, 2> plugs;
  const std::array<std::string_view, 2> texts{a, b};
  const std::array<std::string_view, 2> keys{"a", "b"};
  bool good = true;
  for (std::size_t i = 0; i < 2; ++i) {
    plugs[i] = cables_.find_plug(texts[i]);
    if (plugs[i].kind == Kind::kNone) cables_.explain_plug(texts[i], place_of(entry, keys[i]));
    good = good && plugs[i].kind == Kind::kPlug;
  }
  if (!good) return std::nullopt;
  plant::Plant& plant = builder_.plant();
  for (std::size_t i = 0; i < 2; ++i) {
    const std::uint32_t plug = plugs[i].connector;
    if (!builder_.mated(plug) && plant.panel_port_at.find(plug) == plant.panel_port_at.end()) continue;
    plant.disputed.push_back(plug);
    reader_.say(kPortUsedTwice, place_of(entry, keys[i]), fmt::format("{} is in use already", in_quotes(texts[i])))
        .note(plant.place_of_asset(plant.connectors[plug].asset), "the cable is here");
    return std::nullopt;
  }
  if (builder_.mate(plugs[0].connector, plugs[1].connector, joint)) return plugs[0].connector;
  reader_.say(kPortUsedTwice, place_of(entry, "b"), fmt::format("{} cannot meet itself", in_quotes(b)));
  return std::nullopt;
}

// An adapter is a part that is bought; a splice is not.
void Joints::keep(std::string_view name, std::uint32_t plug, diag::Place place) {
  plant::Plant& plant = builder_.plant();
  const auto length = static_cast<std::uint16_t>(std::min<std::uint32_t>(place.length, 0xFFFF));
  plant.couplers.push_back({plant.names.add(name), plug, {place.source, place.offset, length}});
}

void Joints::add(const syntax::Node& entry, plant::Joint joint) {
  std::array<std::optional<RangedText>, 3> texts;
  constexpr std::string_view kKeys[] = {"id", "a", "b"};
  RangeFault why;
  for (std::size_t i = 0; i < 3; ++i) {
    texts[i] = parse_ranges(text(entry, kKeys[i]), why);
    if (!texts[i]) return;
  }
  const std::uint32_t count = texts[0]->count();
  for (std::size_t i = 1; i < 3; ++i) {
    if (texts[i]->count() == count) continue;
    reader_
        .say(kBadRange, place_of(entry, kKeys[i]),
             fmt::format("{} for {}", counted(texts[i]->count(), "end"), counted(count, "name")))
        .help("ranges of one entry run in step, so their counts must be the same");
    return;
  }
  if (!reader_.afford(std::uint64_t{4} * count, entry.place)) return;
  std::array<std::string, 3> room;
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::string_view name = texts[0]->at(i, room[0]);
    if (!claim(name, place_of(entry, "id"))) continue;
    const auto plug = join(texts[1]->at(i, room[1]), texts[2]->at(i, room[2]), entry, joint);
    if (plug && joint != plant::Joint::kSplice) keep(name, *plug, place_of(entry, "id"));
  }
}

void Joints::add_splice(const syntax::Node& entry) {
  if (fits(reader_, entry, keys::kSpliceEntry, "an item of splices")) add(entry, plant::Joint::kSplice);
}

void Joints::add_coupler(const syntax::Node& entry) {
  if (!fits(reader_, entry, keys::kCouplerEntry, "an item of couplers")) return;
  plant::Joint joint = plant::Joint::kUnstated;
  if (value(entry, "adapter") != nullptr) {
    const std::optional<plant::Joint> stated = read_adapter(reader_, entry, "adapter");
    if (!stated) return;
    joint = *stated;
  }
  add(entry, joint);
}

}  // namespace ferrule::lang
