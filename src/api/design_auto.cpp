#include "api/design_auto.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>
#include <fmt/format.h>

#include "api/effort.h"
#include "api/laying_wage.h"
#include "base/text.h"
#include "synth/codes.h"

namespace ferrule::api {
namespace {

using synth::Cabling;
using synth::CablingWish;

constexpr int kTrunkBases[] = {8, 12, 16, 24};

// What is left open of one rule, decided.
struct Decided {
  Cabling way = Cabling::kDirect;
  int base = 0;
  std::string words;  // "structured, base 12"
};

std::vector<Decided> choices_of(const CablingWish& wish, const lang::LeftOpen& open, bool racks) {
  std::vector<Decided> out;
  for (const Cabling way : {Cabling::kDirect, Cabling::kStructured}) {
    const bool structured = way == Cabling::kStructured;
    if (open.way ? structured && !racks : way != wish.cabling) continue;
    const std::string words = structured ? "structured" : "direct";
    if (!open.base || !structured) {
      out.push_back({way, wish.base, words});
      continue;
    }
    for (const int base : kTrunkBases) out.push_back({way, base, fmt::format("{}, base {}", words, base)});
  }
  return out;
}

struct Score {
  std::optional<std::int64_t> cost;  // with what part numbers cost; nothing: some price is missing
  std::int64_t pieces = 0;
  std::size_t numbers = 0;
  bool too_many = false;
  std::size_t anew = 0;  // links of a plan that is revised that would be cabled anew
};

class BestDesign {
 public:
  BestDesign(std::unique_ptr<Loaded> loaded, const std::string& data, const DesignOptions& options, const DesignAsWritten& whole,
             const DesignAsWritten& asked_for)
      : loaded_(std::move(loaded)),
        data_(data),
        options_(options),
        whole_(whole),
        asked_for_(asked_for),
        findings_(loaded_->findings),
        asked_(loaded_->design) {
    for (std::size_t i = 0; i < asked_->wishes.size(); ++i) {
      const lang::LeftOpen& open = asked_->left_open[i];
      open_.push_back(choices_of(asked_->wishes[i], open, !loaded_->plant.racks.empty()));
      combinations_ = combinations_ > kMostCombinations ? combinations_ : combinations_ * open_.back().size();
      if (open.part_number_cost && !options_.prices.empty()) number_cost_ = std::max(number_cost_, *open.part_number_cost);
      if (open.most_parts) most_parts_ = std::min(most_parts_.value_or(*open.most_parts), *open.most_parts);
    }
  }

  DesignReport find() {
    std::vector<std::size_t> best(open_.size());
    if (combinations_ <= kMostCombinations)
      best = best_of(all_combinations());
    else
      for (std::size_t rule = 0; rule < open_.size(); ++rule) best = best_of(varied(best, rule));
    DesignReport report = designed(asked_for_, best, best_number_cost_);
    tell(best, report);
    return report;
  }

 private:
  struct Tried {
    std::vector<std::size_t> choice;
    std::int64_t number_cost = 0;
    Score score;
  };

  std::vector<std::vector<std::size_t>> all_combinations() const {
    std::vector<std::vector<std::size_t>> out{{}};
    for (const std::vector<Decided>& choices : open_) {
      std::vector<std::vector<std::size_t>> longer;
      for (const std::vector<std::size_t>& start : out)
        for (std::size_t i = 0; i < choices.size(); ++i) {
          longer.push_back(start);
          longer.back().push_back(i);
        }
      out = std::move(longer);
    }
    return out;
  }

  std::vector<std::vector<std::size_t>> varied(const std::vector<std::size_t>& from, std::size_t rule) const {
    std::vector<std::vector<std::size_t>> out;
    for (std::size_t i = 0; i < open_[rule].size(); ++i) {
      out.push_back(from);
      out.back()[rule] = i;
    }
    return out;
  }

  DesignReport designed(const DesignAsWritten& as_written, const std::vector<std::size_t>& choice, std::int64_t number_cost) {
    auto design = std::make_shared<lang::Design>(*asked_);
    for (std::size_t i = 0; i < choice.size(); ++i) {
      const Decided& decided = open_[i][choice[i]];
      design->wishes[i].cabling = decided.way;
      design->wishes[i].base = decided.base;
    }
    for (lang::LeftOpen& open : design->left_open) open = {};
    loaded_->design = std::move(design);
    loaded_->findings = findings_;
    return as_written(std::move(loaded_), number_cost);
  }

  std::optional<Score> tried(const std::vector<std::size_t>& choice, std::int64_t number_cost) {
    DesignReport report = designed(whole_, choice, number_cost);
    const std::optional<Score> found = score(report);
    loaded_ = std::move(report.loaded);
    return found;
  }

  // The least cost of a part number with which there are few enough of them; of the sizes tried, which grow and are then halved between.
  // Where nothing else counts there are as few as there can be.
  void use_fewer_numbers(Tried& of) {
    constexpr std::int64_t kFirst = 1'000, kMost = 1'000'000'000'000;
    constexpr int kHalvings = 5;
    const std::optional<Score> fewest = tried(of.choice, kMost);
    if (!fewest) return;
    of.score = *fewest;
    of.number_cost = kMost;
    if (fewest->too_many) return;
    std::int64_t too_little = number_cost_, enough = std::max(kFirst, 2 * number_cost_);
    std::optional<Score> fits;
    for (; enough < kMost; too_little = enough, enough *= 8) {
      fits = tried(of.choice, enough);
      if (fits && !fits->too_many) break;
    }
    if (enough >= kMost) return;
    for (int i = 0; i < kHalvings; ++i) {
      const std::int64_t between = too_little + (enough - too_little) / 2;
      const std::optional<Score> found = tried(of.choice, between);
      const bool few = found && !found->too_many;
      (few ? enough : too_little) = between;
      if (few) fits = found;
    }
    of.score = *fits;
    of.number_cost = enough;
  }

