#include "check/channel.h"

#include <algorithm>
#include <map>

#include "check/add_once.h"
#include "loss/way_loss.h"

namespace ferrule::check {
namespace {

constexpr std::int64_t kLongestOf850Window = 860;  // nm: 850 nm sources are 840 to 860 nm

bool beyond_850(const facts::Optic& optic) {
  return std::any_of(optic.wavelengths_nm.begin(), optic.wavelengths_nm.end(), [](const std::string& text) {
    const auto nm = parse_decimal(text, 0);
    return nm && *nm > kLongestOf850Window;
  });
}

// Whether the wavelengths, and not only the reach, are outside what is stated of the fibre.
bool wavelength_decides(const facts::Optic& optic, const facts::Fibre& fibre) {
  if (fibre.mode == "MM") return beyond_850(optic);
  return std::any_of(optic.wavelengths_nm.begin(), optic.wavelengths_nm.end(), [&](const std::string& nm) {
    return !loss::attenuation(fibre, nm, false) && !loss::attenuation(fibre, nm, true);
  });
}

}  // namespace

std::vector<Channel> channels_of(const View& view, const Way& way) {
  std::vector<Channel> channels;
  for (const WayLeaf& leaf : way.leaves) {
    if (!leaf.counts) continue;
    Channel channel;
    channel.near = view.plant.faces[view.plant.lane_sets[way.a_set].face].type;
    for (std::uint32_t id : view.proof.light.way_to(leaf.step)) {
      const plant::Step& step = view.proof.light.step(id);
      if (step.face == plant::kNone) continue;
      const std::uint32_t type = view.plant.faces[step.face].type;
      if (view.plant.terminal(step.face))
        channel.far = type;
      else
        add_once(channel.parts, type);
    }
    channels.push_back(std::move(channel));
  }
  return channels;
}

std::vector<Mix> mixes(const View& view, const Trait& trait) {
  std::vector<int> trait_of;
  for (const plant::PartType& type : view.plant.types)
    trait_of.push_back(type.kind == plant::Kind::kTransceiver ? 0 : trait(type));
  std::vector<Mix> found;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> known;
  const auto mix_of = [&](std::uint32_t a, std::uint32_t b) -> Mix& {
    const auto [at, fresh] = known.try_emplace(std::minmax(a, b), found.size());
    if (fresh) found.push_back({a, b, {}, {}});
    return found[at->second];
  };
  const auto differ = [&](std::uint32_t a, std::uint32_t b) {
    return trait_of[a] != 0 && trait_of[b] != 0 && trait_of[a] != trait_of[b];
  };
  // The first pair of a channel tells it; naming every pair would not help.
  const auto add_channel = [&](std::uint32_t way, const Channel& channel) {
    std::uint32_t first = plant::kNone;
    for (const std::uint32_t part : channel.parts) {
      if (first == plant::kNone && trait_of[part] != 0) first = part;
      if (first == plant::kNone || !differ(first, part)) continue;
      std::vector<std::uint32_t>& ways = mix_of(first, part).ways;
      if (ways.empty() || ways.back() != way) ways.push_back(way);
      return true;
    }
    return false;
  };
  std::vector<bool> said(view.proof.joint_kinds.size());
  for (std::uint32_t way = 0; way < view.proof.ways.size(); ++way) {
    bool mixed = false;
    for (const Channel& channel : channels_of(view, view.proof.ways[way])) mixed = add_channel(way, channel) || mixed;
    if (mixed)
      for (const std::uint32_t kind : view.proof.ways[way].joint_kinds) said[kind] = true;
  }
  for (std::uint32_t kind = 0; kind < view.proof.joint_kinds.size(); ++kind) {
    const JointKind& joint = view.proof.joint_kinds[kind];
    const std::uint32_t a = view.plant.faces[joint.face_a].type, b = view.plant.faces[joint.face_b].type;
    if (!said[kind] && differ(a, b)) mix_of(a, b).kinds.push_back(kind);
  }
  return found;
}

Report::Builder report_mix(const View& view, const Mix& mix, std::string message, Report& report) {
  Report::Builder finding =
      mix.ways.empty() ? report.joints(mix.kinds, std::move(message)) : report.along(mix.ways, std::move(message));
  for (std::uint32_t id : {mix.a, mix.b}) {
    const plant::PartType& type = view.plant.types[id];
    if (type.place.known()) finding.note(type.place, type.name + " is " + type.fibre + " here");
  }
  return finding;
}

const facts::Reach* reach_over(const facts::Facts& facts, const facts::Optic& optic, std::string_view fibre_class) {
  const facts::Fibre* fibre = facts.fibre(fibre_class);
  const std::string_view name = fibre == nullptr ? fibre_class : std::string_view(fibre->name);
  if (const facts::Reach* own = optic.reach(name)) return own;
  const facts::Reach* best = nullptr;
  for (const facts::Reach& reach : optic.reaches) {
    const facts::FibreSubstitution* rule = facts.substitution(reach.fibre_class, name);
    if (rule == nullptr || rule->verdict != "ok" || rule->confidence == Confidence::kLow) continue;
    if (best == nullptr || (reach.longest && (!best->longest || *reach.longest > *best->longest))) best = &reach;
  }
  return best;
}

std::vector<Uncovered> uncovered(const View& view) {
  std::vector<Uncovered> found;
  std::map<std::pair<std::string, std::string>, std::size_t> known;
  for (std::uint32_t way = 0; way < view.proof.ways.size(); ++way)
    for (const Channel& channel : channels_of(view, view.proof.ways[way]))
      for (std::uint32_t end : {channel.near, channel.far}) {
        if (end == plant::kNone) continue;
        const facts::Optic* optic = view.facts.optic(view.plant.types[end].application);
        if (optic == nullptr) continue;
        for (std::uint32_t part : channel.parts) {
          const facts::Fibre* fibre = view.facts.fibre(view.plant.types[part].fibre);
          if (fibre == nullptr || fibre->mode != optic->mode || reach_over(view.facts, *optic, fibre->name) != nullptr) continue;
          const auto [at, fresh] = known.try_emplace({optic->pmd, fibre->name}, found.size());
          if (fresh) found.push_back({optic, fibre->name, wavelength_decides(*optic, *fibre), {}});
          if (found[at->second].ways.empty() || found[at->second].ways.back() != way) found[at->second].ways.push_back(way);
        }
      }
  return found;
}

}  // namespace ferrule::check
