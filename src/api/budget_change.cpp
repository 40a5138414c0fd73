#include "api/budget_change.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <fmt/format.h>

#include "api/budget_hall.h"
#include "api/swap_prices.h"

namespace ferrule::api {
namespace {

using check::Verdict;

// One of the two plants, with its figures.
struct Side {
  explicit Side(const CheckReport& report, const BudgetOptions& options)
      : view{report.loaded->plant, report.loaded->facts, report.loaded->settings, *report.proof}, book(view, options) {}

  KindKey kind(std::uint32_t link) const {
    KindKey key;
    if (link != plant::kNone) kind_of(view, link, key);
    return key;
  }
  BudgetGroup figures(std::uint32_t link) {
    if (link != plant::kNone) return group_of(book, link);
    BudgetGroup none;
    none.why_not = none.spread.not_known = "the plant with the offer has no such link";
    return none;
  }
  std::optional<Spread::Failing> failing(std::uint32_t link) {
    if (link == plant::kNone) return std::nullopt;
    const Result<LinkFibres> lit = book.fibres(link);
    return lit && lit->limited ? std::optional(book.failing(*lit)) : std::nullopt;
  }

  check::View view;
  BudgetBook book;
};

// Links that are of one kind before and of one kind after.
struct PairKind {
  LinkOutcome first;
  std::vector<std::uint32_t> links;  // the first few
  std::uint64_t count = 0;
};

std::vector<PairKind> pair_kinds(const OfferedPlant& plants, const Side& before, const Side& after) {
  std::map<std::tuple<KindKey, KindKey, Verdict, Verdict, bool>, std::size_t> known;
  std::vector<PairKind> kinds;
  for (const LinkOutcome& link : plants.links) {
    const auto [found, fresh] = known.emplace(
        std::tuple(before.kind(link.link), after.kind(link.link_after), link.before, link.after, link.link_after == plant::kNone),
        kinds.size());
    if (fresh) kinds.emplace_back().first = link;
    PairKind& kind = kinds[found->second];
    if (kind.links.size() < kFewNames) kind.links.push_back(link.link);
    ++kind.count;
  }
  return kinds;
}

class Changes {
 public:
  Changes(Side& before, Side& after) : before_(before), after_(after) {}

  void add(const PairKind& kind) {
    const BudgetGroup before = before_.figures(kind.first.link), after = after_.figures(kind.first.link_after);
    add_failures(kind);
    std::string key = shown_as(before_.book, kind.first.link, before) + "->" +
                      (kind.first.link_after == plant::kNone ? "none" : shown_as(after_.book, kind.first.link_after, after)) +
                      fmt::format("|{}|{}", static_cast<int>(kind.first.before), static_cast<int>(kind.first.after));
    const auto [found, fresh] = known_.emplace(std::move(key), shown_.size());
    if (fresh) shown_.emplace_back();
    Shown& shown = shown_[found->second];
    shown.links.insert(shown.links.end(), kind.links.begin(), kind.links.end());
    shown.group.links += kind.count;
    if (!fresh && std::max(before.longest, after.longest) <= std::max(shown.group.before.longest, shown.group.after.longest))
      return;
    const Length shortest = fresh ? before.shortest : std::min(before.shortest, shown.group.before.shortest);
    shown.longest = kind.first;
    shown.group.before = before;
    shown.group.after = after;
    shown.group.before.shortest = shortest;
  }

  std::vector<ChangeGroup> groups() {
    std::vector<ChangeGroup> out;
    for (Shown& shown : shown_) out.push_back(finished(shown));
    std::stable_sort(out.begin(), out.end(), [](const ChangeGroup& a, const ChangeGroup& b) {
      if (a.lost() != b.lost()) return a.lost();
      return check::tighter({a.after.loss, a.after.limit, {}}, {b.after.loss, b.after.limit, {}});
    });
    return out;
  }

  // Nothing when some link that was proven has no chances, before or after.
  std::optional<Failures> apart() const { return known_all_ ? std::optional(apart_) : std::nullopt; }
  std::optional<Failures> together() const { return known_all_ ? std::optional(together_) : std::nullopt; }

 private:
  struct Shown {
    ChangeGroup group;
    LinkOutcome longest;
    std::vector<std::uint32_t> links;
  };

  void add_failures(const PairKind& kind) {
    const std::optional<Spread::Failing> before = before_.failing(kind.first.link), after = after_.failing(kind.first.link_after);
    if (!before && !after && kind.first.before != Verdict::kProven) return;  // nothing was known, and no offer is to blame
    known_all_ = known_all_ && before && after;
    if (!before || !after) return;
    const auto links = static_cast<double>(kind.count);
    apart_.before += links * before->apart;
    apart_.after += links * after->apart;
    together_.before += links * before->together;
    together_.after += links * after->together;
    apart_.not_told_apart += links * std::max(before->not_told_apart, after->not_told_apart);
    together_.not_told_apart = apart_.not_told_apart;
  }

  ChangeGroup finished(Shown& shown) {
    ChangeGroup& group = shown.group;
    group.verdict_before = shown.longest.before;
    group.verdict_after = shown.longest.after;
    group.before.spread = spread(before_, shown.longest.link, group.before);
    group.after.spread = spread(after_, shown.longest.link_after, group.after);
    group.counted_before = before_.failing(shown.longest.link).has_value();
    group.counted_after = after_.failing(shown.longest.link_after).has_value();
    std::sort(shown.links.begin(), shown.links.end());
    shown.links.resize(std::min(shown.links.size(), kFewNames));
    for (const std::uint32_t link : shown.links) group.names.emplace_back(before_.view.plant.link_name(link));
    return std::move(group);
  }

