// What can be wrong with a plant file, each with its code for ever. Each has its page: docs/rules/<name>.md.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "diag/finding.h"

namespace ferrule::lang {

struct Code {
  std::string_view code, name;
};

inline constexpr Code kUnknownKey{"L201", "unknown-key"};
inline constexpr Code kWrongValue{"L202", "wrong-value"};
inline constexpr Code kMissingKey{"L203", "missing-key"};
inline constexpr Code kUnknownPart{"L204", "unknown-part"};
inline constexpr Code kUnknownEnd{"L205", "unknown-end"};
inline constexpr Code kBadName{"L206", "bad-name"};
inline constexpr Code kBadRange{"L207", "bad-range"};
inline constexpr Code kDuplicateName{"L208", "duplicate-name"};
inline constexpr Code kInclude{"L209", "include"};
inline constexpr Code kBadLength{"L210", "bad-length"};
inline constexpr Code kUnknownFact{"L211", "unknown-fact"};
inline constexpr Code kFaceMismatch{"L212", "face-mismatch"};
inline constexpr Code kPlugMeetsPlug{"L213", "plug-meets-plug"};
inline constexpr Code kOutsideHall{"L215", "outside-hall"};
inline constexpr Code kPortUsedTwice{"X601", "port-used-twice"};
// L214 wrong-connector-for-port is a rule's; L220 line-not-understood and L221 words-passed-over are said by spec/part_fields.cpp.

// An error at `place`.
diag::Findings::Builder say(diag::Findings& findings, const Code& code, diag::Place place, std::string message);

// "did you mean 'x'?" when one of the known words is near; nothing otherwise.
void suggest(diag::Findings::Builder& builder, std::string_view word, std::span<const std::string> known);

// What an author wrote, fit for a message: 'Eth1'.
std::string in_quotes(std::string_view text);

}  // namespace ferrule::lang
