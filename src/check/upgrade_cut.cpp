#include "check/upgrade_cut.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"
#include "check/interwork.h"
#include "check/upgrade_chain.h"
#include "plant/trace.h"

namespace ferrule::check {

using plant::Kind;
using plant::kNone;

namespace {

constexpr std::size_t kMostPorts = 64;  // that hang together: past these nobody changes one without a plan for all
constexpr std::size_t kMostNodes = 512;

int lanes_at_port(const plant::Plant& plant, std::uint32_t connector) {
  int lanes = 0;
  for (const plant::Lane& lane : plant.type_of(connector).lanes)
    if (lane.face == plant.face_info(connector).index) lanes = std::max(lanes, lane.number + 1);
  return lanes;
}

std::optional<int> lane_at(const plant::Plant& plant, plant::FibreEnd end) {
  for (const plant::Lane& lane : plant.type_of(end.connector).lanes)
    if (lane.face == plant.face_info(end.connector).index && lane.position == end.position) return lane.number;
  return std::nullopt;
}

}  // namespace

bool Cut::shares_ports() const {
  return std::any_of(ports.begin(), ports.end(), [](const Port& port) { return port.split; });
}

bool Cut::breaks_out() const {
  return shares_ports() && std::any_of(ports.begin(), ports.end(), [](const Port& port) { return !port.split; });
}

std::optional<Cut::Face> Cut::mate_of(Face face) const {
  for (const Mating& mating : matings) {
    if (mating.a == face) return mating.b;
    if (mating.b == face) return mating.a;
  }
  return std::nullopt;
}

std::vector<std::uint32_t> Cut::lengths() const {
  std::vector<std::uint32_t> out;
  for (const Node& node : nodes) out.push_back(node.length_mm);
  return out;
}

std::string Cut::words() const {
  std::vector<std::string> names;
  for (const Node& node : nodes)
    if (node.part->kind != Kind::kTransceiver && std::find(names.begin(), names.end(), node.part->name) == names.end())
      names.push_back(node.part->name);
  return joined(names, ", ");
}

std::string Cut::kind() const {
  std::string out;
  for (const Node& node : nodes) out += fmt::format("{}|", static_cast<const void*>(node.part));
  for (const Mating& mating : matings)
    out += fmt::format("{}.{}={}.{}:{}|", mating.a.node, mating.a.face, mating.b.node, mating.b.face,
                       static_cast<int>(mating.joint));
  for (const Port& port : ports) out += fmt::format("{}{}|", port.node, port.split ? "s" : "");
  const auto lanes = [](const Lanes& one) { return fmt::format("{}:{}+{}", one.port, one.first, one.count); };
  for (const Bundle& bundle : bundles)
    out += fmt::format("{} {} {}|", bundle.link, lanes(bundle.a), bundle.b ? lanes(*bundle.b) : "");
  return out;
}

Cutter::Cutter(const View& view) : view_(view) {
  for (std::uint32_t bundle = 0; bundle < view.plant.bundles.size(); ++bundle) {
    if (!part_of_port(bundle)) continue;
    for (const std::optional<End>& end : {near_end(bundle), far_end(bundle)})
      if (end) sharing_[end->connector].push_back(bundle);
  }
}

std::optional<Cutter::End> Cutter::near_end(std::uint32_t bundle) const {
  const plant::Bundle& asked = view_.plant.bundles[bundle];
  const plant::LaneSet& set = view_.plant.lane_sets[asked.a_set];
  return End{asked.a, set.first_lane, set.lanes, set.whole};
}

std::optional<Cutter::End> Cutter::far_end(std::uint32_t bundle) const {
  const plant::Plant& plant = view_.plant;
  const plant::Bundle& asked = plant.bundles[bundle];
  if (asked.b_set != kNone) {
    const plant::LaneSet& set = plant.lane_sets[asked.b_set];
    return End{asked.b, set.first_lane, set.lanes, set.whole};
  }
  End end{kNone, 255, 0, true};
  for (const plant::LaneSet::Fibre& fibre : plant.lane_sets[asked.a_set].fibres) {
    const plant::Path path = plant::trace(plant, {asked.a, fibre.position});
    if (path.ending != plant::Ending::kPort || path.end().connector == asked.a) return std::nullopt;
    if (end.connector != kNone && end.connector != path.end().connector) return std::nullopt;
    end.connector = path.end().connector;
    if (const std::optional<int> lane = lane_at(plant, path.end())) end.first = std::min(end.first, *lane);
  }
  if (end.connector == kNone) return std::nullopt;
  end.count = plant.lane_sets[asked.a_set].lanes;
  end.whole = end.count == lanes_at_port(plant, end.connector);
  return end;
}

bool Cutter::part_of_port(std::uint32_t bundle) const {
  const plant::Bundle& asked = view_.plant.bundles[bundle];
  if (!view_.plant.lane_sets[asked.a_set].whole) return true;
  if (asked.b_set != kNone) return !view_.plant.lane_sets[asked.b_set].whole;
  const std::optional<Speaker> far = far_speaker(view_, view_.proof.ways[view_.proof.way_of_bundle[bundle]]);
  return far && !far->whole;
}

bool Cutter::fibres_part(std::uint32_t bundle) const {
  const Way& way = view_.proof.ways[view_.proof.way_of_bundle[bundle]];
  return std::count_if(way.leaves.begin(), way.leaves.end(), [](const WayLeaf& leaf) { return leaf.counts; }) > 1;
}

bool Cutter::splits(std::uint32_t link) const {
  const std::uint32_t first = view_.plant.links[link].first_bundle, end = view_.plant.links[link + 1].first_bundle;
  for (std::uint32_t bundle = first; bundle < end; ++bundle)
    if (part_of_port(bundle) || fibres_part(bundle)) return true;
  return end - first > 1 && ways_differ(first, end);
}

bool Cutter::ways_differ(std::uint32_t first, std::uint32_t end) const {
  const auto begin = view_.proof.way_of_bundle.begin();
  const auto [at, fresh] = differ_.try_emplace(std::vector<std::uint32_t>(begin + first, begin + end), false);
  if (!fresh) return at->second;
  const Chain chain = chain_of_bundle(view_.plant, first);
  for (std::uint32_t bundle = first + 1; bundle < end; ++bundle)
    at->second = at->second || !same_pieces(chain, chain_of_bundle(view_.plant, bundle));
  return at->second;
}

bool Cutter::turned(std::uint32_t bundle) const {
  const plant::Bundle& asked = view_.plant.bundles[bundle];
  return asked.b_set != kNone && view_.plant.lane_sets[asked.a_set].whole && !view_.plant.lane_sets[asked.b_set].whole;
}

// One cut while it grows.
class CutMaker {
 public:
  CutMaker(const Cutter& cutter, Cut& cut) : cutter_(cutter), plant_(cutter.view_.plant), cut_(cut) {}

