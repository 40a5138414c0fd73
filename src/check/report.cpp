#include <algorithm>

#include "check/rule.h"

namespace ferrule::check {

Report::Builder Report::add(diag::Place place, std::string message) {
  Hit hit;
  hit.finding.code = rule_.code;
  hit.finding.name = rule_.name;
  hit.finding.severity = severity_;
  hit.weight = std::max(severity_, rule_.severity);
  hit.silent = severity_ == diag::Severity::kOff;
  hit.finding.place = place;
  hit.finding.message = std::move(message);
  hits_.push_back(std::move(hit));
  return Builder(hits_.back().finding);
}

Report::Builder Report::joint(std::uint32_t joint_kind, std::string message) { return joints({joint_kind}, std::move(message)); }

Report::Builder Report::joints(std::vector<std::uint32_t> joint_kinds, std::string message) {
  Builder builder = add(place_of_connector(view_, view_.proof.joint_kinds[joint_kinds.front()].first), std::move(message));
  hits_.back().joint_kinds = std::move(joint_kinds);
  return builder;
}

Report::Builder Report::way(std::uint32_t way, std::string message) { return ways({way}, std::move(message)); }

Report::Builder Report::ways(std::vector<std::uint32_t> ways, std::string message) {
  for (std::uint32_t way : ways) claimed_[way] = true;
  return along(std::move(ways), std::move(message));
}

Report::Builder Report::along(std::vector<std::uint32_t> ways, std::string message) {
  Builder builder = add(place_of_link(view_, view_.proof.ways[ways.front()].first_bundle), std::move(message));
  hits_.back().ways = std::move(ways);
  return builder;
}

Report::Builder Report::bundles(std::vector<std::uint32_t> bundles, std::string message) {
  Builder builder = add(place_of_link(view_, bundles.front()), std::move(message));
  hits_.back().bundles = std::move(bundles);
  return builder;
}

Report::Builder Report::assets(std::vector<std::uint32_t> assets, std::string message) {
  Builder builder = add(view_.plant.place_of_asset(assets.front()), std::move(message));
  hits_.back().assets = std::move(assets);
  return builder;
}

Report::Builder Report::elsewhere(diag::Place place, std::string message) { return add(place, std::move(message)); }

std::string spell_face(const View& view, std::uint32_t face) {
  const plant::PartType& type = view.plant.face_type(face);
  if (type.faces.size() == 1) return type.name;
  return type.name + " " + view.plant.face(face).name;
}

std::string spell_end(const View& view, std::uint32_t connector) { return view.plant.spelled(connector); }

const plant::TypeFace& face_of(const View& view, const JointKind& kind, bool first) {
  return view.plant.face(first ? kind.face_a : kind.face_b);
}

std::uint32_t link_of_bundle(const plant::Plant& plant, std::uint32_t bundle) {
  const auto after = std::upper_bound(plant.links.begin(), plant.links.end(), bundle,
                                      [](std::uint32_t value, const plant::Link& link) { return value < link.first_bundle; });
  return static_cast<std::uint32_t>(after - plant.links.begin()) - 1;
}

diag::Place place_of_link(const View& view, std::uint32_t bundle) {
  const plant::ShortPlace& place = view.plant.links[link_of_bundle(view.plant, bundle)].place;
  return {place.source, place.offset, place.length};
}

diag::Place place_of_connector(const View& view, std::uint32_t connector) {
  const plant::Connector& near = view.plant.connectors[connector];
  // A cable's own line says more than the panel or port it enters.
  if (near.mate != plant::kNone && !is_cable(view.plant.type_of(connector).kind))
    return view.plant.place_of_asset(view.plant.connectors[near.mate].asset);
  return view.plant.place_of_asset(near.asset);
}

bool is_cable(plant::Kind kind) {
  return kind == plant::Kind::kCord || kind == plant::Kind::kTrunk || kind == plant::Kind::kExtension ||
         kind == plant::Kind::kBreakout || kind == plant::Kind::kConversion;
}

}  // namespace ferrule::check
