#include "write/specification_json.h"

#include <cmath>
#include <fmt/format.h>

#include "spec/part_codes.h"
#include "write/json.h"

namespace ferrule::write {
namespace {

using spec::Field;
using spec::FieldType;
using spec::Reading;
using spec::Specification;

void value(JsonWriter& json, Field field, const Specification& specification) {
  if (!specification.has(field)) {
    json.null();
    return;
  }
  const Reading& reading = specification.get(field);
  switch (type_of(field)) {
    case FieldType::kText: json.string(reading.text); break;
    case FieldType::kTruth: json.boolean(reading.number != 0); break;
    case FieldType::kNumber: json.raw(fmt::format("{}", reading.number)); break;
  }
}

void end(JsonWriter& json, const Specification& specification, bool b) {
  json.key(b ? "connector_b" : "connector_a");
  const Field type = at_end(Field::kAType, b), gender = at_end(Field::kAGender, b), polish = at_end(Field::kAPolish, b),
              count = at_end(Field::kACount, b);
  if (!specification.has(type) && !specification.has(count) && !specification.has(gender)) {
    json.null();
    return;
  }
  json.begin_object();
  json.key("type");
  value(json, type, specification);
  json.key("gender");
  value(json, gender, specification);
  json.key("polish");
  value(json, polish, specification);
  json.key("count");
  value(json, count, specification);
  json.end_object();
}

// What the form of the part number says: apart from the fields, since it is a hint and no statement of the line.
void hints(JsonWriter& json, const std::vector<spec::CodeHint>& hints) {
  json.key("from_part_number").begin_array();
  for (const spec::CodeHint& hint : hints) {
    json.begin_object();
    json.key("field").string(spell(hint.field));
    json.key("value").string(hint.value);
    json.key("grammar").string(fmt::format("{} {}", hint.maker, hint.pattern));
    json.key("confidence").string("low");
    json.key("source").string(hint.source);
    json.end_object();
  }
  json.end_array();
}

void open_needs(JsonWriter& json, const std::vector<const spec::Need*>& needs) {
  json.key("unknown").begin_array();
  for (const spec::Need* need : needs) {
    json.begin_object();
    json.key("need").string(need->name);
    json.key("field").string(spell(need->fields.front()));
    const char letter = spec::letter(need->need_class);
    json.key("class").string(std::string_view(&letter, 1));
    json.end_object();
  }
  json.end_array();
  json.key("ask").begin_array();
  for (const spec::Need* need : needs) json.string(need->question);
  json.end_array();
}

void why(JsonWriter& json, std::string_view text, Field field, const Reading& reading, const lexis::Lexicon& lexicon) {
  json.key(spell(field)).begin_object();
  json.key("span").begin_array().integer(reading.span.begin).integer(reading.span.end).end_array();
  json.key("words").string(text.substr(reading.span.begin, reading.span.end - reading.span.begin));
  json.key("rule").string(spell(reading.rule));
  json.key("confidence").string(spell(confidence_of(reading.rule)));
  const bool from_table =
      reading.rule == spec::Rule::kWord || reading.rule == spec::Rule::kHeadNoun || reading.rule == spec::Rule::kQuantity;
  if (from_table && reading.row < lexicon.row_count()) {
    const lexis::LexiconRow& row = lexicon.row(reading.row);
    json.key("table").string(row.table);
    json.key("source").string(row.source);
  }
  json.end_object();
}

}  // namespace

void specification_json(JsonWriter& json, std::string_view text, const Specification& specification, const facts::Facts& facts,
                        const lexis::Lexicon& lexicon, const spec::Needs& needs) {
  json.key("schema").string("ferrule/parse/1");
  json.key("text").string(text);
  for (std::size_t i = 0; i < spec::kFields; ++i) {
    const Field field = static_cast<Field>(i);
    if (field == Field::kAType) end(json, specification, false);
    if (field == Field::kBType) end(json, specification, true);
    if (of_end_a(field) || of_end_b(field)) continue;
    json.key(spell(field));
    value(json, field, specification);
  }
  json.key("fields").begin_object();
  for (std::size_t i = 0; i < spec::kFields; ++i)
    if (specification.has(static_cast<Field>(i)))
      why(json, text, static_cast<Field>(i), specification.get(static_cast<Field>(i)), lexicon);
  json.end_object();
  json.key("contradictions").begin_array();
  for (const spec::Contradiction& contradiction : specification.contradictions) {
    json.begin_object();
    json.key("field").string(spell(contradiction.field));
    json.key("first").string(contradiction.first);
    json.key("second").string(contradiction.second);
    json.key("first_span")
        .begin_array()
        .integer(contradiction.first_span.begin)
        .integer(contradiction.first_span.end)
        .end_array();
    json.key("second_span")
        .begin_array()
        .integer(contradiction.second_span.begin)
        .integer(contradiction.second_span.end)
        .end_array();
    json.end_object();
  }
  json.end_array();
  hints(json, spec::hints_of_code(specification.text(Field::kPartNumber), facts));
  open_needs(json, needs.open(specification));
}

void write_fitting(JsonWriter& json, const spec::Fitting& fitting) {
  json.key("verdict").string(spell(fitting.fit));
  json.key("turned").boolean(fitting.turned);
  json.key("reasons").begin_array();
  for (const spec::FitReason& reason : fitting.reasons) {
    json.begin_object();
    json.key("field").string(reason.field);
    json.key("required").string(reason.required);
    json.key("offered").string(reason.offered);
    json.key("class").string(std::string_view(&reason.field_class, 1));
    json.key("verdict").string(spell(reason.fit));
    json.key("why").string(reason.why);
    json.key("source").string(reason.source);
    json.end_object();
  }
  json.end_array();
  json.key("ask").begin_array();
  for (const std::string& question : fitting.ask) json.string(question);
  json.end_array();
}

std::string fitting_json(const spec::Fitting& fitting, std::string_view required, std::string_view offered) {
  JsonWriter json(JsonWriter::Layout::kPretty);
  json.begin_object();
  json.key("schema").string("ferrule/fits/1");
  json.key("required").string(required);
  json.key("offered").string(offered);
  write_fitting(json, fitting);
  json.end_object();
  return json.take();
}

}  // namespace ferrule::write
