#include "api/part_candidates.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferrule::api {
namespace {

using synth::Recipe;

constexpr std::string_view kMultimode = "OM4", kSinglemode = "OS2";  // where no wish names a class: the commonest of new plants

bool is_array(const spec::Face& face) { return face.size() > 2; }

std::string polish_of(spec::Polish polish) { return spec::angled(polish) ? "APC" : "PC"; }

class Candidates {
 public:
  Candidates(const facts::Facts& facts, const plant::PartType& a, const plant::PartType& b, const synth::CablingWish& wish)
      : facts_(facts), a_(a.faces.front().face), b_(b.faces.front().face), wish_(wish) {
    fibre_ = !wish.fibre.empty() ? wish.fibre : std::string(a.mode == spec::Mode::kMulti ? kMultimode : kSinglemode);
    single_ = fibre_.starts_with("OS");
  }

  std::vector<Recipe> all() {
    if (a_.rows != b_.rows || a_.columns != b_.columns || !base_fits()) return {};
    if (wish_.cabling == synth::Cabling::kDirect)
      add_cords();
    else if (is_array(a_))
      add_array_trunks();
    else
      add_cassettes();
    return std::move(out_);
  }

 private:
  // Polarities of a plug of this shape, Type B first: what parallel optics are bought with.
  std::vector<std::string> polarities(const spec::Face& face) const {
    if (!is_array(face)) return {"A-to-B", "A-to-A"};
    std::vector<std::string> names;
    for (const facts::Permutation& map : facts_.array_map_list())
      if (map.rows == face.rows && map.columns == face.columns && map.name != "C" &&
          std::find(names.begin(), names.end(), map.name) == names.end())
        names.push_back(map.name);
    std::stable_sort(names.begin(), names.end(),
                     [](const std::string& x, const std::string& y) { return x.starts_with("B") > y.starts_with("B"); });
    return names;
  }

  std::string common() const {
    std::string out = ", fibre: " + fibre_;
    if (!wish_.grade.empty()) out += ", grade: " + wish_.grade;
    return out;
  }
  std::string jacket() const { return wish_.jacket.empty() ? "" : fmt::format(", jacket: \"{}\"", wish_.jacket); }

  static std::string block(const std::string& connector, const char* pins, spec::Polish polish, const std::string& more = {}) {
    std::string out = "{connector: " + connector;
    if (pins != nullptr) out += fmt::format(", gender: {}", pins);
    return out + ", polish: " + polish_of(polish) + more + "}";
  }

  std::string plug(const spec::Face& receptacle) const {
    return block(is_array(receptacle) ? array_connector(receptacle) : receptacle.connector,
                 is_array(receptacle) ? "unpinned" : nullptr, receptacle.polish);
  }

  // Plugs of another family do not meet those of the cords that the optics need: no conversion is looked for.
  bool base_fits() const {
    if (wish_.base == 0 || !is_array(a_)) return true;
    const facts::Connector *asked = facts_.connector("MPO-" + std::to_string(wish_.base)), *own = facts_.connector(a_.connector);
    return asked != nullptr && own != nullptr && asked->family == own->family;
  }

  // The connector with as many fibres as the wish's base, of the receptacle's family.
  std::string array_connector(const spec::Face& receptacle) const {
    const std::string based = "MPO-" + std::to_string(wish_.base);
    const facts::Connector *asked = facts_.connector(based), *own = facts_.connector(receptacle.connector);
    return wish_.base > 0 && asked != nullptr && own != nullptr && asked->family == own->family ? based : receptacle.connector;
  }

  std::string cord(const std::string& a, const std::string& b, const std::string& polarity) const {
    const std::string ends = a == b ? "ends: " + a : "a: " + a + ", b: " + b;
    return fmt::format("{{kind: cord{}, polarity: {}{}, {}}}", common(), polarity, jacket(), ends);
  }

  void add_cords() {
    for (const std::string& polarity : polarities(a_)) {
      Recipe recipe;
      recipe.cord_a = cord(plug(a_), plug(b_), polarity);
      recipe.connector = a_.connector;
      out_.push_back(std::move(recipe));
    }
  }

