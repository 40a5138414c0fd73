#include "api/certificate_json.h"

#include "api/quantities_json.h"

namespace ferrule::api {
namespace {

void write_margin(write::JsonWriter& json, std::string_view key, const check::Margin& margin) {
  json.key(key).begin_object();
  write_loss(json, "db", margin.loss);
  write_loss(json, "limit_db", margin.limit);
  json.key("limit_of").string(margin.limit_of);
  json.end_object();
}

}  // namespace

std::string certificate_json(const Certificate& certificate) {
  write::JsonWriter json(write::JsonWriter::Layout::kPretty);
  json.begin_object();
  json.key("schema").string("ferrule/certificate/1");
  json.key("project").string(certificate.project);
  json.key("digest").string("sha256:" + certificate.digest);
  json.key("part").string(certificate.part);
  json.key("offer").string(certificate.offer);
  json.key("allowed").integer(static_cast<std::int64_t>(certificate.allowed));
  json.key("refused").integer(static_cast<std::int64_t>(certificate.refused));
  json.key("unconfirmed").integer(static_cast<std::int64_t>(certificate.unconfirmed));
  json.key("not_proven_before").integer(static_cast<std::int64_t>(certificate.not_proven_before));
  json.key("links").begin_array();
  for (const CertifiedLink& link : certificate.links) {
    json.begin_object();
    json.key("id").string(link.id);
    json.key("before").string(spell(link.before));
    json.key("after").string(spell(link.after));
    write_margin(json, "loss_before", link.margin_before);
    write_margin(json, "loss_after", link.margin_after);
    json.end_object();
  }
  json.end_array();
  json.key("findings").begin_array();
  for (const diag::Finding& finding : certificate.findings) {
    json.begin_object();
    json.key("code").string(finding.code);
    json.key("name").string(finding.name);
    json.key("message").string(finding.message);
    json.key("subjects").integer(static_cast<std::int64_t>(finding.all_subjects()));
    json.end_object();
  }
  json.end_array();
  json.key("ask").begin_array();
  for (const std::string& question : certificate.ask) json.string(question);
  json.end_array();
  json.end_object();
  return json.take();
}

}  // namespace ferrule::api
