#include "check/upgrade_split_answer.h"

#include <algorithm>
#include <set>
#include <fmt/format.h>

#include "base/text.h"

namespace ferrule::check {

using plant::Kind;
using plant::PartType;

namespace {

constexpr std::size_t kMostSplitChanges = 120;  // of one cut and application
constexpr const char* kCleanGrade = "low-loss";

bool proven(const Answer& answer) { return answer.carries == Carries::kYes || answer.carries == Carries::kChange; }

// Fibres that all links together light of the legs they pass first.
void count_fibres(const Cut& cut, Answer& answer) {
  if (cut.legs.size() != 1 || !cut.shares_ports()) return;  // of several legs each is lit by its own part: not told in one number
  const PartType* trunk = nullptr;
  std::uint16_t entered = 0;
  for (const Cut::Node& node : cut.nodes)
    if (trunk == nullptr && node.part->kind == Kind::kTrunk) trunk = node.part;
  if (trunk == nullptr) return;
  const int fibres = trunk->faces[entered].face.count();
  int lit = 0;
  for (const Cut::Port& port : cut.ports) {
    std::set<int> positions;
    for (const plant::Lane& lane : cut.part_of(port).lanes)
      if (lane.face == 0) positions.insert(lane.position);
    if (port.split) lit = std::max(lit, static_cast<int>(positions.size()));
  }
  answer.per_leg = static_cast<int>(cut.links.size());
  answer.lit = std::min(lit, fibres);
  answer.stranded = fibres - answer.lit;
}

}  // namespace

struct SplitAnswerer::Search {
  struct Candidate {
    const facts::Optic* splitter = nullptr;
    Cut cut;
  };
  const Cut& cut;
  const facts::Optic& application;
  std::vector<Candidate> candidates;
  int copies = 1;
  Answer answer;
  bool found = false, loss_only = false;
  std::size_t tried = 0;
  std::optional<Trial> nearest, unproven;
  std::string unproven_change, unproven_port, first_why, open_as_it_is;
};

void SplitAnswerer::take(const Cut& cut, const facts::Optic& splitter, const Trial& trial, Search& search) const {
  Answer& answer = search.answer;
  answer.margin = trial.margin;
  answer.grade_assumed = trial.grade_assumed;
  answer.split_port = cut.breaks_out() ? splitter.pmd : "";
  answer.copies = search.copies;
  count_fibres(cut, answer);
  search.found = true;
}

// Other transceivers and nothing else.
void SplitAnswerer::as_it_is(Search& search) {
  for (const Search::Candidate& candidate : search.candidates) {
    const Trial trial = bench_.judge(candidate.cut, search.copies);
    if (trial.verdict == Verdict::kProven) {
      take(candidate.cut, *candidate.splitter, trial, search);
      search.answer.carries = Carries::kYes;
      return;
    }
    if (trial.verdict == Verdict::kUnproven) {
      if (search.unproven) continue;
      search.unproven = trial;
      search.open_as_it_is = trial.why;
      search.unproven_port = candidate.splitter->pmd;
      continue;
    }
    if (search.first_why.empty()) search.first_why = trial.why;
    if (!trial.arrives) continue;
    if (!search.nearest) search.nearest = trial;
    search.loss_only = search.loss_only || trial.loss_only;
  }
}

// Changes of all candidates, the least first.
void SplitAnswerer::changes(const PartTraits& traits, const std::string& regrade, Search& search) {
  std::vector<std::pair<const Search::Candidate*, CutPlan>> all;
  for (const Search::Candidate& candidate : search.candidates)
    for (CutPlan& plan : cut_plans(candidate.cut, shop_, traits, regrade)) all.emplace_back(&candidate, std::move(plan));
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.second.cost < b.second.cost; });
  if (all.size() > kMostSplitChanges) all.resize(kMostSplitChanges);
  for (const auto& [candidate, plan] : all) {
    ++search.tried;
    const Trial trial = bench_.judge(plan.cut, search.copies);
    if (trial.verdict == Verdict::kUnproven && !search.unproven) {
      search.unproven = trial;
      search.unproven_change = plan.words;
      search.unproven_port = candidate->splitter->pmd;
    }
    if (trial.verdict == Verdict::kFaulty && trial.arrives) {
      if (!search.nearest) search.nearest = trial;
      search.loss_only = search.loss_only || trial.loss_only;
    }
    if (search.first_why.empty()) search.first_why = trial.why;
    if (trial.verdict != Verdict::kProven) continue;
    Answer& answer = search.answer;
    take(plan.cut, *candidate->splitter, trial, search);
    answer.change = regrade.empty() ? plan.words
                                    : fmt::format("every connector of grade {}, those of the parts that stay as well{}", regrade,
                                                  plan.words.empty() ? "" : "; " + plan.words);
    answer.cost = plan.cost;
    answer.carries = plan.kept_ungraded.empty() ? Carries::kChange : Carries::kUnknown;
    for (const Purchase& one : plan.buy)
      answer.buy.push_back({one.part->words, one.part->description, one.part->plant_name, one.count, one.per, one.places});
    if (plan.kept_ungraded.empty()) return;
    answer.reason = "the grade of parts that stay is not stated, and of the grade assumed it loses too much";
    answer.ask = fmt::format("state the grade of {}: {} is enough", joined(plan.kept_ungraded, ", "), regrade);
    return;
  }
}

