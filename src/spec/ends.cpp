// The two ends: type, pins, polish and number of connectors, from the connectors that the line names.
#include <algorithm>
#include <array>
#include <iterator>
#include <vector>
#include <fmt/format.h>

#include "spec/line.h"

namespace ferrule::spec {
namespace {

std::string_view usual_size_name(double size) {  // empty for a size that is not
  static constexpr std::array<std::string_view, 33> kNames = [] {
    std::array<std::string_view, 33> names{};
    names[8] = "MPO-8";
    names[12] = "MPO-12";
    names[16] = "MPO-16";
    names[24] = "MPO-24";
    names[32] = "MPO-32";
    return names;
  }();
  const int whole = size >= 0 && size < kNames.size() ? static_cast<int>(size) : 0;
  return whole == size ? kNames[static_cast<std::size_t>(whole)] : std::string_view();
}

class EndReader {
 public:
  explicit EndReader(Line& line) : line_(line) {}

  void read() {
    if (is(kNotFibre | kTool) || line_.ends.a == kNoItem) return;
    const Mention& first = line_.mentions[line_.ends.a];
    if (is(kOtherKind) && first.multi && !line_.ends.pair && !counts_are_stated() && !tells_its_plug(first))
      return;                                              // "MPO cables": of what kind?
    if (is(kAdapter | kPanel) && several_types()) return;  // adapters for LC, SC and MPO
    if (!takes_two_ends() && line_.ends.b != kNoItem && !line_.ends.pair && !alike(first, line_.mentions[line_.ends.b]))
      return;  // a panel for LC, SC and MPO
    const bool two = line_.ends.b != kNoItem && takes_two_ends();
    say_end(line_.mentions[line_.ends.a], false);
    if (two) {
      say_end(line_.mentions[line_.ends.b], true);
    } else if (both_ends_alike()) {
      say_end(line_.mentions[line_.ends.a], true, Rule::kOneConnector);
    }
    fill_from_twins();
    if (line_.ends.pair || both_ends_alike()) share_polish();
    read_lone_pins();
    read_lone_polish();
    read_ratio();
    read_trunk_ratio();
    read_number_per_end();
    say_counts();
  }

 private:
  bool is(Kind kinds) const { return line_.kind_is(kinds); }

  // "MPO-12 APC": whatever hangs on it, this is one of its plugs.
  static bool tells_its_plug(const Mention& mention) { return mention.size != kNoItem && mention.polish != kNoItem; }

  bool takes_two_ends() const {
    if (is(kAdapter))
      return line_.ends.pair && line_.ends.b != kNoItem && !alike(line_.mentions[line_.ends.a], line_.mentions[line_.ends.b]);
    if (is(kPanel)) return line_.ends.pair && line_.mentions[line_.ends.a].multi && !line_.mentions[line_.ends.b].multi;
    return !is(kPigtail | kTransceiver | kLoopback);
  }
  // A cord that names one connector has it at both ends. So has a trunk, and what regroups fibres between plugs of one kind.
  bool both_ends_alike() const {
    if (line_.ends.unclear || line_.ends.b != kNoItem) return false;
    const bool multi = line_.mentions[line_.ends.a].multi;
    if (line_.mentions[line_.ends.a].other_gender != kNoItem) return true;
    if (is(kTrunk) && line_.has(Sense::kEach)) return true;
    if (fans_out()) return false;
    return (is(kPatchCord) && line_.out->get(Field::kKind).rule != Rule::kHint) || (is(kTrunk | kConversion) && multi);
  }

  // "MTP fanout patch cord": what is at the other end is not said.
  bool fans_out() const {
    for (const std::size_t i : line_.each(Sense::kKind))
      if (line_.kind_of(line_.items[i]) == kBreakout && !line_.aside(i) && !leg_noun(line_, i)) return true;
    return false;
  }

  bool several_types() const {
    constexpr std::size_t kTwo = 2;
    std::vector<const Mention*> types;
    for (const Mention& mention : line_.mentions)
      if (std::none_of(types.begin(), types.end(), [&](const Mention* known) { return alike(*known, mention); }))
        types.push_back(&mention);
    return types.size() > kTwo;
  }
  bool alike(const Mention& p, const Mention& q) const { return p.multi == q.multi && (p.multi || name_of(p) == name_of(q)); }

  static Field type(bool b) { return at_end(Field::kAType, b); }
  static Field gender(bool b) { return at_end(Field::kAGender, b); }
  static Field polish(bool b) { return at_end(Field::kAPolish, b); }
  static Field count(bool b) { return at_end(Field::kACount, b); }

