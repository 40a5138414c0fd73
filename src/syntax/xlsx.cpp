// A workbook is an archive of XML: xl/workbook.xml names the sheets, its .rels file says where they are, a cell holds its value
// or the number of a string in xl/sharedStrings.xml. Everything else (styles, formulas, drawings, links) is not opened.
#include "syntax/xlsx.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <fmt/format.h>

#include "base/text.h"
#include "syntax/archive.h"
#include "syntax/faults.h"
#include "syntax/xml_events.h"

namespace ferrule::syntax {
namespace {

constexpr std::uint32_t kLastRow = 1 << 20, kLastColumn = 1 << 14;  // of the format
constexpr std::string_view kWorkbookPart = "xl/workbook.xml";

struct Fail {  // why a workbook is not read
  Fault fault;
  std::string message;
};

template <class T>
using Read = tl::expected<T, Fail>;

struct NamedSheet {
  std::string name, relation;
};

class WorkbookHandler : public XmlHandler {
 public:
  std::vector<NamedSheet> sheets;
  bool begin(std::string_view name, Attributes attributes) override {
    if (name == "sheet") sheets.push_back({std::string(attribute(attributes, "name")), std::string(attribute(attributes, "id"))});
    return true;
  }
  bool end(std::string_view) override { return true; }
  bool text(std::string_view) override { return true; }
};

class RelationsHandler : public XmlHandler {
 public:
  std::map<std::string, std::string, std::less<>> targets;
  std::string strings;
  bool begin(std::string_view name, Attributes attributes) override {
    if (name != "Relationship" || attribute(attributes, "TargetMode") == "External") return true;
    std::string target(attribute(attributes, "Target"));
    target = target.starts_with('/') ? target.substr(1) : "xl/" + target;
    if (attribute(attributes, "Type").ends_with("/sharedStrings")) strings = target;
    targets[std::string(attribute(attributes, "Id"))] = std::move(target);
    return true;
  }
  bool end(std::string_view) override { return true; }
  bool text(std::string_view) override { return true; }
};

// Excel writes a character that XML forbids as _x000D_, and an underscore that would read so as _x005F_. Most are the carriage
// returns of pasted text; control characters part words and are nothing else.
std::string unescaped(std::string_view text) {
  std::string out;
  while (true) {
    const std::size_t at = text.find("_x");
    std::uint32_t point = 0;
    if (at == std::string_view::npos) return out.append(text);
    const char* const digits = text.data() + at + 2;
    const bool escape =
        at + 7 <= text.size() && text[at + 6] == '_' && std::from_chars(digits, digits + 4, point, 16).ptr == digits + 4;
    out.append(text.substr(0, escape ? at : at + 2));
    text.remove_prefix(at + (escape ? 7 : 2));
    if (escape && point < 0x20) out += ' ';
    if (escape && point >= 0x20 && (point < 0xD800 || point > 0xDFFF)) append_utf8(out, point);
  }
}

// As the name box of a spreadsheet takes it: 'BOM Rev C'!D9.
std::string quoted_if_needed(const std::string& sheet) {
  const bool plain = !sheet.empty() && std::all_of(sheet.begin(), sheet.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
  });
  if (plain && (sheet[0] < '0' || sheet[0] > '9')) return sheet;
  std::string out = "'";
  for (const char c : sheet) out += c == '\'' ? "''" : std::string(1, c);
  return out + "'";
}

// <si><t>..</t></si>, or in runs <si><r><t>..</t></r>..</si>; <rPh> tells how it is spoken and is no part of the text.
class StringsHandler : public XmlHandler {
 public:
  std::vector<std::string> strings;
  bool begin(std::string_view name, Attributes) override {
    if (name == "si") strings.emplace_back();
    if (name == "rPh") spoken_ = true;
    inside_ = name == "t" && !spoken_;
    return true;
  }
  bool end(std::string_view name) override {
    if (name == "rPh") spoken_ = false;
    if (name == "si" && !strings.empty()) strings.back() = unescaped(strings.back());
    inside_ = false;
    return true;
  }
  bool text(std::string_view piece) override {
    if (inside_ && !strings.empty()) strings.back() += piece;
    return true;
  }

 private:
  bool inside_ = false, spoken_ = false;
};

// Writes the sheet's text while the XML streams by.
class SheetHandler : public XmlHandler {
 public:
  struct Cell {
    diag::SheetCell at;
    std::uint32_t length = 0;
  };

  SheetHandler(const std::vector<std::string>& strings, const WorkbookLimits& limits) : strings_(strings), limits_(limits) {}

  std::string text_of_sheet;
  std::vector<Cell> cells;
  std::optional<Fail> fail;
  std::uint64_t spent() const { return spent_; }  // cells, full and empty
  std::size_t rows() const { return rows_; }      // those that hold anything

