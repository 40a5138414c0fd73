#include "check/upgrade_answer.h"

#include <algorithm>
#include <set>
#include <fmt/format.h>

#include "base/text.h"
#include "check/channel.h"
#include "check/upgrade_middle.h"
#include "check/upgrade_split_answer.h"

namespace ferrule::check {

using plant::Kind;
using plant::PartType;

namespace {

constexpr std::size_t kMostChanges =
    120;  // in one round, of one channel and application: past these it is said that no more were tried
constexpr const char* kCleaner = "low-loss";

// Fibres that one receptacle of the transceiver lights.
int lit_of(const PartType& optic) {
  std::set<int> positions;
  for (const plant::Lane& lane : optic.lanes)
    if (lane.face == 0) positions.insert(lane.position);
  return static_cast<int>(positions.size());
}

const Piece* trunk_of(const Chain& chain) {
  for (const Piece& piece : chain.fixed)
    if (piece.part->kind == Kind::kTrunk) return &piece;
  return nullptr;
}

// How many channels of two fibres one leg can take: as many as the cassette or the harness parts it into.
int ports_of_leg(const Row& row) {
  int fewest = 0;
  for (const Piece& piece : row.pieces) {
    if (piece.part->kind != Kind::kCassette && piece.part->kind != Kind::kBreakout) continue;
    int fibres = 0;
    std::set<std::uint16_t> rears;
    for (std::size_t face = 0; face < piece.part->faces.size(); ++face) {
      if (piece.part->faces[face].face.size() <= 2) continue;
      rears.insert(static_cast<std::uint16_t>(face));
      for (std::size_t position = 0; position < static_cast<std::size_t>(piece.part->faces[face].face.size()); ++position)
        if (piece.part->far_of(face, position).known()) ++fibres;
    }
    if (rears.empty()) continue;
    const int ports = fibres / 2 / static_cast<int>(rears.size());
    fewest = fewest == 0 ? ports : std::min(fewest, ports);
  }
  return std::max(fewest, 1);
}

std::string limit_words(const Margin& margin) {
  return margin.loss && margin.limit ? fmt::format("{} of {}", spell(*margin.loss), spell(*margin.limit)) : std::string();
}

std::string mode_words(std::string_view mode) { return mode == "SM" ? "single-mode" : "multimode"; }

}  // namespace

std::string fibre_of(const Chain& chain) {
  std::string known;
  for (const std::vector<Piece>& pieces : {chain.fixed, chain.pieces()}) {
    for (const Piece& piece : pieces)
      if (piece.part->kind == Kind::kTrunk && !piece.part->fibre.empty()) return piece.part->fibre;
    for (const Piece& piece : pieces)
      if (known.empty()) known = piece.part->fibre;
  }
  return known;
}

std::string fibre_of(const Cut& cut) {
  std::string known;
  for (const Cut::Node& node : cut.nodes) {
    if (node.part->kind == Kind::kTrunk && !node.part->fibre.empty()) return node.part->fibre;
    if (known.empty() && node.part->kind != Kind::kTransceiver) known = node.part->fibre;
  }
  return known;
}

struct Answerer::Search {
  const Chain& chain;
  const facts::Optic& optic;
  const PartType& transceiver;
  PartTraits traits;
  Answer answer;
  std::size_t tried = 0;
  bool found = false, too_many = false;
  std::optional<Trial> nearest;   // arrives, and something of loss, reach or fibre is against it
  std::optional<Trial> unproven;  // rests on something unknown
  std::string unproven_change;
  std::string first_why;  // why the first of them does not arrive
  std::string as_is_ask;  // the channel as it is rests on something unknown: what would settle it
  bool loss_only = false;
  std::set<std::string> no_better = {};  // rows but for their crossings that arrive, and are not proven for another reason
};

void Answerer::take(const Plan& plan, const Trial& trial, Search& search) {
  Answer& answer = search.answer;
  answer.change = plan.words;
  answer.cost = plan.cost;
  answer.margin = trial.margin;
  answer.grade_assumed = trial.grade_assumed;
  answer.takes_leg = plan.new_ends && trunk_of(search.chain) != nullptr;
  answer.buy.clear();
  for (const Purchase& one : plan.buy)
    answer.buy.push_back({one.part->words, one.part->description, one.part->plant_name, one.count, one.per, one.places});
  answer.carries = search.chain.permanent && plan.cost <= 4 && !plan.new_ends ? Carries::kYes : Carries::kChange;
  const Piece* const trunk = trunk_of(search.chain);
  if (trunk == nullptr) return;
  const int fibres = trunk->part->faces[trunk->in].face.count();
  const int lit = lit_of(search.transceiver);
  const bool whole_leg = plan.new_ends || search.chain.permanent;
  answer.per_leg = lit > 2 ? 1 : whole_leg ? proven_ports(plan, search) : ports_of_leg(plan.row);
  answer.lit = std::min(fibres, answer.per_leg * lit);
  answer.stranded = fibres - answer.lit;
}

// Of the ports that the leg is parted into at its near end, those over which the channel is proven as well; the one that was set up
// is one of them.
int Answerer::proven_ports(const Plan& plan, const Search& search) {
  const int most = ports_of_leg(plan.row);
  const auto fan = std::find_if(plan.row.pieces.begin(), plan.row.pieces.end(), [](const Piece& piece) {
    return (piece.part->kind == Kind::kCassette || piece.part->kind == Kind::kBreakout) &&
           piece.part->faces[piece.in].face.size() <= 2;
  });
  if (most < 2 || fan == plan.row.pieces.end()) return most;
  Row row = plan.row;
  for (Piece& piece : row.pieces)
    if (piece.part->kind == Kind::kCassette || piece.part->kind == Kind::kBreakout)
      if (piece.part->faces[piece.in].face.size() > 2) piece.out = Piece::kWhereLightLeaves;
  Piece& entered = row.pieces[static_cast<std::size_t>(fan - plan.row.pieces.begin())];
  int proven = 0;
  for (std::uint16_t face = 0; face < entered.part->faces.size(); ++face) {
    if (entered.part->faces[face].face.size() > 2) continue;
    entered.in = face;
    if (face == fan->in ||
        bench_.judge(search.transceiver, search.transceiver, row, search.answer.copies).verdict == Verdict::kProven)
      ++proven;
  }
  return std::min(proven, most);
}

// The channel with the new transceivers and nothing else. True when that settles it.
bool Answerer::as_it_is(Search& search) {
  if (search.chain.permanent) return false;
  Plan plan;
  plan.row = row_of(search.chain);
  const Trial trial = bench_.judge(search.transceiver, search.transceiver, plan.row, search.answer.copies);
  if (trial.verdict == Verdict::kProven) {
    take(plan, trial, search);
    search.answer.carries = Carries::kYes;
    search.found = true;
    return true;
  }
  if (trial.verdict == Verdict::kUnproven) {
    search.unproven = trial;
    search.as_is_ask = trial.why;
  } else if (trial.arrives) {
    search.nearest = trial;
    search.loss_only = trial.loss_only;
  }
  return false;
}

// What no cord, panel or trunk of the same fibre mends. The same rows that the judge reads, asked before a hundred trials are made.
std::optional<std::string> Answerer::never(const Search& search) const {
  const facts::Fibre* fibre = view_.facts.fibre(search.traits.fibre);
  if (fibre == nullptr) return std::nullopt;
  if (fibre->mode != search.optic.mode)
    return fmt::format("{} glass ({}), and it needs {}", mode_words(fibre->mode), fibre->name, mode_words(search.optic.mode));
  const facts::Reach* reach = reach_over(view_.facts, search.optic, fibre->name);
  if (reach == nullptr || !reach->longest) return std::nullopt;
  std::uint32_t fixed = 0;
  for (const Piece& piece : search.chain.fixed) fixed += piece.length_mm;
  if (search.chain.fixed.empty()) fixed = search.chain.length_mm();
  if (fixed <= reach->longest->millimetre) return std::nullopt;
  return fmt::format("{} of {}, and it reaches {}", spell(Length{fixed}), fibre->name, spell(*reach->longest));
}

bool Answerer::try_plans(const std::vector<Plan>& plans, Search& search) {
  std::size_t tried = 0;
  for (const Plan& plan : plans) {
    search.too_many = search.too_many || tried == kMostChanges;
    if (tried == kMostChanges) return false;
    const std::string build = but_for_crossings(plan.row);
    if (search.no_better.contains(build)) continue;
    ++tried;
    ++search.tried;
    const Trial trial = bench_.judge(search.transceiver, search.transceiver, plan.row, search.answer.copies);
    if (trial.verdict == Verdict::kProven) {
      if (plan.kept_ungraded.empty()) {
        take(plan, trial, search);
        return search.found = true;
      }
      // It would do if parts that are there are of a grade that nobody stated.
      take(plan, trial, search);
      search.answer.carries = Carries::kUnknown;
      search.answer.reason = "the grade of parts that stay is not stated, and of the grade assumed it loses too much";
      search.answer.ask = fmt::format("state the grade of {}: {} is enough ({})", joined(plan.kept_ungraded, ", "), kCleaner,
                                      limit_words(trial.margin));
      return search.found = true;
    }
    if (trial.verdict == Verdict::kUnproven || trial.arrives) search.no_better.insert(build);
    if (trial.verdict == Verdict::kUnproven) {
      if (!search.unproven || search.unproven_change.empty()) {
        search.unproven = trial;
        search.unproven_change = plan.words;
      }
      continue;
    }
    if (search.first_why.empty()) search.first_why = trial.why;
    if (!trial.arrives) continue;
    search.nearest = trial;
    search.loss_only = search.loss_only || trial.loss_only;
  }
  return false;
}

// Changes that leave in place what else runs over the leg, then the others. Where loss alone is against a channel, cleaner cords come
// before cassettes have to go.
bool Answerer::try_changes(Search& search) {
  const auto spares_others = [](const Plan& plan) { return !plan.new_ends; };
  std::vector<Plan> all = plans(search.chain, search.transceiver, shop_, search.traits, "");
  const auto rest = std::stable_partition(all.begin(), all.end(), spares_others);
  if (try_plans({all.begin(), rest}, search)) return true;
  if (search.loss_only) {
    std::vector<Plan> cleaner = plans(search.chain, search.transceiver, shop_, cleaner_traits(search), "");
    cleaner.erase(std::stable_partition(cleaner.begin(), cleaner.end(), spares_others), cleaner.end());
    if (try_plans(cleaner, search)) return true;
  }
  return try_plans({rest, all.end()}, search);
}

PartTraits Answerer::cleaner_traits(const Search& search) {
  PartTraits cleaner = search.traits;
  cleaner.grade = kCleaner;
  return cleaner;
}

// Loss is all that is against it: connectors of a cleaner grade, first of what is bought, then of everything.
void Answerer::try_grades(Search& search) {
  const PartTraits cleaner = cleaner_traits(search);
  if (try_plans(plans(search.chain, search.transceiver, shop_, cleaner, ""), search)) return;
  std::vector<Plan> all = plans(search.chain, search.transceiver, shop_, cleaner, kCleaner);
  for (Plan& plan : all) {
    plan.words = fmt::format("every connector of grade {}, those of the parts that stay as well{}", kCleaner,
                             plan.words.empty() ? "" : "; " + plan.words);
    plan.cost += 8;
  }
  try_plans(all, search);
}

// Nothing that was tried is proven: unknown when something rests on an unknown, else the reason of the one that came nearest.
void Answerer::give_up(Search& search) const {
  Answer& answer = search.answer;
  if (search.unproven) {
    answer.carries = Carries::kUnknown;
    answer.reason = search.unproven->why;
    answer.ask = search.unproven->ask;
    answer.change = search.unproven_change;
    return;
  }
  answer.carries = Carries::kNo;
  if (search.nearest) {
    answer.reason = search.nearest->why;
    if (search.nearest->each_at_most)
      answer.reason += fmt::format("; {} of at most {} each would do", counted(search.nearest->connections, "connection"),
                                   spell(*search.nearest->each_at_most));
    answer.margin = search.nearest->margin;
    return;
  }
  const Chain& chain = search.chain;
  if (search.too_many) {
    answer.carries = Carries::kUnknown;
    answer.reason = fmt::format("more than {} changes would have to be tried", kMostChanges);
    answer.ask = "name the cords that may change in the plant, and ask again";
    return;
  }
  const Piece* const trunk = trunk_of(chain);
  const spec::Face& asked = search.transceiver.faces.front().face;
  if (trunk != nullptr && asked.size() > trunk->part->faces[trunk->in].face.size())
    answer.reason =
        fmt::format("its transceiver has {}, the trunk {}", asked.connector, trunk->part->faces[trunk->in].face.connector);
  else if (const std::string narrow = too_narrow_middle(chain, search.transceiver); search.tried == 0 && !narrow.empty())
    answer.reason = fmt::format("its {} fibres do not pass {} in the middle, and nothing that is known could stand there",
                                lit_of(search.transceiver), narrow);
  else if (search.tried == 0)
    answer.reason = fmt::format("nothing in the tables joins {} to what it ends in", asked.connector);
  else
    answer.reason = fmt::format("none of {} tried is proven; the first: {}", counted(search.tried, "change"), search.first_why);
}

Answerer::Search Answerer::search_for(const Chain& chain, const facts::Optic& optic) {
  return {chain, optic, shop_.optic(optic), {fibre_of(chain), view_.settings.policy.grade}, {}, 0, false, false, {}, {}, {}, {},
          {},    false};
}

std::optional<std::string> Answerer::never(const Chain& chain, const facts::Optic& optic) {
  return never(search_for(chain, optic));
}

Answer Answerer::answer(const Chain& chain, const facts::Optic& optic) {
  Search search = search_for(chain, optic);
  search.answer.copies = std::max(optic.receptacles, 1);
  if (!search.transceiver.map_known) {
    search.answer.reason = search.transceiver.map_unknown_because;
    search.answer.ask = fmt::format("the maker of the {} for the positions of its lanes", optic.pmd);
    if (const std::optional<std::string> why = never(search)) {
      search.answer.carries = Carries::kNo;
      search.answer.reason = *why;
      search.answer.ask.clear();
    }
    return search.answer;
  }
  if (as_it_is(search)) return search.answer;
  if (const std::optional<std::string> why = never(search); why && !search.unproven) {
    search.answer.carries = Carries::kNo;
    search.answer.reason = *why;
    return search.answer;
  }
  const bool only_loss = search.loss_only;
  if (!try_changes(search)) {
    if (search.loss_only || only_loss) try_grades(search);
    if (!search.found && !search.nearest && !search.unproven) {
      try_plans(trunk_plans(chain, search.transceiver, shop_, search.traits), search);
    }
  }
  if (!search.found) give_up(search);
  // As it is, it may well carry: whoever can state what is open saves the change.
  if (search.found && search.answer.carries == Carries::kChange && !search.as_is_ask.empty()) {
    search.answer.carries = Carries::kUnknown;
    search.answer.reason = search.as_is_ask;
    search.answer.ask = "state it, and it may carry as it is; the change named is proven without";
  }
  return search.answer;
}

// What holds of the glass, and of the shortest of the ways.
std::optional<std::string> Answerer::never(const Cut& cut, const std::vector<Chain>& chains, const facts::Optic& optic) {
  const auto fixed = [](const Chain& chain) {
    std::uint32_t sum = 0;
    for (const Piece& piece : chain.fixed) sum += piece.length_mm;
    return chain.fixed.empty() ? chain.length_mm() : sum;
  };
  const auto least =
      std::min_element(chains.begin(), chains.end(), [&](const Chain& a, const Chain& b) { return fixed(a) < fixed(b); });
  const Chain none;
  Search search = search_for(least == chains.end() ? none : *least, optic);
  search.traits.fibre = fibre_of(cut);
  return never(search);
}

// One channel in place of the split, over every way that its links go now.
Answer Answerer::answer_whole(const std::vector<Chain>& chains, const facts::Optic& optic) {
  Answer worst;
  for (std::size_t i = 0; i < chains.size(); ++i) {
    Answer one = answer(chains[i], optic);
    const bool both_proven = one.carries <= Carries::kChange && worst.carries <= Carries::kChange;
    if (i > 0 && both_proven && one.change != worst.change) {
      Answer differ;
      differ.reason = fmt::format("its legs need different changes: {}; or {}", worst.change, one.change);
      differ.ask = "name the legs in the plant as trunks between panels, and see their permanent links";
      return differ;
    }
    if (i == 0 || one.carries > worst.carries) worst = std::move(one);
  }
  return worst;
}

// As it is split, the ports with other transceivers; else with the split ended, one channel over what lies there.
Answer Answerer::answer(const Cut& cut, const std::vector<Chain>& chains, const facts::Optic& optic) {
  if (const std::optional<std::string> why = never(cut, chains, optic)) {
    Answer answer;
    answer.carries = Carries::kNo;
    answer.reason = *why;
    return answer;
  }
  Answer split = SplitAnswerer(view_, shop_, bench_).answer(cut, optic, {fibre_of(cut), view_.settings.policy.grade});
  if (split.carries == Carries::kYes || split.carries == Carries::kChange) return split;
  // Of a mesh no two ports are one channel; one of several ways of a link is not the link; and where light gets lost nobody knows the way.
  const bool one_channel = cut.breaks_out() || cut.bundles.size() == 1;
  const bool ways_known =
      !chains.empty() && std::all_of(chains.begin(), chains.end(), [](const Chain& chain) { return chain.why_none.empty(); });
  if (one_channel && !ways_known && split.carries == Carries::kNo) {
    split.carries = Carries::kUnknown;
    split.reason += "; where its light goes now is not known, so the split was not ended";
    split.ask = "state the maps that ferrule check asks for, or mend what it finds";
  }
  if (!one_channel || !ways_known) return split;
  Answer whole = answer_whole(chains, optic);
  whole.takes_split = cut.breaks_out();
  if (whole.takes_split && whole.carries == Carries::kYes) {  // the parts stay, and the other links go all the same
    whole.carries = Carries::kChange;
    whole.change = "nothing but the other links of the split port";
  }
  return better_of(std::move(split), std::move(whole));
}

}  // namespace ferrule::check
