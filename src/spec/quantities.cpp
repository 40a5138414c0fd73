// Numbers with a unit: how many fibres, how long, how much loss, which application.
#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

#include "spec/line.h"

namespace ferrule::spec {
namespace {

bool beside(const Line& line, std::size_t i, Sense sense, std::size_t reach = 1) {
  for (std::size_t d = 1; d <= reach; ++d) {
    if (i >= d && line.items[i - d].is(sense) && (line.items[i - d + 1].gap & (kCommaGap | kStopGap)) == 0) return true;
    if (i + d < line.items.size() && line.items[i + d].is(sense) && (line.items[i + d].gap & (kCommaGap | kStopGap)) == 0)
      return true;
  }
  return false;
}

// Whether none of the signs is before or behind an item: so it is mostly.
bool stands_apart(const Line& line, std::size_t i, int signs) { return ((line.items[i].gap | line.gap_behind(i)) & signs) == 0; }

// "12-288F", "8–144 fibres": a range is no number.
bool in_range(const Line& line, std::size_t i) {
  if (stands_apart(line, i, kHyphenGap | kTildeGap) && !(i > 1 && line.items[i - 1].is(Sense::kTo))) return false;
  const auto bare = [&](std::size_t k) { return line.items[k].is(Sense::kNumber) || line.items[k].is(line.items[i].sense); };
  const bool rises = i > 0 && line.items[i - 1].number < line.items[i].number;  // "50/125-1 m" does not
  const bool hyphen = i > 0 && rises && bare(i - 1) && (line.items[i].gap & (kHyphenGap | kTildeGap)) != 0;
  const bool word = i > 1 && line.items[i - 1].is(Sense::kTo) && line.items[i - 2].is(Sense::kNumber) &&
                    line.items[i - 1].gap == kHyphenGap;  // "1-to-4 fibre"
  const bool from = hyphen || word;
  const bool to =
      i + 1 < line.items.size() && line.items[i + 1].is(line.items[i].sense) && (line.items[i + 1].gap & kHyphenGap) != 0;
  return from || to;
}

bool in_list(const Line& line, std::size_t i) {  // 12F/24F
  if (stands_apart(line, i, kSlashGap)) return false;
  const auto alike = [&](std::size_t k) { return line.items[k].is(line.items[i].sense) || line.items[k].is(Sense::kNumber); };
  const bool before = i > 0 && alike(i - 1) && (line.items[i].gap & kSlashGap) != 0;
  const bool behind = i + 1 < line.items.size() && alike(i + 1) && (line.items[i + 1].gap & kSlashGap) != 0;
  return before || behind;
}

void settle_number(Line& line, Field field, const Item& item, double value, double tolerance = 0) {
  if (!line.out->has(field)) return line.say(field, value, item, Rule::kQuantity);
  if (std::abs(line.out->get(field).number - value) <= tolerance) return;
  line.out->drop(field);
}

// "up to 50 m", and not "0.2 dB max, 10 m".
bool behind_up_to(const Line& line, std::size_t i) {
  return i > 0 && line.items[i - 1].is(Sense::kUpTo) && (line.items[i].gap & (kCommaGap | kStopGap)) == 0;
}

// "up to 144F", "144F max": what a housing holds is not what it has.
bool is_capacity(const Line& line, std::size_t i) {
  const bool behind = i + 1 < line.items.size() && line.items[i + 1].is(Sense::kUpTo) && line.items[i + 1].gap == kBlankGap;
  return (behind_up_to(line, i) || behind) && line.kind_is(kPanel | kCassette | kOtherKind);
}

// "8x MTP-12F": the fibres of one plug of several.
bool of_one_plug(const Line& line, std::size_t i) {
  return std::any_of(line.mentions.begin(), line.mentions.end(), [&](const Mention& mention) {
    return mention.size == i && mention.times != kNoItem && line.items[mention.times].number > 1;
  });
}

// Of "4x12F" all that it counts: 48.
double counted_fibres(const Line& line, std::size_t i) {
  const bool times = i > 0 && line.items[i - 1].is(Sense::kTimes) && line.items[i].gap == 0;
  return line.items[i].number * (times ? line.items[i - 1].number : 1);
}

void read_fibre_count(Line& line) {
  constexpr double kFewestOfArray = 4;
  bool unclear = false;
  const Item *first = nullptr, *second = nullptr;
  double count = 0, other = 0;
  for (const std::size_t i : line.each(Sense::kUnitFibre)) {
    const Item& item = line.items[i];
    if (item.number == 0 || line.aside(i) || is_capacity(line, i) || of_one_plug(line, i)) continue;
    if (item.gap == kHyphenGap && line.plain(item).starts_with('0')) continue;  // LCU12-01C
    if (item.number < kFewestOfArray && line.has(Sense::kMulti) && line.plain(item).ends_with('f'))
      continue;  // MPO ... 3F: feet?
    const double here = counted_fibres(line, i);
    if (here < 1) continue;  // 0x12F
    if (in_range(line, i) || in_list(line, i) || here != std::floor(here)) {
      unclear = true;
      continue;
    }
    if (first == nullptr) {
      first = &item;
      count = here;
    } else if (count != here) {
      if (second != nullptr && other != here) unclear = true;  // 12F, 24F, 48F: a list of what there is
      second = &item;
      other = here;
      // An assembly of several connectors says its own count and that of a connector: the larger is the assembly's.
      if (std::fmod(std::max(count, here), std::min(count, here)) != 0) return line.contradict(Field::kFibreCount, *first, item);
      if (here > count) first = &item;
      count = std::max(count, here);
    }
  }
  if (first != nullptr && !unclear && !line.kind_is(kTransceiver | kAocDac | kNotFibre | kTool))
    line.say(Field::kFibreCount, count, *first, Rule::kQuantity);
}

// "4x 62.5/125", "12 x 9/125": so many fibres of that core.
void read_count_of_cores(Line& line) {
  if (line.out->has(Field::kFibreCount) || !line.has(Sense::kTimes) || line.kind_is(kTransceiver | kAocDac | kNotFibre | kTool))
    return;
  for (const std::size_t i : line.each(Sense::kTimes)) {
    if (i + 1 >= line.items.size() || line.items[i].number < 1 || line.aside(i)) continue;
    const Item& core = line.items[i + 1];
    const bool of_core = core.is(Sense::kMode) || core.is(Sense::kFibre) || core.is(Sense::kGlass);
    const char first = line.plain(core).front();
    if (of_core && core.gap <= kBlankGap && first >= '0' && first <= '9')
      return line.say(Field::kFibreCount, line.items[i].number, line.items[i], Rule::kQuantity);
  }
}

void read_style_count(Line& line) {
  if (line.out->has(Field::kFibreCount) || !(line.has(Sense::kStyle) || line.has(Sense::kConnector))) return;
  if (!line.kind_is(kPatchCord | kPigtail)) return;
  const Item* found = nullptr;
  std::string_view style;
  for (const Item& item : line.items) {
    if (!item.is(Sense::kStyle) && !item.is(Sense::kConnector)) continue;
    const std::string_view here = item.is(Sense::kStyle) ? line.value(item) : parted_style(line.value(item)).second;
    if (here.empty() || here == "uniboot") continue;
    const auto fibres = [](std::string_view s) { return s == "simplex" ? 1 : s == "quad" ? 4 : 2; };
    if (found != nullptr && fibres(here) != fibres(style)) return;
    found = &item;
    style = here;
  }
  if (found != nullptr) line.say(Field::kFibreCount, style == "simplex" ? 1 : style == "quad" ? 4 : 2, *found, Rule::kStyleCount);
}

double metres(const Item& item) {
  const double value = item.number * item.second;
  const bool metric = (item.second == 1) | (item.second == 1000) | (item.second == 0.01);  // no branch: nobody foresees the unit
  return metric ? value : std::round(value * 100) / 100;
}

// "Breakout length: 0.3 m": nothing but a colon between the two.
bool announced_as_leg(const Line& line, std::size_t i) {
  return i > 0 && line.items[i - 1].is(Sense::kLeg) && (line.items[i].gap & ~(kBlankGap | kStopGap)) == 0 &&
         line.plain_text().substr(line.items[i - 1].end, line.items[i].begin - line.items[i - 1].end).starts_with(':');
}

// Metres win over feet beside them; leg lengths and reaches are other things.
void read_length(Line& line) {
  if (!line.has(Sense::kUnitLength) || line.kind_is(kTransceiver | kPanel | kAdapter)) return;
  const Item* length = nullptr;
  bool unclear = false;
  for (const std::size_t i : line.each(Sense::kUnitLength)) {
    const Item& item = line.items[i];
    if (item.number == 0 || line.aside(i)) continue;
    const bool leg = beside(line, i, Sense::kLeg) || announced_as_leg(line, i) || (i > 0 && leg_noun(line, i - 1));
    if (leg || in_list(line, i)) {
      if (leg) line.say(Field::kLegLength, metres(item), item, Rule::kQuantity);
      continue;
    }
    if (beside(line, i, Sense::kUnitNm) && !line.kind_is(kAocDac | kPatchCord | kTrunk)) continue;  // a reach at a wavelength
    if (in_range(line, i) || behind_up_to(line, i)) {
      unclear = true;
      continue;
    }
    if (length == nullptr) {
      length = &item;
      continue;
    }
    const double one = metres(*length), two = metres(item);
    const bool other_unit = (length->second == 0.3048) != (item.second == 0.3048);
    const double apart = std::abs(one - two) / std::max(one, two);
    if (other_unit && apart < 0.35) {  // 1m (3ft): rounded
      if (length->second == 0.3048) length = &item;
    } else if (one != two) {
      return line.contradict(Field::kLength, *length, item);
    }
  }
  if (length != nullptr && !unclear) line.say(Field::kLength, metres(*length), *length, Rule::kQuantity);
}

// "L=3000MM", "1500 mm": no cable is so thick, so it is how long the cord is.
bool is_long(const Item& item) {
  constexpr double kThickest = 100;  // mm
  return item.number >= kThickest;
}

void read_length_in_mm(Line& line) {
  if (line.out->has(Field::kLength) || line.has(Sense::kUnitLength) || !line.kind_is(kCords | kAocDac)) return;
  const Item* length = nullptr;
  for (const std::size_t i : line.each(Sense::kUnitMm)) {
    const Item& item = line.items[i];
    if (line.aside(i) || !is_long(item)) continue;
    if (length != nullptr && length->number != item.number) return;
    length = &item;
  }
  if (length != nullptr) line.say(Field::kLength, length->number / 1000, *length, Rule::kQuantity);
}

// The loss word in front of a figure, "il" or "rl"; empty when there is none.
std::string_view loss_word_before(const Line& line, std::size_t i) {
  constexpr std::size_t kReach = 3;
  for (std::size_t d = 1; d <= kReach && d <= i; ++d)
    if (line.items[i - d].is(Sense::kLossWord)) return line.value(line.items[i - d]);
  return {};
}

bool of_return_loss(const Line& line, std::size_t i) {
  if (const std::string_view word = loss_word_before(line, i); !word.empty()) return word == "rl";
  return i + 1 < line.items.size() && line.items[i + 1].is(Sense::kLossWord) && line.value(line.items[i + 1]) == "rl" &&
         (line.items[i + 1].gap & (kCommaGap | kStopGap)) == 0;
}

// With two losses the one of the multi-fibre connector counts; two that nothing tells apart contradict each other.
void read_loss(Line& line) {
  if (!line.has(Sense::kUnitLoss) || line.kind_is(kTransceiver | kNotFibre | kTool)) return;
  const Item *loss = nullptr, *of_multi = nullptr;
  for (const std::size_t i : line.each(Sense::kUnitLoss)) {
    const Item& item = line.items[i];
    if (line.aside(i) || item.number <= 0) continue;  // "loss in dB" is no figure
    if (of_return_loss(line, i) || item.number > 15) {
      settle_number(line, Field::kMinRl, item, item.number);
      continue;
    }
    if (item.number > 3) continue;  // an attenuator, a splitter
    if (beside(line, i, Sense::kMulti)) of_multi = &item;
    if (loss != nullptr && loss->number != item.number && of_multi == nullptr) return line.contradict(Field::kMaxIl, *loss, item);
    if (loss == nullptr) loss = &item;
  }
  if (of_multi != nullptr) loss = of_multi;
  if (loss == nullptr) return;
  // Of attenuators, splitters and loopbacks a figure alone is what they do, not what they lose.
  const std::size_t at = static_cast<std::size_t>(loss - line.items.data());
  if (!line.kind_is(kOtherKind | kLoopback) || loss_word_before(line, at) == "il")
    line.say(Field::kMaxIl, loss->number, *loss, Rule::kQuantity);
}

// "400G", "1000" for a gigabit; empty for a line rate, which names no application.
std::string rate_name(double gigabit) {
  constexpr double kRates[] = {0.1, 1, 2.5, 5, 10, 25, 40, 50, 100, 200, 400, 800, 1600};
  if (std::find(std::begin(kRates), std::end(kRates), gigabit) == std::end(kRates)) return {};
  if (gigabit == 1600) return "1.6T";
  return gigabit < 2.5 ? fmt::format("{}", gigabit * 1000) : fmt::format("{}G", gigabit);
}

// "IB-NDR-2xDR4-100m", "2x400GBASE-DR4"; of "2x 400GBASE-DR4" 400GBASE-DR4, since a blank makes the figure count modules. Empty: a suffix.
std::string_view whole_name(const Line& line, const Item& item) {
  const std::string_view name = line.value(item);
  if (name.starts_with("IB-")) return name;
  if (name.empty() || name[0] < '0' || name[0] > '9') return {};
  return line.plain(item).find(' ') == std::string_view::npos ? name : name.substr(2);
}

// True when the line gives applications by their whole names; two of them say nothing.
bool read_whole_names(Line& line) {
  const Item* named = nullptr;
  std::string_view name;
  for (const std::size_t i : line.each(Sense::kPmd)) {
    const std::string_view here = line.aside(i) ? std::string_view() : whole_name(line, line.items[i]);
    if (here.empty()) continue;
    if (named != nullptr && name != here) return true;
    named = &line.items[i];
    name = here;
  }
  if (named != nullptr) line.say(Field::kPmd, name, *named, Rule::kWord);
  return named != nullptr;
}

// "100G" and "SR4", in any order: 100GBASE-SR4. Two speeds or two suffixes say nothing.
void read_application(Line& line) {
  if (!line.has(Sense::kPmd) || !line.kind_is(kTransceiver | kAocDac | kLoopback)) return;
  if (read_whole_names(line)) return;
  const Item *speed = nullptr, *suffix = nullptr;
  for (const std::size_t i : line.each(Sense::kPmd)) {
    const Item& item = line.items[i];
    if (line.aside(i)) continue;
    // The speed that stands right before the suffix is the one meant.
    const bool beside_speed = i > 0 && line.items[i - 1].is(Sense::kUnitSpeed);
    if (suffix != nullptr && suffix->value != item.value && speed != nullptr && !beside_speed) continue;
    if (suffix != nullptr && suffix->value != item.value) return;
    if (suffix == nullptr) suffix = &item;
    if (beside_speed) speed = &line.items[i - 1];
  }
  for (const std::size_t i : line.each(Sense::kUnitSpeed))
    if (speed == nullptr && line.items[i].number != 0 && !line.aside(i)) speed = &line.items[i];
  if (speed == nullptr || suffix == nullptr || speed->number == 0) return;
  const std::size_t at = static_cast<std::size_t>(suffix - line.items.data());
  const bool several = at > 0 && line.items[at - 1].is(Sense::kTimes) && suffix->gap == 0;  // 800G 2xDR4: two of 400G
  const double times = several ? line.items[at - 1].number : 1;
  if (times < 1) return;  // 0xDR4
  const std::string rate = rate_name(speed->number * speed->second / times);
  if (rate.empty()) return;
  const std::string_view name = line.value(*suffix);
  const bool own_name = name.starts_with('~');  // a maker's suffix is no standard's, unless the line writes BASE
  const bool base = !own_name || line.plain(*speed).find("base") != std::string_view::npos;
  line.say(Field::kPmd,
           line.out->own(fmt::format("{}{}{}-{}", several ? fmt::format("{}x", times) : "", rate, base ? "BASE" : "",
                                     name.substr(own_name ? 1 : 0))),
           *suffix, Rule::kSpeedAndSuffix);
}

void read_form_factor(Line& line) {
  if (!line.has(Sense::kFormFactor) || !line.kind_is(kTransceiver | kAocDac | kLoopback)) return;
  for (const std::size_t i : line.each(Sense::kFormFactor))
    if (!line.aside(i)) return line.say(Field::kFormFactor, line.items[i], Rule::kWord);
}

void read_diameter(Line& line) {
  for (const std::size_t i : line.each(Sense::kUnitMm))
    if (line.items[i].number > 0 && !is_long(line.items[i]))
      return settle_number(line, Field::kDiameter, line.items[i], line.items[i].number);
}

}  // namespace

bool leg_noun(const Line& line, std::size_t i) {
  if (i == 0 || i + 1 >= line.items.size() || !line.items[i].is(Sense::kKind) || line.kind_of(line.items[i]) != kBreakout)
    return false;
  const Item& length = line.items[i + 1];
  return (line.items[i].gap & (kCommaGap | kStopGap)) != 0 && length.is(Sense::kUnitLength) && length.number > 0 &&
         (length.gap & ~(kBlankGap | kStopGap)) == 0 && (line.gap_behind(i + 1) & (kCommaGap | kStopGap)) != 0;
}

void read_quantities(Line& line) {
  // A receptacle has no cable type, and a copper line no polarity of ours: "Type B" there means the cord to use, or nothing.
  if (line.kind_is(kTransceiver | kAocDac | kNotFibre | kTool)) line.out->drop(Field::kPolarity);
  if (line.kind_is(kNotFibre)) line.out->drop(Field::kMode);
  if (line.has(Sense::kUnitFibre)) read_fibre_count(line);
  read_count_of_cores(line);
  read_style_count(line);
  read_length(line);
  read_loss(line);
  read_application(line);
  read_form_factor(line);
  if (!line.has(Sense::kUnitMm)) return;
  read_length_in_mm(line);
  read_diameter(line);
}

}  // namespace ferrule::spec
