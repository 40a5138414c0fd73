// The verb upgrade: what every channel and permanent link of a project can carry, with the least change, and the cheapest mix.
//
// Shape:  `speeds` are what was asked, each with the applications that will do; asked for nothing, every rate above the slowest that
//         runs. Applications of the upgrade stand by rate, then as in data/optics.csv.
// Errors: a speed that is none is `refused`, with the nearest names (exit 2); so is a bad price list (exit 3). A project that cannot be
//         read has findings and nothing else (exit 3).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "api/check.h"
#include "api/price_list.h"
#include "check/upgrade_mix.h"

namespace ferrule::api {

struct UpgradeOptions {
  std::vector<std::string> to;  // "400G", "1.6T", "400GBASE-DR4"; empty: every rate above the slowest that runs
  std::string prices;           // file; empty: none
};

struct Speed {
  std::string asked;                      // "400G", "400GBASE-DR4"
  std::vector<std::size_t> applications;  // into Upgrade::applications
};

struct UpgradeReport {
  UpgradeOptions options;
  std::unique_ptr<Loaded> loaded;
  diag::Findings findings;  // of reading
  CheckCounts counts;
  std::vector<Speed> speeds;
  check::Upgrade upgrade;
  std::vector<check::UpgradeMix> mixes;  // by speed
  PriceList prices;
  std::optional<Failure> refused;
  Exit exit = Exit::kClean;

  check::PriceOf price_of() const {
    return [this](const std::string& part) -> std::optional<std::int64_t> {
      const std::optional<Price> price = prices.find(part);
      return price ? std::optional(price->hundredths) : std::nullopt;
    };
  }
};

UpgradeReport upgrade(const LoadRequest& request, const UpgradeOptions& options);
UpgradeReport upgrade(std::unique_ptr<Loaded> loaded, const UpgradeOptions& options);

// "400", "400G", "400GbE", "400 Gb/s", "1.6T": Gb/s in thousandths; nothing for any other text.
std::optional<std::int64_t> parse_rate(std::string_view text);
std::string spell_rate(std::int64_t thousandths);  // "400G", "1.6T"

// How new parts are made: by the plant language, so that what is named can be written into a plant.
check::PartMaker part_maker(const facts::Facts& facts);

}  // namespace ferrule::api
