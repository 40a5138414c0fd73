#include "synth/lead_around.h"

#include <algorithm>
#include <limits>
#include <map>
#include <queue>
#include <tuple>
#include <utility>

#include "synth/lengths.h"

namespace ferrule::synth {
namespace {

struct OtherWay {
  Way way;
  std::vector<TrayStretch> stretches;
};

struct Candidate {
  double growth = 0;  // millimetres of its way for each unit of section that becomes free
  std::size_t group = 0;
  bool operator>(const Candidate& other) const { return std::tie(growth, group) > std::tie(other.growth, other.group); }
};

constexpr double kNoWay = std::numeric_limits<double>::max();  // looked at again around another stretch, after all others

class Around {
 public:
  Around(AroundRequest& request, Plan& plan) : request_(request), plan_(plan), room_(request.limits) {}

  void run() {
    for (RoutedCable& cable : request_.cables)
      for (const Drop& drop : cable.drops) cable.stretches.push_back(stretch_of(drop));
    std::map<std::uint32_t, std::vector<RoutedCable*>> by_phase;
    for (RoutedCable& cable : request_.cables) {
      if (cable.cable)
        by_phase[of(cable).phase].push_back(&cable);
      else
        add(cable.stretches, cable.section);
    }
    for (auto& [phase, cables] : by_phase) {
      for (const RoutedCable* cable : cables) add(cable->stretches, cable->section);
      for (std::uint32_t tray = 0; tray < room_.count(); ++tray) {
        if (room_.fullest_over(tray))
          for (RoutedCable* cable : cables) cable->growth.reset();
        while (const std::optional<TrayStretch> over = room_.fullest_over(tray))
          if (!relieve(*over, cables)) break;
      }
    }
  }

 private:
  using Group = std::vector<RoutedCable*>;  // cables of one part between the same places go the same ways
  using Key = std::tuple<std::uint32_t, int, std::uint32_t, int, std::uint32_t, Side, std::vector<std::uint32_t>>;

  PlanCable& of(const RoutedCable& cable) { return plan_.cables[*cable.cable]; }

  std::vector<Group> groups_in(const TrayStretch& over, const std::vector<RoutedCable*>& cables) {
    std::map<Key, Group> by_key;
    for (RoutedCable* cable : cables) {
      const PlanCable& plan = of(*cable);
      if (!plan.ends ||
          std::none_of(cable->stretches.begin(), cable->stretches.end(), [&](const TrayStretch& own) { return own.meets(over); }))
        continue;
      const CableEnds& ends = *plan.ends;
      by_key[{ends.a.rack, ends.a.unit, ends.b.rack, ends.b.unit, plan.part, plan.side, plan.trays}].push_back(cable);
    }
    std::vector<Group> groups;
    for (auto& [key, group] : by_key) groups.push_back(std::move(group));
    return groups;
  }

  // False: it is too full still, and none of these cables has another way.
  bool relieve(const TrayStretch& over, const std::vector<RoutedCable*>& cables) {
    std::vector<Group> groups = groups_in(over, cables);
    std::priority_queue<Candidate, std::vector<Candidate>, std::greater<>> open;
    // Looked at when its turn comes: after what it grew by around the stretch before, which is the same for most.
    for (std::size_t i = 0; i < groups.size(); ++i) open.push({groups[i].back()->growth.value_or(-1), i});
    while (room_.over(over) && !open.empty()) {
      const Candidate best = open.top();
      open.pop();
      Group& group = groups[best.group];
      const std::optional<OtherWay> other = other_way(*group.back(), over);
      const double growth = other ? growth_of(*group.back(), *other) : kNoWay;
      for (RoutedCable* cable : group) cable->growth = growth;
      if (!other) continue;
      // Each was looked at when there was more room: the others can only have become worse.
      if (open.empty() || growth <= open.top().growth) move_while_it_fits(group, *other, over);
      if (!group.empty()) open.push({growth, best.group});
    }
    return !room_.over(over);
  }

