#include "check/upgrade_split.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/quantity.h"
#include "base/text.h"
#include "check/upgrade_faces.h"

namespace ferrule::check {

using plant::Kind;
using plant::PartType;
using plant::TypeFace;

namespace {

int lanes_of_receptacle(const PartType& type) {
  int lanes = 0;
  for (const plant::Lane& lane : type.lanes)
    if (lane.face == 0) lanes = std::max(lanes, lane.number + 1);
  return lanes;
}

bool breaks_into(const facts::Optic& optic, const facts::Optic& part) {
  return std::any_of(optic.breakouts.begin(), optic.breakouts.end(), [&](const facts::Breakout& breakout) {
    return breakout.pmd == part.pmd || (!part.port_application.empty() && breakout.pmd == part.port_application);
  });
}

// Some lanes of a port that has other lanes now: the same share of them.
bool rescale(Cut::Lanes& lanes, int before, int after) {
  if (before <= 0 || lanes.first * after % before != 0 || lanes.count * after % before != 0) return false;
  lanes.first = lanes.first * after / before;
  lanes.count = lanes.count * after / before;
  return lanes.count > 0;
}

// One way to dress the ports of one side: another cable at each of them.
struct SideChoice {
  struct Swap {
    std::uint32_t node = 0;
    const PartType* part = nullptr;
    bool turned = false;  // its end a lies where end b of the former lay
  };
  std::vector<Swap> swaps;
  std::vector<Purchase> buy;
  std::string words;
  int cost = 0;
};

// The ports of one side, and the cables plugged into them.
class CutSide {
 public:
  CutSide(const Cut& cut, std::vector<std::uint32_t> ports, Per per, PartShop& shop, const PartTraits& traits)
      : cut_(cut), ports_(std::move(ports)), per_(per), shop_(shop), traits_(traits) {}

  std::vector<SideChoice> choices() {
    std::vector<SideChoice> out{{}};
    if (ports_.empty()) return out;
    const std::optional<Cut::Face> plug = cut_.mate_of({cut_.ports[ports_.front()].node, 0});
    if (!plug) return out;
    const PartType& cable = *cut_.nodes[plug->node].part;
    if (cable.kind == Kind::kBreakout) {
      harnesses(*plug, out);
      return out;
    }
    if (cable.kind != Kind::kCord && cable.kind != Kind::kExtension) return out;
    for (const std::string& polarity : polarities_for(shop_.facts(), cable.faces[plug->face].face)) cords(polarity, out);
    return out;
  }

 private:
  const TypeFace& face_at(Cut::Face at) const { return cut_.nodes[at.node].part->faces[at.face]; }
  bool is_port(std::uint32_t node) const {
    return std::any_of(cut_.ports.begin(), cut_.ports.end(), [&](const Cut::Port& port) { return port.node == node; });
  }
  const spec::Face& receptacle(std::uint32_t port) const { return cut_.part_of(cut_.ports[port]).faces.front().face; }

  // The same type of cord at every port of the side.
  void cords(const std::string& polarity, std::vector<SideChoice>& out) {
    SideChoice choice;
    choice.cost = kCordCost;
    for (const std::uint32_t port : ports_) {
      const std::optional<Cut::Face> plug = cut_.mate_of({cut_.ports[port].node, 0});
      if (!plug || cut_.nodes[plug->node].part->faces.size() != 2) return;
      const Cut::Face other{plug->node, static_cast<std::uint16_t>(1 - plug->face)};
      const std::optional<Cut::Face> behind = cut_.mate_of(other);
      if (!behind) return;
      if (is_port(behind->node)) return;  // from port to port: it is the other side's cord as well
      spec::Face a = plug_for_receptacle(receptacle(port)), b = plug_against(face_at(*behind).face);
      if (!same_shape(a, b)) return;
      if (is_array(b) && family_of(shop_.facts(), a.connector) == family_of(shop_.facts(), b.connector))
        a.connector = b.connector;
      const MadePart* cord = shop_.cord(a, b, polarity, traits_);
      if (cord == nullptr) return;
      choice.swaps.push_back({plug->node, cord->part, plug->face == 1});
      if (choice.buy.empty()) {
        choice.buy.push_back({cord, 1, per_});
        choice.words = cord->words;
      } else if (choice.buy.front().part != cord) {
        return;  // ports of several kinds on one side: no one cord is for all
      }
    }
    out.push_back(std::move(choice));
  }

