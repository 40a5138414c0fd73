#include "cli/effort_options.h"

#include <fmt/format.h>

#include "base/text.h"
#include "cli/verbs.h"

namespace ferrule::cli {
namespace {

using api::Exit;

constexpr int kMostPeople = 1'000, kMostInBundle = 100'000;

std::optional<int> whole_of(std::string_view text, int most) {
  if (text.empty() || text.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
  const std::optional<std::int64_t> value = parse_decimal(text, 0);
  return value && *value >= 1 && *value <= most ? std::optional(static_cast<int>(*value)) : std::nullopt;
}

// "45", "45 %", "37.5" in hundredths of a per cent.
std::optional<std::int64_t> share_of(std::string_view text) {
  text = trim(text);
  if (text.ends_with('%')) text = trim(text.substr(0, text.size() - 1));
  const std::optional<std::int64_t> share = parse_decimal(text, 2);
  return share && *share >= 100 && *share <= 10'000 ? share : std::nullopt;
}

Exit refuse(const Arguments& arguments, std::string_view verb, Console& console, std::string_view option, std::string_view help) {
  return usage_error(console, verb, fmt::format("{} cannot be '{}'", option, printable(shortened(arguments.get(option), 60))),
                     help);
}

}  // namespace

std::optional<Exit> read_wage(const Arguments& arguments, std::string_view verb, Console& console,
                              std::optional<api::Price>& wage) {
  if (!arguments.has("--wage")) return std::nullopt;
  const Result<api::Price> price = api::parse_price(arguments.get("--wage"));
  if (!price) return refuse(arguments, verb, console, "--wage", price.error().message);
  wage = *price;
  return std::nullopt;
}

std::optional<api::Exit> read_effort_options(const Arguments& arguments, std::string_view verb, Console& console,
                                             api::EffortOptions& options) {
  const auto refuse = [&](std::string_view option, std::string_view help) {
    return cli::refuse(arguments, verb, console, option, help);
  };
  options.prices = arguments.all("--prices");
  options.rates = arguments.get("--rates");
  if (arguments.has("--rates") && options.rates.empty())
    return refuse("--rates", "name a file with the columns task, of, per and minutes");
  if (arguments.has("--crew")) {
    const std::optional<int> crew = whole_of(arguments.get("--crew"), kMostPeople);
    if (!crew) return refuse("--crew", fmt::format("a number of people from 1 to {}", with_thousands(kMostPeople)));
    options.crew = *crew;
  }
  if (arguments.has("--bundle")) {
    const std::optional<int> bundle = whole_of(arguments.get("--bundle"), kMostInBundle);
    if (!bundle) return refuse("--bundle", fmt::format("a number of cables from 1 to {}", with_thousands(kMostInBundle)));
    options.bundle = *bundle;
  }
  if (arguments.has("--fill")) {
    options.fill = share_of(arguments.get("--fill"));
    if (!options.fill) return refuse("--fill", "per cent of a tray's section, from 1 to 100");
  }
  return read_wage(arguments, verb, console, options.wage);
}

}  // namespace ferrule::cli
