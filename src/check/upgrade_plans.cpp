#include "check/upgrade_plans.h"

#include <algorithm>
#include <set>
#include <fmt/format.h>

#include "check/upgrade_faces.h"
#include "check/upgrade_middle.h"
#include "check/variants.h"

namespace ferrule::check {
namespace {

using plant::Joint;
using plant::Kind;
using plant::PartType;
using plant::TypeFace;

constexpr std::uint32_t kCordLength = 5'000;  // mm, of cords where the channel has none to go by

// What one end may look like: what stands between the transceiver and the part that stays.
struct End {
  std::vector<Piece> outer;   // from the transceiver inwards
  Joint joint = Joint::kMdi;  // with which the part that stays is met
  bool drops = false;         // the cassette that stood here goes
  bool harness = false;
  std::vector<Purchase> buy;
  std::string words;
  int cost = 0;
};

class EndPlanner {
 public:
  EndPlanner(const Chain& chain, const PartType& optic, PartShop& shop, const PartTraits& traits, bool near)
      : chain_(chain), shop_(shop), traits_(traits), near_(near), receptacle_(optic.faces.front().face) {}

  std::vector<End> ends() {
    std::vector<End> out;
    const std::optional<Piece>& cord = near_ ? chain_.near_cord : chain_.far_cord;
    const Joint joint = near_ ? chain_.near_joint : chain_.far_joint;
    if (cord && same_shape(cord->part->faces[near_ ? cord->in : cord->out].face, receptacle_))
      out.push_back({{*cord}, joint, false, false, {}, "", 0});
    if (joint == Joint::kMdi && !cord) return {{{}, joint, false, false, {}, "", 0}};  // the fixed part ends in the port itself
    const Piece& outermost = near_ ? chain_.fixed.front() : chain_.fixed.back();
    const TypeFace& face = outermost.part->faces[near_ ? outermost.in : outermost.out];
    add_cords(face, joint, "", {}, 0, false, out);
    add_harnesses(face, joint, out);
    add_panels(outermost, out);
    add_straight_cords(outermost, out);
    add_cassettes(face, outermost, out);
    return out;
  }

 private:
  std::uint32_t length() const {
    const std::optional<Piece>& cord = near_ ? chain_.near_cord : chain_.far_cord;
    return cord ? cord->length_mm : kCordLength;
  }

  void add_cords(const TypeFace& face, Joint joint, const std::string& words, const std::vector<Purchase>& buy, int cost,
                 bool drops, std::vector<End>& out) {
    if (!same_shape(face.face, receptacle_)) return;
    spec::Face a = plug_for_receptacle(receptacle_), b = plug_against(face.face);
    if (is_array(b) && family_of(shop_.facts(), a.connector) == family_of(shop_.facts(), b.connector)) a.connector = b.connector;
    for (const std::string& polarity : polarities_for(shop_.facts(), b)) {
      const MadePart* cord = shop_.cord(a, b, polarity, traits_);
      if (cord == nullptr) continue;
      End end{{{cord->part, 0, 1, Joint::kMdi, length()}}, joint, drops, false, buy, words, cost + kCordCost};
      end.buy.push_back({cord, 1, Per::kChannel});
      end.words += (words.empty() ? "" : ", ") + cord->words;
      out.push_back(std::move(end));
    }
  }

  // An array plug behind the panel, and a transceiver of two fibres: a harness from the one to the other.
  void add_harnesses(const TypeFace& face, Joint joint, std::vector<End>& out) {
    if (!is_array(face.face) || is_array(receptacle_)) return;
    spec::Face head = face.face;
    head.pins = spec::opposite(face.face.pins);
    for (const facts::ListedMap& wiring : shop_.facts().breakouts()) {
      const facts::Connector* connector = shop_.facts().connector(wiring.a_connector);
      if (wiring.b_connector != receptacle_.connector || connector == nullptr) continue;
      if (connector->rows != head.rows || connector->columns != head.columns) continue;
      if (family_of(shop_.facts(), head.connector) != connector->family) continue;
      const MadePart* harness = shop_.harness(head, wiring, receptacle_.polish, traits_);
      if (harness == nullptr) continue;
      out.push_back({{{harness->part, 1, 0, Joint::kMdi, length()}},
                     joint,
                     false,
                     true,
                     {{harness, 1, Per::kLeg}},
                     harness->words,
                     kHarnessCost});
    }
  }

