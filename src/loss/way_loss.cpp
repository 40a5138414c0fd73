#include "loss/way_loss.h"

#include <algorithm>
#include <fmt/format.h>

#include "loss/side_loss.h"
#include "loss/window.h"

namespace ferrule::loss {
namespace {

// What was measured says how a side varies; what it may lose at most stays what is stated. A lot too small to tell leaves the grade.
SideLoss with_lot(SideLoss side, const plant::PartType& type, const plant::TypeFace& face) {
  if (face.lot != nullptr && face.lot->rising.size() >= kLeastValuesOfLot) side.scatter = scatter_of_lot(face.lot, type.name);
  return side;
}

spec::Mode mode_of(const plant::PartType& a, const plant::PartType& b) {
  return a.mode != spec::Mode::kUnknown ? a.mode : b.mode;
}

Item splice_item(const facts::Splice& splice, const std::string& near, const std::string& far) {
  Item item;
  item.what = fmt::format("splice {} to {}", near, far);
  item.stated = item.safe = *splice.most;
  item.kind = ItemKind::kSplice;
  item.why = "splice";
  item.from = fmt::format("splice, {} {}", splice.mode, splice.kind);
  item.source = splice.source;
  item.confidence = splice.confidence;
  item.scatter = unknown_scatter("of a splice only a maximum is known");
  return item;
}

Item joint_item(const SideLoss& a, const SideLoss& b, const plant::TypeFace& near, const std::string& near_name,
                const std::string& far_name) {
  const SideLoss& worse_side = *b.stated > *a.stated ? b : a;
  Item item;
  item.why = fmt::format("{}, {}", near.face.connector, worse_side.why);
  item.what = fmt::format("{} to {} ({})", near_name, far_name, item.why);
  item.stated = std::max(*a.stated, *b.stated);
  item.safe = std::max(*a.safe, *b.safe);
  item.assumed = a.assumed || b.assumed;
  item.from = worse_side.from;
  item.source = worse_side.source;
  item.confidence = worse_side.confidence;
  item.many_fibres = near.face.size() > 2;
  item.scatter = worse(a.scatter, b.scatter);
  return item;
}

void add_joint(const plant::Plant& plant, const plant::Step& step, const plant::Exit& from, const facts::Facts& facts,
               const Assumptions& assumptions, WayLoss& loss) {
  const plant::PartType& near_type = plant.face_type(from.face);
  const plant::PartType& far_type = plant.face_type(step.face);
  const plant::TypeFace& near = plant.face(from.face);
  const plant::TypeFace& far = plant.face(step.face);
  const spec::Mode mode = mode_of(near_type, far_type);
  Item item;
  if (step.joint == plant::Joint::kSplice) {
    const facts::Splice* splice = facts.splice(table_mode(mode));
    if (splice == nullptr || !splice->most) return void(loss.unknown.emplace_back("loss of a splice is not known"));
    item = splice_item(*splice, near_type.name, far_type.name);
  } else {
    const SideLoss a = with_lot(side_loss(near_type, near, mode, facts, assumptions.grade), near_type, near);
    const SideLoss b = with_lot(side_loss(far_type, far, mode, facts, assumptions.grade), far_type, far);
    if (!a.stated || !b.stated || !a.safe || !b.safe)
      return loss.unknown.push_back(fmt::format("no loss figure for grade {} of {} where {} meets {}", !a.stated ? a.why : b.why,
                                                near.face.connector, near_type.name, far_type.name));
    item = joint_item(a, b, near, near_type.name, far_type.name);
    ++loss.connections;
  }
  loss.stated = loss.stated + item.stated;
  loss.safe = loss.safe + item.safe;
  loss.assumed = loss.assumed || item.assumed;
  loss.items.push_back(std::move(item));
}

// A tap divides the light: what goes on and what is copied each lose a stated part of it, beside what its joints lose.
void add_tap(const plant::Plant& plant, const plant::Light& light, const plant::Exit& exit, WayLoss& loss) {
  if (exit.step == plant::kNone) return;
  const plant::PartType& type = plant.face_type(exit.face);
  if (type.kind != plant::Kind::kTap) return;
  Loss most = exit.branch ? Loss{} : type.through_loss.value_or(Loss{});
  if (exit.branch) {
    const std::uint16_t left = plant.faces[exit.face].index;
    const std::uint16_t entered = plant.faces[light.step(exit.step).face].index;
    for (const plant::Branch& branch : type.branches) {
      if (branch.from_face != entered || branch.to.face != left) continue;
      if (branch.loss == Loss{})
        return loss.unknown.push_back(fmt::format("loss of a branch of tap {} is not stated", type.name));
      most = std::max(most, branch.loss);
    }
  }
  if (most == Loss{})
    return loss.unknown.push_back(fmt::format("loss of the live path through tap {} is not stated (live_loss)", type.name));
  Item item;
  item.what = fmt::format("through {}, {}", type.name, exit.branch ? "branch" : "live");
  item.stated = item.safe = most;
  item.kind = ItemKind::kTap;
  item.why = exit.branch ? "branch" : "live";
  item.from = "stated in the plant";
  item.scatter = unknown_scatter("of a tap only a maximum is stated");
  loss.items.push_back(std::move(item));
  loss.stated = loss.stated + most;
  loss.safe = loss.safe + most;
}

void add_allowance(const Allowance& allowance, WayLoss& loss) {
  Item item;
  item.what = fmt::format("allowance for {}", allowance.name);
  item.stated = item.safe = allowance.loss;
  item.kind = ItemKind::kAllowance;
  item.hop = plant::kNone;
  item.why = "allowance";
  item.from = "policy of this project";
  item.scatter = unknown_scatter("an allowance does not vary");
  loss.stated = loss.stated + item.stated;
  loss.safe = loss.safe + item.safe;
  loss.items.push_back(std::move(item));
}

void add_glass(const plant::PartType& type, const facts::Facts& facts, const std::vector<std::string>& wavelengths, bool iso,
               WayLoss& loss) {
  const bool cable = type.kind == plant::Kind::kCord || type.kind == plant::Kind::kTrunk ||
                     type.kind == plant::Kind::kExtension || type.kind == plant::Kind::kBreakout ||
                     type.kind == plant::Kind::kConversion;
  if (!cable) return;
  const facts::Fibre* fibre = facts.fibre(type.fibre);
  if (fibre == nullptr) return loss.unknown.push_back(fmt::format("fibre of {} is not stated", type.name));
  for (const std::string& wavelength : wavelengths) {
    const std::optional<Attenuation> figure = attenuation(*fibre, wavelength, iso);
    if (!figure) {
      loss.unknown.push_back(fmt::format("attenuation of {} at {} nm is not known", fibre->name, wavelength));
      continue;
    }
    if (*figure <= loss.glass) continue;
    loss.glass = *figure;
    loss.glass_why = fmt::format("{}.{} dB/km at {} nm ({}, {})", figure->microdecibel_per_km / 1'000'000,
                                 figure->microdecibel_per_km / 100'000 % 10, wavelength, fibre->name, iso ? "ISO" : "TIA");
  }
}

}  // namespace

Loss allowance_of(const WayLoss& way) {
  Loss sum;
  for (const Item& item : way.items)
    if (item.kind == ItemKind::kAllowance) sum = sum + item.stated;
  return sum;
}

std::optional<Loss> stated_most(const plant::PartType& type, const plant::TypeFace& face, const facts::Facts& facts) {
  if (face.loss_max.microdecibel > 0) return face.loss_max;
  const facts::Connector* const connector = facts.connector(face.face.connector);
  const std::string& grade = face.grade.empty() ? type.grade : face.grade;
  if (connector == nullptr || grade.empty() || type.mode == spec::Mode::kUnknown) return std::nullopt;
  const facts::Grade* const row = facts.grade(connector->family, face.face.connector, table_mode(type.mode), grade);
  return row == nullptr ? std::nullopt : row->most;
}

std::optional<Attenuation> attenuation(const facts::Fibre& fibre, std::string_view wavelength_nm, bool iso) {
  const std::optional<int> window = window_of(wavelength_nm);
  if (!window) return std::nullopt;
  const auto& table = iso ? fibre.iso : fibre.tia;
  if (const auto found = table.find(*window); found != table.end()) return found->second;
  if (*window == 1310)
    if (const auto found = table.find(1300); found != table.end()) return found->second;
  return std::nullopt;
}

WayLoss way_loss(const plant::Plant& plant, const plant::Light& light, std::uint32_t step_id, const facts::Facts& facts,
                 const std::vector<std::string>& wavelengths_nm, const Assumptions& assumptions) {
  WayLoss loss;
  loss.end = step_id;
  if (wavelengths_nm.empty()) loss.unknown.emplace_back("wavelength is not known");
  std::uint32_t hop = 0;
  for (std::uint32_t id : light.way_to(step_id)) {
    const std::size_t before = loss.items.size();
    const plant::Step& step = light.step(id);
    const plant::Exit& from = light.exit(step.from);
    add_tap(plant, light, from, loss);
    if (step.face != plant::kNone) {
      add_glass(plant.face_type(step.face), facts, wavelengths_nm, assumptions.iso_attenuation, loss);
      const bool at_transceiver = plant.terminal(step.face) || plant.terminal(from.face);
      if (!at_transceiver) add_joint(plant, step, from, facts, assumptions, loss);
    }
    for (std::size_t item = before; item < loss.items.size(); ++item) loss.items[item].hop = hop;
    ++hop;
  }
  for (const Allowance& allowance : assumptions.allowances) add_allowance(allowance, loss);
  std::sort(loss.unknown.begin(), loss.unknown.end());
  loss.unknown.erase(std::unique(loss.unknown.begin(), loss.unknown.end()), loss.unknown.end());
  return loss;
}

}  // namespace ferrule::loss
