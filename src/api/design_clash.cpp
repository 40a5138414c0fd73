#include "api/design_clash.h"

#include <algorithm>
#include <utility>
#include <fmt/format.h>

#include "api/plan_measures.h"
#include "base/text.h"
#include "synth/codes.h"

namespace ferrule::api {
namespace {

constexpr std::size_t kMostTrials = 80, kMostTrialsLarge = 24, kLargeFabric = 20'000;  // links: a trial of more takes seconds

std::string figure_words(const MeasuredPlan& plan, std::string_view id, std::string_view one, std::string_view unit) {
  for (const PlanMeasure& measure : plan_measures()) {
    if (measure.id != id) continue;
    const Figure figure = measure.take(plan);
    if (!figure.value) return {};
    const std::string text = spell_figure(measure, *figure.value);
    if (!one.empty()) return *figure.value == 0 ? std::string() : counted(static_cast<std::uint64_t>(*figure.value), one);
    return fmt::format("{} {}", text, unit);
  }
  return {};
}

int units_of(const plant::Rack& rack) { return rack.units > 0 ? rack.units : synth::Hall::kUnitsAssumed; }
int units_in_use(const synth::HallRack& rack) { return static_cast<int>(std::count(rack.used.begin(), rack.used.end(), true)); }

// What the racks need beyond what they have, where their units were no limit.
std::string units_needed(const DesignReport& report, const plant::Plant& asked) {
  std::vector<std::string> racks;
  for (std::size_t i = 0; i < report.hall.racks.size() && i < asked.racks.size(); ++i) {
    const int has = units_of(asked.racks[i]), used = units_in_use(report.hall.racks[i]);
    if (used > has) racks.push_back(fmt::format("{} {} more", report.hall.racks[i].name, used - has));
  }
  return racks.empty() ? std::string() : "units: " + joined(racks, ", ");
}

std::string counts_needed(const DesignReport& report, const lang::Design& asked) {
  std::vector<std::string> tiers;
  for (std::size_t i = 0; i < asked.fabric.tiers.size(); ++i)
    if (asked.fabric.tiers[i].count && !report.fabric->tiers[i].count)
      tiers.push_back(fmt::format("{} {}", report.net.count(i), asked.fabric.tiers[i].name));
  return joined(tiers, ", ");
}

std::string longest_cables(const DesignReport& report, const check::OrderPolicy& asked) {
  std::vector<std::string> out;
  for (const auto& [kind, stock] : asked.stock_lengths) {
    if (report.loaded->settings.policy.ordering.stock_lengths.contains(kind)) continue;
    Length longest;
    for (const synth::PlanCable& cable : report.plan.cables)
      if (kind == (cable.trunk ? "trunk" : cable.is_harness() ? "breakout" : "cord") && cable.ordered)
        longest = std::max(longest, *cable.ordered);
    if (longest.millimetre > 0) out.push_back(fmt::format("the longest {} {}", kind, spell(longest)));
  }
  return joined(out, ", ");
}

std::string first_error_of(const DesignReport& report) {
  for (const diag::Findings* findings : {&report.findings, &report.check.findings})
    for (const diag::Finding& finding : findings->all())
      if (finding.severity == diag::Severity::kError && finding.waived_by.empty())
        return fmt::format("{}: {}", finding.code, finding.message);
  return {};
}

std::vector<std::size_t> every_wish(const Clash& clash) {
  std::vector<std::size_t> all;
  for (std::size_t i = 0; i < clash.wishes.size(); ++i) all.push_back(i);
  return all;
}

class ClashFinder {
 public:
  ClashFinder(const ClashRequest& request, const DesignReport& report)
      : request_(request),
        report_(report),
        asked_(*report.loaded->design),
        most_(report.net.links.size() > kLargeFabric ? kMostTrialsLarge : kMostTrials) {
    no_links_ = report.net.links.empty() && !asked_.fabric.rules.empty();
    out_.wishes = wishes_held(*report.loaded, asked_, no_links_ ? WishesOf::kPorts : WishesOf::kPlant);
  }