  // A harness of as many legs in place of that which has its head or its legs in these ports.
  void harnesses(Cut::Face plug, std::vector<SideChoice>& out) {
    const PartType& now = *cut_.nodes[plug.node].part;
    if (is_array(now.faces[1].face) || !all_in(plug.node)) return;  // of array legs nobody lists the pins
    const bool head_here = plug.face == 0;
    const std::optional<Cut::Face> beyond = cut_.mate_of({plug.node, static_cast<std::uint16_t>(head_here ? 1 : 0)});
    if (!beyond || (!head_here && is_port(beyond->node))) return;  // with its head in a port it is that side's
    const spec::Face& port = receptacle(ports_.front());
    const spec::Face head = head_here ? plug_for_receptacle(port) : plug_against(face_at(*beyond).face);
    for (const facts::ListedMap& wiring : shop_.facts().breakouts()) {
      const facts::Connector* connector = shop_.facts().connector(wiring.a_connector);
      if (connector == nullptr || static_cast<std::size_t>(wiring.b_count) + 1 != now.faces.size()) continue;
      if (connector->rows != head.rows || connector->columns != head.columns) continue;
      if (wiring.b_connector != now.faces[1].face.connector) continue;
      const MadePart* harness = shop_.harness(head, wiring, head_here ? face_at(*beyond).face.polish : port.polish, traits_);
      if (harness == nullptr || harness->part->faces.size() != now.faces.size()) continue;
      out.push_back({{{plug.node, harness->part, false}}, {{harness, 1, Per::kSplitPort}}, harness->words, kHarnessCost});
    }
  }

  bool all_in(std::uint32_t node) const {
    return std::all_of(ports_.begin(), ports_.end(), [&](std::uint32_t port) {
      const std::optional<Cut::Face> plug = cut_.mate_of({cut_.ports[port].node, 0});
      return plug && plug->node == node;
    });
  }

