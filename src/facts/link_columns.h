// What the headers of a table of links mean: which end, and what of it.
//
//     A-Node Name, A-Port, Z-Node Name, Z-Port      Source: Rack U Name Port | Destination: Rack U Name Port      a, b
//
// Shape:  a text is a side, a field, or both, whichever stands first ("a node name", "port z"). Letter case and signs do not count.
// Errors: a bad row is a finding at data/link_columns.csv:line:column when the facts are loaded, and is left out.
// Source: data/link_columns.csv.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "facts/facts.h"

namespace ferrule::facts {

struct RawTable;

enum class LinkSide : std::uint8_t { kNone, kA, kB };
enum class LinkField : std::uint8_t { kNone, kNode, kPort, kName, kEnd, kType, kRack, kUnit, kOptic, kQuantity, kNothing };

struct LinkColumn : Row {
  std::vector<std::string> words;
  LinkSide side = LinkSide::kNone;
  LinkField field = LinkField::kNone;
};

struct LinkHeader {  // neither: no word of such tables
  LinkSide side = LinkSide::kNone;
  LinkField field = LinkField::kNone;
  bool known() const { return side != LinkSide::kNone || field != LinkField::kNone; }
};

std::vector<LinkColumn> read_link_columns(const RawTable& raw, diag::Findings& findings);

class LinkWords {
 public:
  explicit LinkWords(const Facts& facts);  // whose bad rows were reported when they were loaded
  LinkHeader meaning(std::string_view header) const;

 private:
  std::unordered_map<std::string, LinkHeader> words_;
};

}  // namespace ferrule::facts
