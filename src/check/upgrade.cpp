#include "check/upgrade.h"

#include <algorithm>
#include <map>
#include <fmt/format.h>

#include "base/text.h"
#include "check/upgrade_answer.h"

namespace ferrule::check {
namespace {

constexpr std::size_t kFewReasons = 5;

// One channel or leg: the thing itself, and its length.
struct Member {
  std::uint32_t length_mm = 0, id = 0;  // link, or connector of the leg
};

// Members whose light goes alike, over whatever lengths.
struct AlikeMembers {
  std::vector<Member> members;
};

bool same_pieces(const Chain& a, const Chain& b) {
  const auto same = [](const Piece& x, const Piece& y) {
    return x.part == y.part && x.in == y.in && x.out == y.out && x.joint == y.joint;
  };
  const std::vector<Piece> one = a.pieces(), other = b.pieces();
  return one.size() == other.size() && std::equal(one.begin(), one.end(), other.begin(), same);
}

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
           x.stranded == y.stranded && kind_of(x.reason) == kind_of(y.reason);
  });
}

class Surveyor {
 public:
  Surveyor(const View& view, const std::vector<Verdict>& verdicts, Upgrade& out, const PartMaker& maker)
      : view_(view), verdicts_(verdicts), out_(out), answerer_(view, maker) {}

  void survey() {
    survey_links();
    survey_legs();
    out_.trials = answerer_.trials();
  }

 private:
  // Links by their ways; a hall of a million links has a few dozen.
  void survey_links() {
    std::map<std::vector<std::uint32_t>, std::size_t> known;
    std::vector<AlikeMembers> kinds;
    for (std::uint32_t link = 0; link < view_.plant.link_count(); ++link) {
      std::vector<std::uint32_t> key;
      std::uint32_t longest = 0;
      for (std::uint32_t b = view_.plant.links[link].first_bundle; b < view_.plant.links[link + 1].first_bundle; ++b) {
        key.push_back(view_.proof.way_of_bundle[b]);
        longest = std::max(longest, static_cast<std::uint32_t>(length_of(view_, b).millimetre));
      }
      key.push_back(static_cast<std::uint32_t>(verdicts_[link]));
      const auto [at, fresh] = known.emplace(std::move(key), kinds.size());
      if (fresh) kinds.emplace_back();
      kinds[at->second].members.push_back({longest, link});
    }
    for (AlikeMembers& kind : kinds) part_by_length(kind, false);
  }

  void survey_legs() {
    std::map<std::string, std::size_t> known;
    std::vector<AlikeMembers> kinds;
    for (const std::uint32_t leg : trunk_legs(view_.plant)) {
      const Chain chain = permanent_link(view_.plant, leg);
      if (!chain.why_none.empty()) {
        if (out_.not_counted.size() < kFewReasons) out_.not_counted.push_back(view_.plant.spelled(leg) + ": " + chain.why_none);
        ++out_.not_counted_legs;
        continue;
      }
      std::string key = fmt::format("{}|{}", static_cast<int>(chain.near_joint), static_cast<int>(chain.far_joint));
      for (const Piece& piece : chain.fixed)
        key += fmt::format("|{},{},{},{}", static_cast<const void*>(piece.part), leg_face(piece, piece.in),
                           leg_face(piece, piece.out), static_cast<int>(piece.joint));
      const auto [at, fresh] = known.emplace(std::move(key), kinds.size());
      if (fresh) kinds.emplace_back();
      kinds[at->second].members.push_back({chain.length_mm(), leg});
    }
    for (AlikeMembers& kind : kinds) part_by_length(kind, true);
  }

  // Legs of one trunk are alike: which of them does not matter.
  static int leg_face(const Piece& piece, std::uint16_t face) {
    if (piece.part->kind != plant::Kind::kTrunk) return face;
    return face < piece.part->faces.size() / 2 ? 0 : 1;
  }

  // Longer is never better, so where the shortest and the longest have the same answers, so have all between.
  void part_by_length(AlikeMembers& kind, bool permanent) {
    std::stable_sort(kind.members.begin(), kind.members.end(),
                     [](const Member& a, const Member& b) { return a.length_mm < b.length_mm; });
    answers_.clear();
    part(kind.members, 0, kind.members.size(), permanent);
  }

  void part(const std::vector<Member>& members, std::size_t first, std::size_t end, bool permanent) {
    const std::vector<Answer>& shortest = answers(members[first], permanent);
    const std::vector<Answer>& longest = answers(members[end - 1], permanent);
    if (members[first].length_mm == members[end - 1].length_mm || same_answers(shortest, longest))
      return add(members, first, end, permanent);
    std::size_t middle = first + (end - first) / 2;
    // A border between lengths, never inside equal ones.
    while (middle > first && members[middle - 1].length_mm == members[middle].length_mm) --middle;
    if (middle == first)
      while (members[middle].length_mm == members[first].length_mm) ++middle;
    part(members, first, middle, permanent);
    part(members, middle, end, permanent);
  }