void SplitAnswerer::give_up(Search& search) const {
  Answer& answer = search.answer;
  if (search.unproven) {
    answer.carries = Carries::kUnknown;
    answer.reason = search.unproven->why;
    answer.ask = search.unproven->ask;
    answer.change = search.unproven_change;
    if (search.cut.breaks_out()) answer.split_port = search.unproven_port;
    return;
  }
  answer.carries = Carries::kNo;
  if (search.nearest) {
    answer.reason = search.nearest->why;
    answer.margin = search.nearest->margin;
  } else if (search.candidates.empty()) {
    answer.reason =
        search.cut.breaks_out()
            ? fmt::format("no transceiver that fits the split port is known to split into {} of it", parts_of(search.cut))
            : fmt::format("its lanes do not divide between {} links", parts_of(search.cut));
  } else {
    answer.reason = search.tried == 0 ? search.first_why
                                      : fmt::format("none of {} to its cords is proven; as it is: {}",
                                                    counted(search.tried, "change"), search.first_why);
  }
}

Answer SplitAnswerer::answer(const Cut& cut, const facts::Optic& application, const PartTraits& traits) {
  Search search{cut, application, {}, 1, {}, false, false, 0, {}, {}, {}, {}, {}, {}};
  const PartType& whole = shop_.optic(application);
  if (!whole.map_known && !cut.breaks_out()) {
    search.answer.reason = whole.map_unknown_because;
    search.answer.ask = fmt::format("the maker of the {} for the positions of its lanes", application.pmd);
    return search.answer;
  }
  const std::vector<const facts::Optic*> ports =
      cut.breaks_out() ? splitters(cut, view_.facts, application) : std::vector<const facts::Optic*>{&application};
  for (const facts::Optic* port : ports)
    if (std::optional<Cut> with = with_transceivers(cut, shop_.optic(*port), whole))
      search.candidates.push_back({port, std::move(*with)});
  if (cut.bundles.size() == 1) search.copies = std::max(application.receptacles, 1);
  as_it_is(search);
  if (!search.found) changes(traits, "", search);
  if (!search.found && search.loss_only) {
    PartTraits cleaner = traits;
    cleaner.grade = kCleanGrade;
    changes(cleaner, "", search);
    if (!search.found) changes(cleaner, kCleanGrade, search);
  }
  if (!search.found) give_up(search);
  if (search.answer.carries == Carries::kChange && !search.open_as_it_is.empty()) {
    search.answer.carries = Carries::kUnknown;
    search.answer.reason = search.open_as_it_is;
    search.answer.ask = "state it, and it may carry as it is; the change named is proven without";
  }
  return search.answer;
}

Answer better_of(Answer split, Answer whole) {
  if (proven(whole)) {
    if (split.carries == Carries::kNo) return whole;
    // As it is split it may well carry: whoever can state what is open saves the change.
    split.change = whole.change;
    split.ask = "state it, and it may carry as it is split; the change named is proven without";
    split.split_port.clear();
    return split;
  }
  if (split.carries == Carries::kUnknown) return split;
  if (whole.carries == Carries::kUnknown) return whole;
  if (!whole.takes_split) return whole;  // a conversion: what stands at its ends decides
  split.reason += fmt::format("; as one channel: {}", whole.reason);
  return split;
}

}  // namespace ferrule::check
