// Connectors as the text names them: "2x MTP-12 (Male)", "LC/UPC duplex", "4 LC", and which two of them are the ends.
#include <algorithm>
#include <array>

#include "spec/line.h"

namespace ferrule::spec {
namespace {

bool loose(std::uint16_t gap) { return (gap & (kCommaGap | kStopGap)) == 0; }
bool tight(std::uint16_t gap) { return (gap & ~kHyphenGap) == 0; }  // nothing, or a hyphen

bool is_size(double number) {
  static constexpr auto kSizes = [] {
    std::array<bool, 73> sizes{};
    for (const std::size_t size : {4, 8, 12, 16, 24, 32, 36, 48, 60, 72}) sizes[size] = true;
    return sizes;
  }();
  const int whole = number > 0 && number < kSizes.size() ? static_cast<int>(number) : 0;
  return kSizes[static_cast<std::size_t>(whole)] && whole == number;
}

class Finder {
 public:
  explicit Finder(Line& line) : line_(line) {}

  void find() {
    std::size_t free = 0;  // items before it belong to an earlier mention
    auto multi = line_.each(Sense::kMulti).begin(), small = line_.each(Sense::kConnector).begin();
    for (;;) {
      const std::size_t next_multi = *multi, next_small = *small;
      const bool is_multi = next_multi < next_small;
      const std::size_t i = is_multi ? next_multi : next_small;
      if (i == kNoItem) return;
      ++(is_multi ? multi : small);
      if (i < free || line_.aside(i)) continue;
      Mention& mention = line_.mentions.emplace_back();
      mention.head = mention.first = mention.last = static_cast<std::uint32_t>(i);
      mention.multi = is_multi;
      look_behind(mention);
      look_before(mention, free);
      if (counts_fibres(mention)) mention.times = kNoItem;
      free = mention.last + 1;
    }
  }

 private:
  std::uint32_t index(std::size_t i) const { return static_cast<std::uint32_t>(i); }

  void look_before(Mention& mention, std::size_t free) {
    for (std::size_t i = mention.head; i > free;) {
      const Item& next = line_.items[i];  // the gap is on the near side
      if (!loose(next.gap) || (next.gap & (kOpenGap | kCloseGap | kSlashGap | kArrowGap)) != 0) return;
      const Item& item = line_.items[--i];
      if (item.is(Sense::kStyle) && mention.style == kNoItem && !mention.multi) {
        mention.style = index(i);
      } else if (item.is(Sense::kPolish) && mention.polish == kNoItem) {
        mention.polish = index(i);
      } else if (item.is(Sense::kGender) && mention.gender == kNoItem && mention.multi) {
        set_gender(mention, i);
      } else if (takes_size_before(mention, i, free)) {  // "2x 8F MTP"
        mention.size = index(i);
        mention.times = mention.first = index(i - 1);
        return;
      } else if (item.is(Sense::kTimes) || (item.is(Sense::kUnitPort) && item.number > 0) ||
                 (item.is(Sense::kNumber) && plain_count(i))) {
        mention.times = index(i);
        mention.first = index(i);
        return;
      } else if (i > free && in_number(i)) {
        mention.times = mention.first = index(i - 1);
        return;
      } else if (item.is(Sense::kSide) || names_connectors(item)) {
        continue;  // the connector's only if a number stands before it
      } else if (!item.is(Sense::kBlank) && !item.is(Sense::kMark)) {
        return;
      }
      mention.first = index(i);
    }
  }

  bool takes_size_before(const Mention& mention, std::size_t i, std::size_t free) const {
    const Item& item = line_.items[i];
    return mention.multi && mention.size == kNoItem && item.is(Sense::kUnitFibre) && is_size(item.number) && i > free &&
           line_.items[i - 1].is(Sense::kTimes) && item.gap <= kBlankGap;
  }

  // "24 adapters SC", "2 connectors MPO-12", in any language: the noun between the number and the connector.
  bool names_connectors(const Item& item) const {
    constexpr std::uint8_t kVagueNoun = 2;
    return item.is(Sense::kKind) &&
           (line_.value(item) == "adapter" || (line_.value(item) == "other" && item.weight <= kVagueNoun));
  }

  // "96 LC fibres" are fibres, not connectors.
  bool counts_fibres(const Mention& mention) const {
    if (mention.last + 1 >= line_.items.size()) return false;
    const Item& next = line_.items[mention.last + 1];
    if (next.number != 0 || next.gap != kBlankGap) return false;
    const std::span<const lexis::Meaning> meanings = line_.meanings(next);
    return std::any_of(meanings.begin(), meanings.end(),
                       [](const lexis::Meaning& meaning) { return meaning.sense == Sense::kUnitFibre; });
  }
  // "2 no. MPO-12": two in number.
  bool in_number(std::size_t i) const {
    const std::string_view word = line_.plain(line_.items[i]);
    return i > 0 && (word == "no" || word == "nos") && line_.items[i - 1].is(Sense::kNumber) &&
           (line_.items[i + 1].gap & kDotGap) != 0;
  }

