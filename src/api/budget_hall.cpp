#include "api/budget_hall.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <fmt/format.h>

#include "api/budget_screen.h"

namespace ferrule::api {
namespace {

// Links that go the same ways over the same lengths: every figure of them is one figure.
struct LinkKind {
  std::vector<std::uint32_t> links;  // the first few
  std::uint64_t count = 0, proven = 0, unproven = 0, faulty = 0;
};

void count(LinkKind& kind, std::uint32_t link, check::Verdict verdict) {
  if (kind.links.size() < kFewNames) kind.links.push_back(link);
  ++kind.count;
  ++(verdict == check::Verdict::kProven ? kind.proven : verdict == check::Verdict::kFaulty ? kind.faulty : kind.unproven);
}

std::vector<LinkKind> kinds_of(const check::View& view, const std::vector<check::Verdict>& verdicts) {
  std::unordered_map<KindKey, std::size_t> known;
  std::vector<LinkKind> kinds;  // in order of first appearance
  KindKey key;
  for (std::uint32_t link = 0; link < view.plant.link_count(); ++link) {
    kind_of(view, link, key);
    const auto [found, fresh] = known.try_emplace(key, kinds.size());
    if (fresh) kinds.emplace_back();
    count(kinds[found->second], link, verdicts[link]);
  }
  return kinds;
}

bool has_bundles(const check::View& view, std::uint32_t link) {
  return view.plant.links[link].first_bundle < view.plant.links[link + 1].first_bundle;
}

std::string why_no_figures(const check::Budget& budget) {
  if (!budget.at_port) return "its light reaches no port";
  if (!budget.loss.unknown.empty()) return budget.loss.unknown.front();
  return check::why_no_limit(budget);
}

bool rests_on_low(const check::Budget& budget) {
  return std::any_of(budget.loss.items.begin(), budget.loss.items.end(), [](const loss::Item& item) {
    return item.confidence == Confidence::kLow || (item.scatter.figures && item.scatter.confidence == Confidence::kLow);
  });
}

void add_up(const BudgetGroup& more, BudgetGroup& group) {
  group.links += more.links;
  group.proven += more.proven;
  group.unproven += more.unproven;
  group.faulty += more.faulty;
  group.shortest = std::min(group.shortest, more.shortest);
}

// A group, and the link that stands for it.
struct Shown {
  BudgetGroup group;
  std::uint32_t longest = 0;
  std::vector<std::uint32_t> links;  // the first few of each kind
};

void name_links(const plant::Plant& plant, Shown& shown) {
  std::sort(shown.links.begin(), shown.links.end());
  shown.links.resize(std::min(shown.links.size(), kFewNames));
  for (const std::uint32_t link : shown.links) shown.group.names.emplace_back(plant.link_name(link));
}

class PlantBudgeter {
 public:
  explicit PlantBudgeter(BudgetBook& book) : book_(book) {}

  void add(const LinkKind& kind) {
    const std::uint32_t link = kind.links.front();
    BudgetGroup group = group_of(book_, link);
    group.links = kind.count;
    group.proven = kind.proven;
    group.unproven = kind.unproven;
    group.faulty = kind.faulty;
    const auto [found, fresh] = known_.emplace(shown_as(book_, link, group), groups_.size());
    count_failing(kind);
    if (fresh) {
      groups_.push_back({std::move(group), link, kind.links});
      return;
    }
    Shown& shown = groups_[found->second];
    shown.links.insert(shown.links.end(), kind.links.begin(), kind.links.end());
    if (group.longest > shown.group.longest) {
      shown.longest = link;
      shown.group.longest = group.longest;
      shown.group.loss = group.loss;
    }
    add_up(group, shown.group);
  }

