#include "facts/link_columns.h"

#include <array>

#include "facts/header_words.h"
#include "facts/row_reader.h"

namespace ferrule::facts {
namespace {

struct LinkMeaning {
  std::string_view word;
  LinkHeader header;
};

constexpr std::array<LinkMeaning, 12> kLinkMeanings = {{
    {"side-a", {LinkSide::kA, LinkField::kNone}},
    {"side-b", {LinkSide::kB, LinkField::kNone}},
    {"node", {LinkSide::kNone, LinkField::kNode}},
    {"port", {LinkSide::kNone, LinkField::kPort}},
    {"name", {LinkSide::kNone, LinkField::kName}},
    {"end", {LinkSide::kNone, LinkField::kEnd}},
    {"type", {LinkSide::kNone, LinkField::kType}},
    {"rack", {LinkSide::kNone, LinkField::kRack}},
    {"unit", {LinkSide::kNone, LinkField::kUnit}},
    {"optic", {LinkSide::kNone, LinkField::kOptic}},
    {"quantity", {LinkSide::kNone, LinkField::kQuantity}},
    {"nothing", {LinkSide::kNone, LinkField::kNothing}},
}};

}  // namespace

std::vector<LinkColumn> read_link_columns(const RawTable& raw, diag::Findings& findings) {
  std::vector<LinkColumn> columns;
  for (std::size_t i = 0; i < raw.table.rows.size(); ++i) {
    RowReader row(raw, i, findings);
    LinkColumn column;
    row.fact(column);
    column.words = row.list("words");
    if (column.words.empty()) row.bad("words", "no words");
    const std::string means = row.one_of(
        "means", {"side-a", "side-b", "node", "port", "name", "end", "type", "rack", "unit", "optic", "quantity", "nothing"});
    for (const LinkMeaning& meaning : kLinkMeanings)
      if (meaning.word == means) column.side = meaning.header.side, column.field = meaning.header.field;
    if (row.good()) columns.push_back(std::move(column));
  }
  return columns;
}

LinkWords::LinkWords(const Facts& facts) {
  const Table* const table = facts.table("link_columns");
  if (table == nullptr) return;
  diag::Findings told_before;
  for (const LinkColumn& column : read_link_columns(raw_table_of(*table), told_before))
    for (const std::string& word : column.words) words_.emplace(header_words(word), LinkHeader{column.side, column.field});
}

LinkHeader LinkWords::meaning(std::string_view header) const {
  if (header.size() > kLongestHeader) return {};
  const std::string words = header_words(header);
  if (const auto whole = words_.find(words); whole != words_.end()) return whole->second;
  for (std::size_t blank = words.find(' '); blank != std::string::npos; blank = words.find(' ', blank + 1)) {
    const auto first = words_.find(words.substr(0, blank)), second = words_.find(words.substr(blank + 1));
    if (first == words_.end() || second == words_.end()) continue;
    const LinkHeader both{first->second.side != LinkSide::kNone ? first->second.side : second->second.side,
                          first->second.field != LinkField::kNone ? first->second.field : second->second.field};
    const bool one_of_each = (first->second.side == LinkSide::kNone) != (second->second.side == LinkSide::kNone);
    if (one_of_each && both.field != LinkField::kNone) return both;
  }
  return {};
}

}  // namespace ferrule::facts
