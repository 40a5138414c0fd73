#include "api/design_quantity.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>
#include <fmt/format.h>

#include "base/text.h"
#include "synth/few_lengths.h"

namespace ferrule::api {
namespace {

// How many pieces of one article it takes: the most, the middle and the fewest.
std::vector<std::int64_t> quantities_of(const synth::Plan& plan) {
  std::map<std::pair<std::uint32_t, Length>, std::int64_t> pieces;
  for (const synth::PlanCable& cable : plan.cables) ++pieces[{cable.part, cable.ordered.value_or(Length{})}];
  std::vector<std::int64_t> all;
  all.reserve(pieces.size());
  for (const auto& [article, count] : pieces) all.push_back(count);
  std::sort(all.rbegin(), all.rend());
  if (all.empty()) return {};
  std::vector<std::int64_t> out{all.front(), all[all.size() / 2], all.back()};
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::optional<std::int64_t> cost_of(const DesignReport& report, std::int64_t number_cost) {
  if (report.exit != Exit::kClean || !report.cost.all) return std::nullopt;
  return report.cost.all->cost + number_cost * static_cast<std::int64_t>(synth::part_numbers(report.plan));
}

}  // namespace

DesignReport design_by_quantity(std::unique_ptr<Loaded> loaded, std::int64_t number_cost, const DesignAtQuantity& design) {
  const diag::Findings findings = loaded->findings;
  DesignReport best = design(std::move(loaded), std::nullopt);
  if (best.exit != Exit::kClean || !best.cost.by_quantity) return best;
  const std::optional<std::int64_t> anywhere = best.cost.anywhere;
  std::optional<std::int64_t> taken;  // pieces
  const std::vector<std::int64_t> quantities = quantities_of(best.plan);
  for (const std::int64_t pieces : quantities) {
    best.loaded->findings = findings;
    DesignReport other = design(std::move(best.loaded), pieces);
    const std::optional<std::int64_t> before = cost_of(best, number_cost), now = cost_of(other, number_cost);
    if (now && (!before || *now < *before)) {
      std::swap(best, other);
      taken = pieces;
    } else {
      best.loaded = std::move(other.loaded);
    }
  }
  best.cost.anywhere = anywhere;
  if (taken)
    best.choices.push_back(
        fmt::format("prices go by quantity: parts were chosen as if {} of each article {} bought, the cheapest of {} ways",
                    counted(static_cast<std::uint64_t>(*taken), "piece"), *taken == 1 ? "is" : "are", quantities.size() + 1));
  return best;
}

}  // namespace ferrule::api
