// Any text is read into a specification whose spans lie in the text, in bounded time; and what is judged of two lines keeps its promises.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "api/parse.h"
#include "spec/canonical.h"
#include "spec/fits.h"
#include "spec/read_line.h"

namespace api = ferrule::api;
namespace spec = ferrule::spec;

namespace {

void hold(bool truth) {
  if (!truth) std::abort();
}

void hold_spans(const spec::Specification& specification, std::string_view text) {
  for (std::size_t f = 0; f < spec::kFields; ++f) {
    const spec::Field field = static_cast<spec::Field>(f);
    if (!specification.has(field)) continue;
    const spec::Reading& reading = specification.get(field);
    hold(reading.span.begin <= reading.span.end && reading.span.end <= text.size());
    hold(type_of(field) != spec::FieldType::kText || !reading.text.empty());
  }
}

// `same` holds both ways; a field less never gains; what decides safety and is open is never confirmed.
void hold_judgement(const spec::Specification& required, spec::Specification& offered, const api::Language& language,
                    std::uint8_t which) {
  const spec::Fit fit = spec::fits(required, offered, language.facts, language.needs).fit;
  hold((fit == spec::Fit::kSame) == (spec::fits(offered, required, language.facts, language.needs).fit == spec::Fit::kSame));
  for (const spec::Need* need : language.needs.open(required))
    hold(need->need_class != spec::NeedClass::kSafety || fit >= spec::Fit::kCannotConfirm);
  const spec::Field field = static_cast<spec::Field>(which % spec::kFields);
  if (!offered.has(field) || fit <= spec::Fit::kConditional) return;
  offered.drop(field);
  hold(spec::fits(required, offered, language.facts, language.needs).fit > spec::Fit::kConditional);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::unique_ptr<api::Language> language = api::load_language("");
  static spec::LineReader reader(*language->lexicon);
  if (size == 0) return 0;
  const std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
  const std::size_t middle = std::min(text.find('\n'), text.size());
  const std::string first = text.substr(0, middle), second = text.substr(std::min(middle + 1, text.size()));
  spec::Specification required, offered;
  reader.read(first, required);
  reader.read(second, offered);
  hold_spans(required, first);
  hold_spans(offered, second);
  hold(!spec::canonical(required).empty());
  hold(!api::parsed_json({first, required}, *language).empty());
  hold_judgement(required, offered, *language, data[0]);
  return 0;
}