  void take(const std::vector<std::uint32_t>& bundles) {
    for (const std::uint32_t bundle : bundles) {
      const plant::Bundle& asked = plant_.bundles[bundle];
      const plant::LaneSet& set = plant_.lane_sets[asked.a_set];
      if (set.fibres.empty()) return give_up("which positions its transceiver lights is not known");
      if (set.one_way || (asked.b_set != kNone && plant_.lane_sets[asked.b_set].one_way))
        return give_up("one of its ends only listens or only sends");
      auto near = cutter_.near_end(bundle), far = cutter_.far_end(bundle);
      if (!far) return give_up("its light reaches no port, or several: run ferrule check");
      if (cutter_.turned(bundle)) std::swap(near, far);
      note_port(near->connector, !near->whole);
      note_port(far->connector, !far->whole);
      if (ports_.size() > kMostPorts)
        return give_up(fmt::format("it hangs together with more than {} ports, and was not tried", kMostPorts));
    }
    for (const std::uint32_t bundle : bundles) {
      const plant::Bundle& asked = plant_.bundles[bundle];
      const bool turned = cutter_.turned(bundle);
      if (turned) follow(asked.b, asked.b_set, true);
      follow(asked.a, asked.a_set, !turned);
      if (asked.b_set != kNone && !turned) follow(asked.b, asked.b_set, false);
      if (!cut_.why_none.empty()) return;
    }
    place_ports();
    for (const std::uint32_t bundle : bundles) add_bundle(bundle);
  }

 private:
  void give_up(std::string why) { cut_.why_none = std::move(why); }

  void note_port(std::uint32_t connector, bool split) {
    const auto known = std::find(ports_.begin(), ports_.end(), connector);
    const auto index = static_cast<std::size_t>(known - ports_.begin());
    if (known == ports_.end()) {
      ports_.push_back(connector);
      split_.push_back(split);
    } else {
      split_[index] = split_[index] || split;
    }
  }

  void follow(std::uint32_t port, std::uint32_t set, bool from_near_end) {
    for (const plant::LaneSet::Fibre& fibre : plant_.lane_sets[set].fibres) {
      const plant::Path path = plant::trace(plant_, {port, fibre.position});
      if (!path.branches.empty()) return give_up(kTapped);
      std::uint32_t left = port;
      bool trunk_met = !from_near_end;
      for (const plant::Hop& hop : path.hops) {
        if (hop.entered.connector == kNone) break;
        mate(left, hop.entered.connector, hop.joint);
        if (hop.left.connector == kNone) break;
        left = hop.left.connector;
        if (trunk_met || plant_.type_of(left).kind != Kind::kTrunk) continue;
        trunk_met = true;
        const std::uint32_t leg = std::min(hop.entered.connector, left);
        if (std::find(cut_.legs.begin(), cut_.legs.end(), leg) == cut_.legs.end()) cut_.legs.push_back(leg);
      }
      if (cut_.nodes.size() > kMostNodes) return give_up("it has more parts than can be tried");
    }
  }

  void mate(std::uint32_t one, std::uint32_t other, plant::Joint joint) {
    if (joint == plant::Joint::kNone || !mated_.emplace(std::min(one, other), true).second) return;
    for (const std::uint32_t connector : {one, other}) place(connector);
    met_.push_back({one, other, joint});
  }

