#include "spec/flame_rating.h"

#include <algorithm>

#include "base/text.h"

namespace ferrule::spec {
namespace {

// The row of data/cpr_marks.csv: kind ("smoke") and the marks that may stand for it.
struct Mark {
  std::string kind;
  std::vector<std::string> replaced_by;
};
std::optional<Mark> mark_row(const facts::Facts& facts, std::string_view mark) {
  const facts::Table* table = facts.table("cpr_marks");
  if (table == nullptr) return std::nullopt;
  for (std::size_t row = 0; row < table->rows.size(); ++row) {
    if (table->cell(row, "mark") != mark) continue;
    Mark out{std::string(table->cell(row, "kind")), {}};
    for (const std::string_view other : split(table->cell(row, "may_be_replaced_by"), ';')) out.replaced_by.emplace_back(other);
    return out;
  }
  return std::nullopt;
}

Answer compare_mark(const facts::Facts& facts, const std::string& wanted, const std::vector<std::string>& offered) {
  const std::optional<Mark> row = mark_row(facts, wanted);
  if (!row) return Answer::kNotKnown;
  for (const std::string& mark : offered) {
    const std::optional<Mark> other = mark_row(facts, mark);
    if (!other || other->kind != row->kind) continue;
    const bool good =
        mark == wanted || std::find(row->replaced_by.begin(), row->replaced_by.end(), mark) != row->replaced_by.end();
    return good ? Answer::kFits : Answer::kTooLoose;
  }
  return Answer::kNotKnown;  // a mark that is not stated is not equal
}

}  // namespace

std::vector<std::string> ratings(std::string_view jacket) {
  std::vector<std::string> words(1);
  for (const char c : jacket) {
    if (c == ' ' || c == '/' || c == '+' || c == ';')
      words.emplace_back();
    else
      words.back() += c;
  }
  std::erase_if(words, [](const std::string& word) { return word.empty(); });
  return words;
}

std::optional<Euroclass> euroclass(const facts::Facts& facts, std::string_view text) {
  const std::size_t dash = std::min(text.find('-'), text.size());
  const facts::Jacket* row = facts.jacket(text.substr(0, dash));
  if (row == nullptr || row->scheme != "CPR") return std::nullopt;
  Euroclass out{row->type, {}};
  for (const std::string_view mark : split(text.substr(std::min(dash + 1, text.size())), ',')) out.marks.push_back(lower(mark));
  return out;
}

bool replaces(const facts::Jacket& wanted, std::string_view offered) {
  return wanted.type == offered || std::find(wanted.may_be_replaced_by.begin(), wanted.may_be_replaced_by.end(), offered) !=
                                       wanted.may_be_replaced_by.end();
}

Answer compare(const facts::Facts& facts, const Euroclass& wanted, const Euroclass& offered) {
  const facts::Jacket* heat = facts.jacket(wanted.heat);
  if (heat == nullptr) return Answer::kNotKnown;
  if (!replaces(*heat, offered.heat)) return Answer::kTooLoose;
  Answer worst = Answer::kFits;
  for (const std::string& mark : wanted.marks) {
    const Answer answer = compare_mark(facts, mark, offered.marks);
    if (answer == Answer::kTooLoose) return answer;
    if (answer == Answer::kNotKnown) worst = answer;
  }
  return worst;
}

}  // namespace ferrule::spec
