#include "api/part_descriptions.h"

#include <algorithm>
#include <string_view>
#include <fmt/format.h>

namespace ferrule::api {
namespace {

constexpr std::string_view kMultimode = "OM4", kSinglemode = "OS2";  // where no wish names a class: the commonest of new plants

std::string polish_of(spec::Polish polish) { return spec::angled(polish) ? "APC" : "PC"; }

}  // namespace

PartDescriptions::PartDescriptions(const facts::Facts& facts, spec::Mode mode, const synth::CablingWish& wish)
    : facts_(facts), wish_(wish), method_(facts.method(wish.method)) {
  fibre_ = !wish.fibre.empty() ? wish.fibre : std::string(mode == spec::Mode::kMulti ? kMultimode : kSinglemode);
  single_ = fibre_.starts_with("OS");
}

std::string PartDescriptions::common() const {
  std::string out = ", fibre: " + fibre_;
  if (!wish_.grade.empty()) out += ", grade: " + wish_.grade;
  return out;
}

std::string PartDescriptions::jacket() const { return wish_.jacket.empty() ? "" : fmt::format(", jacket: \"{}\"", wish_.jacket); }

std::string PartDescriptions::brand() const { return wish_.brand.empty() ? "" : ", brand: " + wish_.brand; }

std::vector<std::string> PartDescriptions::polarities(const spec::Face& face) const {
  return is_array(face) ? array_polarities(face.rows, face.columns) : std::vector<std::string>{"A-to-B", "A-to-A"};
}

std::vector<std::string> PartDescriptions::array_polarities(int rows, int columns) const {
  std::vector<std::string> names;
  for (const facts::Permutation& map : facts_.array_map_list())
    if (map.rows == rows && map.columns == columns && map.name != "C" &&
        std::find(names.begin(), names.end(), map.name) == names.end())
      names.push_back(map.name);
  std::stable_sort(names.begin(), names.end(),
                   [](const std::string& x, const std::string& y) { return x.starts_with("B") > y.starts_with("B"); });
  return names;
}

// Type C crosses pairs: nothing but Method C asks for it.
bool PartDescriptions::method_allows(const std::string& trunk) const {
  if (method_ == nullptr) return trunk != "C";
  return method_->has_trunk(trunk);
}

bool PartDescriptions::transition_allowed(const std::string& transition) const {
  if (method_ == nullptr || method_->name == "B") return true;
  return method_->has_near(transition);
}

std::vector<std::string> PartDescriptions::adapters() const {
  if (method_ == nullptr) return {"A", "B"};
  if (method_->name == "B") return {"B", "A"};
  return {method_->adapter};
}

std::string PartDescriptions::array_connector(const spec::Face& receptacle) const {
  return wish_.base > 0 && base_fits(receptacle) ? "MPO-" + std::to_string(wish_.base) : receptacle.connector;
}

bool PartDescriptions::base_fits(const spec::Face& receptacle) const {
  if (wish_.base == 0 || !is_array(receptacle)) return true;
  const facts::Connector *asked = facts_.connector("MPO-" + std::to_string(wish_.base)),
                         *own = facts_.connector(receptacle.connector);
  return asked != nullptr && own != nullptr && asked->family == own->family && asked->rows == own->rows;
}

std::string PartDescriptions::block(const std::string& connector, const char* pins, spec::Polish polish,
                                    const std::string& more) {
  std::string out = "{connector: " + connector;
  if (pins != nullptr) out += fmt::format(", gender: {}", pins);
  return out + ", polish: " + polish_of(polish) + more + "}";
}

std::string PartDescriptions::plug(const spec::Face& receptacle) const {
  return block(is_array(receptacle) ? array_connector(receptacle) : receptacle.connector,
               is_array(receptacle) ? "unpinned" : nullptr, receptacle.polish);
}

std::string PartDescriptions::cord(const std::string& a, const std::string& b, const std::string& polarity) const {
  const std::string ends = a == b ? "ends: " + a : "a: " + a + ", b: " + b;
  const bool array = ends.find("connector: MPO") != std::string::npos;
  return fmt::format("{{kind: cord{}{}, polarity: {}{}, {}}}", common(), array ? brand() : "", polarity, jacket(), ends);
}

std::string PartDescriptions::trunk(const std::string& connector, const char* pins, spec::Polish polish,
                                    const std::string& polarity) const {
  const std::string ends = block(connector, pins, polish, ", count: {legs}");
  return fmt::format("{{kind: trunk{}{}, polarity: {}{}, legs: {{legs}}, ends: {}}}", common(), brand(), polarity, jacket(),
                     ends);
}

std::string PartDescriptions::panel(const std::string& connector, const std::string& adapter) {
  return fmt::format("{{kind: adapter-panel, connector: {}, adapter: {}, count: {{ports}}}}", connector, adapter);
}

}  // namespace ferrule::api
