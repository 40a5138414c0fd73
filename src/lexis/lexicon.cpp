#include "lexis/lexicon.h"

#include <algorithm>
#include <charconv>
#include <deque>
#include <optional>
#include <fmt/format.h>

#include "base/text.h"
#include "lexis/plain_text.h"

namespace ferrule::lexis {
namespace {

constexpr std::string_view kPolarityLetters[] = {"A", "B", "C", "U1", "U2"};
constexpr std::size_t kMostValues = (std::size_t{1} << 16) - std::size(kPolarityLetters);  // their numbers have 16 bits

bool digit(char c) { return c >= '0' && c <= '9'; }
bool letter_or_more(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }
bool sign(char c) { return !digit(c) && !letter_or_more(c) && c != ' '; }

std::string plain(std::string_view text) {
  PlainText out;
  make_plain(text, out);
  return out.text;
}

// <number> and <letter> would be read as tags, so they are left out of what is made plain.
std::string plain_pattern(std::string_view pattern) {
  std::string out;
  while (!pattern.empty()) {
    const std::size_t open = std::min(pattern.find('<'), pattern.size());
    out += plain(pattern.substr(0, open));
    pattern.remove_prefix(open);
    const std::size_t close = pattern.find('>');
    const std::size_t end = pattern.empty() || close == std::string_view::npos ? pattern.size() : close + 1;
    out += pattern.substr(0, end);
    pattern.remove_prefix(end);
  }
  return out;
}

using Elements = std::vector<std::string_view>;  // of a pattern, whose text outlives them

// "sfp +" -> sfp, +; "o'clock" -> o, ', clock. Signs are words of one character, but <number> and <letter> stay whole.
Elements elements_of(std::string_view pattern) {
  Elements out;
  for (std::size_t at = 0; at < pattern.size();) {
    const char c = pattern[at];
    if (c == ' ' || c == '-' || c == '.' || c == '_') {
      ++at;
    } else if (c == '<' && pattern.find('>', at) != std::string_view::npos) {
      const std::size_t end = pattern.find('>', at) + 1;
      out.push_back(pattern.substr(at, end - at));
      at = end;
    } else if (sign(c)) {
      out.push_back(pattern.substr(at, 1));
      ++at;
    } else {
      std::size_t end = at;
      const auto point = [&](std::size_t i) {
        return pattern[i] == '.' && i > at && i + 1 < pattern.size() && digit(pattern[i - 1]) && digit(pattern[i + 1]);
      };
      while (end < pattern.size() && (point(end) || (!sign(pattern[end]) && pattern[end] != ' '))) ++end;
      out.push_back(pattern.substr(at, end - at));
      at = end;
    }
  }
  return out;
}

// "om4" -> om, 4: people write OM-4 and OM 4.
Elements parted_at_digits(const Elements& elements) {
  Elements out;
  for (const std::string_view element : elements) {
    std::size_t from = 0;
    for (std::size_t i = 1; i <= element.size(); ++i) {
      const auto number = [&](char c) { return digit(c) || c == '.'; };
      const bool here = i == element.size() || (element[0] != '<' && number(element[i]) != number(element[i - 1]));
      if (!here) continue;
      out.push_back(element.substr(from, i - from));
      from = i;
    }
  }
  return out;
}

// "sr4.2" -> sr4, 2: a point parts words in a text, unless it stands in a number.
Elements parted_at_points(const Elements& elements) {
  Elements out;
  for (const std::string_view element : elements)
    for (const std::string_view part : split(element, '.')) out.push_back(part);
  return out;
}

}  // namespace

class LexiconBuilder {
 public:
  LexiconBuilder(const facts::Facts& facts, diag::Findings& findings) : facts_(facts), findings_(findings) {
    lexicon_.values_.emplace_back();
    nodes_.emplace_back();  // nowhere
    for (Symbol s = 0; s < 128; ++s) words_of_symbol_.emplace_back(1, static_cast<char>(s));
  }