  void say_gender(bool b, bool pinned, const Item& item, Rule rule) {
    line_.say(gender(b), pinned ? "pinned" : "unpinned", item, rule);
  }

  void say_end(const Mention& mention, bool b, Rule rule = Rule::kWord) {
    say_type(mention, b, rule);
    if (mention.polish != kNoItem)
      line_.say(polish(b), line_.items[mention.polish], rule == Rule::kWord ? Rule::kAttached : rule);
    if (b && mention.other_gender != kNoItem) {
      say_gender(b, mention.other_pinned, line_.items[mention.other_gender], Rule::kAttached);
    } else if (mention.gender != kNoItem) {
      say_gender(b, mention.pinned, line_.items[mention.gender], rule == Rule::kWord ? Rule::kAttached : rule);
    }
    if (mention.times != kNoItem && !orders_cords(mention) &&
        (rule == Rule::kWord || line_.has(Sense::kEach) || holds_all(mention))) {
      const double said = mention.ports != kNoItem ? line_.items[mention.ports].number : 0;
      const double ports = said > 0 ? said : 1;  // "288 LC ports"
      line_.say(count(b), line_.items[mention.times].number * ports, line_.items[mention.times], Rule::kTimesBefore);
    }
  }

  // "50 x LC-LC": a patch cord has one connector at each end, so the number says how many cords are wanted.
  bool orders_cords(const Mention& mention) const {
    if (!is(kPatchCord) || !line_.ends.pair || mention.multi) return false;
    const Mention &a = line_.mentions[line_.ends.a], &b = line_.mentions[line_.ends.b];
    return a.times != kNoItem && b.times == kNoItem && alike(a, b) && line_.items[a.times].number > 2;
  }

  // "144F trunk, 12x MTP-12": the plugs of one end take all fibres of the trunk, so the other end has as many.
  bool holds_all(const Mention& mention) const {
    if (!is(kTrunk) || mention.size == kNoItem || mention.size_is_list) return false;
    const double fibres = line_.items[mention.times].number * line_.items[mention.size].number;
    return std::any_of(line_.items.begin(), line_.items.end(),
                       [&](const Item& item) { return item.is(Sense::kUnitFibre) && item.number == fibres; });
  }

  void say_type(const Mention& mention, bool b, Rule rule) {
    if (!mention.multi) return say_small_type(mention, b, rule);
    const bool sized = mention.size != kNoItem && !mention.size_is_list;
    line_.say(type(b), sized ? size_name(line_.items[mention.size].number) : "MPO", line_.items[mention.head], rule);
  }

  void say_small_type(const Mention& mention, bool b, Rule rule) {
    const Item& head = line_.items[mention.head];
    const auto [name, own] = parted_style(line_.value(head));
    if (mention.size != kNoItem) {  // MMC-16
      const std::string_view sized = line_.out->own(fmt::format("{}-{}", name, line_.items[mention.size].number));
      return line_.say(type(b), mention.size_is_list ? name : sized, head, rule);
    }
    std::string_view style = own.empty() ? style_of(mention) : own;
    const bool one_fibre = line_.out->number(Field::kFibreCount) == 1.0 && is(kPatchCord | kPigtail | kOtherKind);
    if (style.empty() && one_fibre) style = "simplex";
    if (style.empty() || !has_styles(name)) return line_.say(type(b), name, head, rule);
    line_.say(type(b), styled(name, style), head, rule);
  }

  std::string_view size_name(double size) {
    const std::string_view usual = usual_size_name(size);
    return usual.empty() ? line_.out->own(fmt::format("MPO-{}", static_cast<int>(size))) : usual;
  }

  std::string_view styled(std::string_view name, std::string_view style) {
    constexpr std::string_view kUsual[] = {"LC-duplex", "LC-simplex", "LC-uniboot", "LC-quad", "SC-duplex", "SC-simplex"};
    for (const std::string_view usual : kUsual)
      if (usual.size() == name.size() + style.size() + 1 && usual.starts_with(name) && usual.ends_with(style)) return usual;
    return line_.out->own(fmt::format("{}-{}", name, style));
  }

  static bool has_styles(std::string_view name) {
    return name == "LC" || name == "SC" || name == "ST" || name == "FC" || name == "LSH" || name == "MU";
  }

