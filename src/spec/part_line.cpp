#include "spec/part_line.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"

namespace ferrule::spec {
namespace {

constexpr std::string_view kCode = "L220", kName = "line-not-understood";
constexpr std::size_t kMostWords = 64, kLongestPhrase = 5;

struct Word {
  std::string_view text;
  std::uint32_t offset = 0;
};

std::vector<Word> words_of(std::string_view line) {
  constexpr std::string_view kBetween = " \t\r\n,;";
  std::vector<Word> out;
  std::size_t at = line.find_first_not_of(kBetween);
  while (at != std::string_view::npos && out.size() <= kMostWords) {
    const std::size_t end = std::min(line.find_first_of(kBetween, at), line.size());
    out.push_back({line.substr(at, end - at), static_cast<std::uint32_t>(at)});
    at = line.find_first_not_of(kBetween, end);
  }
  return out;
}

struct Meaning {
  std::string key, value;
  bool of_end = false;  // belongs to one end: a.key or b.key
};

struct KindWord {
  std::string_view phrase, kind;
};
constexpr KindWord kKindWords[] = {
    {"cord", "cord"},
    {"patch cord", "cord"},
    {"patchcord", "cord"},
    {"patch cable", "cord"},
    {"jumper", "cord"},
    {"trunk", "trunk"},
    {"trunk cable", "trunk"},
    {"extension", "extension"},
    {"extension cord", "extension"},
    {"breakout", "breakout"},
    {"breakout cable", "breakout"},
    {"loopback", "loopback"},
};
constexpr std::string_view kPinWords[] = {"pinned", "unpinned", "male", "female"};
constexpr std::string_view kPolishWords[] = {"PC", "UPC", "APC", "flat", "angled"};

template <class Words>
std::optional<std::string> word_among(std::string_view phrase, const Words& words) {
  for (std::string_view word : words)
    if (same_ignoring_case(word, phrase)) return std::string(word);
  return std::nullopt;
}

// "Type B", "Type-B", "polarity B", "B24-R"
std::optional<std::string> array_type(std::string_view phrase, const facts::Facts& facts) {
  std::string key = folded(phrase);
  const bool named = key.starts_with("type") || key.starts_with("polarity");
  if (key.starts_with("type")) key.erase(0, 4);
  if (key.starts_with("polarity")) key.erase(0, 8);
  for (const facts::Permutation& map : facts.array_map_list()) {
    if (named && map.name.size() > 1 && folded(map.name.substr(0, 1)) == key)
      return lower(key) == key ? fmt::format("{}", map.name[0]) : key;
    if (folded(map.name) == key && (named || map.name.size() > 1)) return map.name;
  }
  return std::nullopt;
}

std::optional<std::string> grade(std::string_view phrase, const facts::Facts& facts) {
  for (const facts::Grade& row : facts.grades())
    if (!row.grade.empty() && folded(row.grade) == folded(phrase)) return row.grade;
  return std::nullopt;
}

std::optional<std::string> jacket(std::string_view phrase, const facts::Facts& facts) {
  if (const facts::Jacket* row = facts.jacket(phrase)) return row->type;
  const facts::Jacket* row = facts.jacket(phrase.substr(0, phrase.find('-')));
  return row != nullptr && row->scheme == "CPR" ? std::optional(std::string(phrase)) : std::nullopt;
}

std::optional<std::string> wiring(std::string_view phrase, const facts::Facts& facts) {
  for (const facts::ListedMap& map : facts.breakouts()) {
    if (folded(map.name) == folded(phrase)) return map.name;
    if (same_ignoring_case(map.name.substr(0, map.name.find('-')), phrase)) return lower(phrase);
  }
  return std::nullopt;
}

std::optional<std::string> count(std::string_view phrase) {
  if (phrase.size() < 2 || phrase.size() > 5 || (phrase.back() != 'x' && phrase.back() != 'X')) return std::nullopt;
  phrase.remove_suffix(1);
  phrase = trim(phrase);
  if (phrase.empty() || phrase.find_first_not_of("0123456789") != std::string_view::npos || phrase.front() == '0')
    return std::nullopt;
  return std::string(phrase);
}

std::optional<Meaning> meaning_of(std::string_view phrase, const facts::Facts& facts) {
  for (const KindWord& word : kKindWords)
    if (same_ignoring_case(word.phrase, phrase)) return Meaning{"kind", std::string(word.kind)};
  if (const facts::Connector* connector = facts.connector(phrase)) return Meaning{"connector", connector->name, true};
  if (const auto word = word_among(phrase, kPinWords)) return Meaning{"gender", *word, true};
  if (const auto word = word_among(phrase, kPolishWords)) return Meaning{"polish", *word, true};
  if (const auto number = count(phrase)) return Meaning{"count", *number, true};
  if (const facts::Permutation* cord = facts.duplex_cord(phrase)) return Meaning{"polarity", cord->name};
  if (const auto type = array_type(phrase, facts)) return Meaning{"polarity", *type};
  if (const facts::Fibre* fibre = facts.fibre(phrase)) return Meaning{"fibre", fibre->name};
  if (const auto name = grade(phrase, facts)) return Meaning{"grade", *name};
  if (const auto name = wiring(phrase, facts)) return Meaning{"wiring", *name};
  if (const auto name = jacket(phrase, facts)) return Meaning{"jacket", *name};
  return std::nullopt;
}

class LineReader {
 public:
  LineReader(std::string_view line, diag::Place place, const facts::Facts& facts, diag::Findings& findings)
      : line_(line), place_(place), facts_(facts), findings_(findings), words_(words_of(line)) {}

