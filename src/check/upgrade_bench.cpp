#include "check/upgrade_bench.h"

#include <algorithm>
#include <map>
#include <fmt/format.h>

#include "plant/builder.h"
#include "plant/trace.h"

namespace ferrule::check {
namespace {

using plant::kNone;

// Puts one trial together.
class Assembly {
 public:
  std::uint32_t type(const plant::PartType& part) {
    const auto [at, fresh] = types_.try_emplace(&part, 0);
    if (fresh) at->second = builder_.add_type(part);
    return at->second;
  }

  std::uint32_t add(const plant::PartType& part, std::string_view name, std::uint32_t length_mm) {
    return builder_.add_asset(type(part), name, Length{length_mm}, {});
  }

  // False when a piece has no face for it, or light of the near end does not say where a piece is left.
  bool lay(const Row& row, std::uint32_t near, std::uint32_t far, std::uint16_t receptacle) {
    const std::uint32_t port = builder_.connector(near, receptacle);
    std::uint32_t at = port;
    for (std::size_t i = 0; i < row.pieces.size(); ++i) {
      const Piece& piece = row.pieces[i];
      const std::uint32_t asset = add(*piece.part, fmt::format("part {}", ++parts_), piece.length_mm);
      if (!builder_.mate(at, builder_.connector(asset, piece.in), piece.joint)) return false;
      at = piece.out == Piece::kWhereLightLeaves ? where_light_leaves(port) : builder_.connector(asset, piece.out);
      if (at == kNone || builder_.plant().connectors[at].asset != asset) return false;
    }
    return builder_.mate(at, builder_.connector(far, receptacle), row.last);
  }

  bool link(std::uint32_t near, std::uint32_t far, std::size_t receptacles) {
    builder_.add_link("link", {});
    for (std::size_t i = 0; i < receptacles; ++i) {
      plant::Bundle bundle;
      bundle.a = builder_.connector(near, i);
      bundle.b = builder_.connector(far, i);
      const auto a = builder_.lane_set(builder_.plant().connectors[bundle.a].face());
      const auto b = builder_.lane_set(builder_.plant().connectors[bundle.b].face());
      if (!a || !b) return false;
      bundle.a_set = *a;
      bundle.b_set = *b;
      builder_.add_bundle(bundle);
    }
    return true;
  }

  // The parts of a cut once; transceivers stand already, one for each port.
  bool lay(const Cut& cut, const std::vector<std::uint32_t>& ports, std::uint16_t receptacle) {
    std::vector<std::uint32_t> connectors;  // by node: the first of the part, or the port
    for (std::size_t node = 0; node < cut.nodes.size(); ++node) {
      const auto port = std::find_if(cut.ports.begin(), cut.ports.end(), [&](const Cut::Port& one) { return one.node == node; });
      if (port != cut.ports.end())
        connectors.push_back(builder_.connector(ports[static_cast<std::size_t>(port - cut.ports.begin())], receptacle));
      else
        connectors.push_back(
            builder_.connector(add(*cut.nodes[node].part, fmt::format("part {}", ++parts_), cut.nodes[node].length_mm)));
    }
    for (const Cut::Mating& mating : cut.matings)
      if (!builder_.mate(connectors[mating.a.node] + mating.a.face, connectors[mating.b.node] + mating.b.face, mating.joint))
        return false;
    return true;
  }

  bool link(const Cut& cut, const std::vector<std::uint32_t>& ports, int copies) {
    for (std::uint32_t link = 0; link < cut.links.size(); ++link) {
      builder_.add_link(fmt::format("link {}", link + 1), {});
      for (const Cut::Bundle& asked : cut.bundles)
        for (int copy = 0; copy < copies && asked.link == link; ++copy)
          if (!add_bundle(asked, ports, static_cast<std::size_t>(copy))) return false;
    }
    return true;
  }

  plant::Plant finish() { return std::move(builder_).finish(); }

 private:
  bool add_bundle(const Cut::Bundle& asked, const std::vector<std::uint32_t>& ports, std::size_t receptacle) {
    plant::Bundle bundle;
    const auto set_of = [&](const Cut::Lanes& lanes, std::uint32_t& connector) {
      connector = builder_.connector(ports[lanes.port], receptacle);
      return builder_.lane_set(builder_.plant().connectors[connector].face(), lanes.first, lanes.count);
    };
    const auto a = set_of(asked.a, bundle.a);
    if (!a) return false;
    bundle.a_set = *a;
    if (asked.b) {
      const auto b = set_of(*asked.b, bundle.b);
      if (!b) return false;
      bundle.b_set = *b;
    }
    builder_.add_bundle(bundle);
    return true;
  }

  std::uint32_t where_light_leaves(std::uint32_t port) const {
    const plant::Plant& plant = builder_.plant();
    const plant::PartType& type = plant.type_of(port);
    const std::uint16_t face = plant.face_info(port).index;
    for (const plant::Lane& lane : type.lanes) {
      if (lane.face != face) continue;
      const plant::Path path = plant::trace(plant, {port, lane.position});
      return path.ending == plant::Ending::kOpenEnd ? path.end().connector : kNone;
    }
    return kNone;
  }

