#include "api/bom.h"

#include <algorithm>
#include <map>
#include <utility>
#include <fmt/format.h>

#include "api/bom_demand.h"
#include "api/bom_prices.h"
#include "api/load_plant.h"
#include "api/part_line.h"
#include "base/text.h"
#include "lang/codes.h"
#include "lang/values.h"
#include "spec/needs.h"

namespace ferrule::api {
namespace {

constexpr std::pair<BomKey, std::string_view> kKeys[] = {
    {BomKey::kPhase, "phase"}, {BomKey::kHall, "hall"}, {BomKey::kRow, "row"}, {BomKey::kPart, "part"}};

constexpr std::string_view kKindWords[kBomKinds] = {"trunk",      "cord",     "extension", "breakout",
                                                    "conversion", "loopback", "cassette",  "adapter-panel",
                                                    "module",     "tap",      "coupler",   "transceiver"};

constexpr std::int64_t kMostSum = 1'000'000'000'000'000'000;  // hundredths; more cannot be told exactly

// Lines of each article, the one of the earliest phase first.
std::vector<std::size_t> first_lines(const Bom& bom) {
  std::vector<std::size_t> first(bom.articles.size(), bom.lines.size());
  for (std::size_t i = 0; i < bom.lines.size(); ++i) {
    std::size_t& best = first[bom.lines[i].article];
    if (best == bom.lines.size() || bom.lines[i].first_phase < bom.lines[best].first_phase) best = i;
  }
  return first;
}

void add_spares(const check::OrderPolicy& policy, Bom& bom) {
  for (BomArticle& article : bom.articles)
    if (const auto found = policy.spares.find(spell(article.kind)); found != policy.spares.end())
      article.spares = found->second.of(article.pieces);
}

// What belongs to no place goes with the first line of its article.
void place_extras(Bom& bom) {
  const std::vector<std::size_t> first = first_lines(bom);
  for (std::size_t i = 0; i < bom.articles.size(); ++i) {
    if (first[i] == bom.lines.size()) continue;
    bom.lines[first[i]].spares = bom.articles[i].spares;
    bom.lines[first[i]].more = bom.articles[i].more;
  }
}

// Those that were asked for; nothing: the plant has no phase of a name.
std::optional<std::vector<std::uint32_t>> asked_phases(const plant::Plant& plant, const std::vector<std::string>& names,
                                                       Bom& bom) {
  std::vector<std::uint32_t> out;
  for (const std::string& name : names) {
    const auto found = std::find(plant.phases.begin(), plant.phases.end(), name);
    if (found != plant.phases.end()) {
      out.push_back(static_cast<std::uint32_t>(found - plant.phases.begin()));
      continue;
    }
    auto finding =
        lang::say(bom.findings, lang::kUnknownEnd, {}, fmt::format("there is no phase {} to be bought", lang::in_quotes(name)));
    if (plant.phases.empty())
      finding.help("list the phases in their order at the top: `phases: [P1, P2]`");
    else
      lang::suggest(finding, name, plant.phases);
    return std::nullopt;
  }
  return out;
}

bool is_map(spec::Field field) {
  return field == spec::Field::kPolarity || field == spec::Field::kLegWiring || field == spec::Field::kPinOut ||
         field == spec::Field::kCordMap;
}

void ask(Bom& bom) {
  const spec::Needs needs = spec::Needs::load(bom.loaded->facts, bom.findings);
  for (BomArticle& article : bom.articles) {
    if (article.type == plant::kNone) continue;
    const int ports = article.kind == BomKind::kAdapterPanel ? article.connectors : 1;
    const PartLine line = part_line(bom.loaded->plant.types[article.type], {article.ordered, ports});
    if (!line.specification.has(spec::Field::kKind)) continue;
    const bool mapped = bom.loaded->plant.types[article.type].map_known;
    for (const spec::Need* need : needs.open(line.specification)) {
      if (need->need_class != spec::NeedClass::kSafety || need->fields.front() == spec::Field::kLength) continue;
      if (mapped && is_map(need->fields.front())) continue;  // listed, where the language has no word for it
      article.not_stated.push_back(need->name);
      article.to_ask.push_back(need->question);
    }
  }
}

void add_line(const Bom& bom, const BomLine& line, BomTotal& total) {
  const BomArticle& article = bom.articles[line.article];
  ++total.lines;
  total.quantity += line.quantity();
  if (!line.total) {
    ++total.without_price;
    return;
  }
  const Wide sum = static_cast<Wide>(total.sum.hundredths) + line.total->hundredths;
  total.beyond_reason = total.beyond_reason || sum > kMostSum;
  if (!total.beyond_reason) total.sum.hundredths = static_cast<std::int64_t>(sum);
  if (article.price->generic) ++total.generic;
  const bool in_stock = article.price->stock && *article.price->stock >= article.quantity();
  if (!in_stock && article.price->lead_weeks) total.lead_weeks = std::max(total.lead_weeks, article.price->lead_weeks);
}

void add_totals(Bom& bom) {
  std::map<std::string, std::size_t> phase_of;
  const auto phase_total = [&](const std::string& name) -> BomTotal& {
    const auto [at, fresh] = phase_of.try_emplace(name, bom.by_phase.size());
    if (fresh) bom.by_phase.emplace_back().name = name;
    return bom.by_phase[at->second];
  };
  const bool by_phase = std::find(bom.options.by.begin(), bom.options.by.end(), BomKey::kPhase) != bom.options.by.end();
  if (by_phase)
    for (const std::string& name : bom.options.phases.empty() ? bom.loaded->plant.phases : bom.options.phases) phase_total(name);
  std::vector<BomTotal> kinds(kBomKinds);
  for (BomLine& line : bom.lines) {
    const BomArticle& article = bom.articles[line.article];
    if (article.price) line.total = Price{article.price->each.hundredths * line.quantity()};  // weighed for the whole article
    if (by_phase) add_line(bom, line, phase_total(line.phase));
    add_line(bom, line, kinds[static_cast<std::size_t>(article.kind)]);
    add_line(bom, line, bom.total);
  }
  for (std::size_t kind = 0; kind < kBomKinds; ++kind) {
    kinds[kind].name = kKindWords[kind];
    if (kinds[kind].lines > 0) bom.by_kind.push_back(std::move(kinds[kind]));
  }
}

}  // namespace

std::string_view spell(BomKey key) {
  for (const auto& [known, word] : kKeys)
    if (known == key) return word;
  return {};
}

std::string_view spell(BomKind kind) { return kKindWords[static_cast<std::size_t>(kind)]; }

std::string_view spell(OrderLength length) {
  switch (length) {
    case OrderLength::kNone: return "none";
    case OrderLength::kAsNeeded: return "as-needed";
    case OrderLength::kStock: return "stock";
    case OrderLength::kTooLong: return "too-long";
    case OrderLength::kUnknown: break;
  }
  return "unknown";
}

bool is_cable(BomKind kind) { return kind < BomKind::kLoopback; }

Result<std::vector<BomKey>> parse_bom_keys(std::string_view words) {
  std::vector<BomKey> keys;
  const auto has = [&](BomKey key) { return std::find(keys.begin(), keys.end(), key) != keys.end(); };
  for (const std::string_view word : split(words, ',')) {
    const auto known = std::find_if(std::begin(kKeys), std::end(kKeys), [&](const auto& row) { return row.second == word; });
    if (known == std::end(kKeys)) return tl::unexpected(Failure{std::string(word), "there are phase, hall, row and part"});
    if (has(known->first)) return tl::unexpected(Failure{std::string(word), "it is named twice"});
    keys.push_back(known->first);
  }
  if (keys.empty()) return tl::unexpected(Failure{std::string(words), "name one or more of phase, hall, row and part"});
  if (!has(BomKey::kPart)) keys.push_back(BomKey::kPart);
  return keys;
}

NeededSpan needed_by(const BomLine& line) {
  const auto [least, most] = std::minmax_element(line.pieces.begin(), line.pieces.end(),
                                                 [](const BomPiece& a, const BomPiece& b) { return a.length_mm < b.length_mm; });
  return line.pieces.empty() ? NeededSpan{} : NeededSpan{Length{least->length_mm}, Length{most->length_mm}};
}

std::string spelled(const plant::Plant& plant, const BomPiece& piece) {
  switch (piece.what) {
    case BomPiece::What::kAsset: return plant.asset_spelled(piece.index);
    case BomPiece::What::kPanel: return plant.slot_spelled(plant.runs[piece.index], piece.within);
    case BomPiece::What::kCoupler: break;
  }
  return std::string(plant.names.get(plant.couplers[piece.index].name));
}

Bom bill_of_materials(const LoadRequest& request, const BomOptions& options) {
  return bill_of_materials(load_plant(request, options.prices), options, request.data);
}

Bom bill_of_materials(std::unique_ptr<Loaded> loaded, const BomOptions& options, const std::string& data) {
  Bom bom;
  bom.options = options;
  bom.loaded = std::move(loaded);
  bom.findings = bom.loaded->findings;
  const auto phases = bom.loaded->readable ? asked_phases(bom.loaded->plant, options.phases, bom) : std::nullopt;
  bom.made = phases.has_value();
  if (bom.made) {
    add_demand(bom.loaded->plant, bom.loaded->settings.policy.ordering, *phases, bom);
    add_spares(bom.loaded->settings.policy.ordering, bom);
    ask(bom);
    bom.priced = !options.prices.empty();
    if (bom.priced) add_prices(bom, data);
    place_extras(bom);
    add_totals(bom);
  }
  bom.findings.sort();
  bom.exit = bom.findings.any_unreadable()                       ? Exit::kUnreadable
             : bom.findings.any_at_least(diag::Severity::kError) ? Exit::kFindings
                                                                 : Exit::kClean;
  return bom;
}

}  // namespace ferrule::api
