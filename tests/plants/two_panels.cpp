#include "plants/two_panels.h"

#include <fmt/format.h>

#include "plant/builder.h"

namespace ferrule::plants {
namespace {

using plant::Builder;
using plant::Joint;
using plant::Kind;

plant::TypeFace mpo12(std::string name, spec::Pins pins) {
  plant::TypeFace face;
  face.name = std::move(name);
  face.face.connector = "MPO-12";
  face.face.pins = pins;
  face.face.polish = spec::Polish::kAngled;
  face.face.columns = 12;
  for (std::size_t position : {0, 1, 2, 3, 8, 9, 10, 11}) face.face.populated.set(position);
  return face;
}

plant::PartType cable(std::string name, Kind kind, bool reversed, spec::Pins pins) {
  plant::PartType type;
  type.name = std::move(name);
  type.kind = kind;
  type.fibre = "OS2";
  type.mode = spec::Mode::kSingle;
  type.faces = {mpo12("a", pins), mpo12("b", pins)};
  type.lay_out_map();
  for (std::uint8_t position = 0; position < 12; ++position)
    type.connect({0, position}, {1, static_cast<std::uint8_t>(reversed ? 11 - position : position)});
  return type;
}

plant::PartType dr4() {
  plant::PartType type;
  type.name = type.application = "400GBASE-DR4";
  type.kind = Kind::kTransceiver;
  type.mode = spec::Mode::kSingle;
  type.faces = {mpo12("1", spec::Pins::kPinned)};
  type.faces[0].face.polish = spec::Polish::kAngledUp;  // as data/optics.csv has it: made for standard plugs
  type.faces[0].receptacle = true;
  type.faces[0].joint = Joint::kMdi;
  type.lay_out_map();
  for (std::uint8_t lane = 0; lane < 4; ++lane) {
    type.lanes.push_back({0, lane, plant::Function::kTransmit, plant::Side::kNone, lane});
    type.lanes.push_back({0, static_cast<std::uint8_t>(11 - lane), plant::Function::kReceive, plant::Side::kNone, lane});
  }
  return type;
}

// Equipment with a run of ports Eth1, Eth2, ...
std::uint32_t add_equipment(Builder& builder, const std::string& name, std::uint32_t type, std::uint32_t ports) {
  plant::Plant& plant = builder.plant();
  const auto first = static_cast<std::uint32_t>(plant.asset_name.size());
  for (std::uint32_t i = 0; i < ports; ++i) builder.add_asset(type, "", {}, {});
  plant::Run run;
  run.names = {"Eth", "", 1, ports, 0, true};
  run.node = static_cast<std::uint32_t>(plant.nodes.size());
  run.type = type;
  run.first_asset = first;
  plant.asset_run.push_back(static_cast<std::uint32_t>(plant.runs.size()));
  plant.nodes.push_back({name, false, plant::kNone, 0, 1, static_cast<std::uint32_t>(plant.runs.size()), 1, {}});
  plant.runs.push_back(std::move(run));
  return first;
}

// A panel whose only slot, 1, has a hole per link. Returns the number of its first panel port.
std::uint32_t add_panel(Builder& builder, const std::string& name, std::uint32_t ports) {
  plant::Plant& plant = builder.plant();
  plant::Run run;
  run.names = {"1", "", 1, 1, 0, false};
  run.node = static_cast<std::uint32_t>(plant.nodes.size());
  run.first_panel_port = static_cast<std::uint32_t>(plant.panel_ports.size());
  run.ports_each = ports;
  const std::uint32_t first = run.first_panel_port;
  plant.panel_ports.resize(first + ports);
  plant.nodes.push_back({name, true, plant::kNone, 0, 1, static_cast<std::uint32_t>(plant.runs.size()), 1, {}});
  plant.runs.push_back(std::move(run));
  return first;
}

void plug(Builder& builder, std::uint32_t port, std::uint32_t front, std::uint32_t rear, Joint joint) {
  plant::Plant& plant = builder.plant();
  plant.panel_ports[port] = {front, rear};
  plant.panel_port_at.emplace(front, port);
  plant.panel_port_at.emplace(rear, port);
  builder.mate(front, rear, joint);
}

}  // namespace

std::unique_ptr<api::Loaded> two_panels(const Shape& shape) {
  auto loaded = api::load_facts("");
  loaded->project = "two-panels";
  Builder builder;
  const std::uint32_t optic = builder.add_type(dr4());
  const std::uint32_t cord = builder.add_type(cable("cord-b", Kind::kCord, true, spec::Pins::kUnpinned));
  const std::uint32_t odd_cord = builder.add_type(cable("cord-a", Kind::kCord, false, spec::Pins::kUnpinned));
  const std::uint32_t trunk = builder.add_type(cable("trunk-b", Kind::kTrunk, true, spec::Pins::kPinned));
  const auto links = static_cast<std::uint32_t>(shape.links);
  const std::uint32_t leaf = add_equipment(builder, "leaf1", optic, links),
                      spine = add_equipment(builder, "spine1", optic, links);
  const std::uint32_t near = add_panel(builder, "P1", links), far = add_panel(builder, "P2", links);
  for (std::uint32_t i = 0; i < links; ++i) {
    const std::uint32_t c1 = builder.add_asset(cord, fmt::format("C{}", 2 * i + 1), {2000}, {});
    const std::uint32_t t1 = builder.add_asset(trunk, fmt::format("T{}", i + 1), {30000}, {});
    const std::uint32_t c2 = builder.add_asset(shape.cord_is_type_a ? odd_cord : cord, fmt::format("C{}", 2 * i + 2), {2000}, {});
    builder.mate(builder.connector(leaf + i), builder.connector(c1, 0), Joint::kMdi);
    plug(builder, near + i, builder.connector(c1, 1), builder.connector(t1, 0), Joint::kOpposed);
    plug(builder, far + i, builder.connector(c2, 0), builder.connector(t1, 1),
         shape.unstated_adapter ? Joint::kUnstated : Joint::kOpposed);
    if (!shape.loose_end) builder.mate(builder.connector(c2, 1), builder.connector(spine + i), Joint::kMdi);
    builder.add_link(fmt::format("L{}", i + 1), {});
    const auto set = builder.lane_set(builder.plant().type_first_face[optic]);
    builder.add_bundle({builder.connector(leaf + i), *set, builder.connector(spine + i), *set});
  }
  loaded->plant = std::move(builder).finish();
  return loaded;
}

std::unique_ptr<api::Loaded> graded(std::string_view grade, int links) {
  auto loaded = two_panels({.links = links});
  for (plant::PartType& type : loaded->plant.types)
    if (type.kind != plant::Kind::kTransceiver) type.grade = grade;
  return loaded;
}

}  // namespace ferrule::plants
