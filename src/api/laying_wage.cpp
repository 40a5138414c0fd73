#include "api/laying_wage.h"

#include <algorithm>

#include "facts/labour_rates.h"

namespace ferrule::api {
namespace {

constexpr facts::RateKey kOfAnEnd[] = {{"pull", "trunk", "end"}, {"dress", "trunk", "end"}, {"label", "cable", "end"}};
constexpr std::int64_t kEnds = 2;

std::int64_t minutes_of_both_ends(const facts::Facts& facts) {  // thousandths
  std::int64_t minutes = 0;
  for (const facts::LabourRate& rate : facts::labour_rates(facts))
    if (std::find(std::begin(kOfAnEnd), std::end(kOfAnEnd), rate.key) != std::end(kOfAnEnd)) minutes += kEnds * rate.minutes;
  return minutes;
}

}  // namespace

std::int64_t paid(std::int64_t minutes, std::int64_t wage) {
  constexpr std::int64_t kAnHour = 60'000, kMost = 1'000'000'000'000'000;  // beyond it no sum is one of money
  return static_cast<std::int64_t>(std::min<Wide>(kMost, (static_cast<Wide>(minutes) * wage + kAnHour / 2) / kAnHour));
}

void pay_for_laying(const Loaded& loaded, std::int64_t wage, lang::Design& design) {
  const std::int64_t cost = paid(minutes_of_both_ends(loaded.facts), wage);
  for (synth::CablingWish& wish : design.wishes) {
    const bool stated = std::any_of(wish.stated.begin(), wish.stated.end(),
                                    [](const synth::StatedWish& each) { return each.key == "trunk_cost"; });
    if (!stated) wish.trunk_cost = cost;
  }
}

}  // namespace ferrule::api
