#include "loss/way_loss.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferrule::loss {
namespace {

struct SideLoss {
  std::optional<Loss> stated, safe;
  std::string why;
  bool assumed = false;
  std::string from, source;
  Confidence confidence = Confidence::kHigh;
  Scatter scatter;
};

std::string_view table_mode(spec::Mode mode) { return mode == spec::Mode::kSingle ? "SM" : "MM"; }

void take(const facts::Row& row, const std::string& from, SideLoss& side) {
  side.from = from;
  side.source = row.source;
  side.confidence = row.confidence;
}

// How a side varies. Its grade tells, stated or assumed; a maximum beside it only has to agree.
Scatter side_scatter(const facts::Grade* row, const plant::PartType& type, const plant::TypeFace& face,
                     const std::string& grade) {
  const bool maximum = face.loss_max.microdecibel > 0;
  if (maximum && grade.empty()) return unknown_scatter(fmt::format("of {} only a maximum is stated, no grade", type.name));
  if (row == nullptr)
    return unknown_scatter(fmt::format("grade {} of {} has no figures for {}", grade, type.name, face.face.connector));
  return maximum ? scatter_within(*row, face.loss_max) : scatter_of(*row);
}

// A grade that states what 97 % of its joints stay within, and no maximum, is not taken for better than that.
void not_below(Loss of_97, const facts::Grade& grade, SideLoss& side) {
  if (side.stated && *side.stated < of_97) {
    side.why = grade.grade + ", no maximum: value of 97 % taken";
    take(grade, grade.line, side);
  }
  if (side.stated) side.stated = std::max(*side.stated, of_97);
  if (side.safe) side.safe = std::max(*side.safe, of_97);
}

// What was measured says how a side varies; what it may lose at most stays what is stated. A lot too small to tell leaves the grade.
SideLoss with_lot(SideLoss side, const plant::PartType& type, const plant::TypeFace& face) {
  if (face.lot != nullptr && face.lot->rising.size() >= kLeastValuesOfLot) side.scatter = scatter_of_lot(face.lot, type.name);
  return side;
}

// What one side of a joint contributes; the joint takes the worse of its two sides.
SideLoss side_loss(const plant::PartType& type, const plant::TypeFace& face, spec::Mode mode, const facts::Facts& facts,
                   const std::string& assumed_grade) {
  SideLoss side;
  const std::string& own = face.grade.empty() ? type.grade : face.grade;
  const facts::Connector* connector = facts.connector(face.face.connector);
  const std::string family = connector == nullptr ? std::string() : connector->family;
  if (face.loss_max.microdecibel > 0) {
    side.stated = side.safe = face.loss_max;
    side.why = "stated";
    side.from = "stated in the plant";
    side.scatter = side_scatter(facts.grade(family, face.face.connector, table_mode(mode), own), type, face, own);
    return side;
  }
  side.assumed = own.empty();
  const std::string& grade = side.assumed ? assumed_grade : own;
  side.why = side.assumed ? grade + ", assumed" : grade;
  const facts::Grade* limit = facts.any_pair_limit(table_mode(mode));
  const facts::Grade* row = facts.grade(family, face.face.connector, table_mode(mode), grade);
  side.scatter = side_scatter(row, type, face, grade);
  const facts::Grade* const own_row = row;
  if (row == nullptr || !row->most) {
    // A grade without a figure for this connector ("low-loss" LC) is at least the standard one.
    row = facts.grade(family, face.face.connector, table_mode(mode), "standard");
    side.why += ", no figure: standard taken";
    side.assumed = true;
  }
  if (row != nullptr && row->most) {
    side.stated = row->most;
    take(*row, row->line, side);
    if (row->confidence > Confidence::kLow || (limit != nullptr && limit->most && *limit->most <= *row->most))
      side.safe = row->most;
  }
  if (limit != nullptr && limit->most) {
    if (!side.stated) {
      side.why = "limit of the cabling standard";
      side.stated = limit->most;
      take(*limit, limit->line, side);
    }
    if (!side.safe) side.safe = limit->most;
  }
  if (own_row != nullptr && !own_row->most && own_row->most_of_97) not_below(*own_row->most_of_97, *own_row, side);
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

// The window whose cabled figure bounds the wavelength from above: glass loses less at longer wavelengths within a window.
std::optional<Attenuation> attenuation(const facts::Fibre& fibre, std::string_view wavelength_nm, bool iso) {
  const std::optional<std::int64_t> nm = parse_decimal(wavelength_nm, 0);
  if (!nm) return std::nullopt;
  struct Window {
    int from, to, column;
  };
  constexpr Window kWindows[] = {{830, 960, 850}, {1255, 1365, 1310}, {1365, 1460, 1383}, {1460, 1625, 1550}};
  const auto& table = iso ? fibre.iso : fibre.tia;
  for (const Window& window : kWindows) {
    if (*nm < window.from || *nm >= window.to) continue;
    if (const auto found = table.find(window.column); found != table.end()) return found->second;
    if (window.column == 1310)
      if (const auto found = table.find(1300); found != table.end()) return found->second;
  }
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
