#include "api/reach_json.h"

#include "api/quantities_json.h"

namespace ferrule::api {
namespace {

using write::JsonWriter;

void write_reached(JsonWriter& json, std::string_view key, const loss::Reached& reached) {
  json.key(key).begin_object();
  write_length(json, "length_m", reached.length);
  write_loss(json, "joints_db", reached.joints);
  json.key("limited_by_reach").boolean(reached.by_reach);
  json.end_object();
}

void write_line(JsonWriter& json, const loss::ReachLine& line) {
  json.begin_object();
  json.key("connections").integer(line.joints);
  write_reached(json, "worst_case", line.worst);
  write_reached(json, "fibres", line.fibres);
  write_reached(json, "links", line.links);
  json.key("too_many").boolean(line.too_many).key("over_allocation").boolean(line.over_allocation);
  json.end_object();
}

void write_table(JsonWriter& json, const ReachTable& table) {
  json.begin_object();
  json.key("fibre_class").string(table.reach->fibre_class);
  write_length(json, "reach_m", table.reach->longest);
  write_loss(json, "channel_loss_db", table.reach->channel_loss);
  write_loss(json, "connection_allocation_db", table.reach->connection_loss);
  json.key("attenuation_db_per_km").decimal(table.glass.microdecibel_per_km, 6).key("attenuation_of").string(table.glass_why);
  json.key("joint").begin_object();
  json.key("name").string(table.joint.name);
  write_loss(json, "most_db", table.joint.most);
  write_loss(json, "mean_db", table.joint.mean);
  write_loss(json, "most_of_97_db", table.joint.most_of_97);
  json.key("read_from_class").boolean(table.joint.scatter.read_from_class);
  json.key("confidence").string(spell(table.joint.confidence)).key("source").string(table.joint.source);
  json.end_object();
  json.key("source").string(table.reach->source);
  json.key("refused");
  table.refused.empty() ? json.null() : json.string(table.refused);
  json.key("lines").begin_array();
  for (const loss::ReachLine& line : table.lines) write_line(json, line);
  json.end_array();
  json.end_object();
}

}  // namespace

std::string reach_json(const ReachAnswer& answer, const ReachOptions& options) {
  JsonWriter json(JsonWriter::Layout::kPretty);
  json.begin_object();
  json.key("schema").string("ferrule/reach/1");
  json.key("application").string(answer.optic->pmd).key("connector").string(answer.connector);
  json.key("share").number(options.percentile.share, 6).key("fibres_of_a_link").integer(answer.optic->fibres_used);
  json.key("tables").begin_array();
  for (const ReachTable& table : answer.tables) write_table(json, table);
  json.end_array();
  json.end_object();
  return json.take();
}

}  // namespace ferrule::api
