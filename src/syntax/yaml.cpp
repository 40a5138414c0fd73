// libyaml turns text into events; this file turns events into the tree and refuses what makes YAML dangerous or surprising.
//
// Why events: libyaml's own documents accept duplicate keys and expand aliases. Why the guards stand here: Debian's libyaml 0.2.5
// has no limit on nesting and takes quadratic time for it, but it looks ahead 1,024 characters at most, so refusing at the
// 65th level keeps its work small. Why recursion: it reads like the grammar, and the same limit bounds it.
#include "syntax/yaml.h"

#include <algorithm>
#include <set>
#include <fmt/format.h>
#include <yaml.h>

#include "base/text.h"
#include "syntax/byte_offsets.h"
#include "syntax/faults.h"
#include "syntax/yaml_hazards.h"

namespace ferrule::syntax {
namespace {

constexpr int kDeepest = 64;
constexpr std::size_t kMostNodes = 20'000'000;
constexpr std::size_t kFewPairs = 8;  // up to here looking at each key beats a set

const char* as_chars(const yaml_char_t* text) { return reinterpret_cast<const char*>(text); }

// One event of libyaml, released when the next one takes its place.
class Event {
 public:
  Event() = default;
  Event(const Event&) = delete;
  Event& operator=(const Event&) = delete;
  ~Event() { yaml_event_delete(&raw_); }

  bool pull(yaml_parser_t& parser) {
    yaml_event_delete(&raw_);
    return yaml_parser_parse(&parser, &raw_) != 0;
  }
  yaml_event_type_t type() const { return raw_.type; }
  std::size_t begin() const { return raw_.start_mark.index; }
  std::size_t end() const { return raw_.end_mark.index; }
  std::string_view text() const { return {as_chars(raw_.data.scalar.value), raw_.data.scalar.length}; }
  bool plain() const { return raw_.data.scalar.style == YAML_PLAIN_SCALAR_STYLE; }

  bool ends_document() const { return raw_.type == YAML_DOCUMENT_END_EVENT && raw_.data.document_end.implicit == 0; }

  bool anchored() const { return anchor() != nullptr; }
  bool tagged() const { return tag() != nullptr; }

 private:
  const yaml_char_t* anchor() const {
    if (raw_.type == YAML_SCALAR_EVENT) return raw_.data.scalar.anchor;
    if (raw_.type == YAML_SEQUENCE_START_EVENT) return raw_.data.sequence_start.anchor;
    return raw_.type == YAML_MAPPING_START_EVENT ? raw_.data.mapping_start.anchor : nullptr;
  }
  const yaml_char_t* tag() const {
    if (raw_.type == YAML_SCALAR_EVENT) return raw_.data.scalar.tag;
    if (raw_.type == YAML_SEQUENCE_START_EVENT) return raw_.data.sequence_start.tag;
    return raw_.type == YAML_MAPPING_START_EVENT ? raw_.data.mapping_start.tag : nullptr;
  }

  yaml_event_t raw_{};
};

// The keys of one mapping. Keys are found through their pairs, so no key is stored twice; ordered, so that nobody can write
// keys that collide in a hash table.
class Keys {
 public:
  explicit Keys(const std::vector<Pair>& pairs) : pairs_(pairs), sorted_(Less{&pairs}) {}

  const Pair* find(std::string_view key) const {
    if (pairs_.size() <= kFewPairs) {
      for (const Pair& pair : pairs_)
        if (pair.key == key) return &pair;
      return nullptr;
    }
    const auto found = sorted_.find(key);
    return found == sorted_.end() ? nullptr : &pairs_[*found];
  }

  void added() {  // the last pair is new
    if (pairs_.size() > kFewPairs) index_from(pairs_.size() == kFewPairs + 1 ? 0 : pairs_.size() - 1);
  }

 private:
  struct Less {
    using is_transparent = void;
    const std::vector<Pair>* pairs;
    bool operator()(std::uint32_t a, std::uint32_t b) const { return (*pairs)[a].key < (*pairs)[b].key; }
    bool operator()(std::uint32_t a, std::string_view b) const { return (*pairs)[a].key < b; }
    bool operator()(std::string_view a, std::uint32_t b) const { return a < (*pairs)[b].key; }
  };
  void index_from(std::size_t first) {
    for (std::size_t i = first; i < pairs_.size(); ++i) sorted_.insert(static_cast<std::uint32_t>(i));
  }

