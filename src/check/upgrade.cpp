#include "check/upgrade.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <fmt/format.h>

#include "base/text.h"
#include "check/upgrade_answer.h"
#include "check/upgrade_kinds.h"
#include "check/upgrade_split.h"

namespace ferrule::check {
namespace {

// A reason without its figures: too long and too short are two reasons, 80 m and 90 m too long are one.
std::string kind_of(const std::string& reason) {
  std::string out;
  for (const char c : reason)
    if (c < '0' || c > '9') out += c;
  return out;
}

// Whether two answers would be printed alike.
bool same_answers(const std::vector<Answer>& a, const std::vector<Answer>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Answer& x, const Answer& y) {
    return x.carries == y.carries && x.change == y.change && x.grade_assumed == y.grade_assumed && x.takes_leg == y.takes_leg &&
           x.stranded == y.stranded && x.split_port == y.split_port && x.takes_split == y.takes_split &&
           kind_of(x.reason) == kind_of(y.reason);
  });
}

// The shortest and the longest that any of the members is, piece by piece.
std::vector<std::uint32_t> corner(const std::vector<Member>& members, std::size_t first, std::size_t end, bool longest) {
  std::vector<std::uint32_t> out = members[first].lengths;
  for (std::size_t i = first + 1; i < end; ++i)
    for (std::size_t piece = 0; piece < out.size(); ++piece)
      out[piece] = longest ? std::max(out[piece], members[i].lengths[piece]) : std::min(out[piece], members[i].lengths[piece]);
  return out;
}

bool shorter(const Member& a, const Member& b) { return std::tie(a.length_mm, a.lengths) < std::tie(b.length_mm, b.lengths); }

class Surveyor {
 public:
  Surveyor(const View& view, const std::vector<Verdict>& verdicts, Upgrade& out, const PartMaker& maker)
      : view_(view), verdicts_(verdicts), out_(out), answerer_(view, maker), cutter_(view) {}

  void survey() {
    LinkKinds links = kinds_of_links(view_, verdicts_, cutter_);
    together_ = std::move(links.together);
    for (AlikeMembers& kind : links.kinds) part_by_length(kind);
    LegKinds legs = kinds_of_legs(view_);
    for (AlikeMembers& kind : legs.kinds) part_by_length(kind);
    out_.not_counted = std::move(legs.not_counted);
    out_.not_counted_legs = legs.not_counted_legs;
    out_.trials = answerer_.trials();
    note_transceivers();
  }

 private:
  // Longer is never better, so where the shortest and the longest have the same answers, so have all between. Of links that split no
  // member need be the longest at every piece: then a channel is asked that is.
  void part_by_length(AlikeMembers& kind) {
    std::stable_sort(kind.members.begin(), kind.members.end(), shorter);
    answers_.clear();
    part(kind, 0, kind.members.size());
  }

  void part(const AlikeMembers& kind, std::size_t first, std::size_t end) {
    const std::vector<Member>& members = kind.members;
    const Member shortest = asked(kind, first, end, false), longest = asked(kind, first, end, true);
    const bool alike = !shorter(members[first], members[end - 1]);
    if (alike || same_answers(answers(kind, shortest), answers(kind, longest))) return add(kind, first, end);
    std::size_t middle = first + (end - first) / 2;
    // A border between lengths, never inside equal ones.
    while (middle > first && !shorter(members[middle - 1], members[middle])) --middle;
    if (middle == first) do
        ++middle;
      while (!shorter(members[middle - 1], members[middle]));
    part(kind, first, middle);
    part(kind, middle, end);
  }

  // The member to ask for all of them at their shortest or their longest.
  static Member asked(const AlikeMembers& kind, std::size_t first, std::size_t end, bool longest) {
    Member member = kind.members[longest ? end - 1 : first];
    if (kind.kind == KindOf::kSplit) member.lengths = corner(kind.members, first, end, longest);
    return member;
  }

