#include "lang/part_block.h"

#include <fmt/format.h>

#include "lang/values.h"

namespace ferrule::lang {
namespace {

// A hint for words that name a family and not a connector.
void suggest_connector(Reader& reader, diag::Findings::Builder& builder, std::string_view name) {
  suggest(builder, name, reader.facts.names_of("connectors"));
  builder.help("`ferrule explain connectors` lists what is known");
}

bool read_populated(Reader& reader, const syntax::Node& node, spec::Face& face) {
  const syntax::Node* list = value(node, "populated");
  if (list == nullptr) return true;
  const std::optional<std::vector<int>> some = positions(*list, face.size());
  if (!some) {
    reader.say(kFaceMismatch, list->place,
               fmt::format("`populated` goes beyond the {} positions of {}", face.size(), face.connector));
    return false;
  }
  face.populated.reset();
  for (int position : *some) face.populated.set(static_cast<std::size_t>(position));
  return true;
}

bool read_pins(Reader& reader, const syntax::Node& node, spec::Face& face) {
  const std::string_view word = text(node, "gender");
  if (word.empty()) return true;
  if (face.pins == spec::Pins::kNone) {
    reader.say(kWrongValue, place_of(node, "gender"), fmt::format("{} has no guide pins", face.connector))
        .help("leave `gender` out");
    return false;
  }
  face.pins = spec::parse_pins(word).value_or(spec::Pins::kUnknown);
  return true;
}

}  // namespace

spec::Polish polish_of(std::string_view word) { return spec::parse_polish(word).value_or(spec::Polish::kUnknown); }

std::string shape_of(const spec::Face& face) { return fmt::format("{} x {}", face.rows, face.columns); }

std::optional<spec::Face> read_connector(Reader& reader, std::string_view name, diag::Place place) {
  const facts::Connector* connector = reader.facts.connector(name);
  if (connector == nullptr) {
    auto builder = reader.say(kUnknownFact, place, fmt::format("there is no connector {}", in_quotes(name)));
    suggest_connector(reader, builder, name);
    return std::nullopt;
  }
  if (!connector->modelled()) {
    reader.say(kUnknownFact, place, fmt::format("{} is known, but how its fibres are arranged is not", connector->name))
        .note("source: " + connector->source);
    return std::nullopt;
  }
  spec::Face face;
  face.connector = connector->name;
  face.rows = connector->rows;
  face.columns = connector->columns;
  face.pins = connector->pins == false ? spec::Pins::kNone : spec::Pins::kUnknown;
  for (int position : connector->populated) face.populated.set(static_cast<std::size_t>(position));
  return face;
}

std::optional<plant::Joint> read_adapter(Reader& reader, const syntax::Node& mapping, std::string_view key) {
  const std::string_view word = text(mapping, key);
  const facts::Permutation* map = reader.facts.adapter_map(word, 1, 12);
  if (map != nullptr && map->name == "A") return plant::Joint::kOpposed;
  if (map != nullptr && map->name == "B") return plant::Joint::kAligned;
  reader.say(kUnknownFact, place_of(mapping, key), fmt::format("there is no adapter type {}", in_quotes(word)))
      .help("A (opposed keys) or B (aligned keys)");
  return std::nullopt;
}

std::optional<Block> read_block(Reader& reader, const syntax::Node& node) {
  Block block;
  block.place = node.place;
  const bool bare = node.is_scalar();
  const std::optional<spec::Face> face = read_connector(reader, bare ? std::string_view(node.text) : text(node, "connector"),
                                                        bare ? node.place : place_of(node, "connector"));
  if (!face) return std::nullopt;
  block.face.face = *face;
  if (bare) return block;
  if (!read_pins(reader, node, block.face.face) || !read_populated(reader, node, block.face.face)) return std::nullopt;
  if (const std::string_view word = text(node, "polish"); !word.empty()) block.face.face.polish = polish_of(word);
  block.face.grade = text(node, "grade");
  block.face.brand = text(node, "brand");
  block.face.loss_max = loss(node, "loss").value_or(Loss{});
  if (const std::optional<int> count = whole(node, "count")) {
    block.count = *count;
    block.counted = true;
  }
  if (value(node, "adapter") != nullptr) {
    const std::optional<plant::Joint> joint = read_adapter(reader, node, "adapter");
    if (!joint) return std::nullopt;
    block.face.joint = *joint;
  }
  return block;
}

void add_faces(plant::PartType& type, const Block& block, const std::string& prefix, bool bare_when_one) {
  for (int index = 1; index <= block.count; ++index) {
    plant::TypeFace face = block.face;
    face.name = block.count == 1 && bare_when_one ? prefix : prefix + std::to_string(index);
    type.faces.push_back(std::move(face));
  }
}

}  // namespace ferrule::lang
