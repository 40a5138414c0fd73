#include "api/budget_link.h"

#include <algorithm>
#include <fmt/format.h>

#include "check/crossings.h"

namespace ferrule::api {
namespace {

PieceKind kind_of(loss::ItemKind kind) {
  return kind == loss::ItemKind::kSplice      ? PieceKind::kSplice
         : kind == loss::ItemKind::kTap       ? PieceKind::kTap
         : kind == loss::ItemKind::kAllowance ? PieceKind::kAllowance
                                              : PieceKind::kConnection;
}

BudgetPiece piece_of_figures(const loss::Item& item) {
  BudgetPiece piece;
  piece.kind = kind_of(item.kind);
  piece.described = item.why;
  piece.loss = item.stated;
  piece.from = item.from;
  piece.source = item.source;
  piece.confidence = item.confidence;
  piece.assumed = item.assumed;
  piece.scatter = item.scatter;
  return piece;
}

BudgetPiece piece_of_allowance(const loss::Item& item) {
  BudgetPiece piece = piece_of_figures(item);
  piece.what = item.what;
  piece.described.clear();
  return piece;
}

BudgetPiece piece_of_item(const plant::Plant& plant, const loss::Item& item, const check::Crossing& at) {
  BudgetPiece piece = piece_of_figures(item);
  piece.what = item.kind == loss::ItemKind::kTap ? plant.asset_spelled(plant.connectors[at.left].asset)
                                                 : fmt::format("{} to {}", plant.spelled(at.left), plant.spelled(at.entered));
  return piece;
}

// Glass is added up along the way: each cable gets what the sum grows by, so that the pieces make exactly the whole.
class Glass {
 public:
  explicit Glass(const loss::WayLoss& loss) : loss_(loss) {}

  BudgetPiece piece(std::string what, std::string described, Length length) {
    BudgetPiece out;
    out.what = std::move(what);
    out.described = std::move(described);
    out.from = loss_.glass_why;
    const Loss before = loss_.glass.over(so_far_);
    so_far_ = so_far_ + length;
    if (loss_.glass.microdecibel_per_km > 0) out.loss = Loss{loss_.glass.over(so_far_).microdecibel - before.microdecibel};
    return out;
  }
  Length so_far() const { return so_far_; }

