#include "api/upgrade_json.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"
#include "write/json.h"

namespace ferrule::api {
namespace {

using check::Answer;
using check::UpgradeGroup;
using write::JsonWriter;

void text_or_null(JsonWriter& json, std::string_view key, const std::string& text) {
  json.key(key);
  text.empty() ? json.null() : json.string(text);
}

void money(JsonWriter& json, std::string_view key, std::optional<std::int64_t> minor) {
  json.key(key);
  minor ? json.integer(*minor) : json.null();
}

void loss(JsonWriter& json, std::string_view key, std::optional<Loss> loss) {
  json.key(key);
  loss ? json.decimal(loss->microdecibel, 6) : json.null();
}

void write_buy(JsonWriter& json, const Answer& answer) {
  json.key("buy").begin_array();
  for (const check::Bought& part : answer.buy) {
    json.begin_object();
    json.key("part").string(part.words);
    text_or_null(json, "plant_part", part.plant_name);
    json.key("description").string(part.description).key("count").integer(part.count).key("per").string(check::spell(part.per));
    json.key("places").begin_array();
    for (const std::string& place : part.places) json.string(place);
    json.end_array();
    json.end_object();
  }
  json.end_array();
}

void write_answer(JsonWriter& json, const UpgradeReport& report, const UpgradeGroup& group, std::size_t index) {
  const Answer& answer = group.answers[index];
  json.begin_object();
  json.key("application").string(report.upgrade.applications[index]->pmd).key("verdict").string(check::spell(answer.carries));
  text_or_null(json, "change", answer.change);
  text_or_null(json, "reason", answer.reason);
  text_or_null(json, "ask", answer.ask);
  text_or_null(json, "split_port", answer.split_port);
  json.key("ends_split").boolean(answer.takes_split);
  json.key("takes_leg").boolean(answer.takes_leg).key("channels_side_by_side").integer(answer.copies);
  const bool counted = !group.trunk.empty() && answer.lit > 0;
  for (const auto& [key, value] : {std::pair{"channels_of_a_leg", answer.per_leg},
                                   {"lit_fibres_of_a_leg", answer.lit},
                                   {"stranded_fibres_of_a_leg", answer.stranded}}) {
    json.key(key);
    counted ? json.integer(value) : json.null();
  }
  money(json, "stranded_price", counted ? check::price_of_stranded(group, answer, report.price_of()) : std::nullopt);
  loss(json, "loss_db", answer.margin.loss);
  loss(json, "limit_db", answer.margin.limit);
  json.key("grade_assumed").boolean(answer.grade_assumed);
  write_buy(json, answer);
  json.end_object();
}

void write_group(JsonWriter& json, const UpgradeReport& report, const UpgradeGroup& group) {
  json.begin_object();
  json.key("kind")
      .string(group.permanent ? "permanent link" : "channel")
      .key("count")
      .integer(static_cast<std::int64_t>(group.count));
  json.key("names").begin_array();
  for (const std::string& name : group.names) json.string(name);
  json.end_array();
  json.key("way").string(group.words);
  text_or_null(json, "fibre", group.fibre);
  text_or_null(json, "application_now", group.today);
  text_or_null(json, "split_port_now", group.split_today);
  json.key("parts_of_a_port")
      .integer(group.parts)
      .key("split_ports")
      .integer(static_cast<std::int64_t>(group.split_ports.size()));
  text_or_null(json, "trunk", group.trunk);
  json.key("legs").integer(static_cast<std::int64_t>(group.legs.size())).key("fibres_of_a_leg").integer(group.leg_fibres);
  json.key("shortest_m").decimal(group.shortest.millimetre, 3).key("longest_m").decimal(group.longest.millimetre, 3);
  json.key("answers").begin_array();
  for (std::size_t i = 0; i < group.answers.size(); ++i) write_answer(json, report, group, i);
  json.end_array();
  json.end_object();
}

void write_lines(JsonWriter& json, const std::vector<check::ShoppingLine>& lines) {
  json.begin_array();
  for (const check::ShoppingLine& line : lines) {
    json.begin_object();
    json.key("part").string(line.words);
    text_or_null(json, "plant_part", line.plant_name);
    json.key("count").integer(static_cast<std::int64_t>(line.count)).key("transceiver").boolean(line.transceiver);
    money(json, "price_each", line.price);
    json.end_object();
  }
  json.end_array();
}

void write_mix(JsonWriter& json, const UpgradeReport& report, const check::UpgradeMix& mix) {
  const auto name = [&](std::size_t group) { return group_name(report.upgrade.groups[group], UpgradeGroup::kFewNames); };
  json.begin_object();
  json.key("to")
      .string(mix.wanted)
      .key("carried")
      .integer(static_cast<std::int64_t>(mix.carried))
      .key("of")
      .integer(static_cast<std::int64_t>(mix.of));
  json.key("parts")
      .integer(static_cast<std::int64_t>(mix.parts))
      .key("transceivers")
      .integer(static_cast<std::int64_t>(mix.transceivers));
  money(json, "cost", mix.cost);
  json.key("choices").begin_array();
  for (const check::MixChoice& choice : mix.choices) {
    json.begin_object();
    json.key("group")
        .integer(static_cast<std::int64_t>(choice.group))
        .key("application")
        .string(report.upgrade.applications[choice.application]->pmd);
    json.key("carried")
        .integer(static_cast<std::int64_t>(choice.carried))
        .key("of")
        .integer(static_cast<std::int64_t>(choice.of));
    money(json, "cost", choice.cost);
    json.end_object();
  }
  json.end_array();
  json.key("not_carried").begin_array();
  for (const std::size_t group : mix.without) json.string(name(group));
  json.end_array();
  json.key("totals");
  write_lines(json, mix.totals);
  json.end_object();
}

std::string cell(std::string_view text) {
  if (text.find_first_of(",\"\n\r;") == std::string_view::npos) return std::string(text);
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + "\"";
}

}  // namespace

std::string group_name(const check::UpgradeGroup& group, std::size_t most) {
  std::vector<std::string> few = group.names;
  few.resize(std::min(few.size(), most));
  const std::uint64_t more = group.count - few.size();
  return joined(few, ", ") + (more > 0 ? fmt::format(" and {} more", with_thousands(more)) : std::string());
}

std::string upgrade_json(const UpgradeReport& report) {
  JsonWriter json(JsonWriter::Layout::kPretty);
  json.begin_object();
  json.key("schema").string("ferrule/upgrade/1");
  json.key("project").string(report.loaded->project).key("complete").boolean(report.exit == Exit::kClean);
  json.key("refused");
  report.refused ? json.string(report.refused->place + ": " + report.refused->message) : json.null();
  text_or_null(json, "currency", report.prices.currency);
  json.key("applications").begin_array();
  for (const facts::Optic* optic : report.upgrade.applications) json.string(optic->pmd);
  json.end_array();
  json.key("groups").begin_array();
  for (const UpgradeGroup& group : report.upgrade.groups) write_group(json, report, group);
  json.end_array();
  json.key("mixes").begin_array();
  for (const check::UpgradeMix& mix : report.mixes) write_mix(json, report, mix);
  json.end_array();
  json.key("legs_not_counted").integer(static_cast<std::int64_t>(report.upgrade.not_counted_legs));
  json.end_object();
  return json.take();
}

std::string upgrade_csv(const UpgradeReport& report) {
  std::string out =
      "kind,links,count,application,verdict,change,reason,ask,stranded_of_a_leg,fibres_of_a_leg,legs,split_port,ends_split\n";
  for (const UpgradeGroup& group : report.upgrade.groups)
    for (std::size_t i = 0; i < group.answers.size(); ++i) {
      const Answer& answer = group.answers[i];
      const bool counted = !group.trunk.empty() && answer.lit > 0;
      out +=
          fmt::format("{},{},{},{},{},{},{},{},{},{},{},{},{}\n", group.permanent ? "permanent link" : "channel",
                      cell(group_name(group, UpgradeGroup::kFewNames)), group.count, cell(report.upgrade.applications[i]->pmd),
                      check::spell(answer.carries), cell(answer.change), cell(answer.reason), cell(answer.ask),
                      counted ? std::to_string(answer.stranded) : "", group.trunk.empty() ? "" : std::to_string(group.leg_fibres),
                      group.legs.size(), cell(answer.split_port), answer.takes_split ? "yes" : "no");
    }
  return out;
}

}  // namespace ferrule::api
