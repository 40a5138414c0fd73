#include "api/bom_lengths.h"

#include <set>
#include <fmt/format.h>

#include "api/bom_codes.h"
#include "base/text.h"

namespace ferrule::api {

OrderLengths::OrderLengths(const check::OrderPolicy& policy) {
  for (std::size_t kind = 0; kind < kBomKinds; ++kind)
    if (const auto found = policy.stock_lengths.find(spell(static_cast<BomKind>(kind))); found != policy.stock_lengths.end())
      stock_[kind] = &found->second;
}

OrderLengths::Decided OrderLengths::decide(BomKind kind, std::uint32_t needed_mm) const {
  if (!is_cable(kind)) return {};
  if (needed_mm == 0) return {OrderLength::kUnknown, {}};
  const Length needed{needed_mm};
  if (of(kind) == nullptr) return {OrderLength::kAsNeeded, needed};
  const std::optional<Length> holding = of(kind)->holding(needed);
  return {holding ? OrderLength::kStock : OrderLength::kTooLong, holding};
}

void OrderLengths::complain(const plant::Plant& plant, Bom& bom) const {
  std::set<std::uint32_t> told;
  for (const BomLine& line : bom.lines) {
    const BomArticle& article = bom.articles[line.article];
    const bool too_long = article.length_is == OrderLength::kTooLong;
    if ((!too_long && article.length_is != OrderLength::kUnknown) || !told.insert(line.article).second) continue;
    const lang::Code& code = too_long ? kNoStockLength : kOrderedWithoutLength;
    const std::string pieces =
        fmt::format("{} of {}", counted(static_cast<std::uint64_t>(article.pieces), spell(article.kind)), article.part);
    auto builder = bom.findings.add(std::string(code.code), std::string(code.name),
                                    too_long ? diag::Severity::kError : diag::Severity::kWarning,
                                    plant.place_of_asset(line.pieces.front().index),
                                    too_long ? fmt::format("{} {} {}, and no stock length is so long", pieces,
                                                           article.pieces == 1 ? "needs" : "need", spell(article.needed_most))
                                             : pieces + " without a length cannot be ordered");
    if (too_long)
      builder.note(fmt::format("{} is sold in {}", article.part, of(article.kind)->spelled()))
          .help("lay it another way, or add the length that the vendor makes to policy: stock_lengths");
    else
      builder.help("state `length:` of each");
  }
}

}  // namespace ferrule::api
