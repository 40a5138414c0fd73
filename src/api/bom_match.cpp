#include "api/bom_match.h"

#include <algorithm>
#include <cmath>

#include "api/part_line.h"
#include "spec/fits.h"
#include "spec/read_line.h"

namespace ferrule::api {
namespace {

constexpr std::size_t kMostJudged = 64;

// Nothing that the plant states of the part differs in the offer, or is left open there. What the plant does not state decides nothing
// here: the price is that of the offer whatever it is.
bool is_it(const spec::Fitting& fitting) {
  return std::all_of(fitting.reasons.begin(), fitting.reasons.end(), [](const spec::FitReason& reason) {
    if (reason.fit <= spec::Fit::kBetter) return true;
    return reason.fit == spec::Fit::kCannotConfirm && (reason.required.empty() || reason.required == reason.offered);
  });
}

// A longer cable may stand in for a shorter one, but what it costs is not what this one costs.
bool of_other_length(const spec::Specification& offered, const BomArticle& article) {
  const std::optional<double> metres = offered.number(spec::Field::kLength);
  return metres && (!article.ordered || std::llround(*metres * 1000) != article.ordered->millimetre);
}

}  // namespace

void BomMatcher::add(const PriceBook& book) {
  Index& index = indexes_[&book];
  for (const PriceOffer& offer : book.offers) {
    if (!offer.part.empty()) {
      index.by_part.emplace(offer.part, &offer);
      continue;
    }
    if (language_ == nullptr) language_ = load_language(data_);
    spec::LineReader reader(*language_->lexicon);
    spec::Specification described;
    reader.read(offer.description, described);
    index.described.push_back(&offer);
    index.specifications.add(std::move(described));
  }
}

const PriceOffer* BomMatcher::by_name(const Index& index, const BomArticle& article) const {
  const PriceOffer* any_length = nullptr;
  const auto [begin, end] = index.by_part.equal_range(article.part);
  for (auto at = begin; at != end; ++at) {
    const PriceOffer& offer = *at->second;
    if (!offer.length) any_length = &offer;
    if (offer.length && offer.length == article.ordered) return &offer;
  }
  return any_length;
}

// The length of an offer is that of its own column or of its words; an offer of neither is sold by the metre, at any length.
const PriceOffer* BomMatcher::by_description(const Index& index, const BomArticle& article) {
  if (index.described.empty() || article.type == plant::kNone || language_ == nullptr) return nullptr;
  const plant::PartType& type = bom_.loaded->plant.types[article.type];
  const int ports = article.kind == BomKind::kAdapterPanel ? article.connectors : 1;
  const PartLine with_length = part_line(type, {article.ordered, ports}), without = part_line(type, {std::nullopt, ports});
  const PriceOffer* best = nullptr;
  Price best_each;
  for (const std::uint32_t entry : index.specifications.nearest(without.specification, kMostJudged)) {
    const PriceOffer& offer = *index.described[entry];
    const spec::Specification& offered = index.specifications[entry];
    if ((offer.length && offer.length != article.ordered) || of_other_length(offered, article)) continue;
    const bool in_words = offered.has(spec::Field::kLength);
    const spec::Fitting fitting =
        spec::fits(in_words ? with_length.specification : without.specification, offered, language_->facts, language_->needs);
    const PriceBreak* const row = row_of(offer, article);
    if (row == nullptr || !is_it(fitting)) continue;
    const std::optional<Price> each = price_of_piece(*row, article.ordered.value_or(Length{}));
    if (!each || (best != nullptr && best_each <= *each)) continue;
    best = &offer;
    best_each = each.value_or(Price{});
  }
  return best;
}

const PriceBreak* BomMatcher::row_of(const PriceOffer& offer, const BomArticle& article) const {
  const std::int64_t quantity = std::max(article.pieces + article.spares, offer.least_order.value_or(0));
  if (bom_.options.as_if <= quantity) return offer.at(quantity);
  return offer.cheapest_up_to(bom_.options.as_if, article.ordered.value_or(Length{}));
}

const PriceOffer* BomMatcher::find(const PriceBook& book, const BomArticle& article) {
  const Index& index = indexes_.at(&book);
  if (const PriceOffer* named = by_name(index, article)) return named;
  return by_description(index, article);
}

}  // namespace ferrule::api
