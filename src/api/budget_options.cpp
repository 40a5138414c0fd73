#include "api/budget_options.h"

#include <algorithm>
#include <optional>
#include <fmt/format.h>

#include "base/quantity.h"
#include "base/text.h"

namespace ferrule::api {
namespace {

constexpr std::size_t kMostPercentiles = 10;  // a table, not a curve
constexpr int kDigits = 6;
constexpr std::int64_t kOne = 1'000'000;
constexpr std::int64_t kMostPercentile = 99'999'900;  // 99.9999: beyond, chances of joints are not told apart

Result<Percentile> parse_percentile(std::string_view word) {
  const std::optional<std::int64_t> value = parse_decimal(word, kDigits);
  if (!value) return refusal(word, "a percentile is a number in per cent: 50, 97, 99.9");
  if (*value <= 0) return refusal(word, "no loss is below that of no fibre; percentiles are in per cent and above 1");
  if (*value <= kOne) return refusal(word, "percentiles are in per cent and above 1: 97, not 0.97");
  if (*value >= 100 * kOne) return refusal(word, "no loss is above that of all fibres; percentiles are below 100");
  if (*value > kMostPercentile) return refusal(word, "the figures of grades do not reach so far: at most 99.9999");
  return Percentile{std::string(word), static_cast<double>(*value) / (100.0 * kOne)};
}

}  // namespace

Result<std::vector<Percentile>> parse_percentiles(std::string_view text) {
  std::vector<Percentile> out;
  const std::vector<std::string_view> words = split(text, ',');
  if (words.empty()) return refusal(text, "no percentile is named");
  if (words.size() > kMostPercentiles) return refusal(text, fmt::format("at most {} at a time", kMostPercentiles));
  for (const std::string_view word : words) {
    Result<Percentile> one = parse_percentile(word);
    if (!one) return tl::unexpected(one.error());
    const auto same = [&](const Percentile& other) { return other.share == one->share; };
    if (std::none_of(out.begin(), out.end(), same)) out.push_back(std::move(*one));
  }
  return out;
}

Result<double> parse_correlation(std::string_view text) {
  const std::optional<std::int64_t> value = parse_decimal(trim(text), kDigits);
  if (!value) return refusal(text, "a correlation is a number from 0 (fibres apart) to 1 (as one)");
  if (*value < 0 || *value > kOne) return refusal(text, "a correlation is from 0 (fibres apart) to 1 (as one)");
  return static_cast<double>(*value) / kOne;
}

std::vector<Percentile> usual_percentiles() { return {{"50", 0.5}, {"97", 0.97}, {"99.9", 0.999}}; }

}  // namespace ferrule::api
