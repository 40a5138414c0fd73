// The parts of `explain`: each teller knows one kind of thing and adds what it has to say about the
// name asked for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "api/explain.h"

namespace ferrule::api::telling {

// The name as asked, and the terms of data/terms.csv that it is another word for; compared folded.
struct Query {
  const facts::Facts& facts;
  std::string text;
  std::vector<std::string> keys;  // keys.front() is the text itself

  Query(const facts::Facts& known, std::string_view asked);
  bool is(std::string_view name) const;
  bool is_any(const std::vector<std::string>& names) const;
};

using Out = std::vector<Explanation>;

void rules(const Query& query, Out& out);         // rule_page.cpp
void optics(const Query& query, Out& out);        // optics.cpp
void array_cables(const Query& query, Out& out);  // maps.cpp
void adapters(const Query& query, Out& out);
void duplex_cords(const Query& query, Out& out);
void methods(const Query& query, Out& out);
void transitions(const Query& query, Out& out);  // wiring.cpp
void breakouts(const Query& query, Out& out);
void conversions(const Query& query, Out& out);
void splitters(const Query& query, Out& out);
void connectors(const Query& query, Out& out);  // parts.cpp
void fibres(const Query& query, Out& out);
void jackets(const Query& query, Out& out);
void spaces(const Query& query, Out& out);
void brands(const Query& query, Out& out);  // market.cpp
void grades(const Query& query, Out& out);
void colours(const Query& query, Out& out);
void terms(const Query& query, Out& out);  // words.cpp
void words(const Query& query, Out& out);
void claims(const Query& query, Out& out);
void sources(const Query& query, Out& out);

std::vector<std::string> rule_names();  // codes and names, for names_near

// Shared by tellers (words.cpp).
std::string meaning(const facts::Facts& facts, std::string_view term);  // empty when no such term
void add_words(const Query& query, std::string_view concept_name,
               Explanation& to);  // how else it is written, and the traps

// A fact of a typed row, unless there is nothing to say.
void add(Explanation& to, std::string name, std::string value, const facts::Row& row);
void add(Explanation& to, std::string name, std::string value, const facts::Row& row, Confidence confidence);
// A fact of row `index` of a table that is only shown: a cell as it stands, a list separated by
// ';', or words about the row.
void add_cell(Explanation& to, std::string name, const facts::Table& table, std::size_t index, std::string_view column);
void add_list(Explanation& to, std::string name, const facts::Table& table, std::size_t index, std::string_view column);
void add_value(Explanation& to, std::string name, std::string value, const facts::Table& table, std::size_t index);

}  // namespace ferrule::api::telling