  const Cut& cut_;
  const std::vector<std::uint32_t> ports_;
  const Per per_;
  PartShop& shop_;
  const PartTraits& traits_;
};

// Array cords that have no end in a port: cross-connects. The same type of cord at each of them.
std::vector<SideChoice> middle_choices(const Cut& cut, PartShop& shop, const PartTraits& traits) {
  std::vector<SideChoice> out{{}};
  const auto is_port = [&](const Cut::Face& face) {
    return std::any_of(cut.ports.begin(), cut.ports.end(), [&](const Cut::Port& port) { return port.node == face.node; });
  };
  for (const char* polarity : {"A", "B"}) {
    SideChoice choice;
    for (std::uint32_t node = 0; node < cut.nodes.size(); ++node) {
      const PartType& cord = *cut.nodes[node].part;
      if ((cord.kind != Kind::kCord && cord.kind != Kind::kExtension) || cord.faces.size() != 2 || !is_array(cord.faces[0].face))
        continue;
      const std::optional<Cut::Face> before = cut.mate_of({node, 0}), after = cut.mate_of({node, 1});
      if (!before || !after || is_port(*before) || is_port(*after)) continue;
      const spec::Face &near = cut.nodes[before->node].part->faces[before->face].face,
                       &far = cut.nodes[after->node].part->faces[after->face].face;
      if (!same_shape(near, far)) return {{}};
      const MadePart* made = shop.cord(plug_against(near), plug_against(far), polarity, traits);
      if (made == nullptr || (!choice.buy.empty() && choice.buy.front().part != made)) return {{}};
      choice.swaps.push_back({node, made->part, false});
      if (choice.buy.empty()) choice.buy.push_back({made, 0, cut.breaks_out() ? Per::kSplitPort : Per::kChannel});
      ++choice.buy.front().count;
    }
    if (choice.swaps.empty()) return out;
    choice.words = choice.buy.front().part->words;
    choice.cost = kCordCost;
    out.push_back(std::move(choice));
  }
  return out;
}

void swap_cables(const SideChoice& choice, Cut& cut) {
  for (const SideChoice::Swap& swap : choice.swaps) {
    cut.nodes[swap.node].part = swap.part;
    if (!swap.turned) continue;
    for (Cut::Mating& mating : cut.matings)
      for (Cut::Face* face : {&mating.a, &mating.b})
        if (face->node == swap.node) face->face = static_cast<std::uint16_t>(1 - face->face);
  }
}

struct Sides {
  std::vector<std::uint32_t> near, far;
  Per near_per = Per::kChannel, far_per = Per::kChannel;
  std::string near_name, far_name;
};

Sides sides_of(const Cut& cut) {
  Sides sides;
  if (cut.breaks_out()) {
    sides.near_per = Per::kSplitPort;
    sides.near_name = "split port";
    sides.far_name = "legs";
    for (std::uint32_t port = 0; port < cut.ports.size(); ++port)
      (cut.ports[port].split ? sides.near : sides.far).push_back(port);
    return sides;
  }
  if (cut.shares_ports()) {  // a mesh: no port is more of an end than another
    sides.near_per = Per::kSplitPort;
    sides.near_name = "every port";
    for (std::uint32_t port = 0; port < cut.ports.size(); ++port) sides.near.push_back(port);
    return sides;
  }
  sides.near_name = "end a";
  sides.far_name = "end b";
  const auto note = [](std::vector<std::uint32_t>& ports, std::uint32_t port) {
    if (std::find(ports.begin(), ports.end(), port) == ports.end()) ports.push_back(port);
  };
  for (const Cut::Bundle& bundle : cut.bundles) note(sides.near, bundle.a.port);
  for (std::uint32_t port = 0; port < cut.ports.size(); ++port)
    if (std::find(sides.near.begin(), sides.near.end(), port) == sides.near.end()) sides.far.push_back(port);
  return sides;
}

std::string words_of_sides(const Sides& sides, const SideChoice& near, const SideChoice& far) {
  const auto at = [](const std::string& name) {
    return name == "legs" || name == "split port" ? "at the " + name : "at " + name;
  };
  if (near.words == far.words && sides.near_name == "end a") return "at both ends: " + near.words;
  if (near.words.empty()) return fmt::format("{}: {}", at(sides.far_name), far.words);
  if (far.words.empty()) return fmt::format("{}: {}", at(sides.near_name), near.words);
  return fmt::format("{}: {}; {}: {}", at(sides.near_name), near.words, at(sides.far_name), far.words);
}

}  // namespace

int parts_of(const Cut& cut) {
  int parts = 1;
  for (const Cut::Bundle& bundle : cut.bundles)
    for (const std::optional<Cut::Lanes>& end : {std::optional(bundle.a), bundle.b})
      if (end && end->count > 0) parts = std::max(parts, cut.ports[end->port].lanes / end->count);
  return parts;
}

std::vector<const facts::Optic*> splitters(const Cut& cut, const facts::Facts& facts, const facts::Optic& application) {
  std::vector<const facts::Optic*> out;
  const facts::Optic* now = nullptr;
  const spec::Face* receptacle = nullptr;
  for (const Cut::Port& port : cut.ports) {
    if (!port.split) continue;
    now = facts.optic(cut.part_of(port).application);
    receptacle = &cut.part_of(port).faces.front().face;
  }
  if (receptacle == nullptr) return out;
  for (const facts::Optic& optic : facts.optics()) {
    const facts::Connector* connector = facts.connector(optic.connector);
    if (connector == nullptr || connector->rows != receptacle->rows || connector->columns != receptacle->columns) continue;
    if (breaks_into(optic, application)) out.push_back(&optic);
  }
  std::stable_sort(out.begin(), out.end(), [&](const facts::Optic* a, const facts::Optic* b) {
    const auto key = [&](const facts::Optic* one) {
      return std::make_pair(one == now ? 0 : 1, parse_decimal(one->rate_gbps, 3).value_or(0));
    };
    return key(a) < key(b);
  });
  return out;
}

std::optional<Cut> with_transceivers(const Cut& cut, const PartType& split, const PartType& whole) {
  Cut out = cut;
  for (Cut::Port& port : out.ports) {
    const PartType& type = port.split ? split : whole;
    out.nodes[port.node].part = &type;
    port.lanes = lanes_of_receptacle(type);
  }
  const auto fit = [&](Cut::Lanes& lanes) {
    const Cut::Port &before = cut.ports[lanes.port], &after = out.ports[lanes.port];
    if (!before.split) return lanes.first = 0, lanes.count = 0, true;  // all of it
    return rescale(lanes, before.lanes, after.lanes);
  };
  for (Cut::Bundle& bundle : out.bundles)
    if (!fit(bundle.a) || (bundle.b && !fit(*bundle.b))) return std::nullopt;
  return out;
}

std::vector<CutPlan> cut_plans(const Cut& cut, PartShop& shop, const PartTraits& traits, const std::string& regrade) {
  const Sides sides = sides_of(cut);
  const std::vector<SideChoice> near = CutSide(cut, sides.near, sides.near_per, shop, traits).choices();
  const std::vector<SideChoice> far = CutSide(cut, sides.far, sides.far_per, shop, traits).choices();
  // What every port of a mesh shares in its middle is nobody's own: it stays.
  const std::vector<SideChoice> middle =
      cut.shares_ports() && !cut.breaks_out() ? std::vector<SideChoice>{{}} : middle_choices(cut, shop, traits);
  std::vector<CutPlan> out;
  for (const SideChoice& a : near)
    for (const SideChoice& b : far)
      for (const SideChoice& m : middle) {
        const bool ends_stay = a.buy.empty() && b.buy.empty();
        if (ends_stay && m.buy.empty() && regrade.empty()) continue;
        CutPlan plan{cut, {}, ends_stay ? "" : words_of_sides(sides, a, b), a.cost + b.cost + m.cost, {}};
        if (!m.buy.empty()) plan.words += fmt::format("{}in the middle: {}", ends_stay ? "" : "; ", m.words);
        swap_cables(a, plan.cut);
        swap_cables(b, plan.cut);
        swap_cables(m, plan.cut);
        add_purchases(a.buy, sides.near_name, plan.buy);
        add_purchases(b.buy, sides.far_name, plan.buy);
        add_purchases(m.buy, "middle", plan.buy);
        out.push_back(std::move(plan));
      }
  std::stable_sort(out.begin(), out.end(), [](const CutPlan& a, const CutPlan& b) { return a.cost < b.cost; });
  if (regrade.empty()) return out;
  for (CutPlan& plan : out)
    for (std::size_t node = 0; node < plan.cut.nodes.size(); ++node)
      if (plan.cut.nodes[node].part->kind != Kind::kTransceiver)
        plan.cut.nodes[node].part = regraded_kept(plan.cut.nodes[node].part, plan.buy, regrade, shop, plan.kept_ungraded);
  return out;
}

}  // namespace ferrule::check
