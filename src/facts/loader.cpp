#include "facts/loader.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fmt/format.h>

#include "base/text.h"
#include "facts/embedded.h"

namespace ferrule::facts {
namespace {

// Tables that Ferrule cannot do without; the others are only shown.
constexpr std::array<std::string_view, 20> kNeeded{
    "adapter_maps",       "array_maps", "breakouts", "connector_grades", "connectors",  "conversions", "duplex_cords",
    "fibre_substitution", "fibres",     "jackets",   "lane_positions",   "methods",     "optic_reach", "optics",
    "price_books",        "spaces",     "splices",   "splitter_limits",  "test_limits", "transitions"};

constexpr std::string_view kWords = "lexicon";  // many and large, and only readers of text need them

// "data/optics.csv" -> "optics"; empty for anything else that travels inside the program.
std::string_view table_name(std::string_view path) {
  constexpr std::string_view kBefore = "data/", kBehind = ".csv";
  if (!path.starts_with(kBefore) || !path.ends_with(kBehind)) return {};
  return path.substr(kBefore.size(), path.size() - kBefore.size() - kBehind.size());
}

void missing(diag::Findings& findings, std::string message) {
  findings.add("D103", "missing-table", diag::Severity::kError, {}, std::move(message)).unreadable();
}

struct CompiledIn {
  diag::Sources sources;
  diag::Findings findings;
  Facts facts = Loader(sources, {}, findings).load();
};

}  // namespace

Facts Facts::load(diag::Sources& sources, const std::string& directory, diag::Findings& findings) {
  if (!directory.empty() || sources.size() != 0) return Loader(sources, directory, findings).load();
  // Places are told by the number of a text, so texts and facts are taken over together.
  static const CompiledIn compiled_in;
  sources = compiled_in.sources;
  for (const diag::Finding& finding : compiled_in.findings.all()) findings.add(finding);
  return compiled_in.facts;
}

std::vector<Table> Facts::load_tables(std::string_view prefix, diag::Sources& sources, const std::string& directory,
                                      diag::Findings& findings) {
  return Loader(sources, directory, findings).load_tables(prefix);
}

std::vector<Table> Loader::load_tables(std::string_view prefix) {
  for (const EmbeddedFile& file : embedded_files())
    if (const std::string_view name = table_name(file.path); name.starts_with(prefix)) read_table(std::string(name), file.bytes);
  std::vector<Table> tables;
  for (RawTable& raw : raw_) tables.push_back(std::move(raw.table));
  return tables;
}

Facts Loader::load() {
  read_tables();
  load_connectors();
  load_grades();
  load_optics();
  load_reaches();
  load_lane_maps();
  load_array_maps();
  load_adapter_maps();
  load_duplex_cords();
  load_methods();
  load_transitions();
  load_breakouts();
  load_conversions();
  load_fibres();
  load_substitutions();
  load_splices();
  load_splitter_limits();
  load_test_limits();
  load_generic_prices();
  load_link_columns();
  load_price_columns();
  load_jackets();
  load_spaces();
  load_price_books();
  load_laying();
  check_references();
  facts_.content_->directory = directory_;
  for (RawTable& raw : raw_) facts_.content_->tables.push_back(std::move(raw.table));
  return std::move(facts_);
}

void Loader::read_tables() {
  std::error_code code;
  if (!directory_.empty() && !std::filesystem::is_directory(directory_, code)) {
    missing(findings_, fmt::format("there is no folder {} to take facts from", printable(directory_)));
    directory_.clear();
  }
  for (const EmbeddedFile& file : embedded_files())
    if (const std::string_view name = table_name(file.path); !name.empty() && !name.starts_with(kWords))
      read_table(std::string(name), file.bytes);
  for (std::string_view name : kNeeded)
    if (find(name) == nullptr) missing(findings_, fmt::format("there is no table data/{}.csv", name));
  if (!directory_.empty()) report_strangers();
}

void Loader::read_table(const std::string& name, std::string_view embedded) {
  if (const std::optional<std::uint32_t> source = open(name, embedded))
    raw_.push_back(read_raw_table(name, sources_, *source, findings_));
}

std::optional<std::uint32_t> Loader::open(const std::string& name, std::string_view embedded) {
  const std::filesystem::path file = std::filesystem::path(directory_) / (name + ".csv");
  std::error_code code;
  if (directory_.empty() || !std::filesystem::exists(file, code))
    return sources_.add(fmt::format("data/{}.csv", name), std::string(embedded));
  const Result<std::uint32_t> source = sources_.read(file.string(), std::uint64_t{64} << 20);
  if (source) return *source;
  missing(findings_, fmt::format("{} {}", printable(source.error().place), source.error().message));
  return std::nullopt;
}

// A misspelt file would replace nothing and nobody would notice.
void Loader::report_strangers() const {
  std::vector<std::string> known, strangers;
  for (const EmbeddedFile& file : embedded_files())
    if (const std::string_view name = table_name(file.path); !name.empty()) known.emplace_back(name);
  std::error_code code;
  for (std::filesystem::directory_iterator it(directory_, code), end; !code && it != end; it.increment(code))
    if (it->path().extension() == ".csv" && std::find(known.begin(), known.end(), it->path().stem().string()) == known.end())
      strangers.push_back(it->path().stem().string());
  std::sort(strangers.begin(), strangers.end());
  for (const std::string& name : strangers) {
    auto finding = findings_.add("D107", "unknown-table", diag::Severity::kWarning, {},
                                 fmt::format("{}.csv replaces no table of facts", printable(name)));
    if (const auto near = nearest(name, known)) finding.help(fmt::format("did you mean {}.csv?", *near));
  }
}

const RawTable* Loader::find(std::string_view name) const {
  const auto found = std::find_if(raw_.begin(), raw_.end(), [&](const RawTable& raw) { return raw.table.name == name; });
  return found == raw_.end() ? nullptr : &*found;
}

bool Loader::has_columns(const RawTable& raw, std::initializer_list<std::string_view> columns) {
  if (raw.table.header.empty()) return false;  // the CSV reader has said why
  bool all = true;
  const auto need = [&](std::string_view column) {
    if (raw.table.column(column)) return;
    all = false;
    auto finding = findings_.add("D102", "missing-column", diag::Severity::kError, raw.header,
                                 fmt::format("table {} has no column {}", raw.table.name, column));
    finding.unreadable();
    if (const auto near = nearest(column, raw.table.header)) finding.help(fmt::format("did you mean {}?", *near));
  };
  for (std::string_view column : columns) need(column);
  need("source");
  need("confidence");
  return all;
}

}  // namespace ferrule::facts
