#include "check/upgrade_middle.h"

#include <algorithm>
#include <set>
#include <fmt/format.h>

#include "base/text.h"
#include "check/upgrade_faces.h"

namespace ferrule::check {

using plant::Joint;
using plant::Kind;
using plant::PartType;
using plant::TypeFace;

namespace {

constexpr std::size_t kMostTogether = 16;  // ways to change several cross-connects of one channel at once

// Pieces [first, end) of the fixed part, between the trunks at first - 1 and end.
struct CrossConnect {
  std::size_t first = 0, end = 0;
};

// What could stand in its place.
struct Replacement {
  std::vector<Piece> pieces;
  Joint behind = Joint::kNone;  // with which the trunk behind it is met
  std::vector<Purchase> buy;
  std::string words;
  int cost = 0;
  bool drops = false, usual = false;
};

std::vector<CrossConnect> cross_connects(const Chain& chain) {
  std::vector<CrossConnect> out;
  std::size_t behind = 0;  // one past the trunk before
  for (std::size_t i = 0; i < chain.fixed.size(); ++i) {
    if (chain.fixed[i].part->kind != Kind::kTrunk) continue;
    if (behind > 0 && i > behind) out.push_back({behind, i});
    behind = i + 1;
  }
  return out;
}

bool is_plain_cord(const Piece& piece) {
  return (piece.part->kind == Kind::kCord || piece.part->kind == Kind::kExtension) && piece.part->faces.size() == 2;
}

bool lights_an_array(const PartType& optic) {
  std::set<int> positions;
  for (const plant::Lane& lane : optic.lanes)
    if (lane.face == 0) positions.insert(lane.position);
  return positions.size() > 2;
}

bool too_narrow(const Piece& piece, const PartType& optic) {
  return lights_an_array(optic) && (!is_array(piece.part->faces[piece.in].face) || !is_array(piece.part->faces[piece.out].face));
}

class MiddlePlanner {
 public:
  MiddlePlanner(const Chain& chain, const PartType& optic, PartShop& shop, const PartTraits& traits)
      : chain_(chain), optic_(optic), shop_(shop), traits_(traits) {}

  std::vector<Replacement> replacements(const CrossConnect& at) {
    std::vector<Replacement> out;
    const std::size_t pieces = at.end - at.first;
    if (pieces == 1 && is_plain_cord(chain_.fixed[at.first])) other_cords(at.first, out);
    const bool between_cassettes = pieces == 3 && chain_.fixed[at.first].part->kind == Kind::kCassette &&
                                   is_plain_cord(chain_.fixed[at.first + 1]) &&
                                   chain_.fixed[at.first + 2].part->kind == Kind::kCassette;
    if (!between_cassettes) return out;
    if (!too_narrow(chain_.fixed[at.first + 1], optic_)) other_cords(at.first + 1, out, at);
    if (lights_an_array(optic_)) panels(at, out);
    return out;
  }

 private:
  static const TypeFace& left(const Piece& piece) { return piece.part->faces[piece.out]; }
  static const TypeFace& entered(const Piece& piece) { return piece.part->faces[piece.in]; }

  Joint joint_behind(std::size_t piece) const { return chain_.fixed[piece + 1].joint; }

  // Another cord between the same two neighbours.
  void other_cords(std::size_t cord, std::vector<Replacement>& out) { other_cords(cord, out, {cord, cord + 1}); }
  void other_cords(std::size_t cord, std::vector<Replacement>& out, const CrossConnect& at) {
    const TypeFace &before = left(chain_.fixed[cord - 1]), &after = entered(chain_.fixed[cord + 1]);
    if (!same_shape(before.face, after.face)) return;
    const spec::Face a = plug_against(before.face), b = plug_against(after.face);
    for (const std::string& polarity : polarities_for(shop_.facts(), b)) {
      const MadePart* made = shop_.cord(a, b, polarity, traits_);
      if (made == nullptr) continue;
      Replacement one{{}, joint_behind(at.end - 1), {{made, 1, Per::kChannel}}, made->words, kCordCost, false, true};
      for (std::size_t i = at.first; i < at.end; ++i)
        one.pieces.push_back(i == cord ? Piece{made->part, 0, 1, chain_.fixed[i].joint, chain_.fixed[i].length_mm}
                                       : chain_.fixed[i]);
      out.push_back(std::move(one));
    }
  }

