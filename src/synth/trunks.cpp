#include "synth/trunks.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <tuple>

namespace ferrule::synth {

namespace {

// The fewest trunks of these sizes for the least sum that is not below `legs`. Most of a large bundle is of the largest size.
std::vector<int> fewest_trunks(int legs, const std::vector<int>& usable) {
  const int largest = *std::max_element(usable.begin(), usable.end());
  std::vector<int> chosen;
  constexpr int kExactly = 16;
  while (legs > kExactly * largest) {
    chosen.push_back(largest);
    legs -= largest;
  }
  const int most = legs + largest;
  std::vector<int> fewest(static_cast<std::size_t>(most) + 1, -1), last(fewest.size(), 0);
  fewest[0] = 0;
  for (int sum = 1; sum <= most; ++sum)
    for (const int size : usable) {
      if (size > sum || fewest[static_cast<std::size_t>(sum - size)] < 0) continue;
      int& best = fewest[static_cast<std::size_t>(sum)];
      const int with = fewest[static_cast<std::size_t>(sum - size)] + 1;
      if (best < 0 || with < best || (with == best && size > last[static_cast<std::size_t>(sum)])) {
        best = with;
        last[static_cast<std::size_t>(sum)] = size;
      }
    }
  int sum = legs;
  while (fewest[static_cast<std::size_t>(sum)] < 0) ++sum;
  for (; sum > 0; sum -= last[static_cast<std::size_t>(sum)]) chosen.push_back(last[static_cast<std::size_t>(sum)]);
  std::sort(chosen.rbegin(), chosen.rend());
  return chosen;
}

std::vector<int> usable_sizes(const std::vector<int>& sizes, int panel_places) {
  std::vector<int> usable;
  for (const int size : sizes)
    if (size > 0 && size <= panel_places) usable.push_back(size);
  std::sort(usable.begin(), usable.end());
  return usable;
}

}  // namespace

int panels_for(const std::vector<int>& trunks, int panel_places) {
  std::vector<int> left;
  for (const int trunk : trunks) {
    const auto open = std::find_if(left.begin(), left.end(), [&](int places) { return places >= trunk; });
    if (open != left.end())
      *open -= trunk;
    else
      left.push_back(panel_places - trunk);
  }
  return static_cast<int>(left.size());
}

std::vector<int> choose_trunks(int legs, const std::vector<int>& sizes, int panel_places) {
  std::vector<int> usable = usable_sizes(sizes, panel_places);
  if (usable.empty() || legs <= 0) return {};
  std::vector<int> best;
  std::tuple<int, int, int> cost;  // legs, trunks and panels at both ends, panels
  while (!usable.empty()) {        // up to each size: larger trunks are fewer, smaller ones fill panels better
    const std::vector<int> chosen = fewest_trunks(legs, usable);
    const int all = std::accumulate(chosen.begin(), chosen.end(), 0), panels = panels_for(chosen, panel_places);
    const std::tuple<int, int, int> here{all, static_cast<int>(chosen.size()) + 2 * panels, panels};
    if (best.empty() || here < cost) {
      best = chosen;
      cost = here;
    }
    usable.pop_back();
  }
  return best;
}

std::vector<int> cheapest_trunks(int legs, const std::vector<int>& sizes, int panel_places, const TrunkCost& cost) {
  std::vector<int> usable;
  std::vector<std::int64_t> costs;
  for (const int size : usable_sizes(sizes, panel_places))
    if (const std::optional<std::int64_t> each = cost(size); each && *each >= 0) {
      usable.push_back(size);
      costs.push_back(*each);
    }
  if (usable.empty() || legs <= 0) return {};
  struct Best {
    std::int64_t cost = 0;
    int trunks = 0, size = 0;  // the last that was taken
  };
  std::vector<Best> best(static_cast<std::size_t>(legs) + 1);  // by legs that are covered at least
  for (int covered = 1; covered <= legs; ++covered)
    for (std::size_t i = 0; i < usable.size(); ++i) {
      Best& here = best[static_cast<std::size_t>(covered)];
      const Best& before = best[static_cast<std::size_t>(std::max(0, covered - usable[i]))];
      const Best with{before.cost + costs[i], before.trunks + 1, usable[i]};
      if (here.size == 0 || std::tie(with.cost, with.trunks) < std::tie(here.cost, here.trunks)) here = with;
    }
  std::vector<int> chosen;
  for (int left = legs; left > 0; left -= chosen.back()) chosen.push_back(best[static_cast<std::size_t>(left)].size);
  std::sort(chosen.rbegin(), chosen.rend());
  return chosen;
}

}  // namespace ferrule::synth
