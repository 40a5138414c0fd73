#include "spec/paper/paper.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "spec/paper/columns.h"
#include "spec/paper/compose.h"

namespace ferrule::spec::paper {
namespace {

using syntax::Table;
using syntax::TableCell;
using syntax::TableRow;

constexpr std::size_t kLongestText = 64 << 10;           // bytes; what is longer is no line that anybody wrote
constexpr std::size_t kSampled = 200;                    // rows that tell which column describes
constexpr int kFewestFields = 2, kFewestOfSentence = 4;  // a product says what it is and one thing more, a sentence mentions it

int stated(const Specification& specification) {
  int count = 0;
  for (std::size_t i = 0; i < kFields; ++i) count += specification.has(static_cast<Field>(i)) ? 1 : 0;
  return count;
}

bool holds_letters(std::string_view text) {
  return text.size() <= kLongestText && std::any_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
         });
}

// A part number: that it holds MTP asks for no brand, and the M of M-2 is no pinned plug.
bool is_code(std::string_view text) { return text.find(' ') == std::string_view::npos; }

// A stretch of rows that are one table, with its own header: in a text, lines of one cell part the tables.
struct Block {
  std::span<const TableRow> rows;
  bool prose = false;
  bool in_text = false;
};

std::vector<Block> blocks_of(const Table& table) {
  if (!table.prose) return {{table.rows, false, false}};
  std::vector<Block> blocks;
  for (std::size_t i = 0; i < table.rows.size();) {
    const bool prose = table.rows[i].cells.size() < 2;
    std::size_t end = i + 1;
    while (end < table.rows.size() && (table.rows[end].cells.size() < 2) == prose) ++end;
    blocks.push_back({std::span(table.rows).subspan(i, end - i), prose, true});
    i = end;
  }
  return blocks;
}

class PaperReader {
 public:
  PaperReader(const lexis::Lexicon& lexicon, const PaperWords& words, const PaperOptions& options)
      : lines_(lexicon), items_(lexicon), words_(words), options_(options) {}

  Paper read(std::span<const Table* const> tables) {
    out_.column_found = options_.column.empty();
    for (const Table* table : tables)
      for (const Block& block : blocks_of(*table)) read(block);
    return std::move(out_);
  }

 private:
  struct Layout {
    std::optional<std::size_t> header;
    std::size_t header_rows = 1;
    std::vector<Header> headers;  // by column
    std::vector<std::size_t> descriptions;
    std::vector<std::size_t>
        attributes;  // columns that are said as one line with the description, in the order in which they are said
    Role role(std::size_t column) const { return column < headers.size() ? headers[column].role : Role::kOther; }
    bool describes(std::size_t column) const {
      return std::binary_search(descriptions.begin(), descriptions.end(), column);  // in order
    }
  };

  void read(const Block& block) {
    const Layout layout = layout_of(block);
    for (std::size_t i = 0; i < block.rows.size(); ++i, ++row_) {
      bool header = false, again = false;  // a printer sets the header on every page
      for (std::size_t h = 0; layout.header && h < layout.header_rows; ++h) {
        const bool same = same_cells(block.rows[i], block.rows[*layout.header + h]);
        header = header || same;
        again = again || (same && i != *layout.header + h);
      }
      if (!header)
        read_row(block, layout, i);
      else if (!again)
        read_header(block.rows[i], layout);
    }
  }

  static bool same_cells(const TableRow& a, const TableRow& b) {
    return std::equal(a.cells.begin(), a.cells.end(), b.cells.begin(), b.cells.end(),
                      [](const TableCell& x, const TableCell& y) { return x.text == y.text; });
  }

