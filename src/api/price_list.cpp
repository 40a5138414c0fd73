#include "api/price_list.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"
#include "diag/finding.h"
#include "syntax/csv.h"

namespace ferrule::api {
namespace {

constexpr std::size_t kMostDigits = 9;
constexpr std::uint64_t kMostBytes = std::uint64_t{64} << 20;

std::string where(const diag::Sources& sources, const diag::Place& place) {
  if (!place.known()) return "";
  const diag::LineColumn at = sources.line_column(place);
  return fmt::format("{}:{}:{}", sources.name(place.source), at.line, at.column);
}

tl::unexpected<Failure> refuse(const diag::Sources& sources, const diag::Place& place, std::string message) {
  return tl::unexpected(Failure{where(sources, place), std::move(message)});
}

bool by_the_piece(std::string_view per) {
  constexpr std::string_view kWords[] = {"", "each", "piece", "pc", "pcs", "1"};
  return std::any_of(std::begin(kWords), std::end(kWords), [&](std::string_view word) { return same_ignoring_case(per, word); });
}

Result<void> read_source(const diag::Sources& sources, std::uint32_t source, std::map<std::string, std::int64_t>& prices,
                         std::string& currency) {
  diag::Findings findings;
  syntax::CsvReader csv(sources, source, findings);
  const std::optional<std::size_t> part = csv.column("part"), price = csv.column("price");
  const std::optional<std::size_t> money = csv.column("currency"), per = csv.column("per");
  const auto faulty = [&] { return !findings.all().empty(); };
  const auto fault = [&] { return refuse(sources, findings.all().front().place, findings.all().front().message); };
  if (faulty()) return fault();
  if (!part || !price)
    return refuse(sources, {source, 0, 0},
                  fmt::format("there is no column '{}': a price list has part and price", part ? "price" : "part"));
  for (auto row = csv.next(); !row.empty(); row = csv.next()) {
    const std::string name = lower(trim(row[*part].text));
    if (name.empty()) return refuse(sources, csv.place(row[*part]), "no part is named");
    const std::optional<std::int64_t> minor = parse_price(row[*price].text);
    if (!minor)
      return refuse(sources, csv.place(row[*price]),
                    fmt::format("'{}' is no price: write 12.50 or 12,50", printable(shortened(row[*price].text, 40))));
    if (per && !by_the_piece(trim(row[*per].text)))
      return refuse(sources, csv.place(row[*per]),
                    fmt::format("'{}': prices are by the piece here", printable(shortened(row[*per].text, 40))));
    const std::string here = money ? std::string(trim(row[*money].text)) : std::string();
    if (!here.empty() && currency.empty()) currency = here;
    if (!here.empty() && here != currency)
      return refuse(sources, csv.place(row[*money]),
                    fmt::format("{} beside {}: one currency to a file", printable(shortened(here, 20)),
                                printable(shortened(currency, 20))));
    if (const auto [at, fresh] = prices.emplace(name, *minor); !fresh && at->second != *minor)
      return refuse(sources, csv.place(row[*part]), "the part has another price further up");
  }
  if (faulty()) return fault();
  return {};
}

}  // namespace

std::optional<std::int64_t> parse_price(std::string_view text) {
  text = trim(text);
  std::int64_t whole = 0, part = 0;
  std::size_t digits = 0, behind = 0;
  bool point = false;
  for (const char c : text) {
    if (c == '.' || c == ',') {
      if (point || digits == 0) return std::nullopt;
      point = true;
    } else if (c < '0' || c > '9') {
      return std::nullopt;
    } else if (!point) {
      if (++digits > kMostDigits) return std::nullopt;
      whole = whole * 10 + (c - '0');
    } else {
      if (++behind > 2) return std::nullopt;
      part = part * 10 + (c - '0');
    }
  }
  if (digits == 0 || (point && behind == 0)) return std::nullopt;
  return whole * 100 + (behind == 1 ? part * 10 : part);
}

Result<PriceList> PriceList::read(const std::string& path) {
  diag::Sources sources;
  const Result<std::uint32_t> source = sources.read(path, kMostBytes);
  if (!source) return tl::unexpected(Failure{path, source.error().message});
  return read_text(path, std::string(sources.text(*source)));
}

Result<PriceList> PriceList::read_text(const std::string& name, std::string text) {
  diag::Sources sources;
  const std::uint32_t source = sources.add(name, std::move(text));
  PriceList list;
  if (const Result<void> read = read_source(sources, source, list.prices_, list.currency_); !read)
    return tl::unexpected(read.error());
  return list;
}

std::optional<std::int64_t> PriceList::price(std::string_view part) const {
  const auto found = prices_.find(lower(trim(part)));
  return found == prices_.end() ? std::nullopt : std::optional(found->second);
}

std::string PriceList::spell(std::int64_t minor) const {
  return fmt::format("{}.{:02}{}{}", with_thousands(static_cast<std::uint64_t>(minor / 100)), minor % 100,
                     currency_.empty() ? "" : " ", currency_);
}

}  // namespace ferrule::api
