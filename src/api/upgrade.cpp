#include "api/upgrade.h"

#include <algorithm>
#include <set>
#include <fmt/format.h>

#include "api/explain.h"
#include "api/load_plant.h"
#include "base/text.h"
#include "lang/part.h"
#include "lang/part_of_text.h"

namespace ferrule::api {
namespace {

constexpr std::int64_t kTerabit = 1'000'000;  // thousandths of Gb/s

std::int64_t rate_of(const facts::Optic& optic) { return parse_decimal(optic.rate_gbps, 3).value_or(0); }

bool is_family(const facts::Optic& optic, std::string_view word) { return optic.pmd.find(word) != std::string::npos; }

// Names of other worlds than the plant's would only fill the table: Fibre Channel and InfiniBand are shown where they run.
bool belongs(const facts::Optic& optic, const std::vector<const facts::Optic*>& running) {
  for (const std::string_view world : {"GFC", "IB-"}) {
    if (!is_family(optic, world)) continue;
    return std::any_of(running.begin(), running.end(), [&](const facts::Optic* one) { return is_family(*one, world); });
  }
  return true;
}

std::vector<const facts::Optic*> running_in(const plant::Plant& plant, const facts::Facts& facts) {
  std::set<std::string> names;
  for (const plant::LaneSet& set : plant.lane_sets) names.insert(plant.face_type(set.face).application);
  std::vector<const facts::Optic*> out;
  for (const std::string& name : names)
    if (const facts::Optic* optic = facts.optic(name)) out.push_back(optic);
  return out;
}

// Rates of Ethernet and whatever runs: what a planner may name.
std::vector<std::int64_t> known_rates(const facts::Facts& facts) {
  std::set<std::int64_t> rates;
  for (const facts::Optic& optic : facts.optics())
    if (!is_family(optic, "GFC")) rates.insert(rate_of(optic));
  return {rates.begin(), rates.end()};
}

tl::unexpected<Failure> unknown_speed(const std::string& asked, const facts::Facts& facts) {
  const auto refuse = [&](std::string message) { return tl::unexpected(Failure{asked, std::move(message)}); };
  std::vector<std::string> near;
  for (const facts::Optic* one : facts.optics_named(asked)) near.push_back(one->pmd);
  if (!near.empty()) return refuse(fmt::format("it may be {}: name one", joined(near, ", ")));
  if (const std::optional<std::int64_t> rate = parse_rate(asked)) {
    // The nearest below and the nearest above.
    const std::vector<std::int64_t> rates = known_rates(facts);
    const auto above = std::upper_bound(rates.begin(), rates.end(), *rate);
    if (above != rates.begin()) near.push_back(spell_rate(*std::prev(above)));
    if (above != rates.end()) near.push_back(spell_rate(*above));
    return refuse(fmt::format("no application runs at that rate; the nearest: {}", joined(near, ", ")));
  }
  for (const std::string& name : names_near(facts, asked))
    if (facts.optic(name) != nullptr) near.push_back(name);
  return refuse(near.empty() ? std::string("no rate and no application by that name; 400G, 1.6T and 400GBASE-DR4 are")
                             : fmt::format("no application by that name; did you mean {}?", joined(near, ", or ")));
}

struct Asked {
  std::string words;
  std::vector<const facts::Optic*> applications;
};

Result<Asked> read_speed(const std::string& text, const facts::Facts& facts, const std::vector<const facts::Optic*>& running) {
  if (const facts::Optic* optic = facts.optic(text)) return Asked{optic->pmd, {optic}};
  const std::optional<std::int64_t> rate = parse_rate(text);
  if (!rate) return unknown_speed(text, facts);
  Asked asked{spell_rate(*rate), {}};
  for (const facts::Optic& optic : facts.optics())
    if (rate_of(optic) == *rate && belongs(optic, running)) asked.applications.push_back(&optic);
  if (asked.applications.empty()) return unknown_speed(text, facts);
  return asked;
}

// Every rate above the slowest that runs; all of them where nothing does.
std::vector<Asked> faster_than_now(const facts::Facts& facts, const std::vector<const facts::Optic*>& running) {
  std::int64_t slowest = 0;
  for (const facts::Optic* optic : running) slowest = slowest == 0 ? rate_of(*optic) : std::min(slowest, rate_of(*optic));
  std::vector<Asked> out;
  for (const std::int64_t rate : known_rates(facts)) {
    if (rate <= slowest) continue;
    Asked asked{spell_rate(rate), {}};
    for (const facts::Optic& optic : facts.optics())
      if (rate_of(optic) == rate && belongs(optic, running)) asked.applications.push_back(&optic);
    if (!asked.applications.empty()) out.push_back(std::move(asked));
  }
  return out;
}

Result<std::vector<Asked>> read_speeds(const UpgradeOptions& options, const Loaded& loaded) {
  const std::vector<const facts::Optic*> running = running_in(loaded.plant, loaded.facts);
  if (options.to.empty()) return faster_than_now(loaded.facts, running);
  std::vector<Asked> out;
  for (const std::string& text : options.to) {
    Result<Asked> asked = read_speed(text, loaded.facts, running);
    if (!asked) return tl::unexpected(asked.error());
    const bool twice = std::any_of(out.begin(), out.end(), [&](const Asked& one) { return one.words == asked->words; });
    if (!twice) out.push_back(std::move(*asked));
  }
  return out;
}

std::vector<const facts::Optic*> all_of(const std::vector<Asked>& asked) {
  std::vector<const facts::Optic*> all;
  for (const Asked& one : asked)
    for (const facts::Optic* optic : one.applications)
      if (std::find(all.begin(), all.end(), optic) == all.end()) all.push_back(optic);
  std::stable_sort(all.begin(), all.end(),
                   [](const facts::Optic* a, const facts::Optic* b) { return rate_of(*a) < rate_of(*b); });
  return all;
}

void add_speeds(const std::vector<Asked>& asked, UpgradeReport& report) {
  const std::vector<const facts::Optic*>& all = report.upgrade.applications;
  for (const Asked& one : asked) {
    Speed speed{one.words, {}};
    for (std::size_t i = 0; i < all.size(); ++i)
      if (std::find(one.applications.begin(), one.applications.end(), all[i]) != one.applications.end())
        speed.applications.push_back(i);
    report.mixes.push_back(check::cheapest_mix(report.upgrade, one.words, speed.applications, report.price_of()));
    report.speeds.push_back(std::move(speed));
  }
}

UpgradeReport refuse(UpgradeReport report, Failure why, Exit exit) {
  report.refused = std::move(why);
  report.exit = exit;
  return report;
}

}  // namespace

std::optional<std::int64_t> parse_rate(std::string_view text) {
  if (text.find('-') != std::string_view::npos) return std::nullopt;  // folding would swallow it
  const std::string word = folded(text);
  std::size_t digits = 0;
  while (digits < word.size() && ((word[digits] >= '0' && word[digits] <= '9') || word[digits] == '.')) ++digits;
  const std::optional<std::int64_t> value =
      digits > 9 ? std::nullopt : parse_decimal(std::string_view(word).substr(0, digits), 3);
  if (digits == 0 || !value || *value <= 0) return std::nullopt;
  const std::string_view unit = std::string_view(word).substr(digits);
  constexpr std::string_view kGiga[] = {"", "g", "gb", "gb/s", "gbps", "gbit/s", "gbits", "gbe", "ge"};
  constexpr std::string_view kTera[] = {"t", "tb", "tb/s", "tbps", "tbit/s", "tbe", "te"};
  if (std::find(std::begin(kGiga), std::end(kGiga), unit) != std::end(kGiga)) return value;
  if (std::find(std::begin(kTera), std::end(kTera), unit) != std::end(kTera)) return *value * 1000;
  return std::nullopt;
}

std::string spell_rate(std::int64_t thousandths) {
  const bool tera = thousandths >= kTerabit;
  std::int64_t value = tera ? thousandths / 1000 : thousandths;
  std::string out = fmt::format("{}", value / 1000);
  if (value % 1000 != 0) {
    out += fmt::format(".{:03}", value % 1000);
    while (out.back() == '0') out.pop_back();
  }
  return out + (tera ? "T" : "G");
}

check::PartMaker part_maker(const facts::Facts& facts) {
  return {
      [&facts](const std::string& name, const std::string& description) { return lang::part_of_text(facts, name, description); },
      [&facts](const facts::Optic& optic) { return lang::part_of_optic(facts, optic).type; }};
}

UpgradeReport upgrade(const LoadRequest& request, const UpgradeOptions& options) { return upgrade(load_plant(request), options); }

UpgradeReport upgrade(std::unique_ptr<Loaded> loaded, const UpgradeOptions& options) {
  UpgradeReport report;
  report.options = options;
  report.findings = loaded->findings;
  report.findings.sort();
  CheckReport checked = check(std::move(loaded), {.repairs = false});
  report.loaded = std::move(checked.loaded);
  report.counts = checked.counts;
  if (checked.proof == nullptr) {
    report.exit = Exit::kUnreadable;
    return report;
  }
  if (!options.prices.empty()) {
    std::optional<PriceList> prices = read_price_list(options.prices, report.loaded->sources, report.findings);
    if (!prices) {
      report.exit = Exit::kUnreadable;
      return report;
    }
    report.prices = std::move(*prices);
  }
  const Result<std::vector<Asked>> asked = read_speeds(options, *report.loaded);
  if (!asked) return refuse(std::move(report), asked.error(), Exit::kUsage);
  const check::View view{report.loaded->plant, report.loaded->facts, report.loaded->settings, *checked.proof};
  report.upgrade = check::upgrade(view, checked.verdicts, all_of(*asked), part_maker(report.loaded->facts));
  add_speeds(*asked, report);
  if (report.findings.any_at_least(diag::Severity::kError)) report.exit = Exit::kFindings;
  return report;
}

}  // namespace ferrule::api
