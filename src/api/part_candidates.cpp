#include "api/part_candidates.h"

#include <fmt/format.h>

#include "api/part_descriptions.h"

namespace ferrule::api {
namespace {

using synth::Recipe;

class Candidates {
 public:
  Candidates(const facts::Facts& facts, const plant::PartType& a, const plant::PartType& b, const synth::CablingWish& wish)
      : facts_(facts), parts_(facts, a.mode, wish), a_(a.faces.front().face), b_(b.faces.front().face), wish_(wish) {}

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
          for (const char* adapter : parts_.adapters({"A", "B"})) {
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

  void add_cassettes() {
    const std::string connector = "MPO-" + std::to_string(wish_.base > 0 ? wish_.base : 12);
    const spec::Polish rear = parts_.single_mode() ? spec::Polish::kAngled : spec::Polish::kFlat;
    for (const facts::Transition& transition : facts_.transitions()) {
      if (transition.connector != connector || (parts_.is_universal() && !transition.name.starts_with("universal"))) continue;
      for (const std::string along : {"B", "A"}) {
        if (!parts_.method_allows(along)) continue;
        for (const char* adapter : parts_.adapters({"B", "A"}))
          for (const std::string far : {"A-to-B", "A-to-A"}) add_cassette(transition, connector, rear, along, adapter, far);
      }
    }
  }

  void add_cassette(const facts::Transition& transition, const std::string& connector, spec::Polish rear,
                    const std::string& along, const char* adapter, const std::string& far) {
    const auto ports = static_cast<int>(transition.ports.size());
    Recipe recipe;
    recipe.cord_a = parts_.cord(parts_.plug(a_), parts_.plug(a_), "A-to-B");
    recipe.cord_b = parts_.cord(parts_.plug(b_), parts_.plug(b_), far);
    recipe.trunk = parts_.trunk(connector, "unpinned", rear, along);
    recipe.panel = fmt::format("{{kind: cassette{}{}, adapter: {}, transition: {}, rear: {}, front: {}}}", parts_.common(),
                               parts_.brand(), adapter, transition.name, PartDescriptions::block(connector, "pinned", rear),
                               PartDescriptions::block(a_.connector, nullptr, a_.polish, fmt::format(", count: {}", ports)));
    recipe.links_of_leg = ports;
    recipe.cassettes = true;
    recipe.connector = connector;
    out_.push_back(std::move(recipe));
  }

  const facts::Facts& facts_;
  PartDescriptions parts_;
  spec::Face a_, b_;
  const synth::CablingWish& wish_;
  std::vector<Recipe> out_;
};

}  // namespace

std::vector<synth::Recipe> part_candidates(const facts::Facts& facts, const plant::PartType& a, const plant::PartType& b,
                                           const synth::CablingWish& wish) {
  return Candidates(facts, a, b, wish).all();
}

}  // namespace ferrule::api
