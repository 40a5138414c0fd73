#include "spec/paper/paper_words.h"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>

#include "base/text.h"

namespace ferrule::spec::paper {
namespace {

constexpr std::size_t kLongestHeader = 48;  // bytes; a longer cell is a sentence

bool letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80; }

// "Qty (pcs)" begins with qty; "Partner" does not begin with part.
bool begins(std::string_view header, std::string_view word) {
  if (!header.starts_with(word)) return false;
  if (header.size() == word.size() || !letter(word.back())) return true;
  return !letter(header[word.size()]) || static_cast<unsigned char>(word.back()) >= 0x80;
}

// "length (m)" is length: units and remarks in brackets are not the name of a column.
std::string_view without_brackets(std::string_view header) {
  const std::size_t open = header.find_first_of("([");
  return open == 0 ? header : trim(header.substr(0, open));
}

struct Use {
  std::string_view name;
  Header header;
};
const Use kUses[] = {{"description", {Role::kDescription, Of::kThing, {}}},
                     {"part-number", {Role::kPartNumber, Of::kThing, {}}},
                     {"name", {Role::kName, Of::kThing, {}}},
                     {"quantity", {Role::kQuantity, Of::kThing, {}}},
                     {"price", {Role::kPrice, Of::kThing, {}}},
                     {"unit", {Role::kUnit, Of::kThing, {}}},
                     {"attribute", {Role::kAttribute, Of::kThing, {}}},
                     {"kind", {Role::kAttribute, Of::kNoun, {}}},
                     {"attribute-a", {Role::kAttribute, Of::kEndA, {}}},
                     {"attribute-b", {Role::kAttribute, Of::kEndB, {}}}};

bool holds(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

PaperWords PaperWords::load(const facts::Facts& facts, diag::Findings& findings) {
  PaperWords out;
  const facts::Table* table = facts.table("paper_words");
  if (table == nullptr) return out;
  for (std::size_t row = 0; row < table->rows.size(); ++row) out.add(*table, row, findings);
  std::stable_sort(out.headers_.begin(), out.headers_.end(),
                   [](const HeaderWord& a, const HeaderWord& b) { return a.word.size() > b.word.size(); });
  return out;
}

void PaperWords::add(const facts::Table& table, std::size_t row, diag::Findings& findings) {
  const std::string_view use = table.cell(row, "use");
  const auto known = std::find_if(std::begin(kUses), std::end(kUses), [&](const Use& one) { return one.name == use; });
  std::vector<std::string>* const list = use == "per-fibre"    ? &per_fibre_
                                         : use == "fibre-unit" ? &fibre_units_
                                         : use == "money"      ? &money_
                                         : use == "likeness"   ? &likeness_
                                         : use == "channel"    ? &channel_
                                                               : nullptr;
  const bool stem = use == "method" || use == "type" || use == "polarity";
  if (known == std::end(kUses) && list == nullptr && !stem) {
    findings.add("D110", "bad-paper-word", diag::Severity::kError, table.places[row],
                 fmt::format("'{}' is no use of words that there is", printable(use)));
    return;
  }
  for (const std::string_view part : split(table.cell(row, "words"), ';')) {
    std::string word = lower(trim(part));
    if (word.empty()) continue;
    if (list != nullptr) {
      list->push_back(std::move(word));
    } else if (stem) {
      stems_.emplace_back(std::move(word), use);
    } else {
      Header header = known->header;
      header.phrase = table.cell(row, "phrase");
      if (header.role == Role::kAttribute)
        attributes_.emplace(std::move(word), std::move(header));
      else
        headers_.push_back({std::move(word), std::move(header)});
    }
  }
}

Header PaperWords::header(std::string_view cell) const {
  const std::string text = lower(trim(cell));
  if (text.empty() || text.size() > kLongestHeader) return {};
  for (const std::string_view name : {std::string_view(text), without_brackets(text)})
    if (const auto found = attributes_.find(std::string(name)); found != attributes_.end()) return found->second;
  for (const HeaderWord& word : headers_)
    if (begins(text, word.word)) return word.header;
  return {};
}

PaperWords::Found PaperWords::per_fibre(std::string_view text) const {
  const std::string words = lower(text);
  for (const std::string& word : per_fibre_)
    if (const std::size_t at = words.find(word); at != std::string::npos) return {at, word.size()};
  return {};
}

bool PaperWords::is_fibre_unit(std::string_view cell) const { return holds(fibre_units_, lower(trim(cell))); }

bool PaperWords::speaks_of_money(std::string_view text) const {
  const std::string words = lower(text);
  return std::any_of(money_.begin(), money_.end(),
                     [&](const std::string& word) { return words.find(word) != std::string::npos; });
}

std::string_view PaperWords::polarity_stem(std::string_view word) const {
  for (const auto& [stem, which] : stems_)
    if (word.find(stem) != std::string_view::npos) return which;
  return {};
}

bool PaperWords::is_likeness(std::string_view word) const { return holds(likeness_, word); }
bool PaperWords::is_channel(std::string_view word) const { return holds(channel_, word); }

}  // namespace ferrule::spec::paper
