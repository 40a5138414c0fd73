#include "api/part_candidates.h"

#include <algorithm>
#include <fmt/format.h>

#include "api/own_parts.h"
#include "api/part_descriptions.h"

namespace ferrule::api {
namespace {

using synth::Recipe;

const std::string kTrunks[] = {"B", "A", "C"}, kFarCords[] = {"A-to-B", "A-to-A"};

class Candidates {
 public:
  Candidates(const facts::Facts& facts, const std::vector<plant::PartType>& own, const plant::PartType& a,
             const plant::PartType& b, const synth::CablingWish& wish)
      : facts_(facts), own_(own), parts_(facts, a.mode, wish), a_(a.faces.front().face), b_(b.faces.front().face), wish_(wish) {}

  std::vector<Recipe> all() {
    if (a_.rows != b_.rows || a_.columns != b_.columns || !parts_.base_fits(a_)) return {};
    if (wish_.cabling == synth::Cabling::kDirect)
      add_cords();
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

  // What needs but one kind of cord comes first: one in the wrong rack is the commonest fault in the field.
  void add_cassettes() {
    if (!parts_.is_universal()) add_own_cassettes();
    const std::string connector = "MPO-" + std::to_string(wish_.base > 0 ? wish_.base : 12);
    const spec::Polish rear = parts_.single_mode() ? spec::Polish::kAngled : spec::Polish::kFlat;
    const std::vector<const facts::Transition*> usable = transitions(connector);
    add_uneven_cassettes(usable, rear);
    for (const std::string& far : kFarCords)
      for (const facts::Transition* transition : usable) add_cassettes({*transition, *transition}, rear, far);
  }

  // At the near end and at the far one.
  struct Pair {
    const facts::Transition &near, &far;
  };

  // Of Method B the far cassette numbers its fronts from the other side.
  void add_uneven_cassettes(const std::vector<const facts::Transition*>& usable, spec::Polish rear) {
    const facts::Method* method = parts_.method();
    if (method == nullptr || method->near_transition == method->far_transition) return;
    const auto named = [&](const std::string& name) {
      const auto at =
          std::find_if(usable.begin(), usable.end(), [&](const facts::Transition* each) { return each->name == name; });
      return at == usable.end() ? nullptr : *at;
    };
    const facts::Transition *near = named(method->near_transition), *far = named(method->far_transition);
    if (near != nullptr && far != nullptr) add_cassettes({*near, *far}, rear, method->far_cord);
  }

  void add_cassettes(const Pair& pair, spec::Polish rear, const std::string& far_cord) {
    for (const std::string& along : kTrunks) {
      if (!parts_.method_allows(along)) continue;
      for (const std::string& adapter : parts_.adapters()) {
        const auto ports = static_cast<int>(pair.near.ports.size());
        Recipe recipe = between_cassettes(pair.near.connector, "unpinned", rear, along, far_cord);
        recipe.panel = cassette(pair.near, rear, adapter);
        if (&pair.near != &pair.far) recipe.far_panel = cassette(pair.far, rear, adapter);
        recipe.links_of_leg = ports;
        out_.push_back(std::move(recipe));
      }
    }
  }

  std::string cassette(const facts::Transition& transition, spec::Polish rear, const std::string& adapter) const {
    const std::string back = PartDescriptions::block(transition.connector, "pinned", rear);
    const std::string front =
        PartDescriptions::block(a_.connector, nullptr, a_.polish, fmt::format(", count: {}", transition.ports.size()));
    return fmt::format("{{kind: cassette{}{}, adapter: {}, transition: {}, rear: {}, front: {}}}", parts_.common(),
                       parts_.brand(), adapter, transition.name, back, front);
  }

  std::vector<const facts::Transition*> transitions(const std::string& connector) const {
    std::vector<const facts::Transition*> out;
    for (const facts::Transition& transition : facts_.transitions())
      if (transition.connector == connector && parts_.transition_allowed(transition.name)) out.push_back(&transition);
    std::stable_sort(out.begin(), out.end(), [](const facts::Transition* x, const facts::Transition* y) {
      return PartDescriptions::rank_of(x->name) < PartDescriptions::rank_of(y->name);
    });
    return out;
  }

  // Of the author: cassettes of one rear connector, with as many fronts as they have.
  void add_own_cassettes() {
    for (const OwnCassette& own : own_cassettes(own_, wish_)) {
      if (own.front.connector != a_.connector || !asked_base(own.rear.connector)) continue;
      // The rear block of a cassette tells of its plug: what meets it has no pins where it has some.
      const char* pins = own.rear.pins == spec::Pins::kPinned ? "unpinned" : "pinned";
      for (const std::string& far : kFarCords) {
        for (const std::string& along : kTrunks) {
          if (!parts_.method_allows(along)) continue;
          Recipe recipe = between_cassettes(own.rear.connector, pins, own.rear.polish, along, far);
          recipe.panel = own.name;
          recipe.links_of_leg = own.fronts;
          out_.push_back(std::move(recipe));
        }
      }
    }
  }

  bool asked_base(const std::string& connector) const {
    return wish_.base == 0 || connector == "MPO-" + std::to_string(wish_.base);
  }

  // All but the cassettes themselves.
  Recipe between_cassettes(const std::string& connector, const char* pins, spec::Polish rear, const std::string& along,
                           const std::string& far) const {
    Recipe recipe;
    recipe.cord_a = parts_.cord(parts_.plug(a_), parts_.plug(a_), "A-to-B");
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