  bool begin(std::string_view name, Attributes attributes) override {
    if (name == "row") return begin_row(attribute(attributes, "r"));
    if (name == "c") return begin_cell(attribute(attributes, "r"), attribute(attributes, "t"));
    if (name == "rPh") spoken_ = true;
    inside_ = name == "v" || (name == "t" && !spoken_);
    return true;
  }

  bool end(std::string_view name) override {
    if (name == "rPh") spoken_ = false;
    inside_ = false;
    return name != "c" || end_cell();
  }

  bool text(std::string_view piece) override {
    if (inside_) value_ += piece;
    return value_.size() <= limits_.text_bytes || too_large("too much text");
  }

 private:
  bool too_large(std::string what) {
    fail = Fail{kPaperTooLarge, std::move(what)};
    return false;
  }
  bool damaged(std::string what) {
    fail = Fail{kWorkbookUnreadable, std::move(what)};
    return false;
  }

  bool begin_row(std::string_view written) {
    std::uint32_t row = row_ + 1;  // a row or cell without reference follows the one before
    if (!written.empty() && std::from_chars(written.data(), written.data() + written.size(), row).ec != std::errc())
      return damaged("a row without a number");
    if (row <= row_ || row > kLastRow) return damaged("rows out of order");
    return go_to_row(row);
  }

  bool go_to_row(std::uint32_t row) {
    text_of_sheet.append(row - std::max(row_, 1u), '\n');
    row_ = row;
    column_ = 0;
    return text_of_sheet.size() <= limits_.text_bytes || too_large("too much text");
  }

  bool begin_cell(std::string_view reference, std::string_view type) {
    type_ = type;
    value_.clear();
    if (row_ == 0) return damaged("a cell outside a row");
    CellReference at{row_, column_ + 1};
    if (!reference.empty()) {
      const std::optional<CellReference> parsed = parse_cell_reference(reference);
      if (!parsed || parsed->row < row_ || (parsed->row == row_ && parsed->column <= column_))
        return damaged(fmt::format("cell '{}' out of order", reference.substr(0, 20)));
      at = *parsed;
    }
    if (at.row > row_ && !go_to_row(at.row)) return false;
    spent_ += at.column - column_;
    column_ = at.column;
    return spent_ <= limits_.cells || too_large("too many cells");
  }

  bool end_cell() {
    if (type_ == "inlineStr" || type_ == "str") value_ = unescaped(value_);
    std::string_view value = value_;
    if (type_ == "s" && !value.empty()) {
      std::size_t index = strings_.size();
      std::from_chars(value.data(), value.data() + value.size(), index);
      if (index >= strings_.size()) return damaged("a cell names a string that is not there");
      value = strings_[index];
    }
    while (!value.empty() && blank(value.front())) value.remove_prefix(1);
    while (!value.empty() && blank(value.back())) value.remove_suffix(1);
    if (value.empty() || column_ > kMostTableColumns) return true;
    if (cells.empty() || cells.back().at.row != row_) ++rows_;
    if (rows_ > limits_.rows) return too_large(fmt::format("more than {} rows", with_thousands(limits_.rows)));
    if (!text_of_sheet.empty() && text_of_sheet.back() != '\n') text_of_sheet += '\t';
    cells.push_back(
        {{static_cast<std::uint32_t>(text_of_sheet.size()), row_, column_}, static_cast<std::uint32_t>(value.size())});
    for (const char c : value) text_of_sheet += blank(c) ? ' ' : c;
    return text_of_sheet.size() <= limits_.text_bytes || too_large("too much text");
  }

  static bool blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

  const std::vector<std::string>& strings_;
  const WorkbookLimits& limits_;
  std::uint32_t row_ = 0, column_ = 0;
  std::uint64_t spent_ = 0;
  std::size_t rows_ = 0;
  std::string type_, value_;
  bool inside_ = false, spoken_ = false;
};

Table table_of(const diag::Sources& sources, std::uint32_t source, const std::vector<SheetHandler::Cell>& cells) {
  Table table;
  const std::string_view text = sources.text(source);
  std::uint32_t row = 0;
  for (const SheetHandler::Cell& cell : cells) {
    if (table.rows.empty() || cell.at.row != row) table.rows.emplace_back();
    row = cell.at.row;
    std::vector<TableCell>& to = table.rows.back().cells;
    while (to.size() + 1 < cell.at.column) to.push_back({{}, {source, cell.at.offset, 0}, true});
    to.push_back({text.substr(cell.at.offset, cell.length), {source, cell.at.offset, cell.length}, true});
  }
  return table;
}

class WorkbookReader {
 public:
  WorkbookReader(diag::Sources& sources, std::uint32_t source, const WorkbookLimits& limits)
      : sources_(sources), source_(source), limits_(limits) {}

