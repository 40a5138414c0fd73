#include "api/price_sheet.h"

#include <algorithm>
#include <iterator>
#include <fmt/format.h>

#include "api/bom.h"
#include "lang/written.h"

namespace ferrule::api {
namespace {

using Files = std::map<std::string, std::string, std::less<>>;

Files sheet_files(const std::vector<SheetPart>& parts, const Files& given) {
  std::string names;
  for (const auto& [name, text] : given) names += (names.empty() ? "" : ", ") + name;
  std::string plant = "ferrule: 1\nproject: prices\n";
  if (!names.empty()) plant += "include: [" + names + "]\n";
  std::string panels = "name,rack,u,height,slots,part\n", cables = "id,part,length,a,b\n";
  std::string described;
  bool any_panel = false, any_cable = false;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const SheetPart& part = parts[i];
    if (!part.description.empty()) described += fmt::format("  {}: {}\n", part.name, part.description);
    any_panel = any_panel || part.lengths.empty();
    any_cable = any_cable || !part.lengths.empty();
    if (part.lengths.empty()) panels += fmt::format("P{},,,,{},{}\n", i, part.in_slot ? "1" : "", lang::csv_cell(part.name));
    for (std::size_t k = 0; k < part.lengths.size(); ++k)
      cables += fmt::format("C{}-{},{},{},,\n", i, k, lang::csv_cell(part.name), spell(part.lengths[k]));
  }
  if (!described.empty()) plant += "parts:\n" + described;
  Files files = given;
  if (any_panel) files["panels.csv"] = std::move(panels), plant += "panels: panels.csv\n";
  if (any_cable) files["cables.csv"] = std::move(cables), plant += "cables: cables.csv\n";
  files["plant.yaml"] = std::move(plant);
  return files;
}

std::int64_t share_of_piece(const BomPrice& price, std::int64_t pieces) {
  const std::int64_t bought = std::max(pieces, price.least_order.value_or(0));
  if (bought == pieces) return price.each.hundredths;
  const Wide share = (static_cast<Wide>(price.each.hundredths) * bought + pieces - 1) / pieces;
  return static_cast<std::int64_t>(std::min<Wide>(share, kMostForAPiece));
}

}  // namespace

PriceSheet::PriceSheet(const std::vector<SheetPart>& parts, const Files& given, const std::vector<std::string>& prices,
                       const std::string& data, std::int64_t pieces) {
  if (parts.empty() || prices.empty()) return;
  BomOptions options;
  options.prices = prices;
  options.as_if = pieces;
  const Bom bom = bill_of_materials(load_texts(sheet_files(parts, given), data), options, data);
  currency_ = bom.currency;
  for (const BomArticle& article : bom.articles) {
    const auto part = std::find_if(parts.begin(), parts.end(), [&](const SheetPart& each) { return each.name == article.part; });
    if (part == parts.end() || !article.price) continue;
    prices_[part->description.empty() ? part->name : part->description][article.ordered.value_or(Length{})] =
        share_of_piece(*article.price, pieces);
    by_quantity_ = by_quantity_ || article.price->by_quantity;
    generic_ = generic_ || article.price->generic;
  }
}

std::optional<std::int64_t> PriceSheet::of(const std::string& description, Length length) const {
  const auto part = prices_.find(description);
  if (part == prices_.end()) return std::nullopt;
  const auto at = part->second.lower_bound(length);
  return at == part->second.end() ? std::nullopt : std::optional(at->second);
}

std::optional<std::int64_t> PriceSheet::least(const std::string& description, Length from) const {
  const auto part = prices_.find(description);
  if (part == prices_.end()) return std::nullopt;
  // Between two lengths of the sheet, the shorter counts too: what lies between is seldom cheaper than both.
  auto at = part->second.upper_bound(from);
  if (at != part->second.begin()) --at;
  const auto cheapest =
      std::min_element(at, part->second.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return cheapest == part->second.end() ? std::nullopt : std::optional(cheapest->second);
}

}  // namespace ferrule::api
