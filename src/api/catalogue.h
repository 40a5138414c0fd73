// Products of a file of lines (a vendor's catalogue, a stock list, an old bill): which of them may stand in for a line.
//
// Shape:  entries in the order of the file; each is a text of the column that describes products, with the part number of its row.
// Errors: findings, with their places in the sources of the language.
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "api/fits.h"
#include "spec/catalogue.h"
#include "spec/paper/paper.h"
#include "syntax/office_file.h"
#include "write/matches_json.h"

namespace ferrule::api {

struct CatalogueEntry {
  std::string_view part_number, text;  // the number is empty where the row has none
  diag::Place place;
};

struct Catalogue {
  syntax::OfficeFile file;  // what the texts point into
  std::deque<spec::paper::Composed> composed;
  std::vector<CatalogueEntry> entries;
  spec::Catalogue index;  // numbered like the entries

  const CatalogueEntry* find(std::string_view part_number) const;  // null when there is none; case does not count
};

// A part number of the catalogue stands for its line; any other text is the line. Null: no catalogue.
std::string line_of(const std::string& text, const Catalogue* catalogue);

// Null when the file cannot be read, or has no such column; the findings say why.
std::unique_ptr<Catalogue> read_catalogue(const std::string& path, const std::string& column, Language& language,
                                          diag::Findings& findings);

struct CatalogueMatch {
  std::uint32_t entry = 0;
  spec::Fitting fitting;
};
struct CatalogueReport {
  std::string required;                 // as a canonical line
  std::vector<CatalogueMatch> matches;  // the best first
};

// The best `most` of all entries: the best verdict first, of equals the nearer.
CatalogueReport best_of(const Catalogue& catalogue, const FitRequest& request, const Language& language, std::size_t most);

// As write::matches_json takes them; they point into the catalogue and the report.
std::vector<write::MatchedEntry> matched_entries(const Catalogue& catalogue, const CatalogueReport& report,
                                                 const Language& language);

}  // namespace ferrule::api