  PlantBudget take() {
    PlantBudget out;
    for (Shown& shown : groups_) {
      if (has_bundles(book_.view(), shown.longest)) shown.group.spread = book_.spread(shown.longest);
      name_links(book_.view().plant, shown);
      out.groups.push_back(std::move(shown.group));
    }
    std::stable_sort(out.groups.begin(), out.groups.end(), [](const BudgetGroup& a, const BudgetGroup& b) {
      return check::tighter({a.loss, a.limit, {}}, {b.loss, b.limit, {}});
    });
    out.hall = hall_;
    const Result<loss::HallYield> apart = loss::hall_yield(apart_), together = loss::hall_yield(together_);
    if (apart && together) {  // chances come from LinkFibres and are chances
      out.hall.apart = *apart;
      out.hall.together = *together;
    }
    return out;
  }

 private:
  void count_failing(const LinkKind& kind) {
    hall_.links += kind.count;
    const Result<LinkFibres> lit = book_.fibres(kind.links.front());
    if (!lit || !lit->limited) return;
    hall_.counted += kind.count;
    const Spread::Failing failing = book_.failing(*lit);
    hall_.not_told_apart += static_cast<double>(kind.count) * failing.not_told_apart;
    apart_.push_back({kind.count, failing.apart});
    together_.push_back({kind.count, failing.together});
  }

  BudgetBook& book_;
  std::map<std::string, std::size_t> known_;
  std::vector<Shown> groups_;
  std::vector<loss::LinkGroup> apart_, together_;
  HallBudget hall_;
};

}  // namespace

void kind_of(const check::View& view, std::uint32_t link, KindKey& key) {
  key.clear();
  for (std::uint32_t bundle = view.plant.links[link].first_bundle; bundle < view.plant.links[link + 1].first_bundle; ++bundle) {
    const auto length = static_cast<std::uint64_t>(check::length_of(view, bundle).millimetre);
    key += {view.proof.way_of_bundle[bundle], static_cast<char32_t>(length >> 32), static_cast<char32_t>(length)};
  }
}

// All but the length, which counts as far as it shows in the loss.
std::string shown_as(BudgetBook& book, std::uint32_t link, const BudgetGroup& group) {
  if (!has_bundles(book.view(), link)) return "";
  const WayFigures& figures = book.of_bundle(book.tightest_bundle(link));
  std::string text = fmt::format("{}|{}|{}|{}|{}", group.application, group.loss ? spell(*group.loss) : "?", group.limit_of,
                                 group.why_not, figures.runs.fibres);
  for (const loss::Item& item : figures.budget.loss.items) {
    text += fmt::format("|{}|{}", item.stated.microdecibel, item.assumed);
    if (item.scatter.measured) text += fmt::format("|{}", item.scatter.of);
    if (item.scatter.figures) text += fmt::format("|{}|{}", item.scatter.figures->mean_db, item.scatter.figures->q97_db);
  }
  return text;
}

BudgetGroup group_of(BudgetBook& book, std::uint32_t link) {
  BudgetGroup group;
  const check::View& view = book.view();
  if (!has_bundles(view, link)) return group.why_not = group.spread.not_known = "its ends were not understood", group;
  const std::uint32_t bundle = book.tightest_bundle(link);
  const check::Budget& budget = book.of_bundle(bundle).budget;
  const check::Margin margin = book.margin(bundle);
  group.application = view.plant.type_of(view.plant.bundles[bundle].a).application;
  if (budget.at_port) group.shortest = group.longest = check::length_of(view, bundle);
  group.connections = budget.loss.connections;
  group.loss = margin.loss;
  group.limit = margin.limit;
  group.limit_of = margin.limit_of;
  group.why_not = why_no_figures(budget);
  group.grade_assumed = budget.loss.assumed;
  group.low_confidence = rests_on_low(budget);
  return group;
}

PlantBudget budget_of_plant(BudgetBook& book, const std::vector<check::Verdict>& verdicts) {
  PlantBudgeter budgeter(book);
  for (const LinkKind& kind : kinds_of(book.view(), verdicts)) budgeter.add(kind);
  PlantBudget out = budgeter.take();
  std::vector<ScreenedBundle> screened;
  out.hall.screened = screen(book, screened);
  return out;
}

}  // namespace ferrule::api