 private:
  const loss::WayLoss& loss_;
  Length so_far_;
};

std::vector<BudgetPiece> pieces_of(const check::View& view, const check::Budget& budget, std::uint32_t bundle) {
  std::vector<BudgetPiece> pieces;
  Glass glass(budget.loss);
  auto item = budget.loss.items.begin();
  std::uint32_t hop = 0;
  for (const check::Crossing& at : check::crossings(view, bundle, budget.loss.end)) {
    for (; item != budget.loss.items.end() && item->hop == hop; ++item) pieces.push_back(piece_of_item(view.plant, *item, at));
    ++hop;
    if (at.entered == plant::kNone) break;
    const Length length{view.plant.connectors[at.entered].length_mm};
    if (length.millimetre == 0) continue;
    pieces.push_back(glass.piece(view.plant.asset_spelled(view.plant.connectors[at.entered].asset),
                                 fmt::format("{}, {}", view.plant.type_of(at.entered).name, spell(length)), length));
  }
  const Length more{check::length_of(view, bundle).millimetre - glass.so_far().millimetre};
  if (more.millimetre > 0) pieces.push_back(glass.piece("a longer leg", fmt::format("{} more", spell(more)), more));
  for (; item != budget.loss.items.end(); ++item)
    if (item->kind == loss::ItemKind::kAllowance) pieces.push_back(piece_of_allowance(*item));
  return pieces;
}

WaveBudget wave_of(BudgetBook& book, std::uint32_t bundle, const std::string& nm) {
  const check::Budget& budget = book.of_bundle(bundle, nm).budget;
  WaveBudget wave;
  wave.wavelengths_nm = {nm};
  wave.pieces = pieces_of(book.view(), budget, bundle);
  const auto lighter = [](const BudgetPiece& a, const BudgetPiece& b) { return a.loss < b.loss; };
  wave.heaviest =
      static_cast<std::size_t>(std::max_element(wave.pieces.begin(), wave.pieces.end(), lighter) - wave.pieces.begin());
  wave.length = check::length_of(book.view(), bundle);
  wave.unknown = budget.loss.unknown;
  wave.allowances = loss::allowance_of(budget.loss);
  wave.in_connections = Loss{budget.loss.stated.microdecibel - wave.allowances.microdecibel};
  const Loss glass = budget.loss.glass.over(wave.length);
  if (wave.unknown.empty()) {
    wave.loss = budget.loss.stated + glass;
    wave.safe = budget.loss.safe + glass;
  }
  wave.limit = budget.loss_limit;
  wave.limit_of = budget.loss_limit_of;
  wave.no_limit = check::why_no_limit(budget);
  wave.connection_limit = budget.connection_limit;
  return wave;
}

bool same_figures(const WaveBudget& a, const WaveBudget& b) {
  if (a.loss != b.loss || a.safe != b.safe || a.unknown != b.unknown || a.pieces.size() != b.pieces.size()) return false;
  return std::equal(a.pieces.begin(), a.pieces.end(), b.pieces.begin(),
                    [](const BudgetPiece& x, const BudgetPiece& y) { return x.loss == y.loss && x.what == y.what; });
}

void add_waves(BudgetBook& book, std::uint32_t link, std::uint32_t bundle, std::vector<WaveBudget>& waves) {
  const check::View& view = book.view();
  for (const std::string& nm : check::wavelengths_of(view, view.proof.ways[view.proof.way_of_bundle[bundle]])) {
    WaveBudget wave = wave_of(book, bundle, nm);
    const auto known =
        std::find_if(waves.begin(), waves.end(), [&](const WaveBudget& other) { return same_figures(other, wave); });
    if (known != waves.end()) {
      known->wavelengths_nm.push_back(nm);
      continue;
    }
    wave.spread = book.spread(link, nm);
    waves.push_back(std::move(wave));
  }
}

// Of all receptacles the one that reflects most, and the strictest that is asked.
ReflectionBudget reflections_of_link(const check::View& view, std::uint32_t link) {
  ReflectionBudget out;
  for (std::uint32_t bundle = view.plant.links[link].first_bundle; bundle < view.plant.links[link + 1].first_bundle; ++bundle) {
    const check::Way& way = view.proof.ways[view.proof.way_of_bundle[bundle]];
    const check::Reflections joints = check::reflections_of(view, way);
    if (joints.flat > out.joints.flat || joints.all() > out.joints.all()) out.joints = joints;
    const check::ReflectionRule rule = check::reflection_rule(view, way);
    if (rule.counted != nullptr) out.counted_by = rule.counted->pmd;
    if (rule.asks == nullptr || (out.asked && *out.asked >= *rule.asks->return_loss)) continue;
    out.asked = rule.asks->return_loss;
    out.asked_by = rule.asks->pmd;
    out.asked_confidence = rule.asks->reflectance_confidence;
  }
  return out;
}

}  // namespace

LinkBudget budget_of_link(BudgetBook& book, std::uint32_t link, check::Verdict verdict) {
  const plant::Plant& plant = book.view().plant;
  LinkBudget out;
  out.id = plant.link_name(link);
  out.a = spell_link_side(plant, link, true);
  out.b = spell_link_side(plant, link, false);
  out.verdict = verdict;
  out.receptacles = plant.links[link + 1].first_bundle - plant.links[link].first_bundle;
  if (out.receptacles == 0) return out.no_budget = "its ends were not understood", out;
  const std::uint32_t bundle = book.tightest_bundle(link);
  out.receptacle = plant.spelled(plant.bundles[bundle].a);
  out.application = plant.type_of(plant.bundles[bundle].a).application;
  if (!book.of_bundle(bundle).budget.at_port) return out.no_budget = "its light reaches no port", out;
  add_waves(book, link, bundle, out.waves);
  out.reflections = reflections_of_link(book.view(), link);
  if (out.waves.empty()) out.no_budget = "the wavelength of its light is not known";
  return out;
}

std::string why_above_sum(const WaveBudget& wave) {
  double most = 0;
  for (const Spread::At& at : wave.spread.at) most = std::max({most, at.fibre_db, at.apart_db, at.together_db});
  if (!wave.loss || most <= in_db(*wave.loss)) return "";
  return fmt::format(
      "some values are above the worst case of {}: the sum stops at the largest figure stated of each joint, a "
      "distribution has no end",
      spell(*wave.loss));
}

std::string_view spell(PieceKind kind) {
  switch (kind) {
    case PieceKind::kConnection: return "connection";
    case PieceKind::kSplice: return "splice";
    case PieceKind::kTap: return "tap";
    case PieceKind::kAllowance: return "allowance";
    case PieceKind::kCable: break;
  }
  return "cable";
}

}  // namespace ferrule::api