  Chain chain_of(std::uint32_t id, KindOf kind, std::uint64_t& bundles) const {
    if (kind == KindOf::kLeg) return bundles = 1, permanent_link(view_.plant, id);
    const std::uint32_t first = view_.plant.links[id].first_bundle, end = view_.plant.links[id + 1].first_bundle;
    Chain chain;
    bundles = end - first;
    if (first == end) return chain.why_none = "its ends were not understood: run ferrule check", chain;
    chain = chain_of_bundle(view_.plant, first, kind == KindOf::kSplit && cutter_.turned(first));
    if (kind == KindOf::kSplit) return chain;
    if (!chain.why_none.empty() || !cutter_.splits(id)) return chain;
    const Cut cut = cutter_.cut(id);
    chain.why_none = cut.why_none.empty() ? kDisputed : cut.why_none;  // else it were no row
    return chain;
  }

  // The cut that a split link belongs to, as long as the member says.
  Cut cut_of(const Member& member) const {
    Cut cut = cutter_.cut(member.id);
    for (std::size_t node = 0; node < cut.nodes.size(); ++node) cut.nodes[node].length_mm = member.lengths[node];
    return cut;
  }

  // The ways that one fibre of each bundle of the cut goes, those of the same parts once at their longest, and once at their shortest.
  std::vector<Chain> chains_of(const Cut& cut) const {
    std::vector<std::pair<Chain, Chain>> kinds;  // longest, shortest
    for (const std::uint32_t link : cut.links)
      for (std::uint32_t b = view_.plant.links[link].first_bundle; b < view_.plant.links[link + 1].first_bundle; ++b) {
        Chain chain = chain_of_bundle(view_.plant, b, cutter_.turned(b));
        chain.take_lengths(cut);
        const auto known =
            std::find_if(kinds.begin(), kinds.end(), [&](const auto& kind) { return same_parts(kind.first, chain); });
        if (known == kinds.end()) {
          kinds.emplace_back(chain, chain);
          continue;
        }
        known->first.stretch(chain, true);
        known->second.stretch(chain, false);
      }
    std::vector<Chain> out;
    for (auto& [longest, shortest] : kinds) {
      const bool differ = longest.length_mm() != shortest.length_mm();
      out.push_back(std::move(longest));
      if (differ) out.push_back(std::move(shortest));
    }
    return out;
  }

  // What runs today: of links that take parts of ports, what runs at the ports that are whole.
  const facts::Optic* today_of(std::uint32_t link) const {
    const std::uint32_t first = view_.plant.links[link].first_bundle;
    if (first == view_.plant.links[link + 1].first_bundle) return nullptr;
    const plant::Bundle& bundle = view_.plant.bundles[first];
    const bool at_b =
        !view_.plant.lane_sets[bundle.a_set].whole && bundle.b_set != plant::kNone && view_.plant.lane_sets[bundle.b_set].whole;
    return view_.facts.optic(view_.plant.type_of(at_b ? bundle.b : bundle.a).application);
  }

  const std::vector<Answer>& answers(const AlikeMembers& alike, const Member& member) {
    const KindOf kind = alike.kind;
    const auto [at, fresh] = answers_.try_emplace({member.length_mm, member.lengths});
    if (!fresh) return at->second;
    std::uint64_t bundles = 1;
    const Cut cut = kind == KindOf::kSplit ? cut_of(member) : Cut();
    const std::vector<Chain> chains = kind == KindOf::kSplit ? chains_of(cut) : std::vector<Chain>();
    Chain chain = kind == KindOf::kSplit ? Chain() : chain_of(member.id, kind, bundles);
    if (alike.disputed) chain.why_none = kDisputed;
    const facts::Optic* today = kind == KindOf::kLeg ? nullptr : today_of(member.id);
    for (const facts::Optic* optic : out_.applications) {
      Answer answer = kind == KindOf::kSplit ? answerer_.answer(cut, chains, *optic) : answer_of_row(chain, *optic);
      if (optic == today && verdicts_[member.id] == Verdict::kProven && answer.carries != Carries::kYes) {
        answer = {};  // the plant itself was proven: nothing is to be tried
        answer.carries = Carries::kYes;
        answer.split_port = split_today(cut);
      }
      at->second.push_back(std::move(answer));
    }
    return at->second;
  }

