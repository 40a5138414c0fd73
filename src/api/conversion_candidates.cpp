#include "api/conversion_candidates.h"

#include <algorithm>
#include <string>
#include <fmt/format.h>

#include "api/own_parts.h"

namespace ferrule::api {
namespace {

using synth::Recipe;

// What a module joins, seen from the panel.
struct Shape {
  std::string rear, front;  // connectors
  int rears = 1, fronts = 1;
};

class ConversionCandidates {
 public:
  ConversionCandidates(const facts::Facts& facts, const std::vector<plant::PartType>& own, const PartDescriptions& parts,
                       const std::pair<spec::Face, spec::Face>& ends, const synth::CablingWish& wish)
      : facts_(facts), own_(own), parts_(parts), a_(ends.first), b_(ends.second), wish_(wish) {
    if (!wish.conversion.empty())
      asked_ = facts.conversions_of(wish.conversion);
    else
      for (const facts::ListedMap& map : facts.conversions()) asked_.push_back(&map);
  }

  std::vector<Recipe> all() {
    for (const OwnModule& module : own_modules(own_, wish_))
      if (is_asked(module)) add_own(module);
    for (const auto& [map, shape] : listed()) add_listed(*map, shape);
    return std::move(out_);
  }

 private:
  struct Cords {
    const char *near, *far;
  };
  static constexpr Cords kAlike{"B", "B"}, kDifferent{"A", "B"};

  struct Listed {
    const facts::ListedMap* map;
    Shape shape;
  };

  // Those that strand the fewest fibres first.
  std::vector<Listed> listed() const {
    std::vector<Listed> out;
    for (const facts::ListedMap* map : asked_)
      if (std::optional<Shape> shape = shape_of(*map)) out.push_back({map, std::move(*shape)});
    std::stable_sort(out.begin(), out.end(), [](const Listed& one, const Listed& other) {
      return one.shape.fronts * other.shape.rears > other.shape.fronts * one.shape.rears;
    });
    return out;
  }

  bool is_base(const std::string& connector) const { return wish_.base == 0 || connector == fmt::format("MPO-{}", wish_.base); }

  bool meets_cords(const std::string& front) const {
    const facts::Connector *there = facts_.connector(front), *here = facts_.connector(a_.connector);
    return there != nullptr && here != nullptr && there->family == here->family && there->rows == here->rows &&
           there->columns == here->columns;
  }

  // With its b side to the cords, or else its a side.
  std::optional<Shape> shape_of(const facts::ListedMap& map) const {
    if (is_base(map.a_connector) && meets_cords(map.b_connector))
      return Shape{map.a_connector, map.b_connector, map.a_count, map.b_count};
    if (is_base(map.b_connector) && meets_cords(map.a_connector))
      return Shape{map.b_connector, map.a_connector, map.b_count, map.a_count};
    return std::nullopt;
  }

  // A module of the project is of the conversion that is asked for if it joins as many plugs, and if it names no other pattern.
  bool is_asked(const OwnModule& module) const {
    if (!is_base(module.rear->face.connector) || !meets_cords(module.front->face.connector)) return false;
    if (wish_.conversion.empty()) return true;
    return std::any_of(asked_.begin(), asked_.end(), [&](const facts::ListedMap* map) {
      const std::optional<Shape> shape = shape_of(*map);
      const bool other = !module.transition.empty() && facts_.conversion(module.transition) != map;
      return shape && !other && shape->rear == module.rear->face.connector && shape->rears == module.rears &&
             shape->fronts == module.fronts;
    });
  }

  // Trunk types of a connector, Type B before A.
  std::vector<std::string> trunk_types(const std::string& connector) const {
    const facts::Connector* plug = facts_.connector(connector);
    if (plug == nullptr) return {};
    std::vector<std::string> types = parts_.array_polarities(plug->rows, plug->columns);
    std::erase_if(types, [&](const std::string& type) { return !parts_.method_allows(type); });
    return types;
  }

