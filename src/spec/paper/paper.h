// A bill of materials, a quote or a deployment paper as the checks see it: texts with their words, and the lines that are products.
//
// Shape:  one Text for every cell or line of prose that holds letters; one Product for every text of a description column that reads
//         as a product. Of a table with a column for each attribute (connector A, fibres, polarity, length) every row is composed to
//         one text, whose parts know their cells. Views point into the tables and the lexicon, which outlive the paper.
// Units:  spans of words are bytes of their text.
// Errors: none. A paper without products has none, and says what was looked at.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lexis/items.h"
#include "spec/paper/paper_words.h"
#include "spec/read_line.h"
#include "spec/specification.h"
#include "syntax/table.h"

namespace ferrule::spec::paper {

using lexis::Sense;

struct Word {
  Sense sense = Sense::kNone;
  std::uint16_t gap = 0;  // lexis::Gap, before the word
  std::uint32_t begin = 0, end = 0;
  std::string_view value;  // as the lexicon has it: "OFNP"
  double number = 0, second = 0;
};

// The cells of a row, said as one line.
struct Composed {
  struct Part {
    std::uint32_t begin = 0, end = 0;  // of the cell's text in the line
    const syntax::TableCell* cell = nullptr;
  };
  std::string line;
  std::vector<Part> parts;
  syntax::TableCell cell;  // the line, at the place of its first part

  diag::Place place(std::uint32_t begin, std::uint32_t end) const;
};

struct Text {
  const syntax::TableCell* cell = nullptr;
  const Composed* composed = nullptr;  // null: the cell is one of the table
  const PaperWords* vocabulary = nullptr;
  std::uint32_t row = 0;  // of the paper, counted over all its tables
  Role role = Role::kOther;
  bool heading = false;     // a cell of the header
  bool of_table = false;    // of a file that is one: a text may hold tables that list no products
  bool describes = false;   // a cell of a column that describes products
  std::vector<Word> words;  // none of a part number, whose letters say nothing

  std::string_view text() const { return cell->text; }
  std::string written(const Word& word) const;  // in lower case
  diag::Place place(const Word& word) const { return place_of(word.begin, word.end); }
  diag::Place place(const Span& span) const { return place_of(span.begin, span.end); }
  diag::Place place_of(std::uint32_t begin, std::uint32_t end) const {
    return composed != nullptr ? composed->place(begin, end) : cell->part(begin, end);
  }
  const Word* first(Sense sense, std::string_view value = {}) const;  // null when there is none
  bool has(Sense sense, std::string_view value = {}) const { return first(sense, value) != nullptr; }
};

struct Product {
  std::uint32_t text = 0;  // index in Paper::texts
  std::uint32_t row = 0;
  Specification specification;
  const syntax::TableCell* part_number = nullptr;  // cells of its row, null when empty
  const syntax::TableCell* name = nullptr;
  bool prose = false;   // a sentence, which need not say everything
  bool broken = false;  // goes on in the next row, where it may say the rest
};

struct Paper {
  std::vector<Text> texts;
  std::vector<Product> products;
  std::deque<Composed> composed;
  std::vector<std::string> columns;  // names of the description columns, in order
  bool column_found = true;          // false: the column asked for is in none of the tables

  const Text& text_of(const Product& product) const { return texts[product.text]; }
};

struct PaperOptions {
  std::string column;  // of descriptions; empty: the one whose cells read as products best
};

// The tables are a paper's sheets; they, the lexicon and the words stay where they are.
Paper read_paper(std::span<const syntax::Table* const> tables, const lexis::Lexicon& lexicon, const PaperWords& words,
                 const PaperOptions& options = {});

std::string in_words(Field field);  // "fibre type", "length": a field without its unit and its underscores
std::string in_words(Field field, std::string_view value);  // "patch cord"; what makers and authors wrote stays as it is
bool fibre_product(const Specification& specification);     // something of this trade that is bought: no tool, no copper
bool multi_fibre(std::string_view connector);               // MPO and its kin

}  // namespace ferrule::spec::paper
