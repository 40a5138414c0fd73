#include "api/swap_prices.h"

#include <algorithm>

#include "base/quantity.h"
#include "base/text.h"

namespace ferrule::api {
namespace {

constexpr std::string_view kOffer = "offer";

struct Named {
  std::string part;  // empty: not named
  Price price;
};

Result<Named> parse_named(const std::string& text) {
  const std::size_t sign = text.rfind('=');
  const std::string_view figure = sign == std::string::npos ? std::string_view(text) : std::string_view(text).substr(sign + 1);
  const Result<Price> price = parse_price(figure);
  if (!price) return tl::unexpected(Failure{shortened(text, 200), price.error().message});
  return Named{sign == std::string::npos ? std::string() : std::string(trim(text.substr(0, sign))), *price};
}

tl::unexpected<Failure> refuse_swap(const std::string& text, std::string why) {
  return tl::unexpected(Failure{shortened(text, 200), std::move(why)});
}

bool swapped(const std::vector<Swap>& swaps, std::string_view part) {
  return std::any_of(swaps.begin(), swaps.end(), [&](const Swap& swap) { return swap.offer.part == part; });
}

// Every piece, exact; nothing when a price is missing, or the sum is out of all reason.
std::optional<Price> total(const std::vector<SwapCost>& parts, std::optional<Price> SwapCost::*price) {
  constexpr std::int64_t kMost = 1'000'000'000'000'000;
  Wide sum = 0;
  for (const SwapCost& part : parts) {
    if (!(part.*price)) return std::nullopt;
    sum += static_cast<Wide>(part.part.pieces) * (part.*price)->hundredths;
  }
  return sum > kMost ? std::nullopt : std::optional(Price{static_cast<std::int64_t>(sum)});
}

}  // namespace

Result<void> SwapPrices::read(const ChangeRequest& request, diag::Sources& sources, diag::Findings& findings) {
  asked_ = request.prices.asked();
  for (const std::string& text : request.prices.of_offers) {
    const Result<Named> named = parse_named(text);
    if (!named) return tl::unexpected(named.error());
    if (named->part.empty() && request.swaps.size() > 1)
      return refuse_swap(text, "of several swaps, say which: --offer-price PART=" + text);
    const std::string part = named->part.empty() ? request.swaps.front().offer.part : named->part;
    if (!swapped(request.swaps, part)) return refuse_swap(text, "that part is not swapped");
    of_offers_[part] = named->price;
  }
  std::vector<Named> stated;
  for (const std::string& text : request.prices.of_parts) {
    Result<Named> named = parse_named(text);
    if (!named) return tl::unexpected(named.error());
    if (named->part.empty()) return refuse_swap(text, "a price needs its part: --price PART=12.50");
    stated.push_back(std::move(*named));
  }
  if (!request.prices.file.empty())
    if (std::optional<PriceList> list = read_price_list(request.prices.file, sources, findings)) list_ = std::move(*list);
  for (Named& one : stated) list_.set(std::move(one.part), one.price);
  return {};
}

SwapCost SwapPrices::cost_of(const Swap& swap, const OfferedPart& part, bool only) const {
  SwapCost cost{part, list_.find(part.offer.part), {}, {}};
  if (const auto stated = of_offers_.find(part.offer.part); stated != of_offers_.end()) cost.after = stated->second;
  if (!cost.after) cost.after = list_.find(swap.asked);
  if (!cost.after && only) cost.after = list_.find(kOffer);
  if (!cost.after) cost.no_price = "the offer in the place of " + part.offer.part;
  if (!cost.before) cost.no_price = part.offer.part;
  return cost;
}

void SwapPrices::cost(const std::vector<Swap>& swaps, const std::vector<OfferedPart>& parts, BudgetChange& change) const {
  for (std::size_t i = 0; i < parts.size(); ++i)
    change.parts.push_back(asked_ ? cost_of(swaps[i], parts[i], swaps.size() == 1) : SwapCost{parts[i], {}, {}, {}});
  change.priced = asked_;
  if (!asked_) return;
  change.currency = list_.currency;
  change.cost_before = total(change.parts, &SwapCost::before);
  change.cost_after = total(change.parts, &SwapCost::after);
}

}  // namespace ferrule::api
