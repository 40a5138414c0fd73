#include "lang/link_dot.h"

#include <algorithm>
#include <cctype>
#include <unordered_map>
#include <fmt/format.h>

#include "base/text.h"
#include "synth/codes.h"

namespace ferrule::lang {
namespace {

struct DotToken {
  enum class Kind : std::uint8_t { kId, kEdge, kSign, kEnd };
  Kind kind = Kind::kEnd;
  std::string text;  // without quotes
  diag::Place place;
  bool quoted = false, html = false;
  bool is(char sign) const { return kind == Kind::kSign && text.size() == 1 && text[0] == sign; }
  bool word(std::string_view name) const { return kind == Kind::kId && !quoted && same_ignoring_case(text, name); }
};

bool dot_id_char(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return std::isalnum(byte) != 0 || c == '_' || c == '.' || byte >= 0x80;
}

class DotLexer {
 public:
  DotLexer(std::string_view text, std::uint32_t source, std::size_t at) : text_(text), source_(source), at_(at) {}

  DotToken next() {
    skip();
    DotToken token;
    const std::size_t begin = at_;
    if (at_ >= text_.size()) {
      token.place = at(begin, begin);
      return token;
    }
    const char c = text_[at_];
    if (c == '"')
      quoted(token);
    else if (c == '<')
      html(token);
    else if (text_.substr(at_, 2) == "--" || text_.substr(at_, 2) == "->")
      token.kind = DotToken::Kind::kEdge, token.text = text_.substr(at_, 2), at_ += 2;
    else if (dot_id_char(c) || (c == '-' && at_ + 1 < text_.size() && dot_id_char(text_[at_ + 1])))
      plain(token);
    else
      token.kind = DotToken::Kind::kSign, token.text = std::string(1, c), ++at_;
    token.place = at(begin, at_);
    return token;
  }

 private:
  diag::Place at(std::size_t begin, std::size_t end) const {
    return {source_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin)};
  }

  void to(std::string_view what, std::size_t from) {
    const std::size_t found = text_.find(what, from);
    at_ = found == std::string_view::npos ? text_.size() : found + what.size();
  }

  // Blanks and remarks; a line that begins with # is one.
  void skip() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == ' ' || c == '\t' || c == '\r' || c == '\n')
        ++at_;
      else if (text_.substr(at_, 2) == "//" || c == '#')
        to("\n", at_);
      else if (text_.substr(at_, 2) == "/*")
        to("*/", at_ + 2);
      else
        return;
    }
  }

  void plain(DotToken& token) {
    token.kind = DotToken::Kind::kId;
    const std::size_t begin = at_++;
    while (at_ < text_.size() && dot_id_char(text_[at_])) ++at_;
    token.text = text_.substr(begin, at_ - begin);
  }

  void quoted(DotToken& token) {
    token.kind = DotToken::Kind::kId;
    token.quoted = true;
    for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_) {
      if (text_[at_] == '\\' && at_ + 1 < text_.size() && text_[at_ + 1] == '"') ++at_;
      token.text += text_[at_];
    }
    ++at_;
    at_ = std::min(at_, text_.size());
  }

  void html(DotToken& token) {
    token.kind = DotToken::Kind::kId;
    token.html = true;
    int depth = 0;
    do {
      depth += text_[at_] == '<' ? 1 : text_[at_] == '>' ? -1 : 0;
      ++at_;
    } while (at_ < text_.size() && depth > 0);
  }

  std::string_view text_;
  std::uint32_t source_;
  std::size_t at_;
};

class DotReader {
 public:
  DotReader(Reader& reader, const facts::LinkWords& words, std::uint32_t source, std::size_t begin)
      : reader_(reader), words_(words), lexer_(reader.sources.text(source), source, begin) {
    advance();
    advance();
  }

  LinkFile read() {
    out_.from_both_ends = true;
    begin_graph();
    while (now_.kind != DotToken::Kind::kEnd) statement();
    for (LinkRow& row : out_.rows) {
      complete(row.a);
      complete(row.b);
    }
    return std::move(out_);
  }

 private:
  struct DotEnd {
    DotToken node, port;
    bool has_port = false;
  };

  void advance() {
    now_ = std::move(next_);
    next_ = lexer_.next();
  }
  bool take(char sign) {
    if (!now_.is(sign)) return false;
    advance();
    return true;
  }

  void begin_graph() {
    if (now_.word("strict")) advance();
    if (!now_.word("graph") && !now_.word("digraph")) return;
    if (now_.word("graph") && next_.is('[')) return;  // attributes, of a graph without a first line
    advance();
    if (now_.kind == DotToken::Kind::kId) advance();
    take('{');
  }

  void statement() {
    if (now_.is(';') || now_.is('}') || now_.is('{') || now_.is(',')) return advance();
    if (now_.word("subgraph")) {
      advance();
      if (now_.kind == DotToken::Kind::kId) advance();
      return;
    }
    if ((now_.word("graph") || now_.word("node") || now_.word("edge")) && next_.is('[')) {
      advance();
      attributes(nullptr);
      return;
    }
    if (now_.kind == DotToken::Kind::kId && next_.is('=')) {  // an attribute of the graph
      advance();
      advance();
      if (now_.kind == DotToken::Kind::kId) advance();
      return;
    }
    if (now_.kind != DotToken::Kind::kId) {
      say(now_.place, fmt::format("{} begins no node and no edge", in_quotes(now_.text)),
          "\"leaf1\":\"swp1\" -- \"spine1\":\"swp3\" for each link");
      return advance();
    }
    nodes();
  }

