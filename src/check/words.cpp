#include "check/words.h"

#include <fmt/format.h>

#include "base/text.h"

namespace ferrule::check {
namespace {

constexpr std::size_t kMostFacesNamed = 4;

}  // namespace

std::string spell_list(std::span<const std::string> words) {
  if (words.empty()) return {};
  if (words.size() == 1) return words.front();
  return joined(words.first(words.size() - 1), ", ") + " and " + words.back();
}

std::string spell_positions(std::span<const int> positions) {
  std::vector<std::string> runs;
  for (std::size_t at = 0; at < positions.size();) {
    std::size_t last = at;
    while (last + 1 < positions.size() && positions[last + 1] == positions[last] + 1) ++last;
    runs.push_back(last == at ? std::to_string(positions[at] + 1) : fmt::format("{}-{}", positions[at] + 1, positions[last] + 1));
    at = last + 1;
  }
  return (positions.size() == 1 ? "position " : "positions ") + spell_list(runs);
}

std::string spell_count(std::uint64_t count, std::string_view one) {
  return fmt::format("{} {}{}", with_thousands(count), one, count == 1 ? "" : "s");
}

std::string spell_faces(const View& view, std::span<const std::uint32_t> faces) {
  const plant::PartType& type = view.plant.face_type(faces.front());
  if (type.faces.size() == 1) return type.name;
  if (faces.size() > kMostFacesNamed)
    return fmt::format("{} ({} {})", type.name, faces.size(), is_cable(type.kind) ? "ends" : "ports");
  std::vector<std::string> names;
  for (std::uint32_t face : faces) names.push_back(view.plant.face(face).name);
  return type.name + " " + spell_list(names);
}

const std::string& brand_of(const View& view, std::uint32_t face) {
  const std::string& own = view.plant.face(face).brand;
  return own.empty() ? view.plant.face_type(face).brand : own;
}

const std::string& grade_of(const View& view, std::uint32_t face) {
  const std::string& own = view.plant.face(face).grade;
  return own.empty() ? view.plant.face_type(face).grade : own;
}

const facts::Connector* connector_of(const View& view, std::uint32_t face) {
  return view.facts.connector(view.plant.face(face).face.connector);
}

bool has_pins(const View& view, std::uint32_t face) {
  const facts::Connector* connector = connector_of(view, face);
  if (connector == nullptr) return view.plant.face(face).face.size() > 2;
  return connector->pins.value_or(false);
}

}  // namespace ferrule::check