  Lexicon build(const std::vector<facts::Table>& words) {
    for (const facts::Table& table : words) add_table(table);
    add_applications();
    finish();
    return std::move(lexicon_);
  }

 private:
  struct Growing {
    std::vector<std::pair<Symbol, Node>> next;
    std::vector<Meaning> meanings;
  };

  // Cells of one column, which is looked up once for all rows.
  struct Column {
    const facts::Table& table;
    std::optional<std::size_t> at;
    Column(const facts::Table& of, std::string_view name) : table(of), at(of.column(name)) {}
    std::string_view cell(std::size_t row) const { return at ? std::string_view(table.rows[row][*at]) : std::string_view(); }
  };
  struct Columns {
    Column pattern, language, sense, value, weight, note, source, confidence;
    explicit Columns(const facts::Table& table)
        : pattern(table, "pattern"),
          language(table, "language"),
          sense(table, "sense"),
          value(table, "value"),
          weight(table, "weight"),
          note(table, "note"),
          source(table, "source"),
          confidence(table, "confidence") {}
  };

  void add_table(const facts::Table& table) {
    const Columns at(table);
    lexicon_.rows_.reserve(lexicon_.rows_.size() + table.rows.size());
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      const std::vector<std::string_view> senses = split(at.sense.cell(i), '+');
      const std::string_view patterns = at.pattern.cell(i);
      const bool known =
          !senses.empty() && std::all_of(senses.begin(), senses.end(), [](auto s) { return parse_sense(s).has_value(); });
      if (!known || trim(patterns).empty()) {
        findings_.add(
            "D108", "bad-word", diag::Severity::kError, table.places[i],
            fmt::format("the word '{}' has the sense '{}', which is none", printable(patterns), printable(at.sense.cell(i))));
        continue;
      }
      const std::vector<std::string_view> values = cells_of(at.value.cell(i), senses.size());
      const std::vector<std::string_view> weights = cells_of(at.weight.cell(i), senses.size());
      if (!room_for(values)) {
        findings_.add("D108", "bad-word", diag::Severity::kError, table.places[i],
                      fmt::format("the word '{}' has a value too many: words have at most {}", printable(patterns),
                                  with_thousands(kMostValues)));
        continue;
      }
      const auto row = static_cast<std::uint32_t>(lexicon_.rows_.size());
      lexicon_.rows_.push_back({std::string(patterns), std::string(at.language.cell(i)), table.name,
                                std::string(at.source.cell(i)), std::string(at.note.cell(i))});
      for (std::size_t k = 0; k < senses.size(); ++k) {
        const Meaning meaning{*parse_sense(senses[k]),
                              weight(weights[k]),
                              parse_confidence(at.confidence.cell(i)).value_or(Confidence::kLow),
                              k > 0,
                              value(values[k]),
                              row,
                              factor(values[k])};
        for (std::string_view pattern : split(patterns, ';')) add(pattern, meaning);
      }
    }
  }

  // "connector+polish", "LC+APC": as many cells as senses, or one for all.
  static std::vector<std::string_view> cells_of(std::string_view text, std::size_t count) {
    std::vector<std::string_view> cells = count > 1 ? split(text, '+') : std::vector{text};
    if (cells.size() != count) cells.assign(count, text);
    return cells;
  }

  // "400GBASE-SR4.2" -> SR4.2, "100G-CWDM4" -> CWDM4, "2x400GBASE-DR4" -> DR4: what people write behind a speed.
  void add_applications() {
    for (const facts::Optic& optic : facts_.optics()) {
      add_whole_name(optic);
      const bool standard = optic.pmd.find("BASE-") != std::string::npos;
      const std::size_t g = optic.pmd.find('G');
      const std::size_t dash = optic.pmd.find('-', g == std::string::npos ? 0 : g);
      if (g == std::string::npos || dash == std::string::npos || optic.pmd.starts_with("IB") || optic.pmd.find("FC") < dash)
        continue;
      const std::string suffix = optic.pmd.substr(dash + 1);
      const std::string named = standard ? suffix : "~" + suffix;
      if (!room_for({named})) {
        findings_.add("D108", "bad-word", diag::Severity::kError, optic.place,
                      fmt::format("the application '{}' has a value too many: words have at most {}", printable(suffix),
                                  with_thousands(kMostValues)));
        continue;
      }
      Meaning meaning{Sense::kPmd, 5, Confidence::kHigh, false, value(named), static_cast<std::uint32_t>(lexicon_.rows_.size())};
      lexicon_.rows_.push_back({suffix, "x", "optics", optic.source, {}});
      add(suffix, meaning);
    }
  }