  // The style beside the connector, or the one that the line states for all of them.
  std::string_view style_of(const Mention& mention) {
    if (mention.style != kNoItem) return line_.value(line_.items[mention.style]);
    std::string_view found;
    bool several = false;
    for (const Sense sense : {Sense::kStyle, Sense::kConnector})
      for (const std::size_t i : line_.each(sense)) {
        const Item& item = line_.items[i];
        const std::string_view style = sense == Sense::kStyle ? line_.value(item) : parted_style(line_.value(item)).second;
        if (style == "uniboot") return style;
        if (style.empty()) continue;
        several = several || (!found.empty() && found != style);
        found = style;
      }
    return several ? std::string_view() : found;
  }

  // "MTP-LC cassette ... 1x MTP-12 (Male) to 6x LC Duplex": what other mentions of the same connector add.
  void fill_from_twins() {
    const std::size_t ends = line_.ends.b == kNoItem ? 1 : 2;
    if (line_.mentions.size() == ends) return;
    for (const bool b : {false, true}) {
      const std::uint32_t end = b ? line_.ends.b : line_.ends.a;
      if (end == kNoItem || !line_.out->has(type(b))) continue;
      const Mention& mine = line_.mentions[end];
      for (std::uint32_t i = 0; i < line_.mentions.size(); ++i) {
        const Mention& twin = line_.mentions[i];
        if (i == line_.ends.a || i == line_.ends.b || twin.multi != mine.multi) continue;
        if (!twin.multi && name_of(twin) != name_of(mine)) continue;
        if (each_behind(twin)) say_of_both_ends(twin);
        const bool both = line_.ends.pair && line_.mentions[line_.ends.a].multi == line_.mentions[line_.ends.b].multi;
        if (both && twin.multi && mine.size == kNoItem && twin.size != kNoItem && !twin.size_is_list)
          say_type(twin, b, Rule::kBothEnds);
        if (both) continue;  // whose pins, whose count?
        if (mine.size == kNoItem && twin.size != kNoItem && !twin.size_is_list) say_type(twin, b, Rule::kWord);
        if (!line_.out->has(polish(b)) && twin.polish != kNoItem) line_.say(polish(b), line_.items[twin.polish], Rule::kAttached);
        if (!line_.out->has(gender(b)) && twin.gender != kNoItem)
          say_gender(b, twin.pinned, line_.items[twin.gender], Rule::kAttached);
        if (!line_.out->has(count(b)) && twin.times != kNoItem)
          line_.say(count(b), line_.items[twin.times].number, line_.items[twin.times], Rule::kTimesBefore);
      }
    }
  }

  bool each_behind(const Mention& mention) const {
    const std::size_t next = mention.last + 1;
    return next < line_.items.size() && line_.items[next].is(Sense::kEach) && line_.items[next].gap == kBlankGap;
  }

  // "MPO-MPO trunk, 8x MPO-12 female each end".
  void say_of_both_ends(const Mention& mention) {
    for (const bool b : {false, true}) {
      if (!line_.out->has(type(b))) continue;
      if (!line_.out->has(count(b)) && mention.times != kNoItem)
        line_.say(count(b), line_.items[mention.times].number, line_.items[mention.times], Rule::kBothEnds);
      if (!line_.out->has(gender(b)) && mention.gender != kNoItem)
        say_gender(b, mention.pinned, line_.items[mention.gender], Rule::kBothEnds);
      if (!line_.out->has(polish(b)) && mention.polish != kNoItem)
        line_.say(polish(b), line_.items[mention.polish], Rule::kBothEnds);
    }
  }

  std::string_view name_of(const Mention& mention) const { return parted_style(line_.value(line_.items[mention.head])).first; }

  bool ends_of_one_family() const {
    return line_.ends.b == kNoItem || line_.mentions[line_.ends.a].multi == line_.mentions[line_.ends.b].multi;
  }

  // "LC-SC UPC": one polish behind a pair is that of both.
  void share_polish() {
    if (!line_.out->has(type(true)) || !ends_of_one_family()) return;
    const bool a = line_.out->has(polish(false)), b = line_.out->has(polish(true));
    if (a || !b) return;
    const Reading& reading = line_.out->get(polish(true));
    line_.out->set(polish(false), {reading.text, 0, reading.span, Rule::kBothEnds, reading.row});
  }

