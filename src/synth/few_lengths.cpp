#include "synth/few_lengths.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <vector>

namespace ferrule::synth {
namespace {

struct Sold {  // a length that may be ordered
  Length length;
  std::int64_t cables = 0;  // that need it, and no less
  std::int64_t price = 0;
  bool known = false;  // a part number already
};

// By length that is needed: the one to order. `all` rises; behind the last that is needed are only known ones.
//
// A cable takes the shortest chosen length that holds it, so of those up to one that is chosen all behind the chosen one before it take it: the cheapest
// choice for the first j is the cheapest for some i before it, and what lies between at the price of j.
std::map<Length, Length> cheapest_lengths(const std::vector<Sold>& all, std::int64_t number_cost) {
  const std::size_t count = all.size();
  constexpr Wide kNone = std::numeric_limits<Wide>::max();
  std::vector<Wide> cost(count + 1, kNone);  // [j]: of the first j lengths, when the last of them is chosen
  std::vector<std::size_t> before(count + 1);
  cost[0] = 0;
  for (std::size_t j = 1; j <= count; ++j) {
    Wide cables = 0;
    for (std::size_t i = j; i-- > 0;) {
      cables += all[i].cables;
      if (cost[i] == kNone) continue;
      const Wide sum = cost[i] + cables * all[j - 1].price + (all[j - 1].known ? 0 : number_cost);
      if (sum < cost[j]) cost[j] = sum, before[j] = i;
    }
  }
  std::size_t needed = 0;  // one past the last length that some cable needs
  for (std::size_t i = 0; i < count; ++i)
    if (all[i].cables > 0) needed = i + 1;
  std::size_t chosen = needed;
  for (std::size_t j = needed; j <= count; ++j)
    if (cost[j] < cost[chosen]) chosen = j;
  std::map<Length, Length> out;
  for (; chosen > 0; chosen = before[chosen])
    for (std::size_t i = before[chosen]; i < chosen; ++i) out.emplace(all[i].length, all[chosen - 1].length);
  return out;
}

class FewLengths {
 public:
  FewLengths(Plan& plan, const PartPrice& price, std::int64_t number_cost)
      : plan_(plan), price_(price), number_cost_(number_cost) {}

  std::uint64_t choose() {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<PlanCable*>> by_phase_and_part;
    for (PlanCable& cable : plan_.cables)
      if (cable.ordered) by_phase_and_part[{cable.phase, cable.part}].push_back(&cable);
    for (auto& [key, cables] : by_phase_and_part) choose_of(key.second, cables);
    return longer_;
  }

 private:
  void choose_of(std::uint32_t part, const std::vector<PlanCable*>& cables) {
    std::map<Length, Sold> lengths;
    for (const Length known : known_[part]) lengths[known].known = true;
    for (const PlanCable* cable : cables) ++lengths[*cable->ordered].cables;
    std::vector<Sold> all;
    for (auto& [length, sold] : lengths) {
      const std::optional<std::int64_t> price = price_(plan_.parts[part].key(), length);
      if (!price) return know(part, cables);
      sold.length = length;
      sold.price = *price;
      all.push_back(sold);
    }
    const std::map<Length, Length> chosen = cheapest_lengths(all, number_cost_);
    for (PlanCable* cable : cables) {
      const Length ordered = chosen.at(*cable->ordered);
      longer_ += ordered != *cable->ordered;
      cable->ordered = ordered;
    }
    know(part, cables);
  }

  void know(std::uint32_t part, const std::vector<PlanCable*>& cables) {
    for (const PlanCable* cable : cables) known_[part].insert(*cable->ordered);
  }

  Plan& plan_;
  const PartPrice& price_;
  std::int64_t number_cost_;
  std::map<std::uint32_t, std::set<Length>> known_;  // by part: lengths that earlier phases order
  std::uint64_t longer_ = 0;
};

}  // namespace

std::uint64_t order_in_few_lengths(Plan& plan, const PartPrice& price, std::int64_t number_cost) {
  return FewLengths(plan, price, number_cost).choose();
}

std::size_t part_numbers(const Plan& plan) {
  std::set<std::pair<std::uint32_t, Length>> numbers;
  for (const PlanCable& cable : plan.cables) numbers.emplace(cable.part, cable.ordered.value_or(Length{}));
  for (const PlanPanel& panel : plan.panels)
    if (!panel.stands) numbers.emplace(panel.part, Length{});
  return numbers.size();
}

}  // namespace ferrule::synth
