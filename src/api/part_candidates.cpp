#include "api/part_candidates.h"

#include <algorithm>
#include <string_view>
#include <fmt/format.h>

#include "api/conversion_candidates.h"
#include "api/own_parts.h"
#include "api/part_descriptions.h"
#include "api/polarity_methods.h"

namespace ferrule::api {
namespace {

using synth::Recipe;

class Candidates {
 public:
  Candidates(const facts::Facts& facts, const std::vector<plant::PartType>& own, const plant::PartType& a,
             const plant::PartType& b, const synth::CablingWish& wish)
      : facts_(facts), own_(own), parts_(facts, a.mode, wish), a_(a.faces.front().face), b_(b.faces.front().face), wish_(wish) {}

  std::vector<Recipe> all() {
    if (a_.rows != b_.rows || a_.columns != b_.columns) return {};
    if (wish_.cabling == synth::Cabling::kDirect)
      add_cords();
    else if (is_array(a_) && needs_conversion(parts_, a_, wish_))
      return conversion_candidates(facts_, own_, parts_, {a_, b_}, wish_);
    else if (is_array(a_))
      add_array_trunks();
    else
      add_cassettes();
    return std::move(out_);
  }

 private:
  void add_cords() {
    for (const std::string& polarity : parts_.polarities(a_)) {
      Recipe recipe;
      recipe.cord_a = parts_.cord(parts_.plug(a_), parts_.plug(b_), polarity);
      recipe.connector = a_.connector;
      out_.push_back(std::move(recipe));
    }
  }

  void add_array_trunks() {
    const std::string connector = parts_.array_connector(a_);
    const std::vector<std::string> maps = parts_.polarities(a_);
    for (const std::string& along : maps) {
      if (!parts_.method_allows(along)) continue;
      for (const std::string& near : maps)
        for (const std::string& far : maps)
          for (const std::string& adapter : parts_.adapters()) {
            const std::string at_panel = PartDescriptions::block(connector, "unpinned", a_.polish);
            Recipe recipe;
            recipe.cord_a = parts_.cord(parts_.plug(a_), at_panel, near);
            recipe.cord_b = parts_.cord(parts_.plug(b_), at_panel, far);
            recipe.trunk = parts_.trunk(connector, "pinned", a_.polish, along);
            recipe.panel = PartDescriptions::panel(connector, adapter);
            recipe.connector = connector;
            out_.push_back(std::move(recipe));
          }
    }
  }

  // The one that is asked for, or all of them.
  std::vector<const facts::Method*> methods() const {
    if (wish_.method.empty()) return methods_by_preference(facts_);
    const facts::Method* asked = facts_.method(wish_.method);
    return asked == nullptr ? std::vector<const facts::Method*>() : std::vector{asked};
  }

  void add_cassettes() {
    add_own_cassettes();
    for (const facts::Method* method : methods()) add_method(*method);
  }

  // Parts as the standard lists them, with each map of its trunk type that a plug of this size has.
  void add_method(const facts::Method& method) {
    const std::string connector = "MPO-" + std::to_string(wish_.base > 0 ? wish_.base : 12);
    for (const facts::Transition& near : facts_.transitions()) {
      if (near.connector != connector || !method.has_near(near.name)) continue;
      const facts::Transition* far =
          method.near_transition == method.far_transition ? &near : facts_.transition(method.far_transition, connector);
      if (far == nullptr || far->ports.size() != near.ports.size()) continue;
      for (const std::string& along : maps_of(method.trunk, connector))
        for (const std::string& adapter : wish_.method.empty() ? std::vector{method.adapter} : parts_.adapters())
          add_cassettes_of(method, {near, *far}, along, adapter);
    }
  }

  std::vector<std::string> maps_of(const std::string& type, const std::string& connector) const {
    std::vector<std::string> out;
    const facts::Connector* plug = facts_.connector(connector);
    for (const facts::Permutation& map : facts_.array_map_list())
      if (plug != nullptr && map.rows == plug->rows && map.columns == plug->columns && map.name.starts_with(type) &&
          std::find(out.begin(), out.end(), map.name) == out.end())
        out.push_back(map.name);
    return out;
  }

  // At the near end and at the far one.
  struct Pair {
    const facts::Transition &near, &far;
  };

  void add_cassettes_of(const facts::Method& method, const Pair& pair, const std::string& along, const std::string& adapter) {
    const spec::Polish rear = parts_.single_mode() ? spec::Polish::kAngled : spec::Polish::kFlat;
    Recipe recipe = between_cassettes(pair.near.connector, "unpinned", rear, along, method.near_cord, method.far_cord);
    recipe.panel = cassette(pair.near, rear, adapter);
    if (&pair.far != &pair.near) recipe.far_panel = cassette(pair.far, rear, adapter);
    recipe.links_of_leg = static_cast<int>(pair.near.ports.size());
    recipe.method = method.name;
    out_.push_back(std::move(recipe));
  }

