// The words by which a paper is understood that are no words of products: headers of columns, prices per fibre, what a method is of.
//
// Shape:  a row of data/paper_words.csv is spellings in lower case and their use. A header is one of description, part number, ... when
//         it begins with the word; it is an attribute (a column of one field: fibre count, polarity, length) when it is the word, so
//         that a cell "Type B" is no header.
// Errors: D110 bad-word: a row whose use is not known, at the row, which is left out.
// Source: data/paper_words.csv
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "diag/finding.h"
#include "facts/facts.h"

namespace ferrule::spec::paper {

enum class Role : std::uint8_t { kOther, kDescription, kPartNumber, kName, kQuantity, kPrice, kUnit, kAttribute };
enum class Of : std::uint8_t { kThing, kNoun, kEndA, kEndB };  // what an attribute is of; the noun leads a description

struct Header {
  Role role = Role::kOther;
  Of of = Of::kThing;
  std::string phrase;  // "polarity {}": how a bare number or letter of the column is said in a description
};

class PaperWords {
 public:
  static PaperWords load(const facts::Facts& facts, diag::Findings& findings);

  Header header(std::string_view cell) const;

  // Where in a text a price is said to be per fibre; size 0: nowhere.
  struct Found {
    std::size_t at = 0, size = 0;
  };
  Found per_fibre(std::string_view text) const;
  bool is_fibre_unit(std::string_view cell) const;  // "core", alone in a column of units
  bool speaks_of_money(std::string_view text) const;
  std::string_view polarity_stem(std::string_view word) const;  // "method", "type" or "polarity", which the word holds; or empty
  bool is_likeness(std::string_view word) const;                // "style", beside MTP
  bool is_channel(std::string_view word) const;                 // "system", "link": what a method is of

 private:
  struct HeaderWord {
    std::string word;
    Header header;
  };
  void add(const facts::Table& table, std::size_t row, diag::Findings& findings);

  std::vector<HeaderWord> headers_;                     // the longest first
  std::unordered_map<std::string, Header> attributes_;  // by the whole header
  std::vector<std::string> per_fibre_, fibre_units_, money_, likeness_, channel_;
  std::vector<std::pair<std::string, std::string>> stems_;  // a word's part, and which of the three it is
};

}  // namespace ferrule::spec::paper