  static Spread spread(Side& side, std::uint32_t link, const BudgetGroup& group) {
    return link == plant::kNone || !group.spread.not_known.empty() ? group.spread : side.book.spread(link);
  }

  Side& before_;
  Side& after_;
  std::map<std::string, std::size_t> known_;
  std::vector<Shown> shown_;
  Failures apart_, together_;
  bool known_all_ = true;
};

void count_links(const OfferedPlant& plants, BudgetChange& change) {
  const plant::Plant& plant = plants.before.loaded->plant;
  change.links = plant.link_count();
  change.touched = plants.links.size();
  const auto name = [&](const LinkOutcome& link, std::vector<std::string>& names) {
    if (names.size() < kFewNames) names.emplace_back(plant.link_name(link.link));
  };
  for (const LinkOutcome& link : plants.links) {
    if (link.before != Verdict::kProven) {
      ++change.not_proven_before;
      if (link.after == Verdict::kProven) ++change.newly_proven;
    } else if (link.after == Verdict::kProven) {
      ++change.still_proven;
    } else if (link.after == Verdict::kFaulty) {
      ++change.lost_faulty;
      name(link, change.faulty);
    } else {
      ++change.lost_unproven;
      name(link, change.unproven);
    }
  }
}

Money bargain(std::int64_t dearer, const Failures& failures) {
  constexpr double kNoise = 1e-9;  // of sums of doubles
  const double avoided = failures.avoided();
  const double told_apart = std::max(failures.not_told_apart, kNoise * std::max(failures.before, failures.after));
  if (std::abs(avoided) <= told_apart) return {Bargain::kNoDifference, 0};
  if (avoided > 0 && dearer <= 0) return {Bargain::kBetter, 0};
  if (avoided < 0 && dearer >= 0) return {Bargain::kWorse, 0};
  return {avoided > 0 ? Bargain::kPerAvoided : Bargain::kPerCaused, std::abs(static_cast<double>(dearer) / avoided)};
}

void weigh(BudgetChange& change) {
  if (!change.priced) return;
  if (change.lost() > 0) {
    change.why_no_money = "not every link stays proven";
  } else if (!change.cost_before || !change.cost_after) {
    for (const SwapCost& part : change.parts)
      if (!part.no_price.empty() && change.why_no_money.empty()) change.why_no_money = "no price of " + part.no_price;
    if (change.why_no_money.empty()) change.why_no_money = "the sums are out of all reason";
  } else if (!change.apart || !change.together) {
    change.why_no_money = "some link that changes has no distribution or no limit";
  } else {
    const std::int64_t dearer = change.cost_after->hundredths - change.cost_before->hundredths;
    change.money_apart = bargain(dearer, *change.apart);
    change.money_together = bargain(dearer, *change.together);
  }
}

void compare(const OfferedPlant& plants, BudgetChange& change) {
  Side before(plants.before, change.options), after(plants.after, change.options);
  Changes changes(before, after);
  for (const PairKind& kind : pair_kinds(plants, before, after)) changes.add(kind);
  change.groups = changes.groups();
  change.apart = changes.apart();
  change.together = changes.together();
  change.hall_before = budget_of_plant(before.book, plants.before.verdicts).hall;
  change.hall_after = budget_of_plant(after.book, plants.after.verdicts).hall;
}

BudgetChange refuse(BudgetChange change, std::string why, std::string help, Exit exit) {
  change.why_not = std::move(why);
  change.help = std::move(help);
  change.exit = exit;
  return change;
}

}  // namespace

BudgetChange budget_change(const ChangeRequest& request) {
  BudgetChange change;
  change.options = request.options;
  change.price_sources = std::make_unique<diag::Sources>();
  SwapPrices prices;
  if (const Result<void> read = prices.read(request, *change.price_sources, change.price_findings); !read)
    return refuse(std::move(change), fmt::format("{}: {}", read.error().place, read.error().message), {}, Exit::kUsage);
  if (change.price_findings.any_unreadable()) {
    change.exit = Exit::kUnreadable;
    return change;
  }
  std::vector<PartOffer> offers;
  for (const Swap& swap : request.swaps) offers.push_back(swap.offer);
  OfferedPlant plants = with_offers(request.project, offers);
  if (!plants.why_not.empty()) return refuse(std::move(change), plants.why_not, plants.help, plants.exit);
  if (plants.before.proof == nullptr || plants.after.proof == nullptr)
    return refuse(std::move(change), "the project cannot be read: run ferrule check on it", {}, Exit::kUnreadable);
  change.project = plants.before.loaded->project;
  count_links(plants, change);
  compare(plants, change);
  prices.cost(request.swaps, plants.parts, change);
  weigh(change);
  change.brought = std::move(plants.findings);
  change.before = std::move(plants.before.loaded);
  change.after = std::move(plants.after.loaded);
  change.exit = change.lost() > 0 ? Exit::kFindings : Exit::kClean;
  return change;
}

std::string_view spell(Bargain bargain) {
  switch (bargain) {
    case Bargain::kPerAvoided: return "per-avoided-failure";
    case Bargain::kPerCaused: return "per-caused-failure";
    case Bargain::kBetter: return "better";
    case Bargain::kWorse: return "worse";
    case Bargain::kNoDifference: return "no-difference";
    case Bargain::kNotKnown: break;
  }
  return "not-known";
}

}  // namespace ferrule::api
