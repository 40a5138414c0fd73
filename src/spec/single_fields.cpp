// Fields that one word settles: fibre class, mode, jacket, polarity, grade, colour. Said twice alike is one; said differently is a list
// of what fits, or a contradiction.
#include <algorithm>
#include <array>
#include <bit>

#include "spec/line.h"

namespace ferrule::spec {
namespace {

struct Said {
  const Item* first = nullptr;
  const Item* other = nullptr;  // says something else
  bool list = false;            // "OM3/OM4": both fit, none is stated
};

template <class Take>
Said said(const Line& line, Sense sense, Take take) {
  Said out;
  for (const std::size_t i : line.each(sense)) {
    const Item& item = line.items[i];
    if (line.aside(i) || !take(i)) continue;
    if (out.first == nullptr) {
      out.first = &item;
    } else if (item.value != out.first->value && out.other == nullptr) {
      out.other = &item;
      const bool beside = i > 0 && line.items[i - 1].is(sense);
      out.list = beside && (item.gap & (kSlashGap | kPlusGap | kCommaGap)) != 0;
    }
  }
  return out;
}

void settle(Line& line, Field field, Sense sense, auto take) {
  if (!line.has(sense)) return;
  const Said what = said(line, sense, take);
  if (what.first == nullptr) return;
  if (what.other == nullptr) return line.say(field, *what.first, Rule::kWord);
  if (!what.list) line.contradict(field, *what.first, *what.other);
}
void settle(Line& line, Field field, Sense sense) {
  settle(line, field, sense, [](std::size_t) { return true; });
}

std::string_view mode_of(std::string_view fibre) { return fibre.starts_with("OS") ? "SM" : "MM"; }

void read_mode_of_fibre(Line& line, const Item& fibre) {
  const std::string_view mode = mode_of(line.value(fibre));
  const Said stated = said(line, Sense::kMode, [](std::size_t) { return true; });
  if (stated.first != nullptr && stated.other == nullptr && line.value(*stated.first) != mode)
    return line.contradict(Field::kMode, *stated.first, fibre);
  line.say(Field::kMode, mode, fibre, Rule::kOfClass);
}

// A fibre class tells the mode, and overrules a mode word beside it that says otherwise: the class is the more exact word.
void read_fibre(Line& line) {
  settle(line, Field::kGlass, Sense::kGlass);
  settle(line, Field::kFibreType, Sense::kFibre);
  settle(line, Field::kMode, Sense::kMode);
  const Said fibre = said(line, Sense::kFibre, [](std::size_t) { return true; });
  if (fibre.first == nullptr) return;
  const std::string_view mode = mode_of(line.value(*fibre.first));
  if (fibre.other != nullptr && mode_of(line.value(*fibre.other)) != mode) return line.out->drop(Field::kMode);
  read_mode_of_fibre(line, *fibre.first);
}

// A listing (OFNR) says more than a material (PVC), which is kept only when no listing is stated.
bool material(std::string_view jacket) { return !jacket.starts_with("OF"); }

void read_jacket(Line& line) {
  if (!line.has(Sense::kJacket)) return;
  const Said listing = said(line, Sense::kJacket, [&](std::size_t i) { return !material(line.value(line.items[i])); });
  if (listing.first == nullptr) return settle(line, Field::kJacket, Sense::kJacket);
  if (listing.other == nullptr) return line.say(Field::kJacket, *listing.first, Rule::kWord);
  if (!listing.list) line.contradict(Field::kJacket, *listing.first, *listing.other);
}

bool of_small_part(std::string_view word) {
  constexpr std::string_view kParts[] = {"boot", "boots", "cap", "caps", "dust", "plunger", "housing", "shutter", "latch"};
  return std::find(std::begin(kParts), std::end(kParts), word) != std::end(kParts);
}

void read_colour(Line& line) {
  settle(line, Field::kColour, Sense::kColour, [&](std::size_t i) {
    const bool followed = i + 1 < line.items.size() && (line.items[i + 1].gap & ~(kBlankGap | kHyphenGap)) == 0;
    return !followed || !of_small_part(line.plain(line.items[i + 1]));
  });
}

// "Type B", "polarity: A". The word alone, or a letter that belongs to a leg scheme, is none.
// A letter says more than a word like "crossed" beside it.
void read_polarity(Line& line) {
  if (!line.has(Sense::kPolarity)) return;
  const auto letter = [&](std::size_t i) { return line.value(line.items[i]) != "other"; };
  if (said(line, Sense::kPolarity, letter).first != nullptr) return settle(line, Field::kPolarity, Sense::kPolarity, letter);
  settle(line, Field::kPolarity, Sense::kPolarity);
}

// "no armour", "ohne Armierung", "armour: no", "without test report".
bool denied(const Line& line, std::size_t i) {
  if (i > 0 && line.items[i - 1].is(Sense::kWithout) && line.items[i].gap <= (kBlankGap | kHyphenGap)) return true;
  if (i + 1 >= line.items.size() || !line.items[i + 1].is(Sense::kWithout)) return false;
  const std::uint32_t end = line.items[i].end, next = line.items[i + 1].begin;
  const bool colon = next > end && line.plain_text().substr(end, next - end).find(':') != std::string_view::npos;
  return colon && (line.gap_behind(i + 1) & (kCommaGap | kStopGap)) != 0;  // and not "armoured; without connectors"
}

// What one word denies and another states is not known.
void read_armour(Line& line) {
  const bool none = line.out->text(Field::kArmour) == "none";  // by a phrase: "non-metallic"
  settle(line, Field::kArmour, Sense::kArmour, [&](std::size_t i) { return !denied(line, i); });
  if (none && line.out->text(Field::kArmour) != "none") line.out->drop(Field::kArmour);
  for (const std::size_t i : line.each(Sense::kArmour)) {
    const Item& item = line.items[i];
    if (line.aside(i) || !denied(line, i)) continue;
    if (line.out->has(Field::kArmour) && line.out->text(Field::kArmour) != "none") return line.out->drop(Field::kArmour);
    line.say(Field::kArmour, "none", item, Rule::kWord);
  }
}

// Phrases that the lexicon gives a field and a value: "cord_map=A-to-B".
void read_statements(Line& line) {
  for (const std::size_t i : line.each(Sense::kSays)) {
    const Item& item = line.items[i];
    const std::string_view says = line.value(item);
    const std::size_t equals = says.find('=');
    const std::optional<Field> field = parse_field(says.substr(0, equals));
    if (line.aside(i) || denied(line, i) || equals == std::string_view::npos || !field) continue;
    const std::string_view value = says.substr(equals + 1);
    if (line.out->has(*field) && line.out->text(*field) != value) {
      line.out->drop(*field);
    } else {
      line.say(*field, value, item, Rule::kWord);
    }
  }
}

// Which field a sense states, where one word of it is all that the line has.
constexpr std::uint64_t kFieldSenses =
    lexis::set_of(Sense::kGlass, Sense::kFibre, Sense::kMode, Sense::kJacket, Sense::kPolarity, Sense::kGrade, Sense::kPlace);
constexpr std::array<Field, 64> kFieldOf = [] {
  std::array<Field, 64> fields{};
  const auto says = [&](Sense sense, Field field) { fields[static_cast<std::size_t>(sense)] = field; };
  says(Sense::kGlass, Field::kGlass);
  says(Sense::kFibre, Field::kFibreType);
  says(Sense::kMode, Field::kMode);
  says(Sense::kJacket, Field::kJacket);
  says(Sense::kPolarity, Field::kPolarity);
  says(Sense::kGrade, Field::kGrade);
  says(Sense::kPlace, Field::kPlace);
  return fields;
}();

// Most lines say each of them once; the steps above then have nothing to weigh but the mode.
void say_what_stands_alone(Line& line) {
  for (std::uint64_t senses = line.senses & kFieldSenses; senses != 0; senses &= senses - 1) {
    const auto sense = static_cast<std::size_t>(std::countr_zero(senses));
    line.say(kFieldOf[sense], line.first(static_cast<Sense>(sense)), Rule::kWord);
  }
  if (line.has(Sense::kFibre)) read_mode_of_fibre(line, line.first(Sense::kFibre));
}

}  // namespace

void read_single_fields(Line& line) {
  const bool alone = line.each_once(kFieldSenses) && (line.senses & lexis::set_of(Sense::kSays, Sense::kArmour)) == 0;
  if (alone) {
    say_what_stands_alone(line);
    return read_colour(line);
  }
  read_fibre(line);
  read_jacket(line);
  read_polarity(line);
  read_colour(line);
  read_statements(line);
  settle(line, Field::kGrade, Sense::kGrade);
  read_armour(line);
  settle(line, Field::kPlace, Sense::kPlace);
}

}  // namespace ferrule::spec
