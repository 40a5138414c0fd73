#include "cli/fits_text.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"
#include "cli/columns.h"
#include "cli/wrap.h"
#include "spec/paper/report.h"

namespace ferrule::cli {
namespace {

// Why this verdict and no better one: the fields that made it.
std::vector<std::string> decided_by(const spec::Fitting& fitting) {
  std::vector<std::pair<std::string_view, std::string>> fields_by_why;  // in the order of the reasons
  for (const spec::FitReason& reason : fitting.reasons) {
    if (fitting.fit == spec::Fit::kSame || reason.fit != fitting.fit) continue;
    const auto known =
        std::find_if(fields_by_why.begin(), fields_by_why.end(), [&](const auto& r) { return r.first == reason.why; });
    if (known == fields_by_why.end())
      fields_by_why.emplace_back(reason.why, reason.field);
    else
      known->second += fmt::format(", {}", reason.field);
  }
  std::vector<std::string> out;
  out.reserve(fields_by_why.size());
  for (const auto& [why, fields] : fields_by_why) out.push_back(fmt::format("{}: {}", fields, why));
  return out;
}

}  // namespace

std::string painted(spec::Fit fit, std::string text, bool colour) {
  if (!colour) return text;
  const char* code = fit <= spec::Fit::kBetter ? "\x1b[32m" : fit == spec::Fit::kNo ? "\x1b[31m" : "\x1b[33m";
  return code + text + "\x1b[0m";
}

std::string matches_text(const api::Catalogue& catalogue, const api::CatalogueReport& report, const api::Language& language,
                         bool colour) {
  std::string out = fmt::format("required  {}\n\n", printable(report.required));
  for (const api::CatalogueMatch& match : report.matches) {
    const api::CatalogueEntry& entry = catalogue.entries[match.entry];
    const std::string place = spec::paper::where(language.sources, entry.place);
    out += "  " + painted(match.fitting.fit, padded(std::string(spell(match.fitting.fit)), 16), colour);
    out += entry.part_number.empty() ? place : fmt::format("{} ({})", printable(shortened(entry.part_number, 60)), place);
    out += "\n";
    for (const std::string& part : wrap(printable(shortened(entry.text, 400)), 80)) out += std::string(18, ' ') + part + "\n";
    for (const std::string& reason : decided_by(match.fitting))
      for (const std::string& part : wrap(reason, 78)) out += std::string(20, ' ') + part + "\n";
  }
  return out + fmt::format("\n{} of {}\n", report.matches.size(), counted(catalogue.entries.size(), "product"));
}

std::string fit_text(const api::FitReport& report, bool colour) {
  std::string out = fmt::format("required  {}\noffered   {}\n\n", printable(report.required), printable(report.offered));
  out += painted(report.fitting.fit, fmt::format("verdict   {}", spell(report.fitting.fit)), colour);
  if (report.fitting.turned) out += "   (laid the other way round)";
  out += "\n\n";
  for (const spec::FitReason& reason : report.fitting.reasons) {
    const std::string values = fmt::format("{} -> {}", reason.required.empty() ? "?" : printable(reason.required),
                                           reason.offered.empty() ? "?" : printable(reason.offered));
    out += "  " + painted(reason.fit, padded(std::string(spell(reason.fit)), 16), colour) +
           padded(fmt::format("{} {}", reason.field_class, reason.field), 24) + padded(values, 26);
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
