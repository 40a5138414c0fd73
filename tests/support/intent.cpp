#include "support/intent.h"

#include <algorithm>

#include "support/random_plant.h"

namespace ferrule::test {
namespace {

constexpr std::string_view kKeepsOrder = "SR8 that does not re-order its lanes";

bool array(const End& end) { return end.connector.starts_with("MPO"); }

}  // namespace

std::string listed_connector(const std::string& connector) {
  if (connector == "MPO-10") return "MPO-10of12";
  if (connector == "MPO-20") return "MPO-20of24";
  if (connector == "LC") return "LC-simplex";
  return connector.starts_with("bare") ? "bare" : connector;
}

std::string application_of(const Sort& sort) {
  if (sort.name == "SR4") return "40GBASE-SR4";
  if (sort.name == "SR8") return "400GBASE-SR8";
  if (sort.name == kKeepsOrder) return "800GBASE-SR8";
  if (sort.name == "SR10") return "100GBASE-SR10";
  if (sort.name == "SR16") return "400GBASE-SR16";
  if (sort.name == "2xDR4") return "400GBASE-SR4";
  if (sort.name == "SR4.2") return "400GBASE-SR4.2";
  return "10GBASE-SR";
}

void settle(PlainPlant& plain) {
  for (Sort& sort : plain.sorts) {
    if (sort.name == "SR8" && sort.ends[0].pins != Pinning::kPinned) sort.name = kKeepsOrder;  // as good a coin as any
    for (End& end : sort.ends)
      if (!array(end) && end.cut == Cut::kNotStated) end.cut = Cut::kFlat;
    sort.length_mm = sort.what == What::kTransceiver ? 0 : 2000;  // a cord alone is as long as any optic asks for
  }
}

std::vector<LinkWanted> intend(const PlainPlant& plain, std::uint64_t seed) {
  const SlowJudge judge(plain);
  Dice dice(seed);
  std::vector<LinkWanted> links;
  std::vector<Plug> ports, taken;
  for (int part = 0; part < static_cast<int>(plain.parts.size()); ++part)
    if (plain.transceiver(part))
      for (int end = 0; end < static_cast<int>(plain.sort_of(part).ends.size()); ++end) ports.push_back({part, end});
  const auto is_free = [&](Plug plug) { return std::find(taken.begin(), taken.end(), plug) == taken.end(); };
  const auto alike = [&](Plug a, Plug b) {
    return application_of(plain.sort_of(a.part)) == application_of(plain.sort_of(b.part));
  };
  for (const Plug from : ports) {
    if (!is_free(from)) continue;
    Plug to;
    for (const LaneAt& lane : plain.sort_of(from.part).lanes) {
      if (lane.end != from.end) continue;
      const Walk walk = judge.follow(from, lane.position).walks.front();
      if (walk.ending == SlowEnding::kPort) to = walk.plug;
      break;
    }
    if (to.part < 0 || dice.chance(10)) to = ports[static_cast<std::size_t>(dice.below(static_cast<int>(ports.size())))];
    if (to == from || !is_free(to) || !alike(from, to)) continue;
    links.push_back({from, to});
    taken.push_back(from);
    taken.push_back(to);
  }
  return links;
}

void add_intent(const PlainPlant& plain, const std::vector<LinkWanted>& links, Built& built) {
  plant::Plant& plant = built.plant;
  constexpr Loss kNext{1};  // to nothing
  for (std::size_t id = 0; id < plain.sorts.size(); ++id) {
    plant::PartType& type = plant.types[id];
    type.mode = spec::Mode::kMulti;
    if (type.kind == plant::Kind::kTransceiver)
      type.application = application_of(plain.sorts[id]);
    else
      type.fibre = "OM4";
    for (plant::TypeFace& face : type.faces) {
      face.face.connector = listed_connector(face.face.connector);
      face.loss_max = kNext;
    }
    for (plant::Branch& branch : type.branches) branch.loss = kNext;
    if (type.kind == plant::Kind::kTap) type.through_loss = kNext;
  }
  plant.links.clear();
  plant.bundles.clear();
  const auto port = [&](Plug plug) {
    return *std::find_if(built.ports.begin(), built.ports.end(), [&](const Built::Port& one) { return one.plug == plug; });
  };
  for (const LinkWanted& link : links) {
    const Built::Port a = port(link.a), b = port(link.b);
    plant.links.push_back(
        {plant.names.add("L" + std::to_string(plant.links.size() + 1)), static_cast<std::uint32_t>(plant.bundles.size()), {}});
    plant.bundles.push_back({a.connector, a.lane_set, b.connector, b.lane_set});
  }
  plant.links.push_back({0, static_cast<std::uint32_t>(plant.bundles.size()), {}});
}

}  // namespace ferrule::test