  Layout layout_of(const Block& block) {
    Layout layout;
    if (block.prose) {
      layout.descriptions = {0};
      return layout;
    }
    layout.header = header_of(block);
    if (layout.header) read_roles(block, layout);
    if (options_.column.empty()) find_attributes(layout);
    if (layout.attributes.empty()) layout.descriptions = descriptions_of(block, layout);
    for (const std::size_t column : layout.attributes.empty() ? layout.descriptions : layout.attributes) {
      if (layout.headers.size() <= column) layout.headers.resize(column + 1);
      if (layout.attributes.empty()) layout.headers[column].role = Role::kDescription;
      for (std::size_t h = 0; layout.header && h < layout.header_rows; ++h) {
        const std::vector<TableCell>& cells = block.rows[*layout.header + h].cells;
        if (column < cells.size() && !cells[column].text.empty()) name_column(cells[column].text);
      }
    }
    return layout;
  }

  // Of two rows where the second has no number and names columns too: "Item Details" over "Make / Model" and "Description".
  void read_roles(const Block& block, Layout& layout) const {
    const std::size_t second = *layout.header + 1;
    if (second < block.rows.size()) {
      const std::vector<TableCell>& cells = block.rows[second].cells;
      const bool number = std::any_of(cells.begin(), cells.end(), [](const TableCell& cell) {
        return cell.text.find_first_of("0123456789") != std::string_view::npos;
      });
      const bool named = std::any_of(cells.begin(), cells.end(),
                                     [&](const TableCell& cell) { return words_.header(cell.text).role != Role::kOther; });
      if (named && !number) layout.header_rows = 2;
    }
    for (std::size_t h = 0; h < layout.header_rows; ++h) {
      const std::vector<TableCell>& cells = block.rows[*layout.header + h].cells;
      if (layout.headers.size() < cells.size()) layout.headers.resize(cells.size());
      for (std::size_t k = 0; k < cells.size(); ++k)
        if (Header header = words_.header(cells[k].text); header.role != Role::kOther) layout.headers[k] = std::move(header);
    }
  }

  void name_column(std::string_view name) {
    if (std::find(out_.columns.begin(), out_.columns.end(), name) == out_.columns.end()) out_.columns.emplace_back(name);
  }

  std::optional<std::size_t> header_of(const Block& block) const {
    if (!options_.column.empty())
      for (std::size_t i = 0; i < block.rows.size(); ++i)
        for (const TableCell& cell : block.rows[i].cells)
          if (same_ignoring_case(cell.text, options_.column)) return i;
    return find_header(block.rows, words_);
  }

  std::vector<std::size_t> descriptions_of(const Block& block, const Layout& layout) {
    if (!options_.column.empty()) {
      if (!layout.header) return {};
      const std::vector<TableCell>& cells = block.rows[*layout.header].cells;
      for (std::size_t k = 0; k < cells.size(); ++k)
        if (same_ignoring_case(cells[k].text, options_.column)) {
          out_.column_found = true;
          return {k};
        }
      return {};
    }
    return best_columns(block, layout);
  }

  // The column whose cells read as products best, and those that come near it: a requested and an offered one.
  std::vector<std::size_t> best_columns(const Block& block, const Layout& layout) {
    std::vector<std::size_t> scores;
    const std::size_t from = layout.header ? *layout.header + layout.header_rows : 0;
    for (std::size_t i = from; i < std::min(block.rows.size(), from + kSampled); ++i)
      for (std::size_t k = 0; k < block.rows[i].cells.size(); ++k) {
        const std::string_view text = block.rows[i].cells[k].text;
        if (text.size() < 4 || !holds_letters(text)) continue;
        lines_.read(text, sampled_);
        if (scores.size() <= k) scores.resize(k + 1);
        if (fibre_product(sampled_)) scores[k] += static_cast<std::size_t>(stated(sampled_));
      }
    const std::size_t best = scores.empty() ? 0 : *std::max_element(scores.begin(), scores.end());
    std::vector<std::size_t> columns, numbers;  // codes that read as products beside their descriptions are none
    for (std::size_t k = 0; k < scores.size(); ++k)
      if (best > 0 && scores[k] * 2 >= best) (layout.role(k) == Role::kPartNumber ? numbers : columns).push_back(k);
    return columns.empty() ? numbers : columns;  // "Part" may head the descriptions
  }