  // "4 LC", "12 SC simplex": a whole number, a blank, the connector.
  bool plain_count(std::size_t i) const {
    const double number = line_.items[i].number;
    if (number < 1 || number > 288 || number != static_cast<int>(number)) return false;
    if (line_.items[i].gap == 0 && i > 0) return false;  // "B15 MTP", "P02 LC": the number of something else
    if (line_.items[i + 1].gap == 0) return true;        // 4LC
    const bool behind_end = line_.items[i].gap == kSlashGap && i > 0 &&
                            (line_.items[i - 1].is(Sense::kGender) || line_.items[i - 1].is(Sense::kMulti));  // "MPO F/4 LC"
    return line_.items[i + 1].gap == kBlankGap &&
           ((line_.items[i].gap & (kHyphenGap | kSlashGap)) == 0 || (line_.items[i].gap & kBlankGap) != 0 || behind_end);
  }

  void look_behind(Mention& mention) {
    for (std::size_t i = mention.head + 1; i < line_.items.size(); ++i) {
      const Item& item = line_.items[i];
      if (!loose(item.gap)) return;
      if (!take(mention, i)) return;
      i = std::max<std::size_t>(i, mention.last);
      mention.last = index(i);
    }
  }

  // What may belong to a connector in front of it, beside single letters; most mentions end with something else.
  static constexpr std::uint64_t kTaken =
      lexis::set_of(Sense::kSide, Sense::kLine, Sense::kMark, Sense::kBlank, Sense::kNumber, Sense::kUnitFibre, Sense::kUnitPort,
                    Sense::kPolish, Sense::kStyle, Sense::kGender, Sense::kTo, Sense::kLetter);

  bool take(Mention& mention, std::size_t i) {
    const Item& item = line_.items[i];
    if ((kTaken & lexis::set_of(item.sense)) == 0 && item.end - item.begin > 1) return false;
    switch (item.sense) {
      case Sense::kSide:
      case Sense::kLine: return (item.gap & kSlashGap) == 0;
      case Sense::kMark:
      case Sense::kBlank: return (item.gap & (kOpenGap | kSlashGap)) == 0;
      case Sense::kNumber:
        if ((item.gap & kTimesGap) != 0 && mention.times == kNoItem) {  // MTP×2
          mention.times = index(i);
          return true;
        }
        if (counts_in_brackets(mention, i)) {
          mention.times = index(i);
          return true;
        }
        return (mention.multi || takes_size(mention, i)) && mention.size == kNoItem && take_size(mention, i);
      case Sense::kUnitFibre:
        if ((!mention.multi && !takes_size(mention, i)) || mention.size != kNoItem || !is_size(item.number)) return false;
        if (!tight(item.gap) && (item.gap != kBlankGap || item.number > 12))
          return item.gap == kBlankGap && pins_behind(i);  // 24F behind a blank may be the cable's
        mention.size = index(i);
        return true;
      case Sense::kUnitPort:
        if (mention.multi) return false;
        mention.ports = index(i);
        return true;
      case Sense::kPolish:
        if (mention.polish != kNoItem) return false;
        mention.polish = index(i);
        return true;
      case Sense::kStyle:
        if (mention.multi || mention.style != kNoItem || (item.gap & kSlashGap) != 0) return false;
        mention.style = index(i);
        return true;
      case Sense::kGender: return mention.multi && take_gender(mention, i);
      case Sense::kTo:
        if (take_times_behind(mention, i)) return true;
        [[fallthrough]];
      case Sense::kLetter: return mention.multi && (take_letter(mention, i) || joins_genders(mention, i));
      default: return mention.multi && take_letter(mention, i);
    }
  }

  static bool counts(const Item& item) {
    constexpr double kMost = 144;
    return item.is(Sense::kNumber) && item.number >= 1 && item.number <= kMost && item.number == static_cast<int>(item.number);
  }

  // "LC (8) - MTP (1)". In brackets behind a multi-fibre connector a larger number may be its size.
  bool counts_in_brackets(const Mention& mention, std::size_t i) const {
    constexpr double kLeastSize = 4;
    const Item& item = line_.items[i];
    const bool enclosed = (item.gap & kOpenGap) != 0 && (line_.gap_behind(i) & kCloseGap) != 0;
    return enclosed && mention.times == kNoItem && counts(item) && (!mention.multi || item.number < kLeastSize);
  }

