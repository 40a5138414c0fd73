// Parts that are what their listed map says: modules (mesh, shuffle), taps, loopbacks; and adapter panels, which have no map at all.
#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"
#include "lang/part_kinds.h"
#include "lang/ranges.h"
#include "lang/values.h"

namespace ferrule::lang {
namespace {

constexpr std::size_t kMostFaces = 4096;

bool add_named_face(const PartText& where, Part& part, const Block& block, std::string name, diag::Place place) {
  if (part.type.faces.size() >= kMostFaces) {
    where.reader.say(kFaceMismatch, place, fmt::format("a part has at most {} faces", with_thousands(kMostFaces)));
    return false;
  }
  if (!part.by_name.emplace(name, static_cast<std::uint16_t>(part.type.faces.size())).second) {
    where.reader.say(kDuplicateName, place, fmt::format("face {} is there already", in_quotes(name)));
    return false;
  }
  plant::TypeFace face = block.face;
  face.name = std::move(name);
  face.receptacle = true;
  // Up to two fibres a face is a receptacle whose positions are its bores, unless the author says that an adapter lies between.
  if (face.joint == plant::Joint::kNone) face.joint = face.face.size() <= 2 ? plant::Joint::kSeat : plant::Joint::kUnstated;
  part.type.faces.push_back(std::move(face));
  return true;
}

bool read_faces(const PartText& where, Part& part) {
  std::string room;
  for (const syntax::Pair& pair : value(where.node, "faces")->pairs) {
    const std::optional<Block> block = read_block(where.reader, pair.value);
    if (!block) return false;
    if (block->count != 1) {
      where.reader.say(kWrongValue, block->place, "a named face is one connector").help("write a range of names: r[1-4]");
      return false;
    }
    RangeFault why;
    const std::optional<RangedText> names = parse_ranges(pair.key, why);
    for (std::uint32_t i = 0; names && i < names->count(); ++i)
      if (!add_named_face(where, part, *block, std::string(names->at(i, room)), pair.key_place)) return false;
  }
  return true;
}

bool lay_map_or_leave_unknown(const PartText& where, Part& part) {
  bool listed = false;
  if (!lay_listed_map(where, part, listed)) return false;
  if (listed) return true;
  part.type.lay_out_map();
  leave_unknown(part, fmt::format("nobody stated the map of {}: list it with `map:` and its source", part.type.name));
  return true;
}

// "a.1-4"
std::optional<std::vector<plant::FarEnd>> parse_ends(const Part& part, std::string_view text) {
  text = trim(text);
  const std::size_t dot = text.rfind('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const std::optional<std::uint16_t> face = part.face(trim(text.substr(0, dot)));
  if (!face) return std::nullopt;
  const std::optional<std::vector<int>> positions_there =
      parse_span(trim(text.substr(dot + 1)), part.type.faces[*face].face.size());
  if (!positions_there) return std::nullopt;
  std::vector<plant::FarEnd> out;
  for (int position : *positions_there) out.push_back({*face, static_cast<std::uint8_t>(position)});
  return out;
}

// "a.1 -> m.1 = 3.7 dB"
bool read_branch(const PartText& where, Part& part, const syntax::Node& line) {
  const std::string_view all = line.text;
  const std::size_t arrow = all.find("->"), equals = all.rfind('=');
  const bool formed = arrow != std::string_view::npos && equals != std::string_view::npos && arrow < equals;
  const std::optional<Loss> loss_there = formed ? parse_loss(all.substr(equals + 1)) : std::nullopt;
  const auto from = formed ? parse_ends(part, all.substr(0, arrow)) : std::nullopt;
  const auto to = formed ? parse_ends(part, all.substr(arrow + 2, equals - arrow - 2)) : std::nullopt;
  if (!loss_there || !from || !to || from->size() != to->size()) {
    where.reader.say(kWrongValue, line.place, fmt::format("{} is no branch", in_quotes(all)))
        .help("write a.1 -> m.1 = 3.7 dB, with positions that the faces have; faces: " + face_list(part));
    return false;
  }
  for (std::size_t i = 0; i < from->size(); ++i) {
    // Light of two senders in one fibre is nobody's light.
    const plant::FarEnd into = (*to)[i];
    const bool lit = part.type.far_of(into.face, into.position).known() ||
                     std::any_of(part.type.branches.begin(), part.type.branches.end(),
                                 [&](const plant::Branch& other) { return other.to == into; });
    if (lit) {
      where.reader
          .say(kFaceMismatch, line.place,
               fmt::format("{}.{} is lit from two places", part.type.faces[into.face].name, into.position + 1))
          .help("a position that a branch leads to takes no other light");
      return false;
    }
    part.type.branches.push_back({(*from)[i].face, (*from)[i].position, into, *loss_there});
  }
  if (part.type.branches.size() <= kMostFaces) return true;
  where.reader.say(kFaceMismatch, line.place, "too many branches");
  return false;
}

}  // namespace

bool read_module(const PartText& where, Part& part) { return read_faces(where, part) && lay_map_or_leave_unknown(where, part); }

bool read_tap(const PartText& where, Part& part) {
  if (!read_module(where, part)) return false;
  for (const syntax::Node* line : scalars(value(where.node, "branches")))
    if (!read_branch(where, part, *line)) return false;
  part.type.through_loss = loss(where.node, "live_loss");
  return true;
}

bool read_loopback(const PartText& where, Part& part) {
  const std::optional<Block> block = read_block(where.reader, *value(where.node, "connector"));
  if (!block) return false;
  if (block->count != 1) {
    where.reader.say(kFaceMismatch, block->place, "a loopback is one plug");
    return false;
  }
  add_faces(part.type, *block, "a", true);
  part.a = 1;
  bool listed = false;
  if (!lay_listed_map(where, part, listed)) return false;
  if (listed) return true;
  part.type.lay_out_map();
  const int size = block->face.face.size();
  for (int low = 0, high = size - 1; low < high; ++low, --high)
    part.type.connect({0, static_cast<std::uint8_t>(low)}, {0, static_cast<std::uint8_t>(high)});
  part.type.map_facts.push_back(
      {"loopback: n to N+1-n", "the usual form; state `map:` when the part differs", Confidence::kMedium});
  return true;
}

bool read_adapter_panel(const PartText& where, Part& part) {
  const std::optional<spec::Face> face =
      read_connector(where.reader, text(where.node, "connector"), place_of(where.node, "connector"));
  if (!face) return false;
  plant::TypeFace port;
  port.name = "port";
  port.face = *face;
  port.face.pins = spec::Pins::kNone;  // an adapter has neither pins nor fibres
  port.receptacle = true;
  port.joint = plant::Joint::kUnstated;
  if (value(where.node, "adapter") != nullptr) {
    const std::optional<plant::Joint> joint = read_adapter(where.reader, where.node, "adapter");
    if (!joint) return false;
    port.joint = *joint;
  }
  part.type.faces.push_back(std::move(port));
  part.type.lay_out_map();
  part.ports = static_cast<std::uint16_t>(whole(where.node, "count").value_or(1));
  return true;
}

}  // namespace ferrule::lang