  Read<std::vector<Sheet>> read() {
    const std::string_view bytes = sources_.text(source_);
    if (!bytes.starts_with("PK")) return refuse("a workbook of the older binary format, or an encrypted one");
    Result<Archive> archive = Archive::open(bytes);
    if (!archive) return refuse("a damaged archive: " + archive.error().message);
    if (!archive->has(std::string(kWorkbookPart))) return refuse("an archive without a workbook");
    WorkbookHandler book;
    RelationsHandler relations;
    StringsHandler strings;
    if (auto done = stream(*archive, std::string(kWorkbookPart), book); !done) return tl::unexpected(done.error());
    if (auto done = stream(*archive, "xl/_rels/workbook.xml.rels", relations); !done) return tl::unexpected(done.error());
    if (!relations.strings.empty())
      if (auto done = stream(*archive, relations.strings, strings); !done) return tl::unexpected(done.error());
    if (book.sheets.size() > limits_.sheets)
      return tl::unexpected(Fail{kPaperTooLarge, fmt::format("{} sheets", book.sheets.size())});
    return sheets(*archive, book, relations, strings.strings);
  }

 private:
  static tl::unexpected<Fail> refuse(std::string message) {
    return tl::unexpected(Fail{kWorkbookUnreadable, std::move(message)});
  }

  Read<void> stream(const Archive& archive, const std::string& part, XmlHandler& handler) const {
    if (!archive.has(part)) return refuse(fmt::format("{} is not there", part));
    const Result<std::string> xml = archive.unpack(part, limits_.part_bytes);
    if (!xml) {
      const bool large = xml.error().message.starts_with("unpacks");
      return tl::unexpected(Fail{large ? kPaperTooLarge : kWorkbookUnreadable, part + " " + xml.error().message});
    }
    const XmlReading reading = read_xml(*xml, handler);
    if (reading.end == XmlEnd::kRefused || reading.end == XmlEnd::kMalformed) return refuse(part + ": " + reading.message);
    return {};
  }

  Read<std::vector<Sheet>> sheets(const Archive& archive, const WorkbookHandler& book, const RelationsHandler& relations,
                                  const std::vector<std::string>& strings) {
    std::vector<Sheet> out;
    for (const NamedSheet& sheet : book.sheets) {
      const auto target = relations.targets.find(sheet.relation);
      if (target == relations.targets.end()) return refuse(fmt::format("sheet '{}' is nowhere", sheet.name));
      SheetHandler handler(strings, limits_);
      const Read<void> done = stream(archive, target->second, handler);
      if (handler.fail)
        return tl::unexpected(Fail{handler.fail->fault, fmt::format("{} in sheet '{}'", handler.fail->message, sheet.name)});
      if (!done) return tl::unexpected(done.error());
      limits_.cells -= handler.spent();  // what is left for the next
      limits_.text_bytes -= handler.text_of_sheet.size();
      limits_.rows -= handler.rows();
      out.push_back({sheet.name, keep(sheet.name, handler)});
    }
    return out;
  }

  Table keep(const std::string& name, SheetHandler& handler) {
    std::vector<diag::SheetCell> places;
    places.reserve(handler.cells.size());
    for (const SheetHandler::Cell& cell : handler.cells) places.push_back(cell.at);
    const std::uint32_t source = sources_.add_sheet(std::string(sources_.name(source_)), quoted_if_needed(name),
                                                    std::move(handler.text_of_sheet), std::move(places));
    return table_of(sources_, source, handler.cells);
  }

  diag::Sources& sources_;
  std::uint32_t source_;
  WorkbookLimits limits_;
};

}  // namespace

bool looks_like_workbook(std::string_view bytes) {
  return bytes.starts_with(std::string_view("PK\x03\x04", 4)) || bytes.starts_with("\xD0\xCF\x11\xE0");
}

std::optional<CellReference> parse_cell_reference(std::string_view text) {
  CellReference at;
  while (!text.empty() && text.front() >= 'A' && text.front() <= 'Z') {
    at.column = at.column * 26 + static_cast<std::uint32_t>(text.front() - 'A' + 1);
    if (at.column > kLastColumn) return std::nullopt;
    text.remove_prefix(1);
  }
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), at.row);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  if (at.column == 0 || at.row == 0 || at.row > kLastRow) return std::nullopt;
  return at;
}

std::optional<std::vector<Sheet>> read_workbook(diag::Sources& sources, std::uint32_t source, diag::Findings& findings,
                                                const WorkbookLimits& limits) {
  Read<std::vector<Sheet>> sheets = WorkbookReader(sources, source, limits).read();
  if (sheets) return std::move(*sheets);
  add_fault(findings, sheets.error().fault, {}, fmt::format("{}: {}", sources.name(source), sheets.error().message))
      .help("save it as XLSX again, or the sheet as CSV");
  return std::nullopt;
}

}  // namespace ferrule::syntax
