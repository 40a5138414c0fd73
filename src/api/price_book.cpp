#include "api/price_book.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <utility>
#include <fmt/format.h>

#include "api/bom_codes.h"
#include "base/text.h"
#include "facts/price_columns.h"
#include "syntax/faults.h"

namespace ferrule::api {
namespace {

constexpr std::string_view kColumns[] = {"part",          "description", "length", "price", "per_metre",
                                         "from_quantity", "lead_weeks",  "stock",  "moq",   "currency"};
enum Column : std::size_t { kPart, kDescription, kLength, kPriceColumn, kPerMetre, kFrom, kLead, kStock, kLeastOrder, kCurrency };

std::optional<Column> column_of(facts::PriceField field) {
  using facts::PriceField;
  switch (field) {
    case PriceField::kPart: return kPart;
    case PriceField::kDescription: return kDescription;
    case PriceField::kLength:
    case PriceField::kLengthInMetres: return kLength;
    case PriceField::kPrice: return kPriceColumn;
    case PriceField::kPerMetre: return kPerMetre;
    case PriceField::kFromQuantity: return kFrom;
    case PriceField::kLeadWeeks:
    case PriceField::kLeadTime: return kLead;
    case PriceField::kStock: return kStock;
    case PriceField::kLeastOrder: return kLeastOrder;
    case PriceField::kCurrency: return kCurrency;
    case PriceField::kNone: break;
  }
  return std::nullopt;
}

// "6 weeks", "10 days", "6": in weeks, days rounded up. Nothing: no such time.
std::optional<std::int64_t> weeks_of(std::string_view text, bool bare_is_weeks) {
  std::size_t digits = 0;
  while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
  if (digits == 0 || digits > 6) return std::nullopt;
  const std::int64_t number = *parse_decimal(text.substr(0, digits), 0);
  const std::string_view unit = trim(text.substr(digits));
  constexpr std::string_view kWeekWords[] = {"w", "wk", "wks", "week", "weeks", "wochen", "woche", "semaines", "semanas"};
  constexpr std::string_view kDayWords[] = {"d", "day", "days", "tage", "tag", "jours", "dias"};
  constexpr std::int64_t kDaysOfWeek = 7;
  const auto any = [&](auto& words) {
    return std::any_of(std::begin(words), std::end(words), [&](std::string_view word) { return same_folded(unit, word); });
  };
  if (unit.empty() ? bare_is_weeks : any(kWeekWords)) return number;
  return any(kDayWords) ? std::optional((number + kDaysOfWeek - 1) / kDaysOfWeek) : std::nullopt;
}

constexpr std::int64_t kMostPieces = 1'000'000'000;
constexpr std::int64_t kMostWeeks = 1000;

// "45,00 EUR", "$45.00": what stands before or behind the number.
std::pair<std::string_view, std::string_view> parted_amount(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789";
  const std::size_t first = text.find_first_of(kDigits), last = text.find_last_of(kDigits);
  if (first == std::string_view::npos) return {text, {}};
  const std::string_view before = trim(text.substr(0, first)), behind = trim(text.substr(last + 1));
  if (!before.empty() && !behind.empty()) return {text, {}};
  return {text.substr(first, last + 1 - first), before.empty() ? behind : before};
}

class BookReader {
 public:
  BookReader(PriceBook& book, const facts::PriceWords& words, diag::Findings& findings)
      : book_(book), words_(words), findings_(findings) {}

  bool read() {
    for (const syntax::Table* table : book_.file.tables()) {
      for (std::size_t header = 0; header < table->rows.size(); ++header) {
        if (!find_columns(table->rows[header])) continue;
        for (std::size_t row = header + 1; row < table->rows.size(); ++row) read_row(table->rows[row]);
        sort_breaks();
        warn_of_zeros();
        return true;
      }
    }
    lang::say(findings_, lang::kMissingKey, first_place(),
              fmt::format("{} has no row with the columns part or description, and price or per_metre", book_.name))
        .help("begin the file with the line part,price")
        .unreadable();
    return false;
  }