  const std::vector<Pair>& pairs_;
  std::set<std::uint32_t, Less> sorted_;
};

// What to do about the problems that people meet most, by the words libyaml has for them.
std::string_view advice(std::string_view problem) {
  struct Row {
    std::string_view says, help;
  };
  constexpr Row kRows[] = {
      {"mapping values are not allowed", "put the value in quotes if it holds a colon, or start a new line"},
      {"cannot start any token", "put the value in quotes"},
      {"expected ':'", "write `key: value`, with a blank behind the colon"},
      {"expected key", "check the indentation: keys of one mapping stand in one column"},
      {"expected '-' indicator", "check the indentation: items of one list stand in one column"},
      {"expected ',' or", "close the bracket, or add the comma"},
      {"unexpected end of stream", "close the quote"},
      {"control characters", "remove the control character, or write it as an escape in double quotes"},
  };
  for (const Row& row : kRows)
    if (problem.find(row.says) != std::string_view::npos) return row.help;
  return {};
}

class Reader {
 public:
  Reader(std::string_view text, std::uint32_t source, std::uint32_t base, diag::Findings& findings)
      : text_(text), source_(source), base_(base), findings_(findings), offsets_(text) {
    ready_ = yaml_parser_initialize(&parser_) != 0;
    if (!ready_) return;
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()), text.size());
  }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  ~Reader() { yaml_parser_delete(&parser_); }

  // The one document, as far as it can be read; nothing when not even its outermost part could be.
  std::optional<Node> document() {
    Node root;
    root.place = place(0, 0);
    if (!pull() || !pull()) return std::nullopt;  // stream start, then document start
    if (event_.type() == YAML_STREAM_END_EVENT) return root;
    const bool whole = pull() && node(root, 0) && pull() && nothing_follows();
    if (!whole && root.kind == Node::Kind::kEmpty) return std::nullopt;
    return root;
  }

 private:
  // The event must be the first of a node; afterwards it is the last. False means that a fault ended the reading.
  bool node(Node& out, int depth) {
    out.place = opening();
    if (!allowed() || !counted()) return false;
    if (event_.type() == YAML_SCALAR_EVENT) return scalar(out);
    if (depth >= kDeepest) return too_deep();
    return event_.type() == YAML_MAPPING_START_EVENT ? mapping(out, depth) : sequence(out, depth);
  }

  bool scalar(Node& out) {
    out.place = scalar_place();
    out.quoted = !event_.plain();
    if (!out.quoted && event_.text().empty()) return true;  // `key:` and nothing behind it
    out.kind = Node::Kind::kScalar;
    out.text = event_.text();
    return true;
  }

  bool sequence(Node& out, int depth) {
    out.kind = Node::Kind::kSequence;
    while (pull()) {
      if (event_.type() == YAML_SEQUENCE_END_EVENT) return true;
      if (!node(out.items.emplace_back(), depth + 1)) return false;
    }
    return false;
  }

  bool mapping(Node& out, int depth) {
    out.kind = Node::Kind::kMapping;
    Keys keys(out.pairs);
    while (pull()) {
      if (event_.type() == YAML_MAPPING_END_EVENT) return true;
      if (!pair(out, keys, depth)) return false;
    }
    return false;
  }

  bool pair(Node& out, Keys& keys, int depth) {
    if (!allowed() || !is_key()) return false;
    Pair read{std::string(event_.text()), scalar_place(), {}};
    read.value.place = {source_, read.key_place.offset + read.key_place.length, 0};  // known even when reading ends here
    const Pair* first = keys.find(read.key);
    if (first != nullptr && !again(read, *first)) return false;
    if (!pull()) return false;
    if (first != nullptr) return node(read.value, depth + 1);  // read, so that its own faults are seen, and dropped
    out.pairs.push_back(std::move(read));
    keys.added();
    return node(out.pairs.back().value, depth + 1);
  }

  bool is_key() {
    if (event_.type() != YAML_SCALAR_EVENT) return refuse("a list or mapping as a key", "use a plain word as the key");
    if (event_.plain() && event_.text() == "<<") return refuse("a merge key, <<", "write the keys out");
    return true;
  }

  bool again(const Pair& read, const Pair& first) {
    add_fault(findings_, kDuplicateKey, read.key_place, fmt::format("key '{}' appears twice", shortened(read.key, kQuoted)))
        .note(first.key_place, "first here")
        .help("keep one of the two");
    return ++duplicates_ < kHopeless;
  }

  bool allowed() {
    if (event_.type() == YAML_ALIAS_EVENT) return refuse("an alias, " + written(), "write the value out");
    if (event_.anchored()) return refuse("an anchor, " + written(), "remove it; values are written out where they are used");
    if (event_.tagged()) return refuse("a tag, " + written(), "remove it; what a value means is decided by its key");
    return true;
  }

  bool refuse(std::string message, std::string help) {
    add_fault(findings_, kYamlFeature, word(event_.begin()), std::move(message)).help(std::move(help));
    return false;
  }

  std::string written() {
    const diag::Place at = word(event_.begin());
    return shortened(text_.substr(at.offset - base_, at.length), kQuoted);
  }

  bool too_deep() {
    add_fault(findings_, kNestedTooDeep, opening(), fmt::format("nested deeper than {} levels", kDeepest))
        .help("flatten the file; no plant needs so many levels");
    return false;
  }