  plant::Builder builder_;
  std::map<const plant::PartType*, std::uint32_t> types_;
  int parts_ = 0;
};

bool about_contact(const diag::Finding& finding) { return finding.code.front() == 'M' || finding.code.front() == 'P'; }
bool about_loss(const diag::Finding& finding) { return finding.name == "loss-over-budget"; }

// Why it is not proven: the worst that was found, and of unproven links what they rest on.
void explain(const CheckResult& result, Trial& trial) {
  const diag::Severity least = trial.verdict == Verdict::kFaulty ? diag::Severity::kError : diag::Severity::kWarning;
  trial.arrives = trial.verdict == Verdict::kFaulty;
  trial.loss_only = trial.verdict == Verdict::kFaulty;
  for (const diag::Finding& finding : result.findings) {
    if (finding.severity < least || finding.code.front() == 'X') continue;
    if (trial.why.empty()) {
      trial.why = finding.message;
      if (!finding.help.empty()) trial.ask = finding.help.front();
    }
    trial.arrives = trial.arrives && !about_contact(finding);
    trial.loss_only = trial.loss_only && about_loss(finding);
  }
  for (const Way& way : result.proof->ways) {
    trial.arrives = trial.arrives && way.arrives();
    trial.loss_only = trial.loss_only && way.arrives();
    if (!way.unknown.empty() && trial.verdict == Verdict::kUnproven) trial.why = way.unknown.front();
  }
  if (!trial.why.empty()) return;
  trial.arrives = trial.loss_only = false;  // a rule whose level the project lowered says nothing, and weighs all the same
  trial.why = "a rule that this project does not show is against it";
}

// By the way that leaves least to a connection; in hundredths of a decibel, rounded down, since that is how connectors are sold.
void find_most_of_each(const View& view, Trial& trial) {
  constexpr std::int64_t kHundredth = 10'000;  // microdecibel
  BundlesByWay by_way(view.proof);
  for (std::uint32_t id = 0; id < view.proof.ways.size(); ++id) {
    const Budget budget = budget_of(view, view.proof.ways[id]);
    if (!budget.loss_limit || budget.loss.connections == 0 || !budget.loss.unknown.empty()) continue;
    Loss fixed;  // what no connector takes
    for (const loss::Item& item : budget.loss.items)
      if (item.kind != loss::ItemKind::kJoint) fixed = fixed + item.stated;
    for (const std::uint32_t bundle : by_way.of(id)) {
      std::int64_t left =
          budget.loss_limit->microdecibel - fixed.microdecibel - budget.loss.glass.over(length_of(view, bundle)).microdecibel;
      if (budget.connection_limit) left = std::min(left, budget.connection_limit->microdecibel - fixed.microdecibel);
      const Loss each{left / budget.loss.connections / kHundredth * kHundredth};
      if (trial.each_at_most && *trial.each_at_most <= each) continue;
      trial.each_at_most = each;
      trial.connections = budget.loss.connections;
    }
  }
  if (trial.each_at_most && *trial.each_at_most <= Loss{}) trial.each_at_most.reset();
}

}  // namespace

Trial Bench::judge(const plant::PartType& near, const plant::PartType& far, const Row& row, int copies) {
  std::string key = fmt::format("{} {} {}|", static_cast<const void*>(&near), static_cast<const void*>(&far), copies);
  for (const Piece& piece : row.pieces)
    key += fmt::format("{} {} {} {} {}|", static_cast<const void*>(piece.part), piece.in, piece.out,
                       static_cast<int>(piece.joint), piece.length_mm);
  key += static_cast<char>('0' + static_cast<int>(row.last));
  const auto known = known_.find(key);
  if (known != known_.end()) return known->second;
  ++trials_;
  return known_.emplace(std::move(key), set_up(near, far, row, copies)).first->second;
}

Trial Bench::set_up(const plant::PartType& near, const plant::PartType& far, const Row& row, int copies) const {
  Trial trial;
  Assembly assembly;
  const std::uint32_t a = assembly.add(near, "near", 0), b = assembly.add(far, "far", 0);
  for (int copy = 0; copy < copies; ++copy)
    if (!assembly.lay(row, a, b, static_cast<std::uint16_t>(copy))) return trial.why = "its parts do not fit together", trial;
  if (!assembly.link(a, b, static_cast<std::size_t>(copies))) {
    trial.verdict = Verdict::kUnproven;
    return trial.why = near.map_known ? "which lanes it has is not known" : near.map_unknown_because, trial;
  }
  return weigh(assembly.finish());
}

Trial Bench::judge(const Cut& cut, int copies) {
  ++trials_;
  Trial trial;
  Assembly assembly;
  std::vector<std::uint32_t> ports;
  for (const Cut::Port& port : cut.ports) {
    ports.push_back(assembly.add(cut.part_of(port), fmt::format("port {}", ports.size() + 1), 0));
    if (cut.part_of(port).map_known) continue;
    trial.verdict = Verdict::kUnproven;
    trial.ask = fmt::format("the maker of the {} for the positions of its lanes", cut.part_of(port).application);
    return trial.why = cut.part_of(port).map_unknown_because, trial;
  }
  for (int copy = 0; copy < copies; ++copy)
    if (!assembly.lay(cut, ports, static_cast<std::uint16_t>(copy))) return trial.why = "its parts do not fit together", trial;
  if (!assembly.link(cut, ports, copies)) return trial.why = "its ports have not the lanes for it", trial;
  return weigh(assembly.finish());
}

Trial Bench::weigh(const plant::Plant& plant) const {
  Trial trial;
  const CheckResult result = check(plant, facts_, settings_, {.list_all = false, .repairs = false, .today = {}});
  trial.verdict = *std::max_element(result.verdicts.begin(), result.verdicts.end());
  const View view{plant, facts_, settings_, *result.proof};
  const std::vector<Margin> of_links = margins(view);
  trial.margin =
      *std::min_element(of_links.begin(), of_links.end(), [](const Margin& a, const Margin& b) { return tighter(a, b); });
  for (const Way& way : result.proof->ways) trial.grade_assumed = trial.grade_assumed || budget_of(view, way).loss.assumed;
  if (trial.verdict != Verdict::kProven) explain(result, trial);
  if (trial.loss_only) find_most_of_each(view, trial);
  return trial;
}

}  // namespace ferrule::check