  bool mentioned(std::size_t i) const {
    constexpr std::size_t kFew = 4;
    if (line_.mentions.size() <= kFew) {  // most: all of them are asked, since nobody foresees which it is
      bool found = false;
      for (const Mention& mention : line_.mentions) found |= (mention.first <= i) & (i <= mention.last);
      return found;
    }
    const auto behind = std::upper_bound(line_.mentions.begin(), line_.mentions.end(), i,
                                         [](std::size_t at, const Mention& m) { return at < m.first; });
    return behind != line_.mentions.begin() && i <= std::prev(behind)->last;
  }

  // A single letter tells pins only in brackets or beside another: "(M)", "F-F".
  bool stray_letter(std::size_t i) const {
    if (line_.plain(line_.items[i]).size() > 1) return false;
    const bool enclosed = (line_.items[i].gap & kOpenGap) != 0 && (line_.gap_behind(i) & kCloseGap) != 0;
    const auto pair = [&](std::size_t near, std::size_t far) {
      return line_.items[near].is(Sense::kGender) && (line_.items[far].gap & (kHyphenGap | kSlashGap)) != 0;
    };
    const auto joined = [&](std::size_t near, std::size_t to) {  // "M to F"
      return near < line_.items.size() && line_.items[near].is(Sense::kGender) && line_.items[to].is(Sense::kTo);
    };
    if ((i > 1 && joined(i - 2, i - 1)) || (i + 2 < line_.items.size() && joined(i + 2, i + 1))) return false;
    return !enclosed && !(i > 0 && pair(i - 1, i)) && !(i + 1 < line_.items.size() && pair(i + 1, i + 1));
  }

  // Pins that stand by themselves: "F-F", "male to female", "(M)", "with pins".
  void read_lone_pins() {
    if (!line_.has(Sense::kGender)) return;
    const Item *first = nullptr, *second = nullptr;
    for (const std::size_t i : line_.each(Sense::kGender)) {
      if (mentioned(i) || line_.aside(i) || stray_letter(i)) continue;
      if (first == nullptr) {
        first = &line_.items[i];
      } else if (second == nullptr) {
        second = &line_.items[i];
      }
    }
    if (first == nullptr) return;
    const bool a_multi = line_.mentions[line_.ends.a].multi;
    if (!a_multi) return;
    const bool b_multi = line_.out->has(type(true)) && (line_.ends.b == kNoItem || line_.mentions[line_.ends.b].multi);
    if (second == nullptr || second->value == first->value) {
      if (!line_.out->has(gender(false))) line_.say(gender(false), *first, b_multi ? Rule::kBothEnds : Rule::kAttached);
      if (b_multi && !line_.out->has(gender(true))) line_.say(gender(true), *first, Rule::kBothEnds);
    } else if (b_multi) {
      line_.say(gender(false), *first, Rule::kAttached);
      line_.say(gender(true), *second, Rule::kAttached);
    } else {
      line_.contradict(gender(false), *first, *second);
    }
  }

  void read_lone_polish() {
    if (!line_.has(Sense::kPolish)) return;
    const Item* found = nullptr;
    for (const std::size_t i : line_.each(Sense::kPolish)) {
      const Item& item = line_.items[i];
      if (mentioned(i) || line_.aside(i)) continue;
      if (found != nullptr && found->value != item.value) {
        const bool pair = found + 1 == &item && item.gap == kSlashGap && line_.out->has(type(true));
        if (pair) say_polishes(*found, item);
        return;
      }
      found = &item;
    }
    if (found == nullptr || !ends_of_one_family()) return;
    for (const bool b : {false, true})
      if (line_.out->has(type(b)) && !line_.out->has(polish(b))) line_.say(polish(b), *found, Rule::kBothEnds);
  }

  void say_polishes(const Item& a, const Item& b) {  // APC/UPC: one for each end, in the order of the ends
    if (line_.out->has(polish(false)) || line_.out->has(polish(true))) return;
    const bool turned = line_.ends.b != kNoItem && line_.mentions[line_.ends.b].head < line_.mentions[line_.ends.a].head;
    line_.say(polish(turned), a, Rule::kBothEnds);
    line_.say(polish(!turned), b, Rule::kBothEnds);
  }

