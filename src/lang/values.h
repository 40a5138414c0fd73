// Values out of nodes that were held against their declaration. What is absent or was refused gives nothing.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/quantity.h"
#include "check/order_policy.h"
#include "syntax/node.h"

namespace ferrule::lang {

const syntax::Node* value(const syntax::Node& mapping, std::string_view key);  // null when absent or empty
const syntax::Node& below(const syntax::Node& mapping, std::string_view key);  // the value; an empty node when absent or empty
std::string_view text(const syntax::Node& mapping, std::string_view key);      // empty when absent
diag::Place place_of(const syntax::Node& mapping, std::string_view key);       // of the value; of the mapping when absent
std::optional<int> whole(const syntax::Node& mapping, std::string_view key);
bool yes(const syntax::Node& mapping, std::string_view key);  // false when absent
std::optional<Length> length(const syntax::Node& mapping, std::string_view key);
std::optional<Loss> loss(const syntax::Node& mapping, std::string_view key);

std::optional<int> parse_whole(std::string_view text);              // digits only, below 1,000,000,000
std::optional<Length> parse_place(std::string_view text);           // along an axis of the hall: "12.6 m", "-0.6 m"
std::optional<Loss> parse_loss(std::string_view text);              // "0.35 dB"
std::optional<std::int64_t> parse_share(std::string_view text);     // "40 %" in hundredths of a per cent; from 1 % to 100 %
std::optional<std::int64_t> parse_diameter(std::string_view text);  // "3.6 mm" in micrometres; more than 0, at most a metre
std::optional<std::int64_t> parse_weight(std::string_view text);    // "9.5 g/m", "9.5 kg/km", "0.4 kg/m" in g/km; more than 0
std::optional<check::Spares> parse_spares(std::string_view text);   // "3", "2.5 %"; at most 100 %
bool is_date(std::string_view text);                                // "2027-03-01"

// "4", "1-4" or "12-9" as positions from 0; nothing when it is none or outside [1, most].
std::optional<std::vector<int>> parse_span(std::string_view text, int most);

// A scalar or a list of spans.
std::optional<std::vector<int>> positions(const syntax::Node& node, int most);

// A scalar or a list of scalars.
std::vector<const syntax::Node*> scalars(const syntax::Node* node);

}  // namespace ferrule::lang
