#include "api/breakout_candidates.h"

#include <algorithm>
#include <fmt/format.h>

#include "api/conversion_candidates.h"
#include "api/own_parts.h"
#include "api/part_descriptions.h"

namespace ferrule::api {
namespace {

using synth::Recipe;

class BreakoutCandidates {
 public:
  BreakoutCandidates(const facts::Facts& facts, const std::vector<plant::PartType>& own, const plant::PartType& head,
                     const plant::PartType& tail, const synth::Breakout& breakout, const synth::CablingWish& wish)
      : facts_(facts),
        own_(own),
        parts_(facts, head.mode, wish),
        head_(head.faces.front().face),
        tail_(tail.faces.front().face),
        breakout_(breakout),
        wish_(wish) {}

  std::vector<Recipe> all() {
    if (!is_array(head_)) return {};
    const bool direct = wish_.cabling == synth::Cabling::kDirect;
    if (!direct && needs_conversion(parts_, head_, wish_)) return {};
    if (direct) {
      for (const std::string& harness : harnesses(parts_.plug(head_))) add(harness);
    } else {
      if (wish_.fan_out != synth::FanOut::kCassette) add_harnesses_at_panels();
      if (wish_.fan_out != synth::FanOut::kHarness && !is_array(tail_)) add_cassettes();
    }
    return std::move(out_);
  }

 private:
  bool same_family(const std::string& x, const std::string& y) const {
    const facts::Connector *a = facts_.connector(x), *b = facts_.connector(y);
    return a != nullptr && b != nullptr && a->family == b->family && a->rows == b->rows && a->columns == b->columns;
  }

  std::vector<std::string> harnesses(const std::string& head) const {
    std::vector<std::string> out = own_harnesses();
    const std::string leg = PartDescriptions::block(tail_.connector, is_array(tail_) ? "unpinned" : nullptr, tail_.polish,
                                                    fmt::format(", count: {}", breakout_.legs));
    for (const facts::ListedMap& wiring : facts_.breakouts())
      if (wiring.b_count == breakout_.legs && same_family(wiring.a_connector, head_.connector) &&
          same_family(wiring.b_connector, tail_.connector))
        out.push_back(fmt::format("{{kind: breakout{}{}, wiring: {}{}, head: {}, leg: {}}}", parts_.common(), parts_.brand(),
                                  wiring.name, parts_.jacket(), head, leg));
    return out;
  }

  // Of the author: their maps may be stated from data sheets, and count for more than those of the table.
  std::vector<std::string> own_harnesses() const {
    std::vector<std::string> out;
    for (const plant::PartType& type : own_)
      if (type.kind == plant::Kind::kBreakout && static_cast<int>(type.faces.size()) == breakout_.legs + 1 &&
          plugs_meet(type.faces.front().face, head_) && plugs_meet(type.faces.back().face, tail_))
        out.push_back(type.name);
    return out;
  }

  Recipe& add(const std::string& harness) {
    Recipe recipe;
    recipe.harness = harness;
    recipe.connector = head_.connector;
    recipe.legs = breakout_.legs;
    recipe.lanes_of_leg = breakout_.lanes;
    out_.push_back(std::move(recipe));
    return out_.back();
  }

  void add_harnesses_at_panels() {
    const std::string connector = parts_.array_connector(head_);
    const std::string at_panel = PartDescriptions::block(connector, "unpinned", head_.polish);
    const std::vector<std::string> maps = parts_.polarities(head_);
    for (const std::string& along : maps) {
      if (!parts_.method_allows(along)) continue;
      for (const std::string& near : maps)
        for (const std::string& adapter : parts_.adapters())
          for (const std::string& harness : harnesses(at_panel)) {
            Recipe& recipe = add(harness);
            recipe.cord_a = parts_.cord(parts_.plug(head_), at_panel, near);
            recipe.trunk = parts_.trunk(connector, "pinned", head_.polish, along);
            recipe.panel = PartDescriptions::panel(connector, adapter);
            recipe.connector = connector;
          }
    }
  }

