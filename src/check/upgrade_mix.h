// The cheapest way to run a speed over every channel of a plant, of the applications and changes that were proven.
//
// Shape:  for each group of channels the choice that carries the most of them, then costs least: by price where everything that the
//         choices of the group need is priced, else by parts touched. An exact minimum over the answers given, and nothing more.
//         A plant without links is asked for its permanent links.
// Units:  prices in whole minor units of one currency (cents).
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "check/upgrade.h"

namespace ferrule::check {

using PriceOf = std::function<std::optional<std::int64_t>(const std::string& part)>;

struct ShoppingLine {
  std::string words, plant_name;
  std::uint64_t count = 0;
  bool transceiver = false;
  std::optional<std::int64_t> price;  // of one
};

struct MixChoice {
  std::size_t group = 0, application = 0;
  std::uint64_t carried = 0, of = 0;  // channels of the wanted speed, of those that run today
  std::vector<ShoppingLine> buy;
  std::uint64_t parts = 0;           // to touch, transceivers apart
  std::optional<std::int64_t> cost;  // when everything is priced
};

struct UpgradeMix {
  std::string wanted;
  std::vector<MixChoice> choices;
  std::vector<std::size_t> without;  // groups that nothing carries
  std::vector<ShoppingLine> totals;
  std::uint64_t parts = 0, transceivers = 0, carried = 0, of = 0;
  std::optional<std::int64_t> cost;
};

// `wanted`: indices of the applications that will do.
UpgradeMix cheapest_mix(const Upgrade& upgrade, std::string wanted, const std::vector<std::size_t>& applications,
                        const PriceOf& price);

// What the stranded fibres of all legs of a group cost when they were bought; nothing when the trunk is not priced.
std::optional<std::int64_t> price_of_stranded(const UpgradeGroup& group, const Answer& answer, const PriceOf& price);

}  // namespace ferrule::check
