#include "lang/part.h"

#include <fmt/format.h>

#include "base/text.h"
#include "lang/check_shape.h"
#include "lang/keys.h"
#include "lang/known_words.h"
#include "lang/part_kinds.h"
#include "lang/values.h"
#include "spec/part_fields.h"

namespace ferrule::lang {
namespace {

using plant::Kind;

struct KindRow {
  std::string_view word;
  Kind kind;
  bool (*read)(const PartText&, Part&);
};

constexpr KindRow kKinds[] = {
    {"transceiver", Kind::kTransceiver, read_transceiver},
    {"cord", Kind::kCord, read_cord},
    {"trunk", Kind::kTrunk, read_cord},
    {"extension", Kind::kExtension, read_cord},
    {"breakout", Kind::kBreakout, read_breakout},
    {"conversion", Kind::kConversion, read_conversion},
    {"cassette", Kind::kCassette, read_cassette},
    {"adapter-panel", Kind::kAdapterPanel, read_adapter_panel},
    {"module", Kind::kModule, read_module},
    {"tap", Kind::kTap, read_tap},
    {"loopback", Kind::kLoopback, read_loopback},
};

const KindRow& row_of(std::string_view word) {
  for (const KindRow& row : kKinds)
    if (row.word == word) return row;
  return kKinds[0];  // the declaration of parts admits no other word
}

bool read_fibre(const PartText& where, Part& part) {
  const std::string_view word = text(where.node, "fibre");
  if (word.empty()) return true;
  if (!known_fibre(where.reader, word, place_of(where.node, "fibre"))) return false;
  const facts::Fibre* const fibre = where.reader.facts.fibre(word);
  part.type.fibre = fibre->name;
  part.type.mode = fibre->mode == "SM" ? spec::Mode::kSingle : fibre->mode == "MM" ? spec::Mode::kMulti : spec::Mode::kUnknown;
  return true;
}

bool read_common(const PartText& where, Part& part) {
  if (!read_fibre(where, part)) return false;
  const std::string_view grade = text(where.node, "grade"), jacket = text(where.node, "jacket");
  if (!grade.empty() && !known_grade(where.reader, grade, place_of(where.node, "grade"))) return false;
  if (!jacket.empty() && !known_jacket(where.reader, jacket, place_of(where.node, "jacket"))) return false;
  part.type.grade = grade;
  part.type.jacket = jacket;
  part.type.brand = text(where.node, "brand");
  part.type.field_changeable = yes(where.node, "field_changeable");
  return true;
}

// What is stated for the whole part holds for every face that does not say otherwise. A transceiver's receptacle states nothing.
void hand_down(const PartText& where, Part& part) {
  const Loss loss_max = loss(where.node, "loss").value_or(Loss{});
  for (plant::TypeFace& face : part.type.faces) {
    if (face.grade.empty()) face.grade = part.type.grade;
    if (face.brand.empty()) face.brand = part.type.brand;
    if (face.loss_max == Loss{}) face.loss_max = loss_max;
  }
}

bool grades_known(const PartText& where, const Part& part) {
  for (const plant::TypeFace& face : part.type.faces)
    if (!face.grade.empty() && !known_grade(where.reader, face.grade, where.node.place)) return false;
  return true;
}

// "a", "b3", "head", "leg2", "rear", "7": what the name says and its number from 1 (0: none).
struct Numbered {
  std::string_view word;
  int number = 0;
};

Numbered numbered(std::string_view name) {
  std::size_t digits = name.size();
  while (digits > 0 && name[digits - 1] >= '0' && name[digits - 1] <= '9') --digits;
  if (digits == name.size()) return {name, 0};
  if (name[digits] == '0') return {name, 0};
  return {name.substr(0, digits), parse_whole(name.substr(digits)).value_or(0)};
}

std::optional<std::uint16_t> among(int number, std::uint16_t count, std::uint16_t first, bool bare_means_first) {
  if (number == 0 && (count == 1 || bare_means_first) && count > 0) return first;
  if (number < 1 || number > count) return std::nullopt;
  return static_cast<std::uint16_t>(first + number - 1);
}

// A line of text becomes the mapping that it stands for, each value at the place of its words.
std::optional<syntax::Node> node_of_line(Reader& reader, const syntax::Node& line) {
  const std::optional<std::vector<spec::PartField>> fields =
      spec::part_fields(line.text, line.place, reader.lines(), reader.facts, reader.findings);
  if (!fields) return std::nullopt;
  syntax::Node node;
  node.kind = syntax::Node::Kind::kMapping;
  node.place = line.place;
  for (const spec::PartField& field : *fields) {
    syntax::Node* parent = &node;
    std::string_view key = field.key;
    if (const std::size_t dot = key.find('.'); dot != std::string_view::npos) {
      const std::string_view outer = key.substr(0, dot);
      key.remove_prefix(dot + 1);
      if (node.find(outer) == nullptr) {
        syntax::Pair pair{std::string(outer), field.place, {}};
        pair.value.kind = syntax::Node::Kind::kMapping;
        pair.value.place = field.place;
        node.pairs.push_back(std::move(pair));
      }
      for (syntax::Pair& pair : node.pairs)
        if (pair.key == outer) parent = &pair.value;
    }
    syntax::Pair pair{std::string(key), field.place, {}};
    pair.value.kind = syntax::Node::Kind::kScalar;
    pair.value.place = field.place;
    pair.value.text = field.value;
    parent->pairs.push_back(std::move(pair));
  }
  return node;
}

}  // namespace

bool PartEnds::is_cable() const {
  switch (kind) {
    case Kind::kCord:
    case Kind::kTrunk:
    case Kind::kExtension:
    case Kind::kBreakout:
    case Kind::kConversion:
    case Kind::kLoopback: return true;
    default: return false;
  }
}

bool PartEnds::stands_in_a_slot() const {
  return kind == Kind::kCassette || kind == Kind::kAdapterPanel || kind == Kind::kModule || kind == Kind::kTap;
}

std::optional<std::uint16_t> PartEnds::face(std::string_view name) const {
  if (!by_name.empty()) {
    const auto found = by_name.find(std::string(name));
    return found == by_name.end() ? std::nullopt : std::optional(found->second);
  }
  const Numbered parsed = numbered(name);
  if (kind == Kind::kTransceiver) return parsed.word.empty() ? among(parsed.number, a, 0, false) : std::nullopt;
  if (kind == Kind::kCassette) {
    if (parsed.word == "rear") return among(parsed.number, a, 0, true);
    return parsed.word.empty() && parsed.number > 0 ? among(parsed.number, b, a, false) : std::nullopt;
  }
  if (parsed.word == "a" || parsed.word == "head") return among(parsed.number, a, 0, false);
  if (parsed.word == "b" || parsed.word == "leg") return among(parsed.number, b, a, false);
  return std::nullopt;
}

std::string face_list(const PartEnds& part) {
  const auto side = [](std::string_view word, int count) {
    if (count == 0) return std::string();
    return count == 1 ? std::string(word.empty() ? "1" : word) : fmt::format("{0}1 ... {0}{1}", word, count);
  };
  const auto both = [](const std::string& one, const std::string& other) {
    return one.empty() ? other : other.empty() ? one : one + ", " + other;
  };
  if (part.kind == Kind::kTransceiver) return side("", part.a);
  if (part.kind == Kind::kCassette) return both(side("rear", part.a), side("", part.b));
  if (part.by_name.empty()) return both(side("a", part.a), side("b", part.b));
  constexpr std::size_t kFew = 12;
  std::vector<std::string> names(std::min(kFew, part.by_name.size()));
  for (const auto& [name, index] : part.by_name)
    if (index < names.size()) names[index] = name;
  return joined(names, ", ") + (part.by_name.size() > kFew ? ", ..." : "");
}

std::optional<Part> read_part(Reader& reader, const std::string& name, const syntax::Node& node, const std::string& file) {
  if (node.is_scalar()) {
    const std::optional<syntax::Node> mapping = node_of_line(reader, node);
    return mapping ? read_part(reader, name, *mapping, file) : std::nullopt;
  }
  if (!fits(reader, node, keys::kPart, name)) return std::nullopt;
  const PartText where{reader, node, file};
  const KindRow& row = row_of(text(node, "kind"));
  Part part;
  part.type.name = name;
  part.kind = part.type.kind = row.kind;
  part.type.place = node.place;
  if (!read_common(where, part) || !row.read(where, part)) return std::nullopt;
  if (!grades_known(where, part)) return std::nullopt;
  hand_down(where, part);
  part.measures = {parse_diameter(text(node, "diameter")), parse_weight(text(node, "weight"))};
  return part;
}

}  // namespace ferrule::lang
