// What a line says of the things that the product is used with: "for FS switches", "Cisco SFP-10G-SR compatible", "スイッチ用".
#include "spec/line.h"

namespace ferrule::spec {
namespace {

bool ends_segment(std::uint16_t gap) {
  constexpr std::uint16_t kSentence = lexis::kDotGap | lexis::kBlankGap;
  return (gap & (lexis::kCommaGap | lexis::kStopGap | lexis::kCloseGap | lexis::kOpenGap)) != 0 || (gap & kSentence) == kSentence;
}

std::size_t segment_end(const Line& line, std::size_t i) {
  for (++i; i < line.items.size(); ++i)
    if (ends_segment(line.items[i].gap)) return i;
  return line.items.size();
}
std::size_t segment_begin(const Line& line, std::size_t i) {
  while (i > 0 && !ends_segment(line.items[i].gap)) --i;
  return i;
}

bool behind_its_noun(const Line& line, const Item& item) {  // Japanese, Chinese and Korean say it behind
  return static_cast<unsigned char>(line.plain(item).front()) >= 0xE0;
}

// Connectors and fibres are what the thing has, also when it is said to be for them.
bool says_of_the_thing(const Item& item) {
  return item.is(Sense::kMulti) || item.is(Sense::kConnector) || item.is(Sense::kMode) || item.is(Sense::kFibre);
}

void set_names_aside(Line& line, std::size_t from, std::size_t to) {
  for (std::size_t k = from; k < to; ++k)
    if (line.items[k].is(Sense::kMaker) || line.items[k].is(Sense::kCode) || line.items[k].is(Sense::kNone))
      line.set_aside(k, k + 1);
}

}  // namespace

void find_asides(Line& line) {
  if (!line.has(Sense::kFor) && !line.has(Sense::kCompatible)) return;
  for (std::size_t i = 0; i < line.items.size(); ++i) {
    const Item& item = line.items[i];
    if (item.is(Sense::kFor)) {
      const bool abbreviated = line.plain(item).ends_with('/');  // "p/ switch", and not "P/T"
      if (abbreviated && i + 1 < line.items.size() && (line.items[i + 1].gap & kBlankGap) == 0) continue;
      if (behind_its_noun(line, item)) {
        line.set_aside(segment_begin(line, i), i);
      } else {
        for (std::size_t k = i, end = segment_end(line, i); k < end; ++k)
          if (!says_of_the_thing(line.items[k])) line.set_aside(k, k + 1);
      }
    } else if (item.is(Sense::kCompatible)) {
      // "compatible with X" names X behind it, "X compatible" before it.
      const bool names_it =
          i + 1 < line.items.size() && line.items[i + 1].is(Sense::kMaker) && !ends_segment(line.items[i + 1].gap);
      const bool with =
          names_it || (i + 1 < line.items.size() && (line.items[i + 1].is(Sense::kWith) || line.items[i + 1].is(Sense::kTo)));
      if (with) {
        set_names_aside(line, i + 1, segment_end(line, i));
      } else {
        std::size_t from = segment_begin(line, i);
        while (from < i && !line.items[from].is(Sense::kMaker)) ++from;  // "Cisco SFP-25G-SR-S compatible": all of its name
        for (; from < i; ++from)
          if (!line.items[from].is(Sense::kKind) && !line.items[from].is(Sense::kUnitLength)) line.set_aside(from, from + 1);
        set_names_aside(line, segment_begin(line, i), i);
      }
    }
  }
}

}  // namespace ferrule::spec