  // "2x12 to 3x8": plugs times fibres of each end, where both ends are multi-fibre. One such ratio alone is not said of which end.
  bool read_regrouping() {
    if (!line_.out->text(type(false)).starts_with("MPO") || !line_.out->text(type(true)).starts_with("MPO")) return false;
    std::vector<const Item*> ratios;
    for (const std::size_t i : line_.each(Sense::kRatio))
      if (const Item& item = line_.items[i]; item.second >= 8 && item.second <= 32) ratios.push_back(&item);
    if (ratios.size() != 2) return !ratios.empty();
    for (const bool b : {false, true}) {
      const Item& ratio = *ratios[b ? 1 : 0];
      if (!line_.out->has(count(b))) line_.say(count(b), ratio.number, ratio, Rule::kFromRatio);
      if (line_.out->text(type(b)) == "MPO") line_.say(type(b), size_name(ratio.second), ratio, Rule::kFromRatio);
    }
    return true;
  }

  // "MTP trunk, 2 per end", and not "2 per link".
  static constexpr std::uint8_t kPerAnything = 5;
  void read_number_per_end() {
    for (const std::size_t i : line_.each(Sense::kEach)) {
      if (i == 0 || !line_.items[i - 1].is(Sense::kNumber) || line_.items[i].gap != kBlankGap) continue;
      const Item& item = line_.items[i - 1];
      if (line_.items[i].weight <= kPerAnything) continue;
      if (mentioned(i - 1) || item.number < 1 || item.number > 48 || item.number != static_cast<int>(item.number)) continue;
      for (const bool b : {false, true})
        if (line_.out->has(type(b)) && !line_.out->has(count(b))) line_.say(count(b), item.number, item, Rule::kBothEnds);
    }
  }

  // "MPO trunk 2x12F", "24F (2x12) trunk": plugs times the fibres of each, the same at both ends.
  void read_trunk_ratio() {
    const Mention& plug = line_.mentions[line_.ends.a];
    if (!is(kTrunk) || !plug.multi || line_.out->has(count(false)) || line_.out->has(count(true))) return;
    const auto fits = [&](double plugs, double fibres) {
      const bool size = plug.size == kNoItem || line_.items[plug.size].number == fibres;
      const std::optional<double> all = line_.out->number(Field::kFibreCount);
      return size && plugs >= 2 && plugs <= 12 && !usual_size_name(fibres).empty() && (!all || *all == plugs * fibres);
    };
    const auto say_both = [&](double plugs, const Item& item) {
      for (const bool b : {false, true})
        if (line_.out->has(type(b))) line_.say(count(b), plugs, item, Rule::kFromRatio);
    };
    const auto regroups = [&](std::size_t i) {  // "24 -> 2x12"
      return (line_.items[i].gap & kArrowGap) != 0 || (i > 0 && line_.items[i - 1].is(Sense::kTo));
    };
    for (const std::size_t i : line_.each(Sense::kRatio))
      if (const Item& item = line_.items[i]; !regroups(i) && fits(item.number, item.second)) return say_both(item.number, item);
    for (const std::size_t i : line_.each(Sense::kUnitFibre)) {
      const bool times = i > 0 && line_.items[i - 1].is(Sense::kTimes) && line_.items[i].gap == 0;
      if (times && fits(line_.items[i - 1].number, line_.items[i].number))
        return say_both(line_.items[i - 1].number, line_.items[i - 1]);
    }
  }

  // 2x3 MTP: two at one end, three at the other.
  void read_ratio() {
    if (!line_.has(Sense::kRatio) || !line_.out->has(type(true)) || !line_.mentions[line_.ends.a].multi) return;
    if (!is(kConversion | kBreakout)) return;
    if (read_regrouping()) return;
    for (const std::size_t i : line_.each(Sense::kRatio)) {
      const Item& item = line_.items[i];
      if (item.number > 12 || item.second > 12 || item.number < 1) continue;
      if (!line_.out->has(count(false))) line_.say(count(false), item.number, item, Rule::kFromRatio);
      if (!line_.out->has(count(true))) line_.say(count(true), item.second, item, Rule::kFromRatio);
      return;
    }
  }

  void say_one(bool b) {
    if (!line_.out->has(type(b)) || line_.out->has(count(b))) return;
    const Mention& mention = line_.mentions[b && line_.ends.b != kNoItem ? line_.ends.b : line_.ends.a];
    line_.say(count(b), 1, line_.items[mention.head], Rule::kOnePerEnd);
  }

  static constexpr double kMostOfPlug = 24;

