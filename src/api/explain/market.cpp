// What makers and sellers say: brands, grades of loss, colours.
#include <algorithm>
#include <fmt/format.h>

#include "api/explain/tellers.h"
#include "base/text.h"

namespace ferrule::api::telling {
namespace {

using facts::Table;

std::string figures(const Table& grades, std::size_t row) {
  struct Figure {
    std::string_view column, before;
  };
  std::string text;
  for (const Figure& figure :
       {Figure{"il_max_dB", "max"}, {"il_97_dB", "97 % within"}, {"il_mean_dB", "mean"}, {"il_typ_dB", "typically"}}) {
    const std::string_view value = grades.cell(row, figure.column);
    if (!value.empty()) text += fmt::format("{}{} {} dB", text.empty() ? "loss " : ", ", figure.before, value);
  }
  if (const std::string_view rl = grades.cell(row, "rl_min_dB"); !rl.empty())
    text += fmt::format("{}return loss at least {} dB", text.empty() ? "" : ", ", rl);
  if (text.empty()) text = "no figure known";
  if (const std::string_view basis = grades.cell(row, "il_basis"); !basis.empty()) text += fmt::format(" ({})", basis);
  return text;
}

void add_figures(const Table& grades, std::size_t row, Explanation& to) {
  const std::string_view mode = grades.cell(row, "mode");
  add_value(to, fmt::format("{}, {}", grades.cell(row, "line"), mode.empty() ? "any mode" : mode), figures(grades, row), grades,
            row);
}

// "MTP" has the line "MTP (standard)", not "MTP Elite".
bool is_line_of(std::string_view line, std::string_view brand) {
  return same_ignoring_case(line, brand) || lower(line).starts_with(lower(brand) + " (");
}

void add_cousins(const Table& brands, std::string_view brand, Explanation& to) {
  for (std::size_t row = 0; row < brands.rows.size(); ++row) {
    const std::string_view other = brands.cell(row, "brand");
    if (other != brand && lower(other).starts_with(lower(brand.substr(0, brand.find(' '))))) to.see_also.emplace_back(other);
  }
}

bool asks_for_brand(const Query& query, const Table& brands, std::size_t row) {
  if (query.is(brands.cell(row, "brand"))) return true;
  const auto claims = split(brands.cell(row, "claim_words"), ';');
  return std::any_of(claims.begin(), claims.end(), [&](std::string_view words) { return query.is(words); });
}

Explanation tell_brand(const Query& query, const Table& brands, std::size_t row) {
  const std::string_view brand = brands.cell(row, "brand");
  Explanation e;
  e.title = brand;
  e.kind = "brand";
  e.text = meaning(query.facts, brand);
  add_cell(e, "what", brands, row, "what");
  add_cell(e, "owner", brands, row, "owner");
  add_list(e, "interface", brands, row, "interface");
  add_list(e, "words that claim it", brands, row, "claim_words");
  add_list(e, "words that do not", brands, row, "non_claim_words");
  add_cell(e, "notes", brands, row, "notes");
  if (const Table* grades = query.facts.table("connector_grades"))
    for (std::size_t i = 0; i < grades->rows.size(); ++i)
      if (is_line_of(grades->cell(i, "line"), brand)) add_figures(*grades, i, e);
  add_cousins(brands, brand, e);
  return e;
}

}  // namespace

void brands(const Query& query, Out& out) {
  const Table* table = query.facts.table("brands");
  for (std::size_t row = 0; table != nullptr && row < table->rows.size(); ++row)
    if (asks_for_brand(query, *table, row)) out.push_back(tell_brand(query, *table, row));
}

void grades(const Query& query, Out& out) {
  const Table* table = query.facts.table("connector_grades");
  Explanation e;
  for (std::size_t row = 0; table != nullptr && row < table->rows.size(); ++row) {
    if (!query.is(table->cell(row, "grade"))) continue;
    e.title = fmt::format("{} connectors", table->cell(row, "grade"));
    add_figures(*table, row, e);
  }
  if (e.facts.empty()) return;
  e.kind = "grade";
  e.text =
      "Figures published under this word. They are not one grade: what counts is the number on the "
      "data sheet and how it was measured.";
  e.see_also = {"grade", "insertion loss"};
  out.push_back(std::move(e));
}

void colours(const Query& query, Out& out) {
  const Table* table = query.facts.table("colours");
  Explanation e;
  for (std::size_t row = 0; table != nullptr && row < table->rows.size(); ++row) {
    if (!query.is(table->cell(row, "colour"))) continue;
    std::string value =
        fmt::format("{}{}", table->cell(row, "scheme"), table->cell(row, "proves") == "y" ? "" : "; proves nothing by itself");
    if (const std::string_view notes = table->cell(row, "notes"); !notes.empty()) value += fmt::format("; {}", notes);
    add_value(e, fmt::format("{} {}", table->cell(row, "what"), table->cell(row, "item")), value, *table, row);
  }
  if (e.facts.empty()) return;
  e.title = query.text;
  e.kind = "colour";
  e.text = "A colour is evidence, never proof: the print on the jacket and the data sheet decide.";
  out.push_back(std::move(e));
}

}  // namespace ferrule::api::telling