  // A cassette with two-fibre ports, and a transceiver with an array connector: the cassette goes, the trunk's plug comes to the front.
  void add_panels(const Piece& outermost, std::vector<End>& out) {
    if (outermost.part->kind != Kind::kCassette || !is_array(receptacle_) || chain_.fixed.size() < 2) return;
    const Piece& inner = near_ ? chain_.fixed[1] : chain_.fixed[chain_.fixed.size() - 2];
    const TypeFace& plug = inner.part->faces[near_ ? inner.in : inner.out];
    if (plug.receptacle || !is_array(plug.face)) return;
    for (const char* adapter : {"A", "B"}) {
      const MadePart* panel = shop_.panel(plug.face.connector, adapter);
      if (panel == nullptr) continue;
      add_cords(plug, joint_of_adapter(*adapter), panel->words + " in place of the cassette", {{panel, 1, Per::kLeg}}, kPanelCost,
                true, out);
    }
  }

  // A harness behind a panel of two-fibre ports: it goes, and one array cord lies from where its head was to the transceiver.
  void add_straight_cords(const Piece& outermost, std::vector<End>& out) {
    if (outermost.part->kind != Kind::kBreakout || !is_array(receptacle_) || chain_.fixed.size() < 2) return;
    const Piece& inner = near_ ? chain_.fixed[1] : chain_.fixed[chain_.fixed.size() - 2];
    const TypeFace& plug = inner.part->faces[near_ ? inner.in : inner.out];
    if (!is_array(plug.face)) return;
    add_cords(plug, near_ ? inner.joint : outermost.joint, "in place of the harness and its duplex cords", {}, 0, true, out);
  }

  // The other way: an array plug in a panel, and a transceiver of two fibres.
  void add_cassettes(const TypeFace& plug, const Piece& outermost, std::vector<End>& out) {
    if (outermost.part->kind != Kind::kTrunk || plug.receptacle || !is_array(plug.face) || is_array(receptacle_)) return;
    spec::Face rear = plug.face;
    rear.pins = spec::opposite(plug.face.pins);
    const spec::Face a = plug_for_receptacle(receptacle_);
    for (const facts::Transition& transition : shop_.facts().transitions()) {
      const facts::Connector* connector = shop_.facts().connector(transition.connector);
      if (connector == nullptr || connector->rows != rear.rows || connector->columns != rear.columns) continue;
      if (static_cast<int>(connector->populated.size()) != rear.count()) continue;
      for (const char* adapter : {"A", "B"}) {
        const MadePart* cassette =
            shop_.cassette(rear, receptacle_.connector, transition.ports.size(), transition.name, adapter, traits_);
        if (cassette == nullptr) continue;
        for (const char* polarity : {"A-to-B", "A-to-A"}) {
          const MadePart* cord = shop_.cord(a, cassette->part->faces[1].face, polarity, traits_);
          if (cord == nullptr) continue;
          const Piece front{cassette->part, 1, 0, Joint::kSeat, 0};
          out.push_back({{{cord->part, 0, 1, Joint::kMdi, length()}, front},
                         joint_of_adapter(*adapter),
                         false,
                         false,
                         {{cassette, 1, Per::kLeg}, {cord, 1, Per::kChannel}},
                         fmt::format("{} in place of the panel, {}", cassette->words, cord->words),
                         kPanelCost + kCordCost + (*polarity == 'A' && polarity[5] == 'A' ? 1 : 0)});
        }
      }
    }
  }

