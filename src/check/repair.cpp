#include "check/repair.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <fmt/format.h>

#include "check/check.h"
#include "check/neighbourhood.h"
#include "check/variants.h"
#include "plant/builder.h"
#include "plant/trace.h"

namespace ferrule::check {
namespace {

using plant::Joint;
using plant::kNone;

// One thing to change in a neighbourhood.
struct Change {
  int cost = 0;
  std::uint32_t asset = kNone;  // small asset that becomes another type ...
  std::uint32_t type = 0;
  std::uint32_t connector = kNone;  // ... or a joint of this connector that becomes another
  Joint joint = Joint::kNone;
  std::uint32_t exchange = kNone;  // ... or the mates of `connector` and of this one, exchanged
  std::string words;
};

void set_joint(plant::Plant& plant, std::uint32_t connector, Joint joint) {
  const auto set = [&](std::uint32_t c) {
    plant.connectors[c].face_joint = plant.connectors[c].face() | static_cast<std::uint32_t>(joint) << 24;
  };
  set(connector);
  set(plant.connectors[connector].mate);
}

void exchange_mates(plant::Plant& plant, std::uint32_t a, std::uint32_t b) {
  plant::Connector& x = plant.connectors[a];
  plant::Connector& y = plant.connectors[b];
  std::swap(x.mate, y.mate);
  plant.connectors[x.mate].mate = a;
  plant.connectors[y.mate].mate = b;
}

// Looks for the change that repairs a fault of `links` links at the least cost in all: one trunk may do what takes eight cords.
class Search {
 public:
  Search(const View& view, Neighbourhood near, std::uint64_t links, std::size_t most_trials)
      : view_(view), near_(std::move(near)), links_(std::max<std::uint64_t>(1, links)), most_trials_(most_trials) {
    collect();
    add_exchanges();
  }

  std::size_t trials() const { return trials_; }

  std::optional<std::string> find() {
    before_ = verdicts(near_.plant);
    if (before_[near_.link] != Verdict::kFaulty) return std::nullopt;
    std::stable_sort(changes_.begin(), changes_.end(), [](const Change& a, const Change& b) { return a.cost < b.cost; });
    const Change* best = nullptr;
    std::uint64_t least = 0, best_fixes = 0;
    for (const Change& change : changes_) {
      if (trials_ >= most_trials_) break;
      const std::uint64_t fixes = proves({&change, nullptr});
      if (fixes == 0) continue;
      const std::uint64_t in_all = static_cast<std::uint64_t>(change.cost) * ((links_ + fixes - 1) / fixes);
      if (best != nullptr && in_all >= least) continue;
      best = &change;
      least = in_all;
      best_fixes = fixes;
    }
    if (best == nullptr) return best_pair();
    return "least repair: " + best->words + alike(best_fixes);
  }

 private:
  std::optional<std::string> best_pair() {
    std::vector<std::pair<int, std::pair<const Change*, const Change*>>> pairs;
    for (std::size_t i = 0; i < changes_.size(); ++i)
      for (std::size_t j = i + 1; j < changes_.size(); ++j)
        if (!clash(changes_[i], changes_[j]))
          pairs.push_back({changes_[i].cost + changes_[j].cost, {&changes_[i], &changes_[j]}});
    std::stable_sort(pairs.begin(), pairs.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& [cost, pair] : pairs) {
      if (trials_ >= most_trials_) return std::nullopt;
      if (const std::uint64_t fixes = proves(pair); fixes > 0)
        return fmt::format("least repair, two changes: {}, and {}{}", pair.first->words, pair.second->words, alike(fixes));
    }
    return std::nullopt;
  }

  // What the change does for the links that share the fault.
  std::string alike(std::uint64_t fixes) const {
    if (links_ <= 1) return "";
    if (fixes >= links_ && links_ == 2) return " (proves both links)";
    if (fixes >= links_) return fmt::format(" (proves all {} links)", links_);
    return fixes == 1 ? std::string(" (and alike for the others)")
                      : fmt::format(" (proves {} links; alike for the others)", fixes);
  }

  static bool clash(const Change& a, const Change& b) {
    return (a.asset != kNone && a.asset == b.asset) || (a.connector != kNone && a.connector == b.connector);
  }

