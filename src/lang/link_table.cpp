#include "lang/link_table.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "base/text.h"
#include "lang/port_ranges.h"
#include "lang/values.h"
#include "synth/codes.h"

namespace ferrule::lang {
namespace {

using facts::LinkField;
using facts::LinkHeader;
using facts::LinkSide;
using syntax::TableRow;

constexpr std::size_t kHeaderWithin = 30;  // titles, dates and a legend stand above it

// Which column holds what, of one end.
struct EndColumns {
  std::optional<std::size_t> node, port, name, end, type, rack, unit, optic;

  bool complete() const { return end || (node && port); }

  std::optional<std::size_t>& of(LinkField field) {
    switch (field) {
      case LinkField::kNode: return node;
      case LinkField::kPort: return port;
      case LinkField::kName: return name;
      case LinkField::kType: return type;
      case LinkField::kRack: return rack;
      case LinkField::kUnit: return unit;
      case LinkField::kOptic: return optic;
      default: return end;
    }
  }

  // A name is of the device, or of the port where the device has a column of its own. So is a bare `from` beside a `from port`.
  void settle() {
    if (end && port && !node) {
      node = end;
      end.reset();
    }
    if (name && !node)
      node = name;
    else if (name && !port)
      port = name;
  }
};

struct LinkColumns {
  EndColumns a, b;
  std::optional<std::size_t> quantity;  // of links in the row
  bool complete() const { return a.complete() && b.complete(); }
  bool joined() const { return a.end || b.end; }
};

std::string_view cell_text(const TableRow& row, std::size_t column) {
  return column < row.cells.size() ? trim(row.cells[column].text) : std::string_view();
}

class HeaderReader {
 public:
  explicit HeaderReader(const facts::LinkWords& words) : words_(words) {}

  // `above`: the row over the header, or null.
  LinkColumns read(const TableRow& row, const TableRow* above) const {
    LinkColumns out;
    bool second = false;  // of two ends that nothing tells apart
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const std::string_view text = cell_text(row, i);
      if (text.empty()) continue;
      LinkHeader header = words_.meaning(text);
      if (!header.known()) continue;
      if (header.field == LinkField::kNone) header.field = LinkField::kEnd;  // `a`: all of that end
      if (header.field == LinkField::kNothing) continue;
      if (header.field == LinkField::kQuantity) {
        out.quantity = i;
        continue;
      }
      const bool unsaid = header.side == LinkSide::kNone;
      if (unsaid) header.side = side_above(above, i);
      if (header.side == LinkSide::kNone) {
        EndColumns first = out.a;
        first.settle();
        if (first.complete() && out.a.of(header.field)) second = true;
        header.side = second ? LinkSide::kB : LinkSide::kA;
      }
      EndColumns& end = header.side == LinkSide::kA ? out.a : out.b;
      // One optic of both ends, said once.
      if (header.field == LinkField::kOptic && unsaid && !(out.a.optic && out.b.optic) && !repeated(row, i)) {
        if (!out.a.optic) out.a.optic = i;
        if (!out.b.optic) out.b.optic = i;
        continue;
      }
      end.of(header.field) = i;  // the last of two counts
    }
    out.a.settle();
    out.b.settle();
    return out;
  }

 private:
  LinkSide side_above(const TableRow* above, std::size_t column) const {
    if (above == nullptr) return LinkSide::kNone;
    for (std::size_t i = std::min(column + 1, above->cells.size()); i-- > 0;)
      if (const std::string_view text = cell_text(*above, i); !text.empty()) return words_.meaning(text).side;
    return LinkSide::kNone;
  }

  // Does another column of the row have the same header?
  static bool repeated(const TableRow& row, std::size_t column) {
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      if (i != column && same_ignoring_case(cell_text(row, i), cell_text(row, column))) return true;
    return false;
  }

  const facts::LinkWords& words_;
};

class LinkTableReader {
 public:
  LinkTableReader(Reader& reader, const facts::LinkWords& words, const syntax::Table& table)
      : reader_(reader), words_(words), headers_(words), rows_(table.rows) {}

  std::optional<std::vector<LinkRow>> read() {
    std::size_t at = 0;
    while (at < rows_.size() && at < kHeaderWithin && !header_at(at)) ++at;
    if (!columns_) return std::nullopt;
    for (at = after_header_; at < rows_.size(); ++at) {
      if (may_be_header(rows_[at]) && header_at(at)) {
        at = after_header_ - 1;
        continue;
      }
      read_row(rows_[at]);
    }
    return std::move(out_);
  }

 private:
  bool header_at(std::size_t at) {
    const auto try_row = [&](std::size_t row, const TableRow* above) {
      const LinkColumns found = headers_.read(rows_[row], above);
      if (!found.complete()) return false;
      columns_ = found;
      after_header_ = row + 1;
      return true;
    };
    const bool here = try_row(at, at > 0 ? &rows_[at - 1] : nullptr) || try_row(at, nullptr);
    // "A" and "Z" alone may be the upper of two rows.
    if (here && columns_->joined() && at + 1 < rows_.size()) {
      const LinkColumns below = headers_.read(rows_[at + 1], &rows_[at]);
      if (below.complete() && !below.joined()) return try_row(at + 1, &rows_[at]);
    }
    return here;
  }

  // Cheap, since it is asked of every row: two cells that are words of headers.
  bool may_be_header(const TableRow& row) const {
    int known = 0;
    for (std::size_t i = 0; i < row.cells.size() && i < 3; ++i)
      if (const std::string_view text = cell_text(row, i); !text.empty()) known += words_.meaning(text).known() ? 1 : -1;
    return known >= 2;
  }

