#include "syntax/faults.h"

#include <fmt/format.h>

#include "base/text.h"

namespace ferrule::syntax {
namespace {

bool starts_as_utf16(std::string_view text) { return text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF"); }

// NUL bytes are looked for before UTF-8: in UTF-16 text both are wrong, and only the first says what happened.
void report_nul(diag::Place place, bool utf16, diag::Findings& findings) {
  add_fault(findings, kNulByte, place, "a NUL byte")
      .help(utf16 ? "save the file as UTF-8; it is UTF-16 now" : "save the file as plain UTF-8 text; it looks binary or UTF-16");
}

void report_bad_utf8(diag::Place place, unsigned char byte, bool utf16, diag::Findings& findings) {
  add_fault(findings, kNotUtf8, place, fmt::format("byte 0x{:02X} is not UTF-8", byte))
      .help(utf16 ? "save the file as UTF-8; it is UTF-16 now" : "save the file as UTF-8; it may be Windows-1252 or Latin-1 now");
}

}  // namespace

diag::Findings::Builder add_fault(diag::Findings& findings, const Fault& fault, diag::Place place, std::string message) {
  return findings.add(std::string(fault.code), std::string(fault.name), diag::Severity::kError, place, std::move(message))
      .unreadable();
}

diag::Findings::Builder report_unreadable(const Failure& failure, diag::Place named_at, diag::Findings& findings) {
  const std::string message = failure.place.empty() ? failure.message : failure.place + ": " + failure.message;
  return add_fault(findings, kFileUnreadable, named_at, message);
}

std::optional<std::uint32_t> begin_of_text(const diag::Sources& sources, std::uint32_t source, diag::Findings& findings) {
  const std::string_view text = sources.text(source);
  const auto place = [&](std::size_t at) { return diag::Place{source, static_cast<std::uint32_t>(at), 1}; };
  if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos) {
    report_nul(place(nul), starts_as_utf16(text), findings);
    return std::nullopt;
  }
  if (const auto bad = first_bad_utf8(text)) {
    report_bad_utf8(place(*bad), static_cast<unsigned char>(text[*bad]), starts_as_utf16(text), findings);
    return std::nullopt;
  }
  return text.starts_with(kUtf8Mark) ? static_cast<std::uint32_t>(kUtf8Mark.size()) : 0;
}

}  // namespace ferrule::syntax
