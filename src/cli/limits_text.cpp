#include "cli/limits_text.h"

#include <algorithm>
#include <set>
#include <fmt/format.h>

#include "base/text.h"
#include "cli/columns.h"
#include "cli/remarks.h"
#include "cli/wrap.h"

namespace ferrule::cli {
namespace {

using api::TestFigure;
using api::TestGroup;
using api::WaveLimits;

using Cells = std::vector<std::string>;
constexpr std::size_t kFewNames = 3;

std::string length_of(const loss::TestedPath& path) { return path.unknown.empty() ? spell(path.length()) : "?"; }

// "TIA-568.3-E" stands in two lines of a heading.
std::pair<std::string, std::string> heading(const std::string& name) {
  const std::size_t at = name.find_first_of("- ");
  return at == std::string::npos ? std::pair{std::string(), name} : std::pair{name.substr(0, at), name.substr(at + 1)};
}

const TestFigure* named(const WaveLimits& wave, const std::string& name) {
  for (const TestFigure& figure : wave.figures)
    if (figure.name == name) return &figure;
  return nullptr;
}

std::string governing(const WaveLimits& wave) {
  if (!wave.governs) return "none is known";
  const TestFigure& figure = wave.figures[*wave.governs];
  return figure.id == "vendor" ? "own" : figure.id == "application" ? "application" : figure.name;
}

Cells row_of(const api::LimitsReport& report, const TestGroup& group, const WaveLimits& wave, bool first) {
  Cells cells =
      first ? Cells{with_thousands(group.links),     std::string(spell(group.configuration)), length_of(group.path),
                    std::to_string(group.path.ends), std::to_string(group.path.connections),  std::to_string(group.path.splices)}
            : Cells(6);
  cells.push_back(wave.nm);
  for (const std::string& name : report.standards) {
    const TestFigure* const figure = named(wave, name);
    cells.push_back(figure == nullptr ? "?" : api::spell_limit(*figure));
  }
  for (std::size_t i = wave.figures.size() - 2; i < wave.figures.size(); ++i)
    cells.push_back(wave.figures[i].id == "application" && wave.application_nm.empty() ? "-" : api::spell_limit(wave.figures[i]));
  cells.push_back(governing(wave));
  cells.push_back(first ? few(group.names, group.links, 1) : "");
  return cells;
}

std::string table(const api::LimitsReport& report) {
  Cells above(7), heads{"links", "test", "length", "ends", "inner", "splices", "nm"};
  for (const std::string& name : report.standards) {
    const auto [first, second] = heading(name);
    above.push_back(first);
    heads.push_back(second);
  }
  above.insert(above.end(), {"parts'", "appli-", "", ""});
  heads.insert(heads.end(), {"own", "cation", "governs", "which"});
  std::vector<Cells> rows{above, heads};
  for (const TestGroup& group : report.groups) {
    if (!group.why_none.empty()) continue;
    for (const WaveLimits& wave : group.waves) rows.push_back(row_of(report, group, wave, &wave == group.waves.data()));
  }
  return rows.size() > 2 ? aligned(rows) : "";
}

std::string test_name(const TestGroup& group) {
  return group.configuration == api::Configuration::kPermanent ? "permanent link" : "channel";
}

// Remarks in the order in which they come up, each with the groups that it is about.
class GroupRemarks {
 public:
  void add(std::uint32_t group, std::string text) {
    const auto known = std::find_if(all_.begin(), all_.end(), [&](const auto& remark) { return remark.first == text; });
    if (known == all_.end())
      all_.emplace_back(std::move(text), std::set{group});
    else
      known->second.insert(group);
  }

