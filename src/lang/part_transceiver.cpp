// Transceivers: receptacles whose lanes sit at stated positions.
//
// From a row of data/optics.csv comes the face, from data/lane_positions.csv what each position does. An MPO receptacle is pinned
// (data/sources.md#mdi). An angled receptacle slopes the other way, so that a standard angled plug meets it with keys aligned
// (data/sources.md#angled): its polish is kAngledUp. A project may state lanes of its own; they count when it says from where.
#include <algorithm>
#include <fmt/format.h>

#include "lang/part_kinds.h"
#include "lang/values.h"

namespace ferrule::lang {
namespace {

spec::Polish receptacle_polish(std::string_view word, bool pins) {
  const spec::Polish polish = polish_of(word);
  return pins && polish == spec::Polish::kAngled ? spec::Polish::kAngledUp : polish;
}

plant::TypeFace receptacle_of(const facts::Facts& facts, std::string_view connector, std::string_view polish, int number) {
  plant::TypeFace face;
  face.name = std::to_string(number);
  face.receptacle = true;
  face.joint = plant::Joint::kMdi;
  face.face.connector = connector;
  const facts::Connector* known = facts.connector(connector);
  const bool pins = known != nullptr && known->pins == true;
  if (known != nullptr && known->modelled()) {
    face.face.connector = known->name;
    face.face.rows = known->rows;
    face.face.columns = known->columns;
    for (int position : known->populated) face.face.populated.set(static_cast<std::size_t>(position));
  }
  face.face.pins = pins ? spec::Pins::kPinned : spec::Pins::kNone;
  face.face.polish = receptacle_polish(polish, pins);
  return face;
}

plant::Function function_of(facts::LaneFunction function) {
  switch (function) {
    case facts::LaneFunction::kTransmit: return plant::Function::kTransmit;
    case facts::LaneFunction::kReceive: return plant::Function::kReceive;
    case facts::LaneFunction::kBoth: break;
  }
  return plant::Function::kBoth;
}

plant::Side side_of(std::string_view side) {
  return side == "TR" ? plant::Side::kTr : side == "RT" ? plant::Side::kRt : plant::Side::kNone;
}

// A receptacle whose lanes are known holds fibres at them and nowhere else.
void populate_by_lanes(plant::PartType& type) {
  for (plant::TypeFace& face : type.faces) face.face.populated.reset();
  for (const plant::Lane& lane : type.lanes) type.faces[lane.face].face.populated.set(lane.position);
}

bool lay_lanes(const facts::Facts& facts, const facts::Optic& optic, Part& part) {
  const std::vector<const facts::LanePosition*> rows = facts.lane_map(optic.lane_map);
  if (rows.empty()) return false;
  facts::Row least = *rows.front();
  for (const facts::LanePosition* row : rows) {
    const int face = row->receptacle - 1;
    if (face < 0 || face >= static_cast<int>(part.type.faces.size()) ||
        row->position >= part.type.faces[static_cast<std::size_t>(face)].face.size())
      return false;
    part.type.lanes.push_back({static_cast<std::uint16_t>(face), static_cast<std::uint8_t>(row->position),
                               function_of(row->function), side_of(row->side), static_cast<std::uint8_t>(row->lane - 1)});
    part.type.lane_groups = std::min(part.type.lane_groups, row->groups);
    part.type.lane_order = std::min(part.type.lane_order, row->order);
    least.confidence = std::min(least.confidence, row->confidence);
  }
  populate_by_lanes(part.type);
  cite(part, "lane positions " + optic.lane_map, least);
  return true;
}

void lanes_unknown(Part& part, std::string_view optic) {
  part.type.lanes.clear();
  leave_unknown(
      part,
      fmt::format("which positions of {} transmit and receive was not found in a verified source: a part of kind transceiver may "
                  "state its own `lanes` with its `source`",
                  optic));
}

void add_receptacles(const facts::Facts& facts, Part& part, std::string_view connector, std::string_view polish, int count) {
  for (int number = 1; number <= count; ++number) part.type.faces.push_back(receptacle_of(facts, connector, polish, number));
  part.a = static_cast<std::uint16_t>(count);
  part.type.lay_out_map();
}

// Lanes of one function at one receptacle, as the author lists them: lane k is at the k-th position.
bool add_lanes(const PartText& where, Part& part, const syntax::Node& mapping, std::string_view key, int face,
               plant::Function function, plant::Side side) {
  const syntax::Node* list = value(mapping, key);
  if (list == nullptr) return true;
  const spec::Face& here = part.type.faces[static_cast<std::size_t>(face)].face;
  const std::optional<std::vector<int>> at = positions(*list, here.size());
  if (!at) {
    where.reader.say(kFaceMismatch, list->place,
                     fmt::format("`{}` goes beyond the {} positions of {}", key, here.size(), here.connector));
    return false;
  }
  for (std::size_t lane = 0; lane < at->size(); ++lane) {
    const auto taken = [&](const plant::Lane& other) { return other.face == face && other.position == (*at)[lane]; };
    if (std::any_of(part.type.lanes.begin(), part.type.lanes.end(), taken)) {
      where.reader.say(kFaceMismatch, list->place, fmt::format("position {} has two lanes", (*at)[lane] + 1));
      return false;
    }
    part.type.lanes.push_back({static_cast<std::uint16_t>(face), static_cast<std::uint8_t>((*at)[lane]), function, side,
                               static_cast<std::uint8_t>(lane)});
  }
  return true;
}

bool add_receptacle_lanes(const PartText& where, Part& part, const syntax::Node& mapping, int face) {
  using plant::Function;
  using plant::Side;
  return add_lanes(where, part, mapping, "tx", face, Function::kTransmit, Side::kNone) &&
         add_lanes(where, part, mapping, "rx", face, Function::kReceive, Side::kNone) &&
         add_lanes(where, part, mapping, "tr", face, Function::kBoth, Side::kTr) &&
         add_lanes(where, part, mapping, "rt", face, Function::kBoth, Side::kRt);
}

// An optic lights as many fibres as its row says, as many of them out as in; lanes left out would be lanes that nothing proves.
void weigh_lane_count(Part& part, const facts::Optic& optic, std::string_view source) {
  const auto count = [&](plant::Function function) {
    return std::count_if(part.type.lanes.begin(), part.type.lanes.end(),
                         [&](const plant::Lane& lane) { return lane.function == function; });
  };
  const auto out = count(plant::Function::kTransmit), in = count(plant::Function::kReceive);
  if (static_cast<int>(part.type.lanes.size()) == optic.fibres_used && out == in) return;
  part.type.map_facts.push_back(
      {fmt::format("lanes stated for {}, {} out, {} in and {} both ways, where {} uses {} fibres,", part.type.name, out, in,
                   count(plant::Function::kBoth), optic.pmd, optic.fibres_used),
       source.empty() ? "not stated" : std::string(source), Confidence::kLow});
}

// `lanes:` of the part: one mapping for every receptacle alike, or a list with one for each.
bool lay_stated_lanes(const PartText& where, Part& part, const facts::Optic& optic, const syntax::Node& lanes) {
  const auto faces = static_cast<int>(part.type.faces.size());
  if (lanes.is_sequence() && static_cast<int>(lanes.items.size()) != faces) {
    where.reader.say(kFaceMismatch, lanes.place,
                     fmt::format("lanes of {} receptacles, but the part has {}", lanes.items.size(), faces));
    return false;
  }
  for (int face = 0; face < faces; ++face)
    if (!add_receptacle_lanes(where, part, lanes.is_sequence() ? lanes.items[static_cast<std::size_t>(face)] : lanes, face))
      return false;
  if (part.type.lanes.empty()) {
    where.reader.say(kMissingKey, lanes.place, "`lanes` states no lane").help("lanes: {tx: [12,11,10,9], rx: [1,2,3,4]}");
    return false;
  }
  populate_by_lanes(part.type);
  const std::string_view source = text(where.node, "source");
  part.type.lane_groups = part.type.lane_order = source.empty() ? Confidence::kLow : Confidence::kHigh;
  part.type.map_facts.push_back(
      {source.empty() ? "lanes stated for " + part.type.name + ", without a source" : "lanes stated for " + part.type.name,
       source.empty() ? "not stated" : std::string(source), part.type.lane_groups});
  weigh_lane_count(part, optic, source);
  return true;
}

const facts::Optic* find_optic(const PartText& where) {
  const std::string_view word = text(where.node, "optic");
  if (const facts::Optic* optic = where.reader.facts.optic(word)) return optic;
  auto builder =
      where.reader.say(kUnknownFact, place_of(where.node, "optic"), fmt::format("there is no optic {}", in_quotes(word)));
  const std::vector<const facts::Optic*> several = where.reader.facts.optics_named(word);
  for (const facts::Optic* one : several) builder.help("it may mean " + one->pmd);
  if (several.empty()) suggest(builder, word, where.reader.facts.names_of("optics"));
  return nullptr;
}

void describe(Part& part, const facts::Optic& optic) {
  part.kind = part.type.kind = plant::Kind::kTransceiver;
  part.type.application = optic.pmd;
  part.type.mode = optic.mode == "SM" ? spec::Mode::kSingle : optic.mode == "MM" ? spec::Mode::kMulti : spec::Mode::kUnknown;
}

}  // namespace

Part part_of_optic(const facts::Facts& facts, const facts::Optic& optic) {
  Part part;
  part.type.name = optic.pmd;
  describe(part, optic);
  add_receptacles(facts, part, optic.connector, optic.polish, optic.receptacles);
  if (!lay_lanes(facts, optic, part)) lanes_unknown(part, optic.pmd);
  return part;
}

bool read_transceiver(const PartText& where, Part& part) {
  const facts::Optic* optic = find_optic(where);
  if (optic == nullptr) return false;
  describe(part, *optic);
  const std::string_view connector = text(where.node, "connector"), polish = text(where.node, "polish");
  if (!connector.empty() && !read_connector(where.reader, connector, place_of(where.node, "connector"))) return false;
  const std::string_view face = connector.empty() ? std::string_view(optic->connector) : connector;
  const int receptacles = whole(where.node, "receptacles").value_or(optic->receptacles);
  add_receptacles(where.reader.facts, part, face, polish.empty() ? std::string_view(optic->polish) : polish, receptacles);
  if (const syntax::Node* lanes = value(where.node, "lanes")) return lay_stated_lanes(where, part, *optic, *lanes);
  const facts::Connector* own = where.reader.facts.connector(optic->connector);
  const bool as_listed =
      own != nullptr && own->name == part.type.faces.front().face.connector && receptacles == optic->receptacles;
  if (as_listed && lay_lanes(where.reader.facts, *optic, part)) return true;
  lanes_unknown(part, as_listed ? optic->pmd : fmt::format("{} with {} x {}", optic->pmd, receptacles, face));
  return true;
}

}  // namespace ferrule::lang