  Clash find() {
    try_each_alone();
    if (out_.helps.empty() && !out_.stopped && !all_given_up_works()) widen();
    leave_out_places();
    find_clashing();
    if (out_.helps.empty()) find_pairs();
    if (out_.helps.empty() && out_.remains.empty()) help_together(every_wish(out_));
    if (out_.helps.size() == 1 && out_.helps.front().wishes.size() == 1) help_without(out_.helps.front().wishes.front());
    leave_out_places();
    keep_what_helps();
    return std::move(out_);
  }

 private:
  // Is there a plan with these wishes given up? A set that helps is kept where that is asked.
  bool try_set(const std::vector<std::size_t>& given_up, bool keep) {
    if (out_.trials >= most_) {
      out_.stopped = true;
      return false;
    }
    ++out_.trials;
    DesignReport report = planned(given_up, std::nullopt);
    const bool works = report.exit == Exit::kClean;
    if (!works) last_reason_ = first_error_of(report);
    if (works && keep) out_.helps.push_back({given_up, brings_with_fewest_units(given_up, report)});
    return works;
  }

  DesignReport planned(const std::vector<std::size_t>& given_up, std::optional<int> more_units) {
    std::unique_ptr<Loaded> loaded = request_.load();
    if (!loaded->readable || loaded->design == nullptr) return {};
    auto design = std::make_shared<lang::Design>(*loaded->design);
    for (const std::size_t wish : given_up) out_.wishes[wish].relax(*loaded, *design);
    const std::vector<plant::Rack>& asked = report_.loaded->plant.racks;
    for (std::size_t i = 0; more_units && i < asked.size() && i < loaded->plant.racks.size(); ++i)
      loaded->plant.racks[i].units = units_of(asked[i]) + *more_units;
    loaded->design = std::move(design);
    return api::design(std::move(loaded), request_.data, request_.design);
  }

  // Racks without end tell that units help; the plan that is told has the fewest more in each that do.
  std::string brings_with_fewest_units(const std::vector<std::size_t>& given_up, DesignReport& report) {
    const bool units =
        std::any_of(given_up.begin(), given_up.end(), [&](std::size_t wish) { return out_.wishes[wish].of_units; });
    if (!units) return brings(report);
    int too_few = 0, enough = kUnitsWithoutLimit;
    std::optional<DesignReport> best;
    while (enough - too_few > 1) {
      const int half = (too_few + enough) / 2;
      DesignReport with = planned(given_up, half);
      if (with.exit == Exit::kClean) {
        enough = half;
        best = std::move(with);
      } else {
        too_few = half;
      }
    }
    return brings(best ? *best : report);
  }

  std::string brings(DesignReport& report) const {
    std::vector<std::string> words{counts_needed(report, asked_), units_needed(report, report_.loaded->plant),
                                   longest_cables(report, report_.loaded->settings.policy.ordering)};
    BomOptions options;
    options.prices = request_.prices;
    report.check.proof.reset();
    const Bom bom = bill_of_materials(std::move(report.check.loaded), options, request_.data);
    const BudgetReport none;
    const MeasuredPlan plan{report, bom.loaded->plant, none, nullptr, bom, nullptr};
    words.push_back(figure_words(plan, "cords", "cord", ""));
    words.push_back(figure_words(plan, "trunks", "trunk", ""));
    words.push_back(figure_words(plan, "panels", "panel", ""));
    words.push_back(figure_words(plan, "metres", "", "m of cable"));
    words.push_back(figure_words(plan, "rack-units", "", "rack units"));
    words.push_back(figure_words(plan, "part-numbers", "part number", ""));
    words.push_back(figure_words(plan, "cost", "", bom.currency + (bom.total.generic > 0 ? " by orders of magnitude" : "")));
    std::erase_if(words, [](const std::string& each) { return each.empty(); });
    return joined(words, ", ");
  }

  void try_each_alone() {
    for (std::size_t i = 0; i < out_.wishes.size(); ++i) try_set({i}, true);
  }

  bool all_given_up_works() {
    const bool works = !out_.wishes.empty() && try_set(every_wish(out_), false);
    out_.remains = works || out_.stopped ? std::string() : out_.wishes.empty() ? first_error_of(report_) : last_reason_;
    return works;
  }