  std::vector<Verdict> verdicts(const plant::Plant& plant) const {
    CheckOptions options;
    options.repairs = false;
    return check(plant, view_.facts, view_.settings, options).verdicts;
  }

  // How many faulty links the change proves; none when the link itself stays as it is or another one gets worse.
  std::uint64_t proves(std::pair<const Change*, const Change*> pair) {
    ++trials_;
    auto kept = near_.plant.connectors;
    for (const Change* change : {pair.first, pair.second}) {
      if (change == nullptr) continue;
      if (change->asset != kNone) plant::retype(near_.plant, change->asset, change->type);
      if (change->exchange != kNone)
        exchange_mates(near_.plant, change->connector, change->exchange);
      else if (change->connector != kNone)
        set_joint(near_.plant, change->connector, change->joint);
    }
    const std::vector<Verdict> after = verdicts(near_.plant);
    near_.plant.connectors = std::move(kept);
    if (after[near_.link] != Verdict::kProven) return 0;
    std::uint64_t fixes = 0;
    for (std::size_t link = 0; link < after.size(); ++link) {
      if (after[link] > before_[link]) return 0;
      if (before_[link] == Verdict::kFaulty && after[link] == Verdict::kProven) ++fixes;
    }
    return fixes;
  }

  std::uint32_t add_type(plant::PartType type) {
    const auto id = static_cast<std::uint32_t>(near_.plant.types.size());
    near_.plant.type_first_face.push_back(static_cast<std::uint32_t>(near_.plant.faces.size()));
    for (std::size_t face = 0; face < type.faces.size(); ++face)
      near_.plant.faces.push_back({id, static_cast<std::uint16_t>(face)});
    near_.plant.types.push_back(std::move(type));
    return id;
  }

  void collect() {
    std::map<std::uint32_t, std::vector<std::pair<std::uint32_t, const Variant*>>> of_type;
    std::vector<std::unique_ptr<std::vector<Variant>>> keep;
    for (std::uint32_t asset : near_.on_way) {
      const std::uint32_t type = near_.plant.face_info(near_.plant.asset_first[asset]).type;
      if (near_.plant.types[type].kind != plant::Kind::kTransceiver) {
        if (!of_type.contains(type)) {
          auto variants = std::make_unique<std::vector<Variant>>(map_variants(near_.plant.types[type], view_.facts));
          for (Variant& variant : face_variants(near_.plant.types[type])) variants->push_back(std::move(variant));
          for (const Variant& variant : *variants) of_type[type].push_back({add_type(variant.type), &variant});
          keep.push_back(std::move(variants));
        }
        for (const auto& [id, variant] : of_type[type]) add_retype(asset, type, id, *variant);
      }
      add_adapters(asset);
    }
  }

  void add_retype(std::uint32_t asset, std::uint32_t from, std::uint32_t to, const Variant& variant) {
    Change change;
    change.cost = variant.cost;
    change.asset = asset;
    change.type = to;
    change.words = fmt::format("replace {} {} ({}) by one {}", as_said(plant::spell(near_.plant.types[from].kind)),
                               view_.plant.asset_spelled(near_.asset[asset]), near_.plant.types[from].name, variant.words);
    changes_.push_back(std::move(change));
  }

  void add_adapters(std::uint32_t asset) {
    for (std::uint32_t c = near_.plant.asset_first[asset]; c < near_.plant.asset_first[asset + 1]; ++c) {
      const plant::Connector& connector = near_.plant.connectors[c];
      if (connector.mate == kNone || connector.mate < c) continue;
      const Joint joint = connector.joint();
      if (joint != Joint::kOpposed && joint != Joint::kAligned && joint != Joint::kUnstated) continue;
      for (Joint other : {Joint::kOpposed, Joint::kAligned}) {
        if (other == joint) continue;
        Change change;
        change.cost = 3;
        change.connector = c;
        change.joint = other;
        change.words =
            fmt::format("replace the {} at {} by {}", plant::spell(joint), where(c), with_article(plant::spell(other)));
        changes_.push_back(std::move(change));
      }
    }
  }