  // And what its hours cost, where an hour has a price.
  Bom bill_of(std::unique_ptr<Loaded> plan, std::int64_t& laying) const {
    if (!options_.wage) {
      BomOptions options;
      options.prices = options_.prices;
      return bill_of_materials(std::move(plan), options, data_);
    }
    EffortOptions options;
    options.prices = options_.prices;
    EffortReport effort = effort_of(std::move(plan), options, data_);
    laying = paid(effort.labour.all, *options_.wage);
    return std::move(effort.bom);
  }

  std::optional<Score> score(DesignReport& report) const {
    if (report.exit != Exit::kClean || report.check.counts.proven != report.check.counts.links) return std::nullopt;
    report.check.proof.reset();
    std::int64_t laying = 0;
    const Bom bom = bill_of(std::move(report.check.loaded), laying);
    Score out;
    out.numbers = bom.articles.size();
    if (report.standing != nullptr) out.anew = report.standing->report.links_cabled_anew;
    for (const BomArticle& article : bom.articles)
      if (article.kind != BomKind::kTransceiver) out.pieces += article.quantity();
    if (bom.priced && bom.total.without_price == 0 && !bom.total.beyond_reason)
      out.cost = bom.total.sum.hundredths + laying + number_cost_ * static_cast<std::int64_t>(out.numbers);
    out.too_many = most_parts_ && out.numbers > static_cast<std::size_t>(*most_parts_);
    return out;
  }

  std::vector<std::size_t> best_of(const std::vector<std::vector<std::size_t>>& combinations) {
    std::vector<Tried> proven;
    for (const std::vector<std::size_t>& choice : combinations) {
      const std::optional<Score> found = tried(choice, number_cost_);
      ++tried_;
      if (!found) continue;
      proven.push_back({choice, number_cost_, *found});
      if (found->too_many) use_fewer_numbers(proven.back());
    }
    proven_ += proven.size();
    if (proven.empty()) return combinations.front();
    by_cost_ = std::all_of(proven.begin(), proven.end(), [](const Tried& each) { return each.score.cost.has_value(); });
    const auto better = [&](const Tried& a, const Tried& b) {
      const auto key = [&](const Score& score) {
        return std::tuple(score.too_many, by_cost_ ? *score.cost : score.pieces, score.anew, score.numbers, score.pieces);
      };
      return key(a.score) < key(b.score);
    };
    const Tried& best = *std::min_element(proven.begin(), proven.end(), better);
    best_ = best.score;
    best_number_cost_ = best.number_cost;
    return best.choice;
  }

  void tell(const std::vector<std::size_t>& best, DesignReport& report) const {
    if (!best_) return;  // the findings of the first say why
    std::vector<std::string> rules;
    for (std::size_t i = 0; i < best.size(); ++i)
      if (open_[i].size() > 1) rules.push_back(fmt::format("{} {}", asked_->fabric.rules[i].name, open_[i][best[i]].words));
    const std::string why = by_cost_ ? "the cheapest" : "the fewest parts to buy";
    const std::string how = by_cost_ && number_cost_ > 0            ? ", with what each part number costs"
                            : by_cost_ && options_.wage             ? ", with the hours to lay it"
                            : !by_cost_ && !options_.prices.empty() ? ", since not everything has a price"
                                                                    : "";
    if (!rules.empty())
      report.choices.push_back(fmt::format("left open, and taken: {}; {} of {} that {} proven, {} tried{}{}", joined(rules, "; "),
                                           why, counted(proven_, "combination"), proven_ == 1 ? "is" : "are", tried_, how,
                                           combinations_ > kMostCombinations ? "; rule after rule" : ""));
    if (!best_->too_many) return;
    for (const lang::LeftOpen& open : asked_->left_open) {
      if (open.most_parts != most_parts_) continue;
      synth::say(report.findings, synth::kNoPartFits, open.most_parts_place,
                 fmt::format("no combination has at most {}; the fewest are {}",
                             counted(static_cast<std::uint64_t>(*most_parts_), "part number"), best_->numbers))
          .help("more `most_parts`, fewer stock lengths, or fewer sizes of trunks");
      report.findings.sort();
      report.files.clear();
      report.exit = Exit::kInfeasible;
      return;
    }
  }

  std::unique_ptr<Loaded> loaded_;
  const std::string& data_;
  const DesignOptions& options_;
  const DesignAsWritten &whole_, &asked_for_;
  diag::Findings findings_;
  std::shared_ptr<const lang::Design> asked_;
  std::vector<std::vector<Decided>> open_;
  std::size_t combinations_ = 1, tried_ = 0, proven_ = 0;
  std::int64_t number_cost_ = 0;       // as the author states it
  std::int64_t best_number_cost_ = 0;  // with which the best was designed
  std::optional<int> most_parts_;
  std::optional<Score> best_;
  bool by_cost_ = false;
};

}  // namespace

bool leaves_open(const lang::Design& design) {
  return std::any_of(design.left_open.begin(), design.left_open.end(),
                     [](const lang::LeftOpen& open) { return open.way || open.base || open.most_parts; });
}

DesignReport design_best(std::unique_ptr<Loaded> loaded, const std::string& data, const DesignOptions& options,
                         const DesignAsWritten& whole, const DesignAsWritten& asked) {
  return BestDesign(std::move(loaded), data, options, whole, asked).find();
}

}  // namespace ferrule::api
