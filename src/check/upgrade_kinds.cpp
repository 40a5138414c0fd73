#include "check/upgrade_kinds.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <fmt/format.h>

#include "check/budget.h"
#include "check/subjects.h"

namespace ferrule::check {
namespace {

constexpr std::size_t kFewReasons = 5;

// Legs of one trunk are alike: which of them does not matter.
int leg_face(const Piece& piece, std::uint16_t face) {
  if (piece.part->kind != plant::Kind::kTrunk) return face;
  return face < piece.part->faces.size() / 2 ? 0 : 1;
}

// Kinds by key, in the order in which they are met.
class KindTable {
 public:
  explicit KindTable(std::vector<AlikeMembers>& kinds) : kinds_(kinds) {}
  AlikeMembers& of(std::string key, KindOf kind) {
    const auto [at, fresh] = known_.emplace(std::move(key), kinds_.size());
    if (fresh) kinds_.push_back({kind, {}, false});
    return kinds_[at->second];
  }

 private:
  std::vector<AlikeMembers>& kinds_;
  std::map<std::string, std::size_t> known_;
};

class LinkSorter {
 public:
  LinkSorter(const View& view, const std::vector<Verdict>& verdicts, const Cutter& cutter)
      : view_(view),
        verdicts_(verdicts),
        cutter_(cutter),
        table_(out_.kinds),
        told_(view.plant.link_count()),
        disputed_(links_in_dispute(view.plant)) {}

  LinkKinds sort() {
    for (std::uint32_t link = 0; link < view_.plant.link_count(); ++link) {
      if (told_[link]) continue;
      const bool disputed = std::binary_search(disputed_.begin(), disputed_.end(), link);
      if (disputed || !cutter_.splits(link) || !add_split(link)) add_row(link, disputed);
    }
    return std::move(out_);
  }

 private:
  void add_row(std::uint32_t link, bool disputed) {
    std::string key = fmt::format("{}{}", disputed ? "disputed " : "", static_cast<int>(verdicts_[link]));
    std::uint32_t longest = 0;
    for (std::uint32_t b = view_.plant.links[link].first_bundle; b < view_.plant.links[link + 1].first_bundle; ++b) {
      key += fmt::format(" {}", view_.proof.way_of_bundle[b]);
      longest = std::max(longest, static_cast<std::uint32_t>(length_of(view_, b).millimetre));
    }
    AlikeMembers& kind = table_.of(std::move(key), KindOf::kRow);
    kind.disputed = disputed;
    kind.members.push_back({longest, link, {}, 0});
  }

  // False when it cannot be cut out: then it is a row, which says why it is none.
  bool add_split(std::uint32_t link) {
    const Cut cut = cutter_.cut(link);
    const auto in_dispute = [&](std::uint32_t one) { return std::binary_search(disputed_.begin(), disputed_.end(), one); };
    if (!cut.why_none.empty() || std::any_of(cut.links.begin(), cut.links.end(), in_dispute)) return false;
    std::string key = "split " + cut.kind();
    for (const std::uint32_t one : cut.links) key += fmt::format("{},", static_cast<int>(verdicts_[one]));
    const auto together = static_cast<std::uint32_t>(out_.together.size());
    LinkedTogether shared;
    shared.legs = cut.legs;
    for (const Cut::Port& port : cut.ports) {
      (port.split ? shared.split_ports : shared.whole_ports).push_back(port.connector);
      (port.split ? shared.split_transceivers : shared.whole_transceivers)
          .push_back(view_.plant.connectors[port.connector].asset);
    }
    out_.together.push_back(std::move(shared));
    const std::vector<std::uint32_t> lengths = cut.lengths();
    AlikeMembers& kind = table_.of(std::move(key), KindOf::kSplit);
    for (const std::uint32_t one : cut.links) {
      told_[one] = true;
      kind.members.push_back({std::accumulate(lengths.begin(), lengths.end(), std::uint64_t{0}), one, lengths, together});
    }
    return true;
  }

  const View& view_;
  const std::vector<Verdict>& verdicts_;
  const Cutter& cutter_;
  LinkKinds out_;
  KindTable table_;
  std::vector<bool> told_;                     // together with another
  const std::vector<std::uint32_t> disputed_;  // links, ascending
};

}  // namespace

LinkKinds kinds_of_links(const View& view, const std::vector<Verdict>& verdicts, const Cutter& cutter) {
  return LinkSorter(view, verdicts, cutter).sort();
}

LegKinds kinds_of_legs(const View& view) {
  LegKinds out;
  KindTable table(out.kinds);
  for (const std::uint32_t leg : trunk_legs(view.plant)) {
    const Chain chain = permanent_link(view.plant, leg);
    if (!chain.why_none.empty()) {
      if (out.not_counted.size() < kFewReasons) out.not_counted.push_back(view.plant.spelled(leg) + ": " + chain.why_none);
      ++out.not_counted_legs;
      continue;
    }
    std::string key = fmt::format("{}|{}", static_cast<int>(chain.near_joint), static_cast<int>(chain.far_joint));
    for (const Piece& piece : chain.fixed)
      key += fmt::format("|{},{},{},{}", static_cast<const void*>(piece.part), leg_face(piece, piece.in),
                         leg_face(piece, piece.out), static_cast<int>(piece.joint));
    table.of(std::move(key), KindOf::kLeg).members.push_back({chain.length_mm(), leg, {}, 0});
  }
  return out;
}

}  // namespace ferrule::check
