#include "api/design_trunks.h"

#include <algorithm>
#include <optional>

#include "synth/few_lengths.h"

namespace ferrule::api {
namespace {

class TrunkTrials {
 public:
  TrunkTrials(const synth::CablingRequest& request, const synth::Plan& stands, std::int64_t number_cost)
      : request_(request), stands_(stands), number_cost_(number_cost) {}

  // With what its part numbers cost; nothing: there is no plan, or no price.
  std::optional<std::int64_t> cost(bool by_size, const std::vector<synth::CablingWish>& wishes) const {
    synth::Hall hall = request_.hall;
    synth::CablingRequest trial{request_.fabric, request_.net,   hall,           wishes, request_.recipes,
                                request_.order,  request_.slack, request_.price, by_size};
    trial.taken = request_.taken;
    synth::Plan plan = stands_;
    diag::Findings findings;
    synth::lay_cables(trial, plan, findings);
    if (findings.any_at_least(diag::Severity::kError)) return std::nullopt;
    if (number_cost_ > 0) synth::order_in_few_lengths(plan, request_.price, number_cost_);
    const std::optional<std::int64_t> pieces = cost_of_pieces(plan);
    if (!pieces) return std::nullopt;
    return *pieces + number_cost_ * static_cast<std::int64_t>(synth::part_numbers(plan));
  }

 private:
  std::optional<std::int64_t> cost_of_pieces(const synth::Plan& plan) const {
    std::int64_t sum = 0;
    for (const synth::PlanCable& cable : plan.cables) {
      const auto price = cable.ordered ? request_.price(plan.parts[cable.part].key(), *cable.ordered) : std::nullopt;
      if (!price) return std::nullopt;
      sum += *price + (cable.trunk ? request_.wishes[cable.rule].trunk_cost : 0);
    }
    for (const synth::PlanPanel& panel : plan.panels) {
      if (panel.stands) continue;
      const auto price = request_.price(plan.parts[panel.part].key(), {});
      if (!price) return std::nullopt;
      sum += *price * panel.pieces();
    }
    return sum;
  }

  const synth::CablingRequest& request_;
  const synth::Plan& stands_;
  std::int64_t number_cost_;
};

// One size less, if that is cheaper: the one that costs most by being bought. False: none is.
bool leave_out_a_size(const TrunkTrials& trials, const synth::CablingRequest& request, bool by_size,
                      std::vector<synth::CablingWish>& wishes, std::int64_t& cost) {
  std::optional<std::vector<synth::CablingWish>> best;
  for (std::size_t rule = 0; rule < wishes.size(); ++rule) {
    if (!request.recipes[rule].through_panels() || wishes[rule].trunk_legs.size() < 2) continue;
    for (const int size : wishes[rule].trunk_legs) {
      std::vector<synth::CablingWish> fewer = wishes;
      std::erase(fewer[rule].trunk_legs, size);
      const std::optional<std::int64_t> without = trials.cost(by_size, fewer);
      if (!without || *without >= cost) continue;
      cost = *without;
      best = std::move(fewer);
    }
  }
  if (best) wishes = std::move(*best);
  return best.has_value();
}

}  // namespace

void choose_trunk_sizes(synth::CablingRequest& request, const synth::Plan& stands, std::int64_t number_cost) {
  if (!request.price ||
      std::none_of(request.recipes.begin(), request.recipes.end(), [](const synth::Recipe& one) { return one.through_panels(); }))
    return;
  const TrunkTrials trials(request, stands, number_cost);
  const std::optional<std::int64_t> shared = trials.cost(false, request.wishes), by_size = trials.cost(true, request.wishes);
  request.panels_of_a_size = by_size && (!shared || *by_size < *shared);
  std::optional<std::int64_t> cost = request.panels_of_a_size ? by_size : shared;
  if (!cost || number_cost <= 0) return;
  std::vector<synth::CablingWish> wishes = request.wishes;
  while (leave_out_a_size(trials, request, request.panels_of_a_size, wishes, *cost)) {
  }
  request.wishes = std::move(wishes);
}

}  // namespace ferrule::api