  // "IB-NDR-2xDR4-100m", "2x400GBASE-DR4": names that no speed and suffix make up. Nobody parts them as the tables do: "2xdr4" is 2, x, dr4.
  void add_whole_name(const facts::Optic& optic) {
    const bool several = optic.pmd.size() > 2 && digit(optic.pmd[0]) && optic.pmd[1] == 'x';
    if (!several && !optic.pmd.starts_with("IB-")) return;
    if (!room_for({optic.pmd})) return;  // said of its suffix, or of the table
    Meaning meaning{
        Sense::kPmd, 5, Confidence::kHigh, false, value(optic.pmd), static_cast<std::uint32_t>(lexicon_.rows_.size())};
    lexicon_.rows_.push_back({optic.pmd, "x", "optics", optic.source, {}});
    const std::string pattern = plain_pattern(optic.pmd);
    Elements whole;
    for (std::string_view element : elements_of(pattern)) {
      if (element.size() > 2 && digit(element[0]) && element[1] == 'x') {
        whole.insert(whole.end(), {element.substr(0, 1), element.substr(1, 1)});
        element.remove_prefix(2);
      }
      whole.push_back(element);
    }
    add_sequence(whole, meaning);
    if (const Elements parted = parted_at_digits(whole); parted.size() != whole.size()) {
      add_sequence(parted, meaning);
      // A word of the line that is known stays whole: "dr4", but not "100m".
      Elements mixed;
      for (const std::string_view element : whole) {
        const Elements pieces = parted_at_digits({element});
        if (digit(element[0]) || pieces.size() > 2)
          mixed.insert(mixed.end(), pieces.begin(), pieces.end());
        else
          mixed.push_back(element);
      }
      add_sequence(mixed, meaning);
    }
  }

  static std::uint8_t weight(std::string_view cell) {
    int value = 5;
    std::from_chars(cell.data(), cell.data() + cell.size(), value);
    return static_cast<std::uint8_t>(std::clamp(value, 0, 9));
  }
  static double factor(std::string_view cell) {
    double value = 1;
    std::from_chars(cell.data(), cell.data() + cell.size(), value);
    return value;
  }
  // The letters of polarities are values that no row has; they keep their places.
  bool room_for(const std::vector<std::string_view>& values) const {
    return lexicon_.values_.size() + values.size() <= kMostValues ||
           std::all_of(values.begin(), values.end(), [&](std::string_view cell) { return values_.count(std::string(cell)) > 0; });
  }
  std::uint16_t value(std::string_view cell) {
    const auto [found, made] = values_.try_emplace(std::string(cell), static_cast<std::uint16_t>(lexicon_.values_.size()));
    if (made) lexicon_.values_.emplace_back(cell);
    return found->second;
  }

  void add(std::string_view pattern, const Meaning& meaning) {
    const std::string plain = plain_pattern(pattern);
    const Elements elements = elements_of(plain);
    if (elements.empty()) return;
    if (meaning.sense == Sense::kPolarityWord) add_with_letters(elements, meaning);
    add_sequence(elements, meaning);
    const Elements parted = parted_at_digits(elements);
    if (parted.size() != elements.size()) add_sequence(parted, meaning);
    if (const Elements points = parted_at_points(elements); points.size() != elements.size()) add_sequence(points, meaning);
    if (elements.size() > 1 && elements.size() <= 4) add_glued(elements, meaning);
  }

