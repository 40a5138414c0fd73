// explanation, examples and tests: docs/rules/method-not-followed.md
#include <fmt/format.h>

#include "check/by_cause.h"
#include "check/rule.h"
#include "check/way_words.h"

namespace ferrule::check {
namespace {

void compare(const View& view, const facts::Method& method, const Passed& part, std::uint32_t way, ByCause& out) {
  const plant::PartType& type = view.plant.types[part.type];
  const std::string want_adapter = fmt::format("Method {} has Type {} adapters", method.name, method.adapter);
  if (part.joint == plant::Joint::kOpposed && method.adapter != "A")
    out.add(fmt::format("{}, here a plug meets through a Type A adapter", want_adapter), way);
  if (part.joint == plant::Joint::kAligned && method.adapter != "B")
    out.add(fmt::format("{}, here a plug meets through a Type B adapter", want_adapter), way);
  if (type.kind == plant::Kind::kTrunk && type.faces[0].face.size() > 2 && !method.has_trunk(type.claims))
    out.add(fmt::format("Method {} has Type {} trunks, {} is {}", method.name, method.trunk, type.name,
                        type.claims.empty() ? "of its own map" : "Type " + type.claims),
            way);
  if (type.kind == plant::Kind::kCassette && !method.has_near(type.claims) && !method.has_far(type.claims))
    out.add(fmt::format("Method {} has {} cassettes, {} is {}", method.name, method.near_transition, type.name,
                        type.claims.empty() ? "of its own map" : type.claims),
            way);
}

}  // namespace

// A method's name is a claim about parts: trunk, adapters, cassettes. Where the parts differ, the name misleads whoever orders spares.
void method_not_followed(const View& view, Report& report) {
  const facts::Method* method = view.facts.method(view.settings.policy.method);
  if (view.settings.policy.method.empty() || method == nullptr) return;
  ByCause differences;
  for (std::uint32_t id = 0; id < view.proof.ways.size(); ++id)
    for (const Passed& part : passed(view, view.proof.ways[id])) compare(view, *method, part, id, differences);
  for (const ByCause::Cause& difference : differences.causes())
    report.along(difference.ways, difference.text)
        .note("a method is judged by its parts; whether light arrives is computed from the parts alone")
        .help("correct policy: method, or order the parts of the method");
}

}  // namespace ferrule::check
