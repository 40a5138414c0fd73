#include "lang/known_words.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"

namespace ferrule::lang {
namespace {

// The class in front of the s, d and a marks: "B2ca" of "B2ca-s1a,d1,a1".
std::string_view without_marks(std::string_view word) { return word.substr(0, word.find_first_of("-,")); }

bool is_jacket(const facts::Facts& facts, std::string_view word) {
  if (facts.jacket(word) != nullptr) return true;
  const facts::Jacket* jacket = facts.jacket(without_marks(word));
  return jacket != nullptr && jacket->scheme == "CPR";
}

std::vector<std::string> grade_words(const facts::Facts& facts) {
  std::vector<std::string> out;
  for (const facts::Grade& grade : facts.grades())
    if (!grade.grade.empty() && std::find(out.begin(), out.end(), grade.grade) == out.end()) out.push_back(grade.grade);
  return out;
}

}  // namespace

bool known_grade(Reader& reader, std::string_view word, diag::Place place) {
  const std::vector<std::string> known = grade_words(reader.facts);
  const auto same = [&](const std::string& grade) { return same_folded(grade, word); };
  if (std::any_of(known.begin(), known.end(), same)) return true;
  auto builder = reader.say(kUnknownFact, place, fmt::format("there is no grade {}", in_quotes(word)));
  suggest(builder, word, known);
  builder.help("known: " + joined(known, ", "));
  return false;
}

bool known_fibre(Reader& reader, std::string_view word, diag::Place place) {
  if (reader.facts.fibre(word) != nullptr) return true;
  auto builder = reader.say(kUnknownFact, place, fmt::format("there is no fibre class {}", in_quotes(word)));
  suggest(builder, word, reader.facts.names_of("fibres"));
  builder.help("known: " + joined(reader.facts.names_of("fibres"), ", "));
  return false;
}

bool known_conversion(Reader& reader, std::string_view word, diag::Place place) {
  if (!reader.facts.conversions_of(word).empty()) return true;
  std::vector<std::string> known;
  for (const facts::ListedMap& map : reader.facts.conversions())
    if (known.empty() || known.back() != map.family()) known.emplace_back(map.family());
  auto builder = reader.say(kUnknownFact, place, fmt::format("there is no conversion {}", in_quotes(word)));
  suggest(builder, word, known);
  builder.help("known: " + joined(known, ", "));
  return false;
}

bool known_rule(Reader& reader, std::string_view word, diag::Place place) {
  std::vector<std::string> known;
  for (const check::Rule& rule : check::rules()) {
    if (word == rule.code || word == rule.name) return true;
    known.emplace_back(rule.code);
    known.emplace_back(rule.name);
  }
  auto builder = reader.say(kUnknownFact, place, fmt::format("there is no rule {} whose level can be set", in_quotes(word)));
  suggest(builder, word, known);
  builder.help("docs/rules lists the rules; what is found while reading (L, D) is always an error");
  return false;
}

bool known_jacket(Reader& reader, std::string_view word, diag::Place place) {
  if (is_jacket(reader.facts, word)) return true;
  bool good = !word.empty();
  for (std::string_view one : split(word, ' ')) good = good && is_jacket(reader.facts, one);
  if (good) return true;
  auto builder = reader.say(kUnknownFact, place, fmt::format("there is no jacket {}", in_quotes(word)));
  std::vector<std::string> known;
  for (const facts::Jacket& jacket : reader.facts.jackets()) known.push_back(jacket.type);
  suggest(builder, word, known);
  builder.help("known: " + joined(known, ", "));
  return false;
}

bool known_space(Reader& reader, std::string_view word, diag::Place place) {
  if (reader.facts.space(word) != nullptr) return true;
  const facts::Jacket* jacket = reader.facts.jacket(without_marks(word));
  if (jacket != nullptr && jacket->scheme == "CPR") return true;
  auto builder = reader.say(kUnknownFact, place, fmt::format("there is no space {}", in_quotes(word)));
  const std::vector<std::string> known = reader.facts.names_of("spaces");
  suggest(builder, word, known);
  builder.help("known: " + joined(known, ", ") + ", or a CPR class");
  return false;
}

}  // namespace ferrule::lang