  // Ports may not add up and racks be too few besides: with wishes of both kinds.
  void widen() {
    if (!no_links_ && out_.remains.starts_with(synth::kNoPartFits.code)) return;  // no count of anything joins such ports
    std::vector<HeldWish> both = wishes_held(*report_.loaded, asked_, WishesOf::kBoth);
    if (both.size() == out_.wishes.size()) return;
    out_.wishes = std::move(both);
    try_each_alone();
    if (out_.helps.empty() && !out_.stopped) all_given_up_works();
  }

  // Where wishes help alone, those are the clash: each of them is needed for it. Where none does, wishes are given up for good as long as there is
  // no plan; what then has to stay is a clash, and none of it can be left out.
  void find_clashing() {
    if (!out_.helps.empty()) {
      for (const GivenUp& help : out_.helps) out_.clashing.push_back(help.wishes.front());
      return;
    }
    const std::vector<std::size_t> all = every_wish(out_);
    if (!out_.remains.empty() || out_.stopped || find_lone_clash(all)) return;
    std::vector<std::size_t> gone, held;
    for (std::size_t i = 0; i < all.size() && !out_.stopped; ++i) {
      std::vector<std::size_t> with = gone;
      with.push_back(i);
      if (try_set(with, false))
        held.push_back(i);
      else if (!out_.stopped)
        gone = std::move(with);
    }
    if (!out_.stopped) out_.clashing = std::move(held);
  }

  // All in one rack, and no cable is too long, nor in a space that burns: that is no answer where the plant itself is at fault and
  // other wishes help.
  void leave_out_places() {
    const auto moves = [&](const GivenUp& help) {
      return std::any_of(help.wishes.begin(), help.wishes.end(), [&](std::size_t wish) { return out_.wishes[wish].of_place; });
    };
    if (report_.findings.any_at_least(diag::Severity::kError) || std::all_of(out_.helps.begin(), out_.helps.end(), moves)) return;
    std::erase_if(out_.helps, moves);
  }

  // What is told to clash has a part in a plan that is told.
  void keep_what_helps() {
    if (out_.helps.empty()) return;
    out_.remains.clear();
    std::erase_if(out_.clashing, [&](std::size_t wish) {
      return std::none_of(out_.helps.begin(), out_.helps.end(), [&](const GivenUp& help) {
        return std::find(help.wishes.begin(), help.wishes.end(), wish) != help.wishes.end();
      });
    });
    if (out_.helps.size() == 1) out_.clashing = out_.helps.front().wishes;  // each of them alone stands in the way
  }

  // A wish that nothing helps while it holds: no clash is smaller.
  bool find_lone_clash(const std::vector<std::size_t>& all) {
    for (const std::size_t wish : all) {
      std::vector<std::size_t> others = all;
      std::erase(others, wish);
      if (try_set(others, false) || out_.stopped) continue;
      out_.clashing = {wish};
      return true;
    }
    return false;
  }

  void find_pairs() {
    for (std::size_t i = 0; i < out_.wishes.size() && !out_.stopped; ++i)
      for (std::size_t k = i + 1; k < out_.wishes.size() && !out_.stopped; ++k) {
        const bool clashes = out_.clashing.empty() || std::any_of(out_.clashing.begin(), out_.clashing.end(),
                                                                  [&](std::size_t w) { return w == i || w == k; });
        if (clashes) try_set({i, k}, true);
      }
  }

  // What is given up together where that helps: none of it can be kept. What costs least to give up stands first, and is given up last.
  void help_together(std::vector<std::size_t> given_up) {
    for (std::size_t i = given_up.size(); i-- > 0 && !out_.stopped;) {
      std::vector<std::size_t> fewer = given_up;
      fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
      if (!fewer.empty() && try_set(fewer, false)) given_up = std::move(fewer);
    }
    if (!out_.stopped) try_set(given_up, true);
  }