  // "type" takes a letter: "Type B", "polarity: A", "B-type".
  void add_with_letters(const Elements& elements, const Meaning& word) {
    for (const std::string_view letter : kPolarityLetters) {
      Meaning meaning = word;
      meaning.sense = Sense::kPolarity;
      meaning.value = value(letter);
      const std::string plain_letter = plain(letter);
      Elements behind = elements, colon = elements;
      behind.push_back(plain_letter);
      if (elements.size() == 1) {  // "typeb"
        const std::string glued = std::string(elements[0]) + plain_letter;
        add_sequence({glued}, meaning);
      }
      colon.insert(colon.end(), {":", plain_letter});
      add_sequence(behind, meaning);
      add_sequence(colon, meaning);
      if (letter.size() > 1) continue;
      Elements before = elements;
      before.insert(before.begin(), plain_letter);
      add_sequence(before, meaning);
    }
  }

  // "patch cord" is also written patchcord. Signs and classes keep their place.
  void add_glued(const Elements& elements, const Meaning& meaning) {
    std::string word;
    for (const std::string_view element : elements) {
      if (sign(element[0])) return;
      word += element;
    }
    if (word.size() >= 3) add_sequence({word}, meaning);
  }

  void add_sequence(const Elements& elements, const Meaning& meaning) {
    Node node = 0;
    for (std::size_t i = 0; i < elements.size(); ++i) {
      const Symbol symbol = symbol_of(elements[i]);
      node = i == 0 ? start(symbol) : child(node, symbol);
    }
    std::vector<Meaning>& meanings = nodes_[node].meanings;
    const auto same = [&](const Meaning& m) { return m.sense == meaning.sense && m.value == meaning.value; };
    const auto known = std::find_if(meanings.begin(), meanings.end(), same);
    if (known == meanings.end())
      meanings.push_back(meaning);
    else
      known->weight = std::max(known->weight, meaning.weight);  // one language may be surer of the word than another
  }

  Symbol symbol_of(std::string_view element) {
    if (element == "<number>") return Lexicon::kAnyNumber;
    if (element == "<letter>") return Lexicon::kAnyLetter;
    if (element.size() == 1 && sign(element[0])) return static_cast<Symbol>(element[0]);
    if (const auto found = symbols_.find(element); found != symbols_.end()) return found->second;
    const auto symbol = static_cast<Symbol>(words_of_symbol_.size());
    symbols_.emplace(words_of_symbol_.emplace_back(element), symbol);
    return symbol;
  }
  Node start(Symbol symbol) {
    if (starts_.size() <= symbol) starts_.resize(symbol + 1);
    if (starts_[symbol] == 0) starts_[symbol] = make();
    return starts_[symbol];
  }
  Node child(Node node, Symbol symbol) {
    for (const auto& [known, to] : nodes_[node].next)
      if (known == symbol) return to;
    const Node to = make();
    nodes_[node].next.emplace_back(symbol, to);
    return to;
  }
  Node make() {
    nodes_.emplace_back();
    return static_cast<Node>(nodes_.size() - 1);
  }

  void finish() {
    lay_words();
    lay_nodes();
    lexicon_.numbers_.resize(1024);
    for (std::uint32_t n = 0; n < lexicon_.numbers_.size(); ++n)
      if (const auto found = symbols_.find(std::to_string(n)); found != symbols_.end()) lexicon_.numbers_[n] = found->second;
  }

  static std::uint32_t bits_for(std::size_t count) {  // a table at most half full: a miss must be cheap
    std::uint32_t bits = 8;
    while ((std::size_t{1} << bits) < count * 2) ++bits;
    return bits;
  }

  void note_tail(const std::string& word) {
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    if (word.size() < 3 || !std::all_of(word.end() - 3, word.end(), digit)) return;
    const std::uint32_t tail = Lexicon::tail_of(word.data() + word.size());
    lexicon_.tails_[tail / 64] |= std::uint64_t{1} << (tail % 64);
  }

