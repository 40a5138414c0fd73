#include "lang/written.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

#include "lang/documents.h"
#include "lang/flow_text.h"
#include "lang/ranges.h"
#include "lang/values.h"
#include "syntax/csv.h"

namespace ferrule::lang {
namespace {

std::string first_of_range(std::string_view text) {
  RangeFault why;
  const std::optional<RangedText> range = parse_ranges(text, why);
  std::string room;
  return range && range->count() > 0 ? std::string(range->at(0, room)) : std::string(text);
}

// Rows of one table behind those of another; columns that only one of them has are blank in the other.
void append_table(WrittenTable& into, const WrittenTable& more) {
  std::vector<std::size_t> at;
  for (const std::string& column : more.columns) {
    const auto found = std::find(into.columns.begin(), into.columns.end(), column);
    at.push_back(static_cast<std::size_t>(found - into.columns.begin()));
    if (found == into.columns.end()) into.columns.push_back(column);
  }
  for (std::vector<std::string>& row : into.rows) row.resize(into.columns.size());
  for (const std::vector<std::string>& row : more.rows) {
    std::vector<std::string> out(into.columns.size());
    for (std::size_t i = 0; i < row.size(); ++i) out[at[i]] = row[i];
    into.rows.push_back(std::move(out));
  }
}

class WrittenReader {
 public:
  WrittenReader(Reader& reader, const IsThere& there) : reader_(reader), there_(there) {}

  Written read(const std::deque<Document>& documents) {
    for (const Document& document : documents)
      for (const syntax::Pair& pair : document.root.pairs) read_section(pair, document.path);
    return std::move(out_);
  }

 private:
  void read_section(const syntax::Pair& pair, const std::string& file) {
    if (pair.key == "parts") return read_parts(pair.value);
    if (pair.key == "equipment") return read_nodes(pair, file, out_.equipment);
    if (pair.key == "panels") return read_nodes(pair, file, out_.panels);
    if (pair.key == "cables") return read_listed(pair, file, out_.cables);
    if (pair.key == "links") return read_listed(pair, file, out_.links);
    if (pair.key == "splices" || pair.key == "couplers") return keep_items(pair);
    if (pair.key == "lots") out_.not_carried.push_back(pair.key_place);
  }

  void read_parts(const syntax::Node& section) {
    for (const syntax::Pair& pair : section.pairs) {
      const syntax::Node* map = value(pair.value, "map");
      if (map != nullptr && map->is_scalar()) out_.not_carried.push_back(map->place);
      if (!there_("parts", pair.key)) out_.parts.emplace_back(pair.key, flow_text(pair.value));
    }
  }

  void read_nodes(const syntax::Pair& section, const std::string& file, WrittenTable& table) {
    if (section.value.is_scalar()) return read_table(section.value, file, section.key, "name", table);
    for (const syntax::Pair& pair : section.value.pairs)
      if (!there_(section.key, first_of_range(pair.key)))
        out_.sections[section.key] += fmt::format("  {}: {}\n", flow_key(pair.key), flow_text(pair.value));
  }

  void read_listed(const syntax::Pair& section, const std::string& file, WrittenTable& table) {
    if (section.value.is_scalar()) return read_table(section.value, file, section.key, "id", table);
    for (const syntax::Node& item : section.value.items)
      if (item.is_scalar()) read_table(item, file, section.key, "id", table);
    keep_items(section);
  }

  void keep_items(const syntax::Pair& section) {
    for (const syntax::Node& item : section.value.items)
      if (item.is_mapping() && !there_(section.key, first_of_range(text(item, "id"))))
        out_.sections[section.key] += fmt::format("  - {}\n", flow_text(item));
  }

  void read_table(const syntax::Node& named, const std::string& file, std::string_view section, std::string_view id,
                  WrittenTable& into) {
    const std::optional<std::uint32_t> source = reader_.open(Files::beside(file, named.text), named.place);
    if (!source) return;
    syntax::CsvReader csv(reader_.sources, *source, reader_.findings);
    WrittenTable table;
    for (const syntax::Cell& cell : csv.header()) table.columns.emplace_back(cell.text);
    const std::optional<std::size_t> name = csv.column(id);
    for (std::span<const syntax::Cell> row = csv.next(); !row.empty(); row = csv.next()) {
      if (name && there_(section, first_of_range(row[*name].text))) continue;
      std::vector<std::string>& out = table.rows.emplace_back();
      for (const syntax::Cell& cell : row) out.emplace_back(cell.text);
    }
    append_table(into, table);
  }

  Reader& reader_;
  const IsThere& there_;
  Written out_;
};

}  // namespace

std::optional<Written> read_written(const std::string& path, const Texts* texts, const IsThere& there, diag::Sources& sources,
                                    const facts::Facts& facts, diag::Findings& findings) {
  DiskFiles disk;
  static const Texts kNoTexts;
  TextFiles memory(texts != nullptr ? *texts : kNoTexts);
  Files& files = texts != nullptr ? static_cast<Files&>(memory) : disk;
  std::error_code code;
  const bool folder = texts == nullptr && std::filesystem::is_directory(path, code);
  const std::string first = folder ? (std::filesystem::path(path) / "plant.yaml").generic_string() : path;
  Reader reader{sources, facts, findings, files, Budget(), {}, nullptr};
  const std::optional<std::deque<Document>> documents = read_documents(reader, first);
  if (!documents) return std::nullopt;
  return WrittenReader(reader, there).read(*documents);
}

std::string cell_of(const WrittenTable& table, const std::vector<std::string>& row, std::string_view column) {
  const auto at = static_cast<std::size_t>(std::find(table.columns.begin(), table.columns.end(), column) - table.columns.begin());
  return at < row.size() ? row[at] : std::string();
}

std::string csv_cell(std::string_view text) {
  if (text.find_first_of(",\t[\"\n\r#") == std::string_view::npos) return std::string(text);
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

}  // namespace ferrule::lang
