#include "cli/bom_text.h"

#include <algorithm>
#include <fmt/format.h>

#include "api/bom_csv.h"
#include "api/name_ranges.h"
#include "base/text.h"
#include "cli/columns.h"
#include "cli/wrap.h"

namespace ferrule::cli {
namespace {

using api::BomArticle;
using api::BomKey;
using api::BomLine;
using api::BomTotal;

constexpr std::string_view kIndent = "      ";
constexpr std::size_t kFewRanges = 6;

std::string pieces(std::int64_t number) { return with_thousands(static_cast<std::uint64_t>(number)); }

std::string plural(api::BomKind kind, std::uint64_t number) { return counted(number, as_said(api::spell(kind))); }

class BillText {
 public:
  explicit BillText(const api::Bom& bom) : bom_(bom) {
    const auto part = std::find(bom.options.by.begin(), bom.options.by.end(), BomKey::kPart);
    before_.assign(bom.options.by.begin(), part);
    behind_.assign(part + 1, bom.options.by.end());
    // A key that nobody in the plant states would be an empty column.
    const auto unused = [&](BomKey key) {
      return std::all_of(bom.lines.begin(), bom.lines.end(), [&](const BomLine& line) { return of(line, key).empty(); });
    };
    std::erase_if(before_, unused);
    std::erase_if(behind_, unused);
  }

  std::string write() {
    std::string out =
        fmt::format("{}{}: {} to buy, in {}\n", printable(bom_.loaded->project), of_phases(),
                    counted(static_cast<std::uint64_t>(bom_.total.quantity), "piece"), counted(bom_.lines.size(), "line"));
    if (bom_.lines.empty()) return out;
    measure();
    std::string group;
    for (std::size_t i = 0; i < bom_.lines.size(); ++i) {
      const std::string here = heading(bom_.lines[i]);
      if (i == 0 || here != group) out += (here.empty() ? "\n" : "\n" + here + "\n") + table_row(header_);
      group = here;
      out += table_row(rows_[i]) + details(bom_.lines[i]);
    }
    return out + totals() + words();
  }

 private:
  std::string of_phases() const {
    if (bom_.options.phases.empty()) return {};
    return (bom_.options.phases.size() == 1 ? ", phase " : ", phases ") + printable(joined(bom_.options.phases, ", ")) + " alone";
  }

  static const std::string& of(const BomLine& line, BomKey key) {
    return key == BomKey::kPhase ? line.phase : key == BomKey::kHall ? line.hall : line.row;
  }

  std::string heading(const BomLine& line) const {
    std::string out;
    for (const BomKey key : before_) {
      const std::string& value = of(line, key);
      out += (out.empty() ? "" : ", ") + (value.empty() ? fmt::format("no {} stated", api::spell(key))
                                                        : fmt::format("{} {}", api::spell(key), printable(value)));
    }
    return out;
  }

  std::vector<std::string> cells(const BomLine& line) const {
    const BomArticle& article = bom_.articles[line.article];
    std::vector<std::string> row{shortened(printable(article.part), 40)};
    for (const BomKey key : behind_) row.push_back(of(line, key).empty() ? "-" : printable(of(line, key)));
    row.push_back(article.ordered                                   ? spell(*article.ordered)
                  : article.length_is == api::OrderLength::kTooLong ? "too long"
                  : article.length_is == api::OrderLength::kUnknown ? "unknown"
                                                                    : "");
    row.push_back(pieces(static_cast<std::int64_t>(line.pieces.size())));
    if (spares_) row.push_back(line.spares > 0 ? pieces(line.spares) : "");
    if (more_) row.push_back(line.more > 0 ? pieces(line.more) : "");
    if (spares_ || more_) row.push_back(pieces(line.quantity()));
    if (!bom_.priced) return row;
    row.push_back(article.price ? spell(article.price->each) + (article.price->generic ? "*" : "") : "no price");
    row.push_back(line.total ? spell(*line.total) + (article.price->generic ? "*" : "") : "");
    return row;
  }

