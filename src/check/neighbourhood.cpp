#include "check/neighbourhood.h"

#include <algorithm>
#include <unordered_map>

#include "check/rule.h"
#include "plant/trace.h"

namespace ferrule::check {
namespace {

using plant::kNone;

// Assets met in order of first meeting.
struct Collected {
  std::unordered_map<std::uint32_t, std::uint32_t> number;
  std::vector<std::uint32_t> order;
  void add(std::uint32_t asset) {
    if (number.emplace(asset, static_cast<std::uint32_t>(order.size())).second) order.push_back(asset);
  }
};

void add_path(const plant::Plant& plant, plant::FibreEnd start, Collected& assets) {
  assets.add(plant.connectors[start.connector].asset);
  const plant::Path path = plant::trace(plant, start);
  for (const plant::Hop& hop : path.hops) assets.add(plant.connectors[hop.entered.connector].asset);
}

void add_paths_through(const plant::Plant& plant, std::uint32_t asset, Collected& assets) {
  if (plant.asset_type(asset).kind == plant::Kind::kTransceiver) return;
  for (std::uint32_t c = plant.asset_first[asset]; c < plant.asset_first[asset + 1]; ++c) {
    const spec::Face& face = plant.face_of(c).face;
    for (int position = 0; position < face.size(); ++position) {
      if (!face.populated[static_cast<std::size_t>(position)]) continue;
      add_path(plant, {c, static_cast<std::uint16_t>(position)}, assets);
      if (assets.order.size() > kMostAssets) return;
    }
  }
}

std::vector<std::uint32_t> bundles_among(const Collected& assets, const plant::Plant& plant, const BundleIndex& index) {
  std::vector<std::uint32_t> bundles;
  for (std::uint32_t asset : assets.order)
    for (std::uint32_t c = plant.asset_first[asset]; c < plant.asset_first[asset + 1]; ++c)
      for (std::uint32_t bundle : index.at(c)) {
        const std::uint32_t far = plant.bundles[bundle].b;
        if (!assets.number.contains(plant.connectors[plant.bundles[bundle].a].asset)) continue;
        if (far == kNone || assets.number.contains(plant.connectors[far].asset)) bundles.push_back(bundle);
      }
  std::sort(bundles.begin(), bundles.end());
  bundles.erase(std::unique(bundles.begin(), bundles.end()), bundles.end());
  return bundles;
}

void copy_assets(const plant::Plant& from, const Collected& assets, Neighbourhood& out,
                 std::unordered_map<std::uint32_t, std::uint32_t>& number) {
  plant::Plant& to = out.plant;
  to.types = from.types;
  to.faces = from.faces;
  to.type_first_face = from.type_first_face;
  to.lane_sets = from.lane_sets;
  to.asset_first.push_back(0);
  for (std::uint32_t asset : assets.order) {
    out.asset.push_back(asset);
    for (std::uint32_t c = from.asset_first[asset]; c < from.asset_first[asset + 1]; ++c) {
      number.emplace(c, static_cast<std::uint32_t>(to.connectors.size()));
      out.connector.push_back(c);
      plant::Connector copy = from.connectors[c];
      copy.asset = static_cast<std::uint32_t>(out.asset.size() - 1);
      to.connectors.push_back(copy);
    }
    to.asset_first.push_back(static_cast<std::uint32_t>(to.connectors.size()));
    to.asset_name.push_back(kNone);
    to.asset_place.push_back({});
  }
  for (plant::Connector& connector : to.connectors) {
    const auto mate = number.find(connector.mate);
    connector.mate = mate == number.end() ? kNone : mate->second;
  }
}

}  // namespace

Neighbourhood neighbourhood(const plant::Plant& plant, std::uint32_t bundle, const BundleIndex& index) {
  Neighbourhood out;
  const plant::Bundle& asked = plant.bundles[bundle];
  Collected way;
  for (const plant::LaneSet::Fibre& fibre : plant.lane_sets[asked.a_set].fibres) add_path(plant, {asked.a, fibre.position}, way);
  Collected all = way;
  Collected far;  // what leads to the port that the intent names: two plugs may have been exchanged
  if (asked.b != kNone)
    for (const plant::LaneSet::Fibre& fibre : plant.lane_sets[asked.b_set].fibres)
      add_path(plant, {asked.b, fibre.position}, far);
  for (std::uint32_t asset : far.order) all.add(asset);
  std::vector<std::uint32_t> both = way.order;
  both.insert(both.end(), far.order.begin(), far.order.end());
  for (std::uint32_t asset : both) {
    add_paths_through(plant, asset, all);
    if (all.order.size() > kMostAssets) {
      out.too_large = true;
      return out;
    }
  }
  std::unordered_map<std::uint32_t, std::uint32_t> number;
  copy_assets(plant, all, out, number);
  for (std::uint32_t small = 0; small < way.order.size(); ++small) out.on_way.push_back(small);  // the way was collected first
  const std::uint32_t own_link = link_of_bundle(plant, bundle);
  for (const std::uint32_t plug : plant.disputed)
    if (const auto known = number.find(plug); known != number.end()) out.plant.disputed.push_back(known->second);
  std::uint32_t last_link = kNone;
  for (std::uint32_t id : bundles_among(all, plant, index)) {
    const std::uint32_t link = link_of_bundle(plant, id);
    if (link != last_link) {
      if (link == own_link) out.link = static_cast<std::uint32_t>(out.plant.links.size());
      out.plant.links.push_back(
          {out.plant.names.add(plant.link_name(link)), static_cast<std::uint32_t>(out.plant.bundles.size()), {}});
      if (const auto named = plant.link_application.find(link); named != plant.link_application.end())
        out.plant.link_application.emplace(static_cast<std::uint32_t>(out.plant.links.size() - 1), named->second);
      last_link = link;
    }
    plant::Bundle copy = plant.bundles[id];
    copy.a = number.at(copy.a);
    if (copy.b != kNone) copy.b = number.at(copy.b);
    out.plant.bundles.push_back(copy);
  }
  out.plant.links.push_back({0, static_cast<std::uint32_t>(out.plant.bundles.size()), {}});
  return out;
}

}  // namespace ferrule::check
