// Words with several meanings: which one a line means, told by what stands beside it.
#include <algorithm>

#include "spec/line.h"

namespace ferrule::spec {
namespace {

using lexis::Meaning;

const Meaning* meaning_of(const Line& line, const Item& item, Sense sense) {
  for (const Meaning& meaning : line.meanings(item))
    if (meaning.sense == sense) return &meaning;
  return nullptr;
}

void mean(Item& item, const Meaning& meaning) {
  item.sense = meaning.sense;
  item.value = meaning.value;
  item.weight = meaning.weight;
  item.row = meaning.row;
}

bool connector_like(Sense sense) { return sense == Sense::kConnector || sense == Sense::kMulti; }

bool beside(const Line& line, std::size_t i, auto test) {
  return (i > 0 && test(line.items[i - 1])) || (i + 1 < line.items.size() && test(line.items[i + 1]));
}

constexpr std::uint8_t kWeakPolish = 5;

bool beside_connector(const Line& line, std::size_t i) {
  return beside(line, i, [](const Item& item) {
    return connector_like(item.sense) || item.sense == Sense::kPolish || item.sense == Sense::kStyle ||
           item.sense == Sense::kGender;
  });
}

// "PC LC-LC 2M", "APC NetShelter panel": what opens a line is a cord or a maker. A polish stands behind its connector.
bool opens_as_no_polish(const Line& line, std::size_t i) {
  if (i != 0 || line.items.size() < 2 || line.items[1].gap != kBlankGap) return false;
  const bool cord = line.plain(line.items[0]) == "pc" && connector_like(line.items[1].sense);
  const Item& next = line.items[1];
  const bool name = next.is(Sense::kNone) || (next.is(Sense::kLine) && next.weight < 2);
  const bool maker = name && meaning_of(line, line.items[0], Sense::kMaker) != nullptr;
  return cord || maker;
}

// APC, PC: a polish stands with a connector, or on a line of connectors. The maker of power strips stands on a line without.
bool is_polish(const Line& line, std::size_t i) {
  if (opens_as_no_polish(line, i)) return false;
  if (beside_connector(line, i)) return true;
  const bool behind_size = i > 1 && (line.items[i - 1].is(Sense::kNumber) || line.items[i - 1].is(Sense::kUnitFibre)) &&
                           line.items[i - 2].is(Sense::kMulti);  // MPO-12/PC
  if (behind_size) return true;
  const auto attribute = [](const Item& item) {
    return item.sense == Sense::kFibre || item.sense == Sense::kMode || item.sense == Sense::kPolarity ||
           item.sense == Sense::kGender;
  };
  if (line.plain(line.items[i]) == "pc" && (i == 0 || !beside(line, i, attribute))) return false;
  for (const Item& item : line.items)
    if (connector_like(item.sense)) return true;
  return false;
}

bool behind_multi(const Line& line, std::size_t i) {
  while (i > 0 && line.items[i].gap <= kBlankGap && (line.items[i - 1].is(Sense::kMark) || line.items[i - 1].is(Sense::kNumber)))
    --i;
  return i > 0 && line.items[i].gap <= (kBlankGap | kHyphenGap) && line.items[i - 1].is(Sense::kMulti);
}

// SX, LX, ER: an application stands behind a speed or a form factor.
bool is_pmd(const Line& line, std::size_t i) {
  return beside(line, i, [](const Item& item) { return item.sense == Sense::kUnitSpeed || item.sense == Sense::kFormFactor; });
}

// SN, CS, FC, ST, MU: a connector stands with another connector, a polish, a style or a count, or a noun that connectors have.
bool is_connector(const Line& line, std::size_t i) {  // weak words only
  const auto near = [](const Item& item) {
    return connector_like(item.sense) || item.sense == Sense::kPolish || item.sense == Sense::kStyle ||
           item.sense == Sense::kTimes;
  };
  if (beside(line, i, near)) return true;
  if (beside(line, i, [](const Item& item) { return item.sense == Sense::kUnitSpeed; })) return false;
  return beside(line, i, [](const Item& item) {
    return item.sense == Sense::kKind || item.sense == Sense::kMode || item.sense == Sense::kTo;
  });
}

// A letter that could be a unit or a pin word is neither when it stands alone: mentions decide on it (mentions.cpp).
void choose(Line& line, std::size_t i) {
  Item& item = line.items[i];
  const Meaning* const polish = meaning_of(line, item, Sense::kPolish);
  const bool weak = polish != nullptr && polish->weight < kWeakPolish;  // "flat"
  if (polish != nullptr && (weak ? beside_connector(line, i) : is_polish(line, i))) return mean(item, *polish);
  const Meaning* const pmd = meaning_of(line, item, Sense::kPmd);
  if (pmd != nullptr && is_pmd(line, i)) return mean(item, *pmd);
  const Meaning* const connector = meaning_of(line, item, Sense::kConnector);
  if (connector != nullptr && is_connector(line, i)) return mean(item, *connector);
  const Meaning* const product_line = meaning_of(line, item, Sense::kLine);
  if (product_line != nullptr && behind_multi(line, i)) return mean(item, *product_line);  // MTP PRO
  const Meaning* best = nullptr;
  const auto rank = [](const Meaning& m) {
    return lexis::is_unit(m.sense) ? 0 : m.weight + 1;
  };  // a unit without a number is none
  for (const Meaning& meaning : line.meanings(item)) {
    if (&meaning == polish || &meaning == pmd) continue;
    if (&meaning == connector && beside(line, i, [](const Item& n) { return n.sense == Sense::kUnitSpeed; })) continue;  // 16G FC
    if (best == nullptr || rank(meaning) > rank(*best)) best = &meaning;
  }
  if (best != nullptr) mean(item, *best);
}

}  // namespace

void tell_homonyms_apart(Line& line) {
  for (const std::uint32_t i : line.unsettled()) {
    Item& item = line.items[i];
    const lexis::Lexicon::Sequence& word = line.sequence(item);
    if (word.count < 2) continue;  // it holds beside another: "lcapc"
    if ((word.traits & lexis::Lexicon::kOpen) != 0)
      choose(line, i);
    else
      mean(item, line.meanings(item)[word.likeliest]);
  }
}

}  // namespace ferrule::spec