  double growth_of(const RoutedCable& cable, const OtherWay& other) {
    return static_cast<double>((other.way.length - of(cable).ends->way).millimetre) / static_cast<double>(cable.section);
  }

  // The cable may stay where it lies, but for the stretch that it is to leave.
  bool may_lie(const RoutedCable& cable, const TrayStretch& stretch, const TrayStretch& over) const {
    if (stretch.meets(over)) return false;
    return room_.holds(stretch, cable.section) || std::any_of(cable.stretches.begin(), cable.stretches.end(),
                                                              [&](const TrayStretch& own) { return stretch.within(own); });
  }

  std::optional<OtherWay> other_way(const RoutedCable& cable, const TrayStretch& over) {
    const PlanCable& plan = of(cable);
    std::vector<Point> turns;
    add(cable.stretches, -cable.section);
    OtherWay other{request_.hall.way_around(
                       plan.ends->a, plan.ends->b, plan.side,
                       [&](std::uint32_t tray, Point from, Point to) {
                         return may_lie(cable, stretch_between(request_.hall.trays, tray, from, to), over);
                       },
                       [&](std::uint32_t rack, std::uint32_t tray) {
                         return may_lie(cable, stretch_of({rack, tray}), over);
                       },
                       turns),
                   {}};
    add(cable.stretches, cable.section);
    if (!other.way.known) return std::nullopt;
    other.way.length = std::max(other.way.length, shortest_of(plan));
    PlanCable longer = plan;
    if (!give_length(longer, other.way.length, request_.slack, request_.order)) return std::nullopt;
    for (std::size_t i = 0; i < other.way.trays.size(); ++i)
      other.stretches.push_back(stretch_between(request_.hall.trays, other.way.trays[i], turns[i], turns[i + 1]));
    other.stretches.push_back(stretch_of({plan.ends->a.rack, other.way.trays.front()}));
    other.stretches.push_back(stretch_of({plan.ends->b.rack, other.way.trays.back()}));
    return other;
  }

  // From the nearest trays. By the tray beside one a way may be shorter: the cable is ordered as long all the same, as its bound has it.
  static Length shortest_of(const PlanCable& cable) { return cable.ends->way - cable.detour.value_or(Length{}); }

  void move_while_it_fits(Group& group, const OtherWay& other, const TrayStretch& over) {
    while (!group.empty() && room_.over(over)) {
      RoutedCable& cable = *group.back();
      add(cable.stretches, -cable.section);
      if (!std::all_of(other.stretches.begin(), other.stretches.end(),
                       [&](const TrayStretch& stretch) { return may_lie(cable, stretch, over); }))
        return add(cable.stretches, cable.section);
      move(cable, other);
      group.pop_back();
    }
  }

  void move(RoutedCable& cable, const OtherWay& other) {
    PlanCable& plan = of(cable);
    cable.stretches = other.stretches;
    add(cable.stretches, cable.section);
    plan.trays = other.way.trays;
    give_length(plan, other.way.length, request_.slack, request_.order);
    plan.detour = plan.detour.value_or(Length{}) + (other.way.length - plan.ends->way);
    plan.ends->way = other.way.length;
  }

  // Numbered as they are met.
  TrayStretch stretch_of(Drop drop) {
    drop.tray = request_.hall.drop_of(drop.rack, drop.tray);
    const auto [at, fresh] = drops_.try_emplace(drop);
    if (fresh)
      at->second = room_.add_drop(drop.rack < request_.drop_limits.size() ? request_.drop_limits[drop.rack] : std::nullopt);
    return {at->second, 0, 1};
  }

  void add(const std::vector<TrayStretch>& stretches, std::int64_t section) {
    for (const TrayStretch& stretch : stretches) room_.add(stretch, section);
  }

  AroundRequest& request_;
  Plan& plan_;
  TrayRoom room_;
  std::map<Drop, std::uint32_t> drops_;
};

}  // namespace

void lead_around(AroundRequest request, Plan& plan) { Around(request, plan).run(); }

}  // namespace ferrule::synth