 private:
  diag::Place first_place() const {
    for (const syntax::Table* table : book_.file.tables())
      if (!table->rows.empty() && !table->rows.front().cells.empty()) return table->rows.front().cells.front().place;
    return {};
  }

  // Names of ours go before the usual words of others.
  bool find_columns(const syntax::TableRow& row) {
    columns_.fill(std::nullopt);
    header_currency_.clear();
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      for (std::size_t column = 0; column < columns_.size(); ++column)
        if (!columns_[column] && same_folded(row.cells[i].text, kColumns[column])) columns_[column] = i;
    in_metres_ = false;
    lead_in_weeks_ = columns_[kLead].has_value();
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const facts::PriceHeader header = words_.meaning(row.cells[i].text);
      const std::optional<Column> column = column_of(header.field);
      if (!column) continue;
      if (columns_[*column]) {
        note_other_currency(row.cells[i], header.currency);
        continue;
      }
      columns_[*column] = i;
      if (*column == kLength) in_metres_ = header.field == facts::PriceField::kLengthInMetres;
      if (*column == kLead) lead_in_weeks_ = header.field == facts::PriceField::kLeadWeeks;
      if (!header.currency.empty()) header_currency_ = header.currency;
    }
    return (columns_[kPart] || columns_[kDescription]) && (columns_[kPriceColumn] || columns_[kPerMetre]);
  }

  void note_other_currency(const syntax::TableCell& cell, const std::string& currency) {
    if (currency.empty() || currency == header_currency_ || !(columns_[kPart] || columns_[kDescription])) return;
    lang::say(findings_, kCurrenciesMix, cell.place,
              fmt::format("prices stand here in {} as well, and are not used", lang::in_quotes(currency)))
        .help("a catalogue has one currency: take one of the two columns out")
        .finding()
        .severity = diag::Severity::kWarning;
  }

  // Null when the row has no such cell, or a blank one.
  const syntax::TableCell* cell(Column column) const {
    if (!columns_[column] || *columns_[column] >= row_->cells.size()) return nullptr;
    const syntax::TableCell& cell = row_->cells[*columns_[column]];
    return trim(cell.text).empty() ? nullptr : &cell;
  }
  std::string_view text(Column column) const {
    const syntax::TableCell* const found = cell(column);
    return found == nullptr ? std::string_view() : trim(found->text);
  }

  std::optional<Price> price(Column column, bool& good) {
    const syntax::TableCell* const found = cell(column);
    if (found == nullptr) return std::nullopt;
    const auto [amount, unit] = parted_amount(found->text);
    const std::string_view code = words_.currency(unit);
    const bool known = unit.empty() || !code.empty() || unit == "$";  // whose dollars nobody says
    const Result<Price> value = parse_price(known ? amount : std::string_view(found->text));
    if (value && !code.empty()) row_currency_ = code;
    if (value) return *value;
    good = false;
    lang::say(findings_, lang::kWrongValue, found->place,
              fmt::format("{} is no price: {}", lang::in_quotes(found->text), value.error().message));
    return std::nullopt;
  }

  std::optional<std::int64_t> whole(Column column, std::int64_t least, std::int64_t most, bool& good) {
    const syntax::TableCell* const found = cell(column);
    if (found == nullptr) return std::nullopt;
    const std::string_view digits = trim(found->text);
    const bool plain = digits.size() <= 18 && digits.find_first_not_of("0123456789") == std::string_view::npos;
    const std::optional<std::int64_t> value = plain ? parse_decimal(digits, 0) : std::nullopt;
    if (value && *value >= least && *value <= most) return value;
    good = false;
    lang::say(findings_, lang::kWrongValue, found->place,
              fmt::format("{} takes a whole number from {}, not {}", kColumns[column], least, lang::in_quotes(found->text)));
    return std::nullopt;
  }

  std::optional<std::int64_t> weeks(bool& good) {
    const syntax::TableCell* const found = cell(kLead);
    if (found == nullptr) return std::nullopt;
    const std::optional<std::int64_t> value = weeks_of(trim(found->text), lead_in_weeks_);
    if (value && *value <= kMostWeeks) return value;
    good = false;
    lang::say(findings_, lang::kWrongValue, found->place, fmt::format("{} is no lead time", lang::in_quotes(found->text)))
        .help(lead_in_weeks_ ? "whole weeks: 6" : "with its unit: 6 weeks, 10 days");
    return std::nullopt;
  }