  Answer answer_of_row(const Chain& chain, const facts::Optic& optic) {
    if (chain.why_none.empty()) return answerer_.answer(chain, optic);
    Answer answer;
    if (const std::optional<std::string> why = answerer_.never(chain, optic)) {
      answer.carries = Carries::kNo;
      answer.reason = *why;
      return answer;
    }
    answer.reason = chain.why_none;
    answer.ask = chain.why_none == kTapped ? "the maker of the tap for the applications that it is sold for"
                                           : "mend what ferrule check says of it, and ask again";
    return answer;
  }

  static std::string split_today(const Cut& cut) {
    for (const Cut::Port& port : cut.ports)
      if (port.split && cut.breaks_out()) return cut.part_of(port).application;
    return "";
  }

  void add(const AlikeMembers& kind, std::size_t first, std::size_t end) {
    UpgradeGroup group;
    const Member longest = asked(kind, first, end, true);
    group.permanent = kind.kind == KindOf::kLeg;
    group.count = end - first;
    group.shortest = length_of_member(kind, kind.members[first]);
    group.longest = length_of_member(kind, kind.members[end - 1]);
    group.answers = answers(kind, longest);
    const Chain chain = chain_of(longest.id, kind.kind, group.bundles);
    group.words = chain.words();
    group.fibre = fibre_of(chain);
    for (const Piece& piece : chain.fixed) {
      if (piece.part->kind != plant::Kind::kTrunk || !group.trunk.empty()) continue;
      group.trunk = piece.part->name;
      group.leg_fibres = piece.part->faces[piece.in].face.count();
      group.trunk_fibres = group.leg_fibres * static_cast<int>(piece.part->faces.size() / 2);
    }
    std::vector<std::uint32_t> ids;
    for (std::size_t i = first; i < end; ++i) {
      const Member& member = kind.members[i];
      ids.push_back(member.id);
      if (kind.kind == KindOf::kSplit) {
        add_together(together_[member.together], group);
        group.shortest = std::min(group.shortest, length_of_member(kind, member));
        group.longest = std::max(group.longest, length_of_member(kind, member));
      }
    }
    if (kind.kind == KindOf::kSplit) {
      const Cut cut = cut_of(longest);
      if (group.words.empty()) group.words = cut.words();
      if (group.fibre.empty()) group.fibre = fibre_of(cut);
      group.parts = parts_of(cut);
      group.split_today = split_today(cut);
    }
    std::sort(ids.begin(), ids.end());
    if (!group.permanent)
      if (const facts::Optic* today = today_of(ids.front())) group.today = today->pmd;
    for (const std::uint32_t id : ids) {
      if (group.names.size() < UpgradeGroup::kFewNames)
        group.names.push_back(group.permanent ? leg_name(id) : std::string(view_.plant.link_name(id)));
      if (group.permanent)
        group.legs.push_back(id);
      else if (kind.kind == KindOf::kRow)
        add_legs(id, group.legs);
    }
    join(std::move(group));
  }

  // Of a link that splits, its longest bundle.
  Length length_of_member(const AlikeMembers& kind, const Member& member) const {
    if (kind.kind != KindOf::kSplit) return Length{static_cast<std::int64_t>(member.length_mm)};
    Length longest;
    for (std::uint32_t b = view_.plant.links[member.id].first_bundle; b < view_.plant.links[member.id + 1].first_bundle; ++b)
      longest = std::max(longest, length_of(view_, b));
    return longest;
  }

  static std::vector<std::vector<std::uint32_t>*> counted_once(UpgradeGroup& group) {
    return {&group.legs, &group.split_ports, &group.whole_ports, &group.split_transceivers, &group.whole_transceivers};
  }