  // Both cassettes go, the plugs of the trunks come to the front, and one array cord stands for all duplex cords between them.
  void panels(const CrossConnect& at, std::vector<Replacement>& out) {
    const TypeFace &before = left(chain_.fixed[at.first - 1]), &after = entered(chain_.fixed[at.end]);
    if (before.receptacle || after.receptacle || !is_array(before.face) || !same_shape(before.face, after.face)) return;
    const spec::Face a = plug_against(before.face), b = plug_against(after.face);
    for (const char near : {'A', 'B'})
      for (const char far : {'A', 'B'})
        for (const std::string& polarity : polarities_for(shop_.facts(), b)) {
          const MadePart* near_panel = shop_.panel(before.face.connector, std::string(1, near));
          const MadePart* far_panel = shop_.panel(after.face.connector, std::string(1, far));
          const MadePart* cord = shop_.cord(a, b, polarity, traits_);
          if (near_panel == nullptr || far_panel == nullptr || cord == nullptr) continue;
          const std::uint32_t length = chain_.fixed[at.first + 1].length_mm;
          Replacement one{{{cord->part, 0, 1, joint_of_adapter(near), length}},
                          joint_of_adapter(far),
                          {},
                          "",
                          0,
                          true,
                          near == 'A' && far == 'A'};
          one.words = near == far ? fmt::format("adapter panels {} in place of both cassettes, {} in place of the duplex cords",
                                                near_panel->words.substr(near_panel->words.find("MPO")), cord->words)
                                  : fmt::format(
                                        "{} in place of the cassette towards end a, {} in place of that towards end b, {} in "
                                        "place of the duplex cords",
                                        near_panel->words, far_panel->words, cord->words);
          add_purchases({{near_panel, 1, Per::kLeg}, {far_panel, 1, Per::kLeg}, {cord, 1, Per::kChannel}}, "", one.buy);
          one.cost = 2 * kPanelCost + kCordCost;
          out.push_back(std::move(one));
        }
  }

  const Chain& chain_;
  const PartType& optic_;
  PartShop& shop_;
  const PartTraits& traits_;
};

// Replaces from the far end, so that the places of the nearer ones stay what they are.
OtherMiddle replaced(const Chain& chain, const std::vector<CrossConnect>& places, const std::vector<const Replacement*>& chosen) {
  OtherMiddle out{chain, {}, "", 0, false, true};
  for (std::size_t i = places.size(); i-- > 0;) {
    if (chosen[i] == nullptr) continue;
    std::vector<Piece>& fixed = out.chain.fixed;
    fixed[places[i].end].joint = chosen[i]->behind;
    fixed.erase(fixed.begin() + static_cast<long>(places[i].first), fixed.begin() + static_cast<long>(places[i].end));
    fixed.insert(fixed.begin() + static_cast<long>(places[i].first), chosen[i]->pieces.begin(), chosen[i]->pieces.end());
  }
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (chosen[i] == nullptr) continue;
    const std::string place = places.size() == 1 ? "middle" : fmt::format("cross-connect {} of {}", i + 1, places.size());
    add_purchases(chosen[i]->buy, place, out.buy);
    out.words += fmt::format("{}{}: {}", out.words.empty() ? "" : "; ", places.size() == 1 ? "in the middle" : "at " + place,
                             chosen[i]->words);
    out.cost += chosen[i]->cost;
    out.drops = out.drops || chosen[i]->drops;
    out.usual = out.usual && chosen[i]->usual;
  }
  return out;
}

}  // namespace

std::vector<OtherMiddle> other_middles(const Chain& chain, const PartType& optic, PartShop& shop, const PartTraits& traits) {
  std::vector<OtherMiddle> out;
  const std::vector<CrossConnect> places = cross_connects(chain);
  if (places.empty()) return out;
  std::vector<std::vector<Replacement>> choices;
  std::vector<bool> has_to_go;
  for (const CrossConnect& place : places) {
    choices.push_back(MiddlePlanner(chain, optic, shop, traits).replacements(place));
    has_to_go.push_back(std::any_of(chain.fixed.begin() + static_cast<long>(place.first),
                                    chain.fixed.begin() + static_cast<long>(place.end),
                                    [&](const Piece& piece) { return too_narrow(piece, optic); }));
    if (has_to_go.back() && choices.back().empty()) return out;  // nothing that is known passes there
  }
  const bool alone = std::count(has_to_go.begin(), has_to_go.end(), true) < 2;
  for (std::size_t i = 0; i < places.size() && alone; ++i) {
    if (std::any_of(has_to_go.begin(), has_to_go.end(), [](bool one) { return one; }) && !has_to_go[i]) continue;
    std::vector<const Replacement*> chosen(places.size(), nullptr);
    for (const Replacement& one : choices[i]) {
      chosen[i] = &one;
      out.push_back(replaced(chain, places, chosen));
    }
  }
  if (places.size() == 1) return out;
  // Several at once: each with its usual choices.
  std::vector<std::vector<const Replacement*>> together{{}};
  for (std::size_t i = 0; i < places.size(); ++i) {
    std::vector<std::vector<const Replacement*>> longer;
    for (const std::vector<const Replacement*>& so_far : together) {
      const auto add = [&](const Replacement* one) {
        if (longer.size() >= kMostTogether) return;
        longer.push_back(so_far);
        longer.back().push_back(one);
      };
      for (const Replacement& one : choices[i])
        if (one.usual) add(&one);
      if (!has_to_go[i]) add(nullptr);
    }
    together = std::move(longer);
  }
  for (const std::vector<const Replacement*>& chosen : together)
    if (std::count(chosen.begin(), chosen.end(), nullptr) + 1 < static_cast<long>(chosen.size()))
      out.push_back(replaced(chain, places, chosen));
  return out;
}

std::string too_narrow_middle(const Chain& chain, const PartType& optic) {
  std::vector<std::string> names;
  for (const CrossConnect& place : cross_connects(chain))
    for (std::size_t i = place.first; i < place.end; ++i)
      if (too_narrow(chain.fixed[i], optic)) names.push_back(chain.fixed[i].part->name);
  return joined(names, ", ");
}

}  // namespace ferrule::check
