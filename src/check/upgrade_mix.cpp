#include "check/upgrade_mix.h"

#include <algorithm>
#include <tuple>

#include "base/quantity.h"

namespace ferrule::check {
namespace {

constexpr std::int64_t kMostMoney = std::int64_t{1} << 60;

std::optional<std::int64_t> times(std::optional<std::int64_t> price, std::uint64_t count) {
  if (!price) return std::nullopt;
  const Wide product = static_cast<Wide>(*price) * static_cast<Wide>(count);
  return product > kMostMoney ? std::nullopt : std::optional(static_cast<std::int64_t>(product));
}

void add(std::optional<std::int64_t>& sum, std::optional<std::int64_t> more) {
  sum = sum && more && *sum <= kMostMoney - *more ? std::optional(*sum + *more) : std::nullopt;
}

std::optional<std::int64_t> price_of(const Bought& part, const PriceOf& price) {
  if (!part.plant_name.empty())
    if (const auto known = price(part.plant_name)) return known;
  return price(part.words);
}

MixChoice choice_of(const Upgrade& upgrade, std::size_t index, std::size_t application, const PriceOf& price) {
  const UpgradeGroup& group = upgrade.groups[index];
  const Answer& answer = group.answers[application];
  const auto copies = static_cast<std::uint64_t>(answer.copies);
  MixChoice choice{index, application, 0, 0, {}, 0, std::int64_t{0}};
  const std::uint64_t rows = answer.takes_leg
                                 ? group.legs.size() * static_cast<std::uint64_t>(answer.per_leg)
                                 : group.count * (group.permanent ? static_cast<std::uint64_t>(answer.per_leg) : group.bundles);
  choice.of = group.count;
  choice.carried = rows / copies;
  if (!group.permanent) choice.carried = std::min(choice.carried, std::max(group.count, group.count * group.bundles / copies));
  const std::uint64_t used = choice.carried * copies;  // rows
  const auto per_leg = static_cast<std::uint64_t>(std::max(answer.per_leg, 1));
  for (const Bought& part : answer.buy) {
    ShoppingLine line{part.words, part.plant_name, 0, false, price_of(part, price)};
    line.count = part.count * (part.per_leg ? (used + per_leg - 1) / per_leg : used);
    choice.parts += line.count;
    add(choice.cost, times(line.price, line.count));
    choice.buy.push_back(std::move(line));
  }
  const facts::Optic& optic = *upgrade.applications[application];
  if (optic.pmd != group.today) {
    ShoppingLine line{optic.pmd, "", 2 * choice.carried, true, price(optic.pmd)};
    add(choice.cost, times(line.price, line.count));
    choice.buy.push_back(std::move(line));
  }
  return choice;
}

bool better(const MixChoice& a, const MixChoice& b, bool priced) {
  const auto key = [&](const MixChoice& one) {
    const std::int64_t cost = priced ? *one.cost : 0;
    const std::uint64_t optics = one.buy.empty() || !one.buy.back().transceiver ? 0 : one.buy.back().count;
    return std::make_tuple(~one.carried, cost, one.parts, optics);
  };
  return key(a) < key(b);
}

void count(const ShoppingLine& line, UpgradeMix& mix) {
  (line.transceiver ? mix.transceivers : mix.parts) += line.count;
  const auto same =
      std::find_if(mix.totals.begin(), mix.totals.end(), [&](const ShoppingLine& one) { return one.words == line.words; });
  if (same == mix.totals.end())
    mix.totals.push_back(line);
  else
    same->count += line.count;
}

}  // namespace

UpgradeMix cheapest_mix(const Upgrade& upgrade, std::string wanted, const std::vector<std::size_t>& applications,
                        const PriceOf& price) {
  UpgradeMix mix;
  mix.wanted = std::move(wanted);
  mix.cost = 0;
  const bool links =
      std::any_of(upgrade.groups.begin(), upgrade.groups.end(), [](const UpgradeGroup& group) { return !group.permanent; });
  for (std::size_t index = 0; index < upgrade.groups.size(); ++index) {
    if (upgrade.groups[index].permanent == links) continue;
    mix.of += upgrade.groups[index].count;
    std::vector<MixChoice> choices;
    for (const std::size_t application : applications) {
      const Carries carries = upgrade.groups[index].answers[application].carries;
      if (carries != Carries::kYes && carries != Carries::kChange) continue;
      MixChoice choice = choice_of(upgrade, index, application, price);
      if (choice.carried > 0) choices.push_back(std::move(choice));
    }
    if (choices.empty()) {
      mix.without.push_back(index);
      continue;
    }
    const bool priced = std::all_of(choices.begin(), choices.end(), [](const MixChoice& one) { return one.cost.has_value(); });
    const auto best =
        std::min_element(choices.begin(), choices.end(), [&](const auto& a, const auto& b) { return better(a, b, priced); });
    for (const ShoppingLine& line : best->buy) count(line, mix);
    mix.carried += best->carried;
    add(mix.cost, best->cost);
    mix.choices.push_back(std::move(*best));
  }
  if (mix.choices.empty()) mix.cost.reset();
  return mix;
}

std::optional<std::int64_t> price_of_stranded(const UpgradeGroup& group, const Answer& answer, const PriceOf& price) {
  if (group.trunk.empty() || group.trunk_fibres == 0) return std::nullopt;
  const std::optional<std::int64_t> fibres =
      times(price(group.trunk), group.legs.size() * static_cast<std::uint64_t>(std::max(answer.stranded, 0)));
  if (!fibres) return std::nullopt;
  return *fibres / group.trunk_fibres;
}

}  // namespace ferrule::check