  // A node, or a chain of edges.
  void nodes() {
    std::vector<DotEnd> chain{end()};
    while (now_.kind == DotToken::Kind::kEdge) {
      const diag::Place edge = now_.place;
      advance();
      if (now_.kind != DotToken::Kind::kId || now_.word("subgraph")) {
        say(edge, "an edge leads to no single port",
            "write each link as an edge of its own: \"leaf1\":\"swp1\" -- \"spine1\":\"swp3\"");
        skip_group();
        return;
      }
      chain.push_back(end());
    }
    if (chain.size() == 1) {
      attributes(&known_[chain.front().node.text]);
      return;
    }
    LinkRowEnd said;  // of the edge: one optic of both ends
    attributes(&said);
    for (std::size_t i = 0; i + 1 < chain.size(); ++i) add(chain[i], chain[i + 1], said);
  }

  void skip_group() {
    while (now_.kind != DotToken::Kind::kEnd && !now_.is('}') && !now_.is(';')) advance();
  }

  DotEnd end() {
    DotEnd out;
    out.node = now_;
    advance();
    if (!take(':')) return out;
    out.has_port = now_.kind == DotToken::Kind::kId;
    if (!out.has_port) return out;
    out.port = now_;
    advance();
    if (take(':') && now_.kind == DotToken::Kind::kId) advance();  // the side of the drawing on which it leaves
    return out;
  }

  // [a=b, c=d] [..]; `into`: what is known of a node or an edge.
  void attributes(LinkRowEnd* into) {
    while (take('[')) {
      while (now_.kind != DotToken::Kind::kEnd && !now_.is(']')) {
        const DotToken name = now_;
        advance();
        if (!take('=')) continue;
        if (into != nullptr && now_.kind == DotToken::Kind::kId && !now_.html) keep(*into, name.text);
        if (now_.kind == DotToken::Kind::kId) advance();
      }
      take(']');
    }
  }

  void keep(LinkRowEnd& into, const std::string& name) const {
    LinkCell cell{std::string(trim(now_.text)), now_.place};
    switch (words_.meaning(name).field) {
      case facts::LinkField::kType: into.type = std::move(cell); break;
      case facts::LinkField::kRack: into.rack = std::move(cell); break;
      case facts::LinkField::kUnit: into.unit = std::move(cell); break;
      case facts::LinkField::kOptic: into.optic = std::move(cell); break;
      default: break;
    }
  }

  void add(const DotEnd& a, const DotEnd& b, const LinkRowEnd& said) {
    for (const DotEnd* each : {&a, &b}) {
      if (each->node.html || each->port.html) return say(each->node.place, "a name in HTML is not read", "names in quotes");
      if (!each->has_port || each->port.text.empty() || each->node.text.empty())
        return say(each->node.place, fmt::format("the edge names no port of {}", in_quotes(each->node.text)),
                   "\"leaf1\":\"swp1\" -- \"spine1\":\"swp3\"");
    }
    LinkRow row;
    row.place = a.node.place;
    for (const auto& [from, to] : {std::pair{&a, &row.a}, std::pair{&b, &row.b}}) {
      to->node = {std::string(trim(from->node.text)), from->node.place};
      to->port = {std::string(trim(from->port.text)), from->port.place};
      to->optic = said.optic;
    }
    out_.rows.push_back(std::move(row));
  }

  void complete(LinkRowEnd& end) const {
    const auto found = known_.find(end.node.text);
    if (found == known_.end()) return;
    end.type = found->second.type;
    end.rack = found->second.rack;
    end.unit = found->second.unit;
    if (end.optic.empty()) end.optic = found->second.optic;
  }

  void say(diag::Place place, std::string message, std::string help) {
    synth::say(reader_.findings, synth::kNoLinkHere, place, std::move(message)).help(std::move(help));
  }

  Reader& reader_;
  const facts::LinkWords& words_;
  DotLexer lexer_;
  DotToken now_, next_;
  std::unordered_map<std::string, LinkRowEnd> known_;  // by node
  LinkFile out_;
};

}  // namespace

bool looks_like_dot(std::string_view text) {
  DotLexer lexer(text, 0, 0);
  DotToken first = lexer.next();
  if (first.word("strict")) first = lexer.next();
  if (first.word("graph") || first.word("digraph")) {
    const DotToken second = lexer.next();
    return second.is('{') || second.is('[') || lexer.next().is('{');
  }
  // Without its first line: "leaf1":"swp1" -- ...
  if (first.kind != DotToken::Kind::kId || !lexer.next().is(':') || lexer.next().kind != DotToken::Kind::kId) return false;
  return lexer.next().kind == DotToken::Kind::kEdge;
}

LinkFile read_link_dot(Reader& reader, const facts::LinkWords& words, std::uint32_t source, std::uint32_t begin) {
  return DotReader(reader, words, source, begin).read();
}

}  // namespace ferrule::lang