  bool counted() {
    if (++nodes_ <= kMostNodes) return true;
    add_fault(findings_, kTooManyNodes, opening(), fmt::format("more than {} values in one file", with_thousands(kMostNodes)))
        .help("move long tables into CSV files");
    return false;
  }

  // libyaml must not be asked for a second document: it would first work through that document's directives.
  bool nothing_follows() {
    std::size_t at = skip_blank_and_comments(text_, offsets_.at(event_.end()));
    bool ended = event_.ends_document();  // with "...", which its place holds
    for (; text_.substr(at).starts_with("..."); ended = true) at = skip_blank_and_comments(text_, at + 3);
    if (at >= text_.size()) return true;
    if (ended || text_.substr(at).starts_with("---"))
      add_fault(findings_, kYamlFeature, word_at(at), "a second document begins here").help("put it into a file of its own");
    else
      add_fault(findings_, kYamlSyntax, word_at(at), "text behind the end of the document").help("check the indentation");
    return false;
  }

  bool pull() {
    if (!ready_ || !event_.pull(parser_)) return syntax_error();
    return true;
  }

  bool syntax_error() {
    const bool undecoded = parser_.error == YAML_READER_ERROR;  // such errors count bytes, all others characters
    const std::string_view problem = parser_.problem != nullptr ? parser_.problem : "not enough memory";
    const diag::Place at = undecoded ? byte_place(parser_.problem_offset) : word(parser_.problem_mark.index);
    const char here = at.offset - base_ < text_.size() ? text_[at.offset - base_] : '\0';
    const bool tab = here == '\t' && problem.find("cannot start any token") != std::string_view::npos;
    auto builder =
        add_fault(findings_, kYamlSyntax, at, tab ? "a tab where a key or a value should begin" : std::string(problem));
    if (parser_.context != nullptr && parser_.context_mark.index < parser_.problem_mark.index)
      builder.note(word(parser_.context_mark.index), parser_.context);
    if (tab)
      builder.help("indent with spaces, not tabs");
    else if (here == '[' && problem.find("expected ',' or") != std::string_view::npos)
      builder.help("put a name that holds a range in quotes: \"Eth[1-32]\"");
    else if (const std::string_view help = advice(problem); !help.empty())
      builder.help(std::string(help));
    return false;
  }

  diag::Place place(std::uint32_t begin, std::uint32_t end) const { return {source_, base_ + begin, end - begin}; }

  diag::Place opening() {
    const std::uint32_t begin = offsets_.at(event_.begin());
    return place(begin, offsets_.at(event_.end()));
  }

  // The scalar as written, quotes included. A block's line ends and a plain scalar's blanks behind it are not part of it.
  diag::Place scalar_place() {
    const diag::Place all = opening();
    const std::string_view written = text_.substr(all.offset - base_, all.length);
    const std::size_t last = written.find_last_not_of(" \t\r\n");
    return {source_, all.offset, last == std::string_view::npos ? 0 : static_cast<std::uint32_t>(last + 1)};
  }

  diag::Place byte_place(std::size_t byte) const {
    const auto begin = static_cast<std::uint32_t>(std::min(byte, text_.size()));
    return place(begin, begin + (begin < text_.size() ? 1 : 0));
  }

  diag::Place word(std::size_t character) { return word_at(offsets_.at(character)); }

  // The word that begins at a byte, for faults that have a beginning and no end.
  diag::Place word_at(std::size_t begin) const {
    const std::string_view rest = text_.substr(begin, 200);
    std::size_t length = std::min(rest.find_first_of(" \t\r\n,[]{}"), rest.size());
    length = std::max<std::size_t>(length, rest.empty() ? 0 : 1);
    while (begin + length < text_.size() && (text_[begin + length] & 0xC0) == 0x80) ++length;  // whole characters
    return place(static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + length));
  }

  std::string_view text_;  // behind the byte-order mark
  std::uint32_t source_, base_;
  diag::Findings& findings_;
  ByteOffsets offsets_;
  yaml_parser_t parser_{};
  Event event_;
  bool ready_ = false;
  std::size_t nodes_ = 0, duplicates_ = 0;
};

}  // namespace

std::optional<Node> read_yaml(const diag::Sources& sources, std::uint32_t source, diag::Findings& findings) {
  const std::optional<std::uint32_t> base = begin_of_text(sources, source, findings);
  if (!base) return std::nullopt;
  const std::string_view text = sources.text(source).substr(*base);
  if (const std::optional<Hazard> hazard = first_hazard(text)) {
    const auto offset = static_cast<std::uint32_t>(*base + hazard->offset);
    add_fault(findings, hazard->fault, {source, offset, static_cast<std::uint32_t>(hazard->length)}, hazard->message)
        .help(hazard->help);
    return std::nullopt;
  }
  return Reader(text, source, *base, findings).document();
}

}  // namespace ferrule::syntax
