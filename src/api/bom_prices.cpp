#include "api/bom_prices.h"

#include <algorithm>
#include <deque>
#include <map>
#include <set>
#include <fmt/format.h>

#include "api/bom_codes.h"
#include "api/bom_generic.h"
#include "api/bom_match.h"
#include "api/price_book.h"
#include "base/text.h"

namespace ferrule::api {
namespace {

constexpr std::size_t kMostAdvice = 200;
constexpr std::int64_t kMostForAnArticle = 1'000'000'000'000'000;  // ten million millions: nobody orders so much

diag::Findings::Builder warn(Bom& bom, const lang::Code& code, diag::Severity severity, diag::Place place, std::string message) {
  return bom.findings.add(std::string(code.code), std::string(code.name), severity, place, std::move(message));
}

std::string told(const std::string& currency) { return currency.empty() ? "no stated currency" : printable(currency); }

void say_currencies_mix(diag::Findings& findings, const std::string& name, const PriceBook* book, const std::string& currency,
                        const std::string& before) {
  const diag::Place place = book != nullptr && !book->offers.empty() ? book->offers.front().place : diag::Place{};
  findings
      .add(std::string(kCurrenciesMix.code), std::string(kCurrenciesMix.name), diag::Severity::kError, place,
           fmt::format("{} is in {}, and the prices before it in {}: it is not used", printable(name), told(currency),
                       told(before)))
      .help("a bill has one currency: exchange rates are not guessed");
}

class Pricing {
 public:
  Pricing(Bom& bom, const std::string& data) : bom_(bom), matcher_(bom, data) {}

  void price() {
    for (const std::string& name : bom_.options.prices) open(name);
    for (BomArticle& article : bom_.articles) {
      for (const Source& source : sources_) {
        if (article.price) break;
        article.price = source.generic ? source.generic->find(article) : from_book(source, article);
      }
      if (article.price) weigh(article);
    }
    for (const Source& source : sources_)
      if (source.book) complain_of_strangers(*source.book);
    if (!sources_.empty()) complain_of_missing();  // else it was said that no list can be used
  }

 private:
  struct Source {
    std::unique_ptr<PriceBook> book;
    std::unique_ptr<GenericPrices> generic;
  };

  void open(const std::string& name) {
    Source source;
    if (name == kGenericPrices)
      source.generic = std::make_unique<GenericPrices>(*bom_.loaded);
    else
      source.book = read_price_book(name, bom_.loaded->facts, bom_.loaded->sources, bom_.findings);
    if (!source.book && !source.generic) return;
    const std::string currency = source.book ? source.book->currency : source.generic->currency();
    if (sources_.empty()) bom_.currency = currency;
    if (currency != bom_.currency) {
      say_currencies_mix(bom_.findings, name, source.book.get(), currency, bom_.currency);
      return;
    }
    if (source.book) matcher_.add(*source.book);
    sources_.push_back(std::move(source));
  }

  std::optional<BomPrice> from_book(const Source& source, const BomArticle& article) {
    if (is_cable(article.kind) && !article.ordered) return std::nullopt;
    const PriceOffer* const offer = matcher_.find(*source.book, article);
    if (offer == nullptr) return std::nullopt;
    const PriceBreak* const row = matcher_.row_of(*offer, article);
    if (row == nullptr) begins_above_.emplace(article.part, offer->breaks.front().from);
    const std::optional<Price> each = row == nullptr ? std::nullopt : price_of_piece(*row, article.ordered.value_or(Length{}));
    if (!each) return std::nullopt;
    const diag::Sources& sources = bom_.loaded->sources;
    const std::string cell = sources.cell(row->place);
    const std::string where = cell.empty() ? std::to_string(sources.line_column(row->place).line) : cell;
    return BomPrice{
        .each = *each,
        .from = fmt::format("{}:{}", source.book->name, where),
        .generic = false,
        .by_quantity = offer->breaks.size() > 1 || offer->breaks.front().from > 1 || offer->least_order.value_or(1) > 1,
        .lead_weeks = offer->lead_weeks,
        .stock = offer->stock,
        .least_order = offer->least_order};
  }

  // What is ordered beyond need, and whether the sum is one that can be told.
  void weigh(BomArticle& article) {
    const std::int64_t wanted = article.pieces + article.spares;
    if (const auto least = article.price->least_order; least && *least > wanted) {
      article.more = *least - wanted;
      warn(bom_, kBelowLeastOrder, diag::Severity::kNote, article.place,
           fmt::format("{} of {} {} needed, and the least order is {}", with_thousands(static_cast<std::uint64_t>(wanted)),
                       article.part, wanted == 1 ? "is" : "are", with_thousands(static_cast<std::uint64_t>(*least))))
          .help("the bill counts the least order");
    }
    const Wide sum = static_cast<Wide>(article.price->each.hundredths) * article.quantity();
    if (sum <= kMostForAnArticle) return;
    warn(bom_, kPriceBeyondReason, diag::Severity::kError, article.place,
         fmt::format("{} of {} at {} are beyond all reason: the price is not used",
                     with_thousands(static_cast<std::uint64_t>(article.quantity())), article.part, spell(article.price->each)));
    article.price.reset();
    article.more = 0;
  }