  std::optional<Length> length(bool& good) {
    const syntax::TableCell* const found = cell(kLength);
    if (found == nullptr) return std::nullopt;
    std::optional<Length> value = parse_length(trim(found->text));
    if (!value && in_metres_) value = parse_length(std::string(trim(found->text)) + " m");
    if (value) return value;
    good = false;
    lang::say(findings_, lang::kBadLength, found->place, fmt::format("{} is no length", lang::in_quotes(found->text)))
        .help("write it with its unit: 2 m");
    return std::nullopt;
  }

  bool currency() {
    const syntax::TableCell* const found = cell(kCurrency);
    const std::string_view here = !row_currency_.empty() ? row_currency_
                                  : found != nullptr     ? trim(found->text)
                                                         : std::string_view(header_currency_);
    if (here.empty()) return true;
    if (book_.currency.empty()) book_.currency = here;
    if (book_.currency == here) return true;
    lang::say(findings_, kCurrenciesMix, found == nullptr ? first_place() : found->place,
              fmt::format("the currency is {} here and {} above", lang::in_quotes(here), lang::in_quotes(book_.currency)))
        .help("a catalogue has one currency: exchange rates are not guessed");
    return false;
  }

  void read_row(const syntax::TableRow& row) {
    row_ = &row;
    row_currency_ = {};
    bool good = true;
    const std::optional<Price> once = price(kPriceColumn, good), per_metre = price(kPerMetre, good);
    const std::optional<std::int64_t> from = whole(kFrom, 1, kMostPieces, good), stock = whole(kStock, 0, kMostPieces, good),
                                      least = whole(kLeastOrder, 1, kMostPieces, good), lead = weeks(good);
    const std::optional<Length> of_length = length(good);
    if (!good || (!once && !per_metre)) return;
    if (once.value_or(Price{}).hundredths == 0 && per_metre.value_or(Price{}).hundredths == 0) {
      if (zeros_++ == 0) first_zero_ = cell(once ? kPriceColumn : kPerMetre)->place;
      return;
    }
    const syntax::TableCell* const named = cell(kPart) != nullptr ? cell(kPart) : cell(kDescription);
    if (named == nullptr) {
      const syntax::TableCell* const where = cell(kPriceColumn) != nullptr ? cell(kPriceColumn) : cell(kPerMetre);
      lang::say(findings_, lang::kMissingKey, where->place, "a price without a part").help("name the part, or describe it");
      return;
    }
    if (!currency()) return;
    PriceOffer& offer = offer_of(*named, of_length);
    if (!offer.lead_weeks && lead) offer.lead_weeks = static_cast<int>(*lead);
    if (!offer.stock) offer.stock = stock;
    if (!offer.least_order) offer.least_order = least;
    add_break(offer, {from.value_or(1), once.value_or(Price{}), per_metre.value_or(Price{}), named->place});
  }

  PriceOffer& offer_of(const syntax::TableCell& named, std::optional<Length> of_length) {
    const bool is_part = cell(kPart) != nullptr;
    const auto key = std::tuple(is_part, std::string(trim(named.text)), of_length ? of_length->millimetre : std::int64_t{-1});
    const auto [at, fresh] = by_name_.try_emplace(key, book_.offers.size());
    if (fresh) {
      PriceOffer offer;
      (is_part ? offer.part : offer.description) = trim(named.text);
      offer.length = of_length;
      offer.place = named.place;
      book_.offers.push_back(std::move(offer));
    }
    return book_.offers[at->second];
  }

  void add_break(PriceOffer& offer, const PriceBreak& row) {
    for (const PriceBreak& other : offer.breaks) {
      if (other.from != row.from) continue;
      lang::say(
          findings_, lang::kDuplicateName, row.place,
          fmt::format("{} has a price from {} already", lang::in_quotes(text(cell(kPart) != nullptr ? kPart : kDescription)),
                      counted(static_cast<std::uint64_t>(row.from), "piece")))
          .note(other.place, "here")
          .help("leave one of the two rows, or give them different from_quantity or length");
      return;
    }
    offer.breaks.push_back(row);
  }

