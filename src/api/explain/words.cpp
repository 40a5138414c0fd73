// Words of the trade, what they may mean, claims that are wrong in public, and where facts come
// from.
#include <algorithm>
#include <set>
#include <fmt/format.h>

#include "api/explain/tellers.h"
#include "base/text.h"

namespace ferrule::api::telling {
namespace {

using facts::Table;

bool already_told(const Out& out, std::string_view meaning_text) {
  return std::any_of(out.begin(), out.end(),
                     [&](const Explanation& e) { return e.text.find(meaning_text) != std::string::npos; });
}

std::string concept_spelled(std::string_view name) {
  std::string text(name);
  std::replace(text.begin(), text.end(), '-', ' ');
  return text;
}

// Every word of the claim asked for that says something, found in the claim that is stored; at
// least two.
bool asks_for_claim(const Query& query, std::string_view claim) {
  const std::string asked = query.keys.front(), stored = folded(claim);
  if (asked == stored) return true;
  constexpr std::size_t kLongEnough = 12;
  if (asked.size() >= kLongEnough && (stored.find(asked) != std::string::npos || asked.find(stored) != std::string::npos))
    return true;
  static const std::set<std::string, std::less<>> kSmall{"a",  "an", "and", "are", "at",   "for", "is",
                                                         "of", "on", "the", "to",  "with", "has", "have"};
  int matched = 0;
  for (std::string_view word : split(query.text, ' ')) {
    const std::string key = lower(word);
    if (key.empty() || kSmall.contains(key)) continue;
    if (lower(claim).find(key) == std::string::npos) return false;
    ++matched;
  }
  return matched >= 3;
}

// "MPO" has the connectors MPO-8, MPO-12, ...
void add_members(const facts::Facts& facts, std::string_view term, Explanation& to) {
  for (const facts::Connector& connector : facts.connectors()) {
    if (!connector.name.starts_with(std::string(term) + "-") || !connector.modelled()) continue;
    const std::size_t filled = connector.populated.size();
    const int holes = connector.rows * connector.columns;
    const std::string some =
        static_cast<int>(filled) == holes ? "" : fmt::format(", {} of the {} holes with a fibre", filled, holes);
    add(to, connector.name, fmt::format("{} x {}{}, key {}", connector.rows, connector.columns, some, connector.key), connector);
    to.see_also.push_back(connector.name);
  }
}

std::size_t times_cited(const facts::Facts& facts, std::string_view key) {
  const std::string mark = fmt::format("[{}]", key);
  std::size_t count = 0;
  for (const Table& table : facts.tables())
    for (std::size_t row = 0; row < table.rows.size(); ++row)
      if (table.cell(row, "source").find(mark) != std::string_view::npos) ++count;
  return count;
}

}  // namespace

std::string meaning(const facts::Facts& facts, std::string_view term) {
  const Table* table = facts.table("terms");
  for (std::size_t row = 0; table != nullptr && row < table->rows.size(); ++row)
    if (same_folded(table->cell(row, "term"), term)) return std::string(table->cell(row, "meaning"));
  return {};
}

void add_words(const Query& query, std::string_view concept_name, Explanation& to) {
  const Table* table = query.facts.table("words");
  std::string words;
  std::set<std::string_view> traps;
  for (std::size_t row = 0; table != nullptr && row < table->rows.size(); ++row) {
    if (!same_folded(table->cell(row, "concept"), concept_name)) continue;
    words += fmt::format("{}{}", words.empty() ? "" : ", ", table->cell(row, "word"));
    if (const std::string_view trap = table->cell(row, "trap"); traps.insert(trap).second)
      add_cell(to, "trap", *table, row, "trap");
  }
  if (!words.empty()) to.facts.push_back({"words seen", words, "", std::nullopt});
}

void terms(const Query& query, Out& out) {
  const Table* table = query.facts.table("terms");
  for (std::size_t row = 0; table != nullptr && row < table->rows.size(); ++row) {
    const std::string_view term = table->cell(row, "term"), text = table->cell(row, "meaning");
    if (!query.is(term) || already_told(out, text)) continue;
    Explanation e;
    e.title = term;
    e.kind = "word";
    e.text = text;
    add_list(e, "also", *table, row, "aliases");
    add_list(e, "not the same as", *table, row, "not_to_be_confused_with");
    if (e.facts.empty()) add_value(e, "meaning", "as above", *table, row);
    add_words(query, term, e);
    add_members(query.facts, term, e);
    for (std::string_view other : split(table->cell(row, "not_to_be_confused_with"), ';')) e.see_also.emplace_back(other);
    out.push_back(std::move(e));
  }
}

// A word that sellers use and that may mean several things. Only when it adds to what was told.
void words(const Query& query, Out& out) {
  const Table* table = query.facts.table("words");
  Explanation e;
  for (std::size_t row = 0; table != nullptr && row < table->rows.size(); ++row) {
    if (folded(table->cell(row, "word")) != query.keys.front()) continue;
    const std::string_view trap = table->cell(row, "trap");
    add_value(e, "may mean " + concept_spelled(table->cell(row, "concept")), trap.empty() ? "no trap known" : std::string(trap),
              *table, row);
  }
  const bool known_under_other_names = !out.empty() && e.facts.size() < 2;
  if (e.facts.empty() || known_under_other_names) return;
  e.title = query.text;
  e.kind = "word in product texts";
  e.text = e.facts.size() > 1 ? "Sellers use it for different things; ask which one is meant." : "";
  out.push_back(std::move(e));
}

void claims(const Query& query, Out& out) {
  const Table* table = query.facts.table("wrong_in_public");
  for (std::size_t row = 0; table != nullptr && row < table->rows.size(); ++row) {
    if (!asks_for_claim(query, table->cell(row, "claim"))) continue;
    Explanation e;
    e.title = table->cell(row, "claim");
    e.kind = "wrong claim";
    e.text = "This is said in public and it is wrong.";
    add_cell(e, "the truth", *table, row, "truth");
    out.push_back(std::move(e));
  }
}

void sources(const Query& query, Out& out) {
  std::string_view key = query.text;
  if (key.starts_with('[') && key.ends_with(']') && key.size() > 2) key = key.substr(1, key.size() - 2);
  const Table* table = query.facts.table("sources");
  for (std::size_t row = 0; table != nullptr && row < table->rows.size(); ++row) {
    if (!same_ignoring_case(table->cell(row, "key"), key)) continue;
    Explanation e;
    e.title = table->cell(row, "key");
    e.kind = "source";
    e.text = table->cell(row, "what");
    add_value(e, "how it was read", std::string(table->cell(row, "source")), *table, row);
    e.facts.push_back(
        {"cited by", fmt::format("{} rows of facts", with_thousands(times_cited(query.facts, e.title))), "", std::nullopt});
    out.push_back(std::move(e));
  }
}

}  // namespace ferrule::api::telling
