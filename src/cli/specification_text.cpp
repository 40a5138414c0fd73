#include "cli/specification_text.h"

#include <fmt/format.h>

#include "base/text.h"
#include "cli/columns.h"
#include "spec/part_codes.h"

namespace ferrule::cli {

using spec::Field;

std::string specification_text(const api::Parsed& parsed, const api::Language& language) {
  std::string out = printable(shortened(parsed.text, 400)) + "\n";
  for (std::size_t i = 0; i < spec::kFields; ++i) {
    const Field field = static_cast<Field>(i);
    if (!parsed.specification.has(field)) continue;
    const spec::Reading& reading = parsed.specification.get(field);
    const std::string words =
        printable(shortened(parsed.text.substr(reading.span.begin, reading.span.end - reading.span.begin), 40));
    const Confidence confidence = confidence_of(reading.rule);
    out += fmt::format("  {}{}{}{}\n", padded(std::string(spell(field)), 22),
                       padded(printable(spec::value_text(field, reading)), 18), padded("\"" + words + "\"", 26),
                       fmt::format("{}{}", spell(reading.rule),
                                   confidence == Confidence::kHigh ? "" : fmt::format(" ({})", ferrule::spell(confidence))));
  }
  std::vector<std::string> lines;
  for (const spec::Contradiction& contradiction : parsed.specification.contradictions)
    lines.push_back(fmt::format("{}: \"{}\" and \"{}\"", spell(contradiction.field), printable(contradiction.first),
                                printable(contradiction.second)));
  out += list("contradicts", lines);
  lines.clear();
  for (const spec::CodeHint& hint : spec::hints_of_code(parsed.specification.text(Field::kPartNumber), language.facts))
    lines.push_back(fmt::format("{} {} (its form, {} {}; low)", spell(hint.field), hint.value, hint.maker, hint.pattern));
  out += list("part number", lines);
  lines.clear();
  std::vector<std::string> questions;
  for (const spec::Need* need : language.needs.open(parsed.specification)) {
    lines.push_back(fmt::format("{} ({})", need->name, letter(need->need_class)));
    if (need->need_class != spec::NeedClass::kCommercial) questions.push_back(need->question);
  }
  if (!lines.empty()) out += list("unknown", {joined(lines, ", ")});
  out += list("ask", questions);
  return out + "\n";
}

}  // namespace ferrule::cli