  void lay_words() {
    const std::uint32_t bits = bits_for(words_of_symbol_.size());
    lexicon_.slots_.resize(std::size_t{1} << bits);
    lexicon_.keys_.resize(words_of_symbol_.size());
    lexicon_.slot_shift_ = 64 - bits;
    for (Symbol symbol = 128; symbol < words_of_symbol_.size(); ++symbol) {
      const std::string& word = words_of_symbol_[symbol];
      lexicon_.longest_word_ = std::max(lexicon_.longest_word_, word.size());
      lexicon_.words_.push_back(word);
      if (word.size() > 16) {
        lexicon_.long_words_.emplace(word, symbol);
        continue;
      }
      note_tail(word);
      char padded[16] = {};
      std::copy(word.begin(), word.end(), padded);
      Lexicon::Key& key = lexicon_.keys_[symbol];
      std::memcpy(key.data(), padded, 16);
      const std::uint32_t beginning = Lexicon::beginning_of(key, word.size());
      lexicon_.beginnings_[beginning / 64] |= std::uint64_t{1} << (beginning % 64);
      const std::uint64_t hash = Lexicon::mix(key[0], key[1]);
      std::size_t at = hash >> lexicon_.slot_shift_;
      while (lexicon_.slots_[at] != 0) at = (at + 1) & (lexicon_.slots_.size() - 1);
      lexicon_.slots_[at] = static_cast<std::uint32_t>(hash & 0xFFF) << Lexicon::kSymbolBits | symbol;
    }
  }

  Lexicon::Sequence sequence_of(const std::vector<Meaning>& meanings) const {
    constexpr std::uint8_t kInCodesOnly = 1;
    constexpr std::uint64_t kDependent = set_of(Sense::kPolish, Sense::kPmd, Sense::kConnector, Sense::kLine);
    Lexicon::Sequence entry;
    entry.first = static_cast<std::uint32_t>(lexicon_.meanings_.size());
    entry.count = static_cast<std::uint16_t>(meanings.size());
    for (std::size_t i = 0; i < meanings.size(); ++i) {
      const Meaning& meaning = meanings[i];
      if (i > 0 && meaning.together) entry.traits |= Lexicon::kHasTogether;
      if (i == 0) {
        entry.sense = meaning.sense;
        entry.weight = meaning.weight;
        entry.value = meaning.value;
        entry.row = meaning.row;
        if (meaning.sense == Sense::kNumber) entry.traits |= Lexicon::kIsNumber;
      }
      if ((kDependent & set_of(meaning.sense)) != 0) entry.traits |= Lexicon::kOpen;
      const auto rank = [](const Meaning& m) { return is_unit(m.sense) ? 0 : m.weight + 1; };  // a unit without a number is none
      if (rank(meaning) > rank(meanings[entry.likeliest]) && i < 256) entry.likeliest = static_cast<std::uint8_t>(i);
      if (!is_unit(meaning.sense)) {
        entry.other_weight = std::max(entry.other_weight, meaning.weight);
        continue;
      }
      entry.traits |= Lexicon::kHasUnit;
      if (meaning.sense == Sense::kUnitSpeed) entry.traits |= Lexicon::kHasSpeed;
      const bool heavier = entry.unit == 0 || meaning.weight > meanings[entry.unit - 1u].weight;
      if (meaning.weight != kInCodesOnly && heavier && i < 255) entry.unit = static_cast<std::uint8_t>(i + 1);
    }
    const bool open = (entry.traits & Lexicon::kOpen) != 0;
    if (meanings.size() > 1 && (open || entry.likeliest != 0)) entry.traits |= Lexicon::kUnsettled;
    return entry;
  }

  // The node of a symbol gets the symbol's number, the others come behind.
  std::vector<Node> places_of_nodes() const {
    std::vector<Node> place(nodes_.size());
    auto next = static_cast<Node>(starts_.size());
    for (Symbol symbol = 1; symbol < starts_.size(); ++symbol) place[starts_[symbol]] = symbol;
    for (Node node = 1; node < nodes_.size(); ++node)
      if (place[node] == 0) place[node] = next++;
    place[0] = 0;  // nowhere, where words begin that no phrase begins with
    return place;
  }