  std::string cassette(const facts::Transition& transition, spec::Polish rear, const std::string& adapter) const {
    return fmt::format(
        "{{kind: cassette{}{}, adapter: {}, transition: {}, rear: {}, front: {}}}", parts_.common(), parts_.brand(), adapter,
        transition.name, PartDescriptions::block(transition.connector, "pinned", rear),
        PartDescriptions::block(a_.connector, nullptr, a_.polish, fmt::format(", count: {}", transition.ports.size())));
  }

  // Of the author: cassettes of one rear connector, with as many fronts as they have. Cords of one kind at both ends are tried first.
  void add_own_cassettes() {
    const std::vector<OwnCassette> all = own_cassettes(own_, wish_);
    for (const OwnCassette& near : all)
      for (const OwnCassette& far : all) {
        if (!may_stand_opposite(near, far)) continue;
        for (const char* to : {"A-to-B", "A-to-A"})
          for (const char* type : {"B", "C", "A"})
            for (const std::string& along : maps_of(type, near.rear.connector))
              if (parts_.method_allows(along)) add_own(near, far, along, to);
      }
  }

  void add_own(const OwnCassette& near, const OwnCassette& far, const std::string& along, const std::string& to) {
    // The rear block of a cassette tells of its plug: what meets it has no pins where it has some.
    const char* pins = near.rear.pins == spec::Pins::kPinned ? "unpinned" : "pinned";
    Recipe recipe = between_cassettes(near.rear.connector, pins, near.rear.polish, along, "A-to-B", to);
    recipe.panel = near.name;
    if (far.name != near.name) recipe.far_panel = far.name;
    recipe.links_of_leg = near.fronts;
    recipe.method = wish_.method;
    out_.push_back(std::move(recipe));
  }

  bool may_stand_opposite(const OwnCassette& near, const OwnCassette& far) const {
    if (near.front.connector != a_.connector || !asked_base(near.rear.connector)) return false;
    const std::vector<const facts::Method*> all = methods();
    if (near.name == far.name)
      return wish_.method.empty() || std::any_of(all.begin(), all.end(), [&](const facts::Method* method) {
               return stands_near(near, *method) || stands_far(near, *method);
             });
    if (near.rear.connector != far.rear.connector || near.front.connector != far.front.connector || near.fronts != far.fronts)
      return false;
    return std::any_of(all.begin(), all.end(), [&](const facts::Method* method) {
      return method->near_transition != method->far_transition && !near.transition.empty() && !far.transition.empty() &&
             stands_near(near, *method) && stands_far(far, *method);
    });
  }

  bool stands_near(const OwnCassette& own, const facts::Method& method) const {
    return may_have_adapter(own, method) && (own.transition.empty() || method.has_near(transition_of(own)));
  }
  bool stands_far(const OwnCassette& own, const facts::Method& method) const {
    return may_have_adapter(own, method) && (own.transition.empty() || method.has_far(transition_of(own)));
  }

  // What its author leaves open, a map of their own or an adapter, is for the trial to judge.
  static bool may_have_adapter(const OwnCassette& own, const facts::Method& method) {
    const plant::Joint joint = method.adapter == "A" ? plant::Joint::kOpposed : plant::Joint::kAligned;
    return own.adapter == joint || own.adapter == plant::Joint::kUnstated;
  }

  // By the name of its row.
  std::string_view transition_of(const OwnCassette& own) const {
    const facts::Transition* known = facts_.transition(own.transition, own.rear.connector);
    return known == nullptr ? std::string_view() : std::string_view(known->name);
  }

  bool asked_base(const std::string& connector) const {
    return wish_.base == 0 || connector == "MPO-" + std::to_string(wish_.base);
  }

  // All but the cassettes themselves.
  Recipe between_cassettes(const std::string& connector, const char* pins, spec::Polish rear, const std::string& along,
                           const std::string& near, const std::string& far) const {
    Recipe recipe;
    recipe.cord_a = parts_.cord(parts_.plug(a_), parts_.plug(a_), near);
    recipe.cord_b = parts_.cord(parts_.plug(b_), parts_.plug(b_), far);
    recipe.trunk = parts_.trunk(connector, pins, rear, along);
    recipe.cassettes = true;
    recipe.connector = connector;
    return recipe;
  }

  const facts::Facts& facts_;
  const std::vector<plant::PartType>& own_;
  PartDescriptions parts_;
  spec::Face a_, b_;
  const synth::CablingWish& wish_;
  std::vector<Recipe> out_;
};

}  // namespace

std::vector<synth::Recipe> part_candidates(const facts::Facts& facts, const std::vector<plant::PartType>& parts,
                                           const plant::PartType& a, const plant::PartType& b, const synth::CablingWish& wish) {
  return Candidates(facts, parts, a, b, wish).all();
}

}  // namespace ferrule::api
