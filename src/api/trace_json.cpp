#include "api/trace_json.h"

#include "api/check.h"
#include "write/findings_json.h"

namespace ferrule::api {
namespace {

using write::JsonWriter;

void write_stop(JsonWriter& out, const TraceStop& stop) {
  JsonWriter json;  // one line each: a way is read downwards
  json.begin_object();
  json.key("end").string(stop.end).key("part").string(stop.part).key("type").string(stop.type);
  json.key("kind").string(plant::spell(stop.kind));
  if (!stop.application.empty()) json.key("application").string(stop.application);
  json.key("connector").string(stop.connector).key("pins").string(spec::spell(stop.pins));
  json.key("polish").string(spec::spell(stop.polish));
  json.end_object();
  out.raw(json.take());
}

void write_step(JsonWriter& out, const TraceStep& step) {
  JsonWriter json;
  json.begin_object();
  if (step.joint == plant::Joint::kNone) {
    json.key("through").string("part").key("length_mm").integer(step.length.millimetre);
  } else {
    json.key("through").string("joint").key("joint").string(plant::spell(step.joint));
    if (!step.place.empty()) json.key("place").string(step.place);
  }
  json.end_object();
  out.raw(json.take());
}

void write_lane_end(JsonWriter& json, std::string_view key, const TraceLane::End& end) {
  json.key(key).begin_object();
  if (end.lane) json.key("lane").integer(*end.lane);
  json.key("function").string(spell(end.function));
  json.end_object();
}

void write_lane(JsonWriter& out, const TraceLane& lane) {
  JsonWriter json;
  json.begin_object();
  write_lane_end(json, "near", lane.near);
  write_lane_end(json, "far", lane.far);
  json.key("positions").begin_array();
  for (int position : lane.positions) {
    if (position > 0)
      json.integer(position);
    else
      json.null();
  }
  json.end_array().end_object();
  out.raw(json.take());
}

void write_route(JsonWriter& json, const TraceRoute& route) {
  json.begin_object();
  json.key("from").string(route.stops.front().end).key("to").string(route.stops.back().end);
  json.key("near_ending").string(plant::spell(route.near_ending)).key("far_ending").string(plant::spell(route.far_ending));
  json.key("length_mm").integer(route.length.millimetre);
  json.key("stops").begin_array();
  for (const TraceStop& stop : route.stops) write_stop(json, stop);
  json.end_array().key("steps").begin_array();
  for (const TraceStep& step : route.steps) write_step(json, step);
  json.end_array().key("lanes").begin_array();
  for (const TraceLane& lane : route.lanes) write_lane(json, lane);
  json.end_array().key("branches").begin_array();
  for (const std::string& branch : route.branches) json.string(branch);
  json.end_array().end_object();
}

void write_trace(JsonWriter& json, const Trace& trace) {
  json.begin_object();
  json.key("asked").string(trace.asked).key("kind").string(trace.kind);
  if (!trace.link_a.empty())
    json.key("link").begin_object().key("a").string(trace.link_a).key("b").string(trace.link_b).end_object();
  json.key("routes").begin_array();
  for (const TraceRoute& route : trace.routes) write_route(json, route);
  json.end_array().end_object();
}

}  // namespace

std::string trace_json(const TraceReport& report) {
  JsonWriter json(JsonWriter::Layout::kPretty);
  json.begin_object();
  json.key("schema").string("ferrule/trace/1").key("project").string(report.loaded->project);
  json.key("traces").begin_array();
  for (const Trace& trace : report.traces) write_trace(json, trace);
  json.end_array();
  json.key("findings");
  write::write_findings(json, report.findings, report.loaded->sources);
  json.end_object();
  return json.take();
}

}  // namespace ferrule::api