  void measure() {
    const auto any = [&](auto member) {
      return std::any_of(bom_.articles.begin(), bom_.articles.end(),
                         [&](const BomArticle& article) { return article.*member > 0; });
    };
    spares_ = any(&BomArticle::spares);
    more_ = any(&BomArticle::more);
    header_ = {"part"};
    for (const BomKey key : behind_) header_.emplace_back(api::spell(key));
    left_ = header_.size();
    header_.insert(header_.end(), {"length", "needed"});
    if (spares_) header_.emplace_back("spare");
    if (more_) header_.emplace_back("extra");
    if (spares_ || more_) header_.emplace_back("order");
    if (bom_.priced) header_.insert(header_.end(), {"each", "total"});
    for (const BomLine& line : bom_.lines) rows_.push_back(cells(line));
    for (const std::string& cell : header_) widths_.push_back(columns(cell));
    for (const std::vector<std::string>& row : rows_)
      for (std::size_t i = 0; i < row.size(); ++i) widths_[i] = std::max(widths_[i], columns(row[i]));
  }

  std::string table_row(const std::vector<std::string>& row) const {
    std::string out = " ";
    for (std::size_t i = 0; i < row.size(); ++i)
      out += (i == 0 ? " " : "  ") + (i < left_ ? padded(row[i], widths_[i]) : padded_left(row[i], widths_[i]));
    out.erase(out.find_last_not_of(' ') + 1);
    return out + "\n";
  }

  std::string details(const BomLine& line) const {
    const BomArticle& article = bom_.articles[line.article];
    std::string out =
        wrapped(kIndent, printable(article.line) + (article.beyond.empty() ? "" : "; " + printable(article.beyond)));
    out += wrapped(kIndent, source_of(line, article));
    if (article.unplugged > 0)
      out += wrapped(kIndent,
                     fmt::format("nothing is plugged into {} of these {}", pieces(article.unplugged), pieces(article.pieces)));
    if (!article.not_stated.empty()) out += wrapped(kIndent, "not stated: " + joined(article.not_stated, ", "));
    if (const std::string price = price_of(article); !price.empty()) out += wrapped(kIndent, price);
    return out;
  }

  // "64 cords, needed 1.4 m to 2 m: T[1-64]; racks A[01-08]"
  std::string source_of(const BomLine& line, const BomArticle& article) const {
    std::string out = plural(article.kind, line.pieces.size());
    if (article.receptacles > 1) out += fmt::format(" of {} receptacles each", article.receptacles);
    if (article.kind == api::BomKind::kAdapterPanel) out += fmt::format(" of {} ports", article.connectors);
    if (api::is_cable(article.kind) && article.length_is != api::OrderLength::kUnknown) out += needed(line, article);
    out += ": " + printable(api::in_short(api::piece_ranges(bom_, line), kFewRanges));
    if (line.racks.empty()) return out;
    const std::string racks = printable(api::in_short(api::rack_ranges(bom_, line), kFewRanges));
    return out + fmt::format("; {} {}", line.racks.size() == 1 ? "rack" : "racks", racks);
  }

  static std::string needed(const BomLine& line, const BomArticle& article) {
    const auto [low, high] = api::needed_by(line);
    if (low == high) return article.ordered == low ? std::string() : fmt::format(", {} needed", spell(low));
    return fmt::format(", {} to {} needed", spell(low), spell(high));
  }

  static std::string price_of(const BomArticle& article) {
    if (!article.price) return {};
    std::vector<std::string> words;
    if (!article.price->generic) words.push_back("price of " + printable(article.price->from));
    if (article.price->stock) words.push_back(pieces(*article.price->stock) + " in stock");
    if (article.price->lead_weeks)
      words.push_back("lead time " + counted(static_cast<std::uint64_t>(*article.price->lead_weeks), "week"));
    if (article.more > 0) words.push_back("least order " + pieces(*article.price->least_order));
    return joined(words, ", ");
  }