  std::optional<std::vector<PartField>> read() {
    if (words_.size() > kMostWords) return refuse(words_.back(), 1, "a line of more than 64 words is no description of a part");
    for (std::size_t at = 0; at < words_.size();) {
      const std::size_t used = phrase_at(at);
      if (used == 0) return std::nullopt;
      at += used;
    }
    return finished();
  }

 private:
  std::string_view phrase(std::size_t at, std::size_t words) const {
    const Word& last = words_[at + words - 1];
    return line_.substr(words_[at].offset, last.offset + last.text.size() - words_[at].offset);
  }
  diag::Place place(const Word& first, std::size_t length) const {
    // Written plain, or in quotes without escapes: then the words stand where they stand. Otherwise the line as a whole is named.
    const bool in_quotes = place_.length == line_.size() + 2;
    if (!in_quotes && place_.length != line_.size()) return place_;
    return {place_.source, place_.offset + first.offset + (in_quotes ? 1u : 0u), static_cast<std::uint32_t>(length)};
  }

  std::nullopt_t refuse(const Word& word, std::size_t length, std::string message) {
    findings_.add(std::string(kCode), std::string(kName), diag::Severity::kError, place(word, length), std::move(message))
        .help("a part may also be given as fields: {kind: cord, ends: {connector: LC-duplex}, ...}");
    return std::nullopt;
  }

  // The longest phrase that means something; the number of its words, 0 when there is none (said).
  std::size_t phrase_at(std::size_t at) {
    for (std::size_t words = std::min(kLongestPhrase, words_.size() - at); words > 0; --words) {
      const std::string_view text = phrase(at, words);
      if (text.find_first_of(",;") != std::string_view::npos && words > 1) continue;
      if (const std::optional<Meaning> meaning = meaning_of(text, facts_)) return add(*meaning, at, text) ? words : 0;
    }
    if (same_ignoring_case(words_[at].text, "to") && !second_end_) {
      second_end_ = true;
      return 1;
    }
    refuse(words_[at], words_[at].text.size(),
           fmt::format("'{}' is not understood here", printable(shortened(words_[at].text, 60))));
    return 0;
  }

  bool add(const Meaning& meaning, std::size_t at, std::string_view text) {
    const std::string key = meaning.of_end ? (second_end_ ? "b." : "a.") + meaning.key : meaning.key;
    for (const PartField& field : fields_) {
      if (field.key != key) continue;
      refuse(words_[at], text.size(), fmt::format("'{}' says again what '{}' said", printable(text), field.value));
      return false;
    }
    fields_.push_back({key, meaning.value, place(words_[at], text.size())});
    return true;
  }

  // One connector stands for both ends; a loopback has one plug; whoever writes "X to Y" has said both.
  std::vector<PartField> finished() {
    const bool loopback =
        std::any_of(fields_.begin(), fields_.end(), [](const PartField& f) { return f.key == "kind" && f.value == "loopback"; });
    if (!second_end_)
      for (PartField& field : fields_)
        if (field.key.starts_with("a.")) field.key = (loopback ? "connector." : "ends.") + field.key.substr(2);
    return std::move(fields_);
  }

  std::string_view line_;
  diag::Place place_;
  const facts::Facts& facts_;
  diag::Findings& findings_;
  std::vector<Word> words_;
  std::vector<PartField> fields_;
  bool second_end_ = false;
};

}  // namespace

std::optional<std::vector<PartField>> read_part_line(std::string_view line, diag::Place place, const facts::Facts& facts,
                                                     diag::Findings& findings) {
  return LineReader(line, place, facts, findings).read();
}

}  // namespace ferrule::spec
