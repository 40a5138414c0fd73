#include "diag/print.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"
#include "diag/excerpt.h"

namespace ferrule::diag {
namespace {

constexpr std::size_t kLongestText = 2000;  // characters of one message; names can be megabytes long

std::string safe(std::string_view text) { return printable(shortened(text, kLongestText)); }

// Terminal colours by role; all empty when colour is off, so that the layout is written once.
struct Paint {
  std::string_view severity, strong, frame, plain;
};

Paint paint_for(const Finding& finding, bool colour) {
  if (!colour) return {};
  std::string_view severity = "\x1b[1;36m";
  if (finding.severity == Severity::kError) severity = "\x1b[1;31m";
  if (finding.severity == Severity::kWarning) severity = "\x1b[1;33m";
  if (!finding.waived_by.empty()) severity = "\x1b[2m";
  return {severity, "\x1b[1m", "\x1b[1;34m", "\x1b[0m"};
}

// Prints one finding; `gutter` columns hold the line numbers.
class Printer {
 public:
  Printer(const Finding& finding, const Sources& sources, const PrintOptions& options)
      : finding_(finding), sources_(sources), options_(options), paint_(paint_for(finding, options.colour)) {
    gutter_ = std::max(gutter_, digits(finding.place));
    for (const Note& note : finding.notes) gutter_ = std::max(gutter_, digits(note.place));
  }

  std::string text() {
    headline();
    if (finding_.place.known()) show(finding_.place, finding_.label, "-->", '^');
    for (const Note& note : finding_.notes)
      if (note.place.known()) show(note.place, note.text, ":::", '-');
    for (const Note& note : finding_.notes)
      if (!note.place.known()) remark("note", safe(note.text));
    if (!finding_.subjects.empty()) remark("note", subjects());
    for (const std::string& help : finding_.help) remark("help", safe(help));
    if (!finding_.waived_by.empty()) remark("waived", safe(finding_.waived_by));
    return std::move(out_);
  }

 private:
  std::size_t digits(const Place& place) const {
    return place.known() ? std::to_string(sources_.line_column(place).line).size() : 0;
  }

  void headline() {
    const std::string_view waived = finding_.waived_by.empty() ? "" : " (waived)";
    out_ += fmt::format("{}{}[{}]{}{}{}: {}{}\n", paint_.severity, spell(finding_.severity), safe(finding_.code), waived,
                        paint_.plain, paint_.strong, safe(finding_.message), paint_.plain);
  }

  void show(const Place& place, std::string_view label, std::string_view arrow, char mark) {
    const LineColumn at = sources_.line_column(place);
    const std::string_view line = sources_.line_text(place.source, at.line);
    const std::size_t begin = place.offset - static_cast<std::size_t>(line.data() - sources_.text(place.source).data());
    if (on_shown_line(place.source, at.line, begin)) {
      underline(excerpt(line, begin, place.length, shown_.first_byte), label, mark);
      return;
    }
    shown_ = excerpt(line, begin, place.length);
    shown_source_ = place.source;
    shown_line_ = at.line;
    const std::string cell = sources_.cell(place);
    out_ += fmt::format("{}{:>{}} {}{}:{}\n", paint_.frame, arrow, gutter_ + 4, paint_.plain, safe(sources_.name(place.source)),
                        cell.empty() ? fmt::format("{}:{}", at.line, at.column) : safe(cell));
    out_ += fmt::format("{}{:>{}} |{}\n", paint_.frame, "", gutter_ + 1, paint_.plain);
    out_ += fmt::format("{}{:>{}} |{}{}{}\n", paint_.frame, at.line, gutter_ + 1, paint_.plain, shown_.text.empty() ? "" : " ",
                        shown_.text);
    underline(shown_, label, mark);
  }

  bool on_shown_line(std::uint32_t source, std::uint32_t line, std::size_t begin) const {
    return shown_source_ == source && shown_line_ == line && begin >= shown_.first_byte && begin <= shown_.last_byte;
  }

  void underline(const Excerpt& where, std::string_view label, char mark) {
    const std::string_view colour = mark == '^' ? paint_.severity : paint_.frame;
    out_ += fmt::format("{}{:>{}} |{} {:{}}{}{}{}{}{}\n", paint_.frame, "", gutter_ + 1, paint_.plain, "", where.column, colour,
                        std::string(where.width, mark), label.empty() ? "" : " ", safe(label), paint_.plain);
  }

  void remark(std::string_view kind, std::string_view text) {
    out_ += fmt::format("{}{:>{}} = {}{}{}:{} {}\n", paint_.frame, "", gutter_ + 1, paint_.plain, paint_.strong, kind,
                        paint_.plain, text);
  }

  std::string subjects() const {
    const std::size_t all = finding_.all_subjects(), named = finding_.subjects.size();
    const std::size_t shown = options_.list_all ? named : std::min(named, options_.few_subjects);
    const std::string_view kind = finding_.subject_kind.empty() ? "place" : std::string_view(finding_.subject_kind);
    std::string text = counted(all, kind) + ":";
    for (std::size_t i = 0; i < shown; ++i) text += fmt::format("{} {}", i == 0 ? "" : ",", safe(finding_.subjects[i]));
    if (shown < all) text += fmt::format("{} ... (--list shows all)", shown == 0 ? "" : ",");
    return text;
  }

  const Finding& finding_;
  const Sources& sources_;
  const PrintOptions& options_;
  Paint paint_;
  std::size_t gutter_ = 1;
  std::string out_;
  Excerpt shown_;  // the line shown last
  std::uint32_t shown_source_ = Place::kNowhere, shown_line_ = 0;
};

}  // namespace

std::string print(const Finding& finding, const Sources& sources, const PrintOptions& options) {
  return Printer(finding, sources, options).text();
}

std::string print_summary(const Findings& findings) {
  std::size_t counts[4] = {}, waived = 0;
  for (const Finding& finding : findings.all()) {
    if (finding.waived_by.empty())
      ++counts[static_cast<std::size_t>(finding.severity)];
    else
      ++waived;
  }
  std::vector<std::string> parts;
  for (const Severity severity : {Severity::kError, Severity::kWarning, Severity::kNote})
    if (const std::size_t count = counts[static_cast<std::size_t>(severity)]; count > 0)
      parts.push_back(counted(count, spell(severity)));
  std::string text = parts.empty() ? "no findings" : joined(parts, ", ");
  if (waived > 0) text += fmt::format("; {} waived", with_thousands(waived));
  if (findings.suppressed() > 0) text += fmt::format("; {} more of the same kinds", with_thousands(findings.suppressed()));
  return text;
}

}  // namespace ferrule::diag