  void sort_breaks() {
    for (PriceOffer& offer : book_.offers) {
      std::sort(offer.breaks.begin(), offer.breaks.end(),
                [](const PriceBreak& a, const PriceBreak& b) { return a.from < b.from; });
      for (std::size_t i = 1; i < offer.breaks.size(); ++i) warn_of_rise(offer, offer.breaks[i - 1], offer.breaks[i]);
    }
  }

  // Dearer for any length: most likely two cells that were exchanged.
  void warn_of_rise(const PriceOffer& offer, const PriceBreak& fewer, const PriceBreak& more) {
    const std::int64_t rise = more.price.hundredths - fewer.price.hundredths,
                       per_metre = more.per_metre.hundredths - fewer.per_metre.hundredths;
    if (rise < 0 || per_metre < 0 || rise + per_metre == 0) return;
    findings_
        .add(std::string(kPriceRises.code), std::string(kPriceRises.name), diag::Severity::kWarning, more.place,
             fmt::format("{} costs more from {} on than from {}",
                         lang::in_quotes(offer.part.empty() ? offer.description : offer.part),
                         counted(static_cast<std::uint64_t>(more.from), "piece"), fewer.from))
        .note(fewer.place, "the price before")
        .help("ask the vendor; the price is used as it stands");
  }

  void warn_of_zeros() {
    if (zeros_ == 0) return;
    findings_
        .add(std::string(kPriceIsZero.code), std::string(kPriceIsZero.name), diag::Severity::kWarning, first_zero_,
             zeros_ == 1 ? "a price of 0, which counts as none"
                         : fmt::format("{} with a price of 0, which counts as none", counted(zeros_, "row")))
        .help("ask what it costs; for what is free of charge 0.01 stands in");
  }

  PriceBook& book_;
  const facts::PriceWords& words_;
  diag::Findings& findings_;
  std::string header_currency_;    // that the header of a price names
  std::string_view row_currency_;  // that a price of the row names
  bool in_metres_ = false;         // what a bare length is, by its header
  bool lead_in_weeks_ = false;
  std::array<std::optional<std::size_t>, std::size(kColumns)> columns_;
  const syntax::TableRow* row_ = nullptr;
  std::uint64_t zeros_ = 0;  // rows whose price is 0
  diag::Place first_zero_;
  std::map<std::tuple<bool, std::string, std::int64_t>, std::size_t> by_name_;
};

}  // namespace

const PriceBreak* PriceOffer::cheapest_up_to(std::int64_t quantity, Length of) const {
  const PriceBreak* best = nullptr;
  const auto each = [&](const PriceBreak& row) { return price_of_piece(row, of).value_or(Price{kMostForAPiece}); };
  for (const PriceBreak& one : breaks)
    if (one.from <= quantity && (best == nullptr || each(one) < each(*best))) best = &one;
  return best;
}

const PriceBreak* PriceOffer::at(std::int64_t quantity) const {
  const PriceBreak* best = nullptr;
  for (const PriceBreak& one : breaks)
    if (one.from <= quantity) best = &one;
  return best;
}

std::optional<Price> price_of_piece(const PriceBreak& row, Length length) {
  const Wide metres = static_cast<Wide>(row.per_metre.hundredths) * length.millimetre;
  const Wide sum = row.price.hundredths + (metres + 500) / 1000;  // half a hundredth and more is one
  return sum > kMostForAPiece ? std::nullopt : std::optional(Price{static_cast<std::int64_t>(sum)});
}

std::unique_ptr<PriceBook> read_price_book(const std::string& path, const facts::Facts& facts, diag::Sources& sources,
                                           diag::Findings& findings) {
  auto book = std::make_unique<PriceBook>();
  book->name = path;
  std::optional<syntax::OfficeFile> file = syntax::read_office_file(sources, path, findings);
  if (!file) return nullptr;
  book->file = std::move(*file);
  const facts::PriceWords words(facts);
  return BookReader(*book, words, findings).read() ? std::move(book) : nullptr;
}

}  // namespace ferrule::api
