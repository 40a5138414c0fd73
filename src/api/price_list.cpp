#include "api/price_list.h"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>

#include "base/quantity.h"
#include "base/text.h"
#include "lang/codes.h"
#include "syntax/csv.h"

namespace ferrule::api {
namespace {

constexpr std::uint64_t kMostBytes = std::uint64_t{64} << 20;
constexpr std::int64_t kDearest = 100'000'000'000;  // a thousand million for one piece is a slip

bool digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<std::size_t> column(const syntax::CsvReader& csv, std::string_view name) {
  for (std::size_t i = 0; i < csv.header().size(); ++i)
    if (same_ignoring_case(csv.header()[i].text, name)) return i;
  return std::nullopt;
}

struct Columns {
  std::size_t part = 0, price = 0;
  std::optional<std::size_t> currency;
};

class ListReader {
 public:
  ListReader(const diag::Sources& sources, std::uint32_t source, diag::Findings& findings)
      : findings_(findings), csv_(sources, source, findings), source_(source) {}

  PriceList read() {
    const std::optional<Columns> columns = find_columns();
    if (!columns) return {};
    for (auto row = csv_.next(); !row.empty(); row = csv_.next()) {
      if (columns->currency) read_currency(row[*columns->currency]);
      read_price(row[columns->part], row[columns->price]);
    }
    return std::move(list_);
  }

 private:
  std::optional<Columns> find_columns() {
    if (csv_.header().empty()) return std::nullopt;  // which was said
    const auto part = column(csv_, "part"), price = column(csv_, "price");
    if (part && price) return Columns{*part, *price, column(csv_, "currency")};
    lang::say(findings_, lang::kMissingKey, {source_, csv_.header().front().offset, 1},
              fmt::format("a price list needs the column {}", part ? "price" : "part"))
        .help("begin the file with the line part,price")
        .unreadable();
    return std::nullopt;
  }

  void read_currency(const syntax::Cell& cell) {
    if (cell.text.empty()) return;
    if (list_.currency.empty()) list_.currency = cell.text;
    if (list_.currency == cell.text) return;
    lang::say(findings_, lang::kWrongValue, csv_.place(cell),
              fmt::format("the currency is {} here and {} above", lang::in_quotes(cell.text), lang::in_quotes(list_.currency)))
        .help("a price list has one currency: exchange rates are not guessed")
        .unreadable();
  }

  void read_price(const syntax::Cell& part, const syntax::Cell& cell) {
    if (trim(cell.text).empty()) return;
    if (trim(part.text).empty()) {
      lang::say(findings_, lang::kMissingKey, csv_.place(cell), "a price without a part").unreadable();
      return;
    }
    const Result<Price> price = parse_price(cell.text);
    if (!price) {
      lang::say(findings_, lang::kWrongValue, csv_.place(cell),
                fmt::format("{} is no price: {}", lang::in_quotes(cell.text), price.error().message))
          .unreadable();
    } else if (!list_.add(std::string(trim(part.text)), *price)) {
      lang::say(findings_, lang::kDuplicateName, csv_.place(part),
                fmt::format("part {} has a price already", lang::in_quotes(part.text)))
          .help("leave one of the two rows")
          .unreadable();
    }
  }

  diag::Findings& findings_;
  syntax::CsvReader csv_;
  std::uint32_t source_;
  PriceList list_;
};

}  // namespace

Result<Price> parse_price(std::string_view text) {
  const std::string_view trimmed = trim(text);
  const std::size_t point = trimmed.find_first_of(".,");
  const std::string_view whole = trimmed.substr(0, point);
  const std::string_view cents = point == std::string_view::npos ? std::string_view() : trimmed.substr(point + 1);
  if (cents.find_first_of(".,") != std::string_view::npos)
    return refusal(shortened(text, 60), "write 1234.50, without thousands separators");
  if (!digits(whole) || (point != std::string_view::npos && !digits(cents)))
    return refusal(shortened(text, 60), "a price is a number such as 12.50, without sign or currency");
  if (cents.size() > 2)
    return refusal(shortened(text, 60), "at most two decimals, and no thousands separators");  // 1.234 may be either
  const std::optional<std::int64_t> value = parse_decimal(fmt::format("{}.{:0<2}", whole, cents), 2);
  if (!value || *value > kDearest) return refusal(shortened(text, 60), "more than 1,000,000,000 for one piece is out of reason");
  return Price{*value};
}

std::string spell(Price price) {
  const std::uint64_t size =
      price.hundredths < 0 ? 0 - static_cast<std::uint64_t>(price.hundredths) : static_cast<std::uint64_t>(price.hundredths);
  return fmt::format("{}{}.{:02}", price.hundredths < 0 ? "-" : "", with_thousands(size / 100), size % 100);
}

std::optional<Price> PriceList::find(std::string_view part) const {
  const auto found = prices_.find(part);
  return found == prices_.end() ? std::nullopt : std::optional(found->second);
}

void PriceList::set(std::string part, Price price) { prices_[std::move(part)] = price; }

bool PriceList::add(std::string part, Price price) { return prices_.emplace(std::move(part), price).second; }

std::optional<PriceList> read_price_list(const std::string& path, diag::Sources& sources, diag::Findings& findings) {
  const Result<std::uint32_t> source = sources.read(path, kMostBytes);
  if (!source) {
    syntax::report_unreadable(source.error(), {}, findings);
    return std::nullopt;
  }
  PriceList list = ListReader(sources, *source, findings).read();
  for (diag::Finding& finding : findings.all())
    if (finding.code == syntax::kCsvRaggedRow.code && finding.help.empty())
      finding.help.emplace_back("a decimal comma stands in quotes, \"12,50\", or between semicolons");
  if (findings.any_unreadable()) return std::nullopt;
  return list;
}

}  // namespace ferrule::api