  const Chain& chain_;
  PartShop& shop_;
  const PartTraits& traits_;
  const bool near_;
  const spec::Face& receptacle_;
};

std::string both_words(const End& near, const End& far) {
  if (near.words == far.words) return near.words.empty() ? "" : "at both ends: " + near.words;
  if (near.words.empty()) return "at end b: " + far.words;
  return "at end a: " + near.words + (far.words.empty() ? "" : "; at end b: " + far.words);
}

Plan put_together(const Chain& chain, const End& near, const End& far) {
  Plan plan;
  plan.row.pieces = near.outer;
  for (std::size_t i = 1; i < plan.row.pieces.size(); ++i) plan.row.pieces[i].out = 0;
  std::vector<Piece> core = chain.fixed;
  if (near.drops) core.erase(core.begin());
  if (far.drops) core.pop_back();
  const bool same_ports = !chain.permanent && !near.drops && !far.drops && near.outer.size() < 2 && !near.harness;
  for (std::size_t i = 0; i < core.size(); ++i) {
    if (i == 0) core[i].joint = near.joint;
    if (!same_ports && i + 1 == core.size() && core[i].part->kind == Kind::kCassette) core[i].out = Piece::kWhereLightLeaves;
    plan.row.pieces.push_back(core[i]);
  }
  // Seen from the far end the pieces stand the other way round.
  Joint joint = far.joint;
  for (auto piece = far.outer.rbegin(); piece != far.outer.rend(); ++piece) {
    Piece turned = *piece;
    std::swap(turned.in, turned.out);
    const Joint outwards = turned.joint;
    turned.joint = joint;
    joint = outwards;
    if (turned.part->kind == Kind::kCassette || far.harness) turned.out = Piece::kWhereLightLeaves;
    plan.row.pieces.push_back(turned);
  }
  plan.row.last = far.outer.empty() ? far.joint : Joint::kMdi;
  add_purchases(near.buy, "end a", plan.buy);
  add_purchases(far.buy, "end b", plan.buy);
  plan.words = both_words(near, far);
  plan.cost = near.cost + far.cost;
  plan.harness = near.harness || far.harness;
  plan.new_ends = near.drops || far.drops || plan.harness || near.outer.size() > 1 || far.outer.size() > 1;
  return plan;
}

// A kept cord is the piece as it lies in the channel: it enters by `in` at either end.
std::vector<End> far_ends(std::vector<End> ends) {
  for (End& end : ends)
    if (end.buy.empty())
      for (Piece& piece : end.outer) std::swap(piece.in, piece.out);
  for (End& end : ends)
    if (end.buy.empty())
      for (Piece& piece : end.outer) piece.joint = Joint::kMdi;
  return ends;
}

void regrade_row(const std::string& grade, PartShop& shop, Plan& plan) {
  for (Piece& piece : plan.row.pieces) piece.part = regraded_kept(piece.part, plan.buy, grade, shop, plan.kept_ungraded);
}

// One cable from port to port: another one in its place.
std::vector<Plan> cable_plans(const Chain& chain, const PartType& optic, PartShop& shop, const PartTraits& traits) {
  std::vector<Plan> out;
  const spec::Face plug = plug_for_receptacle(optic.faces.front().face);
  std::vector<std::string> polarities = {"A-to-B", "A-to-A"};
  if (is_array(plug)) polarities = {"B", "A"};
  for (const std::string& polarity : polarities) {
    const MadePart* cord = shop.cord(plug, plug, polarity, traits);
    if (cord == nullptr) continue;
    Plan plan;
    plan.row.pieces = {{cord->part, 0, 1, Joint::kMdi, chain.near_cord->length_mm}};
    plan.buy = {{cord, 1, Per::kChannel}};
    plan.words = cord->words;
    plan.cost = kCordCost;
    out.push_back(std::move(plan));
  }
  return out;
}

}  // namespace

std::string but_for_crossings(const Row& row) {
  std::string out;
  for (const Piece& piece : row.pieces) {
    if (piece.part->kind != Kind::kCord) {
      out += fmt::format("{}.{}.{}|", static_cast<const void*>(piece.part), piece.in, piece.out);
      continue;
    }
    out += fmt::format("{} {} {}|", piece.part->fibre, piece.part->grade, piece.length_mm);
    for (const std::uint16_t face : {piece.in, static_cast<std::uint16_t>(1 - piece.in)}) {
      const TypeFace& plug = piece.part->faces[face];
      out += fmt::format("{} {} {} {} {} {}|", plug.face.connector, static_cast<int>(plug.face.pins),
                         static_cast<int>(plug.face.polish), plug.grade, plug.brand, plug.loss_max.microdecibel);
      if (plug.lot != nullptr) out += fmt::format("{}|", static_cast<const void*>(plug.lot.get()));
    }
    if (!piece.part->map_known) out += piece.part->name;
    for (const plant::Cited& fact : piece.part->map_facts)
      if (fact.confidence != Confidence::kHigh) out += fact.what;
  }
  return out;
}

Row row_of(const Chain& chain) { return {chain.pieces(), chain.last_joint()}; }

const PartType* regraded_kept(const PartType* part, const std::vector<Purchase>& bought, const std::string& grade, PartShop& shop,
                              std::vector<std::string>& ungraded) {
  if (std::any_of(bought.begin(), bought.end(), [&](const Purchase& one) { return one.part->part == part; })) return part;
  const bool unstated = part->grade.empty() && std::all_of(part->faces.begin(), part->faces.end(), [](const TypeFace& face) {
                          return face.grade.empty() && face.loss_max == Loss{};
                        });
  if (unstated && std::find(ungraded.begin(), ungraded.end(), part->name) == ungraded.end()) ungraded.push_back(part->name);
  return shop.regraded(*part, grade);
}

void add_purchases(const std::vector<Purchase>& more, const std::string& place, std::vector<Purchase>& all) {
  for (const Purchase& purchase : more) {
    auto same = std::find_if(all.begin(), all.end(),
                             [&](const Purchase& one) { return one.part == purchase.part && one.per == purchase.per; });
    if (same == all.end())
      same = all.insert(all.end(), purchase);
    else
      same->count += purchase.count;
    for (const std::string& known : purchase.places)
      if (std::find(same->places.begin(), same->places.end(), known) == same->places.end()) same->places.push_back(known);
    if (!place.empty() && std::find(same->places.begin(), same->places.end(), place) == same->places.end())
      same->places.push_back(place);
  }
}

std::vector<Plan> end_plans(const Chain& chain, const PartType& optic, PartShop& shop, const PartTraits& traits, bool as_it_is) {
  const std::vector<End> near = EndPlanner(chain, optic, shop, traits, true).ends();
  const std::vector<End> far = far_ends(EndPlanner(chain, optic, shop, traits, false).ends());
  std::vector<Plan> out;
  for (const End& a : near)
    for (const End& b : far)
      if (as_it_is || !a.buy.empty() || !b.buy.empty()) out.push_back(put_together(chain, a, b));
  std::stable_sort(out.begin(), out.end(), [](const Plan& a, const Plan& b) { return a.cost < b.cost; });
  return out;
}

std::vector<Plan> plans(const Chain& chain, const PartType& optic, PartShop& shop, const PartTraits& traits,
                        const std::string& regrade) {
  if (chain.fixed.empty()) return cable_plans(chain, optic, shop, traits);
  std::vector<Plan> out;
  if (too_narrow_middle(chain, optic).empty()) out = end_plans(chain, optic, shop, traits, !regrade.empty());
  for (const OtherMiddle& middle : other_middles(chain, optic, shop, traits))
    for (Plan& plan : end_plans(middle.chain, optic, shop, traits, true)) {
      if (!middle.usual && !plan.buy.empty()) continue;
      add_purchases(middle.buy, "", plan.buy);
      plan.words += (plan.words.empty() ? "" : "; ") + middle.words;
      plan.cost += middle.cost;
      plan.new_ends = plan.new_ends || middle.drops;
      out.push_back(std::move(plan));
    }
  std::stable_sort(out.begin(), out.end(), [](const Plan& a, const Plan& b) { return a.cost < b.cost; });
  if (!regrade.empty())
    for (Plan& plan : out) regrade_row(regrade, shop, plan);
  return out;
}

std::vector<Plan> trunk_plans(const Chain& chain, const PartType& optic, PartShop& shop, const PartTraits& traits) {
  std::vector<Plan> out;
  const auto is_trunk = [](const Piece& piece) { return piece.part->kind == Kind::kTrunk; };
  const auto first = std::find_if(chain.fixed.begin(), chain.fixed.end(), is_trunk);
  if (first == chain.fixed.end()) return out;
  for (const Variant& variant : map_variants(*first->part, shop.facts())) {
    Chain other = chain;
    const PartType* type = shop.keep(variant.type);
    for (Piece& piece : other.fixed)
      if (piece.part == first->part) piece.part = type;
    std::vector<Plan> with = end_plans(other, optic, shop, traits, false);
    if (chain.near_cord && chain.far_cord) {
      Plan trunk_alone;
      trunk_alone.row = row_of(other);
      with.insert(with.begin(), std::move(trunk_alone));
    }
    for (Plan& plan : with) {
      plan.words = fmt::format("trunk {} replaced by one {}{}", first->part->name, variant.words,
                               plan.words.empty() ? "" : "; " + plan.words);
      plan.cost += kTrunkCost;
      plan.new_ends = true;
      out.push_back(std::move(plan));
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const Plan& a, const Plan& b) { return a.cost < b.cost; });
  return out;
}

}  // namespace ferrule::check