  static LinkCell cell(const TableRow& row, std::optional<std::size_t> column) {
    if (!column || *column >= row.cells.size()) return {};
    return {std::string(trim(row.cells[*column].text)), row.cells[*column].place};
  }

  static LinkRowEnd end_of(const TableRow& row, const EndColumns& columns) {
    LinkRowEnd end{cell(row, columns.node), cell(row, columns.port), cell(row, columns.type),
                   cell(row, columns.rack), cell(row, columns.unit), cell(row, columns.optic)};
    if (columns.end) split_link_end(cell(row, columns.end), end.node, end.port);
    return end;
  }

  void read_row(const TableRow& row) {
    if (row.cells.empty() || row.cells.front().text.starts_with('#')) return;
    LinkRow link{end_of(row, columns_->a), end_of(row, columns_->b), row.cells.front().place};
    const std::array cells = {&link.a.node, &link.a.port, &link.b.node, &link.b.port};
    const auto said = std::count_if(cells.begin(), cells.end(), [](const LinkCell* each) { return !each->empty(); });
    if (said == 0) return;  // spare rows, remarks
    if (said == 4) return add_links(std::move(link), cell(row, columns_->quantity));
    const bool a = link.a.node.empty() || link.a.port.empty();
    const LinkRowEnd& lacking = a ? link.a : link.b;
    const auto first = std::find_if(cells.begin(), cells.end(), [](const LinkCell* each) { return !each->empty(); });
    link.place = (*first)->place;
    synth::say(reader_.findings, synth::kNoLinkHere, link.place,
               fmt::format("the row has no {} of its {} end", lacking.node.empty() ? "device" : "port", a ? "first" : "second"))
        .help("say device and port of both ends, or take the row out");
  }

  // As many as the row says, where the cells of its ports name so many.
  void add_links(LinkRow link, const LinkCell& quantity) {
    const std::optional<int> said = parse_whole(quantity.text);
    if (quantity.empty() || said == 1) return out_.push_back(std::move(link));
    if (!said || *said < 1 || *said > kMostOfRow)
      return say_count(quantity, fmt::format("{} is no number of links", in_quotes(quantity.text)));
    const auto count = static_cast<std::uint32_t>(*said);
    const std::vector<std::string> a = ports_in_cell(link.a.port.text, count), b = ports_in_cell(link.b.port.text, count);
    if (a.empty() || b.empty())
      return say_count(quantity, fmt::format("the row says {}, and {} does not name so many ports", counted(count, "link"),
                                             in_quotes(a.empty() ? link.a.port.text : link.b.port.text)));
    for (std::size_t i = 0; i < count; ++i) {
      link.a.port.text = a[i];
      link.b.port.text = b[i];
      out_.push_back(link);
    }
  }

  void say_count(const LinkCell& quantity, std::string message) {
    synth::say(reader_.findings, synth::kNoLinkHere, quantity.place, std::move(message))
        .help("a row for each link, or from the first port to the last at both ends: swp1-4");
  }

  static constexpr int kMostOfRow = 10'000;

  Reader& reader_;
  const facts::LinkWords& words_;
  HeaderReader headers_;
  const std::vector<TableRow>& rows_;
  std::optional<LinkColumns> columns_;
  std::size_t after_header_ = 0;
  std::vector<LinkRow> out_;
};

// What a header does not say of an end.
void add_lacking(const EndColumns& end, const char* which, std::vector<std::string>& out) {
  if (end.end) return;
  if (!end.node) out.push_back(fmt::format("the device of the {} end", which));
  if (!end.port) out.push_back(fmt::format("the port of the {} end", which));
}

NearestHeader read_as_header(const facts::LinkWords& words, const TableRow& row, const TableRow* above) {
  NearestHeader out;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const std::string_view text = cell_text(row, i);
    if (text.empty()) continue;
    const LinkHeader header = words.meaning(text);
    (header.known() && header.field != LinkField::kQuantity ? out.known : out.unknown)
        .emplace_back(text);  // other tables count, too
    if (!out.place.known()) out.place = row.cells[i].place;
  }
  const LinkColumns columns = HeaderReader(words).read(row, above);
  add_lacking(columns.a, "first", out.lacking);
  add_lacking(columns.b, "second", out.lacking);
  return out;
}

}  // namespace

std::optional<NearestHeader> nearest_header(const facts::LinkWords& words, const syntax::Table& table) {
  std::optional<NearestHeader> nearest;
  for (std::size_t at = 0; at < table.rows.size() && at < kHeaderWithin; ++at) {
    NearestHeader here = read_as_header(words, table.rows[at], at > 0 ? &table.rows[at - 1] : nullptr);
    if (here.known.size() + here.unknown.size() < 2) continue;
    if (!nearest || here.known.size() > nearest->known.size()) nearest = std::move(here);
  }
  return nearest;
}

void split_link_end(const LinkCell& whole, LinkCell& node, LinkCell& port) {
  std::size_t at = whole.text.find('/');
  if (at == std::string::npos) at = whole.text.find(':');
  node = {std::string(trim(std::string_view(whole.text).substr(0, at))), whole.place};
  port = {at == std::string::npos ? std::string() : std::string(trim(std::string_view(whole.text).substr(at + 1))), whole.place};
}

std::optional<std::vector<LinkRow>> read_link_table(Reader& reader, const facts::LinkWords& words, const syntax::Table& table) {
  return LinkTableReader(reader, words, table).read();
}

}  // namespace ferrule::lang
