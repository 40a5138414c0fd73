#include "spec/reading_rules.h"

#include <array>

namespace ferrule::spec {
namespace {

struct RuleRow {
  std::string_view name, why;
  Confidence confidence;
};
constexpr Confidence kHigh = Confidence::kHigh, kMedium = Confidence::kMedium, kLow = Confidence::kLow;
constexpr std::array<RuleRow, static_cast<std::size_t>(Rule::kLast)> kRuleRows{{
    {"word", "the words say it", kHigh},
    {"quantity", "a number and its unit", kHigh},
    {"mode-of-class", "the mode of the fibre class that is stated", kHigh},
    {"style-count", "duplex is two fibres, simplex is one", kHigh},
    {"head-noun", "the noun that names the thing", kHigh},
    {"hint", "a vague noun beside a connector", kLow},
    {"kind-from-ends", "what its two ends are tells what it is", kMedium},
    {"attached", "stands with the connector that it belongs to", kHigh},
    {"both-ends", "said once, for both ends", kMedium},
    {"one-connector", "a cord that names one connector has it at both ends", kMedium},
    {"times-before", "the number before the connector", kHigh},
    {"one-per-end", "one connector at this end, as nothing else is said", kMedium},
    {"ratio", "the two numbers count the connectors of the two ends", kMedium},
    {"speed-and-suffix", "a speed and the suffix of an application", kHigh},
    {"marked-brand", "the trademark sign, the brand's product line or its owner's name", kHigh},
    {"maker", "a known maker", kHigh},
    {"name-before-code", "a name in front of a part number", kLow},
    {"code", "letters and digits that are no words", kMedium},
    {"announced", "stands behind the word that announces it", kHigh},
    {"part-number", "the grammar of the part number", kLow},
}};

}  // namespace

std::string_view spell(Rule rule) { return kRuleRows[static_cast<std::size_t>(rule)].name; }
std::string_view explain(Rule rule) { return kRuleRows[static_cast<std::size_t>(rule)].why; }
Confidence confidence_of(Rule rule) { return kRuleRows[static_cast<std::size_t>(rule)].confidence; }

}  // namespace ferrule::spec