  // A trunk of more fibres than a plug holds has several plugs at each end, and the line does not say how many.
  bool one_plug_holds_all() const {
    constexpr double kMostOfSmall = 2;
    const std::optional<double> fibres = line_.out->number(Field::kFibreCount);
    if (!line_.mentions[line_.ends.a].multi) return fibres && *fibres <= kMostOfSmall;
    const bool two_ends = line_.ends.pair || line_.mentions[line_.ends.a].other_gender != kNoItem;
    const bool from_ends = line_.out->get(Field::kKind).rule == Rule::kFromEnds && two_ends;  // "MPO-MPO 10 m": one cord
    if (!fibres && !counts_are_stated()) return from_ends || line_.mentions[line_.ends.a].size != kNoItem;  // "MPO-12 trunk"
    return fibres && *fibres <= kMostOfPlug;
  }
  bool counts_are_stated() const {
    for (const std::size_t i : line_.each(Sense::kUnitFibre))
      if (line_.items[i].number != 0) return true;
    return false;
  }

  // "EDGE MTP trunk" names a family of parts, each with another number of connectors.
  bool family_of_parts() const {
    if (!line_.has(Sense::kLine) || line_.out->has(Field::kFibreCount) || is(kPatchCord)) return false;
    for (const std::size_t i : line_.each(Sense::kLine))
      if (line_.items[i].weight < 5) return true;
    return false;
  }

  void say_counts() {
    if (line_.ends.unclear && !line_.ends.pair) say_one(false);
    if (line_.ends.unclear || family_of_parts()) return;
    if (is(kPatchCord | kPigtail | kTransceiver | kAdapter | kLoopback)) {
      say_one(false);
      if (is(kPatchCord | kAdapter)) say_one(true);
    } else if (is(kTrunk) && one_plug_holds_all()) {
      say_one(false);
      say_one(true);
    } else if (is(kBreakout) && line_.mentions[line_.ends.a].multi) {
      const std::optional<double> fibres = line_.out->number(Field::kFibreCount);
      if (fibres ? *fibres <= kMostOfPlug : !counts_are_stated()) say_one(false);  // "12F/24F/48F" is a family
    } else if (is(kOtherKind) && line_.mentions[line_.ends.a].multi && one_plug_holds_all()) {
      say_one(false);
    } else if (is(kConversion)) {
      say_one_against_several();
    } else if (is(kPanel)) {
      say_panel_ports();
    } else if (is(kCassette)) {
      say_cassette_rear();
    }
  }

  // "MTP-24 to 2x MTP-12": where one end has several, the other has one, unless their fibres contradict it.
  void say_one_against_several() {
    if (!line_.ends.pair) return;
    for (const bool b : {false, true}) {
      const std::optional<double> others = line_.out->number(count(!b));
      if (line_.out->has(count(b)) || !others || *others < 2) continue;
      const Mention &mine = line_.mentions[b ? line_.ends.b : line_.ends.a],
                    &other = line_.mentions[b ? line_.ends.a : line_.ends.b];
      const bool known = mine.size != kNoItem && other.size != kNoItem;
      if (!known || line_.items[mine.size].number == *others * line_.items[other.size].number) say_one(b);
    }
  }

  // "24 port SC duplex": each port is an adapter.
  void say_panel_ports() {
    if (line_.out->has(count(false)) || !line_.has(Sense::kUnitPort)) return;
    const Item* ports = nullptr;
    for (const std::size_t i : line_.each(Sense::kUnitPort)) {
      const Item& item = line_.items[i];
      if (item.number == 0) continue;
      if (ports != nullptr || (i > 0 && item.gap == 0)) return;  // "OM312 port"
      ports = &item;
    }
    if (ports != nullptr) line_.say(count(false), ports->number, *ports, Rule::kTimesBefore);
  }

  // A cassette of as many fibres as its rear connector holds has one of them.
  void say_cassette_rear() {
    const Mention& rear = line_.mentions[line_.ends.a];
    const std::optional<double> fibres = line_.out->number(Field::kFibreCount);
    if (!rear.multi || line_.out->has(count(false))) return;
    if (line_.ends.pair && line_.out->has(count(true)) && !line_.has(Sense::kEach)) return say_one(false);  // "MPO to 12x LC"
    const bool one = fibres ? line_.out->text(type(false)) == size_name(*fibres)
                            : rear.size != kNoItem && !rear.size_is_list && line_.ends.pair &&
                                  !counts_are_stated();  // "MPO-12 to LC cassette"
    if (one) line_.say(count(false), 1, line_.items[rear.head], Rule::kOnePerEnd);
  }

  Line& line_;
};

}  // namespace

void read_ends(Line& line) {
  if (!line.mentions.empty()) EndReader(line).read();
}

}  // namespace ferrule::spec