  void place(std::uint32_t connector) {
    if (plant_.type_of(connector).kind == Kind::kTransceiver) return;  // behind the parts, when all are known
    const std::uint32_t asset = plant_.connectors[connector].asset;
    const auto [at, fresh] = node_of_.try_emplace(asset, static_cast<std::uint32_t>(cut_.nodes.size()));
    if (fresh) cut_.nodes.push_back({&plant_.type_of(connector), plant_.connectors[connector].length_mm, asset});
  }

  void place_ports() {
    for (std::size_t i = 0; i < ports_.size(); ++i) {
      const auto node = static_cast<std::uint32_t>(cut_.nodes.size());
      cut_.nodes.push_back({&plant_.type_of(ports_[i]), 0, kNone});
      cut_.ports.push_back({node, ports_[i], lanes_at_port(plant_, ports_[i]), split_[i]});
    }
    for (const Met& met : met_) {
      const std::optional<Cut::Face> a = face_of_connector(met.one), b = face_of_connector(met.other);
      if (a && b)
        cut_.matings.push_back({*a, *b, met.joint});  // a port that none of the links names is left out: light ends there
    }
  }

  std::optional<Cut::Face> face_of_connector(std::uint32_t connector) const {
    const std::uint16_t index = plant_.face_info(connector).index;
    if (plant_.type_of(connector).kind != Kind::kTransceiver)
      return Cut::Face{node_of_.at(plant_.connectors[connector].asset), index};
    const auto port = std::find(ports_.begin(), ports_.end(), connector);
    if (port == ports_.end()) return std::nullopt;
    return Cut::Face{cut_.ports[static_cast<std::size_t>(port - ports_.begin())].node, 0};
  }

  Cut::Lanes lanes(const Cutter::End& end) const {
    const auto port = std::find(ports_.begin(), ports_.end(), end.connector);
    return {static_cast<std::uint32_t>(port - ports_.begin()), end.first, end.count};
  }

  void add_bundle(std::uint32_t bundle) {
    const std::uint32_t link = link_of_bundle(plant_, bundle);
    if (cut_.links.empty() || cut_.links.back() != link) cut_.links.push_back(link);
    Cut::Bundle out{static_cast<std::uint32_t>(cut_.links.size() - 1), lanes(*cutter_.near_end(bundle)), {}};
    if (plant_.bundles[bundle].b_set != kNone) out.b = lanes(*cutter_.far_end(bundle));
    if (cutter_.turned(bundle)) std::swap(out.a, *out.b);
    cut_.bundles.push_back(out);
  }

  struct Met {
    std::uint32_t one, other;
    plant::Joint joint;
  };
  const Cutter& cutter_;
  const plant::Plant& plant_;
  Cut& cut_;
  std::vector<std::uint32_t> ports_;
  std::vector<bool> split_;
  std::vector<Met> met_;
  std::unordered_map<std::uint32_t, bool> mated_;             // by the lower connector
  std::unordered_map<std::uint32_t, std::uint32_t> node_of_;  // by asset
};

Cut Cutter::cut(std::uint32_t link) const {
  Cut cut;
  const std::uint32_t first = view_.plant.links[link].first_bundle, end = view_.plant.links[link + 1].first_bundle;
  const auto is_part = [&](std::uint32_t bundle) { return part_of_port(bundle); };
  std::vector<std::uint32_t> bundles;
  for (std::uint32_t bundle = first; bundle < end; ++bundle) bundles.push_back(bundle);
  if (std::none_of(bundles.begin(), bundles.end(), is_part)) {
    CutMaker(*this, cut).take({first});
    bool alike = true;
    for (std::uint32_t other = first + 1; other < end && alike; ++other) {
      Cut beside;
      CutMaker(*this, beside).take({other});
      alike = beside.kind() == cut.kind();
    }
    if (alike) return cut;
    cut = {};
    CutMaker(*this, cut).take(bundles);
    return cut;
  }
  // Whatever shares a port with it, and with those.
  for (std::size_t i = 0; i < bundles.size() && bundles.size() < 16 * kMostPorts; ++i) {
    const std::uint32_t own = link_of_bundle(view_.plant, bundles[i]);
    std::vector<std::uint32_t> more;
    for (std::uint32_t b = view_.plant.links[own].first_bundle; b < view_.plant.links[own + 1].first_bundle; ++b)
      more.push_back(b);
    for (const std::optional<End>& at : {near_end(bundles[i]), far_end(bundles[i])})
      if (at && sharing_.contains(at->connector))
        more.insert(more.end(), sharing_.at(at->connector).begin(), sharing_.at(at->connector).end());
    for (const std::uint32_t bundle : more)
      if (std::find(bundles.begin(), bundles.end(), bundle) == bundles.end()) bundles.push_back(bundle);
  }
  std::sort(bundles.begin(), bundles.end());
  CutMaker(*this, cut).take(bundles);
  return cut;
}

}  // namespace ferrule::check