  void lay_nodes() {
    std::size_t edges = 0;
    for (const Growing& node : nodes_) edges += node.next.size();
    const std::uint32_t bits = bits_for(edges);
    lexicon_.edges_.resize(std::size_t{1} << bits);
    lexicon_.edge_shift_ = 64 - bits;
    starts_.resize(words_of_symbol_.size());
    const std::vector<Node> place = places_of_nodes();
    lexicon_.nodes_.resize(starts_.size() + nodes_.size());
    for (Node node = 0; node < nodes_.size(); ++node) {
      const Growing& growing = nodes_[node];
      Lexicon::Sequence& entry = lexicon_.nodes_[place[node]];
      entry = sequence_of(growing.meanings);
      lexicon_.meanings_.insert(lexicon_.meanings_.end(), growing.meanings.begin(), growing.meanings.end());
      for (const auto& [symbol, to] : growing.next) {
        entry.next |= Lexicon::follower(symbol);
        if (symbol < 128 && sign(static_cast<char>(symbol))) entry.traits |= Lexicon::kSignFollows;
        const std::uint64_t key = (std::uint64_t{place[node]} << 32) | symbol;
        std::size_t at = Lexicon::mix(key, 7) >> lexicon_.edge_shift_;
        while (lexicon_.edges_[at].key != 0) at = (at + 1) & (lexicon_.edges_.size() - 1);
        lexicon_.edges_[at] = {key, place[to]};
      }
    }
    note_what_measures(place);
  }

  void note_what_measures(const std::vector<Node>& place) {
    for (Node node = static_cast<Node>(nodes_.size()); node-- > 0;) {  // what goes on from a node was made after it
      std::uint8_t& traits = lexicon_.nodes_[place[node]].traits;
      bool measures = (traits & Lexicon::kHasUnit) != 0;
      for (const auto& [symbol, to] : nodes_[node].next) measures |= lexicon_.has(place[to], Lexicon::kMeasures);
      if (measures) traits |= Lexicon::kMeasures;
    }
  }

  const facts::Facts& facts_;
  diag::Findings& findings_;
  Lexicon lexicon_;
  std::vector<Growing> nodes_;
  std::vector<Node> starts_;
  std::deque<std::string> words_of_symbol_;
  std::unordered_map<std::string_view, Symbol> symbols_;  // of those words, but not of the signs before them
  std::unordered_map<std::string, std::uint16_t> values_{{"", 0}};
};

Lexicon::Lexicon() = default;
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;
Lexicon::~Lexicon() = default;

Lexicon Lexicon::compile(const facts::Facts& facts, diag::Sources& sources, const std::string& directory,
                         diag::Findings& findings) {
  return LexiconBuilder(facts, findings).build(facts::Facts::load_tables("lexicon", sources, directory, findings));
}

std::shared_ptr<const Lexicon> Lexicon::shared(const facts::Facts& facts, diag::Sources& sources, diag::Findings& findings) {
  const auto compiled = [&] { return std::make_shared<const Lexicon>(compile(facts, sources, facts.directory(), findings)); };
  if (!facts.directory().empty()) return compiled();
  static const std::shared_ptr<const Lexicon> compiled_in = [] {
    diag::Sources own;
    diag::Findings faults;
    const facts::Facts all = facts::Facts::load(own, {}, faults);
    auto lexicon = std::make_shared<const Lexicon>(compile(all, own, {}, faults));
    return faults.all().empty() ? lexicon : nullptr;
  }();
  return compiled_in ? compiled_in : compiled();  // faults are told at places in the sources of the run
}

std::uint16_t Lexicon::value_named(std::string_view value) const {
  const auto found = std::find(values_.begin(), values_.end(), value);
  return found == values_.end() ? 0 : static_cast<std::uint16_t>(found - values_.begin());
}

}  // namespace ferrule::lexis