  // Links that hang together stand side by side: what they share is not written down for each.
  static void add_together(const LinkedTogether& shared, UpgradeGroup& group) {
    const std::vector<const std::vector<std::uint32_t>*> more = {&shared.legs, &shared.split_ports, &shared.whole_ports,
                                                                 &shared.split_transceivers, &shared.whole_transceivers};
    const std::vector<std::vector<std::uint32_t>*> all = counted_once(group);
    for (std::size_t i = 0; i < all.size(); ++i)
      if (all[i]->size() < more[i]->size() || !std::equal(more[i]->rbegin(), more[i]->rend(), all[i]->rbegin()))
        all[i]->insert(all[i]->end(), more[i]->begin(), more[i]->end());
  }

  std::string leg_name(std::uint32_t leg) const {
    const std::uint32_t asset = view_.plant.connectors[leg].asset;
    if (view_.plant.asset_type(asset).faces.size() <= 2) return view_.plant.asset_spelled(asset);
    return fmt::format("{}:{}", view_.plant.asset_spelled(asset), leg - view_.plant.asset_first[asset] + 1);
  }

  void add_legs(std::uint32_t link, std::vector<std::uint32_t>& legs) const {
    for (std::uint32_t b = view_.plant.links[link].first_bundle; b < view_.plant.links[link + 1].first_bundle; ++b)
      if (const std::uint32_t leg = chain_of_bundle(view_.plant, b).leg; leg != plant::kNone) legs.push_back(leg);
  }

  // Ports of one cassette are ways of their own, and have the same answers.
  void join(UpgradeGroup group) {
    const auto alike = std::find_if(out_.groups.begin(), out_.groups.end(), [&](const UpgradeGroup& other) {
      return other.permanent == group.permanent && other.words == group.words && other.today == group.today &&
             other.bundles == group.bundles && other.parts == group.parts && other.split_today == group.split_today &&
             same_answers(other.answers, group.answers);
    });
    for (std::vector<std::uint32_t>* list : counted_once(group)) tidy(*list);
    if (alike == out_.groups.end()) {
      out_.groups.push_back(std::move(group));
      return;
    }
    alike->count += group.count;
    alike->shortest = std::min(alike->shortest, group.shortest);
    if (group.longest > alike->longest) {
      alike->longest = group.longest;
      alike->answers = std::move(group.answers);
    }
    for (std::string& name : group.names)
      if (alike->names.size() < UpgradeGroup::kFewNames) alike->names.push_back(std::move(name));
    add_together({group.split_ports, group.whole_ports, group.legs, group.split_transceivers, group.whole_transceivers}, *alike);
    for (std::vector<std::uint32_t>* list : counted_once(*alike)) tidy(*list);
  }

  static void tidy(std::vector<std::uint32_t>& legs) {
    std::sort(legs.begin(), legs.end());
    legs.erase(std::unique(legs.begin(), legs.end()), legs.end());
  }

  void note_transceivers() {
    std::set<std::string> names;
    for (const UpgradeGroup& group : out_.groups)
      for (const Answer& answer : group.answers)
        if (!answer.split_port.empty()) names.insert(answer.split_port);
    for (const std::string& name : names)
      if (const facts::Optic* optic = view_.facts.optic(name)) out_.transceivers.push_back(optic);
  }

  const View& view_;
  const std::vector<Verdict>& verdicts_;
  Upgrade& out_;
  Answerer answerer_;
  const Cutter cutter_;
  std::vector<LinkedTogether> together_;
  std::map<std::pair<std::uint64_t, std::vector<std::uint32_t>>, std::vector<Answer>> answers_;  // of the kind at hand, by length
};

}  // namespace

std::string_view spell(Per per) {
  switch (per) {
    case Per::kLeg: return "leg";
    case Per::kSplitPort: return "split port";
    case Per::kChannel: break;
  }
  return "channel";
}

std::string_view spell(Carries carries) {
  switch (carries) {
    case Carries::kYes: return "yes";
    case Carries::kChange: return "change";
    case Carries::kNo: return "no";
    case Carries::kUnknown: break;
  }
  return "unknown";
}

Upgrade upgrade(const View& view, const std::vector<Verdict>& verdicts, std::vector<const facts::Optic*> applications,
                const PartMaker& maker) {
  Upgrade out;
  out.applications = std::move(applications);
  Surveyor(view, verdicts, out, maker).survey();
  return out;
}

}  // namespace ferrule::check