  bool method_allows(const std::string& trunk) const {
    const std::string& method = wish_.method;
    return method.empty() || (method == "A" ? trunk == "A" : method == "C" ? trunk == "C" : trunk.starts_with("B"));
  }

  // Methods U1 and U2 (data/methods.csv): the same universal cassettes, adapters of Type A in the one and of Type B in the other.
  bool is_universal() const { return wish_.method.starts_with('U'); }
  std::vector<const char*> adapters(std::vector<const char*> all) const {
    if (is_universal()) all = {wish_.method == "U1" ? "A" : "B"};
    return all;
  }

  std::string trunk(const std::string& connector, const char* pins, spec::Polish polish, const std::string& polarity) const {
    const std::string ends = block(connector, pins, polish, ", count: {legs}");
    return fmt::format("{{kind: trunk{}, polarity: {}{}, legs: {{legs}}, ends: {}}}", common(), polarity, jacket(), ends);
  }

  void add_array_trunks() {
    const std::string connector = array_connector(a_);
    const std::vector<std::string> maps = polarities(a_);
    for (const std::string& along : maps) {
      if (!method_allows(along)) continue;
      for (const std::string& near : maps)
        for (const std::string& far : maps)
          for (const char* adapter : adapters({"A", "B"})) {
            Recipe recipe;
            recipe.cord_a = cord(plug(a_), block(connector, "unpinned", a_.polish), near);
            recipe.cord_b = cord(plug(b_), block(connector, "unpinned", a_.polish), far);
            recipe.trunk = trunk(connector, "pinned", a_.polish, along);
            recipe.panel =
                fmt::format("{{kind: adapter-panel, connector: {}, adapter: {}, count: {{ports}}}}", connector, adapter);
            recipe.connector = connector;
            out_.push_back(std::move(recipe));
          }
    }
  }

  void add_cassettes() {
    const std::string connector = "MPO-" + std::to_string(wish_.base > 0 ? wish_.base : 12);
    const spec::Polish rear = single_ ? spec::Polish::kAngled : spec::Polish::kFlat;
    for (const facts::Transition& transition : facts_.transitions()) {
      if (transition.connector != connector || (is_universal() && !transition.name.starts_with("universal"))) continue;
      for (const std::string along : {"B", "A"}) {
        if (!method_allows(along)) continue;
        for (const char* adapter : adapters({"B", "A"}))
          for (const std::string far : {"A-to-B", "A-to-A"}) add_cassette(transition, connector, rear, along, adapter, far);
      }
    }
  }

  void add_cassette(const facts::Transition& transition, const std::string& connector, spec::Polish rear,
                    const std::string& along, const char* adapter, const std::string& far) {
    const auto ports = static_cast<int>(transition.ports.size());
    Recipe recipe;
    recipe.cord_a = cord(plug(a_), plug(a_), "A-to-B");
    recipe.cord_b = cord(plug(b_), plug(b_), far);
    recipe.trunk = trunk(connector, "unpinned", rear, along);
    recipe.panel =
        fmt::format("{{kind: cassette{}, adapter: {}, transition: {}, rear: {}, front: {}}}", common(), adapter, transition.name,
                    block(connector, "pinned", rear), block(a_.connector, nullptr, a_.polish, fmt::format(", count: {}", ports)));
    recipe.links_of_leg = ports;
    recipe.cassettes = true;
    recipe.connector = connector;
    out_.push_back(std::move(recipe));
  }

  const facts::Facts& facts_;
  spec::Face a_, b_;
  const synth::CablingWish& wish_;
  std::string fibre_;
  bool single_ = false;
  std::vector<Recipe> out_;
};

}  // namespace

std::vector<synth::Recipe> part_candidates(const facts::Facts& facts, const plant::PartType& a, const plant::PartType& b,
                                           const synth::CablingWish& wish) {
  return Candidates(facts, a, b, wish).all();
}

}  // namespace ferrule::api
