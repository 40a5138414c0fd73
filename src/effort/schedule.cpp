// Task by task, and within a task the job that can begin first; of several the longest. Since areas and trays only ever get busier, a job
// whose time was worked out earlier is put back when it has become later.
#include "effort/schedule.h"

#include <algorithm>
#include <map>
#include <queue>
#include <tuple>

namespace ferrule::effort {
namespace {

using plant::kNone;

struct Busy {
  std::int64_t until = 0, work = 0;
  std::uint32_t last = kNone;  // planned job that keeps it busy until then
};

class Planner {
 public:
  Planner(const Labour& labour, std::uint32_t phase) : labour_(labour) { plan_.phase = phase; }

  void add(std::uint32_t job) {
    by_task_[labour_.jobs[job].task].push_back(job);
    plan_.work += labour_.jobs[job].work;
  }

  PhasePlan plan() {
    for (const auto& [task, jobs] : by_task_) plan_task(jobs);
    find_bound();
    find_longest();
    count_crews();
    return std::move(plan_);
  }

 private:
  template <class Visit>
  void each_busy(const Job& job, Visit visit) {
    for (const std::uint32_t area : job.areas) visit(areas_[area]);
    for (const std::uint32_t tray : job.trays) visit(trays_[tray]);
  }

  std::int64_t earliest(const Job& job) {
    std::int64_t at = 0;
    each_busy(job, [&](const Busy& busy) { at = std::max(at, busy.until); });
    return at;
  }

  void plan_task(const std::vector<std::uint32_t>& jobs) {
    using Waiting = std::tuple<std::int64_t, std::int64_t, std::uint32_t>;  // earliest start, longest first, as listed
    std::priority_queue<Waiting, std::vector<Waiting>, std::greater<>> waiting;
    for (const std::uint32_t job : jobs) waiting.emplace(earliest(labour_.jobs[job]), -labour_.jobs[job].work, job);
    while (!waiting.empty()) {
      const auto [start, work, job] = waiting.top();
      waiting.pop();
      if (const std::int64_t now = earliest(labour_.jobs[job]); now > start)
        waiting.emplace(now, work, job);
      else
        place(job, start);
    }
  }

  void place(std::uint32_t number, std::int64_t start) {
    const Job& job = labour_.jobs[number];
    std::uint32_t before = kNone;
    each_busy(job, [&](Busy& busy) {
      if (busy.last != kNone && busy.until == start && before == kNone) before = busy.last;
      busy.until = start + job.work;
      busy.work += job.work;
      busy.last = static_cast<std::uint32_t>(plan_.jobs.size());
    });
    waits_for_.push_back(start == 0 ? kNone : before);
    plan_.jobs.push_back({number, start, start + job.work});
    plan_.lasts = std::max(plan_.lasts, start + job.work);
  }

  void find_bound() {
    for (const auto& [area, busy] : areas_)
      if (busy.work > plan_.bound) {
        plan_.bound = busy.work;
        plan_.busiest_area = area;
      }
    for (const auto& [tray, busy] : trays_)
      if (busy.work > plan_.bound) {
        plan_.bound = busy.work;
        plan_.busiest_area = kNone;
        plan_.busiest_tray = tray;
      }
  }

  void find_longest() {
    const auto last =
        std::find_if(plan_.jobs.begin(), plan_.jobs.end(), [&](const PlannedJob& job) { return job.end == plan_.lasts; });
    if (last == plan_.jobs.end()) return;
    for (auto at = static_cast<std::uint32_t>(last - plan_.jobs.begin()); at != kNone; at = waits_for_[at])
      plan_.longest.push_back(at);
    std::reverse(plan_.longest.begin(), plan_.longest.end());
    // Jobs are told as they begin; the chain moves with them.
    std::vector<std::uint32_t> order(plan_.jobs.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return plan_.jobs[a].start < plan_.jobs[b].start; });
    std::vector<std::uint32_t> now(order.size());
    std::vector<PlannedJob> sorted;
    for (std::uint32_t i = 0; i < order.size(); ++i) {
      now[order[i]] = i;
      sorted.push_back(plan_.jobs[order[i]]);
    }
    plan_.jobs = std::move(sorted);
    for (std::uint32_t& job : plan_.longest) job = now[job];
  }

  void count_crews() {
    std::vector<std::pair<std::int64_t, int>> turns;  // ends before beginnings at the same time
    for (const PlannedJob& job : plan_.jobs) {
      if (job.start == job.end) continue;
      turns.emplace_back(job.start, 1);
      turns.emplace_back(job.end, -1);
    }
    std::sort(turns.begin(), turns.end());
    int now = 0;
    for (const auto& [time, turn] : turns) {
      now += turn;
      plan_.crews = std::max(plan_.crews, static_cast<std::uint32_t>(std::max(now, 0)));
    }
  }

  const Labour& labour_;
  PhasePlan plan_;
  std::map<Task, std::vector<std::uint32_t>> by_task_;
  std::map<std::uint32_t, Busy> areas_, trays_;
  std::vector<std::uint32_t> waits_for_;  // by planned job
};

}  // namespace

std::vector<PhasePlan> schedule(const Labour& labour) {
  std::map<std::uint32_t, Planner> phases;  // kNone is the last
  for (std::uint32_t job = 0; job < labour.jobs.size(); ++job)
    phases.try_emplace(labour.jobs[job].phase, labour, labour.jobs[job].phase).first->second.add(job);
  std::vector<PhasePlan> plans;
  for (auto& [phase, planner] : phases) plans.push_back(planner.plan());
  return plans;
}

}  // namespace ferrule::effort
