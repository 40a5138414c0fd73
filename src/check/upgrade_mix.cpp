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

// How many of a thing its count serves.
struct Served {
  std::uint64_t channels = 0, legs = 0, split_ports = 0;
  std::uint64_t of(Per per) const { return per == Per::kLeg ? legs : per == Per::kSplitPort ? split_ports : channels; }
};

std::uint64_t rounded_up(std::uint64_t count, std::uint64_t each) {
  return (count + each - 1) / std::max<std::uint64_t>(each, 1);
}

void add_parts(const Answer& answer, const Served& served, const PriceOf& price, MixChoice& choice) {
  for (const Bought& part : answer.buy) {
    ShoppingLine line{part.words, part.plant_name, 0, false, price_of(part, price)};
    line.count = part.count * served.of(part.per);
    choice.parts += line.count;
    add(choice.cost, times(line.price, line.count));
    choice.buy.push_back(std::move(line));
  }
}

void add_transceivers(const std::string& pmd, std::uint64_t count, const PriceOf& price, MixChoice& choice) {
  ShoppingLine line{pmd, "", count, true, price(pmd)};
  add(choice.cost, times(line.price, line.count));
  choice.buy.push_back(std::move(line));
}

// A port needs a transceiver of its own, but two ports of one transceiver may be those of one again.
std::uint64_t transceivers_for(const facts::Optic& optic, std::uint64_t ports, std::uint64_t now) {
  return optic.receptacles > 1 ? now : ports;
}

// Links that stay split: transceivers for the ports that are whole, and for those that are split.
void choose_split(const Upgrade& upgrade, const UpgradeGroup& group, const facts::Optic& optic, const PriceOf& price,
                  MixChoice& choice) {
  const Answer& answer = group.answers[choice.application];
  choice.carried = group.count;
  const std::uint64_t whole = group.whole_ports.size(), split = group.split_ports.size();
  add_parts(answer, {whole, group.legs.size(), split}, price, choice);
  const bool everywhere = answer.split_port.empty();  // a mesh has no other ports
  if (optic.pmd != group.today)
    add_transceivers(
        optic.pmd,
        everywhere ? transceivers_for(optic, whole + split, group.whole_transceivers.size() + group.split_transceivers.size())
                   : transceivers_for(optic, whole, group.whole_transceivers.size()),
        price, choice);
  if (everywhere || answer.split_port == group.split_today) return;
  for (const facts::Optic* one : upgrade.transceivers)
    if (one->pmd == answer.split_port)
      add_transceivers(one->pmd, transceivers_for(*one, split, group.split_transceivers.size()), price, choice);
}

// Channels side by side; where the change takes legs or ends a split, as many as those leave room for.
void choose_channels(const UpgradeGroup& group, const facts::Optic& optic, const PriceOf& price, MixChoice& choice) {
  const Answer& answer = group.answers[choice.application];
  const auto copies = static_cast<std::uint64_t>(answer.copies),
             per_leg = static_cast<std::uint64_t>(std::max(answer.per_leg, 1));
  std::uint64_t rows = group.count * (group.permanent ? per_leg : group.bundles);
  if (answer.takes_leg) rows = group.legs.size() * per_leg;
  if (answer.takes_split) rows = (group.legs.empty() ? group.split_ports.size() : group.legs.size()) * per_leg;
  choice.carried = rows / copies;
  if (!group.permanent) choice.carried = std::min(choice.carried, std::max(group.count, group.count * group.bundles / copies));
  const std::uint64_t used = choice.carried * copies;  // rows
  add_parts(answer, {used, rounded_up(used, per_leg), group.split_ports.size()}, price, choice);
  if (optic.pmd != group.today || answer.takes_split) add_transceivers(optic.pmd, 2 * choice.carried, price, choice);
}

MixChoice choice_of(const Upgrade& upgrade, std::size_t index, std::size_t application, const PriceOf& price) {
  const UpgradeGroup& group = upgrade.groups[index];
  const facts::Optic& optic = *upgrade.applications[application];
  MixChoice choice{index, application, 0, group.count, {}, 0, std::int64_t{0}};
  if (group.parts > 1 && !group.answers[application].takes_split)
    choose_split(upgrade, group, optic, price, choice);
  else
    choose_channels(group, optic, price, choice);
  return choice;
}

bool better(const MixChoice& a, const MixChoice& b, bool priced) {
  const auto key = [&](const MixChoice& one) {
    const std::int64_t cost = priced ? *one.cost : 0;
    std::uint64_t optics = 0;
    for (const ShoppingLine& line : one.buy) optics += line.transceiver ? line.count : 0;
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
