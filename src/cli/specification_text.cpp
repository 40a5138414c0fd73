#include "cli/specification_text.h"

#include <fmt/format.h>

#include "base/text.h"
#include "cli/wrap.h"

namespace ferrule::cli {
namespace {

using spec::Field;

std::string value_text(Field field, const spec::Reading& reading) {
  switch (type_of(field)) {
    case spec::FieldType::kText: return printable(reading.text);
    case spec::FieldType::kTruth: return reading.number != 0 ? "yes" : "no";
    case spec::FieldType::kNumber: return fmt::format("{}", reading.number);
  }
  return {};
}

std::string padded(std::string text, std::size_t width) {
  for (std::size_t have = columns(text); have < width; ++have) text += ' ';
  return text;
}

std::string list(std::string_view title, const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) {
    for (const std::string& part : wrap(line, 80)) {
      out += padded(out.empty() ? fmt::format("  {}", title) : std::string(), 16) + part + "\n";
    }
  }
  return out;
}

// A colour for the verdict: green, yellow, red.
std::string painted(spec::Fit fit, std::string text, bool colour) {
  if (!colour) return text;
  const char* code = fit <= spec::Fit::kBetter ? "\x1b[32m" : fit == spec::Fit::kNo ? "\x1b[31m" : "\x1b[33m";
  return code + text + "\x1b[0m";
}

}  // namespace

std::string specification_text(const api::Parsed& parsed, const api::Language& language) {
  std::string out = printable(shortened(parsed.text, 400)) + "\n";
  for (std::size_t i = 0; i < spec::kFields; ++i) {
    const Field field = static_cast<Field>(i);
    if (!parsed.specification.has(field)) continue;
    const spec::Reading& reading = parsed.specification.get(field);
    const std::string words = printable(shortened(parsed.text.substr(reading.span.begin, reading.span.end - reading.span.begin), 40));
    const Confidence confidence = confidence_of(reading.rule);
    out += fmt::format("  {}{}{}{}\n", padded(std::string(spell(field)), 22), padded(value_text(field, reading), 18), padded("\"" + words + "\"", 26),
                       fmt::format("{}{}", spell(reading.rule), confidence == Confidence::kHigh ? "" : fmt::format(" ({})", ferrule::spell(confidence))));
  }
  std::vector<std::string> lines;
  for (const spec::Contradiction& contradiction : parsed.specification.contradictions)
    lines.push_back(fmt::format("{}: \"{}\" and \"{}\"", spell(contradiction.field), printable(contradiction.first), printable(contradiction.second)));
  out += list("contradicts", lines);
  lines.clear();
  std::vector<std::string> questions;
  for (const spec::Need* need : language.needs.open(parsed.specification)) {
    lines.push_back(fmt::format("{} ({})", need->name, letter(need->need_class)));
    if (need->need_class != spec::NeedClass::kCommercial) questions.push_back(need->question);
  }
  if (!lines.empty()) out += list("unknown", {joined(lines, ", ")});
  out += list("ask", questions);
  return out + "\n";
}

std::string fit_text(const api::FitReport& report, bool colour) {
  std::string out = fmt::format("required  {}\noffered   {}\n\n", printable(report.required), printable(report.offered));
  out += painted(report.fitting.fit, fmt::format("verdict   {}", spell(report.fitting.fit)), colour);
  if (report.fitting.turned) out += "   (laid the other way round)";
  out += "\n\n";
  for (const spec::FitReason& reason : report.fitting.reasons) {
    const std::string values = fmt::format("{} -> {}", reason.required.empty() ? "?" : printable(reason.required), reason.offered.empty() ? "?" : printable(reason.offered));
    out += "  " + painted(reason.fit, padded(std::string(spell(reason.fit)), 16), colour) + padded(fmt::format("{} {}", reason.field_class, reason.field), 24) +
           padded(values, 26);
    bool first = true;
    for (const std::string& part : wrap(reason.why, 60)) {
      out += (first ? std::string() : std::string(68, ' ')) + part + "\n";
      first = false;
    }
  }
  if (!report.fitting.ask.empty()) out += "\n" + list("ask", report.fitting.ask);
  return out;
}

}  // namespace ferrule::cli
