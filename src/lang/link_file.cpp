#include "lang/link_file.h"

#include <algorithm>
#include <iterator>
#include <fmt/format.h>

#include "base/text.h"
#include "lang/link_dot.h"
#include "lang/link_table.h"
#include "lang/link_topo.h"
#include "syntax/readable_text.h"
#include "syntax/xlsx.h"
#include "synth/codes.h"

namespace ferrule::lang {
namespace {

class LinkFileReader {
 public:
  LinkFileReader(Reader& reader, const facts::LinkWords& words, const LinkFileRequest& request)
      : reader_(reader), words_(words), request_(request) {}

  LinkFile read() {
    const std::optional<std::uint32_t> source = reader_.open(request_.path, request_.named);
    if (!source) return {};
    const std::size_t before = reader_.findings.all().size();
    if (syntax::looks_like_workbook(reader_.sources.text(*source)))
      workbook(*source);
    else
      text(*source);
    const bool said = reader_.findings.all().size() > before;
    if (out_.rows.empty() && !said) say_nothing_found();
    return std::move(out_);
  }

 private:
  void workbook(std::uint32_t source) {
    const std::optional<std::vector<syntax::Sheet>> sheets = syntax::read_workbook(reader_.sources, source, reader_.findings);
    if (!sheets) return;
    for (const auto& [name, place] : request_.sheets) {
      const std::string_view wanted = name;
      if (std::any_of(sheets->begin(), sheets->end(), [&](const syntax::Sheet& sheet) { return sheet.name == wanted; })) continue;
      std::vector<std::string> known;
      for (const syntax::Sheet& sheet : *sheets) known.push_back(sheet.name);
      synth::say(reader_.findings, synth::kNoLinkHere, place, fmt::format("there is no sheet {}", in_quotes(name)))
          .help("the sheets are " + joined(known, ", "));
    }
    for (const syntax::Sheet& sheet : *sheets)
      if (asked_for(sheet.name)) table(sheet.table);
  }

  bool asked_for(const std::string& sheet) const {
    return request_.sheets.empty() ||
           std::any_of(request_.sheets.begin(), request_.sheets.end(), [&](const auto& wanted) { return wanted.first == sheet; });
  }

  void text(std::uint32_t source) {
    const std::optional<syntax::ReadableText> readable = syntax::readable_text(reader_.sources, source, reader_.findings);
    if (!readable) return;
    const std::string_view whole = reader_.sources.text(readable->source).substr(readable->begin);
    if (looks_like_dot(whole))
      out_ = read_link_dot(reader_, words_, readable->source, readable->begin);
    else if (looks_like_topo(whole))
      out_ = read_link_topo(reader_, readable->source, readable->begin);
    else
      table(syntax::read_table(reader_.sources, *readable, syntax::TableForm::kTable));
  }

  void table(const syntax::Table& table) {
    if (table.cut)
      synth::say(reader_.findings, synth::kNoLinkHere, request_.named,
                 fmt::format("more than {} rows", with_thousands(syntax::kMostTableRows)))
          .help("part the table into several files");
    std::optional<std::vector<LinkRow>> rows = read_link_table(reader_, words_, table);
    if (!rows) {
      if (std::optional<NearestHeader> here = nearest_header(words_, table);
          here && (!nearest_ || here->known.size() > nearest_->known.size()))
        nearest_ = std::move(here);
      return;
    }
    headed_ = true;
    out_.rows.insert(out_.rows.end(), std::make_move_iterator(rows->begin()), std::make_move_iterator(rows->end()));
  }

  void say_nothing_found() {
    auto finding = synth::say(reader_.findings, synth::kNoLinkHere, request_.named,
                              fmt::format("{} says no links", in_quotes(request_.path)));
    if (headed_) {
      finding.help("there is a header, and no row below it");
      return;
    }
    finding.note("neither a header of links, nor a topology file, nor a graph was found in it");
    if (nearest_) finding.note(nearest_->place, about_header(*nearest_));
    finding.help(
        "a header such as A-Node Name, A-Port, Z-Node Name, Z-Port, or a,b with ends such as leaf1/swp1; all words that are "
        "known "
        "stand in data/link_columns.csv");
  }

  static std::string about_header(const NearestHeader& header) {
    if (header.known.empty()) return fmt::format("no header of links has {}", few_of(header.unknown));
    std::string out =
        fmt::format("nearest to a header: {} {} known", few_of(header.known), header.known.size() == 1 ? "is" : "are");
    if (!header.unknown.empty()) out += fmt::format(", {} not", few_of(header.unknown));
    return out + fmt::format("; it lacks {}", joined(header.lacking, ", "));
  }

  static std::string few_of(const std::vector<std::string>& cells) {
    constexpr std::size_t kFew = 8;
    std::vector<std::string> shown;
    for (const std::string& cell : cells)
      if (shown.size() < kFew) shown.push_back(in_quotes(cell));
    return joined(shown, ", ") + (cells.size() > kFew ? ", ..." : "");
  }

  Reader& reader_;
  const facts::LinkWords& words_;
  const LinkFileRequest& request_;
  LinkFile out_;
  bool headed_ = false;
  std::optional<NearestHeader> nearest_;  // where no table has a header
};

}  // namespace

LinkFile read_link_file(Reader& reader, const facts::LinkWords& words, const LinkFileRequest& request) {
  return LinkFileReader(reader, words, request).read();
}

}  // namespace ferrule::lang