  struct Cassette {
    std::string part;  // a description, or the name of a part of the author
    int fronts = 0;
    spec::Polish polish = spec::Polish::kUnknown;  // of the fronts
  };

  // Of the author, with one connector at the rear that a plug with pins enters.
  std::vector<Cassette> cassettes_of_author() const {
    std::vector<Cassette> out;
    for (const OwnCassette& own : own_cassettes(own_, wish_))
      if (own.fronts >= breakout_.legs && plugs_meet(own.rear, head_) && same_family(own.front.connector, tail_.connector))
        out.push_back({own.name, own.fronts, own.front.polish});
    return out;
  }

  bool plugs_meet(const spec::Face& x, const spec::Face& y) const {
    const facts::Connector *a = facts_.connector(x.connector), *b = facts_.connector(y.connector);
    return a != nullptr && b != nullptr && a->family == b->family;
  }

  std::vector<Cassette> cassettes_to_buy() const {
    std::vector<Cassette> out;
    for (const facts::Transition& transition : facts_.transitions()) {
      const auto fronts = static_cast<int>(transition.ports.size());
      spec::Face rear = head_;
      rear.connector = transition.connector;
      if (fronts != breakout_.legs || !plugs_meet(rear, head_)) continue;
      if (!parts_.transition_allowed(transition.name)) continue;
      // Few reflections are borne there by single-mode optics, so its fronts are angled as its rear is.
      const spec::Polish polish = parts_.single_mode() ? spec::Polish::kAngled : tail_.polish;
      const std::string back = PartDescriptions::block(transition.connector, "unpinned", head_.polish);
      const std::string front = PartDescriptions::block(tail_.connector, nullptr, polish, fmt::format(", count: {}", fronts));
      for (const std::string& adapter : parts_.adapters())
        out.push_back({fmt::format("{{kind: cassette{}{}, adapter: {}, transition: {}, rear: {}, front: {}}}", parts_.common(),
                                   parts_.brand(), adapter, transition.name, back, front),
                       fronts, polish});
    }
    return out;
  }

  void add_cassettes() {
    std::vector<Cassette> all = cassettes_of_author();
    for (Cassette& cassette : cassettes_to_buy()) all.push_back(std::move(cassette));
    for (const Cassette& cassette : all) add_cassette(cassette);
  }

  void add_cassette(const Cassette& cassette) {
    const std::string connector = parts_.array_connector(head_);
    const std::vector<std::string> maps = parts_.polarities(head_);
    const std::string at_front = PartDescriptions::block(tail_.connector, nullptr, cassette.polish);
    for (const std::string& along : maps) {
      if (!parts_.method_allows(along)) continue;
      for (const std::string& near : maps)
        for (const std::string& adapter : parts_.adapters())
          for (const std::string far : {"A-to-B", "A-to-A"}) {
            Recipe& recipe = add({});
            recipe.cord_a = parts_.cord(parts_.plug(head_), PartDescriptions::block(connector, "unpinned", head_.polish), near);
            recipe.cord_b = parts_.cord(parts_.plug(tail_), at_front, far);
            recipe.trunk = parts_.trunk(connector, "pinned", head_.polish, along);
            recipe.panel = PartDescriptions::panel(connector, adapter);
            recipe.far_panel = cassette.part;
            recipe.far_fronts = cassette.fronts;
            recipe.connector = connector;
          }
    }
  }

  const facts::Facts& facts_;
  const std::vector<plant::PartType>& own_;
  PartDescriptions parts_;
  spec::Face head_, tail_;
  const synth::Breakout& breakout_;
  const synth::CablingWish& wish_;
  std::vector<Recipe> out_;
};

}  // namespace

std::vector<synth::Recipe> breakout_candidates(const facts::Facts& facts, const std::vector<plant::PartType>& parts,
                                               const plant::PartType& head, const plant::PartType& tail,
                                               const synth::Breakout& breakout, const synth::CablingWish& wish) {
  return BreakoutCandidates(facts, parts, head, tail, breakout, wish).all();
}

}  // namespace ferrule::api