  std::set<std::string, std::less<>> names_in_plant() const {
    std::set<std::string, std::less<>> names;
    for (const BomArticle& article : bom_.articles) names.insert(article.part);
    for (const plant::PartType& type : bom_.loaded->plant.types) names.insert(type.name);
    return names;
  }

  // The first few: looking for the nearest name is for slips, not for a catalogue of another plant.
  std::vector<std::string> names_without_price() const {
    std::vector<std::string> names;
    for (const BomArticle& article : bom_.articles)
      if (!article.price && names.size() < kMostAdvice && (names.empty() || names.back() != article.part))
        names.push_back(article.part);
    return names;
  }

  // A catalogue holds what others need, too; but a name that is nearly that of a part without price is a slip.
  void complain_of_strangers(const PriceBook& book) {
    const std::set<std::string, std::less<>> known = names_in_plant();
    const std::vector<std::string> without = names_without_price();
    std::vector<const PriceOffer*> strangers;
    std::size_t looked_at = 0;
    for (const PriceOffer& offer : book.offers) {
      if (offer.part.empty() || known.contains(offer.part)) continue;
      const bool look = !without.empty() && looked_at++ < kMostAdvice;
      const std::optional<std::string> near = look ? nearest(offer.part, without) : std::nullopt;
      if (!near)
        strangers.push_back(&offer);
      else
        warn(bom_, kPriceWithoutPart, diag::Severity::kWarning, offer.place,
             fmt::format("the plant has no part {}", lang::in_quotes(offer.part)))
            .help(fmt::format("did you mean '{}'?", printable(*near)));
    }
    if (!strangers.empty()) tell_strangers(book, strangers);
  }

  void tell_strangers(const PriceBook& book, const std::vector<const PriceOffer*>& strangers) {
    constexpr std::size_t kFew = 5;
    diag::Finding& finding =
        warn(bom_, kPriceWithoutPart, diag::Severity::kNote, strangers.front()->place,
             fmt::format("{} of {} for what the plant does not have", counted(strangers.size(), "offer"), printable(book.name)))
            .finding();
    finding.subject_kind = "part";
    finding.subject_count = strangers.size();
    for (std::size_t i = 0; i < strangers.size() && i < kFew; ++i) finding.subjects.emplace_back(strangers[i]->part);
  }

  void complain_of_missing() {
    for (const BomArticle& article : bom_.articles) {
      if (article.price) continue;
      const std::string length = article.ordered ? fmt::format(" of {}", spell(*article.ordered)) : std::string();
      auto builder = warn(bom_, kPartWithoutPrice, diag::Severity::kWarning, article.place,
                          fmt::format("nobody states what {}{} costs", article.part, length));
      if (const auto above = begins_above_.find(article.part); above != begins_above_.end())
        builder.note(fmt::format("a price for it begins at {}, and {} {} needed",
                                 counted(static_cast<std::uint64_t>(above->second), "piece"),
                                 with_thousands(static_cast<std::uint64_t>(article.pieces + article.spares)),
                                 article.pieces + article.spares == 1 ? "is" : "are"));
      if (is_cable(article.kind) && !article.ordered)
        builder.help("without a length to order there is no price");
      else
        builder.help(
            fmt::format("a row for it: part `{}`{}", article.part,
                        article.ordered ? fmt::format(", with `per_metre` or length `{}`", spell(*article.ordered)) : ""));
    }
  }

  Bom& bom_;
  BomMatcher matcher_;
  std::vector<Source> sources_;
  std::map<std::string, std::int64_t> begins_above_;  // by part: from how many pieces on a list has a price for it
};

}  // namespace

void add_prices(Bom& bom, const std::string& data) { Pricing(bom, data).price(); }

void hold_price_lists(const std::vector<std::string>& names, Loaded& loaded) {
  std::optional<std::string> before;
  for (const std::string& name : names) {
    std::unique_ptr<PriceBook> book;
    if (name != kGenericPrices) book = read_price_book(name, loaded.facts, loaded.sources, loaded.findings);
    if (name != kGenericPrices && book == nullptr) continue;
    const std::string currency = book != nullptr ? book->currency : GenericPrices(loaded).currency();
    if (before && *before != currency) say_currencies_mix(loaded.findings, name, book.get(), currency, *before);
    if (!before) before = currency;
  }
  loaded.readable = loaded.readable && !loaded.findings.any_unreadable();
}

}  // namespace ferrule::api
