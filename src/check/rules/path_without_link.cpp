// Ports that are joined by fibre and that no link names. Page: docs/rules/path-without-link.md
#include <algorithm>
#include <map>
#include <fmt/format.h>

#include "base/text.h"
#include "check/words.h"
#include "plant/light.h"

namespace ferrule::check {
namespace {

constexpr std::size_t kFewPairs = 3;

struct Pairs {
  std::vector<std::uint32_t> ports;  // assets at the near ends
  std::vector<std::string> names;    // the first few, "leaf1/Eth5 to spine1/Eth9"
};

// Positions of a receptacle that send light; of a monitor that only receives, those.
std::vector<std::uint8_t> lit_positions(const plant::Plant& plant, std::uint32_t face) {
  std::vector<std::uint8_t> sending, all;
  for (const plant::Lane& lane : plant.face_type(face).lanes) {
    if (lane.face != plant.faces[face].index) continue;
    all.push_back(lane.position);
    if (lane.function != plant::Function::kReceive) sending.push_back(lane.position);
  }
  return sending.empty() ? all : sending;
}

std::vector<bool> named_by_links(const plant::Plant& plant) {
  std::vector<bool> named(plant.connectors.size());
  for (const plant::Bundle& bundle : plant.bundles) {
    named[bundle.a] = true;
    if (bundle.b != plant::kNone) named[bundle.b] = true;
  }
  return named;
}

}  // namespace

void path_without_link(const View& view, Report& report) {
  const plant::Plant& plant = view.plant;
  std::vector<bool> named = named_by_links(plant);
  // Ports that a link reaches where the plant decides the partner are spoken for as well.
  for (std::size_t bundle = 0; bundle < plant.bundles.size(); ++bundle)
    if (plant.bundles[bundle].b == plant::kNone)
      for (const plant::Light::Leaf& leaf : view.proof.leaves_of(static_cast<std::uint32_t>(bundle)))
        named[leaf.connector] = true;
  plant::Light light(plant);
  std::map<std::uint32_t, std::uint32_t> start_of_face;
  std::vector<plant::Light::Start> starts;
  for (std::uint32_t c = 0; c < plant.connectors.size(); ++c) {
    const plant::Connector& port = plant.connectors[c];
    if (named[c] || port.mate == plant::kNone || !plant.terminal(port.face())) continue;
    const auto [at, fresh] = start_of_face.try_emplace(port.face(), 0);
    if (fresh) at->second = light.start_of(port.face(), lit_positions(plant, port.face()));
    starts.push_back({c, at->second});
  }
  std::vector<plant::Light::Leaf> first(starts.size());
  std::vector<plant::Light::MoreLeaf> more;
  light.follow(starts, first, more);
  std::map<std::pair<std::uint32_t, std::uint32_t>, Pairs> found;  // transceiver types at both ends
  const auto add = [&](std::uint32_t near, const plant::Light::Leaf& leaf) {
    if (leaf.step == plant::kNone || light.step(leaf.step).ending != plant::Ending::kPort || leaf.connector == near) return;
    if (leaf.connector < near && !named[leaf.connector]) return;  // said from the other end
    Pairs& pairs = found[{plant.face_info(near).type, plant.face_info(leaf.connector).type}];
    const std::uint32_t asset = plant.connectors[near].asset;
    if (pairs.ports.empty() || pairs.ports.back() != asset) pairs.ports.push_back(asset);
    if (pairs.names.size() < kFewPairs) pairs.names.push_back(spell_end(view, near) + " to " + spell_end(view, leaf.connector));
  };
  for (std::size_t i = 0; i < starts.size(); ++i) add(starts[i].connector, first[i]);
  for (const plant::Light::MoreLeaf& leaf : more) add(starts[leaf.start].connector, leaf.leaf);
  for (auto& [types, pairs] : found) {
    std::sort(pairs.ports.begin(), pairs.ports.end());
    pairs.ports.erase(std::unique(pairs.ports.begin(), pairs.ports.end()), pairs.ports.end());
    const std::size_t count = pairs.ports.size();
    Report::Builder finding = report.assets(
        std::move(pairs.ports),
        fmt::format("{} of {} {} {} by fibre and no link names {}", spell_count(count, "port"), plant.types[types.first].name,
                    count == 1 ? "reaches" : "reach", plant.types[types.second].name, count == 1 ? "it" : "them"));
    finding.finding().subject_kind = "port";
    finding.note(fmt::format("{}{}", joined(pairs.names, ", "), count > pairs.names.size() ? ", ..." : ""))
        .help("add a link if this is meant: without intent nothing is proven of it");
  }
}

}  // namespace ferrule::check
