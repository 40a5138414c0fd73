#include "facts/facts.h"

#include <algorithm>
#include <cctype>

#include "base/text.h"

namespace ferrule::facts {
namespace {

bool among(const std::vector<std::string>& names, std::string_view word) {
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) { return same_folded(name, word); });
}

// The word without what it stands for: "Type B cable" and "type b" are both "B".
std::string bare(std::string_view word, std::string_view before, std::string_view behind) {
  std::string key = folded(word);
  if (key.size() > before.size() && key.starts_with(before)) key.erase(0, before.size());
  if (key.size() > behind.size() && key.ends_with(behind)) key.erase(key.size() - behind.size());
  return key;
}

template <class T, class Test>
const T* first(const std::vector<T>& rows, Test test) {
  const auto found = std::find_if(rows.begin(), rows.end(), test);
  return found == rows.end() ? nullptr : &*found;
}

// By name, else by alias; null when an alias means several.
template <class T, class Test>
const T* named(const std::vector<T>& rows, std::string_view word, Test test) {
  if (const T* row = first(rows, [&](const T& r) { return test(r) && same_folded(r.name, word); })) return row;
  const T* found = nullptr;
  for (const T& row : rows) {
    if (!test(row) || !among(row.aliases, word)) continue;
    if (found != nullptr) return nullptr;
    found = &row;
  }
  return found;
}

template <class T>
const T* named(const std::vector<T>& rows, std::string_view word) {
  return named(rows, word, [](const T&) { return true; });
}

// "B24-R" and "B24-P" are products sold as Type B.
bool is_product_of(std::string_view map, std::string_view type) {
  return type.size() == 1 && map.size() > 1 && same_folded(map.substr(0, 1), type) &&
         std::isdigit(static_cast<unsigned char>(map[1])) != 0;
}

bool shape_is(const Permutation& map, int rows, int columns) { return map.rows == rows && map.columns == columns; }

bool family_agrees(const Grade& grade, std::string_view family, std::string_view connector) {
  if (!grade.connectors.empty()) return among(grade.connectors, connector);
  const std::string want = folded(grade.family), have = folded(family);
  if (want == "any") return true;
  if (!have.starts_with(want)) return false;
  return have.size() == want.size() || std::isdigit(static_cast<unsigned char>(have[want.size()])) != 0;
}

// "low-loss" is what any maker calls its parts, "elite" what one does: what one maker guarantees of the former, nobody else does.
bool is_word_of_the_trade(const std::vector<Grade>& grades, std::string_view word) {
  return std::any_of(grades.begin(), grades.end(),
                     [&](const Grade& row) { return row.owner.empty() && !word.empty() && same_folded(row.grade, word); });
}

}  // namespace

std::optional<std::size_t> Table::column(std::string_view wanted) const {
  const auto found = std::find(header.begin(), header.end(), wanted);
  if (found == header.end()) return std::nullopt;
  return static_cast<std::size_t>(found - header.begin());
}

std::string_view Table::cell(std::size_t row, std::string_view wanted) const {
  const std::optional<std::size_t> at = column(wanted);
  return at ? std::string_view(rows[row][*at]) : std::string_view();
}

const Reach* Optic::reach(std::string_view fibre_class) const {
  return first(reaches, [&](const Reach& r) { return same_folded(r.fibre_class, fibre_class); });
}

const Connector* Facts::connector(std::string_view name) const {
  const auto& found = content_->connector_index.find(name);
  return found.size() == 1 ? &content_->connectors[found.front()] : nullptr;
}

const Optic* Facts::optic(std::string_view name) const {
  const auto& found = content_->optic_index.find(name);
  return found.size() == 1 ? &content_->optics[found.front()] : nullptr;
}

std::vector<const Optic*> Facts::optics_named(std::string_view name) const {
  std::vector<const Optic*> found;
  for (std::uint32_t index : content_->optic_index.find(name)) found.push_back(&content_->optics[index]);
  return found;
}

std::vector<const LanePosition*> Facts::lane_map(std::string_view name) const {
  std::vector<const LanePosition*> found;
  const auto map = content_->lane_maps.find(std::string(name));
  if (map == content_->lane_maps.end()) return found;
  for (const LanePosition& at : map->second) found.push_back(&at);
  return found;
}

std::vector<const Permutation*> Facts::array_maps(std::string_view name, int rows, int columns) const {
  const std::string type = bare(name, "type", "cable");
  std::vector<const Permutation*> found;
  for (const Permutation& map : content_->array_maps)
    if (shape_is(map, rows, columns) && (same_folded(map.name, type) || is_product_of(map.name, type))) found.push_back(&map);
  return found;
}

