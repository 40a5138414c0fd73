#include "lang/link_topo.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"
#include "synth/codes.h"

namespace ferrule::lang {
namespace {

constexpr std::size_t kLookedAt = 64 << 10;  // of a file, to tell what it is

// "-4x-50G->", "->": the arrow between a port and where it leads.
bool is_arrow(std::string_view word) { return word.size() >= 2 && word.front() == '-' && word.ends_with("->"); }

bool topo_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

struct TopoWord {
  std::string_view text;
  std::size_t at = 0;  // in the text
};

std::vector<TopoWord> words_of(std::string_view text, std::size_t begin, std::size_t end) {
  std::vector<TopoWord> words;
  for (std::size_t at = begin; at < end;) {
    while (at < end && topo_blank(text[at])) ++at;
    const std::size_t from = at;
    while (at < end && !topo_blank(text[at])) ++at;
    if (at > from) words.push_back({text.substr(from, at - from), from});
  }
  return words;
}

class TopoReader {
 public:
  TopoReader(Reader& reader, std::uint32_t source) : reader_(reader), source_(source), text_(reader.sources.text(source)) {}

  LinkFile read(std::size_t begin) {
    out_.from_both_ends = true;
    for (std::size_t at = begin; at < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', at), text_.size());
      line(words_of(text_, at, end));
      at = end + 1;
    }
    return std::move(out_);
  }

 private:
  LinkCell cell(const TopoWord& word) const {
    return {std::string(word.text), {source_, static_cast<std::uint32_t>(word.at), static_cast<std::uint32_t>(word.text.size())}};
  }

  void line(const std::vector<TopoWord>& words) {
    if (words.empty() || words[0].text.starts_with('#')) return;
    if (words.size() == 5 && is_arrow(words[1].text)) return port_line(words);
    const bool device = words.size() == 2 || (words.size() > 2 && words[2].text.starts_with("CFG:"));
    if (device && !is_arrow(words[1].text)) {
      here_ = {};
      here_.type = cell(words[0]);
      here_.node = cell(words[1]);
      return;
    }
    synth::say(reader_.findings, synth::kNoLinkHere, whole(words), "this line is no device, and no port of one")
        .help("TYPE NAME for a device; below it PORT -4x-50G-> TYPE NAME PORT for each link");
  }

  diag::Place whole(const std::vector<TopoWord>& words) const {
    const std::size_t begin = words.front().at, end = words.back().at + words.back().text.size();
    return {source_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin)};
  }

  void port_line(const std::vector<TopoWord>& words) {
    if (here_.node.empty()) {
      synth::say(reader_.findings, synth::kNoLinkHere, whole(words), "a port stands above the first device")
          .help("TYPE NAME of its device on a line before it");
      return;
    }
    LinkRow row;
    row.place = cell(words[0]).place;
    row.a = here_;
    row.a.port = cell(words[0]);
    row.b.type = cell(words[2]);
    row.b.node = cell(words[3]);
    row.b.port = cell(words[4]);
    out_.rows.push_back(std::move(row));
  }

  Reader& reader_;
  std::uint32_t source_;
  std::string_view text_;
  LinkRowEnd here_;
  LinkFile out_;
};

}  // namespace

bool looks_like_topo(std::string_view text) {
  const std::string_view first = text.substr(0, kLookedAt);
  for (std::size_t at = first.find("->"); at != std::string_view::npos; at = first.find("->", at + 2)) {
    std::size_t begin = at;
    while (begin > 0 && !topo_blank(first[begin - 1]) && first[begin - 1] != '\n') --begin;
    const bool alone = begin > 0 && at + 2 < text.size() && topo_blank(text[at + 2]);
    if (alone && is_arrow(first.substr(begin, at + 2 - begin)) && at - begin > 1) return true;
  }
  return false;
}

LinkFile read_link_topo(Reader& reader, std::uint32_t source, std::uint32_t begin) {
  return TopoReader(reader, source).read(begin);
}

}  // namespace ferrule::lang