  std::string text(const api::LimitsReport& report) const {
    std::string out;
    for (const auto& [text, groups] : all_) {
      Cells names;
      std::uint64_t links = 0;
      std::optional<std::uint32_t> last;  // tests are by link
      for (const api::LinkTest& test : report.tests) {
        if (last == test.link || !groups.contains(test.group)) continue;
        last = test.link;
        if (++links <= kFewNames) names.emplace_back(report.loaded->plant.link_name(test.link));
      }
      out += paragraph(fmt::format("{}: {}", few(names, links, kFewNames), printable(text)));
    }
    return out;
  }

 private:
  std::vector<std::pair<std::string, std::set<std::uint32_t>>> all_;
};

// Which limits a wave could not state, those for one reason together.
void add_missing(const WaveLimits& wave, const TestGroup& group, std::uint32_t id, GroupRemarks& remarks) {
  std::vector<std::pair<std::string, Cells>> reasons;
  for (const TestFigure& figure : wave.figures) {
    if (figure.limit || (figure.id == "application" && wave.application_nm.empty())) continue;
    const std::string why = joined(figure.missing, "; ");
    const auto same = std::find_if(reasons.begin(), reasons.end(), [&](const auto& reason) { return reason.first == why; });
    if (same == reasons.end())
      reasons.push_back({why, {figure.name}});
    else
      same->second.push_back(figure.name);
  }
  for (const auto& [why, names] : reasons)
    remarks.add(id, fmt::format("{}, no limit by {}: {}", test_name(group), joined(names, ", "), why));
}

std::string remarks_of(const api::LimitsReport& report) {
  GroupRemarks remarks;
  for (std::uint32_t id = 0; id < report.groups.size(); ++id) {
    const TestGroup& group = report.groups[id];
    if (!group.why_none.empty()) {
      remarks.add(id, fmt::format("no {}: {}", test_name(group), group.why_none));
      continue;
    }
    for (const WaveLimits& wave : group.waves) {
      add_missing(wave, group, id, remarks);
      for (const std::string& text : wave.remarks) remarks.add(id, fmt::format("{}, {} nm: {}", test_name(group), wave.nm, text));
    }
  }
  return remarks.text(report);
}

std::string spell_per_km(Attenuation glass) {
  std::string text = fmt::format("{}.{:06}", glass.microdecibel_per_km / 1'000'000, glass.microdecibel_per_km % 1'000'000);
  while (text.ends_with('0') && text[text.size() - 2] != '.') text.pop_back();
  return text + " dB/km";
}

// "2 ends x 0.50 dB + 30 m of OM4 x 3.0 dB/km"
std::string sum_text(const loss::TestSum& sum) {
  Cells parts;
  for (const loss::TestTerm& term : sum.terms) {
    const bool plain = term.what == "end" || term.what == "connection" || term.what == "splice";
    parts.push_back(plain ? fmt::format("{} x {}", counted(static_cast<std::uint64_t>(term.count), term.what), spell(term.each))
                          : fmt::format("{} x {} ({})", term.count, spell(term.each), term.what));
  }
  for (const loss::GlassTerm& part : sum.glass)
    parts.push_back(fmt::format("{} of {} x {}", spell(part.length), part.fibre, spell_per_km(part.glass)));
  return joined(parts, " + ");
}

std::string how(const TestFigure& figure) {
  if (!figure.missing.empty()) return joined(figure.missing, "; ");
  if (figure.id != "application") return sum_text(figure.sum);
  if (figure.rest == Loss{}) return "the limit of its channel";
  return fmt::format("{} of its channel, less {} outside the test or kept back", spell(*figure.channel), spell(*figure.rest));
}

std::string wave_text(const WaveLimits& wave, std::size_t width) {
  std::string out = fmt::format("\n    {} nm{}\n", wave.nm,
                                wave.application_nm.empty() ? ""
                                : wave.application_nm == Cells{wave.nm}
                                    ? ", the application's own"
                                    : fmt::format(", for the application's {} nm", joined(wave.application_nm, ", ")));
  for (const TestFigure& figure : wave.figures)
    out += wrapped(fmt::format("      {}  {:>8}  ", padded(printable(figure.name), width), api::spell_limit(figure)),
                   printable(how(figure)));
  out += fmt::format("      {}  {:>8}  {}\n", padded("governs", width),
                     wave.governs ? api::spell_limit(wave.figures[*wave.governs]) : "?",
                     wave.governs ? printable(wave.figures[*wave.governs].name) : "no limit is known");
  for (const std::string& text : wave.remarks) out += wrapped("      beware: ", printable(text));
  return out;
}

std::string test_text(const api::LimitsReport& report, const api::LinkTest& test) {
  const TestGroup& group = report.groups[test.group];
  if (!group.why_none.empty()) return wrapped(fmt::format("\n  {}: ", test_name(group)), "none, " + printable(group.why_none));
  const loss::TestedPath& path = group.path;
  std::string out =
      fmt::format("\n  {}, {} to {}, {}\n", test_name(group), printable(test.from), printable(test.to), length_of(path));
  out +=
      group.configuration == api::Configuration::kPermanent
          ? std::string("    one-jumper reference; a reference-grade plug meets the first and the last connector\n")
          : wrapped("    ", fmt::format("with the equipment cords, without what mates at the ports{}",
                                        group.plugs ? fmt::format("; test plugs may leave up to {} more in the reading after a "
                                                                  "three-jumper reference, which is not in these limits",
                                                                  spell(*group.plugs))
                                                    : std::string()));
  std::size_t width = 0;
  for (const WaveLimits& wave : group.waves)
    for (const TestFigure& figure : wave.figures) width = std::max(width, columns(printable(figure.name)));
  for (const WaveLimits& wave : group.waves) out += wave_text(wave, width);
  return out;
}

std::string links_text(const api::LimitsReport& report, const LimitsTextOptions& options) {
  const std::string_view strong = options.colour ? "\x1b[1m" : "", plain = options.colour ? "\x1b[0m" : "";
  const plant::Plant& plant = report.loaded->plant;
  std::string out;
  std::optional<std::uint32_t> told;
  std::vector<std::pair<std::uint32_t, std::string>> seen;  // equal tests of one link, as its receptacles have them, once
  for (const api::LinkTest& test : report.tests) {
    if (told != test.link) {
      out += fmt::format("{}{}{}: {} to {}, {}{}\n", out.empty() ? "" : "\n\n", strong, printable(plant.link_name(test.link)),
                         printable(api::spell_link_side(plant, test.link, true)),
                         printable(api::spell_link_side(plant, test.link, false)),
                         printable(report.groups[test.group].application), plain);
      told = test.link;
      seen.clear();
    }
    if (std::find(seen.begin(), seen.end(), std::pair{test.group, test.from}) != seen.end()) continue;
    seen.emplace_back(test.group, test.from);
    out += test_text(report, test);
  }
  return out;
}

}  // namespace

std::string limits_text(const api::LimitsReport& report, const LimitsTextOptions& options) {
  std::string out;
  if (!report.options.links.empty()) {
    out = links_text(report, options);
  } else {
    const std::string_view strong = options.colour ? "\x1b[1m" : "", plain = options.colour ? "\x1b[0m" : "";
    out = fmt::format("{}{}: {}, {}{}\n", strong, printable(report.loaded->project), counted(report.counts.links, "link"),
                      counted(report.groups.size(), "kind") + " of test", plain);
    if (report.groups.empty())
      return out + "no links: nothing is asked of the plant; `links:` says which port should reach which\n";
    if (const std::string rows = table(report); !rows.empty()) out += "\n" + rows;
    if (const std::string below = remarks_of(report); !below.empty()) out += "\n" + below;
  }
  if (report.not_proven_count > 0)
    out += "\n" + paragraph(fmt::format("not proven, whatever their test says: {}; `ferrule check` says why",
                                        few(report.not_proven, report.not_proven_count, 20)));
  return out;
}

}  // namespace ferrule::cli