  std::string totals() const {
    std::vector<std::pair<std::string, const BomTotal*>> rows;
    const bool phases = bom_.by_phase.size() > 1 || (bom_.by_phase.size() == 1 && !bom_.by_phase.front().name.empty());
    if (phases)
      for (const BomTotal& total : bom_.by_phase)
        rows.emplace_back(total.name.empty() ? "no phase stated" : "phase " + printable(total.name), &total);
    for (const BomTotal& total : bom_.by_kind) rows.emplace_back(as_said(total.name), &total);
    rows.emplace_back("all", &bom_.total);
    std::size_t name = 0, quantity = 0, sum = 0;
    for (const auto& [title, total] : rows) {
      name = std::max(name, columns(title));
      quantity = std::max(quantity, pieces(total->quantity).size());
      sum = std::max(sum, sum_of(*total).size());
    }
    std::string out = "\ntotals\n";
    for (const auto& [title, total] : rows) {
      std::string lead = fmt::format("  {}  {}", padded(title, name), padded_left(pieces(total->quantity), quantity));
      if (bom_.priced) lead += "  " + padded_left(sum_of(*total), sum) + "  ";
      out += bom_.priced ? wrapped(lead, remarks(*total)) : lead + "\n";
    }
    return trimmed(out);
  }

  static std::string trimmed(const std::string& text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      std::string line = text.substr(at, end - at);
      line.erase(line.find_last_not_of(' ') + 1);
      out += line + "\n";
      at = end + 1;
    }
    return out;
  }

  std::string sum_of(const BomTotal& total) const {
    if (total.beyond_reason) return "beyond all reason";
    if (total.lines > 0 && total.without_price == total.lines) return "not known";
    const std::string currency = bom_.currency.empty() ? "" : " " + printable(bom_.currency);
    return (total.without_price > 0 ? "at least " : "") + spell(total.sum) + currency;
  }

  static std::string remarks(const BomTotal& total) {
    std::string out;
    if (total.without_price > 0) out += fmt::format("; {} without price", counted(total.without_price, "line"));
    if (total.generic > 0)
      out += total.generic == total.lines
                 ? std::string("; an order of magnitude, on the authors' estimates")
                 : fmt::format("; an order of magnitude: {} of {} lines on the authors' estimates", total.generic, total.lines);
    if (total.lead_weeks)
      out += fmt::format("; up to {} of lead time", counted(static_cast<std::uint64_t>(*total.lead_weeks), "week"));
    return out.empty() ? out : out.substr(2);
  }

  std::string words() const {
    std::string out;
    const auto say = [&](std::string_view text) { out += wrapped("", text); };
    if (bom_.total.generic > 0)
      say("* an order of magnitude, authors' estimate of low confidence (data/generic_prices.csv): nobody's price, and no offer. "
          "With "
          "prices of your own, name them before it: --prices FILE --prices generic");
    if (spares_) say("Spares are of each part at each length, and stand with its first line.");
    if (!bom_.priced)
      say("No prices: --prices FILE takes a CSV or XLSX with the columns part or description, and price or per_metre; --prices "
          "generic "
          "takes orders of magnitude.");
    return out.empty() ? out : "\n" + out;
  }

  const api::Bom& bom_;
  std::vector<BomKey> before_, behind_;  // keys before the part are headings, those behind it columns
  std::vector<std::string> header_;
  std::vector<std::vector<std::string>> rows_;
  std::vector<std::size_t> widths_;
  std::size_t left_ = 0;  // columns that are words
  bool spares_ = false, more_ = false;
};

}  // namespace

std::string bom_text(const api::Bom& bom) { return BillText(bom).write(); }

}  // namespace ferrule::cli