  Chain chain_of(std::uint32_t id, bool permanent, std::uint64_t& bundles) const {
    if (permanent) return bundles = 1, permanent_link(view_.plant, id);
    const std::uint32_t first = view_.plant.links[id].first_bundle, end = view_.plant.links[id + 1].first_bundle;
    Chain chain;
    bundles = end - first;
    if (first == end) return chain.why_none = "its ends were not understood: run ferrule check", chain;
    chain = chain_of_bundle(view_.plant, first);
    for (std::uint32_t bundle = first; bundle < end && chain.why_none.empty(); ++bundle) {
      const plant::Bundle& asked = view_.plant.bundles[bundle];
      const Way& way = view_.proof.ways[view_.proof.way_of_bundle[bundle]];
      if (!view_.plant.lane_sets[asked.a_set].whole || (asked.b != plant::kNone && !view_.plant.lane_sets[asked.b_set].whole))
        chain.why_none = "it is one part of a breakout: its two ends run different rates";
      else if (std::count_if(way.leaves.begin(), way.leaves.end(), [](const WayLeaf& leaf) { return leaf.counts; }) > 1)
        chain.why_none = "its fibres part on the way";
      else if (bundle > first && !same_pieces(chain, chain_of_bundle(view_.plant, bundle)))
        chain.why_none = "its receptacles go different ways";
    }
    return chain;
  }

  const facts::Optic* today_of(std::uint32_t link) const {
    const std::uint32_t first = view_.plant.links[link].first_bundle;
    if (first == view_.plant.links[link + 1].first_bundle) return nullptr;
    return view_.facts.optic(view_.plant.type_of(view_.plant.bundles[first].a).application);
  }

  const std::vector<Answer>& answers(const Member& member, bool permanent) {
    const auto [at, fresh] = answers_.try_emplace(member.length_mm);
    if (!fresh) return at->second;
    std::uint64_t bundles = 1;
    const Chain chain = chain_of(member.id, permanent, bundles);
    const facts::Optic* today = permanent ? nullptr : today_of(member.id);
    for (const facts::Optic* optic : out_.applications) {
      Answer answer;
      if (optic == today && verdicts_[member.id] == Verdict::kProven) {
        answer.carries = Carries::kYes;  // the plant itself was proven: nothing is to be tried
        if (chain.why_none.empty()) answer = answerer_.answer(chain, *optic);
        if (answer.carries != Carries::kYes) {
          answer = {};
          answer.carries = Carries::kYes;
        }
      } else if (const std::optional<std::string> why = chain.why_none.empty() ? std::nullopt : answerer_.never(chain, *optic)) {
        answer.carries = Carries::kNo;
        answer.reason = *why;
      } else if (!chain.why_none.empty()) {
        answer.reason = chain.why_none;
        answer.ask = "it was not tried";
      } else {
        answer = answerer_.answer(chain, *optic);
      }
      at->second.push_back(std::move(answer));
    }
    return at->second;
  }

  void add(const std::vector<Member>& members, std::size_t first, std::size_t end, bool permanent) {
    UpgradeGroup group;
    group.permanent = permanent;
    group.count = end - first;
    group.shortest = Length{members[first].length_mm};
    group.longest = Length{members[end - 1].length_mm};
    group.answers = answers(members[end - 1], permanent);
    const Chain chain = chain_of(members[end - 1].id, permanent, group.bundles);
    group.words = chain.words();
    group.fibre = fibre_of(chain);
    for (const Piece& piece : chain.fixed) {
      if (piece.part->kind != plant::Kind::kTrunk || !group.trunk.empty()) continue;
      group.trunk = piece.part->name;
      group.leg_fibres = piece.part->faces[piece.in].face.count();
      group.trunk_fibres = group.leg_fibres * static_cast<int>(piece.part->faces.size() / 2);
    }
    std::vector<std::uint32_t> ids;
    for (std::size_t i = first; i < end; ++i) ids.push_back(members[i].id);
    std::sort(ids.begin(), ids.end());
    if (!permanent)
      if (const facts::Optic* today = today_of(ids.front())) group.today = today->pmd;
    for (const std::uint32_t id : ids) {
      if (group.names.size() < UpgradeGroup::kFewNames)
        group.names.push_back(permanent ? leg_name(id) : std::string(view_.plant.link_name(id)));
      if (permanent)
        group.legs.push_back(id);
      else
        add_legs(id, group.legs);
    }
    join(std::move(group));
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
             other.bundles == group.bundles && same_answers(other.answers, group.answers);
    });
    if (alike == out_.groups.end()) {
      tidy(group.legs);
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
    alike->legs.insert(alike->legs.end(), group.legs.begin(), group.legs.end());
    tidy(alike->legs);
  }

  static void tidy(std::vector<std::uint32_t>& legs) {
    std::sort(legs.begin(), legs.end());
    legs.erase(std::unique(legs.begin(), legs.end()), legs.end());
  }

  const View& view_;
  const std::vector<Verdict>& verdicts_;
  Upgrade& out_;
  Answerer answerer_;
  std::map<std::uint32_t, std::vector<Answer>> answers_;  // of the kind at hand, by length
};

}  // namespace

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