  void add_own(const OwnModule& module) {
    const char* pins = module.rear->face.pins == spec::Pins::kPinned ? "unpinned" : "pinned";
    const char* at_front = module.front->face.pins == spec::Pins::kPinned ? "unpinned" : "pinned";
    for (const Cords& cords : {kAlike, kDifferent})
      for (const std::string& along : trunk_types(module.rear->face.connector)) {
        Recipe recipe =
            recipe_of({module.rear->face.connector, module.front->face.connector, module.rears, module.fronts}, cords, at_front);
        recipe.trunk = parts_.trunk(module.rear->face.connector, pins, module.rear->face.polish, along);
        recipe.panel = recipe.conversion = module.name;
        out_.push_back(std::move(recipe));
      }
  }

  void add_listed(const facts::ListedMap& map, const Shape& shape) {
    std::vector<std::string> types = trunk_types(shape.rear);
    std::stable_partition(types.begin(), types.end(), [](const std::string& type) { return type == "A"; });
    for (const std::string& along : types)
      for (const Cords& cords : {kAlike, kDifferent})
        for (const std::string& adapter : parts_.adapters()) {
          Recipe recipe = recipe_of(shape, cords, "unpinned");
          recipe.trunk = parts_.trunk(shape.rear, "unpinned", a_.polish, along);
          recipe.panel = module_of(map, shape, adapter);
          recipe.conversion = map.name;
          out_.push_back(std::move(recipe));
        }
  }

  // Pins are in the module: no cord and no trunk has any.
  std::string module_of(const facts::ListedMap& map, const Shape& shape, const std::string& adapter) const {
    const auto block = [&](const std::string& connector, int count) {
      return PartDescriptions::block(connector, "pinned", a_.polish, count > 1 ? fmt::format(", count: {}", count) : "");
    };
    return fmt::format("{{kind: cassette{}{}, adapter: {}, front_adapter: {}, transition: {}, rear: {}, front: {}}}",
                       parts_.common(), parts_.brand(), adapter, adapter, map.name, block(shape.rear, shape.rears),
                       block(shape.front, shape.fronts));
  }

  // All but the trunk and the modules. Cords have the fibres that the fronts have.
  Recipe recipe_of(const Shape& shape, const Cords& cords, const char* pins_at_front) const {
    const std::string at_panel = PartDescriptions::block(shape.front, pins_at_front, a_.polish);
    const auto at_optic = [&](const spec::Face& face) { return PartDescriptions::block(shape.front, "unpinned", face.polish); };
    Recipe recipe;
    recipe.cord_a = parts_.cord(at_optic(a_), at_panel, cords.near);
    recipe.cord_b = parts_.cord(at_optic(b_), at_panel, cords.far);
    recipe.cassettes = true;
    recipe.connector = shape.rear;
    recipe.rears = shape.rears;
    recipe.links_of_leg = shape.fronts;
    return recipe;
  }

  const facts::Facts& facts_;
  const std::vector<plant::PartType>& own_;
  const PartDescriptions& parts_;
  const spec::Face &a_, &b_;
  const synth::CablingWish& wish_;
  std::vector<const facts::ListedMap*> asked_;
  std::vector<Recipe> out_;
};

}  // namespace

bool needs_conversion(const PartDescriptions& parts, const spec::Face& receptacle, const synth::CablingWish& wish) {
  return !wish.conversion.empty() || !parts.base_fits(receptacle);
}

std::string why_no_conversion(const facts::Facts& facts, const spec::Face& receptacle, const synth::CablingWish& wish) {
  if (!wish.method.empty()) {
    synth::CablingWish any = wish;
    any.method.clear();
    const PartDescriptions parts(facts, spec::Mode::kUnknown, any);
    if (!conversion_candidates(facts, {}, parts, {receptacle, receptacle}, any).empty())
      return fmt::format("Method {} is for duplex optics: it crosses pairs, which permutes the lanes of parallel ones",
                         wish.method);
  }
  const std::string base = wish.base > 0 ? fmt::format("plugs of {} fibres (`base`)", wish.base) : "plugs of any base";
  const std::string by =
      wish.conversion.empty() ? "no conversion is known that joins" : fmt::format("conversion {} does not join", wish.conversion);
  return fmt::format("{} {} to plugs that meet {}", by, base, receptacle.connector);
}

std::vector<synth::Recipe> conversion_candidates(const facts::Facts& facts, const std::vector<plant::PartType>& own,
                                                 const PartDescriptions& parts, const std::pair<spec::Face, spec::Face>& ends,
                                                 const synth::CablingWish& wish) {
  return ConversionCandidates(facts, own, parts, ends, wish).all();
}

}  // namespace ferrule::api
