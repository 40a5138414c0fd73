#include "api/trace.h"

#include <algorithm>
#include <map>
#include <utility>
#include <fmt/format.h>

#include "api/check.h"
#include "api/find_end.h"
#include "api/load_plant.h"
#include "base/text.h"
#include "lang/codes.h"
#include "plant/joint_map.h"
#include "plant/trace.h"

namespace ferrule::api {
namespace {

using plant::Ending;
using plant::FibreEnd;
using plant::Joint;
using plant::kNone;

// One fibre, end to end. Between two stops lies a joint or, where joints[i] is kNone, a part.
struct Thread {
  std::vector<FibreEnd> stops;
  std::vector<Joint> joints;
  Ending near = Ending::kPort, far = Ending::kPort;
  bool near_guessed = false, far_guessed = false;  // the outermost position stands for no fibre
};

bool is_terminal(const plant::Plant& plant, std::uint32_t connector) {
  return plant.type_of(connector).kind == plant::Kind::kTransceiver;
}

Thread outward(const plant::Plant& plant, FibreEnd start) {
  const plant::Path path = plant::trace(plant, start);
  Thread thread;
  thread.stops.push_back(start);
  for (const plant::Hop& hop : path.hops) {
    if (hop.entered.connector == kNone) break;
    thread.stops.push_back(hop.entered);
    thread.joints.push_back(hop.joint);
    if (hop.left.connector == kNone) break;
    thread.stops.push_back(hop.left);
    thread.joints.push_back(Joint::kNone);
  }
  thread.far = path.ending;
  if ((path.ending == Ending::kNoContact || path.ending == Ending::kUnknown || path.ending == Ending::kTooLong) &&
      thread.stops.size() > 1) {
    const FibreEnd& left = thread.stops[thread.stops.size() - 2];
    const FibreEnd& entered = thread.stops.back();
    thread.far_guessed = !plant::met_position(thread.joints.back(), plant.face_of(left.connector).face,
                                              plant.face_of(entered.connector).face, left.position);
  }
  return thread;
}

void turn_round(Thread& thread) {
  std::reverse(thread.stops.begin(), thread.stops.end());
  std::reverse(thread.joints.begin(), thread.joints.end());
  std::swap(thread.near, thread.far);
  std::swap(thread.near_guessed, thread.far_guessed);
}

// The whole fibre through one position of a connector, read so that the part's own side of `at` comes after what is outside it.
Thread through(const plant::Plant& plant, FibreEnd at) {
  Thread outside = outward(plant, at);
  if (is_terminal(plant, at.connector)) return outside;
  const plant::PartType& type = plant.type_of(at.connector);
  const std::uint16_t face = plant.face_info(at.connector).index;
  turn_round(outside);
  const plant::FarEnd far = type.map_known ? type.far_of(face, at.position) : plant::FarEnd{};
  if (!far.known()) {
    outside.far = type.map_known ? Ending::kUnlit : Ending::kUnknown;
    return outside;
  }
  Thread inside = outward(plant, {at.connector - face + far.face, far.position});
  outside.joints.push_back(Joint::kNone);
  outside.stops.insert(outside.stops.end(), inside.stops.begin(), inside.stops.end());
  outside.joints.insert(outside.joints.end(), inside.joints.begin(), inside.joints.end());
  outside.far = inside.far;
  outside.far_guessed = inside.far_guessed;
  return outside;
}

TraceLane::End end_at(const plant::Plant& plant, FibreEnd at) {
  for (const plant::Lane& lane : plant.type_of(at.connector).lanes)
    if (lane.face == plant.face_info(at.connector).index && lane.position == at.position) return {lane.number + 1, lane.function};
  return {};
}

TraceStop describe_stop(const plant::Plant& plant, std::uint32_t connector) {
  const plant::PartType& type = plant.type_of(connector);
  const plant::TypeFace& face = plant.face_of(connector);
  TraceStop stop;
  stop.end = plant.spelled(connector);
  stop.part = plant.asset_spelled(plant.connectors[connector].asset);
  stop.type = type.name;
  stop.kind = type.kind;
  stop.application = type.application;
  stop.connector = face.face.connector;
  stop.pins = face.face.pins;
  stop.polish = face.face.polish;
  return stop;
}

TraceStep describe_step(const plant::Plant& plant, std::uint32_t from, std::uint32_t to, Joint joint) {
  TraceStep step;
  step.joint = joint;
  if (joint == Joint::kNone) {
    step.length = {plant.connectors[from].length_mm};
    return step;
  }
  for (std::uint32_t connector : {from, to})
    if (const auto port = plant.panel_port_at.find(connector); port != plant.panel_port_at.end())
      step.place = plant.port_spelled(port->second, true);
  return step;
}

// Sorts fibres into routes, in order of first appearance.
class Routes {
 public:
  Routes(const plant::Plant& plant, std::vector<TraceRoute>& routes) : plant_(plant), routes_(routes) {}

