#include "api/explain.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "api/explain/tellers.h"
#include "base/text.h"

namespace ferrule::api {
namespace telling {

Query::Query(const facts::Facts& known, std::string_view asked) : facts(known), text(trim(asked)) {
  keys.push_back(folded(text));
  const facts::Table* terms = facts.table("terms");
  for (std::size_t row = 0; terms != nullptr && row < terms->rows.size(); ++row)
    for (std::string_view alias : split(terms->cell(row, "aliases"), ';'))
      if (folded(alias) == keys.front()) keys.push_back(folded(terms->cell(row, "term")));
}

bool Query::is(std::string_view name) const {
  const std::string key = folded(name);
  return !key.empty() && std::find(keys.begin(), keys.end(), key) != keys.end();
}

bool Query::is_any(const std::vector<std::string>& names) const {
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) { return is(name); });
}

void add(Explanation& to, std::string name, std::string value, const facts::Row& row) {
  add(to, std::move(name), std::move(value), row, row.confidence);
}

void add(Explanation& to, std::string name, std::string value, const facts::Row& row, Confidence confidence) {
  if (!value.empty()) to.facts.push_back({std::move(name), std::move(value), row.source, confidence});
}

void add_cell(Explanation& to, std::string name, const facts::Table& table, std::size_t index, std::string_view column) {
  add_value(to, std::move(name), std::string(table.cell(index, column)), table, index);
}

void add_list(Explanation& to, std::string name, const facts::Table& table, std::size_t index, std::string_view column) {
  const std::vector<std::string_view> items = split(table.cell(index, column), ';');
  add_value(to, std::move(name), joined(std::vector<std::string>(items.begin(), items.end()), ", "), table, index);
}

void add_value(Explanation& to, std::string name, std::string value, const facts::Table& table, std::size_t index) {
  if (value.empty()) return;
  to.facts.push_back({std::move(name), std::move(value), std::string(table.cell(index, "source")),
                      parse_confidence(table.cell(index, "confidence"))});
}

}  // namespace telling

namespace {

using Teller = void (*)(const telling::Query&, telling::Out&);
constexpr std::array<Teller, 21> kTellers{
    telling::rules,       telling::optics,    telling::array_cables, telling::adapters,     telling::methods,
    telling::transitions, telling::breakouts, telling::conversions,  telling::duplex_cords, telling::splitters,
    telling::connectors,  telling::brands,    telling::fibres,       telling::jackets,      telling::spaces,
    telling::terms,       telling::grades,    telling::words,        telling::colours,      telling::claims,
    telling::sources};

void add_names(const facts::Facts& facts, std::string_view table, std::string_view column, std::vector<std::string>& out) {
  const facts::Table* rows = facts.table(table);
  for (std::size_t row = 0; rows != nullptr && row < rows->rows.size(); ++row)
    for (std::string_view name : split(rows->cell(row, column), ';'))
      if (!name.empty()) out.emplace_back(name);
}

std::vector<std::string> all_names(const facts::Facts& facts) {
  std::vector<std::string> names = telling::rule_names();
  struct Column {
    std::string_view table, column;
  };
  for (const Column& from : {Column{"optics", "pmd"},
                             {"optics", "aliases"},
                             {"connectors", "connector"},
                             {"connectors", "aliases"},
                             {"terms", "term"},
                             {"terms", "aliases"},
                             {"brands", "brand"},
                             {"fibres", "fibre_class"},
                             {"fibres", "aliases"},
                             {"jackets", "type"},
                             {"transitions", "transition"},
                             {"breakouts", "breakout"},
                             {"conversions", "conversion"},
                             {"array_maps", "map"},
                             {"splitter_limits", "aliases"},
                             {"sources", "key"}})
    add_names(facts, from.table, from.column, names);
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

// Only what can be asked for in turn.
void keep_known(const facts::Facts& facts, Explanation& e) {
  if (e.see_also.empty()) return;
  std::unordered_set<std::string> known;
  for (const std::string& name : all_names(facts)) known.insert(folded(name));
  std::erase_if(e.see_also, [&](const std::string& name) { return !known.contains(folded(name)); });
}

}  // namespace

std::vector<Explanation> explain(const facts::Facts& facts, std::string_view query) {
  const telling::Query asked(facts, query);
  std::vector<Explanation> found;
  if (asked.keys.front().empty()) return found;
  for (const Teller teller : kTellers) teller(asked, found);
  for (Explanation& e : found) keep_known(facts, e);
  return found;
}

std::vector<std::string> names_near(const facts::Facts& facts, std::string_view query) {
  std::vector<std::string> known = all_names(facts), near;
  if (folded(query).empty()) return near;  // everything is near to nothing
  while (near.size() < 3) {
    const std::optional<std::string> next = nearest(trim(query), known);
    if (!next) break;
    near.push_back(*next);
    std::erase_if(known, [&](const std::string& name) { return same_folded(name, *next); });
  }
  return near;
}

}  // namespace ferrule::api