  // A column for each attribute: the noun's and the description lead, then the two ends, then the rest, as a line is written.
  static void find_attributes(Layout& layout) {
    constexpr std::size_t kFewest = 3;  // a length beside a description is no such table
    std::vector<std::size_t> described, attributes;
    for (std::size_t k = 0; k < layout.headers.size(); ++k)
      if (layout.role(k) == Role::kDescription) described.push_back(k);
    for (const Of of : {Of::kNoun, Of::kEndA, Of::kEndB, Of::kThing})
      for (std::size_t k = 0; k < layout.headers.size(); ++k)
        if (layout.role(k) == Role::kAttribute && layout.headers[k].of == of) attributes.push_back(k);
    if (attributes.size() < kFewest || described.size() > 1) return;  // a requested and an offered one are two things
    layout.descriptions = described;
    layout.attributes = std::move(described);
    layout.attributes.insert(layout.attributes.end(), attributes.begin(), attributes.end());
  }

  // What all products of a row have in common, looked for once: a row may hold a thousand.
  struct RowOfProducts {
    const TableCell* part_number = nullptr;
    const TableCell* name = nullptr;
    std::string_view rest;  // of a description, when the next row holds nothing else
  };

  static RowOfProducts common(const Block& block, const Layout& layout, std::size_t i) {
    return {cell_of(block.rows[i], layout, Role::kPartNumber), cell_of(block.rows[i], layout, Role::kName),
            block.prose || i + 1 >= block.rows.size() ? std::string_view() : lone_description(block.rows[i + 1], layout)};
  }

  void read_row(const Block& block, const Layout& layout, std::size_t i) {
    const std::vector<TableCell>& cells = block.rows[i].cells;
    const RowOfProducts row = common(block, layout, i);
    if (!layout.attributes.empty()) add_composed(block, layout, i, row);
    for (std::size_t k = 0; k < cells.size(); ++k) {
      const bool said = std::find(layout.attributes.begin(), layout.attributes.end(), k) != layout.attributes.end();
      if (said || !holds_letters(cells[k].text)) continue;
      add_text(cells[k], layout.role(k));
      out_.texts.back().of_table = !block.in_text;
      out_.texts.back().describes = !block.prose && layout.describes(k);
      if (layout.describes(k)) add_product(block, row);
    }
  }

  void add_composed(const Block& block, const Layout& layout, std::size_t i, const RowOfProducts& row) {
    std::vector<Attribute> attributes;
    for (const std::size_t k : layout.attributes)
      if (k < block.rows[i].cells.size())
        attributes.push_back({&block.rows[i].cells[k], &layout.headers[k], header_text(block, layout, k)});
    Composed composed = compose(attributes);
    if (composed.parts.empty() || composed.line.size() > kLongestText) return;
    Composed& kept = out_.composed.emplace_back(std::move(composed));
    kept.cell = {kept.line, kept.parts.front().cell->place, false};
    add_text(kept.cell, Role::kDescription);
    Text& text = out_.texts.back();
    text.composed = &kept;
    text.of_table = !block.in_text;
    text.describes = true;
    add_product(block, row);
  }

  static std::string_view header_text(const Block& block, const Layout& layout, std::size_t k) {
    for (std::size_t h = layout.header ? layout.header_rows : 0; h > 0; --h) {
      const std::vector<TableCell>& cells = block.rows[*layout.header + h - 1].cells;
      if (k < cells.size() && !cells[k].text.empty()) return cells[k].text;
    }
    return {};
  }

  void read_header(const TableRow& row, const Layout& layout) {
    for (std::size_t k = 0; k < row.cells.size(); ++k) {
      if (!holds_letters(row.cells[k].text)) continue;
      add_text(row.cells[k], layout.role(k));
      out_.texts.back().heading = true;
    }
  }

  void add_text(const TableCell& cell, Role role) {
    Text& text = out_.texts.emplace_back();
    text.cell = &cell;
    text.vocabulary = &words_;
    text.row = row_;
    text.role = role;
    if (role == Role::kPartNumber && is_code(cell.text)) return;
    for (const lexis::Item& item : items_.read(cell.text)) {
      if (item.is(Sense::kLast)) break;
      text.words.push_back({item.sense, item.gap, items_.plain().from(item.begin), items_.plain().to(item.end),
                            items_.value(item), item.number, item.second});
    }
  }