  void add(const Thread& thread) {
    for (const FibreEnd& stop : thread.stops) seen_.insert({{stop.connector, stop.position}, true});
    TraceRoute& route = route_of(thread);
    TraceLane lane;
    lane.near = end_at(plant_, thread.stops.front());
    if (thread.stops.size() > 1) lane.far = end_at(plant_, thread.stops.back());
    for (const FibreEnd& stop : thread.stops) lane.positions.push_back(stop.position + 1);
    if (thread.near_guessed) lane.positions.front() = 0;
    if (thread.far_guessed) lane.positions.back() = 0;
    const bool leaves_near = runs_from(lane.near, lane.far), leaves_far = runs_from(lane.far, lane.near);
    route.lanes.push_back(std::move(lane));
    for (std::size_t stop = 0; stop < thread.stops.size(); ++stop) {
      if (leaves_near && stop > 0 && thread.joints[stop - 1] != Joint::kNone) add_branches(thread.stops[stop], route);
      if (leaves_far && stop + 1 < thread.stops.size() && thread.joints[stop] != Joint::kNone)
        add_branches(thread.stops[stop], route);
    }
  }

  bool seen(FibreEnd end) const { return seen_.contains({end.connector, end.position}); }

 private:
  // Light runs this way unless a port at one end says otherwise: a dark fibre is shown both ways.
  static bool runs_from(const TraceLane::End& from, const TraceLane::End& to) {
    return from.function != plant::Function::kReceive && to.function != plant::Function::kTransmit;
  }

  // Taps are the one part whose map has a direction: what matters is where light enters them.
  void add_branches(FibreEnd entered, TraceRoute& route) const {
    const std::uint16_t face = plant_.face_info(entered.connector).index;
    for (const plant::Branch& branch : plant_.type_of(entered.connector).branches)
      if (branch.from_face == face && branch.from_position == entered.position)
        route.branches.push_back(
            fmt::format("{}.{}", plant_.spelled(entered.connector - face + branch.to.face), branch.to.position + 1));
  }

  TraceRoute& route_of(const Thread& thread) {
    std::vector<std::uint32_t> key{static_cast<std::uint32_t>(thread.near), static_cast<std::uint32_t>(thread.far)};
    for (const FibreEnd& stop : thread.stops) key.push_back(stop.connector);
    const auto [found, fresh] = known_.emplace(std::move(key), routes_.size());
    if (!fresh) return routes_[found->second];
    TraceRoute& route = routes_.emplace_back();
    route.near_ending = thread.near;
    route.far_ending = thread.far;
    for (const FibreEnd& stop : thread.stops) route.stops.push_back(describe_stop(plant_, stop.connector));
    for (std::size_t i = 0; i + 1 < thread.stops.size(); ++i) {
      route.steps.push_back(describe_step(plant_, thread.stops[i].connector, thread.stops[i + 1].connector, thread.joints[i]));
      route.length = route.length + route.steps.back().length;
    }
    return route;
  }

