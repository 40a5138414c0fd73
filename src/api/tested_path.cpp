#include "api/tested_path.h"

#include <algorithm>
#include <fmt/format.h>

#include "loss/way_loss.h"

namespace ferrule::api {
namespace {

using plant::Kind;

const plant::PartType& part_type(const plant::Plant& plant, const Walk& walk, std::size_t part) {
  return plant.type_of(walk.at[part].entered);
}

std::string part_name(const plant::Plant& plant, const Walk& walk, std::size_t part) {
  return plant.asset_spelled(plant.connectors[walk.at[part].entered].asset);
}

bool splice_at(const plant::Plant& plant, const Walk& walk, std::size_t crossing) {
  return plant.connectors[walk.at[crossing].left].joint() == plant::Joint::kSplice;
}

// The plug is where a person patches: in the front of a panel, or in a port of a cassette that is not its rear.
bool at_a_front(const plant::Plant& plant, std::uint32_t plug) {
  const auto port = plant.panel_port_at.find(plug);
  if (port != plant.panel_port_at.end()) return plant.panel_ports[port->second].front == plug;
  const std::uint32_t mate = plant.connectors[plug].mate;
  if (mate == plant::kNone || plant.type_of(mate).kind != Kind::kCassette) return false;
  return !plant.face_of(mate).name.starts_with("rear");
}

bool is_equipment_cord(Kind kind) { return kind == Kind::kCord || kind == Kind::kBreakout || kind == Kind::kConversion; }

bool is_patch(const plant::Plant& plant, const Walk& walk, std::size_t part) {
  const Kind kind = part_type(plant, walk, part).kind;
  if (part == 0 || part + 1 == walk.parts()) return is_equipment_cord(kind);
  return kind == Kind::kCord && at_a_front(plant, walk.at[part].entered) && at_a_front(plant, walk.at[part + 1].left);
}

std::string why_not_testable(const plant::Plant& plant, const Walk& walk, const Stretch& stretch) {
  for (const std::size_t part : {stretch.first, stretch.last})
    if (part == 0 || part + 1 == walk.parts())
      return fmt::format("{} ({}) is plugged into the equipment itself: no panel ends the installed fibre there",
                         part_name(plant, walk, part), part_type(plant, walk, part).name);
  bool cable = false;
  for (std::size_t part = stretch.first; part <= stretch.last; ++part)
    cable = cable || check::is_cable(part_type(plant, walk, part).kind);
  if (!cable) return fmt::format("no cable is installed between the cords, only {}", part_name(plant, walk, stretch.first));
  for (const std::size_t crossing : {stretch.first, stretch.last + 1})
    if (splice_at(plant, walk, crossing))
      return fmt::format("the installed fibre ends at a splice ({}), where no test plug goes",
                         plant.spelled(walk.at[crossing].left));
  return "";
}

void add_glass(const check::View& view, const Walk& walk, std::size_t part, loss::TestedPath& path) {
  const plant::PartType& type = part_type(view.plant, walk, part);
  if (!check::is_cable(type.kind)) return;
  const Length length{view.plant.connectors[walk.at[part].entered].length_mm};
  const facts::Fibre* const fibre = view.facts.fibre(type.fibre);
  if (length.millimetre == 0)
    path.unknown.push_back(fmt::format("length of {} is not stated", part_name(view.plant, walk, part)));
  if (fibre == nullptr) return path.unknown.push_back(fmt::format("fibre of {} is not stated", type.name));
  if (path.mode.empty()) path.mode = fibre->mode;
  const auto same = std::find_if(path.glass.begin(), path.glass.end(), [&](const auto& glass) { return glass.fibre == fibre; });
  if (same == path.glass.end())
    path.glass.push_back({fibre, length});
  else
    same->length = same->length + length;
}

loss::SideLoss side_of(const check::View& view, std::uint32_t connector, spec::Mode mode) {
  return loss::side_loss(view.plant.type_of(connector), view.plant.face_of(connector), mode, view.facts,
                         view.settings.policy.grade);
}

std::string why_no_figure(const plant::Plant& plant, std::uint32_t connector) {
  const plant::PartType& type = plant.type_of(connector);
  const plant::TypeFace& face = plant.face_of(connector);
  const std::string& grade = face.grade.empty() ? type.grade : face.grade;
  if (grade.empty()) return fmt::format("no loss is stated for {} of {}", face.face.connector, type.name);
  return fmt::format("{} of {} is of grade {}, which states no maximum for it", face.face.connector, type.name, grade);
}

// Of a connection the worse of the sides given; one that nobody states a figure for leaves it unknown.
void add_own(const check::View& view, std::initializer_list<std::uint32_t> connectors, spec::Mode mode, loss::TestedPath& path) {
  loss::OwnFigure figure;
  bool known = true;
  for (const std::uint32_t connector : connectors) {
    const loss::SideLoss side = side_of(view, connector, mode);
    if (!side.stated || side.assumed) {
      path.own_unknown.push_back(why_no_figure(view.plant, connector));
      known = false;
    } else if (figure.what.empty() || *side.stated > figure.most) {
      figure = {fmt::format("{}, {}", view.plant.face_of(connector).face.connector, side.why), *side.stated, side.confidence};
    }
  }
  if (known) path.own.push_back(std::move(figure));
}

spec::Mode mode_at(const plant::Plant& plant, const check::Crossing& at) {
  const spec::Mode near = plant.type_of(at.left).mode;
  return near != spec::Mode::kUnknown ? near : plant.type_of(at.entered).mode;
}

void add_splice(const check::View& view, const check::Crossing& at, loss::TestedPath& path) {
  ++path.splices;
  const facts::Splice* const splice = view.facts.splice(loss::table_mode(mode_at(view.plant, at)));
  if (splice == nullptr || !splice->most)
    path.own_unknown.emplace_back("loss of a splice is not known");
  else
    path.own.push_back({"splice", *splice->most, splice->confidence});
}

void add_joints(const check::View& view, const Walk& walk, const Stretch& stretch, loss::TestedPath& path) {
  for (std::size_t i = stretch.first + 1; i <= stretch.last; ++i) {
    const check::Crossing& at = walk.at[i];
    if (splice_at(view.plant, walk, i)) {
      add_splice(view, at, path);
      continue;
    }
    ++path.connections;
    add_own(view, {at.left, at.entered}, mode_at(view.plant, at), path);
  }
}

void add_taps(const check::View& view, const Walk& walk, const Stretch& stretch, const loss::WayLoss& way,
              loss::TestedPath& path) {
  for (std::size_t part = stretch.first; part <= stretch.last; ++part) {
    const plant::PartType& type = part_type(view.plant, walk, part);
    if (type.kind != Kind::kTap) continue;
    path.not_covered.push_back(fmt::format("tap {}", type.name));
    const auto item = std::find_if(way.items.begin(), way.items.end(), [&](const loss::Item& one) {
      return one.kind == loss::ItemKind::kTap && one.hop == part + 1;
    });
    if (item == way.items.end())
      path.own_unknown.push_back(fmt::format("loss of the way through tap {} is not stated", type.name));
    else
      path.own.push_back({fmt::format("tap {}", type.name), item->stated, item->confidence});
  }
}

}  // namespace

Walk walk_of(const check::View& view, std::uint32_t bundle, std::uint32_t end_step) {
  Walk walk;
  walk.at = check::crossings(view, bundle, end_step);
  walk.arrives = walk.at.size() > 1 && walk.at.back().entered != plant::kNone &&
                 view.plant.type_of(walk.at.back().entered).kind == Kind::kTransceiver;
  if (!walk.arrives) return walk;
  for (std::size_t part = 0; part < walk.parts(); ++part) walk.patch.push_back(is_patch(view.plant, walk, part));
  return walk;
}

std::vector<Stretch> permanent_links(const check::View& view, const Walk& walk) {
  std::vector<Stretch> out;
  for (std::size_t part = 0; part < walk.parts(); ++part) {
    if (walk.patch[part]) continue;
    if (part == 0 || walk.patch[part - 1]) out.push_back({part, part, ""});
    out.back().last = part;
  }
  for (Stretch& stretch : out) stretch.why_none = why_not_testable(view.plant, walk, stretch);
  if (out.empty()) out.push_back({0, 0, "only cords lie between the ports: nothing is installed"});
  return out;
}

loss::TestedPath tested_path(const check::View& view, const Walk& walk, const Stretch& stretch, Configuration configuration,
                             const loss::WayLoss& way) {
  loss::TestedPath path;
  for (std::size_t part = stretch.first; part <= stretch.last; ++part) add_glass(view, walk, part, path);
  if (configuration == Configuration::kPermanent) {
    path.ends = 2;
    const check::Crossing &near = walk.at[stretch.first], &far = walk.at[stretch.last + 1];
    add_own(view, {near.entered}, mode_at(view.plant, near), path);  // the other half is the test plug
    add_own(view, {far.left}, mode_at(view.plant, far), path);
  }
  for (std::size_t part = stretch.first; part <= stretch.last && path.mode.empty(); ++part)  // no glass in it, or not stated
    if (const spec::Mode mode = part_type(view.plant, walk, part).mode; mode != spec::Mode::kUnknown)
      path.mode = loss::table_mode(mode);
  add_joints(view, walk, stretch, path);
  add_taps(view, walk, stretch, way, path);
  return path;
}

bool between_modules(const check::View& view, const Walk& walk, const Stretch& stretch) {
  return stretch.first != stretch.last && part_type(view.plant, walk, stretch.first).kind == Kind::kCassette &&
         part_type(view.plant, walk, stretch.last).kind == Kind::kCassette;
}

std::string test_point(const plant::Plant& plant, const Walk& walk, const Stretch& stretch, Configuration configuration,
                       bool near) {
  if (configuration == Configuration::kChannel) return plant.spelled(near ? walk.at.front().left : walk.at.back().entered);
  const check::Crossing& at = walk.at[near ? stretch.first : stretch.last + 1];
  const std::uint32_t inside = near ? at.entered : at.left, cord = near ? at.left : at.entered;
  const auto port = plant.panel_port_at.find(cord);
  if (port == plant.panel_port_at.end()) return plant.spelled(inside);
  return plant.port_spelled(port->second, plant.panel_ports[port->second].front == cord);
}

}  // namespace ferrule::api
