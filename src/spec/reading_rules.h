// The rules by which a line is read: each field of a specification names the one that gave it.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/confidence.h"

namespace ferrule::spec {

enum class Rule : std::uint8_t {
  kWord,            // the word itself says it
  kQuantity,        // a number and its unit
  kOfClass,         // the mode of a stated fibre class
  kStyleCount,      // duplex is two fibres, simplex one
  kHeadNoun,        // the noun that names the thing
  kHint,            // a vague noun beside a connector
  kFromEnds,        // the two ends tell the kind
  kAttached,        // stands with the connector it belongs to
  kBothEnds,        // said once for both ends
  kOneConnector,    // one connector named, on both ends of a cord
  kTimesBefore,     // 4x before a connector
  kOnePerEnd,       // a cord has one connector at each end
  kFromRatio,       // 2x3: so many here, so many there
  kSpeedAndSuffix,  // 100G and SR4
  kMarked,          // a trademark sign, a product line or the owner's name
  kMaker,           // a known maker
  kNameBeforeCode,  // a name in front of a part number
  kCode,            // letters and digits that are no words
  kAnnounced,       // behind the word that announces it
  kPartNumber,      // what the grammar of a part number says
  kLast
};

std::string_view spell(Rule rule);    // "head-noun"
std::string_view explain(Rule rule);  // one sentence
Confidence confidence_of(Rule rule);  // how sure a value is that it gives

}  // namespace ferrule::spec