  const plant::Plant& plant_;
  std::vector<TraceRoute>& routes_;
  std::map<std::vector<std::uint32_t>, std::size_t> known_;
  std::map<std::pair<std::uint32_t, std::uint16_t>, bool> seen_;
};

void follow_port(const plant::Plant& plant, std::uint32_t connector, int first_lane, int lanes, Routes& routes) {
  const std::uint16_t face = plant.face_info(connector).index;
  for (const plant::Lane& lane : plant.type_of(connector).lanes)
    if (lane.face == face && (lanes == 0 || (lane.number >= first_lane && lane.number < first_lane + lanes)))
      routes.add(through(plant, {connector, lane.position}));
}

void follow_all(const plant::Plant& plant, std::uint32_t connector, Routes& routes) {
  const spec::Face& face = plant.face_of(connector).face;
  for (int position = 0; position < face.size(); ++position) {
    const FibreEnd at{connector, static_cast<std::uint16_t>(position)};
    if (face.populated[static_cast<std::size_t>(position)] && !routes.seen(at)) routes.add(through(plant, at));
  }
}

void follow_link(const plant::Plant& plant, std::uint32_t link, Routes& routes) {
  for (std::uint32_t bundle = plant.links[link].first_bundle; bundle < plant.links[link + 1].first_bundle; ++bundle)
    for (const plant::LaneSet::Fibre& fibre : plant.lane_sets[plant.bundles[bundle].a_set].fibres)
      routes.add(through(plant, {plant.bundles[bundle].a, fibre.position}));
}

// Transmitting lanes first, then receiving ones, each in order: the table then reads like the application's own.
void order_lanes(TraceRoute& route) {
  const auto rank = [](const TraceLane& lane) {
    const int function = lane.near.function == plant::Function::kDark ? 9 : static_cast<int>(lane.near.function);
    return std::tuple(function, lane.near.lane.value_or(0));
  };
  std::stable_sort(route.lanes.begin(), route.lanes.end(), [&](const auto& x, const auto& y) { return rank(x) < rank(y); });
}

Trace follow(const plant::Plant& plant, std::string_view asked, const Target& target) {
  Trace trace;
  trace.asked = asked;
  trace.kind = spell(target.kind);
  Routes routes(plant, trace.routes);
  if (target.kind == TargetKind::kLink) {
    trace.link_a = spell_link_side(plant, target.link, true);
    trace.link_b = spell_link_side(plant, target.link, false);
    follow_link(plant, target.link, routes);
  }
  for (std::uint32_t connector : target.connectors) {
    if (is_terminal(plant, connector))
      follow_port(plant, connector, target.first_lane, target.lanes, routes);
    else
      follow_all(plant, connector, routes);
  }
  for (TraceRoute& route : trace.routes) order_lanes(route);
  return trace;
}

void report_unknown(diag::Findings& findings, std::string_view asked, const FoundEnd& found) {
  diag::Findings own;  // the answer to a question is never lost among a thousand findings of the same code
  auto finding =
      lang::say(own, lang::kUnknownEnd, {}, fmt::format("cannot trace '{}': {}", shortened(asked, 200), found.why_not));
  if (found.nearest.empty())
    finding.help(
        "ends are written as leaf1/Eth1 (a port), A01-P1/1/4 (a panel's), T1 or T1/b (a cable, an end of it), L1 (a link)");
  if (!found.nearest.empty()) finding.help(fmt::format("did you mean {}?", joined(found.nearest, " or ")));
  findings.all().push_back(std::move(own.all().front()));
}

}  // namespace

TraceReport trace(const LoadRequest& request, const std::vector<std::string>& ends) { return trace(load_plant(request), ends); }

TraceReport trace(std::unique_ptr<Loaded> loaded, const std::vector<std::string>& ends) {
  TraceReport report;
  report.loaded = std::move(loaded);
  report.findings = std::move(report.loaded->findings);
  report.loaded->findings = {};
  report.findings.sort();
  if (!report.loaded->readable) {
    report.exit = Exit::kUnreadable;
    return report;
  }
  if (report.findings.any_at_least(diag::Severity::kError)) report.exit = Exit::kFindings;
  for (const std::string& end : ends) {
    const FoundEnd found = find_end(report.loaded->plant, end);
    if (found.targets.empty()) {
      report_unknown(report.findings, end, found);
      report.exit = Exit::kUsage;
    }
    for (const Target& target : found.targets) report.traces.push_back(follow(report.loaded->plant, end, target));
  }
  return report;
}

}  // namespace ferrule::api