  // Where one wish alone helps, others may as well, together.
  void help_without(std::size_t wish) {
    std::vector<std::size_t> others = every_wish(out_);
    std::erase(others, wish);
    if (others.empty() || out_.stopped || !try_set(others, false)) return;
    help_together(std::move(others));
    for (const std::size_t each : out_.helps.back().wishes)
      if (each != wish) out_.clashing.push_back(each);
  }

  const ClashRequest& request_;
  const DesignReport& report_;
  const lang::Design& asked_;
  std::size_t most_;
  bool no_links_ = false;
  std::string last_reason_;
  Clash out_;
};

std::string words_of(const Clash& clash, const std::vector<std::size_t>& wishes, std::string HeldWish::*part, const char* by) {
  std::vector<std::string> words;
  words.reserve(wishes.size());
  for (const std::size_t wish : wishes) words.push_back(clash.wishes[wish].*part);
  return joined(words, by);
}

// Faults of the project itself (a tier that nobody joins, a phase that shrinks) are no clash of wishes.
bool may_be_a_clash(const DesignReport& report) {
  if (report.exit != Exit::kInfeasible || report.loaded->design == nullptr) return false;
  constexpr const synth::DesignCode* kClashes[] = {&synth::kPortsDoNotAddUp,   &synth::kUnevenSpread, &synth::kDoesNotFitRack,
                                                   &synth::kTraysDoNotConnect, &synth::kNoPartFits,   &synth::kLongerThanStock,
                                                   &synth::kTrayTooFull,       &synth::kDropTooFull};
  const auto& all = report.findings.all();
  return std::all_of(all.begin(), all.end(), [&](const diag::Finding& finding) {
    return finding.severity != diag::Severity::kError ||
           std::any_of(std::begin(kClashes), std::end(kClashes), [&](const auto* code) { return code->code == finding.code; });
  });
}

}  // namespace

Clash find_clash(const ClashRequest& request, const DesignReport& report) { return ClashFinder(request, report).find(); }

void explain_no_plan(const ClashRequest& request, DesignReport& report) {
  if (!may_be_a_clash(report)) return;
  const Clash clash = find_clash(request, report);
  const auto at = [&](std::size_t wish) { return clash.wishes[wish].place; };
  diag::Place place = report.loaded->design->fabric.place;
  std::string message;
  if (!clash.clashing.empty()) {
    place = at(clash.clashing.front());
    message = fmt::format("no plan while {}: {}",
                          clash.clashing.size() == 1                                         ? "this holds"
                          : clash.helps.size() == 1 && clash.helps.front().wishes.size() > 1 ? "one of these holds"
                                                                                             : "these hold together",
                          words_of(clash, clash.clashing, &HeldWish::words, "; "));
  } else if (!clash.helps.empty()) {
    place = at(clash.helps.front().wishes.front());
    message = fmt::format("no plan while {} holds", words_of(clash, clash.helps.front().wishes, &HeldWish::words, " and "));
  } else {
    message = clash.stopped           ? "no plan was found"
              : clash.remains.empty() ? "no plan, whichever wishes are given up"
              : clash.wishes.empty()  ? "no wish that Ferrule may give up stands in the way"
                                      : "no plan, even with every wish given up that Ferrule may give up";
  }
  auto finding = synth::say(report.findings, synth::kNoPlan, place, std::move(message));
  for (std::size_t i = 1; i < clash.clashing.size(); ++i)
    finding.note(at(clash.clashing[i]), clash.wishes[clash.clashing[i]].words);
  if (!clash.remains.empty() && !clash.wishes.empty())
    finding.note("given up were: " + words_of(clash, every_wish(clash), &HeldWish::words, "; "));
  if (!clash.remains.empty())
    finding.note((clash.wishes.empty() ? "what stands in the way: " : "what then remains: ") + clash.remains);
  if (clash.stopped)
    finding.note(fmt::format("the search stopped after {}: there may be other ways", counted(clash.trials, "trial")));
  for (const GivenUp& help : clash.helps)
    finding.help(fmt::format("{} there is a plan: {}", words_of(clash, help.wishes, &HeldWish::without, ", and "), help.brings));
  if (clash.helps.empty() && clash.remains.empty()) finding.help("loosen what clashes, all of it together");
  report.findings.sort();
}

}  // namespace ferrule::api