  // "LC uniboot x 6", "SN/UPC X4", and not "MPO x 2 LC".
  bool take_times_behind(Mention& mention, std::size_t i) {
    if (line_.plain(line_.items[i]) != "x" || mention.times != kNoItem || i + 1 >= line_.items.size()) return false;
    if (!counts(line_.items[i + 1]) || line_.items[i + 1].gap > kBlankGap) return false;
    const bool of_next = i + 2 < line_.items.size() && line_.items[i + 2].gap <= (kBlankGap | kHyphenGap) &&
                         (line_.items[i + 2].is(Sense::kConnector) || line_.items[i + 2].is(Sense::kMulti) ||
                          line_.items[i + 2].is(Sense::kStyle) || line_.items[i + 2].is(Sense::kPolish));
    if (of_next) return false;
    mention.times = mention.last = index(i + 1);
    return true;
  }

  // "MPO 24F female", "MTP 16F APC": pins and polish are the connector's all the same.
  bool pins_behind(std::size_t i) const {
    if (i + 1 >= line_.items.size() || line_.items[i + 1].gap != kBlankGap) return false;
    return line_.items[i + 1].is(Sense::kGender) || line_.items[i + 1].is(Sense::kPolish);
  }

  // "MMC-16", "SN-MT 8": multi-fibre connectors of other families, whose size hangs on the name.
  bool takes_size(const Mention& mention, std::size_t i) const {
    const std::string_view name = line_.value(line_.items[mention.head]);
    return tight(line_.items[i].gap) && (name == "MMC" || name == "SN-MT");
  }

  bool take_size(Mention& mention, std::size_t i) {
    const Item& item = line_.items[i];
    const bool of_next = i + 1 < line_.items.size() && line_.items[i + 1].is(Sense::kConnector) && line_.items[i + 1].gap == 0;
    if (of_next) return false;  // MPO-12LC: twelve LC
    const bool factor = i + 2 < line_.items.size() && line_.items[i].gap == kBlankGap &&
                        (line_.items[i + 2].is(Sense::kNumber) || line_.items[i + 2].is(Sense::kUnitSpeed)) &&
                        line_.plain(line_.items[i + 1]) == "x";
    if (factor) return false;  // MPO 4 x 25G
    const bool attached = tight(item.gap);
    if (!attached && (item.gap != kBlankGap || !is_size(item.number))) return false;
    if (!is_size(item.number)) return false;
    mention.size = index(i);
    mention.last = index(i);
    while (mention.last + 1 < line_.items.size()) {  // MTP-8/12/24 fits several
      const Item& next = line_.items[mention.last + 1];
      if (next.gap != kSlashGap || !(next.is(Sense::kNumber) || next.is(Sense::kUnitFibre)) || !is_size(next.number)) break;
      mention.size_is_list = true;
      ++mention.last;
    }
    return true;
  }

  // "(F)", "-M": the letter alone behind a multi-fibre connector tells the pins.
  bool take_letter(Mention& mention, std::size_t i) {
    const Item& item = line_.items[i];
    if (item.end - item.begin != 1) return false;
    const char letter = line_.plain_text()[item.begin];
    if (item.gap == kHyphenGap && (letter == 'a' || letter == 'b' || letter == 'c'))
      return true;  // "MPO-B": of its polarity, nothing here
    if (letter != 'f' && letter != 'm' && letter != 'w') return false;
    const bool enclosed = (item.gap & kOpenGap) != 0 && (line_.gap_behind(i) & kCloseGap) != 0;
    const bool beside = (item.gap & ~(kHyphenGap | kSlashGap | kBlankGap)) == 0;
    if (!enclosed && (!beside || letter == 'w')) return false;
    return take_gender(mention, i);
  }

  // The pins of this connector; said a second time behind a hyphen, a slash or "to", those of the far end.
  bool take_gender(Mention& mention, std::size_t i) {
    if (mention.gender == kNoItem) {
      set_gender(mention, i);
      return true;
    }
    const bool again = is_pinned(i) == mention.pinned && line_.items[i].gap == kBlankGap && !line_.items[i - 1].is(Sense::kTo);
    if (again) return true;  // "(M) with pins"
    const bool far = mention.other_gender == kNoItem && mention.last + 1 == i &&
                     ((line_.items[i].gap & (kHyphenGap | kSlashGap)) != 0 || line_.items[i - 1].is(Sense::kTo));
    if (!far) return false;
    mention.other_gender = index(i);
    mention.other_pinned = is_pinned(i);
    return true;
  }
  bool joins_genders(const Mention& mention, std::size_t i) const {  // "female to female"
    if (mention.gender != i - 1 || !line_.items[i].is(Sense::kTo) || i + 1 >= line_.items.size()) return false;
    const Item& next = line_.items[i + 1];
    return next.is(Sense::kGender) && next.gap == kBlankGap;
  }