  // Joints passed by the first fibre from a port, as pairs of connectors (near, far).
  std::vector<std::pair<std::uint32_t, std::uint32_t>> joints_from(std::uint32_t port, std::uint32_t set) const {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> joints;
    if (near_.plant.lane_sets[set].fibres.empty()) return joints;
    const plant::Path path = plant::trace(near_.plant, {port, near_.plant.lane_sets[set].fibres.front().position});
    std::uint32_t near = port;
    for (const plant::Hop& hop : path.hops) {
      joints.emplace_back(near, hop.entered.connector);
      near = hop.left.connector;
    }
    return joints;
  }

  // Two plugs that were exchanged: one on the way as it is, one on the path that leads to the port it should reach.
  void add_exchanges() {
    const plant::Bundle& bundle = near_.plant.bundles[near_.plant.links[near_.link].first_bundle];
    if (bundle.b == kNone) return;
    const auto here = joints_from(bundle.a, bundle.a_set), there = joints_from(bundle.b, bundle.b_set);
    for (const auto& [x, y] : here)
      for (const auto& [far, near] : there) {
        // Seen from the far port, `near` is on our side of the joint.
        if (x == near || y == far || x == far || y == near) continue;
        const auto alike = [&](std::uint32_t p, std::uint32_t q) {
          return near_.plant.connectors[p].face() == near_.plant.connectors[q].face();
        };
        if (!alike(x, near) || !alike(y, far) || near_.plant.connectors[x].joint() != near_.plant.connectors[near].joint())
          continue;
        const bool plug_is_near = !near_.plant.face_of(x).receptacle;
        const std::uint32_t a = plug_is_near ? x : y, b = plug_is_near ? near : far;
        Change change;
        change.cost = 1;
        change.connector = a;
        change.exchange = b;
        change.words = fmt::format("exchange the plugs {} and {}", view_.plant.spelled(near_.connector[a]),
                                   view_.plant.spelled(near_.connector[b]));
        changes_.push_back(std::move(change));
      }
  }

  std::string where(std::uint32_t c) const {
    const std::uint32_t original = near_.connector[c];
    if (const auto port = view_.plant.panel_port_at.find(original); port != view_.plant.panel_port_at.end())
      return view_.plant.port_spelled(port->second, true);
    const std::uint32_t mate = view_.plant.connectors[original].mate;
    return view_.plant.face_of(original).receptacle ? view_.plant.spelled(original) : view_.plant.spelled(mate);
  }

  const View& view_;
  Neighbourhood near_;
  std::vector<Change> changes_;
  std::vector<Verdict> before_;
  std::uint64_t links_;
  std::size_t trials_ = 0, most_trials_;
};

// A bundle that shows the fault of a hit.
std::optional<std::uint32_t> example_of(const View& view, const Hit& hit) {
  if (!hit.ways.empty()) return view.proof.ways[hit.ways.front()].first_bundle;
  for (std::uint32_t kind : hit.joint_kinds)
    for (const Way& way : view.proof.ways)
      if (std::find(way.joint_kinds.begin(), way.joint_kinds.end(), kind) != way.joint_kinds.end()) return way.first_bundle;
  return std::nullopt;
}

}  // namespace

void offer_repairs(const View& view, std::vector<Hit>& hits) {
  std::optional<BundleIndex> index;
  std::map<std::uint32_t, std::optional<std::string>> found;  // by example bundle
  std::size_t trials_left = kMostTrialsInAll;
  for (Hit& hit : hits) {
    if (hit.unproven || hit.finding.severity < diag::Severity::kError) continue;
    const char about = hit.finding.code.front();
    if (about != 'M' && about != 'P') continue;  // no other cable makes two optics interwork
    const std::optional<std::uint32_t> bundle = example_of(view, hit);
    if (!bundle) continue;
    auto known = found.find(*bundle);
    if (known == found.end()) {
      if (found.size() >= kMostFaults) continue;
      if (!index) index.emplace(view.plant);
      Neighbourhood near = neighbourhood(view.plant, *bundle, *index);
      std::optional<std::string> repair;
      if (!near.too_large) {
        Search search(view, std::move(near), hit.joint_kinds.empty() ? hit.finding.all_subjects() : 1,
                      std::min(kMostTrials, trials_left));
        repair = search.find();
        trials_left -= std::min(trials_left, search.trials());
      }
      known = found.emplace(*bundle, std::move(repair)).first;
    }
    if (known->second) hit.finding.help.push_back(*known->second);
  }
}

}  // namespace ferrule::check
