#include "lang/alternatives_section.h"

#include <fmt/format.h>

#include "lang/cabling_section.h"
#include "lang/check_shape.h"
#include "lang/keys_fabric.h"
#include "lang/values.h"

namespace ferrule::lang {
namespace {

class AlternativesReader {
 public:
  AlternativesReader(Reader& reader, Parts& parts, const Design& design) : reader_(reader), parts_(parts), design_(design) {}

  std::vector<NamedChange> read(const syntax::Node& section) {
    std::vector<NamedChange> out;
    if (!fits_kind(reader_, section, keys::kAlternativesEntry, "alternatives")) return out;
    for (const syntax::Pair& pair : section.pairs) {
      if (!fits_name(reader_, pair.key, pair.key_place, false) || !fits(reader_, pair.value, keys::kAlternativeEntry, pair.key))
        continue;
      if (pair.key == "as-planned" || pair.key == "usual" || pair.key == kAllWord)
        reader_.say(kWrongValue, pair.key_place, fmt::format("{} has a meaning of its own", in_quotes(pair.key)))
            .help("call the alternative otherwise");
      out.push_back(read_one(pair));
    }
    return out;
  }

 private:
  NamedChange read_one(const syntax::Pair& pair) {
    NamedChange change;
    change.name = pair.key;
    change.place = pair.key_place;
    change.say = text(pair.value, "say");
    RuleWishes changed =
        change_cabling(reader_, design_.fabric, {design_.wishes, design_.left_open}, value(pair.value, "cabling"));
    change.wishes = std::move(changed.wishes);
    change.left_open = std::move(changed.left_open);
    for (const syntax::Pair& optic : below(pair.value, "optics").pairs) read_optic(optic, change);
    return change;
  }

  void read_optic(const syntax::Pair& optic, NamedChange& change) {
    bool used = false;
    for (const synth::PortRun* run : design_.fabric.all_runs()) used = used || run->optic == optic.key;
    if (!used)
      reader_.say(kWrongValue, optic.key_place, fmt::format("no port of the fabric has the optic {}", in_quotes(optic.key)))
          .help("write it as the ports do");
    const std::uint32_t type = parts_.for_port(optic.value.text, optic.value.place);
    if (used && type != Parts::kBroken && type != Parts::kAbsent) change.optics.emplace(optic.key, optic.value.text);
  }

  Reader& reader_;
  Parts& parts_;
  const Design& design_;
};

}  // namespace

std::vector<NamedChange> read_alternatives(Reader& reader, Parts& parts, const Design& design, const syntax::Node& section) {
  return AlternativesReader(reader, parts, design).read(section);
}

}  // namespace ferrule::lang