  void set_gender(Mention& mention, std::size_t i) {
    mention.gender = index(i);
    mention.pinned = is_pinned(i);
  }
  bool is_pinned(std::size_t i) const {
    const Item& item = line_.items[i];
    return item.is(Sense::kGender) ? line_.value(item) == "pinned" : line_.plain(item) == "m";
  }

  Line& line_;
};

// What may stand between an end and the word that joins it to the other: "MPO 24F OM4 to 3x MPO 8F".
bool attribute(const Item& item) {
  constexpr Sense kAttributes[] = {Sense::kUnitFibre, Sense::kFibre, Sense::kMode, Sense::kGlass, Sense::kGrade, Sense::kLine};
  return loose(item.gap) && std::find(std::begin(kAttributes), std::end(kAttributes), item.sense) != std::end(kAttributes);
}

// "one MPO-24 with 16 used fibers to two MPO-12".
bool of_plug(const Line& line, const Mention& plug, std::size_t i) {
  if (!loose(line.items[i].gap) || !line.items[plug.last + 1].is(Sense::kWith)) return false;
  return line.items[i].is(Sense::kWith) || line.items[i].is(Sense::kNumber) || line.items[i].is(Sense::kBlank);
}

// "MPO - LC", "MPO to LC", "LC/LC", "MPO x LC": nothing between two mentions but what joins two ends.
bool joined_mentions(const Line& line, const Mention& p, const Mention& q) {
  const std::uint16_t gap = line.items[q.first].gap;
  if (q.first == p.last + 1) return (gap & (kHyphenGap | kSlashGap | kArrowGap)) != 0 && (gap & (kCommaGap | kStopGap)) == 0;
  if (q.first < p.last + 2) return false;
  for (std::size_t i = p.last + 1; i + 1 < q.first; ++i)
    if (!attribute(line.items[i]) && !of_plug(line, p, i)) return false;
  const Item& between = line.items[q.first - 1];
  if (q.first > p.last + 2 && !between.is(Sense::kTo)) return false;
  const std::string_view letter = line.plain(between);
  const bool joins = between.is(Sense::kTo) || letter == "x" || (between.is(Sense::kLetter) && letter == "a");
  return joins && ((between.gap | gap) & (kCommaGap | kStopGap)) == 0;
}

bool same_type(const Line& line, const Mention& p, const Mention& q) {
  const auto name = [&](const Mention& m) { return parted_style(line.value(line.items[m.head])).first; };
  return p.multi == q.multi && (p.multi || name(p) == name(q));
}

int detail(const Mention& m) {
  return (m.times != kNoItem) * 4 + (m.size != kNoItem) * 2 + (m.gender != kNoItem) + (m.style != kNoItem) +
         (m.polish != kNoItem);
}

// "MPO trunk into LC/SC": small connectors that a slash sets side by side are a choice where a multi-fibre one stands before them.
bool is_choice(const Line& line, const Mention& p, const Mention& q) {
  const bool slash = q.first == p.last + 1 && (line.items[q.first].gap & kSlashGap) != 0;
  return slash && !p.multi && !q.multi && !same_type(line, p, q) && line.mentions.front().multi;
}

void pair_up(Line& line) {
  int best = -1;
  for (std::uint32_t i = 0; i + 1 < line.mentions.size(); ++i) {
    const Mention &p = line.mentions[i], &q = line.mentions[i + 1];
    if (!joined_mentions(line, p, q) || is_choice(line, p, q)) continue;
    if (i + 2 < line.mentions.size() && joined_mentions(line, q, line.mentions[i + 2]) &&
        !same_type(line, p, line.mentions[i + 2])) {
      line.ends.unclear = true;
      line.ends.a = i;
      return;
    }
    const int score = line.mentions.size() == 2 ? 0 : detail(p) + detail(q);  // a lone pair is the best
    if (score <= best) continue;
    best = score;
    line.ends = {i, i + 1, true, false};
  }
}

// Without a pair: what is named twice is one thing, a multi-fibre connector and a small one are two ends.
void gather(Line& line) {
  const auto richest_like = [&](const Mention& like) {
    std::uint32_t best = kNoItem;
    for (std::uint32_t i = 0; i < line.mentions.size(); ++i)
      if (same_type(line, like, line.mentions[i]) && (best == kNoItem || detail(line.mentions[i]) > detail(line.mentions[best])))
        best = i;
    return best;
  };
  const Mention& first = line.mentions.front();
  line.ends.a = richest_like(first);
  for (const Mention& other : line.mentions) {
    if (same_type(line, first, other)) continue;
    if (line.ends.b != kNoItem && !same_type(line, line.mentions[line.ends.b], other)) {  // three kinds: a list of what fits
      line.ends = {};
      if (first.multi) line.ends.a = richest_like(first);  // it fans out to what nobody knows
      line.ends.unclear = true;
      return;
    }
    if (line.ends.b == kNoItem) line.ends.b = richest_like(other);
  }
  // "MPO female | MPO male": the two ends, each in a cell of its own.
  if (line.ends.b == kNoItem && line.mentions.size() == 2 && first.multi) {
    const Mention& second = line.mentions[1];
    const bool both = first.gender != kNoItem && second.gender != kNoItem && first.pinned != second.pinned;
    if (both && second.first == first.last + 1) line.ends = {0, 1, true, false};
  }
  // Two connectors side by side in a list of attributes ("DLC/PC,DLC/PC") are the two ends as well.
  if (line.ends.b == kNoItem && line.mentions.size() == 2) {
    const Mention& second = line.mentions[1];
    if (second.first == first.last + 1 && line.items[second.first].gap == kCommaGap) line.ends = {0, 1, true, false};
  }
}

}  // namespace

std::pair<std::string_view, std::string_view> parted_style(std::string_view connector) {
  constexpr std::size_t kShortestStyle = 4;
  if (connector.size() <= kShortestStyle) return {connector, {}};  // most
  for (const std::string_view style : {"duplex", "simplex", "uniboot", "quad"})
    if (connector.size() > style.size() && connector.ends_with(style))
      return {connector.substr(0, connector.size() - style.size() - 1), style};
  return {connector, {}};
}

namespace {

// "MPO-12 APC SM F/F": two pin words side by side are those of the two ends.
void find_far_pins(Line& line) {
  Mention& mention = line.mentions[line.ends.a];
  if (!mention.multi || mention.gender != kNoItem || line.ends.b != kNoItem) return;
  for (std::uint32_t i = 0; i + 1 < line.items.size(); ++i) {
    const Item &near = line.items[i], &far = line.items[i + 1];
    if (!near.is(Sense::kGender) || !far.is(Sense::kGender) || (far.gap & (kHyphenGap | kSlashGap)) == 0) continue;
    mention.gender = i;
    mention.pinned = line.value(near) == "pinned";
    mention.other_gender = i + 1;
    mention.other_pinned = line.value(far) == "pinned";
    return;
  }
}

// "MTP to MTP 12F": what stands apart behind the pair is the cable's, or both connectors', never that of one end.
void even_sizes(Mention& a, Mention& b, const Line& line) {
  const bool behind_both =
      a.multi && b.multi && a.size == kNoItem && b.size != kNoItem && a.times == kNoItem && b.times == kNoItem;
  if (!behind_both || b.size_is_list || (line.items[b.size].gap & kBlankGap) == 0) return;
  if (line.items[b.size].is(Sense::kUnitFibre))
    b.size = kNoItem;
  else
    a.size = b.size;
}

// "12xMTP12-12xMTP12 M/M": two pin words behind the pair, one for each end.
void spread_pins(Mention& a, Mention& b) {
  if (!a.multi || !b.multi || a.gender != kNoItem || b.other_gender == kNoItem) return;
  a.gender = b.gender;
  a.pinned = b.pinned;
  b.gender = b.other_gender;
  b.pinned = b.other_pinned;
  b.other_gender = kNoItem;
}

}  // namespace

void find_mentions(Line& line) {
  if (!line.has(Sense::kConnector) && !line.has(Sense::kMulti)) return;
  Finder(line).find();
  if (line.mentions.empty()) return;
  pair_up(line);
  if (!line.ends.pair && !line.ends.unclear) gather(line);
  if (line.ends.a != kNoItem) find_far_pins(line);
  if (line.ends.pair) {
    even_sizes(line.mentions[line.ends.a], line.mentions[line.ends.b], line);
    spread_pins(line.mentions[line.ends.a], line.mentions[line.ends.b]);
  }
  // End A is the multi-fibre one.
  if (line.ends.b != kNoItem && line.mentions[line.ends.b].multi && !line.mentions[line.ends.a].multi)
    std::swap(line.ends.a, line.ends.b);
}

}  // namespace ferrule::spec
