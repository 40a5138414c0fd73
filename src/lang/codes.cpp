#include "lang/codes.h"

#include "base/text.h"

namespace ferrule::lang {

diag::Findings::Builder say(diag::Findings& findings, const Code& code, diag::Place place, std::string message) {
  return findings.add(std::string(code.code), std::string(code.name), diag::Severity::kError, place, std::move(message));
}

void suggest(diag::Findings::Builder& builder, std::string_view word, std::span<const std::string> known) {
  if (const std::optional<std::string> near = nearest(word, known)) builder.help("did you mean " + in_quotes(*near) + "?");
}

std::string in_quotes(std::string_view text) { return "'" + printable(shortened(text, 60)) + "'"; }

}  // namespace ferrule::lang
