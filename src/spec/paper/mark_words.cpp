#include "spec/paper/mark_words.h"

#include <algorithm>

#include "base/text.h"

namespace ferrule::spec::paper {
namespace {

constexpr std::string_view kOwner = "US Conec";
constexpr double kLargestLoss = 3;  // dB; more is a budget, an attenuator, a return loss

// "MTP style", "MTP-compatible", "equivalent to MTP": like the mark, and so not the mark. "MTP Type B" speaks of polarity.
const Word* likeness_of(const Text& text, std::size_t mtp) {
  const std::vector<Word>& words = text.words;
  const auto like = [&](const Word& word) {
    return word.sense == Sense::kCompatible || text.vocabulary->is_likeness(text.written(word));
  };
  if (mtp + 1 < words.size()) {
    const Word& next = words[mtp + 1];
    const bool apart = (next.gap & (lexis::kCommaGap | lexis::kStopGap)) != 0;
    if (!apart && like(next)) return &next;
    if (!apart && next.sense == Sense::kPolarityWord && text.written(next) == "type") return &next;
  }
  for (std::size_t back = 1; back <= 2 && back <= mtp; ++back) {
    if ((words[mtp - back + 1].gap & (lexis::kCommaGap | lexis::kStopGap)) != 0) break;
    if (like(words[mtp - back])) return &words[mtp - back];
  }
  return nullptr;
}

}  // namespace

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

MarkWords mark_words(const Text& text) {
  MarkWords out;
  for (std::size_t i = 0; i < text.words.size(); ++i) {
    const Word& word = text.words[i];
    const bool follows = i > 0 && text.words[i - 1].sense == Sense::kMulti;
    if (word.sense == Sense::kMulti) {
      if (word.value != "MTP" && out.mpo == nullptr) out.mpo = &word;
      if (word.value != "MPO" && out.mtp == nullptr) out.mtp = &word;
      if (word.value == "MPO/MTP" || (follows && word.value != text.words[i - 1].value)) out.together = true;
      if (word.value == "MTP" && out.likeness == nullptr) out.likeness = likeness_of(text, i);
    }
    if (word.sense == Sense::kMark && follows && text.words[i - 1].value == "MTP" && out.claim == nullptr) out.claim = &word;
    if (word.sense == Sense::kMaker && word.value == kOwner) out.claim = &word;
    const bool line = word.sense == Sense::kLine && (word.value == "Elite" || (word.value.starts_with("PRO") && follows));
    if (line && out.line == nullptr) out.line = &word;
  }
  return out;
}

std::string_view polarity_word(const Text& text, const Word& word) {
  if (word.sense != Sense::kPolarity) return {};
  return text.vocabulary->polarity_stem(text.written(word));
}

const Word* loss_word(const Text& text) {
  for (const Word& word : text.words) {
    if (word.sense == Sense::kGrade && word.value != "standard") return &word;
    if (word.sense == Sense::kLine && word.value == "Elite") return &word;
  }
  return nullptr;
}

const Word* loss_figure(const Text& text) {
  for (std::size_t i = 0; i < text.words.size(); ++i) {
    const Word& word = text.words[i];
    if (word.sense != Sense::kUnitLoss || word.number <= 0 || word.number > kLargestLoss) continue;
    const bool per_length = i + 1 < text.words.size() && (text.words[i + 1].gap & lexis::kSlashGap) != 0;
    if (!per_length) return &word;
  }
  return nullptr;
}

bool RowSays::operator()(const Text& text) {
  if (row_ != text.row) {
    row_ = text.row;
    said_ = beside(text);
  }
  return said_ || (text.describes && passes_(text));
}

bool RowSays::beside(const Text& text) const {
  const Text* const first = paper_.texts.data();  // the texts of a row stand together
  const Text* from = &text;
  while (from != first && (from - 1)->row == text.row) --from;
  for (; from != first + paper_.texts.size() && from->row == text.row; ++from)
    if (!from->describes && passes_(*from)) return true;
  return false;
}

}  // namespace ferrule::spec::paper
