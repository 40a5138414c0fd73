#include "check/way_words.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferrule::check {
namespace {

using plant::Function;

std::string_view verb(Function function) {
  switch (function) {
    case Function::kTransmit: return "transmits";
    case Function::kReceive: return "receives";
    case Function::kBoth: return "does both";
    case Function::kDark: break;
  }
  return "is dark";
}

std::string where_it_went(const Fate& fate) {
  switch (fate.ending) {
    case plant::Ending::kPort: return fmt::format("reaches position {}, which {}", fate.to + 1, verb(fate.arrived_function));
    case plant::Ending::kOpenEnd: return fmt::format("ends at position {} of a plug that meets nothing", fate.to + 1);
    case plant::Ending::kUnlit: return fmt::format("ends at position {}, where there is no fibre", fate.to + 1);
    case plant::Ending::kNoContact: return "ends where two faces do not line up";
    default: return "cannot be followed";
  }
}

}  // namespace

std::vector<Passed> passed(const View& view, const Way& way, std::size_t leaf) {
  std::vector<Passed> parts;
  if (leaf >= way.leaves.size()) return parts;
  const plant::Light& light = view.proof.light;
  const std::vector<std::uint32_t> steps = light.way_to(way.leaves[leaf].step);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const plant::Step& step = light.step(steps[i]);
    if (step.face == plant::kNone) break;
    Passed part{view.plant.faces[step.face].type, step.face, plant::kNone, step.joint};
    if (i + 1 < steps.size()) part.out_face = light.exit(light.step(steps[i + 1]).from).face;
    parts.push_back(part);
  }
  return parts;
}

std::string spell_way(const View& view, const Way& way, std::size_t leaf) {
  std::string text = view.plant.face_type(view.plant.lane_sets[way.a_set].face).name;
  for (const Passed& part : passed(view, way, leaf)) {
    if (part.joint == plant::Joint::kOpposed) text += " > Type A adapter";
    if (part.joint == plant::Joint::kAligned) text += " > Type B adapter";
    if (part.joint == plant::Joint::kUnstated) text += " > adapter of unstated type";
    if (part.joint == plant::Joint::kSplice) text += " > splice";
    text += " > " + view.plant.types[part.type].name;
  }
  if (leaf < way.leaves.size() && view.proof.light.step(way.leaves[leaf].step).ending == plant::Ending::kOpenEnd)
    text += " > nothing";
  return text;
}

std::size_t leaf_of(const Way& way, Outcome outcome) {
  for (const Fate& fate : way.fates)
    if (fate.outcome == outcome) return fate.leaf;
  return 0;
}

std::vector<std::string> spell_fates(const View&, const Way& way, Outcome outcome, std::size_t most) {
  std::vector<std::string> texts;
  std::size_t left = 0;
  for (const Fate& fate : way.fates) {
    if (fate.outcome != outcome) continue;
    if (texts.size() >= most) {
      ++left;
      continue;
    }
    const std::string_view what = fate.function == Function::kTransmit  ? "transmit"
                                  : fate.function == Function::kReceive ? "receive"
                                                                        : "fibre";
    std::string text = fmt::format("lane {}: {} at position {} {}", fate.lane + 1, what, fate.from + 1, where_it_went(fate));
    if (outcome == Outcome::kPermuted) text += fmt::format(" lane {}", fate.arrived_lane + 1);
    texts.push_back(std::move(text));
  }
  if (left > 0) texts.push_back(fmt::format("and {} more fibres alike", left));
  return texts;
}

bool reverses(const plant::PartType& type, std::size_t face) {
  const spec::Face& near = type.faces[face].face;
  bool any = false;
  for (int position = 0; position < near.size(); ++position) {
    const plant::FarEnd far = type.far_of(face, static_cast<std::size_t>(position));
    if (!far.known()) continue;
    any = true;
    if (far.position != near.size() - 1 - position) return false;
  }
  return any;
}

Turns turns_of(const View& view, const Way& way, std::size_t leaf) {
  Turns turns;
  for (const Passed& part : passed(view, way, leaf)) {
    if (part.joint == plant::Joint::kAligned) ++turns.adapters;
    const plant::PartType& type = view.plant.types[part.type];
    if (type.kind == plant::Kind::kTransceiver) continue;
    const bool cord = type.kind == plant::Kind::kCord || type.kind == plant::Kind::kTrunk || type.kind == plant::Kind::kExtension;
    const std::size_t face = view.plant.faces[part.in_face].index;
    if (!cord || type.faces[face].face.rows != 1) {
      turns.plain = false;
      continue;
    }
    if (reverses(type, face))
      ++turns.cables;
    else if (type.far_of(face, 0).known() && type.far_of(face, 0).position == 1)
      ++turns.pair_flips;
  }
  return turns;
}

std::string near_name(const View& view, const Way& way) {
  return view.plant.face_type(view.plant.lane_sets[way.a_set].face).application;
}

}  // namespace ferrule::check
