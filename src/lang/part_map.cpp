#include "lang/part_map.h"

#include <fmt/format.h>

#include "base/text.h"
#include "lang/check_shape.h"
#include "lang/keys.h"
#include "lang/values.h"
#include "syntax/csv.h"

namespace ferrule::lang {
namespace {

std::string spelled(const Part& part, plant::FarEnd end) {
  return fmt::format("{}.{}", part.type.faces[end.face].name, end.position + 1);
}

bool holds_fibre(const Part& part, plant::FarEnd end) {
  const spec::Face& face = part.type.faces[end.face].face;
  return end.position < face.size() && face.populated[end.position];
}

// Joins two positions and says why not when it cannot.
bool join(Reader& reader, Part& part, plant::FarEnd a, plant::FarEnd b, diag::Place place) {
  for (plant::FarEnd end : {a, b}) {
    const spec::Face& face = part.type.faces[end.face].face;
    if (end.position >= face.size()) {
      reader.say(kFaceMismatch, place,
                 fmt::format("{} does not exist: {} has {} positions", spelled(part, end), face.connector, face.size()));
      return false;
    }
    if (!holds_fibre(part, end)) {
      reader.say(kFaceMismatch, place, fmt::format("{} holds no fibre, but the map uses it", spelled(part, end)))
          .help("state `populated:` of that connector");
      return false;
    }
  }
  if (part.type.connect(a, b)) return true;
  const plant::FarEnd taken = part.type.far_of(a.face, a.position).known() ? a : b;
  reader.say(kFaceMismatch, place, fmt::format("the map is not one to one: it uses {} twice", spelled(part, taken)));
  return false;
}

struct MapSide {
  std::uint16_t face = 0;
  std::vector<int> positions;
};

// "a.1-4,7"
std::optional<MapSide> parse_side(Reader& reader, const Part& part, std::string_view text, diag::Place place) {
  text = trim(text);
  const std::size_t dot = text.rfind('.');
  if (dot == std::string_view::npos) {
    reader.say(kWrongValue, place, fmt::format("{} is not a face and its positions", in_quotes(text)))
        .help("write a.1-12 = b.12-1");
    return std::nullopt;
  }
  const std::string_view name = trim(text.substr(0, dot));
  const std::optional<std::uint16_t> face = part.face(name);
  if (!face) {
    reader.say(kFaceMismatch, place, fmt::format("the part has no face {}", in_quotes(name)))
        .help("its faces: " + face_list(part));
    return std::nullopt;
  }
  MapSide side{*face, {}};
  const int size = part.type.faces[*face].face.size();
  for (std::string_view piece : split(text.substr(dot + 1), ',')) {
    const std::optional<std::vector<int>> some = parse_span(piece, size);
    if (!some || side.positions.size() + some->size() > spec::kMostPositions) {
      reader.say(kFaceMismatch, place,
                 fmt::format("{} is no span of the {} positions of {}", in_quotes(piece), size, part.type.faces[*face].name));
      return std::nullopt;
    }
    side.positions.insert(side.positions.end(), some->begin(), some->end());
  }
  if (!side.positions.empty()) return side;
  reader.say(kWrongValue, place, fmt::format("{} names no position", in_quotes(text))).help("write a.1-12 = b.12-1");
  return std::nullopt;
}

bool lay_line(Reader& reader, Part& part, const syntax::Node& line) {
  const std::size_t equals = line.text.find('=');
  if (equals == std::string::npos) {
    reader.say(kWrongValue, line.place, fmt::format("{} is no line of a map", in_quotes(line.text)))
        .help("write a.1-12 = b.12-1");
    return false;
  }
  const std::string_view whole_line = line.text;
  const std::optional<MapSide> a = parse_side(reader, part, whole_line.substr(0, equals), line.place);
  if (!a) return false;
  const std::optional<MapSide> b = parse_side(reader, part, whole_line.substr(equals + 1), line.place);
  if (!b) return false;
  if (a->positions.size() != b->positions.size()) {
    reader.say(kFaceMismatch, line.place,
               fmt::format("{} positions on one side, {} on the other", a->positions.size(), b->positions.size()));
    return false;
  }
  for (std::size_t i = 0; i < a->positions.size(); ++i)
    if (!join(reader, part, {a->face, static_cast<std::uint8_t>(a->positions[i])},
              {b->face, static_cast<std::uint8_t>(b->positions[i])}, line.place))
      return false;
  return true;
}

std::optional<plant::FarEnd> cell_end(Reader& reader, const Part& part, const syntax::CsvReader& csv, const syntax::Cell& face,
                                      const syntax::Cell& position) {
  const std::optional<std::uint16_t> index = part.face(face.text);
  if (!index) {
    reader.say(kFaceMismatch, csv.place(face), fmt::format("the part has no face {}", in_quotes(face.text)))
        .help("its faces: " + face_list(part));
    return std::nullopt;
  }
  const int size = part.type.faces[*index].face.size();
  const std::optional<int> at = parse_whole(position.text);
  if (at && *at >= 1 && *at <= size) return plant::FarEnd{*index, static_cast<std::uint8_t>(*at - 1)};
  reader.say(kFaceMismatch, csv.place(position),
             fmt::format("{} is no position: {} has {}", in_quotes(position.text), face.text, size));
  return std::nullopt;
}

bool lay_file(const PartText& where, Part& part, const syntax::Node& named) {
  Reader& reader = where.reader;
  const std::optional<std::uint32_t> source = reader.open(Files::beside(where.file, named.text), named.place);
  if (!source) return false;
  syntax::CsvReader csv(reader.sources, *source, reader.findings);
  if (csv.header().empty()) return false;
  std::array<std::size_t, 4> columns{};
  constexpr std::string_view kNames[] = {"a_face", "a_position", "b_face", "b_position"};
  for (std::size_t i = 0; i < 4; ++i) {
    const std::optional<std::size_t> column = csv.column(kNames[i]);
    if (!column) {
      reader.say(kMissingKey, csv.place(csv.header().front()), fmt::format("the table has no column `{}`", kNames[i]));
      return false;
    }
    columns[i] = *column;
  }
  for (std::span<const syntax::Cell> row = csv.next(); !row.empty(); row = csv.next()) {
    const std::optional<plant::FarEnd> a = cell_end(reader, part, csv, row[columns[0]], row[columns[1]]);
    if (!a) return false;
    const std::optional<plant::FarEnd> b = cell_end(reader, part, csv, row[columns[2]], row[columns[3]]);
    if (!b || !join(reader, part, *a, *b, csv.place(row[columns[1]]))) return false;
  }
  return true;
}

// What a project states counts when it says from where.
void cite_stated(const PartText& where, Part& part) {
  const std::string_view source = text(where.node, "source");
  if (source.empty())
    part.type.map_facts.push_back({"map listed for " + part.type.name + ", without a source", "not stated", Confidence::kLow});
  else
    part.type.map_facts.push_back({"map listed for " + part.type.name, std::string(source), Confidence::kHigh});
}

}  // namespace

void leave_unknown(Part& part, std::string because) {
  part.type.map_known = false;
  part.type.map_unknown_because = std::move(because);
}

void cite(Part& part, std::string what, const facts::Row& row) {
  part.type.map_facts.push_back({std::move(what), row.source, row.confidence});
}

bool same_arrangement(const facts::Facts& facts, std::string_view connector, const spec::Face& face) {
  const facts::Connector* known = facts.connector(connector);
  return known != nullptr && known->modelled() && known->rows == face.rows && known->columns == face.columns;
}

bool lay_listed_map(const PartText& where, Part& part, bool& laid) {
  const syntax::Node* map = value(where.node, "map");
  laid = map != nullptr;
  if (!laid) return true;
  part.type.lay_out_map();
  if (map->is_scalar() && map->text.find('=') == std::string::npos) {
    if (!lay_file(where, part, *map)) return false;
  } else {
    for (const syntax::Node* line : scalars(map))
      if (!lay_line(where.reader, part, *line)) return false;
  }
  cite_stated(where, part);
  return true;
}

bool lay_permutation(Reader& reader, Part& part, std::uint16_t a, std::uint16_t b, const facts::Permutation& map,
                     diag::Place place) {
  const spec::Face& near = part.type.faces[a].face;
  const spec::Face& far = part.type.faces[b].face;
  int joined_fibres = 0;
  for (int position = 0; position < near.size(); ++position) {
    if (!near.populated[static_cast<std::size_t>(position)]) continue;
    const int to = position < static_cast<int>(map.to.size()) ? map.to[static_cast<std::size_t>(position)] : -1;
    const plant::FarEnd from{a, static_cast<std::uint8_t>(position)};
    if (to < 0 || to >= far.size() || !far.populated[static_cast<std::size_t>(to)]) {
      reader
          .say(kFaceMismatch, place,
               to < 0
                   ? fmt::format("{} has no place in the map", spelled(part, from))
                   : fmt::format("{} goes to {}.{}, which holds no fibre", spelled(part, from), part.type.faces[b].name, to + 1))
          .help("both ends must hold fibres where the map joins them: state `populated:`");
      return false;
    }
    if (!join(reader, part, from, {b, static_cast<std::uint8_t>(to)}, place)) return false;
    ++joined_fibres;
  }
  if (joined_fibres == far.count()) return true;
  reader.say(kFaceMismatch, place,
             fmt::format("{} holds {} fibres, {} holds {}", part.type.faces[a].name, near.count(), part.type.faces[b].name,
                         far.count()));
  return false;
}

bool lay_listed_fact(Reader& reader, Part& part, const facts::ListedMap& map, std::uint16_t first_a, std::uint16_t first_b,
                     bool reversed, diag::Place place) {
  for (const facts::ListedMap::Pair& pair : map.pairs) {
    const int a_index = reversed ? pair.b_index : pair.a_index, a_position = reversed ? pair.b_position : pair.a_position;
    const int b_index = reversed ? pair.a_index : pair.b_index, b_position = reversed ? pair.a_position : pair.b_position;
    if (!join(reader, part, {static_cast<std::uint16_t>(first_a + a_index), static_cast<std::uint8_t>(a_position)},
              {static_cast<std::uint16_t>(first_b + b_index), static_cast<std::uint8_t>(b_position)}, place))
      return false;
  }
  return true;
}

std::vector<const facts::ListedMap*> listed_maps_named(const std::vector<facts::ListedMap>& table, const facts::ListedMap* exact,
                                                       std::string_view word) {
  if (exact != nullptr) return {exact};
  std::vector<const facts::ListedMap*> out;
  const std::string wanted = lower(word);
  for (const facts::ListedMap& map : table) {
    const std::string name = lower(map.name);
    bool named = name.starts_with(wanted + "-") || name.ends_with("-" + wanted);
    for (const std::string& alias : map.aliases) named = named || same_folded(alias, word);
    if (named) out.push_back(&map);
  }
  return out;
}

}  // namespace ferrule::lang