const Permutation* Facts::array_map(std::string_view name, int rows, int columns, std::string_view positions) const {
  std::vector<const Permutation*> found = array_maps(name, rows, columns);
  const std::string full = std::to_string(rows * columns);
  const std::string_view wanted = positions.empty() ? std::string_view(full) : positions;
  std::erase_if(found, [&](const Permutation* map) { return map->positions != wanted; });
  return found.size() == 1 ? found.front() : nullptr;
}

const Permutation* Facts::adapter_map(std::string_view name, int rows, int columns) const {
  const std::string type = bare(name, "type", "adapter");
  const auto fits = [&](const Permutation& map) { return shape_is(map, rows, columns); };
  if (const Permutation* map = named(content_->adapter_maps, type, fits)) return map;
  return named(content_->adapter_maps, name, fits);
}

const Permutation* Facts::duplex_cord(std::string_view name) const { return named(content_->duplex_cords, name); }

const Transition* Facts::transition(std::string_view name, std::string_view connector) const {
  const Connector* wanted = this->connector(connector);
  const std::string_view on = wanted != nullptr ? std::string_view(wanted->name) : connector;
  return named(content_->transitions, name, [&](const Transition& t) { return same_folded(t.connector, on); });
}

const ListedMap* Facts::breakout(std::string_view name) const { return named(content_->breakouts, name); }
const ListedMap* Facts::conversion(std::string_view name) const { return named(content_->conversions, name); }

std::vector<const ListedMap*> Facts::conversions_of(std::string_view name) const {
  std::vector<const ListedMap*> found;
  if (const ListedMap* one = first(content_->conversions, [&](const ListedMap& map) { return same_folded(map.name, name); }))
    return {one};
  for (const ListedMap& map : content_->conversions)
    if (same_folded(map.family(), name) || among(map.aliases, name)) found.push_back(&map);
  return found;
}

std::string_view ListedMap::family() const {
  const std::string_view whole = name;
  const std::size_t pattern = whole.rfind("-P");
  return pattern == std::string_view::npos ? whole : whole.substr(0, pattern);
}

const Fibre* Facts::fibre(std::string_view name) const { return named(content_->fibres, name); }

const FibreSubstitution* Facts::substitution(std::string_view required, std::string_view offered) const {
  return first(content_->substitutions,
               [&](const FibreSubstitution& s) { return same_folded(s.required, required) && same_folded(s.offered, offered); });
}

const Grade* Facts::grade(std::string_view family, std::string_view connector, std::string_view mode,
                          std::string_view grade) const {
  const Grade* found = nullptr;
  for (const Grade& row : content_->grades) {
    if (!same_folded(row.mode, mode) || !same_folded(row.grade, grade) || !family_agrees(row, family, connector)) continue;
    if (!row.most && !row.most_of_97) continue;
    if (row.owner.empty()) return &row;  // the trade's figure before one maker's
    if (found == nullptr) found = &row;
  }
  return found != nullptr && is_word_of_the_trade(content_->grades, grade) ? nullptr : found;
}

const Grade* Facts::any_pair_limit(std::string_view mode) const {
  return first(content_->grades, [&](const Grade& g) {
    return g.most && g.grade == "standard" && same_folded(g.family, "ANY") && same_folded(g.mode, mode);
  });
}

const Jacket* Facts::jacket(std::string_view type) const {
  if (const Jacket* jacket = first(content_->jackets, [&](const Jacket& j) { return same_folded(j.type, type); })) return jacket;
  return first(content_->jackets, [&](const Jacket& j) { return among(j.aliases, type); });
}

const Space* Facts::space(std::string_view name) const { return named(content_->spaces, name); }

const Splice* Facts::splice(std::string_view mode) const {
  return first(content_->splices, [&](const Splice& s) { return same_folded(s.mode, mode) && s.most; });
}

bool Method::is_kind_of(std::string_view name, std::string_view wanted) {
  if (!name.starts_with(wanted)) return false;
  const std::string_view more = name.substr(wanted.size());
  return more.empty() || (more.front() >= '0' && more.front() <= '9') || (wanted == "universal" && more.front() == '-');
}

const Method* Facts::method(std::string_view name) const {
  const std::string letter = bare(name, "method", "");
  return first(content_->methods, [&](const Method& m) { return same_folded(m.name, letter); });
}

const SplitterLimit* Facts::splitter_limit(std::string_view name, std::string_view fibre_class) const {
  return named(content_->splitter_limits, name, [&](const SplitterLimit& s) { return same_folded(s.fibre_class, fibre_class); });
}

const Table* Facts::table(std::string_view name) const {
  return first(content_->tables, [&](const Table& t) { return t.name == name; });
}

std::vector<std::string> Facts::names_of(std::string_view name) const {
  std::vector<std::string> names;
  const Table* wanted = table(name);
  if (wanted == nullptr || wanted->header.empty()) return names;
  for (const auto& row : wanted->rows)
    if (std::find(names.begin(), names.end(), row.front()) == names.end()) names.push_back(row.front());
  return names;
}

}  // namespace ferrule::facts