  void add_product(const Block& block, const RowOfProducts& row) {
    const auto text = static_cast<std::uint32_t>(out_.texts.size() - 1);
    Product product;
    lines_.read(out_.texts[text].text(), product.specification);
    const int fewest = block.prose ? kFewestOfSentence : kFewestFields;
    if (!fibre_product(product.specification) || stated(product.specification) < fewest) return;
    product.text = text;
    product.row = row_;
    product.prose = block.prose;
    product.part_number = row.part_number;
    product.name = row.name;
    product.broken = goes_on(out_.texts[text].text(), row.rest);
    out_.products.push_back(std::move(product));
  }

  static const TableCell* cell_of(const TableRow& row, const Layout& layout, Role role) {
    for (std::size_t k = 0; k < row.cells.size(); ++k)
      if (layout.role(k) == role && !row.cells[k].text.empty()) return &row.cells[k];
    return nullptr;
  }

  static std::string_view lone_description(const TableRow& row, const Layout& layout) {
    std::string_view found;
    for (std::size_t k = 0; k < row.cells.size(); ++k) {
      if (row.cells[k].text.empty()) continue;
      if (!layout.describes(k)) return {};
      found = row.cells[k].text;
    }
    return found;
  }

  // A printer broke the description: the next row holds nothing else, and goes on in the middle of a sentence.
  static bool goes_on(std::string_view text, std::string_view rest) {
    if (rest.empty()) return false;
    const bool inside = (rest.front() >= 'a' && rest.front() <= 'z') || (rest.front() >= '0' && rest.front() <= '9');
    const bool open = std::string_view("-,(/+&").find(text.back()) != std::string_view::npos;
    return inside || open || text.ends_with(" for") || text.ends_with(" with") || text.ends_with(" to") || text.ends_with(" and");
  }

  LineReader lines_;
  lexis::ItemReader items_;
  const PaperWords& words_;
  const PaperOptions& options_;
  Specification sampled_;
  Paper out_;
  std::uint32_t row_ = 0;
};

}  // namespace

std::string Text::written(const Word& word) const { return lower(text().substr(word.begin, word.end - word.begin)); }

const Word* Text::first(Sense sense, std::string_view value) const {
  const auto found = std::find_if(words.begin(), words.end(), [&](const Word& word) {
    return word.sense == sense && (value.empty() || word.value == value);
  });
  return found == words.end() ? nullptr : &*found;
}

std::string in_words(Field field) {
  std::string words(spell(field));
  for (const std::string_view unit : {"_m", "_db", "_mm"})
    if (words.ends_with(unit)) words.resize(words.size() - unit.size());
  std::replace(words.begin(), words.end(), '_', ' ');
  std::replace(words.begin(), words.end(), '.', ' ');
  return words;
}

std::string in_words(Field field, std::string_view value) {
  return field == Field::kKind || field == Field::kGrade ? as_said(value) : std::string(value);
}

bool multi_fibre(std::string_view connector) {
  return connector.starts_with("MPO") || connector.starts_with("MTP") || connector.starts_with("MMC") ||
         connector.starts_with("SN-MT");
}

bool fibre_product(const Specification& specification) {
  const std::string_view kind = specification.text(Field::kKind);
  constexpr std::array<std::string_view, 4> kNotOurs{"not_fibre", "tool", "aoc_dac", "other"};
  if (std::find(kNotOurs.begin(), kNotOurs.end(), kind) != kNotOurs.end()) return false;
  return !kind.empty() || specification.has(Field::kAType);
}

Paper read_paper(std::span<const Table* const> tables, const lexis::Lexicon& lexicon, const PaperWords& words,
                 const PaperOptions& options) {
  return PaperReader(lexicon, words, options).read(tables);
}

}  // namespace ferrule::spec::paper
