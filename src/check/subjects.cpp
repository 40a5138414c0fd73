#include "check/subjects.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "plant/trace.h"

namespace ferrule::check {
namespace {

void count(diag::Finding& finding, std::string_view kind, std::size_t most, const auto& name) {
  finding.subject_kind = kind;
  ++finding.subject_count;
  if (finding.subjects.size() < most) finding.subjects.push_back(name());
}

// One pass over the links for all hits that are about ways.
void name_links(const View& view, std::vector<Hit>& hits, std::size_t most) {
  std::vector<std::vector<std::size_t>> hits_of_way(view.proof.ways.size());
  bool any = false;
  for (std::size_t hit = 0; hit < hits.size(); ++hit)
    for (std::uint32_t way : hits[hit].ways) {
      hits_of_way[way].push_back(hit);
      any = true;
    }
  if (!any) return;
  std::vector<std::uint32_t> last_link(hits.size(), plant::kNone);
  for (std::uint32_t link = 0; link < view.plant.link_count(); ++link)
    for (std::uint32_t bundle = view.plant.links[link].first_bundle; bundle < view.plant.links[link + 1].first_bundle; ++bundle)
      for (std::size_t hit : hits_of_way[view.proof.way_of_bundle[bundle]]) {
        if (last_link[hit] == link) continue;
        last_link[hit] = link;
        count(hits[hit].finding, "link", most, [&] { return std::string(view.plant.link_name(link)); });
      }
}

// One pass over the connectors for all hits that are about joint kinds.
void name_joints(const View& view, std::vector<Hit>& hits, std::size_t most) {
  std::vector<std::vector<std::size_t>> hits_of_kind(view.proof.joint_kinds.size());
  bool any = false;
  for (std::size_t hit = 0; hit < hits.size(); ++hit)
    for (std::uint32_t kind : hits[hit].joint_kinds) {
      hits_of_kind[kind].push_back(hit);
      any = true;
    }
  if (!any) return;
  const auto connectors = static_cast<std::uint32_t>(view.plant.connectors.size());
  for (std::uint32_t c = 0; c < connectors; ++c) {
    const plant::Connector& near = view.plant.connectors[c];
    if (near.mate == plant::kNone || near.mate < c) continue;
    const JointKind* kind = view.proof.joint_kind(near.face(), view.plant.connectors[near.mate].face(), near.joint());
    if (kind == nullptr) continue;
    for (std::size_t hit : hits_of_kind[static_cast<std::size_t>(kind - view.proof.joint_kinds.data())])
      count(hits[hit].finding, "joint", most, [&] { return view.plant.spelled(c) + " with " + view.plant.spelled(near.mate); });
  }
}

void links_beyond(const plant::Plant& plant, std::uint32_t connector, const BundleIndex& index,
                  std::vector<std::uint32_t>& links) {
  const auto add_port = [&](std::uint32_t port, std::uint16_t position) {
    for (std::uint32_t id : index.at(port)) {
      const plant::Bundle& bundle = plant.bundles[id];
      for (const auto& [end, set] : {std::pair{bundle.a, bundle.a_set}, {bundle.b, bundle.b_set}}) {
        if (end != port || set == plant::kNone) continue;
        const auto& fibres = plant.lane_sets[set].fibres;
        if (std::any_of(fibres.begin(), fibres.end(), [&](const auto& fibre) { return fibre.position == position; }))
          links.push_back(link_of_bundle(plant, id));
      }
    }
  };
  const spec::Face& face = plant.face_of(connector).face;
  for (int position = 0; position < face.size(); ++position) {
    const auto at = static_cast<std::uint16_t>(position);
    if (plant.type_of(connector).kind == plant::Kind::kTransceiver) {
      add_port(connector, at);
      continue;
    }
    const plant::Path path = plant::trace(plant, {connector, at});
    if (path.ending == plant::Ending::kPort) add_port(path.end().connector, path.end().position);
  }
}

void sort_once(std::vector<std::uint32_t>& links) {
  std::sort(links.begin(), links.end());
  links.erase(std::unique(links.begin(), links.end()), links.end());
}

}  // namespace

std::vector<std::uint32_t> links_through(const plant::Plant& plant, std::uint32_t asset, const BundleIndex& index) {
  std::vector<std::uint32_t> links;
  for (std::uint32_t c = plant.asset_first[asset]; c < plant.asset_first[asset + 1]; ++c) links_beyond(plant, c, index, links);
  sort_once(links);
  return links;
}

std::vector<std::uint32_t> links_through(const plant::Plant& plant, const plant::PanelPort& port, const BundleIndex& index) {
  std::vector<std::uint32_t> links;
  for (const std::uint32_t plug : {port.front, port.rear})
    if (plug != plant::kNone) links_beyond(plant, plug, index, links);
  sort_once(links);
  return links;
}

std::vector<std::uint32_t> links_in_dispute(const plant::Plant& plant) {
  std::vector<std::uint32_t> links, plugs = plant.disputed;
  if (plugs.empty()) return links;
  const BundleIndex index(plant);
  sort_once(plugs);
  for (std::uint32_t plug : plugs) links_beyond(plant, plug, index, links);
  sort_once(links);
  return links;
}

Touched name_subjects(const View& view, std::vector<Hit>& hits, std::size_t most) {
  name_links(view, hits, most);
  name_joints(view, hits, most);
  Touched touched;
  std::optional<BundleIndex> index;
  for (std::size_t hit = 0; hit < hits.size(); ++hit) {
    std::vector<std::uint32_t> links;
    for (std::uint32_t bundle : hits[hit].bundles) {
      const std::uint32_t link = link_of_bundle(view.plant, bundle);
      if (!links.empty() && links.back() == link) continue;
      links.push_back(link);
      count(hits[hit].finding, "link", most, [&] { return std::string(view.plant.link_name(link)); });
    }
    const bool decides = !hits[hit].parts_only && (hits[hit].unproven || hits[hit].weight >= diag::Severity::kError);
    for (std::uint32_t asset : hits[hit].assets) {
      if (hits[hit].finding.subject_kind.empty())
        hits[hit].finding.subject_kind = is_cable(view.plant.asset_type(asset).kind) ? "cable" : "part";
      count(hits[hit].finding, std::string(hits[hit].finding.subject_kind), most,
            [&] { return view.plant.asset_spelled(asset); });
      if (!decides) continue;
      if (!index) index.emplace(view.plant);
      const std::vector<std::uint32_t> through = links_through(view.plant, asset, *index);
      links.insert(links.end(), through.begin(), through.end());
    }
    if (!links.empty()) touched.links_of_hit.emplace_back(hit, std::move(links));
  }
  return touched;
}

}  // namespace ferrule::check
