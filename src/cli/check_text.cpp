#include "cli/check_text.h"

#include <algorithm>
#include <vector>
#include <fmt/format.h>

#include "base/text.h"
#include "cli/wrap.h"
#include "diag/print.h"

namespace ferrule::cli {
namespace {

constexpr std::size_t kWidth = 100;
constexpr std::size_t kFewAlike = 2;

struct VerdictLine {
  std::size_t count;
  std::string_view verdict, colour, meaning;
};

std::string verdict_lines(const api::CheckCounts& counts, bool colour) {
  const VerdictLine lines[] = {
      {counts.proven, "proven", "\x1b[1;32m", "light arrives on every lane as the link asks, within reach and loss"},
      {counts.faulty, "faulty", "\x1b[1;31m", "light does not arrive so, or an error touches the link"},
      {counts.unproven, "unproven", "\x1b[1;33m", "it rests on something that is not known"},
  };
  std::size_t width = 0;
  for (const VerdictLine& line : lines) width = std::max(width, with_thousands(line.count).size());
  std::string out;
  for (const VerdictLine& line : lines) {
    if (line.count == 0) continue;
    out += fmt::format("  {:>{}} {}{:<8}{}  {}\n", with_thousands(line.count), width, colour ? line.colour : "", line.verdict,
                       colour ? "\x1b[0m" : "", line.meaning);
  }
  return out;
}

std::string links_text(const api::CheckReport& report, bool colour) {
  const api::CheckCounts& counts = report.counts;
  if (report.proof == nullptr) return "nothing was checked: a file could not be read or parsed\n";
  if (counts.links == 0 && counts.errors > 0) return "no link could be checked: see the errors\n";
  if (counts.links == 0)
    return "no links: the plant was read, but nothing is asked of it; `links:` says which port should reach which\n";
  const std::string_view made =
      report.loaded->designed ? "  the plant is the one that `ferrule design` makes of this fabric; --output there writes it\n"
                              : "";
  return fmt::format("{}, {} followed, {}\n{}", counted(counts.links, "link"), counted(counts.fibres, "fibre"),
                     counted(counts.ways, "distinct way"), made) +
         verdict_lines(counts, colour);
}

std::string counts_text(const api::CheckCounts& counts, bool notes_shown) {
  std::vector<std::string> parts;
  if (counts.errors > 0) parts.push_back(counted(counts.errors, "error"));
  if (counts.warnings > 0) parts.push_back(counted(counts.warnings, "warning"));
  if (counts.notes > 0 && notes_shown) parts.push_back(counted(counts.notes, "note"));
  std::string text = parts.empty() ? "no findings" : joined(parts, ", ");
  if (counts.not_kept > 0) text += fmt::format("; {} more of the same codes", with_thousands(counts.not_kept));
  if (counts.waived > 0) text += fmt::format("; {} waived", with_thousands(counts.waived));
  if (counts.notes > 0 && !notes_shown)
    text += fmt::format("; {} not shown (--level note shows them)", counted(counts.notes, "note"));
  return text + '\n';
}

std::string item(std::string_view text) {
  std::string out, lead = "  ";
  for (const std::string& line : wrap(printable(text), kWidth - 4)) {
    out += lead + line + '\n';
    lead = "    ";
  }
  return out;
}

std::string waived_text(const diag::Findings& findings) {
  std::string out;
  for (const diag::Finding& finding : findings.all()) {
    if (finding.waived_by.empty()) continue;
    std::string what = fmt::format("{} {}", finding.code, finding.name);
    if (finding.subjects.size() == 1 && finding.all_subjects() == 1) what += fmt::format(" on {}", finding.subjects[0]);
    if (finding.all_subjects() > 1) what += fmt::format(" on {}", counted(finding.all_subjects(), finding.subject_kind));
    out += item(fmt::format("{}, {}", what, finding.waived_by));
  }
  return out.empty() ? "" : "waived:\n" + out;
}

std::string not_checked_text(const std::vector<check::NotChecked>& list) {
  if (list.empty()) return "";
  std::string out = "not checked:\n";
  for (const check::NotChecked& left : list) out += item(fmt::format("{}: {}", left.what, left.why));
  return out;
}

// Medium confidence proves, and whoever signs should see what the proof stands on.
std::string rests_on_text(const diag::Findings& findings) {
  std::string out;
  for (const diag::Finding& finding : findings.all())
    if (finding.name == "rests-on-medium-confidence")
      out += item(finding.message + (finding.notes.empty() ? "" : "; " + finding.notes.front().text));
  return out.empty() ? "" : "the proof rests on:\n" + out;
}

std::string summary(const api::CheckReport& report, const CheckTextOptions& options) {
  const std::string name = report.loaded->project.empty() ? "" : printable(report.loaded->project) + ": ";
  return name + links_text(report, options.colour) + counts_text(report.counts, options.notes) +
         (options.notes || report.counts.proven == 0 ? std::string() : rests_on_text(report.findings)) +
         waived_text(report.findings) +
         not_checked_text(report.proof == nullptr ? std::vector<check::NotChecked>() : report.not_checked);
}

}  // namespace

std::string findings_text(const diag::Findings& findings, const diag::Sources& sources, const CheckTextOptions& options) {
  std::string out;
  const diag::Finding* last = nullptr;
  std::size_t alike = 0;  // of one code at one place, a range that is wrong a thousand times
  const auto say_alike = [&] {
    if (alike > kFewAlike)
      out += fmt::format("\n... and {} more of {} at this place{}\n", with_thousands(alike - kFewAlike), last->code,
                         options.can_list ? " (--list shows all)" : "");
  };
  for (const diag::Finding& finding : findings.all()) {
    if (finding.severity == diag::Severity::kNote && !options.notes) continue;
    if (!finding.waived_by.empty()) continue;  // said in the summary, with its owner
    const bool again = last != nullptr && finding.place.known() && last->place == finding.place && last->code == finding.code;
    if (!again) {
      say_alike();
      alike = 0;
    }
    last = &finding;
    if (++alike > kFewAlike && !options.list_all) continue;
    if (options.list_all) alike = 1;
    if (!out.empty()) out += '\n';
    out += diag::print(finding, sources, {.colour = options.colour, .list_all = options.list_all});
  }
  say_alike();
  return out;
}

std::string check_text(const api::CheckReport& report, const CheckTextOptions& options) {
  std::string findings = findings_text(report.findings, report.loaded->sources, options);
  if (!options.summary) return findings;
  return findings + (findings.empty() ? "" : "\n") + summary(report, options);
}

}  // namespace ferrule::cli
