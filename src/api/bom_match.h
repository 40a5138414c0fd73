// Which offer of a catalogue is for an article.
//
// Shape:  by the part's name, of that length before of any; else by description, judged field by field as `ferrule fits` judges: nothing that
//         the plant states may differ for the worse or be left open, and of those the cheapest. Words are loaded when a catalogue
//         describes anything.
// Speed:  of a large catalogue only the nearest descriptions are judged.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "api/bom.h"
#include "api/language.h"
#include "api/price_book.h"
#include "spec/catalogue.h"

namespace ferrule::api {

class BomMatcher {
 public:
  BomMatcher(const Bom& bom, const std::string& data) : bom_(bom), data_(data) {}

  void add(const PriceBook& book);
  const PriceOffer* find(const PriceBook& book, const BomArticle& article);  // null: none
  // Which of its breaks counts, by the quantity that the bill asks for; null: they begin above it.
  const PriceBreak* row_of(const PriceOffer& offer, const BomArticle& article) const;

 private:
  struct Index {
    std::multimap<std::string_view, const PriceOffer*> by_part;
    std::vector<const PriceOffer*> described;  // by entry of the catalogue
    spec::Catalogue specifications;
  };

  const PriceOffer* by_name(const Index& index, const BomArticle& article) const;
  const PriceOffer* by_description(const Index& index, const BomArticle& article);

  const Bom& bom_;
  const std::string& data_;
  std::unique_ptr<Language> language_;
  std::map<const PriceBook*, Index> indexes_;
};

}  // namespace ferrule::api
