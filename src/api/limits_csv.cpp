#include "api/limits_csv.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"
#include "write/csv.h"

namespace ferrule::api {
namespace {

// At least two decimals, and all that there are.
std::string decimal(std::int64_t micro) {
  std::string text = fmt::format("{}.{:06}", micro / 1'000'000, micro % 1'000'000);
  while (text.ends_with('0') && text[text.size() - 3] != '.') text.pop_back();
  return text;
}
std::string decimal(const std::optional<Loss>& loss) { return loss ? decimal(loss->microdecibel) : std::string(); }
std::string metres(Length length) { return write::csv_thousandths(length.millimetre); }

std::string fibres_of(const loss::TestedPath& path) {
  std::vector<std::string> names;
  for (const loss::TestedGlass& glass : path.glass) names.push_back(glass.fibre->name);
  return joined(names, ";");
}

// Ids of the editions, then vendor and application.
std::vector<std::string> figure_ids(const LimitsReport& report) {
  std::vector<std::string> ids;
  for (const TestGroup& group : report.groups)
    for (const WaveLimits& wave : group.waves)
      for (const TestFigure& figure : wave.figures)
        if (std::find(ids.begin(), ids.end(), figure.id) == ids.end()) ids.push_back(figure.id);
  const auto is_edition = [](const std::string& id) { return id != "vendor" && id != "application"; };
  std::stable_partition(ids.begin(), ids.end(), is_edition);
  return ids;
}

const TestFigure* figure_of(const WaveLimits& wave, std::string_view id) {
  for (const TestFigure& figure : wave.figures)
    if (figure.id == id) return &figure;
  return nullptr;
}

std::vector<std::string> wave_cells(const WaveLimits& wave, const std::vector<std::string>& ids) {
  std::vector<std::string> cells{wave.nm, joined(wave.application_nm, ";")};
  std::vector<std::string> missing;
  for (const std::string& id : ids) {
    const TestFigure* const figure = figure_of(wave, id);
    cells.push_back(figure != nullptr ? decimal(figure->limit) : "");
    if (figure != nullptr && !figure->limit) missing.push_back(fmt::format("{}: {}", id, fmt::join(figure->missing, "; ")));
  }
  cells.push_back(wave.governs ? decimal(wave.figures[*wave.governs].limit) : "");
  cells.push_back(wave.governs ? wave.figures[*wave.governs].id : "");
  cells.push_back(joined(missing, ". "));
  cells.push_back(joined(wave.remarks, ". "));
  return cells;
}

// One row of the tester's file, but for its name.
struct TesterRow {
  Configuration configuration = Configuration::kPermanent;
  std::uint64_t links = 0;
  std::vector<std::string> names;
  std::string fibre;
  std::optional<Length> longest;               // empty: somebody did not state one
  std::optional<loss::LengthBased> by_length;  // count, each and splice; the glass is by wavelength
  std::vector<std::pair<std::string, std::string>> per_km, overall, governs;  // by wavelength
  std::string note;
};

bool same_limit(const TesterRow& a, const TesterRow& b) {
  if (!a.by_length || !b.by_length) return false;
  return a.configuration == b.configuration && a.fibre == b.fibre && a.per_km == b.per_km && a.governs == b.governs &&
         a.by_length->modules == b.by_length->modules && a.by_length->count == b.by_length->count &&
         a.by_length->each == b.by_length->each && a.by_length->splices == b.by_length->splices &&
         a.by_length->splice == b.by_length->splice;
}

// The same settings at every wavelength, but for the glass; else nothing.
std::optional<loss::LengthBased> by_length(const TestGroup& group, TesterRow& row) {
  std::optional<loss::LengthBased> all;
  for (const WaveLimits& wave : group.waves) {
    if (!wave.tester || !wave.governs) continue;
    const auto here = loss::length_based(wave.figures[*wave.governs].sum, group.two_modules);
    const std::string& id = wave.figures[*wave.governs].id;
    if (!here || id == "vendor" || id == "application") return std::nullopt;
    if (all && (all->each != here->each || all->modules != here->modules || all->splice != here->splice)) return std::nullopt;
    all = here;
    row.per_km.emplace_back(wave.nm, decimal(here->glass.microdecibel_per_km));
  }
  return all;
}

TesterRow tester_row(const TestGroup& group) {
  TesterRow row{group.configuration,
                group.links,
                group.names,
                fibres_of(group.path),
                group.path.unknown.empty() ? std::optional(group.path.length()) : std::nullopt,
                {},
                {},
                {},
                {},
                {}};
  std::vector<std::string> notes;
  for (const WaveLimits& wave : group.waves) {
    if (!wave.tester) continue;
    if (wave.governs)
      row.governs.emplace_back(wave.nm, wave.figures[*wave.governs].name);
    else
      notes.push_back(fmt::format("no limit is known at {} nm", wave.nm));
  }
  row.by_length = by_length(group, row);
  row.note = joined(notes, "; ");
  if (row.by_length) return row;
  row.per_km.clear();
  for (const WaveLimits& wave : group.waves)
    if (wave.tester && wave.governs) row.overall.emplace_back(wave.nm, decimal(wave.figures[*wave.governs].limit));
  return row;
}

std::vector<TesterRow> tester_rows(const LimitsReport& report) {
  std::vector<TesterRow> rows;
  for (const TestGroup& group : report.groups) {
    if (!group.why_none.empty()) continue;
    TesterRow row = tester_row(group);
    const auto same = std::find_if(rows.begin(), rows.end(), [&](const TesterRow& other) { return same_limit(other, row); });
    if (same == rows.end()) {
      rows.push_back(std::move(row));
      continue;
    }
    same->links += row.links;
    same->longest = std::max(same->longest, row.longest);
  }
  return rows;
}

std::vector<std::string> tester_wavelengths(const LimitsReport& report) {
  std::vector<std::string> all;
  for (const TestGroup& group : report.groups)
    for (const WaveLimits& wave : group.waves)
      if (wave.tester && std::find(all.begin(), all.end(), wave.nm) == all.end()) all.push_back(wave.nm);
  std::sort(all.begin(), all.end(), [](const std::string& a, const std::string& b) {
    return a.size() != b.size() ? a.size() < b.size() : a < b;  // whole numbers
  });
  return all;
}

std::string at(const std::vector<std::pair<std::string, std::string>>& cells, const std::string& nm) {
  for (const auto& [wavelength, text] : cells)
    if (wavelength == nm) return text;
  return "";
}

std::vector<std::string> tester_cells(const TesterRow& row, const std::vector<std::string>& wavelengths) {
  const bool any = row.by_length || !row.overall.empty();
  std::vector<std::string> cells{std::string(spell(row.configuration)),
                                 std::to_string(row.links),
                                 joined(row.names, ";"),
                                 row.fibre,
                                 row.longest ? metres(*row.longest) : "",
                                 !any            ? ""
                                 : row.by_length ? "Length Based"
                                                 : "Fixed"};
  if (row.by_length) {
    const loss::LengthBased& by = *row.by_length;
    cells.insert(cells.end(), {by.modules ? "MPO Module" : "Connector", by.modules ? "" : decimal(by.each.microdecibel),
                               by.modules ? decimal(by.each.microdecibel) : "", decimal(by.splice.microdecibel),
                               by.modules ? "" : std::to_string(by.count), by.modules ? std::to_string(by.count) : "",
                               std::to_string(by.splices)});
  } else {
    cells.insert(cells.end(), 7, "");
  }
  for (const auto* by_wavelength : {&row.per_km, &row.overall, &row.governs})
    for (const std::string& nm : wavelengths) cells.push_back(at(*by_wavelength, nm));
  cells.push_back(row.note);
  return cells;
}

}  // namespace

std::string limits_csv(const LimitsReport& report) {
  const std::vector<std::string> ids = figure_ids(report);
  std::vector<std::string> header{"link", "configuration", "from",    "to",   "length_m",      "fibre",
                                  "ends", "connections",   "splices", "none", "wavelength_nm", "application_nm"};
  for (const std::string& id : ids) header.push_back(id + "_dB");
  header.insert(header.end(), {"limit_dB", "governs", "missing", "remarks"});
  std::string out = write::csv_row(header);
  for (const LinkTest& test : report.tests) {
    const TestGroup& group = report.groups[test.group];
    const loss::TestedPath& path = group.path;
    std::vector<std::string> cells{std::string(report.loaded->plant.link_name(test.link)),
                                   std::string(spell(group.configuration)), test.from, test.to};
    if (!group.why_none.empty()) {
      cells.insert(cells.end(), 5, "");
      cells.push_back(group.why_none);
      cells.resize(header.size());
      out += write::csv_row(cells);
      continue;
    }
    cells.insert(cells.end(), {path.unknown.empty() ? metres(path.length()) : "", fibres_of(path), std::to_string(path.ends),
                               std::to_string(path.connections), std::to_string(path.splices), ""});
    for (const WaveLimits& wave : group.waves) {
      std::vector<std::string> row = cells;
      const std::vector<std::string> more = wave_cells(wave, ids);
      row.insert(row.end(), more.begin(), more.end());
      out += write::csv_row(row);
    }
  }
  return out;
}

std::string tester_csv(const LimitsReport& report) {
  const std::vector<std::string> wavelengths = tester_wavelengths(report);
  std::vector<std::string> header{"Limit Name",           "Configuration",    "Links",
                                  "Link Names",           "Fiber Type",       "Length (m)",
                                  "Loss Budget",          "Loss Type",        "Connection Loss (dB)",
                                  "MPO Module Loss (dB)", "Splice Loss (dB)", "Connections",
                                  "MPO Modules",          "Splices"};
  for (const std::string_view what : {"Loss/km {} nm (dB)", "Overall Loss {} nm (dB)", "Governed By {} nm"})
    for (const std::string& nm : wavelengths) header.push_back(fmt::format(fmt::runtime(what), nm));
  header.emplace_back("Note");
  std::string out = write::csv_row(header);
  int number = 0;
  for (const TesterRow& row : tester_rows(report)) {
    std::vector<std::string> cells = tester_cells(row, wavelengths);
    cells.insert(cells.begin(), fmt::format("{} {}", report.loaded->project, ++number));
    out += write::csv_row(cells);
  }
  return out;
}

}  // namespace ferrule::api
