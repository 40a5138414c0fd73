#include "cli/specification_text.h"

#include <algorithm>
#include <map>
#include <fmt/format.h>

#include "base/text.h"
#include "cli/wrap.h"
#include "spec/paper/report.h"
#include "spec/part_codes.h"

namespace ferrule::cli {
namespace {

using spec::Field;

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
    const std::string words =
        printable(shortened(parsed.text.substr(reading.span.begin, reading.span.end - reading.span.begin), 40));
    const Confidence confidence = confidence_of(reading.rule);
    out += fmt::format("  {}{}{}{}\n", padded(std::string(spell(field)), 22),
                       padded(printable(spec::value_text(field, reading)), 18), padded("\"" + words + "\"", 26),
                       fmt::format("{}{}", spell(reading.rule),
                                   confidence == Confidence::kHigh ? "" : fmt::format(" ({})", ferrule::spell(confidence))));
  }
  std::vector<std::string> lines;
  for (const spec::Contradiction& contradiction : parsed.specification.contradictions)
    lines.push_back(fmt::format("{}: \"{}\" and \"{}\"", spell(contradiction.field), printable(contradiction.first),
                                printable(contradiction.second)));
  out += list("contradicts", lines);
  lines.clear();
  for (const spec::CodeHint& hint : spec::hints_of_code(parsed.specification.text(Field::kPartNumber), language.facts))
    lines.push_back(fmt::format("{} {} (its form, {} {}; low)", spell(hint.field), hint.value, hint.maker, hint.pattern));
  out += list("part number", lines);
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

namespace {

// The first few names, and how many more.
std::string names_of(const std::vector<api::LinkOutcome>& links, auto wanted) {
  constexpr std::size_t kFew = 8;
  std::string out;
  std::size_t count = 0;
  for (const api::LinkOutcome& link : links) {
    if (!wanted(link)) continue;
    if (++count <= kFew) out += (count > 1 ? ", " : "") + printable(link.id);
  }
  return count > kFew ? out + fmt::format(" and {} more", with_thousands(count - kFew)) : out;
}

std::string spell_loss(const std::optional<Loss>& loss) { return loss ? ferrule::spell(*loss) : "not known"; }

// What the links of a group lose at worst, before and with the offer: the three commonest answers.
std::string losses_of(const std::vector<api::LinkOutcome>& links, auto wanted) {
  constexpr std::size_t kFew = 3;
  std::map<std::string, std::size_t> counts;
  for (const api::LinkOutcome& link : links) {
    if (!wanted(link) || (!link.margin_before.loss && !link.margin_after.loss)) continue;
    std::string line =
        fmt::format("channel loss {} -> {}", spell_loss(link.margin_before.loss), spell_loss(link.margin_after.loss));
    if (const std::optional<Loss>& limit = link.margin_after.limit)
      line += fmt::format(", limit {} ({})", ferrule::spell(*limit), printable(link.margin_after.limit_of));
    ++counts[line];
  }
  std::vector<std::pair<std::size_t, std::string>> lines;
  lines.reserve(counts.size());
  for (const auto& [line, count] : counts) lines.emplace_back(count, line);
  std::stable_sort(lines.begin(), lines.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::string out;
  for (std::size_t i = 0; i < std::min(lines.size(), kFew); ++i)
    out += std::string(22, ' ') + lines[i].second +
           (lines.size() > 1 ? fmt::format(": {}", counted(lines[i].first, "link")) : "") + "\n";
  return out;
}

}  // namespace

std::string comparison_text(const api::Comparison& comparison) {
  constexpr std::string_view kWords[] = {"differs", "incomparable", "partly", "equal"};
  constexpr std::size_t kValue = 20;
  std::string out;
  for (std::size_t i = 0; i < comparison.lines.size(); ++i)
    out += fmt::format("{}  {}\n", static_cast<char>('A' + i % 26), printable(comparison.lines[i]));
  out += "\n" + padded("", 40);
  for (std::size_t i = 0; i < comparison.lines.size(); ++i)
    out += padded(std::string(1, static_cast<char>('A' + i % 26)), kValue);
  while (!out.empty() && out.back() == ' ') out.pop_back();
  out += '\n';
  for (const spec::ComparedField& field : comparison.fields) {
    const bool nobody = std::all_of(field.values.begin(), field.values.end(), [](const std::string& v) { return v.empty(); });
    std::string row = padded(nobody ? "not stated" : std::string(kWords[static_cast<std::size_t>(field.difference)]), 14) +
                      padded(fmt::format("{} {}", field.field_class, field.field), 26);
    for (const std::string& value : field.values)
      row += padded(value.empty() ? "?" : printable(shortened(value, kValue - 2)), kValue);
    while (row.back() == ' ') row.pop_back();
    out += row + "\n";
  }
  return out;
}

std::string certificate_text(const api::Certificate& c, bool colour) {
  using check::Verdict;
  const auto was_proven = [](const api::LinkOutcome& link) { return link.before == Verdict::kProven; };
  std::string out = "substitution certificate\n\n";
  out += fmt::format("  project   {}\n  digest    sha256:{}\n  part      {}\n  offer     {}\n\n", printable(c.project), c.digest,
                     printable(c.part), printable(c.offer));
  const auto group = [&](std::size_t count, std::string_view word, spec::Fit fit, std::string_view meaning, auto wanted) {
    if (count == 0) return;
    out += painted(fit, padded(fmt::format("  {} {}", with_thousands(count), word), 22), colour) + std::string(meaning) + "\n";
    for (const std::string& part : wrap(names_of(c.links, wanted), 76)) out += std::string(22, ' ') + part + "\n";
    out += losses_of(c.links, wanted);
  };
  out += fmt::format("{} the part:\n", c.links.size() == 1 ? "1 link uses" : with_thousands(c.links.size()) + " links use");
  group(c.allowed, "allowed", spec::Fit::kSame, "proven with the offer in the part's place",
        [&](const api::LinkOutcome& l) { return was_proven(l) && l.after == Verdict::kProven; });
  group(c.refused, "refused", spec::Fit::kNo, "light does not arrive as the link asks, or not within reach and loss",
        [&](const api::LinkOutcome& l) { return was_proven(l) && l.after == Verdict::kFaulty; });
  group(c.unconfirmed, "unconfirmed", spec::Fit::kCannotConfirm, "rests on something that the offer does not say",
        [&](const api::LinkOutcome& l) { return was_proven(l) && l.after == Verdict::kUnproven; });
  group(c.not_proven_before, "not proven before", spec::Fit::kConditional, "with the part as it is; the offer is not to blame",
        [&](const api::LinkOutcome& l) { return !was_proven(l); });
  if (!c.findings.empty()) out += "\nwhy:\n";
  for (const diag::Finding& finding : c.findings)
    out += fmt::format(
        "  {} {}{}\n", finding.code, printable(finding.message),
        finding.subject_kind.empty() ? "" : fmt::format(" ({})", counted(finding.all_subjects(), finding.subject_kind)));
  if (!c.ask.empty()) out += "\n" + list("ask", c.ask);
  return out + "\nvalid for the files of this digest; a changed plant needs a new certificate\n";
}

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
